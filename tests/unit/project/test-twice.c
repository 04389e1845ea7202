/* The proof on real counts: a printed figure alone never says the opposite of the counts behind it. */
#include "../../bench/calibration/twice.h"

#include <utsyn/project.h>

static GArray *
judge (UtProject *project) {
  g_autoptr (UtTable) table
      = ut_assess_prepare (project->table, project->catalogue, project->regions, NULL, NULL, NULL);
  return twice_judge (table, project->catalogue, project->regions, UT_BENCHMARK_COUNTRY);
}

static void
say (const UtProject *project, const Twice *twice, const char *what) {
  g_autofree char *period = ut_period_format (twice->period, UT_LANGUAGE_EN);
  g_test_message ("%s %s, %s: level %d by its counts, %d by its figure, step %g, stand-in %d: %s",
                  twice->indicator->key, ut_regions_get (project->regions, twice->place)->code, period,
                  twice->by_counts, twice->by_figure, twice->resolution, twice->stand_in, what);
}

static void
test_never_the_opposite (void) {
  GError *error = NULL;
  g_autoptr (UtFindings) findings = ut_findings_new ();
  g_autoptr (UtProject) project = ut_project_load_figures (g_getenv ("UTSYN_SOURCE_ROOT"), findings, &error);
  g_assert_no_error (error);
  g_autoptr (GArray) all = judge (project);
  guint n_sure = 0, n_opposite = 0, n_other = 0;
  for (guint i = 0; i < all->len; i++) {
    const Twice *twice = &g_array_index (all, Twice, i);
    gboolean other = twice_is_other (twice) && twice->stand_in != STAND_IN_POPULATION;
    n_sure += twice->by_figure > UT_LEVEL_SIMILAR && twice->by_figure == twice->by_counts;
    n_opposite += twice_is_opposite (twice);
    n_other += other;
    if (twice_is_opposite (twice))
      say (project, twice, "the opposite");
    else if (other)
      say (project, twice, "other, though the persons are within the doubt");
  }
  g_test_message ("%u comparisons, %u sure both ways", all->len, n_sure);
  g_assert_cmpuint (n_opposite, ==, 0);
  g_assert_cmpuint (n_other, ==, 0);
  /* There are so many that some would be wrong if anything could be. */
  g_assert_cmpuint (n_sure, >, 500);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/project/twice/never-the-opposite", test_never_the_opposite);
  return g_test_run ();
}
