#include "import/bytes/blocks.h"

#include "base/i18n.h"
#include "base/input.h"
#include "base/input_record.h"
#include "base/reason.h"
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <utsyn/error.h>

/* Large enough that the lock is hardly ever waited for, small enough for a processor's cache. */
#define BLOCK_BYTES (512 * 1024)
/* A reader may look a few bytes beyond the text. */
#define PADDING 16

struct UtBlocks {
  FILE *file;
  char *path, *shown;
  UtInputRecord *record; /* NULL: which bytes were read is not recorded */
  GChecksum *sum;        /* of what was read so far; NULL without a record */
  UtBytes kind;          /* of the file's bytes */
  const char *encoding;
  pthread_mutex_t lock;
  GString *carried; /* the beginning of a line whose end was not read yet */
  guint line;       /* of the next block */
  gboolean ended;
  int trouble; /* errno */
  char *raw;   /* [BLOCK_BYTES] of UTF-16 */
  gunichar high;
};

static gboolean
is_ascii (const char *bytes, gsize n_bytes) {
  guchar all = 0;
  for (gsize i = 0; i < n_bytes; i++)
    all |= (guchar) bytes[i];
  return all < 0x80;
}

/* Where the head is plain ASCII, the first bytes that are not decide: those that begin with the last of the plain ones,
 * so that no character is cut and no two bytes are taken for a mark. */
static void
look_further (UtBlocks *blocks, gsize offset) {
  gsize n_mark, n;
  g_autofree char *bytes = g_malloc (BLOCK_BYTES + 1);
  bytes[0] = '\n';
  if (fseeko (blocks->file, (off_t) offset, SEEK_SET) != 0)
    return;
  while ((n = fread (bytes + 1, 1, BLOCK_BYTES, blocks->file)) > 0) {
    if (is_ascii (bytes + 1, n))
      continue;
    gsize first = 1;
    while ((guchar) bytes[first] < 0x80)
      first++;
    n = n + 1 - first;
    memmove (bytes + 1, bytes + first, n);
    n += fread (bytes + 1 + n, 1, BLOCK_BYTES - n, blocks->file);
    blocks->kind = ut_bytes_kind (bytes, n + 1, &n_mark, &blocks->encoding);
    return;
  }
}

/* The head was read by itself, and what it showed must be true of the rest. */
static gboolean
begins_with (UtBlocks *blocks, const char *head, gsize n_head) {
  g_autofree char *bytes = g_malloc (n_head + 1);
  return pread (fileno (blocks->file), bytes, n_head, 0) == (gssize) n_head && memcmp (bytes, head, n_head) == 0;
}

static void
begin_sum (UtBlocks *blocks, const char *mark, gsize n_mark) {
  blocks->record = ut_input_record_in_use ();
  if (blocks->record == NULL)
    return;
  blocks->sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_checksum_update (blocks->sum, (const guchar *) mark, (gssize) n_mark);
}

UtBlocks *
ut_blocks_open (const char *path, const char *shown, const char *head, gsize n_head, GError **error) {
  g_autoptr (UtBlocks) blocks = g_new0 (UtBlocks, 1);
  gsize n_mark;
  pthread_mutex_init (&blocks->lock, NULL);
  blocks->path = g_strdup (path);
  blocks->shown = g_strdup (shown);
  blocks->carried = g_string_new (NULL);
  blocks->line = 1;
  blocks->kind = ut_bytes_kind (head, n_head, &n_mark, &blocks->encoding);
  g_autoptr (GError) trouble = NULL;
  blocks->file = ut_input_stream (path, &trouble);
  if (blocks->file == NULL) {
    ut_error_set (error, UT_ERROR_IO, "%s: %s", shown, ut_reason_error (trouble));
    return NULL;
  }
  if (!begins_with (blocks, head, n_head)) {
    ut_error_set (error, UT_ERROR_IO, _ ("%s: was changed while it was read; run again"), shown);
    return NULL;
  }
  begin_sum (blocks, head, n_mark);
  if (blocks->kind == UT_BYTES_UTF8 && n_mark == 0 && is_ascii (head, n_head))
    look_further (blocks, n_head);
  if (blocks->kind != UT_BYTES_UTF8 && blocks->kind != UT_BYTES_SINGLE)
    blocks->raw = g_malloc (BLOCK_BYTES);
  if (fseeko (blocks->file, (off_t) n_mark, SEEK_SET) != 0)
    blocks->trouble = errno;
  setvbuf (blocks->file, NULL, _IONBF, 0);
  return g_steal_pointer (&blocks);
}

void
ut_blocks_free (UtBlocks *blocks) {
  if (blocks == NULL)
    return;
  if (blocks->sum != NULL && blocks->ended && blocks->trouble == 0)
    ut_input_record_add_sum (blocks->record, blocks->path, g_checksum_get_string (blocks->sum));
  if (blocks->sum != NULL)
    g_checksum_free (blocks->sum);
  if (blocks->file != NULL)
    fclose (blocks->file);
  pthread_mutex_destroy (&blocks->lock);
  g_string_free (blocks->carried, TRUE);
  g_free (blocks->raw);
  g_free (blocks->path);
  g_free (blocks->shown);
  g_free (blocks);
}

UtBytes
ut_blocks_kind (const UtBlocks *blocks) {
  return blocks->kind == UT_BYTES_SINGLE ? UT_BYTES_SINGLE : UT_BYTES_UTF8;
}

const char *
ut_blocks_encoding (const UtBlocks *blocks) {
  return blocks->encoding;
}

void
ut_block_clear (UtBlock *block) {
  g_clear_pointer (&block->text, g_free);
  block->capacity = 0;
}

static void
reserve (UtBlock *block, gsize n_bytes) {
  if (block->capacity >= n_bytes + PADDING)
    return;
  block->capacity = MAX (n_bytes + PADDING, 2 * block->capacity);
  block->text = g_realloc (block->text, block->capacity);
}

/* As many bytes as requested, unless the file ends. */
static gsize
read_bytes (UtBlocks *blocks, char *bytes, gsize n_bytes) {
  gsize n = fread (bytes, 1, n_bytes, blocks->file);
  if (blocks->sum != NULL)
    g_checksum_update (blocks->sum, (const guchar *) bytes, (gssize) n);
  if (n < n_bytes) {
    blocks->ended = TRUE;
    if (ferror (blocks->file))
      blocks->trouble = errno != 0 ? errno : EIO;
  }
  return n;
}

/* Adds text behind what the block has. */
static void
fill (UtBlocks *blocks, UtBlock *block) {
  if (blocks->raw == NULL) {
    reserve (block, block->length + BLOCK_BYTES);
    block->length += read_bytes (blocks, block->text + block->length, BLOCK_BYTES);
    return;
  }
  gsize n = read_bytes (blocks, blocks->raw, BLOCK_BYTES);
  g_autoptr (GString) text = g_string_sized_new (n);
  ut_decode_utf16 (text, blocks->raw, n, blocks->kind == UT_BYTES_UTF16BE, &blocks->high);
  if (blocks->ended && blocks->high != 0)
    g_string_append_unichar (text, 0xfffd);
  reserve (block, block->length + text->len);
  memcpy (block->text + block->length, text->str, text->len);
  block->length += text->len;
}

/* Bytes of a few hundred are counted in a byte each, which the processor does many of at a time. */
static guint
count_lines (const char *text, gsize length) {
  guint n = 0;
  for (gsize from = 0; from < length; from += 255) {
    gsize end = MIN (from + 255, length);
    guint8 some = 0;
    for (gsize i = from; i < end; i++)
      some = (guint8) (some + (text[i] == '\n'));
    n += some;
  }
  return n;
}

/* A line that is too long is passed over to its end. */
static void
skip_line (UtBlocks *blocks, UtBlock *block) {
  const char *end = NULL;
  while (end == NULL && !blocks->ended) {
    block->length = 0;
    fill (blocks, block);
    end = memchr (block->text, '\n', block->length);
  }
  if (end != NULL)
    g_string_append_len (blocks->carried, end + 1, (gssize) (block->text + block->length - end - 1));
  block->length = 0;
  block->too_long = TRUE;
  blocks->line++;
}

/* Whole lines into the block; the rest is carried to the next. */
static void
cut (UtBlocks *blocks, UtBlock *block) {
  const char *end = memrchr (block->text, '\n', block->length);
  if (end == NULL) {
    reserve (block, block->length + 1);
    block->text[block->length++] = '\n';
  } else if (!blocks->ended) {
    gsize length = (gsize) (end - block->text) + 1;
    g_string_append_len (blocks->carried, end + 1, (gssize) (block->length - length));
    block->length = length;
  } else if (block->text[block->length - 1] != '\n') {
    reserve (block, block->length + 1);
    block->text[block->length++] = '\n';
  }
  blocks->line += count_lines (block->text, block->length);
}

static gboolean
next (UtBlocks *blocks, UtBlock *block) {
  *block = (UtBlock){ .text = block->text, .capacity = block->capacity, .first_line = blocks->line };
  reserve (block, blocks->carried->len);
  memcpy (block->text, blocks->carried->str, blocks->carried->len);
  block->length = blocks->carried->len;
  g_string_truncate (blocks->carried, 0);
  while (!blocks->ended) {
    fill (blocks, block);
    if (block->length > 0 && memrchr (block->text, '\n', block->length) != NULL)
      break;
    if (block->length > UT_MAX_LINE_BYTES) {
      skip_line (blocks, block);
      return TRUE;
    }
  }
  if (block->length == 0 || blocks->trouble != 0)
    return FALSE;
  cut (blocks, block);
  return TRUE;
}

gboolean
ut_blocks_next (UtBlocks *blocks, UtBlock *block) {
  pthread_mutex_lock (&blocks->lock);
  gboolean more = blocks->trouble == 0 && next (blocks, block);
  pthread_mutex_unlock (&blocks->lock);
  return more;
}

gboolean
ut_blocks_check (const UtBlocks *blocks, GError **error) {
  if (blocks->trouble == 0)
    return TRUE;
  ut_error_set (error, UT_ERROR_IO, "%s: %s", blocks->shown, ut_reason_errno (blocks->trouble));
  return FALSE;
}
