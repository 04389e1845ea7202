/* Columns of figures that may hold codes of municipalities instead, while their rows go by. */
#ifndef UT_IMPORT_LABEL_CODE_COLUMNS_H
#define UT_IMPORT_LABEL_CODE_COLUMNS_H

#include <glib.h>

typedef struct {
  guint n_columns;
  GHashTable **texts;  /* [n_columns] the different texts that stood in it; NULL: nothing yet */
  gboolean *ruled_out; /* [n_columns] something was no code */
} UtCodeColumns;

UtCodeColumns *ut_code_columns_new (guint n_columns);
void ut_code_columns_free (UtCodeColumns *columns);

/* Notes a cell of a column that is not ruled out. An empty one says nothing; what has not three or four digits rules
 * the column out, as do more texts than there are municipalities. Whether the text was not there before, and may be a
 * code. */
gboolean ut_code_columns_note (UtCodeColumns *columns, guint column, const char *text);

#endif
