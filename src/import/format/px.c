/* `px`: PC-Axis files (.px). Every variable becomes a label column and every figure a row; signs are the ones the file
 * says its symbols stand for. */
#include <string.h>
#include <utsyn/error.h>

#include "base/hash.h"
#include "base/i18n.h"
#include "import/bytes/px_grammar.h"
#include "import/format/formats.h"
#include "import/format/px_variable.h"
#include "import/shape/rows.h"

/* "." … "......" are symbols 1 to 6, seven dots a sum that cannot be given. */
#define N_DOTS 7

/* So many figures that are not written would be made of a few lines of text. */
#define MOST_LEFT_OUT (5 * 1000 * 1000)

typedef struct {
  UtPx *px;
  const char *shown;
  const UtPxVariables *variables;
  UtRows *rows;
  const char *signs[N_DOTS]; /* what the dots stand for; NULL: themselves */
  const char *nil;
  guint64 width;       /* figures in a row */
  guint64 n_figures;   /* in the whole table */
  guint *position;     /* [n_variables] of the figure to come */
  const char **labels; /* [n_variables] */
} Cube;

static void
clear_cube (Cube *cube) {
  g_free (cube->position);
  g_free (cube->labels);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cube, clear_cube)

static void
read_signs (Cube *cube) {
  static const char *const keywords[N_DOTS]
      = { "DATASYMBOL1", "DATASYMBOL2", "DATASYMBOL3", "DATASYMBOL4", "DATASYMBOL5", "DATASYMBOL6", "DATASYMBOLSUM" };
  for (guint i = 0; i < N_DOTS; i++)
    cube->signs[i] = ut_px_text (cube->px, keywords[i], NULL);
  cube->nil = ut_px_text (cube->px, "DATASYMBOLNIL", NULL);
}

static gboolean
is_symbol (const char *text) {
  gsize n_dots = strspn (text, ".");
  return strcmp (text, "-") == 0 || (n_dots > 0 && n_dots <= N_DOTS && text[n_dots] == '\0');
}

static const char *
sign_or_figure (const Cube *cube, const char *text) {
  if (!is_symbol (text))
    return text;
  const char *sign = *text == '-' ? cube->nil : cube->signs[strlen (text) - 1];
  return sign != NULL ? sign : text;
}

static gboolean
measure (Cube *cube, GError **error) {
  const UtPxVariables *variables = cube->variables;
  guint64 n_rows = 1;
  cube->width = 1;
  gboolean countable = TRUE;
  for (guint i = 0; i < variables->n_variables && countable; i++) {
    guint64 *product = i < variables->n_stub ? &n_rows : &cube->width;
    countable = g_uint64_checked_mul (product, *product, variables->variables[i].n_labels);
  }
  if (countable && g_uint64_checked_mul (&cube->n_figures, n_rows, cube->width))
    return TRUE;
  ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s:%u: the table is too large to be counted"), cube->shown,
                ut_px_line (cube->px, "STUB", NULL));
  return FALSE;
}

static void
add_figure (const Cube *cube, guint line, const char *text) {
  for (guint i = 0; i < cube->variables->n_variables; i++)
    cube->labels[i] = cube->variables->variables[i].labels[cube->position[i]];
  const char *value = sign_or_figure (cube, text);
  ut_rows_add (cube->rows, line, cube->labels, &value, NULL);
}

/* The last variable runs fastest. */
static void
advance (Cube *cube) {
  for (guint i = cube->variables->n_variables; i > 0; i--) {
    if (++cube->position[i - 1] < cube->variables->variables[i - 1].n_labels)
      return;
    cube->position[i - 1] = 0;
  }
}

static void
tell_missing (const Cube *cube, guint line, guint64 n_read, guint64 n_wanted) {
  g_autofree char *missing = g_strdup_printf ("%" G_GUINT64_FORMAT, n_wanted - n_read);
  g_autofree char *wanted = g_strdup_printf ("%" G_GUINT64_FORMAT, n_wanted);
  g_autofree char *why = g_strdup_printf (_ ("figures missing: %s of %s"), missing, wanted);
  ut_rows_bad (cube->rows, line, why);
}

static void
tell_extra (const Cube *cube, guint line, guint64 n_extra) {
  g_autofree char *extra = g_strdup_printf ("%" G_GUINT64_FORMAT, n_extra);
  g_autofree char *why = g_strdup_printf (_ ("figures more than the variables have places for: %s"), extra);
  ut_rows_bad (cube->rows, line, why);
}

static void
read_dense (Cube *cube) {
  UtPxToken token;
  guint64 n_read = 0, n_extra = 0;
  guint row_line = 0, extra_line = 0;
  while (ut_px_next (cube->px, &token)) {
    if (n_read == cube->n_figures) {
      extra_line = n_extra++ == 0 ? token.line : extra_line;
      continue;
    }
    if (n_read++ % cube->width == 0)
      row_line = token.line;
    add_figure (cube, row_line, token.text);
    advance (cube);
  }
  if (n_read < cube->n_figures)
    tell_missing (cube, token.line, n_read, cube->n_figures);
  if (n_extra > 0)
    tell_extra (cube, extra_line, n_extra);
}

/* Numbers of the keys of each variable of the stub. */
static GPtrArray *
index_keys (const Cube *cube) {
  GPtrArray *indices = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < cube->variables->n_stub; i++) {
    const UtPxVariable *variable = &cube->variables->variables[i];
    GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint k = 0; k < variable->n_labels; k++)
      g_hash_table_insert (index, (gpointer) variable->keys[k], GUINT_TO_POINTER (k));
    g_ptr_array_add (indices, index);
  }
  return indices;
}

static gboolean
is_key (const UtPxToken *token) {
  return token->quoted && !is_symbol (token->text);
}

/* The keys that begin a row, of which `token` is the first. Why the row cannot be used, a new string, or NULL; `token`
 * is the word after the keys, `more` whether there is one. */
static char *
read_keys (Cube *cube, const GPtrArray *indices, UtPxToken *token, gboolean *more) {
  char *why = NULL;
  *more = TRUE;
  for (guint i = 0; i < cube->variables->n_stub && *more; i++) {
    gpointer number = NULL;
    if (!g_hash_table_lookup_extended (g_ptr_array_index (indices, i), token->text, NULL, &number) && why == NULL)
      why = g_strdup_printf (_ ("'%s' is no key of '%s'"), token->text, cube->variables->variables[i].name);
    cube->position[i] = GPOINTER_TO_UINT (number);
    *more = ut_px_next (cube->px, token);
  }
  for (guint i = cube->variables->n_stub; i < cube->variables->n_variables; i++)
    cube->position[i] = 0;
  return why;
}

/* The number of the row at the position, in the order of a table that leaves none out. */
static guint64
number_row (const Cube *cube) {
  guint64 number = 0;
  for (guint i = 0; i < cube->variables->n_stub; i++)
    number = number * cube->variables->variables[i].n_labels + cube->position[i];
  return number;
}

static void
go_to_row (Cube *cube, guint64 number) {
  for (guint i = cube->variables->n_variables; i > 0; i--) {
    guint n = cube->variables->variables[i - 1].n_labels;
    cube->position[i - 1] = i > cube->variables->n_stub ? 0 : (guint) (number % n);
    number /= i > cube->variables->n_stub ? 1 : n;
  }
}

static void
tell_left_out (const Cube *cube, guint line, guint64 n_rows, const char *why) {
  g_autofree char *n = g_strdup_printf ("%" G_GUINT64_FORMAT, n_rows);
  g_autofree char *what = g_strdup_printf (_ ("omitted rows that were not read as zeros: %s (%s)"), n, why);
  ut_rows_bad (cube->rows, line, what);
}

/* A file with KEYS leaves out the rows that have nothing but zeros (PC-Axis file format, KEYS). */
static void
add_left_out (Cube *cube, GHashTable *written, gboolean sound, guint last_line) {
  guint64 n_rows = cube->n_figures / cube->width, n_left = n_rows - g_hash_table_size (written);
  guint line = ut_px_line (cube->px, "KEYS", cube->variables->variables[0].name);
  if (n_left == 0)
    return;
  if (!ut_px_is_closed (cube->px))
    tell_left_out (cube, last_line, n_left, _ ("the file ends without a semicolon, it may have been cut off"));
  else if (!sound)
    tell_left_out (cube, line, n_left, _ ("some rows have keys that are none of the table's"));
  else if (n_left > MOST_LEFT_OUT / cube->width)
    tell_left_out (cube, line, n_left, _ ("they are too many"));
  else
    for (guint64 row = 0; row < n_rows; row++) {
      if (g_hash_table_contains (written, &row))
        continue;
      go_to_row (cube, row);
      for (guint64 i = 0; i < cube->width; i++, advance (cube))
        add_figure (cube, line, "0");
    }
}

static void
note_row (const Cube *cube, GHashTable *written) {
  guint64 number = number_row (cube);
  g_hash_table_add (written, g_memdup2 (&number, sizeof number));
}

/* Rows begin with their keys. */
static void
read_sparse (Cube *cube) {
  g_autoptr (GPtrArray) indices = index_keys (cube);
  g_autoptr (GHashTable) written = g_hash_table_new_full (ut_pair_hash, g_int64_equal, g_free, NULL);
  UtPxToken token;
  gboolean more = ut_px_next (cube->px, &token), sound = TRUE;
  while (more) {
    guint line = token.line;
    guint64 n_read = 0, n_extra = 0;
    g_autofree char *why = read_keys (cube, indices, &token, &more);
    if (why == NULL)
      note_row (cube, written);
    sound = sound && why == NULL;
    for (; more && !is_key (&token); more = ut_px_next (cube->px, &token)) {
      if (n_read == cube->width) {
        n_extra++;
        continue;
      }
      n_read++;
      if (why == NULL)
        add_figure (cube, line, token.text);
      advance (cube);
    }
    if (why != NULL)
      ut_rows_bad (cube->rows, line, why);
    else if (n_read < cube->width)
      tell_missing (cube, line, n_read, cube->width);
    if (n_extra > 0)
      tell_extra (cube, line, n_extra);
  }
  add_left_out (cube, written, sound, token.line);
}

static const char *
value_heading (const UtPx *px) {
  static const char *const keywords[] = { "CONTENTS", "TITLE", "MATRIX", "TABLEID" };
  for (gsize i = 0; i < G_N_ELEMENTS (keywords); i++) {
    const char *text = ut_px_text (px, keywords[i], NULL);
    if (text != NULL && *text != '\0')
      return text;
  }
  return "DATA";
}

static UtRows *
begin_rows (const Cube *cube, const UtCellSink *sink, GError **error) {
  const UtPxVariables *variables = cube->variables;
  const char *allowed = ut_px_text (cube->px, "AGGREGALLOWED", NULL);
  g_autofree char **headings = g_new0 (char *, variables->n_variables + 1);
  g_autofree char *name = g_strdup (value_heading (cube->px));
  UtCellColumn column = { .name = name, .contents = name };
  for (guint i = 0; i < variables->n_variables; i++)
    headings[i] = variables->variables[i].heading;
  const UtCellLayout layout = { .n_dimensions = variables->n_variables,
                                .dimensions = headings,
                                .region_dimension = variables->region,
                                .period_dimension = variables->period,
                                .n_columns = 1,
                                .columns = &column,
                                .not_addable = allowed != NULL && g_ascii_strcasecmp (allowed, "NO") == 0 };
  return ut_rows_begin (sink, &layout, error);
}

gboolean
ut_px_read (const char *path, const UtReadHints *hints, const UtCellSink *sink, UtFileForm *form, GError **error) {
  const char *shown = hints->shown != NULL ? hints->shown : path;
  *form = (UtFileForm){ 0 };
  g_autoptr (UtPx) px = ut_px_open (path, shown, &form->encoding, error);
  g_auto (UtPxVariables) variables = { 0 };
  if (px != NULL)
    ut_file_form_set_source (form, ut_px_text (px, "SOURCE", NULL));
  if (px == NULL || !ut_px_variables_read (px, shown, &variables, error))
    return FALSE;
  g_auto (Cube) cube = { .px = px, .shown = shown, .variables = &variables };
  if (!measure (&cube, error))
    return FALSE;
  g_autoptr (UtRows) rows = begin_rows (&cube, sink, error);
  if (rows == NULL)
    return FALSE;
  cube.rows = rows;
  cube.position = g_new0 (guint, variables.n_variables);
  cube.labels = g_new0 (const char *, variables.n_variables);
  read_signs (&cube);
  if (variables.n_stub > 0 && variables.variables[0].keys != NULL)
    read_sparse (&cube);
  else
    read_dense (&cube);
  return TRUE;
}

/* A statement at the very beginning, and those that no table can do without. */
int
ut_px_detect (const UtFileHead *head) {
  const char *at = head->text;
  while (g_ascii_isspace (*at))
    at++;
  gsize length = strspn (at, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-0123456789");
  if (length == 0 || strchr ("=[( ", at[length]) == NULL || at[length] == '\0')
    return 0;
  gboolean axes = g_regex_match_simple ("(^|;)[ \\t]*+(STUB|HEADING)\\s*=\\s*\"", head->text,
                                        G_REGEX_RAW | G_REGEX_MULTILINE | G_REGEX_CASELESS, 0);
  gboolean values = g_regex_match_simple ("(^|;)[ \\t]*+(VALUES|CODES|TIMEVAL)\\s*\\(\\s*\"", head->text,
                                          G_REGEX_RAW | G_REGEX_MULTILINE | G_REGEX_CASELESS, 0);
  return axes && values ? 100 : axes || values ? 70 : 0;
}
