#include "import/mapping/label_places.h"

#include "import/mapping/boundaries.h"

typedef struct {
  const UtPlace **of;
  guint8 *real; /* whether a real figure was there */
  guint n;
  char *label; /* kept where boundaries may be decided by it: dictionaries are gone when the rows are */
} LabelPlaces;

static void
clear_timed_label (gpointer data) {
  UtTimedLabel *timed = data;
  g_free (timed->label);
  g_free (timed->real);
}

void
ut_label_places_init (UtLabelPlaces *self, const UtCollectedFile *file, UtDictionary *const *dictionaries,
                      guint n_dimensions) {
  *self = (UtLabelPlaces){ .file = file,
                           .dictionaries = dictionaries,
                           .n_dimensions = n_dimensions,
                           .of = g_new0 (GArray *, n_dimensions + 1),
                           .by_year = file->boundaries.kind != UT_BOUNDARIES_YEAR,
                           .timed = g_array_new (FALSE, FALSE, sizeof (UtTimedLabel)) };
  g_array_set_clear_func (self->timed, clear_timed_label);
}

static void
keep_label (UtLabelPlaces *self, const LabelPlaces *places) {
  const UtTimedLabel timed = { places->label, places->real, places->n };
  g_free (places->of);
  if (places->label != NULL)
    g_array_append_val (self->timed, timed);
  else
    g_free (places->real);
}

void
ut_label_places_close (UtLabelPlaces *self) {
  for (guint i = 0; self->of != NULL && i < self->n_dimensions; i++) {
    for (guint k = 0; self->of[i] != NULL && k < self->of[i]->len; k++)
      keep_label (self, &g_array_index (self->of[i], LabelPlaces, k));
    g_clear_pointer (&self->of[i], g_array_unref);
  }
  g_clear_pointer (&self->of, g_free);
}

void
ut_label_places_clear (UtLabelPlaces *self) {
  ut_label_places_close (self);
  g_clear_pointer (&self->timed, g_array_unref);
}

static const UtPlace *
find_then (const UtLabelPlaces *self, const char *label, guint16 period) {
  const UtCollectedFile *file = self->file;
  return ut_places_find_then (file->places, label, file->boundaries, ut_calendar_period (file->calendar, period));
}

static LabelPlaces *
get_places (UtLabelPlaces *self, guint dimension, guint32 code, guint slot) {
  if (self->of[dimension] == NULL)
    self->of[dimension] = g_array_new (FALSE, TRUE, sizeof (LabelPlaces));
  if (code >= self->of[dimension]->len)
    g_array_set_size (self->of[dimension], code + 1);
  LabelPlaces *places = &g_array_index (self->of[dimension], LabelPlaces, code);
  if (places->n == 0 && self->file->boundaries.kind == UT_BOUNDARIES_OWN)
    places->label = g_strdup (ut_dictionary_label (self->dictionaries[dimension], code));
  if (slot < places->n)
    return places;
  places->of = g_renew (const UtPlace *, places->of, slot + 1);
  places->real = g_renew (guint8, places->real, slot + 1);
  for (; places->n <= slot; places->n++) {
    places->of[places->n] = NULL;
    places->real[places->n] = 0;
  }
  return places;
}

const UtPlace *
ut_label_places_look_up (UtLabelPlaces *self, guint dimension, guint32 code, guint16 period) {
  const UtCollectedFile *file = self->file;
  guint16 slot = self->by_year ? period : 0;
  const LabelPlaces *places = get_places (self, dimension, code, slot);
  const char *label = ut_dictionary_label (self->dictionaries[dimension], code);
  if (places->of[slot] == NULL) {
    places->of[slot]
        = self->by_year ? find_then (self, label, period) : ut_places_find (file->places, label, file->boundaries.year);
    places->real[slot] = file->met != NULL && ut_boundaries_met (file->met, label, period);
  }
  self->last = (UtLastPlace){ dimension, code, slot, places->of[slot], &places->real[slot] };
  gboolean out_of_time = self->last.place->state == UT_PLACE_OUT_OF_TIME && !self->by_year;
  return out_of_time ? find_then (self, label, period) : self->last.place;
}

gboolean
ut_label_places_is_back_cast (const UtLabelPlaces *self, const UtPlace *place, guint16 period) {
  return !ut_place_is_nowhere (place) && place->year > ut_calendar_period (self->file->calendar, period).last_year;
}
