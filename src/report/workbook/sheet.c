#include "report/workbook/sheet.h"

#include <math.h>
#include <string.h>

#include "base/text.h"

#define A4             9
#define MOST_DECIMALS  4
#define LINE_HEIGHT    14
#define TITLE_HEIGHT   22
#define HEADING_HEIGHT 18
/* Columns are as wide as so many digits, and letters are narrower. */
#define TEXT_ROOM 1.25
/* Bold letters, and the button that filters, take room from a heading. */
#define HEADING_ROOM 0.8
/* Characters a workbook has room for in a cell and in the heading of a table; what is longer would not be there at all.
 */
#define MOST_IN_CELL    32767
#define MOST_IN_HEADING 255

static lxw_format *
new_format (UtBook *book, double size, gboolean bold) {
  lxw_format *format = workbook_add_format (book->workbook);
  format_set_font_name (format, "Arial");
  format_set_font_size (format, size);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  if (bold)
    format_set_bold (format);
  return format;
}

/* Numbers end one character before the next column begins: a text there would stand against them. */
static lxw_format *
end_right (lxw_format *format) {
  format_set_align (format, LXW_ALIGN_RIGHT);
  format_set_indent (format, 1);
  return format;
}

static void
add_number_formats (UtBook *book) {
  static const char *const patterns[MOST_DECIMALS + 1] = { "#,##0", "#,##0.0", "#,##0.00", "#,##0.000", "#,##0.0000" };
  book->numbers = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++) {
    lxw_format *format = end_right (new_format (book, 10, FALSE));
    format_set_num_format (format, patterns[i]);
    g_ptr_array_add (book->numbers, format);
  }
}

static void
sheet_free (gpointer data) {
  UtSheet *sheet = data;
  g_free (sheet->name);
  g_free (sheet->title);
  g_array_unref (sheet->widths);
  g_ptr_array_unref (sheet->headings);
  g_free (sheet);
}

UtBook *
ut_book_new (const char *path, UtLanguage language) {
  UtBook *book = g_new0 (UtBook, 1);
  book->workbook = workbook_new (path);
  book->language = language;
  book->title = new_format (book, 15, TRUE);
  book->heading = new_format (book, 12, TRUE);
  book->line = new_format (book, 10, FALSE);
  book->text = new_format (book, 10, FALSE);
  format_set_text_wrap (book->text);
  book->header = new_format (book, 10, TRUE);
  format_set_text_wrap (book->header);
  book->number_header = end_right (new_format (book, 10, TRUE));
  format_set_text_wrap (book->number_header);
  book->link = new_format (book, 10, FALSE);
  format_set_underline (book->link, LXW_UNDERLINE_SINGLE);
  format_set_font_color (book->link, 0x12436D);
  add_number_formats (book);
  book->sheets = g_ptr_array_new_with_free_func (sheet_free);
  book->kept = g_ptr_array_new_with_free_func (g_free);
  return book;
}

lxw_error
ut_book_close (UtBook *book) {
  lxw_error trouble = workbook_close (book->workbook);
  g_ptr_array_unref (book->numbers);
  g_ptr_array_unref (book->sheets);
  g_ptr_array_unref (book->kept);
  g_free (book);
  return trouble;
}

const char *
ut_book_keep (UtBook *book, char *text) {
  g_ptr_array_add (book->kept, text);
  return text;
}

/* The one door for texts: on one line, cut where it is too long. New string. */
static char *
fit_text (const char *text, glong most) {
  char *clean = ut_text_clean (text, UT_TEXT_LINE);
  if (g_utf8_strlen (clean, -1) > most)
    strcpy (g_utf8_offset_to_pointer (clean, most - 3), "...");
  return clean;
}

static void
write_text (UtSheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *format) {
  g_autofree char *fitting = fit_text (text, MOST_IN_CELL);
  worksheet_write_string (sheet->worksheet, row, column, fitting, format);
}

UtSheet *
ut_book_add_sheet (UtBook *book, const char *name, const char *title) {
  UtSheet *sheet = g_new0 (UtSheet, 1);
  sheet->book = book;
  sheet->name = g_strdup (name);
  sheet->title = g_strdup (title);
  sheet->widths = g_array_new (FALSE, FALSE, sizeof (double));
  sheet->worksheet = workbook_add_worksheet (book->workbook, name);
  g_ptr_array_add (book->sheets, sheet);

  worksheet_set_landscape (sheet->worksheet);
  worksheet_set_paper (sheet->worksheet, A4);
  worksheet_fit_to_pages (sheet->worksheet, 1, 0);
  worksheet_set_footer (sheet->worksheet, "&L&A&R&P / &N");
  write_text (sheet, 0, 0, title, book->title);
  worksheet_set_row (sheet->worksheet, 0, TITLE_HEIGHT, NULL);
  sheet->row = 1;
  sheet->headings = g_ptr_array_new_with_free_func (g_free);
  return sheet;
}

void
ut_sheet_line (UtSheet *sheet, const char *text) {
  write_text (sheet, sheet->row, 0, text, sheet->book->line);
  ut_sheet_next_row (sheet);
}

void
ut_sheet_heading (UtSheet *sheet, const char *text) {
  write_text (sheet, sheet->row, 0, text, sheet->book->heading);
  worksheet_set_row (sheet->worksheet, sheet->row, HEADING_HEIGHT, NULL);
  ut_sheet_next_row (sheet);
}

/* How many lines a text takes when it is broken between words; a word too long for the column is broken where it is. */
static guint
wrapped_lines (const char *text, double width) {
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  glong room = MAX ((glong) width, 1), used = 0;
  guint n_lines = 1;
  for (char **word = words; *word != NULL; word++) {
    glong length = g_utf8_strlen (*word, -1);
    if (used > 0 && used + 1 + length > room) {
      n_lines++;
      used = 0;
    }
    used += (used > 0) + length;
    n_lines += (guint) ((MAX (used, 1) - 1) / room);
    used = used > room ? (used - 1) % room + 1 : used;
  }
  return n_lines;
}

/* A table's name begins with a letter, and has no spaces; sheets differ in their names, and so do these. */
static char *
name_table (const UtSheet *sheet) {
  g_autofree char *slug = ut_slug (sheet->name);
  g_strdelimit (slug, "-", '_');
  return ut_text_capital (slug);
}

void
ut_sheet_table (UtSheet *sheet, const UtSheetColumn *columns, guint n_columns, gsize n_rows) {
  g_autofree lxw_table_column *frames = g_new0 (lxw_table_column, n_columns);
  g_autofree lxw_table_column **pointers = g_new0 (lxw_table_column *, n_columns + 1);
  guint n_lines = 2;
  g_array_set_size (sheet->widths, 0);
  g_ptr_array_set_size (sheet->headings, 0);
  for (guint i = 0; i < n_columns; i++) {
    g_array_append_val (sheet->widths, columns[i].width);
    n_lines = MAX (n_lines, wrapped_lines (columns[i].heading, columns[i].width * HEADING_ROOM));
    g_ptr_array_add (sheet->headings, fit_text (columns[i].heading, MOST_IN_HEADING));
    frames[i].header = g_ptr_array_index (sheet->headings, i);
    frames[i].header_format = sheet->book->header;
    pointers[i] = &frames[i];
    worksheet_set_column (sheet->worksheet, (lxw_col_t) i, (lxw_col_t) i, columns[i].width, NULL);
  }
  g_autofree char *table = name_table (sheet);
  lxw_table_options options
      = { .name = table, .columns = pointers, .style_type = LXW_TABLE_STYLE_TYPE_LIGHT, .style_type_number = 1 };
  lxw_row_t header = sheet->header = sheet->row;
  /* A table needs one row below its header even when there is nothing to say. */
  lxw_row_t last = header + (lxw_row_t) MAX (n_rows, 1);
  worksheet_add_table (sheet->worksheet, header, 0, last, (lxw_col_t) (n_columns - 1), &options);
  worksheet_set_row (sheet->worksheet, header, n_lines * LINE_HEIGHT, NULL);
  worksheet_repeat_rows (sheet->worksheet, header, header);
  worksheet_freeze_panes (sheet->worksheet, header + 1, 0);
  ut_sheet_next_row (sheet);
}

void
ut_sheet_text (UtSheet *sheet, guint column, const char *text) {
  if (text == NULL || *text == '\0')
    return;
  write_text (sheet, sheet->row, (lxw_col_t) column, text, sheet->book->text);
  if (column < sheet->widths->len)
    sheet->n_lines
        = MAX (sheet->n_lines, wrapped_lines (text, g_array_index (sheet->widths, double, column) * TEXT_ROOM));
}

static lxw_format *
number_format (const UtSheet *sheet, int decimals) {
  return g_ptr_array_index (sheet->book->numbers, (guint) CLAMP (decimals, 0, MOST_DECIMALS));
}

/* A heading ends where the numbers under it end. */
static void
move_heading (UtSheet *sheet, guint column) {
  char *heading = column < sheet->headings->len ? g_ptr_array_index (sheet->headings, column) : NULL;
  if (heading == NULL)
    return;
  write_text (sheet, sheet->header, (lxw_col_t) column, heading, sheet->book->number_header);
  g_ptr_array_index (sheet->headings, column) = NULL;
  g_free (heading);
}

void
ut_sheet_number (UtSheet *sheet, guint column, double value, int decimals) {
  if (isnan (value))
    return;
  worksheet_write_number (sheet->worksheet, sheet->row, (lxw_col_t) column, value, number_format (sheet, decimals));
  move_heading (sheet, column);
}

void
ut_sheet_difference (UtSheet *sheet, guint column, guint from, guint less, double result, int decimals) {
  char first[LXW_MAX_CELL_NAME_LENGTH], second[LXW_MAX_CELL_NAME_LENGTH];
  lxw_rowcol_to_cell (first, sheet->row, (lxw_col_t) from);
  lxw_rowcol_to_cell (second, sheet->row, (lxw_col_t) less);
  g_autofree char *formula = g_strdup_printf ("=%s-%s", first, second);
  worksheet_write_formula_num (sheet->worksheet, sheet->row, (lxw_col_t) column, formula,
                               number_format (sheet, decimals), result);
  move_heading (sheet, column);
}

void
ut_sheet_next_row (UtSheet *sheet) {
  if (sheet->n_lines > 1)
    worksheet_set_row (sheet->worksheet, sheet->row, sheet->n_lines * LINE_HEIGHT, NULL);
  sheet->n_lines = 0;
  sheet->row++;
}
