/* What a barometer says in words: counts of verdicts, sources, and how certain it is. */
#include "barometer.h"

#include "base/i18n.h"
#include "base/text.h"
#include "text/benchmark.h"
#include "text/indicator.h"
#include "text/place.h"
#include "text/quality.h"
#include "text/rule.h"
#include <utsyn/phrases.h>
#include <utsyn/terms.h>

static void
name_benchmark (UtBarometer *barometer, UtBenchmark benchmark) {
  UtRegionId region = barometer->region[benchmark];
  if (region == UT_REGION_NONE)
    return;
  barometer->name[benchmark] = ut_phrase_place (barometer->regions, region, barometer->language);
  barometer->heading[benchmark] = ut_phrase_place_heading (barometer->regions, region, barometer->language);
}

/* The county of today where it is used at all; an old one stands in. */
static void
find_benchmark (UtBarometer *barometer, UtBenchmark benchmark, UtRegionId candidate) {
  UtRegionId *region = &barometer->region[benchmark];
  if (candidate == UT_REGION_NONE)
    return;
  if (*region == UT_REGION_NONE || ut_regions_get (barometer->regions, *region)->valid_to != G_MAXINT)
    *region = candidate;
}

static void
count_verdict (const UtVerdict *verdict, guint *n_of_level, guint *n_small, guint *n_approximate) {
  /* What is certain but small is worth no headline. */
  if (verdict->below_relevant)
    (*n_small)++;
  else
    n_of_level[verdict->level]++;
  *n_approximate += verdict->basis == UT_BASIS_APPROXIMATE;
}

static void
count_row (UtBarometer *barometer, const UtAssessed *assessed) {
  const UtVerdict *verdict = &assessed->verdicts[barometer->request->benchmark];
  count_verdict (verdict, barometer->n_of_level, &barometer->n_small, &barometer->n_approximate);
  if (verdict->level != UT_LEVEL_NOT_TESTED) {
    barometer->against |= ut_against_of_verdict (verdict);
    barometer->rules |= 1u << verdict->rule;
  }
  barometer->n_not_robust += verdict->level > UT_LEVEL_SIMILAR && !verdict->robust && !verdict->below_relevant;
  barometer->n_figures += ut_figure_is_shown (&assessed->own);
  barometer->n_comparisons += ut_figure_is_shown (&assessed->own) && ut_figure_is_shown (&verdict->reference);
  barometer->judged |= assessed->indicator->polarity != UT_POLARITY_NEUTRAL;
  barometer->quality |= assessed->own.quality;
  barometer->drawn |= ut_figure_is_shown (&assessed->own);
  for (int b = 0; b < UT_N_ENCLOSING; b++) {
    barometer->drawn |= ut_figure_is_shown (&assessed->verdicts[b].reference);
    find_benchmark (barometer, (UtBenchmark) b, assessed->benchmark_region[b]);
  }
}

guint
ut_barometer_n_rows (const UtBarometer *barometer) {
  return barometer->rows->len;
}

const UtAssessed *
ut_barometer_row (const UtBarometer *barometer, guint i) {
  return g_ptr_array_index (barometer->rows, i);
}

/* A profile is what a small place and a country can be compared in: not numbers of people, and not what
 * is expected in thirty years. */
static gboolean
belongs (const UtIndicator *indicator) {
  return indicator->measure != UT_MEASURE_COUNT && !indicator->projection;
}

static void
find_rows (UtBarometer *barometer) {
  const UtAssessment *assessment = barometer->request->assessment;
  barometer->rows = g_ptr_array_new ();
  for (guint i = 0; i < ut_assessment_n_indicators (assessment); i++) {
    const UtAssessed *assessed = ut_assessment_get (assessment, barometer->request->place, i);
    if (!belongs (assessed->indicator))
      continue;
    if (!assessed->own.exists) {
      barometer->n_left_out++;
      continue;
    }
    g_ptr_array_add (barometer->rows, (gpointer) assessed);
    count_row (barometer, assessed);
  }
}

/* As many rows as can be read on one sheet of paper; a few more are not worth two. */
#define PART_ROWS 15
#define MOST_ROWS 18

/* Where the part that begins at a row ends: between two themes, unless that leaves less than half a sheet. */
static guint
part_end (const UtBarometer *barometer, guint first) {
  guint n = ut_barometer_n_rows (barometer), end = MIN (first + PART_ROWS, n);
  if (n <= MOST_ROWS || end == n)
    return n;
  for (guint i = end; i >= first + PART_ROWS / 2; i--)
    if (!g_str_equal (ut_barometer_row (barometer, i - 1)->indicator->theme,
                      ut_barometer_row (barometer, i)->indicator->theme))
      return i;
  return end;
}

/* All rows, or those of the part requested. */
static void
find_part (UtBarometer *barometer) {
  guint requested = barometer->request->part, n = ut_barometer_n_rows (barometer), first = 0;
  barometer->end = requested == 0 ? n : 0;
  do {
    guint end = part_end (barometer, first);
    if (++barometer->n_parts == requested) {
      barometer->first = first;
      barometer->end = end;
    }
    first = end;
  } while (first < n);
}

void
ut_barometer_find (UtBarometer *barometer, const UtChartRequest *request) {
  *barometer = (UtBarometer){
    .request = request,
    .regions = ut_assessment_regions (request->assessment),
    .language = request->language,
    .place = ut_assessment_place (request->assessment, request->place),
    .region = { UT_REGION_NONE, UT_REGION_NONE },
  };
  find_rows (barometer);
  find_part (barometer);
  barometer->place_name = ut_phrase_place (barometer->regions, barometer->place, barometer->language);
  for (int b = 0; b < UT_N_ENCLOSING; b++)
    name_benchmark (barometer, (UtBenchmark) b);
}

void
ut_barometer_clear (UtBarometer *barometer) {
  g_ptr_array_unref (barometer->rows);
  g_free (barometer->place_name);
  for (int b = 0; b < UT_N_ENCLOSING; b++) {
    g_free (barometer->name[b]);
    g_free (barometer->heading[b]);
  }
}

static const char *
against (const UtBarometer *barometer) {
  const char *name = barometer->name[barometer->request->benchmark];
  return name != NULL ? name : ut_tr (barometer->language, "nothing");
}

static guint
n_of (const UtBarometer *barometer, UtLevel level) {
  return barometer->n_of_level[level];
}

static char *
finding (const UtBarometer *barometer) {
  UtLanguage language = barometer->language;
  const char *place = barometer->place_name, *other = against (barometer);
  guint better = n_of (barometer, UT_LEVEL_BETTER), worse = n_of (barometer, UT_LEVEL_WORSE);
  guint different = n_of (barometer, UT_LEVEL_HIGHER) + n_of (barometer, UT_LEVEL_LOWER);
  guint unknown = n_of (barometer, UT_LEVEL_NOT_TESTED) + n_of (barometer, UT_LEVEL_UNDECIDED);
  gboolean all_tested = unknown == 0;
  if (barometer->n_figures == 0)
    return g_strdup_printf (ut_tr (language, "%s: no figures to show"), place);
  if (better > 0 && worse > 0)
    return g_strdup_printf (ut_trn (language, "%1$s: %2$u indicator better than %3$s, %4$u worse",
                                    "%1$s: %2$u indicators better than %3$s, %4$u worse", better),
                            place, better, other, worse);
  /* Of those that are not tested nobody knows. */
  if (better > 0 && !all_tested)
    return g_strdup_printf (
        ut_trn (language, "%1$s: %2$u indicator better than %3$s", "%1$s: %2$u indicators better than %3$s", better),
        place, better, other);
  if (worse > 0 && !all_tested)
    return g_strdup_printf (
        ut_trn (language, "%1$s: %2$u indicator worse than %3$s", "%1$s: %2$u indicators worse than %3$s", worse),
        place, worse, other);
  if (better > 0)
    return g_strdup_printf (ut_trn (language, "%1$s: %2$u indicator better than %3$s, none worse",
                                    "%1$s: %2$u indicators better than %3$s, none worse", better),
                            place, better, other);
  if (worse > 0)
    return g_strdup_printf (ut_trn (language, "%1$s: %2$u indicator worse than %3$s, none better",
                                    "%1$s: %2$u indicators worse than %3$s, none better", worse),
                            place, worse, other);
  if (different > 0)
    return g_strdup_printf (ut_trn (language, "%1$s: %2$u indicator differs from %3$s",
                                    "%1$s: %2$u indicators differ from %3$s", different),
                            place, different, other);
  if (barometer->n_small > 0)
    return g_strdup_printf (ut_tr (language, "%1$s: only small differences from %2$s"), place, other);
  if (n_of (barometer, UT_LEVEL_SIMILAR) > 0 && !all_tested)
    return g_strdup_printf (ut_trn (language, "%1$s: %2$u indicator tested, not certainly different from %3$s",
                                    "%1$s: none of the %2$u tested certainly different from %3$s",
                                    n_of (barometer, UT_LEVEL_SIMILAR)),
                            place, n_of (barometer, UT_LEVEL_SIMILAR), other);
  if (n_of (barometer, UT_LEVEL_SIMILAR) > 0)
    return g_strdup_printf (ut_tr (language, "%1$s: no certain difference from %2$s"), place, other);
  return g_strdup_printf (ut_tr (language, "%1$s beside %2$s: figures that cannot be tested"), place, other);
}

/* What is found in the whole profile, and which part of it this is. */
char *
ut_barometer_title (const UtBarometer *barometer) {
  g_autofree char *whole = finding (barometer);
  if (barometer->request->part == 0 || barometer->n_parts == 1)
    return g_steal_pointer (&whole);
  return g_strdup_printf (ut_tr (barometer->language, "%1$s (part %2$u of %3$u)"), whole, barometer->request->part,
                          barometer->n_parts);
}

char *
ut_barometer_subtitle (const UtBarometer *barometer) {
  UtLanguage language = barometer->language;
  GString *out = g_string_new (NULL);
  g_string_append_printf (out, ut_tr (language, "%1$s against %2$s, newest figures."), barometer->place_name,
                          against (barometer));
  g_string_append_c (out, ' ');
  g_string_append (out, barometer->judged ? ut_tr (language, "Right of the line is better.")
                                          : ut_tr (language, "Right of the line is higher."));
  if (barometer->n_not_robust > 0) {
    guint n = barometer->n_not_robust;
    g_string_append_c (out, ' ');
    g_string_append_printf (
        out, ut_trn (language, "%u of the differences may be chance.", "%u of the differences may be chance.", n), n);
  }
  return g_string_free (out, FALSE);
}

/* Each source once, in the order of the rows. */
char *
ut_barometer_sources (const UtBarometer *barometer) {
  UtLanguage language = barometer->language;
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  for (guint i = barometer->first; i < barometer->end; i++) {
    const char *source = ut_text_get (&ut_barometer_row (barometer, i)->indicator->source, language);
    if (*source != '\0' && !g_ptr_array_find_with_equal_func (sources, source, g_str_equal, NULL))
      g_ptr_array_add (sources, (gpointer) source);
  }
  guint n = sources->len;
  if (n == 0)
    return g_strdup ("");
  g_ptr_array_add (sources, NULL);
  g_autofree char *joined = g_strjoinv ("; ", (char **) sources->pdata);
  return g_strdup_printf (ut_trn (language, "Source: %s.", "Sources: %s.", n), joined);
}

char *
ut_barometer_method (const UtBarometer *barometer) {
  UtLanguage language = barometer->language;
  guint tested = ut_barometer_n_rows (barometer) - n_of (barometer, UT_LEVEL_NOT_TESTED);
  GString *out = g_string_new (NULL);
  if (tested > 0) {
    g_autofree char *other = ut_phrase_against (barometer->against, against (barometer), language);
    g_autofree char *rules = ut_phrase_rules (barometer->rules, language);
    g_string_append_printf (out,
                            ut_trn (language,
                                    "%1$u of %2$u comparison is tested, against %3$s: the line in the middle. Filled "
                                    "marks hold when so many are tested.",
                                    "%1$u of %2$u comparisons are tested, against %3$s: the line in the middle. Filled "
                                    "marks hold when so many are tested.",
                                    barometer->n_comparisons),
                            tested, barometer->n_comparisons, other);
    g_string_append_printf (out, "%s%s ", *rules != '\0' ? " " : "", rules);
  } else {
    g_string_append_printf (out, ut_tr (language, "No comparison with %s could be tested."), against (barometer));
    g_string_append_c (out, ' ');
  }
  if (barometer->n_approximate > 0)
    g_string_append_printf (out,
                            ut_trn (language, "%u is approximate: how many it is of is not published. ",
                                    "%u are approximate: how many they are of is not published. ",
                                    barometer->n_approximate),
                            barometer->n_approximate);
  g_string_append (out, ut_tr (language, "Each row has its own scale."));
  if (barometer->n_left_out > 0) {
    g_string_append_c (out, ' ');
    g_string_append_printf (out,
                            ut_trn (language, "%u indicator without figures for the place is left out.",
                                    "%u indicators without figures for the place are left out.", barometer->n_left_out),
                            barometer->n_left_out);
  }
  g_autofree char *notes = ut_phrase_quality_notes (barometer->quality, language);
  if (*notes != '\0')
    g_string_append_printf (out, " %s", notes);
  return g_string_free (out, FALSE);
}

/* The names of the part's rows with a verdict. */
static void
add_names (GString *out, const UtBarometer *barometer, UtLevel level) {
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = barometer->first; i < barometer->end; i++) {
    const UtAssessed *assessed = ut_barometer_row (barometer, i);
    const UtVerdict *verdict = &assessed->verdicts[barometer->request->benchmark];
    if (verdict->level == level && !verdict->below_relevant)
      g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "",
                              ut_phrase_name (assessed->indicator, barometer->language));
  }
  g_autofree char *word = ut_text_capital (ut_level_word (level, barometer->language));
  if (names->len > 0)
    g_string_append_printf (out, " %s: %s.", word, names->str);
}

/* What is in this image: of a profile in several parts, its own part. */
char *
ut_barometer_alt (const UtBarometer *barometer) {
  GString *out = g_string_new (NULL);
  UtLanguage language = barometer->language;
  guint n_of_level[UT_N_LEVELS] = { 0 }, n_rows = barometer->end - barometer->first, n_small = 0, n_approximate = 0;
  guint n_described = 0;
  for (guint i = barometer->first; i < barometer->end; i++) {
    const UtVerdict *verdict = &ut_barometer_row (barometer, i)->verdicts[barometer->request->benchmark];
    count_verdict (verdict, n_of_level, &n_small, &n_approximate);
    n_described += verdict->basis == UT_BASIS_DESCRIBED;
  }
  g_string_append_printf (
      out,
      ut_trn (language,
              "Barometer: %1$u indicator for %2$s against %3$s. %4$u better, %5$u worse, %6$u no certain difference, "
              "%7$u different but not judged, %8$u undecided, %9$u not tested.",
              "Barometer: %1$u indicators for %2$s against %3$s. %4$u better, %5$u worse, %6$u no certain difference, "
              "%7$u different but not judged, %8$u undecided, %9$u not tested.",
              n_rows),
      n_rows, barometer->place_name, against (barometer), n_of_level[UT_LEVEL_BETTER], n_of_level[UT_LEVEL_WORSE],
      n_of_level[UT_LEVEL_SIMILAR], n_of_level[UT_LEVEL_HIGHER] + n_of_level[UT_LEVEL_LOWER],
      n_of_level[UT_LEVEL_UNDECIDED], n_of_level[UT_LEVEL_NOT_TESTED] - n_described);
  if (n_described > 0)
    g_string_append_printf (out, ut_trn (language, " %u described.", " %u described.", n_described), n_described);
  if (n_small > 0)
    g_string_append_printf (out, ut_trn (language, " %u certain but small.", " %u certain but small.", n_small),
                            n_small);
  if (n_approximate > 0)
    g_string_append_printf (out, ut_trn (language, " %u is approximate.", " %u are approximate.", n_approximate),
                            n_approximate);
  add_names (out, barometer, UT_LEVEL_WORSE);
  add_names (out, barometer, UT_LEVEL_BETTER);
  return g_string_free (out, FALSE);
}
