#include "import/stray.h"

#include "base/i18n.h"

typedef struct {
  UtPlaceState state;
  char *label;
  int first_year, last_year;
  guint line;
  guint n;
} Stray;

struct UtStrays {
  GHashTable *by_label; /* "state label" → Stray, owned by `all` */
  GPtrArray *all;
};

static void
free_stray (gpointer data) {
  Stray *stray = data;
  g_free (stray->label);
  g_free (stray);
}

UtStrays *
ut_strays_new (void) {
  UtStrays *strays = g_new0 (UtStrays, 1);
  strays->by_label = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  strays->all = g_ptr_array_new_with_free_func (free_stray);
  return strays;
}

void
ut_strays_free (UtStrays *strays) {
  if (strays == NULL)
    return;
  g_hash_table_unref (strays->by_label);
  g_ptr_array_unref (strays->all);
  g_free (strays);
}

void
ut_strays_add (UtStrays *strays, const UtPlace *place, const char *label, guint line) {
  /* Places below the municipality may be thousands: they are told together. */
  g_autofree char *key = g_strdup_printf ("%d %s", (int) place->state, place->state == UT_PLACE_OUTSIDE ? "" : label);
  Stray *stray = g_hash_table_lookup (strays->by_label, key);
  if (stray == NULL) {
    stray = g_new0 (Stray, 1);
    *stray = (Stray){ .state = place->state,
                      .label = g_strdup (label),
                      .first_year = place->year,
                      .last_year = place->year,
                      .line = line };
    g_ptr_array_add (strays->all, stray);
    g_hash_table_insert (strays->by_label, g_steal_pointer (&key), stray);
  }
  stray->first_year = MIN (stray->first_year, place->year);
  stray->last_year = MAX (stray->last_year, place->year);
  stray->n++;
}

static void
report (const Stray *stray, const char *file, UtFindings *findings) {
  g_autofree char *years = stray->first_year == stray->last_year
                               ? g_strdup_printf ("%d", stray->first_year)
                               : g_strdup_printf ("%d–%d", stray->first_year, stray->last_year);
  switch (stray->state) {
  case UT_PLACE_OUTSIDE:
    ut_findings_add (findings, file, stray->line, UT_FINDING_UNKNOWN_REGION,
                     _ ("“%s” and the like are not municipalities, counties or the country (figures: %u)"),
                     stray->label, stray->n);
    break;
  case UT_PLACE_AMBIGUOUS:
    ut_findings_add (findings, file, stray->line, UT_FINDING_UNKNOWN_REGION,
                     _ ("“%s” is the name of several places; the file must give the code or the county (figures: %u)"),
                     stray->label, stray->n);
    break;
  case UT_PLACE_OUT_OF_TIME:
    ut_findings_add (findings, file, stray->line, UT_FINDING_UNKNOWN_REGION,
                     _ ("“%s” was not in force in %s, but has figures (figures: %u)"), stray->label, years, stray->n);
    break;
  case UT_PLACE_UNKNOWN:
  case UT_PLACE_DIRECT:
  case UT_PLACE_RESTATED:
    ut_findings_add (findings, file, stray->line, UT_FINDING_UNKNOWN_REGION,
                     _ ("“%s” is no place we know (figures: %u)"), stray->label, stray->n);
    break;
  }
}

void
ut_strays_report (const UtStrays *strays, const char *file, UtFindings *findings) {
  for (guint i = 0; i < strays->all->len; i++)
    report (g_ptr_array_index (strays->all, i), file, findings);
}
