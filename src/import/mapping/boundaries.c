#include "import/mapping/boundaries.h"

#include "import/mapping/label_places.h"

typedef struct {
  UtPlaces *places;
  const UtCalendar *calendar;
  const GPtrArray *labels;
} Trial;

/* Whether every municipality that had a figure is in force in such boundaries. */
static gboolean
fits_label (const Trial *trial, const UtTimedLabel *timed, UtBoundaries boundaries) {
  for (guint i = 0; i < timed->n_periods; i++) {
    if (!timed->real[i])
      continue;
    const UtPlace *place = ut_places_find_then (trial->places, timed->label, boundaries,
                                                ut_calendar_period (trial->calendar, (guint16) i));
    if (ut_place_is_early_or_late (trial->places, place))
      return FALSE;
  }
  return TRUE;
}

static gboolean
fits (const Trial *trial, UtBoundaries boundaries) {
  for (guint i = 0; i < trial->labels->len; i++) {
    const GArray *labels = g_ptr_array_index (trial->labels, i);
    for (guint k = 0; k < labels->len; k++)
      if (!fits_label (trial, &g_array_index (labels, UtTimedLabel, k), boundaries))
        return FALSE;
  }
  return TRUE;
}

static gboolean
fits_year (const Trial *trial, int year, UtBoundaries *boundaries) {
  *boundaries = (UtBoundaries){ UT_BOUNDARIES_YEAR, year };
  return fits (trial, *boundaries);
}

/* The year of the newest real figure. */
static int
newest_year (const Trial *trial) {
  int newest = 0;
  for (guint i = 0; i < trial->labels->len; i++) {
    const GArray *labels = g_ptr_array_index (trial->labels, i);
    for (guint k = 0; k < labels->len; k++) {
      const UtTimedLabel *timed = &g_array_index (labels, UtTimedLabel, k);
      for (guint p = 0; p < timed->n_periods; p++)
        if (timed->real[p])
          newest = MAX (newest, ut_boundaries_year_of (ut_calendar_period (trial->calendar, (guint16) p), FALSE));
    }
  }
  return newest;
}

static gboolean
find_structure (const Trial *trial, UtBoundaries *boundaries) {
  const GArray *structures = ut_places_structures (trial->places);
  int newest = newest_year (trial);
  guint own = structures->len - 1;
  while (own > 0 && g_array_index (structures, int, own) > newest)
    own--;
  for (guint i = own; i < structures->len; i++)
    if (fits_year (trial, g_array_index (structures, int, i), boundaries))
      return TRUE;
  for (guint i = own; i > 0; i--)
    if (fits_year (trial, g_array_index (structures, int, i - 1), boundaries))
      return TRUE;
  return FALSE;
}

UtBoundaries
ut_boundaries_decide (UtPlaces *places, const UtCalendar *calendar, const GPtrArray *labels) {
  const Trial trial = { places, calendar, labels };
  const UtBoundaries own = { .kind = UT_BOUNDARIES_OWN }, next = { .kind = UT_BOUNDARIES_NEXT };
  UtBoundaries one;
  if (fits (&trial, own))
    return own;
  if (fits (&trial, next))
    return next;
  return find_structure (&trial, &one) ? one : (UtBoundaries){ .kind = UT_BOUNDARIES_ROWS };
}

static void
free_bytes (gpointer bytes) {
  g_byte_array_unref (bytes);
}

static void
add_met (GHashTable *met, const UtTimedLabel *timed) {
  GByteArray *periods = g_hash_table_lookup (met, timed->label);
  if (periods == NULL) {
    periods = g_byte_array_new ();
    g_hash_table_insert (met, g_strdup (timed->label), periods);
  }
  static const guint8 none = 0;
  while (periods->len < timed->n_periods)
    g_byte_array_append (periods, &none, 1);
  for (guint i = 0; i < timed->n_periods; i++)
    periods->data[i] |= timed->real[i];
}

GHashTable *
ut_boundaries_list_met (const GPtrArray *labels) {
  GHashTable *met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_bytes);
  for (guint i = 0; i < labels->len; i++) {
    const GArray *of_reader = g_ptr_array_index (labels, i);
    for (guint k = 0; k < of_reader->len; k++)
      add_met (met, &g_array_index (of_reader, UtTimedLabel, k));
  }
  return met;
}

gboolean
ut_boundaries_met (GHashTable *met, const char *label, guint16 period) {
  const GByteArray *periods = g_hash_table_lookup (met, label);
  return periods != NULL && period < periods->len && periods->data[period];
}
