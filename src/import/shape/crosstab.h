/* The shape of a table made by hand or for reading: where its headings are, and whether places stand across or down. */
#ifndef UT_IMPORT_SHAPE_CROSSTAB_H
#define UT_IMPORT_SHAPE_CROSSTAB_H

#include <glib.h>

#include "import/shape/sheet.h"

#define UT_CROSSTAB_PLACE "Region"
#define UT_CROSSTAB_VALUE "verdi"

typedef struct {
  const UtSheet *sheet;
  guint heading;    /* first row of the headings */
  guint n_headings; /* rows of headings */
  guint data;       /* first row below them */
  guint n_columns;  /* of the widest of them */
  const char *
      *parts;     /* [n_headings][n_columns] headings, those of groups carried to the right; "" when there is none */
  int place_row;  /* which row of headings holds the places; -1: they stand down */
  guint n_labels; /* with places across: columns before the first place */
} UtCrosstab;

/* Where the headings are, as dataset.yaml tells or as the cells show. `hints` may be NULL. FALSE: none were found. */
gboolean ut_crosstab_find_headings (UtCrosstab *table, const UtSheet *sheet, const UtReadHints *hints);
/* Cuts the headings and finds out where the places are; after ut_crosstab_find_headings(). `hints` and `places` may be
 * NULL. */
void ut_crosstab_find_places (UtCrosstab *table, const UtReadHints *hints, UtPlaces *places);
void ut_crosstab_clear (UtCrosstab *table);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (UtCrosstab, ut_crosstab_clear)

/* Hands a sheet over whose places stand across; nothing where they do not. FALSE with error when the sink wants no
 * more. */
gboolean ut_crosstab_send_across (const UtSheet *sheet, const char *title, const UtReadHints *hints,
                                  const UtCellSink *sink, gboolean *is_across, GError **error);

/* Whether it would be handed over so. */
gboolean ut_crosstab_has_places_across (const UtSheet *sheet, const UtReadHints *hints);

/* Of row `k` of the headings. */
const char *ut_crosstab_part (const UtCrosstab *table, guint k, guint column);
/* The lowest of the column's own headings; "" when it has none. */
const char *ut_crosstab_label (const UtCrosstab *table, guint column);
/* Whether the column holds figures below the headings. */
gboolean ut_crosstab_holds_figures (const UtCrosstab *table, guint column);
gboolean ut_crosstab_is_period (const char *cell);
/* Marked by a code, or the country. */
gboolean ut_crosstab_is_place (const char *cell);

#endif
