/* --benchmark and --rule: what the places are compared with, and how. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "cli/question.h"
#include <utsyn/error.h>
#include <utsyn/number.h>
#include <utsyn/terms.h>

static gboolean
complain (const char *word, const char *wanted, GError **error) {
  ut_error_set (error, UT_ERROR_USAGE, _ ("%1$s: %2$s is wanted after the colon"), word, wanted);
  return FALSE;
}

static gboolean
take_year (UtQuestion *question, const char *word, const char *argument, GError **error) {
  guint64 year;
  if (!g_ascii_string_to_unsigned (argument, 10, 1900, 2100, &year, NULL))
    return complain (word, _ ("a year"), error);
  question->options.past_year = (int) year;
  return TRUE;
}

static gboolean
take_peers (UtQuestion *question, const char *argument, GError **error) {
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  g_auto (GStrv) names = g_strsplit (argument, "+", -1);
  for (char **name = names; *name != NULL; name++) {
    const UtRegion *region = ut_regions_find (question->project->regions, g_strstrip (*name), error);
    if (region == NULL)
      return FALSE;
    g_array_append_val (members, region->id);
  }
  const UtRegion *peers = ut_regions_add_own (question->project->regions, "peers",
                                              ut_benchmark_word (UT_BENCHMARK_PEERS, ut_language_messages ()),
                                              (const UtRegionId *) (gpointer) members->data, members->len, error);
  if (peers != NULL)
    question->options.peers = peers->id;
  return peers != NULL;
}

static gboolean
take_group (UtQuestion *question, const char *word, const char *argument, GError **error) {
  const UtRegion *group = ut_regions_find (question->project->regions, argument, NULL);
  if (group == NULL || group->kind != UT_REGION_GROUP)
    return complain (word, _ ("a KOSTRA group, EKG01 to EKG17,"), error);
  for (guint i = 0; i < question->places->len; i++) {
    const UtMembership membership = { g_array_index (question->places, UtRegionId, i), group->id };
    g_array_append_val (question->options.groups, membership);
  }
  return TRUE;
}

static gboolean
take_target (UtQuestion *question, const char *word, const char *argument, GError **error) {
  double value;
  if (!ut_number_parse (argument, UT_DECIMAL_POINT, &value) && !ut_number_parse (argument, UT_DECIMAL_COMMA, &value))
    return complain (word, _ ("a number"), error);
  for (guint i = 0; i < question->places->len; i++)
    for (guint k = 0; k < question->indicators->len; k++) {
      const UtIndicator *indicator = g_ptr_array_index (question->indicators, k);
      const UtTarget target = { g_array_index (question->places, UtRegionId, i), indicator->id, value };
      g_array_append_val (question->options.targets, target);
    }
  return TRUE;
}

static gboolean
take_argument (UtQuestion *question, UtBenchmark benchmark, const char *word, const char *argument, GError **error) {
  switch (benchmark) {
  case UT_BENCHMARK_PAST:
    return take_year (question, word, argument, error);
  case UT_BENCHMARK_PEERS:
    return take_peers (question, argument, error);
  case UT_BENCHMARK_GROUP:
    return take_group (question, word, argument, error);
  case UT_BENCHMARK_TARGET:
    return take_target (question, word, argument, error);
  default:
    if (*argument == '\0')
      return TRUE;
    ut_error_set (error, UT_ERROR_USAGE, _ ("%s: nothing is wanted after the word"), word);
    return FALSE;
  }
}

static gboolean
take_benchmark (UtQuestion *question, const char *word, GArray *chosen, GError **error) {
  g_autoptr (GString) allowed = g_string_new (NULL);
  const char *colon = strchr (word, ':');
  gsize length = colon != NULL ? (gsize) (colon - word) : strlen (word);
  for (guint i = 0; i < UT_N_BENCHMARKS; i++) {
    UtBenchmark benchmark = (UtBenchmark) i;
    const char *code = ut_benchmark_code (benchmark);
    g_string_append_printf (allowed, "%s%s", i > 0 ? ", " : "", code);
    if (strlen (code) != length || strncmp (code, word, length) != 0)
      continue;
    g_array_append_val (chosen, benchmark);
    question->options.wanted[benchmark] = TRUE;
    return take_argument (question, benchmark, word, colon != NULL ? colon + 1 : "", error);
  }
  ut_error_set (error, UT_ERROR_USAGE, _ ("unknown benchmark '%1$s' (allowed: %2$s)"), word, allowed->str);
  return FALSE;
}

GArray *
ut_question_choose_benchmarks (UtQuestion *question, const char *names, GError **error) {
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (UtBenchmark));
  g_auto (GStrv) words = g_strsplit (names != NULL ? names : "county,country", ",", -1);
  if (words[0] == NULL && !take_benchmark (question, "", chosen, error))
    return NULL;
  for (char **word = words; *word != NULL; word++)
    if (!take_benchmark (question, g_strstrip (*word), chosen, error))
      return NULL;
  return g_steal_pointer (&chosen);
}

gboolean
ut_rule_choose (UtAssessOptions *options, const char *name, GError **error) {
  g_autoptr (GString) allowed = g_string_new (NULL);
  for (guint i = 0; name != NULL && i < UT_N_RULES; i++) {
    const char *code = ut_rule_code ((UtRule) i);
    options->rule = (UtRule) i;
    options->rule_for_all = TRUE;
    if (strcmp (name, code) == 0)
      return TRUE;
    g_string_append_printf (allowed, "%s%s", i > 0 ? ", " : "", code);
  }
  if (name != NULL)
    ut_error_set (error, UT_ERROR_USAGE, _ ("unknown rule '%1$s' (allowed: %2$s)"), name, allowed->str);
  return name == NULL;
}
