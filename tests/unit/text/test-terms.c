/* Words and marks: there for every answer, in every language, and different. That every row is there is seen first. */
#include "text/rule.h"
#include <utsyn/assess.h>
#include <utsyn/findings.h>
#include <utsyn/phrases.h>
#include <utsyn/revision.h>
#include <utsyn/terms.h>

static void
test_reasons (void) {
  g_assert_cmpstr (ut_reason_text (UT_REASON_COUNT_NOT_PUBLISHED, UT_LANGUAGE_NN), ==,
                   "kor mange det byggjer på, er ikkje publisert");
}

static void
test_levels (void) {
  g_assert_cmpstr (ut_level_word (UT_LEVEL_BETTER, UT_LANGUAGE_NN), ==, "betre");
  g_assert_cmpstr (ut_level_word (UT_LEVEL_WORSE, UT_LANGUAGE_NN), ==, "dårlegare");
  g_assert_cmpstr (ut_level_word (UT_LEVEL_SIMILAR, UT_LANGUAGE_NN), ==, "ikkje sikker skilnad");
  g_assert_cmpstr (ut_level_word (UT_LEVEL_HIGHER, UT_LANGUAGE_NN), ==, "høgare");
  g_assert_cmpstr (ut_level_word (UT_LEVEL_LOWER, UT_LANGUAGE_NB), ==, "lavere");
  g_assert_cmpstr (ut_level_word (UT_LEVEL_NOT_TESTED, UT_LANGUAGE_NN), ==, "ikkje testa");
  g_assert_cmpstr (ut_level_mark (UT_LEVEL_BETTER, TRUE), ==, "▲");
  g_assert_cmpstr (ut_level_mark (UT_LEVEL_BETTER, FALSE), ==, "△");
  g_assert_cmpstr (ut_level_mark (UT_LEVEL_WORSE, TRUE), ==, "▼");
  g_assert_cmpstr (ut_level_mark (UT_LEVEL_WORSE, FALSE), ==, "▽");
  g_assert_cmpstr (ut_level_mark (UT_LEVEL_SIMILAR, FALSE), ==, "○");
  g_assert_cmpstr (ut_level_mark (UT_LEVEL_HIGHER, TRUE), ==, "◆");
  g_assert_cmpstr (ut_level_mark (UT_LEVEL_NOT_TESTED, FALSE), ==, "–");
}

static void
test_trends (void) {
  g_assert_cmpstr (ut_trend_word (UT_TREND_RISING, UT_LANGUAGE_NN), ==, "stigande");
  g_assert_cmpstr (ut_trend_word (UT_TREND_FALLING, UT_LANGUAGE_NB), ==, "fallende");
  g_assert_cmpstr (ut_trend_word (UT_TREND_NONE, UT_LANGUAGE_NN), ==, "ingen klar trend");
  g_assert_cmpstr (ut_trend_word (UT_TREND_JUMP, UT_LANGUAGE_NN), ==, "brått skifte");
  g_assert_cmpstr (ut_trend_word (UT_TREND_NOT_TESTED, UT_LANGUAGE_EN), ==, "not tested");
}

static const char *
level_code (int i) {
  return ut_level_code ((UtLevel) i);
}

static const char *
trend_code (int i) {
  return ut_trend_code ((UtTrendClass) i);
}

static const char *
drop_code (int i) {
  return ut_drop_code ((UtDrop) i);
}

static const char *
benchmark_code (int i) {
  return ut_benchmark_code ((UtBenchmark) i);
}

static const char *
reason_code (int i) {
  return ut_reason_code ((UtReason) i);
}

static const char *
change_code (int i) {
  return ut_change_code ((UtChangeClass) i);
}

static const char *
contrast_code (int i) {
  return ut_contrast_code ((UtContrast) i);
}

static const char *
revision_code (int i) {
  return ut_revision_code ((UtRevisionKind) i);
}

static const char *
basis_code (int i) {
  return ut_basis_code ((UtBasis) i);
}

static const char *
rule_code (int i) {
  return ut_rule_code ((UtRule) i);
}

static const char *
dimension_code (int i) {
  return ut_dimension_code ((UtDimension) i);
}

static const struct {
  const char *name;
  const char *(*code) (int i);
  int n;
} codes[] = {
  { "level code", level_code, UT_N_LEVELS },
  { "basis code", basis_code, UT_N_BASES },
  { "trend code", trend_code, UT_N_TRENDS },
  { "drop code", drop_code, UT_N_DROPS },
  { "benchmark code", benchmark_code, UT_N_BENCHMARKS },
  { "reason code", reason_code, UT_N_REASONS },
  { "change code", change_code, UT_N_CHANGES },
  { "contrast code", contrast_code, UT_N_CONTRASTS },
  { "revision code", revision_code, UT_N_REVISIONS },
  { "rule code", rule_code, UT_N_RULES },
  { "dimension code", dimension_code, UT_N_DIMENSIONS },
};

/* What data files say, which must never change with the language. */
static void
test_codes (void) {
  for (gsize t = 0; t < G_N_ELEMENTS (codes); t++) {
    g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
    for (int i = 0; i < codes[t].n; i++)
      if (!g_hash_table_add (seen, (gpointer) codes[t].code (i)))
        g_error ("%s %d is '%s', as another one is", codes[t].name, i, codes[t].code (i));
  }
  g_assert_cmpstr (ut_level_code (UT_LEVEL_WORSE), ==, "worse");
  g_assert_cmpstr (ut_trend_code (UT_TREND_FALLING), ==, "falling");
  g_assert_cmpstr (ut_drop_code (UT_DROP_OVERLAP), ==, "overlap");
  g_assert_cmpstr (ut_benchmark_code (UT_BENCHMARK_COUNTRY), ==, "country");
}

/* Words */

typedef const char *(*Word) (int i, UtLanguage language);

static const char *
reason_text (int i, UtLanguage language) {
  return ut_reason_text ((UtReason) i, language);
}

static const char *
level_word (int i, UtLanguage language) {
  return ut_level_word ((UtLevel) i, language);
}

static const char *
robust_sentence (int i, UtLanguage language) {
  return ut_level_sentence ((UtLevel) i, TRUE, language);
}

static const char *
hollow_sentence (int i, UtLanguage language) {
  return ut_level_sentence ((UtLevel) i, FALSE, language);
}

static const char *
robust_heading (int i, UtLanguage language) {
  return ut_level_heading ((UtLevel) i, TRUE, language);
}

static const char *
hollow_heading (int i, UtLanguage language) {
  return ut_level_heading ((UtLevel) i, FALSE, language);
}

static const char *
basis_word (int i, UtLanguage language) {
  return ut_basis_word ((UtBasis) i, language);
}

static const char *
trend_word (int i, UtLanguage language) {
  return ut_trend_word ((UtTrendClass) i, language);
}

static const char *
change_text (int i, UtLanguage language) {
  return ut_change_text ((UtChangeClass) i, language);
}

static const char *
drop_text (int i, UtLanguage language) {
  return ut_drop_text ((UtDrop) i, language);
}

static const char *
benchmark_word (int i, UtLanguage language) {
  return ut_benchmark_word ((UtBenchmark) i, language);
}

static const char *
benchmark_sheet (int i, UtLanguage language) {
  return ut_benchmark_sheet ((UtBenchmark) i, language);
}

static const char *
benchmark_title (int i, UtLanguage language) {
  return ut_benchmark_title ((UtBenchmark) i, language);
}

static const char *
benchmark_note (int i, UtLanguage language) {
  return ut_benchmark_note ((UtBenchmark) i, language);
}

static const char *
contrast_word (int i, UtLanguage language) {
  return ut_contrast_word ((UtContrast) i, language);
}

static const char *
polarity_word (int i, UtLanguage language) {
  return ut_polarity_word ((UtPolarity) i, language);
}

static const char *
rule_method (int i, UtLanguage language) {
  return ut_rule_method ((UtRule) i, language);
}

static const char *
rule_note (int i, UtLanguage language) {
  return ut_rule_note ((UtRule) i, language);
}

static const char *
rule_constant_test (int i, UtLanguage language) {
  return ut_rule_constant_test ((UtRule) i, language);
}

static const char *
revision_text (int i, UtLanguage language) {
  return ut_revision_text ((UtRevisionKind) i, language);
}

static const char *
cause_text (int i, UtLanguage language) {
  return ut_cause_text ((UtRevisionCause) i, language);
}

static const char *
status_label (int i, UtLanguage language) {
  return ut_status_label ((UtStatus) i, language);
}

static const char *
unit_label (int i, UtLanguage language) {
  return ut_unit_label ((UtUnit) i, language);
}

static const char *
dimension_word (int i, UtLanguage language) {
  return ut_dimension_word ((UtDimension) i, language);
}

static const char *
finding_label (int i, UtLanguage language) {
  return ut_finding_kind_label ((UtFindingKind) i, language);
}

static const char *
quality_text (int i, UtLanguage language) {
  static char *texts[UT_N_LANGUAGES];
  g_free (texts[language]);
  texts[language] = ut_phrase_quality ((guint16) (1u << i), 1, language);
  return texts[language];
}

static const struct {
  const char *name;
  Word word;
  int n, n_silent; /* the first of which say nothing */
} terms[] = {
  { "reason text", reason_text, UT_N_REASONS, UT_REASON_NONE + 1 },
  { "level word", level_word, UT_N_LEVELS, 0 },
  { "robust sentence", robust_sentence, UT_N_LEVELS, UT_LEVEL_SIMILAR + 1 },
  { "hollow sentence", hollow_sentence, UT_N_LEVELS, UT_LEVEL_SIMILAR + 1 },
  { "robust heading", robust_heading, UT_N_LEVELS, UT_LEVEL_SIMILAR + 1 },
  { "hollow heading", hollow_heading, UT_N_LEVELS, UT_LEVEL_SIMILAR + 1 },
  { "basis word", basis_word, UT_N_BASES, UT_BASIS_COUNTS },
  { "trend word", trend_word, UT_N_TRENDS, 0 },
  { "change text", change_text, UT_N_CHANGES, UT_CHANGE_NOT_TESTED + 1 },
  { "drop text", drop_text, UT_N_DROPS, 0 },
  { "benchmark word", benchmark_word, UT_N_BENCHMARKS, 0 },
  { "benchmark sheet", benchmark_sheet, UT_N_BENCHMARKS, 0 },
  { "benchmark title", benchmark_title, UT_N_BENCHMARKS, 0 },
  { "benchmark note", benchmark_note, UT_N_BENCHMARKS, UT_N_ENCLOSING },
  { "contrast word", contrast_word, UT_N_CONTRASTS, 0 },
  { "polarity word", polarity_word, UT_N_POLARITIES, 0 },
  { "rule method", rule_method, UT_N_RULES, 0 },
  { "rule note", rule_note, UT_N_RULES, 0 },
  { "rule test", rule_constant_test, UT_N_RULES, 0 },
  { "revision text", revision_text, UT_N_REVISIONS, 0 },
  { "cause text", cause_text, UT_N_CAUSES, UT_CAUSE_NONE + 1 },
  { "status label", status_label, UT_N_STATUSES, 0 },
  { "unit label", unit_label, UT_N_UNITS, 0 },
  { "dimension word", dimension_word, UT_N_DIMENSIONS, 0 },
  { "finding label", finding_label, UT_N_FINDING_KINDS, 0 },
};

/* A value without its row: the other tests would end at a NULL, and not say which. */
static void
test_all_there (void) {
  for (gsize t = 0; t < G_N_ELEMENTS (codes); t++)
    for (int i = 0; i < codes[t].n; i++)
      if (codes[t].code (i) == NULL)
        g_error ("%s: value %d has no row", codes[t].name, i);
  for (gsize t = 0; t < G_N_ELEMENTS (terms); t++)
    for (int i = 0; i < terms[t].n; i++)
      if (terms[t].word (i, UT_LANGUAGE_EN) == NULL)
        g_error ("%s: value %d has no row", terms[t].name, i);
}

/* Every value of every table speaks, in every language. */
static void
test_all_speak (void) {
  for (gsize t = 0; t < G_N_ELEMENTS (terms); t++)
    for (int i = 0; i < terms[t].n; i++)
      for (int language = 0; language < UT_N_LANGUAGES; language++) {
        const char *text = terms[t].word (i, (UtLanguage) language);
        if ((*text == '\0') != (i < terms[t].n_silent))
          g_error ("%s %d is wrongly silent or not in %s", terms[t].name, i, ut_language_tag ((UtLanguage) language));
        g_assert_true (g_utf8_validate (text, -1, NULL));
      }
}

/* A text without a translation is found in English. */
static void
test_all_translated (void) {
  static const char *const international[] = { "per 1000", "per 100 000", "kroner", NULL };
  for (gsize t = 0; t < G_N_ELEMENTS (terms); t++)
    for (int i = terms[t].n_silent; i < terms[t].n; i++) {
      const char *english = terms[t].word (i, UT_LANGUAGE_EN);
      if (g_strv_contains (international, english))
        continue;
      for (int language = 0; language < UT_N_LANGUAGES; language++)
        if (language != UT_LANGUAGE_EN && g_str_equal (terms[t].word (i, (UtLanguage) language), english))
          g_error ("%s %d is '%s' in %s too", terms[t].name, i, english, ut_language_tag ((UtLanguage) language));
    }
}

/* A flag without its row says nothing of what the reader should know; two need no words, as their status has them. */
static void
test_qualities (void) {
  for (int i = 0; 1 << i < UT_QUALITY_END; i++) {
    gboolean silent = (1 << i) == UT_QUALITY_NOT_ADDABLE || (1 << i) == UT_QUALITY_DISCLOSED;
    for (int language = 0; language < UT_N_LANGUAGES; language++)
      g_assert_cmpint (*quality_text (i, (UtLanguage) language) == '\0', ==, silent);
    g_assert_true (silent || !g_str_equal (quality_text (i, UT_LANGUAGE_NN), quality_text (i, UT_LANGUAGE_EN)));
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/terms/all-there", test_all_there);
  g_test_add_func ("/text/terms/reasons", test_reasons);
  g_test_add_func ("/text/terms/levels", test_levels);
  g_test_add_func ("/text/terms/trends", test_trends);
  g_test_add_func ("/text/terms/codes", test_codes);
  g_test_add_func ("/text/terms/all-speak", test_all_speak);
  g_test_add_func ("/text/terms/all-translated", test_all_translated);
  g_test_add_func ("/text/terms/qualities", test_qualities);
  return g_test_run ();
}
