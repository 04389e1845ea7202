/* Writes tests/bench/calibration-trends.md: how often trends are called where there is none, and seen where there is
 * one. Ends with 1 when a goal is missed.
 *
 *   calibration-trends [SERIES]     an eighth of the series of each cell (500 when nothing is said)
 */
#include "calibration.h"

#include <stdio.h>

#define SERIES 500

int
main (int argc, char **argv) {
  guint n_series = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : SERIES;
  Page page = { g_string_new (""), g_string_new (""), 0 };
  calibrate_trends (&page, MAX (n_series, 1));
  return page_write (&page, "Calibration of trends", "calibration-trends");
}
