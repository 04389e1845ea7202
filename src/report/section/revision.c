#include "report/revision.h"

#include <math.h>

#include "base/i18n.h"
#include "base/text.h"
#include "report/section/chapter.h"
#include "text/figure.h"
#include <utsyn/phrases.h>
#include <utsyn/terms.h>

/* The table of the chapter is short; the workbook has all. */
#define MOST_ROWS 20

char *
ut_revision_words (const UtRevision *revision, UtLanguage language) {
  const char *kind = ut_revision_text (revision->kind, language);
  if (revision->kind != UT_REVISION_VERDICT)
    return g_strdup (kind);
  const char *against = ut_benchmark_word (revision->benchmark, language);
  return g_strdup_printf (ut_tr (language, "%1$s against %2$s, %3$s"), kind, against,
                          ut_cause_text (revision->cause, language));
}

static const UtIndicator *
find_indicator (const UtRevision *revision, const UtAssessment *assessment) {
  return revision->indicator == NULL ? NULL
                                     : ut_catalogue_find (ut_assessment_catalogue (assessment), revision->indicator);
}

const char *
ut_revision_indicator (const UtRevision *revision, const UtAssessment *assessment, UtLanguage language) {
  const UtIndicator *indicator = find_indicator (revision, assessment);
  if (indicator != NULL)
    return ut_text_get (&indicator->name, language);
  return revision->indicator != NULL ? revision->indicator : "";
}

char *
ut_revision_place (const UtRevision *revision, const UtAssessment *assessment) {
  if (revision->place == NULL)
    return g_strdup ("");
  const UtRegion *region = ut_regions_find_code (ut_assessment_regions (assessment), revision->place);
  const char *name = region != NULL ? region->name : revision->place;
  if (revision->previous_place == NULL || g_str_equal (revision->previous_place, revision->place))
    return g_strdup (name);
  return g_strdup_printf ("%s (%s → %s)", name, revision->previous_place, revision->place);
}

static char *
say_side (const UtRevision *revision, const UtAssessment *assessment, UtLanguage language, double value, UtLevel level,
          gboolean robust) {
  const UtIndicator *indicator = find_indicator (revision, assessment);
  if (revision->kind == UT_REVISION_VERDICT && level > UT_LEVEL_SIMILAR && !robust)
    return g_strdup_printf (ut_tr (language, "%s, may be chance"), ut_level_word (level, language));
  if (revision->kind == UT_REVISION_VERDICT)
    return g_strdup (ut_level_word (level, language));
  if (isnan (value) || indicator == NULL)
    return g_strdup ("");
  return ut_phrase_value (value, ut_indicator_decimals (indicator, value), indicator, UT_FIGURE_RUNNING, language);
}

char *
ut_revision_previous (const UtRevision *revision, const UtAssessment *assessment, UtLanguage language) {
  return say_side (revision, assessment, language, revision->previous, revision->level_previous,
                   revision->robust_previous);
}

char *
ut_revision_current (const UtRevision *revision, const UtAssessment *assessment, UtLanguage language) {
  return say_side (revision, assessment, language, revision->current, revision->level_current,
                   revision->robust_current);
}

/* The chapter */

static void
add_counts (UtChapter *chapter, const GArray *changes) {
  GPtrArray *items = g_ptr_array_new_with_free_func (g_free);
  for (int kind = 0; kind < UT_N_REVISIONS; kind++) {
    guint n = 0;
    for (guint i = 0; i < changes->len; i++)
      n += g_array_index (changes, UtRevision, i).kind == (UtRevisionKind) kind;
    g_autofree char *word = ut_text_capital (ut_revision_text ((UtRevisionKind) kind, chapter->language));
    if (n > 0)
      g_ptr_array_add (items, g_strdup_printf ("%s: %u", word, n));
  }
  ut_document_list (chapter->document, FALSE, items);
}

/* A new period is what one expects of a new year. */
static gboolean
is_in_table (const UtRevision *revision) {
  return revision->kind != UT_REVISION_NEW_PERIOD && revision->kind != UT_REVISION_FILLED;
}

static void
add_row (UtChapter *chapter, UtDocumentTable *table, const UtRevision *revision) {
  const UtAssessment *assessment = chapter->assessment;
  UtLanguage language = chapter->language;
  g_autofree char *place = ut_revision_place (revision, assessment);
  g_autofree char *period
      = revision->period.kind == UT_PERIOD_NONE ? g_strdup ("") : ut_period_format (revision->period, language);
  g_autofree char *previous = ut_revision_previous (revision, assessment, language);
  g_autofree char *current = ut_revision_current (revision, assessment, language);
  g_autofree char *words = ut_revision_words (revision, language);
  g_autofree char *what = ut_text_capital (words);
  ut_document_row (table);
  ut_document_cell (table, what);
  ut_document_cell (table, ut_revision_indicator (revision, assessment, language));
  ut_document_cell (table, place);
  ut_document_cell (table, period);
  ut_document_cell (table, previous);
  ut_document_cell (table, current);
}

/* Changed verdicts first: they are what a reader of last year's chapter must unlearn. */
static guint
add_rows (UtChapter *chapter, UtDocumentTable *table, const GArray *changes) {
  guint n = 0;
  for (int verdicts = 1; verdicts >= 0; verdicts--) {
    for (guint i = 0; i < changes->len; i++) {
      const UtRevision *revision = &g_array_index (changes, UtRevision, i);
      if (!is_in_table (revision) || (revision->kind == UT_REVISION_VERDICT) != verdicts)
        continue;
      if (n++ < MOST_ROWS)
        add_row (chapter, table, revision);
    }
  }
  return n;
}

static void
add_table (UtChapter *chapter, const GArray *changes) {
  UtLanguage language = chapter->language;
  UtDocumentTable *table = ut_document_table (chapter->document, ut_tr (language, "What has changed since last time"));
  ut_document_column (table, ut_tr (language, "Change"), FALSE);
  ut_document_column (table, ut_tr (language, "Indicator"), FALSE);
  ut_document_column (table, ut_tr (language, "Place"), FALSE);
  ut_document_column (table, ut_tr (language, "Period"), FALSE);
  ut_document_column (table, ut_tr (language, "Before"), FALSE);
  ut_document_column (table, ut_tr (language, "Now"), FALSE);
  guint n = add_rows (chapter, table, changes);
  if (n > MOST_ROWS)
    ut_chapter_paragraph (chapter, UT_ROLE_TEXT,
                          g_strdup_printf (ut_tr (language, "The table shows %1$u of %2$u changes."), MOST_ROWS, n));
}

static gboolean
applies (const UtChapter *chapter) {
  return chapter->report->previous != NULL;
}

static void
add (UtChapter *chapter) {
  g_autoptr (UtRun) current = ut_run_of (chapter->assessment);
  g_autoptr (GArray) changes
      = ut_revision_find (chapter->report->previous, current, ut_assessment_regions (chapter->assessment));
  gboolean any = FALSE;
  for (guint i = 0; i < changes->len && !any; i++)
    any = is_in_table (&g_array_index (changes, UtRevision, i));
  ut_document_heading (chapter->document, 2, ut_tr (chapter->language, "What has changed since last time"));
  if (changes->len == 0)
    ut_document_paragraph (chapter->document, UT_ROLE_TEXT,
                           ut_tr (chapter->language, "No figure and no judgement has changed since last time."));
  add_counts (chapter, changes);
  if (any)
    add_table (chapter, changes);
}

const UtSection ut_section_revision = { .name = "revision", .applies = applies, .add = add };
