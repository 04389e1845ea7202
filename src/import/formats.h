/* The formats, one a file; the table that names them is in registry.c. */
#ifndef UT_IMPORT_FORMATS_H
#define UT_IMPORT_FORMATS_H

#include "import/importer.h"

int ut_tidy_detect (const char *head, gsize length);
gboolean ut_tidy_read (const char *path, const UtReadHints *hints, const UtCellSink *sink, UtFileForm *form,
                       GError **error);

int ut_pxweb_csv_detect (const char *head, gsize length);
gboolean ut_pxweb_csv_read (const char *path, const UtReadHints *hints, const UtCellSink *sink, UtFileForm *form,
                            GError **error);

#endif
