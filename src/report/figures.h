/* The figures of a report: drawn when first asked for, written once. */
#ifndef UT_REPORT_FIGURES_H
#define UT_REPORT_FIGURES_H

#include <utsyn/chart.h>

/* Folder of the figures, in the folder of the report. */
#define UT_FIGURES_FOLDER "figurer"

/* What stands for the place, or the indicator, of a figure that shows all. */
#define UT_FIGURE_ALL G_MAXUINT

typedef struct {
  char *name;     /* "figurer/trend-pedagognorm-vinje", without an ending */
  UtScene *scene; /* NULL when there is nothing to draw */
} UtReportFigure;

typedef struct UtFigures UtFigures;

UtFigures *ut_figures_new (const UtAssessment *assessment, UtLanguage language);
void ut_figures_free (UtFigures *figures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtFigures, ut_figures_free)

/* NULL when there is nothing to draw. */
const UtReportFigure *ut_figures_get (UtFigures *figures, const char *kind, guint place, guint indicator);

/* In how many parts such a figure can be read. */
guint ut_figures_n_parts (const UtFigures *figures, const char *kind, guint place, guint indicator);
/* One of them, from 1 on; NULL when there is nothing to draw. */
const UtReportFigure *ut_figures_get_part (UtFigures *figures, const char *kind, guint place, guint indicator,
                                           guint part);

/* Draws every figure of the assessment. */
void ut_figures_draw_all (UtFigures *figures);

/* Those that have been asked for and show something, sorted by name: UtReportFigure. */
GPtrArray *ut_figures_list (const UtFigures *figures);

#endif
