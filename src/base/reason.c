#include "base/reason.h"

#include <errno.h>

#include "base/i18n.h"

typedef struct {
  int code;
  const char *text;
} Reason;

static const Reason reasons[] = {
  { ENOENT, N_ ("there is no such file or folder") },
  { EACCES, N_ ("you may not read or write there") },
  { EPERM, N_ ("you may not read or write there") },
  { EISDIR, N_ ("this is a folder, and a file was expected") },
  { ENOTDIR, N_ ("a file stands where a folder was expected") },
  { EEXIST, N_ ("there is already a file of that name") },
  { ENOSPC, N_ ("the disk is full") },
  { EROFS, N_ ("the disk can only be read") },
  { ENAMETOOLONG, N_ ("the name is too long") },
  { EIO, N_ ("the disk answers with an error") },
};

const char *
ut_reason_errno (int code) {
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++) {
    if (reasons[i].code == code)
      return _ (reasons[i].text);
  }
  return g_strerror (code);
}

const char *
ut_reason_error (const GError *error) {
  for (guint i = 0; i < G_N_ELEMENTS (reasons) && error->domain == G_FILE_ERROR; i++) {
    if ((GFileError) error->code == g_file_error_from_errno (reasons[i].code))
      return _ (reasons[i].text);
  }
  return error->message;
}
