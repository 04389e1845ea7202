#include <math.h>
#include <string.h>
#include <utsyn/dataset.h>
#include <utsyn/import.h>

#include "base/i18n.h"
#include "base/text.h"
#include "import/inspect/suggest_choice.h"
#include "import/inspect/suggest_column.h"
#include "import/inspect/suggest_heading.h"
#include "import/inspect/suggest_name.h"
#include "import/inspect/suggest_period.h"
#include "import/inspect/suggest_text.h"
#include "import/inspect/trial.h"
#include "import/label/notation.h"
#include "model/dataset_files.h"

/* So many other columns of figures are named. */
#define OTHERS_NAMED 12

/* What is proposed, before it is written. */
typedef struct {
  const UtInspection *inspection;
  const UtInspectTable *table; /* NULL: the file has none */
  const UtInspectDimension *region;
  const UtInspectColumn *figure; /* NULL: none was found */
  gboolean several;              /* columns are as likely to be the figure */
  UtSuggestedPeriod period;
  GArray *choices; /* UtChoice */
  char *level;     /* label of the level of municipalities; NULL: none is chosen */
  gboolean addable;
  const char *path;
} Draft;

static void
clear_draft (Draft *draft) {
  ut_suggested_period_clear (&draft->period);
  if (draft->choices != NULL)
    g_array_unref (draft->choices);
  g_free (draft->level);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draft, clear_draft)

/* What is found */

/* The one column that is headed as a figure, whatever else has numbers; else the one most likely to be it. */
static const UtInspectColumn *
find_figure (const UtInspectTable *table, gboolean *several) {
  const UtInspectColumn *likely = ut_suggest_figure (table, several), *headed = NULL;
  for (guint i = 0; i < table->columns->len; i++) {
    const UtInspectColumn *column = g_ptr_array_index (table->columns, i);
    if (column->n_figures == 0 || ut_heading_kind (column->contents) != UT_HEADING_FIGURE)
      continue;
    if (headed != NULL && strcmp (headed->contents, column->contents) != 0)
      return likely;
    headed = headed != NULL ? headed : column;
  }
  return headed != NULL ? headed : likely;
}

/* The table with most figures is most likely what is wanted, of those with places. */
static const UtInspectTable *
choose_table (const UtInspection *inspection) {
  const UtInspectTable *best = NULL;
  for (guint i = 0; i < inspection->tables->len; i++) {
    const UtInspectTable *table = g_ptr_array_index (inspection->tables, i);
    gboolean places = ut_suggest_find_role (table, "region") != NULL,
             had_places = best != NULL && ut_suggest_find_role (best, "region") != NULL;
    gboolean larger = best == NULL || table->n_rows * table->columns->len > best->n_rows * best->columns->len;
    if (places != had_places ? places : larger)
      best = table;
  }
  return best != NULL || inspection->tables->len == 0 ? best : g_ptr_array_index (inspection->tables, 0);
}

/* Columns of one contents, one a period, are the figure together. */
static gboolean
is_addable (const Draft *draft) {
  if (draft->figure == NULL)
    return FALSE;
  for (guint i = 0; i < draft->table->columns->len; i++) {
    const UtInspectColumn *column = g_ptr_array_index (draft->table->columns, i);
    if (strcmp (column->contents, draft->figure->contents) == 0 && column->n_figures > 0
        && !ut_suggest_is_count (column))
      return FALSE;
  }
  return TRUE;
}

static Draft
make_draft (const UtInspection *inspection, const char *path) {
  Draft draft = { .inspection = inspection, .table = choose_table (inspection), .path = path };
  if (draft.table == NULL)
    return draft;
  draft.region = ut_suggest_find_role (draft.table, "region");
  draft.figure = find_figure (draft.table, &draft.several);
  draft.period = ut_suggest_period (draft.table, draft.figure, path);
  draft.addable = is_addable (&draft);
  /* A list of codes has nothing to choose figures by. */
  draft.choices = draft.figure != NULL ? ut_suggest_choices (draft.table, draft.period.dimension, draft.addable)
                                       : g_array_new (FALSE, FALSE, sizeof (UtChoice));
  return draft;
}

/* What is written */

/* Next year's file is called otherwise, but ends the same way. Nothing where a dataset takes such files anyway. */
static void
add_files (GString *yaml, const char *path) {
  g_autofree char *base = g_path_get_basename (path);
  g_auto (GStrv) usual = ut_dataset_files_usual ();
  const UtDataset dataset = { .patterns = usual };
  const char *dot = strrchr (base, '.');
  g_autofree char *pattern = g_strconcat ("*", dot != NULL ? dot : "", NULL), *quoted = ut_suggest_quote (pattern);
  if (!ut_dataset_takes (&dataset, base))
    g_string_append_printf (yaml, "files: [%s]\n", quoted);
}

/* "20220621-1350_Poeng" is next year's sheet when its digits are left open: "*-*_Poeng". NULL when another table would
 * be meant too. */
static char *
open_title (const UtInspection *inspection, const char *title) {
  g_autoptr (GString) pattern = g_string_new (NULL);
  for (const char *at = title; *at != '\0';) {
    gsize n = strspn (at, "0123456789");
    g_string_append_len (pattern, n >= 4 ? "*" : at, n >= 4 ? 1 : (gssize) MAX (n, 1));
    at += MAX (n, 1);
  }
  guint n_meant = 0;
  for (guint i = 0; i < inspection->tables->len; i++) {
    const UtInspectTable *table = g_ptr_array_index (inspection->tables, i);
    n_meant += table->title != NULL && g_pattern_match_simple (pattern->str, table->title);
  }
  return n_meant == 1 ? g_string_free (g_steal_pointer (&pattern), FALSE) : NULL;
}

static void
add_known (GString *yaml, const char *key, const char *text, const char *hint, const char *question) {
  if (text != NULL)
    g_string_append_printf (yaml, "%s: %s\n", key, text);
  else if (hint != NULL)
    g_string_append_printf (yaml, "# %s: %s # %s\n", key, hint,
                            _ ("the file does not say, but its name begins so: take the first # away if it is right"));
  else
    g_string_append_printf (yaml, "# %s: # %s\n", key, question);
}

/* Our own names need no quotes, a file's may. */
static char *
write_source (const UtInspection *inspection) {
  if (inspection->source == NULL || ut_notation_of_source (inspection->source) != NULL)
    return g_strdup (inspection->source);
  return ut_suggest_quote (inspection->source);
}

static void
add_origin (GString *yaml, const Draft *draft) {
  const UtNotation *hint = draft->inspection->source == NULL ? ut_suggest_agency (draft->path) : NULL;
  g_autofree char *source = write_source (draft->inspection), *title = ut_suggest_title (draft->path);
  g_autofree char *quoted = ut_suggest_quote (title);
  add_known (yaml, "source", source, hint != NULL ? hint->source : NULL,
             _ ("who publishes the figures? The file does not say"));
  g_string_append_printf (yaml, "title: %s\n", quoted);
  add_known (yaml, "licence", draft->inspection->licence, hint != NULL ? hint->licence : NULL,
             _ ("on what terms? The file does not say"));
}

static void
add_form (GString *yaml, const Draft *draft) {
  static const char *const marks[] = { [UT_DECIMAL_POINT] = "point", [UT_DECIMAL_COMMA] = "comma" };
  G_STATIC_ASSERT (G_N_ELEMENTS (marks) == UT_N_DECIMAL_MARKS);
  const UtInspection *inspection = draft->inspection;
  if (inspection->other_decimal)
    g_string_append_printf (yaml, "decimal: %s\n", marks[1 - inspection->decimal]);
  /* The only sheet with figures needs no name. */
  if (draft->table->title != NULL && inspection->tables->len > 1) {
    g_autofree char *open = open_title (inspection, draft->table->title);
    g_autofree char *title = ut_suggest_quote (open != NULL ? open : draft->table->title);
    g_string_append_printf (yaml, "sheets: [%s]\n", title);
  }
}

static void
add_region (GString *yaml, const UtInspectDimension *region) {
  if (region == NULL || *region->name == '\0') {
    ut_suggest_comment (yaml, "    ",
                        region == NULL ? _ ("region: no column of places was found: name it")
                                       : _ ("region: the column of places has no heading"));
    return;
  }
  g_autofree char *name = ut_suggest_quote (region->name);
  gboolean foreign = ut_inspect_places_are_foreign (&region->places);
  g_string_append_printf (yaml, "    region: %s%s%s\n", name, foreign ? " # " : "",
                          foreign ? _ ("none of them is a place in Norway") : "");
}

static void
add_period (GString *yaml, const UtSuggestedPeriod *period) {
  if (period->yaml != NULL) {
    g_string_append_printf (yaml, "    period: %s\n", period->yaml);
    return;
  }
  g_string_append_printf (yaml, "    # period: {fixed: \"%s\"} # %s\n", period->guess != NULL ? period->guess : "",
                          period->why);
}

static char *
explain_choice (const UtChoice *choice) {
  switch (choice->kind) {
  case UT_CHOICE_TOTAL:
    return g_strdup (_ ("the total"));
  case UT_CHOICE_LEVEL:
    return g_strdup (_ ("the level with most municipalities"));
  case UT_CHOICE_SUM:
    return g_strdup (choice->is_ages ? _ ("all ages added up, or such as 0-17") : _ ("all labels added up"));
  default:
    return g_strdup_printf (_ ("the first of %zu: choose"), choice->n_labels);
  }
}

/* What place and period do not settle must be chosen, and why it was chosen so is said. */
static void
add_select (GString *yaml, const GArray *choices) {
  g_autoptr (GString) select = g_string_new (NULL), why = g_string_new (NULL);
  for (guint i = 0; i < choices->len; i++) {
    const UtChoice *choice = &g_array_index (choices, UtChoice, i);
    g_autofree char *heading = ut_suggest_quote (choice->heading), *reason = explain_choice (choice);
    g_autofree char *label = choice->label != NULL ? ut_suggest_quote (choice->label) : NULL;
    if (choice->kind == UT_CHOICE_NONE)
      continue;
    g_autofree char *shown = ut_text_clean (choice->heading, UT_TEXT_MESSAGE);
    g_string_append_printf (select, "%s%s: %s", select->len > 0 ? ", " : "", heading, label != NULL ? label : "all");
    g_string_append_printf (why, "%s%s: %s", why->len > 0 ? "; " : "", shown, reason);
  }
  if (select->len > 0)
    g_string_append_printf (yaml, "    select: {%s} # %s\n", select->str, why->str);
  for (guint i = 0; i < choices->len; i++) {
    const UtChoice *choice = &g_array_index (choices, UtChoice, i);
    if (choice->kind != UT_CHOICE_NONE)
      continue;
    g_autofree char *line = g_strdup_printf (
        _ ("'%s' holds parts of municipalities, none of which stands for the whole"), choice->heading);
    ut_suggest_comment (yaml, "    ", line);
  }
}

static gboolean
are_fractions (const UtInspectColumn *column) {
  return column->least >= 0 && column->greatest <= 1
         && (column->least != floor (column->least) || column->greatest != floor (column->greatest));
}

static const char *
heading_of (const UtInspectColumn *column) {
  return column->period != NULL ? column->contents : column->name;
}

/* The columns that were not taken, each once. */
static void
add_others (GString *yaml, const Draft *draft) {
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) line = g_string_new (_ ("other columns of figures:"));
  guint n = 0;
  g_hash_table_add (named, (gpointer) heading_of (draft->figure));
  for (guint i = 0; i < draft->table->columns->len; i++) {
    const UtInspectColumn *column = g_ptr_array_index (draft->table->columns, i);
    const char *heading = heading_of (column);
    if (!ut_suggest_may_be_figure (column, FALSE) || column->n_figures == 0
        || !g_hash_table_add (named, (gpointer) heading))
      continue;
    n++;
    g_autofree char *quoted = ut_suggest_quote (heading);
    if (n <= OTHERS_NAMED)
      g_string_append_printf (line, "%s %s", n > 1 ? "," : "", quoted);
  }
  if (n > OTHERS_NAMED)
    g_string_append (line, " …");
  if (n > 0)
    ut_suggest_comment (yaml, "    ", line->str);
}

static void
add_value (GString *yaml, const Draft *draft) {
  const UtInspectColumn *column = draft->figure;
  if (column == NULL) {
    ut_suggest_comment (yaml, "    ", _ ("value: the file has no column of figures: name what to read"));
    return;
  }
  g_autofree char *value = ut_suggest_quote (heading_of (column));
  /* Headings that are years and nothing else have no name to give. */
  if (*heading_of (column) != '\0')
    g_string_append_printf (yaml, "    value: %s%s%s\n", value, draft->several ? " # " : "",
                            draft->several ? _ ("one of several columns of figures: choose") : "");
  if (are_fractions (column))
    g_string_append_printf (yaml, "    as: fraction # %s\n", _ ("the figures are from 0 to 1: read as per cent"));
  if (draft->several)
    add_others (yaml, draft);
}

static void
add_observation (GString *yaml, const Draft *draft) {
  add_region (yaml, draft->region);
  add_period (yaml, &draft->period);
  add_select (yaml, draft->choices);
  add_value (yaml, draft);
  const UtInspectDimension *quality = ut_suggest_quality (draft->table);
  g_autofree char *heading = quality != NULL ? ut_suggest_quote (quality->name) : NULL;
  if (heading != NULL)
    g_string_append_printf (yaml, "    quality: %s\n", heading);
}

static char *
write_draft (const Draft *draft, const GPtrArray *said) {
  g_autofree char *id = ut_suggest_id (draft->path);
  GString *yaml = g_string_new (NULL);
  g_string_append_printf (yaml, "id: %s # %s\n", id, _ ("the folder must have the same name"));
  add_origin (yaml, draft);
  g_string_append_printf (yaml, "format: %s\nboundaries: auto\n", draft->inspection->format);
  if (draft->table == NULL) {
    ut_suggest_comment (yaml, "", _ ("the file has no table with figures"));
    return g_string_free (yaml, FALSE);
  }
  if (draft->period.is_one && draft->figure != NULL)
    g_string_append_printf (yaml, "vintages: all # %s\n", _ ("the file is of one period: the next is put beside it"));
  add_form (yaml, draft);
  add_files (yaml, draft->path);
  for (guint i = 0; i < said->len; i++)
    ut_suggest_comment (yaml, "", g_ptr_array_index (said, i));
  g_string_append (yaml, "observations:\n");
  g_string_append_printf (yaml, "  - indicator: indicator-id # %s\n", _ ("fill in: utsyn list indicators"));
  add_observation (yaml, draft);
  return g_string_free (yaml, FALSE);
}

/* What is tried */

/* The same with what the reader will fill in: a period that the file does not say is that of its boundaries. */
static char *
write_trial (const Draft *draft) {
  GString *yaml = g_string_new ("id: " UT_TRIAL_ID "\ntitle: " UT_TRIAL_ID "\n");
  g_string_append_printf (yaml, "format: %s\n", draft->inspection->format);
  add_form (yaml, draft);
  g_string_append (yaml, "files: [\"*\"]\nobservations:\n  - indicator: " UT_TRIAL_ID "\n");
  int year = draft->region != NULL && draft->region->places.structure != 0 ? draft->region->places.structure : 2024;
  if (draft->period.yaml == NULL && draft->period.guess != NULL)
    g_string_append_printf (yaml, "    period: {fixed: \"%s\"}\n", draft->period.guess);
  else if (draft->period.yaml == NULL)
    g_string_append_printf (yaml, "    period: {fixed: \"%d\"}\n", year);
  add_observation (yaml, draft);
  return g_string_free (yaml, FALSE);
}

/* What turned out to be no sum is one label; FALSE when there was none of the kind. */
static gboolean
give_up_sums (Draft *draft, gboolean ages_too) {
  gboolean any = FALSE;
  for (guint i = 0; i < draft->choices->len; i++) {
    UtChoice *choice = &g_array_index (draft->choices, UtChoice, i);
    if (choice->kind != UT_CHOICE_SUM || choice->first == NULL || (choice->is_ages && !ages_too))
      continue;
    choice->kind = UT_CHOICE_FIRST;
    choice->label = choice->first;
    any = TRUE;
  }
  return any;
}

static void
clear_proposal (UtProposal *proposal) {
  g_free (proposal->yaml);
  g_ptr_array_unref (proposal->said);
}

static void
start_proposal (UtProposal *proposal) {
  *proposal = (UtProposal){ .said = g_ptr_array_new_with_free_func (g_free) };
}

static gboolean
run (const Draft *draft, UtProposal *proposal, const UtRegions *regions) {
  g_autofree char *yaml = write_trial (draft);
  clear_proposal (proposal);
  start_proposal (proposal);
  return ut_trial_run (proposal, yaml, draft->path, regions, draft->addable) && proposal->n_figures > 0;
}

/* Rows of schools under the code of their municipality contradict its own. */
static gboolean
is_mixed (const UtProposal *proposal) {
  return proposal->is_read && proposal->n_without[UT_STATUS_CONTRADICTORY] > proposal->n_figures;
}

static void
try_level (Draft *draft, const UtChoice *level, const char *label, UtProposal *best, const UtRegions *regions) {
  UtProposal proposal;
  UtChoice choice = *level;
  choice.label = label;
  start_proposal (&proposal);
  g_array_append_val (draft->choices, choice);
  if (run (draft, &proposal, regions) && proposal.n_municipalities > best->n_municipalities) {
    UtProposal worse = *best;
    *best = proposal;
    proposal = worse;
    g_free (draft->level);
    draft->level = g_strdup (label);
  }
  g_array_set_size (draft->choices, draft->choices->len - 1);
  clear_proposal (&proposal);
}

static void
choose_level (Draft *draft, UtProposal *best, const UtRegions *regions) {
  g_autoptr (GArray) levels = ut_suggest_levels (draft->table);
  for (guint i = 0; i < levels->len && is_mixed (best); i++) {
    UtChoice *level = &g_array_index (levels, UtChoice, i);
    g_autoptr (GPtrArray) labels = ut_suggest_level_labels (draft->table, level->heading);
    for (guint k = 0; k < labels->len; k++)
      try_level (draft, level, g_ptr_array_index (labels, k), best, regions);
    level->label = draft->level;
    if (level->label != NULL)
      g_array_append_val (draft->choices, *level);
  }
}

UtProposal *
ut_inspection_propose (const UtInspection *inspection, const char *path, const UtRegions *regions) {
  g_auto (Draft) draft = make_draft (inspection, path);
  UtProposal *proposal = g_new (UtProposal, 1);
  start_proposal (proposal);
  gboolean complete = regions != NULL && draft.table != NULL && draft.region != NULL && draft.figure != NULL;
  gboolean done = !complete || run (&draft, proposal, regions);
  for (int ages_too = 0; !done && ages_too < 2; ages_too++)
    if (give_up_sums (&draft, ages_too == 1))
      done = run (&draft, proposal, regions);
  if (proposal->is_read)
    choose_level (&draft, proposal, regions);
  proposal->yaml = write_draft (&draft, proposal->said);
  return proposal;
}

void
ut_proposal_free (UtProposal *proposal) {
  if (proposal == NULL)
    return;
  clear_proposal (proposal);
  g_free (proposal);
}
