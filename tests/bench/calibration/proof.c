/* The proof on real counts: what printed figures alone say of municipalities whose counts are known. */
#include "calibration.h"
#include "twice.h"

#include <string.h>
#include <utsyn/project.h>

typedef struct {
  guint n, n_same, n_undecided, n_untested, n_bolder, n_other, n_opposite;
} Tally;

static const char *const stand_ins[N_STAND_INS] = {
  [STAND_IN_MOST] = "too many persons: the true number is the fewest of the doubt",
  [STAND_IN_EXACT] = "as many persons as there are",
  [STAND_IN_FEWEST] = "too few persons: the true number is the most of the doubt",
  [STAND_IN_POPULATION] = "the head count that the catalogue names",
};

static void
count (Tally *tally, const Twice *twice) {
  tally->n++;
  tally->n_same += twice->by_figure == twice->by_counts;
  tally->n_undecided += twice->by_figure == UT_LEVEL_UNDECIDED && twice->by_counts != UT_LEVEL_UNDECIDED;
  tally->n_untested += twice->by_figure == UT_LEVEL_NOT_TESTED;
  tally->n_bolder += twice->by_counts == UT_LEVEL_UNDECIDED && twice_is_decided (twice->by_figure);
  tally->n_other += twice_is_other (twice) && !twice_is_opposite (twice);
  tally->n_opposite += twice_is_opposite (twice);
}

static void
say (Page *page, const char *what, const Tally *tally) {
  if (tally->n > 0)
    page_add (page, "| %s | %u | %.1f | %.1f | %.1f | %.2f | %.2f | %u |\n", what, tally->n,
              percent (tally->n_same, tally->n), percent (tally->n_undecided, tally->n),
              percent (tally->n_untested, tally->n), percent (tally->n_bolder, tally->n),
              percent (tally->n_other, tally->n), tally->n_opposite);
}

static void
head (Page *page, const char *first) {
  const char *const columns[] = { first,
                                  "comparisons",
                                  "same answer, %",
                                  "undecided, %",
                                  "not tested, %",
                                  "by the figure alone, %",
                                  "other answer, %",
                                  "opposite" };
  page_head (page, columns, G_N_ELEMENTS (columns));
}

static void
by_stand_in (Page *page, const GArray *all, double resolution) {
  Tally tallies[N_STAND_INS] = { 0 };
  for (guint i = 0; i < all->len; i++) {
    const Twice *twice = &g_array_index (all, Twice, i);
    if (twice->resolution == resolution)
      count (&tallies[twice->stand_in], twice);
  }
  for (guint i = 0; i < N_STAND_INS; i++) {
    g_autofree char *what = g_strdup_printf ("%s; %s", resolution < 1 ? "one decimal" : "whole", stand_ins[i]);
    say (page, what, &tallies[i]);
  }
}

static void
by_indicator (Page *page, const GArray *all, const UtCatalogue *catalogue) {
  for (guint id = 0; id < ut_catalogue_count (catalogue); id++) {
    const UtIndicator *indicator = ut_catalogue_get (catalogue, (UtIndicatorId) id);
    Tally tally = { 0 };
    for (guint i = 0; i < all->len; i++)
      if (g_array_index (all, Twice, i).indicator == indicator)
        count (&tally, &g_array_index (all, Twice, i));
    say (page, ut_text_get (&indicator->name, UT_LANGUAGE_EN), &tally);
  }
}

static GArray *
judge_all (const UtProject *project) {
  g_autoptr (UtTable) table
      = ut_assess_prepare (project->table, project->catalogue, project->regions, NULL, NULL, NULL);
  GArray *all = twice_judge (table, project->catalogue, project->regions, UT_BENCHMARK_COUNTY);
  g_autoptr (GArray) country = twice_judge (table, project->catalogue, project->regions, UT_BENCHMARK_COUNTRY);
  return g_array_append_vals (all, country->data, country->len);
}

static void
set_goals (Page *page, const GArray *all) {
  Tally declared = { 0 }, population = { 0 };
  for (guint i = 0; i < all->len; i++) {
    const Twice *twice = &g_array_index (all, Twice, i);
    count (twice->stand_in == STAND_IN_POPULATION ? &population : &declared, twice);
  }
  page_goal (page, "real counts judged by their figures, persons within the doubt: opposite answers",
             percent (declared.n_opposite, declared.n), 0, 0, 0);
  page_goal (page, "real counts judged by their figures, persons within the doubt: other answers",
             percent (declared.n_other, declared.n), 0, 0, 0);
  page_goal (page, "real counts judged by their figures and a real head count: opposite answers",
             percent (population.n_opposite, population.n), 0, 0, 0);
}

void
calibrate_proof (Page *page, const char *root) {
  g_autoptr (GError) error = NULL;
  g_autoptr (UtFindings) findings = ut_findings_new ();
  g_autoptr (UtProject) project = ut_project_load_figures (root, findings, &error);
  if (project == NULL)
    g_error ("%s", error->message);
  g_autoptr (GArray) all = judge_all (project);
  page_add (page,
            "## Real counts\n\nEvery figure of a municipality in the project's datasets that has its counts (a mean: "
            "its number and margin), in every year, against its county and the country, is judged by them, and again "
            "as if only the rounded figure were printed and another source told about how many persons there are, "
            "with the doubt the catalogue declares (−4 to +3 %% where it need not declare any). *Undecided*: by the "
            "figure, and not by the counts. *By the figure alone*: decided, where what is known of the counts leaves "
            "it undecided (scores in whole points whose printed margin is wider than the declared spread, and figures "
            "whose counts are derived themselves). *Other*: similar for better or worse, or the reverse.\n\n");
  head (page, "printed; stand-in");
  by_stand_in (page, all, 0.1);
  by_stand_in (page, all, 1);
  page_add (page, "\nAll of these ways together:\n\n");
  head (page, "indicator");
  by_indicator (page, all, project->catalogue);
  page_add (page, "\n");
  set_goals (page, all);
}
