#include "known.h"

#include "../places.h"

void
known_set_up (Known *known, gconstpointer data G_GNUC_UNUSED) {
  known->regions = places_load ();
  known->places = ut_places_new (known->regions);
}

void
known_tear_down (Known *known, gconstpointer data G_GNUC_UNUSED) {
  ut_places_free (known->places);
  ut_regions_free (known->regions);
}
