/* What sections share. */
#include "report/section/chapter.h"

#include "base/i18n.h"
#include "base/text.h"
#include "report/rules.h"
#include "text/benchmark.h"
#include "text/described.h"
#include "text/figure.h"
#include <utsyn/phrases.h>
#include <utsyn/terms.h>

const char *
ut_chapter_say (const UtChapter *chapter, const char *english) {
  return ut_tr (chapter->language, english);
}

void
ut_chapter_paragraph (UtChapter *chapter, UtRole role, char *text) {
  if (text != NULL && *text != '\0')
    ut_document_paragraph (chapter->document, role, text);
  g_free (text);
}

const UtAssessed *
ut_chapter_get (const UtChapter *chapter, guint place, guint indicator) {
  return ut_assessment_get (chapter->assessment, place, indicator);
}

guint
ut_chapter_find (const UtChapter *chapter, const UtIndicator *indicator) {
  guint i = 0;
  while (ut_chapter_get (chapter, 0, i)->indicator != indicator)
    i++;
  return i;
}

char *
ut_chapter_place (const UtChapter *chapter, UtRegionId region) {
  return ut_phrase_place (ut_assessment_regions (chapter->assessment), region, chapter->language);
}

char *
ut_chapter_country (const UtChapter *chapter, const GPtrArray *indicators) {
  guint rules = ut_rules_used (chapter->report, chapter->assessment, indicators);
  const UtRegions *regions = ut_assessment_regions (chapter->assessment);
  g_autofree char *country = ut_chapter_place (chapter, ut_regions_country (regions));
  return ut_phrase_against (ut_rules_against (rules), country, chapter->language);
}

const char *
ut_chapter_name (const UtChapter *chapter, const UtIndicator *indicator) {
  return ut_text_get (&indicator->name, chapter->language);
}

void
ut_chapter_charts (UtChapter *chapter, UtChartSpot spot, guint place, guint indicator) {
  for (guint k = 0; k < ut_charts_count (); k++) {
    const UtChartKind *kind = ut_charts_get (k);
    if (!(kind->spots & spot))
      continue;
    g_autoptr (GPtrArray) parts = ut_chart_images_get (chapter->figures, kind, place, indicator);
    for (guint i = 0; i < parts->len; i++) {
      const UtChartImage *part = g_ptr_array_index (parts, i);
      ut_document_chart (chapter->document, part->scene, part->name, NULL);
    }
  }
}

char *
ut_chapter_join (const UtChapter *chapter, GPtrArray *words) {
  g_ptr_array_add (words, NULL);
  char *joined = ut_text_join ((const char *const *) words->pdata, chapter->language);
  for (guint i = 0; i + 1 < words->len; i++)
    g_free (words->pdata[i]);
  g_ptr_array_unref (words);
  return joined;
}

/* Cells */

static const char *
missing_sign (const UtFigure *figure) {
  const char *sign = figure->exists ? ut_status_sign (figure->status) : "";
  return *sign != '\0' ? sign : "..";
}

UtCell *
ut_chapter_cell (const UtChapter *chapter, UtDocumentTable *table, const UtFigure *figure,
                 const UtIndicator *indicator) {
  if (!ut_figure_is_shown (figure)) {
    UtCell *cell = ut_document_cell (table, missing_sign (figure));
    g_autofree char *reason = ut_phrase_figure (figure, indicator, UT_FIGURE_SIGN, chapter->language);
    g_autofree char *note = ut_text_capital (reason);
    ut_document_note (table, cell, note);
    return cell;
  }
  g_autofree char *value = ut_phrase_figure (figure, indicator, UT_FIGURE_NUMBER, chapter->language);
  UtCell *cell = ut_document_cell (table, value);
  cell->key = figure->value;
  g_autofree char *quality
      = ut_phrase_figure_quality (ut_assessment_table (chapter->assessment), figure, chapter->language);
  if (*quality != '\0') {
    g_autofree char *note = ut_text_capital (quality);
    ut_document_note (table, cell, note);
  }
  return cell;
}

static const UtTone tones[] = {
  [UT_LEVEL_NOT_TESTED] = UT_TONE_PLAIN, [UT_LEVEL_UNDECIDED] = UT_TONE_PLAIN, [UT_LEVEL_SIMILAR] = UT_TONE_PLAIN,
  [UT_LEVEL_BETTER] = UT_TONE_BETTER,    [UT_LEVEL_WORSE] = UT_TONE_WORSE,     [UT_LEVEL_HIGHER] = UT_TONE_PLAIN,
  [UT_LEVEL_LOWER] = UT_TONE_PLAIN,
};
G_STATIC_ASSERT (G_N_ELEMENTS (tones) == UT_N_LEVELS);

void
ut_chapter_mark (const UtChapter *chapter, UtCell *cell, const UtVerdict *verdict) {
  const char *word = ut_verdict_word (verdict, chapter->language);
  g_autofree char *sure = verdict->level > UT_LEVEL_SIMILAR && !verdict->robust
                              ? g_strdup_printf (ut_tr (chapter->language, "%s, may be chance"), word)
                              : g_strdup (word);
  cell->mark = g_strdup (ut_level_mark (verdict->level, verdict->robust));
  /* What is certain but small has no colour. */
  cell->tone = verdict->below_relevant ? UT_TONE_PLAIN : tones[verdict->level];
  cell->word = verdict->basis == UT_BASIS_APPROXIMATE
                   ? g_strdup_printf ("%s, %s", sure, ut_basis_word (verdict->basis, chapter->language))
                   : g_steal_pointer (&sure);
}

void
ut_chapter_note_verdict (const UtChapter *chapter, UtDocumentTable *table, UtCell *cell, const UtIndicator *indicator,
                         const UtVerdict *verdict) {
  const UtCatalogue *catalogue = ut_assessment_catalogue (chapter->assessment);
  g_autofree char *basis = ut_phrase_basis (verdict, indicator, catalogue, chapter->language);
  if (*basis != '\0')
    ut_document_note (table, cell, basis);
  const char *few = ut_phrase_few (verdict, chapter->language);
  if (*few != '\0')
    ut_document_note (table, cell, few);
  if (verdict->reason == UT_REASON_NONE || verdict->basis == UT_BASIS_DESCRIBED)
    return;
  g_autofree char *why = ut_text_capital (ut_reason_text (verdict->reason, chapter->language));
  ut_document_note (table, cell, why);
}

void
ut_chapter_row (const UtChapter *chapter, UtDocumentTable *table, const UtIndicator *indicator) {
  g_autofree char *text = g_strdup_printf ("%s (%s)", ut_chapter_name (chapter, indicator),
                                           ut_unit_label (indicator->unit, chapter->language));
  ut_document_row (table);
  ut_document_cell (table, text);
}
