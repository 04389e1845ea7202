/* What a place of a given size can see, reckoned from every count it can have. */
#include "calibration.h"

#include <gsl/gsl_randist.h>
#include <utsyn/compare.h>

#define REST 100000.0

/* The share of outcomes in which rule utsyn is sure and right, the rest at its expected count. */
static double
power_of (guint n, double rest_share, double ratio) {
  double odds = ratio * rest_share / (1 - rest_share), share = odds / (1 + odds), found = 0;
  for (guint x = 0; x <= n; x++) {
    double weight = gsl_ran_binomial_pdf (x, share, n);
    UtComparison comparison;
    if (weight > 1e-9 && x > rest_share * n
        && ut_compare_proportions (x, n, rest_share * REST, REST, 0.95, &comparison) == UT_OUTCOME_OK)
      found += comparison.p < 0.05 ? weight : 0;
  }
  return found;
}

void
calibrate_power (Page *page) {
  static const guint sizes[] = { 40, 100, 200, 500, 1000, 2000 };
  static const double shares[] = { 0.05, 0.2, 0.5 }, ratios[] = { 1.25, 1.5, 2 };
  static const char *const columns[]
      = { "share in the rest, odds ratio", "n = 40", "100", "200", "500", "1000", "2000" };
  page_add (page,
            "## Power by size\n\n"
            "How many per cent of the true differences rule utsyn is sure of, one comparison by itself, for a "
            "place of n persons against a rest of %.0f; nothing is simulated.\n\n",
            REST);
  page_head (page, columns, G_N_ELEMENTS (columns));
  for (guint s = 0; s < G_N_ELEMENTS (shares); s++)
    for (guint r = 0; r < G_N_ELEMENTS (ratios); r++) {
      page_add (page, "| %.0f %%, %.2f ", 100 * shares[s], ratios[r]);
      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        page_add (page, "| %.0f ", 100 * power_of (sizes[i], shares[s], ratios[r]));
      page_add (page, "|\n");
    }
  page_add (page, "\n");
}
