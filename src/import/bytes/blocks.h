/* A text file in blocks of whole lines, handed to whoever asks next: readers on several threads share one file. */
#ifndef UT_IMPORT_BYTES_BLOCKS_H
#define UT_IMPORT_BYTES_BLOCKS_H

#include <glib.h>

#include "import/bytes/decode.h"
#include "import/bytes/file.h"

typedef struct UtBlocks UtBlocks;

/* One reader's block. Zero before its first use; cleared by ut_block_clear(). */
typedef struct {
  char *text; /* whole lines, each ended by a line feed; the reader may write in it */
  gsize length;
  guint first_line;  /* physical line, 1-based */
  gboolean too_long; /* there is no text: line `first_line` is longer than UT_MAX_LINE_BYTES */
  gsize capacity;
} UtBlock;

/* NULL with UT_ERROR_IO. `head` [n_head] are the first bytes of the file, from which the kind of bytes is known unless
 * they are plain ASCII. */
UtBlocks *ut_blocks_open (const char *path, const char *shown, const char *head, gsize n_head, GError **error);
void ut_blocks_free (UtBlocks *blocks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtBlocks, ut_blocks_free)

/* UT_BYTES_UTF8 or UT_BYTES_SINGLE: what the blocks hold (UTF-16 is handed over as UTF-8). */
UtBytes ut_blocks_kind (const UtBlocks *blocks);
/* Static text (msgid). */
const char *ut_blocks_encoding (const UtBlocks *blocks);

/* FALSE at the end of the file, or when it cannot be read further. */
gboolean ut_blocks_next (UtBlocks *blocks, UtBlock *block);
void ut_block_clear (UtBlock *block);

/* FALSE, with UT_ERROR_IO, when the file could not be read to its end. */
gboolean ut_blocks_check (const UtBlocks *blocks, GError **error);

#endif
