/* What the parts of an explanation share. */
#include "explain/explanation.h"

#include <math.h>

#include "base/i18n.h"
#include "text/probability.h"
#include <utsyn/number.h>

#define FIGURE_DECIMALS 2
#define EXACT_DECIMALS  6
#define JSON_DIGITS     15
/* What a restated count may be off by, in units of its last decimal. */
#define DUST 1e-6

const char *
ut_explanation_word (const UtExplanation *page, const char *english) {
  return ut_tr (page->language, english);
}

void
ut_explanation_say (UtExplanation *page, const char *format, ...) {
  va_list arguments;
  va_start (arguments, format);
  g_ptr_array_add (page->lines, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

char *
ut_explanation_exact (const UtExplanation *page, double value) {
  int decimals = 0;
  double scaled = value;
  while (decimals < EXACT_DECIMALS && fabs (scaled - round (scaled)) > DUST) {
    decimals++;
    scaled = value * pow (10, decimals);
  }
  return ut_number_format (value, decimals, page->language);
}

char *
ut_explanation_figure (const UtExplanation *page, double value) {
  /* Persons are whole. */
  gboolean whole = ut_explanation_assessed (page)->indicator->measure == UT_MEASURE_COUNT && value == floor (value);
  return ut_number_format (value, whole ? 0 : FIGURE_DECIMALS, page->language);
}

void
ut_explanation_set_interval (json_t *object, const char *key, UtInterval interval) {
  json_t *ends = json_object ();
  ut_json_set_number (ends, "lower", interval.lower);
  ut_json_set_number (ends, "upper", interval.upper);
  json_object_set_new (object, key, ends);
}

const UtAssessed *
ut_explanation_assessed (const UtExplanation *page) {
  return ut_assessment_get (page->assessment, page->place, page->indicator);
}

void
ut_explanation_free (UtExplanation *explanation) {
  if (explanation == NULL)
    return;
  g_ptr_array_unref (explanation->lines);
  json_decref (explanation->data);
  g_free (explanation);
}

char *
ut_explanation_to_text (const UtExplanation *explanation) {
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < explanation->lines->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (explanation->lines, i));
  return g_string_free (text, FALSE);
}

char *
ut_explanation_to_json (const UtExplanation *explanation) {
  return ut_json_to_text (explanation->data, JSON_DIGITS);
}
