/* The figures of a report: drawn when first requested, written once. */
#ifndef UT_REPORT_CHART_IMAGES_H
#define UT_REPORT_CHART_IMAGES_H

#include <utsyn/chart.h>

typedef struct {
  char *name;     /* "figurer/utvikling-pedagognorm-vinje", without an ending */
  UtScene *scene; /* NULL when there is nothing to draw */
} UtChartImage;

typedef struct UtChartImages UtChartImages;

UtChartImages *ut_chart_images_new (const UtAssessment *assessment, UtLanguage language);
void ut_chart_images_free (UtChartImages *figures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtChartImages, ut_chart_images_free)

/* The parts in which a figure can be read on a page, one for most: UtChartImage, none when there is nothing to draw
 * or the kind does not suit. Place and indicator are passed over where the kind's scope has all of them. */
GPtrArray *ut_chart_images_get (UtChartImages *figures, const UtChartKind *kind, guint place, guint indicator);

/* Draws every figure of the assessment. */
void ut_chart_images_draw_all (UtChartImages *figures);

/* Those that have been requested and show something, sorted by name: UtChartImage. */
GPtrArray *ut_chart_images_list (const UtChartImages *figures);

#endif
