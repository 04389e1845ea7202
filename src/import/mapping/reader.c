#include "import/mapping/reader.h"

#include <string.h>

#include "base/i18n.h"
#include "import/label/cell.h"
#include "import/label/period.h"
#include "import/mapping/plan.h"
#include "import/mapping/selector.h"

#define LABEL_BAD G_MAXUINT32

/* Places of a label: one a period where codes belong to the year of the figure, else one. */
typedef struct {
  const UtPlace **of;
  guint n;
} LabelPlaces;

/* Mappings that are put together one after the other stand on one shelf, so that whole pages of it are free soon. */
#define MAPPINGS_A_SHELF 64

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

struct UtReader {
  const UtReadFile *file;
  const UtReadTable *table;
  UtDictionary *const *dictionaries;
  UtSelector *selector;
  guint n_mappings;
  UtShelf *shelves; /* [n_shelves] where the facts go */
  guint n_shelves;
  UtFacts *facts;        /* [n_mappings] */
  UtMarks *marks;        /* [n_mappings × parts] */
  LabelNumbers *periods; /* [n_dimensions] calendar number + 1, or LABEL_BAD */
  GArray **places;       /* [n_dimensions] LabelPlaces by label code; NULL where none was asked */
  gboolean by_year;      /* codes belong to the year of the figure */
  LastPlace last_place;
  UtBeside **besides; /* [table->regions]; NULL when nothing is looked for */
  guint n_besides;
  UtCodeColumns *own_codes;
  UtFindings *findings;
  UtUnknownPlaces *unknown_places;
  gsize n_rows[UT_N_ROW_OUTCOMES];
  GHashTable *bad_lines; /* NULL: none */
};

guint16
ut_read_period (const UtReadFile *file, const char *label, const char *heading) {
  UtPeriod period;
  UtPeriodForm form;
  if (!ut_period_cell_read (label, &period, &form))
    return UT_CALENDAR_NONE;
  if (file->notation->school_years && period.kind == UT_PERIOD_SPAN && period.last_year == period.first_year + 1)
    period.kind = UT_PERIOD_SCHOOL_YEAR;
  return ut_calendar_number_of (file->calendar, period, form,
                                heading != NULL && ut_period_heading_names_year (heading));
}

UtReader *
ut_reader_new (const UtReadFile *file, const UtReadTable *table, UtDictionary *const *dictionaries) {
  UtReader *reader = g_new0 (UtReader, 1);
  reader->file = file;
  reader->table = table;
  reader->dictionaries = dictionaries;
  reader->selector = ut_selector_new (table->plans, table->n_dimensions, dictionaries);
  reader->n_mappings = table->plans->len;
  reader->facts = g_new0 (UtFacts, reader->n_mappings + 1);
  reader->marks = g_new0 (UtMarks, reader->n_mappings * UT_N_PARTS + 1);
  reader->n_shelves = reader->n_mappings / MAPPINGS_A_SHELF + 1;
  reader->shelves = g_new0 (UtShelf, reader->n_shelves);
  for (guint i = 0; i < reader->n_shelves; i++)
    reader->shelves[i].slabs = file->slabs;
  for (guint i = 0; i < reader->n_mappings; i++)
    reader->facts[i].shelf = &reader->shelves[i / MAPPINGS_A_SHELF];
  reader->periods = g_new0 (LabelNumbers, table->n_dimensions + 1);
  reader->places = g_new0 (GArray *, table->n_dimensions + 1);
  reader->by_year = file->dataset->boundary_year == 0;
  reader->findings = ut_findings_new ();
  reader->unknown_places = ut_unknown_places_new ();
  reader->own_codes = ut_code_columns_new (table->n_columns);
  reader->n_besides = table->contradictions == NULL ? table->regions->len : 0;
  reader->besides = g_new0 (UtBeside *, reader->n_besides + 1);
  for (guint i = 0; i < reader->n_besides; i++)
    reader->besides[i] = ut_beside_new (table->n_dimensions, g_array_index (table->regions, guint, i));
  return reader;
}

void
ut_reader_close (UtReader *reader) {
  if (reader->selector == NULL)
    return;
  for (guint i = 0; i < reader->table->n_dimensions; i++) {
    g_free (reader->periods[i].numbers);
    for (guint k = 0; reader->places[i] != NULL && k < reader->places[i]->len; k++)
      g_free (g_array_index (reader->places[i], LabelPlaces, k).of);
    g_clear_pointer (&reader->places[i], g_array_unref);
  }
  g_clear_pointer (&reader->periods, g_free);
  g_clear_pointer (&reader->places, g_free);
  g_clear_pointer (&reader->selector, ut_selector_free);
  for (guint i = 0; i < reader->n_shelves; i++)
    ut_shelf_clear (&reader->shelves[i]);
}

void
ut_reader_free (UtReader *reader) {
  if (reader == NULL)
    return;
  ut_reader_close (reader);
  for (guint i = 0; i < reader->n_mappings; i++)
    ut_facts_clear (&reader->facts[i]);
  for (guint i = 0; i < reader->n_besides; i++)
    ut_beside_free (reader->besides[i]);
  g_free (reader->besides);
  ut_code_columns_free (reader->own_codes);
  g_free (reader->facts);
  g_free (reader->marks);
  g_free (reader->shelves);
  ut_findings_free (reader->findings);
  ut_unknown_places_free (reader->unknown_places);
  g_clear_pointer (&reader->bad_lines, g_hash_table_unref);
  g_free (reader);
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
find_label_period (UtReader *reader, guint dimension, guint32 code) {
  guint32 *number = get_number (&reader->periods[dimension], code);
  if (G_UNLIKELY (*number == 0)) {
    guint16 known = ut_read_period (reader->file, ut_dictionary_label (reader->dictionaries[dimension], code),
                                    reader->table->headings[dimension]);
    *number = known == UT_CALENDAR_NONE ? LABEL_BAD : known + 1u;
  }
  return *number;
}

static const UtPlace *
find_then (const UtReader *reader, const char *label, guint16 period) {
  const UtReadFile *file = reader->file;
  return ut_places_find_then (file->places, label, file->dataset->boundary_year,
                              ut_calendar_period (file->calendar, period));
}

static const UtPlace *
look_up_place (UtReader *reader, guint dimension, guint32 code, guint16 period) {
  const UtReadFile *file = reader->file;
  GArray *labels = reader->places[dimension];
  if (G_UNLIKELY (labels == NULL))
    labels = reader->places[dimension] = g_array_new (FALSE, TRUE, sizeof (LabelPlaces));
  if (G_UNLIKELY (code >= labels->len))
    g_array_set_size (labels, code + 1);
  LabelPlaces *places = &g_array_index (labels, LabelPlaces, code);
  guint slot = reader->by_year ? period : 0;
  if (G_UNLIKELY (slot >= places->n)) {
    places->of = g_renew (const UtPlace *, places->of, slot + 1);
    for (; places->n <= slot; places->n++)
      places->of[places->n] = NULL;
  }
  if (G_UNLIKELY (places->of[slot] == NULL)) {
    const char *label = ut_dictionary_label (reader->dictionaries[dimension], code);
    places->of[slot] = reader->by_year ? find_then (reader, label, period)
                                       : ut_places_find (file->places, label, file->dataset->boundary_year);
  }
  return places->of[slot];
}

/* Most rows are of the same place as the one before, and of the same year's boundaries. */
static const UtPlace *
find_label_place (UtReader *reader, guint dimension, guint32 code, guint16 period) {
  LastPlace *last = &reader->last_place;
  guint16 slot = reader->by_year ? period : 0;
  if (last->place == NULL || last->code != code || last->slot != slot || last->dimension != dimension)
    *last = (LastPlace){ dimension, code, slot, look_up_place (reader, dimension, code, period) };
  gboolean out_of_time = last->place->state == UT_PLACE_OUT_OF_TIME && !reader->by_year;
  return G_UNLIKELY (out_of_time)
             ? find_then (reader, ut_dictionary_label (reader->dictionaries[dimension], code), period)
             : last->place;
}

/* Cells */

/* Where a mark may separate thousands, all cells of a column decide together, later. A cell that is a number and no
 * text has none. */
static gboolean
read_figure (const UtReader *reader, UtMarks *marks, const char *text, gboolean is_number, UtFact *fact) {
  const UtReadFile *file = reader->file;
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
note_out_of_time (UtReader *reader, const UtPlace *place, guint dimension, guint32 code) {
  gboolean former = place->state == UT_PLACE_OUT_OF_TIME && place->region == UT_REGION_NONE;
  for (guint i = 0; i < reader->n_besides && former; i++)
    if (g_array_index (reader->table->regions, guint, i) == dimension)
      ut_beside_out_of_time (reader->besides[i], ut_dictionary_label (reader->dictionaries[dimension], code));
}

static UtRowOutcome
take_cell (UtReader *reader, const UtPlan *plan, const UtWanted *wanted, guint dimension, const UtCellRow *row,
           guint column, UtFact *fact) {
  const UtReadFile *file = reader->file;
  const char *text = row->values[column];
  guint32 region = row->labels[dimension];
  gboolean is_number = row->numbers != NULL && row->numbers[column];
  UtMarks *marks = &reader->marks[wanted->mapping * UT_N_PARTS + wanted->part];
  const UtPlace *place = find_label_place (reader, dimension, region, fact->period);
  fact->place = place->number;
  gboolean readable = read_figure (reader, marks, text, is_number, fact);
  gboolean real = readable && fact->status == UT_STATUS_OK && fact->value != 0;
  if (place->state == UT_PLACE_OUTSIDE)
    return UT_ROW_OUTSIDE;
  if (place->state == UT_PLACE_OUT_OF_TIME && !real)
    return UT_ROW_UNKNOWN_PLACE;
  note_out_of_time (reader, place, dimension, region);
  if (ut_place_is_nowhere (place)) {
    ut_unknown_places_add (reader->unknown_places, place, ut_dictionary_label (reader->dictionaries[dimension], region),
                           fact->line);
    return UT_ROW_UNKNOWN_PLACE;
  }
  if (!readable) {
    ut_findings_add (reader->findings, file->shown, fact->line, UT_FINDING_BAD_NUMBER, _ ("'%s' is no number"), text);
    fact->status = UT_STATUS_UNUSABLE;
  } else if (plan->mapping->fraction && wanted->part != UT_PART_NUMERATOR && wanted->part != UT_PART_DENOMINATOR) {
    ut_fact_to_percent (fact);
  }
  if (G_LIKELY (file->watch == NULL))
    ut_facts_keep (&reader->facts[wanted->mapping]);
  return readable ? UT_ROW_USED : UT_ROW_BAD;
}

/* The period of a column in a row: the mapping's own, its column, the heading, the file's time column. FALSE when there
 * is none, or the mapping wants another. */
static gboolean
find_period (UtReader *reader, const UtPlan *plan, guint column, const UtCellRow *row, guint16 *period,
             UtRowOutcome *outcome) {
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
  if (*outcome < UT_ROW_BAD)
    ut_findings_add (reader->findings, reader->file->shown, row->line, UT_FINDING_UNKNOWN_PERIOD,
                     _ ("'%s' is no period"), label);
  *outcome = MAX (*outcome, UT_ROW_BAD);
  return FALSE;
}

static guint16
find_quality (UtReader *reader, const UtPlan *plan, const UtCellRow *row) {
  guint16 quality = reader->table->quality;
  if (plan->quality_dimension < 0)
    return quality;
  guint dimension = (guint) plan->quality_dimension;
  const char *word = ut_dictionary_label (reader->dictionaries[dimension], row->labels[dimension]);
  if (!ut_quality_read (word, &quality))
    ut_findings_add (reader->findings, reader->file->shown, row->line, UT_FINDING_BAD_ROW,
                     _ ("'%s' is no word of quality (allowed: %s)"), word, UT_QUALITY_WORDS);
  return quality;
}

static UtRowOutcome
take_part (UtReader *reader, const UtCellRow *row, const UtWanted *wanted) {
  const UtPlan *plan = g_ptr_array_index (reader->table->plans, wanted->mapping);
  const UtSumPlan *part = &plan->parts[wanted->part];
  guint dimension = (guint) plan->region_dimension;
  UtRowOutcome outcome = UT_ROW_NOT_SELECTED;
  guint16 quality = find_quality (reader, plan, row);
  for (guint i = 0; i < part->columns->len; i++) {
    const UtPlanColumn column = g_array_index (part->columns, UtPlanColumn, i);
    guint16 period;
    if (!find_period (reader, plan, column.column, row, &period, &outcome))
      continue;
    UtFact *fact = ut_facts_next (&reader->facts[wanted->mapping], reader->file->file);
    fact->line = row->line;
    fact->period = period;
    fact->term = (guint16) (column.first_term + wanted->combination);
    fact->quality = quality | (row->qualities != NULL ? row->qualities[column.column] : 0);
    if (G_UNLIKELY (!reader->own_codes->ruled_out[column.column]))
      ut_own_codes_note (reader->own_codes, column.column, reader->file->places,
                         ut_dictionary_label (reader->dictionaries[dimension], row->labels[dimension]),
                         row->values[column.column]);
    UtRowOutcome cell = take_cell (reader, plan, wanted, dimension, row, column.column, fact);
    if (G_UNLIKELY (reader->file->watch != NULL) && (cell == UT_ROW_USED || cell == UT_ROW_BAD)) {
      const UtSeen seen = { reader->table, wanted->mapping, plan, fact, row->labels, reader->dictionaries };
      reader->file->watch (reader->file->watch_user, &seen);
    }
    outcome = MAX (outcome, cell);
  }
  return outcome;
}

/* Codes and names that contradict each other */

static const UtContradictions *
find_contradictions (const UtReader *reader, guint region) {
  const GPtrArray *all = reader->table->contradictions;
  for (guint i = 0; all != NULL && i < all->len; i++) {
    const UtContradictions *one = g_ptr_array_index (all, i);
    if (one != NULL && one->region == region)
      return one;
  }
  return NULL;
}

/* Whether code and name of the row are not of one place; it is reported then. */
static gboolean
is_contradicted (UtReader *reader, const UtCellRow *row, guint region) {
  const UtContradictions *contradictions = find_contradictions (reader, region);
  if (contradictions == NULL)
    return FALSE;
  if (contradictions->doubt != UT_CODES_OF_PLACES) {
    ut_unknown_places_add_column (reader->unknown_places, reader->table->headings[region], contradictions->doubt,
                                  contradictions->example, row->line);
    return TRUE;
  }
  const char *place = ut_dictionary_label (reader->dictionaries[region], row->labels[region]);
  for (guint i = 0; i < contradictions->columns->len; i++) {
    guint column = g_array_index (contradictions->columns, guint, i);
    const char *beside = ut_dictionary_label (reader->dictionaries[column], row->labels[column]);
    const char *label = ut_contradictions_find (contradictions, column, place, beside);
    if (label == NULL)
      continue;
    ut_unknown_places_add (reader->unknown_places, ut_places_find (reader->file->places, label, 0), label, row->line);
    return TRUE;
  }
  return FALSE;
}

static void
note_bad_line (UtReader *reader, guint line) {
  if (reader->bad_lines == NULL)
    reader->bad_lines = g_hash_table_new (NULL, NULL);
  g_hash_table_add (reader->bad_lines, GUINT_TO_POINTER (line));
}

void
ut_reader_row (gpointer user, const UtCellRow *row) {
  UtReader *reader = user;
  UtRowOutcome outcome = UT_ROW_NOT_SELECTED;
  guint n_wanted;
  const UtWanted *wanted = ut_selector_find (reader->selector, row->labels, &n_wanted);
  for (guint i = 0; i < reader->n_besides; i++)
    ut_beside_row (reader->besides[i], reader->dictionaries, row->labels);
  gboolean looks = reader->table->contradictions != NULL;
  for (guint i = 0; i < n_wanted; i++) {
    const UtPlan *plan = looks ? g_ptr_array_index (reader->table->plans, wanted[i].mapping) : NULL;
    gboolean refused = plan != NULL && is_contradicted (reader, row, (guint) plan->region_dimension);
    UtRowOutcome part = refused ? UT_ROW_UNKNOWN_PLACE : take_part (reader, row, &wanted[i]);
    outcome = MAX (outcome, part);
  }
  reader->n_rows[outcome]++;
  if (G_UNLIKELY (outcome == UT_ROW_BAD))
    note_bad_line (reader, row->line);
}

void
ut_reader_bad_row (gpointer user, guint line, const char *why) {
  UtReader *reader = user;
  ut_findings_add (reader->findings, reader->file->shown, line, UT_FINDING_BAD_ROW, "%s", why);
  reader->n_rows[UT_ROW_BAD]++;
}

gsize
ut_reader_count (const UtReader *reader, guint mapping) {
  return ut_facts_count (&reader->facts[mapping]);
}

UtFacts
ut_reader_steal (UtReader *reader, guint mapping) {
  UtFacts facts = reader->facts[mapping];
  reader->facts[mapping].first = reader->facts[mapping].last = NULL;
  return facts;
}

const UtMarks *
ut_reader_marks (const UtReader *reader, guint mapping, UtPart part) {
  return &reader->marks[mapping * UT_N_PARTS + part];
}

UtFindings *
ut_reader_findings (UtReader *reader) {
  return reader->findings;
}

const UtUnknownPlaces *
ut_reader_unknown_places (const UtReader *reader) {
  return reader->unknown_places;
}

UtBeside *const *
ut_reader_besides (const UtReader *reader) {
  return reader->besides;
}

const UtCodeColumns *
ut_reader_own_codes (const UtReader *reader) {
  return reader->own_codes;
}

const UtReadTable *
ut_reader_table (const UtReader *reader) {
  return reader->table;
}

const gsize *
ut_reader_rows (const UtReader *reader) {
  return reader->n_rows;
}

gboolean
ut_reader_is_bad (const UtReader *reader, guint line) {
  return reader->bad_lines != NULL && g_hash_table_contains (reader->bad_lines, GUINT_TO_POINTER (line));
}
