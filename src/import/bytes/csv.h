/* Separated text: the front every such format shares. Encoding and separator are sniffed, each record knows the
 * physical line it begins on, and a broken line costs one record, never the rest of the file. */
#ifndef UT_IMPORT_BYTES_CSV_H
#define UT_IMPORT_BYTES_CSV_H

#include <glib.h>

#include "import/bytes/file.h"

typedef struct UtCsv UtCsv;

/* Valid until the next call. */
typedef struct {
  guint line;               /* physical line, 1-based */
  const char *fault;        /* why the record cannot be used, in the message language; NULL when it can */
  guint n_cells;            /* 0 with a fault */
  const char *const *cells; /* UTF-8, trimmed, line ends inside a cell turned to spaces */
} UtCsvRecord;

/* `shown` is how complaints name the file. Skips a line "sep=X", and a title (one quoted cell alone on the first line)
 * with the blank line after it. Error: UT_ERROR_IO, UT_ERROR_DEFINITION when the file is empty. */
UtCsv *ut_csv_open (const char *path, const char *shown, UtFileForm *form, GError **error);
/* The same from memory; NULL when there is nothing in it. */
UtCsv *ut_csv_new (const char *bytes, gsize n_bytes, UtFileForm *form);
/* Takes a physical line for the header row, whatever stands above it. FALSE when there is no such line. */
gboolean ut_csv_start_at (UtCsv *csv, guint line, UtFileForm *form);
void ut_csv_free (UtCsv *csv);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtCsv, ut_csv_free)

/* The next record; blank lines are skipped. FALSE at the end. */
gboolean ut_csv_next (UtCsv *csv, UtCsvRecord *record);
/* The physical line the next record begins on, blank lines not yet skipped. */
guint ut_csv_line (const UtCsv *csv);
/* Whether the lines ended with carriage returns alone, as no file does that is cut at line feeds. */
gboolean ut_csv_had_returns (const UtCsv *csv);
/* Back to the header row. */
void ut_csv_rewind (UtCsv *csv);
/* How many cells a record should have: decides between readings of a line with quotes inside quotes. */
void ut_csv_expect (UtCsv *csv, guint n_cells);

#endif
