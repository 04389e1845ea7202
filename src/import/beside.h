/* Names that stand in another column beside bare codes of places: which column has them, and whether they are the
 * codes' own. A code without its name may be anything's: 0101 is Halden, and a part of Oslo. */
#ifndef UT_IMPORT_BESIDE_H
#define UT_IMPORT_BESIDE_H

#include <glib.h>

#include "import/dictionary.h"
#include "import/place.h"

/* What one thread met beside the codes of a column. Its limits are numbers that only grow, so it does not matter how
 * the rows were shared out. */
typedef struct UtBeside UtBeside;

/* region: the column of the codes */
UtBeside *ut_beside_new (guint n_dimensions, guint region);
void ut_beside_free (UtBeside *self);
void ut_beside_row (UtBeside *self, UtDictionary *const *dictionaries, const guint32 *labels);

/* A code and what stood beside it in the same row. */
typedef struct {
  char *code, *name;
} UtBesidePair;

/* UtBesidePair, each once; NULL when the column cannot have the names: it has too many a code. */
const GPtrArray *ut_beside_pairs (const UtBeside *self, guint column);
guint ut_beside_n_columns (const UtBeside *self);
/* char *, each once: the bare codes of the column, and its other labels. */
const GPtrArray *ut_beside_codes (const UtBeside *self);
const GPtrArray *ut_beside_others (const UtBeside *self);
/* Whether so many names beyond the first of each code are too many. */
gboolean ut_beside_too_many (guint n_further);

/* Rows that must not be used for the place their code says. */
typedef struct {
  guint region;      /* the column of the codes */
  GHashTable *pairs; /* "column\tcode\tname": a code and a name that contradict each other */
  GArray *columns;   /* guint: those that have such names */
  gboolean no_codes; /* most of them do: these are the codes of something else */
  char *example;     /* one of these: "0101 Lodalen", "13" */
} UtContradictions;

/**
 * A column has the names when at least half of what stands in it are names of the codes beside them, or, where its
 * heading says that it has them, when at least half of the codes have their own. Any other name then contradicts its
 * code, as it does in one cell: that of another place, and one nobody has. The place around a code's does not.
 *
 * Where no column has the names, the codes are something else's when another column gives every one of them a name of
 * its own, most of these are not the codes' names, and the two columns belong together: by their headings
 * ("delbydel_id", "delbydel_navn"; "kode", "navn"), or because the names are those of other places. A column of nothing
 * but numbers below 100 holds no codes either when its heading says municipalities, or does not say places and some of
 * the numbers are no county's.
 *
 * @param besides   UtBeside, of the same table and column
 * @param headings  [n_dimensions]
 * @return NULL when nothing contradicts
 */
UtContradictions *ut_beside_judge (const GPtrArray *besides, guint region, char *const *headings, UtPlaces *places);
void ut_contradictions_free (UtContradictions *self);

/* Whether code and name, as they stand in a row, contradict each other. */
gboolean ut_contradictions_have (const UtContradictions *self, guint column, const char *code, const char *name);

/* "0101 Lodalen": the code as the place has it, and the name. New string. */
char *ut_beside_label (UtPlaces *places, const char *code, const char *name);

#endif
