#include "import/label/dictionary.h"

#include <string.h>

/* Open addressing over labels and spellings; their bytes live in a chunk that never moves. The two are kept apart: the
 * bytes of one label as UTF-8 may be how a file in another encoding spells another. */
typedef struct {
  const char *bytes;
  guint32 length;
  guint32 hash;
  guint32 code;
  gboolean is_label;
} Spelling;

struct UtDictionary {
  Spelling *slots; /* [n_slots], bytes NULL when free */
  gsize n_slots, n_used;
  GPtrArray *labels;
  GArray *firsts; /* Spelling by code */
  GStringChunk *texts;
};

UtDictionary *
ut_dictionary_new (void) {
  UtDictionary *dictionary = g_new0 (UtDictionary, 1);
  dictionary->n_slots = 16;
  dictionary->slots = g_new0 (Spelling, dictionary->n_slots);
  dictionary->labels = g_ptr_array_new ();
  dictionary->firsts = g_array_new (FALSE, TRUE, sizeof (Spelling));
  dictionary->texts = g_string_chunk_new (1024);
  return dictionary;
}

void
ut_dictionary_free (UtDictionary *dictionary) {
  if (dictionary == NULL)
    return;
  g_free (dictionary->slots);
  g_ptr_array_unref (dictionary->labels);
  g_array_unref (dictionary->firsts);
  g_string_chunk_free (dictionary->texts);
  g_free (dictionary);
}

/* FNV-1a. */
static guint32
hash_bytes (const char *bytes, gsize length) {
  guint32 hash = 2166136261u;
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) bytes[i]) * 16777619u;
  return hash;
}

/* The slot that holds the bytes, or the free one where they belong. */
static Spelling *
find_slot (const UtDictionary *dictionary, const char *bytes, gsize length, guint32 hash, gboolean is_label) {
  for (gsize i = hash & (dictionary->n_slots - 1);; i = (i + 1) & (dictionary->n_slots - 1)) {
    Spelling *slot = &dictionary->slots[i];
    if (slot->bytes == NULL
        || (slot->hash == hash && slot->length == length && slot->is_label == is_label
            && memcmp (slot->bytes, bytes, length) == 0))
      return slot;
  }
}

static void
grow (UtDictionary *dictionary) {
  g_autofree Spelling *old = dictionary->slots;
  gsize n_old = dictionary->n_slots;
  dictionary->n_slots *= 2;
  dictionary->slots = g_new0 (Spelling, dictionary->n_slots);
  for (gsize i = 0; i < n_old; i++)
    if (old[i].bytes != NULL)
      *find_slot (dictionary, old[i].bytes, old[i].length, old[i].hash, old[i].is_label) = old[i];
}

static void
fill_slot (UtDictionary *dictionary, Spelling *slot, const Spelling *spelling) {
  *slot = *spelling;
  if (++dictionary->n_used * 2 > dictionary->n_slots)
    grow (dictionary);
}

guint32
ut_dictionary_spelt (const UtDictionary *dictionary, const char *bytes, gsize length) {
  const Spelling *slot = find_slot (dictionary, bytes, length, hash_bytes (bytes, length), FALSE);
  return slot->bytes != NULL ? slot->code : UT_LABEL_NONE;
}

guint32
ut_dictionary_code (UtDictionary *dictionary, const char *label) {
  gsize length = strlen (label);
  guint32 hash = hash_bytes (label, length);
  Spelling *slot = find_slot (dictionary, label, length, hash, TRUE);
  if (slot->bytes != NULL)
    return slot->code;
  const Spelling added = { .bytes = g_string_chunk_insert_len (dictionary->texts, label, (gssize) length),
                           .length = (guint32) length,
                           .hash = hash,
                           .code = dictionary->labels->len,
                           .is_label = TRUE };
  g_ptr_array_add (dictionary->labels, (gpointer) added.bytes);
  fill_slot (dictionary, slot, &added);
  return added.code;
}

guint32
ut_dictionary_spell (UtDictionary *dictionary, const char *bytes, gsize length, const char *label) {
  guint32 code = ut_dictionary_code (dictionary, label), hash = hash_bytes (bytes, length);
  const char *own = ut_dictionary_label (dictionary, code);
  Spelling *slot = find_slot (dictionary, bytes, length, hash, FALSE);
  if (slot->bytes != NULL)
    return slot->code;
  gboolean same = strlen (own) == length && memcmp (own, bytes, length) == 0;
  const Spelling added = { .bytes = same ? own : g_string_chunk_insert_len (dictionary->texts, bytes, (gssize) length),
                           .length = (guint32) length,
                           .hash = hash,
                           .code = code };
  fill_slot (dictionary, slot, &added);
  if (code >= dictionary->firsts->len)
    g_array_set_size (dictionary->firsts, code + 1);
  Spelling *first = &g_array_index (dictionary->firsts, Spelling, code);
  if (first->bytes == NULL)
    *first = added;
  return code;
}

gboolean
ut_dictionary_is_spelt (const UtDictionary *dictionary, guint32 code, const char *bytes, gsize length) {
  if (code >= dictionary->firsts->len)
    return FALSE;
  const Spelling *first = &g_array_index (dictionary->firsts, Spelling, code);
  return first->length == length && first->bytes != NULL && memcmp (first->bytes, bytes, length) == 0;
}

guint32
ut_dictionary_count (const UtDictionary *dictionary) {
  return dictionary->labels->len;
}

const char *
ut_dictionary_label (const UtDictionary *dictionary, guint32 code) {
  return g_ptr_array_index (dictionary->labels, code);
}
