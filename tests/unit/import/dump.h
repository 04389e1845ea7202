/* Rows of cells as text, for comparing with what a fixture should give. */
#ifndef DUMP_H
#define DUMP_H

#include <glib.h>

#include "import/importer.h"

/* NULL with error when the file cannot be read. New string. */
char *dump_cells (const UtImporter *importer, const char *path, const UtReadHints *hints, GError **error);

/* Path under the project's source folder, and under the shared data beside it; new strings. */
char *source_path (const char *relative);
char *shared_path (const char *relative);

#endif
