#include "text/reading.h"

#include "base/i18n.h"

char *
ut_phrase_marks (const char *country, UtLanguage language) {
  return g_strdup_printf (
      ut_tr (language,
             "▲ is better and ▼ worse than %s (or the county), ○ no certain difference, ◆ different on "
             "an indicator that judges nothing, ? undecided, and – described or not tested. Filled marks hold "
             "also when all comparisons of the place are taken together; hollow ones (△ ▽ ◇) may be chance."),
      country);
}
