/* A list of objects as a table: each object a row, each key of a plain value a column. */
#ifndef UT_IMPORT_SHAPE_JSON_RECORDS_H
#define UT_IMPORT_SHAPE_JSON_RECORDS_H

#include "import/bytes/json.h"
#include "import/shape/rows.h"

typedef struct {
  json_t *list;        /* borrowed */
  const char *inside;  /* the plain values are in this object of each ("properties"); NULL: in the object itself */
  GPtrArray *keys;     /* in the order met; those that only ever hold lists and objects are left out */
  GHashTable *numbers; /* key → its number + 1 */
} UtJsonRecords;

/* What a format makes of the columns. */
typedef struct {
  const char *title;          /* NULL when the file is one table */
  UtDecimalMark mark;         /* for numbers */
  const gboolean *is_value;   /* [n_keys] */
  int region_key, period_key; /* -1 when there is none */
  /* Optional: a label column put before the others, for places given by several keys; the region dimension then. Cells
   * [n_keys]; a new string. */
  char *(*place) (const UtJsonRecords *records, char **cells);
  const char *place_heading;
  const char *lack; /* what is missing after the last row, reported as a bad row; NULL: nothing */
} UtJsonTable;

/* `list` must outlive the records. Error: an empty list, or one of unusably many different keys; `shown` names the
 * file. */
gboolean ut_json_records_init (UtJsonRecords *records, json_t *list, const char *inside, const char *shown,
                               GError **error);
void ut_json_records_clear (UtJsonRecords *records);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (UtJsonRecords, ut_json_records_clear)

/* Another order of the columns; `compare` as for g_ptr_array_sort. */
void ut_json_records_sort (UtJsonRecords *records, GCompareFunc compare);

/* Number of a key, letter case does not matter; -1 when no object has it. */
int ut_json_records_find (const UtJsonRecords *records, const char *key);
/* Cells of a row [n_keys], new strings, "" where the object lacks the key; `cells` holds none before. NULL, or why the
 * row cannot be used, in the message language (no cells then). */
const char *ut_json_records_cells (const UtJsonRecords *records, gsize row, UtDecimalMark mark, char **cells);
void ut_json_records_drop (const UtJsonRecords *records, char **cells);
/* Whether dataset.yaml names this key in a list of its headings; list may be NULL. */
gboolean ut_json_records_lists (const UtJsonRecords *records, guint key, const char *const *list);

gboolean ut_json_records_hand (const UtJsonRecords *records, const UtJsonTable *table, const UtCellSink *sink,
                               GError **error);

#endif
