/* Under a theme's table: the same for girls and boys, or of the grades, place by place. */
#include "base/i18n.h"
#include "base/text.h"
#include "report/section/chapter.h"
#include "text/figure.h"
#include "text/groups.h"
#include <utsyn/number.h>
#include <utsyn/terms.h>

static const UtGroup *
group_at (const UtBreakdown *breakdown, guint i) {
  return &g_array_index (breakdown->groups, UtGroup, i);
}

static void
free_breakdown (gpointer breakdown) {
  ut_breakdown_free (breakdown);
}

/* Of the places that have a row, hidden or not, in the order of the report. */
static GPtrArray *
breakdowns_of (const UtChapter *chapter, guint indicator, UtDimension dimension) {
  GPtrArray *breakdowns = g_ptr_array_new_with_free_func (free_breakdown);
  for (guint place = 0; place < chapter->n_places; place++) {
    UtBreakdown *breakdown = ut_breakdown_new (chapter->assessment, place, indicator, dimension);
    if (breakdown != NULL && ut_groups_any_exist (breakdown))
      g_ptr_array_add (breakdowns, breakdown);
    else
      ut_breakdown_free (breakdown);
  }
  return breakdowns;
}

static gboolean
any_shown (const GPtrArray *breakdowns) {
  for (guint i = 0; i < breakdowns->len; i++)
    if (ut_groups_any_shown (g_ptr_array_index (breakdowns, i)))
      return TRUE;
  return FALSE;
}

static gboolean
has_interval (const UtGroup *group) {
  return ut_figure_is_shown (&group->own) && group->own.interval.lower <= group->own.interval.upper;
}

static gboolean
any_interval (const GPtrArray *breakdowns) {
  for (guint i = 0; i < breakdowns->len; i++) {
    const UtBreakdown *breakdown = g_ptr_array_index (breakdowns, i);
    for (guint k = 0; k < breakdown->groups->len; k++)
      if (has_interval (group_at (breakdown, k)))
        return TRUE;
  }
  return FALSE;
}

static gboolean
any_tested (const GPtrArray *breakdowns) {
  for (guint i = 0; i < breakdowns->len; i++) {
    const UtBreakdown *breakdown = g_ptr_array_index (breakdowns, i);
    for (guint k = 0; k < breakdown->groups->len; k++)
      if (group_at (breakdown, k)->verdicts[UT_BENCHMARK_COUNTY].level != UT_LEVEL_NOT_TESTED)
        return TRUE;
  }
  return FALSE;
}

static char *
place_of (const UtChapter *chapter, const UtBreakdown *breakdown) {
  return ut_chapter_place (chapter, group_at (breakdown, 0)->own.region);
}

/* "33,1 (25,7–41,4)" */
static void
add_figure (const UtChapter *chapter, UtDocumentTable *table, const UtGroup *group) {
  UtCell *cell = ut_chapter_cell (chapter, table, &group->own, group->indicator);
  UtInterval interval = group->own.interval;
  if (!has_interval (group))
    return;
  int decimals = ut_indicator_decimals (group->indicator, group->own.value);
  g_autofree char *lower = ut_number_format (interval.lower, decimals, chapter->language);
  g_autofree char *upper = ut_number_format (interval.upper, decimals, chapter->language);
  g_autofree char *value = g_steal_pointer (&cell->text);
  cell->text = g_strdup_printf ("%s (%s–%s)", value, lower, upper);
}

static void
add_verdict (const UtChapter *chapter, UtDocumentTable *table, const UtIndicator *indicator, const UtVerdict *verdict) {
  UtCell *cell = ut_document_cell (table, "");
  ut_chapter_mark (chapter, cell, verdict);
  g_free (cell->text);
  cell->text = g_steal_pointer (&cell->word);
  ut_chapter_note_verdict (chapter, table, cell, indicator, verdict);
}

static void
add_group (const UtChapter *chapter, UtDocumentTable *table, const UtBreakdown *breakdown, guint i, gboolean tested) {
  const UtGroup *group = group_at (breakdown, i);
  const UtVerdict *county = &group->verdicts[UT_BENCHMARK_COUNTY];
  g_autofree char *label = ut_phrase_group (breakdown, i, chapter->language), *name = ut_text_capital (label);
  g_autofree char *place = place_of (chapter, breakdown);
  g_autofree char *heading = chapter->n_places > 1 ? g_strdup_printf ("%s, %s", place, label) : g_strdup (name);
  g_autofree char *period = ut_period_format (breakdown->period, chapter->language);
  ut_document_row (table);
  ut_document_cell (table, heading);
  ut_document_cell (table, period)->key = ut_period_time (breakdown->period);
  add_figure (chapter, table, group);
  ut_chapter_cell (chapter, table, &county->reference, group->indicator);
  if (tested)
    add_verdict (chapter, table, group->indicator, county);
}

static void
add_table (UtChapter *chapter, const UtIndicator *indicator, const GPtrArray *breakdowns, gboolean tested) {
  const UtBreakdown *first = g_ptr_array_index (breakdowns, 0);
  const char *by = ut_dimension_word (first->dimension, chapter->language);
  const char *unit = ut_unit_label (indicator->unit, chapter->language), *name = ut_chapter_name (chapter, indicator);
  g_autofree char *caption
      = any_interval (breakdowns)
            ? g_strdup_printf (ut_tr (chapter->language, "%1$s (%2$s), by %3$s, with 95 %% uncertainty."), name, unit,
                               by)
            : g_strdup_printf (ut_tr (chapter->language, "%1$s (%2$s), by %3$s."), name, unit, by);
  UtDocumentTable *table = ut_document_table (chapter->document, caption);
  ut_document_column (table, ut_tr (chapter->language, "Group"), FALSE);
  ut_document_column (table, ut_tr (chapter->language, "Period"), FALSE);
  ut_document_column (table, ut_tr (chapter->language, "Figure"), TRUE);
  ut_document_column (table, ut_tr (chapter->language, "The same group in the county"), TRUE);
  if (tested)
    ut_document_column (table, ut_tr (chapter->language, "Against the county"), FALSE);
  for (guint i = 0; i < breakdowns->len; i++) {
    const UtBreakdown *breakdown = g_ptr_array_index (breakdowns, i);
    /* Why a place is not there is said below. */
    for (guint k = 0; ut_groups_any_shown (breakdown) && k < breakdown->groups->len; k++)
      add_group (chapter, table, breakdown, k, tested);
  }
}

/* "Seljord, Kviteseid og Tokke" where what is said of the groups is the same. */
static char *
places_with (const UtChapter *chapter, const GPtrArray *breakdowns, const GPtrArray *sentences, const char *sentence) {
  GPtrArray *places = g_ptr_array_new ();
  for (guint i = 0; i < breakdowns->len; i++)
    if (g_str_equal (g_ptr_array_index (sentences, i), sentence))
      g_ptr_array_add (places, place_of (chapter, g_ptr_array_index (breakdowns, i)));
  return ut_chapter_join (chapter, places);
}

/* Those that are tested, once for each answer. */
static void
add_contrasts (UtChapter *chapter, const GPtrArray *breakdowns) {
  GPtrArray *items = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < breakdowns->len; i++)
    g_ptr_array_add (sentences, ut_phrase_groups (g_ptr_array_index (breakdowns, i), chapter->language));
  for (guint i = 0; i < breakdowns->len; i++) {
    const UtBreakdown *breakdown = g_ptr_array_index (breakdowns, i);
    const char *sentence = g_ptr_array_index (sentences, i);
    guint first;
    g_ptr_array_find_with_equal_func (sentences, sentence, g_str_equal, &first);
    if (breakdown->contrast == UT_CONTRAST_NOT_TESTED || first < i)
      continue;
    g_autofree char *places = places_with (chapter, breakdowns, sentences, sentence);
    g_ptr_array_add (items, g_strdup_printf ("%s: %s.", places, sentence));
  }
  ut_document_list (chapter->document, FALSE, items);
}

/* Those that are not, once for each reason. */
static void
add_reasons (UtChapter *chapter, const GPtrArray *breakdowns) {
  for (UtReason reason = UT_REASON_NO_FIGURE; reason < UT_N_REASONS; reason++) {
    GPtrArray *places = g_ptr_array_new ();
    for (guint i = 0; i < breakdowns->len; i++) {
      const UtBreakdown *breakdown = g_ptr_array_index (breakdowns, i);
      if (breakdown->contrast == UT_CONTRAST_NOT_TESTED && breakdown->reason == reason)
        g_ptr_array_add (places, place_of (chapter, breakdown));
    }
    guint n = places->len;
    g_autofree char *joined = ut_chapter_join (chapter, places);
    if (n > 0)
      ut_chapter_paragraph (
          chapter, UT_ROLE_TEXT,
          g_strdup_printf (ut_tr (chapter->language, "The groups are not tested against each other in %1$s: %2$s."),
                           joined, ut_reason_text (reason, chapter->language)));
  }
}

/* Each once. */
static char *
missing_reasons (const UtChapter *chapter, const GPtrArray *breakdowns) {
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  for (guint i = 0; i < breakdowns->len; i++) {
    const UtBreakdown *breakdown = g_ptr_array_index (breakdowns, i);
    for (guint k = 0; k < breakdown->groups->len; k++) {
      const char *reason = ut_phrase_missing (&group_at (breakdown, k)->own, chapter->language);
      if (!g_ptr_array_find_with_equal_func (reasons, reason, g_str_equal, NULL))
        g_ptr_array_add (reasons, (gpointer) reason);
    }
  }
  g_ptr_array_add (reasons, NULL);
  return g_strjoinv ("; ", (char **) reasons->pdata);
}

static void
add_breakdown (UtChapter *chapter, const UtIndicator *indicator, UtDimension dimension) {
  g_autoptr (GPtrArray) breakdowns = breakdowns_of (chapter, ut_chapter_find (chapter, indicator), dimension);
  if (breakdowns->len == 0)
    return;
  if (!any_shown (breakdowns)) {
    g_autofree char *reasons = missing_reasons (chapter, breakdowns);
    ut_chapter_paragraph (chapter, UT_ROLE_TEXT,
                          g_strdup_printf (ut_tr (chapter->language, "%1$s: no figure by %2$s can be shown (%3$s)."),
                                           ut_chapter_name (chapter, indicator),
                                           ut_dimension_word (dimension, chapter->language), reasons));
    return;
  }
  add_table (chapter, indicator, breakdowns, any_tested (breakdowns));
  add_contrasts (chapter, breakdowns);
  add_reasons (chapter, breakdowns);
}

void
ut_chapter_add_groups (UtChapter *chapter, const UtReportTheme *theme) {
  for (guint i = 0; i < theme->indicators->len; i++)
    for (guint d = 0; d < UT_N_DIMENSIONS; d++)
      if (chapter->report->by[d])
        add_breakdown (chapter, g_ptr_array_index (theme->indicators, i), (UtDimension) d);
}
