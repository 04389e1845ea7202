/* Writes tests/bench/calibration.md: how often the methods are wrong, how often their intervals hold, and what they can
 * see. Ends with 1 when a goal is missed.
 *
 *   calibration [ROUNDS]     profiles a municipality in each world (20 when nothing is said); series and samples follow
 */
#include "calibration.h"

#define ROUNDS 20

static void
calibrate (Page *page, const Sizes *sizes, const char *root, guint rounds) {
  calibrate_profiles (page, sizes, rounds);
  calibrate_power (page);
  calibrate_intervals (page);
  calibrate_pairs (page);
  calibrate_simulated (page, 1000 * rounds);
  calibrate_proof (page, root);
}

int
main (int argc, char **argv) {
  const char *root = g_getenv ("UTSYN_SOURCE_ROOT");
  guint rounds = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : ROUNDS;
  g_autoptr (Sizes) sizes = sizes_load (root);
  Page page = { g_string_new (""), g_string_new (""), 0 };
  calibrate (&page, sizes, root, MAX (rounds, 1));
  return page_write (&page, "Calibration", "calibration");
}
