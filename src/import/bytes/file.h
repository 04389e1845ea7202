/* A file before anything is made of its bytes: its beginning, and how they are to be read. */
#ifndef UT_IMPORT_BYTES_FILE_H
#define UT_IMPORT_BYTES_FILE_H

#include <glib.h>

/* No line may be longer. */
#define UT_MAX_LINE_BYTES (10 * 1024 * 1024)
/* No cell of a sheet may be longer: a heading may be repeated over every column to its right. */
#define UT_MAX_CELL_BYTES 8192

/* What a format may look at to know itself. */
typedef struct {
  const char *path;
  const guint8 *bytes; /* the first of the file: 64 KiB, more where its first lines are longer */
  gsize n_bytes;
  const char *text; /* the same as UTF-8, closed by NUL */
  gsize length;
} UtFileHead;

/* `path` must outlive it. Error: UT_ERROR_IO. */
UtFileHead *ut_file_head_read (const char *path, GError **error);
void ut_file_head_free (UtFileHead *head);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtFileHead, ut_file_head_free)

/* What was sniffed or given about a file's bytes. */
typedef struct {
  const char *encoding; /* static text (msgid); NULL where the format has its own (XLSX) */
  char separator;       /* 0 when the format has none */
  char source[201];     /* who the file itself says publishes it; "" when it does not say */
} UtFileForm;

/* Notes what a file says of its publisher; what cannot be a name is passed over. */
void ut_file_form_set_source (UtFileForm *form, const char *source);

#endif
