/* What series are called whose truth is flat, a step or a line, by themselves and beside a country; through the trends
 * that reports use. */
#include "calibration.h"

#include "assess/change.h"
#include "base/pool.h"

#include <gsl/gsl_randist.h>
#include <math.h>
#include <utsyn/trend.h>

#define CHAPTER      50
#define FIRST_YEAR   2010
#define SHORTEST     4
#define MOST_LONG    15
#define PARTS        8 /* tasks that share the series of one cell */
#define MOST_COLUMNS (MOST_LONG - SHORTEST + 1)

#define LEVEL        50.0 /* of values, with a noise of 1 */
#define SHARE        0.2
#define PERSONS      400.0
#define RATE         0.03
#define RATE_PERSONS 1000.0

/* The noise of a series: that of the values, or what counts scatter beyond chance. */
typedef struct {
  const char *name;
  UtTrendModel model;
  double dispersion; /* of counts; 1 is chance alone */
  double memory;     /* correlation of neighbours, in what is not chance */
  gboolean heavy;    /* t with three degrees of freedom */
  double end;        /* standard deviations that the last point is off */
  double goal;       /* most that may be called when flat; 0: no goal */
} Noise;

static const Noise noises[] = {
  { "values", UT_MODEL_VALUE, 1, 0, FALSE, 0, 5 },
  { "values, t₃ noise", UT_MODEL_VALUE, 1, 0, TRUE, 0, 5 },
  { "values, the last point 5 SD off", UT_MODEL_VALUE, 1, 0, FALSE, 5, 5 },
  { "values, AR 0.5", UT_MODEL_VALUE, 1, 0.5, FALSE, 0, 10 },
  { "values, AR 0.8", UT_MODEL_VALUE, 1, 0.8, FALSE, 0, 0 },
  { "shares", UT_MODEL_SHARE, 1, 0, FALSE, 0, 5 },
  { "shares, φ 2", UT_MODEL_SHARE, 2, 0, FALSE, 0, 5 },
  { "shares, φ 5", UT_MODEL_SHARE, 5, 0, FALSE, 0, 0 },
  { "shares, φ 2, AR 0.5", UT_MODEL_SHARE, 2, 0.5, FALSE, 0, 10 },
  { "shares, φ 5, AR 0.5", UT_MODEL_SHARE, 5, 0.5, FALSE, 0, 10.5 },
  { "rates", UT_MODEL_RATE, 1, 0, FALSE, 0, 5 },
  { "rates, φ 2", UT_MODEL_RATE, 2, 0, FALSE, 0, 5 },
  { "rates, φ 2, AR 0.5", UT_MODEL_RATE, 2, 0.5, FALSE, 0, 10 },
  { "rates, φ 5, AR 0.5", UT_MODEL_RATE, 5, 0.5, FALSE, 0, 10.5 },
};

/* Those whose lines and steps are looked at. */
static const guint plain[] = { 0, 5, 10 };

typedef enum { FLAT, STEP, LINE } Shape;

typedef struct {
  const Noise *noise;
  Shape shape;
  guint length;
  double size;     /* of a step, or from a line's first point to its last, in standard deviations of a point */
  double country;  /* what the country's logarithm (of odds or rate) rises from first to last */
  double beyond;   /* what the place's rises beyond that */
  gboolean beside; /* the country is there */
  guint n_series;
} Case;

typedef struct {
  guint n, n_trend, n_jump, n_up; /* n_up: called with the right sign, whatever the shape */
  guint n_beside, n_beside_up;    /* beside the country: called; called rising more */
  double least;                   /* sum of squares of the least changes told, a year on the scale of the model */
} Tally;

static UtIndicator
indicator_of (UtTrendModel model) {
  UtIndicator indicator = { .measure = UT_MEASURE_MEAN,
                            .unit = UT_UNIT_POINTS,
                            .polarity = UT_POLARITY_NEUTRAL,
                            .test = UT_TEST_MARGIN,
                            .design_effect = 1,
                            .suppress = { -1, -1, -1 } };
  if (model != UT_MODEL_VALUE) {
    indicator.measure = model == UT_MODEL_SHARE ? UT_MEASURE_PROPORTION : UT_MEASURE_RATE;
    indicator.unit = model == UT_MODEL_SHARE ? UT_UNIT_PERCENT : UT_UNIT_PER_1000;
    indicator.test = model == UT_MODEL_SHARE ? UT_TEST_BINOMIAL : UT_TEST_POISSON;
  }
  return indicator;
}

/* One standard deviation of a point, on the scale of the model. */
static double
sd_of (const Noise *noise) {
  if (noise->model == UT_MODEL_VALUE)
    return 1;
  double information = noise->model == UT_MODEL_SHARE ? PERSONS * SHARE * (1 - SHARE) : RATE_PERSONS * RATE;
  return sqrt (noise->dispersion / information);
}

/* Above the level, on the scale of the model; a line lies around the level whose scatter it is measured by. */
static double
expected (const Case *c, guint point) {
  double part = (double) point / (c->length - 1), sd = sd_of (c->noise);
  double off = point == c->length - 1 ? c->noise->end * sd : 0;
  if (c->shape == STEP)
    return off + (point >= c->length / 2 ? c->size * sd : 0);
  return off + (c->country + c->beyond) * part + (c->shape == LINE ? c->size * sd * (part - 0.5) : 0);
}

/* What is not chance: of values all of it. `before` is last year's. */
static double
draw_noise (const Noise *noise, gboolean first, const gsl_rng *random, double *before) {
  double spread
      = noise->model == UT_MODEL_VALUE ? 1 : sqrt ((noise->dispersion - 1) / noise->dispersion) * sd_of (noise);
  double memory = first ? 0 : noise->memory;
  double new = noise->heavy ? gsl_ran_tdist (random, 3) / sqrt (3) : gsl_ran_gaussian (random, 1);
  *before = memory * *before + sqrt (1 - memory * memory) * new;
  return spread * *before;
}

static void
fill (UtTrendModel model, double scale, double persons, const gsl_rng *random, UtRow *row) {
  row->numerator = row->denominator = NAN;
  if (model == UT_MODEL_VALUE) {
    row->value = LEVEL + scale;
    return;
  }
  gboolean share = model == UT_MODEL_SHARE;
  double level = share ? 1 / (1 + (1 - SHARE) / SHARE * exp (-scale)) : RATE * exp (scale);
  row->denominator = persons;
  if (random == NULL)
    row->numerator = level * persons;
  else
    row->numerator
        = share ? gsl_ran_binomial (random, level, (guint) persons) : gsl_ran_poisson (random, level * persons);
  row->value = (share ? 100 : 1000) * row->numerator / persons;
}

static UtRow
row_of (guint region, guint point) {
  guint16 year = (guint16) (FIRST_YEAR + point);
  return (UtRow){ .region = (UtRegionId) region,
                  .period = { .kind = UT_PERIOD_YEAR, .first_year = year, .last_year = year },
                  .margin = NAN,
                  .status = UT_STATUS_OK,
                  .file = UT_FILE_NONE };
}

/* Region 0 is the country, of so many that chance leaves no trace. */
static UtTable *
draw_series (const Case *c, const gsl_rng *random) {
  g_autoptr (UtTableBuilder) builder = ut_table_builder_new ();
  gboolean share = c->noise->model == UT_MODEL_SHARE;
  for (guint region = 0; region <= c->n_series; region++) {
    double before = 0;
    for (guint point = 0; point < c->length; point++) {
      UtRow row = row_of (region, point);
      if (region == 0)
        fill (c->noise->model, c->country * point / (c->length - 1), 1e7, NULL, &row);
      else
        fill (c->noise->model, expected (c, point) + draw_noise (c->noise, point == 0, random, &before),
              share ? PERSONS : RATE_PERSONS, random, &row);
      ut_table_builder_add (builder, &row);
    }
  }
  return ut_table_builder_finish (builder);
}

static Tally
judge (const Case *c, const gsl_rng *random) {
  const UtIndicator indicator = indicator_of (c->noise->model);
  g_autoptr (UtTable) table = draw_series (c, random);
  Tally tally = { 0 };
  for (guint series = 1; series <= c->n_series; series++) {
    UtAssessed assessed = { .indicator = &indicator, .series = { table, (gsize) series * c->length, c->length } };
    assessed.reference_series[UT_BENCHMARK_COUNTRY] = (UtSeries){ table, 0, c->length };
    assessed.trend = ut_change_find (&indicator, assessed.series);
    tally.n++;
    tally.n_trend += assessed.trend.trend == UT_TREND_RISING || assessed.trend.trend == UT_TREND_FALLING;
    tally.n_jump += assessed.trend.trend == UT_TREND_JUMP;
    tally.n_up += assessed.trend.side > 0;
    if (!isnan (assessed.trend.detectable_per_year))
      tally.least += pow (assessed.trend.detectable_per_year / assessed.trend.per_scale, 2);
    if (c->beside) {
      UtTrendContrast beside = ut_contrast_find (&assessed, UT_BENCHMARK_COUNTRY);
      tally.n_beside += beside.side != 0;
      tally.n_beside_up += beside.side > 0;
    }
    ut_change_clear (&assessed.trend);
  }
  return tally;
}

/* Running */

typedef struct {
  const Case *cases; /* each drawn in PARTS tasks */
  Tally *tallies;    /* [cases × PARTS] */
  guint stream;
} Job;

static void
judge_task (gpointer user, guint task, guint worker) {
  const Job *job = user;
  gsl_rng *random = random_new (CHAPTER + job->stream, task);
  (void) worker;
  job->tallies[task] = judge (&job->cases[task / PARTS], random);
  gsl_rng_free (random);
}

/* Draws every case PARTS times; `tallies` [n] gets the sums. */
static void
judge_all (const Case *cases, guint n, guint stream, Tally *tallies) {
  g_autofree Tally *parts = g_new0 (Tally, (gsize) n * PARTS);
  Job job = { cases, parts, stream };
  ut_pool_run (ut_pool_width (), n * PARTS, judge_task, &job);
  for (guint i = 0; i < n; i++) {
    tallies[i] = (Tally){ 0 };
    for (guint part = 0; part < PARTS; part++) {
      const Tally *one = &parts[i * PARTS + part];
      tallies[i].n += one->n;
      tallies[i].n_trend += one->n_trend;
      tallies[i].n_jump += one->n_jump;
      tallies[i].n_up += one->n_up;
      tallies[i].least += one->least;
      tallies[i].n_beside += one->n_beside;
      tallies[i].n_beside_up += one->n_beside_up;
    }
  }
}

static void
head_of_lengths (Page *page, const char *first, const guint *lengths, guint n) {
  page_add (page, "| %s ", first);
  for (guint i = 0; i < n; i++)
    page_add (page, "| %u ", lengths[i]);
  page_add (page, "|\n|:--|");
  for (guint i = 0; i < n; i++)
    page_add (page, "--:|");
  page_add (page, "\n");
}

/* The tables */

static void
calibrate_flat (Page *page, guint n_series) {
  guint lengths[MOST_COLUMNS];
  for (guint i = 0; i < MOST_COLUMNS; i++)
    lengths[i] = SHORTEST + i;
  page_add (
      page,
      "## Flat series\n\nCalled rising or falling, and called a jump, in per cent, by the number of points. Every "
      "call is false.\n\n");
  head_of_lengths (page, "series", lengths, MOST_COLUMNS);
  for (guint kind = 0; kind < G_N_ELEMENTS (noises); kind++) {
    Case cases[MOST_COLUMNS];
    Tally tallies[MOST_COLUMNS];
    double worst = 0, n = 0;
    for (guint i = 0; i < MOST_COLUMNS; i++)
      cases[i] = (Case){ .noise = &noises[kind], .shape = FLAT, .length = lengths[i], .n_series = n_series };
    judge_all (cases, MOST_COLUMNS, kind, tallies);
    page_add (page, "| %s ", noises[kind].name);
    for (guint i = 0; i < MOST_COLUMNS; i++) {
      const Tally *tally = &tallies[i];
      page_add (page, "| %.1f, %.1f ", percent (tally->n_trend, tally->n), percent (tally->n_jump, tally->n));
      worst = fmax (worst, percent (tally->n_trend + tally->n_jump, tally->n));
      n = tally->n;
    }
    page_add (page, "|\n");
    g_autofree char *what = g_strdup_printf ("flat %s called anything, worst of 4 to 15 points", noises[kind].name);
    if (noises[kind].goal > 0)
      page_goal (page, what, worst, 0, noises[kind].goal, two_errors (worst, n));
  }
  page_add (page, "\n");
}

static void
calibrate_lines (Page *page, guint n_series) {
  static const guint lengths[] = { 5, 6, 8, 10, 15 };
  enum { N = G_N_ELEMENTS (lengths) };
  page_add (page,
            "## Series on a line\n\nA line that rises by 4 standard deviations of a point from first to last. Called "
            "rising, and called a jump, in per cent.\n\n");
  head_of_lengths (page, "series", lengths, N);
  for (guint k = 0; k < G_N_ELEMENTS (plain); k++) {
    const Noise *noise = &noises[plain[k]];
    Case cases[N];
    Tally tallies[N];
    double worst = 0;
    for (guint i = 0; i < N; i++)
      cases[i] = (Case){ .noise = noise, .shape = LINE, .length = lengths[i], .size = 4, .n_series = n_series };
    judge_all (cases, N, 100 + k, tallies);
    page_add (page, "| %s ", noise->name);
    for (guint i = 0; i < N; i++) {
      page_add (page, "| %.0f, %.0f ", percent (tallies[i].n_trend, tallies[i].n),
                percent (tallies[i].n_jump, tallies[i].n));
      worst = fmax (worst, percent (tallies[i].n_jump, tallies[i].n));
    }
    page_add (page, "|\n");
    g_autofree char *what
        = g_strdup_printf ("%s on a line of 4 SD called a jump, worst of 5 to 15 points", noise->name);
    page_goal (page, what, worst, 0, 10, two_errors (worst, tallies[0].n));
  }
  page_add (page, "\n");
}

static void
calibrate_steps (Page *page, guint n_series) {
  static const guint lengths[] = { 5, 6, 8, 10, 15 };
  static const double sizes[] = { 4, 6 };
  enum { N = G_N_ELEMENTS (lengths) };
  page_add (page,
            "## Series with one step\n\nA step in the middle. Called a jump; called rising, which claims no shape; in "
            "per cent. With five points no jump is looked for.\n\n");
  head_of_lengths (page, "series", lengths, N);
  for (guint k = 0; k < G_N_ELEMENTS (plain); k++)
    for (guint s = 0; s < G_N_ELEMENTS (sizes); s++) {
      const Noise *noise = &noises[plain[k]];
      Case cases[N];
      Tally tallies[N];
      for (guint i = 0; i < N; i++)
        cases[i]
            = (Case){ .noise = noise, .shape = STEP, .length = lengths[i], .size = sizes[s], .n_series = n_series };
      judge_all (cases, N, 200 + k * 10 + s, tallies);
      page_add (page, "| %s, %.0f SD ", noise->name, sizes[s]);
      for (guint i = 0; i < N; i++)
        page_add (page, "| %.0f, %.0f ", percent (tallies[i].n_jump, tallies[i].n),
                  percent (tallies[i].n_trend, tallies[i].n));
      page_add (page, "|\n");
    }
  page_add (page, "\n");
}

static void
calibrate_least_seen (Page *page, guint n_series) {
  static const guint lengths[] = { 5, 6, 7, 8, 10, 12, 15 };
  enum { N = G_N_ELEMENTS (lengths) };
  page_add (page,
            "## The least change seen\n\nA line as steep as the change that series without one name on the average "
            "(root mean square) as "
            "*would probably have been "
            "seen*, with the noise that the series has. Called rising (or a jump up), in per cent; 80 is meant.\n\n");
  head_of_lengths (page, "series", lengths, N);
  for (guint k = 0; k < G_N_ELEMENTS (plain); k++) {
    const Noise *noise = &noises[plain[k]];
    Case cases[N];
    Tally tallies[N];
    double least = 100, most = 0;
    for (guint i = 0; i < N; i++)
      cases[i] = (Case){ .noise = noise, .shape = FLAT, .length = lengths[i], .n_series = n_series };
    judge_all (cases, N, 300 + k, tallies);
    for (guint i = 0; i < N; i++) {
      cases[i].shape = LINE;
      cases[i].size = sqrt (tallies[i].least / tallies[i].n) * (lengths[i] - 1) / sd_of (noise);
    }
    judge_all (cases, N, 310 + k, tallies);
    page_add (page, "| %s ", noise->name);
    for (guint i = 0; i < N; i++) {
      double seen = percent (tallies[i].n_up, tallies[i].n);
      page_add (page, "| %.0f ", seen);
      if (noise->model == UT_MODEL_RATE && lengths[i] < 6)
        continue;
      least = fmin (least, seen);
      most = fmax (most, seen);
    }
    page_add (page, "|\n");
    g_autofree char *low = g_strdup_printf ("least change of %s, seen least often", noise->name);
    g_autofree char *high = g_strdup_printf ("least change of %s, seen most often", noise->name);
    page_goal (page, low, least, 75, 90, two_errors (least, tallies[0].n));
    page_goal (page, high, most, 75, 90, two_errors (most, tallies[0].n));
  }
  page_add (page, "\n");
}

static void
calibrate_followers (Page *page, guint n_series) {
  static const guint lengths[] = { 5, 6, 8, 10, 15 }, kinds[] = { 5, 6, 8, 10, 11, 12 };
  static const double beyond[] = { 0, 0.5 };
  enum { N = G_N_ELEMENTS (lengths) };
  page_add (
      page,
      "## Places beside a country that rises\n\nThe country's odds or rate rise by the factor e^0.7 from first to "
      "last. The place's own trend called; beside the country called; in per cent. Places that only follow "
      "should be called by themselves and not beside the country; those that rise by e^0.5 more are called "
      "rising more in the last number.\n\n");
  head_of_lengths (page, "series", lengths, N);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint b = 0; b < G_N_ELEMENTS (beyond); b++) {
      const Noise *noise = &noises[kinds[k]];
      Case cases[N];
      Tally tallies[N];
      double worst = 0;
      for (guint i = 0; i < N; i++)
        cases[i] = (Case){ .noise = noise,
                           .shape = FLAT,
                           .length = lengths[i],
                           .country = 0.7,
                           .beyond = beyond[b],
                           .beside = TRUE,
                           .n_series = n_series };
      judge_all (cases, N, 400 + k * 10 + b, tallies);
      page_add (page, "| %s, %s ", noise->name, b == 0 ? "follows" : "rises more");
      for (guint i = 0; i < N; i++) {
        double own = percent (tallies[i].n_trend + tallies[i].n_jump, tallies[i].n);
        double beside = percent (b == 0 ? tallies[i].n_beside : tallies[i].n_beside_up, tallies[i].n);
        page_add (page, "| %.0f, %.1f ", own, beside);
        worst = fmax (worst, beside);
      }
      page_add (page, "|\n");
      g_autofree char *what = g_strdup_printf ("%s that only follow a rising country, called beside it", noise->name);
      if (b == 0)
        page_goal (page, what, worst, 0, noise->memory > 0 ? 10 : 5, two_errors (worst, tallies[0].n));
    }
  page_add (page, "\n");
}

void
calibrate_trends (Page *page, guint n_series) {
  page_add (
      page,
      "One figure a year; values with a noise of 1, shares of %.0f persons with a level of %.0f %%, rates of %.0f "
      "persons with %.0f events a year. φ is how much more than by chance counts scatter, AR the correlation of "
      "neighbouring years in what is not chance. %u series a cell.\n\n",
      PERSONS, 100 * SHARE, RATE_PERSONS, RATE * RATE_PERSONS, n_series * PARTS);
  calibrate_flat (page, n_series);
  calibrate_lines (page, n_series);
  calibrate_steps (page, n_series);
  calibrate_least_seen (page, n_series);
  calibrate_followers (page, n_series);
}
