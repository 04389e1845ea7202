/* Small things several floors do with texts in UTF-8. */
#ifndef UT_BASE_TEXT_H
#define UT_BASE_TEXT_H

#include <glib.h>
#include <utsyn/language.h>

/* Bytes of the blank character at `at`: ASCII space and tab, line ends, no-break, figure, thin and narrow spaces, the
 * zero-width ones; 0 when it is none. Reads no further than the closing NUL, also in broken UTF-8. */
gsize ut_text_blank_length (const char *at);

const char *ut_text_skip_blanks (const char *at);

/* A copy without blanks at either end. */
char *ut_text_trim (const char *text);

/* Edit distance in characters; two neighbours swapped count as one step. */
guint ut_text_distance (const char *a, const char *b);

/* The word of a NULL-terminated list that was most likely meant: at most two steps away; NULL when none is. */
const char *ut_text_nearest (const char *word, const char *const *words);

/* Case and composition folded, for comparing names. New string. */
char *ut_text_fold (const char *text);

/* Whether two texts differ in nothing but case and the composition of their letters. */
gboolean ut_text_equal_folded (const char *a, const char *b);

/* ASCII letters, digits and hyphens: æ is ae, ø oe, å aa. For file names and anchors. */
char *ut_slug (const char *text);

/* With a capital first letter. New string. */
char *ut_text_capital (const char *text);

guint ut_text_count_words (const char *text);

/* "a", "a og b", "a, b og c". */
char *ut_text_join (const char *const *words, UtLanguage language);

/* Appends the separator, and the text in the quotation marks of the messages. */
void ut_text_add_quoted (GString *list, const char *separator, const char *text);

/* Where a text that came from outside (figures, definitions, names of files) is to stand. */
typedef enum {
  UT_TEXT_DOCUMENT, /* in XML, HTML, a cell of a workbook: line feeds and tabs stay */
  UT_TEXT_LINE,     /* the same where it is one line: a name, a heading, a cell of a table; line breaks become spaces */
  UT_TEXT_MESSAGE,  /* a line of a message: as at a terminal, and line feeds and tabs are shown too */
  UT_TEXT_TERMINAL, /* line feeds and tabs stay; what a terminal would obey is shown, as JSON would write it: \u001b */
} UtTextPlace;

/* A copy without what no document may hold and no terminal should obey: control characters (also ESC, DEL and U+0080 to
 * U+009F), characters Unicode keeps for itself (U+FFFE, U+FFFF and their like), marks that turn the direction of
 * writing. In documents the marks are left out and the rest are spaces, except that line separators are line breaks.
 * Bytes that are no UTF-8, surrogates among them, become U+FFFD. All letters stay as they are. */
char *ut_text_clean (const char *text, UtTextPlace place);

/* Appends text as it stands between tags or in a double-quoted attribute of XML or HTML, cleaned as for a document. */
void ut_text_append_markup (GString *out, const char *text);

#endif
