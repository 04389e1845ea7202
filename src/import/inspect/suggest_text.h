/* Texts in the YAML of a proposal. */
#ifndef UT_IMPORT_INSPECT_SUGGEST_TEXT_H
#define UT_IMPORT_INSPECT_SUGGEST_TEXT_H

#include <glib.h>

/* A double-quoted YAML scalar. New string. */
char *ut_suggest_quote (const char *text);
/* A comment is one line. */
void ut_suggest_comment (GString *yaml, const char *indent, const char *text);

#endif
