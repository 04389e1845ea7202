#include "text/place.h"

#include <string.h>

#include "base/i18n.h"

char *
ut_phrase_place (const UtRegions *regions, UtRegionId region, UtLanguage language) {
  const UtRegion *place = ut_regions_get (regions, region);
  if (place->kind == UT_REGION_COUNTRY)
    return g_strdup (ut_tr (language, "the country"));
  /* "Trøndelag - Trööndelage": the name in the report's own language stands first. */
  const char *second = strstr (place->name, " - ");
  return second != NULL ? g_strndup (place->name, (gsize) (second - place->name)) : g_strdup (place->name);
}

char *
ut_phrase_place_heading (const UtRegions *regions, UtRegionId region, UtLanguage language) {
  if (ut_regions_get (regions, region)->kind == UT_REGION_COUNTRY)
    return g_strdup (ut_trc (language, "heading", "The country"));
  return ut_phrase_place (regions, region, language);
}
