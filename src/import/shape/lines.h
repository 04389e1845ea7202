/* The rows of a grid whose records are lines: read in blocks, on several threads, and only where a line differs from
 * the one before it. */
#ifndef UT_IMPORT_SHAPE_LINES_H
#define UT_IMPORT_SHAPE_LINES_H

#include <glib.h>

#include "import/bytes/blocks.h"
#include "import/shape/grid_layout.h"

/* Hands every line from `first_line` on to collectors of the sink, one a thread. Error: UT_ERROR_IO. */
gboolean ut_lines_read (UtBlocks *blocks, const UtGrid *grid, char separator, guint first_line, guint n_threads,
                        const UtCellSink *sink, GError **error);

#endif
