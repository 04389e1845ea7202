#include <math.h>
#include <string.h>
#include <utsyn/error.h>
#include <utsyn/import.h>

#include "base/i18n.h"
#include "import/importer.h"
#include "import/inspect/follows.h"
#include "import/inspect/places.h"
#include "import/inspect/region.h"
#include "import/label/calendar.h"
#include "import/label/cell.h"
#include "import/label/period.h"

#define MAX_LABELS  10000
#define MAX_REASONS 100

typedef struct {
  UtInspection *inspection;
  UtInspectTable *table; /* the one being read */
  const UtNotation *notation;
  const UtRegions *regions; /* NULL: unknown */
  const char *path;
  UtFindings *findings;
  UtDictionary *const *dictionaries;
  UtFollows *follows;    /* of the table */
  GPtrArray *codes;      /* UtCodeColumns, one a table */
  GArray *guessed;       /* gboolean, one a table: the format's place column is a guess */
  const GArray *choices; /* UtRegionChoice, one a table; NULL while nothing has been chosen */
  gsize n_mark[2];       /* figures that can only be read with a point, with a comma */
} Inspector;

static void
free_dimension (gpointer data) {
  UtInspectDimension *dimension = data;
  g_free (dimension->name);
  g_ptr_array_unref (dimension->labels);
  g_array_unref (dimension->settled_by);
  g_clear_pointer (&dimension->places.strange, g_ptr_array_unref);
  g_free (dimension);
}

static void
free_column (gpointer data) {
  UtInspectColumn *column = data;
  g_free (column->name);
  g_free (column->contents);
  g_free (column->period);
  g_free (column->first);
  g_free (column);
}

static void
clear_sign (gpointer data) {
  g_free (((UtInspectSign *) data)->sign);
}

static void
clear_reason (gpointer data) {
  g_free (((UtInspectReason *) data)->why);
}

static void
clear_sheet (gpointer data) {
  UtInspectSheet *sheet = data;
  g_free (sheet->name);
  g_free (sheet->why);
}

static void
free_table (gpointer data) {
  UtInspectTable *table = data;
  g_free (table->title);
  g_free (table->odd);
  g_ptr_array_unref (table->dimensions);
  g_ptr_array_unref (table->columns);
  g_array_unref (table->signs);
  g_array_unref (table->reasons);
  g_free (table);
}

void
ut_inspection_free (UtInspection *inspection) {
  if (inspection == NULL)
    return;
  g_free (inspection->format);
  g_free (inspection->encoding);
  g_free (inspection->source);
  g_ptr_array_unref (inspection->tables);
  g_array_unref (inspection->passed_over);
  g_free (inspection);
}

static UtInspectDimension *
new_dimension (const UtCellLayout *layout, guint i) {
  UtInspectDimension *dimension = g_new0 (UtInspectDimension, 1);
  dimension->name = g_strdup (layout->dimensions[i]);
  dimension->role = (int) i == layout->region_dimension   ? "region"
                    : (int) i == layout->period_dimension ? "period"
                                                          : "";
  dimension->labels = g_ptr_array_new_with_free_func (g_free);
  dimension->settled_by = g_array_new (FALSE, FALSE, sizeof (guint));
  return dimension;
}

static UtInspectColumn *
new_column (const UtCellColumn *from) {
  UtInspectColumn *column = g_new0 (UtInspectColumn, 1);
  column->name = g_strdup (from->name);
  column->contents = g_strdup (from->contents);
  column->period = g_strdup (from->period);
  column->least = column->greatest = NAN;
  return column;
}

/* What the rows of the table read last have shown. */
static void
finish_follow (Inspector *self) {
  if (self->follows != NULL)
    ut_follows_finish (self->follows, self->table);
  g_clear_pointer (&self->follows, ut_follows_free);
}

/* The layout with the places where they were found when the file was read before. */
static UtCellLayout
choose_region (const Inspector *self, const UtCellLayout *layout) {
  UtCellLayout chosen = *layout;
  guint table = self->inspection->tables->len;
  if (self->choices == NULL || table >= self->choices->len)
    return chosen;
  const UtRegionChoice *choice = &g_array_index (self->choices, UtRegionChoice, table);
  if (!choice->is_another)
    return chosen;
  chosen.region_dimension = -1;
  for (guint i = 0; i < layout->n_dimensions && chosen.region_dimension < 0; i++)
    if (g_strcmp0 (layout->dimensions[i], choice->region) == 0)
      chosen.region_dimension = (int) i;
  return chosen;
}

static gboolean
on_layout (gpointer user, const UtCellLayout *found, GError **error) {
  Inspector *self = user;
  const UtCellLayout chosen = choose_region (self, found), *layout = &chosen;
  UtInspectTable *table = g_new0 (UtInspectTable, 1);
  (void) error;
  finish_follow (self);
  self->follows = ut_follows_new (layout);
  table->title = g_strdup (layout->title);
  table->dimensions = g_ptr_array_new_with_free_func (free_dimension);
  table->columns = g_ptr_array_new_with_free_func (free_column);
  table->signs = g_array_new (FALSE, FALSE, sizeof (UtInspectSign));
  g_array_set_clear_func (table->signs, clear_sign);
  table->reasons = g_array_new (FALSE, FALSE, sizeof (UtInspectReason));
  g_array_set_clear_func (table->reasons, clear_reason);
  for (guint i = 0; i < layout->n_dimensions; i++)
    g_ptr_array_add (table->dimensions, new_dimension (layout, i));
  for (guint i = 0; i < layout->n_columns; i++)
    g_ptr_array_add (table->columns, new_column (&layout->columns[i]));
  g_ptr_array_add (self->inspection->tables, table);
  g_ptr_array_add (self->codes, ut_code_columns_new (layout->n_columns));
  g_array_append_val (self->guessed, layout->region_guessed);
  self->table = table;
  return TRUE;
}

static gpointer
on_collector (gpointer user, UtDictionary *const *dictionaries) {
  ((Inspector *) user)->dictionaries = dictionaries;
  return user;
}

/* The dictionaries grow with the rows; what is new in them is taken over. */
static void
note_labels (Inspector *self) {
  for (guint i = 0; i < self->table->dimensions->len; i++) {
    UtInspectDimension *dimension = g_ptr_array_index (self->table->dimensions, i);
    guint32 n = ut_dictionary_count (self->dictionaries[i]);
    for (; dimension->n_labels < n; dimension->n_labels++)
      if (dimension->labels->len < MAX_LABELS)
        g_ptr_array_add (dimension->labels,
                         g_strdup (ut_dictionary_label (self->dictionaries[i], (guint32) dimension->n_labels)));
  }
}

static void
note_sign (UtInspectTable *table, const char *text, UtStatus status) {
  for (guint i = 0; i < table->signs->len; i++) {
    UtInspectSign *known = &g_array_index (table->signs, UtInspectSign, i);
    if (strcmp (known->sign, text) == 0) {
      known->n++;
      return;
    }
  }
  const UtInspectSign sign = { .status = status, .sign = g_strdup (text), .n = 1 };
  g_array_append_val (table->signs, sign);
}

static void
note_figure (UtInspectColumn *column, double value) {
  column->n_figures++;
  column->n_whole += value == floor (value);
  column->least = fmin (column->least, value);
  column->greatest = fmax (column->greatest, value);
}

/* Codes of counties are too short to tell from figures. */
static gboolean
is_place_code (const Inspector *self, const char *text) {
  return self->regions != NULL && strlen (text) == 4 && strspn (text, "0123456789") == 4
         && ut_regions_find_code (self->regions, text) != NULL;
}

static void
note_number (const Inspector *self, UtInspectColumn *column, const char *text, double value) {
  note_figure (column, value);
  column->n_codes += is_place_code (self, text);
  if (column->first == NULL)
    column->first = g_strdup (text);
}

/* "37.061" says nothing of the marks. */
static void
note_marks (Inspector *self, const char *text) {
  UtMarkUse point = ut_number_mark_use (text, UT_DECIMAL_POINT), comma = ut_number_mark_use (text, UT_DECIMAL_COMMA);
  self->n_mark[UT_DECIMAL_POINT] += point == UT_MARK_DECIMAL || comma == UT_MARK_SEPARATES;
  self->n_mark[UT_DECIMAL_COMMA] += comma == UT_MARK_DECIMAL || point == UT_MARK_SEPARATES;
}

/* By the source's mark, else by the other one, else with one of them between thousands. */
static gboolean
read_number (const Inspector *self, const char *text, double *value) {
  UtDecimalMark mark = self->notation->decimal, other = (UtDecimalMark) (1 - mark);
  return ut_number_parse (text, mark, value) || ut_number_parse (text, other, value)
         || ut_number_parse_grouped (text, mark, value) || ut_number_parse_grouped (text, other, value);
}

static void
note_value (Inspector *self, UtInspectColumn *column, const char *text, guint line) {
  UtStatus status;
  double value;
  if (read_number (self, text, &value)) {
    note_marks (self, text);
    note_number (self, column, text, value);
  } else if (ut_notation_sign (self->notation, text, &status)) {
    note_sign (self->table, text, status);
    if (status == UT_STATUS_OK)
      note_figure (column, 0);
  } else if (self->table->n_odd++ == 0) {
    self->table->odd = g_strdup (text);
    self->table->odd_line = line;
  }
}

static void
on_row (gpointer user, const UtCellRow *row) {
  Inspector *self = user;
  self->table->n_rows++;
  note_labels (self);
  ut_follows_row (self->follows, row->labels);
  UtCodeColumns *codes = g_ptr_array_index (self->codes, self->codes->len - 1);
  for (guint i = 0; i < self->table->columns->len; i++) {
    note_value (self, g_ptr_array_index (self->table->columns, i), row->values[i], row->line);
    if (!codes->ruled_out[i])
      ut_code_columns_note (codes, i, row->values[i]);
  }
}

static void
note_reason (UtInspectTable *table, guint line, const char *why) {
  for (guint i = 0; i < table->reasons->len; i++) {
    UtInspectReason *known = &g_array_index (table->reasons, UtInspectReason, i);
    if (strcmp (known->why, why) == 0) {
      known->n++;
      return;
    }
  }
  if (table->reasons->len >= MAX_REASONS)
    return;
  const UtInspectReason reason = { .why = g_strdup (why), .line = line, .n = 1 };
  g_array_append_val (table->reasons, reason);
}

static void
on_bad_row (gpointer user, guint line, const char *why) {
  Inspector *self = user;
  self->table->n_rows++;
  self->table->n_bad++;
  note_reason (self->table, line, why);
  ut_findings_add (self->findings, self->path, line, UT_FINDING_BAD_ROW, "%s", why);
}

static void
on_passed_over (gpointer user, const char *title, const char *why) {
  const UtInspectSheet sheet = { .name = g_strdup (title), .why = g_strdup (why) };
  g_array_append_val (((Inspector *) user)->inspection->passed_over, sheet);
}

static void
note_period (UtInspectDimension *dimension, UtPeriod period) {
  if (dimension->first.kind == UT_PERIOD_NONE || ut_period_compare (period, dimension->first) < 0)
    dimension->first = period;
  if (dimension->last.kind == UT_PERIOD_NONE || ut_period_compare (period, dimension->last) > 0)
    dimension->last = period;
}

/* As the column will be read. */
static void
note_periods (UtInspectDimension *dimension) {
  g_autoptr (UtCalendar) calendar = ut_calendar_new ();
  gboolean below_year = ut_period_heading_names_year (dimension->name);
  for (guint i = 0; i < dimension->labels->len; i++) {
    UtPeriod period;
    UtPeriodForm form;
    if (ut_period_cell_read (g_ptr_array_index (dimension->labels, i), &period, &form))
      ut_calendar_number_of (calendar, period, form, below_year);
    else
      dimension->n_no_period++;
  }
  guint n = ut_calendar_count (calendar);
  g_autofree UtPeriod *periods = g_new (UtPeriod, n + 1);
  ut_calendar_settle (calendar, n, NULL, periods);
  for (guint i = 0; i < n; i++)
    note_period (dimension, periods[i]);
}

static void
finish_table (UtInspectTable *table, UtPlaces *places) {
  for (guint i = 0; i < table->dimensions->len; i++) {
    UtInspectDimension *dimension = g_ptr_array_index (table->dimensions, i);
    dimension->holds_places
        = places != NULL && dimension->role[0] == '\0' && ut_inspect_are_places (places, dimension->labels);
    if (strcmp (dimension->role, "region") == 0 && places != NULL)
      ut_inspect_places (places, dimension->labels, &dimension->places);
    if (strcmp (dimension->role, "period") == 0)
      note_periods (dimension);
  }
}

static UtInspection *
new_inspection (const UtImporter *importer) {
  UtInspection *inspection = g_new0 (UtInspection, 1);
  inspection->format = g_strdup (importer->name);
  inspection->help = importer->help;
  inspection->source = importer->shared ? NULL : g_strdup (importer->notation->source);
  inspection->licence = importer->shared ? NULL : importer->notation->licence;
  inspection->decimal = importer->notation->decimal;
  inspection->tables = g_ptr_array_new_with_free_func (free_table);
  inspection->passed_over = g_array_new (FALSE, FALSE, sizeof (UtInspectSheet));
  g_array_set_clear_func (inspection->passed_over, clear_sheet);
  return inspection;
}

/* What the file says of its publisher; the licence follows from it where it is known. */
static void
note_source (UtInspection *inspection, const UtFileForm *form) {
  if (*form->source == '\0' || inspection->source != NULL)
    return;
  const UtNotation *notation = ut_notation_of_source (form->source);
  inspection->source = g_strdup (notation != NULL ? notation->source : form->source);
  inspection->licence = notation != NULL ? notation->licence : NULL;
}

static void
free_codes (gpointer codes) {
  ut_code_columns_free (codes);
}

static void
clear_choice (gpointer choice) {
  ut_region_choice_clear (choice);
}

typedef struct {
  const UtImporter *importer;
  const char *path;
  UtPlaces *places; /* NULL: none are known */
} Task;

/* Reads the file by what was chosen when it was read before, else as the format finds it; `next` is filled with what is
 * to be chosen by what it holds. */
static UtInspection *
read_once (const Task *task, const GArray *choices, const char *const *labels, GArray *next, UtFindings *findings,
           GError **error) {
  g_autoptr (UtInspection) inspection = new_inspection (task->importer);
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (free_codes);
  g_autoptr (GArray) guessed = g_array_new (FALSE, FALSE, sizeof (gboolean));
  Inspector self = { .inspection = inspection,
                     .notation = task->importer->notation,
                     .regions = task->places != NULL ? ut_places_regions (task->places) : NULL,
                     .path = task->path,
                     .findings = findings,
                     .codes = codes,
                     .guessed = guessed,
                     .choices = choices };
  const UtCellSink sink = { .layout = on_layout,
                            .collector = on_collector,
                            .row = on_row,
                            .bad_row = on_bad_row,
                            .passed_over = on_passed_over,
                            .user = &self };
  const UtReadHints hints = { .shown = task->path, .places = task->places, .label_columns = labels };
  UtFileForm form = { 0 };
  gboolean done = task->importer->read (task->path, &hints, &sink, &form, error);
  finish_follow (&self);
  if (!done)
    return NULL;
  inspection->encoding = form.encoding != NULL ? g_strdup (_ (form.encoding)) : NULL;
  inspection->separator = form.separator;
  note_source (inspection, &form);
  UtDecimalMark usual = task->importer->notation->decimal;
  inspection->other_decimal = self.n_mark[1 - usual] > self.n_mark[usual];
  for (guint i = 0; task->places != NULL && i < inspection->tables->len; i++) {
    const UtRegionChoice choice
        = ut_inspect_choose_region (g_ptr_array_index (inspection->tables, i), g_array_index (guessed, gboolean, i),
                                    g_ptr_array_index (codes, i), task->places);
    g_array_append_val (next, choice);
  }
  return g_steal_pointer (&inspection);
}

/* A file whose places are elsewhere than the format thought is read once more: what follows the place is seen in the
 * rows. */
static UtInspection *
read_file (const Task *task, UtFindings *findings, GError **error) {
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (UtRegionChoice));
  g_autoptr (GArray) ignored = g_array_new (FALSE, FALSE, sizeof (UtRegionChoice));
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autoptr (UtFindings) first = ut_findings_new ();
  g_array_set_clear_func (choices, clear_choice);
  g_array_set_clear_func (ignored, clear_choice);
  g_autoptr (UtInspection) inspection = read_once (task, NULL, NULL, choices, first, error);
  gboolean again = FALSE;
  for (guint i = 0; i < choices->len; i++) {
    const UtRegionChoice *choice = &g_array_index (choices, UtRegionChoice, i);
    again = again || choice->is_another;
    if (choice->code_column != NULL)
      g_ptr_array_add (labels, choice->code_column);
  }
  if (inspection == NULL || !again) {
    ut_findings_take (findings, first);
    return g_steal_pointer (&inspection);
  }
  g_ptr_array_add (labels, NULL);
  return read_once (task, choices, (const char *const *) labels->pdata, ignored, findings, error);
}

static const UtImporter *
find_importer (const char *path, UtPlaces *places, GError **error) {
  g_autoptr (GError) local = NULL;
  const UtImporter *importer = ut_importer_detect (path, places, &local);
  if (importer != NULL)
    return importer;
  g_autofree char *why = local == NULL ? ut_importer_explain (path) : NULL;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s: the format is not recognised: %s"), path, why != NULL ? why : "");
  return NULL;
}

/* What lies beside the figures of a dataset is read as what it is, and never as figures. */
static gboolean
check_name (const char *path, GError **error) {
  g_autofree char *name = g_path_get_basename (path);
  if (!ut_dataset_is_own_name (name))
    return TRUE;
  ut_error_set (
      error, UT_ERROR_DEFINITION,
      strcmp (name, UT_FETCH_RECORD) == 0
          ? _ ("%s: this is the record of what utsyn fetched or imported, and no file of figures: inspect the "
               "files beside it")
          : _ ("%s: this is the definition of a dataset, and no file of figures: inspect the files beside it, "
               "and utsyn check reads the definition"),
      path);
  return FALSE;
}

UtInspection *
ut_inspect (const char *path, const UtRegions *regions, UtFindings *findings, GError **error) {
  if (!check_name (path, error))
    return NULL;
  g_autoptr (UtPlaces) places = regions != NULL ? ut_places_new (regions) : NULL;
  const Task task = { .importer = find_importer (path, places, error), .path = path, .places = places };
  g_autoptr (UtInspection) inspection = task.importer != NULL ? read_file (&task, findings, error) : NULL;
  for (guint i = 0; inspection != NULL && i < inspection->tables->len; i++)
    finish_table (g_ptr_array_index (inspection->tables, i), places);
  return g_steal_pointer (&inspection);
}
