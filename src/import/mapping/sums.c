#include "import/mapping/sums.h"

#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "import/label/ages.h"
#include "import/mapping/plan.h"
#include "import/mapping/sum_labels.h"
#include "import/mapping/sum_terms.h"
#include "model/mapping.h"

/* The labels of a file. */
typedef struct {
  const char *shown;
  GPtrArray *labels; /* char * */
  gboolean halves;
} FileLabels;

/* A selection, and what it is found to mean. */
typedef struct {
  UtSumLabels asked;
  GArray *files;      /* FileLabels: those that have the dimension */
  UtSelection *found; /* NULL: no sum */
} Sum;

static void
clear_file (gpointer file) {
  g_ptr_array_unref (((FileLabels *) file)->labels);
}

static void
free_sum (gpointer data) {
  Sum *sum = data;
  g_array_unref (sum->files);
  g_clear_pointer (&sum->asked.labels, g_ptr_array_unref);
  if (sum->found != NULL)
    ut_selection_free (sum->found);
  g_free (sum);
}

static void
list_sums (guint mapping, int part, const GPtrArray *select, GPtrArray *sums) {
  for (guint i = 0; select != NULL && i < select->len; i++) {
    const UtSelection *selection = g_ptr_array_index (select, i);
    if (!ut_selection_may_be_sum (selection))
      continue;
    Sum *sum = g_new0 (Sum, 1);
    sum->asked = (UtSumLabels){ .mapping = mapping, .part = part, .selection = selection };
    sum->files = g_array_new (FALSE, FALSE, sizeof (FileLabels));
    g_array_set_clear_func (sum->files, clear_file);
    g_ptr_array_add (sums, sum);
  }
}

static GPtrArray *
list_all_sums (const UtDataset *dataset) {
  GPtrArray *sums = g_ptr_array_new_with_free_func (free_sum);
  for (guint i = 0; i < dataset->mappings->len; i++) {
    const UtMapping *mapping = g_ptr_array_index (dataset->mappings, i);
    list_sums (i, -1, mapping->select, sums);
    for (UtPart part = 0; part < UT_N_PARTS; part++) {
      const UtQuantity *quantity = ut_mapping_part (mapping, part);
      list_sums (i, (int) part, quantity != NULL ? quantity->select : NULL, sums);
    }
  }
  return sums;
}

static UtSelection *
make_selection (const UtSelection *written, const UtSumTerms *terms) {
  UtSelection *selection = g_new0 (UtSelection, 1);
  selection->dimension = g_strdup (written->dimension);
  selection->labels = g_new0 (char *, terms->names->len + 1);
  selection->spellings = g_new0 (char **, terms->names->len + 1);
  selection->is_all = terms->is_all;
  for (guint i = 0; i < terms->names->len; i++) {
    selection->labels[i] = g_strdup (g_ptr_array_index (terms->names, i));
    selection->spellings[i] = g_new0 (char *, 2);
    selection->spellings[i][0] = g_strdup (g_ptr_array_index (terms->spellings, i));
  }
  return selection;
}

/* The same ages may be written otherwise in another file. */
static void
add_spelling (char ***spellings, const char *label) {
  if (g_strv_contains ((const char *const *) *spellings, label))
    return;
  guint n = g_strv_length (*spellings);
  *spellings = g_renew (char *, *spellings, n + 2);
  (*spellings)[n] = g_strdup (label);
  (*spellings)[n + 1] = NULL;
}

/* What the first file decided holds for all: the terms of a figure are counted. FALSE when the other file has others.
 */
static gboolean
join_terms (UtSelection *found, const UtSumTerms *terms) {
  guint n = g_strv_length (found->labels);
  if (n != terms->names->len)
    return FALSE;
  for (guint i = 0; i < n; i++) {
    guint k = 0;
    while (k < n && strcmp (found->labels[k], g_ptr_array_index (terms->names, i)) != 0)
      k++;
    if (k == n)
      return FALSE;
    add_spelling (&found->spellings[k], g_ptr_array_index (terms->spellings, i));
  }
  return TRUE;
}

static guint
line_of (const UtDataset *dataset, const Sum *sum) {
  return ((const UtMapping *) g_ptr_array_index (dataset->mappings, sum->asked.mapping))->line;
}

/* Of every file: what is a label in one of them is a label as it is written. */
static GPtrArray *
list_all_labels (const Sum *sum) {
  GPtrArray *all = g_ptr_array_new ();
  for (guint i = 0; i < sum->files->len; i++) {
    const GPtrArray *labels = g_array_index (sum->files, FileLabels, i).labels;
    for (guint k = 0; k < labels->len; k++)
      g_ptr_array_add (all, g_ptr_array_index (labels, k));
  }
  return all;
}

/* What the first file's labels make, and whether the others' make the same. */
static gboolean
decide (const UtDataset *dataset, Sum *sum, GError **error) {
  g_autoptr (GPtrArray) all = list_all_labels (sum);
  for (guint i = 0; i < sum->files->len; i++) {
    const FileLabels *file = &g_array_index (sum->files, FileLabels, i);
    g_autofree char *why = NULL;
    g_autoptr (UtSumTerms) terms = ut_sum_terms_find (sum->asked.selection, file->labels, all, file->halves, &why);
    if (why != NULL) {
      ut_error_set (error, UT_ERROR_DEFINITION, "%s:%u: %s: %s", dataset->file, line_of (dataset, sum), file->shown,
                    why);
      return FALSE;
    }
    gboolean same = i == 0 || (terms == NULL) == (sum->found == NULL);
    if (i == 0 && terms != NULL)
      sum->found = make_selection (sum->asked.selection, terms);
    else if (same && terms != NULL)
      same = join_terms (sum->found, terms);
    if (same)
      continue;
    ut_error_set (
        error, UT_ERROR_DEFINITION,
        _ ("%1$s:%2$u: %3$s and %4$s do not have the same labels of '%5$s' to add up; give each an observation "
           "with 'files:', or a folder of its own"),
        dataset->file, line_of (dataset, sum), g_array_index (sum->files, FileLabels, 0).shown, file->shown,
        sum->asked.selection->dimension);
    return FALSE;
  }
  return TRUE;
}

static void
start_file (const GPtrArray *sums) {
  for (guint i = 0; i < sums->len; i++) {
    Sum *sum = g_ptr_array_index (sums, i);
    sum->asked.labels = g_ptr_array_new_with_free_func (g_free);
    sum->asked.met = FALSE;
  }
}

static void
end_file (const GPtrArray *sums, const char *shown) {
  for (guint i = 0; i < sums->len; i++) {
    Sum *sum = g_ptr_array_index (sums, i);
    const FileLabels file = { shown, g_steal_pointer (&sum->asked.labels), sum->asked.halves };
    if (file.labels->len > 0)
      g_array_append_val (sum->files, file);
    else
      g_ptr_array_unref (file.labels);
  }
}

static gboolean
read_labels (const UtDataset *dataset, guint vintage, const char *root, const GPtrArray *sums, GError **error) {
  g_autoptr (GPtrArray) asked = g_ptr_array_new ();
  for (guint i = 0; i < sums->len; i++)
    g_ptr_array_add (asked, &((Sum *) g_ptr_array_index (sums, i))->asked);
  for (guint i = 0; dataset->files[i] != NULL; i++) {
    const char *shown = ut_dataset_shown (dataset, i);
    g_autofree char *path = g_build_filename (root, dataset->files[i], NULL);
    if (ut_dataset_vintage_of (dataset, i) != vintage)
      continue;
    start_file (sums);
    gboolean read = ut_sum_labels_read (dataset, path, shown, asked, error);
    end_file (sums, shown);
    if (!read)
      return FALSE;
  }
  for (guint i = 0; i < sums->len; i++)
    if (!decide (dataset, g_ptr_array_index (sums, i), error))
      return FALSE;
  return TRUE;
}

static void
remove_selection (GPtrArray *select, const char *dimension) {
  for (guint i = select->len; i > 0; i--)
    if (strcmp (((const UtSelection *) g_ptr_array_index (select, i - 1))->dimension, dimension) == 0)
      g_ptr_array_remove_index (select, i - 1);
}

static UtSelection *
copy_selection (const UtSelection *from) {
  UtMapping holder = { .select = g_ptr_array_new () };
  g_ptr_array_add (holder.select, (gpointer) from);
  UtMapping *copy = ut_mapping_copy (&holder);
  UtSelection *selection = g_ptr_array_steal_index (copy->select, 0);
  ut_mapping_free (copy);
  g_ptr_array_unref (holder.select);
  return selection;
}

/* What is selected for all quantities is added up in each. */
static void
put_in (UtMapping *mapping, const Sum *sum) {
  const char *dimension = sum->found->dimension;
  if (sum->asked.part < 0)
    remove_selection (mapping->select, dimension);
  for (UtPart part = 0; part < UT_N_PARTS; part++) {
    const UtQuantity *quantity = ut_mapping_part (mapping, part);
    if (quantity == NULL || (sum->asked.part >= 0 && sum->asked.part != (int) part))
      continue;
    if (sum->asked.part >= 0)
      remove_selection (quantity->select, dimension);
    g_ptr_array_add (quantity->select, copy_selection (sum->found));
  }
}

static void
free_mapping (gpointer mapping) {
  ut_mapping_free (mapping);
}

GPtrArray *
ut_sums_find (const UtDataset *dataset, guint vintage, const char *root, GError **error) {
  g_autoptr (GPtrArray) sums = list_all_sums (dataset);
  if (sums->len == 0 || !read_labels (dataset, vintage, root, sums, error))
    return NULL;
  GPtrArray *mappings = g_ptr_array_new_with_free_func (free_mapping);
  for (guint i = 0; i < dataset->mappings->len; i++)
    g_ptr_array_add (mappings, ut_mapping_copy (g_ptr_array_index (dataset->mappings, i)));
  for (guint i = 0; i < sums->len; i++) {
    const Sum *sum = g_ptr_array_index (sums, i);
    if (sum->found != NULL)
      put_in (g_ptr_array_index (mappings, sum->asked.mapping), sum);
  }
  return mappings;
}

/* The dimension that a quantity adds up; NULL: none. */
static const char *
find_summed (const UtQuantity *quantity) {
  for (guint i = 0; quantity != NULL && i < quantity->select->len; i++) {
    const UtSelection *selection = g_ptr_array_index (quantity->select, i);
    if (selection->spellings != NULL && selection->labels[1] != NULL)
      return selection->dimension;
  }
  return NULL;
}

gboolean
ut_sums_check (const UtDataset *dataset, const UtMapping *found, const UtIndicator *indicator, GError **error) {
  for (UtPart part = 0; part < UT_N_PARTS; part++) {
    gboolean counts = part == UT_PART_NUMERATOR || part == UT_PART_DENOMINATOR
                      || (part == UT_PART_VALUE && indicator->measure == UT_MEASURE_COUNT);
    const char *summed = counts ? NULL : find_summed (ut_mapping_part (found, part));
    if (summed == NULL)
      continue;
    ut_error_join (
        error, ut_error_new (UT_ERROR_DEFINITION,
                             _ ("%1$s:%2$u: what is printed of the labels of '%3$s' is no count and cannot be added "
                                "up: name one label, or give numerator and denominator"),
                             dataset->file, found->line, summed));
    return FALSE;
  }
  return TRUE;
}
