/* The sentences, word for word, in both written languages. */
#include <math.h>

#include "../places.h"
#include "text/figure.h"
#include "text/level.h"
#include <utsyn/phrases.h>
#include <utsyn/terms.h>

#define NN UT_LANGUAGE_NN
#define NB UT_LANGUAGE_NB

typedef struct {
  UtRegions *regions;
  UtIndicator indicator;
  UtAssessed assessed;
} Case;

static UtRegionId
find (const Case *test, const char *code) {
  return ut_regions_find_code (test->regions, code)->id;
}

static UtFigure
figure (const Case *test, const char *code, double value) {
  UtFigure figure = { .exists = TRUE, .region = find (test, code), .value = value };
  ut_period_parse ("2023", &figure.period);
  return figure;
}

static void
set_up (Case *test, gconstpointer data G_GNUC_UNUSED) {
  test->regions = places_load ();
  test->indicator = (UtIndicator){
    .name.in = { [NB] = (char *) "Unge utenfor", [NN] = (char *) "Unge utanfor" },
    .source.in = { [NB] = (char *) "SSB, tabell 13556" },
    .measure = UT_MEASURE_PROPORTION,
    .unit = UT_UNIT_PERCENT,
    .decimals = 1,
    .polarity = UT_POLARITY_LOW,
  };
  test->assessed = (UtAssessed){ .indicator = &test->indicator,
                                 .region = find (test, "4032"),
                                 .own = figure (test, "4032", 4.9),
                                 .benchmark_region = { find (test, "40"), find (test, "0") } };
  static const double anchors[UT_N_ENCLOSING] = { 11.3, 9.7 };
  static const char *const codes[UT_N_ENCLOSING] = { "40", "0" };
  for (int b = 0; b < UT_N_ENCLOSING; b++)
    test->assessed.verdicts[b] = (UtVerdict){ .benchmark = (UtBenchmark) b,
                                              .reference = figure (test, codes[b], anchors[b] + 0.1),
                                              .level = UT_LEVEL_SIMILAR,
                                              .tested_against = anchors[b],
                                              .rest_denominator = 1000 };
}

static void
tear_down (Case *test, gconstpointer data G_GNUC_UNUSED) {
  ut_regions_free (test->regions);
}

static void
assert_text (char *text, const char *expected) {
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
assert_country (Case *test, UtLanguage language, const char *expected) {
  assert_text (ut_phrase_level (&test->assessed, UT_BENCHMARK_COUNTRY, test->regions, language), expected);
}

static void
test_levels (Case *test, gconstpointer data G_GNUC_UNUSED) {
  static const struct {
    UtLevel level;
    gboolean robust;
    const char *nn, *nb;
  } levels[] = {
    { UT_LEVEL_BETTER, TRUE, "Det er betre enn i resten av landet (9,7 prosent).",
      "Det er bedre enn i resten av landet (9,7 prosent)." },
    { UT_LEVEL_BETTER, FALSE, "Det er betre enn i resten av landet (9,7 prosent), men det kan vere tilfeldig.",
      "Det er bedre enn i resten av landet (9,7 prosent), men det kan være tilfeldig." },
    { UT_LEVEL_WORSE, TRUE, "Det er dårlegare enn i resten av landet (9,7 prosent).",
      "Det er dårligere enn i resten av landet (9,7 prosent)." },
    { UT_LEVEL_WORSE, FALSE, "Det er dårlegare enn i resten av landet (9,7 prosent), men det kan vere tilfeldig.",
      "Det er dårligere enn i resten av landet (9,7 prosent), men det kan være tilfeldig." },
    { UT_LEVEL_HIGHER, TRUE, "Det er høgare enn i resten av landet (9,7 prosent).",
      "Det er høyere enn i resten av landet (9,7 prosent)." },
    { UT_LEVEL_LOWER, FALSE, "Det er lågare enn i resten av landet (9,7 prosent), men det kan vere tilfeldig.",
      "Det er lavere enn i resten av landet (9,7 prosent), men det kan være tilfeldig." },
    { UT_LEVEL_SIMILAR, FALSE, "Det er ikkje sikker skilnad frå resten av landet (9,7 prosent).",
      "Det er ikke sikker forskjell fra resten av landet (9,7 prosent)." },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++) {
    test->assessed.verdicts[UT_BENCHMARK_COUNTRY].level = levels[i].level;
    test->assessed.verdicts[UT_BENCHMARK_COUNTRY].robust = levels[i].robust;
    g_autofree char *nn = g_strconcat ("Unge utanfor: 4,9 prosent i Fyresdal (2023). ", levels[i].nn, NULL);
    g_autofree char *nb = g_strconcat ("Unge utenfor: 4,9 prosent i Fyresdal (2023). ", levels[i].nb, NULL);
    assert_country (test, NN, nn);
    assert_country (test, NB, nb);
  }
}

static void
test_small_difference (Case *test, gconstpointer data G_GNUC_UNUSED) {
  UtVerdict *verdict = &test->assessed.verdicts[UT_BENCHMARK_COUNTRY];
  verdict->level = UT_LEVEL_BETTER;
  verdict->robust = verdict->below_relevant = TRUE;
  verdict->tested_against = 4.92;
  assert_country (test, NN,
                  "Unge utanfor: 4,9 prosent i Fyresdal (2023). Det er betre enn i resten av landet (4,92 prosent). "
                  "Skilnaden er statistisk sikker, men "
                  "liten.");
  verdict->robust = FALSE;
  g_autofree char *text = ut_phrase_level (&test->assessed, UT_BENCHMARK_COUNTRY, test->regions, NB);
  g_assert_true (g_str_has_suffix (text, " Forskjellen er liten."));
}

/* Every reason gives a whole sentence, and the ones on counts leave the figure compared with out. */
static void
test_reasons (Case *test, gconstpointer data G_GNUC_UNUSED) {
  UtVerdict *verdict = &test->assessed.verdicts[UT_BENCHMARK_COUNTRY];
  verdict->level = UT_LEVEL_NOT_TESTED;
  verdict->tested_against = verdict->rest_denominator = NAN;
  for (UtReason reason = UT_REASON_NO_BENCHMARK; reason < UT_N_REASONS; reason++) {
    verdict->reason = reason;
    if (reason == UT_REASON_FULL_COUNT)
      continue;
    for (int k = 0; k < 2; k++) {
      UtLanguage language = k == 0 ? NN : NB;
      g_autofree char *text = ut_phrase_level (&test->assessed, UT_BENCHMARK_COUNTRY, test->regions, language);
      gboolean described = reason == UT_REASON_PROJECTION;
      const char *format = described ? (k == 0 ? "Unge utanfor: 4,9 prosent i Fyresdal (2023). Det er omtalt, ikkje "
                                                 "testa: "
                                               : "Unge utenfor: 4,9 prosent i Fyresdal (2023). Det er beskrevet, ikke "
                                                 "testet: ")
                                     : (k == 0 ? "Unge utanfor: 4,9 prosent i Fyresdal (2023). Skilnaden frå landet "
                                                 "(9,8 prosent) er ikkje testa: "
                                               : "Unge utenfor: 4,9 prosent i Fyresdal (2023). Forskjellen fra landet "
                                                 "(9,8 prosent) er ikke testet: ");
      g_autofree char *expected = g_strconcat (format, ut_reason_text (reason, language), ".", NULL);
      g_assert_cmpstr (text, ==, expected);
    }
  }
  verdict->reason = UT_REASON_NO_BENCHMARK;
  verdict->reference.exists = FALSE;
  assert_country (
      test, NN,
      "Unge utanfor: 4,9 prosent i Fyresdal (2023). Det er ikkje samanlikna med landet: det finst ikkje tal "
      "å samanlikne med.");
}

/* A full count is told by how far it lies from the other and where the place stands, and never as untested. */
static void
test_described (Case *test, gconstpointer data G_GNUC_UNUSED) {
  UtAssessed *assessed = &test->assessed;
  UtVerdict *verdict = &assessed->verdicts[UT_BENCHMARK_COUNTRY];
  verdict->level = UT_LEVEL_NOT_TESTED;
  verdict->reason = UT_REASON_FULL_COUNT;
  verdict->basis = UT_BASIS_DESCRIBED;
  verdict->tested_against = verdict->rest_denominator = NAN;
  verdict->difference = assessed->own.value - verdict->reference.value;
  assert_country (test, NN,
                  "Unge utanfor: 4,9 prosent i Fyresdal (2023). Det er 4,9 prosentpoeng lågare enn i landet (9,8 "
                  "prosent).");
  assessed->rank = 4;
  assessed->n_lower = 3;
  assessed->n_equal = 1;
  assessed->n_higher = 13;
  assessed->n_ranked = assessed->n_neighbours = 17;
  assert_country (test, NN,
                  "Unge utanfor: 4,9 prosent i Fyresdal (2023). Det er 4,9 prosentpoeng lågare enn i landet (9,8 "
                  "prosent); nr. 4 av 17 i Telemark, talt frå lågast.");
  assessed->n_equal = 2;
  assessed->n_higher = 0;
  assessed->n_ranked = 5;
  assert_country (test, NB,
                  "Unge utenfor: 4,9 prosent i Fyresdal (2023). Det er 4,9 prosentpoeng lavere enn i landet (9,8 "
                  "prosent); delt nr. 1 av de 5 av 17 i Telemark som har tall, talt fra høyest.");
  /* Who subtracts what is printed finds the difference, though 28.86 − 23.34 is 5.52. */
  assessed->own.value = 28.86;
  verdict->reference.value = 23.34;
  verdict->difference = 28.86 - 23.34;
  assessed->rank = 0;
  assert_country (test, NN,
                  "Unge utanfor: 28,9 prosent i Fyresdal (2023). Det er 5,6 prosentpoeng høgare enn i landet (23,3 "
                  "prosent).");
  assessed->own.value = 9.84;
  verdict->reference.value = 9.76;
  verdict->difference = 9.84 - 9.76;
  assert_country (test, NB,
                  "Unge utenfor: 9,8 prosent i Fyresdal (2023). Det er det samme som i landet (9,8 prosent).");
}

/* Whatever they are of, fewer than ten are small numbers; where nothing was tested nothing is said. */
static void
test_few (Case *test, gconstpointer data G_GNUC_UNUSED) {
  UtVerdict *verdict = &test->assessed.verdicts[UT_BENCHMARK_COUNTRY];
  verdict->own_counts = (UtPossibleCounts){ 3, 3, 9, 9, NULL };
  g_assert_cmpstr (ut_phrase_few (verdict, NN), ==, "Små tal: færre enn ti i alt.");
  g_assert_cmpstr (ut_phrase_few (verdict, NB), ==, "Små tall: færre enn ti i alt.");
  verdict->own_counts.persons_highest = 10;
  g_assert_cmpstr (ut_phrase_few (verdict, NN), ==, "");
  verdict->own_counts.persons_highest = NAN;
  g_assert_cmpstr (ut_phrase_few (verdict, NN), ==, "");
  verdict->own_counts.persons_highest = 1;
  verdict->level = UT_LEVEL_NOT_TESTED;
  g_assert_cmpstr (ut_phrase_few (verdict, NN), ==, "");
}

static void
test_missing_figures (Case *test, gconstpointer data G_GNUC_UNUSED) {
  UtFigure *own = &test->assessed.own;
  own->value = NAN;
  own->status = UT_STATUS_SUPPRESSED;
  assert_country (test, NN,
                  "Unge utanfor: Det er ikkje tal for Fyresdal (2023): talet er skjerma av omsyn til personvernet.");
  g_autofree char *by_us = ut_phrase_figure (own, &test->indicator, UT_FIGURE_SIGN, NN);
  own->status = UT_STATUS_CONFIDENTIAL;
  assert_text (ut_phrase_figure (own, &test->indicator, UT_FIGURE_SIGN, NN), by_us);
  own->exists = FALSE;
  assert_country (test, NN, "Unge utanfor: Det finst ikkje tal for Fyresdal.");
  assert_country (test, NB, "Unge utenfor: Det finnes ikke tall for Fyresdal.");
  assert_text (ut_phrase_figure (own, &test->indicator, UT_FIGURE_NUMBER, NN), "");
}

static void
test_both_benchmarks (Case *test, gconstpointer data G_GNUC_UNUSED) {
  assert_text (ut_phrase_levels (&test->assessed, test->regions, NN),
               "Unge utanfor: 4,9 prosent i Fyresdal (2023). Det er ikkje sikker skilnad frå resten av landet (9,7 "
               "prosent) eller resten av Telemark (11,3 prosent).");
  for (int b = 0; b < UT_N_ENCLOSING; b++) {
    test->assessed.verdicts[b].level = UT_LEVEL_BETTER;
    test->assessed.verdicts[b].robust = TRUE;
  }
  assert_text (ut_phrase_levels (&test->assessed, test->regions, NN),
               "Unge utanfor: 4,9 prosent i Fyresdal (2023). Det er betre enn i resten av landet (9,7 prosent) og "
               "resten av Telemark (11,3 prosent).");
  test->assessed.verdicts[UT_BENCHMARK_COUNTY].level = UT_LEVEL_SIMILAR;
  assert_text (ut_phrase_levels (&test->assessed, test->regions, NB),
               "Unge utenfor: 4,9 prosent i Fyresdal (2023). Det er bedre enn i resten av landet (9,7 prosent). Det er "
               "ikke sikker forskjell fra resten av "
               "Telemark (11,3 prosent).");
}

static void
test_figures (Case *test, gconstpointer data G_GNUC_UNUSED) {
  UtFigure *own = &test->assessed.own;
  assert_text (ut_phrase_figure (own, &test->indicator, UT_FIGURE_SIGN, NN), "4,9\xc2\xa0%");
  assert_text (ut_phrase_figure (own, &test->indicator, UT_FIGURE_NUMBER, NN), "4,9");
  own->quality = UT_QUALITY_APPROXIMATE;
  assert_text (ut_phrase_figure (own, &test->indicator, UT_FIGURE_SIGN, NN), "om lag 4,9\xc2\xa0%");
  assert_text (ut_phrase_quality (0, 5, NN), "");
  assert_text (ut_phrase_quality (UT_QUALITY_SUMMED | UT_QUALITY_RESTATED, 5, NN),
               "summert for området; rekna om til grensene i dag");
  assert_text (ut_phrase_source (&test->assessed, NN), "Kjelde: SSB, tabell 13556, 2023.");
  assert_text (ut_phrase_place (test->regions, find (test, "0"), NN), "landet");
  assert_text (ut_phrase_place (test->regions, find (test, "4036"), NN), "Vinje");
}

static void
test_trends (Case *test, gconstpointer data G_GNUC_UNUSED) {
  UtTrend *trend = &test->assessed.trend;
  assert_text (ut_phrase_trend (&test->assessed, test->regions, NN), NULL);
  test->assessed.series.n = 8;
  ut_period_parse ("2015", &trend->first);
  ut_period_parse ("2022", &trend->last);
  trend->trend = UT_TREND_RISING;
  trend->side = 1;
  trend->robust = TRUE;
  trend->relative[UT_BENCHMARK_COUNTY].reason = trend->relative[UT_BENCHMARK_COUNTRY].reason = UT_REASON_NO_BENCHMARK;
  trend->slope_per_year = 0.42;
  trend->detectable_per_year = 0.8;
  assert_text (ut_phrase_trend (&test->assessed, test->regions, NN),
               "Frå 2015 til 2022 har talet auka, med om lag 0,42 prosentpoeng i året. Det går i feil retning.");
  trend->trend = UT_TREND_FALLING;
  trend->side = -1;
  trend->slope_per_year = -1.24;
  assert_text (ut_phrase_trend (&test->assessed, test->regions, NB),
               "Fra 2015 til 2022 har tallet gått ned, med om lag 1,2 prosentpoeng i året. Det går i riktig retning.");
  test->indicator.polarity = UT_POLARITY_NEUTRAL;
  trend->slope_per_year = NAN;
  assert_text (ut_phrase_trend (&test->assessed, test->regions, NN), "Frå 2015 til 2022 har talet gått ned.");
  trend->trend = UT_TREND_NONE;
  trend->side = 0;
  assert_text (ut_phrase_trend (&test->assessed, test->regions, NN),
               "Det er ingen klar trend frå 2015 til 2022; ei endring på minst 0,80 prosentpoeng i året "
               "ville me truleg ha sett.");
  trend->trend = UT_TREND_JUMP;
  trend->side = -1;
  ut_period_parse ("2020", &trend->jump_period);
  assert_text (ut_phrase_trend (&test->assessed, test->regions, NN),
               "Nivået skifta brått ned i 2020. Det er ikkje ei jamn utvikling.");
  trend->trend = UT_TREND_NOT_TESTED;
  trend->reason = UT_REASON_TOO_FEW_POINTS;
  assert_text (ut_phrase_trend (&test->assessed, test->regions, NB),
               "Utviklingen er ikke testet: det er for få måletidspunkt.");
}

/* The place's own trend × what it does beside the country (× what the country does). */
static void
test_beside (Case *test, gconstpointer data G_GNUC_UNUSED) {
  static const struct {
    UtTrendClass own;
    int side, beside, area;
    gboolean robust, beside_robust;
    const char *word, *sentence;
  } cases[] = {
    { UT_TREND_RISING, 1, 1, 1, TRUE, TRUE, "har auka, meir enn i landet",
      "Frå 2015 til 2022 har talet auka, meir enn i landet." },
    { UT_TREND_RISING, 1, 0, 1, TRUE, FALSE, "har auka; kan ikkje skiljast frå landet",
      "Frå 2015 til 2022 har talet auka; kan ikkje skiljast frå landet." },
    { UT_TREND_RISING, 1, -1, 1, TRUE, TRUE, "har auka, mindre enn i landet",
      "Frå 2015 til 2022 har talet auka, mindre enn i landet." },
    { UT_TREND_RISING, 1, 1, -1, TRUE, TRUE, "har auka, i motsetnad til i landet",
      "Frå 2015 til 2022 har talet auka, i motsetnad til i landet." },
    { UT_TREND_FALLING, -1, -1, -1, TRUE, TRUE, "har gått ned, meir enn i landet",
      "Frå 2015 til 2022 har talet gått ned, meir enn i landet." },
    { UT_TREND_FALLING, -1, 1, -1, TRUE, TRUE, "har gått ned, mindre enn i landet",
      "Frå 2015 til 2022 har talet gått ned, mindre enn i landet." },
    { UT_TREND_FALLING, -1, -1, 1, TRUE, TRUE, "har gått ned, i motsetnad til i landet",
      "Frå 2015 til 2022 har talet gått ned, i motsetnad til i landet." },
    { UT_TREND_NONE, 0, 1, 0, FALSE, TRUE, "har utvikla seg annleis enn landet",
      "Det er ingen klar trend frå 2015 til 2022. Samanlikna med landet har talet likevel auka." },
    { UT_TREND_NONE, 0, -1, 1, FALSE, FALSE, "har utvikla seg annleis enn landet (kan vere tilfeldig)",
      "Det er ingen klar trend frå 2015 til 2022. Samanlikna med landet har talet likevel gått ned. Skilnaden frå "
      "landet kan vere tilfeldig." },
    { UT_TREND_NONE, 0, 0, 0, FALSE, FALSE, "ingen klar trend", "Det er ingen klar trend frå 2015 til 2022." },
    { UT_TREND_NONE, 0, 0, 1, FALSE, FALSE, "ingen klar trend; heller ikkje sikkert ulik landet, som aukar",
      "Det er ingen klar trend frå 2015 til 2022. Utviklinga er heller ikkje sikkert ulik landet, som aukar." },
    { UT_TREND_RISING, 1, 1, 1, FALSE, FALSE, "har auka (kan vere tilfeldig), meir enn i landet (kan vere tilfeldig)",
      "Frå 2015 til 2022 har talet auka, meir enn i landet. Det kan vere tilfeldig når så mange trendar er prøvde." },
    { UT_TREND_JUMP, 1, 0, 1, TRUE, FALSE, "brått skifte opp i 2020; kan ikkje skiljast frå landet",
      "Nivået skifta brått opp i 2020; kan ikkje skiljast frå landet. Det er ikkje ei jamn utvikling." },
  };
  UtTrend *trend = &test->assessed.trend;
  UtTrendContrast *country = &trend->relative[UT_BENCHMARK_COUNTRY];
  test->assessed.series.n = 8;
  test->indicator.polarity = UT_POLARITY_NEUTRAL;
  ut_period_parse ("2015", &trend->first);
  ut_period_parse ("2022", &trend->last);
  ut_period_parse ("2020", &trend->jump_period);
  trend->slope_per_year = trend->detectable_per_year = NAN;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    trend->trend = cases[i].own;
    trend->side = cases[i].side;
    trend->robust = cases[i].robust;
    country->side = cases[i].beside;
    country->area_side = cases[i].area;
    country->robust = cases[i].beside_robust;
    g_autofree char *word = ut_phrase_trend_word (&test->assessed, NN);
    g_assert_cmpstr (word, ==, cases[i].word);
    assert_text (ut_phrase_trend (&test->assessed, test->regions, NN), cases[i].sentence);
  }
  /* The county where the country has no answer, or nobody is outside the place. */
  country->reason = UT_REASON_NO_BENCHMARK;
  trend->relative[UT_BENCHMARK_COUNTY].side = 1;
  trend->trend = UT_TREND_RISING;
  assert_text (ut_phrase_trend_word (&test->assessed, NB), "har økt, mer enn i fylket (kan være tilfeldig)");
  trend->relative[UT_BENCHMARK_COUNTY].reason = UT_REASON_REST_EMPTY;
  assert_text (ut_phrase_trend_word (&test->assessed, NB), "har økt");
}

/* Two surveys: how much, how sure, which way, and that it is no trend. */
static void
test_surveys (Case *test, gconstpointer data G_GNUC_UNUSED) {
  UtTrend *trend = &test->assessed.trend;
  UtSurveyChange *change = &trend->surveys;
  test->assessed.series.n = 3;
  trend->reason = UT_REASON_TOO_FEW_POINTS;
  *change = (UtSurveyChange){ .change = UT_CHANGE_HIGHER, .difference = 13.97, .interval = { 0.03, 24.03 } };
  ut_period_parse ("2019", &change->before.period);
  ut_period_parse ("2022", &change->after.period);
  assert_text (ut_phrase_trend (&test->assessed, test->regions, NB),
               "Fra 2019 til 2022 gikk tallet opp med 13,97 prosentpoeng (95 % usikkerhet: 0,03 til 24,03). Endringen "
               "er sikker, men to målinger er ingen trend. Det går i feil retning.");
  assert_text (ut_phrase_trend_word (&test->assessed, NB), "høyere enn i 2019");
  *change = (UtSurveyChange){ .change = UT_CHANGE_LOWER,
                              .before = change->before,
                              .after = change->after,
                              .difference = -13.97,
                              .interval = { -24.03, -3.53 } };
  assert_text (ut_phrase_trend (&test->assessed, test->regions, NN),
               "Frå 2019 til 2022 gjekk talet ned med 14,0 prosentpoeng (95 % uvisse: 3,5 til 24,0). Endringa er "
               "sikker, men to målingar er ingen trend. Det går i rett retning.");
  assert_text (ut_phrase_trend_word (&test->assessed, NN), "lågare enn i 2019");
  change->change = UT_CHANGE_NONE;
  change->interval.upper = 2.2;
  assert_text (ut_phrase_trend (&test->assessed, test->regions, NN),
               "Frå 2019 til 2022 er det inga sikker endring: skilnaden er −14,0 prosentpoeng (95 % uvisse: −24,0 til "
               "2,2).");
  assert_text (ut_phrase_trend_word (&test->assessed, NB), "ingen sikker endring siden 2019");
  change->change = UT_CHANGE_NOT_TESTED;
  change->reason = UT_REASON_COUNT_NOT_PUBLISHED;
  assert_text (ut_phrase_trend (&test->assessed, test->regions, NB),
               "Utviklingen er ikke testet: det er for få måletidspunkt. Det er heller ikke endringen fra 2019 til "
               "2022: hvor mange det bygger på, er ikke publisert.");
  assert_text (ut_phrase_trend_word (&test->assessed, NB), "ikke testet");
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  static const struct {
    const char *path;
    void (*run) (Case *, gconstpointer);
  } tests[] = {
    { "/text/phrases/levels", test_levels },
    { "/text/phrases/small-difference", test_small_difference },
    { "/text/phrases/reasons", test_reasons },
    { "/text/phrases/described", test_described },
    { "/text/phrases/few", test_few },
    { "/text/phrases/missing-figures", test_missing_figures },
    { "/text/phrases/both-benchmarks", test_both_benchmarks },
    { "/text/phrases/figures", test_figures },
    { "/text/phrases/trends", test_trends },
    { "/text/phrases/beside", test_beside },
    { "/text/phrases/surveys", test_surveys },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Case, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
