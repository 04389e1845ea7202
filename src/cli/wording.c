#include "cli/wording.h"

#include <math.h>

#include "base/i18n.h"
#include "cli/records.h"
#include "text/indicator.h"
#include "text/place.h"
#include <utsyn/number.h>
#include <utsyn/terms.h>

char *
ut_cli_place (const UtQuestion *question, UtRegionId place) {
  return ut_phrase_place_heading (question->project->regions, place, ut_language_messages ());
}

char *
ut_cli_indicator (const UtIndicator *indicator) {
  UtLanguage language = ut_language_messages ();
  return g_strdup_printf ("%s, %s", ut_phrase_name (indicator, language), ut_unit_label (indicator->unit, language));
}

char *
ut_cli_interval (UtInterval interval, int decimals) {
  if (isnan (interval.lower) || isnan (interval.upper))
    return g_strdup ("");
  g_autofree char *lower = ut_number_format (interval.lower, decimals, ut_language_messages ());
  g_autofree char *upper = ut_number_format (interval.upper, decimals, ut_language_messages ());
  if (interval.lower >= 0)
    return g_strdup_printf ("%s–%s", lower, upper);
  return g_strdup_printf (_ ("%1$s to %2$s"), lower, upper);
}

char *
ut_cli_short_judgement (const UtVerdict *verdict) {
  const char *mark = ut_level_mark (verdict->level, verdict->robust);
  if (verdict->level == UT_LEVEL_NOT_TESTED)
    return g_strdup (mark);
  const char *word = ut_level_word (verdict->level, ut_language_messages ());
  if (verdict->level <= UT_LEVEL_SIMILAR)
    return g_strdup_printf ("%s %s", mark, word);
  return g_strdup_printf ("%s %s, %s", mark, word, verdict->robust ? _ ("robust") : _ ("may be chance"));
}

char *
ut_cli_judgement (const UtVerdict *verdict) {
  UtLanguage language = ut_language_messages ();
  if (ut_verdict_is_described (verdict))
    return g_strdup_printf ("%s %s", ut_level_mark (verdict->level, FALSE), ut_verdict_word (verdict, language));
  if (verdict->reason != UT_REASON_NONE)
    return g_strdup_printf ("%s %s: %s", ut_level_mark (verdict->level, FALSE),
                            ut_level_word (verdict->level, language), ut_reason_text (verdict->reason, language));
  g_autofree char *text = ut_cli_short_judgement (verdict);
  g_autofree char *small = verdict->below_relevant ? g_strdup_printf (_ ("%s, but small"), text) : g_strdup (text);
  return verdict->basis == UT_BASIS_APPROXIMATE
             ? g_strdup_printf ("%s, %s", small, ut_basis_word (verdict->basis, language))
             : g_steal_pointer (&small);
}

void
ut_cli_print_subject (const UtQuestion *question) {
  if (question->places->len == 1) {
    UtRegionId place = g_array_index (question->places, UtRegionId, 0);
    g_autofree char *name = ut_cli_place (question, place);
    g_print ("%s (%s)\n", name, ut_regions_get (question->project->regions, place)->code);
  }
  if (question->indicators->len == 1) {
    const UtIndicator *indicator = g_ptr_array_index (question->indicators, 0);
    UtLanguage language = ut_language_messages ();
    g_print ("%s, %s\n", ut_text_get (&indicator->name, language), ut_unit_label (indicator->unit, language));
  }
}

json_t *
ut_record_new (const UtQuestion *question, UtRegionId place, const UtIndicator *indicator) {
  UtLanguage language = ut_language_messages ();
  json_t *record = json_object ();
  ut_json_set_text (record, "indicator", indicator->key);
  ut_json_set_text (record, "indicator_name", ut_text_get (&indicator->name, language));
  ut_json_set_text (record, "unit", ut_unit_label (indicator->unit, language));
  ut_json_set_text (record, "place", ut_regions_get (question->project->regions, place)->code);
  ut_json_set_text (record, "place_name", ut_regions_get (question->project->regions, place)->name);
  return record;
}

void
ut_record_set_verdict (json_t *record, const char *prefix, const UtVerdict *verdict) {
  g_autofree char *level = g_strconcat (prefix, "level", NULL), *robust = g_strconcat (prefix, "robust", NULL);
  g_autofree char *reason = g_strconcat (prefix, "reason", NULL), *basis = g_strconcat (prefix, "basis", NULL);
  g_autofree char *p_best = g_strconcat (prefix, "p_best", NULL);
  g_autofree char *p = g_strconcat (prefix, "p", NULL), *q = g_strconcat (prefix, "q", NULL);
  ut_json_set_text (record, level, ut_level_code (verdict->level));
  if (verdict->level > UT_LEVEL_SIMILAR)
    ut_record_set_flag (record, robust, verdict->robust);
  else
    ut_record_set_null (record, robust);
  ut_json_set_text (record, reason, verdict->reason != UT_REASON_NONE ? ut_reason_code (verdict->reason) : NULL);
  ut_json_set_text (record, basis, verdict->basis != UT_BASIS_NONE ? ut_basis_code (verdict->basis) : NULL);
  ut_json_set_number (record, p, verdict->p);
  ut_json_set_number (record, p_best, verdict->p_best);
  ut_json_set_number (record, q, verdict->q);
}
