/* What a trend figure says in words, from the verdict on change. */
#include "trend.h"

#include <math.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "text/benchmark.h"
#include "text/figure.h"
#include "text/indicator.h"
#include "text/quality.h"
#include "text/trend.h"
#include <utsyn/number.h>
#include <utsyn/phrases.h>
#include <utsyn/terms.h>

#define MOST_WORDS 10

static char *
described_newest (const UtTrendFigure *figure) {
  const UtTrendLine *own = &figure->lines[UT_LINE_OWN];
  const UtTrendPoint *newest = ut_trend_last (own);
  g_autofree char *value
      = ut_phrase_value (newest->value, UT_OWN_DECIMALS, figure->indicator, UT_FIGURE_SIGN, figure->language);
  g_autofree char *period = ut_phrase_period (newest->period, figure->language);
  return g_strdup_printf (ut_tr (figure->language, "%1$s had %2$s in %3$s"), own->name, value, period);
}

/* What is described and not tested: a change only where the figures are whole counts, and no doubt about it. */
static char *
described (const UtTrendFigure *figure) {
  UtLanguage language = figure->language;
  const UtTrend *trend = &figure->assessed->trend;
  const UtTable *table = figure->assessed->series.table;
  const UtTrendLine *own = &figure->lines[UT_LINE_OWN];
  gsize first, last;
  if (!ut_trend_ends (trend, &first, &last))
    return described_newest (figure);
  g_autofree char *from
      = ut_phrase_value (table->value[first], UT_OWN_DECIMALS, figure->indicator, UT_FIGURE_SIGN, language);
  g_autofree char *to
      = ut_phrase_value (table->value[last], UT_OWN_DECIMALS, figure->indicator, UT_FIGURE_SIGN, language);
  g_autofree char *since = ut_phrase_period (table->period[first], language);
  g_autofree char *until = ut_phrase_period (table->period[last], language);
  if (g_str_equal (from, to))
    return g_strdup_printf (ut_tr (language, "%1$s had %2$s both in %3$s and %4$s"), own->name, from, since, until);
  if (figure->indicator->projection)
    return g_strdup_printf (ut_tr (language, "from %1$s to %2$s for %3$s towards %4$s"), from, to, own->name, until);
  if (trend->reason == UT_REASON_FULL_COUNT)
    return g_strdup_printf (ut_tr (language, "from %1$s to %2$s for %3$s since %4$s"), from, to, own->name, since);
  return g_strdup_printf (ut_tr (language, "%1$s had %2$s in %3$s and %4$s in %5$s"), own->name, from, since, to,
                          until);
}

/* The place moves by itself, or only beside the area. */
static char *
headline_change (const UtTrendFigure *figure) {
  UtLanguage language = figure->language;
  const UtTrend *trend = &figure->assessed->trend;
  const char *place = figure->lines[UT_LINE_OWN].name;
  UtBenchmark area;
  g_autofree char *since = ut_phrase_period (trend->first, language);
  g_autofree char *jump = ut_phrase_period (trend->jump_period, language);
  gboolean differs = ut_trend_told_beside (trend, &area) && trend->relative[area].side != 0;
  switch (trend->trend) {
  case UT_TREND_RISING:
    return g_strdup_printf (ut_tr (language, "rise for %1$s since %2$s"), place, since);
  case UT_TREND_FALLING:
    return g_strdup_printf (ut_tr (language, "fall for %1$s since %2$s"), place, since);
  case UT_TREND_NONE:
    if (!differs)
      return g_strdup_printf (ut_tr (language, "no clear trend for %1$s since %2$s"), place, since);
    return area == UT_BENCHMARK_COUNTRY
               ? g_strdup_printf (ut_tr (language, "%1$s has developed differently from the country since %2$s"), place,
                                  since)
               : g_strdup_printf (ut_tr (language, "%1$s has developed differently from the county since %2$s"), place,
                                  since);
  case UT_TREND_JUMP:
    return g_strdup_printf (trend->side > 0 ? ut_tr (language, "abrupt shift up for %1$s in %2$s")
                                            : ut_tr (language, "abrupt shift down for %1$s in %2$s"),
                            place, jump);
  case UT_TREND_NOT_TESTED:
  case UT_N_TRENDS:
    break;
  }
  return described (figure);
}

/* What others do as well is not reported as the place's own, and what may be chance not as sure. */
static char *
headline (const UtTrendFigure *figure) {
  const UtTrend *trend = &figure->assessed->trend;
  g_autofree char *change = headline_change (figure);
  g_autofree char *chance = trend->trend > UT_TREND_NONE && !trend->robust
                                ? g_strdup_printf (" (%s)", ut_tr (figure->language, "may be chance"))
                                : g_strdup ("");
  return g_strconcat (change, chance, ut_phrase_beside (trend, figure->language), NULL);
}

/* The indicator's name is in the title where it fits, else in the subtitle. */
char *
ut_trend_title (const UtTrendFigure *figure, const UtPage *page) {
  g_autofree char *finding = headline (figure);
  g_autofree char *whole = g_strdup_printf ("%s: %s", ut_phrase_name (figure->indicator, figure->language), finding);
  if (ut_text_count_words (whole) <= MOST_WORDS && ut_page_text_width (page, UT_STYLE_TITLE, whole) <= page->width)
    return g_steal_pointer (&whole);
  return ut_text_capital (finding);
}

char *
ut_trend_subtitle (const UtTrendFigure *figure, const char *title) {
  UtLanguage language = figure->language;
  g_autofree char *subject = ut_phrase_subject (figure->indicator, title, language);
  GString *out = g_string_new (NULL);
  g_string_append_printf (out, "%s.", subject);
  if (figure->indicator->projection)
    g_string_append_printf (out, " %s", ut_tr (language, "A projection."));
  if (figure->band) {
    g_string_append_c (out, ' ');
    g_string_append_printf (out, ut_tr (language, "Shaded: 95 %% uncertainty for %s."),
                            figure->lines[UT_LINE_OWN].name);
  }
  if (figure->cut_axis) {
    g_autofree char *start
        = ut_number_format (figure->value_axis.lo, ut_scale_decimals (&figure->value_axis), language);
    g_string_append_c (out, ' ');
    g_string_append_printf (out, ut_tr (language, "The axis starts at %s."), start);
  }
  return g_string_free (out, FALSE);
}

static char *
slope_sentence (const UtTrendFigure *figure) {
  const UtTrend *trend = &figure->assessed->trend;
  UtLanguage language = figure->language;
  double slope = fabs (trend->slope_per_year);
  double ends[] = { fabs (trend->slope_interval.lower), fabs (trend->slope_interval.upper) };
  g_autofree char *change = ut_phrase_change (slope, slope, language);
  g_autofree char *lower = ut_phrase_change (fmin (ends[0], ends[1]), slope, language);
  g_autofree char *upper = ut_phrase_change (fmax (ends[0], ends[1]), slope, language);
  g_autofree char *first = ut_phrase_period (trend->first, language);
  g_autofree char *last = ut_phrase_period (trend->last, language);
  const char *unit = ut_phrase_difference_unit (figure->indicator->unit, language),
             *place = figure->lines[UT_LINE_OWN].name, *beside = ut_phrase_beside (trend, language);
  if (trend->trend == UT_TREND_RISING)
    return g_strdup_printf (ut_tr (language, "%1$s: up %2$s %3$s a year (95 %%: %4$s to %5$s) from %6$s to %7$s%8$s."),
                            place, change, unit, lower, upper, first, last, beside);
  return g_strdup_printf (ut_tr (language, "%1$s: down %2$s %3$s a year (95 %%: %4$s to %5$s) from %6$s to %7$s%8$s."),
                          place, change, unit, lower, upper, first, last, beside);
}

static char *
no_change_sentence (const UtTrendFigure *figure) {
  const UtTrend *trend = &figure->assessed->trend;
  UtLanguage language = figure->language;
  g_autofree char *first = ut_phrase_period (trend->first, language);
  g_autofree char *last = ut_phrase_period (trend->last, language);
  g_autofree char *sentence = g_strdup_printf (ut_tr (language, "%1$s: no clear trend from %2$s to %3$s."),
                                               figure->lines[UT_LINE_OWN].name, first, last);
  if (isnan (trend->detectable_per_year))
    return g_steal_pointer (&sentence);
  g_autofree char *change = ut_phrase_change (trend->detectable_per_year, trend->detectable_per_year, language);
  g_autofree char *limit
      = g_strdup_printf (ut_tr (language, "A change of at least %1$s %2$s a year would probably have been seen."),
                         change, ut_phrase_difference_unit (figure->indicator->unit, language));
  return g_strjoin (" ", sentence, limit, NULL);
}

static char *
own_change (const UtTrendFigure *figure) {
  const UtTrend *trend = &figure->assessed->trend;
  switch (trend->trend) {
  case UT_TREND_RISING:
  case UT_TREND_FALLING:
    return slope_sentence (figure);
  case UT_TREND_NONE:
    return no_change_sentence (figure);
  case UT_TREND_JUMP: {
    g_autofree char *jump = ut_phrase_period (trend->jump_period, figure->language);
    return g_strdup_printf (
        ut_tr (figure->language, "%1$s: from %2$s on the level is another%3$s. One step fits better than a line."),
        figure->lines[UT_LINE_OWN].name, jump, ut_phrase_beside (trend, figure->language));
  }
  case UT_TREND_NOT_TESTED:
  case UT_N_TRENDS:
    break;
  }
  return g_strdup_printf (ut_tr (figure->language, "The change is not tested: %s."),
                          ut_reason_text (trend->reason, figure->language));
}

static char *
change_sentence (const UtTrendFigure *figure) {
  char *projection = figure->assessed->trend.reason == UT_REASON_PROJECTION
                         ? ut_phrase_projection (figure->assessed, figure->language)
                         : NULL;
  if (projection != NULL)
    return projection;
  g_autofree char *own = own_change (figure);
  return g_strconcat (own, ut_phrase_beside_sentence (&figure->assessed->trend, figure->language),
                      ut_phrase_trend_doubt (&figure->assessed->trend, figure->language), NULL);
}

char *
ut_trend_collecting (const UtTrendFigure *figure) {
  const UtVerdict *verdict = &figure->assessed->verdicts[figure->request->benchmark];
  UtLanguage language = figure->language;
  g_autofree char *change = change_sentence (figure);
  if (verdict->level == UT_LEVEL_NOT_TESTED)
    return g_steal_pointer (&change);
  g_autofree char *area = ut_phrase_place (ut_assessment_regions (figure->request->assessment),
                                           figure->assessed->benchmark_region[figure->request->benchmark], language);
  g_autofree char *other = ut_phrase_against (ut_against_of_verdict (verdict), area, language);
  g_autofree char *period = ut_phrase_period (figure->assessed->own.period, language);
  const char *word = ut_level_word (verdict->level, language);
  g_autofree char *sure = verdict->level > UT_LEVEL_SIMILAR && !verdict->robust
                              ? g_strdup_printf ("%s (%s)", word, ut_tr (language, "may be chance"))
                              : g_strdup (word);
  g_autofree char *level = g_strdup_printf (ut_tr (language, "Against %1$s in %2$s: %3$s."), other, period, sure);
  return g_strjoin (" ", change, level, NULL);
}

static void
add_sentence (GString *out, const char *sentence) {
  if (*sentence != '\0')
    g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", sentence);
}

char *
ut_trend_footer (const UtTrendFigure *figure) {
  UtLanguage language = figure->language;
  GString *out = g_string_new (NULL);
  const char *source = ut_text_get (&figure->indicator->source, language);
  if (*source != '\0')
    g_string_append_printf (out, ut_trn (language, "Source: %s.", "Sources: %s.", 1), source);
  if (figure->n_gaps > 0)
    add_sentence (out, ut_tr (language, "A gap in the line: figures are missing or suppressed."));
  if (figure->assessed->trend.n_dropped[UT_DROP_OVERLAP] > 0)
    add_sentence (out, ut_tr (language, "The periods overlap: only those that do not are tested."));
  if (figure->n_partial > 0)
    add_sentence (out, ut_tr (language, "Open ring: only a part of the year."));
  if (figure->n_estimated > 0)
    add_sentence (out, ut_tr (language, "Open ring: estimated by weight, and in no test."));
  g_autofree char *notes = ut_phrase_quality_notes (figure->quality, language);
  add_sentence (out, notes);
  return g_string_free (out, FALSE);
}

static gboolean
is_broken (const UtTrendLine *own) {
  for (guint i = 0; i < own->points->len; i++)
    if (ut_trend_point (own, i)->broken)
      return TRUE;
  return FALSE;
}

/* The first and the last that may be set beside each other: since the last break, of the place's own people and whole
 * years; one alone is both. Where there is none, the newest at all. */
static void
find_ends (const UtTrendLine *own, const UtTrendPoint **first, const UtTrendPoint **last) {
  *first = *last = NULL;
  for (guint i = 0; i < own->points->len; i++) {
    const UtTrendPoint *point = ut_trend_point (own, i);
    if (point->broken)
      *first = *last = NULL;
    if (point->estimated || point->partial)
      continue;
    *first = *first != NULL ? *first : point;
    *last = point;
  }
  if (*last == NULL)
    *first = *last = ut_trend_last (own);
}

/* "Vinje hadde 30 i 2019 og 39 i 2024." */
static char *
own_ends (const UtTrendFigure *figure) {
  UtLanguage language = figure->language;
  const UtTrendLine *own = &figure->lines[UT_LINE_OWN];
  const UtTrendPoint *first, *last;
  find_ends (own, &first, &last);
  g_autofree char *from = ut_phrase_value (first->value, UT_OWN_DECIMALS, figure->indicator, UT_FIGURE_SIGN, language);
  g_autofree char *to = ut_phrase_value (last->value, UT_OWN_DECIMALS, figure->indicator, UT_FIGURE_SIGN, language);
  g_autofree char *since = ut_phrase_period (first->period, language);
  g_autofree char *until = ut_phrase_period (last->period, language);
  g_autofree char *ends = first == last
                              ? g_strdup_printf (ut_tr (language, "%1$s had %2$s in %3$s"), own->name, to, until)
                              : g_strdup_printf (ut_tr (language, "%1$s had %2$s in %3$s and %4$s in %5$s"), own->name,
                                                 from, since, to, until);
  return g_strconcat (ends, ".", NULL);
}

char *
ut_trend_alt (const UtTrendFigure *figure) {
  UtLanguage language = figure->language;
  g_autofree char *ends = own_ends (figure);
  GString *out = g_string_new (NULL);
  g_string_append_printf (out, ut_tr (language, "Line chart: %s."), ut_text_get (&figure->indicator->name, language));
  add_sentence (out, ends);
  if (is_broken (&figure->lines[UT_LINE_OWN]))
    add_sentence (out, ut_tr (language, "Figures before a break in the series cannot be compared with these."));
  for (int kind = UT_LINE_COUNTY; kind < UT_N_LINES; kind++) {
    const UtTrendLine *line = &figure->lines[kind];
    if (line->name == NULL)
      continue;
    g_autofree char *value
        = ut_phrase_value (ut_trend_last (line)->value, UT_OWN_DECIMALS, figure->indicator, UT_FIGURE_SIGN, language);
    g_autofree char *period = ut_phrase_period (ut_trend_last (line)->period, language);
    g_string_append_c (out, ' ');
    g_string_append_printf (out, ut_tr (language, "%1$s: %2$s in %3$s."), line->heading, value, period);
  }
  if (figure->n_estimated > 0)
    add_sentence (out, ut_tr (language, "Open ring: estimated by weight, and in no test."));
  g_autofree char *change = change_sentence (figure);
  add_sentence (out, change);
  return g_string_free (out, FALSE);
}
