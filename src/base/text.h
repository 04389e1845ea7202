/* Small things several floors do with texts in UTF-8. */
#ifndef UT_BASE_TEXT_H
#define UT_BASE_TEXT_H

#include <glib.h>
#include <utsyn/language.h>

/* Bytes of the blank character at `at`: ASCII space and tab, line ends, no-break, figure, thin and narrow spaces, the
 * zero-width ones; 0 when it is none. Reads no further than the closing NUL, also in broken UTF-8. */
gsize ut_text_blank_length (const char *at);

/* A copy without blanks at either end. */
char *ut_text_trim (const char *text);

/* Edit distance in characters; two neighbours swapped count as one step. */
guint ut_text_distance (const char *a, const char *b);

/* The word of a NULL-terminated list that was most likely meant: at most two steps away; NULL when none is. */
const char *ut_text_nearest (const char *word, const char *const *words);

/* Whether two texts differ in nothing but case and the composition of their letters. */
gboolean ut_text_equal_folded (const char *a, const char *b);

/* "a", "a og b", "a, b og c". */
char *ut_text_join (const char *const *words, UtLanguage language);

/* Appends text as it stands between tags or in a double-quoted attribute of XML or HTML. Control characters, which have
 * no place there even as references, become spaces. */
void ut_text_append_markup (GString *out, const char *text);

#endif
