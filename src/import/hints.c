#include "import/hints.h"

gboolean
ut_read_hints_want (const UtReadHints *hints, const char *title) {
  if (hints->sheets == NULL || *hints->sheets == NULL || title == NULL)
    return TRUE;
  for (const char *const *pattern = hints->sheets; *pattern != NULL; pattern++)
    if (g_pattern_match_simple (*pattern, title))
      return TRUE;
  return FALSE;
}

gboolean
ut_read_hints_want_table (const UtReadHints *hints, const char *sheet, const char *title) {
  return ut_read_hints_want (hints, title) || ut_read_hints_want (hints, sheet);
}
