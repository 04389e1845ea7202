#include "import/mapping/unknown_places.h"

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
} UnknownPlace;

struct UtUnknownPlaces {
  GHashTable *by_label; /* "state label" → UnknownPlace, owned by `all` */
  GPtrArray *all;
};

static void
free_place (gpointer data) {
  UnknownPlace *unknown = data;
  g_free (unknown->label);
  g_free (unknown->column);
  g_free (unknown);
}

UtUnknownPlaces *
ut_unknown_places_new (void) {
  UtUnknownPlaces *self = g_new0 (UtUnknownPlaces, 1);
  self->by_label = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->all = g_ptr_array_new_with_free_func (free_place);
  return self;
}

void
ut_unknown_places_free (UtUnknownPlaces *self) {
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_label);
  g_ptr_array_unref (self->all);
  g_free (self);
}

void
ut_unknown_places_add (UtUnknownPlaces *self, const UtPlace *place, const char *label, guint line) {
  g_autofree char *key = g_strdup_printf ("%d %s", (int) place->state, label);
  UnknownPlace *unknown = g_hash_table_lookup (self->by_label, key);
  if (unknown == NULL) {
    unknown = g_new0 (UnknownPlace, 1);
    *unknown = (UnknownPlace){ .state = place->state,
                               .label = g_strdup (label),
                               .first_year = place->year,
                               .last_year = place->year,
                               .line = line };
    g_ptr_array_add (self->all, unknown);
    g_hash_table_insert (self->by_label, g_steal_pointer (&key), unknown);
  }
  unknown->first_year = MIN (unknown->first_year, place->year);
  unknown->last_year = MAX (unknown->last_year, place->year);
  unknown->n++;
}

void
ut_unknown_places_add_column (UtUnknownPlaces *self, const char *heading, UtCodesDoubt doubt, const char *example,
                              guint line) {
  g_autofree char *key = g_strdup_printf ("column %s", heading);
  UnknownPlace *unknown = g_hash_table_lookup (self->by_label, key);
  if (unknown == NULL) {
    unknown = g_new0 (UnknownPlace, 1);
    *unknown = (UnknownPlace){ .state = UT_PLACE_CONTRADICTED,
                               .label = g_strdup (example),
                               .column = g_strdup (heading),
                               .doubt = doubt,
                               .line = line };
    g_ptr_array_add (self->all, unknown);
    g_hash_table_insert (self->by_label, g_steal_pointer (&key), unknown);
  }
  unknown->n++;
}

void
ut_unknown_places_merge (UtUnknownPlaces *self, const UtUnknownPlaces *others) {
  GHashTableIter iter;
  gpointer key, value;
  g_hash_table_iter_init (&iter, others->by_label);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    const UnknownPlace *other = value;
    UnknownPlace *unknown = g_hash_table_lookup (self->by_label, key);
    if (unknown == NULL) {
      unknown = g_memdup2 (other, sizeof *other);
      unknown->label = g_strdup (other->label);
      unknown->column = g_strdup (other->column);
      g_ptr_array_add (self->all, unknown);
      g_hash_table_insert (self->by_label, g_strdup (key), unknown);
      continue;
    }
    /* The label is the first line's, whoever read it. */
    if (other->line < unknown->line) {
      g_free (unknown->label);
      unknown->label = g_strdup (other->label);
      unknown->line = other->line;
    }
    unknown->first_year = MIN (unknown->first_year, other->first_year);
    unknown->last_year = MAX (unknown->last_year, other->last_year);
    unknown->n += other->n;
  }
}

static int
compare_places (gconstpointer a, gconstpointer b) {
  const UnknownPlace *x = *(const UnknownPlace *const *) a, *y = *(const UnknownPlace *const *) b;
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
report_column (const UnknownPlace *unknown, const UtRegions *regions, const char *file, UtFindings *findings) {
  UtRegionLabel label;
  const char *name = read_code (unknown->label, regions, &label);
  if (unknown->doubt == UT_CODES_NO_COUNTY)
    ut_findings_add (
        findings, file, unknown->line, UT_FINDING_UNKNOWN_REGION,
        _ ("'%1$s' holds numbers, and '%2$s' is no county; choose another column with 'region:' (figures: %3$u)"),
        unknown->column, unknown->label, unknown->n);
  else if (unknown->doubt == UT_CODES_IN_DOUBT)
    ut_findings_add (
        findings, file, unknown->line, UT_FINDING_UNKNOWN_REGION,
        _ ("'%1$s' holds numbers, as '%2$s', that may be counties or something else: if they are counties, let its "
           "heading be 'Fylke', else choose another column with 'region:' (figures: %3$u)"),
        unknown->column, unknown->label, unknown->n);
  else
    ut_findings_add (findings, file, unknown->line, UT_FINDING_UNKNOWN_REGION,
                     _ ("'%1$s' holds no codes of municipalities and counties: it has '%2$s', and the code %3$s is "
                        "%4$s; choose another column with 'region:' (figures: %5$u)"),
                     unknown->column, unknown->label, label.code, name, unknown->n);
  ut_region_label_clear (&label);
}

static void
report_contradiction (const UnknownPlace *unknown, const UtRegions *regions, const char *file, UtFindings *findings) {
  UtRegionLabel label;
  const char *name = read_code (unknown->label, regions, &label);
  ut_findings_add (findings, file, unknown->line, UT_FINDING_UNKNOWN_REGION,
                   _ ("'%1$s': the code %2$s is %3$s, and the text is no name of it; correct the file, choose another "
                      "column with 'region:', or add the name to datasets/inndeling/navn.csv (figures: %4$u)"),
                   unknown->label, label.code, name, unknown->n);
  ut_region_label_clear (&label);
}

static void
report (const UnknownPlace *unknown, const UtRegions *regions, const char *file, UtFindings *findings) {
  g_autofree char *years = unknown->first_year == unknown->last_year
                               ? g_strdup_printf ("%d", unknown->first_year)
                               : g_strdup_printf ("%d–%d", unknown->first_year, unknown->last_year);
  switch (unknown->state) {
  case UT_PLACE_AMBIGUOUS:
    ut_findings_add (findings, file, unknown->line, UT_FINDING_UNKNOWN_REGION,
                     _ ("'%s' is the name of several places; the file must give the code or the county (figures: %u)"),
                     unknown->label, unknown->n);
    break;
  case UT_PLACE_OUT_OF_TIME:
    ut_findings_add (findings, file, unknown->line, UT_FINDING_UNKNOWN_REGION,
                     _ ("'%s' was not in force in %s, but has figures (figures: %u)"), unknown->label, years,
                     unknown->n);
    break;
  case UT_PLACE_CONTRADICTED:
    (unknown->column != NULL ? report_column : report_contradiction) (unknown, regions, file, findings);
    break;
  case UT_PLACE_UNKNOWN:
  case UT_PLACE_OUTSIDE:
  case UT_PLACE_DIRECT:
  case UT_PLACE_RESTATED:
    ut_findings_add (findings, file, unknown->line, UT_FINDING_UNKNOWN_REGION,
                     _ ("'%s' is no place we know (figures: %u)"), unknown->label, unknown->n);
    break;
  }
}

void
ut_unknown_places_report (UtUnknownPlaces *self, const UtRegions *regions, const char *file, UtFindings *findings) {
  g_ptr_array_sort (self->all, compare_places);
  for (guint i = 0; i < self->all->len; i++)
    report (g_ptr_array_index (self->all, i), regions, file, findings);
}
