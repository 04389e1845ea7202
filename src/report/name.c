/* What a report may be called: its id is the name of a folder and of the files in it. */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include <utsyn/error.h>
#include <utsyn/report.h>

/* A file system takes 255, and ".xlsx" and names for a while are longer. */
#define MOST_BYTES 200
#define ENDING     ".yaml"

/* NULL when nothing is. */
static const char *
find_fault (const char *id) {
  g_autofree char *clean = ut_text_clean (id, UT_TEXT_LINE);
  if (*id == '\0')
    return _ ("the file has no name before .yaml");
  if (*id == '.')
    return _ ("the name begins with a dot");
  if (strlen (id) > MOST_BYTES)
    return _ ("the name is too long");
  if (strpbrk (id, "/\\") != NULL)
    return _ ("there is a slash in the name");
  return strcmp (clean, id) != 0 ? _ ("the name has a character that cannot be used in text") : NULL;
}

char *
ut_report_id (const char *path, GError **error) {
  g_autofree char *name = g_path_get_basename (path);
  gsize length = strlen (name);
  if (g_str_has_suffix (name, ENDING))
    length -= strlen (ENDING);
  g_autofree char *id = g_strndup (name, length);
  const char *fault = find_fault (id);
  if (fault == NULL)
    return g_steal_pointer (&id);
  ut_error_set (error, UT_ERROR_DEFINITION,
                _ ("%1$s: the report's folder gets the name of its file, but %2$s; rename the file, for example to "
                   "my-report.yaml (at most %3$d bytes)"),
                path, fault, MOST_BYTES);
  return NULL;
}
