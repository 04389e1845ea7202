/**
 * @file region.h
 * Places: municipalities, counties, the country and regions of a report's own, through the reforms of 2017–2024.
 *
 * Facts come from datasets/inndeling/: kommuner.csv, fylker.csv, kommune-endringer.csv, regioner.csv (named
 * regions of several municipalities, which files and reports may use by id), kostra-grupper.csv (averages as SSB
 * publishes them), and navn.csv, where there is one (other names that files write: Sámi, Kven, with the district).
 */
#ifndef UTSYN_REGION_H
#define UTSYN_REGION_H

#include <glib.h>
#include <utsyn/macros.h>

UT_BEGIN_DECLS

typedef enum {
  UT_REGION_COUNTRY,
  UT_REGION_COUNTY,
  UT_REGION_MUNICIPALITY,
  UT_REGION_OWN,
  UT_REGION_GROUP, /**< published as such and never added up: KOSTRA groups, the country without Oslo */
  UT_N_REGION_KINDS
} UtRegionKind;

/** Index of a region in its UtRegions; stable for the life of the set. */
typedef guint16 UtRegionId;
#define UT_REGION_NONE ((UtRegionId) G_MAXUINT16)

typedef struct {
  UtRegionId id;
  UtRegionKind kind;
  char *code;         /**< "4036", "40", "0" (country), or a report's own id such as "vest-telemark" */
  char *name;         /**< "Vinje"; ambiguous names carry their county: "Våler (Østfold)" */
  char **other_names; /**< of navn.csv, without `name`; NULL-terminated; NULL when there are none */
  int valid_from;     /**< first year; 0 when before 2017 */
  int valid_to;       /**< first year it is no longer in force; G_MAXINT when still valid */
  UtRegionId county;  /**< of a municipality in force today, else UT_REGION_NONE */
  GArray *members; /**< UtRegionId of municipalities: of a county valid today, the country, an own region; else NULL */
} UtRegion;

typedef struct UtRegions UtRegions;

/** Reads the files of `dir` ("…/datasets/inndeling") and works out every structure since 2016. Error:
 * UT_ERROR_DEFINITION with file:line, UT_ERROR_IO. */
UtRegions *ut_regions_load (const char *dir, GError **error);
void ut_regions_free (UtRegions *regions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtRegions, ut_regions_free)

guint ut_regions_count (const UtRegions *regions);
const UtRegion *ut_regions_get (const UtRegions *regions, UtRegionId id);
UtRegionId ut_regions_country (const UtRegions *regions);

/** Any region by exact code, of any vintage; NULL when unknown. "00" and "0" are both the country. */
const UtRegion *ut_regions_find_code (const UtRegions *regions, const char *code);

/**
 * What a person types: a code ("301" is 0301), or a name of a place in force today, in any of its languages or several
 * ("Guovdageaidnu - Kautokeino"), in any case, with or without its marks ("Baerum"), "kommune" or its county in
 * parentheses; or a code with its name ("4003 Skien"). An ambiguous name (Våler, Herøy) is refused, and so is a code no
 * longer in force whose figures are carried to another (0834, 08); a former county that keeps its own (38) is found.
 *
 * @param error  UT_ERROR_USAGE: unknown (with near matches), ambiguous (with the candidates) or no longer in force
 * (with what it is today)
 */
const UtRegion *ut_regions_find (const UtRegions *regions, const char *text, GError **error);

/** Adds a report's own region as a sum of municipalities; an existing one of the same id and members, in any order, is
 * reused. Error: UT_ERROR_DEFINITION when the id is taken, there are no members or one is named twice. */
const UtRegion *ut_regions_add_own (UtRegions *regions, const char *id, const char *name, const UtRegionId *members,
                                    gsize n_members, GError **error);

/** One target of a code from an older structure. */
typedef struct {
  UtRegionId region;  /**< municipality of today */
  double weight;      /**< share of the old unit's counts: 1, or less after a split */
  gboolean estimated; /**< weight is not official */
} UtRestatement;

/** How the old unit became today's. */
typedef enum {
  UT_RESTATE_SAME,     /**< in force today with the same territory */
  UT_RESTATE_RENUMBER, /**< same territory, new code */
  UT_RESTATE_MERGE,    /**< today's unit has more predecessors: only counts can be added */
  UT_RESTATE_SPLIT,    /**< went to several units: weights, estimated */
} UtRestateKind;

/**
 * What a code in force in `year` (1 January) is today: a municipality's heirs; for a county the one of today with the
 * very same extent, if there is one. Any other county, and every other kind of region, answers UT_RESTATE_SAME with
 * itself.
 *
 * "By (code, year)": 1103 Stavanger of 2019 merges into 1103 of today; 1103 of 2021 is the same. County 08 of 2019 is
 * 40 of today: each of its municipalities went into 40, and nothing came into 40 from elsewhere. Vestfold (07) lost
 * Svelvik to another county and Troms (19) got Tjeldsund, so their figures stay their own, as those of 30, 38 and 54
 * do. The changes decide, not a list of counties.
 *
 * @param code     as in the file, without prefix: four digits, two for a county
 * @param year     year of the structure the file uses for the figure
 * @param kind     how
 * @param targets  UtRestatement, cleared and filled
 * @return FALSE when the code was not in force that year
 */
gboolean ut_regions_restate (const UtRegions *regions, const char *code, int year, UtRestateKind *kind,
                             GArray *targets);

/**
 * What a municipality was made of: the codes of 2016, the oldest boundaries, whose land it is.
 *
 * @param code   in force in `year`
 * @param codes  strings, borrowed from `code` and the regions; cleared and filled
 * @return FALSE when only a part of one of them is in it, after a split
 */
gboolean ut_regions_ancestors (const UtRegions *regions, const char *code, int year, GPtrArray *codes);

/** The counties in force on 1 January of `year` (UtRegionId), sorted by code; one that only changed its code since
 * stands as the county of today. Caller frees the array. */
GArray *ut_regions_counties (const UtRegions *regions, int year);

/** The county a municipality of today belonged to in `year`: under its own name then (4036 in 2021: Vestfold og
 * Telemark), or the county of today with the same extent (4036 in 2015: 40). UT_REGION_NONE when its parts belonged to
 * different ones. */
UtRegionId ut_regions_county_in (const UtRegions *regions, UtRegionId municipality, int year);

UT_END_DECLS

#endif
