#include "import/shape/lines.h"

#include <pthread.h>
#include <string.h>

#include "base/i18n.h"
#include "base/pool.h"
#include "import/bytes/trim.h"
#include "import/shape/rows.h"

#define DERIVED_LABEL_BYTES 512

/* Where a cell stands in its line. */
typedef struct {
  guint32 start; /* of the cell, its quote included */
  guint32 begin; /* of its text */
  guint32 length;
} Cell;

/* One thread. */
typedef struct {
  const UtGrid *grid;
  UtBlocks *blocks;
  const UtCellSink *sink;
  gpointer collector;
  UtBytes kind;
  char separator;
  guint first_line;
  UtDictionary **dictionaries; /* [n_dimensions] */
  GArray **successors;         /* [n_dimensions] guint32 by code: the label that came after it last time */
  guint32 *codes;              /* [n_dimensions] */
  const char **values;         /* [n_value_columns] */
  guint16 *qualities;
  const char **texts; /* [n_headings] labels as text, for the derived one */
  Cell *cells;        /* [n_headings + 1] of the last good line */
  guint first_figure; /* column before which all are labels */
  GPtrArray *scratch; /* values that had to be written anew */
  UtBlock block;
  gboolean has_nul; /* somewhere in the block */
} Worker;

typedef struct {
  char *text;
  guint32 length;
} Line;

/* What the threads share. */
typedef struct {
  UtBlocks *blocks;
  const UtGrid *grid;
  const UtCellSink *sink;
  char separator;
  guint first_line;
  pthread_mutex_t lock; /* around the making of collectors */
  Worker **workers;
} Job;

static guint32
common_bytes (const char *a, const char *b, guint32 length) {
  guint32 i = 0;
  for (; i + 8 <= length; i += 8) {
    guint64 x, y;
    memcpy (&x, a + i, 8);
    memcpy (&y, b + i, 8);
    if (x != y)
      return i + (guint32) __builtin_ctzll (GUINT64_TO_LE (x ^ y)) / 8;
  }
  while (i < length && a[i] == b[i])
    i++;
  return i;
}

/* The cell that begins at `start`. A quoted one ends at a quote with the separator or the line's end after it: quotes
 * inside are written as they are. FALSE when the quote stays open. */
static gboolean
find_cell (const Line *line, char separator, guint32 start, Cell *cell, guint32 *next) {
  const char *text = line->text;
  guint32 i = start, end = line->length;
  if (i < end && text[i] == '"') {
    for (i++; i < end && !(text[i] == '"' && (i + 1 == end || text[i + 1] == separator)); i++)
      ;
    *cell = (Cell){ start, start + 1, i - start - 1 };
    *next = i + 2;
    return i < end;
  }
  while (i < end && text[i] != separator)
    i++;
  *cell = (Cell){ start, start, i - start };
  *next = i + 1;
  return TRUE;
}

/* Doubled quotes are one: some programs write them so after all. */
static void
merge_quotes (char *text) {
  char *to = text;
  for (const char *from = text; *from != '\0'; from++) {
    *to++ = *from;
    if (from[0] == '"' && from[1] == '"')
      from++;
  }
  *to = '\0';
}

/* UT_LABEL_NONE when the bytes are no text. */
static guint32
learn_label (const Worker *worker, UtDictionary *dictionary, const char *bytes, guint32 length) {
  g_autofree char *text = ut_bytes_to_text (worker->kind, bytes, length);
  if (text == NULL)
    return UT_LABEL_NONE;
  merge_quotes (text);
  return ut_dictionary_spell (dictionary, bytes, length, ut_trim_in_place (text));
}

/* The columns of a cube go round in the same order, so what came after a label is likely to come after it again. */
static guint32
find_label (Worker *worker, guint dimension, const char *bytes, guint32 length) {
  UtDictionary *dictionary = worker->dictionaries[dimension];
  GArray *successors = worker->successors[dimension];
  guint32 last = worker->codes[dimension];
  guint32 guess = last < successors->len ? g_array_index (successors, guint32, last) : 0;
  if (ut_dictionary_is_spelt (dictionary, guess, bytes, length))
    return guess;
  guint32 code = ut_dictionary_spelt (dictionary, bytes, length);
  if (code == UT_LABEL_NONE)
    code = learn_label (worker, dictionary, bytes, length);
  if (code == UT_LABEL_NONE || last == UT_LABEL_NONE)
    return code;
  if (last >= successors->len)
    g_array_set_size (successors, ut_dictionary_count (dictionary) + 1);
  g_array_index (successors, guint32, last) = code;
  return code;
}

/* Neither blanks around it, nor a control character, nor a letter beyond ASCII. A figure is a few bytes: one word, for
 * a block is padded. */
static gboolean
is_plain (const char *bytes, guint32 length) {
  static const guint64 blanks = 0x2020202020202020u, tops = 0x8080808080808080u;
  guint64 word = 0;
  if (length == 0)
    return TRUE;
  if (length <= sizeof word) {
    memcpy (&word, bytes, sizeof word);
    word = GUINT64_TO_LE (word) << (64 - 8 * length);
    word |= length < sizeof word ? blanks >> (8 * length) : 0;
    word |= (word - blanks) & ~word;
  }
  for (guint32 i = 0; length > sizeof word && i < length; i++)
    word |= bytes[i] < ' ' ? tops : 0;
  return (word & tops) == 0 && bytes[0] > ' ' && bytes[length - 1] > ' ';
}

/* A value cell as text; the byte after it, a separator or a quote, makes room for its end. NULL when it is none. */
static const char *
take_value (Worker *worker, Line *line, const Cell *cell) {
  char *bytes = line->text + cell->begin;
  if (G_LIKELY (is_plain (bytes, cell->length))) {
    bytes[cell->length] = '\0';
    return bytes;
  }
  char *text = ut_bytes_to_text (worker->kind, bytes, cell->length);
  if (text == NULL)
    return NULL;
  g_ptr_array_add (worker->scratch, text);
  return ut_trim_in_place (text);
}

static void
set_derived (Worker *worker) {
  const UtGrid *grid = worker->grid;
  char derived[DERIVED_LABEL_BYTES];
  for (guint i = 0; i < grid->n_columns; i++) {
    const UtGridPlace place = grid->places[i];
    worker->texts[i] = place.role == UT_GRID_LABEL
                           ? ut_dictionary_label (worker->dictionaries[place.number], worker->codes[place.number])
                           : NULL;
  }
  grid->format->derive (worker->texts, grid->derived_from, derived, sizeof derived);
  worker->codes[0] = ut_dictionary_code (worker->dictionaries[0], derived);
}

static void
complain (Worker *worker, guint number, const char *why) {
  worker->sink->bad_row (worker->collector, number, why);
}

/* Nothing but blanks, in any of the ways to write one. */
static gboolean
is_empty (const Worker *worker, const Line *line, const Cell *cell) {
  if (cell->length == 0)
    return TRUE;
  g_autofree char *text = ut_bytes_to_text (worker->kind, line->text + cell->begin, cell->length);
  return text != NULL && *ut_trim_in_place (text) == '\0';
}

/* Splits the line from its first cell that differs from the last line's. The cells there are; 0 when a quote is open.
 */
static guint
split (Worker *worker, const Line *line, guint first_changed) {
  const guint n_columns = worker->grid->n_columns;
  gboolean too_many = FALSE;
  guint n = first_changed;
  for (guint32 at = first_changed > 0 ? worker->cells[first_changed].start : 0; at <= line->length; n++) {
    Cell *cell = &worker->cells[MIN (n, n_columns)];
    if (!find_cell (line, worker->separator, at, cell, &at))
      return 0;
    too_many = too_many || (n >= n_columns && !is_empty (worker, line, cell));
  }
  /* Separators at the end of a line make empty cells that the header does not have. */
  return too_many ? n : MIN (n, n_columns);
}

/* FALSE when the cell is no text. */
static gboolean
take_cell (Worker *worker, Line *line, guint i, const Cell *cell) {
  const UtGridPlace place = worker->grid->places[i];
  if (place.role == UT_GRID_VALUE) {
    worker->values[place.number] = take_value (worker, line, cell);
    return worker->values[place.number] != NULL;
  }
  if (place.role == UT_GRID_LABEL) {
    guint32 code = find_label (worker, place.number, line->text + cell->begin, cell->length);
    if (code == UT_LABEL_NONE)
      return FALSE;
    worker->codes[place.number] = code;
  } else if (place.role == UT_GRID_BREAK && cell->length > 0) {
    worker->qualities[place.number] |= UT_QUALITY_BREAK;
  }
  return TRUE;
}

/* Labels that did not change keep their codes; figures are taken from every line. */
static gboolean
take_cells (Worker *worker, Line *line, guint first_changed, guint n_cells) {
  const UtGrid *grid = worker->grid;
  if (grid->has_breaks)
    memset (worker->qualities, 0, grid->layout.n_columns * sizeof *worker->qualities);
  for (guint i = worker->first_figure; i < first_changed; i++)
    if (grid->places[i].role != UT_GRID_LABEL && !take_cell (worker, line, i, &worker->cells[i]))
      return FALSE;
  for (guint i = first_changed; i < n_cells; i++)
    if (!take_cell (worker, line, i, &worker->cells[i]))
      return FALSE;
  const Cell nothing = { .begin = line->length };
  for (guint i = n_cells; i < grid->n_columns; i++)
    if (!take_cell (worker, line, i, &nothing))
      return FALSE;
  return TRUE;
}

/* Cells of the last line that this one has too, their separators included. */
static guint
count_unchanged (const Worker *worker, const Line *line, const Line *last) {
  if (last->text == NULL)
    return 0;
  guint32 common = common_bytes (line->text, last->text, MIN (line->length, last->length));
  guint n = 0;
  while (n + 1 < worker->grid->n_columns && worker->cells[n + 1].start <= common)
    n++;
  return n;
}

/* Whether the line could be taken; the next one may be compared with it. */
static gboolean
take_line (Worker *worker, Line *line, const Line *last, guint number) {
  const UtGrid *grid = worker->grid;
  if (line->length > UT_MAX_LINE_BYTES) {
    complain (worker, number, _ ("the line is longer than 10 MB"));
    return FALSE;
  }
  guint first_changed = count_unchanged (worker, line, last);
  guint n_cells = split (worker, line, first_changed);
  if (n_cells == 0) {
    complain (worker, number, _ ("a quote is not closed"));
    return FALSE;
  }
  if (n_cells != grid->n_columns && !(grid->format->short_rows && n_cells < grid->n_columns)) {
    g_autofree char *why = ut_rows_misfit (n_cells, grid->n_columns);
    complain (worker, number, why);
    return FALSE;
  }
  if (worker->has_nul && memchr (line->text, '\0', line->length) != NULL) {
    complain (worker, number, _ ("a NUL byte in the line"));
    return FALSE;
  }
  if (!take_cells (worker, line, first_changed, n_cells)) {
    complain (worker, number, _ ("the line is not valid UTF-8"));
    return FALSE;
  }
  if (grid->format->derive != NULL)
    set_derived (worker);
  const UtCellRow row = { .line = number,
                          .labels = worker->codes,
                          .values = worker->values,
                          .qualities = grid->has_breaks ? worker->qualities : NULL };
  worker->sink->row (worker->collector, &row);
  if (worker->scratch->len > 0)
    g_ptr_array_set_size (worker->scratch, 0);
  return n_cells == grid->n_columns;
}

static gboolean
is_blank (const Line *line, char separator) {
  for (guint32 i = 0; i < line->length; i++)
    if (line->text[i] != ' ' && line->text[i] != '\r' && (line->text[i] != '\t' || separator == '\t'))
      return FALSE;
  return TRUE;
}

static void
take_block (Worker *worker) {
  char *at = worker->block.text, *end = at + worker->block.length;
  guint number = worker->block.first_line;
  worker->has_nul = memchr (at, '\0', worker->block.length) != NULL;
  Line last = { 0 };
  for (; at < end; number++) {
    char *stop = memchr (at, '\n', (gsize) (end - at));
    Line line = { at, (guint32) MIN (stop - at, G_MAXUINT32) };
    at = stop + 1;
    while (line.length > 0 && line.text[line.length - 1] == '\r')
      line.length--;
    if (number < worker->first_line || is_blank (&line, worker->separator))
      continue;
    last = take_line (worker, &line, &last, number) ? line : (Line){ 0 };
  }
}

static Worker *
new_worker (Job *job) {
  const UtGrid *grid = job->grid;
  const UtCellLayout *layout = &grid->layout;
  Worker *worker = g_new0 (Worker, 1);
  worker->grid = grid;
  worker->blocks = job->blocks;
  worker->sink = job->sink;
  worker->kind = ut_blocks_kind (job->blocks);
  worker->separator = job->separator;
  worker->first_line = job->first_line;
  worker->dictionaries = g_new0 (UtDictionary *, layout->n_dimensions + 1);
  worker->successors = g_new0 (GArray *, layout->n_dimensions + 1);
  worker->codes = g_new (guint32, layout->n_dimensions + 1);
  for (guint i = 0; i < layout->n_dimensions; i++) {
    worker->dictionaries[i] = ut_dictionary_new ();
    worker->successors[i] = g_array_new (FALSE, TRUE, sizeof (guint32));
    worker->codes[i] = UT_LABEL_NONE;
  }
  worker->values = g_new0 (const char *, layout->n_columns + 1);
  worker->qualities = g_new0 (guint16, layout->n_columns + 1);
  worker->texts = g_new0 (const char *, grid->n_columns + 1);
  worker->cells = g_new0 (Cell, grid->n_columns + 1);
  while (worker->first_figure < grid->n_columns && grid->places[worker->first_figure].role == UT_GRID_LABEL)
    worker->first_figure++;
  worker->scratch = g_ptr_array_new_with_free_func (g_free);
  pthread_mutex_lock (&job->lock);
  worker->collector = job->sink->collector (job->sink->user, worker->dictionaries);
  pthread_mutex_unlock (&job->lock);
  return worker;
}

static void
free_worker (Worker *worker) {
  for (guint i = 0; i < worker->grid->layout.n_dimensions; i++) {
    ut_dictionary_free (worker->dictionaries[i]);
    g_array_unref (worker->successors[i]);
  }
  g_free (worker->dictionaries);
  g_free (worker->successors);
  g_free (worker->codes);
  g_free (worker->values);
  g_free (worker->qualities);
  g_free (worker->texts);
  g_free (worker->cells);
  g_ptr_array_unref (worker->scratch);
  ut_block_clear (&worker->block);
  g_free (worker);
}

/* Each thread makes what it writes in, so that it comes from the thread's own part of the heap and shares no cache line
 * with another's. */
static void
work (gpointer user, guint task, guint number) {
  Job *job = user;
  Worker *worker = job->workers[task] = new_worker (job);
  (void) number;
  while (ut_blocks_next (worker->blocks, &worker->block)) {
    if (worker->block.too_long)
      complain (worker, worker->block.first_line, _ ("the line is longer than 10 MB"));
    else
      take_block (worker);
  }
}

gboolean
ut_lines_read (UtBlocks *blocks, const UtGrid *grid, char separator, guint first_line, guint n_threads,
               const UtCellSink *sink, GError **error) {
  guint n = MAX (n_threads, 1);
  Job job = { .blocks = blocks, .grid = grid, .sink = sink, .separator = separator, .first_line = first_line };
  job.workers = g_new0 (Worker *, n);
  pthread_mutex_init (&job.lock, NULL);
  ut_pool_run (n, n, work, &job);
  pthread_mutex_destroy (&job.lock);
  for (guint i = 0; i < n; i++)
    free_worker (job.workers[i]);
  g_free (job.workers);
  return ut_blocks_check (blocks, error);
}
