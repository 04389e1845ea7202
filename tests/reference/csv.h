/* A tiny reader of the reference files: commas, no quotes, one heading row. */
#ifndef UT_TEST_CSV_H
#define UT_TEST_CSV_H

#include <glib.h>

typedef struct {
  GPtrArray *rows;      /* of GStrv */
  GHashTable *headings; /* to column + 1 */
} Csv;

typedef struct {
  const Csv *csv;
  guint row;
} CsvRow;

/* NULL when there is no such file. */
Csv *csv_read (const char *path);
void csv_free (Csv *csv);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Csv, csv_free)

const char *csv_text (const CsvRow *row, const char *heading);
/* NaN for NA, ±infinity for Inf; a cell that is no number ends the test. */
double csv_number (const CsvRow *row, const char *heading);
/* A column of the rows whose `case` is that of `row`; a new array of `n`. */
double *csv_series (const Csv *csv, const CsvRow *row, const char *heading, gsize *n);

#endif
