/* Reading what no honest source sends, and how long and how much memory it took. */
#ifndef UT_TEST_HOSTILE_H
#define UT_TEST_HOSTILE_H

#include <glib.h>

#include "import/importer.h"

/* Every format and the workbook's tests use the one file. */
void hostile_begin (void);
void hostile_end (void);
const char *hostile_path (void);

typedef struct {
  gsize n_rows, n_bad; /* that were handed over before the error */
  GError *error;       /* NULL when the file was read */
} HostileAnswer;

void hostile_answer_clear (HostileAnswer *answer);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HostileAnswer, hostile_answer_clear)

/* Reads what is at hostile_path. Fails the test when it takes too long or too much memory, hands over what is no text,
 * or complains without naming the file or the line. */
void hostile_read (const UtImporter *importer, HostileAnswer *answer);

/* The same for bytes, whatever the answer is. */
void hostile_read_bytes (const UtImporter *importer, const char *bytes, gsize n_bytes);

#endif
