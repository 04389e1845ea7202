#include "import/shape/xlsx_sheet.h"

#include <math.h>
#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "import/bytes/number_text.h"
#include "import/bytes/trim.h"

#define MAX_COLUMNS 16384
#define MAX_ROWS    1048576
#define MAX_CELLS   20000000
#define MAX_MERGES  1000000

/* A cell on its way. */
typedef struct {
  char kind; /* 's' shared, 'i' inline, 'b' truth, 'n' number, 'd' ISO date, 't' text or error */
  guint style;
  char *text;
} Cell;

typedef struct {
  UtXlsx *xlsx;
  UtXlsxPart *part;
  const UtXlsxBook *book;
  UtSheet *sheet;
  GPtrArray *cells;    /* char * or NULL, of the row being read */
  GByteArray *numbers; /* [cells] whether each is a number and no text */
  guint row;
  gsize n_cells; /* those that were written, and the blank ones left of a filled one */
  guint n_merges;
  const char *fault; /* of the row being read */
} Reading;

/* "BC12" is column 54; G_MAXUINT when it is none. */
static guint
column_of (const char *reference) {
  guint column = 0;
  for (; g_ascii_isalpha (*reference) && column <= MAX_COLUMNS; reference++)
    column = column * 26 + (guint) (g_ascii_toupper (*reference) - 'A') + 1;
  return column > 0 && column <= MAX_COLUMNS ? column - 1 : G_MAXUINT;
}

/* Days since the end of 1899, where 1900 has a 29 February that never was; or since 1904. A date that is shown without
 * its day stands for the month. */
static char *
date_text (const UtXlsxBook *book, double days, gboolean month) {
  if (!(days >= 0 && days < 2958466))
    return NULL;
  int whole = (int) floor (days) + (book->since_1904 ? 1462 : 0);
  g_autoptr (GDateTime) first = g_date_time_new_utc (1899, 12, whole < 60 ? 31 : 30, 0, 0, 0);
  g_autoptr (GDateTime) date = g_date_time_add_days (first, whole);
  return date != NULL ? g_date_time_format (date, month ? "%YM%m" : "%Y-%m-%d") : NULL;
}

/* Sets *is_number unless it is a date, or what the file calls a number is none. */
static char *
number_cell (const UtXlsxBook *book, const Cell *cell, gboolean *is_number) {
  char *end;
  double value = g_ascii_strtod (cell->text, &end);
  if (end == cell->text || *end != '\0' || !isfinite (value))
    return g_strdup (cell->text);
  gint style = cell->style < book->styles->len ? g_array_index (book->styles, gint, cell->style) : UT_XLSX_NUMBER;
  if (style != UT_XLSX_NUMBER) {
    char *date = date_text (book, value, style == UT_XLSX_MONTH);
    if (date != NULL)
      return date;
  }
  *is_number = TRUE;
  return ut_number_text (value, UT_DECIMAL_POINT);
}

/* A comma before one, two or more than three digits is a decimal mark; before three it may be of thousands. */
static char *
text_cell (const char *text) {
  char *trimmed = g_strdup (text);
  char *start = ut_trim_in_place (trimmed), *comma = strchr (start, ',');
  double value;
  gsize n_after = comma != NULL ? strspn (comma + 1, "0123456789") : 0;
  gboolean spaced = strchr (start, ' ') != NULL;
  if (comma != NULL && ut_number_parse (start, UT_DECIMAL_COMMA, &value) && (n_after != 3 || spaced))
    *comma = '.';
  char *result = g_strdup (start);
  g_free (trimmed);
  return result;
}

static char *
cell_text (Reading *reading, const Cell *cell, gboolean *is_number) {
  if (cell->text == NULL)
    return NULL;
  if (cell->kind == 's') {
    guint64 number = g_ascii_strtoull (cell->text, NULL, 10);
    const UtXlsxBook *book = reading->book;
    const char *text = number < book->strings->len ? g_ptr_array_index (book->strings, number) : NULL;
    if (text != NULL)
      return text_cell (text);
    reading->fault = number < book->strings->len ? _ ("a cell's text is longer than any that is read")
                                                 : _ ("a cell's text is not in the workbook");
    return NULL;
  }
  if (cell->kind == 'd')
    return g_strndup (cell->text, strcspn (cell->text, "T"));
  return cell->kind == 'n' ? number_cell (reading->book, cell, is_number) : text_cell (cell->text);
}

static char
kind_of (const char *type) {
  if (type == NULL || strcmp (type, "n") == 0)
    return 'n';
  if (strcmp (type, "s") == 0)
    return 's';
  if (strcmp (type, "d") == 0)
    return 'd';
  return strcmp (type, "inlineStr") == 0 ? 'i' : 't';
}

/* From the beginning of a cell to its end. */
static Cell
read_cell (Reading *reading) {
  UtXlsxPart *part = reading->part;
  g_autofree char *type = ut_xlsx_part_attribute (part, "t"), *style = ut_xlsx_part_attribute (part, "s");
  Cell cell = { .kind = kind_of (type), .style = style != NULL ? (guint) g_ascii_strtoull (style, NULL, 10) : 0 };
  gboolean inside = FALSE;
  g_autoptr (GString) value = g_string_new (NULL);
  if (xmlTextReaderIsEmptyElement (part->xml))
    return cell;
  while (ut_xlsx_part_next (part) && !ut_xlsx_part_ends (part, "c")) {
    if (ut_xlsx_part_begins (part, "is")) {
      g_free (cell.text);
      cell.text = ut_xlsx_read_text (part, "is");
    } else if (ut_xlsx_part_begins (part, "v")) {
      inside = !xmlTextReaderIsEmptyElement (part->xml);
    } else if (ut_xlsx_part_ends (part, "v")) {
      inside = FALSE;
    } else if (inside && ut_xlsx_part_text (part) != NULL) {
      g_string_append (value, ut_xlsx_part_text (part));
    }
  }
  if (cell.text == NULL && value->len > 0)
    cell.text = g_strdup (value->str);
  return cell;
}

static void
widen (Reading *reading, guint n_cells) {
  guint before = reading->numbers->len;
  g_ptr_array_set_size (reading->cells, (gint) n_cells);
  g_byte_array_set_size (reading->numbers, n_cells);
  memset (reading->numbers->data + before, 0, n_cells - before);
}

static void
take_cell (Reading *reading, guint *column) {
  g_autofree char *reference = ut_xlsx_part_attribute (reading->part, "r");
  guint named = reference != NULL ? column_of (reference) : *column;
  Cell cell = read_cell (reading);
  gboolean is_number = FALSE;
  char *text = cell_text (reading, &cell, &is_number);
  g_free (cell.text);
  reading->n_cells++;
  *column = named != G_MAXUINT ? named : *column;
  /* One text may be the text of a million cells. */
  if (text != NULL && *column >= MAX_COLUMNS)
    reading->fault = _ ("a cell right of the last column a sheet can have");
  gboolean kept
      = text != NULL && *text != '\0' && *column < MAX_COLUMNS && ut_xlsx_spend (reading->xlsx, strlen (text));
  if (!kept) {
    g_free (text);
  } else {
    if (reading->cells->len <= *column)
      widen (reading, *column + 1);
    reading->numbers->data[*column] = (guint8) is_number;
    g_free (reading->cells->pdata[*column]);
    reading->cells->pdata[*column] = text;
  }
  (*column)++;
}

static void
finish_row (Reading *reading) {
  for (guint i = 0; i < reading->cells->len; i++)
    if (reading->cells->pdata[i] == NULL)
      reading->cells->pdata[i] = g_strdup ("");
  if (reading->cells->len > 0 || reading->fault != NULL)
    ut_sheet_add (reading->sheet, reading->row, reading->cells->len, (const char *const *) reading->cells->pdata,
                  reading->numbers->data, reading->fault);
  reading->n_cells += reading->cells->len;
  reading->fault = NULL;
  g_ptr_array_set_size (reading->cells, 0);
  g_byte_array_set_size (reading->numbers, 0);
}

/* "B3:D4" as the first row's columns B to D: only headings are read over merged cells. */
static void
take_merge (Reading *reading) {
  g_autofree char *reference = ut_xlsx_part_attribute (reading->part, "ref");
  const char *colon = reference != NULL ? strchr (reference, ':') : NULL;
  if (colon == NULL || reading->n_merges >= MAX_MERGES)
    return;
  guint first = column_of (reference), last = column_of (colon + 1);
  guint64 row = g_ascii_strtoull (reference + strcspn (reference, "0123456789"), NULL, 10);
  if (first == G_MAXUINT || last == G_MAXUINT || last < first || row > MAX_ROWS)
    return;
  ut_sheet_merge (reading->sheet, (guint) row, first, last);
  reading->n_merges++;
}

static gboolean
is_sane (const Reading *reading, guint64 row) {
  return row > 0 && row <= MAX_ROWS && reading->n_cells <= MAX_CELLS && reading->sheet->rows->len < MAX_ROWS;
}

/* FALSE when the sheet is larger than any can be. */
static gboolean
read_rows (Reading *reading) {
  guint column = 0;
  while (ut_xlsx_part_next (reading->part)) {
    if (ut_xlsx_part_begins (reading->part, "row")) {
      g_autofree char *number = ut_xlsx_part_attribute (reading->part, "r");
      guint64 row = number != NULL ? g_ascii_strtoull (number, NULL, 10) : reading->row + 1;
      if (!is_sane (reading, row))
        return FALSE;
      reading->row = (guint) row;
      column = 0;
    } else if (ut_xlsx_part_begins (reading->part, "c")) {
      take_cell (reading, &column);
      if (reading->n_cells > MAX_CELLS)
        return FALSE;
    } else if (ut_xlsx_part_begins (reading->part, "mergeCell")) {
      take_merge (reading);
    }
    if (ut_xlsx_part_ends (reading->part, "row"))
      finish_row (reading);
  }
  return TRUE;
}

static int
compare_rows (gconstpointer a, gconstpointer b) {
  guint x = (*(const UtSheetRow *const *) a)->line, y = (*(const UtSheetRow *const *) b)->line;
  return (x > y) - (x < y);
}

UtSheet *
ut_xlsx_sheet_read (UtXlsx *xlsx, const UtXlsxBook *book, const UtXlsxSheet *from, const char *shown, GError **error) {
  g_autoptr (UtSheet) sheet = ut_sheet_new ();
  sheet->name = from->name;
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GByteArray) numbers = g_byte_array_new ();
  UtXlsxPart part;
  Reading reading = { .xlsx = xlsx, .part = &part, .book = book, .sheet = sheet, .cells = cells, .numbers = numbers };
  if (!ut_xlsx_part_open (xlsx, from->part, &part)) {
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s: the workbook names a sheet '%s' it does not hold"), shown,
                  from->name);
    return NULL;
  }
  gboolean sane = read_rows (&reading);
  ut_xlsx_part_close (&part);
  if (!sane || ut_xlsx_fault (xlsx) != NULL) {
    ut_error_set (error, UT_ERROR_DEFINITION, "%s:%u: %s: %s", shown, MAX (reading.row, 1), from->name,
                  sane ? ut_xlsx_fault (xlsx) : _ ("more rows or cells than a sheet can have"));
    return NULL;
  }
  g_ptr_array_sort (sheet->rows, compare_rows);
  return g_steal_pointer (&sheet);
}
