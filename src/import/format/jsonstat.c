/* `json-stat` and `fhi-json-stat`: JSON-stat 1 and 2 (SSB, FHI and others). One dataset or several, values dense or
 * sparse. Every dimension is a label column, every cell a row; contents are a dimension like the others. */
#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "import/format/formats.h"
#include "import/format/jsonstat_cube.h"
#include "import/shape/rows.h"

/* Datasets stand in collections in lists; deeper there are none. */
#define DEEPEST 6

int
ut_json_stat_detect (const UtFileHead *head) {
  if (ut_json_head_has (head, "type", "FeatureCollection"))
    return 0;
  if (ut_json_head_has (head, "class", "dataset") || ut_json_head_has (head, "class", "collection")
      || (ut_json_head_has (head, "dimension", NULL) && ut_json_head_has (head, "category", NULL)))
    return 90;
  /* Long lists of values or statuses may come before all else. */
  gboolean has_list = ut_json_head_has (head, "value", NULL) || ut_json_head_has (head, "status", NULL);
  if (has_list && ut_json_head_has (head, "dataset", NULL))
    return 80;
  return has_list && ut_json_head_has (head, "updated", NULL) ? 60 : 0;
}

int
ut_fhi_json_stat_detect (const UtFileHead *head) {
  gboolean fhi = strstr (head->text, "\"GEO\"") != NULL && strstr (head->text, "\"AAR\"") != NULL;
  int score = ut_json_stat_detect (head);
  return fhi && score > 0 ? score + 5 : 0;
}

typedef struct {
  json_t *dataset;
  const char *name; /* its key in a bundle, NULL when none */
} Found;

static gboolean
is_dataset (const json_t *node) {
  return json_is_object (json_object_get (node, "dimension"));
}

static void
find_datasets (json_t *node, const char *name, guint depth, GArray *found) {
  if (depth > DEEPEST)
    return;
  if (is_dataset (node)) {
    const Found one = { .dataset = node, .name = name };
    g_array_append_val (found, one);
    return;
  }
  const char *key;
  json_t *child;
  gsize i;
  json_object_foreach (node, key, child) find_datasets (child, key, depth + 1, found);
  json_array_foreach (node, i, child) find_datasets (child, NULL, depth + 1, found);
}

typedef struct {
  const UtJsonStatCube *cube;
  json_t *values, *statuses;
  UtRows *rows;
  const char **labels; /* [n_dimensions] */
  UtDecimalMark mark;
} Reading;

static json_t *
cell_of (json_t *list, gsize offset) {
  if (json_is_array (list))
    return json_array_get (list, offset);
  char key[24];
  g_snprintf (key, sizeof key, "%" G_GSIZE_FORMAT, offset);
  return json_object_get (list, key);
}

/* A list of one status is of every cell, as a status without a list is (JSON-stat, status). */
static json_t *
status_of_all (json_t *statuses) {
  return json_is_array (statuses) && json_array_size (statuses) == 1 ? json_array_get (statuses, 0) : statuses;
}

/* A status of the whole dataset, or of one cell; beside a figure it is a note. */
static char *
sign_of (const Reading *reading, gsize offset) {
  json_t *status = json_is_string (reading->statuses) ? reading->statuses : cell_of (reading->statuses, offset);
  return ut_json_cell (status, reading->mark);
}

static void
hand_cell (const Reading *reading, gsize offset) {
  json_t *value = cell_of (reading->values, offset);
  gboolean empty = value == NULL || json_is_null (value);
  g_autofree char *text = empty ? sign_of (reading, offset) : ut_json_cell (value, reading->mark);
  if (text == NULL) {
    ut_rows_bad (reading->rows, (guint) offset + 1, _ ("a list or an object stands where a figure should"));
    return;
  }
  gsize rest = offset;
  for (guint i = reading->cube->n_dimensions; i > 0; i--) {
    const UtJsonStatDimension *dimension = &reading->cube->dimensions[i - 1];
    reading->labels[i - 1] = dimension->cells[rest % dimension->size];
    rest /= dimension->size;
  }
  const char *const values[] = { text };
  ut_rows_add (reading->rows, (guint) offset + 1, reading->labels, values, NULL);
}

/* A cell number as JSON-stat writes it: digits, no zeros before. */
static gboolean
read_offset (const char *key, gsize n_cells, guint *offset) {
  char *end;
  guint64 number = g_ascii_strtoull (key, &end, 10);
  if (!g_ascii_isdigit (*key) || *end != '\0' || (*key == '0' && key[1] != '\0') || number >= n_cells)
    return FALSE;
  *offset = (guint) number;
  return TRUE;
}

/* The cells an object tells of. A key that is no number of a cell is a row that cannot be used. */
static void
gather_offsets (const Reading *reading, json_t *list, GArray *offsets) {
  const char *key;
  json_t *value;
  guint offset;
  json_object_foreach (list, key, value) {
    if (read_offset (key, reading->cube->n_cells, &offset)) {
      g_array_append_val (offsets, offset);
    } else {
      g_autofree char *why = g_strdup_printf (_ ("'%s' is no number of a cell"), key);
      ut_rows_bad (reading->rows, 1, why);
    }
  }
}

/* The cells a list tells of. */
static void
gather_listed (json_t *list, GArray *offsets) {
  json_t *value;
  gsize i;
  json_array_foreach (list, i, value) {
    const guint offset = (guint) i;
    if (!json_is_null (value))
      g_array_append_val (offsets, offset);
  }
}

static int
compare_offsets (gconstpointer a, gconstpointer b) {
  guint first = *(const guint *) a, second = *(const guint *) b;
  return (first > second) - (first < second);
}

/* Only the cells that are there, in order. */
static void
hand_sparse (const Reading *reading) {
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (guint));
  gather_offsets (reading, reading->values, offsets);
  gather_offsets (reading, reading->statuses, offsets);
  gather_listed (reading->statuses, offsets);
  g_array_sort (offsets, compare_offsets);
  for (guint i = 0; i < offsets->len; i++)
    if (i == 0 || g_array_index (offsets, guint, i) != g_array_index (offsets, guint, i - 1))
      hand_cell (reading, g_array_index (offsets, guint, i));
}

static void
hand_dense (const Reading *reading) {
  g_autoptr (GArray) noted = g_array_new (FALSE, FALSE, sizeof (guint));
  gather_offsets (reading, reading->statuses, noted);
  for (gsize offset = 0; offset < reading->cube->n_cells; offset++)
    hand_cell (reading, offset);
}

/* A list has as many members as there are cells. */
static gboolean
check_length (const json_t *list, const char *name, const UtJsonStatCube *cube, const char *shown, GError **error) {
  if (!json_is_array (list) || json_array_size (list) == cube->n_cells)
    return TRUE;
  ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s:1: the list '%s' has length %u where the dimensions give %u"), shown,
                name, (guint) json_array_size (list), (guint) cube->n_cells);
  return FALSE;
}

static gboolean
check_lists (const Reading *reading, const char *shown, GError **error) {
  if (!json_is_array (reading->values) && !json_is_object (reading->values)) {
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s:1: the dataset has no list 'value'"), shown);
    return FALSE;
  }
  return check_length (reading->values, "value", reading->cube, shown, error)
         && (json_array_size (reading->statuses) == 0
             || check_length (reading->statuses, "status", reading->cube, shown, error));
}

static UtRows *
begin_rows (const UtJsonStatCube *cube, const char *title, const char *contents, const UtCellSink *sink,
            GError **error) {
  g_autofree char **headings = g_new0 (char *, cube->n_dimensions + 1);
  for (guint i = 0; i < cube->n_dimensions; i++)
    headings[i] = cube->dimensions[i].heading;
  UtCellColumn column = { .name = (char *) contents, .contents = (char *) contents };
  const json_t *px = json_object_get (json_object_get (cube->dataset, "extension"), "px");
  const UtCellLayout layout = { .title = title,
                                .n_dimensions = cube->n_dimensions,
                                .dimensions = headings,
                                .region_dimension = cube->region,
                                .period_dimension = cube->period,
                                .n_columns = 1,
                                .columns = &column,
                                .not_addable = json_is_false (json_object_get (px, "aggregallowed")) };
  return ut_rows_begin (sink, &layout, error);
}

static gboolean
read_dataset (json_t *dataset, const char *title, const char *contents, const char *shown, const UtCellSink *sink,
              GError **error) {
  g_auto (UtJsonStatCube) cube = { 0 };
  if (!ut_jsonstat_cube_init (&cube, dataset, shown, error))
    return FALSE;
  Reading reading = { .cube = &cube,
                      .values = json_object_get (dataset, "value"),
                      .statuses = status_of_all (json_object_get (dataset, "status")),
                      .mark = ut_notation_ssb.decimal };
  if (!check_lists (&reading, shown, error))
    return FALSE;
  g_autoptr (UtRows) rows = begin_rows (&cube, title, contents, sink, error);
  if (rows == NULL)
    return FALSE;
  g_autofree const char **labels = g_new0 (const char *, cube.n_dimensions + 1);
  reading.rows = rows;
  reading.labels = labels;
  if (json_is_array (reading.values))
    hand_dense (&reading);
  else
    hand_sparse (&reading);
  return TRUE;
}

gboolean
ut_json_stat_read (const char *path, const UtReadHints *hints, const UtCellSink *sink, UtFileForm *form,
                   GError **error) {
  const char *shown = hints->shown != NULL ? hints->shown : path;
  json_auto_t *root = ut_json_load (path, shown, form, error);
  if (root == NULL)
    return FALSE;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  find_datasets (root, NULL, 0, found);
  guint n_read = 0;
  for (guint i = 0; i < found->len; i++) {
    const Found *one = &g_array_index (found, Found, i);
    g_autofree char *label = ut_json_cell (json_object_get (one->dataset, "label"), UT_DECIMAL_POINT);
    const char *contents = label != NULL && *label != '\0' ? label : one->name != NULL ? one->name : "value";
    const char *title = found->len > 1 ? contents : NULL;
    if (!ut_read_hints_want (hints, title))
      continue;
    ut_file_form_set_source (form, json_string_value (json_object_get (one->dataset, "source")));
    if (!read_dataset (one->dataset, title, contents, shown, sink, error))
      return FALSE;
    n_read++;
  }
  if (n_read == 0)
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s:1: there is no JSON-stat dataset to read"), shown);
  return n_read > 0;
}

gboolean
ut_fhi_json_stat_read (const char *path, const UtReadHints *hints, const UtCellSink *sink, UtFileForm *form,
                       GError **error) {
  return ut_json_stat_read (path, hints, sink, form, error);
}
