#include "import/label/beside.h"

#include <string.h>

#include "base/hash.h"
#include "import/label/region.h"

/* Names stand near their codes. */
#define MOST_COLUMNS 64
/* A column that gives the places so many labels beyond the first of each has neither names nor codes. A memory bound
 * only: wrong names of a whole country in each of some years must not reach it. */
#define MOST_FURTHER 2048

/* A column that may have the names, or the codes. */
typedef struct {
  GArray *first;       /* guint32 by place: the label it was met with first, + 1 */
  GHashTable *further; /* place << 32 | label */
  GPtrArray *pairs;    /* UtBesidePair, each once */
} Column;

struct UtBeside {
  guint region;
  guint n_columns;
  Column columns[MOST_COLUMNS]; /* pairs NULL: has neither */
  guint active[MOST_COLUMNS];   /* columns that may have them */
  guint n_active;
  GByteArray *kinds;         /* by place: its UtBesideKind + 1, 0 when not looked at */
  GPtrArray *codes, *others; /* char *: the bare ones, the other labels */
  GHashTable *out_of_time;   /* char * */
};

static void
free_pair (gpointer data) {
  UtBesidePair *pair = data;
  g_free (pair->place);
  g_free (pair->beside);
  g_free (pair);
}

UtBeside *
ut_beside_new (guint n_dimensions, guint region) {
  UtBeside *self = g_new0 (UtBeside, 1);
  self->n_columns = MIN (n_dimensions, MOST_COLUMNS);
  self->region = region;
  self->kinds = g_byte_array_new ();
  self->out_of_time = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->others = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->n_columns; i++) {
    if (i == region)
      continue;
    self->columns[i] = (Column){ .first = g_array_new (FALSE, TRUE, sizeof (guint32)),
                                 .further = g_hash_table_new_full (ut_pair_hash, g_int64_equal, g_free, NULL),
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
  g_byte_array_unref (self->kinds);
  g_hash_table_unref (self->out_of_time);
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

void
ut_beside_out_of_time (UtBeside *self, const char *code) {
  g_hash_table_add (self->out_of_time, g_strdup (code));
}

gboolean
ut_beside_is_out_of_time (const UtBeside *self, const char *code) {
  return g_hash_table_contains (self->out_of_time, code);
}

/* "-" and ":" are signs in a column of figures. */
static gboolean
has_letters (const char *text) {
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

UtBesideKind
ut_beside_kind (const char *text) {
  UtRegionLabel label;
  ut_region_label_read (text, &label);
  gboolean word = !g_ascii_isdigit (*text) && has_letters (text);
  gboolean name = word && (label.kind == UT_LABEL_NAME || label.kind == UT_LABEL_COUNTRY);
  gboolean code = label.name == NULL && label.kind != UT_LABEL_NAME && label.kind != UT_LABEL_OUTSIDE;
  ut_region_label_clear (&label);
  return name ? UT_BESIDE_NAME : code ? UT_BESIDE_CODE : UT_BESIDE_OTHER;
}

static UtBesideKind
kind_of (UtBeside *self, UtDictionary *const *dictionaries, guint32 place) {
  static const guint8 unknown[64] = { 0 };
  while (place >= self->kinds->len)
    g_byte_array_append (self->kinds, unknown, sizeof unknown);
  guint8 *known = &self->kinds->data[place];
  if (*known == 0) {
    const char *label = ut_dictionary_label (dictionaries[self->region], place);
    UtBesideKind kind = ut_beside_kind (label);
    *known = (guint8) (kind + 1);
    g_ptr_array_add (kind == UT_BESIDE_CODE ? self->codes : self->others, g_strdup (label));
  }
  return *known - 1;
}

static void
add_pair (Column *column, const char *place, const char *beside, gboolean is_named) {
  if (is_named && ut_beside_kind (beside) != UT_BESIDE_CODE)
    return;
  UtBesidePair *pair = g_new0 (UtBesidePair, 1);
  *pair = (UtBesidePair){ g_strdup (place), g_strdup (beside), is_named };
  g_ptr_array_add (column->pairs, pair);
}

/* FALSE when the column can have neither names nor codes. */
static gboolean
note (UtBeside *self, guint i, UtDictionary *const *dictionaries, guint32 place, guint32 label) {
  Column *column = &self->columns[i];
  if (place >= column->first->len)
    g_array_set_size (column->first, place + 1);
  guint32 *first = &g_array_index (column->first, guint32, place);
  gint64 key = (gint64) place << 32 | label;
  if (*first == label + 1 || (*first != 0 && g_hash_table_contains (column->further, &key)))
    return TRUE;
  if (*first != 0)
    g_hash_table_add (column->further, g_memdup2 (&key, sizeof key));
  else
    *first = label + 1;
  if (ut_beside_too_many (g_hash_table_size (column->further)))
    return FALSE;
  add_pair (column, ut_dictionary_label (dictionaries[self->region], place),
            ut_dictionary_label (dictionaries[i], label), kind_of (self, dictionaries, place) == UT_BESIDE_NAME);
  return TRUE;
}

void
ut_beside_row (UtBeside *self, UtDictionary *const *dictionaries, const guint32 *labels) {
  guint32 place = labels[self->region];
  if (kind_of (self, dictionaries, place) == UT_BESIDE_OTHER)
    return;
  for (guint k = 0; k < self->n_active;) {
    guint i = self->active[k];
    if (note (self, i, dictionaries, place, labels[i])) {
      k++;
      continue;
    }
    drop (&self->columns[i]);
    self->active[k] = self->active[--self->n_active];
  }
}
