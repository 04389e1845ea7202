#include "document/document.h"

#include "base/text.h"

#include <math.h>
#include <string.h>

/* Making and freeing */

static void
cell_free (gpointer data) {
  UtCell *cell = data;
  g_free (cell->text);
  g_free (cell->mark);
  g_free (cell->word);
  g_clear_pointer (&cell->notes, g_array_unref);
  g_free (cell);
}

static void
column_clear (gpointer data) {
  g_free (((UtColumn *) data)->heading);
}

static void
table_free (UtDocumentTable *table) {
  g_free (table->caption);
  g_array_unref (table->columns);
  g_ptr_array_unref (table->rows);
  g_ptr_array_unref (table->notes);
  g_free (table);
}

static void
block_free (gpointer data) {
  UtBlock *block = data;
  g_free (block->text);
  g_free (block->id);
  g_free (block->name);
  g_clear_pointer (&block->items, g_ptr_array_unref);
  g_clear_pointer (&block->table, table_free);
  g_free (block);
}

UtDocument *
ut_document_new (const char *title, UtLanguage language) {
  UtDocument *document = g_new0 (UtDocument, 1);
  document->title = g_strdup (title);
  document->language = language;
  document->blocks = g_ptr_array_new_with_free_func (block_free);
  return document;
}

void
ut_document_free (UtDocument *document) {
  if (document == NULL)
    return;
  g_free (document->title);
  g_ptr_array_unref (document->blocks);
  g_free (document);
}

static UtBlock *
add_block (UtDocument *document, UtBlockKind kind, const char *text) {
  UtBlock *block = g_new0 (UtBlock, 1);
  block->kind = kind;
  block->text = g_strdup (text);
  g_ptr_array_add (document->blocks, block);
  return block;
}

/* Blocks */

static gboolean
has_id (const UtDocument *document, const char *id) {
  for (guint i = 0; i < document->blocks->len; i++) {
    const UtBlock *block = g_ptr_array_index (document->blocks, i);
    if (g_strcmp0 (block->id, id) == 0)
      return TRUE;
  }
  return FALSE;
}

void
ut_document_heading (UtDocument *document, guint level, const char *text) {
  g_autofree char *slug = ut_slug (text);
  char *id = g_strdup (slug);
  for (guint n = 2; has_id (document, id); n++) {
    g_free (id);
    id = g_strdup_printf ("%s-%u", slug, n);
  }
  UtBlock *block = add_block (document, UT_BLOCK_HEADING, text);
  block->level = level;
  block->id = id;
}

void
ut_document_paragraph (UtDocument *document, UtRole role, const char *text) {
  add_block (document, UT_BLOCK_PARAGRAPH, text)->role = role;
}

void
ut_document_list (UtDocument *document, gboolean ordered, GPtrArray *items) {
  if (items->len == 0) {
    g_ptr_array_unref (items);
    return;
  }
  UtBlock *block = add_block (document, UT_BLOCK_LIST, NULL);
  block->ordered = ordered;
  block->items = items;
}

void
ut_document_chart (UtDocument *document, const UtScene *scene, const char *name, const char *caption) {
  UtBlock *block = add_block (document, UT_BLOCK_FIGURE, caption);
  block->scene = scene;
  block->name = g_strdup (name);
}

/* Tables */

UtDocumentTable *
ut_document_table (UtDocument *document, const char *caption) {
  UtDocumentTable *table = g_new0 (UtDocumentTable, 1);
  table->caption = g_strdup (caption);
  table->columns = g_array_new (FALSE, FALSE, sizeof (UtColumn));
  g_array_set_clear_func (table->columns, column_clear);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  table->notes = g_ptr_array_new_with_free_func (g_free);
  table->number = document->blocks->len;
  add_block (document, UT_BLOCK_TABLE, NULL)->table = table;
  return table;
}

void
ut_document_column (UtDocumentTable *table, const char *heading, gboolean number) {
  UtColumn column = { g_strdup (heading), number };
  g_array_append_val (table->columns, column);
}

void
ut_document_row (UtDocumentTable *table) {
  g_ptr_array_add (table->rows, g_ptr_array_new_with_free_func (cell_free));
}

UtCell *
ut_document_cell (UtDocumentTable *table, const char *text) {
  UtCell *cell = g_new0 (UtCell, 1);
  cell->text = g_strdup (text);
  cell->key = NAN;
  g_ptr_array_add (g_ptr_array_index (table->rows, table->rows->len - 1), cell);
  return cell;
}

void
ut_document_note (UtDocumentTable *table, UtCell *cell, const char *text) {
  guint number = 0;
  while (number < table->notes->len && !g_str_equal (g_ptr_array_index (table->notes, number), text))
    number++;
  if (number == table->notes->len)
    g_ptr_array_add (table->notes, g_strdup (text));
  if (cell->notes == NULL)
    cell->notes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (cell->notes, number);
}

char *
ut_note_sign (guint number) {
  g_autoptr (GString) sign = g_string_new (NULL);
  for (guint rest = number + 1; rest > 0; rest = (rest - 1) / 26)
    g_string_prepend_c (sign, (char) ('a' + (rest - 1) % 26));
  return g_string_free (g_steal_pointer (&sign), FALSE);
}

/* Slugs */
