/* The plain lists of datasets/inndeling/: our own files, `;` between cells, no quotes, one header row. */
#ifndef UT_MODEL_PLAIN_CSV_H
#define UT_MODEL_PLAIN_CSV_H

#include <glib.h>

/* Takes one row of cells; FALSE with a complaint set stops the reading. */
typedef gboolean (*UtPlainRow) (gpointer user, char **cells, const char *path, guint line, GError **error);

/* Reads dir/name, whose header must be `header` to the letter, and hands over every row of as many cells. */
gboolean ut_plain_csv_read (const char *dir, const char *name, const char *header, UtPlainRow row, gpointer user,
                            GError **error);

#endif
