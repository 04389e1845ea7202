/* The columns of the Directorate for Education's exports, in whatever kind of file: wide with the period first in the
 * heading ("2022-23.Engelsk.5. årstrinn.Alle kjønn.Skalapoeng"), or Skoleporten's long table. */
#ifndef UT_IMPORT_FORMAT_UDIR_COLUMNS_H
#define UT_IMPORT_FORMAT_UDIR_COLUMNS_H

#include "import/shape/grid.h"

extern const UtGridFormat ut_udir_grid_format;

/* Whether a row is its headings. cells: NULL-terminated */
gboolean ut_udir_are_headings (const char *const *cells, guint n_cells);
/* Whether nobody else writes such headings. */
gboolean ut_udir_are_only_udirs (const char *const *cells);

#endif
