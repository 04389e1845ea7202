#include "text/json_fact.h"

#include <math.h>
#include <stdlib.h>

/* Above this a double is not sure to be the whole number it looks like. */
#define MOST_WHOLE 1e15

json_t *
ut_json_text (const char *text) {
  return text != NULL ? json_string (text) : json_null ();
}

json_t *
ut_json_period (UtPeriod period) {
  g_autofree char *text = period.kind != UT_PERIOD_NONE ? ut_period_format (period, UT_LANGUAGE_EN) : NULL;
  return ut_json_text (text);
}

void
ut_json_set_number (json_t *object, const char *key, double value) {
  gboolean whole = value == floor (value) && fabs (value) < MOST_WHOLE;
  json_object_set_new (object, key,
                       !isfinite (value) ? json_null ()
                       : whole           ? json_integer ((json_int_t) value)
                                         : json_real (value));
}

void
ut_json_set_text (json_t *object, const char *key, const char *text) {
  json_object_set_new (object, key, ut_json_text (text));
}

void
ut_json_set_period (json_t *object, const char *key, UtPeriod period) {
  json_object_set_new (object, key, ut_json_period (period));
}

char *
ut_json_to_text (const json_t *value, guint n_digits) {
  char *dumped = json_dumps (value, JSON_INDENT (2) | JSON_REAL_PRECISION (n_digits));
  char *text = g_strconcat (dumped, "\n", NULL);
  free (dumped);
  return text;
}
