#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <utsyn/error.h>
#include <utsyn/import.h>

#include "base/hash.h"
#include "base/i18n.h"
#include "base/pool.h"
#include "import/mapping/assemble.h"
#include "import/mapping/check_dataset.h"
#include "import/mapping/collect.h"
#include "import/mapping/repeated.h"
#include "import/mapping/sums.h"
#include "model/unread.h"

/* A file of more bytes is read by all threads together, the smaller ones side by side. */
#define LARGE_FILE_BYTES (8 * 1024 * 1024)

/* Rows are put together in so many turns, for threads that are not equally fast. */
#define STRETCHES_A_THREAD 4

/* A file to be read. */
typedef struct {
  UtCollector *collector;
  const UtImporter *importer;
  char *path;
  guint source; /* its dataset's number */
  guint number; /* in its dataset */
  guint16 file; /* in the table */
  gboolean large;
  GError *error;
} FileJob;

/* A mapping to be put together. */
typedef struct {
  UtCollector *collector;
  guint source; /* its dataset's number */
  guint number; /* in its dataset */
  const UtDataset *dataset;
  const UtIndicator *indicator;
  gsize n_facts;
  guint stretch;        /* of the table its rows stand in */
  UtTableBuilder *part; /* NULL until everything is read */
  UtFindings *findings;
  GArray *lost; /* UtLostLine */
  gsize n_rows;
  UtAssembler *open; /* between reading and reading once more; NULL: need not be */
  GError *error;
} MappingJob;

typedef struct {
  const char *root;
  const UtCatalogue *catalogue;
  UtPlaces *places;
  UtFindings *findings;
  UtSlabs *slabs; /* the facts' */
  UtTableBuilder *builder;
  GPtrArray *meant;        /* UtDataset with the sums of a vintage found out, and nothing else of its own */
  GPtrArray *collectors;   /* UtCollector, one a vintage of each dataset */
  GArray *collected;       /* UtProvenance, by collector */
  GError **faults;         /* [n_sources], one a dataset; NULL while it is sound */
  guint n_sources, source; /* source: the one that is added */
  GPtrArray *paths;        /* by file number */
  GArray *files;           /* FileJob */
  GArray *mappings;        /* MappingJob */
  UtAssembly assembly;
  gsize n_facts;
  guint n_threads, n_stretches;
  UtRepeats *repeats;
} Import;

static void
free_collector (gpointer collector) {
  ut_collector_free (collector);
}

static void
clear_file (gpointer data) {
  FileJob *job = data;
  g_free (job->path);
  g_clear_error (&job->error);
}

static void
clear_mapping (gpointer data) {
  MappingJob *job = data;
  ut_table_builder_free (job->part);
  ut_findings_free (job->findings);
  g_array_unref (job->lost);
  g_clear_error (&job->error);
}

static void
free_meant (gpointer data) {
  UtDataset *meant = data;
  g_ptr_array_unref (meant->mappings);
  g_free (meant);
}

static Import
start_import (const char *root, guint n_datasets, const UtCatalogue *catalogue, const UtRegions *regions,
              UtFindings *findings) {
  Import import = { .root = root,
                    .catalogue = catalogue,
                    .places = ut_places_new (regions),
                    .findings = findings,
                    .slabs = ut_slabs_new (),
                    .builder = ut_table_builder_new (),
                    .meant = g_ptr_array_new_with_free_func (free_meant),
                    .collectors = g_ptr_array_new_with_free_func (free_collector),
                    .collected = g_array_new (FALSE, TRUE, sizeof (UtProvenance)),
                    .faults = g_new0 (GError *, n_datasets + 1),
                    .n_sources = n_datasets,
                    .paths = g_ptr_array_new (),
                    .repeats = ut_repeats_new (regions, catalogue),
                    .files = g_array_new (FALSE, TRUE, sizeof (FileJob)),
                    .mappings = g_array_new (FALSE, TRUE, sizeof (MappingJob)),
                    .n_threads = ut_pool_width () };
  g_array_set_clear_func (import.files, clear_file);
  g_array_set_clear_func (import.mappings, clear_mapping);
  return import;
}

static void
end_import (Import *import) {
  g_array_unref (import->mappings);
  g_array_unref (import->files);
  g_ptr_array_unref (import->collectors);
  g_ptr_array_unref (import->meant);
  g_array_unref (import->collected);
  for (guint i = 0; i < import->n_sources; i++)
    g_clear_error (&import->faults[i]);
  g_free (import->faults);
  g_ptr_array_unref (import->paths);
  ut_repeats_free (import->repeats);
  ut_table_builder_free (import->builder);
  ut_slabs_free (import->slabs);
  ut_places_free (import->places);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, end_import)

/* A dataset with a fault is left out as a whole: half a series would be taken for the whole one. */
static gboolean
is_sound (const Import *import, guint source) {
  return import->faults[source] == NULL;
}

/* What is to be done */

static void
add_file (Import *import, const UtDataset *dataset, UtCollector *collector, guint number) {
  GStatBuf info;
  FileJob job = { .collector = collector, .source = import->source, .number = number };
  const char *shown = ut_dataset_shown (dataset, number);
  job.path = g_build_filename (import->root, dataset->files[number], NULL);
  job.importer = ut_choose_importer (dataset, job.path);
  job.file = ut_table_builder_file (import->builder, shown, dataset->id);
  job.large = g_stat (job.path, &info) == 0 && info.st_size > LARGE_FILE_BYTES;
  while (import->paths->len <= job.file)
    g_ptr_array_add (import->paths, NULL);
  import->paths->pdata[job.file] = (gpointer) shown;
  ut_repeats_add_file (import->repeats, job.file, shown,
                       (UtProvenance){ import->source, ut_dataset_vintage_of (dataset, number) });
  g_array_append_val (import->files, job);
}

static gboolean
check_mapping (const Import *import, const UtDataset *dataset, guint number, GError **error) {
  const UtMapping *mapping = g_ptr_array_index (dataset->mappings, number);
  const UtIndicator *indicator = ut_catalogue_find (import->catalogue, mapping->indicator);
  if (indicator != NULL)
    return ut_check_report (dataset, mapping, indicator, error)
           && ut_check_quantities (dataset, mapping, indicator, error);
  ut_error_join (error, ut_error_new (UT_ERROR_DEFINITION, _ ("%s:%u: no indicator '%s' is defined"), dataset->file,
                                      mapping->line, mapping->indicator));
  return FALSE;
}

static void
add_mapping (Import *import, const UtDataset *dataset, UtCollector *collector, guint number) {
  const UtMapping *mapping = g_ptr_array_index (dataset->mappings, number);
  MappingJob job = { .collector = collector, .source = import->source, .number = number, .dataset = dataset };
  job.indicator = ut_catalogue_find (import->catalogue, mapping->indicator);
  job.findings = ut_findings_new ();
  job.lost = g_array_new (FALSE, FALSE, sizeof (UtLostLine));
  g_array_append_val (import->mappings, job);
}

/* What "all" and ages mean is found out vintage by vintage. */
static const UtDataset *
find_meant (Import *import, const UtDataset *dataset, guint vintage) {
  GError **fault = &import->faults[import->source];
  GError *trouble = NULL;
  GPtrArray *mappings = *fault == NULL ? ut_sums_find (dataset, vintage, import->root, &trouble) : NULL;
  if (trouble != NULL)
    ut_error_join (fault, trouble);
  if (mappings == NULL)
    return dataset;
  for (guint i = 0; i < mappings->len; i++) {
    const UtMapping *mapping = g_ptr_array_index (mappings, i);
    ut_sums_check (dataset, mapping, ut_catalogue_find (import->catalogue, mapping->indicator), fault);
  }
  UtDataset *meant = g_memdup2 (dataset, sizeof *dataset);
  meant->mappings = mappings;
  g_ptr_array_add (import->meant, meant);
  return meant;
}

/* Each vintage is put together by itself: what contradicts within one does not when it is newer. */
static void
add_vintage (Import *import, const UtDataset *dataset, guint vintage) {
  const UtDataset *meant = find_meant (import, dataset, vintage);
  UtCollector *collector = ut_collector_new (meant, vintage, import->places, import->slabs);
  GError **fault = &import->faults[import->source];
  const UtProvenance provenance = { import->source, vintage };
  g_ptr_array_add (import->collectors, collector);
  g_array_append_val (import->collected, provenance);
  for (guint i = 0; *fault == NULL && i < dataset->mappings->len; i++)
    add_mapping (import, dataset, collector, i);
  for (guint i = 0; *fault == NULL && dataset->files[i] != NULL; i++)
    if (ut_dataset_vintage_of (dataset, i) == vintage)
      add_file (import, dataset, collector, i);
}

static void
add_dataset (Import *import, const UtDataset *dataset, guint source) {
  GError **fault = &import->faults[source];
  import->source = source;
  for (guint i = 0; i < dataset->mappings->len; i++)
    check_mapping (import, dataset, i, fault);
  ut_check_format (dataset, fault);
  ut_check_notation (dataset, fault);
  for (guint vintage = 0; vintage < MAX (dataset->vintages->len, 1); vintage++)
    add_vintage (import, dataset, vintage);
}

/* Reading */

static void
read_file (FileJob *job, guint n_threads) {
  ut_collector_read (job->collector, job->importer, job->path, job->number, job->file, n_threads, &job->error);
}

static void
read_small_file (gpointer user, guint task, guint worker) {
  FileJob *job = &g_array_index (((Import *) user)->files, FileJob, task);
  (void) worker;
  if (!job->large)
    read_file (job, 1);
}

/* The files that could not be read are the faults, in their order whichever thread met which first. */
static void
read_files (Import *import) {
  for (guint i = 0; i < import->files->len; i++) {
    FileJob *job = &g_array_index (import->files, FileJob, i);
    if (job->large)
      read_file (job, import->n_threads);
  }
  ut_pool_run (import->n_threads, import->files->len, read_small_file, import);
  for (guint i = 0; i < import->files->len; i++) {
    FileJob *job = &g_array_index (import->files, FileJob, i);
    if (job->error != NULL)
      ut_error_join (&import->faults[job->source], g_steal_pointer (&job->error));
  }
}

/* Putting together */

static int
compare_jobs (gconstpointer a, gconstpointer b) {
  const MappingJob *x = *(MappingJob *const *) a, *y = *(MappingJob *const *) b;
  if (x->indicator->id != y->indicator->id)
    return x->indicator->id < y->indicator->id ? -1 : 1;
  return (x > y) - (x < y);
}

/* Every mapping has room for a row of each fact, in the order of the table. */
static void
make_parts (Import *import) {
  g_autoptr (GPtrArray) jobs = g_ptr_array_new ();
  for (guint i = 0; i < import->mappings->len; i++) {
    MappingJob *job = &g_array_index (import->mappings, MappingJob, i);
    if (!is_sound (import, job->source))
      continue;
    job->n_facts = ut_collector_count (job->collector, job->number);
    import->n_facts += job->n_facts;
    g_ptr_array_add (jobs, job);
  }
  g_ptr_array_sort (jobs, compare_jobs);
  ut_table_builder_reserve (import->builder, import->n_facts);
  gsize at = 0;
  for (guint i = 0; i < jobs->len; i++) {
    MappingJob *job = g_ptr_array_index (jobs, i);
    job->stretch = at < import->n_facts ? (guint) (at * import->n_stretches / import->n_facts) : 0;
    job->part = ut_table_builder_new_part (import->builder, at, job->n_facts);
    at += job->n_facts;
  }
}

/* A thread has a stretch of the table to itself: two that write side by side clear the same fresh pages twice. */
static void
assemble (gpointer user, guint task, guint worker) {
  Import *import = user;
  (void) worker;
  for (guint i = 0; i < import->mappings->len; i++) {
    MappingJob *job = &g_array_index (import->mappings, MappingJob, i);
    if (job->part != NULL && job->stretch == task)
      ut_assemble (&import->assembly, job->collector, job->number, job->indicator, job->part, job->findings, job->lost,
                   &job->n_rows, &job->open, &job->error);
  }
}

/* The files of one dataset once more, each once for all of its mappings that want it. */
static void
review (gpointer user, guint task, guint worker) {
  Import *import = user;
  UtCollector *collector = g_ptr_array_index (import->collectors, task);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  (void) worker;
  for (guint i = 0; i < import->mappings->len; i++) {
    const MappingJob *job = &g_array_index (import->mappings, MappingJob, i);
    if (job->collector != collector || job->open == NULL)
      continue;
    g_ptr_array_set_size (open, (gint) job->dataset->mappings->len);
    open->pdata[job->number] = job->open;
  }
  for (guint i = 0; open->len > 0 && i < import->files->len; i++) {
    const FileJob *file = &g_array_index (import->files, FileJob, i);
    if (file->collector == collector)
      ut_assemble_review (collector, file->file, (UtAssembler *const *) open->pdata, open->len);
  }
}

static void
finish (gpointer user, guint task, guint worker) {
  Import *import = user;
  (void) worker;
  for (guint i = 0; i < import->mappings->len; i++) {
    MappingJob *job = &g_array_index (import->mappings, MappingJob, i);
    if (job->open != NULL && job->stretch == task)
      ut_assemble_finish (job->open, job->lost, &job->n_rows);
  }
}

/* Lines that gave a figure all the same, by another of their cells, are taken out of `lost` ("file:line" as a number).
 */
static void
drop_used_lines (const UtTable *table, GHashTable *lost) {
  for (gsize i = 0; i < table->n_rows; i++) {
    gboolean nothing = table->status[i] == UT_STATUS_CONTRADICTORY || table->status[i] == UT_STATUS_UNUSABLE;
    gsize n = nothing ? 0 : ut_table_n_origins (table, i);
    for (gsize k = 0; k < n; k++) {
      const UtOrigin origin = ut_table_origin (table, i, k);
      gint64 line = (gint64) origin.file << 32 | origin.line;
      g_hash_table_remove (lost, &line);
    }
  }
}

static void
add_lost (GHashTable *lost, const GArray *lines) {
  for (guint k = 0; k < lines->len; k++) {
    const UtLostLine *line = &g_array_index (lines, UtLostLine, k);
    gint64 number = (gint64) line->file << 32 | line->line;
    g_hash_table_add (lost, g_memdup2 (&number, sizeof number));
  }
}

/* A row is bad when none of its figures stands beside the others of its key. */
static void
count_lost (Import *import, const UtTable *table) {
  g_autoptr (GHashTable) lost = g_hash_table_new_full (ut_pair_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < import->mappings->len; i++)
    add_lost (lost, g_array_index (import->mappings, MappingJob, i).lost);
  add_lost (lost, ut_repeats_lost (import->repeats));
  if (g_hash_table_size (lost) == 0)
    return;
  drop_used_lines (table, lost);
  GHashTableIter iter;
  gpointer number;
  g_hash_table_iter_init (&iter, lost);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    for (guint i = 0; i < import->files->len; i++) {
      const FileJob *job = &g_array_index (import->files, FileJob, i);
      if (job->file == *(const gint64 *) number >> 32)
        ut_collector_lose (job->collector, job->file, (guint32) * (const gint64 *) number);
    }
}

/* Whether no vintage of the dataset gave a figure for the mapping that is put together by a job, its newest one. */
static gboolean
gave_nothing (const Import *import, guint last) {
  const MappingJob *newest = &g_array_index (import->mappings, MappingJob, last);
  gsize n = 0;
  for (guint i = last + 1; i > 0; i--) {
    const MappingJob *job = &g_array_index (import->mappings, MappingJob, i - 1);
    if (job->source != newest->source)
      break;
    n += job->number == newest->number ? job->n_rows : 0;
  }
  return n == 0;
}

/* In the order of the datasets, their vintages and mappings, whatever the order they were done in. */
static void
report (Import *import, GArray *counts) {
  guint next = 0;
  for (guint i = 0; i < import->collectors->len; i++) {
    UtCollector *collector = g_ptr_array_index (import->collectors, i);
    const UtProvenance *of = &g_array_index (import->collected, UtProvenance, i);
    gboolean sound = is_sound (import, of->source);
    if (sound)
      ut_collector_report (collector, import->findings, counts);
    for (; next < import->mappings->len; next++) {
      MappingJob *job = &g_array_index (import->mappings, MappingJob, next);
      if (job->collector != collector)
        break;
      if (!sound)
        continue;
      ut_findings_take (import->findings, job->findings);
      if (of->vintage + 1 < job->dataset->vintages->len || !gave_nothing (import, next))
        continue;
      const UtMapping *mapping = g_ptr_array_index (job->dataset->mappings, job->number);
      ut_findings_add (import->findings, job->dataset->file, mapping->line, UT_FINDING_NOTHING_READ,
                       _ ("no figure was read for '%s'"), mapping->indicator);
    }
  }
}

static void
take_parts (Import *import) {
  for (guint i = 0; i < import->mappings->len; i++) {
    MappingJob *job = &g_array_index (import->mappings, MappingJob, i);
    const UtMapping *mapping = g_ptr_array_index (job->dataset->mappings, job->number);
    if (job->error == NULL)
      continue;
    g_prefix_error (&job->error, "%s:%u: ", job->dataset->file, mapping->line);
    ut_error_join (&import->faults[job->source], g_steal_pointer (&job->error));
  }
  for (guint i = 0; i < import->mappings->len; i++) {
    MappingJob *job = &g_array_index (import->mappings, MappingJob, i);
    if (is_sound (import, job->source))
      ut_table_builder_take (import->builder, job->part);
  }
}

static UtTable *
put_together (Import *import, GArray *counts) {
  g_autofree const UtPlace **places = ut_places_list (import->places);
  import->assembly = (UtAssembly){ .places = import->places,
                                   .all_places = places,
                                   .n_places = ut_places_count (import->places),
                                   .n_codes = ut_places_count_codes (import->places),
                                   .paths = (const char *const *) import->paths->pdata };
  import->n_stretches = import->n_threads * STRETCHES_A_THREAD;
  make_parts (import);
  ut_pool_run (import->n_threads, import->n_stretches, assemble, import);
  ut_pool_run (import->n_threads, import->collectors->len, review, import);
  ut_pool_run (import->n_threads, import->n_stretches, finish, import);
  take_parts (import);
  UtTable *table = ut_table_builder_finish_unique (import->builder, ut_repeats_settle, import->repeats);
  count_lost (import, table);
  report (import, counts);
  ut_repeats_tell (import->repeats, import->findings);
  return table;
}

void
ut_import_count_clear (UtImportCount *count) {
  g_clear_pointer (&count->path, g_free);
}

UtTable *
ut_import_readable (const char *root, const GPtrArray *datasets, const UtCatalogue *catalogue, const UtRegions *regions,
                    UtFindings *findings, GArray *counts, GPtrArray *unread) {
  g_auto (Import) import = start_import (root, datasets->len, catalogue, regions, findings);
  for (guint i = 0; i < datasets->len; i++)
    add_dataset (&import, g_ptr_array_index (datasets, i), i);
  read_files (&import);
  UtTable *table = put_together (&import, counts);
  for (guint i = 0; i < datasets->len; i++) {
    const UtDataset *dataset = g_ptr_array_index (datasets, i);
    if (!is_sound (&import, i))
      g_ptr_array_add (
          unread, ut_unread_new (dataset->id, ut_dataset_indicators (dataset), g_steal_pointer (&import.faults[i])));
  }
  return table;
}

UtTable *
ut_import_datasets (const char *root, const GPtrArray *datasets, const UtCatalogue *catalogue, const UtRegions *regions,
                    UtFindings *findings, GArray *counts, GError **error) {
  g_autoptr (GPtrArray) unread = ut_unread_list_new ();
  g_autoptr (UtTable) table = ut_import_readable (root, datasets, catalogue, regions, findings, counts, unread);
  ut_unread_join (unread, 0, error);
  return unread->len == 0 ? g_steal_pointer (&table) : NULL;
}
