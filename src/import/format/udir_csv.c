/* `udir-csv`: exports of the Directorate for Education's statistics bank and of Skoleporten. */
#include "import/format/formats.h"
#include "import/format/udir_columns.h"
#include "import/shape/headings.h"

/* Titles stand above the headings of files from statistikkportalen, and own headings above those that were kept. */
gboolean
ut_udir_csv_read (const char *path, const UtReadHints *hints, const UtCellSink *sink, UtFileForm *form,
                  GError **error) {
  UtReadHints found = *hints;
  guint line;
  g_auto (GStrv) headings = hints->header_row == 0 ? ut_headings_peek (path, ut_udir_are_headings, &line) : NULL;
  if (headings != NULL)
    found.header_row = line;
  if (headings != NULL && ut_udir_are_only_udirs ((const char *const *) headings))
    ut_file_form_set_source (form, ut_notation_udir.source);
  return ut_grid_read (path, &found, &ut_udir_grid_format, sink, form, error);
}

int
ut_udir_csv_detect (const UtFileHead *head) {
  guint line;
  g_auto (GStrv) headings = ut_headings_find (head->text, ut_udir_are_headings, &line);
  return headings != NULL ? 95 : 0;
}
