/* Files as a PxWeb server may write them, made at random, read by 1, 2 and 5 threads and by a splitter that does
 * nothing clever: the same rows come out of all. */
#include <glib/gstdio.h>
#include <locale.h>
#include <pthread.h>
#include <string.h>
#include <utsyn/language.h>

#include "base/text.h"
#include "import/importer.h"

#define MAX_COLUMNS 12

static guint
below (guint n) {
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

static gboolean
one_in (guint n) {
  return below (n) == 0;
}

/* What was read: a text a row, in the order of the lines */

typedef struct {
  pthread_mutex_t lock;
  GPtrArray *rows;
  guint n_dimensions, n_columns;
} Taken;

typedef struct {
  Taken *taken;
  UtDictionary *const *dictionaries;
} Taker;

static gboolean
on_layout (gpointer user, const UtCellLayout *layout, GError **error) {
  Taken *taken = user;
  (void) error;
  taken->n_dimensions = layout->n_dimensions;
  taken->n_columns = layout->n_columns;
  return TRUE;
}

static GPtrArray *takers;

static gpointer
on_collector (gpointer user, UtDictionary *const *dictionaries) {
  Taker *taker = g_new (Taker, 1);
  *taker = (Taker){ user, dictionaries };
  g_ptr_array_add (takers, taker);
  return taker;
}

static void
keep (Taken *taken, char *row) {
  pthread_mutex_lock (&taken->lock);
  g_ptr_array_add (taken->rows, row);
  pthread_mutex_unlock (&taken->lock);
}

static void
on_row (gpointer user, const UtCellRow *row) {
  const Taker *taker = user;
  GString *text = g_string_new (NULL);
  g_string_append_printf (text, "%09u:", row->line);
  for (guint i = 0; i < taker->taken->n_dimensions; i++)
    g_string_append_printf (text, " %s |", ut_dictionary_label (taker->dictionaries[i], row->labels[i]));
  for (guint i = 0; i < taker->taken->n_columns; i++)
    g_string_append_printf (text, " <%s>", row->values[i]);
  keep (taker->taken, g_string_free (text, FALSE));
}

static void
on_bad_row (gpointer user, guint line, const char *why) {
  g_assert_true (*why != '\0');
  keep (((Taker *) user)->taken, g_strdup_printf ("%09u: bad", line));
}

static int
compare_texts (gconstpointer a, gconstpointer b) {
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
read_rows (const char *path, const UtReadHints *told, guint n_threads) {
  Taken taken = { .rows = g_ptr_array_new_with_free_func (g_free) };
  pthread_mutex_init (&taken.lock, NULL);
  takers = g_ptr_array_new_with_free_func (g_free);
  const UtCellSink sink
      = { .layout = on_layout, .collector = on_collector, .row = on_row, .bad_row = on_bad_row, .user = &taken };
  UtReadHints hints = *told;
  UtFileForm form = { 0 };
  g_autoptr (GError) error = NULL;
  hints.n_threads = n_threads;
  ut_importer_find ("pxweb-csv")->read (path, &hints, &sink, &form, &error);
  g_assert_no_error (error);
  g_ptr_array_unref (takers);
  pthread_mutex_destroy (&taken.lock);
  g_ptr_array_sort (taken.rows, compare_texts);
  return taken.rows;
}

/* A file made at random */

typedef struct {
  GString *text; /* UTF-8, with NUL characters */
  char separator;
  guint n_columns;
  gboolean is_value[MAX_COLUMNS];
  guint first_line; /* of the rows */
  gboolean latin1, crlf;
  GPtrArray *labels;
  guint current[MAX_COLUMNS];
} File;

static void
make_labels (File *file) {
  static const char *const pieces[]
      = { "Oslo", "Bærum", "0301", "Ål", "\"ny\"", " ", "(-2019)", "år", "\"\"", "Øst", "x" };
  guint n = 2 + below (one_in (4) ? 2000 : 40);
  file->labels = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++) {
    GString *label = g_string_new (NULL);
    for (guint k = below (5); k > 0; k--)
      g_string_append (label, pieces[below (G_N_ELEMENTS (pieces))]);
    if (one_in (3))
      g_string_append_printf (label, "%c%u", one_in (2) ? file->separator : ',', i);
    else
      g_string_append_printf (label, " %u", i);
    if (!file->latin1 && one_in (10))
      g_string_append (label, " – 𝄞");
    g_ptr_array_add (file->labels, g_string_free (label, FALSE));
  }
}

static void
add_label (File *file, guint i) {
  if (one_in (3))
    file->current[i] = one_in (2) ? (file->current[i] + 1) % file->labels->len : below (file->labels->len);
  const char *label = g_ptr_array_index (file->labels, file->current[i]);
  if (strchr (label, file->separator) == NULL && *label != '"' && one_in (4))
    g_string_append (file->text, label);
  else
    g_string_append_printf (file->text, "\"%s%s\"", label, one_in (20) ? "  " : "");
}

static void
add_value (File *file) {
  static const char *const signs[] = { "",
                                       ".",
                                       "..",
                                       ":",
                                       "-",
                                       "\"12\"",
                                       " 7 ",
                                       "\"\"",
                                       "1\u00a0234",
                                       "rundt 5",
                                       "\"a\"b\"",
                                       "\xc2\xa0",
                                       "12345678901234567890",
                                       "ikke tall æ" };
  if (one_in (4))
    g_string_append (file->text, signs[below (G_N_ELEMENTS (signs))]);
  else
    g_string_append_printf (file->text, "%u%s", below (one_in (2) ? 10 : 100000), one_in (3) ? ".5" : "");
}

static void
add_rag (File *file) {
  static const char *const tails[] = { "", "", " ", "x", "\"\"", "\"y\"" };
  for (guint n = 1 + below (3); n > 0; n--)
    g_string_append_printf (file->text, "%c%s", file->separator, tails[below (G_N_ELEMENTS (tails))]);
}

static void
end_line (File *file) {
  g_string_append (file->text, file->crlf != one_in (50) ? "\r\n" : "\n");
}

static void
add_row (File *file) {
  gsize start = file->text->len;
  /* A first row without a cell would make a title of the headings. */
  guint n = one_in (40) ? 1 + below (file->n_columns - 1) : file->n_columns;
  for (guint i = 0; i < n; i++) {
    if (i > 0)
      g_string_append_c (file->text, file->separator);
    if (file->is_value[i])
      add_value (file);
    else
      add_label (file, i);
  }
  if (one_in (15))
    add_rag (file);
  if (one_in (60))
    g_string_append_printf (file->text, "%c\"open", file->separator);
  if (one_in (60) && file->text->len > start) {
    gsize at = start + below ((guint) (file->text->len - start));
    if ((guchar) file->text->str[at] < 0x80)
      file->text->str[at] = '\0';
  }
  end_line (file);
  if (one_in (30)) {
    g_string_append (file->text, one_in (2) ? "" : "   ");
    end_line (file);
  }
}

static void
add_header (File *file) {
  file->first_line = 2;
  if (one_in (3)) {
    g_string_append (file->text, "\"07459: Folkemengde, etter region; alder og år\"");
    end_line (file);
    end_line (file);
    file->first_line = 4;
  }
  for (guint i = 0; i < file->n_columns; i++)
    g_string_append_printf (file->text, "%s\"%c%c\"", i > 0 ? (char[]){ file->separator, '\0' } : "",
                            file->is_value[i] ? 'v' : 'd', 'a' + (int) i);
  end_line (file);
}

static void
make_file (File *file, guint n_rows) {
  static const char separators[] = { ';', ',', '\t' };
  *file = (File){ .text = g_string_new (NULL), .separator = separators[below (3)], .n_columns = 2 + below (9) };
  file->latin1 = one_in (3);
  file->crlf = one_in (2);
  guint first_value = one_in (2) ? 1 + below (file->n_columns - 1) : file->n_columns - 1;
  for (guint i = 0; i < file->n_columns; i++)
    file->is_value[i] = i == first_value || (i > 0 && one_in (3));
  make_labels (file);
  add_header (file);
  for (guint i = 0; i < n_rows; i++)
    add_row (file);
  if (one_in (2))
    g_string_truncate (file->text, file->text->len - 1);
}

static void
clear_file (File *file) {
  g_string_free (file->text, TRUE);
  g_ptr_array_unref (file->labels);
}

static void
add_unit (GString *bytes, guint unit, gboolean big_endian) {
  g_string_append_c (bytes, (char) (big_endian ? unit >> 8 : unit & 0xff));
  g_string_append_c (bytes, (char) (big_endian ? unit & 0xff : unit >> 8));
}

/* In one of the encodings that can be told from the bytes. */
static GString *
encode (const File *file) {
  guint kind = file->latin1 ? 0 : 1 + below (6);
  GString *bytes = g_string_new (kind == 2 ? "\xef\xbb\xbf" : NULL);
  if (kind == 1 || kind == 2)
    return g_string_append_len (bytes, file->text->str, (gssize) file->text->len);
  gboolean big_endian = kind % 2 == 0;
  if (kind >= 5)
    add_unit (bytes, 0xfeff, big_endian);
  for (const char *at = file->text->str; at < file->text->str + file->text->len;) {
    gunichar c = *at == '\0' ? 0 : g_utf8_get_char (at);
    at = *at == '\0' ? at + 1 : g_utf8_next_char (at);
    if (kind == 0) {
      g_string_append_c (bytes, (char) c);
    } else if (c < 0x10000) {
      add_unit (bytes, c, big_endian);
    } else {
      add_unit (bytes, 0xd800 + ((c - 0x10000) >> 10), big_endian);
      add_unit (bytes, 0xdc00 + ((c - 0x10000) & 0x3ff), big_endian);
    }
  }
  return bytes;
}

/* The splitter that does nothing clever */

/* The cells of a line, quotes taken off; NULL when one stays open. */
static GPtrArray *
split_cells (const char *line, gsize length, char separator) {
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  gsize at = 0;
  for (gboolean more = TRUE; more;) {
    g_autoptr (GString) cell = g_string_new (NULL);
    gboolean quoted = at < length && line[at] == '"', closed = !quoted;
    for (at += quoted; at < length; at++) {
      gboolean last = at + 1 == length || line[at + 1] == separator;
      if (quoted ? line[at] == '"' && last : line[at] == separator) {
        closed = TRUE;
        at += quoted;
        break;
      }
      g_string_append_c (cell, line[at]);
    }
    if (!closed)
      return NULL;
    more = at < length;
    at++;
    g_string_replace (cell, "\xc2\xa0", " ", 0);
    g_string_replace (cell, "\t", " ", 0);
    g_ptr_array_add (cells, ut_text_trim (cell->str));
  }
  return g_steal_pointer (&cells);
}

static char *
describe_line (const File *file, const char *line, gsize length, guint number) {
  g_autoptr (GPtrArray) cells = split_cells (line, length, file->separator);
  gboolean bad = cells == NULL || memchr (line, '\0', length) != NULL || cells->len < file->n_columns;
  for (guint i = file->n_columns; !bad && i < cells->len; i++)
    bad = *(const char *) g_ptr_array_index (cells, i) != '\0';
  GString *text = g_string_new (NULL);
  g_string_append_printf (text, "%09u:%s", number, bad ? " bad" : "");
  for (guint i = 0; !bad && i < file->n_columns; i++) {
    if (file->is_value[i])
      continue;
    g_auto (GStrv) halves = g_strsplit (g_ptr_array_index (cells, i), "\"\"", -1);
    g_autofree char *merged = g_strjoinv ("\"", halves);
    g_string_append_printf (text, " %s |", merged);
  }
  for (guint i = 0; !bad && i < file->n_columns; i++)
    if (file->is_value[i])
      g_string_append_printf (text, " <%s>", (const char *) g_ptr_array_index (cells, i));
  return g_string_free (text, FALSE);
}

static gboolean
is_blank (const char *line, gsize length, char separator) {
  for (gsize i = 0; i < length; i++)
    if (line[i] != ' ' && !(line[i] == '\t' && separator != '\t'))
      return FALSE;
  return TRUE;
}

static GPtrArray *
expect_rows (const File *file) {
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);
  const char *at = file->text->str, *end = at + file->text->len;
  for (guint number = 1; at < end; number++) {
    const char *stop = memchr (at, '\n', (gsize) (end - at));
    if (stop == NULL)
      stop = end;
    gsize length = (gsize) (stop - at);
    while (length > 0 && at[length - 1] == '\r')
      length--;
    if (number >= file->first_line && !is_blank (at, length, file->separator))
      g_ptr_array_add (rows, describe_line (file, at, length, number));
    at = stop + 1;
  }
  return rows;
}

static char **
list_headings (const File *file, gboolean values) {
  GPtrArray *list = g_ptr_array_new ();
  for (guint i = 0; i < file->n_columns; i++)
    if (file->is_value[i] == values)
      g_ptr_array_add (list, g_strdup_printf ("%c%c", values ? 'v' : 'd', 'a' + (int) i));
  g_ptr_array_add (list, NULL);
  return (char **) g_ptr_array_free (list, FALSE);
}

static void
check_same (const GPtrArray *rows, const GPtrArray *expected) {
  for (guint i = 0; i < MIN (rows->len, expected->len); i++)
    g_assert_cmpstr (g_ptr_array_index (rows, i), ==, g_ptr_array_index (expected, i));
  g_assert_cmpuint (rows->len, ==, expected->len);
}

static void
check_file (const char *path, guint n_rows) {
  static const guint n_threads[] = { 1, 2, 5 };
  File file;
  make_file (&file, n_rows);
  g_autoptr (GString) bytes = encode (&file);
  g_assert_true (g_file_set_contents (path, bytes->str, (gssize) bytes->len, NULL));
  g_auto (GStrv) values = list_headings (&file, TRUE), labels = list_headings (&file, FALSE);
  const UtReadHints hints
      = { .value_columns = (const char *const *) values, .label_columns = (const char *const *) labels };
  g_autoptr (GPtrArray) expected = expect_rows (&file);
  for (gsize i = 0; i < G_N_ELEMENTS (n_threads); i++) {
    g_autoptr (GPtrArray) rows = read_rows (path, &hints, n_threads[i]);
    check_same (rows, expected);
  }
  clear_file (&file);
}

static void
test_same_rows (void) {
  g_autofree char *folder = g_dir_make_tmp ("utsyn-lines-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.csv", NULL);
  for (guint i = 0; i < 300; i++)
    check_file (path, 1 + below (60));
  for (guint i = 0; i < 3; i++)
    check_file (path, 15000 + below (15000));
  g_unlink (path);
  g_rmdir (folder);
}

/* A cell too many is never left out unseen, whatever stands after it. */
static void
test_cells_too_many (void) {
  static const char *const values[] = { "va", NULL };
  const UtReadHints hints = { .value_columns = values };
  g_autofree char *folder = g_dir_make_tmp ("utsyn-lines-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.csv", NULL);
  g_assert_true (g_file_set_contents (
      path, "\"da\";\"va\"\n\"A\";1;x;\n\"A\";2;;\n\"A\";3; ;\n\"A\";4;;x;;\n\"A\";5;;x\n", -1, NULL));
  g_autoptr (GPtrArray) rows = read_rows (path, &hints, 1);
  g_ptr_array_add (rows, NULL);
  g_autofree char *text = g_strjoinv ("\n", (char **) rows->pdata);
  g_assert_cmpstr (text, ==, "000000002: bad\n000000003: A | <2>\n000000004: A | <3>\n000000005: bad\n000000006: bad");
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv) {
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ut_language_set_messages (UT_LANGUAGE_EN);
  g_test_add_func ("/import/lines/too-many-cells", test_cells_too_many);
  g_test_add_func ("/import/lines/same-rows", test_same_rows);
  return g_test_run ();
}
