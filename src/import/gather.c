#include "import/gather.h"

#include <math.h>
#include <string.h>

#include "base/i18n.h"
#include "import/cell.h"
#include "import/period_label.h"
#include "import/plan.h"
#include "import/stray.h"

/* What became of a row, the best of what became of its cells. */
typedef enum { ROW_NOT_SELECTED, ROW_NOT_REGION, ROW_BAD, ROW_USED } RowFate;

struct UtGatherer {
  const UtDataset *dataset;
  UtPlaces *places;
  UtFindings *findings;
  GHashTable *by_key; /* UtGathered → itself, owned by `all` */
  GPtrArray *all;
  char **value_columns, **label_columns;
  /* The file being read */
  const UtImporter *importer;
  const char *shown;
  guint16 file;
  GPtrArray *plans; /* UtPlan */
  UtPeriod *column_periods;
  UtStrays *strays;
  UtImportCount count;
};

/* One cell on its way to a term. */
typedef struct {
  const UtPlan *plan;
  guint mapping;
  UtPart part;
  guint term;
  guint line;
  const char *region, *text;
  UtPeriod period;
  guint8 quality;
} Cell;

static guint
hash_key (gconstpointer key) {
  const UtGathered *g = key;
  guint period = (guint) g->period.last_year * 31u + g->period.first_year * 7u + g->period.first_month * 3u
                 + g->period.last_month;
  return g_direct_hash (g->place) ^ (g->mapping * 2654435761u) ^ (period * 40503u);
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b) {
  const UtGathered *x = a, *y = b;
  return x->mapping == y->mapping && x->place == y->place && ut_period_compare (x->period, y->period) == 0;
}

static void
free_gathered (gpointer data) {
  UtGathered *gathered = data;
  g_array_unref (gathered->origins);
  g_free (gathered->terms);
  g_free (gathered);
}

static void
free_plan (gpointer plan) {
  ut_plan_free (plan);
}

UtGatherer *
ut_gatherer_new (const UtDataset *dataset, UtPlaces *places, UtFindings *findings) {
  UtGatherer *self = g_new0 (UtGatherer, 1);
  self->dataset = dataset;
  self->places = places;
  self->findings = findings;
  self->all = g_ptr_array_new_with_free_func (free_gathered);
  self->by_key = g_hash_table_new (hash_key, equal_keys);
  self->value_columns = ut_dataset_value_columns (dataset);
  self->label_columns = ut_dataset_label_columns (dataset);
  return self;
}

static void
close_file (UtGatherer *self) {
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  g_clear_pointer (&self->strays, ut_strays_free);
  g_clear_pointer (&self->column_periods, g_free);
}

void
ut_gatherer_free (UtGatherer *self) {
  if (self == NULL)
    return;
  close_file (self);
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->all);
  g_strfreev (self->value_columns);
  g_strfreev (self->label_columns);
  g_free (self);
}

static UtGathered *
get_gathered (UtGatherer *self, const Cell *cell, const UtPlace *place) {
  const UtGathered key = { .mapping = cell->mapping, .place = place, .period = cell->period };
  UtGathered *gathered = g_hash_table_lookup (self->by_key, &key);
  if (gathered != NULL)
    return gathered;
  gathered = g_new0 (UtGathered, 1);
  *gathered = key;
  gathered->path = self->shown;
  gathered->line = cell->line;
  gathered->origins = g_array_new (FALSE, FALSE, sizeof (UtOrigin));
  gathered->terms = g_new (UtTerm, cell->plan->n_terms);
  for (guint i = 0; i < cell->plan->n_terms; i++)
    gathered->terms[i] = (UtTerm){ .value = NAN, .status = UT_TERM_UNSEEN };
  g_ptr_array_add (self->all, gathered);
  g_hash_table_add (self->by_key, gathered);
  return gathered;
}

static void
add_to (double *sum, double value) {
  *sum = isnan (*sum) ? value : *sum + value;
}

/* The line is remembered once a key, with what it gave to each part. */
static void
add_origin (UtGatherer *self, UtGathered *gathered, const Cell *cell, double value) {
  GArray *origins = gathered->origins;
  if (cell->part > UT_PART_DENOMINATOR)
    return;
  UtOrigin *last = origins->len > 0 ? &g_array_index (origins, UtOrigin, origins->len - 1) : NULL;
  if (last == NULL || last->line != cell->line || last->file != self->file) {
    UtOrigin origin
        = { .file = self->file, .line = cell->line, .value = NAN, .numerator = NAN, .denominator = NAN, .weight = 1 };
    g_strlcpy (origin.code, gathered->place->code, sizeof origin.code);
    g_array_append_val (origins, origin);
    last = &g_array_index (origins, UtOrigin, origins->len - 1);
  }
  double *sums[] = { &last->value, &last->numerator, &last->denominator };
  if (!isnan (value))
    add_to (sums[cell->part], value);
}

static RowFate
report_again (UtGatherer *self, const Cell *cell, const UtGathered *first, const UtTerm *old, const UtTerm *new) {
  gboolean same = old->status == new->status && (isnan (new->value) || old->value == new->value);
  g_autofree char *period = ut_period_format (cell->period, ut_language_messages ());
  const char *indicator = cell->plan->mapping->indicator;
  if (same)
    ut_findings_add (self->findings, self->shown, cell->line, UT_FINDING_DUPLICATE,
                     _ ("%s, %s, %s: the same figure again; first in %s:%u"), indicator, cell->region, period,
                     first->path, first->line);
  else
    ut_findings_add (self->findings, self->shown, cell->line, UT_FINDING_CONFLICT,
                     _ ("%s, %s, %s: another figure than in %s:%u, which stays"), indicator, cell->region, period,
                     first->path, first->line);
  return ROW_BAD;
}

static RowFate
store (UtGatherer *self, const Cell *cell, const UtPlace *place, const UtTerm *term, RowFate fate) {
  UtGathered *gathered = get_gathered (self, cell, place);
  UtTerm *slot = &gathered->terms[cell->plan->parts[cell->part].first_term + cell->term];
  if (slot->status != UT_TERM_UNSEEN)
    return report_again (self, cell, gathered, slot, term);
  *slot = *term;
  gathered->quality |= cell->quality;
  add_origin (self, gathered, cell, term->value);
  return fate;
}

static RowFate
take_cell (UtGatherer *self, const Cell *cell) {
  int year = self->dataset->region_year != 0 ? self->dataset->region_year : cell->period.last_year;
  const UtPlace *place = ut_places_find (self->places, cell->region, year);
  UtTerm term = { .value = NAN };
  gboolean readable = ut_cell_read (cell->text, self->importer, self->dataset->decimal, &term);
  gboolean real = readable && term.status == UT_STATUS_OK && term.value != 0;
  if (place->state == UT_PLACE_OUT_OF_TIME && !real)
    return ROW_NOT_REGION;
  if (place->state > UT_PLACE_RESTATED && place->region == UT_REGION_NONE) {
    ut_strays_add (self->strays, place, cell->region, cell->line);
    return ROW_NOT_REGION;
  }
  if (!readable) {
    ut_findings_add (self->findings, self->shown, cell->line, UT_FINDING_BAD_NUMBER, _ ("“%s” is no number"),
                     cell->text);
    term.status = UT_STATUS_MISSING;
    return store (self, cell, place, &term, ROW_BAD);
  }
  if (cell->plan->mapping->fraction && cell->part != UT_PART_NUMERATOR && cell->part != UT_PART_DENOMINATOR)
    ut_term_to_percent (&term);
  return store (self, cell, place, &term, ROW_USED);
}

/* The period of a column in a row: the mapping's own, its column, the heading, the file's time column. */
static gboolean
find_period (UtGatherer *self, const UtPlan *plan, guint column, const UtCellRow *row, UtPeriod *period,
             RowFate *fate) {
  const UtMapping *mapping = plan->mapping;
  UtPeriod heading = self->column_periods[column];
  if (mapping->period.kind != UT_PERIOD_NONE) {
    *period = mapping->period;
    return heading.kind == UT_PERIOD_NONE || ut_period_compare (heading, *period) == 0;
  }
  *period = heading;
  if (mapping->period_column == NULL && heading.kind != UT_PERIOD_NONE)
    return TRUE;
  const char *label = plan->period_dimension >= 0 ? row->labels[plan->period_dimension] : "";
  if (ut_period_label_read (label, period))
    return TRUE;
  if (*fate < ROW_BAD)
    ut_findings_add (self->findings, self->shown, row->line, UT_FINDING_UNKNOWN_PERIOD, _ ("“%s” is no period"), label);
  *fate = MAX (*fate, ROW_BAD);
  return FALSE;
}

static RowFate
take_part (UtGatherer *self, const UtCellRow *row, Cell *cell) {
  const UtSumPlan *part = &cell->plan->parts[cell->part];
  guint combination;
  RowFate fate = ROW_NOT_SELECTED;
  if (!part->exists || !ut_conditions_match (part->conditions, row, &combination))
    return fate;
  for (guint i = 0; i < part->columns->len; i++) {
    const GArray *columns = g_ptr_array_index (part->columns, i);
    cell->term = i * part->n_combinations + combination;
    for (guint k = 0; k < columns->len; k++) {
      guint column = g_array_index (columns, guint, k);
      if (!find_period (self, cell->plan, column, row, &cell->period, &fate))
        continue;
      cell->text = row->values[column];
      RowFate cell_fate = take_cell (self, cell);
      fate = MAX (fate, cell_fate);
    }
  }
  return fate;
}

static RowFate
take_mapping (UtGatherer *self, const UtCellRow *row, guint mapping) {
  const UtPlan *plan = g_ptr_array_index (self->plans, mapping);
  guint combination;
  RowFate fate = ROW_NOT_SELECTED;
  if (!ut_conditions_match (plan->conditions, row, &combination))
    return fate;
  Cell cell = { .plan = plan, .mapping = mapping, .line = row->line, .region = row->labels[plan->region_dimension] };
  const char *word = plan->quality_dimension >= 0 ? row->labels[plan->quality_dimension] : "";
  if (!ut_quality_read (word, &cell.quality))
    ut_findings_add (self->findings, self->shown, row->line, UT_FINDING_BAD_ROW,
                     _ ("“%s” is no word of quality (allowed: %s)"), word, UT_QUALITY_WORDS);
  for (cell.part = 0; cell.part < UT_N_PARTS; cell.part++) {
    RowFate part_fate = take_part (self, row, &cell);
    fate = MAX (fate, part_fate);
  }
  return fate;
}

static gboolean
on_row (gpointer user, const UtCellRow *row, GError **error) {
  UtGatherer *self = user;
  RowFate fate = ROW_NOT_SELECTED;
  (void) error;
  for (guint i = 0; i < self->plans->len; i++) {
    RowFate mapping_fate = take_mapping (self, row, i);
    fate = MAX (fate, mapping_fate);
  }
  self->count.n_rows++;
  self->count.n_used += fate == ROW_USED;
  self->count.n_bad += fate == ROW_BAD;
  self->count.n_not_region += fate == ROW_NOT_REGION;
  self->count.n_not_selected += fate == ROW_NOT_SELECTED;
  return TRUE;
}

static void
on_bad_row (gpointer user, guint line, const char *why) {
  UtGatherer *self = user;
  ut_findings_add (self->findings, self->shown, line, UT_FINDING_BAD_ROW, "%s", why);
  self->count.n_rows++;
  self->count.n_bad++;
}

static gboolean
on_layout (gpointer user, const UtCellLayout *layout, GError **error) {
  UtGatherer *self = user;
  self->plans = g_ptr_array_new_with_free_func (free_plan);
  self->column_periods = g_new0 (UtPeriod, layout->n_columns + 1);
  for (guint i = 0; i < layout->n_columns; i++)
    if (layout->columns[i].period != NULL)
      ut_period_label_read (layout->columns[i].period, &self->column_periods[i]);
  for (guint i = 0; i < self->dataset->mappings->len; i++) {
    UtPlan *plan
        = ut_plan_new (self->dataset, g_ptr_array_index (self->dataset->mappings, i), layout, self->shown, error);
    if (plan == NULL)
      return FALSE;
    g_ptr_array_add (self->plans, plan);
  }
  return TRUE;
}

gboolean
ut_gatherer_read (UtGatherer *self, const UtImporter *importer, const char *path, const char *shown, guint16 file,
                  UtImportCount *count, GError **error) {
  const UtCellSink sink = { .layout = on_layout, .row = on_row, .bad_row = on_bad_row, .user = self };
  const UtReadHints hints = { .shown = shown,
                              .value_columns = (const char *const *) self->value_columns,
                              .label_columns = (const char *const *) self->label_columns };
  UtFileForm form;
  self->importer = importer;
  self->shown = shown;
  self->file = file;
  self->strays = ut_strays_new ();
  self->count = (UtImportCount){ 0 };
  gboolean done = importer->read (path, &hints, &sink, &form, error);
  if (done)
    ut_strays_report (self->strays, shown, self->findings);
  close_file (self);
  *count = self->count;
  return done;
}

const GPtrArray *
ut_gatherer_get (const UtGatherer *self) {
  return self->all;
}
