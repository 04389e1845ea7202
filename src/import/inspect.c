#include <string.h>
#include <utsyn/error.h>
#include <utsyn/import.h>

#include "base/i18n.h"
#include "import/cell.h"
#include "import/importer.h"
#include "import/place.h"

#define MAX_LABELS 10000

typedef struct {
  UtInspection *inspection;
  const UtImporter *importer;
  const char *path;
  UtFindings *findings;
  GPtrArray *seen; /* GHashTable of labels, one a dimension */
  guint n_columns;
  UtDictionary *const *dictionaries;
} Inspector;

static void
free_dimension (gpointer data) {
  UtInspectDimension *dimension = data;
  g_free (dimension->name);
  g_ptr_array_unref (dimension->labels);
  g_free (dimension);
}

static void
clear_sign (gpointer data) {
  g_free (((UtInspectSign *) data)->sign);
}

static void
free_set (gpointer set) {
  g_hash_table_unref (set);
}

static UtInspection *
new_inspection (const char *format) {
  UtInspection *inspection = g_new0 (UtInspection, 1);
  inspection->format = g_strdup (format);
  inspection->dimensions = g_ptr_array_new_with_free_func (free_dimension);
  inspection->columns = g_ptr_array_new_with_free_func (g_free);
  inspection->signs = g_array_new (FALSE, FALSE, sizeof (UtInspectSign));
  g_array_set_clear_func (inspection->signs, clear_sign);
  return inspection;
}

void
ut_inspection_free (UtInspection *inspection) {
  if (inspection == NULL)
    return;
  g_free (inspection->format);
  g_free (inspection->encoding);
  g_ptr_array_unref (inspection->dimensions);
  g_ptr_array_unref (inspection->columns);
  g_array_unref (inspection->signs);
  g_free (inspection);
}

static gboolean
on_layout (gpointer user, const UtCellLayout *layout, GError **error) {
  Inspector *self = user;
  (void) error;
  for (guint i = 0; i < layout->n_dimensions; i++) {
    UtInspectDimension *dimension = g_new0 (UtInspectDimension, 1);
    dimension->name = g_strdup (layout->dimensions[i]);
    dimension->role = (int) i == layout->region_dimension   ? "region"
                      : (int) i == layout->period_dimension ? "period"
                                                            : "";
    dimension->labels = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (self->inspection->dimensions, dimension);
    g_ptr_array_add (self->seen, g_hash_table_new (g_str_hash, g_str_equal));
  }
  for (guint i = 0; i < layout->n_columns; i++)
    g_ptr_array_add (self->inspection->columns, g_strdup (layout->columns[i].name));
  self->n_columns = layout->n_columns;
  return TRUE;
}

static void
note_label (UtInspectDimension *dimension, GHashTable *seen, const char *label) {
  if (dimension->labels->len >= MAX_LABELS || g_hash_table_contains (seen, label))
    return;
  char *copy = g_strdup (label);
  g_ptr_array_add (dimension->labels, copy);
  g_hash_table_add (seen, copy);
  dimension->n_labels++;
}

static void
note_sign (UtInspection *inspection, const char *text, UtStatus status) {
  for (guint i = 0; i < inspection->signs->len; i++) {
    UtInspectSign *known = &g_array_index (inspection->signs, UtInspectSign, i);
    if (strcmp (known->sign, text) == 0) {
      known->n++;
      return;
    }
  }
  const UtInspectSign sign = { .status = status, .sign = g_strdup (text), .n = 1 };
  g_array_append_val (inspection->signs, sign);
}

static gpointer
on_reader (gpointer user, UtDictionary *const *dictionaries) {
  ((Inspector *) user)->dictionaries = dictionaries;
  return user;
}

static void
on_row (gpointer user, const UtCellRow *row) {
  Inspector *self = user;
  self->inspection->n_rows++;
  for (guint i = 0; i < self->inspection->dimensions->len; i++)
    note_label (g_ptr_array_index (self->inspection->dimensions, i), g_ptr_array_index (self->seen, i),
                ut_dictionary_label (self->dictionaries[i], row->labels[i]));
  for (guint i = 0; i < self->n_columns; i++) {
    double value;
    UtStatus status;
    if (!ut_number_parse (row->values[i], self->importer->profile->decimal, &value)
        && ut_profile_sign (self->importer->profile, row->values[i], &status))
      note_sign (self->inspection, row->values[i], status);
  }
}

static void
on_bad_row (gpointer user, guint line, const char *why) {
  Inspector *self = user;
  self->inspection->n_rows++;
  ut_findings_add (self->findings, self->path, line, UT_FINDING_BAD_ROW, "%s", why);
}

/* A place counts as old when only an earlier structure knows it. */
static void
count_places (UtInspectDimension *dimension, const UtRegions *regions) {
  g_autoptr (UtPlaces) places = ut_places_new (regions);
  for (guint i = 0; i < dimension->labels->len; i++) {
    const UtPlace *place = ut_places_find (places, g_ptr_array_index (dimension->labels, i), 2024);
    gboolean today = place->region != UT_REGION_NONE && place->state == UT_PLACE_DIRECT;
    gboolean old = !today && (place->state == UT_PLACE_OUT_OF_TIME || place->state == UT_PLACE_RESTATED);
    dimension->n_known += today;
    dimension->n_old += old;
    dimension->n_unknown += !today && !old;
  }
}

UtInspection *
ut_inspect (const char *path, const UtRegions *regions, UtFindings *findings, GError **error) {
  g_autoptr (GError) local = NULL;
  const UtImporter *importer = ut_importer_detect (path, &local);
  if (importer == NULL) {
    if (local != NULL)
      g_propagate_error (error, g_steal_pointer (&local));
    else
      g_set_error (error, UT_ERROR, UT_ERROR_DEFINITION, _ ("%s: the format is not recognised"), path);
    return NULL;
  }
  g_autoptr (UtInspection) inspection = new_inspection (importer->name);
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (free_set);
  Inspector self = { .inspection = inspection, .importer = importer, .path = path, .findings = findings, .seen = seen };
  const UtCellSink sink
      = { .layout = on_layout, .reader = on_reader, .row = on_row, .bad_row = on_bad_row, .user = &self };
  const UtReadHints hints = { .shown = path };
  UtFileForm form = { 0 };
  if (!importer->read (path, &hints, &sink, &form, error))
    return NULL;
  inspection->encoding = g_strdup (_ (form.encoding));
  inspection->separator = form.separator;
  for (guint i = 0; i < inspection->dimensions->len; i++) {
    UtInspectDimension *dimension = g_ptr_array_index (inspection->dimensions, i);
    if (strcmp (dimension->role, "region") == 0 && regions != NULL)
      count_places (dimension, regions);
  }
  return g_steal_pointer (&inspection);
}
