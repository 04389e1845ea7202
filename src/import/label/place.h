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

/* Whose municipalities the codes of a file are. A county is published for its own years beside the municipalities of
 * any, so its code is tried in the period's years where the boundaries do not have it. */
typedef enum {
  UT_BOUNDARIES_OWN,  /* of the period's year; a school year's is its autumn's, a span's its last */
  UT_BOUNDARIES_NEXT, /* the same, but a school year's is its spring's */
  UT_BOUNDARIES_ROWS, /* of the period's year, either of a school year's; else of the first later one that has the code:
                         a back-cast */
  UT_BOUNDARIES_YEAR, /* of one year, whatever the period */
} UtBoundariesKind;

typedef struct {
  UtBoundariesKind kind;
  int year; /* of UT_BOUNDARIES_YEAR */
} UtBoundaries;

/* The year whose boundaries a period has; `next`: a school year's spring. */
int ut_boundaries_year_of (UtPeriod period, gboolean next);
const UtPlace *ut_places_find_then (UtPlaces *places, const char *label, UtBoundaries boundaries, UtPeriod period);
/* The years in which municipalities changed, oldest first: int. Owned by `places`. */
const GArray *ut_places_structures (const UtPlaces *places);
/* Whether the place is a municipality, and its code was not in force in its year. */
gboolean ut_place_is_early_or_late (const UtPlaces *places, const UtPlace *place);

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
