#include "import/label/place.h"

#include <pthread.h>
#include <string.h>

#include "import/label/names.h"
#include "import/label/region.h"
#include "model/reform.h"

struct UtPlaces {
  const UtRegions *regions;
  UtNames *names;
  GHashTable *by_label;     /* label → GPtrArray of UtPlace, one a year met */
  GHashTable *by_code;      /* "code@year" → UtPlace, owned */
  GHashTable *code_numbers; /* code → its number + 1 */
  GPtrArray *all;           /* UtPlace by number */
  GArray *structures;       /* int: years in which municipalities changed */
  pthread_mutex_t lock;
  GHashTable *predecessors; /* year → GHashTable of target → GArray of UtPredecessor */
};

static void
free_place (gpointer data) {
  UtPlace *place = data;
  if (place->targets != NULL)
    g_array_unref (place->targets);
  g_free (place);
}

static void
free_list (gpointer list) {
  g_ptr_array_unref (list);
}

static void
free_array (gpointer array) {
  g_array_unref (array);
}

static void
free_table (gpointer table) {
  g_hash_table_unref (table);
}

static int
compare_years (gconstpointer a, gconstpointer b) {
  return *(const int *) a - *(const int *) b;
}

static GArray *
list_structures (const UtRegions *regions) {
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < ut_regions_count (regions); i++) {
    const UtRegion *region = ut_regions_get (regions, (UtRegionId) i);
    int year = MAX (region->valid_from, UT_OLDEST_STRUCTURE);
    if (region->kind == UT_REGION_MUNICIPALITY && g_hash_table_add (seen, GINT_TO_POINTER (year)))
      g_array_append_val (years, year);
  }
  g_array_sort (years, compare_years);
  return years;
}

UtPlaces *
ut_places_new (const UtRegions *regions) {
  UtPlaces *places = g_new0 (UtPlaces, 1);
  places->regions = regions;
  places->names = ut_names_new (regions);
  places->by_label = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_list);
  places->by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_place);
  places->code_numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  places->all = g_ptr_array_new ();
  places->structures = list_structures (regions);
  pthread_mutex_init (&places->lock, NULL);
  places->predecessors = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, free_table);
  return places;
}

void
ut_places_free (UtPlaces *places) {
  if (places == NULL)
    return;
  ut_names_free (places->names);
  g_hash_table_unref (places->by_label);
  g_hash_table_unref (places->by_code);
  g_hash_table_unref (places->code_numbers);
  g_ptr_array_unref (places->all);
  g_array_unref (places->structures);
  pthread_mutex_destroy (&places->lock);
  g_hash_table_unref (places->predecessors);
  g_free (places);
}

const UtRegions *
ut_places_regions (const UtPlaces *places) {
  return places->regions;
}

static gboolean
restate (const UtPlaces *places, const char *code, int year, UtRestateKind *kind, GArray *targets) {
  return ut_regions_restate (places->regions, code, MAX (year, UT_OLDEST_STRUCTURE), kind, targets);
}

/* Of a municipality or a county. */
static void
set_restated (const UtPlaces *places, UtPlace *place, const UtRegion *region) {
  UtRestateKind kind;
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (UtRestatement));
  gboolean today = region->valid_to == G_MAXINT;
  if (!restate (places, place->code, place->year, &kind, targets)) {
    place->state = UT_PLACE_OUT_OF_TIME;
    place->region = today ? region->id : UT_REGION_NONE;
    /* Sources write 08 Telemark for the years without a Telemark: what 40 is. */
    if (region->kind == UT_REGION_COUNTY && !today
        && restate (places, place->code, region->valid_to - 1, &kind, targets) && kind != UT_RESTATE_SAME)
      place->targets = g_steal_pointer (&targets);
  } else if (kind == UT_RESTATE_SAME) {
    place->state = UT_PLACE_DIRECT;
    place->region = g_array_index (targets, UtRestatement, 0).region;
  } else {
    place->state = UT_PLACE_RESTATED;
    place->targets = g_steal_pointer (&targets);
  }
}

static void
set_region (const UtPlaces *places, UtPlace *place, const UtRegion *region) {
  if (region->kind == UT_REGION_MUNICIPALITY || region->kind == UT_REGION_COUNTY) {
    set_restated (places, place, region);
  } else {
    place->state = UT_PLACE_DIRECT;
    place->region = region->id;
  }
}

static guint32
number_code (UtPlaces *places, const char *code) {
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (places->code_numbers, code));
  if (number == 0) {
    number = g_hash_table_size (places->code_numbers) + 1;
    g_hash_table_insert (places->code_numbers, g_strdup (code), GUINT_TO_POINTER (number));
  }
  return number - 1;
}

/* The place of a code in a structure; `state` is what it is when no region has the code. */
static const UtPlace *
place_of_code (UtPlaces *places, const char *code, int year, UtPlaceState state) {
  g_autofree char *key = g_strdup_printf ("%s@%d", code, year);
  UtPlace *place = g_hash_table_lookup (places->by_code, key);
  if (place != NULL)
    return place;
  place = g_new0 (UtPlace, 1);
  g_strlcpy (place->code, code, sizeof place->code);
  place->year = year;
  place->number = places->all->len;
  place->code_number = number_code (places, code);
  g_ptr_array_add (places->all, place);
  place->region = UT_REGION_NONE;
  place->state = state;
  const UtRegion *region = state == UT_PLACE_UNKNOWN ? ut_regions_find_code (places->regions, code) : NULL;
  if (region != NULL)
    set_region (places, place, region);
  g_hash_table_insert (places->by_code, g_steal_pointer (&key), place);
  return place;
}

/* The municipality whose name it is in another year, and whose code nobody has in this one; NULL when there is none. */
static const UtPlace *
place_of_another_time (UtPlaces *places, const UtRegionLabel *label, int year) {
  for (guint i = places->structures->len; i > 0; i--) {
    gboolean ambiguous;
    int then = g_array_index (places->structures, int, i - 1);
    const UtRegion *region = ut_names_find (places->names, label, then, &ambiguous);
    gboolean municipality = region != NULL && region->kind == UT_REGION_MUNICIPALITY;
    const UtPlace *place = municipality ? place_of_code (places, region->code, year, UT_PLACE_UNKNOWN) : NULL;
    if (place != NULL && place->state == UT_PLACE_OUT_OF_TIME)
      return place;
  }
  return NULL;
}

static const UtPlace *
place_of_name (UtPlaces *places, const UtRegionLabel *label, int year) {
  gboolean ambiguous;
  const UtRegion *region = ut_names_find (places->names, label, MAX (year, UT_OLDEST_STRUCTURE), &ambiguous);
  if (region != NULL)
    return place_of_code (places, region->code, year, UT_PLACE_UNKNOWN);
  const UtPlace *other = place_of_another_time (places, label, year);
  if (other != NULL)
    return other;
  return ambiguous ? place_of_code (places, "ambiguous", year, UT_PLACE_AMBIGUOUS)
                   : place_of_code (places, "unknown", year, UT_PLACE_UNKNOWN);
}

/* A digit alone is a county that has lost its zero: FHI writes 3 for Oslo as it writes 301. */
static const UtPlace *
place_of_number (UtPlaces *places, const char *text, const UtRegionLabel *label, int year) {
  if (text[0] == '0' || text[1] != '\0')
    return place_of_code (places, label->code, year, UT_PLACE_UNKNOWN);
  const char county[] = { '0', text[0], '\0' };
  return place_of_code (places, county, year, UT_PLACE_UNKNOWN);
}

static const UtPlace *
read_label (UtPlaces *places, const char *text, int year) {
  if (ut_regions_find_code (places->regions, text) != NULL)
    return place_of_code (places, text, year, UT_PLACE_UNKNOWN);
  UtRegionLabel label;
  const UtPlace *place = NULL;
  ut_region_label_read (text, &label);
  if ((label.kind == UT_LABEL_CODE || label.kind == UT_LABEL_COUNTRY) && !ut_names_fit (places->names, &label)) {
    ut_region_label_clear (&label);
    return place_of_code (places, "contradicted", year, UT_PLACE_CONTRADICTED);
  }
  switch (label.kind) {
  case UT_LABEL_CODE:
    place = place_of_code (places, label.code, year, UT_PLACE_UNKNOWN);
    break;
  case UT_LABEL_NUMBER:
    place = place_of_number (places, text, &label, year);
    break;
  case UT_LABEL_COUNTRY:
    place = place_of_code (places, "0", year, UT_PLACE_UNKNOWN);
    break;
  case UT_LABEL_OUTSIDE:
    place = place_of_code (places, "outside", year, UT_PLACE_OUTSIDE);
    break;
  case UT_LABEL_NAME:
    place = place_of_name (places, &label, year);
    break;
  }
  ut_region_label_clear (&label);
  return place;
}

static const UtPlace *
find (UtPlaces *places, const char *label, int year) {
  GPtrArray *known = g_hash_table_lookup (places->by_label, label);
  if (known == NULL) {
    known = g_ptr_array_new ();
    g_hash_table_insert (places->by_label, g_strdup (label), known);
  }
  for (guint i = 0; i < known->len; i++) {
    const UtPlace *place = g_ptr_array_index (known, i);
    if (place->year == year)
      return place;
  }
  const UtPlace *place = read_label (places, label, year);
  g_ptr_array_add (known, (gpointer) place);
  return place;
}

const UtPlace *
ut_places_find (UtPlaces *places, const char *label, int year) {
  pthread_mutex_lock (&places->lock);
  const UtPlace *place = find (places, label, year);
  pthread_mutex_unlock (&places->lock);
  return place;
}

gboolean
ut_place_is_nowhere (const UtPlace *place) {
  return place->region == UT_REGION_NONE && place->targets == NULL;
}

int
ut_boundaries_year_of (UtPeriod period, gboolean next) {
  gboolean school = period.kind == UT_PERIOD_SCHOOL_YEAR || period.kind == UT_PERIOD_SCHOOL_SPAN;
  return school && !next ? period.last_year - 1 : period.last_year;
}

const GArray *
ut_places_structures (const UtPlaces *places) {
  return places->structures;
}

static UtRegionKind
kind_of (const UtPlaces *places, const UtPlace *place) {
  const UtRegion *region = ut_regions_find_code (places->regions, place->code);
  return region != NULL ? region->kind : UT_N_REGION_KINDS;
}

gboolean
ut_place_is_early_or_late (const UtPlaces *places, const UtPlace *place) {
  return place->state == UT_PLACE_OUT_OF_TIME && kind_of (places, place) == UT_REGION_MUNICIPALITY;
}

/* In the first structure after `year` that has the label's code; NULL when none has. */
static const UtPlace *
find_later (UtPlaces *places, const char *label, int year) {
  for (guint i = 0; i < places->structures->len; i++) {
    int later = g_array_index (places->structures, int, i);
    const UtPlace *then = later > year ? ut_places_find (places, label, later) : NULL;
    if (then != NULL && then->state != UT_PLACE_OUT_OF_TIME)
      return then;
  }
  return NULL;
}

static const UtPlace *
find_county (UtPlaces *places, const char *label, UtPeriod period, const UtPlace *found) {
  const int years[] = { period.last_year, period.first_year };
  for (gsize i = 0; i < G_N_ELEMENTS (years); i++) {
    const UtPlace *then = ut_places_find (places, label, years[i]);
    if (!ut_place_is_nowhere (then))
      return then;
  }
  return found;
}

const UtPlace *
ut_places_find_then (UtPlaces *places, const char *label, UtBoundaries boundaries, UtPeriod period) {
  int year = boundaries.kind == UT_BOUNDARIES_YEAR
                 ? boundaries.year
                 : ut_boundaries_year_of (period, boundaries.kind == UT_BOUNDARIES_NEXT);
  const UtPlace *found = ut_places_find (places, label, year);
  if (found->state != UT_PLACE_OUT_OF_TIME)
    return found;
  if (kind_of (places, found) == UT_REGION_COUNTY && ut_place_is_nowhere (found))
    found = find_county (places, label, period, found);
  if (boundaries.kind != UT_BOUNDARIES_ROWS || found->state != UT_PLACE_OUT_OF_TIME || found->targets != NULL)
    return found;
  const UtPlace *spring = ut_places_find (places, label, period.last_year);
  const UtPlace *later = spring->state != UT_PLACE_OUT_OF_TIME ? spring : find_later (places, label, year);
  return later != NULL ? later : found;
}

gboolean
ut_places_know (UtPlaces *places, const char *label) {
  UtPlaceState state = ut_places_find (places, label, UT_PLACES_TODAY)->state;
  return state != UT_PLACE_UNKNOWN && state != UT_PLACE_CONTRADICTED;
}

const UtPlace **
ut_places_list (UtPlaces *places) {
  pthread_mutex_lock (&places->lock);
  const UtPlace **list = g_new (const UtPlace *, places->all->len + 1);
  for (guint i = 0; i < places->all->len; i++)
    list[i] = g_ptr_array_index (places->all, i);
  pthread_mutex_unlock (&places->lock);
  return list;
}

guint32
ut_places_count (UtPlaces *places) {
  pthread_mutex_lock (&places->lock);
  guint32 n = places->all->len;
  pthread_mutex_unlock (&places->lock);
  return n;
}

guint32
ut_places_count_codes (UtPlaces *places) {
  pthread_mutex_lock (&places->lock);
  guint32 n = g_hash_table_size (places->code_numbers);
  pthread_mutex_unlock (&places->lock);
  return n;
}

static void
add_predecessor (GHashTable *by_target, const UtRestatement *target, const char *code) {
  GArray *list = g_hash_table_lookup (by_target, GUINT_TO_POINTER (target->region));
  if (list == NULL) {
    list = g_array_new (FALSE, FALSE, sizeof (UtPredecessor));
    g_hash_table_insert (by_target, GUINT_TO_POINTER (target->region), list);
  }
  UtPredecessor predecessor = { .weight = target->weight };
  g_strlcpy (predecessor.code, code, sizeof predecessor.code);
  g_array_append_val (list, predecessor);
}

static int
compare_codes (gconstpointer a, gconstpointer b) {
  return strcmp (((const UtPredecessor *) a)->code, ((const UtPredecessor *) b)->code);
}

static GHashTable *
trace_back (const UtPlaces *places, int year) {
  GHashTable *by_target = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, free_array);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (UtRestatement));
  for (guint i = 0; i < ut_regions_count (places->regions); i++) {
    const UtRegion *region = ut_regions_get (places->regions, (UtRegionId) i);
    UtRestateKind kind;
    if (region->kind != UT_REGION_MUNICIPALITY || !g_hash_table_add (seen, region->code)
        || !restate (places, region->code, year, &kind, targets))
      continue;
    for (guint t = 0; t < targets->len; t++)
      add_predecessor (by_target, &g_array_index (targets, UtRestatement, t), region->code);
  }
  GHashTableIter iter;
  gpointer list;
  g_hash_table_iter_init (&iter, by_target);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_array_sort (list, compare_codes);
  return by_target;
}

const GArray *
ut_places_predecessors (UtPlaces *places, UtRegionId target, int year) {
  pthread_mutex_lock (&places->lock);
  GHashTable *by_target = g_hash_table_lookup (places->predecessors, GINT_TO_POINTER (year));
  if (by_target == NULL) {
    by_target = trace_back (places, year);
    g_hash_table_insert (places->predecessors, GINT_TO_POINTER (year), by_target);
  }
  pthread_mutex_unlock (&places->lock);
  return g_hash_table_lookup (by_target, GUINT_TO_POINTER (target));
}
