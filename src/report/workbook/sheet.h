/* Sheets of a workbook, in the form the UK Analysis Function asks of accessible spreadsheets: in column A the title,
 * what the table holds, notes and source; below it one marked-up table with one header row. */
#ifndef UT_REPORT_SHEET_H
#define UT_REPORT_SHEET_H

#include <glib.h>
#include <utsyn/language.h>
#include <xlsxwriter.h>

typedef struct {
  lxw_workbook *workbook;
  UtLanguage language;
  lxw_format *title, *heading, *line, *text, *header, *number_header, *link;
  GPtrArray *numbers; /* lxw_format by number of decimals */
  GPtrArray *sheets;  /* UtSheet, in order */
  GPtrArray *kept;    /* char *, texts that live as long as the book */
} UtBook;

typedef struct {
  UtBook *book;
  lxw_worksheet *worksheet;
  char *name;
  char *title;
  lxw_row_t row;  /* the next free row */
  GArray *widths; /* double: of the table's columns, in characters; empty before there is a table */
  guint n_lines;  /* the most lines a text of the current row is wrapped into */
  lxw_row_t header;
  GPtrArray *headings; /* char *, of the table; NULL where numbers have moved it to the right */
} UtSheet;

typedef struct {
  const char *heading; /* translated, unique within the table */
  double width;        /* characters */
} UtSheetColumn;

UtBook *ut_book_new (const char *path, UtLanguage language);
/* Closes and writes; the book is gone afterwards. Returns libxlsxwriter's error. */
lxw_error ut_book_close (UtBook *book);

/* Takes a text that is to live as long as the book. */
const char *ut_book_keep (UtBook *book, char *text);

/* A new sheet with its title in A1. `name` is translated, legal and unique. */
UtSheet *ut_book_add_sheet (UtBook *book, const char *name, const char *title);

/* A line of text in column A. */
void ut_sheet_line (UtSheet *sheet, const char *text);
void ut_sheet_heading (UtSheet *sheet, const char *text);

/* Header row and table frame for `n_rows` rows that the caller then writes from sheet->row on. The table is called as
 * its sheet, so that a formula reads in the language of the book. */
void ut_sheet_table (UtSheet *sheet, const UtSheetColumn *columns, guint n_columns, gsize n_rows);

/* Cells of the current row; an empty text or a NaN leaves the cell blank. Text is never read as a formula. The row
 * becomes as high as its wrapped texts: a program that prints the book may not measure them itself. */
void ut_sheet_text (UtSheet *sheet, guint column, const char *text);
void ut_sheet_number (UtSheet *sheet, guint column, double value, int decimals);
/* One column of the row less another as a live formula, with its result, so that readers without a calculator see it
 * too. */
void ut_sheet_difference (UtSheet *sheet, guint column, guint from, guint less, double result, int decimals);
void ut_sheet_next_row (UtSheet *sheet);

#endif
