#include "import/collect.h"

#include <math.h>
#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "import/cell.h"
#include "import/period_label.h"
#include "import/plan.h"
#include "import/selector.h"
#include "import/stray.h"

#define CACHE_LINE 64

/* What became of a row, the best of what became of its cells. */
typedef enum { ROW_NOT_SELECTED, ROW_NOT_REGION, ROW_BAD, ROW_USED } RowFate;

/* One file. */
typedef struct {
  UtCollector *collector;
  const UtImporter *importer;
  const UtProfile *profile;
  UtDecimalMark decimal;
  const char *shown;
  guint16 file;
  GPtrArray *tables;  /* Table, in the order of the file */
  GPtrArray *readers; /* Reader */
  UtImportCount count;
} Intake;

/* A table of a file: what the mappings make of its columns. */
typedef struct {
  GPtrArray *plans; /* UtPlan; NULL for a mapping without part in it */
  guint n_dimensions;
  guint n_columns;
  guint16 *column_periods; /* [n_columns] of the calendar; UT_CALENDAR_NONE */
  guint16 quality;         /* of all its figures */
} Table;

/* Places of a label: one a period where codes belong to the year of the figure, else one. */
typedef struct {
  const UtPlace **of;
  guint n;
} LabelPlaces;

/* Numbers of the labels of a dimension, found once; 0 is not asked yet. */
typedef struct {
  guint32 *numbers;
  guint n;
} LabelNumbers;

typedef struct {
  guint dimension;
  guint32 code;
  guint16 slot;
  const UtPlace *place;
} LastPlace;

/* One thread's part of a table. */
typedef struct {
  const Intake *intake;
  const Table *table;
  UtDictionary *const *dictionaries;
  UtSelector *selector;
  UtFacts *facts;        /* [n_mappings] */
  LabelNumbers *periods; /* [n_dimensions] calendar number + 1, or LABEL_BAD */
  GArray **places;       /* [n_dimensions] LabelPlaces by label code; NULL where none was asked */
  gboolean by_year;      /* codes belong to the year of the figure */
  LastPlace last_place;
  UtFindings *findings;
  UtStrays *strays;
  UtImportCount count;
} Reader;

#define LABEL_BAD G_MAXUINT32

struct UtCollector {
  const UtDataset *dataset;
  UtPlaces *places;
  UtCalendar *calendar;
  guint n_mappings;
  char **value_columns, **label_columns;
  guint n_files;
  Intake *intakes; /* [n_files] */
};

static void
free_plan (gpointer plan) {
  if (plan != NULL)
    ut_plan_free (plan);
}

static void
free_table (gpointer data) {
  Table *table = data;
  g_ptr_array_unref (table->plans);
  g_free (table->column_periods);
  g_free (table);
}

/* What is needed for reading goes at the end of the table; facts, findings and counts stay. */
static void
close_reader (Reader *reader) {
  for (guint i = 0; i < reader->table->n_dimensions; i++) {
    g_free (reader->periods[i].numbers);
    for (guint k = 0; reader->places[i] != NULL && k < reader->places[i]->len; k++)
      g_free (g_array_index (reader->places[i], LabelPlaces, k).of);
    g_clear_pointer (&reader->places[i], g_array_unref);
  }
  g_clear_pointer (&reader->periods, g_free);
  g_clear_pointer (&reader->places, g_free);
  g_clear_pointer (&reader->selector, ut_selector_free);
}

static void
free_reader (gpointer data) {
  Reader *reader = data;
  if (reader->selector != NULL)
    close_reader (reader);
  for (guint i = 0; i < reader->intake->collector->n_mappings; i++)
    ut_facts_clear (&reader->facts[i]);
  g_free (reader->facts);
  ut_findings_free (reader->findings);
  ut_strays_free (reader->strays);
  g_aligned_free (reader);
}

UtCollector *
ut_collector_new (const UtDataset *dataset, UtPlaces *places) {
  UtCollector *self = g_new0 (UtCollector, 1);
  self->dataset = dataset;
  self->places = places;
  self->calendar = ut_calendar_new ();
  self->n_mappings = dataset->mappings->len;
  self->value_columns = ut_dataset_value_columns (dataset);
  self->label_columns = ut_dataset_label_columns (dataset);
  self->n_files = g_strv_length (dataset->files);
  self->intakes = g_new0 (Intake, self->n_files + 1);
  for (guint i = 0; i < self->n_files; i++) {
    self->intakes[i].readers = g_ptr_array_new_with_free_func (free_reader);
    self->intakes[i].tables = g_ptr_array_new_with_free_func (free_table);
  }
  return self;
}

void
ut_collector_free (UtCollector *self) {
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_files; i++) {
    g_ptr_array_unref (self->intakes[i].readers);
    g_ptr_array_unref (self->intakes[i].tables);
  }
  g_free (self->intakes);
  g_strfreev (self->value_columns);
  g_strfreev (self->label_columns);
  ut_calendar_free (self->calendar);
  g_free (self);
}

/* Labels */

static guint32 *
get_number (LabelNumbers *labels, guint32 code) {
  if (G_UNLIKELY (code >= labels->n)) {
    guint n = MAX (code + 1, 2 * labels->n + 64);
    labels->numbers = g_renew (guint32, labels->numbers, n);
    memset (labels->numbers + labels->n, 0, (n - labels->n) * sizeof *labels->numbers);
    labels->n = n;
  }
  return &labels->numbers[code];
}

/* The calendar's number of the label's period + 1, or LABEL_BAD. */
static guint32
find_label_period (Reader *reader, guint dimension, guint32 code) {
  guint32 *number = get_number (&reader->periods[dimension], code);
  if (G_UNLIKELY (*number == 0)) {
    UtPeriod period;
    guint16 known = UT_CALENDAR_NONE;
    if (ut_period_label_read (ut_dictionary_label (reader->dictionaries[dimension], code), &period))
      known = ut_calendar_number (reader->intake->collector->calendar, period);
    *number = known == UT_CALENDAR_NONE ? LABEL_BAD : known + 1u;
  }
  return *number;
}

static const UtPlace *
look_up_place (Reader *reader, guint dimension, guint32 code, guint16 period) {
  const UtCollector *collector = reader->intake->collector;
  GArray *labels = reader->places[dimension];
  if (G_UNLIKELY (labels == NULL))
    labels = reader->places[dimension] = g_array_new (FALSE, TRUE, sizeof (LabelPlaces));
  if (G_UNLIKELY (code >= labels->len))
    g_array_set_size (labels, code + 1);
  LabelPlaces *places = &g_array_index (labels, LabelPlaces, code);
  int year = collector->dataset->region_year;
  guint slot = year != 0 ? 0 : period;
  if (G_UNLIKELY (slot >= places->n)) {
    places->of = g_renew (const UtPlace *, places->of, slot + 1);
    for (; places->n <= slot; places->n++)
      places->of[places->n] = NULL;
  }
  if (G_UNLIKELY (places->of[slot] == NULL)) {
    if (year == 0)
      year = ut_calendar_period (collector->calendar, period).last_year;
    places->of[slot]
        = ut_places_find (collector->places, ut_dictionary_label (reader->dictionaries[dimension], code), year);
  }
  return places->of[slot];
}

/* Most rows are of the same place as the one before, and of the same year's boundaries. */
static const UtPlace *
find_label_place (Reader *reader, guint dimension, guint32 code, guint16 period) {
  LastPlace *last = &reader->last_place;
  guint16 slot = reader->by_year ? period : 0;
  if (last->place == NULL || last->code != code || last->slot != slot || last->dimension != dimension)
    *last = (LastPlace){ dimension, code, slot, look_up_place (reader, dimension, code, period) };
  return last->place;
}

/* Cells */

static RowFate
take_cell (Reader *reader, const UtPlan *plan, const UtWanted *wanted, guint dimension, guint32 region,
           const char *text, UtFact *fact) {
  const Intake *intake = reader->intake;
  const UtPlace *place = find_label_place (reader, dimension, region, fact->period);
  gboolean readable = ut_cell_read (text, intake->profile, intake->decimal, fact);
  gboolean real = readable && fact->status == UT_STATUS_OK && fact->value != 0;
  if (place->state == UT_PLACE_OUT_OF_TIME && !real)
    return ROW_NOT_REGION;
  if (place->state > UT_PLACE_RESTATED && place->region == UT_REGION_NONE) {
    ut_strays_add (reader->strays, place, ut_dictionary_label (reader->dictionaries[dimension], region), fact->line);
    return ROW_NOT_REGION;
  }
  fact->place = place->number;
  if (!readable) {
    ut_findings_add (reader->findings, intake->shown, fact->line, UT_FINDING_BAD_NUMBER, _ ("“%s” is no number"), text);
    fact->status = UT_STATUS_MISSING;
  } else if (plan->mapping->fraction && wanted->part != UT_PART_NUMERATOR && wanted->part != UT_PART_DENOMINATOR) {
    ut_fact_to_percent (fact);
  }
  ut_facts_add (&reader->facts[wanted->mapping], intake->file, fact);
  return readable ? ROW_USED : ROW_BAD;
}

/* The period of a column in a row: the mapping's own, its column, the heading, the file's time column. FALSE when there
 * is none, or the mapping wants another. */
static gboolean
find_period (Reader *reader, const UtPlan *plan, guint column, const UtCellRow *row, guint16 *period, RowFate *fate) {
  guint16 heading = reader->table->column_periods[column];
  if (plan->fixed_period != UT_CALENDAR_NONE) {
    *period = plan->fixed_period;
    return heading == UT_CALENDAR_NONE || heading == *period;
  }
  *period = heading;
  if (plan->mapping->period_column == NULL && heading != UT_CALENDAR_NONE)
    return TRUE;
  guint dimension = (guint) plan->period_dimension;
  guint32 number
      = plan->period_dimension >= 0 ? find_label_period (reader, dimension, row->labels[dimension]) : LABEL_BAD;
  *period = (guint16) (number - 1);
  if (number != LABEL_BAD)
    return TRUE;
  const char *label = plan->period_dimension >= 0
                          ? ut_dictionary_label (reader->dictionaries[dimension], row->labels[dimension])
                          : "";
  if (*fate < ROW_BAD)
    ut_findings_add (reader->findings, reader->intake->shown, row->line, UT_FINDING_UNKNOWN_PERIOD,
                     _ ("“%s” is no period"), label);
  *fate = MAX (*fate, ROW_BAD);
  return FALSE;
}

static guint16
find_quality (Reader *reader, const UtPlan *plan, const UtCellRow *row) {
  guint16 quality = reader->table->quality;
  if (plan->quality_dimension < 0)
    return quality;
  guint dimension = (guint) plan->quality_dimension;
  const char *word = ut_dictionary_label (reader->dictionaries[dimension], row->labels[dimension]);
  if (!ut_quality_read (word, &quality))
    ut_findings_add (reader->findings, reader->intake->shown, row->line, UT_FINDING_BAD_ROW,
                     _ ("“%s” is no word of quality (allowed: %s)"), word, UT_QUALITY_WORDS);
  return quality;
}

static RowFate
take_part (Reader *reader, const UtCellRow *row, const UtWanted *wanted) {
  const UtPlan *plan = g_ptr_array_index (reader->table->plans, wanted->mapping);
  const UtSumPlan *part = &plan->parts[wanted->part];
  guint dimension = (guint) plan->region_dimension;
  RowFate fate = ROW_NOT_SELECTED;
  UtFact fact = { .line = row->line };
  guint16 quality = find_quality (reader, plan, row);
  for (guint i = 0; i < part->columns->len; i++) {
    const UtPlanColumn column = g_array_index (part->columns, UtPlanColumn, i);
    if (!find_period (reader, plan, column.column, row, &fact.period, &fate))
      continue;
    fact.term = (guint16) (column.first_term + wanted->combination);
    fact.quality = quality | (row->qualities != NULL ? row->qualities[column.column] : 0);
    RowFate cell
        = take_cell (reader, plan, wanted, dimension, row->labels[dimension], row->values[column.column], &fact);
    fate = MAX (fate, cell);
  }
  return fate;
}

/* The sink */

static void
on_row (gpointer user, const UtCellRow *row) {
  Reader *reader = user;
  RowFate fate = ROW_NOT_SELECTED;
  guint n_wanted;
  const UtWanted *wanted = ut_selector_find (reader->selector, row->labels, &n_wanted);
  for (guint i = 0; i < n_wanted; i++) {
    RowFate part = take_part (reader, row, &wanted[i]);
    fate = MAX (fate, part);
  }
  reader->count.n_rows++;
  reader->count.n_used += fate == ROW_USED;
  reader->count.n_bad += fate == ROW_BAD;
  reader->count.n_not_region += fate == ROW_NOT_REGION;
  reader->count.n_not_selected += fate == ROW_NOT_SELECTED;
}

static void
on_bad_row (gpointer user, guint line, const char *why) {
  Reader *reader = user;
  ut_findings_add (reader->findings, reader->intake->shown, line, UT_FINDING_BAD_ROW, "%s", why);
  reader->count.n_rows++;
  reader->count.n_bad++;
}

/* A table's readers are done when the next table is told. */
static void
close_readers (Intake *intake) {
  for (guint i = 0; i < intake->readers->len; i++) {
    Reader *reader = g_ptr_array_index (intake->readers, i);
    if (reader->selector != NULL)
      close_reader (reader);
  }
}

static gboolean
on_layout (gpointer user, const UtCellLayout *layout, GError **error) {
  Intake *intake = user;
  const UtCollector *collector = intake->collector;
  close_readers (intake);
  Table *table = g_new0 (Table, 1);
  table->plans = g_ptr_array_new_with_free_func (free_plan);
  table->n_dimensions = layout->n_dimensions;
  table->n_columns = layout->n_columns;
  table->column_periods = g_new (guint16, layout->n_columns + 1);
  table->quality = layout->not_addable || !collector->dataset->addable ? UT_QUALITY_NOT_ADDABLE : 0;
  g_ptr_array_add (intake->tables, table);
  for (guint i = 0; i < layout->n_columns; i++) {
    UtPeriod period;
    gboolean known = layout->columns[i].period != NULL && ut_period_label_read (layout->columns[i].period, &period);
    table->column_periods[i] = known ? ut_calendar_number (collector->calendar, period) : UT_CALENDAR_NONE;
  }
  for (guint i = 0; i < collector->n_mappings; i++) {
    const UtMapping *mapping = g_ptr_array_index (collector->dataset->mappings, i);
    UtPlan *plan = NULL;
    if (ut_mapping_concerns (mapping, intake->shown, layout->title)) {
      plan = ut_plan_new (collector->dataset, mapping, layout, intake->shown, error);
      if (plan == NULL)
        return FALSE;
      plan->fixed_period = mapping->period.kind == UT_PERIOD_NONE
                               ? UT_CALENDAR_NONE
                               : ut_calendar_number (collector->calendar, mapping->period);
    }
    g_ptr_array_add (table->plans, plan);
  }
  return TRUE;
}

static gpointer
on_reader (gpointer user, UtDictionary *const *dictionaries) {
  Intake *intake = user;
  const Table *table = g_ptr_array_index (intake->tables, intake->tables->len - 1);
  /* Whole cache lines of its own: readers on other threads write theirs all the time. */
  gsize size = (sizeof (Reader) + CACHE_LINE - 1) / CACHE_LINE * CACHE_LINE;
  Reader *reader = g_aligned_alloc0 (1, size, CACHE_LINE);
  reader->intake = intake;
  reader->table = table;
  reader->dictionaries = dictionaries;
  reader->selector = ut_selector_new (table->plans, table->n_dimensions, dictionaries);
  reader->facts = g_new0 (UtFacts, intake->collector->n_mappings + 1);
  reader->periods = g_new0 (LabelNumbers, table->n_dimensions + 1);
  reader->places = g_new0 (GArray *, table->n_dimensions + 1);
  reader->by_year = intake->collector->dataset->region_year == 0;
  reader->findings = ut_findings_new ();
  reader->strays = ut_strays_new ();
  g_ptr_array_add (intake->readers, reader);
  return reader;
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
    g_set_error (error, UT_ERROR, UT_ERROR_DEFINITION, _ ("%s:%u: the sums have too many terms (at most 65535)"),
                 dataset->file, mapping->line);
    return FALSE;
  }
  return TRUE;
}

gboolean
ut_collector_read (UtCollector *self, const UtImporter *importer, const char *path, guint number, guint16 file,
                   guint n_threads, GError **error) {
  const UtDataset *dataset = self->dataset;
  Intake *intake = &self->intakes[number];
  const UtCellSink sink
      = { .layout = on_layout, .reader = on_reader, .row = on_row, .bad_row = on_bad_row, .user = intake };
  const UtReadHints hints = { .shown = dataset->files[number],
                              .value_columns = (const char *const *) self->value_columns,
                              .label_columns = (const char *const *) self->label_columns,
                              .sheets = (const char *const *) dataset->sheets,
                              .header_row = dataset->header_row,
                              .header_rows = dataset->header_rows,
                              .n_threads = n_threads };
  UtFileForm form = { 0 };
  intake->collector = self;
  intake->importer = importer;
  intake->profile = dataset->profile != NULL ? ut_profile_find (dataset->profile) : importer->profile;
  intake->decimal = dataset->decimal_given ? dataset->decimal : intake->profile->decimal;
  intake->shown = dataset->files[number];
  intake->file = file;
  gboolean done = check_terms (dataset, error) && importer->read (path, &hints, &sink, &form, error);
  close_readers (intake);
  return done;
}

/* Afterwards */

static void
add_count (UtImportCount *sum, const UtImportCount *count) {
  sum->n_rows += count->n_rows;
  sum->n_used += count->n_used;
  sum->n_not_selected += count->n_not_selected;
  sum->n_not_region += count->n_not_region;
  sum->n_bad += count->n_bad;
}

void
ut_collector_tell (UtCollector *self, UtFindings *findings, GArray *counts) {
  for (guint i = 0; i < self->n_files; i++) {
    Intake *intake = &self->intakes[i];
    g_autoptr (UtFindings) all = ut_findings_new ();
    g_autoptr (UtStrays) strays = ut_strays_new ();
    for (guint k = 0; k < intake->readers->len; k++) {
      const Reader *reader = g_ptr_array_index (intake->readers, k);
      ut_findings_take (all, reader->findings);
      ut_strays_merge (strays, reader->strays);
      add_count (&intake->count, &reader->count);
    }
    ut_findings_sort (all);
    ut_findings_take (findings, all);
    ut_strays_report (strays, intake->shown, findings);
    if (counts == NULL)
      continue;
    UtImportCount count = intake->count;
    count.path = g_strdup (intake->shown);
    g_array_append_val (counts, count);
  }
}

void
ut_collector_lose (UtCollector *self, guint16 file, guint n_rows) {
  for (guint i = 0; i < self->n_files; i++)
    if (self->intakes[i].file == file) {
      self->intakes[i].count.n_used -= n_rows;
      self->intakes[i].count.n_bad += n_rows;
    }
}

const UtMapping *
ut_collector_mapping (const UtCollector *self, guint mapping) {
  return g_ptr_array_index (self->dataset->mappings, mapping);
}

const UtCalendar *
ut_collector_calendar (const UtCollector *self) {
  return self->calendar;
}

GArray *
ut_collector_steal (UtCollector *self, guint mapping) {
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (UtFacts));
  for (guint i = 0; i < self->n_files; i++)
    for (guint k = 0; k < self->intakes[i].readers->len; k++) {
      Reader *reader = g_ptr_array_index (self->intakes[i].readers, k);
      if (reader->facts[mapping].first == NULL)
        continue;
      g_array_append_val (pieces, reader->facts[mapping]);
      reader->facts[mapping] = (UtFacts){ 0 };
    }
  return pieces;
}
