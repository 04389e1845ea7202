#include <utsyn/intake.h>

#include <math.h>
#include <string.h>
#include <utsyn/error.h>
#include <utsyn/import.h>

#include "base/i18n.h"
#include "base/input.h"
#include "base/reason.h"
#include "fetch/store.h"

#define LEAP       10
#define LEAST_LEAP 30

static gboolean
has_name (const UtDataset *dataset, const char *base) {
  for (char **file = dataset->files; *file != NULL; file++) {
    g_autofree char *own = g_path_get_basename (*file);
    if (strcmp (own, base) == 0)
      return TRUE;
  }
  return FALSE;
}

const UtDataset *
ut_intake_find (const GPtrArray *datasets, const char *path, GError **error) {
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GString) names = g_string_new (NULL);
  const UtDataset *found = NULL, *named = NULL;
  guint n = 0, n_named = 0;
  for (guint i = 0; i < datasets->len; i++) {
    const UtDataset *dataset = g_ptr_array_index (datasets, i);
    if (!ut_dataset_takes (dataset, base) || !ut_import_fits (dataset, path))
      continue;
    g_string_append_printf (names, "%s%s", n > 0 ? ", " : "", dataset->id);
    found = dataset;
    n++;
    if (has_name (dataset, base)) {
      named = dataset;
      n_named++;
    }
  }
  if (n == 1 || n_named == 1)
    return n_named == 1 ? named : found;
  if (n == 0)
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s: no dataset wants it; utsyn inspect --yaml shows how one could"),
                  path);
  else
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%1$s: fits several datasets (%2$s); choose one with --dataset"), path,
                  names->str);
  return NULL;
}

static gboolean
add_file (GPtrArray *files, const char *path, GError **error) {
  g_autofree char *bytes = NULL;
  gsize n_bytes;
  g_autoptr (GError) trouble = NULL;
  if (!ut_input_read (path, &bytes, &n_bytes, &trouble)) {
    ut_error_set (error, UT_ERROR_IO, "%s: %s", path, ut_reason_error (trouble));
    return FALSE;
  }
  UtFetchedFile *file = g_new0 (UtFetchedFile, 1);
  file->name = g_path_get_basename (path);
  file->shown = g_strdup (path);
  file->bytes = g_bytes_new_take (g_steal_pointer (&bytes), n_bytes);
  file->requests = g_ptr_array_new ();
  for (guint i = 0; i < files->len; i++)
    if (strcmp (((UtFetchedFile *) g_ptr_array_index (files, i))->name, file->name) == 0) {
      ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s: there is another file of that name"), path);
      g_ptr_array_add (files, file);
      return FALSE;
    }
  g_ptr_array_add (files, file);
  return TRUE;
}

gboolean
ut_intake_write (const UtIntake *intake, const UtDataset *dataset, const char *const *paths, UtFetchResult *result,
                 GError **error) {
  g_autoptr (GPtrArray) files = ut_fetched_files_new ();
  for (const char *const *path = paths; *path != NULL; path++)
    if (!add_file (files, *path, error))
      return FALSE;
  result->n_files = files->len;
  for (guint i = 0; i < files->len; i++)
    result->n_bytes += g_bytes_get_size (((UtFetchedFile *) g_ptr_array_index (files, i))->bytes);
  return ut_store_write (intake, dataset, files, result, error);
}

static int
compare_keys (const UtTable *a, gsize i, const UtTable *b, gsize k) {
  if (a->indicator[i] != b->indicator[k])
    return a->indicator[i] < b->indicator[k] ? -1 : 1;
  if (a->region[i] != b->region[k])
    return a->region[i] < b->region[k] ? -1 : 1;
  return ut_period_compare (a->period[i], b->period[k]);
}

static gboolean
is_leap (double before, double after) {
  double larger = fmax (fabs (before), fabs (after)), smaller = fmin (fabs (before), fabs (after));
  return larger >= LEAST_LEAP && smaller > 0 && larger > LEAP * smaller;
}

static void
tell_leap (const UtTable *before, gsize i, const UtTable *after, gsize k, const UtCatalogue *catalogue,
           const UtRegions *regions, UtFindings *findings) {
  char was[G_ASCII_DTOSTR_BUF_SIZE], is[G_ASCII_DTOSTR_BUF_SIZE];
  const UtRegion *region = ut_regions_get (regions, after->region[k]);
  const UtIndicator *indicator = ut_catalogue_get (catalogue, after->indicator[k]);
  g_autofree char *period = ut_period_format (after->period[k], ut_language_messages ());
  const UtOrigin origin = ut_table_n_origins (after, k) > 0 ? ut_table_origin (after, k, 0) : (UtOrigin){ 0 };
  const char *file = ut_table_file (after, origin.file)->path;
  g_ascii_formatd (was, sizeof was, "%.10g", before->value[i]);
  g_ascii_formatd (is, sizeof is, "%.10g", after->value[k]);
  if (ut_indicator_has_limits (indicator))
    ut_findings_add (findings, file, origin.line, UT_FINDING_IMPLAUSIBLE_CHANGE,
                     _ ("%1$s, %2$s %3$s, %4$s: an implausible change from the vintage before"), indicator->key,
                     region->code, region->name, period);
  else
    ut_findings_add (findings, file, origin.line, UT_FINDING_IMPLAUSIBLE_CHANGE,
                     _ ("%1$s, %2$s %3$s, %4$s: %5$s, but %6$s in the vintage before"), indicator->key, region->code,
                     region->name, period, is, was);
}

UtIntakeChange
ut_intake_compare (const UtTable *before, const UtTable *after, const UtCatalogue *catalogue, const UtRegions *regions,
                   UtFindings *findings) {
  UtIntakeChange change = { 0 };
  gsize i = 0, k = 0;
  while (i < before->n_rows && k < after->n_rows) {
    int order = compare_keys (before, i, after, k);
    if (order == 0) {
      gboolean same
          = before->status[i] == after->status[k] && (before->value[i] == after->value[k] || isnan (before->value[i]));
      change.n_same += same;
      change.n_changed += !same;
      if (is_leap (before->value[i], after->value[k]))
        tell_leap (before, i, after, k, catalogue, regions, findings);
    }
    change.n_lost += order < 0;
    change.n_new += order > 0;
    i += order <= 0;
    k += order >= 0;
  }
  change.n_lost += before->n_rows - i;
  change.n_new += after->n_rows - k;
  return change;
}
