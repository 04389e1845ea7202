/* Labels as numbers: every distinct label of a column once, numbered in the order met. */
#ifndef UT_IMPORT_LABEL_DICTIONARY_H
#define UT_IMPORT_LABEL_DICTIONARY_H

#include <glib.h>

typedef struct UtDictionary UtDictionary;

#define UT_LABEL_NONE G_MAXUINT32

UtDictionary *ut_dictionary_new (void);
void ut_dictionary_free (UtDictionary *dictionary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtDictionary, ut_dictionary_free)

/* The code of a label as UTF-8, added when new. */
guint32 ut_dictionary_code (UtDictionary *dictionary, const char *label);
/* The code of the bytes a file spells a label with, UT_LABEL_NONE when they are new; a label may have several
 * spellings (padding). */
guint32 ut_dictionary_spelt (const UtDictionary *dictionary, const char *bytes, gsize length);
/* Notes that these bytes spell `label`; its code. */
guint32 ut_dictionary_spell (UtDictionary *dictionary, const char *bytes, gsize length, const char *label);

/* Whether these bytes are how a code was spelt first: a guess that costs no search. */
gboolean ut_dictionary_is_spelt (const UtDictionary *dictionary, guint32 code, const char *bytes, gsize length);

guint32 ut_dictionary_count (const UtDictionary *dictionary);
/* Lives as long as the dictionary. */
const char *ut_dictionary_label (const UtDictionary *dictionary, guint32 code);

#endif
