/* What a source format must offer: bytes in, rows of cells out. It never judges and never knows an indicator. */
#ifndef UT_IMPORT_IMPORTER_H
#define UT_IMPORT_IMPORTER_H

#include <glib.h>
#include <utsyn/table.h>

#include "import/bytes/file.h"
#include "import/hints.h"
#include "import/label/dictionary.h"
#include "import/label/notation.h"

/* One value column of a file. Long files have one; wide ones have one per heading combination. */
typedef struct {
  char *name;     /* heading as written */
  char *contents; /* heading without its period: "Personer"; same as name when there is none */
  char *period;   /* the period in the heading: "2024"; NULL when none */
} UtCellColumn;

/* Shape of a table of a file, reported once before its rows. */
typedef struct {
  const char *title; /* of a sheet or table; NULL when the file is one table without a name */
  const char *sheet; /* where the table stands, beside others maybe; NULL: in no sheet of a workbook */
  guint n_dimensions;
  char **dimensions;       /* [n_dimensions] headings of the label columns */
  int region_dimension;    /* index, or -1 when the format cannot tell */
  gboolean region_guessed; /* by how its cells are written, not by its heading or the format */
  int period_dimension;    /* index, or -1 */
  guint n_columns;
  UtCellColumn *columns;             /* [n_columns]; none in a file without figures, such as a list of codes */
  gboolean not_addable;              /* the source says its figures must not be summed over places */
  const char *const *equal_headings; /* NULL-terminated, those that several columns have: the second of "Antall" is
                                        called "Antall (2)"; NULL when there is none */
} UtCellLayout;

/* One row, valid during the call. */
typedef struct {
  guint line;            /* physical line (sheet row) where it begins; in a file without lines, its number, from 1 */
  const guint32 *labels; /* [n_dimensions] codes in the collector's dictionaries */
  const char *const *values; /* [n_columns] UTF-8, trimmed */
  const guint16 *qualities;  /* [n_columns] UtQuality flags the file gives; NULL: none */
  const gboolean *numbers; /* [n_columns] the cell is a number and no text: no mark in it separates thousands; NULL: the
                              file holds text */
} UtCellRow;

/* Where a format hands its cells: for each table its layout, then every data row once, to `row` or to `bad_row`. A
 * format that reads with several threads has a collector in each, and each collector's rows come in the order of the
 * file. Formats with labels as text use rows.h and never meet this. */
typedef struct {
  /* Mandatory. FALSE, with `error` set, stops the reading. */
  gboolean (*layout) (gpointer user, const UtCellLayout *layout, GError **error);
  /* Mandatory. A collector of rows of the table last reported; lives until the next layout or the end. Called on the
   * thread that will use it, by one thread at a time. `dictionaries` [n_dimensions] only grow, and by that thread
   * alone. */
  gpointer (*collector) (gpointer user, UtDictionary *const *dictionaries);
  /* Mandatory. */
  void (*row) (gpointer collector, const UtCellRow *row);
  /* Mandatory. A row that cannot be read, and why, in the message language. */
  void (*bad_row) (gpointer collector, guint line, const char *why);
  /* Optional: a sheet without a table, and why, in the message language. NULL: not reported. */
  void (*passed_over) (gpointer user, const char *title, const char *why);
  gpointer user;
} UtCellSink;

typedef struct {
  const char *name;
  const char *help;           /* msgid */
  const UtNotation *notation; /* how the source writes figures; dataset.yaml may name another */
  gboolean shared; /* other agencies write it too: the notation's source is not known of a file by its format */
  gboolean exact;  /* numbers follow the format's own grammar: no mark separates thousands */
  /* Mandatory. 0..100: how sure we are that these bytes are of this format. 0 for what is not text where text is
   * wanted. */
  int (*detect) (const UtFileHead *head);
  /* Optional: the same where names of places show what the file is. NULL: they do not. */
  int (*detect_by_places) (const UtFileHead *head, UtPlaces *places);
  /* Mandatory. Error: UT_ERROR_IO, UT_ERROR_DEFINITION "file:line: …" when nothing can be read of it. */
  gboolean (*read) (const char *path, const UtReadHints *hints, const UtCellSink *sink, UtFileForm *form,
                    GError **error);
} UtImporter;

/* Table of formats, ended by a row with name NULL. */
extern const UtImporter ut_importer_table[];
const UtImporter *ut_importer_find (const char *name);
/* The surest format for a file, NULL when none. `places` may be NULL. */
const UtImporter *ut_importer_detect (const char *path, UtPlaces *places, GError **error);
/* Why there is none: what the file is and what would be accepted, in the message language. New string; NULL when it
 * cannot be read. */
char *ut_importer_explain (const char *path);

#endif
