/* The head counts that the key `denominator` names, when the whole catalogue is read. */
#include "model/indicator_read.h"

#include "base/i18n.h"
#include <utsyn/error.h>

/* A count has no denominator itself, so nothing goes round in a circle. */
static gboolean
is_head_count (const UtIndicator *indicator) {
  return indicator->measure == UT_MEASURE_COUNT && indicator->unit == UT_UNIT_PERSONS && !indicator->projection;
}

static gboolean
resolve (const UtCatalogue *catalogue, const UtIndicator *indicator, UtDenominatorTerm *term, GError **error) {
  const UtIndicator *persons = ut_catalogue_find (catalogue, term->key);
  if (persons != NULL && is_head_count (persons)) {
    term->id = persons->id;
    return TRUE;
  }
  ut_error_join (error, ut_error_new (UT_ERROR_DEFINITION,
                                      persons == NULL
                                          ? _ ("%s:%u: %s has the denominator '%s', and no such indicator is defined")
                                          : _ ("%s:%u: the denominator of %s is no count of persons ('%s')"),
                                      indicator->file, indicator->line, indicator->key, term->key));
  return FALSE;
}

gboolean
ut_denominators_resolve (const UtCatalogue *catalogue, guint from, GError **error) {
  gboolean sound = TRUE;
  for (guint i = from; i < ut_catalogue_count (catalogue); i++) {
    const UtIndicator *indicator = ut_catalogue_get (catalogue, (UtIndicatorId) i);
    for (UtDenominator *one = indicator->denominator; one != NULL; one = one->otherwise)
      for (guint k = 0; k < one->terms->len; k++)
        sound = resolve (catalogue, indicator, &g_array_index (one->terms, UtDenominatorTerm, k), error) && sound;
  }
  return sound;
}
