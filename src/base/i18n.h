/* Marking texts for translation. xgettext keywords: _, N_, ut_tr:2, ut_trn:2,3, ut_trc:2c,3, NC_:1c,2. */
#ifndef UT_BASE_I18N_H
#define UT_BASE_I18N_H

#include <utsyn/language.h>

/* An error or finding, in the message language. */
#define _(english) ut_tr (ut_language_messages (), (english))
/* Marks a text in a table; translated where it is used. */
#define N_(english) (english)
/* The same with a context, for ut_trc. */
#define NC_(context, english) (english)

#endif
