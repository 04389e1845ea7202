/* The grammar of PC-Axis files: KEYWORD[language]("part","part")=value; and last DATA=figures; */
#ifndef UT_IMPORT_BYTES_PX_GRAMMAR_H
#define UT_IMPORT_BYTES_PX_GRAMMAR_H

#include <glib.h>

typedef struct UtPx UtPx;

/* One word of the DATA section, valid until the next is read. */
typedef struct {
  const char *text; /* without quotes, trimmed */
  gboolean quoted;
  guint line; /* physical line, 1-based */
} UtPxToken;

/* Reads everything up to the figures. `shown` is how complaints name the file; encoding: static text (msgid). Error:
 * UT_ERROR_IO, UT_ERROR_DEFINITION "file:line: …". */
UtPx *ut_px_open (const char *path, const char *shown, const char **encoding, GError **error);
void ut_px_free (UtPx *px);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtPx, ut_px_free)

/* The strings or bare words of KEYWORD, or of KEYWORD("part"), in the file's main language; NULL when it has no such
 * keyword. Only keywords that shape the table are kept. */
const char *const *ut_px_list (const UtPx *px, const char *keyword, const char *part);
/* The first of them; NULL when there is none. */
const char *ut_px_text (const UtPx *px, const char *keyword, const char *part);
/* Where the keyword stands; 0 when it does not. */
guint ut_px_line (const UtPx *px, const char *keyword, const char *part);

/* The next word of the figures; FALSE at their end, when token->line is the last line. */
gboolean ut_px_next (UtPx *px, UtPxToken *token);
/* Whether the figures ended with their semicolon: a file that was cut off does not. */
gboolean ut_px_is_closed (const UtPx *px);

#endif
