/* Columns with one heading: each gets a name that dataset.yaml can say. */
#ifndef UT_IMPORT_SHAPE_EQUAL_HEADINGS_H
#define UT_IMPORT_SHAPE_EQUAL_HEADINGS_H

#include "import/importer.h"

/* Tells the sink the layout, in which the second column of figures, or of labels, of the same heading is called "Antall
 * (2)". FALSE with error when the sink wants no more. */
gboolean ut_equal_headings_report (const UtCellSink *sink, const UtCellLayout *layout, GError **error);

#endif
