/* What we are good at, what we can do better and what is changing: the order is that of story.h. */
#include "base/i18n.h"
#include "base/text.h"
#include "report/section/chapter.h"
#include "text/benchmark.h"
#include "text/figure.h"
#include "text/level.h"
#include "text/trend.h"
#include <utsyn/phrases.h>
#include <utsyn/story.h>
#include <utsyn/terms.h>

static const UtVerdict *
verdict_of (const UtChapter *chapter, guint place, guint indicator) {
  return &ut_chapter_get (chapter, place, indicator)->verdicts[UT_BENCHMARK_COUNTRY];
}

/* The items themselves; the rest of a long list is named after it. */
#define MOST_ITEMS 6

/* Places named one by one; of more, the two ends. */
#define MOST_NAMED 8

/* Their numbers; the report's own region stands first. */
static GArray *
in_turn (const UtChapter *chapter, const GArray *places) {
  GArray *turn = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint k = 0; k < chapter->n_places; k++) {
    guint place = (k + chapter->n_municipalities) % chapter->n_places;
    for (guint i = 0; i < places->len; i++)
      if (g_array_index (places, guint, i) == place)
        g_array_append_val (turn, place);
  }
  return turn;
}

static char *
name_places (const UtChapter *chapter, const GArray *places) {
  GPtrArray *names = g_ptr_array_new ();
  g_autoptr (GArray) turn = in_turn (chapter, places);
  for (guint i = 0; i < turn->len; i++)
    g_ptr_array_add (
        names, ut_chapter_place (chapter, ut_assessment_place (chapter->assessment, g_array_index (turn, guint, i))));
  return ut_chapter_join (chapter, names);
}

/* "9,7 prosent i landet": as published, for the rest of the country is another for each place. */
static char *
say_country (const UtChapter *chapter, guint place, guint indicator) {
  const UtAssessed *assessed = ut_chapter_get (chapter, place, indicator);
  g_autofree char *value = ut_phrase_figure (&verdict_of (chapter, place, indicator)->reference, assessed->indicator,
                                             UT_FIGURE_RUNNING, chapter->language);
  g_autofree char *country
      = ut_chapter_place (chapter, ut_regions_country (ut_assessment_regions (chapter->assessment)));
  return g_strdup_printf (ut_tr (chapter->language, "%1$s in %2$s"), value, country);
}

/* "4,7 prosent i Seljord"; with what it is compared with where that is not the same for all. */
static char *
say_value (const UtChapter *chapter, guint place, guint indicator, gboolean alike) {
  const UtAssessed *assessed = ut_chapter_get (chapter, place, indicator);
  g_autofree char *value = ut_phrase_figure (&assessed->own, assessed->indicator, UT_FIGURE_RUNNING, chapter->language);
  g_autofree char *name = ut_chapter_place (chapter, assessed->region);
  if (alike)
    return g_strdup_printf (ut_tr (chapter->language, "%1$s in %2$s"), value, name);
  g_autofree char *period = ut_period_format (assessed->own.period, chapter->language);
  g_autofree char *country = say_country (chapter, place, indicator);
  return g_strdup_printf (ut_tr (chapter->language, "%1$s in %2$s (%3$s, against %4$s)"), value, name, period, country);
}

/* "12 kommunar, frå 4,7 prosent i Seljord til 6,2 prosent i Vinje" */
static char *
say_ends (const UtChapter *chapter, const GArray *places, guint indicator, gboolean alike) {
  guint lowest = g_array_index (places, guint, 0), highest = lowest;
  for (guint i = 1; i < places->len; i++) {
    guint place = g_array_index (places, guint, i);
    double value = ut_chapter_get (chapter, place, indicator)->own.value;
    if (value < ut_chapter_get (chapter, lowest, indicator)->own.value)
      lowest = place;
    if (value > ut_chapter_get (chapter, highest, indicator)->own.value)
      highest = place;
  }
  g_autofree char *from = say_value (chapter, lowest, indicator, alike);
  g_autofree char *to = say_value (chapter, highest, indicator, alike);
  return g_strdup_printf (ut_tr (chapter->language, "%1$u municipalities, from %2$s to %3$s"), places->len, from, to);
}

static char *
say_values (const UtChapter *chapter, const GArray *places, guint indicator, gboolean alike) {
  GPtrArray *values = g_ptr_array_new ();
  g_autoptr (GArray) turn = in_turn (chapter, places);
  if (turn->len > 0 && g_array_index (turn, guint, 0) >= chapter->n_municipalities) {
    g_ptr_array_add (values, say_value (chapter, g_array_index (turn, guint, 0), indicator, alike));
    g_array_remove_index (turn, 0);
  }
  if (turn->len > MOST_NAMED)
    g_ptr_array_add (values, say_ends (chapter, turn, indicator, alike));
  for (guint i = 0; i < turn->len && turn->len <= MOST_NAMED; i++)
    g_ptr_array_add (values, say_value (chapter, g_array_index (turn, guint, i), indicator, alike));
  return ut_chapter_join (chapter, values);
}

/* Whether all of the places have figures of the same period, and so the same to compare with. */
static gboolean
are_alike (const UtChapter *chapter, const UtStoryItem *item) {
  UtPeriod period = ut_chapter_get (chapter, item->lead, item->indicator)->own.period;
  const GArray *const lists[] = { item->places, item->maybe };
  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    for (guint i = 0; i < lists[list]->len; i++) {
      guint place = g_array_index (lists[list], guint, i);
      if (ut_period_compare (ut_chapter_get (chapter, place, item->indicator)->own.period, period) != 0)
        return FALSE;
    }
  return TRUE;
}

static char *
say_level (const UtChapter *chapter, const UtStoryItem *item) {
  const UtAssessed *lead = ut_chapter_get (chapter, item->lead, item->indicator);
  const char *name = ut_chapter_name (chapter, lead->indicator);
  gboolean alone = chapter->n_places == 1, alike = are_alike (chapter, item);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *period = ut_period_format (lead->own.period, chapter->language);
  g_autofree char *country = say_country (chapter, item->lead, item->indicator);
  g_autofree char *values = alone ? ut_phrase_figure (&lead->own, lead->indicator, UT_FIGURE_RUNNING, chapter->language)
                                  : say_values (chapter, item->places, item->indicator, alike);
  if (alike)
    g_string_append_printf (text, ut_tr (chapter->language, "%1$s: %2$s in %3$s, against %4$s."), name, values, period,
                            country);
  else
    g_string_append_printf (text, "%s: %s.", name, values);
  if (item->maybe->len > 0) {
    g_autofree char *others = say_values (chapter, item->maybe, item->indicator, alike);
    g_string_append_printf (text, ut_tr (chapter->language, " Not certain for each by itself: %s."), others);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whether all of them have a trend of their own that goes that way. */
static gboolean
all_go (const UtChapter *chapter, const UtStoryItem *item) {
  for (guint i = 0; i < item->places->len; i++)
    if (ut_chapter_get (chapter, g_array_index (item->places, guint, i), item->indicator)->trend.trend
        != item->direction)
      return FALSE;
  return TRUE;
}

static char *
say_change (const UtChapter *chapter, const UtStoryItem *item) {
  UtLanguage language = chapter->language;
  const char *name = ut_chapter_name (chapter, ut_chapter_get (chapter, 0, item->indicator)->indicator);
  g_autofree char *places = name_places (chapter, item->places);
  if (all_go (chapter, item))
    return g_strdup_printf (ut_tr (language, "%1$s: %2$s in %3$s, more than in the country."), name,
                            ut_trend_word (item->direction, language), places);
  return g_strdup_printf (item->direction == UT_TREND_RISING
                              ? ut_tr (language, "%1$s: has gone more upwards than in the country in %2$s.")
                              : ut_tr (language, "%1$s: has gone more downwards than in the country in %2$s."),
                          name, places);
}

/* " Utviklinga i Seljord: har auka; kan ikkje skiljast frå landet.": that a level moves as the country's does is no
 * headline, but belongs to what is true of it. */
static char *
say_course (const UtChapter *chapter, const UtStoryItem *item) {
  const UtAssessed *lead = ut_chapter_get (chapter, item->lead, item->indicator);
  if (item->side == UT_STORY_CHANGE || !ut_trend_follows (&lead->trend, UT_BENCHMARK_COUNTRY))
    return g_strdup ("");
  g_autofree char *place = ut_chapter_place (chapter, lead->region);
  g_autofree char *course = ut_phrase_trend_word (lead, chapter->language);
  return g_strdup_printf (ut_tr (chapter->language, " The figure in %1$s %2$s."), place, course);
}

static char *
say_item (const UtChapter *chapter, const UtStoryItem *item) {
  if (item->side == UT_STORY_CHANGE)
    return say_change (chapter, item);
  return say_level (chapter, item);
}

/* Why the item stands where it does: what the places do not already say. */
static char *
say_reasons (const UtChapter *chapter, const UtStoryItem *item) {
  GPtrArray *words = g_ptr_array_new ();
  for (guint i = 0; i < UT_N_STORY_REASONS; i++) {
    UtStoryReason reason = ut_story_reason (i);
    if (!(item->reasons & reason) || reason == UT_STORY_WHOLE)
      continue;
    g_autofree char *since = ut_period_format (item->since, chapter->language);
    g_ptr_array_add (words,
                     reason == UT_STORY_LASTING ? g_strdup_printf (
                         words->len == 0 ? ut_tr (chapter->language, "the difference has lasted since %s at least")
                                         : ut_tr (chapter->language, "has lasted since %s at least"),
                         since)
                                                : g_strdup (ut_story_reason_text (i, chapter->language)));
  }
  if (words->len == 0) {
    g_ptr_array_unref (words);
    return g_strdup ("");
  }
  g_autofree char *joined = ut_chapter_join (chapter, words);
  if (item->side == UT_STORY_CHANGE || item->places->len + item->maybe->len == 1) {
    g_autofree char *sentence = ut_text_capital (joined);
    return g_strdup_printf (" %s.", sentence);
  }
  g_autofree char *lead = ut_chapter_place (chapter, ut_assessment_place (chapter->assessment, item->lead));
  g_autofree char *name = ut_text_capital (lead);
  return g_strdup_printf (" %s: %s.", name, joined);
}

static char *
say_whole (const UtChapter *chapter, const UtStoryItem *item) {
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *first = say_item (chapter, item), *why = say_reasons (chapter, item);
  g_autofree char *course = say_course (chapter, item);
  g_string_append_printf (text, "%s%s%s", first, why, course);
  for (guint i = 0; i < item->related->len; i++) {
    const UtStoryItem *related = g_ptr_array_index (item->related, i);
    g_autofree char *also = say_item (chapter, related);
    /* Whether a change is for the better is not the same for all of a family. */
    g_autofree char *which = related->side == UT_STORY_CHANGE ? say_reasons (chapter, related) : g_strdup ("");
    g_string_append_printf (text, " %s%s", also, which);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What a long list leaves out, by name, so that nothing is hidden by its length. */
static void
name_rest (UtChapter *chapter, const GPtrArray *story) {
  GPtrArray *names = g_ptr_array_new ();
  for (guint i = MOST_ITEMS; i < story->len; i++) {
    const UtStoryItem *item = g_ptr_array_index (story, i);
    g_ptr_array_add (names,
                     g_strdup (ut_chapter_name (chapter, ut_chapter_get (chapter, 0, item->indicator)->indicator)));
  }
  g_autofree char *rest = ut_chapter_join (chapter, names);
  ut_chapter_paragraph (chapter, UT_ROLE_TEXT,
                        g_strdup_printf (ut_tr (chapter->language, "More in the themes: %s."), rest));
}

static void
add_list (UtChapter *chapter, const char *heading, UtStorySide side, const char *nothing) {
  g_autoptr (GPtrArray) story = ut_story_find (chapter->assessment, side);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < MIN (story->len, MOST_ITEMS); i++)
    g_ptr_array_add (items, say_whole (chapter, g_ptr_array_index (story, i)));
  if (items->len == 0 && nothing == NULL) {
    g_ptr_array_unref (items);
    return;
  }
  ut_document_heading (chapter->document, 3, heading);
  if (items->len == 0)
    ut_document_paragraph (chapter->document, UT_ROLE_TEXT, nothing);
  ut_document_list (chapter->document, TRUE, items);
  if (story->len > MOST_ITEMS)
    name_rest (chapter, story);
}

/* Where both have a figure; what is missing is reported in the themes. */
static guint
count_comparisons (const UtChapter *chapter) {
  guint n = 0;
  for (guint place = 0; place < chapter->n_places; place++)
    for (guint i = 0; i < ut_assessment_n_indicators (chapter->assessment); i++)
      n += ut_figure_is_shown (&ut_chapter_get (chapter, place, i)->own)
           && ut_figure_is_shown (&verdict_of (chapter, place, i)->reference);
  return n;
}

static guint
count_verdicts (const UtChapter *chapter, gboolean (*accept) (const UtVerdict *)) {
  guint n = 0;
  for (guint place = 0; place < chapter->n_places; place++)
    for (guint i = 0; i < ut_assessment_n_indicators (chapter->assessment); i++)
      n += accept (verdict_of (chapter, place, i));
  return n;
}

static gboolean
is_tested (const UtVerdict *verdict) {
  return verdict->level != UT_LEVEL_NOT_TESTED;
}

static gboolean
is_different (const UtVerdict *verdict) {
  return verdict->level > UT_LEVEL_SIMILAR;
}

static gboolean
is_sure (const UtVerdict *verdict) {
  return verdict->robust_in_report;
}

static gboolean
is_slightly_better (const UtVerdict *verdict) {
  return verdict->level == UT_LEVEL_BETTER && verdict->below_relevant;
}

static gboolean
is_slightly_worse (const UtVerdict *verdict) {
  return verdict->level == UT_LEVEL_WORSE && verdict->below_relevant;
}

/* How many differ, and how many of them hold. */
static char *
say_differences (const UtChapter *chapter, guint n_different) {
  UtLanguage language = chapter->language;
  guint n_sure = count_verdicts (chapter, is_sure);
  if (n_different == 0)
    return g_strdup (ut_tr (language, "None gave a certain difference."));
  if (n_sure == n_different)
    return g_strdup_printf (ut_trn (language,
                                    "%u gave a difference, which holds also when all comparisons of the report are "
                                    "taken together.",
                                    "%u gave a difference, and all of these hold also when all comparisons of the "
                                    "report are taken together.",
                                    n_different),
                            n_different);
  if (n_sure == 0)
    return g_strdup_printf (ut_trn (language,
                                    "%u gave a difference, but it does not hold when all comparisons of the report are "
                                    "taken together.",
                                    "%u gave a difference, but none holds when all comparisons of the report are taken "
                                    "together.",
                                    n_different),
                            n_different);
  return g_strdup_printf (ut_trn (language,
                                  "%1$u gave a difference, and %2$u of these holds also when all comparisons of the "
                                  "report are taken together.",
                                  "%1$u gave a difference, and %2$u of these hold also when all comparisons of the "
                                  "report are taken together.",
                                  n_sure),
                          n_different, n_sure);
}

/* How much there was to tell from, so that a short list is not read as calm. */
static char *
say_basis (const UtChapter *chapter) {
  guint n_tested = count_verdicts (chapter, is_tested), n_different = count_verdicts (chapter, is_different);
  guint n_all = count_comparisons (chapter);
  if (n_tested == 0)
    return g_strdup (ut_tr (chapter->language, "No comparison with the country could be tested; the themes say why. "
                                               "The figures stand side by side in the tables."));
  g_autofree char *tested
      = g_strdup_printf (ut_trn (chapter->language, "%1$u of %2$u comparison with the country could be tested.",
                                 "%1$u of %2$u comparisons with the country could be tested.", n_all),
                         n_tested, n_all);
  g_autofree char *found = say_differences (chapter, n_different);
  return g_strdup_printf ("%s %s", tested, found);
}

/* What an empty list means: that nothing was tested is another matter than that nothing was found. */
static char *
say_none_better (const UtChapter *chapter, const char *country) {
  if (count_verdicts (chapter, is_tested) == 0)
    return g_strdup (ut_tr (chapter->language, "No comparison with the country could be tested."));
  const char *none = count_verdicts (chapter, is_slightly_better) == 0
                         ? ut_tr (chapter->language, "No indicator is certainly better than in %s when all "
                                                     "comparisons of the report are taken together.")
                         : ut_tr (chapter->language, "Small differences apart, no indicator is certainly better than "
                                                     "in %s when all comparisons of the report are taken together.");
  return ut_phrase_fill (none, country);
}

static char *
say_none_worse (const UtChapter *chapter, const char *country) {
  if (count_verdicts (chapter, is_tested) == 0)
    return g_strdup (ut_tr (chapter->language, "No comparison with the country could be tested."));
  const char *none = count_verdicts (chapter, is_slightly_worse) == 0
                         ? ut_tr (chapter->language, "No indicator is certainly worse than in %s when all "
                                                     "comparisons of the report are taken together.")
                         : ut_tr (chapter->language, "Small differences apart, no indicator is certainly worse than "
                                                     "in %s when all comparisons of the report are taken together.");
  return ut_phrase_fill (none, country);
}

static char *
say_none_changing (const UtChapter *chapter) {
  guint n_tested = 0, n_other = 0;
  for (guint place = 0; place < chapter->n_places; place++)
    for (guint i = 0; i < ut_assessment_n_indicators (chapter->assessment); i++) {
      const UtTrend *trend = &ut_chapter_get (chapter, place, i)->trend;
      n_tested += trend->trend != UT_TREND_NOT_TESTED || trend->surveys.change > UT_CHANGE_NOT_TESTED;
      n_other += trend->side != 0 || trend->surveys.change > UT_CHANGE_NONE;
    }
  if (n_tested == 0)
    return g_strdup (ut_tr (chapter->language, "No series of figures could be tested for change over time."));
  if (n_other > 0)
    return g_strdup (ut_tr (chapter->language, "Some figures have changed, but of none is it certain that it has gone "
                                               "another way than in the country; the tables show which."));
  return g_strdup_printf (ut_trn (chapter->language,
                                  "%u series of figures could be tested. It shows no clear change over time.",
                                  "None of the %u series of figures that could be tested shows a clear change over "
                                  "time.",
                                  n_tested),
                          n_tested);
}

static void
add (UtChapter *chapter) {
  g_autofree char *country = ut_chapter_country (chapter, NULL);
  g_autofree char *none_better = say_none_better (chapter, country);
  g_autofree char *none_worse = say_none_worse (chapter, country);
  g_autofree char *none_changing = say_none_changing (chapter);
  ut_document_heading (chapter->document, 2, ut_tr (chapter->language, "Summary"));
  ut_chapter_paragraph (chapter, UT_ROLE_LEAD, say_basis (chapter));
  add_list (chapter, ut_tr (chapter->language, "What we are good at"), UT_STORY_STRENGTH, none_better);
  add_list (chapter, ut_tr (chapter->language, "What we can do better"), UT_STORY_CHALLENGE, none_worse);
  add_list (chapter, ut_tr (chapter->language, "What is different"), UT_STORY_DIFFERENCE, NULL);
  add_list (chapter, ut_tr (chapter->language, "What is changing"), UT_STORY_CHANGE, none_changing);
  if (count_verdicts (chapter, is_slightly_better) + count_verdicts (chapter, is_slightly_worse) > 0)
    ut_document_paragraph (chapter->document, UT_ROLE_TEXT,
                           ut_tr (chapter->language, "Differences that are certain, but small, are not in the lists."));
  if (chapter->n_places > 1)
    ut_chapter_charts (chapter, UT_CHART_IN_SUMMARY, chapter->n_places - 1, 0);
}

const UtSection ut_section_summary = { .name = "summary", .add = add };
