/* Writes tests/bench/calibration-printed.md: verdicts on printed figures, what the summaries of reports say, and
 * smoothed figures. Ends with 1 when a goal is missed.
 *
 *   calibration-printed [PROFILES]     profiles of each kind (1000 when nothing is said)
 */
#include "calibration.h"

#include <stdio.h>

#define PROFILES 1000

int
main (int argc, char **argv) {
  guint n_profiles = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : PROFILES;
  /* Told as it goes, also where it is written to a file. */
  setvbuf (stdout, NULL, _IOLBF, 0);
  g_autoptr (Sizes) sizes = sizes_load (g_getenv ("UTSYN_SOURCE_ROOT"));
  Page page = { g_string_new (""), g_string_new (""), 0 };
  calibrate_printed (&page, sizes, MAX (n_profiles, 2));
  calibrate_shrinkage (&page, sizes, MAX (n_profiles / 5, 1));
  return page_write (&page, "Calibration of printed and smoothed figures", "calibration-printed");
}
