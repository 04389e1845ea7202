#include "twice.h"

#include "assess/benchmark.h"
#include "assess/persons.h"

#include <math.h>

/* How far a head count of an age group may be from the persons a source counts, where the catalogue need not say it
 * since the source prints their number: as for work capacity. */
#define DOUBT_LOWEST  (-0.04)
#define DOUBT_HIGHEST 0.03

/* Rows of the small table. */
enum { PRINTED, HEADS };

typedef struct {
  const UtComparisonContext *setting;
  const UtReference *reference;
  UtBenchmark benchmark;
  UtLevel by_counts;
  GArray *all;
} Comparison;

static gboolean
is_mean (const UtIndicator *indicator) {
  return indicator->test == UT_TEST_MARGIN;
}

/* NaN where only the stand-in tells. */
static double
true_persons (const UtIndicator *indicator, const UtFigure *figure) {
  if (!isnan (figure->denominator))
    return figure->denominator;
  return round (figure->numerator / figure->value * ut_unit_factor (indicator->unit));
}

static double
population (const Comparison *comparison, const UtFigure *figure) {
  const UtComparisonContext *s = comparison->setting;
  UtPersons persons;
  if (!ut_persons_stand_in (s->table, s->indicator, figure->region, figure->period, &persons))
    return NAN;
  return persons.highest / (1 + persons.stands_in->doubt_highest);
}

/* The head count that stands in. */
static double
heads (const Comparison *comparison, const UtFigure *figure, StandIn stand_in, const UtDenominator *denominator) {
  double persons = true_persons (comparison->setting->indicator, figure);
  if (stand_in == STAND_IN_POPULATION || isnan (persons))
    return population (comparison, figure);
  double off = stand_in == STAND_IN_MOST     ? denominator->doubt_lowest
               : stand_in == STAND_IN_FEWEST ? denominator->doubt_highest
                                             : 0;
  return persons / (1 + off);
}

static void
add (UtTableBuilder *builder, UtIndicatorId indicator, UtRegionId region, UtPeriod period, double value) {
  const UtRow row = { .indicator = indicator,
                      .region = region,
                      .period = period,
                      .value = value,
                      .numerator = NAN,
                      .denominator = NAN,
                      .margin = NAN,
                      .status = UT_STATUS_OK,
                      .file = UT_FILE_NONE };
  ut_table_builder_add (builder, &row);
}

/* Both figures rounded, and a head count of each; NULL where there is none. */
static UtTable *
print (const Comparison *comparison, double resolution, StandIn stand_in, const UtDenominator *denominator) {
  const UtFigure *figures[] = { comparison->setting->own, &comparison->reference->figure };
  UtPeriod period = { .kind = UT_PERIOD_YEAR,
                      .first_year = figures[0]->period.last_year,
                      .last_year = figures[0]->period.last_year };
  g_autoptr (UtTableBuilder) builder = ut_table_builder_new ();
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++) {
    double persons = heads (comparison, figures[i], stand_in, denominator);
    if (!(persons > 0))
      return NULL;
    add (builder, PRINTED, figures[i]->region, period, round (figures[i]->value / resolution) * resolution);
    add (builder, HEADS, figures[i]->region, period, persons);
  }
  return ut_table_builder_finish (builder);
}

static UtLevel
judge_printed (const Comparison *comparison, const UtTable *table, const UtIndicator *printed) {
  UtFigure figures[2];
  const UtRegionId regions[] = { comparison->setting->place, comparison->reference->figure.region };
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    figures[i] = ut_assess_figure (table, ut_table_series (table, PRINTED, regions[i]).first, printed);
  UtQuestion question = comparison->reference->question;
  question.table = table;
  return ut_verdict (printed, &figures[0], &figures[1], &question).level;
}

static void
judge_again (const Comparison *comparison, StandIn stand_in, double resolution) {
  const UtIndicator *indicator = comparison->setting->indicator;
  UtDenominator denominator = { .years = UT_YEARS_LAST, .doubt_lowest = DOUBT_LOWEST, .doubt_highest = DOUBT_HIGHEST };
  UtDenominatorTerm heads_alone = { .id = HEADS, .factor = 1 };
  if (indicator->denominator != NULL) {
    denominator.doubt_lowest = indicator->denominator->doubt_lowest;
    denominator.doubt_highest = indicator->denominator->doubt_highest;
  }
  g_autoptr (UtTable) table = print (comparison, resolution, stand_in, &denominator);
  if (table == NULL)
    return;
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof heads_alone);
  g_array_append_val (terms, heads_alone);
  denominator.terms = terms;
  UtIndicator printed = *indicator;
  printed.id = PRINTED;
  printed.denominator = &denominator;
  printed.resolution = resolution;
  const Twice twice = {
    indicator,  comparison->setting->place, comparison->setting->own->period,           comparison->benchmark, stand_in,
    resolution, comparison->by_counts,      judge_printed (comparison, table, &printed)
  };
  g_array_append_val (comparison->all, twice);
}

/* Means are printed in whole points as they are; shares with one decimal, and whole. */
static void
judge_in_all_ways (const Comparison *comparison) {
  const UtIndicator *indicator = comparison->setting->indicator;
  for (int stand_in = 0; stand_in < N_STAND_INS; stand_in++) {
    if (stand_in == STAND_IN_POPULATION && indicator->denominator == NULL)
      continue;
    judge_again (comparison, (StandIn) stand_in, 1);
    if (!is_mean (indicator))
      judge_again (comparison, (StandIn) stand_in, 0.1);
  }
}

static gboolean
has_counts (const UtIndicator *indicator, const UtFigure *own) {
  if (is_mean (indicator))
    return !isnan (own->margin) && !isnan (own->denominator);
  return !isnan (own->numerator) && own->value > 0;
}

GArray *
twice_judge (const UtTable *table, const UtCatalogue *catalogue, const UtRegions *regions, UtBenchmark benchmark) {
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Twice));
  const UtAssessOptions options = { .rule = UT_RULE_UTSYN };
  for (gsize row = 0; row < table->n_rows; row++) {
    const UtIndicator *indicator = ut_catalogue_get (catalogue, table->indicator[row]);
    if (indicator->test == UT_TEST_NONE || indicator->standardised
        || ut_regions_get (regions, table->region[row])->kind != UT_REGION_MUNICIPALITY)
      continue;
    UtFigure own = ut_assess_figure (table, row, indicator);
    const UtComparisonContext setting = { table, regions, &options, indicator, table->region[row], &own };
    UtReference reference = ut_benchmark_find (&setting, benchmark);
    UtVerdict verdict = ut_verdict (indicator, &own, &reference.figure, &reference.question);
    const Comparison comparison = { &setting, &reference, benchmark, verdict.level, all };
    if (verdict.level != UT_LEVEL_NOT_TESTED && has_counts (indicator, &own))
      judge_in_all_ways (&comparison);
  }
  return all;
}

gboolean
twice_is_decided (UtLevel level) {
  return level > UT_LEVEL_UNDECIDED;
}

static gboolean
is_sure (UtLevel level) {
  return level > UT_LEVEL_SIMILAR;
}

gboolean
twice_is_opposite (const Twice *twice) {
  return is_sure (twice->by_counts) && is_sure (twice->by_figure) && twice->by_counts != twice->by_figure;
}

gboolean
twice_is_other (const Twice *twice) {
  return twice_is_decided (twice->by_counts) && twice_is_decided (twice->by_figure)
         && twice->by_figure != twice->by_counts;
}
