#include "import/mapping/collect.h"

#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "import/mapping/boundaries.h"
#include "import/mapping/check_dataset.h"
#include "import/mapping/declared_signs.h"
#include "import/mapping/plan.h"
#include "import/mapping/shared_headings.h"

/* One file. */
typedef struct {
  const UtCollector *collector;
  const UtImporter *importer;
  char *path;
  const gboolean *wanted; /* [n_mappings] those to read; NULL: all */
  UtCollectedFile file;
  UtNotation *notation;  /* the file's, where dataset.yaml adds to it; NULL: nothing was added */
  GPtrArray *tables;     /* UtCollectedTable, in the order of the file */
  GPtrArray *collectors; /* UtRowCollector */
  /* GPtrArray of UtContradictions or NULL, one a table; NULL in the first reading */
  GPtrArray *contradictions;
  GHashTable *met; /* the file's */
  UtImportCount count;
} Intake;

struct UtCollector {
  const UtDataset *dataset;
  UtPlaces *places;
  UtSlabs *slabs;
  UtCalendar *calendar;
  guint n_mappings;
  char **value_columns, **label_columns;
  guint first_file, n_files; /* of its vintage */
  Intake *intakes;           /* [n_files] */
};

static void
free_table (gpointer table) {
  ut_collected_table_free (table);
}

static void
free_collector (gpointer collector) {
  ut_row_collector_free (collector);
}

static Intake
start_intake (const UtCollector *collector, const gboolean *wanted) {
  return (Intake){ .collector = collector,
                   .wanted = wanted,
                   .collectors = g_ptr_array_new_with_free_func (free_collector),
                   .tables = g_ptr_array_new_with_free_func (free_table) };
}

static void
end_intake (Intake *intake) {
  g_ptr_array_unref (intake->collectors);
  g_ptr_array_unref (intake->tables);
  g_clear_pointer (&intake->contradictions, g_ptr_array_unref);
  g_clear_pointer (&intake->met, g_hash_table_unref);
  g_clear_pointer (&intake->notation, ut_notation_free);
  g_free (intake->path);
}

UtCollector *
ut_collector_new (const UtDataset *dataset, guint vintage, UtPlaces *places, UtSlabs *slabs) {
  UtCollector *self = g_new0 (UtCollector, 1);
  self->dataset = dataset;
  self->places = places;
  self->slabs = slabs;
  self->calendar = ut_calendar_new ();
  self->n_mappings = dataset->mappings->len;
  self->value_columns = ut_dataset_value_columns (dataset);
  self->label_columns = ut_dataset_label_columns (dataset);
  if (vintage < dataset->vintages->len) {
    self->first_file = g_array_index (dataset->vintages, UtVintage, vintage).first_file;
    self->n_files = g_array_index (dataset->vintages, UtVintage, vintage).n_files;
  }
  self->intakes = g_new0 (Intake, self->n_files + 1);
  for (guint i = 0; i < self->n_files; i++)
    self->intakes[i] = start_intake (self, NULL);
  return self;
}

void
ut_collector_free (UtCollector *self) {
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_files; i++)
    end_intake (&self->intakes[i]);
  g_free (self->intakes);
  g_strfreev (self->value_columns);
  g_strfreev (self->label_columns);
  ut_calendar_free (self->calendar);
  g_free (self);
}

/* The sink */

/* A table's collectors are done when the next table is reported. */
static void
close_readers (Intake *intake) {
  for (guint i = 0; i < intake->collectors->len; i++)
    ut_row_collector_close (g_ptr_array_index (intake->collectors, i));
}

static gboolean
on_layout (gpointer user, const UtCellLayout *layout, GError **error) {
  Intake *intake = user;
  const UtCollector *collector = intake->collector;
  close_readers (intake);
  UtCollectedTable *table = ut_collected_table_new (layout);
  table->quality = layout->not_addable || !collector->dataset->addable ? UT_QUALITY_NOT_ADDABLE : 0;
  /* Read once more, the file may have grown. */
  if (intake->contradictions != NULL && intake->tables->len < intake->contradictions->len)
    table->contradictions = g_ptr_array_index (intake->contradictions, intake->tables->len);
  g_ptr_array_add (intake->tables, table);
  for (guint i = 0; i < layout->n_columns; i++) {
    const char *period = layout->columns[i].period;
    table->column_periods[i] = period != NULL ? ut_read_period (&intake->file, period, NULL) : UT_CALENDAR_NONE;
  }
  for (guint i = 0; i < collector->n_mappings; i++) {
    const UtMapping *mapping = g_ptr_array_index (collector->dataset->mappings, i);
    UtPlan *plan = NULL;
    gboolean wanted = intake->wanted == NULL || intake->wanted[i];
    wanted = wanted && strcmp (ut_mapping_format (collector->dataset, mapping), intake->importer->name) == 0;
    if (wanted && ut_mapping_concerns (mapping, intake->file.shown, layout)) {
      plan = ut_plan_new (collector->dataset, mapping, layout, intake->file.shown, error);
      if (plan == NULL)
        return FALSE;
      ut_collected_table_note_region (table, (guint) plan->region_dimension);
      plan->fixed_period = mapping->period.kind == UT_PERIOD_NONE
                               ? UT_CALENDAR_NONE
                               : ut_calendar_number (collector->calendar, mapping->period);
    }
    g_ptr_array_add (table->plans, plan);
  }
  return TRUE;
}

static gpointer
on_collector (gpointer user, UtDictionary *const *dictionaries) {
  Intake *intake = user;
  const UtCollectedTable *table = g_ptr_array_index (intake->tables, intake->tables->len - 1);
  UtRowCollector *collector = ut_row_collector_new (&intake->file, table, dictionaries);
  g_ptr_array_add (intake->collectors, collector);
  return collector;
}

static gboolean
check_terms (const UtDataset *dataset, GError **error) {
  for (guint i = 0; i < dataset->mappings->len; i++) {
    const UtMapping *mapping = g_ptr_array_index (dataset->mappings, i);
    gsize n = 0;
    for (UtPart part = 0; part < UT_N_PARTS; part++)
      n += ut_mapping_n_terms (mapping, part);
    if (n <= G_MAXUINT16)
      continue;
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s:%u: the sums have too many terms (at most 65535)"), dataset->file,
                  mapping->line);
    return FALSE;
  }
  return TRUE;
}

/* Whose municipalities the codes are */

/* What the reading gave, to be read once more. */
static void
forget (Intake *intake) {
  g_ptr_array_set_size (intake->collectors, 0);
  g_ptr_array_set_size (intake->tables, 0);
}

/* The figures' own boundaries were tried; FALSE where they will do. */
static gboolean
decide_boundaries (Intake *intake) {
  gboolean doubt = FALSE;
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  for (guint i = 0; i < intake->collectors->len; i++) {
    const UtRowCollector *collector = g_ptr_array_index (intake->collectors, i);
    doubt = doubt || ut_row_collector_doubts_boundaries (collector);
    g_ptr_array_add (labels, (gpointer) ut_row_collector_timed_labels (collector));
  }
  if (intake->file.boundaries.kind != UT_BOUNDARIES_OWN || !doubt)
    return FALSE;
  intake->file.boundaries = ut_boundaries_decide (intake->file.places, intake->file.calendar, labels);
  if (intake->file.boundaries.kind == UT_BOUNDARIES_ROWS)
    intake->file.met = intake->met = ut_boundaries_list_met (labels);
  return TRUE;
}

/* Names and codes beside each other */

/* The collectors of a table. */
static GPtrArray *
collectors_of (const Intake *intake, const UtCollectedTable *table) {
  GPtrArray *collectors = g_ptr_array_new ();
  for (guint i = 0; i < intake->collectors->len; i++)
    if (ut_row_collector_table (g_ptr_array_index (intake->collectors, i)) == table)
      g_ptr_array_add (collectors, g_ptr_array_index (intake->collectors, i));
  return collectors;
}

static void
free_contradictions (gpointer contradictions) {
  ut_contradictions_free (contradictions);
}

static void
free_list (gpointer list) {
  g_ptr_array_unref (list);
}

/* What contradicts in a table, for each of its columns of places; `any` is set when something does. */
static GPtrArray *
judge_table (const Intake *intake, const UtCollectedTable *table, gboolean *any) {
  GPtrArray *all = g_ptr_array_new_with_free_func (free_contradictions);
  for (guint r = 0; r < table->regions->len; r++) {
    g_autoptr (GPtrArray) collectors = collectors_of (intake, table), besides = g_ptr_array_new ();
    for (guint i = 0; i < collectors->len; i++)
      g_ptr_array_add (besides, ut_row_collector_besides (g_ptr_array_index (collectors, i))[r]);
    UtContradictions *one
        = ut_beside_judge (besides, g_array_index (table->regions, guint, r), table->headings, intake->file.places);
    g_ptr_array_add (all, one);
    *any = *any || one != NULL;
  }
  return all;
}

/* Whether names and codes contradict each other somewhere in the file, which is only known when all of it has been
 * read. */
static gboolean
find_contradictions (Intake *intake) {
  gboolean any = FALSE;
  GPtrArray *tables = g_ptr_array_new_with_free_func (free_list);
  for (guint i = 0; i < intake->tables->len; i++)
    g_ptr_array_add (tables, judge_table (intake, g_ptr_array_index (intake->tables, i), &any));
  intake->contradictions = tables;
  return any;
}

/* Of the mapping that takes its figures from the column. */
static guint
find_line (const UtCollectedTable *table, guint column) {
  for (guint i = 0; i < table->plans->len; i++) {
    const UtPlan *plan = g_ptr_array_index (table->plans, i);
    for (UtPart part = 0; plan != NULL && part < UT_N_PARTS; part++)
      for (guint k = 0; k < plan->parts[part].columns->len; k++)
        if (g_array_index (plan->parts[part].columns, UtPlanColumn, k).column == column)
          return plan->mapping->line;
  }
  return 0;
}

/* The code of a place is never its figure. */
static gboolean
check_figures (const Intake *intake, GError **error) {
  for (guint i = 0; i < intake->tables->len; i++) {
    const UtCollectedTable *table = g_ptr_array_index (intake->tables, i);
    g_autoptr (GPtrArray) collectors = collectors_of (intake, table), codes = g_ptr_array_new ();
    for (guint k = 0; k < collectors->len; k++)
      g_ptr_array_add (codes, (gpointer) ut_row_collector_own_codes (g_ptr_array_index (collectors, k)));
    int column = ut_own_codes_find (codes);
    if (column < 0)
      continue;
    ut_error_set (
        error, UT_ERROR_DEFINITION,
        _ ("%1$s:%2$u: '%3$s' in %4$s holds the codes of the places and no figures; name another column with 'value:'"),
        intake->file.dataset->file, find_line (table, (guint) column), table->columns[column], intake->file.shown);
    return FALSE;
  }
  return TRUE;
}

static gboolean
read_intake (Intake *intake, guint n_threads, GError **error) {
  const UtCollector *self = intake->collector;
  const UtDataset *dataset = self->dataset;
  const UtCellSink sink = { .layout = on_layout,
                            .collector = on_collector,
                            .row = ut_row_collector_row,
                            .bad_row = ut_row_collector_bad_row,
                            .user = intake };
  const UtReadHints hints = { .shown = intake->file.shown,
                              .value_columns = (const char *const *) self->value_columns,
                              .label_columns = (const char *const *) self->label_columns,
                              .sheets = (const char *const *) dataset->sheets,
                              .header_row = dataset->header_row,
                              .header_rows = dataset->header_rows,
                              .places = self->places,
                              .n_threads = n_threads };
  UtFileForm form = { 0 };
  gboolean done = intake->importer->read (intake->path, &hints, &sink, &form, error);
  close_readers (intake);
  return done;
}

gboolean
ut_collector_read (UtCollector *self, const UtImporter *importer, const char *path, guint number, guint16 file,
                   guint n_threads, GError **error) {
  const UtDataset *dataset = self->dataset;
  Intake *intake = &self->intakes[number - self->first_file];
  intake->importer = importer;
  const UtNotation *notation = dataset->profile != NULL ? ut_notation_find (dataset->profile) : importer->notation;
  if (dataset->missing != NULL)
    notation = intake->notation = ut_declared_signs_add (notation, dataset->missing);
  intake->path = g_strdup (path);
  intake->file
      = (UtCollectedFile){ .dataset = dataset,
                           .places = self->places,
                           .calendar = self->calendar,
                           .slabs = self->slabs,
                           .boundaries = { dataset->boundary_year == 0 ? UT_BOUNDARIES_OWN : UT_BOUNDARIES_YEAR,
                                           dataset->boundary_year },
                           .notation = notation,
                           .decimal = dataset->decimal_given ? dataset->decimal : notation->decimal,
                           .shown = ut_dataset_shown (dataset, number),
                           .file = file,
                           .exact = importer->exact };
  if (!check_terms (dataset, error) || !read_intake (intake, n_threads, error) || !check_figures (intake, error))
    return FALSE;
  if (decide_boundaries (intake)) {
    forget (intake);
    if (!read_intake (intake, n_threads, error))
      return FALSE;
  }
  if (!find_contradictions (intake))
    return TRUE;
  /* Once more, without the figures whose place is in doubt. */
  forget (intake);
  return read_intake (intake, n_threads, error);
}

static Intake *
find_intake (const UtCollector *self, guint16 file) {
  for (guint i = 0; i < self->n_files; i++)
    if (self->intakes[i].file.file == file)
      return &self->intakes[i];
  return NULL;
}

void
ut_collector_part_marks (const UtCollector *self, guint16 file, guint mapping, UtPart part, UtMarks *marks) {
  const Intake *intake = find_intake (self, file);
  for (guint k = 0; k < intake->collectors->len; k++)
    ut_marks_add (marks, ut_row_collector_marks (g_ptr_array_index (intake->collectors, k), mapping, part));
}

void
ut_collector_marks (const UtCollector *self, guint16 file, UtMarks *marks, UtMarksUse *use) {
  for (guint mapping = 0; mapping < self->n_mappings; mapping++)
    for (UtPart part = 0; part < UT_N_PARTS; part++)
      ut_collector_part_marks (self, file, mapping, part, marks);
  use->given = self->dataset->decimal_given;
  use->anybody = find_intake (self, file)->file.notation->source == NULL;
}

void
ut_collector_review (const UtCollector *self, guint16 file, const gboolean *wanted, UtWatch watch, gpointer user) {
  const Intake *first = find_intake (self, file);
  Intake intake = start_intake (self, wanted);
  intake.importer = first->importer;
  intake.path = g_strdup (first->path);
  intake.file = first->file;
  intake.contradictions = g_ptr_array_ref (first->contradictions);
  intake.file.watch = watch;
  intake.file.watch_user = user;
  /* It could be read a moment ago; what cannot be read any more is not shown. */
  read_intake (&intake, 1, NULL);
  end_intake (&intake);
}

/* Afterwards */

static void
add_count (UtImportCount *sum, const gsize *n_rows) {
  sum->n_used += n_rows[UT_ROW_USED];
  sum->n_not_selected += n_rows[UT_ROW_NOT_SELECTED];
  sum->n_not_region += n_rows[UT_ROW_UNKNOWN_PLACE] + n_rows[UT_ROW_OUTSIDE];
  sum->n_outside += n_rows[UT_ROW_OUTSIDE];
  sum->n_bad += n_rows[UT_ROW_BAD];
  for (guint outcome = 0; outcome < UT_N_ROW_OUTCOMES; outcome++)
    sum->n_rows += n_rows[outcome];
}

void
ut_collector_report (UtCollector *self, UtFindings *findings, GArray *counts) {
  for (guint i = 0; i < self->n_files; i++) {
    Intake *intake = &self->intakes[i];
    g_autoptr (UtFindings) all = ut_findings_new ();
    g_autoptr (UtUnknownPlaces) unknown_places = ut_unknown_places_new ();
    for (guint k = 0; k < intake->collectors->len; k++) {
      UtRowCollector *collector = g_ptr_array_index (intake->collectors, k);
      ut_findings_take (all, ut_row_collector_findings (collector));
      ut_unknown_places_merge (unknown_places, ut_row_collector_unknown_places (collector));
      add_count (&intake->count, ut_row_collector_rows (collector));
    }
    for (guint k = 0; k < intake->tables->len; k++)
      ut_shared_headings_report (g_ptr_array_index (intake->tables, k), intake->file.shown, self->value_columns,
                                 self->label_columns, all);
    ut_findings_sort (all);
    ut_findings_take (findings, all);
    ut_unknown_places_report (unknown_places, ut_places_regions (self->places), intake->file.shown, findings);
    if (counts == NULL)
      continue;
    UtImportCount count = intake->count;
    for (guint k = 0; k < intake->collectors->len; k++)
      count.n_back_casts += ut_row_collector_back_casts (g_ptr_array_index (intake->collectors, k));
    count.boundary_year = intake->file.boundaries.kind == UT_BOUNDARIES_YEAR ? intake->file.boundaries.year : 0;
    count.path = g_strdup (intake->file.shown);
    g_array_append_val (counts, count);
  }
}

static gsize
count_used (const Intake *intake) {
  gsize n = 0;
  for (guint k = 0; k < intake->collectors->len; k++)
    n += ut_row_collector_rows (g_ptr_array_index (intake->collectors, k))[UT_ROW_USED];
  return n;
}

/* Rows that could not be read were never counted as used. */
void
ut_collector_lose (UtCollector *self, guint16 file, guint32 line) {
  Intake *intake = find_intake (self, file);
  if (intake == NULL || intake->count.n_used + count_used (intake) == 0)
    return;
  for (guint k = 0; k < intake->collectors->len; k++)
    if (ut_row_collector_is_bad (g_ptr_array_index (intake->collectors, k), line))
      return;
  intake->count.n_used--;
  intake->count.n_bad++;
}

const UtMapping *
ut_collector_mapping (const UtCollector *self, guint mapping) {
  return g_ptr_array_index (self->dataset->mappings, mapping);
}

const UtCalendar *
ut_collector_calendar (const UtCollector *self) {
  return self->calendar;
}

gsize
ut_collector_count (const UtCollector *self, guint mapping) {
  gsize n = 0;
  for (guint i = 0; i < self->n_files; i++)
    for (guint k = 0; k < self->intakes[i].collectors->len; k++)
      n += ut_row_collector_count (g_ptr_array_index (self->intakes[i].collectors, k), mapping);
  return n;
}

GArray *
ut_collector_steal (UtCollector *self, guint mapping) {
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (UtFacts));
  for (guint i = 0; i < self->n_files; i++)
    for (guint k = 0; k < self->intakes[i].collectors->len; k++) {
      UtFacts facts = ut_row_collector_steal (g_ptr_array_index (self->intakes[i].collectors, k), mapping);
      if (facts.first != NULL)
        g_array_append_val (pieces, facts);
    }
  return pieces;
}
