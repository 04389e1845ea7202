/* Markdown with pipe tables; figures lie beside it. */
#include <string.h>

#include "base/text.h"
#include "document/document.h"

/* One line, with nothing that Markdown or HTML would read as its own. */
static void
add_text (GString *out, const char *text) {
  g_autofree char *line = ut_text_clean (text, UT_TEXT_LINE);
  for (const char *at = line; *at != '\0'; at++) {
    if (strchr ("\\`*_[]<>|#~", *at) != NULL)
      g_string_append_c (out, '\\');
    g_string_append_c (out, *at);
  }
}

static void
add_heading (GString *out, const UtBlock *block) {
  for (guint i = 0; i < block->level; i++)
    g_string_append_c (out, '#');
  g_string_append_c (out, ' ');
  add_text (out, block->text);
  g_string_append (out, "\n\n");
}

static void
add_paragraph (GString *out, const UtBlock *block) {
  const char *around = block->role == UT_ROLE_SOURCE ? "*" : "";
  g_string_append (out, around);
  add_text (out, block->text);
  g_string_append_printf (out, "%s\n\n", around);
}

static void
add_list (GString *out, const UtBlock *block) {
  for (guint i = 0; i < block->items->len; i++) {
    if (block->ordered)
      g_string_append_printf (out, "%u. ", i + 1);
    else
      g_string_append (out, "- ");
    add_text (out, g_ptr_array_index (block->items, i));
    g_string_append_c (out, '\n');
  }
  g_string_append_c (out, '\n');
}

static void
add_figure (GString *out, const UtBlock *block) {
  g_string_append (out, "![");
  add_text (out, ut_scene_alt (block->scene));
  g_string_append_printf (out, "](%s.png)\n\n", block->name);
  if (block->text == NULL)
    return;
  add_text (out, block->text);
  g_string_append (out, "\n\n");
}

static void
add_cell (GString *out, const UtCell *cell) {
  g_string_append_c (out, ' ');
  add_text (out, cell->text);
  for (guint i = 0; cell->notes != NULL && i < cell->notes->len; i++) {
    g_autofree char *sign = ut_note_sign (g_array_index (cell->notes, guint, i));
    g_string_append_printf (out, "<sup>%s</sup>", sign);
  }
  if (cell->mark != NULL)
    g_string_append_printf (out, " %s", cell->mark);
  g_string_append (out, " |");
}

static void
add_table (GString *out, const UtBlock *block) {
  const UtDocumentTable *table = block->table;
  g_string_append (out, "**");
  add_text (out, table->caption);
  g_string_append (out, "**\n\n|");
  for (guint i = 0; i < table->columns->len; i++) {
    g_string_append_c (out, ' ');
    add_text (out, g_array_index (table->columns, UtColumn, i).heading);
    g_string_append (out, " |");
  }
  g_string_append (out, "\n|");
  for (guint i = 0; i < table->columns->len; i++)
    g_string_append (out, g_array_index (table->columns, UtColumn, i).number ? " ---: |" : " --- |");
  g_string_append_c (out, '\n');
  for (guint i = 0; i < table->rows->len; i++) {
    const GPtrArray *row = g_ptr_array_index (table->rows, i);
    g_string_append_c (out, '|');
    for (guint k = 0; k < row->len; k++)
      add_cell (out, g_ptr_array_index (row, k));
    g_string_append_c (out, '\n');
  }
  g_string_append_c (out, '\n');
  for (guint i = 0; i < table->notes->len; i++) {
    g_autofree char *sign = ut_note_sign (i);
    g_string_append_printf (out, "%s<sup>%s</sup> ", i > 0 ? "  \n" : "", sign);
    add_text (out, g_ptr_array_index (table->notes, i));
  }
  g_string_append (out, table->notes->len > 0 ? "\n\n" : "");
}

static const UtBlockWriter writers[] = {
  [UT_BLOCK_HEADING] = add_heading, [UT_BLOCK_PARAGRAPH] = add_paragraph, [UT_BLOCK_LIST] = add_list,
  [UT_BLOCK_TABLE] = add_table,     [UT_BLOCK_FIGURE] = add_figure,
};
G_STATIC_ASSERT (G_N_ELEMENTS (writers) == UT_N_BLOCK_KINDS);

char *
ut_document_write_markdown (const UtDocument *document) {
  GString *out = g_string_new ("# ");
  add_text (out, document->title);
  g_string_append (out, "\n\n");
  for (guint i = 0; i < document->blocks->len; i++) {
    const UtBlock *block = g_ptr_array_index (document->blocks, i);
    writers[block->kind](out, block);
  }
  return g_string_free (out, FALSE);
}
