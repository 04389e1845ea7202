/* HTML: one file that needs nothing else. */
#include <math.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "document/document.h"
#include "document/html_assets.h"

static void
add_element (GString *out, const char *opening, const char *text, const char *closing) {
  g_string_append (out, opening);
  ut_text_append_markup (out, text);
  g_string_append (out, closing);
}

/* "0–17" stays on one line: a browser may break after the dash. */
static void
add_prose (GString *out, const char *opening, const char *text, const char *closing) {
  static GRegex *range;
  if (g_once_init_enter (&range)) {
    GRegex *made = g_regex_new ("(?<![\\d/–])\\d{1,3}–\\d{1,3}(?![\\d/–])", G_REGEX_OPTIMIZE, 0, NULL);
    g_once_init_leave (&range, made);
  }
  g_autoptr (GString) markup = g_string_new (NULL);
  ut_text_append_markup (markup, text);
  g_autofree char *whole = g_regex_replace (range, markup->str, -1, 0, "<span class=\"whole\">\\0</span>", 0, NULL);
  g_string_append_printf (out, "%s%s%s", opening, whole != NULL ? whole : markup->str, closing);
}

static void
add_heading (GString *out, const UtBlock *block) {
  g_string_append_printf (out, "<h%u id=\"%s\">", block->level, block->id);
  ut_text_append_markup (out, block->text);
  g_string_append_printf (out, "</h%u>\n", block->level);
}

static void
add_paragraph (GString *out, const UtBlock *block) {
  static const char *const openings[]
      = { [UT_ROLE_TEXT] = "<p>", [UT_ROLE_LEAD] = "<p class=\"lead\">", [UT_ROLE_SOURCE] = "<p class=\"source\">" };
  G_STATIC_ASSERT (G_N_ELEMENTS (openings) == UT_N_ROLES);
  add_prose (out, openings[block->role], block->text, "</p>\n");
}

static void
add_list (GString *out, const UtBlock *block) {
  const char *tag = block->ordered ? "ol" : "ul";
  g_string_append_printf (out, "<%s>\n", tag);
  for (guint i = 0; i < block->items->len; i++)
    add_prose (out, "<li>", g_ptr_array_index (block->items, i), "</li>\n");
  g_string_append_printf (out, "</%s>\n", tag);
}

static void
add_figure (GString *out, const UtBlock *block) {
  g_autoptr (GBytes) svg = ut_scene_paint_svg (block->scene);
  gsize size = 0;
  const char *text = g_bytes_get_data (svg, &size);
  g_string_append (out, "<figure>\n");
  g_string_append_len (out, text, (gssize) size);
  if (block->text != NULL)
    add_element (out, "<figcaption>", block->text, "</figcaption>\n");
  g_string_append (out, "</figure>\n");
}

/* Tables */

static const char *const mark_classes[]
    = { [UT_TONE_PLAIN] = "mark", [UT_TONE_BETTER] = "mark better", [UT_TONE_WORSE] = "mark worse" };
G_STATIC_ASSERT (G_N_ELEMENTS (mark_classes) == UT_N_TONES);

static void
add_notes_of_cell (GString *out, const UtCell *cell, guint table) {
  if (cell->notes == NULL || cell->notes->len == 0)
    return;
  g_string_append (out, "<span class=\"signs\">");
  for (guint i = 0; i < cell->notes->len; i++) {
    guint number = g_array_index (cell->notes, guint, i);
    g_autofree char *sign = ut_note_sign (number);
    g_string_append_printf (out, "<sup><a href=\"#n%u-%s\">%s</a></sup>", table, sign, sign);
  }
  g_string_append (out, "</span>");
}

static void
add_cell (GString *out, const UtCell *cell, const UtColumn *column, gboolean first, guint table) {
  g_string_append (out, first ? "<th scope=\"row\"" : "<td");
  if (column->number)
    g_string_append (out, " class=\"number\"");
  if (!isnan (cell->key)) {
    char key[G_ASCII_DTOSTR_BUF_SIZE];
    g_string_append_printf (out, " data-key=\"%s\"", g_ascii_dtostr (key, sizeof key, cell->key));
  }
  g_string_append_c (out, '>');
  ut_text_append_markup (out, cell->text);
  add_notes_of_cell (out, cell, table);
  if (cell->mark != NULL && cell->word != NULL) {
    g_string_append_printf (out, "&#160;<span class=\"%s\" aria-hidden=\"true\" title=\"", mark_classes[cell->tone]);
    add_element (out, "", cell->word, "\">");
    add_element (out, "", cell->mark, "</span>");
    add_element (out, "<span class=\"hidden\"> ", cell->word, "</span>");
  } else if (cell->mark != NULL) {
    g_string_append_printf (out, "&#160;<span class=\"%s\" aria-hidden=\"true\">", mark_classes[cell->tone]);
    add_element (out, "", cell->mark, "</span>");
  }
  g_string_append (out, first ? "</th>" : "</td>");
}

static void
add_table_head (GString *out, const UtDocumentTable *table) {
  g_string_append (out, "<thead>\n<tr>");
  for (guint i = 0; i < table->columns->len; i++) {
    const UtColumn *column = &g_array_index (table->columns, UtColumn, i);
    add_element (out, column->number ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">", column->heading,
                 "</th>");
  }
  g_string_append (out, "</tr>\n</thead>\n<tbody>\n");
}

static void
add_table_notes (GString *out, const UtDocumentTable *table, guint number) {
  if (table->notes->len == 0)
    return;
  g_string_append (out, "<ul class=\"notes\">\n");
  for (guint i = 0; i < table->notes->len; i++) {
    g_autofree char *sign = ut_note_sign (i);
    g_string_append_printf (out, "<li id=\"n%u-%s\"><sup>%s</sup> ", number, sign, sign);
    add_element (out, "", g_ptr_array_index (table->notes, i), "</li>\n");
  }
  g_string_append (out, "</ul>\n");
}

static void
add_table (GString *out, const UtBlock *block) {
  const UtDocumentTable *table = block->table;
  guint number = table->number;
  g_string_append_printf (out,
                          "<div class=\"table\" role=\"region\" aria-labelledby=\"t%u\" tabindex=\"0\">\n"
                          "<table>\n<caption><span id=\"t%u\">",
                          number, number);
  add_element (out, "", table->caption, "</span></caption>\n");
  add_table_head (out, table);
  for (guint i = 0; i < table->rows->len; i++) {
    const GPtrArray *row = g_ptr_array_index (table->rows, i);
    g_string_append (out, "<tr>");
    for (guint k = 0; k < row->len; k++)
      add_cell (out, g_ptr_array_index (row, k), &g_array_index (table->columns, UtColumn, k), k == 0, number);
    g_string_append (out, "</tr>\n");
  }
  g_string_append (out, "</tbody>\n</table>\n</div>\n");
  add_table_notes (out, table, number);
}

/* The page */

static void
add_contents (GString *out, const UtDocument *document) {
  add_element (out, "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">", ut_tr (document->language, "Contents"),
               "</h2>\n<ol>\n");
  for (guint i = 0; i < document->blocks->len; i++) {
    const UtBlock *block = g_ptr_array_index (document->blocks, i);
    if (block->kind != UT_BLOCK_HEADING || block->level != 2)
      continue;
    g_string_append_printf (out, "<li><a href=\"#%s\">", block->id);
    add_element (out, "", block->text, "</a></li>\n");
  }
  g_string_append (out, "</ol>\n</nav>\n");
}

static void
add_head (GString *out, const UtDocument *document) {
  g_string_append_printf (out,
                          "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
                          ut_language_tag (document->language));
  ut_text_append_markup (out, document->title);
  g_string_append (out, "</title>\n<style>\n");
  g_string_append (out, ut_html_style);
  g_string_append (out, "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">");
  add_element (out, "", ut_tr (document->language, "To the content"), "</a>\n<header>\n<h1>");
  add_element (out, "", document->title, "</h1>\n</header>\n");
}

static const UtBlockWriter writers[] = {
  [UT_BLOCK_HEADING] = add_heading, [UT_BLOCK_PARAGRAPH] = add_paragraph, [UT_BLOCK_LIST] = add_list,
  [UT_BLOCK_TABLE] = add_table,     [UT_BLOCK_FIGURE] = add_figure,
};
G_STATIC_ASSERT (G_N_ELEMENTS (writers) == UT_N_BLOCK_KINDS);

/* A heading of the second level opens a section. */
static void
add_main (GString *out, const UtDocument *document) {
  gboolean open = FALSE;
  g_string_append (out, "<main id=\"main\">\n");
  for (guint i = 0; i < document->blocks->len; i++) {
    const UtBlock *block = g_ptr_array_index (document->blocks, i);
    if (block->kind == UT_BLOCK_HEADING && block->level == 2) {
      g_string_append (out, open ? "</section>\n" : "");
      g_string_append_printf (out, "<section aria-labelledby=\"%s\">\n", block->id);
      open = TRUE;
    }
    writers[block->kind](out, block);
  }
  g_string_append (out, open ? "</section>\n</main>\n" : "</main>\n");
}

char *
ut_document_write_html (const UtDocument *document) {
  GString *out = g_string_new (NULL);
  add_head (out, document);
  add_contents (out, document);
  add_main (out, document);
  g_string_append (out, "<footer>\n<p>");
  g_string_append_printf (out, ut_tr (document->language, "Made with Utsyn %s."), UTSYN_VERSION);
  g_string_append (out, "</p>\n</footer>\n<script>\n");
  g_string_append (out, ut_html_script);
  g_string_append (out, "</script>\n</body>\n</html>\n");
  return g_string_free (out, FALSE);
}
