/* Whether a column of a sheet holds figures. */
#ifndef UT_IMPORT_SHAPE_SHEET_FIGURES_H
#define UT_IMPORT_SHAPE_SHEET_FIGURES_H

#include "import/shape/sheet.h"

/* From row `first` on: figures, and odd cells where a figure should stand. Of others it has few, or none that are
 * needed to tell the rows apart. */
gboolean ut_sheet_holds_figures (const UtSheet *sheet, guint column, guint first);

#endif
