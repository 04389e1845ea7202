/* JSON files: reading one, cells out of its values, and knowing one by its beginning. */
#ifndef UT_IMPORT_BYTES_JSON_H
#define UT_IMPORT_BYTES_JSON_H

#include <jansson.h>
#include <utsyn/number.h>

#include "import/bytes/file.h"

/* The whole of a file, UTF-8 or as its bytes tell. `shown` is how complaints name it. Error: UT_ERROR_IO,
 * UT_ERROR_DEFINITION when it is no JSON. */
json_t *ut_json_load (const char *path, const char *shown, UtFileForm *form, GError **error);

/* A text, trimmed and on one line, a number, "true", "false" or, for null and NULL, "". New string; NULL for an object
 * or a list. */
char *ut_json_cell (const json_t *value, UtDecimalMark mark);

/* A whole number that is not negative: 2, 2.0 or "2". */
gboolean ut_json_whole (const json_t *value, guint64 *number);

/* Whether the file begins as JSON and has this key there, at any depth; with `value` (a text) beside it when not NULL.
 */
gboolean ut_json_head_has (const UtFileHead *head, const char *key, const char *value);

#endif
