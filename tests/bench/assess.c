/* How long verdicts take: every municipality × indicator × year against county, country and a group of peers, from the
 * columnar table in memory, against a bare pass over the same columns on the same threads; the assessment a report
 * asks for of the same table: the newest year, with trends, ranks and Benjamini–Hochberg; and verdicts on the same
 * figures without their counts: percentages of one decimal, of a number of persons that a head count lends.
 *
 *   assess [INDICATORS]     60 when nothing is said; a multiple of 60 for a ratio that compares the same kinds
 */
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <math.h>
#include <stdio.h>
#include <time.h>
#include <utsyn/assess.h>

#include "assess/benchmark.h"
#include "base/pool.h"
#include "measure.h"
#include "sizes.h"

#define N_YEARS    20
#define FIRST_YEAR 2006
/* Of figures without counts. */
#define N_PRINTED_YEARS 4
#define N_PEERS         10
#define SLOW            3 /* rounds of what takes long */
#define MINUTES         2 /* in which rounds may begin */
/* Standard deviation of the log odds between municipalities, as in Ungdata. */
#define SIGMA 0.2255

static const UtBenchmark benchmarks[] = { UT_BENCHMARK_COUNTY, UT_BENCHMARK_COUNTRY, UT_BENCHMARK_PEERS };

typedef struct {
  const Sizes *sizes;
  UtRegionId peers;
  guint n_indicators, n_years;
  gboolean printed;
  UtIndicator *indicators; /* [n_indicators] */
  UtDenominator lenders[N_BASES];
  UtTable *table;
} Sample;

/* The table */

/* Thirty kinds of indicators, five groups of persons × six levels, over and over. */
static Base
base_of (guint indicator) {
  return (Base) (indicator % N_BASES);
}

static double
level_of (guint indicator) {
  static const double levels[] = { 0.01, 0.03, 0.08, 0.15, 0.25, 0.4 };
  return levels[indicator / N_BASES % G_N_ELEMENTS (levels)];
}

static UtIndicator
make_indicator (guint i) {
  gboolean share = i % 4 != 3;
  return (UtIndicator){ .id = (UtIndicatorId) i,
                        .measure = share ? UT_MEASURE_PROPORTION : UT_MEASURE_RATE,
                        .unit = share ? UT_UNIT_PERCENT : UT_UNIT_PER_1000,
                        .polarity = UT_POLARITY_LOW,
                        .test = share ? UT_TEST_BINOMIAL : UT_TEST_POISSON,
                        .relevant_ratio = 1,
                        .design_effect = 1,
                        .suppress = { -1, -1, -1 } };
}

/* Events and persons of every region in one year. */
typedef struct {
  double events, persons;
} Counts;

static void
draw_year (const Sample *sample, guint indicator, gsl_rng *random, Counts *counts) {
  const Sizes *sizes = sample->sizes;
  double level = level_of (indicator), odds = level / (1 - level);
  for (guint p = 0; p < sizes->places->len; p++) {
    UtRegionId place = g_array_index (sizes->places, UtRegionId, p);
    double own = odds * exp (gsl_ran_gaussian_ziggurat (random, SIGMA));
    double persons = sizes->persons[p][base_of (indicator)];
    double events = gsl_ran_binomial (random, own / (1 + own), (guint) persons);
    UtRegionId holds[] = { place, ut_regions_get (sizes->regions, place)->county, ut_regions_country (sizes->regions),
                           p < N_PEERS ? sample->peers : UT_REGION_NONE };
    for (guint i = 0; i < G_N_ELEMENTS (holds); i++)
      if (holds[i] != UT_REGION_NONE) {
        counts[holds[i]].events += events;
        counts[holds[i]].persons += persons;
      }
  }
}

static void
add_figure (UtTableBuilder *builder, guint indicator, guint region, guint16 year, double value, const Counts *counts) {
  const UtRow row = { .indicator = (UtIndicatorId) indicator,
                      .region = (UtRegionId) region,
                      .period = { .kind = UT_PERIOD_YEAR, .first_year = year, .last_year = year },
                      .value = value,
                      .numerator = counts->events,
                      .denominator = counts->persons,
                      .margin = NAN,
                      .status = UT_STATUS_OK,
                      .file = UT_FILE_NONE };
  ut_table_builder_add (builder, &row);
}

static void
add_year (const Sample *sample, guint indicator, guint16 year, const Counts *counts, UtTableBuilder *builder) {
  const Counts unknown = { NAN, NAN };
  double factor = ut_unit_factor (sample->indicators[indicator].unit);
  for (guint r = 0; r < ut_regions_count (sample->sizes->regions); r++) {
    if (counts[r].persons <= 0)
      continue;
    double value = counts[r].events / counts[r].persons * factor;
    if (sample->printed)
      add_figure (builder, indicator, r, year, round (value * 10) / 10, &unknown);
    else
      add_figure (builder, indicator, r, year, value, &counts[r]);
    /* The head count of each group once. */
    if (sample->printed && indicator < N_BASES)
      add_figure (builder, sample->n_indicators + base_of (indicator), r, year, counts[r].persons, &unknown);
  }
}

/* Of a group's own head count, five in a hundred more or less. */
static void
lend (Sample *sample, guint indicator) {
  UtDenominator *lender = &sample->lenders[base_of (indicator)];
  if (lender->terms == NULL) {
    const UtDenominatorTerm term = { .id = (UtIndicatorId) (sample->n_indicators + base_of (indicator)), .factor = 1 };
    *lender = (UtDenominator){ g_array_new (FALSE, FALSE, sizeof term), UT_YEARS_LAST, -0.05, 0.05, NULL };
    g_array_append_val (lender->terms, term);
  }
  sample->indicators[indicator].denominator = lender;
}

static Sample *
make_sample (const Sizes *sizes, UtRegionId peers, guint n_indicators, guint n_years, gboolean printed) {
  Sample *sample = g_new (Sample, 1);
  *sample = (Sample){ .sizes = sizes,
                      .peers = peers,
                      .n_indicators = n_indicators,
                      .n_years = n_years,
                      .printed = printed,
                      .indicators = g_new0 (UtIndicator, n_indicators) };
  g_autoptr (UtTableBuilder) builder = ut_table_builder_new ();
  gsl_rng *random = gsl_rng_alloc (gsl_rng_mt19937);
  guint n_regions = ut_regions_count (sizes->regions);
  g_autofree Counts *counts = g_new (Counts, n_regions);
  for (guint i = 0; i < n_indicators; i++) {
    sample->indicators[i] = make_indicator (i);
    if (printed)
      lend (sample, i);
    for (guint year = 0; year < n_years; year++) {
      for (guint r = 0; r < n_regions; r++)
        counts[r] = (Counts){ 0, 0 };
      draw_year (sample, i, random, counts);
      add_year (sample, i, (guint16) (FIRST_YEAR + year), counts, builder);
    }
  }
  gsl_rng_free (random);
  sample->table = ut_table_builder_finish (builder);
  return sample;
}

static void
free_sample (Sample *sample) {
  ut_table_free (sample->table);
  g_free (sample->indicators);
  for (guint i = 0; i < N_BASES; i++)
    g_clear_pointer (&sample->lenders[i].terms, g_array_unref);
  g_free (sample);
}

/* What is timed. Each task is a municipality, or a part of the columns, and keeps what it found on cache lines of its
 * own. */

typedef struct {
  double sum;
  guint64 n_tested, n_sure;
  char apart[104];
} Found;

typedef struct {
  const Sample *sample;
  guint n_tasks;
  Found *found; /* [n_tasks] */
} Run;

static void
pass_part (gpointer user, guint task, guint worker) {
  const Run *run = user;
  const UtTable *table = run->sample->table;
  gsize from = table->n_rows * task / run->n_tasks, to = table->n_rows * (task + 1) / run->n_tasks;
  (void) worker;
  for (gsize row = from; row < to; row++)
    run->found[task].sum += table->value[row] + table->numerator[row] + table->denominator[row] + table->region[row]
                            + table->indicator[row] + table->period[row].last_year + table->status[row];
}

static void
judge_row (const Sample *sample, const UtAssessOptions *options, gsize row, Found *found) {
  const UtTable *table = sample->table;
  const UtIndicator *indicator = &sample->indicators[table->indicator[row]];
  UtFigure own = ut_assess_figure (table, row, indicator);
  const UtComparisonContext setting = { .table = table,
                                        .regions = sample->sizes->regions,
                                        .options = options,
                                        .indicator = indicator,
                                        .place = table->region[row],
                                        .own = &own };
  for (guint b = 0; b < G_N_ELEMENTS (benchmarks); b++) {
    UtReference reference = ut_benchmark_find (&setting, benchmarks[b]);
    UtVerdict verdict = ut_verdict (indicator, &own, &reference.figure, &reference.question);
    found->n_tested += verdict.level != UT_LEVEL_NOT_TESTED;
    found->n_sure += verdict.level > UT_LEVEL_SIMILAR;
  }
}

static UtAssessOptions
options_of (const Sample *sample) {
  UtAssessOptions options = { .rule = UT_RULE_UTSYN, .peers = sample->peers };
  options.wanted[UT_BENCHMARK_PEERS] = TRUE;
  return options;
}

static void
judge_place (gpointer user, guint task, guint worker) {
  const Run *run = user;
  const Sample *sample = run->sample;
  const UtAssessOptions options = options_of (sample);
  (void) worker;
  for (guint i = 0; i < sample->n_indicators; i++) {
    UtSeries series
        = ut_table_series (sample->table, (UtIndicatorId) i, g_array_index (sample->sizes->places, UtRegionId, task));
    for (gsize k = 0; k < series.n; k++)
      judge_row (sample, &options, series.first + k, &run->found[task]);
  }
}

static double
seconds_since (gint64 start) {
  return (double) (g_get_monotonic_time () - start) / 1e6;
}

/* Seconds; what was found is added up in `sum`. */
static double
time_tasks (const Sample *sample, UtTask task, guint n_tasks, guint n_threads, Found *sum) {
  g_autofree Found *found = g_new0 (Found, n_tasks);
  Run run = { sample, n_tasks, found };
  gint64 start = g_get_monotonic_time ();
  ut_pool_run (n_threads, n_tasks, task, &run);
  double seconds = seconds_since (start);
  *sum = (Found){ 0 };
  for (guint i = 0; i < n_tasks; i++) {
    sum->sum += found[i].sum;
    sum->n_tested += found[i].n_tested;
    sum->n_sure += found[i].n_sure;
  }
  return seconds;
}

static double
time_report (const Sample *sample) {
  const UtAssessOptions options = options_of (sample);
  g_autoptr (GPtrArray) indicators = g_ptr_array_new ();
  for (guint i = 0; i < sample->n_indicators; i++)
    g_ptr_array_add (indicators, &sample->indicators[i]);
  gint64 start = g_get_monotonic_time ();
  UtAssessment *assessment
      = ut_assess (sample->table, NULL, sample->sizes->regions, sample->sizes->places, indicators, &options);
  double seconds = seconds_since (start);
  ut_assessment_free (assessment);
  return seconds;
}

/* The page */

static void
say_time (const char *what, double seconds, double n, const char *unit) {
  printf ("  %-36s %8.3f s  %10.0f %s a second\n", what, seconds, n / seconds, unit);
}

/* Seconds a verdict, two threads; no new round begins after `until`. */
static double
bench (const Sizes *sizes, UtRegionId peers, guint n_indicators, gboolean full, gint64 until) {
  Sample *sample = make_sample (sizes, peers, n_indicators, N_YEARS, FALSE);
  guint n_places = sizes->places->len;
  double floor[SLOW], two[SLOW], one[SLOW], report[SLOW];
  double n_verdicts = (double) n_places * n_indicators * N_YEARS * G_N_ELEMENTS (benchmarks);
  Found found, ignored;
  guint n_rounds = 0;
  /* As many rounds as there is time for, and one at least: what takes long is measured less often. */
  for (guint round = 0; round == 0 || (round < SLOW && g_get_monotonic_time () < until); round++) {
    printf ("  %u indicators, round %u\n", n_indicators, round + 1);
    n_rounds = round + 1;
    floor[round] = time_tasks (sample, pass_part, 2, 2, &ignored);
    two[round] = time_tasks (sample, judge_place, n_places, 2, &found);
    if (full) {
      one[round] = time_tasks (sample, judge_place, n_places, 1, &ignored);
      report[round] = time_report (sample);
    }
  }
  printf ("%u municipalities × %u indicators × %d years × %zu benchmarks: %.2f million verdicts, %.2f tested, "
          "%.2f sure\n",
          n_places, n_indicators, N_YEARS, G_N_ELEMENTS (benchmarks), n_verdicts / 1e6, (double) found.n_tested / 1e6,
          (double) found.n_sure / 1e6);
  say_time ("a pass over the columns, two threads", middle (floor, n_rounds), (double) sample->table->n_rows, "rows");
  say_time ("verdicts, two threads", middle (two, n_rounds), n_verdicts, "verdicts");
  if (full) {
    say_time ("verdicts, one thread", middle (one, n_rounds), n_verdicts, "verdicts");
    say_time ("a report of the newest year", middle (report, n_rounds), n_verdicts / N_YEARS, "verdicts");
    say_ratio ("verdicts against the pass, two threads", middle_ratio (two, floor, n_rounds));
    say_goal ("two threads against one", middle_ratio (two, one, n_rounds), 0.6);
  }
  free_sample (sample);
  return middle (two, n_rounds) / n_verdicts;
}

/* Seconds of processor time, of all threads: what another program takes of the machine is not in it. */
static double
work_of (const Sample *sample, Found *found) {
  clock_t start = clock ();
  time_tasks (sample, judge_place, sample->sizes->places->len, 2, found);
  return (double) (clock () - start) / CLOCKS_PER_SEC;
}

/* A verdict on printed figures against one on the same with their counts. */
static void
bench_printed (const Sizes *sizes, UtRegionId peers, guint n_indicators, gint64 until) {
  Sample *counted = make_sample (sizes, peers, n_indicators, N_PRINTED_YEARS, FALSE);
  Sample *printed = make_sample (sizes, peers, n_indicators, N_PRINTED_YEARS, TRUE);
  guint n_places = sizes->places->len, n_rounds = 0;
  double known[SLOW], possible[SLOW], n_verdicts = (double) n_places * n_indicators * N_PRINTED_YEARS;
  Found found_known, found_possible;
  n_verdicts *= G_N_ELEMENTS (benchmarks);
  for (; n_rounds == 0 || (n_rounds < SLOW && g_get_monotonic_time () < until); n_rounds++) {
    printf ("  printed figures, round %u\n", n_rounds + 1);
    known[n_rounds] = work_of (counted, &found_known);
    possible[n_rounds] = work_of (printed, &found_possible);
  }
  printf ("%.2f million verdicts with counts, %.2f tested, %.2f sure; without, %.2f tested, %.2f sure\n",
          n_verdicts / 1e6, (double) found_known.n_tested / 1e6, (double) found_known.n_sure / 1e6,
          (double) found_possible.n_tested / 1e6, (double) found_possible.n_sure / 1e6);
  say_time ("with counts, processor time", middle (known, n_rounds), n_verdicts, "verdicts");
  say_time ("without, processor time", middle (possible, n_rounds), n_verdicts, "verdicts");
  say_goal ("a verdict without counts against one with them", middle_ratio (possible, known, n_rounds), 5);
  free_sample (counted);
  free_sample (printed);
}

int
main (int argc, char **argv) {
  guint n_indicators = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 60;
  g_autoptr (Sizes) sizes = sizes_load (g_getenv ("UTSYN_SOURCE_ROOT"));
  g_autoptr (GError) error = NULL;
  const UtRegion *peers = ut_regions_add_own (sizes->regions, "peers", "Peers",
                                              (const UtRegionId *) (gpointer) sizes->places->data, N_PEERS, &error);
  if (peers == NULL)
    g_error ("%s", error->message);
  /* Told as it goes, also where it is written to a file. */
  setvbuf (stdout, NULL, _IOLBF, 0);
  gint64 until = g_get_monotonic_time () + MINUTES * 60 * G_USEC_PER_SEC;
  double small = bench (sizes, peers->id, MAX (n_indicators / 2, 1), FALSE, until);
  double large = bench (sizes, peers->id, MAX (n_indicators, 1), TRUE, until);
  say_goal ("a verdict of all indicators against half of them", large / small, 1.25);
  bench_printed (sizes, peers->id, MAX (n_indicators / 2, 1), g_get_monotonic_time () + MINUTES * 60 * G_USEC_PER_SEC);
  return 0;
}
