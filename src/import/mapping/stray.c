#include "import/mapping/stray.h"

#include <string.h>

#include "base/i18n.h"
#include "import/label/region.h"

typedef struct {
  UtPlaceState state;
  char *label;  /* with its name where that stands in another column */
  char *column; /* the heading of a column without codes of places; NULL: one label */
  UtCodesDoubt doubt;
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
  g_free (stray->column);
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
  g_autofree char *key = g_strdup_printf ("%d %s", (int) place->state, label);
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

void
ut_strays_add_column (UtStrays *strays, const char *heading, UtCodesDoubt doubt, const char *example, guint line) {
  g_autofree char *key = g_strdup_printf ("column %s", heading);
  Stray *stray = g_hash_table_lookup (strays->by_label, key);
  if (stray == NULL) {
    stray = g_new0 (Stray, 1);
    *stray = (Stray){ .state = UT_PLACE_CONTRADICTED,
                      .label = g_strdup (example),
                      .column = g_strdup (heading),
                      .doubt = doubt,
                      .line = line };
    g_ptr_array_add (strays->all, stray);
    g_hash_table_insert (strays->by_label, g_steal_pointer (&key), stray);
  }
  stray->n++;
}

void
ut_strays_merge (UtStrays *strays, const UtStrays *others) {
  GHashTableIter iter;
  gpointer key, value;
  g_hash_table_iter_init (&iter, others->by_label);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    const Stray *other = value;
    Stray *stray = g_hash_table_lookup (strays->by_label, key);
    if (stray == NULL) {
      stray = g_memdup2 (other, sizeof *other);
      stray->label = g_strdup (other->label);
      stray->column = g_strdup (other->column);
      g_ptr_array_add (strays->all, stray);
      g_hash_table_insert (strays->by_label, g_strdup (key), stray);
      continue;
    }
    /* The label is the first line's, whoever read it. */
    if (other->line < stray->line) {
      g_free (stray->label);
      stray->label = g_strdup (other->label);
      stray->line = other->line;
    }
    stray->first_year = MIN (stray->first_year, other->first_year);
    stray->last_year = MAX (stray->last_year, other->last_year);
    stray->n += other->n;
  }
}

static int
compare_strays (gconstpointer a, gconstpointer b) {
  const Stray *x = *(const Stray *const *) a, *y = *(const Stray *const *) b;
  return x->line != y->line ? (x->line < y->line ? -1 : 1) : strcmp (x->label, y->label);
}

/* What the code of a label is. */
static const char *
read_code (const char *text, const UtRegions *regions, UtRegionLabel *label) {
  ut_region_label_read (text, label);
  if (label->kind == UT_LABEL_COUNTRY)
    g_strlcpy (label->code, "0", sizeof label->code);
  const UtRegion *region = ut_regions_find_code (regions, label->code);
  return region != NULL ? region->name : "";
}

static void
report_column (const Stray *stray, const UtRegions *regions, const char *file, UtFindings *findings) {
  UtRegionLabel label;
  const char *name = read_code (stray->label, regions, &label);
  if (stray->doubt == UT_CODES_NO_COUNTY)
    ut_findings_add (findings, file, stray->line, UT_FINDING_UNKNOWN_REGION,
                     _ ("“%1$s” holds numbers, and “%2$s” is no county; choose another column with “region:” "
                        "(figures: %3$u)"),
                     stray->column, stray->label, stray->n);
  else if (stray->doubt == UT_CODES_IN_DOUBT)
    ut_findings_add (
        findings, file, stray->line, UT_FINDING_UNKNOWN_REGION,
        _ ("“%1$s” holds numbers, as “%2$s”, that may be counties or something else: if they are counties, "
           "let its heading be “Fylke”, else choose another column with “region:” (figures: %3$u)"),
        stray->column, stray->label, stray->n);
  else
    ut_findings_add (
        findings, file, stray->line, UT_FINDING_UNKNOWN_REGION,
        _ ("“%1$s” holds no codes of municipalities and counties: it has “%2$s”, and the code %3$s is %4$s; "
           "choose another column with “region:” (figures: %5$u)"),
        stray->column, stray->label, label.code, name, stray->n);
  ut_region_label_clear (&label);
}

static void
report_contradiction (const Stray *stray, const UtRegions *regions, const char *file, UtFindings *findings) {
  UtRegionLabel label;
  const char *name = read_code (stray->label, regions, &label);
  ut_findings_add (findings, file, stray->line, UT_FINDING_UNKNOWN_REGION,
                   _ ("“%1$s”: the code %2$s is %3$s, and the text is no name of it; correct the file, choose another "
                      "column with “region:”, or add the name to datasets/inndeling/navn.csv (figures: %4$u)"),
                   stray->label, label.code, name, stray->n);
  ut_region_label_clear (&label);
}

static void
report (const Stray *stray, const UtRegions *regions, const char *file, UtFindings *findings) {
  g_autofree char *years = stray->first_year == stray->last_year
                               ? g_strdup_printf ("%d", stray->first_year)
                               : g_strdup_printf ("%d–%d", stray->first_year, stray->last_year);
  switch (stray->state) {
  case UT_PLACE_AMBIGUOUS:
    ut_findings_add (findings, file, stray->line, UT_FINDING_UNKNOWN_REGION,
                     _ ("“%s” is the name of several places; the file must give the code or the county (figures: %u)"),
                     stray->label, stray->n);
    break;
  case UT_PLACE_OUT_OF_TIME:
    ut_findings_add (findings, file, stray->line, UT_FINDING_UNKNOWN_REGION,
                     _ ("“%s” was not in force in %s, but has figures (figures: %u)"), stray->label, years, stray->n);
    break;
  case UT_PLACE_CONTRADICTED:
    (stray->column != NULL ? report_column : report_contradiction) (stray, regions, file, findings);
    break;
  case UT_PLACE_UNKNOWN:
  case UT_PLACE_OUTSIDE:
  case UT_PLACE_DIRECT:
  case UT_PLACE_RESTATED:
    ut_findings_add (findings, file, stray->line, UT_FINDING_UNKNOWN_REGION,
                     _ ("“%s” is no place we know (figures: %u)"), stray->label, stray->n);
    break;
  }
}

void
ut_strays_report (UtStrays *strays, const UtRegions *regions, const char *file, UtFindings *findings) {
  g_ptr_array_sort (strays->all, compare_strays);
  for (guint i = 0; i < strays->all->len; i++)
    report (g_ptr_array_index (strays->all, i), regions, file, findings);
}
