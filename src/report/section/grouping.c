/* One short paragraph over all municipalities: those that differ, then the others, then those not tested. */
#include "base/i18n.h"
#include "report/section/chapter.h"
#include "text/benchmark.h"
#include "text/figure.h"
#include "text/level.h"
#include <utsyn/phrases.h>
#include <utsyn/terms.h>

typedef struct {
  const UtChapter *chapter;
  guint indicator;
  GString *text;
  guint n_different, n_similar, n_shown, n_known, n_ranked;
  gboolean hidden; /* one of them, or a zero that may be */
} Grouping;

static const UtVerdict *
verdict_of (const Grouping *grouping, guint place) {
  return &ut_chapter_get (grouping->chapter, place, grouping->indicator)->verdicts[UT_BENCHMARK_COUNTRY];
}

static void
say (Grouping *grouping, char *sentence) {
  g_string_append_printf (grouping->text, "%s%s", grouping->text->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

static char *
name_of (const Grouping *grouping, guint place) {
  return ut_chapter_place (grouping->chapter, ut_assessment_place (grouping->chapter->assessment, place));
}

static char *
name_with_figure (const Grouping *grouping, guint place) {
  const UtAssessed *assessed = ut_chapter_get (grouping->chapter, place, grouping->indicator);
  g_autofree char *name = name_of (grouping, place);
  g_autofree char *figure
      = ut_phrase_figure (&assessed->own, assessed->indicator, UT_FIGURE_RUNNING, grouping->chapter->language);
  return g_strdup_printf ("%s (%s)", name, figure);
}

/* "56 prosent i Fyresdal" */
static char *
figure_in (const Grouping *grouping, guint place) {
  UtLanguage language = grouping->chapter->language;
  const UtAssessed *assessed = ut_chapter_get (grouping->chapter, place, grouping->indicator);
  g_autofree char *name = name_of (grouping, place);
  g_autofree char *figure = ut_phrase_figure (&assessed->own, assessed->indicator, UT_FIGURE_RUNNING, language);
  return g_strdup_printf (ut_tr (language, "%1$s in %2$s"), figure, name);
}

/* What the municipalities of this indicator are compared with. */
static char *
name_country (const Grouping *grouping) {
  guint against = 0;
  for (guint place = 0; place < grouping->chapter->n_municipalities; place++) {
    const UtVerdict *verdict = verdict_of (grouping, place);
    against |= verdict->level != UT_LEVEL_NOT_TESTED ? ut_against_of_verdict (verdict) : 0;
  }
  const UtRegions *regions = ut_assessment_regions (grouping->chapter->assessment);
  g_autofree char *country = ut_chapter_place (grouping->chapter, ut_regions_country (regions));
  return ut_phrase_against (against, country, grouping->chapter->language);
}

static void
say_differences (Grouping *grouping, UtLevel level, gboolean robust) {
  GPtrArray *names = g_ptr_array_new ();
  for (guint place = 0; place < grouping->chapter->n_municipalities; place++) {
    const UtVerdict *verdict = verdict_of (grouping, place);
    if (verdict->level == level && !verdict->robust == !robust)
      g_ptr_array_add (names, name_with_figure (grouping, place));
  }
  guint n = names->len;
  g_autofree char *joined = ut_chapter_join (grouping->chapter, names);
  g_autofree char *country = name_country (grouping);
  g_autofree char *heading = ut_phrase_fill (ut_level_heading (level, robust, grouping->chapter->language), country);
  if (n > 0)
    say (grouping, g_strdup_printf ("%s: %s.", heading, joined));
}

static void
say_similar (Grouping *grouping) {
  UtLanguage language = grouping->chapter->language;
  guint n_municipalities = grouping->chapter->n_municipalities;
  if (grouping->n_similar == 0)
    return;
  if (grouping->n_similar == n_municipalities) {
    g_autofree char *country = name_country (grouping);
    say (grouping,
         g_strdup_printf (ut_tr (language, "None of the municipalities differ with certainty from %s."), country));
    return;
  }
  if (grouping->n_similar > 1 && grouping->n_similar + grouping->n_different == n_municipalities) {
    say (grouping, g_strdup (ut_tr (language, "In the other municipalities there is no certain difference.")));
    return;
  }
  GPtrArray *names = g_ptr_array_new ();
  for (guint place = 0; place < n_municipalities; place++)
    if (verdict_of (grouping, place)->level == UT_LEVEL_SIMILAR)
      g_ptr_array_add (names, name_of (grouping, place));
  g_autofree char *joined = ut_chapter_join (grouping->chapter, names);
  say (grouping, g_strdup_printf (ut_tr (language, "No certain difference in %s."), joined));
}

/* That a figure is missing is shown in the table. */
static gboolean
is_missing (UtReason reason) {
  return reason == UT_REASON_NO_FIGURE || reason == UT_REASON_UNREAD || reason == UT_REASON_FIGURE_MISSING
         || reason == UT_REASON_CONFIDENTIAL;
}

/* Those at a level without an answer; `reason` gets the only one there is. */
static GPtrArray *
unanswered (const Grouping *grouping, UtLevel level, UtReason *reason) {
  GPtrArray *names = g_ptr_array_new ();
  *reason = UT_REASON_NONE;
  for (guint place = 0; place < grouping->chapter->n_municipalities; place++) {
    const UtVerdict *verdict = verdict_of (grouping, place);
    if (verdict->level != level || verdict->basis == UT_BASIS_DESCRIBED || is_missing (verdict->reason))
      continue;
    *reason = names->len == 0 || *reason == verdict->reason ? verdict->reason : UT_REASON_NONE;
    g_ptr_array_add (names, name_of (grouping, place));
  }
  return names;
}

static void
say_unanswered (Grouping *grouping, UtLevel level, const char *all, const char *some) {
  UtLanguage language = grouping->chapter->language;
  UtReason reason;
  GPtrArray *names = unanswered (grouping, level, &reason);
  guint n = names->len;
  g_autofree char *joined = ut_chapter_join (grouping->chapter, names);
  g_autofree char *who
      = n == grouping->chapter->n_municipalities ? g_strdup (all) : g_strdup_printf ("%s: %s", some, joined);
  if (n > 0 && reason != UT_REASON_NONE)
    say (grouping, g_strdup_printf ("%s (%s).", who, ut_reason_text (reason, language)));
  else if (n > 0)
    say (grouping, g_strdup_printf (ut_tr (language, "%s; the table says why."), who));
}

/* The first municipality with such a figure; G_MAXUINT when there is none. */
static guint
first_with (const UtChapter *chapter, guint indicator, gboolean (*is_such) (const UtFigure *)) {
  for (guint place = 0; place < chapter->n_municipalities; place++)
    if (is_such (&ut_chapter_get (chapter, place, indicator)->own))
      return place;
  return G_MAXUINT;
}

gboolean
ut_chapter_common_period (const UtChapter *chapter, guint indicator, UtPeriod *period) {
  guint first = first_with (chapter, indicator, ut_figure_is_shown);
  if (first == G_MAXUINT)
    return FALSE;
  *period = ut_chapter_get (chapter, first, indicator)->own.period;
  for (guint place = first; place < chapter->n_municipalities; place++) {
    const UtFigure *own = &ut_chapter_get (chapter, place, indicator)->own;
    if (ut_figure_is_shown (own) && ut_period_compare (own->period, *period) != 0)
      return FALSE;
  }
  return TRUE;
}

/* Of whom a range is reported: of all, of those that have a figure, or of those whose figure is not shared by weight.
 */
static char *
phrase_range (const Grouping *grouping, const char *lowest, const char *highest) {
  UtLanguage language = grouping->chapter->language;
  guint n_all = grouping->chapter->n_municipalities;
  if (grouping->n_ranked == n_all)
    return g_strdup_printf (ut_tr (language, "In the municipalities the figure goes from %1$s to %2$s."), lowest,
                            highest);
  if (grouping->n_ranked < grouping->n_shown)
    return g_strdup_printf (ut_tr (language,
                                   "In the %1$u of %2$u municipalities whose figure is not shared by weight it goes "
                                   "from %3$s to %4$s."),
                            grouping->n_ranked, n_all, lowest, highest);
  return g_strdup_printf (
      ut_tr (language, "In the %1$u of %2$u municipalities that have a figure it goes from %3$s to %4$s."),
      grouping->n_shown, n_all, lowest, highest);
}

static char *
phrase_same (const Grouping *grouping) {
  UtLanguage language = grouping->chapter->language;
  guint n_all = grouping->chapter->n_municipalities;
  if (grouping->n_ranked == n_all)
    return g_strdup (ut_tr (language, "The municipalities have the same figure."));
  if (grouping->n_ranked < grouping->n_shown)
    return g_strdup_printf (ut_tr (language, "The %1$u of %2$u municipalities whose figure is not shared by weight "
                                             "have the same."),
                            grouping->n_ranked, n_all);
  return g_strdup_printf (ut_tr (language, "The %1$u of %2$u municipalities that have a figure have the same."),
                          grouping->n_shown, n_all);
}

/* A hidden figure may be lower than the lowest, or higher than the highest. */
static char *
phrase_suppressed (const Grouping *grouping) {
  return g_strdup_printf (ut_trn (grouping->chapter->language,
                                  "%1$u of %2$u municipalities has a figure that can be shown. A suppressed one may "
                                  "lie outside it, so it is not known which is lowest and which is highest.",
                                  "%1$u of %2$u municipalities have a figure that can be shown. A suppressed one may "
                                  "lie outside these, so it is not known which is lowest and which is highest.",
                                  grouping->n_known),
                          grouping->n_known, grouping->chapter->n_municipalities);
}

static char *
phrase_only (const Grouping *grouping, gboolean (*is_such) (const UtFigure *), const char *sentence) {
  guint place = first_with (grouping->chapter, grouping->indicator, is_such);
  g_autofree char *only = name_with_figure (grouping, place);
  return ut_phrase_fill (sentence, only);
}

static char *
phrase_between (const Grouping *grouping) {
  guint low = first_with (grouping->chapter, grouping->indicator, ut_figure_is_ranked), high = low;
  for (guint place = low; place < grouping->chapter->n_municipalities; place++) {
    const UtFigure *own = &ut_chapter_get (grouping->chapter, place, grouping->indicator)->own;
    if (!ut_figure_is_ranked (own))
      continue;
    if (own->value < ut_chapter_get (grouping->chapter, low, grouping->indicator)->own.value)
      low = place;
    if (own->value > ut_chapter_get (grouping->chapter, high, grouping->indicator)->own.value)
      high = place;
  }
  g_autofree char *lowest = figure_in (grouping, low), *highest = figure_in (grouping, high);
  return low == high ? phrase_same (grouping) : phrase_range (grouping, lowest, highest);
}

/* Lowest and highest of the municipalities; only figures of one period are set side by side. */
static void
say_range (Grouping *grouping) {
  UtLanguage language = grouping->chapter->language;
  UtPeriod period;
  if (!ut_chapter_common_period (grouping->chapter, grouping->indicator, &period)) {
    say (grouping, g_strdup (ut_tr (language, "The figures are from different periods; see the table.")));
    return;
  }
  if (grouping->n_shown == 1)
    say (grouping,
         phrase_only (grouping, ut_figure_is_shown, ut_tr (language, "Only %s has a figure that can be shown.")));
  else if (grouping->hidden)
    say (grouping, phrase_suppressed (grouping));
  else if (grouping->n_ranked == 0)
    say (grouping, g_strdup (ut_tr (language, "The figures are shared by weight; see the table.")));
  else if (grouping->n_ranked == 1)
    say (grouping, phrase_only (grouping, ut_figure_is_ranked,
                                ut_tr (language, "Only %s has a figure that is not shared by weight.")));
  else
    say (grouping, phrase_between (grouping));
}

static void
count_levels (Grouping *grouping) {
  for (guint place = 0; place < grouping->chapter->n_municipalities; place++) {
    const UtVerdict *verdict = verdict_of (grouping, place);
    grouping->n_different += verdict->level > UT_LEVEL_SIMILAR;
    grouping->n_similar += verdict->level == UT_LEVEL_SIMILAR;
    const UtFigure *own = &ut_chapter_get (grouping->chapter, place, grouping->indicator)->own;
    grouping->n_shown += ut_figure_is_shown (own);
    grouping->n_known += ut_figure_is_known (own);
    grouping->n_ranked += ut_figure_is_ranked (own);
    grouping->hidden |= ut_figure_is_suppressed (own) || (ut_figure_is_shown (own) && !ut_figure_is_known (own));
  }
}

gboolean
ut_chapter_untested (const UtChapter *chapter, guint indicator, UtReason *reason) {
  *reason = UT_REASON_NONE;
  for (guint place = 0; place < chapter->n_places; place++) {
    const UtAssessed *assessed = ut_chapter_get (chapter, place, indicator);
    const UtVerdict *verdict = &assessed->verdicts[UT_BENCHMARK_COUNTRY];
    if (!ut_figure_is_shown (&assessed->own))
      continue;
    if (verdict->level != UT_LEVEL_NOT_TESTED || (*reason != UT_REASON_NONE && verdict->reason != *reason))
      return FALSE;
    *reason = verdict->reason;
  }
  return *reason != UT_REASON_NONE;
}

char *
ut_chapter_compare_places (const UtChapter *chapter, guint indicator) {
  Grouping grouping = { .chapter = chapter, .indicator = indicator, .text = g_string_new (NULL) };
  UtReason common;
  count_levels (&grouping);
  if (grouping.n_shown == 0)
    return g_string_free (grouping.text, FALSE);
  if (grouping.n_different + grouping.n_similar == 0)
    say_range (&grouping);
  for (UtLevel level = UT_LEVEL_BETTER; level < UT_N_LEVELS; level++) {
    say_differences (&grouping, level, TRUE);
    say_differences (&grouping, level, FALSE);
  }
  say_similar (&grouping);
  /* A reason that holds everywhere is given once for the theme. */
  if (ut_chapter_untested (chapter, indicator, &common))
    return g_string_free (grouping.text, FALSE);
  UtLanguage language = chapter->language;
  say_unanswered (&grouping, UT_LEVEL_UNDECIDED, ut_tr (language, "All are undecided"), ut_tr (language, "Undecided"));
  say_unanswered (&grouping, UT_LEVEL_NOT_TESTED, ut_tr (language, "The municipalities are not tested"),
                  ut_tr (language, "Not tested"));
  return g_string_free (grouping.text, FALSE);
}
