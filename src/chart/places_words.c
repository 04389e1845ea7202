/* What the figure of all places says in words. */
#include "places.h"

#include "base/i18n.h"
#include "base/text.h"
#include "text/benchmark.h"
#include "text/figure.h"
#include "text/indicator.h"
#include "text/place.h"
#include "text/quality.h"
#include "text/rule.h"
#include <utsyn/phrases.h>
#include <utsyn/terms.h>

#define MOST_WORDS 10

static char *
against (const UtPlaces *places) {
  if (places->benchmark_region == UT_REGION_NONE)
    return g_strdup (ut_tr (places->language, "nothing"));
  /* Places in different counties have each their own. */
  if (places->request->benchmark == UT_BENCHMARK_COUNTY && places->common[UT_BENCHMARK_COUNTY] == NULL)
    return g_strdup (ut_tr (places->language, "the county"));
  return ut_phrase_place (places->regions, places->benchmark_region, places->language);
}

/* "38, landet 50 (dårlegare)": one place by itself has no others to be counted among. */
static char *
single (const UtPlaces *places, const char *other) {
  UtLanguage language = places->language;
  const UtAssessed *assessed = ut_places_row (places, 0);
  UtLevel level = assessed->verdicts[places->request->benchmark].level;
  const UtFigure *common = places->common[places->request->benchmark];
  g_autofree char *own
      = ut_phrase_value (assessed->own.value, UT_OWN_DECIMALS, places->indicator, UT_FIGURE_SIGN, language);
  g_autoptr (GString) out = g_string_new (own);
  if (common != NULL) {
    g_autofree char *value
        = ut_phrase_value (common->value, UT_OWN_DECIMALS, places->indicator, UT_FIGURE_SIGN, language);
    g_string_append_printf (out, ", %s %s", other, value);
  }
  if (level != UT_LEVEL_NOT_TESTED)
    g_string_append_printf (out, " (%s)", ut_level_word (level, language));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* The sum of the others lies far outside them, or says nothing of them. */
static gboolean
is_sum (const UtPlaces *places, const UtAssessed *assessed) {
  return places->n_places > 1 && ut_regions_get (places->regions, assessed->region)->kind == UT_REGION_OWN;
}

/* What can be seen where nothing can be tested: from the lowest to the highest, and the country; of all, or of how
 * many, and not where a hidden figure may lie outside. */
static char *
range (const UtPlaces *places, const char *other) {
  UtLanguage language = places->language;
  const UtFigure *lowest = NULL, *highest = NULL;
  guint n_all = 0, n_known = 0, n_ranked = 0;
  gboolean hidden = FALSE;
  for (guint i = 0; i < places->n_places; i++) {
    const UtAssessed *assessed = ut_places_row (places, i);
    const UtFigure *own = &assessed->own;
    if (is_sum (places, assessed))
      continue;
    gboolean known = ut_figure_is_known (own);
    n_all++;
    n_known += known;
    hidden |= ut_figure_is_suppressed (own) || (ut_figure_is_shown (own) && !known);
    if (!ut_figure_is_ranked (own))
      continue;
    n_ranked++;
    lowest = lowest == NULL || own->value < lowest->value ? own : lowest;
    highest = highest == NULL || own->value > highest->value ? own : highest;
  }
  if (lowest == NULL || lowest == highest)
    return g_strdup_printf (ut_tr (language, "no place can be tested against %s"), other);
  if (hidden)
    return g_strdup_printf (ut_tr (language, "figures to show for %1$u of %2$u places"), n_known, n_all);
  if (!places->one_period)
    return g_strdup (ut_tr (language, "figures from different periods"));
  const UtFigure *common = places->common[places->request->benchmark];
  g_autofree char *from = ut_phrase_value (lowest->value, UT_OWN_DECIMALS, places->indicator, UT_FIGURE_SIGN, language);
  g_autofree char *to = ut_phrase_value (highest->value, UT_OWN_DECIMALS, places->indicator, UT_FIGURE_SIGN, language);
  g_autofree char *between = n_ranked == n_all
                                 ? g_strdup_printf (ut_tr (language, "between %1$s and %2$s"), from, to)
                                 : g_strdup_printf (ut_tr (language, "between %1$s and %2$s in %3$u of %4$u places"),
                                                    from, to, n_ranked, n_all);
  if (common == NULL)
    return g_steal_pointer (&between);
  g_autofree char *value
      = ut_phrase_value (common->value, UT_OWN_DECIMALS, places->indicator, UT_FIGURE_SIGN, language);
  return g_strdup_printf ("%s, %s %s", between, other, value);
}

/* Of several places, only one could be tested. */
static char *
headline_one (const UtPlaces *places, const char *other) {
  static const char *const sentences[] = {
    [UT_LEVEL_UNDECIDED] = N_ ("whether the only place tested differs from %s is undecided"),
    [UT_LEVEL_SIMILAR] = N_ ("the only place tested is not certainly different from %s"),
    [UT_LEVEL_BETTER] = N_ ("the only place tested is better than %s"),
    [UT_LEVEL_WORSE] = N_ ("the only place tested is worse than %s"),
    [UT_LEVEL_HIGHER] = N_ ("the only place tested is higher than %s"),
    [UT_LEVEL_LOWER] = N_ ("the only place tested is lower than %s"),
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (sentences) == UT_N_LEVELS);
  UtLevel level = UT_LEVEL_UNDECIDED;
  while (places->n_of_level[level] == 0)
    level++;
  g_auto (GStrv) halves = g_strsplit (ut_tr (places->language, sentences[level]), "%s", 2);
  return g_strjoinv (other, halves);
}

static char *
headline (const UtPlaces *places) {
  UtLanguage language = places->language;
  g_autofree char *other = against (places);
  const guint *n = places->n_of_level;
  guint tested = places->n_places - n[UT_LEVEL_NOT_TESTED];
  guint better = n[UT_LEVEL_BETTER], worse = n[UT_LEVEL_WORSE], different = n[UT_LEVEL_HIGHER] + n[UT_LEVEL_LOWER];
  if (places->n_places == 1)
    return single (places, other);
  if (tested == 0)
    return range (places, other);
  if (places->n_small > 0 && better + worse + different == 0)
    return g_strdup_printf (ut_tr (language, "only small differences from %s"), other);
  if (tested == 1)
    return headline_one (places, other);
  /* What could not be tested is not among those that are not worse. */
  gboolean all = tested == places->n_places;
  if (better > 0 && worse > 0)
    return g_strdup_printf (all ? ut_tr (language, "%1$u of %2$u better than %3$s, %4$u worse")
                                : ut_tr (language, "%1$u of the %2$u tested better than %3$s, %4$u worse"),
                            better, tested, other, worse);
  if (better > 0)
    return g_strdup_printf (all ? ut_tr (language, "%1$u of %2$u better than %3$s")
                                : ut_tr (language, "%1$u of the %2$u tested better than %3$s"),
                            better, tested, other);
  if (worse > 0)
    return g_strdup_printf (all ? ut_tr (language, "%1$u of %2$u worse than %3$s")
                                : ut_tr (language, "%1$u of the %2$u tested worse than %3$s"),
                            worse, tested, other);
  if (different > 0)
    return g_strdup_printf (
        all ? ut_trn (language, "%1$u of %2$u differs from %3$s", "%1$u of %2$u differ from %3$s", different)
            : ut_trn (language, "%1$u of the %2$u tested differs from %3$s", "%1$u of the %2$u tested differ from %3$s",
                      different),
        different, tested, other);
  if (n[UT_LEVEL_UNDECIDED] == tested)
    return g_strdup_printf (ut_tr (language, "whether they differ from %s is undecided"), other);
  if (n[UT_LEVEL_UNDECIDED] > 0)
    return g_strdup_printf (ut_tr (language, "none certainly different from %1$s, %2$u undecided"), other,
                            n[UT_LEVEL_UNDECIDED]);
  if (!all)
    return g_strdup_printf (ut_tr (language, "none of the %1$u tested certainly different from %2$s"), tested, other);
  return g_strdup_printf (ut_tr (language, "none certainly different from %s"), other);
}

char *
ut_places_title (const UtPlaces *places, const UtPage *page) {
  g_autofree char *finding = headline (places);
  g_autofree char *whole = g_strdup_printf ("%s: %s", ut_phrase_name (places->indicator, places->language), finding);
  if (ut_text_count_words (whole) <= MOST_WORDS && ut_page_text_width (page, UT_STYLE_TITLE, whole) <= page->width)
    return g_steal_pointer (&whole);
  return ut_text_capital (finding);
}

static const char *
direction (const UtPlaces *places) {
  switch (places->indicator->polarity) {
  case UT_POLARITY_HIGH:
    return ut_tr (places->language, "Higher is better.");
  case UT_POLARITY_LOW:
    return ut_tr (places->language, "Lower is better.");
  case UT_POLARITY_NEUTRAL:
  case UT_N_POLARITIES:
    break;
  }
  return "";
}

char *
ut_places_subtitle (const UtPlaces *places, const char *title) {
  UtLanguage language = places->language;
  g_autofree char *subject = ut_phrase_subject (places->indicator, title, language);
  GString *out = g_string_new (subject);
  if (places->one_period) {
    g_autofree char *period = ut_period_format (places->period, language);
    g_string_append_printf (out, ", %s", period);
  }
  g_string_append_c (out, '.');
  if (places->indicator->projection)
    g_string_append_printf (out, " %s", ut_tr (language, "A projection."));
  const char *better = direction (places);
  if (*better != '\0')
    g_string_append_printf (out, " %s", better);
  return g_string_free (out, FALSE);
}

/* What the comparisons rest on, where counts are not known. */
static void
add_basis (GString *out, const UtPlaces *places) {
  if (places->approximate == NULL)
    return;
  const UtCatalogue *catalogue = ut_assessment_catalogue (places->request->assessment);
  g_autofree char *basis = ut_phrase_basis (places->approximate, places->indicator, catalogue, places->language);
  if (*basis != '\0')
    g_string_append_printf (out, " %s", basis);
}

char *
ut_places_footer (const UtPlaces *places) {
  UtLanguage language = places->language;
  g_autofree char *other = against (places);
  g_autofree char *notes = ut_phrase_quality_notes (places->quality, language);
  GString *out = g_string_new (NULL);
  const char *source = ut_text_get (&places->indicator->source, language);
  if (*source != '\0')
    g_string_append_printf (out, ut_trn (language, "Source: %s.", "Sources: %s.", 1), source);
  guint tested = places->n_places - places->n_of_level[UT_LEVEL_NOT_TESTED];
  if (tested > 0) {
    g_autofree char *held_against = ut_phrase_against (places->against, other, language);
    g_autofree char *rules = ut_phrase_rules (places->rules, language);
    g_autofree char *each = g_strdup_printf (ut_tr (language, "against %s"), held_against);
    g_autofree char *one = ut_text_capital (each);
    g_string_append_c (out, ' ');
    if (places->n_places == 1)
      g_string_append_printf (out, "%s.", one);
    else
      g_string_append_printf (out,
                              ut_trn (language, "%1$u of %2$u places is tested, against %3$s.",
                                      "%1$u of %2$u places are tested, each against %3$s.", tested),
                              tested, places->n_places, held_against);
    g_string_append_printf (out, "%s%s", *rules != '\0' ? " " : "", rules);
  }
  if (places->reason != UT_REASON_NONE) {
    g_string_append_c (out, ' ');
    g_string_append_printf (out,
                            places->reason == UT_REASON_FULL_COUNT ? ut_tr (language, "Described: %s.")
                                                                   : ut_tr (language, "Not tested: %s."),
                            ut_reason_text (places->reason, language));
  }
  add_basis (out, places);
  if (*notes != '\0')
    g_string_append_printf (out, " %s", notes);
  g_strchug (out->str);
  return g_string_free (out, FALSE);
}

char *
ut_places_alt (const UtPlaces *places) {
  UtLanguage language = places->language;
  g_autofree char *finding = headline (places);
  g_autofree char *capital = ut_text_capital (finding);
  GString *out = g_string_new (NULL);
  g_string_append_printf (out,
                          ut_trn (language, "Dot chart: %1$s in %2$u place. %3$s.",
                                  "Dot chart: %1$s in %2$u places. %3$s.", places->n_places),
                          ut_text_get (&places->indicator->name, language), places->n_places, capital);
  for (guint i = 0; i < places->n_places; i++) {
    const UtAssessed *assessed = ut_places_row (places, i);
    g_autofree char *name = ut_phrase_place_heading (places->regions, assessed->region, language);
    g_autofree char *value = ut_phrase_figure (&assessed->own, assessed->indicator, UT_FIGURE_CELL, language);
    g_string_append_printf (out, "%s%s %s", i > 0 ? ", " : " ", name, value);
  }
  g_string_append_c (out, '.');
  add_basis (out, places);
  return g_string_free (out, FALSE);
}
