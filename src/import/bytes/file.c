#include "import/bytes/file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <utsyn/error.h>

#include "base/input.h"
#include "base/reason.h"
#include "import/bytes/decode.h"
#include "import/bytes/line_ends.h"

#define HEAD_BYTES (64 * 1024)
/* Unless so many lines do not fit in. */
#define HEAD_LINES      8
#define MOST_HEAD_BYTES ((gsize) 256 * 1024)

/* Whether there is enough to know a format by: a table's headings, which of one with thousands of columns are long. */
static gboolean
is_enough (const char *bytes, gsize n_bytes) {
  guint n_lines = 0;
  gsize blank = 0;
  while (blank < n_bytes && g_ascii_isspace (bytes[blank]))
    blank++;
  if (n_bytes < HEAD_BYTES || n_bytes >= MOST_HEAD_BYTES || strchr ("{[<", bytes[blank]) != NULL)
    return TRUE;
  for (const char *at = bytes; at != NULL && n_lines < HEAD_LINES;
       at = memchr (at + 1, '\n', (gsize) (bytes + n_bytes - at - 1)))
    n_lines++;
  return n_lines >= HEAD_LINES;
}

/* The first bytes of a file; `n_bytes` is how many there are. */
static char *
read_head (const char *path, gsize *n_bytes, GError **error) {
  g_autofree char *bytes = g_malloc (HEAD_BYTES + 1);
  g_autoptr (GError) trouble = NULL;
  FILE *file = ut_input_stream (path, &trouble);
  *n_bytes = file != NULL ? fread (bytes, 1, HEAD_BYTES, file) : 0;
  bytes[*n_bytes] = '\0';
  while (file != NULL && !is_enough (bytes, *n_bytes)) {
    bytes = g_realloc (bytes, *n_bytes + HEAD_BYTES + 1);
    gsize n = fread (bytes + *n_bytes, 1, HEAD_BYTES, file);
    *n_bytes += n;
    bytes[*n_bytes] = '\0';
    if (n < HEAD_BYTES)
      break;
  }
  gboolean failed = file == NULL || ferror (file) != 0;
  if (failed)
    ut_error_set (error, UT_ERROR_IO, "%s: %s", path,
                  trouble != NULL ? ut_reason_error (trouble) : ut_reason_errno (errno));
  if (file != NULL)
    fclose (file);
  return failed ? NULL : g_steal_pointer (&bytes);
}

UtFileHead *
ut_file_head_read (const char *path, GError **error) {
  const char *encoding;
  gsize n_bytes;
  g_autofree char *bytes = read_head (path, &n_bytes, error);
  if (bytes == NULL)
    return NULL;
  GString *text = ut_decode (bytes, n_bytes, &encoding);
  ut_line_ends_mend (text);
  UtFileHead *head = g_new0 (UtFileHead, 1);
  *head = (UtFileHead){
    .path = path, .bytes = (const guint8 *) g_steal_pointer (&bytes), .n_bytes = n_bytes, .length = text->len
  };
  head->text = g_string_free (text, FALSE);
  return head;
}

void
ut_file_head_free (UtFileHead *head) {
  if (head == NULL)
    return;
  g_free ((gpointer) head->bytes);
  g_free ((gpointer) head->text);
  g_free (head);
}

void
ut_file_form_set_source (UtFileForm *form, const char *source) {
  if (*form->source != '\0' || source == NULL || strlen (source) >= sizeof form->source
      || !g_utf8_validate (source, -1, NULL))
    return;
  g_strlcpy (form->source, source, sizeof form->source);
}
