/* Verdicts on figures whose counts are not published: a rounded percentage, persons that another dataset lends, answers
 * that go together. Where the declared bounds hold, and where they do not. */
#include "calibration.h"

#include "base/pool.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdio.h>
#include <utsyn/multiplicity.h>
#include <utsyn/possible.h>

#define N_INDICATORS 40
#define COUNTRY      700000.0
/* Declared, either way. */
#define DOUBT       0.15
#define DESIGN      1.5
#define N_DIFFERENT 10

/* Of a standardised figure: how far the mix of ages may move its persons. */
#define COMPOSITION 0.05
/* How far outside the doubt the true number is where it is outside. */
#define NEAR 0.1
#define FAR  0.3

/* Which of the persons (and mixes) that are declared is the true one. */
typedef enum { ANYWHERE, FEWEST, MOST } Truth;

/* How the truth lies beside what is declared; what is not named is as declared. */
typedef struct {
  const char *name;
  Truth truth;
  double beyond;      /* the true number of persons is so much more, or less, than that */
  double composition; /* declared; 0: the figure is not standardised */
  double more_design; /* how much more the answers go together, of what is declared */
  gboolean undeclared_design, independent;
  double correlation; /* of the indicators of a block of four, by their normal deviates */
  double borrowed;    /* share of the persons who are really a neighbour's, with twice the odds */
  gboolean different; /* ten of them */
  gboolean is_goal;
} Scenario;

static const Scenario scenarios[] = {
  { .name = "as declared", .is_goal = TRUE },
  { .name = "fewest persons of the doubt", .truth = FEWEST, .is_goal = TRUE },
  { .name = "most persons of the doubt", .truth = MOST, .is_goal = TRUE },
  { .name = "persons 10 % below the doubt", .truth = FEWEST, .beyond = -NEAR },
  { .name = "persons 30 % below the doubt", .truth = FEWEST, .beyond = -FAR },
  { .name = "persons 10 % above the doubt", .truth = MOST, .beyond = NEAR },
  { .name = "persons 30 % above the doubt", .truth = MOST, .beyond = FAR },
  { .name = "standardised, as declared", .composition = COMPOSITION, .is_goal = TRUE },
  { .name = "standardised, fewest persons and lightest mix",
    .truth = FEWEST,
    .composition = COMPOSITION,
    .is_goal = TRUE },
  { .name = "standardised, most persons and heaviest mix", .truth = MOST, .composition = COMPOSITION, .is_goal = TRUE },
  { .name = "answers go together half as much again as declared", .more_design = 0.5 },
  { .name = "answers go together twice as much as declared", .more_design = 1 },
  { .name = "answers go together, none declared", .undeclared_design = TRUE },
  { .name = "indicators that go together (0.7)", .independent = TRUE, .correlation = 0.7, .is_goal = TRUE },
  { .name = "2 % of a sum is a split neighbour's", .independent = TRUE, .borrowed = 0.02, .is_goal = TRUE },
  { .name = "ten of forty differ, ratio 1.2–3", .different = TRUE },
};

typedef struct {
  guint64 n, n_sure, n_undecided, n_any, n_robust, n_false;
  double false_share;
} Tally;

typedef struct {
  const Sizes *sizes;
  const Scenario *scenario;
  guint chapter;
  Tally *tallies; /* [profiles] */
} Job;

static double
level_of (guint indicator) {
  static const double levels[] = { 0.02, 0.05, 0.08, 0.12, 0.2, 0.3, 0.4, 0.5 };
  return levels[indicator % G_N_ELEMENTS (levels)];
}

static double
with_odds (double share, double ratio) {
  double odds = share / (1 - share) * ratio;
  return odds / (1 + odds);
}

/* The count that a normal deviate stands for. */
static double
count_at (double deviate, double share, double n) {
  double left = gsl_cdf_ugaussian_P (deviate), x = 0;
  for (double p = exp (n * log1p (-share)); left > p && x < n; x++) {
    left -= p;
    p *= (n - x) / (x + 1) * share / (1 - share);
  }
  return x;
}

/* Answers that go together: each place draws its own share (beta–binomial), of the wanted design effect. */
static double
draw_count (const Scenario *scenario, double share, double n, double block, gsl_rng *random) {
  if (scenario->correlation > 0) {
    double own = gsl_ran_gaussian (random, 1), r = scenario->correlation;
    /* Where the probability of none underflows the normal curve is as good. */
    double deviate = sqrt (r) * block + sqrt (1 - r) * own;
    if (n * -log1p (-share) < 600)
      return count_at (deviate, share, n);
    return CLAMP (round (n * share + deviate * sqrt (n * share * (1 - share))), 0, n);
  }
  double design = scenario->independent ? 1 : 1 + (1 + scenario->more_design) * (DESIGN - 1);
  if (design > 1 && n > design) {
    double size = (n - 1) / (design - 1) - 1;
    share = gsl_ran_beta (random, share * size, (1 - share) * size);
  }
  double lent = round (n * scenario->borrowed);
  return gsl_ran_binomial (random, share, (unsigned) (n - lent))
         + gsl_ran_binomial (random, with_odds (share, 2), (unsigned) lent);
}

/* Of what is declared of a number of persons. */
typedef struct {
  double lowest, highest;
} Declared;

static UtPrinted
print (double value, double half_width, Declared persons) {
  double rounded = round (value / (2 * half_width)) * 2 * half_width;
  return ut_printed_figure (rounded, half_width, ceil (persons.lowest), floor (persons.highest), TRUE);
}

/* NaN where nothing could be tested. */
static double
compare (const Job *job, guint indicator, double n, double ratio, double block, gsl_rng *random, int *side) {
  const Scenario *scenario = job->scenario;
  double share = level_of (indicator), half_width = indicator % 2 ? 0.005 : 0.0005, most = 1 + scenario->composition;
  double in_doubt = scenario->truth == ANYWHERE ? gsl_ran_flat (random, -1, 1) : scenario->truth == MOST ? 1 : -1;
  double in_mix = scenario->composition == 0    ? 0
                  : scenario->truth == ANYWHERE ? gsl_ran_flat (random, -1, 1)
                                                : in_doubt;
  double stand_in = n / (1 + DOUBT * in_doubt) / (1 + scenario->beyond);
  /* Where it is of another mix, as many events are expected of so many times the persons. */
  double mix = 1 + scenario->composition * in_mix;
  double x = draw_count (scenario, mix * with_odds (share, ratio), n, block, random);
  double rest = gsl_ran_binomial (random, share, (unsigned) (COUNTRY - n));
  Declared persons = { stand_in * (1 - DOUBT) * (2 - most), stand_in * (1 + DOUBT) * most };
  UtPrinted own = print (x / (n * mix), half_width, persons);
  UtPrinted country = print ((x + rest) / COUNTRY, 0.0005, (Declared){ COUNTRY * 0.95, COUNTRY * 1.05 });
  double design = scenario->independent || scenario->undeclared_design ? 1 : DESIGN;
  UtPossible answer;
  if (ut_possible_compare (UT_POSSIBLE_SHARES, UT_POSSIBLE_PART, &own, &country, design, &answer) != UT_OUTCOME_OK)
    return NAN;
  *side = answer.p_worst < 0.05 ? answer.side : 0;
  if (answer.p_worst >= 0.05 && answer.p_best < 0.05)
    *side = 2;
  return answer.p_worst;
}

static void
profile (gpointer user, guint task, guint worker G_GNUC_UNUSED) {
  const Job *job = user;
  gsl_rng *random = random_new (job->chapter, task);
  Tally *tally = &job->tallies[task];
  double p[N_INDICATORS], q[N_INDICATORS], ratio[N_INDICATORS], block = 0;
  int side[N_INDICATORS] = { 0 };
  double n = job->sizes->persons[task % job->sizes->places->len][AGE_0_17];
  for (guint i = 0; i < N_INDICATORS; i++) {
    gboolean different = job->scenario->different && i % (N_INDICATORS / N_DIFFERENT) == 0;
    double size = different ? exp (gsl_ran_flat (random, log (1.2), log (3))) : 1;
    ratio[i] = different && gsl_rng_uniform (random) < 0.5 ? 1 / size : size;
    if (i % 4 == 0)
      block = gsl_ran_gaussian (random, 1);
    p[i] = compare (job, i, MAX (n, 30), ratio[i], block, random, &side[i]);
  }
  ut_adjust_benjamini_hochberg (p, N_INDICATORS, q);
  for (guint i = 0; i < N_INDICATORS; i++) {
    if (isnan (p[i]))
      continue;
    gboolean sure = side[i] == 1 || side[i] == -1, robust = sure && q[i] <= 0.05;
    tally->n++;
    tally->n_sure += sure;
    tally->n_undecided += side[i] == 2;
    tally->n_robust += robust;
    tally->n_false += robust && (ratio[i] == 1 || (ratio[i] > 1) != (side[i] == 1));
  }
  tally->n_any = tally->n_robust > 0;
  tally->false_share = (double) tally->n_false / (double) MAX (tally->n_robust, 1);
  gsl_rng_free (random);
}

static void
calibrate_scenario (Page *page, const Sizes *sizes, guint number, guint n_profiles) {
  const Scenario *scenario = &scenarios[number];
  g_autofree Tally *tallies = g_new0 (Tally, n_profiles);
  Job job = { sizes, scenario, 80 + number, tallies };
  Tally all = { 0 };
  ut_pool_run (ut_pool_width (), n_profiles, profile, &job);
  for (guint i = 0; i < n_profiles; i++) {
    all.n += tallies[i].n;
    all.n_sure += tallies[i].n_sure;
    all.n_undecided += tallies[i].n_undecided;
    all.n_any += tallies[i].n_any;
    all.n_robust += tallies[i].n_robust;
    all.false_share += tallies[i].false_share;
  }
  double any = percent ((double) all.n_any, n_profiles), share = 100 * all.false_share / n_profiles;
  page_add (page, "| %s | %.1f | %.1f | %.1f | %.2f | %.2f |\n", scenario->name,
            percent ((double) all.n_sure, (double) all.n), percent ((double) all.n_undecided, (double) all.n), any,
            (double) all.n_robust / n_profiles, share);
  g_autofree char *goal
      = g_strdup_printf ("printed figures, %s: %s", scenario->name,
                         scenario->different ? "mean of false / max (robust, 1)" : "profiles with any robust verdict");
  if (scenario->different)
    page_goal (page, goal, share, 0, 5, two_errors (share, n_profiles));
  else if (scenario->is_goal)
    page_goal (page, goal, any, 0, 5, two_errors (any, n_profiles));
  printf ("%s %.2f\n", goal, scenario->different ? share : any);
}

/* Reports */

#define N_REPORT_INDICATORS 30

typedef struct {
  guint n_places;
  guint chapter;
  guint *any_pooled, *any_each; /* [reports] */
} Reports;

/* Nobody differs: p is what chance makes of counts, by mid-p. */
static void
report (gpointer user, guint task, guint worker G_GNUC_UNUSED) {
  const Reports *reports = user;
  gsl_rng *random = random_new (reports->chapter, task);
  guint n = reports->n_places * N_REPORT_INDICATORS;
  g_autofree double *p = g_new (double, n), *q = g_new (double, n);
  for (guint i = 0; i < n; i++) {
    double persons = exp (gsl_ran_flat (random, log (100), log (3000))), share = level_of (i % N_REPORT_INDICATORS);
    double own = gsl_ran_binomial (random, share, (unsigned) persons);
    double rest = gsl_ran_binomial (random, share, (unsigned) (COUNTRY - floor (persons)));
    UtPrinted one = ut_printed_counts (own, floor (persons)), other = ut_printed_counts (own + rest, COUNTRY);
    UtPossible answer;
    p[i] = ut_possible_compare (UT_POSSIBLE_SHARES, UT_POSSIBLE_PART, &one, &other, 1, &answer) == UT_OUTCOME_OK
               ? answer.p_worst
               : NAN;
  }
  ut_adjust_benjamini_hochberg (p, n, q);
  for (guint i = 0; i < n; i++)
    reports->any_pooled[task] |= q[i] <= 0.05;
  for (guint place = 0; place < reports->n_places; place++)
    ut_adjust_benjamini_hochberg (p + place * N_REPORT_INDICATORS, N_REPORT_INDICATORS,
                                  q + place * N_REPORT_INDICATORS);
  for (guint i = 0; i < n; i++)
    reports->any_each[task] |= q[i] <= 0.05;
  gsl_rng_free (random);
}

static void
calibrate_reports (Page *page, guint n_places, guint n_reports) {
  g_autofree guint *pooled = g_new0 (guint, n_reports), *each = g_new0 (guint, n_reports);
  Reports reports = { n_places, 100 + n_places, pooled, each };
  ut_pool_run (ut_pool_width (), n_reports, report, &reports);
  guint n_pooled = 0, n_each = 0;
  for (guint i = 0; i < n_reports; i++) {
    n_pooled += pooled[i];
    n_each += each[i];
  }
  double any = percent (n_pooled, n_reports);
  page_add (page, "| %u | %.1f | %.1f |\n", n_places, percent (n_each, n_reports), any);
  g_autofree char *goal
      = g_strdup_printf ("summaries of reports of %u places in which nothing differs: with any", n_places);
  page_goal (page, goal, any, 0, 5, two_errors (any, n_reports));
  printf ("%s %.2f\n", goal, any);
}

void
calibrate_printed (Page *page, const Sizes *sizes, guint n_profiles) {
  static const char *const head[] = { "truth",
                                      "better or worse, %",
                                      "undecided, %",
                                      "profiles with any robust, %",
                                      "robust a profile",
                                      "mean of false/robust, %" };
  static const char *const head_reports[]
      = { "places", "a family a place: reports with any, %", "one family: reports with any, %" };
  page_add (
      page,
      "## Printed figures\n\n%u profiles of %u percentages (2 to 50, half of them whole, half with one decimal) of "
      "the children of a real municipality against the country; of how many is declared within ± 15 %%, a "
      "design effect of 1.5, and of a standardised figure a mix of ages within ± 5 %%. Where none differs every "
      "verdict "
      "is false. The rules break where fewer persons, or answers that go together more, than is declared stand behind "
      "a "
      "figure: so doubts are declared wide, and `check` tells of a published number outside them. More persons than "
      "declared only cost verdicts.\n\n",
      n_profiles, N_INDICATORS);
  page_head (page, head, G_N_ELEMENTS (head));
  for (guint i = 0; i < G_N_ELEMENTS (scenarios); i++)
    calibrate_scenario (page, sizes, i, n_profiles);
  page_add (page,
            "\n## Summaries\n\nReports in which no place differs in any of %u indicators, and the summary would name "
            "one nevertheless.\n\n",
            N_REPORT_INDICATORS);
  page_head (page, head_reports, G_N_ELEMENTS (head_reports));
  calibrate_reports (page, 7, n_profiles);
  calibrate_reports (page, 17, n_profiles / 2);
  page_add (page, "\n");
}
