/* Writes tests/bench/calibration.md: how often the methods are wrong, how often their intervals hold, and what they can
 * see. Ends with 1 when a goal is missed.
 *
 *   calibration [ROUNDS]     profiles a municipality in each world (20 when nothing is said); series and samples follow
 */
#include "calibration.h"

#include <stdio.h>

#define ROUNDS 20

static void
calibrate (Page *page, const Sizes *sizes, guint rounds) {
  calibrate_profiles (page, sizes, rounds);
  calibrate_power (page);
  calibrate_intervals (page);
  calibrate_pairs (page);
  calibrate_simulated (page, 1000 * rounds);
  calibrate_trends (page, 20 * rounds);
}

static char *
write_page (const Page *page) {
  return g_strdup_printf ("# Calibration\n\n"
                          "Written by `./dev bench calibration`; the same program writes the same page. ± is two "
                          "Monte-Carlo errors, which a goal allows.\n\n"
                          "| goal | measured, %% | wanted, %% | |\n|:--|--:|--:|:--|\n%s\n%s",
                          page->goals->str, page->body->str);
}

int
main (int argc, char **argv) {
  const char *root = g_getenv ("UTSYN_SOURCE_ROOT");
  guint rounds = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : ROUNDS;
  g_autoptr (Sizes) sizes = sizes_load (root);
  g_autoptr (GError) error = NULL;
  Page page = { g_string_new (""), g_string_new (""), 0 };
  calibrate (&page, sizes, MAX (rounds, 1));
  g_autofree char *text = write_page (&page);
  g_autofree char *path = g_build_filename (root, "tests", "bench", "calibration.md", NULL);
  printf ("%s", page.goals->str);
  if (!g_file_set_contents (path, text, -1, &error))
    g_error ("%s", error->message);
  g_string_free (page.goals, TRUE);
  g_string_free (page.body, TRUE);
  return page.n_missed > 0;
}
