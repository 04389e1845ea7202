/* A code of a place and a name that stand in two columns of a row, either of them taken for the place: which column has
 * the other, and whether the two are one place's. A code without its name may be anything's: 0101 is Halden, and a part
 * of Oslo. */
#ifndef UT_IMPORT_LABEL_BESIDE_H
#define UT_IMPORT_LABEL_BESIDE_H

#include <glib.h>

#include "import/label/dictionary.h"
#include "import/label/place.h"

/* What one thread met beside the codes and names of a column. Its limits are numbers that only grow, so it does not
 * matter how the rows were shared out. */
typedef struct UtBeside UtBeside;

/* region: the column of the places */
UtBeside *ut_beside_new (guint n_dimensions, guint region);
void ut_beside_free (UtBeside *self);
void ut_beside_row (UtBeside *self, UtDictionary *const *dictionaries, const guint32 *labels);

/* The code is of the file's place, but of another time than the figure's. */
void ut_beside_out_of_time (UtBeside *self, const char *code);

/* A place and what stood beside it in the same row: a bare code and anything, or a name and a bare code. */
typedef struct {
  char *place, *beside;
  gboolean is_named; /* `place` is the name */
} UtBesidePair;

typedef enum { UT_BESIDE_OTHER, UT_BESIDE_CODE, UT_BESIDE_NAME } UtBesideKind;

/* A bare code, a text that may be a name, or neither. */
UtBesideKind ut_beside_kind (const char *text);

/* UtBesidePair, each once; NULL when the column has neither names nor codes: too many of them a place. */
const GPtrArray *ut_beside_pairs (const UtBeside *self, guint column);
guint ut_beside_n_columns (const UtBeside *self);
/* char *, each once: the bare codes of the column of the places, and its other labels. */
const GPtrArray *ut_beside_codes (const UtBeside *self);
const GPtrArray *ut_beside_others (const UtBeside *self);
gboolean ut_beside_is_out_of_time (const UtBeside *self, const char *code);
/* Whether so many labels beyond the first of each place are too many. */
gboolean ut_beside_too_many (guint n_further);

/* Why a column holds no codes of places. */
typedef enum {
  UT_CODES_OF_PLACES, /* it does */
  UT_CODES_OF_OTHERS, /* they have the names of something else: "0101 Lodalen" */
  UT_CODES_NO_COUNTY, /* numbers below 100, and one is no county's: "13" */
  UT_CODES_IN_DOUBT,  /* numbers below 100 that may be counties or something else: "5" */
} UtCodesDoubt;

/* Rows that must not be used for the place they say. */
typedef struct {
  guint region;      /* the column of the places */
  GHashTable *pairs; /* "column\tplace\tbeside" → code and name, which contradict each other */
  GArray *columns;   /* guint: those that have such names or codes */
  UtCodesDoubt doubt;
  char *example; /* NULL when there is no doubt */
} UtContradictions;

/**
 * A column has the names when at least half of what stands in it are names of the codes beside them, or, where its
 * heading says that it has them, when at least half of the codes have their own. Any other name then contradicts its
 * code, as it does in one cell: that of another place, and one nobody has. The place around a code's does not. In the
 * same way a column has the codes of names; these are contradicted by the code of another place, unless it is what the
 * place became. Where the heading says so, each of the names may have another's code.
 *
 * Where no column has the names, the codes are something else's when another column gives every one of them a name of
 * its own, most of these are not the codes' names, and the two columns belong together: by their headings
 * ("delbydel_id", "delbydel_navn"; "kode", "navn"), or because the names are those of other places. A column of nothing
 * but numbers below 100 holds no codes either when its heading says municipalities, or when it does not say places and
 * some of the numbers are no county's in the years of their figures. It is in doubt when all are, and yet as many other
 * things have such numbers: districts, grades and months are none above 20, ages follow each other or are multiples of
 * five. All counties of a year are no such thing.
 *
 * @param besides   UtBeside, of the same table and column
 * @param headings  [n_dimensions]
 * @return NULL when nothing contradicts
 */
UtContradictions *ut_beside_judge (const GPtrArray *besides, guint region, char *const *headings, UtPlaces *places);
void ut_contradictions_free (UtContradictions *self);

/* Code and name ("0101 Lodalen") where place and what stands beside it contradict each other, else NULL. */
const char *ut_contradictions_find (const UtContradictions *self, guint column, const char *place, const char *beside);

#endif
