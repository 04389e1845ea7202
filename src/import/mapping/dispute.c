#include "import/mapping/dispute.h"

#include <string.h>

#include "base/hash.h"
#include "base/i18n.h"
#include "base/text.h"

/* A set of columns is a word of bits; what lies further out is not looked at. */
#define MOST_COLUMNS 64
/* More labels than these are shown as "…". */
#define LABELS_SHOWN 3

/* A column of labels, by its heading in whatever table it stands. */
typedef struct {
  const char *name;
  gboolean groups; /* it is neither place nor period */
} Column;

/* The first few different labels of a key's rows in a column, and one more when there are more; NULL after them. */
typedef struct {
  const char *first[LABELS_SHOWN + 1];
} Labels;

typedef struct {
  gboolean contradicts;
  gboolean has_gap;  /* beside a figure */
  guint64 differing; /* columns */
  Labels *labels;    /* [MOST_COLUMNS at most] none where the first row's table lacks the column */
  guint n_labels;
} Dispute;

struct UtDisputes {
  GHashTable *by_key;    /* gsize → Dispute */
  GStringChunk *strings; /* every name and label once */
  GArray *columns;       /* Column */
  const UtCollectedTable *table;
  guint *column_of; /* [table->n_dimensions] */
};

static void
free_dispute (gpointer data) {
  Dispute *dispute = data;
  g_free (dispute->labels);
  g_free (dispute);
}

UtDisputes *
ut_disputes_new (void) {
  UtDisputes *self = g_new0 (UtDisputes, 1);
  self->by_key = g_hash_table_new_full (ut_pair_hash, g_int64_equal, g_free, free_dispute);
  self->strings = g_string_chunk_new (4096);
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  return self;
}

void
ut_disputes_free (UtDisputes *self) {
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_key);
  g_string_chunk_free (self->strings);
  g_array_unref (self->columns);
  g_free (self->column_of);
  g_free (self);
}

static Dispute *
find (const UtDisputes *self, gsize key) {
  gint64 number = (gint64) key;
  return g_hash_table_lookup (self->by_key, &number);
}

void
ut_disputes_add (UtDisputes *self, gsize key, gboolean differs, gboolean is_gap) {
  Dispute *dispute = find (self, key);
  if (dispute == NULL) {
    gint64 number = (gint64) key;
    dispute = g_new0 (Dispute, 1);
    g_hash_table_insert (self->by_key, g_memdup2 (&number, sizeof number), dispute);
  }
  dispute->contradicts = dispute->contradicts || differs;
  dispute->has_gap = dispute->has_gap || is_gap;
}

static gboolean
is_open (const Dispute *dispute) {
  return dispute->contradicts || dispute->has_gap;
}

gboolean
ut_disputes_any (const UtDisputes *self) {
  GHashTableIter iter;
  gpointer dispute;
  g_hash_table_iter_init (&iter, self->by_key);
  while (g_hash_table_iter_next (&iter, NULL, &dispute))
    if (is_open (dispute))
      return TRUE;
  return FALSE;
}

static guint
number_column (UtDisputes *self, const char *name, gboolean groups) {
  for (guint i = 0; i < self->columns->len; i++)
    if (strcmp (g_array_index (self->columns, Column, i).name, name) == 0)
      return i;
  const Column column = { g_string_chunk_insert_const (self->strings, name), groups };
  g_array_append_val (self->columns, column);
  return self->columns->len - 1;
}

static void
begin_table (UtDisputes *self, const UtSeen *seen) {
  const UtCollectedTable *table = seen->table;
  self->table = table;
  self->column_of = g_renew (guint, self->column_of, table->n_dimensions + 1);
  for (guint i = 0; i < table->n_dimensions; i++)
    self->column_of[i]
        = number_column (self, table->headings[i],
                         (int) i != seen->plan->region_dimension && (int) i != seen->plan->period_dimension
                             && (int) i != seen->plan->part_dimension);
}

static void
note_label (Labels *labels, const char *label) {
  guint i = 0;
  while (i <= LABELS_SHOWN && labels->first[i] != NULL && labels->first[i] != label)
    i++;
  if (i <= LABELS_SHOWN)
    labels->first[i] = label;
}

void
ut_disputes_begin_file (UtDisputes *self) {
  self->table = NULL;
}

void
ut_disputes_see (UtDisputes *self, gsize key, const UtSeen *seen) {
  Dispute *dispute = find (self, key);
  if (dispute == NULL)
    return;
  if (self->table != seen->table)
    begin_table (self, seen);
  gboolean is_first = dispute->labels == NULL;
  if (is_first) {
    dispute->n_labels = MIN (self->columns->len, MOST_COLUMNS);
    dispute->labels = g_new0 (Labels, dispute->n_labels + 1);
  }
  for (guint i = 0; i < seen->table->n_dimensions; i++) {
    guint column = self->column_of[i];
    if (column >= dispute->n_labels)
      continue;
    const char *label = ut_dictionary_label (seen->dictionaries[i], seen->labels[i]);
    label = g_string_chunk_insert_const (self->strings, label);
    Labels *labels = &dispute->labels[column];
    if (!is_first && labels->first[0] == NULL)
      continue;
    note_label (labels, label);
    if (labels->first[0] != label)
      dispute->differing |= G_GUINT64_CONSTANT (1) << column;
  }
}

static guint64
find_groups (const UtDisputes *self) {
  guint64 groups = 0;
  for (guint i = 0; i < MIN (self->columns->len, MOST_COLUMNS); i++)
    if (g_array_index (self->columns, Column, i).groups)
      groups |= G_GUINT64_CONSTANT (1) << i;
  return groups;
}

void
ut_disputes_settle (UtDisputes *self) {
  guint64 apart = 0;
  GHashTableIter iter;
  gpointer data;
  g_hash_table_iter_init (&iter, self->by_key);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    if (is_open (data))
      apart |= ((const Dispute *) data)->differing;
  apart &= find_groups (self);
  g_hash_table_iter_init (&iter, self->by_key);
  while (g_hash_table_iter_next (&iter, NULL, &data)) {
    Dispute *dispute = data;
    dispute->contradicts = dispute->contradicts || (dispute->differing & apart) != 0;
  }
}

gboolean
ut_disputes_contradict (const UtDisputes *self, gsize key) {
  const Dispute *dispute = find (self, key);
  return dispute != NULL && dispute->contradicts;
}

static void
add_column (GString *text, const char *name, const Labels *labels) {
  ut_text_add_quoted (text, text->len > 0 ? ", " : "", name);
  g_string_append (text, " (");
  for (guint i = 0; i < LABELS_SHOWN && labels->first[i] != NULL; i++)
    ut_text_add_quoted (text, i > 0 ? ", " : "", labels->first[i]);
  g_string_append (text, labels->first[LABELS_SHOWN] != NULL ? " …)" : ")");
}

char *
ut_disputes_explain (const UtDisputes *self, gsize key) {
  const Dispute *dispute = find (self, key);
  guint64 differing = dispute != NULL ? dispute->differing & find_groups (self) : 0;
  if (differing == 0)
    return NULL;
  g_autoptr (GString) columns = g_string_new (NULL);
  for (guint i = 0; i < dispute->n_labels; i++)
    if ((differing >> i & 1) != 0)
      add_column (columns, g_array_index (self->columns, Column, i).name, &dispute->labels[i]);
  return g_strdup_printf (_ ("the rows differ in %s: select one or sum them"), columns->str);
}
