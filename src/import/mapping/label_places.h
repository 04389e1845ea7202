/* The places of labels, each found once: one a period where codes belong to the year of the figure, else one. */
#ifndef UT_IMPORT_MAPPING_LABEL_PLACES_H
#define UT_IMPORT_MAPPING_LABEL_PLACES_H

#include "import/mapping/read_file.h"

/* The label of a place, and the periods of the calendar in which it has a real figure. */
typedef struct {
  char *label;
  guint8 *real; /* [n_periods] */
  guint n_periods;
} UtTimedLabel;

typedef struct {
  guint dimension;
  guint32 code;
  guint16 slot;
  const UtPlace *place;
  guint8 *real; /* whether a real figure was there */
} UtLastPlace;

/* Of one collector. */
typedef struct {
  const UtCollectedFile *file;
  UtDictionary *const *dictionaries;
  guint n_dimensions;
  GArray **of;      /* [n_dimensions] by label code; NULL where none was looked up */
  gboolean by_year; /* codes belong to the year of the figure */
  UtLastPlace last;
  GArray *timed; /* UtTimedLabel, filled by ut_label_places_close() where the boundaries are the figures' own */
} UtLabelPlaces;

void ut_label_places_init (UtLabelPlaces *self, const UtCollectedFile *file, UtDictionary *const *dictionaries,
                           guint n_dimensions);
/* No more rows come; what was met is kept. */
void ut_label_places_close (UtLabelPlaces *self);
void ut_label_places_clear (UtLabelPlaces *self);

const UtPlace *ut_label_places_look_up (UtLabelPlaces *self, guint dimension, guint32 code, guint16 period);
/* Whether the code came later than the figure. */
gboolean ut_label_places_is_back_cast (const UtLabelPlaces *self, const UtPlace *place, guint16 period);

/* Most rows are of the same place as the one before, and of the same year's boundaries. */
static inline const UtPlace *
ut_label_places_find (UtLabelPlaces *self, guint dimension, guint32 code, guint16 period) {
  const UtLastPlace *last = &self->last;
  guint16 slot = self->by_year ? period : 0;
  gboolean same = last->place != NULL && last->code == code && last->slot == slot && last->dimension == dimension;
  if (same && (self->by_year || last->place->state != UT_PLACE_OUT_OF_TIME))
    return last->place;
  return ut_label_places_look_up (self, dimension, code, period);
}

#endif
