/* The figures of a report as files, painted by a few threads. */
#ifndef UT_REPORT_OUTPUT_PAINT_H
#define UT_REPORT_OUTPUT_PAINT_H

#include "report/output/folder.h"
#include <utsyn/report.h>

/* In which a chart can be painted. */
typedef enum { UT_IMAGE_SVG = 1 << 0, UT_IMAGE_PDF = 1 << 1, UT_IMAGE_PNG = 1 << 2, UT_IMAGE_END } UtImageFormat;

/**
 * Paints and writes figures (UtChartImage), in their order whatever the threads do. `progress` is called for each,
 * counting on from `done` of `total`.
 */
gboolean ut_paint_figures (UtOutputFolder *output, const GPtrArray *figures, guint formats, UtProgress progress,
                           gpointer user, guint done, guint total, GError **error);

#endif
