#include "base/mo.h"

#include <string.h>

#define MO_MAGIC         0x950412deU
#define MO_MAGIC_SWAPPED 0xde120495U

static guint32
read_word (const UtMo *mo, gsize offset) {
  guint32 word;
  memcpy (&word, mo->data + offset, sizeof word);
  return mo->swapped ? GUINT32_SWAP_LE_BE (word) : word;
}

static const char *
get_text (const UtMo *mo, guint32 table, guint32 i, gsize *length) {
  *length = read_word (mo, table + 8 * (gsize) i);
  return (const char *) mo->data + read_word (mo, table + 8 * (gsize) i + 4);
}

static gboolean
table_is_sound (const UtMo *mo, guint32 table) {
  if (table > mo->size || (mo->size - table) / 8 < mo->n_texts)
    return FALSE;
  for (guint32 i = 0; i < mo->n_texts; i++) {
    guint32 length = read_word (mo, table + 8 * (gsize) i), offset = read_word (mo, table + 8 * (gsize) i + 4);
    if (offset >= mo->size || length >= mo->size - offset || mo->data[(gsize) offset + length] != '\0')
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_sorted (const UtMo *mo) {
  gsize length;
  for (guint32 i = 1; i < mo->n_texts; i++)
    if (strcmp (get_text (mo, mo->originals, i - 1, &length), get_text (mo, mo->originals, i, &length)) >= 0)
      return FALSE;
  return TRUE;
}

gboolean
ut_mo_open (UtMo *mo, const void *data, gsize size) {
  *mo = (UtMo){ .data = data, .size = size };
  if (size < 20)
    return FALSE;
  guint32 magic = read_word (mo, 0);
  if (magic != MO_MAGIC && magic != MO_MAGIC_SWAPPED)
    return FALSE;
  mo->swapped = magic == MO_MAGIC_SWAPPED;
  if (read_word (mo, 4) >> 16 > 1)
    return FALSE;
  mo->n_texts = read_word (mo, 8);
  mo->originals = read_word (mo, 12);
  mo->translations = read_word (mo, 16);
  return table_is_sound (mo, mo->originals) && table_is_sound (mo, mo->translations) && is_sorted (mo);
}

static const char *
get_form (const UtMo *mo, guint32 i, guint form) {
  gsize length;
  const char *text = get_text (mo, mo->translations, i, &length), *end = text + length;
  for (; form > 0; form--) {
    text += strlen (text) + 1;
    if (text > end)
      return NULL;
  }
  return *text == '\0' ? NULL : text;
}

const char *
ut_mo_find (const UtMo *mo, const char *key, guint form) {
  guint32 low = 0, high = mo->n_texts;
  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    gsize length;
    /* A text with a plural is "singular\0plural": comparing stops at the singular, which is the key. */
    int order = strcmp (key, get_text (mo, mo->originals, middle, &length));
    if (order == 0)
      return get_form (mo, middle, form);
    if (order < 0)
      high = middle;
    else
      low = middle + 1;
  }
  return NULL;
}
