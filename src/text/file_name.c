#include "text/file_name.h"

#include "base/i18n.h"
#include "base/text.h"

static const char *const names[] = {
  [UT_FILE_CHAPTER] = NC_ ("file name", "chapter"),
  [UT_FILE_CHARTS] = NC_ ("file name", "charts"),
  [UT_FILE_FIGURES] = NC_ ("file name", "figures"),
};
G_STATIC_ASSERT (G_N_ELEMENTS (names) == UT_N_FILE_NAMES);

char *
ut_file_word (const char *english, UtLanguage language) {
  return ut_slug (ut_trc (language, "file name", english));
}

char *
ut_file_name (UtFileName name, UtLanguage language) {
  return ut_file_word (names[name], language);
}
