#include "import/label/heading_words.h"

#include <string.h>

#include "base/text.h"

/* In order of trust: a code before a name. */
static const char *const region_headings[] = { "kokkommuneregion0000",
                                               "kokfylkesregion0000",
                                               "kommunenummer",
                                               "kommunenr",
                                               "kommunekode",
                                               "kommunenr.",
                                               "kommune_nr",
                                               "kommune nr",
                                               "knr",
                                               "kommnr",
                                               "komm.nr",
                                               "komm.nr.",
                                               "region",
                                               "kommun",
                                               "kommune",
                                               "municipality",
                                               "geografi",
                                               "geography",
                                               "geo",
                                               "fylkesnummer",
                                               "fylkesnr",
                                               "fylkeskode",
                                               "fylkenr",
                                               "fylkenummer",
                                               "fylkekode",
                                               "fylke",
                                               "county",
                                               "kommunenavn",
                                               "komm.navn",
                                               "fylkesnavn",
                                               "kode",
                                               "code" };
static const char *const period_headings[]
    = { "tid",     "år",      "aar",    "year",   "time",    "skoleår", "måned",   "month", "kvartal",
        "quarter", "periode", "period", "årgang", "årstall", "årstal",  "skuleår", "månad" };

/* Rank of a heading in a list, or -1: whole, or either half of "code - text". */
static int
rank_heading (const char *heading, const char *const *list, gsize n) {
  g_autofree char *folded = ut_text_fold (heading);
  g_auto (GStrv) halves = g_strsplit (folded, " - ", 2);
  for (gsize i = 0; i < n; i++) {
    if (strcmp (folded, list[i]) == 0)
      return (int) i;
    for (char **half = halves; *half != NULL; half++)
      if (strcmp (*half, list[i]) == 0)
        return (int) i;
  }
  return -1;
}

int
ut_heading_region_rank (const char *heading) {
  return rank_heading (heading, region_headings, G_N_ELEMENTS (region_headings));
}

gboolean
ut_heading_names_region (const char *heading) {
  return ut_heading_region_rank (heading) >= 0;
}

/* "D_År-Måned": a column of months takes precedence over one of their years. */
static gboolean
names_month_of_year (const char *heading) {
  static const char *const words[] = { "år-mån", "årmån", "år_mån", "år og mån", "year-month", "yearmonth" };
  g_autofree char *folded = ut_text_fold (heading);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

int
ut_heading_period_rank (const char *heading) {
  int rank = rank_heading (heading, period_headings, G_N_ELEMENTS (period_headings));
  return names_month_of_year (heading) ? 0 : rank < 0 ? -1 : rank + 1;
}

gboolean
ut_heading_names_municipality (const char *heading) {
  g_autofree char *folded = ut_text_fold (heading);
  return ut_heading_names_region (heading)
         && (strstr (folded, "komm") != NULL || strstr (folded, "municipal") != NULL || strcmp (folded, "knr") == 0);
}

gboolean
ut_heading_names_period (const char *heading) {
  return ut_heading_period_rank (heading) >= 0;
}

#define COLUMN_WORD "kolonne "

char *
ut_heading_or_number (const char *heading, guint column) {
  return *heading != '\0' ? g_strdup (heading) : g_strdup_printf (COLUMN_WORD "%u", column + 1);
}

gboolean
ut_heading_is_number (const char *name) {
  const char *number = g_str_has_prefix (name, COLUMN_WORD) ? name + strlen (COLUMN_WORD) : "";
  return *number != '\0' && number[strspn (number, "0123456789")] == '\0';
}
