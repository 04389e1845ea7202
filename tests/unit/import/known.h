/* A fixture of places as the importers know them. */
#ifndef KNOWN_H
#define KNOWN_H

#include "import/label/place.h"

typedef struct {
  UtRegions *regions;
  UtPlaces *places;
} Known;

void known_set_up (Known *known, gconstpointer data);
void known_tear_down (Known *known, gconstpointer data);

#endif
