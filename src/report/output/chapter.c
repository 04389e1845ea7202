#include "report/chapter.h"

#include <string.h>

#include "report/output/outputs.h"

gpointer
ut_output_chapter_prepare (const UtWriting *writing) {
  return ut_chapter_build (writing->report, writing->project, writing->assessment, writing->findings, writing->figures);
}

static gboolean
put_text (UtWriting *writing, const char *name, char *text, GError **error) {
  return ut_writing_put (writing, name, g_bytes_new_take (text, strlen (text)), "chapter", error);
}

gboolean
ut_output_chapter_write (UtWriting *writing, gpointer document, GError **error) {
  return put_text (writing, "kapittel.html", ut_document_write_html (document), error)
         && put_text (writing, "kapittel.md", ut_document_write_markdown (document), error);
}

void
ut_output_chapter_free (gpointer document) {
  ut_document_free (document);
}
