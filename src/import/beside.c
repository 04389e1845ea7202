#include "import/beside.h"

#include <string.h>

#include "import/region_label.h"

/* Names stand near their codes. */
#define MOST_COLUMNS 64
/* A column that gives the codes so many labels beyond the first of each does not name them. A memory bound only: wrong
 * names of a whole country in each of some years must not reach it. */
#define MOST_FURTHER 2048

/* A column that may have the names. */
typedef struct {
  GArray *first;       /* guint32 by code: the label it was met with first, + 1 */
  GHashTable *further; /* code << 32 | label */
  GPtrArray *pairs;    /* UtBesidePair, each once */
} Column;

struct UtBeside {
  guint region;
  guint n_columns;
  Column columns[MOST_COLUMNS]; /* pairs NULL: has no names */
  guint active[MOST_COLUMNS];   /* columns that may have them */
  guint n_active;
  GByteArray *is_bare;       /* by code: 0 not looked at, 1 no, 2 yes */
  GPtrArray *codes, *others; /* char *: the bare ones, the other labels */
};

static void
free_pair (gpointer data) {
  UtBesidePair *pair = data;
  g_free (pair->code);
  g_free (pair->name);
  g_free (pair);
}

UtBeside *
ut_beside_new (guint n_dimensions, guint region) {
  UtBeside *self = g_new0 (UtBeside, 1);
  self->n_columns = MIN (n_dimensions, MOST_COLUMNS);
  self->region = region;
  self->is_bare = g_byte_array_new ();
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->others = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->n_columns; i++) {
    if (i == region)
      continue;
    self->columns[i] = (Column){ .first = g_array_new (FALSE, TRUE, sizeof (guint32)),
                                 .further = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
                                 .pairs = g_ptr_array_new_with_free_func (free_pair) };
    self->active[self->n_active++] = i;
  }
  return self;
}

static void
drop (Column *column) {
  g_clear_pointer (&column->first, g_array_unref);
  g_clear_pointer (&column->further, g_hash_table_unref);
  g_clear_pointer (&column->pairs, g_ptr_array_unref);
}

void
ut_beside_free (UtBeside *self) {
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_columns; i++)
    drop (&self->columns[i]);
  g_byte_array_unref (self->is_bare);
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->others);
  g_free (self);
}

const GPtrArray *
ut_beside_pairs (const UtBeside *self, guint column) {
  return self->columns[column].pairs;
}

const GPtrArray *
ut_beside_codes (const UtBeside *self) {
  return self->codes;
}

const GPtrArray *
ut_beside_others (const UtBeside *self) {
  return self->others;
}

guint
ut_beside_n_columns (const UtBeside *self) {
  return self->n_columns;
}

gboolean
ut_beside_too_many (guint n_further) {
  return n_further > MOST_FURTHER;
}

static gboolean
look_at_code (const char *text) {
  UtRegionLabel label;
  ut_region_label_read (text, &label);
  gboolean bare = label.name == NULL && label.kind != UT_LABEL_NAME && label.kind != UT_LABEL_OUTSIDE
                  && (label.kind != UT_LABEL_COUNTRY || g_ascii_isdigit (*text));
  ut_region_label_clear (&label);
  return bare;
}

static gboolean
is_bare (UtBeside *self, UtDictionary *const *dictionaries, guint32 code) {
  static const guint8 unknown[64] = { 0 };
  while (code >= self->is_bare->len)
    g_byte_array_append (self->is_bare, unknown, sizeof unknown);
  guint8 *known = &self->is_bare->data[code];
  if (*known != 0)
    return *known == 2;
  const char *label = ut_dictionary_label (dictionaries[self->region], code);
  *known = look_at_code (label) ? 2 : 1;
  g_ptr_array_add (*known == 2 ? self->codes : self->others, g_strdup (label));
  return *known == 2;
}

/* FALSE when the column cannot have the names. */
static gboolean
note (UtBeside *self, guint i, UtDictionary *const *dictionaries, guint32 code, guint32 label) {
  Column *column = &self->columns[i];
  if (code >= column->first->len)
    g_array_set_size (column->first, code + 1);
  guint32 *first = &g_array_index (column->first, guint32, code);
  gint64 key = (gint64) code << 32 | label;
  if (*first == label + 1 || (*first != 0 && g_hash_table_contains (column->further, &key)))
    return TRUE;
  if (*first != 0)
    g_hash_table_add (column->further, g_memdup2 (&key, sizeof key));
  else
    *first = label + 1;
  if (ut_beside_too_many (g_hash_table_size (column->further)))
    return FALSE;
  UtBesidePair *pair = g_new0 (UtBesidePair, 1);
  pair->code = g_strdup (ut_dictionary_label (dictionaries[self->region], code));
  pair->name = g_strdup (ut_dictionary_label (dictionaries[i], label));
  g_ptr_array_add (column->pairs, pair);
  return TRUE;
}

void
ut_beside_row (UtBeside *self, UtDictionary *const *dictionaries, const guint32 *labels) {
  guint32 code = labels[self->region];
  if (!is_bare (self, dictionaries, code))
    return;
  for (guint k = 0; k < self->n_active;) {
    guint i = self->active[k];
    if (note (self, i, dictionaries, code, labels[i])) {
      k++;
      continue;
    }
    drop (&self->columns[i]);
    self->active[k] = self->active[--self->n_active];
  }
}
