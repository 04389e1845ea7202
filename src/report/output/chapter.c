/* The chapter: its sections in their order, as HTML and Markdown. */
#include <string.h>

#include "report/output/outputs.h"
#include "report/rules.h"
#include "report/section/chapter.h"
#include "text/file_name.h"

static const UtSection *const sections[] = {
  &ut_section_reading, &ut_section_summary, &ut_section_revision,
  &ut_section_themes,  &ut_section_places,  &ut_section_sources,
};

gpointer
ut_output_chapter_prepare (const UtWriting *writing) {
  const UtReport *report = writing->report;
  UtChapter chapter = {
    .report = report,
    .project = writing->project,
    .assessment = writing->assessment,
    .findings = writing->findings,
    .figures = writing->figures,
    .document = ut_document_new (ut_text_get (&report->title, report->language), report->language),
    .language = report->language,
    .n_places = ut_assessment_n_places (writing->assessment),
    .n_municipalities = report->municipalities->len,
    .rules = ut_rules_used (report, writing->assessment, NULL),
  };
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    if (sections[i]->applies == NULL || sections[i]->applies (&chapter))
      sections[i]->add (&chapter);
  return chapter.document;
}

static gboolean
put_text (UtWriting *writing, const char *ending, char *text, GError **error) {
  g_autofree char *stem = ut_file_name (UT_FILE_CHAPTER, writing->report->language);
  g_autofree char *name = g_strconcat (stem, ending, NULL);
  return ut_writing_put (writing, name, g_bytes_new_take (text, strlen (text)), "chapter", error);
}

gboolean
ut_output_chapter_write (UtWriting *writing, gpointer document, GError **error) {
  return put_text (writing, ".html", ut_document_write_html (document), error)
         && put_text (writing, ".md", ut_document_write_markdown (document), error);
}

void
ut_output_chapter_free (gpointer document) {
  ut_document_free (document);
}
