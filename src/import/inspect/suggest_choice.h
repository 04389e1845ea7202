/* What a proposal does with the dimensions that place and period do not settle: the total, the sum, or one label. */
#ifndef UT_IMPORT_INSPECT_SUGGEST_CHOICE_H
#define UT_IMPORT_INSPECT_SUGGEST_CHOICE_H

#include <utsyn/import.h>

typedef enum {
  UT_CHOICE_TOTAL,
  UT_CHOICE_SUM,   /* of all labels */
  UT_CHOICE_FIRST, /* one of several: the reader must choose */
  UT_CHOICE_LEVEL, /* of municipalities, where the rows of schools and counties have others */
  UT_CHOICE_NONE,  /* parts of a municipality, none of which may stand for it */
} UtChoiceKind;

typedef struct {
  const char *heading;
  const char *label; /* "" where nothing stands is the total; NULL with UT_CHOICE_SUM and UT_CHOICE_NONE */
  const char *first; /* the label to fall back on where a sum turns out not to be one */
  UtChoiceKind kind;
  gboolean is_ages;
  gsize n_labels;
} UtChoice;

/* UtChoice, in the order of the table. period: its column, or NULL; addable: the figures are counts. Strings are the
 * table's. */
GArray *ut_suggest_choices (const UtInspectTable *table, const UtInspectDimension *period, gboolean addable);

/* The column of the program's own words for quality; NULL: there is none. */
const UtInspectDimension *ut_suggest_quality (const UtInspectTable *table);

/* Columns of levels of places, "EnhetNivaa", with the labels to try: UtChoice of UT_CHOICE_LEVEL without a label; their
 * labels are listed with ut_suggest_level_labels(). */
GArray *ut_suggest_levels (const UtInspectTable *table);
/* char *, few; none where there are many. */
GPtrArray *ut_suggest_level_labels (const UtInspectTable *table, const char *heading);

#endif
