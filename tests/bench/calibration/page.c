#include "calibration.h"

#include <math.h>
#include <stdio.h>

void
page_add (Page *page, const char *format, ...) {
  va_list arguments;
  va_start (arguments, format);
  g_string_append_vprintf (page->body, format, arguments);
  va_end (arguments);
}

void
page_head (Page *page, const char *const *columns, guint n) {
  for (guint i = 0; i < n; i++)
    page_add (page, "| %s ", columns[i]);
  page_add (page, "|\n|:--|");
  for (guint i = 1; i < n; i++)
    page_add (page, "--:|");
  page_add (page, "\n");
}

void
page_goal (Page *page, const char *what, double value, double least, double most, double allowance) {
  /* What is reckoned as 95 may print its last digit below it. */
  const double dust = 1e-9;
  gboolean met = value >= least - allowance - dust && value <= most + allowance + dust;
  g_autofree char *wanted = least > 0 && most < 100 ? g_strdup_printf ("%.0f–%.0f", least, most)
                            : least > 0             ? g_strdup_printf ("≥ %.1f", least)
                                                    : g_strdup_printf ("≤ %.1f", most);
  g_autofree char *chance = allowance > 0 ? g_strdup_printf (" ± %.2f", allowance) : g_strdup ("");
  g_string_append_printf (page->goals, "| %s | %.2f%s | %s | %s |\n", what, value, chance, wanted,
                          met ? "met" : "**missed**");
  page->n_missed += !met;
}

double
percent (double part, double whole) {
  return whole > 0 ? 100 * part / whole : NAN;
}

double
two_errors (double percent, double n) {
  return 2 * sqrt (percent * (100 - percent) / n);
}

int
page_write (Page *page, const char *heading, const char *name) {
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf (
      "# %s\n\nWritten by `./dev bench %s`; the same program writes the same page. ± is two Monte-Carlo "
      "errors, which a goal allows.\n\n"
      "| goal | measured, %% | wanted, %% | |\n|:--|--:|--:|:--|\n%s\n%s",
      heading, name, page->goals->str, page->body->str);
  g_autofree char *file = g_strconcat (name, ".md", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("UTSYN_SOURCE_ROOT"), "tests", "bench", file, NULL);
  printf ("%s", page->goals->str);
  if (!g_file_set_contents (path, text, -1, &error))
    g_error ("%s", error->message);
  g_string_free (page->goals, TRUE);
  g_string_free (page->body, TRUE);
  return page->n_missed > 0;
}

gsl_rng *
random_new (guint chapter, guint task) {
  gsl_rng *random = gsl_rng_alloc (gsl_rng_mt19937);
  gsl_rng_set (random, 100000ul * (chapter + 1) + task);
  return random;
}
