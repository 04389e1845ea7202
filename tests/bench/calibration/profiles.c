/* Whole profiles, through the assessment that reports use. */
#include "world.h"

#include "base/pool.h"

#include <math.h>
#include <utsyn/assess.h>

/* What became of the comparisons of one rule with one benchmark. */
typedef struct {
  guint64 n_tested, n_sure, n_wrong_sure;
  guint64 n_profiles, n_any_sure, n_any_robust;
  guint64 n_robust, n_wrong_robust, n_trivial_robust;
  double false_share; /* sum over profiles of wrong robust / max (robust, 1) */
} Tally;

/* True differences by the events expected and by the size of the difference. */
enum { N_EVENT_CLASSES = 6, N_RATIO_CLASSES = 3 };
static const double event_limits[N_EVENT_CLASSES - 1] = { 5, 10, 20, 50, 100 };
static const double ratio_limits[N_RATIO_CLASSES - 1] = { 1.5, 2 };

typedef struct {
  guint64 n, n_sure, n_robust;
} Found;

typedef struct {
  Tally tally[UT_N_RULES][UT_N_ENCLOSING];
  Found found[N_EVENT_CLASSES][N_RATIO_CLASSES];
} Score;

typedef struct {
  const World *world;
  guint rounds;
  Score *scores; /* [places] */
} Job;

/* The level of those who are in the benchmark and not in the place. */
static double
rest_level (const Truth *truth, UtBenchmark benchmark) {
  const Parts *level = &truth->level, *persons = &truth->persons;
  if (benchmark == UT_BENCHMARK_COUNTY)
    return level->county;
  return (level->county * persons->county + level->others * persons->others) / (persons->county + persons->others);
}

static double
log_ratio (const Measure *measure, double own, double rest) {
  double ratio = log (own / rest);
  return measure_is_share (measure) ? ratio - log ((1 - own) / (1 - rest)) : ratio;
}

/* Adds one comparison. TRUE when it is wrong and robust. */
static gboolean
tally_verdict (const Measure *measure, const Truth *truth, const UtVerdict *verdict, Tally *tally) {
  if (verdict->level == UT_LEVEL_NOT_TESTED)
    return FALSE;
  double own = truth->level.own, rest = rest_level (truth, verdict->benchmark);
  /* A weighted mean of equal levels has binary dust. */
  int true_side = fabs (own - rest) <= 1e-12 ? 0 : own > rest ? 1 : -1;
  int side = verdict->level == UT_LEVEL_SIMILAR ? 0 : verdict->level == UT_LEVEL_HIGHER ? 1 : -1;
  gboolean wrong = side != 0 && side != true_side;
  tally->n_tested++;
  tally->n_sure += side != 0;
  tally->n_wrong_sure += wrong;
  tally->n_robust += verdict->robust;
  tally->n_wrong_robust += verdict->robust && wrong;
  tally->n_trivial_robust += verdict->robust && !wrong && fabs (log_ratio (measure, own, rest)) < log (1.1);
  return verdict->robust && wrong;
}

static void
tally_profile (const World *world, const UtAssessment *assessment, const Truth *truths, UtBenchmark benchmark,
               Tally *tally) {
  const Tally before = *tally;
  guint n_wrong = 0;
  for (guint i = 0; i < N_MEASURES; i++)
    n_wrong += (guint) tally_verdict (&world->measures[i], &truths[i],
                                      &ut_assessment_get (assessment, 0, i)->verdicts[benchmark], tally);
  if (tally->n_tested == before.n_tested)
    return;
  guint64 n_robust = tally->n_robust - before.n_robust;
  tally->n_profiles++;
  tally->n_any_sure += tally->n_sure > before.n_sure;
  tally->n_any_robust += n_robust > 0;
  tally->false_share += (double) n_wrong / (double) MAX (n_robust, 1);
}

static guint
class_of (double value, const double *limits, guint n) {
  guint class = 0;
  while (class < n && value >= limits[class])
    class ++;
  return class;
}

static void
count_found (const World *world, const UtAssessment *assessment, const Truth *truths, Found (*found)[N_RATIO_CLASSES]) {
  for (guint i = 0; i < N_MEASURES; i++) {
    const UtVerdict *verdict = &ut_assessment_get (assessment, 0, i)->verdicts[UT_BENCHMARK_COUNTRY];
    const Measure *measure = &world->measures[i];
    double effect = truths[i].effect;
    if (effect == 0)
      continue;
    double fewest = truths[i].persons.own * fmin (measure->level, measure_is_share (measure) ? 1 - measure->level : 1);
    Found *cell = &found[class_of (fewest, event_limits, N_EVENT_CLASSES - 1)]
                        [class_of (exp (fabs (effect)), ratio_limits, N_RATIO_CLASSES - 1)];
    gboolean right = verdict->level == (effect > 0 ? UT_LEVEL_HIGHER : UT_LEVEL_LOWER);
    cell->n++;
    cell->n_sure += right;
    cell->n_robust += right && verdict->robust;
  }
}

static void
judge_profile (const World *world, guint place, gsl_rng *random, const GPtrArray *indicators, Score *score) {
  Truth truths[N_MEASURES];
  g_autoptr (UtTable) table = world_draw (world, place, random, truths);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  g_array_append_val (places, g_array_index (world->sizes->places, UtRegionId, place));
  for (guint rule = 0; rule < UT_N_RULES; rule++) {
    const UtAssessOptions options = { .rule = (UtRule) rule, .peers = UT_REGION_NONE };
    g_autoptr (UtAssessment) assessment = ut_assess (table, NULL, world->sizes->regions, places, indicators, &options);
    for (guint benchmark = 0; benchmark < UT_N_ENCLOSING; benchmark++)
      tally_profile (world, assessment, truths, (UtBenchmark) benchmark, &score->tally[rule][benchmark]);
    if (rule == UT_RULE_UTSYN && world->kind == SOME_DIFFERENCES)
      count_found (world, assessment, truths, score->found);
  }
}

static void
judge_place (gpointer user, guint place, guint worker) {
  const Job *job = user;
  (void) worker;
  gsl_rng *random = random_new (job->world->kind, place);
  g_autoptr (GPtrArray) indicators = g_ptr_array_new ();
  for (guint i = 0; i < N_MEASURES; i++)
    g_ptr_array_add (indicators, (gpointer) &job->world->measures[i].indicator);
  for (guint round = 0; round < job->rounds; round++)
    judge_profile (job->world, place, random, indicators, &job->scores[place]);
  gsl_rng_free (random);
}

static void
add_tally (Tally *sum, const Tally *one) {
  sum->n_tested += one->n_tested;
  sum->n_sure += one->n_sure;
  sum->n_wrong_sure += one->n_wrong_sure;
  sum->n_profiles += one->n_profiles;
  sum->n_any_sure += one->n_any_sure;
  sum->n_any_robust += one->n_any_robust;
  sum->n_robust += one->n_robust;
  sum->n_wrong_robust += one->n_wrong_robust;
  sum->n_trivial_robust += one->n_trivial_robust;
  sum->false_share += one->false_share;
}

static void
add_score (Score *sum, const Score *one) {
  for (guint rule = 0; rule < UT_N_RULES; rule++)
    for (guint benchmark = 0; benchmark < UT_N_ENCLOSING; benchmark++)
      add_tally (&sum->tally[rule][benchmark], &one->tally[rule][benchmark]);
  for (guint e = 0; e < N_EVENT_CLASSES; e++)
    for (guint r = 0; r < N_RATIO_CLASSES; r++) {
      sum->found[e][r].n += one->found[e][r].n;
      sum->found[e][r].n_sure += one->found[e][r].n_sure;
      sum->found[e][r].n_robust += one->found[e][r].n_robust;
    }
}

static Score
simulate (WorldKind kind, const Sizes *sizes, guint rounds) {
  const World world = world_new (kind, sizes);
  g_autofree Score *scores = g_new0 (Score, sizes->places->len);
  Job job = { &world, rounds, scores };
  Score sum = { 0 };
  ut_pool_run (ut_pool_width (), sizes->places->len, judge_place, &job);
  for (guint place = 0; place < sizes->places->len; place++)
    add_score (&sum, &scores[place]);
  return sum;
}

/* The page. Profiles without a rest of the county (Oslo) are in no row of the county. */

static const char *const benchmark_names[] = { "county", "country" };

typedef void (*WriteRow) (Page *page, const Tally *tally);

static void
write_tallies (Page *page, const Score *score, const char *const *columns, guint n_columns, WriteRow write_row) {
  page_head (page, columns, n_columns);
  for (guint rule = 0; rule < UT_N_RULES; rule++)
    for (guint benchmark = 0; benchmark < UT_N_ENCLOSING; benchmark++) {
      page_add (page, "| %s, against the %s ", ut_rule_code ((UtRule) rule), benchmark_names[benchmark]);
      write_row (page, &score->tally[rule][benchmark]);
    }
  page_add (page, "\n");
}

static void
write_no_difference (Page *page, const Tally *t) {
  page_add (page, "| %" G_GUINT64_FORMAT " | %.2f | %.1f | %.2f |\n", t->n_profiles,
            percent ((double) t->n_sure, (double) t->n_tested),
            percent ((double) t->n_any_sure, (double) t->n_profiles),
            percent ((double) t->n_any_robust, (double) t->n_profiles));
}

static void
calibrate_no_difference (Page *page, const Sizes *sizes, guint rounds) {
  static const char *const columns[]
      = { "rule", "profiles", "comparisons better or worse, %", "profiles with any, %", "profiles with any robust, %" };
  Score score = simulate (NO_DIFFERENCE, sizes, rounds);
  page_add (page, "### No municipality differs\n\n"
                  "Every *better* or *worse* is false. *Robust* is what Benjamini–Hochberg leaves.\n\n");
  write_tallies (page, &score, columns, G_N_ELEMENTS (columns), write_no_difference);
  for (guint benchmark = 0; benchmark < UT_N_ENCLOSING; benchmark++) {
    const Tally *tally = &score.tally[UT_RULE_UTSYN][benchmark];
    g_autofree char *what = g_strdup_printf (
        "no true difference, rule utsyn, against the %s: profiles with any robust verdict", benchmark_names[benchmark]);
    double share = percent ((double) tally->n_any_robust, (double) tally->n_profiles);
    page_goal (page, what, share, 0, 5, two_errors (share, (double) tally->n_profiles));
  }
}

static void
write_some_differences (Page *page, const Tally *t) {
  page_add (page, "| %.2f | %.2f | %.2f | %.2f |\n", percent ((double) t->n_sure, (double) t->n_tested),
            percent ((double) t->n_wrong_sure, (double) t->n_sure), (double) t->n_robust / (double) t->n_profiles,
            percent (t->false_share, (double) t->n_profiles));
}

static void
write_found (Page *page, const Score *score) {
  static const char *const columns[]
      = { "events expected", "ratio 1.2–1.5", "robust", "ratio 1.5–2", "robust", "ratio 2–3", "robust" };
  static const char *const rows[N_EVENT_CLASSES] = { "below 5", "5–10", "10–20", "20–50", "50–100", "100 and more" };
  page_add (page, "How many per cent of the true differences rule utsyn finds against the country, by the events (or "
                  "non-events, if fewer) that the place would have without it:\n\n");
  page_head (page, columns, G_N_ELEMENTS (columns));
  for (guint e = 0; e < N_EVENT_CLASSES; e++) {
    page_add (page, "| %s ", rows[e]);
    for (guint r = 0; r < N_RATIO_CLASSES; r++) {
      const Found *found = &score->found[e][r];
      page_add (page, "| %.0f | %.0f ", percent ((double) found->n_sure, (double) found->n),
                percent ((double) found->n_robust, (double) found->n));
    }
    page_add (page, "|\n");
  }
  page_add (page, "\n");
}

static void
calibrate_some_differences (Page *page, const Sizes *sizes, guint rounds) {
  static const char *const columns[] = { "rule", "comparisons better or worse, %", "of them false, %",
                                         "robust verdicts a profile", "mean of false/robust, %" };
  Score score = simulate (SOME_DIFFERENCES, sizes, rounds);
  page_add (page, "### Ten of forty indicators differ\n\n"
                  "In ten indicators, drawn for each profile, the municipality has an odds or rate ratio of 1.2 to 3, "
                  "up or down. False is a verdict where there is no difference, or on the wrong side.\n\n");
  write_tallies (page, &score, columns, G_N_ELEMENTS (columns), write_some_differences);
  write_found (page, &score);
  for (guint benchmark = 0; benchmark < UT_N_ENCLOSING; benchmark++) {
    const Tally *tally = &score.tally[UT_RULE_UTSYN][benchmark];
    g_autofree char *what
        = g_strdup_printf ("ten true differences, rule utsyn, against the %s: mean of false / max (robust, 1)",
                           benchmark_names[benchmark]);
    double share = percent (tally->false_share, (double) tally->n_profiles);
    page_goal (page, what, share, 0, 5, two_errors (share, (double) tally->n_profiles));
  }
}

static void
write_small_variance (Page *page, const Tally *t) {
  page_add (page, "| %.2f | %.2f | %.2f | %.2f | %.1f |\n", percent ((double) t->n_sure, (double) t->n_tested),
            percent ((double) t->n_wrong_sure, (double) t->n_sure), (double) t->n_robust / (double) t->n_profiles,
            percent ((double) t->n_wrong_robust, (double) t->n_robust),
            percent ((double) t->n_trivial_robust, (double) t->n_robust));
}

static void
calibrate_small_variance (Page *page, const Sizes *sizes, guint rounds) {
  static const char *const columns[] = { "rule",
                                         "comparisons better or worse, %",
                                         "of them on the wrong side, %",
                                         "robust verdicts a profile",
                                         "of them on the wrong side, %",
                                         "of them right, but trivial, %" };
  Score score = simulate (SMALL_VARIANCE, sizes, rounds);
  page_add (page, "### All municipalities differ a little\n\n"
                  "Every municipality has its own level, with a median odds ratio of 1.24 between two of them, as in "
                  "Ungdata. There is always some difference, so a verdict is wrong only in its direction; trivial is a "
                  "true odds or rate ratio within 1.1.\n\n");
  write_tallies (page, &score, columns, G_N_ELEMENTS (columns), write_small_variance);
  for (guint benchmark = 0; benchmark < UT_N_ENCLOSING; benchmark++) {
    const Tally *tally = &score.tally[UT_RULE_UTSYN][benchmark];
    g_autofree char *what = g_strdup_printf (
        "small variance, rule utsyn, against the %s: robust verdicts on the wrong side", benchmark_names[benchmark]);
    double share = percent ((double) tally->n_wrong_robust, (double) tally->n_robust);
    page_goal (page, what, share, 0, 2.5, two_errors (share, (double) tally->n_robust));
  }
}

void
calibrate_profiles (Page *page, const Sizes *sizes, guint rounds) {
  page_add (page,
            "## Profiles\n\n"
            "%u municipalities with their populations of today × %u indicators (shares of 0.5 to 50 %% among one "
            "grade, three grades, those aged 16–19 and 0–17; rates of 0.5 to 150 per 1000) × %u profiles of each "
            "municipality, each with a county and a country drawn anew.\n\n",
            sizes->places->len, N_MEASURES, rounds);
  calibrate_no_difference (page, sizes, rounds);
  calibrate_some_differences (page, sizes, rounds);
  calibrate_small_variance (page, sizes, rounds);
}
