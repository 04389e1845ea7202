/* Small worlds to draw: a catalogue written in the test, the real regions, and figures made up for the purpose. */
#ifndef UT_TEST_CHART_SAMPLE_H
#define UT_TEST_CHART_SAMPLE_H

#include <utsyn/chart.h>

typedef struct {
  UtRegions *regions;
  UtCatalogue *catalogue;
  UtTableBuilder *builder;
  GArray *own; /* UtRegionId of the world's own regions */
  UtTable *table;
  UtAssessment *assessment;
} Sample;

/* Each of `files` is one theme's YAML; NULL-terminated. */
Sample *sample_new (const char *const *files);
void sample_free (Sample *sample);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sample, sample_free)

/* A share, rate or mean with what is known of it; NaN for what is not. */
typedef struct {
  const char *indicator, *region, *period;
  double value, numerator, denominator, margin;
  UtStatus status;
  guint16 quality;
} SampleRow;

void sample_add (Sample *sample, SampleRow row);
/* The value is worked out from the counts. */
void sample_add_counts (Sample *sample, const char *indicator, const char *region, const char *period, double events,
                        double n);
/* Nothing but a value. */
void sample_add_value (Sample *sample, const char *indicator, const char *region, const char *period, double value);
/* No figure, and why. */
void sample_add_missing (Sample *sample, const char *indicator, const char *region, const char *period,
                         UtStatus status);
/* Values around `middle` for every municipality of a county, in fixed steps up to `width` away. */
void sample_add_spread (Sample *sample, const char *indicator, const char *county, const char *period, double middle,
                        double width, const char *but);

/* Adds a region of the report's own. */
void sample_add_own (Sample *sample, const char *id, const char *name, const char *members);

/* Assesses these places (codes separated by blanks) on all indicators. */
void sample_assess (Sample *sample, const char *places);

UtScene *sample_draw (const Sample *sample, const char *chart, guint place, guint indicator, UtLanguage language,
                      const UtMeasurer *measurer);

/* One of each: every verdict, every shape of series. */
Sample *sample_all_verdicts (void);

#endif
