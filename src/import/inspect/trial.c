#include "import/inspect/trial.h"

#include <math.h>
#include <string.h>

#include "base/i18n.h"
#include "model/catalogue_store.h"

/* What the file becomes. */
typedef struct {
  UtProposal *proposal;
  const UtRegions *regions;
  UtTable *table;
  UtFindings *findings;
} Trial;

/* An indicator that refuses no figure. */
static UtCatalogue *
make_catalogue (gboolean counts) {
  UtCatalogue *catalogue = ut_catalogue_new ();
  UtIndicator *indicator = g_new0 (UtIndicator, 1);
  indicator->key = g_strdup (UT_TRIAL_ID);
  indicator->measure = counts ? UT_MEASURE_COUNT : UT_MEASURE_INDEX;
  g_ptr_array_add (catalogue->indicators, indicator);
  g_hash_table_insert (catalogue->by_key, indicator->key, indicator);
  return catalogue;
}

static void
G_GNUC_PRINTF (2, 3) say (UtProposal *proposal, const char *format, ...) {
  va_list arguments;
  va_start (arguments, format);
  g_ptr_array_add (proposal->said, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static void
count_cells (Trial *trial) {
  UtProposal *p = trial->proposal;
  const UtTable *table = trial->table;
  for (gsize i = 0; i < table->n_rows; i++) {
    const UtRegion *region = ut_regions_get (trial->regions, table->region[i]);
    p->n_figures += table->status[i] == UT_STATUS_OK;
    p->n_without[table->status[i]] += table->status[i] != UT_STATUS_OK;
    if (table->status[i] == UT_STATUS_OK && region->kind == UT_REGION_MUNICIPALITY && region->valid_to == G_MAXINT
        && (p->newest.kind == UT_PERIOD_NONE || ut_period_compare (table->period[i], p->newest) > 0))
      p->newest = table->period[i];
  }
}

static void
count_municipalities (Trial *trial) {
  UtProposal *p = trial->proposal;
  const UtTable *table = trial->table;
  for (guint i = 0; i < ut_regions_count (trial->regions); i++) {
    const UtRegion *region = ut_regions_get (trial->regions, (UtRegionId) i);
    p->n_all_municipalities += region->kind == UT_REGION_MUNICIPALITY && region->valid_to == G_MAXINT;
  }
  for (gsize i = 0; p->newest.kind != UT_PERIOD_NONE && i < table->n_rows; i++) {
    const UtRegion *region = ut_regions_get (trial->regions, table->region[i]);
    p->n_municipalities += table->status[i] == UT_STATUS_OK && region->kind == UT_REGION_MUNICIPALITY
                           && region->valid_to == G_MAXINT && ut_period_compare (table->period[i], p->newest) == 0;
  }
}

static void
say_rows (const Trial *trial) {
  const UtImportCount *c = &trial->proposal->count;
  say (trial->proposal,
       _ ("tried on the file: %1$zu rows = %2$zu used + %3$zu not selected + %4$zu of no place of ours + %5$zu not "
          "read"),
       c->n_rows, c->n_used, c->n_not_selected, c->n_not_region, c->n_bad);
  if (c->n_outside > 0)
    say (trial->proposal, _ ("of no place of ours: %1$zu below municipality or outside, %2$zu unknown"), c->n_outside,
         c->n_not_region - c->n_outside);
}

static void
say_cells (const Trial *trial) {
  const UtProposal *p = trial->proposal;
  g_autoptr (GString) line = g_string_new (NULL);
  g_string_append_printf (line, ut_trn (ut_language_messages (), "%zu figure", "%zu figures", p->n_figures),
                          p->n_figures);
  for (guint status = UT_STATUS_OK + 1; status < UT_N_STATUSES; status++)
    if (p->n_without[status] > 0)
      g_string_append_printf (line, _ ("; %1$zu without a figure: %2$s"), p->n_without[status],
                              ut_status_label ((UtStatus) status, ut_language_messages ()));
  say (trial->proposal, "%s", line->str);
}

static void
say_municipalities (const Trial *trial) {
  const UtProposal *p = trial->proposal;
  g_autofree char *newest
      = p->newest.kind != UT_PERIOD_NONE ? ut_period_format (p->newest, ut_language_messages ()) : NULL;
  if (newest != NULL)
    say (trial->proposal, _ ("municipalities with a figure in %3$s: %1$u of %2$u"), p->n_municipalities,
         p->n_all_municipalities, newest);
  else
    say (trial->proposal, _ ("municipalities with a figure: none of %u"), p->n_all_municipalities);
}

/* One of the indicator, which is nobody's, begins with its name. */
static const char *
skip_indicator (const char *message) {
  return g_str_has_prefix (message, UT_TRIAL_ID ", ") ? message + strlen (UT_TRIAL_ID ", ") : message;
}

static void
say_findings (const Trial *trial) {
  gsize n = ut_findings_count (trial->findings);
  if (n == 0)
    return;
  const UtFinding *first = ut_findings_get (trial->findings, 0);
  UtLanguage language = ut_language_messages ();
  if (first->line > 0)
    say (trial->proposal,
         ut_trn (language, "%1$zu finding, in line %2$u: %3$s", "%1$zu findings, the first in line %2$u: %3$s", n), n,
         first->line, skip_indicator (first->message));
  else
    say (trial->proposal, ut_trn (language, "%1$zu finding: %2$s", "%1$zu findings, the first: %2$s", n), n,
         skip_indicator (first->message));
}

/* "trial/dataset.yaml:9: " is nowhere. */
static const char *
skip_place (const char *message) {
  const char *colon = g_str_has_prefix (message, UT_TRIAL_ID "/") ? strstr (message, ": ") : NULL;
  return colon != NULL ? colon + 2 : message;
}

static void
say_fault (UtProposal *proposal, const char *message) {
  g_auto (GStrv) lines = g_strsplit (message, "\n", 2);
  say (proposal, _ ("tried on the file, and no figure can be read yet: %s"), skip_place (lines[0]));
}

static UtDataset *
make_dataset (const char *yaml, const char *path, GError **error) {
  UtDataset *dataset = ut_dataset_read (yaml, UT_TRIAL_ID, error);
  if (dataset == NULL)
    return NULL;
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  const char *files[] = { absolute, NULL }, *shown[] = { path, NULL };
  ut_dataset_set_files (dataset, "/", files, shown);
  return dataset;
}

gboolean
ut_trial_run (UtProposal *proposal, const char *yaml, const char *path, const UtRegions *regions, gboolean counts) {
  g_autoptr (GError) error = NULL;
  g_autoptr (UtCatalogue) catalogue = make_catalogue (counts);
  g_autoptr (UtFindings) findings = ut_findings_new ();
  g_autoptr (UtDataset) dataset = make_dataset (yaml, path, &error);
  g_autoptr (GPtrArray) datasets = g_ptr_array_new ();
  g_autoptr (GArray) count = g_array_new (FALSE, FALSE, sizeof (UtImportCount));
  g_array_set_clear_func (count, (GDestroyNotify) ut_import_count_clear);
  if (dataset != NULL)
    g_ptr_array_add (datasets, dataset);
  g_autoptr (UtTable) table
      = dataset != NULL ? ut_import_datasets ("/", datasets, catalogue, regions, findings, count, &error) : NULL;
  g_ptr_array_set_size (proposal->said, 0);
  if (table == NULL) {
    say_fault (proposal, error->message);
    return FALSE;
  }
  Trial trial = { proposal, regions, table, findings };
  if (count->len > 0)
    proposal->count = g_array_index (count, UtImportCount, 0);
  proposal->count.path = NULL;
  count_cells (&trial);
  count_municipalities (&trial);
  say_rows (&trial);
  say_cells (&trial);
  say_municipalities (&trial);
  say_findings (&trial);
  proposal->is_read = TRUE;
  return TRUE;
}
