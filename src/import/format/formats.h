/* The formats, one a file; the table that names them is in registry.c. */
#ifndef UT_IMPORT_FORMAT_FORMATS_H
#define UT_IMPORT_FORMAT_FORMATS_H

#include "import/importer.h"

#define UT_FORMAT(name)                                                                                                \
  int ut_##name##_detect (const UtFileHead *head);                                                                     \
  gboolean ut_##name##_read (const char *path, const UtReadHints *hints, const UtCellSink *sink, UtFileForm *form,     \
                             GError **error)

UT_FORMAT (crosstab);
UT_FORMAT (fhi_csv);
UT_FORMAT (imdi);
UT_FORMAT (fhi_json_stat);
UT_FORMAT (geojson);
UT_FORMAT (json_stat);
UT_FORMAT (klass_json);
UT_FORMAT (klass_csv);
UT_FORMAT (nav_csv);
UT_FORMAT (px);
UT_FORMAT (pxweb_csv);
UT_FORMAT (tidy);
UT_FORMAT (udir_csv);
UT_FORMAT (udir_json);
UT_FORMAT (xlsx);

int ut_crosstab_detect_by_places (const UtFileHead *head, UtPlaces *places);

#undef UT_FORMAT

#endif
