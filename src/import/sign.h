/* Signs in place of a number. */
#ifndef UT_IMPORT_SIGN_H
#define UT_IMPORT_SIGN_H

#include <glib.h>
#include <utsyn/table.h>

/* Statistics Norway: "." ".." "..." ":" , "-" is zero, "*" hidden, an empty cell gives no reason. */
gboolean ut_sign_ssb (const char *text, UtStatus *status, gboolean *zero);

#endif
