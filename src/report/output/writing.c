#include "report/output/writing.h"

void
ut_writing_count (UtWriting *writing, const char *what) {
  writing->done++;
  if (writing->progress != NULL)
    writing->progress (writing->user, writing->done, writing->total, what);
}

gboolean
ut_writing_put (UtWriting *writing, const char *name, GBytes *bytes, const char *kind, GError **error) {
  g_autoptr (GBytes) taken = bytes;
  if (taken == NULL || !ut_output_folder_write (writing->folder, name, taken, kind, error))
    return FALSE;
  ut_writing_count (writing, name);
  return TRUE;
}
