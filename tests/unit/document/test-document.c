/* The neutral tree and its two forms. */
#include <string.h>

#include "base/text.h"
#include "document/document.h"

static void
test_slugs (void) {
  static const struct {
    const char *text, *slug;
  } cases[] = {
    { "Vinje", "vinje" },
    { "Våler (Østfold)", "vaaler-oestfold" },
    { "Barnehage og skule", "barnehage-og-skule" },
    { "Kárášjohka", "karasjohka" },
    { "../etc/passwd", "etc-passwd" },
    { "Ærlig – 5. trinn", "aerlig-5-trinn" },
    { "–", "x" },
    { "", "x" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *slug = ut_slug (cases[i].text);
    g_assert_cmpstr (slug, ==, cases[i].slug);
  }
}

static void
test_note_signs (void) {
  static const struct {
    guint number;
    const char *sign;
  } cases[] = { { 0, "a" }, { 25, "z" }, { 26, "aa" }, { 27, "ab" }, { 51, "az" }, { 52, "ba" } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *sign = ut_note_sign (cases[i].number);
    g_assert_cmpstr (sign, ==, cases[i].sign);
  }
}

static UtDocument *
sample (void) {
  UtDocument *document = ut_document_new ("Mål & <midlar>", UT_LANGUAGE_NN);
  ut_document_heading (document, 2, "Helse");
  ut_document_paragraph (document, UT_ROLE_LEAD, "Eit *avsnitt* | med <b>teikn</b> & «hermeteikn».");
  ut_document_heading (document, 2, "Helse");
  GPtrArray *items = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (items, g_strdup ("éin"));
  g_ptr_array_add (items, g_strdup ("to"));
  g_ptr_array_add (items, g_strdup ("0–17 år i 2021–2023 & 22/23–24/25"));
  ut_document_list (document, TRUE, items);
  ut_document_list (document, FALSE, g_ptr_array_new_with_free_func (g_free));
  UtDocumentTable *table = ut_document_table (document, "Tal");
  ut_document_column (table, "Indikator", FALSE);
  ut_document_column (table, "Vinje", TRUE);
  ut_document_row (table);
  ut_document_cell (table, "Trivst");
  UtCell *cell = ut_document_cell (table, "8,4");
  cell->key = 8.4;
  cell->mark = g_strdup ("△");
  cell->word = g_strdup ("betre, kan vere tilfeldig");
  cell->tone = UT_TONE_BETTER;
  ut_document_note (table, cell, "Anslag");
  ut_document_row (table);
  ut_document_cell (table, "Mobbing");
  ut_document_note (table, ut_document_cell (table, ":"), "Skjerma");
  ut_document_row (table);
  ut_document_cell (table, "Fråvær");
  cell = ut_document_cell (table, "2");
  cell->mark = g_strdup ("▼");
  ut_document_note (table, cell, "Anslag");
  return document;
}

static void
assert_holds (const char *text, const char *part) {
  if (strstr (text, part) == NULL)
    g_error ("'%s' is not in:\n%s", part, text);
}

static void
test_html (void) {
  g_autoptr (UtDocument) document = sample ();
  g_autofree char *html = ut_document_write_html (document);
  g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>\n<html lang=\"nn\">\n"));
  assert_holds (html, "<title>Mål &amp; &lt;midlar&gt;</title>");
  assert_holds (html, "<h1>Mål &amp; &lt;midlar&gt;</h1>");
  assert_holds (html, "<p class=\"lead\">Eit *avsnitt* | med &lt;b&gt;teikn&lt;/b&gt; &amp; «hermeteikn».</p>");
  assert_holds (html, "<a class=\"skip\" href=\"#main\">Til innhaldet</a>");
  assert_holds (html, "<li><a href=\"#helse\">Helse</a></li>\n<li><a href=\"#helse-2\">Helse</a></li>");
  assert_holds (html, "<th scope=\"col\">Indikator</th><th scope=\"col\" class=\"number\">Vinje</th>");
  assert_holds (html, "<th scope=\"row\">Trivst</th><td class=\"number\" data-key=\"8.4");
  assert_holds (html, "<span class=\"mark better\" aria-hidden=\"true\" title=\"betre, kan vere tilfeldig\">△</span>");
  assert_holds (html, "<span class=\"mark\" aria-hidden=\"true\">▼</span>");
  assert_holds (html, "<span class=\"hidden\"> betre, kan vere tilfeldig</span>");
  assert_holds (html, "<li><span class=\"whole\">0–17</span> år i 2021–2023 &amp; 22/23–24/25</li>");
  assert_holds (html, "8,4<span class=\"signs\"><sup>");
  g_assert_null (strstr (html, "<ul>\n</ul>"));
}

/* The same note is written once, and found from every cell. */
static void
test_notes (void) {
  g_autoptr (UtDocument) document = sample ();
  const UtBlock *last = g_ptr_array_index (document->blocks, document->blocks->len - 1);
  g_assert_cmpuint (last->table->notes->len, ==, 2);
  g_autofree char *markdown = ut_document_write_markdown (document);
  assert_holds (markdown,
                "| Trivst | 8,4<sup>a</sup> △ |\n| Mobbing | :<sup>b</sup> |\n| Fråvær | 2<sup>a</sup> ▼ |\n");
  assert_holds (markdown, "<sup>a</sup> Anslag  \n<sup>b</sup> Skjerma\n");
}

static void
test_markdown (void) {
  g_autoptr (UtDocument) document = sample ();
  g_autofree char *markdown = ut_document_write_markdown (document);
  g_assert_true (g_str_has_prefix (markdown, "# Mål & \\<midlar\\>\n\n## Helse\n\n"));
  assert_holds (markdown, "Eit \\*avsnitt\\* \\| med \\<b\\>teikn\\</b\\> & «hermeteikn».");
  assert_holds (markdown, "1. éin\n2. to\n");
  assert_holds (markdown, "| Indikator | Vinje |\n| --- | ---: |\n");
}

static void
test_figures (void) {
  g_autoptr (UtScene) scene = ut_scene_new (100, 50, UT_LANGUAGE_NB);
  ut_scene_describe (scene, "Tittel", "Figur med \"tegn\" & <tall>");
  g_autoptr (UtDocument) document = ut_document_new ("Rapport", UT_LANGUAGE_NB);
  ut_document_chart (document, scene, "figurer/trend-a-vinje", "Teksten under");
  g_autofree char *html = ut_document_write_html (document);
  g_autofree char *markdown = ut_document_write_markdown (document);
  assert_holds (html, "<figure>\n<svg ");
  assert_holds (html, "role=\"img\"");
  assert_holds (html, "<desc>Figur med &quot;tegn&quot; &amp; &lt;tall&gt;</desc>");
  assert_holds (html, "<figcaption>Teksten under</figcaption>");
  assert_holds (markdown, "![Figur med \"tegn\" & \\<tall\\>](figurer/trend-a-vinje.png)\n\nTeksten under\n");
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/slugs", test_slugs);
  g_test_add_func ("/document/note-signs", test_note_signs);
  g_test_add_func ("/document/html", test_html);
  g_test_add_func ("/document/notes", test_notes);
  g_test_add_func ("/document/markdown", test_markdown);
  g_test_add_func ("/document/figures", test_figures);
  return g_test_run ();
}
