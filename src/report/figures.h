/* The figures of a report: drawn when first requested, written once. */
#ifndef UT_REPORT_FIGURES_H
#define UT_REPORT_FIGURES_H

#include <utsyn/chart.h>

typedef struct {
  char *name;     /* "figurer/utvikling-pedagognorm-vinje", without an ending */
  UtScene *scene; /* NULL when there is nothing to draw */
} UtReportFigure;

typedef struct UtFigures UtFigures;

UtFigures *ut_figures_new (const UtAssessment *assessment, UtLanguage language);
void ut_figures_free (UtFigures *figures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtFigures, ut_figures_free)

/* The parts in which a figure can be read on a page, one for most: UtReportFigure, none when there is nothing to draw
 * or the kind does not suit. Place and indicator are passed over where the kind's scope has all of them. */
GPtrArray *ut_figures_get (UtFigures *figures, const UtChartKind *kind, guint place, guint indicator);

/* Draws every figure of the assessment. */
void ut_figures_draw_all (UtFigures *figures);

/* Those that have been requested and show something, sorted by name: UtReportFigure. */
GPtrArray *ut_figures_list (const UtFigures *figures);

#endif
