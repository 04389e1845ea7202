/* The figures of a report as files, painted by a few threads. */
#ifndef UT_REPORT_PAINT_H
#define UT_REPORT_PAINT_H

#include "report/output.h"
#include <utsyn/report.h>

/* The three forms of a figure. */
typedef enum { UT_FORM_SVG = 1 << 0, UT_FORM_PDF = 1 << 1, UT_FORM_PNG = 1 << 2 } UtForm;

/**
 * Paints and writes figures (UtReportFigure), in their order whatever the threads do. `progress` is told of each,
 * counting on from `done` of `total`.
 */
gboolean ut_paint_figures (UtOutput *output, const GPtrArray *figures, guint forms, UtProgress progress, gpointer user,
                           guint done, guint total, GError **error);

#endif
