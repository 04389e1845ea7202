/* How often the interval of a smoothed figure holds the truth. */
#include "calibration.h"

#include "base/pool.h"

#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdio.h>
#include <utsyn/shrink.h>

#define MOST_UNITS 150
#define N_OWN      3
#define SHARE      0.12
#define RATE       0.02

typedef struct {
  guint k;
  double mor;
  UtShrinkKind kind;
} World;

typedef struct {
  guint64 n, averaged, n_plugged, plugged;
} Cover;

typedef struct {
  const Sizes *sizes;
  World world;
  guint chapter, n_samples;
  Cover *covers; /* [samples] */
} Job;

static double
true_level (const World *world, gsl_rng *random) {
  double away = gsl_ran_gaussian (random, log (world->mor) / (M_SQRT2 * 0.6744897501960817));
  if (world->kind == UT_SHRINK_RATES)
    return RATE * exp (away);
  return 1 / (1 + exp (-log (SHARE / (1 - SHARE)) - away));
}

static void
count (const UtInterval *interval, const double *truth, guint n, guint64 *held) {
  for (guint i = 0; i < n; i++)
    *held += interval[i].lower <= truth[i] && truth[i] <= interval[i].upper;
}

static void
sample (gpointer user, guint task, guint worker G_GNUC_UNUSED) {
  const Job *job = user;
  const World *world = &job->world;
  gsl_rng *random = random_new (job->chapter, task);
  double x[MOST_UNITS], n[MOST_UNITS], truth[MOST_UNITS], estimate[MOST_UNITS];
  UtInterval interval[MOST_UNITS];
  Cover *cover = &job->covers[task];
  for (guint i = 0; i < world->k; i++) {
    n[i] = job->sizes->persons[gsl_rng_uniform_int (random, job->sizes->places->len)][THREE_GRADES];
    truth[i] = true_level (world, random);
    x[i] = world->kind == UT_SHRINK_RATES ? gsl_ran_poisson (random, n[i] * truth[i])
                                          : gsl_ran_binomial (random, truth[i], (unsigned) n[i]);
  }
  UtShrinkAveraged averaged;
  if (ut_shrink_averaged (world->kind, x, n, world->k, x, n, N_OWN, 0.95, estimate, interval, &averaged)
      == UT_OUTCOME_OK) {
    cover->n += N_OWN;
    count (interval, truth, N_OWN, &cover->averaged);
  }
  UtBetaPrior beta;
  UtGammaPrior gamma;
  UtOutcome outcome
      = world->kind == UT_SHRINK_SHARES
            ? ut_shrink_beta_binomial (x, n, world->k, UT_SHRINK_LIKELIHOOD, 0.95, estimate, interval, &beta)
            : ut_shrink_gamma_poisson (x, n, world->k, UT_SHRINK_LIKELIHOOD, 0.95, estimate, interval, &gamma);
  if (outcome == UT_OUTCOME_OK) {
    cover->n_plugged += N_OWN;
    count (interval, truth, N_OWN, &cover->plugged);
  }
  gsl_rng_free (random);
}

static void
calibrate_world (Page *page, const Sizes *sizes, World world, guint chapter, guint n_samples) {
  Cover all = { 0 };
  g_autofree Cover *covers = g_new0 (Cover, n_samples);
  Job job = { sizes, world, chapter, n_samples, covers };
  ut_pool_run (ut_pool_width (), n_samples, sample, &job);
  for (guint i = 0; i < n_samples; i++) {
    all.n += covers[i].n;
    all.averaged += covers[i].averaged;
    all.n_plugged += covers[i].n_plugged;
    all.plugged += covers[i].plugged;
  }
  const char *what = world.kind == UT_SHRINK_SHARES ? "shares" : "rates";
  double averaged = percent ((double) all.averaged, (double) all.n);
  page_add (page, "| %s, %u municipalities | %.2f | %.1f | %.1f | %.0f |\n", what, world.k, world.mor, averaged,
            percent ((double) all.plugged, (double) all.n_plugged),
            100 - percent ((double) all.n_plugged, (double) all.n));
  g_autofree char *goal
      = g_strdup_printf ("smoothed %s, %u municipalities, median ratio %.2f: cover", what, world.k, world.mor);
  if (world.mor > 1)
    page_goal (page, goal, averaged, 93, 99, two_errors (averaged, (double) all.n));
  printf ("%s %.1f\n", goal, averaged);
}

void
calibrate_shrinkage (Page *page, const Sizes *sizes, guint n_samples) {
  static const guint sizes_of[] = { 6, 17, 46, 150 };
  static const double mors[] = { 1, 1.24, 1.5 };
  static const char *const head[]
      = { "drawn together", "median odds or rate ratio", "averaged, %", "plugged in, %", "of these none found, %" };
  page_add (page,
            "## Smoothed figures\n\nHow often the 95 %% interval holds the truth, %u samples of each, three "
            "municipalities of each sample. The likeliest distribution, plugged in as if it were known, beside the "
            "average over all; where it finds no variation it gives no interval.\n\n",
            n_samples);
  page_head (page, head, G_N_ELEMENTS (head));
  for (guint k = 0; k < G_N_ELEMENTS (sizes_of); k++)
    for (guint m = 0; m < G_N_ELEMENTS (mors); m++)
      calibrate_world (page, sizes, (World){ sizes_of[k], mors[m], UT_SHRINK_SHARES }, 40 + 3 * k + m, n_samples);
  for (guint k = 0; k < 2; k++)
    calibrate_world (page, sizes, (World){ sizes_of[k], 1.24, UT_SHRINK_RATES }, 60 + k, n_samples);
  page_add (page, "\n");
}
