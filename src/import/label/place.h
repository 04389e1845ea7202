/* The place a region cell means in the municipal structure its file uses. */
#ifndef UT_IMPORT_LABEL_PLACE_H
#define UT_IMPORT_LABEL_PLACE_H

#include <glib.h>
#include <utsyn/period.h>
#include <utsyn/region.h>

typedef enum {
  UT_PLACE_DIRECT,       /* the figure goes to `region` as it is */
  UT_PLACE_RESTATED,     /* an older municipality, or a county that is another code's today: `targets` */
  UT_PLACE_OUT_OF_TIME,  /* not in force that year, where SSB writes 0 or a sign for "none"; a real figure under today's
                            code goes to `region`, under that of a county which is another's today to `targets`; under
                            any other older one it goes nowhere */
  UT_PLACE_OUTSIDE,      /* below municipality, Svalbard */
  UT_PLACE_AMBIGUOUS,    /* a name of several places */
  UT_PLACE_CONTRADICTED, /* a code with the name of something else: "4003 Bamble", "18 - 29 år" */
  UT_PLACE_UNKNOWN,
} UtPlaceState;

/* One for each code and structure year: two labels of the same place share it. */
typedef struct {
  UtPlaceState state;
  guint32 number;      /* among all places met */
  guint32 code_number; /* among all codes met, whatever the year */
  char code[16];       /* "4036", "40", "0", or the beginning of an own region's id */
  int year;            /* of the structure */
  UtRegionId region;   /* UT_REGION_NONE when there are targets, or it is nowhere */
  GArray *targets;     /* UtRestatement; NULL when the figure goes to `region` as it is */
} UtPlace;

typedef struct {
  char code[8];
  double weight; /* share of its counts that went to the target */
} UtPredecessor;

/* Safe for several threads. */
typedef struct UtPlaces UtPlaces;

UtPlaces *ut_places_new (const UtRegions *regions);
void ut_places_free (UtPlaces *places);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtPlaces, ut_places_free)

/* The year of the newest structure, whatever it is: what is unknown or contradicted then is so in every year. */
#define UT_PLACES_TODAY G_MAXUINT16

const UtRegions *ut_places_regions (const UtPlaces *places);

/* Never NULL; lives as long as `places`. */
const UtPlace *ut_places_find (UtPlaces *places, const char *label, int year);

/* In the boundaries of a year, 0: of the period's last one. A code that is out of time there is tried in the period's
 * last and first year: an older municipality's only where the boundaries are the period's own, a county's always, for
 * a county is published for its own years beside today's municipalities. */
const UtPlace *ut_places_find_then (UtPlaces *places, const char *label, int boundaries, UtPeriod period);

/* Whether its figures go nowhere. */
gboolean ut_place_is_nowhere (const UtPlace *place);

/* Whether the label is a place of any year, be it below municipality or the name of several. */
gboolean ut_places_know (UtPlaces *places, const char *label);

/* Every place so far by its number; a new array. */
const UtPlace **ut_places_list (UtPlaces *places);
/* How many codes there are so far. */
guint32 ut_places_count_codes (UtPlaces *places);
/* How many places there are: their numbers are below it. */
guint32 ut_places_count (UtPlaces *places);

/* Every municipality in force in `year` of which something went to today's municipality `target`: UtPredecessor, by
 * code. NULL when none. */
const GArray *ut_places_predecessors (UtPlaces *places, UtRegionId target, int year);

#endif
