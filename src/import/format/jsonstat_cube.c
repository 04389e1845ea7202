#include "import/format/jsonstat_cube.h"

#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "base/text.h"
#include "import/label/heading_words.h"
#include "import/label/period.h"
#include "import/label/region.h"

/* Every cell has a label in each; files have some ten. */
#define MOST_DIMENSIONS 64

/* Ids, sizes and roles stand in the dataset from version 2.0 on, before that among its dimensions. */
static json_t *
find_member (const UtJsonStatCube *cube, const char *key) {
  json_t *member = json_object_get (cube->dataset, key);
  return member != NULL ? member : json_object_get (json_object_get (cube->dataset, "dimension"), key);
}

static char *
plain_text (const json_t *value) {
  char *text = ut_json_cell (value, UT_DECIMAL_POINT);
  return text != NULL ? text : g_strdup ("");
}

/* Codes by their positions, which the order of the object does not tell. */
static guint
fill_from_object (json_t *index, GPtrArray *codes) {
  const char *code;
  json_t *position;
  guint n_filled = 0;
  json_object_foreach (index, code, position) {
    guint64 at;
    if (!ut_json_whole (position, &at) || at >= codes->len || g_ptr_array_index (codes, at) != NULL)
      continue;
    g_ptr_array_index (codes, at) = g_strdup (code);
    n_filled++;
  }
  return n_filled;
}

static guint
fill_from_list (const json_t *index, GPtrArray *codes) {
  for (guint i = 0; i < codes->len; i++)
    g_ptr_array_index (codes, i) = plain_text (json_array_get (index, i));
  return codes->len;
}

/* Codes of the categories, in the order of their positions; NULL when they do not fill the dimension. A dimension of
 * one category may leave the index out. */
static GPtrArray *
read_codes (const json_t *category, gsize size) {
  json_t *index = json_object_get (category, "index"), *labels = json_object_get (category, "label");
  gboolean only_label = index == NULL && size == 1;
  gsize n_listed = json_is_array (index) ? json_array_size (index) : json_object_size (only_label ? labels : index);
  if (n_listed != size)
    return NULL;
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (codes, (int) size);
  guint n_filled = 0;
  if (only_label)
    g_ptr_array_index (codes, n_filled++) = g_strdup (json_object_iter_key (json_object_iter (labels)));
  else
    n_filled = json_is_array (index) ? fill_from_list (index, codes) : fill_from_object (index, codes);
  if (n_filled == size)
    return codes;
  g_ptr_array_unref (codes);
  return NULL;
}

static gboolean
is_digits (const char *text, gsize n) {
  return strlen (text) == n && strspn (text, "0123456789") == n;
}

/* FHI may write codes as numbers: beside "301", "3" is county 03. */
static gboolean
lost_zeros (const GPtrArray *codes) {
  for (guint i = 0; i < codes->len; i++)
    if (is_digits (g_ptr_array_index (codes, i), 3))
      return TRUE;
  return FALSE;
}

static gboolean
is_name (const char *text) {
  UtRegionLabel parts;
  ut_region_label_read (text, &parts);
  gboolean name = parts.kind == UT_LABEL_NAME;
  ut_region_label_clear (&parts);
  return name;
}

static char *
place_text (const char *code, const char *label) {
  g_autofree char *both = g_strdup_printf ("%s %s", code, label);
  if (g_str_has_prefix (label, code) || is_name (both))
    return g_strdup (label);
  return g_steal_pointer (&both);
}

/* Code and text where they say the same period, else the one that says a period; the text knows of school years. */
static char *
period_text (const char *code, const char *label) {
  UtPeriod period;
  g_autofree char *both = g_strdup_printf ("%s - %s", code, label);
  if (ut_period_label_read (both, &period))
    return g_steal_pointer (&both);
  if (ut_period_label_read (label, &period))
    return g_strdup (label);
  return ut_period_label_read (code, &period) ? g_strdup (code) : g_steal_pointer (&both);
}

/* What dataset.yaml says of a dimension may be either half of its heading, and then either half of its cells. */
static char *
plain_cell (const UtJsonStatDimension *dimension, const char *code, const char *label) {
  return strstr (dimension->heading, " - ") != NULL ? g_strdup_printf ("%s - %s", code, label) : g_strdup (label);
}

static gboolean
fill_cells (UtJsonStatCube *cube, guint number, const json_t *category) {
  UtJsonStatDimension *dimension = &cube->dimensions[number];
  g_autoptr (GPtrArray) codes = read_codes (category, dimension->size);
  if (codes == NULL)
    return FALSE;
  const json_t *labels = json_object_get (category, "label");
  gboolean is_region = (int) number == cube->region, pads = is_region && lost_zeros (codes);
  dimension->cells = g_new0 (char *, dimension->size + 1);
  for (guint i = 0; i < codes->len; i++) {
    const char *code = g_ptr_array_index (codes, i);
    g_autofree char *label = plain_text (json_object_get (labels, code));
    g_autofree char *padded = g_strdup_printf ("%s%s", pads && is_digits (code, 1) && *code != '0' ? "0" : "", code);
    if (*label == '\0' || strcmp (label, code) == 0)
      dimension->cells[i] = g_steal_pointer (&padded);
    else if (is_region)
      dimension->cells[i] = place_text (padded, label);
    else if ((int) number == cube->period)
      dimension->cells[i] = period_text (code, label);
    else
      dimension->cells[i] = plain_cell (dimension, code, label);
  }
  return TRUE;
}

static gboolean
names_place (const char *heading) {
  static const char *const beginnings[] = { "region", "kommun", "fylke", "geo", "bydel" };
  g_autofree char *folded = ut_text_fold (heading);
  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (folded, beginnings[i]))
      return TRUE;
  return g_str_has_prefix (folded, "kok") && strstr (folded, "region") != NULL;
}

/* The dimension a role is given to, else the first one whose heading says it. */
static int
find_role (const UtJsonStatCube *cube, const json_t *ids, const char *role,
           gboolean (*const tests[]) (const char *heading)) {
  const json_t *given = json_object_get (find_member (cube, "role"), role);
  const json_t *first = json_is_array (given) ? json_array_get (given, 0) : given;
  for (guint i = 0; json_is_string (first) && i < cube->n_dimensions; i++)
    if (json_equal (json_array_get (ids, i), first))
      return (int) i;
  for (gsize test = 0; tests[test] != NULL; test++)
    for (guint i = 0; i < cube->n_dimensions; i++)
      if (tests[test](cube->dimensions[i].heading))
        return (int) i;
  return -1;
}

static char *
make_heading (const char *id, const json_t *dimension) {
  g_autofree char *label = plain_text (json_object_get (dimension, "label"));
  return *label == '\0' || strcmp (label, id) == 0 ? g_strdup (id) : g_strdup_printf ("%s - %s", id, label);
}

/* Sizes are told apart from the categories; their product must not run away. */
static gboolean
take_sizes (UtJsonStatCube *cube, const json_t *sizes, const char *shown, GError **error) {
  cube->n_cells = 1;
  for (guint i = 0; i < cube->n_dimensions; i++) {
    guint64 n;
    if (!ut_json_whole (json_array_get (sizes, i), &n)) {
      ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s:1: the size of dimension '%s' is not a whole number"), shown,
                    cube->dimensions[i].heading);
      return FALSE;
    }
    if (n > 0 && cube->n_cells > UT_JSONSTAT_MOST_CELLS / n) {
      ut_error_set (error, UT_ERROR_DEFINITION,
                    _ ("%s:1: the dimensions have more than %d cells together; take a smaller extract"), shown,
                    UT_JSONSTAT_MOST_CELLS);
      return FALSE;
    }
    cube->dimensions[i].size = (gsize) n;
    cube->n_cells *= (gsize) n;
  }
  return TRUE;
}

static gboolean
take_headings (UtJsonStatCube *cube, const json_t *ids, const char *shown, GError **error) {
  const json_t *dimensions = json_object_get (cube->dataset, "dimension");
  for (guint i = 0; i < cube->n_dimensions; i++) {
    const char *id = json_string_value (json_array_get (ids, i));
    const json_t *dimension = id != NULL ? json_object_get (dimensions, id) : NULL;
    if (!json_is_object (dimension)) {
      ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s:1: dimension number %u ('%s') is not described"), shown, i + 1,
                    id != NULL ? id : "");
      return FALSE;
    }
    cube->dimensions[i].heading = make_heading (id, dimension);
  }
  return TRUE;
}

static gboolean
take_categories (UtJsonStatCube *cube, const json_t *ids, const char *shown, GError **error) {
  const json_t *dimensions = json_object_get (cube->dataset, "dimension");
  for (guint i = 0; i < cube->n_dimensions; i++) {
    const char *id = json_string_value (json_array_get (ids, i));
    if (fill_cells (cube, i, json_object_get (json_object_get (dimensions, id), "category")))
      continue;
    ut_error_set (error, UT_ERROR_DEFINITION,
                  _ ("%s:1: dimension '%s' has size %u, but not as many categories, each with its own number from 0"),
                  shown, id, (guint) cube->dimensions[i].size);
    return FALSE;
  }
  return TRUE;
}

gboolean
ut_jsonstat_cube_init (UtJsonStatCube *cube, json_t *dataset, const char *shown, GError **error) {
  static gboolean (*const place_tests[]) (const char *) = { ut_heading_names_region, names_place, NULL };
  static gboolean (*const period_tests[]) (const char *) = { ut_heading_names_period, NULL };
  *cube = (UtJsonStatCube){ .dataset = dataset, .region = -1, .period = -1 };
  const json_t *ids = find_member (cube, "id"), *sizes = find_member (cube, "size");
  if (!json_is_array (ids) || json_array_size (ids) != json_array_size (sizes)
      || json_array_size (ids) > MOST_DIMENSIONS) {
    ut_error_set (error, UT_ERROR_DEFINITION,
                  _ ("%s:1: 'id' and 'size' must be lists of the same length, at most %d dimensions"), shown,
                  MOST_DIMENSIONS);
    return FALSE;
  }
  cube->n_dimensions = (guint) json_array_size (ids);
  cube->dimensions = g_new0 (UtJsonStatDimension, cube->n_dimensions + 1);
  if (!take_headings (cube, ids, shown, error) || !take_sizes (cube, sizes, shown, error))
    return FALSE;
  cube->region = find_role (cube, ids, "geo", place_tests);
  cube->period = find_role (cube, ids, "time", period_tests);
  if (cube->period == cube->region)
    cube->period = -1;
  return take_categories (cube, ids, shown, error);
}

void
ut_jsonstat_cube_clear (UtJsonStatCube *cube) {
  for (guint i = 0; i < cube->n_dimensions; i++) {
    g_free (cube->dimensions[i].heading);
    g_strfreev (cube->dimensions[i].cells);
  }
  g_clear_pointer (&cube->dimensions, g_free);
  cube->n_dimensions = 0;
}
