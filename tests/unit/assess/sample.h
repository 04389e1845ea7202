/* A small catalogue and table to assess, with the real regions. */
#ifndef UT_TEST_ASSESS_SAMPLE_H
#define UT_TEST_ASSESS_SAMPLE_H

#include <utsyn/assess.h>

typedef struct {
  UtRegions *regions;
  UtCatalogue *catalogue;
  UtTableBuilder *builder;
  guint32 next_line;
} Sample;

Sample *sample_new (void);
void sample_free (Sample *sample);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sample, sample_free)

const UtIndicator *sample_indicator (const Sample *sample, const char *key);
UtRegionId sample_region (const Sample *sample, const char *code);
UtPeriod sample_period (const char *text);

/* A row with nothing but what the test sets afterwards: NaN everywhere, status OK. */
UtRow sample_row (const Sample *sample, const char *key, const char *code, const char *period);
/* Adds it with one origin that has the same numbers, in the file of `dataset`. */
void sample_add_row (Sample *sample, UtRow row, const char *dataset);
/* A share or rate: the value is worked out. */
void sample_add (Sample *sample, const char *key, const char *code, const char *period, double events, double n);
/* A figure without counts. */
void sample_add_value (Sample *sample, const char *key, const char *code, const char *period, double value);
/* The same counts for every municipality of a county of today. */
void sample_add_county (Sample *sample, const char *key, const char *county, const char *period, double events,
                        double n);

UtTable *sample_finish (Sample *sample);
/* The finished table, prepared; `own` may be NULL. */
UtTable *sample_prepare (Sample *sample, const GArray *own, UtFindings *findings);

/* The row of a table; -1 when absent. */
gssize sample_find (const Sample *sample, const UtTable *table, const char *key, const char *code, const char *period);

#endif
