#include "import/mapping/sum_labels.h"

#include <string.h>

#include "import/importer.h"
#include "import/mapping/check_dataset.h"
#include "import/mapping/selector.h"
#include "model/mapping.h"

/* A table and the one who reads it. */
typedef struct {
  const UtDataset *dataset;
  const UtImporter *importer;
  const char *shown;
  const GPtrArray *asked; /* UtSumLabels */
  GPtrArray *mappings;    /* UtMapping without the selections that are asked for */
  GPtrArray *plans;       /* UtPlan or NULL, of the table */
  int *dimensions;        /* [asked] of the table; -1: not in it */
  GHashTable **seen;      /* [asked] labels of the file */
  guint n_dimensions;
  UtDictionary *const *dictionaries;
  UtSelector *selector;
  GPtrArray *noted; /* GByteArray, one each that is asked for: label codes of the table that have been met */
} Reader;

static void
free_plan (gpointer plan) {
  if (plan != NULL)
    ut_plan_free (plan);
}

static void
free_mapping (gpointer mapping) {
  ut_mapping_free (mapping);
}

static void
free_bytes (gpointer bytes) {
  g_byte_array_unref (bytes);
}

static void
drop_selection (GPtrArray *select, const UtSelection *wanted) {
  for (guint i = 0; i < select->len; i++) {
    const UtSelection *selection = g_ptr_array_index (select, i);
    if (strcmp (selection->dimension, wanted->dimension) != 0)
      continue;
    g_ptr_array_remove_index (select, i);
    return;
  }
}

static GPtrArray *
strip_mappings (const UtDataset *dataset, const GPtrArray *asked) {
  GPtrArray *stripped = g_ptr_array_new_with_free_func (free_mapping);
  for (guint i = 0; i < dataset->mappings->len; i++)
    g_ptr_array_add (stripped, ut_mapping_copy (g_ptr_array_index (dataset->mappings, i)));
  for (guint i = 0; i < asked->len; i++) {
    const UtSumLabels *it = g_ptr_array_index (asked, i);
    UtMapping *mapping = g_ptr_array_index (stripped, it->mapping);
    const UtQuantity *quantity = it->part >= 0 ? ut_mapping_part (mapping, (UtPart) it->part) : NULL;
    drop_selection (quantity != NULL ? quantity->select : mapping->select, it->selection);
  }
  return stripped;
}

static gboolean
is_asked (const Reader *self, guint mapping) {
  for (guint i = 0; i < self->asked->len; i++)
    if (((const UtSumLabels *) g_ptr_array_index (self->asked, i))->mapping == mapping)
      return TRUE;
  return FALSE;
}

static void
end_table (Reader *self) {
  g_clear_pointer (&self->selector, ut_selector_free);
  g_ptr_array_set_size (self->plans, 0);
  for (guint i = 0; i < self->noted->len; i++)
    g_byte_array_set_size (g_ptr_array_index (self->noted, i), 0);
}

static gboolean
find_dimensions (Reader *self, const UtCellLayout *layout, GError **error) {
  for (guint i = 0; i < self->asked->len; i++) {
    UtSumLabels *it = g_ptr_array_index (self->asked, i);
    const UtMapping *mapping = g_ptr_array_index (self->mappings, it->mapping);
    self->dimensions[i] = -1;
    if (g_ptr_array_index (self->plans, it->mapping) == NULL)
      continue;
    self->dimensions[i]
        = ut_plan_find_dimension (self->dataset, mapping, layout, self->shown, it->selection->dimension, error);
    if (self->dimensions[i] < 0)
      return FALSE;
    it->met = TRUE;
    it->halves = strstr (layout->dimensions[self->dimensions[i]], " - ") != NULL;
  }
  return TRUE;
}

static gboolean
on_layout (gpointer user, const UtCellLayout *layout, GError **error) {
  Reader *self = user;
  end_table (self);
  self->n_dimensions = layout->n_dimensions;
  for (guint i = 0; i < self->mappings->len; i++) {
    const UtMapping *mapping = g_ptr_array_index (self->mappings, i);
    UtPlan *plan = NULL;
    if (is_asked (self, i) && strcmp (ut_mapping_format (self->dataset, mapping), self->importer->name) == 0
        && ut_mapping_concerns (mapping, self->shown, layout)) {
      plan = ut_plan_new (self->dataset, mapping, layout, self->shown, error);
      if (plan == NULL)
        return FALSE;
    }
    g_ptr_array_add (self->plans, plan);
  }
  return find_dimensions (self, layout, error);
}

static gpointer
on_collector (gpointer user, UtDictionary *const *dictionaries) {
  Reader *self = user;
  self->dictionaries = dictionaries;
  g_clear_pointer (&self->selector, ut_selector_free);
  for (guint i = 0; i < self->noted->len; i++)
    g_byte_array_set_size (g_ptr_array_index (self->noted, i), 0);
  self->selector = ut_selector_new (self->plans, self->n_dimensions, dictionaries);
  return self;
}

static void
note (Reader *self, guint i, guint32 code) {
  GByteArray *noted = g_ptr_array_index (self->noted, i);
  if (code >= noted->len) {
    guint before = noted->len;
    g_byte_array_set_size (noted, code + 1);
    memset (noted->data + before, 0, code + 1 - before);
  }
  if (noted->data[code])
    return;
  noted->data[code] = 1;
  UtSumLabels *it = g_ptr_array_index (self->asked, i);
  char *label = g_strdup (ut_dictionary_label (self->dictionaries[self->dimensions[i]], code));
  if (g_hash_table_add (self->seen[i], label))
    g_ptr_array_add (it->labels, g_strdup (label));
}

static void
on_row (gpointer user, const UtCellRow *row) {
  Reader *self = user;
  guint n_wanted;
  const UtWanted *wanted = ut_selector_find (self->selector, row->labels, &n_wanted);
  for (guint w = 0; w < n_wanted; w++)
    for (guint i = 0; i < self->asked->len; i++) {
      const UtSumLabels *it = g_ptr_array_index (self->asked, i);
      if (self->dimensions[i] >= 0 && it->mapping == wanted[w].mapping && (it->part < 0 || it->part == wanted[w].part))
        note (self, i, row->labels[self->dimensions[i]]);
    }
}

static void
on_bad_row (gpointer user, guint line, const char *why) {
  (void) user;
  (void) line;
  (void) why;
}

gboolean
ut_sum_labels_read (const UtDataset *dataset, const char *path, const char *shown, const GPtrArray *asked,
                    GError **error) {
  g_autoptr (GPtrArray) mappings = strip_mappings (dataset, asked), plans = g_ptr_array_new_with_free_func (free_plan);
  g_autoptr (GPtrArray) noted = g_ptr_array_new_with_free_func (free_bytes);
  g_autofree int *dimensions = g_new (int, asked->len + 1);
  g_autofree GHashTable **seen = g_new0 (GHashTable *, asked->len + 1);
  Reader self = { .dataset = dataset,
                  .importer = ut_choose_importer (dataset, path),
                  .shown = shown,
                  .asked = asked,
                  .mappings = mappings,
                  .plans = plans,
                  .dimensions = dimensions,
                  .seen = seen,
                  .noted = noted };
  for (guint i = 0; i < asked->len; i++) {
    g_ptr_array_add (noted, g_byte_array_new ());
    seen[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  }
  g_auto (GStrv) values = ut_dataset_value_columns (dataset), labels = ut_dataset_label_columns (dataset);
  const UtCellSink sink
      = { .layout = on_layout, .collector = on_collector, .row = on_row, .bad_row = on_bad_row, .user = &self };
  const UtReadHints hints = { .shown = shown,
                              .value_columns = (const char *const *) values,
                              .label_columns = (const char *const *) labels,
                              .sheets = (const char *const *) dataset->sheets,
                              .header_row = dataset->header_row,
                              .header_rows = dataset->header_rows,
                              .n_threads = 1 };
  UtFileForm form = { 0 };
  gboolean done = self.importer->read (path, &hints, &sink, &form, error);
  g_clear_pointer (&self.selector, ut_selector_free);
  for (guint i = 0; i < asked->len; i++)
    g_hash_table_unref (seen[i]);
  return done;
}
