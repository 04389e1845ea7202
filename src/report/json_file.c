#include "report/json_file.h"

#include <glib.h>

#include "base/input.h"
#include "base/reason.h"

json_t *
ut_json_file_read (const char *path, size_t flags, json_error_t *fault) {
  g_autoptr (GError) trouble = NULL;
  FILE *file = ut_input_stream (path, &trouble);
  if (file == NULL) {
    if (fault != NULL)
      g_snprintf (fault->text, sizeof fault->text, "%s", ut_reason_error (trouble));
    return NULL;
  }
  json_t *root = json_loadf (file, flags, fault);
  fclose (file);
  return root;
}
