#include "import/bytes/csv.h"

#include <csv.h>
#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "base/input.h"
#include "base/reason.h"
#include "import/bytes/decode.h"
#include "import/bytes/line_ends.h"
#include "import/bytes/trim.h"

#define MAX_RECORD_LINES 64
#define PARSER_BYTES     (64 * 1024)
/* Lines after the header that confirm a separator. */
#define VOTING_LINES 20
/* A title without quotes stands so few lines above, and so many lines below must be alike. */
#define MAX_TITLE_LINES 5
#define MIN_ALIKE       2

struct UtCsv {
  GString *text; /* the whole file, UTF-8 */
  gboolean may_be_invalid;
  gboolean had_returns; /* its lines ended with carriage returns alone */
  gsize start, position;
  guint start_line, line;
  guint expected;
  char separator;
  gboolean given; /* by a line "sep=X" */
  struct csv_parser parser;
  gboolean complete; /* the parser has seen the end of a record */
  GString *content;  /* cells, each ended by NUL */
  GArray *offsets;   /* gsize, into content */
  GPtrArray *cells;
};

typedef struct {
  const char *text;
  gsize length; /* without its line end */
  gsize next;   /* offset of the next line */
} Line;

static gboolean
get_line (const GString *text, gsize position, Line *line) {
  if (position >= text->len)
    return FALSE;
  line->text = text->str + position;
  const char *end = memchr (line->text, '\n', text->len - position);
  line->length = end != NULL ? (gsize) (end - line->text) : text->len - position;
  line->next = position + line->length + (end != NULL);
  while (line->length > 0 && line->text[line->length - 1] == '\r')
    line->length--;
  return TRUE;
}

static gboolean
is_blank (const Line *line, char separator) {
  for (gsize i = 0; i < line->length; i++)
    if (line->text[i] != ' ' && line->text[i] != '\r' && (line->text[i] != '\t' || separator == '\t'))
      return FALSE;
  return TRUE;
}

static guint
count_char (const Line *line, char c) {
  guint n = 0;
  for (gsize i = 0; i < line->length; i++)
    n += line->text[i] == c;
  return n;
}

/* At a tie the earlier wins. */
static const char separators[] = { ';', '\t', ',', '|' };
#define N_SEPARATORS G_N_ELEMENTS (separators)

/* How often each separator stands outside quotes; a line that is too long to be read has none. */
static void
count_separators (const Line *line, guint counts[N_SEPARATORS]) {
  gboolean quoted = FALSE;
  memset (counts, 0, N_SEPARATORS * sizeof *counts);
  if (line->length > UT_MAX_LINE_BYTES)
    return;
  for (gsize i = 0; i < line->length; i++) {
    if (line->text[i] == '"')
      quoted = !quoted;
    else if (!quoted)
      for (gsize s = 0; s < N_SEPARATORS; s++)
        counts[s] += line->text[i] == separators[s];
  }
}

/* The header row, which may run over several lines inside quotes. */
static gboolean
get_header (const GString *text, gsize start, Line *header) {
  if (!get_line (text, start, header))
    return FALSE;
  Line line = *header;
  gboolean open = count_char (&line, '"') % 2 != 0;
  for (guint n = 1; open && n < MAX_RECORD_LINES && get_line (text, line.next, &line); n++)
    open = (open + count_char (&line, '"')) % 2 != 0;
  if (!open) {
    header->length = (gsize) (line.text - header->text) + line.length;
    header->next = line.next;
  }
  return TRUE;
}

/* Quoted cells with nothing but a blank between them, as PxWeb writes when blanks are requested. Nowhere else is a
 * blank a separator. */
static gboolean
is_cut_by_blanks (const Line *line) {
  guint counts[N_SEPARATORS];
  gboolean cut = FALSE;
  if (line->length < 2 || line->text[0] != '"' || line->text[line->length - 1] != '"')
    return FALSE;
  count_separators (line, counts);
  for (gsize s = 0; s < N_SEPARATORS; s++)
    if (counts[s] > 0)
      return FALSE;
  for (gsize i = 1; i + 3 < line->length && !cut; i++)
    cut = memcmp (line->text + i, "\" \"", 3) == 0;
  return cut;
}

/* The separator that cuts the following lines into as many cells as the header; at a tie the one that cuts more.
 * `n_agree`: how many of them it cuts so, 0 when there is no separator in the header. */
static char
vote_separator (const GString *text, gsize start, guint *n_agree) {
  Line line;
  guint in_header[N_SEPARATORS], counts[N_SEPARATORS], agree[N_SEPARATORS] = { 1, 1, 1, 1 };
  char winner = ',';
  guint most_agree = 0, most_cells = 0;
  *n_agree = 0;
  if (!get_header (text, start, &line))
    return winner;
  if (is_cut_by_blanks (&line)) {
    *n_agree = VOTING_LINES;
    return ' ';
  }
  count_separators (&line, in_header);
  for (guint n = 0; n < VOTING_LINES && get_line (text, line.next, &line); n++) {
    count_separators (&line, counts);
    for (gsize s = 0; s < N_SEPARATORS; s++)
      agree[s] += counts[s] == in_header[s];
  }
  for (gsize s = 0; s < N_SEPARATORS; s++)
    if (in_header[s] > 0 && (agree[s] > most_agree || (agree[s] == most_agree && in_header[s] > most_cells))) {
      winner = separators[s];
      most_agree = agree[s];
      most_cells = in_header[s];
    }
  *n_agree = most_agree > 0 ? most_agree - 1 : 0;
  return winner;
}

/* One quoted cell alone on its line. SSB does not double the quotes inside it, so they cannot be counted: it is a row
 * of cells when a quote touches a separator, unless a blank follows as in a sentence. */
static gboolean
is_title (const Line *line) {
  if (line->length < 2 || line->text[0] != '"' || line->text[line->length - 1] != '"')
    return FALSE;
  for (gsize i = 1; i + 1 < line->length; i++)
    if (strchr (";,\t|", line->text[i]) != NULL && line->text[i] != '\0'
        && ((line->text[i - 1] == '"' && line->text[i + 1] != ' ') || line->text[i + 1] == '"'))
      return FALSE;
  return TRUE;
}

static void
skip_blank (UtCsv *csv, char separator) {
  Line line;
  while (get_line (csv->text, csv->start, &line) && is_blank (&line, separator)) {
    csv->start = line.next;
    csv->start_line++;
  }
}

static void
skip_title (UtCsv *csv) {
  Line line, after;
  if (!get_line (csv->text, csv->start, &line) || !is_title (&line))
    return;
  gsize next = line.next;
  guint n_lines = 1;
  while (get_line (csv->text, next, &after) && is_blank (&after, '\0')) {
    next = after.next;
    n_lines++;
  }
  if (!get_line (csv->text, next, &after))
    return;
  guint counts[N_SEPARATORS], n_separators = 0;
  count_separators (&after, counts);
  for (gsize s = 0; s < N_SEPARATORS; s++)
    n_separators += counts[s];
  if (n_separators == 0 && !is_cut_by_blanks (&after))
    return;
  csv->start = next;
  csv->start_line += n_lines;
}

/* A line that hardly another is cut like is a title, where soon after it lines begin that are cut alike. */
static char
find_separator (UtCsv *csv) {
  guint n_agree, n_below;
  char separator = vote_separator (csv->text, csv->start, &n_agree);
  Line line;
  gsize position = csv->start;
  for (guint n = 1; n_agree < MIN_ALIKE && n <= MAX_TITLE_LINES && get_line (csv->text, position, &line); n++) {
    position = line.next;
    char below = vote_separator (csv->text, position, &n_below);
    Line header;
    if (n_below < MIN_ALIKE || n_below <= n_agree || below == separator || !get_line (csv->text, position, &header)
        || is_blank (&header, below))
      continue;
    csv->start = position;
    csv->start_line += n;
    return below;
  }
  return separator;
}

static void
find_header (UtCsv *csv) {
  Line line;
  csv->start = 0;
  csv->start_line = 1;
  if (get_line (csv->text, 0, &line) && line.length == 5 && g_ascii_strncasecmp (line.text, "sep=", 4) == 0) {
    csv->separator = line.text[4];
    csv->given = TRUE;
    csv->start = line.next;
    csv->start_line = 2;
  }
  skip_blank (csv, csv->separator);
  skip_title (csv);
  if (csv->separator == '\0')
    csv->separator = find_separator (csv);
}

static int
is_line_end (unsigned char c) {
  return c == '\n';
}

static void
start_parser (UtCsv *csv) {
  csv_init (&csv->parser, CSV_APPEND_NULL);
  /* A long cell is not to be moved for every hundred bytes it grows. */
  csv_set_blk_size (&csv->parser, PARSER_BYTES);
  csv_set_delim (&csv->parser, (unsigned char) csv->separator);
  csv_set_term_func (&csv->parser, is_line_end);
}

UtCsv *
ut_csv_new (const char *bytes, gsize n_bytes, UtFileForm *form) {
  g_autoptr (UtCsv) csv = g_new0 (UtCsv, 1);
  csv->text = ut_decode (bytes, n_bytes, &form->encoding);
  csv->may_be_invalid = g_str_has_prefix (form->encoding, "UTF-8");
  csv->had_returns = ut_line_ends_mend (csv->text);
  csv->content = g_string_new (NULL);
  csv->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  csv->cells = g_ptr_array_new ();
  find_header (csv);
  start_parser (csv);
  form->separator = csv->separator;
  ut_csv_rewind (csv);
  return csv->start < csv->text->len ? g_steal_pointer (&csv) : NULL;
}

gboolean
ut_csv_start_at (UtCsv *csv, guint number, UtFileForm *form) {
  gsize position = 0;
  Line line;
  for (guint n = 1; n < number; n++) {
    if (!get_line (csv->text, position, &line))
      return FALSE;
    position = line.next;
  }
  if (!get_line (csv->text, position, &line))
    return FALSE;
  csv->start = position;
  csv->start_line = number;
  guint n_agree;
  if (!csv->given)
    csv->separator = vote_separator (csv->text, position, &n_agree);
  csv_free (&csv->parser);
  start_parser (csv);
  form->separator = csv->separator;
  ut_csv_rewind (csv);
  return TRUE;
}

UtCsv *
ut_csv_open (const char *path, const char *shown, UtFileForm *form, GError **error) {
  g_autofree char *bytes = NULL;
  gsize n_bytes;
  g_autoptr (GError) local = NULL;
  if (!ut_input_read (path, &bytes, &n_bytes, &local)) {
    ut_error_set (error, UT_ERROR_IO, "%s: %s", shown, ut_reason_error (local));
    return NULL;
  }
  UtCsv *csv = ut_csv_new (bytes, n_bytes, form);
  if (csv == NULL)
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s: the file is empty"), shown);
  return csv;
}

void
ut_csv_free (UtCsv *csv) {
  if (csv == NULL)
    return;
  csv_free (&csv->parser);
  g_string_free (csv->text, TRUE);
  g_string_free (csv->content, TRUE);
  g_array_unref (csv->offsets);
  g_ptr_array_unref (csv->cells);
  g_free (csv);
}

guint
ut_csv_line (const UtCsv *csv) {
  return csv->line;
}

gboolean
ut_csv_had_returns (const UtCsv *csv) {
  return csv->had_returns;
}

void
ut_csv_rewind (UtCsv *csv) {
  csv->position = csv->start;
  csv->line = csv->start_line;
}

void
ut_csv_expect (UtCsv *csv, guint n_cells) {
  csv->expected = n_cells;
}

static void
add_cell (UtCsv *csv, const char *text, gsize length) {
  gsize offset = csv->content->len;
  g_array_append_val (csv->offsets, offset);
  g_string_append_len (csv->content, text, (gssize) length);
  g_string_append_c (csv->content, '\0');
}

static void
on_cell (void *text, size_t length, void *user) {
  add_cell (user, text, length);
}

static void
on_record (int end, void *user) {
  (void) end;
  ((UtCsv *) user)->complete = TRUE;
}

static void
clear_record (UtCsv *csv) {
  csv->complete = FALSE;
  g_string_truncate (csv->content, 0);
  g_array_set_size (csv->offsets, 0);
}

static gboolean
feed (UtCsv *csv, const Line *line) {
  return csv_parse (&csv->parser, line->text, line->length, on_cell, on_record, csv) == line->length
         && csv_parse (&csv->parser, "\n", 1, on_cell, on_record, csv) == 1;
}

/* A quoted cell ends at a quote with a separator or the line's end after it: SSB writes the quotes inside a label as
 * they are, and a label that ends with one looks like a doubled quote to a strict reader. FALSE when a quote stays
 * open. */
static gboolean
split_line (UtCsv *csv, const Line *line) {
  const char *at = line->text, *end = line->text + line->length;
  clear_record (csv);
  for (;;) {
    gboolean quoted = at < end && *at == '"';
    const char *begin = at + quoted, *stop = begin;
    while (stop < end
           && !(quoted ? *stop == '"' && (stop + 1 == end || stop[1] == csv->separator) : *stop == csv->separator))
      stop++;
    if (quoted && stop == end)
      return FALSE;
    add_cell (csv, begin, (gsize) (stop - begin));
    at = stop + quoted;
    if (at >= end)
      break;
    at++;
  }
  return csv->expected == 0 || csv->offsets->len == csv->expected;
}

static const char *
line_fault (const UtCsv *csv, const Line *line) {
  if (line->length > UT_MAX_LINE_BYTES)
    return _ ("the line is longer than 10 MB");
  if (memchr (line->text, '\0', line->length) != NULL)
    return _ ("a NUL byte in the line");
  if (csv->may_be_invalid && !g_utf8_validate_len (line->text, line->length, NULL))
    return _ ("the line is not valid UTF-8");
  return NULL;
}

/* Reads the record that begins at `first`; csv->position and csv->line are moved past it. */
static const char *
read_record (UtCsv *csv, const Line *first) {
  csv->position = first->next;
  csv->line++;
  const char *fault = line_fault (csv, first);
  clear_record (csv);
  if (fault != NULL)
    return fault;
  gboolean fed = feed (csv, first);
  if (csv->complete) {
    /* Two labels that end with a quote can look like one cell. */
    if (csv->expected != 0 && csv->offsets->len != csv->expected && !split_line (csv, first)) {
      clear_record (csv);
      feed (csv, first);
    }
    return NULL;
  }
  csv_free (&csv->parser);
  start_parser (csv);
  if (!fed)
    return _ ("the line cannot be taken apart");
  if (split_line (csv, first))
    return NULL;

  /* A quote is open: the record goes on over the next lines, if it closes soon. */
  clear_record (csv);
  feed (csv, first);
  Line line = *first;
  guint n_lines = 1;
  while (!csv->complete && n_lines < MAX_RECORD_LINES && get_line (csv->text, line.next, &line)
         && line_fault (csv, &line) == NULL && feed (csv, &line))
    n_lines++;
  if (csv->complete) {
    csv->position = line.next;
    csv->line += n_lines - 1;
    return NULL;
  }
  csv_free (&csv->parser);
  start_parser (csv);
  return _ ("a quote is not closed");
}

gboolean
ut_csv_next (UtCsv *csv, UtCsvRecord *record) {
  Line line;
  *record = (UtCsvRecord){ 0 };
  for (;; csv->position = line.next, csv->line++) {
    if (!get_line (csv->text, csv->position, &line))
      return FALSE;
    if (!is_blank (&line, csv->separator))
      break;
  }
  record->line = csv->line;
  record->fault = read_record (csv, &line);
  if (record->fault != NULL)
    return TRUE;
  g_ptr_array_set_size (csv->cells, 0);
  for (guint i = 0; i < csv->offsets->len; i++)
    g_ptr_array_add (csv->cells, ut_trim_in_place (csv->content->str + g_array_index (csv->offsets, gsize, i)));
  record->n_cells = csv->cells->len;
  record->cells = (const char *const *) csv->cells->pdata;
  return TRUE;
}
