/* What series are called whose truth is flat, a step or a line, through the trend that reports use. */
#include "calibration.h"

#include "assess/change.h"
#include "base/pool.h"

#include <gsl/gsl_randist.h>
#include <math.h>

#define CHAPTER    50
#define FIRST_YEAR 2010
#define LEAST_LONG 6
#define MOST_LONG  15

/* What a series consists of. */
typedef enum { VALUES, SHARES, RATES, MEMORY, N_KINDS } Kind;
static const char *const kind_names[N_KINDS] = { "values", "shares", "rates", "values that remember" };

#define LEVEL        50.0 /* of values, with a noise of 1 */
#define REMEMBERED   0.5  /* of the year before, in noise that remembers */
#define SHARE        0.2
#define PERSONS      400.0
#define RATE         0.03
#define RATE_PERSONS 1000.0

/* The expected value of a series, in standard deviations of its noise above its beginning. */
typedef enum { FLAT, STEP, LINE } Shape;

typedef struct {
  Kind kind;
  Shape shape;
  guint length;
  guint first_after; /* of a step */
  double size;       /* of a step, or from a line's first point to its last */
  guint n_series;
} Case;

typedef struct {
  guint n, n_trend, n_jump, n_without_jump; /* the last: a trend, had no jump been looked for */
} Tally;

static UtIndicator
indicator_of (Kind kind) {
  UtIndicator indicator = { .measure = UT_MEASURE_MEAN,
                            .unit = UT_UNIT_POINTS,
                            .polarity = UT_POLARITY_NEUTRAL,
                            .test = UT_TEST_MARGIN,
                            .suppress = { -1, -1, -1 } };
  if (kind == SHARES || kind == RATES) {
    indicator.measure = kind == SHARES ? UT_MEASURE_PROPORTION : UT_MEASURE_RATE;
    indicator.unit = kind == SHARES ? UT_UNIT_PERCENT : UT_UNIT_PER_1000;
    indicator.test = kind == SHARES ? UT_TEST_BINOMIAL : UT_TEST_POISSON;
  }
  return indicator;
}

static double
expected (const Case *c, guint point) {
  switch (c->shape) {
  case STEP:
    return point >= c->first_after ? c->size : 0;
  case LINE:
    return c->size * point / (c->length - 1);
  default:
    return 0;
  }
}

/* A value `sd` standard deviations above the level, drawn. `noise` is that of the year before. */
static void
draw (Kind kind, double sd, const gsl_rng *random, double *noise, UtRow *row) {
  row->numerator = row->denominator = NAN;
  if (kind == VALUES || kind == MEMORY) {
    double memory = kind == MEMORY && row->period.first_year > FIRST_YEAR ? REMEMBERED : 0;
    *noise = memory * *noise + gsl_ran_gaussian (random, sqrt (1 - memory * memory));
    row->value = LEVEL + sd + *noise;
  } else if (kind == SHARES) {
    double share = SHARE + sd * sqrt (SHARE * (1 - SHARE) / PERSONS);
    row->denominator = PERSONS;
    row->numerator = gsl_ran_binomial (random, fmin (share, 1), (guint) PERSONS);
    row->value = 100 * row->numerator / row->denominator;
  } else {
    double rate = RATE + sd * sqrt (RATE / RATE_PERSONS);
    row->denominator = RATE_PERSONS;
    row->numerator = gsl_ran_poisson (random, rate * RATE_PERSONS);
    row->value = 1000 * row->numerator / row->denominator;
  }
}

static UtTable *
draw_series (const Case *c, const gsl_rng *random) {
  g_autoptr (UtTableBuilder) builder = ut_table_builder_new ();
  double noise = 0;
  for (guint series = 0; series < c->n_series; series++)
    for (guint point = 0; point < c->length; point++) {
      guint16 year = (guint16) (FIRST_YEAR + point);
      UtRow row = { .region = (UtRegionId) series,
                    .period = { .kind = UT_PERIOD_YEAR, .first_year = year, .last_year = year },
                    .margin = NAN,
                    .status = UT_STATUS_OK,
                    .file = UT_FILE_NONE };
      draw (c->kind, expected (c, point), random, &noise, &row);
      ut_table_builder_add (builder, &row);
    }
  return ut_table_builder_finish (builder);
}

static Tally
judge (const Case *c, const gsl_rng *random) {
  const UtIndicator indicator = indicator_of (c->kind);
  g_autoptr (UtTable) table = draw_series (c, random);
  Tally tally = { 0 };
  for (guint series = 0; series < c->n_series; series++) {
    UtTrend trend = ut_change_find (&indicator, (UtSeries){ table, (gsize) series * c->length, c->length });
    tally.n++;
    tally.n_trend += trend.trend == UT_TREND_RISING || trend.trend == UT_TREND_FALLING;
    tally.n_jump += trend.trend == UT_TREND_JUMP;
    tally.n_without_jump += trend.p < 0.05 && (trend.slope_interval.lower > 0 || trend.slope_interval.upper < 0);
    ut_change_clear (&trend);
  }
  return tally;
}

typedef struct {
  const Case *cases;
  Tally *tallies;
  guint stream;
} Job;

static void
judge_task (gpointer user, guint task, guint worker) {
  const Job *job = user;
  gsl_rng *random = random_new (CHAPTER + job->stream, task);
  (void) worker;
  job->tallies[task] = judge (&job->cases[task], random);
  gsl_rng_free (random);
}

/* Every case by itself, and added up. */
static Tally
judge_all (const GArray *cases, guint stream) {
  g_autofree Tally *tallies = g_new0 (Tally, cases->len);
  Job job = { (const Case *) (gpointer) cases->data, tallies, stream };
  Tally sum = { 0 };
  ut_pool_run (ut_pool_width (), cases->len, judge_task, &job);
  for (guint i = 0; i < cases->len; i++) {
    sum.n += tallies[i].n;
    sum.n_trend += tallies[i].n_trend;
    sum.n_jump += tallies[i].n_jump;
    sum.n_without_jump += tallies[i].n_without_jump;
  }
  return sum;
}

/* A stream of random numbers for each table cell. */
static guint
stream_of (Shape shape, Kind kind, guint column) {
  return ((guint) shape * N_KINDS + (guint) kind) * 32 + column;
}

static void
calibrate_flat (Page *page, guint n_series) {
  page_add (page, "### Flat series\n\nCalled rising or falling, and called a jump, in per cent, by the number of "
                  "points.\n\n| series |");
  for (guint length = 4; length <= MOST_LONG; length++)
    page_add (page, " %u |", length);
  page_add (page, "\n|:--|");
  for (guint length = 4; length <= MOST_LONG; length++)
    page_add (page, "--:|");
  page_add (page, "\n");
  for (guint kind = 0; kind < N_KINDS; kind++) {
    double n = 0, n_trend = 0;
    page_add (page, "| %s ", kind_names[kind]);
    for (guint length = 4; length <= MOST_LONG; length++) {
      g_autoptr (GArray) cases = g_array_new (FALSE, FALSE, sizeof (Case));
      for (guint part = 0; part < 10; part++) {
        const Case one = { .kind = (Kind) kind, .shape = FLAT, .length = length, .n_series = n_series };
        g_array_append_val (cases, one);
      }
      Tally tally = judge_all (cases, stream_of (FLAT, (Kind) kind, length));
      page_add (page, "| %.1f, %.1f ", percent (tally.n_trend, tally.n), percent (tally.n_jump, tally.n));
      n += tally.n;
      n_trend += tally.n_trend;
    }
    page_add (page, "|\n");
    if (kind == MEMORY)
      continue;
    g_autofree char *what = g_strdup_printf ("flat %s called rising or falling", kind_names[kind]);
    page_goal (page, what, percent (n_trend, n), 0, 5, two_errors (percent (n_trend, n), n));
  }
  page_add (page, "\n");
}

static void
add_steps (GArray *cases, Kind kind, double size, guint n_series) {
  for (guint length = LEAST_LONG; length <= MOST_LONG; length++)
    for (guint first_after = 1; first_after < length; first_after++) {
      const Case one = { kind, STEP, length, first_after, size, n_series };
      g_array_append_val (cases, one);
    }
}

static void
calibrate_steps (Page *page, guint n_series) {
  static const char *const columns[] = { "series", "3 SD", "4 SD", "5 SD", "6 SD", "all" };
  page_add (page,
            "### Series with one step\n\nA step of 3 to 6 standard deviations of the noise, averaged over %u to "
            "%u points and every position. Called rising or falling, and called a jump, in per cent.\n\n",
            LEAST_LONG, MOST_LONG);
  page_head (page, columns, G_N_ELEMENTS (columns));
  for (guint kind = 0; kind < MEMORY; kind++) {
    double n = 0, n_trend = 0, n_jump = 0;
    page_add (page, "| %s ", kind_names[kind]);
    for (guint size = 3; size <= 6; size++) {
      g_autoptr (GArray) cases = g_array_new (FALSE, FALSE, sizeof (Case));
      add_steps (cases, (Kind) kind, size, n_series / 4);
      Tally tally = judge_all (cases, stream_of (STEP, (Kind) kind, size));
      page_add (page, "| %.1f, %.1f ", percent (tally.n_trend, tally.n), percent (tally.n_jump, tally.n));
      n += tally.n;
      n_trend += tally.n_trend;
      n_jump += tally.n_jump;
    }
    page_add (page, "| %.1f, %.1f |\n", percent (n_trend, n), percent (n_jump, n));
    g_autofree char *what
        = g_strdup_printf ("%s with one step of 3 to 6 SD called rising or falling", kind_names[kind]);
    page_goal (page, what, percent (n_trend, n), 0, 5, two_errors (percent (n_trend, n), n));
  }
  page_add (page, "\n");
}

static void
calibrate_lines (Page *page, guint n_series) {
  static const char *const columns[] = { "series", "2 SD", "3 SD", "4 SD", "6 SD", "8 SD" };
  static const double sizes[] = { 2, 3, 4, 6, 8 };
  page_add (page,
            "### Series on a line\n\nFrom first point to last a line rises by 2 to 8 standard deviations, averaged "
            "over %u to %u points. Called rising; called rising had no jump been looked for; called a jump: the "
            "first two differ by what it costs not to call a step a trend.\n\n",
            LEAST_LONG, MOST_LONG);
  page_head (page, columns, G_N_ELEMENTS (columns));
  for (guint kind = 0; kind < MEMORY; kind++) {
    page_add (page, "| %s ", kind_names[kind]);
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
      g_autoptr (GArray) cases = g_array_new (FALSE, FALSE, sizeof (Case));
      for (guint length = LEAST_LONG; length <= MOST_LONG; length++) {
        const Case one = { (Kind) kind, LINE, length, 0, sizes[i], n_series };
        g_array_append_val (cases, one);
      }
      Tally tally = judge_all (cases, stream_of (LINE, (Kind) kind, i));
      page_add (page, "| %.0f, %.0f, %.0f ", percent (tally.n_trend, tally.n), percent (tally.n_without_jump, tally.n),
                percent (tally.n_jump, tally.n));
    }
    page_add (page, "|\n");
  }
  page_add (page, "\n");
}

void
calibrate_trends (Page *page, guint n_series) {
  page_add (page,
            "## Trends\n\nOne figure a year; values with normal noise (Mann–Kendall), shares of %.0f persons with a "
            "level of %.0f %%, rates of %.0f persons with %.0f events a year. Values that remember keep half of last "
            "year's noise; no goal is set there, for so short a series cannot tell memory from change.\n\n",
            PERSONS, 100 * SHARE, RATE_PERSONS, RATE * RATE_PERSONS);
  calibrate_flat (page, n_series);
  calibrate_steps (page, n_series);
  calibrate_lines (page, n_series);
}
