#include "project/json_file.h"

#include <glib.h>

#include "base/input.h"
#include "base/reason.h"

json_t *
ut_json_file_read (const char *path, size_t flags, json_error_t *fault) {
  g_autoptr (GError) trouble = NULL;
  g_autofree char *bytes = NULL;
  gsize n_bytes;
  if (ut_input_read (path, &bytes, &n_bytes, &trouble))
    return json_loadb (bytes, n_bytes, flags, fault);
  if (fault != NULL)
    g_snprintf (fault->text, sizeof fault->text, "%s", ut_reason_error (trouble));
  return NULL;
}
