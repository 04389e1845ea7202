#include "import/inspect/places.h"

#include <string.h>

/* A year of each structure, the newest first. */
static const int structures[] = { 2024, 2020, 2019, 2018, 2017, 2016 };

static gboolean
is_in_force (const UtPlace *place) {
  return place->state == UT_PLACE_DIRECT || place->state == UT_PLACE_RESTATED;
}

/* What a label is in the structure where it is something, the newest first. */
static const UtPlace *
find_place (UtPlaces *places, const char *label) {
  const UtPlace *newest = ut_places_find (places, label, structures[0]), *place = newest;
  if (newest->state == UT_PLACE_UNKNOWN || newest->state == UT_PLACE_CONTRADICTED || newest->state == UT_PLACE_OUTSIDE)
    return newest;
  for (guint i = 0; i < G_N_ELEMENTS (structures); i++) {
    place = ut_places_find (places, label, structures[i]);
    if (is_in_force (place))
      return place;
  }
  return newest;
}

/* So many labels that are no place are shown. */
#define MOST_STRANGE 5

static gboolean
is_strange (const UtPlace *place) {
  return place->state == UT_PLACE_AMBIGUOUS || place->state == UT_PLACE_CONTRADICTED || place->state == UT_PLACE_UNKNOWN
         || place->state == UT_PLACE_OUT_OF_TIME;
}

/* Among counties the name Oslo is the county's. */
static void
count_oslo (UtPlaces *places, const GPtrArray *labels, UtInspectPlaces *counts) {
  if (counts->n_municipalities != 1 || counts->n_counties < 2)
    return;
  for (guint i = 0; i < labels->len; i++) {
    const UtPlace *place = find_place (places, g_ptr_array_index (labels, i));
    if (place->state != UT_PLACE_DIRECT || strcmp (place->code, "0301") != 0)
      continue;
    counts->n_municipalities--;
    counts->n_counties++;
    return;
  }
}

/* Of a place in force; what is restated keeps its kind. */
static UtRegionKind
kind_of (const UtRegions *regions, const UtPlace *place) {
  UtRegionId today = place->targets != NULL ? g_array_index (place->targets, UtRestatement, 0).region : place->region;
  return ut_regions_get (regions, today)->kind;
}

static void
count_place (const UtRegions *regions, const UtPlace *place, UtInspectPlaces *counts) {
  if (!is_in_force (place)) {
    counts->n_below += place->state == UT_PLACE_OUTSIDE;
    counts->n_ambiguous += place->state == UT_PLACE_AMBIGUOUS;
    counts->n_unknown += is_strange (place) && place->state != UT_PLACE_AMBIGUOUS;
    return;
  }
  switch (kind_of (regions, place)) {
  case UT_REGION_COUNTRY:
    counts->n_countries++;
    break;
  case UT_REGION_COUNTY:
    counts->n_counties++;
    break;
  case UT_REGION_GROUP:
    counts->n_groups++;
    break;
  default:
    counts->n_municipalities++;
    counts->n_old += place->year != structures[0];
  }
}

/* Places of the labels that are in force in a structure. */
static guint
count_in_force (UtPlaces *places, const GPtrArray *labels, int year) {
  guint n = 0;
  for (guint i = 0; i < labels->len; i++)
    n += is_in_force (ut_places_find (places, g_ptr_array_index (labels, i), year));
  return n;
}

gboolean
ut_inspect_places_are_foreign (const UtInspectPlaces *places) {
  guint n_ours = places->n_countries + places->n_counties + places->n_groups + places->n_municipalities;
  return places->n_unknown > 0 && n_ours + places->n_below + places->n_ambiguous == 0;
}

void
ut_inspect_places (UtPlaces *places, const GPtrArray *labels, UtInspectPlaces *counts) {
  *counts = (UtInspectPlaces){ 0 };
  counts->strange = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < labels->len; i++) {
    const UtPlace *place = find_place (places, g_ptr_array_index (labels, i));
    count_place (ut_places_regions (places), place, counts);
    if (is_strange (place) && counts->strange->len < MOST_STRANGE)
      g_ptr_array_add (counts->strange, g_strdup (g_ptr_array_index (labels, i)));
  }
  count_oslo (places, labels, counts);
  guint n_known = counts->n_countries + counts->n_counties + counts->n_groups + counts->n_municipalities;
  for (guint i = 0; n_known > 0 && i < G_N_ELEMENTS (structures); i++)
    if (count_in_force (places, labels, structures[i]) == n_known) {
      counts->structure = structures[i];
      return;
    }
}

static gboolean
is_number (const char *label) {
  return label[strspn (label, "0123456789")] == '\0';
}

gboolean
ut_inspect_are_places (UtPlaces *places, const GPtrArray *labels) {
  guint n = 0, n_empty = 0;
  for (guint i = 0; i < labels->len; i++) {
    const char *label = g_ptr_array_index (labels, i);
    n_empty += *label == '\0';
    n += !is_number (label) && ut_places_know (places, label);
  }
  return n > 0 && n * 5 >= (labels->len - n_empty) * 4;
}
