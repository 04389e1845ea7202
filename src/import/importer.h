/* What a source format must offer: bytes in, rows of cells out. It never judges and never knows an indicator. */
#ifndef UT_IMPORT_IMPORTER_H
#define UT_IMPORT_IMPORTER_H

#include <glib.h>
#include <utsyn/number.h>
#include <utsyn/table.h>

/* One value column of a file. Long files have one; wide ones have one per heading combination. */
typedef struct {
  char *name;     /* heading as written */
  char *contents; /* heading without its period: "Personer"; same as name when there is none */
  char *period;   /* the period in the heading: "2024"; NULL when none */
} UtCellColumn;

/* Shape of a file, told once before its rows. */
typedef struct {
  guint n_dimensions;
  char **dimensions;    /* [n_dimensions] headings of the label columns */
  int region_dimension; /* index, or -1 when the format cannot tell */
  int period_dimension; /* index, or -1 */
  guint n_columns;
  UtCellColumn *columns; /* [n_columns] */
} UtCellLayout;

/* One row: labels [n_dimensions], values [n_columns] as text, valid during the call. Every text is UTF-8, trimmed. */
typedef struct {
  guint line; /* physical line where the row begins */
  const char *const *labels;
  const char *const *values;
} UtCellRow;

/* Where a format hands its cells, each data row to `row` or to `bad_row`, in the order of the file. `layout` and `row`
 * answer FALSE to stop the reading, with `error` set. */
typedef struct {
  /* Mandatory. */
  gboolean (*layout) (gpointer user, const UtCellLayout *layout, GError **error);
  /* Mandatory. */
  gboolean (*row) (gpointer user, const UtCellRow *row, GError **error);
  /* Mandatory. A row that cannot be read, and why, in the message language. */
  void (*bad_row) (gpointer user, guint line, const char *why);
  gpointer user;
} UtCellSink;

/* What was sniffed or told about a file's bytes. */
typedef struct {
  const char *encoding; /* static text (msgid) */
  char separator;       /* 0 when the format has none */
} UtFileForm;

/* Hints from dataset.yaml; an importer may need to know which columns are values. Headings, or their contents part. */
typedef struct {
  const char *shown;                /* how complaints name the file; NULL: its path */
  const char *const *value_columns; /* NULL-terminated, NULL when not told: the importer decides */
  const char *const *label_columns; /* NULL-terminated: never values; NULL when not told */
} UtReadHints;

typedef struct {
  const char *name;
  const char *help;
  UtDecimalMark decimal; /* the source's own mark; dataset.yaml may say otherwise */
  /* Mandatory. 0..100: how sure we are that these first bytes (UTF-8 text, at most 64 KiB) are of this format. */
  int (*detect) (const char *head, gsize length);
  /* Mandatory. */
  gboolean (*read) (const char *path, const UtReadHints *hints, const UtCellSink *sink, UtFileForm *form,
                    GError **error);
  /* Mandatory. Meaning of a value cell that is not a number; FALSE: it is neither a number nor a sign. "-" that means
   * zero answers UT_STATUS_OK with *zero TRUE. */
  gboolean (*sign) (const char *text, UtStatus *status, gboolean *zero);
} UtImporter;

/* Table of formats, ended by a row with name NULL. */
extern const UtImporter ut_importer_table[];
const UtImporter *ut_importer_find (const char *name);
/* The surest format for a file, NULL when none. */
const UtImporter *ut_importer_detect (const char *path, GError **error);

#endif
