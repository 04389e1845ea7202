#include "import/mapping/row_collector.h"

#include <string.h>

#include "base/hash.h"
#include "base/i18n.h"
#include "import/label/cell.h"
#include "import/label/period.h"
#include "import/mapping/label_places.h"
#include "import/mapping/plan.h"
#include "import/mapping/selector.h"

#define LABEL_BAD G_MAXUINT32

/* Mappings that are put together one after the other stand on one shelf, so that whole pages of it are free soon. */
#define MAPPINGS_A_SHELF 64

/* Numbers of the labels of a dimension, found once; 0 is not looked up yet. */
typedef struct {
  guint32 *numbers;
  guint n;
} LabelNumbers;

struct UtRowCollector {
  const UtCollectedFile *file;
  const UtCollectedTable *table;
  UtDictionary *const *dictionaries;
  UtSelector *selector;
  guint n_mappings;
  UtShelf *shelves; /* [n_shelves] where the facts go */
  guint n_shelves;
  UtFacts *facts;        /* [n_mappings] */
  UtMarks *marks;        /* [n_mappings × parts] */
  LabelNumbers *periods; /* [n_dimensions] calendar number + 1, or LABEL_BAD */
  GHashTable *pairs;     /* two labels of a period as one number → the same; NULL: none */
  UtLabelPlaces places;
  gboolean doubts_boundaries;
  gsize n_back_casts;
  UtBeside **besides; /* [table->regions]; NULL when nothing is looked for */
  guint n_besides;
  UtCodeColumns *own_codes;
  UtFindings *findings;
  UtUnknownPlaces *unknown_places;
  gsize n_rows[UT_N_ROW_OUTCOMES];
  GHashTable *bad_lines; /* NULL: none */
};

guint16
ut_read_period (const UtCollectedFile *file, const char *label, const char *heading) {
  UtPeriod period;
  UtPeriodForm form;
  if (!ut_period_cell_read (label, &period, &form))
    return UT_CALENDAR_NONE;
  if (file->notation->school_years && period.kind == UT_PERIOD_SPAN && period.last_year == period.first_year + 1)
    period.kind = UT_PERIOD_SCHOOL_YEAR;
  return ut_calendar_number_of (file->calendar, period, form,
                                heading != NULL && ut_period_heading_names_year (heading));
}

UtRowCollector *
ut_row_collector_new (const UtCollectedFile *file, const UtCollectedTable *table, UtDictionary *const *dictionaries) {
  UtRowCollector *collector = g_new0 (UtRowCollector, 1);
  collector->file = file;
  collector->table = table;
  collector->dictionaries = dictionaries;
  collector->selector = ut_selector_new (table->plans, table->n_dimensions, dictionaries);
  collector->n_mappings = table->plans->len;
  collector->facts = g_new0 (UtFacts, collector->n_mappings + 1);
  collector->marks = g_new0 (UtMarks, collector->n_mappings * UT_N_PARTS + 1);
  collector->n_shelves = collector->n_mappings / MAPPINGS_A_SHELF + 1;
  collector->shelves = g_new0 (UtShelf, collector->n_shelves);
  for (guint i = 0; i < collector->n_shelves; i++)
    collector->shelves[i].slabs = file->slabs;
  for (guint i = 0; i < collector->n_mappings; i++)
    collector->facts[i].shelf = &collector->shelves[i / MAPPINGS_A_SHELF];
  collector->periods = g_new0 (LabelNumbers, table->n_dimensions + 1);
  ut_label_places_init (&collector->places, file, dictionaries, table->n_dimensions);
  collector->findings = ut_findings_new ();
  collector->unknown_places = ut_unknown_places_new ();
  collector->own_codes = ut_code_columns_new (table->n_columns);
  collector->n_besides = table->contradictions == NULL ? table->regions->len : 0;
  collector->besides = g_new0 (UtBeside *, collector->n_besides + 1);
  for (guint i = 0; i < collector->n_besides; i++)
    collector->besides[i] = ut_beside_new (table->n_dimensions, g_array_index (table->regions, guint, i));
  return collector;
}

void
ut_row_collector_close (UtRowCollector *collector) {
  if (collector->selector == NULL)
    return;
  for (guint i = 0; i < collector->table->n_dimensions; i++)
    g_free (collector->periods[i].numbers);
  g_clear_pointer (&collector->periods, g_free);
  g_clear_pointer (&collector->pairs, g_hash_table_unref);
  ut_label_places_close (&collector->places);
  g_clear_pointer (&collector->selector, ut_selector_free);
  for (guint i = 0; i < collector->n_shelves; i++)
    ut_shelf_clear (&collector->shelves[i]);
}

void
ut_row_collector_free (UtRowCollector *collector) {
  if (collector == NULL)
    return;
  ut_row_collector_close (collector);
  for (guint i = 0; i < collector->n_mappings; i++)
    ut_facts_clear (&collector->facts[i]);
  for (guint i = 0; i < collector->n_besides; i++)
    ut_beside_free (collector->besides[i]);
  g_free (collector->besides);
  ut_code_columns_free (collector->own_codes);
  g_free (collector->facts);
  g_free (collector->marks);
  g_free (collector->shelves);
  ut_findings_free (collector->findings);
  ut_unknown_places_free (collector->unknown_places);
  ut_label_places_clear (&collector->places);
  g_clear_pointer (&collector->bad_lines, g_hash_table_unref);
  g_free (collector);
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
find_label_period (UtRowCollector *collector, guint dimension, guint32 code) {
  guint32 *number = get_number (&collector->periods[dimension], code);
  if (G_UNLIKELY (*number == 0)) {
    guint16 known = ut_read_period (collector->file, ut_dictionary_label (collector->dictionaries[dimension], code),
                                    collector->table->headings[dimension]);
    *number = known == UT_CALENDAR_NONE ? LABEL_BAD : known + 1u;
  }
  return *number;
}

/* The same of a period in two columns. */
static guint32
find_pair_period (UtRowCollector *collector, const UtPlan *plan, const guint32 *labels) {
  const guint dimensions[] = { (guint) plan->period_dimension, (guint) plan->part_dimension };
  gint64 key = (gint64) labels[dimensions[0]] << 32 | labels[dimensions[1]];
  if (collector->pairs == NULL)
    collector->pairs = g_hash_table_new_full (ut_pair_hash, g_int64_equal, g_free, NULL);
  guint32 known = GPOINTER_TO_UINT (g_hash_table_lookup (collector->pairs, &key));
  if (known != 0)
    return known;
  const char *cells[2], *headings[2];
  UtPeriod period;
  for (guint i = 0; i < 2; i++) {
    cells[i] = ut_dictionary_label (collector->dictionaries[dimensions[i]], labels[dimensions[i]]);
    headings[i] = collector->table->headings[dimensions[i]];
  }
  guint16 number = ut_period_pair_read (cells, headings, &period)
                       ? ut_calendar_number (collector->file->calendar, period)
                       : UT_CALENDAR_NONE;
  known = number == UT_CALENDAR_NONE ? LABEL_BAD : number + 1u;
  g_hash_table_insert (collector->pairs, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (known));
  return known;
}

/* Cells */

/* Where a mark may separate thousands, all cells of a column decide together, later. A cell that is a number and no
 * text has none. */
static gboolean
read_figure (const UtRowCollector *collector, UtMarks *marks, const char *text, gboolean is_number, UtFact *fact) {
  const UtCollectedFile *file = collector->file;
  gboolean exact = file->exact || is_number;
  UtDecimalMark mark = is_number ? UT_DECIMAL_POINT : file->decimal;
  UtCellFigure figure;
  gboolean readable = ut_cell_read (text, file->notation, mark, &figure);
  fact->value = figure.value;
  fact->status = (guint8) figure.status;
  fact->decimals = figure.decimals;
  if (G_LIKELY (readable)) {
    if (!exact && fact->status == UT_STATUS_OK)
      ut_marks_note (marks, fact);
    marks->n_exact += is_number && fact->decimals > 0;
    return TRUE;
  }
  if (exact || !ut_marks_read (marks, text, mark, fact))
    return FALSE;
  fact->status = UT_STATUS_OK;
  return TRUE;
}

static void
note_out_of_time (UtRowCollector *collector, const UtPlace *place, guint dimension, guint32 code) {
  gboolean former = place->region == UT_REGION_NONE;
  collector->doubts_boundaries
      = collector->doubts_boundaries
        || (collector->places.by_year && ut_place_is_early_or_late (collector->file->places, place));
  for (guint i = 0; i < collector->n_besides && former; i++)
    if (g_array_index (collector->table->regions, guint, i) == dimension)
      ut_beside_out_of_time (collector->besides[i], ut_dictionary_label (collector->dictionaries[dimension], code));
}

/* With its line, its column and, of a workbook, its sheet. */
static void
tell_odd_cell (const UtRowCollector *collector, guint line, guint column, const char *text) {
  const UtCollectedTable *table = collector->table;
  g_autofree char *heading = table->title != NULL ? g_strdup_printf ("%s: %s", table->title, table->columns[column])
                                                  : g_strdup (table->columns[column]);
  ut_findings_add (
      collector->findings, collector->file->shown, line, UT_FINDING_BAD_NUMBER,
      ut_number_is_written (text)
          ? _ ("'%1$s' in column '%2$s' does not have the file's decimal mark")
          : _ ("'%1$s' in column '%2$s' is no number; a sign that stands for none is declared with 'missing'"),
      text, heading);
}

static UtRowOutcome
take_cell (UtRowCollector *collector, const UtPlan *plan, const UtWanted *wanted, guint dimension, const UtCellRow *row,
           guint column, UtFact *fact) {
  const UtCollectedFile *file = collector->file;
  const char *text = row->values[column];
  guint32 region = row->labels[dimension];
  gboolean is_number = row->numbers != NULL && row->numbers[column];
  UtMarks *marks = &collector->marks[wanted->mapping * UT_N_PARTS + wanted->part];
  const UtPlace *place = ut_label_places_find (&collector->places, dimension, region, fact->period);
  fact->place = place->number;
  gboolean readable = read_figure (collector, marks, text, is_number, fact);
  gboolean real = readable && fact->status == UT_STATUS_OK && fact->value != 0;
  *collector->places.last.real |= real;
  if (place->state == UT_PLACE_OUTSIDE)
    return UT_ROW_OUTSIDE;
  gboolean back_cast = file->met != NULL && ut_label_places_is_back_cast (&collector->places, place, fact->period);
  if (!real && (place->state == UT_PLACE_OUT_OF_TIME || (back_cast && !*collector->places.last.real)))
    return UT_ROW_UNKNOWN_PLACE;
  if (G_UNLIKELY (place->state == UT_PLACE_OUT_OF_TIME))
    note_out_of_time (collector, place, dimension, region);
  collector->n_back_casts += back_cast;
  if (ut_place_is_nowhere (place)) {
    ut_unknown_places_add (collector->unknown_places, place,
                           ut_dictionary_label (collector->dictionaries[dimension], region), fact->line);
    return UT_ROW_UNKNOWN_PLACE;
  }
  if (!readable) {
    tell_odd_cell (collector, fact->line, column, text);
    fact->status = UT_STATUS_UNUSABLE;
  } else if (plan->mapping->fraction && wanted->part != UT_PART_NUMERATOR && wanted->part != UT_PART_DENOMINATOR) {
    ut_fact_to_percent (fact);
  }
  if (G_LIKELY (file->watch == NULL))
    ut_facts_keep (&collector->facts[wanted->mapping]);
  return readable ? UT_ROW_USED : UT_ROW_BAD;
}

/* As it stands in the row, "2024 13" of two columns. New string. */
static char *
write_period (const UtRowCollector *collector, const UtPlan *plan, const guint32 *labels) {
  int dimensions[] = { plan->period_dimension, plan->part_dimension };
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (dimensions); i++)
    if (dimensions[i] >= 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                              ut_dictionary_label (collector->dictionaries[dimensions[i]], labels[dimensions[i]]));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The period of a column in a row: the mapping's own, its column, the heading, the file's time column. FALSE when there
 * is none, or the mapping wants another. */
static gboolean
find_period (UtRowCollector *collector, const UtPlan *plan, guint column, const UtCellRow *row, guint16 *period,
             UtRowOutcome *outcome) {
  guint16 heading = collector->table->column_periods[column];
  if (plan->fixed_period != UT_CALENDAR_NONE) {
    *period = plan->fixed_period;
    return heading == UT_CALENDAR_NONE || heading == *period;
  }
  *period = heading;
  if (plan->mapping->period_column == NULL && heading != UT_CALENDAR_NONE)
    return TRUE;
  guint dimension = (guint) plan->period_dimension;
  guint32 number = plan->part_dimension >= 0     ? find_pair_period (collector, plan, row->labels)
                   : plan->period_dimension >= 0 ? find_label_period (collector, dimension, row->labels[dimension])
                                                 : LABEL_BAD;
  *period = (guint16) (number - 1);
  if (number != LABEL_BAD)
    return TRUE;
  g_autofree char *label = write_period (collector, plan, row->labels);
  if (*outcome < UT_ROW_BAD)
    ut_findings_add (collector->findings, collector->file->shown, row->line, UT_FINDING_UNKNOWN_PERIOD,
                     _ ("'%s' is no period"), label);
  *outcome = MAX (*outcome, UT_ROW_BAD);
  return FALSE;
}

static guint16
find_quality (UtRowCollector *collector, const UtPlan *plan, const UtCellRow *row) {
  guint16 quality = collector->table->quality;
  if (plan->quality_dimension < 0)
    return quality;
  guint dimension = (guint) plan->quality_dimension;
  const char *word = ut_dictionary_label (collector->dictionaries[dimension], row->labels[dimension]);
  if (!ut_quality_read (word, &quality))
    ut_findings_add (collector->findings, collector->file->shown, row->line, UT_FINDING_BAD_ROW,
                     _ ("'%s' is no word of quality (allowed: %s)"), word, UT_QUALITY_WORDS);
  return quality;
}

static UtRowOutcome
take_part (UtRowCollector *collector, const UtCellRow *row, const UtWanted *wanted) {
  const UtPlan *plan = g_ptr_array_index (collector->table->plans, wanted->mapping);
  const UtSumPlan *part = &plan->parts[wanted->part];
  guint dimension = (guint) plan->region_dimension;
  UtRowOutcome outcome = UT_ROW_NOT_SELECTED;
  guint16 quality = find_quality (collector, plan, row);
  for (guint i = 0; i < part->columns->len; i++) {
    const UtPlanColumn column = g_array_index (part->columns, UtPlanColumn, i);
    guint16 period;
    if (!find_period (collector, plan, column.column, row, &period, &outcome))
      continue;
    UtFact *fact = ut_facts_next (&collector->facts[wanted->mapping], collector->file->file);
    fact->line = row->line;
    fact->period = period;
    fact->term = (guint16) (column.first_term + wanted->combination);
    fact->quality = quality | (row->qualities != NULL ? row->qualities[column.column] : 0);
    if (G_UNLIKELY (!collector->own_codes->ruled_out[column.column]))
      ut_own_codes_note (collector->own_codes, column.column, collector->file->places,
                         ut_dictionary_label (collector->dictionaries[dimension], row->labels[dimension]),
                         row->values[column.column]);
    UtRowOutcome cell = take_cell (collector, plan, wanted, dimension, row, column.column, fact);
    if (G_UNLIKELY (collector->file->watch != NULL) && (cell == UT_ROW_USED || cell == UT_ROW_BAD)) {
      const UtSeen seen = { collector->table, wanted->mapping, plan, fact, row->labels, collector->dictionaries };
      collector->file->watch (collector->file->watch_user, &seen);
    }
    outcome = MAX (outcome, cell);
  }
  return outcome;
}

/* Codes and names that contradict each other */

static const UtContradictions *
find_contradictions (const UtRowCollector *collector, guint region) {
  const GPtrArray *all = collector->table->contradictions;
  for (guint i = 0; all != NULL && i < all->len; i++) {
    const UtContradictions *one = g_ptr_array_index (all, i);
    if (one != NULL && one->region == region)
      return one;
  }
  return NULL;
}

/* Whether code and name of the row are not of one place; it is reported then. */
static gboolean
is_contradicted (UtRowCollector *collector, const UtCellRow *row, guint region) {
  const UtContradictions *contradictions = find_contradictions (collector, region);
  if (contradictions == NULL)
    return FALSE;
  if (contradictions->doubt != UT_CODES_OF_PLACES) {
    ut_unknown_places_add_column (collector->unknown_places, collector->table->headings[region], contradictions->doubt,
                                  contradictions->example, row->line);
    return TRUE;
  }
  const char *place = ut_dictionary_label (collector->dictionaries[region], row->labels[region]);
  for (guint i = 0; i < contradictions->columns->len; i++) {
    guint column = g_array_index (contradictions->columns, guint, i);
    const char *beside = ut_dictionary_label (collector->dictionaries[column], row->labels[column]);
    const char *label = ut_contradictions_find (contradictions, column, place, beside);
    if (label == NULL)
      continue;
    ut_unknown_places_add (collector->unknown_places, ut_places_find (collector->file->places, label, 0), label,
                           row->line);
    return TRUE;
  }
  return FALSE;
}

static void
note_bad_line (UtRowCollector *collector, guint line) {
  if (collector->bad_lines == NULL)
    collector->bad_lines = g_hash_table_new (NULL, NULL);
  g_hash_table_add (collector->bad_lines, GUINT_TO_POINTER (line));
}

void
ut_row_collector_row (gpointer user, const UtCellRow *row) {
  UtRowCollector *collector = user;
  UtRowOutcome outcome = UT_ROW_NOT_SELECTED;
  guint n_wanted;
  const UtWanted *wanted = ut_selector_find (collector->selector, row->labels, &n_wanted);
  for (guint i = 0; i < collector->n_besides; i++)
    ut_beside_row (collector->besides[i], collector->dictionaries, row->labels);
  gboolean looks = collector->table->contradictions != NULL;
  for (guint i = 0; i < n_wanted; i++) {
    const UtPlan *plan = looks ? g_ptr_array_index (collector->table->plans, wanted[i].mapping) : NULL;
    gboolean refused = plan != NULL && is_contradicted (collector, row, (guint) plan->region_dimension);
    UtRowOutcome part = refused ? UT_ROW_UNKNOWN_PLACE : take_part (collector, row, &wanted[i]);
    outcome = MAX (outcome, part);
  }
  collector->n_rows[outcome]++;
  if (G_UNLIKELY (outcome == UT_ROW_BAD))
    note_bad_line (collector, row->line);
}

void
ut_row_collector_bad_row (gpointer user, guint line, const char *why) {
  UtRowCollector *collector = user;
  ut_findings_add (collector->findings, collector->file->shown, line, UT_FINDING_BAD_ROW, "%s", why);
  collector->n_rows[UT_ROW_BAD]++;
}

gsize
ut_row_collector_count (const UtRowCollector *collector, guint mapping) {
  return ut_facts_count (&collector->facts[mapping]);
}

UtFacts
ut_row_collector_steal (UtRowCollector *collector, guint mapping) {
  UtFacts facts = collector->facts[mapping];
  collector->facts[mapping].first = collector->facts[mapping].last = NULL;
  return facts;
}

const UtMarks *
ut_row_collector_marks (const UtRowCollector *collector, guint mapping, UtPart part) {
  return &collector->marks[mapping * UT_N_PARTS + part];
}

UtFindings *
ut_row_collector_findings (UtRowCollector *collector) {
  return collector->findings;
}

const UtUnknownPlaces *
ut_row_collector_unknown_places (const UtRowCollector *collector) {
  return collector->unknown_places;
}

UtBeside *const *
ut_row_collector_besides (const UtRowCollector *collector) {
  return collector->besides;
}

const GArray *
ut_row_collector_timed_labels (const UtRowCollector *collector) {
  return collector->places.timed;
}

gboolean
ut_row_collector_doubts_boundaries (const UtRowCollector *collector) {
  return collector->doubts_boundaries;
}

gsize
ut_row_collector_back_casts (const UtRowCollector *collector) {
  return collector->n_back_casts;
}

const UtCodeColumns *
ut_row_collector_own_codes (const UtRowCollector *collector) {
  return collector->own_codes;
}

const UtCollectedTable *
ut_row_collector_table (const UtRowCollector *collector) {
  return collector->table;
}

const gsize *
ut_row_collector_rows (const UtRowCollector *collector) {
  return collector->n_rows;
}

gboolean
ut_row_collector_is_bad (const UtRowCollector *collector, guint line) {
  return collector->bad_lines != NULL && g_hash_table_contains (collector->bad_lines, GUINT_TO_POINTER (line));
}
