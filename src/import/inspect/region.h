/* Which column of a file holds its places: judged by what stands in it, before what it is called. */
#ifndef UT_IMPORT_INSPECT_REGION_H
#define UT_IMPORT_INSPECT_REGION_H

#include <utsyn/import.h>

#include "import/label/code_columns.h"
#include "import/label/place.h"

/* What to read a table of a file by. */
typedef struct {
  char *region;        /* heading of the places; NULL: there are none */
  char *code_column;   /* the same heading where it was taken for figures, else NULL */
  gboolean is_another; /* than the one the format found */
} UtRegionChoice;

void ut_region_choice_clear (UtRegionChoice *choice);

/* A column holds places when four of five of its labels are (those below municipality do not count). Bare numbers of
 * one or two digits are ages, grades, industries, months: they are the country and counties only when the heading says
 * so, when they stand beside codes of municipalities or with names in another column, or are all the counties of a
 * year. What is deepest goes first, then what is of no doubt, so a code takes precedence over a name of several places.
 * The format's own choice stays where nothing is better; unless it was `guessed`, also where few of its labels are
 * places. A table without figures is left as it is.
 *
 * codes: of its columns of figures */
UtRegionChoice ut_inspect_choose_region (const UtInspectTable *table, gboolean guessed, const UtCodeColumns *codes,
                                         UtPlaces *places);

#endif
