/* The two shapes of Udir's answers in JSON. */
#ifndef UT_IMPORT_FORMAT_UDIR_JSON_H
#define UT_IMPORT_FORMAT_UDIR_JSON_H

#include <jansson.h>

#include "import/importer.h"

/* A pivot: heading levels with spans, and rows in a hierarchy of places ("USS"). */
gboolean ut_udir_json_read_pivot (json_t *root, const char *shown, const UtCellSink *sink, GError **error);

#endif
