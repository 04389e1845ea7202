/* What trends and surveys say alike of a change. */
#include "text/trend.h"

#include <math.h>

#include "base/i18n.h"
#include <utsyn/number.h>

char *
ut_phrase_change (double value, double like, UtLanguage language) {
  double size = fabs (like);
  return ut_number_format (value, size >= 10 ? 0 : size >= 1 ? 1 : size >= 0.1 || size == 0 ? 2 : 3, language);
}

const char *
ut_phrase_direction (const UtIndicator *indicator, gboolean up, UtLanguage language) {
  if (indicator->polarity == UT_POLARITY_NEUTRAL)
    return "";
  return up == (indicator->polarity == UT_POLARITY_HIGH) ? ut_tr (language, " That is the right direction.")
                                                         : ut_tr (language, " That is the wrong direction.");
}
