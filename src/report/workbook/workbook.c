#include "report/workbook/workbook.h"

#include <glib/gstdio.h>

#include "base/i18n.h"
#include "base/text.h"
#include "report/workbook/notes.h"
#include "report/workbook/sheet.h"
#include "report/workbook/tables.h"
#include <utsyn/error.h>

/* 1 January 2000: a workbook carries no clock, so that the same figures give the same bytes. */
#define CREATED 946684800

static void
set_properties (UtBook *book, const UtReport *report) {
  g_autofree char *title = ut_text_clean (ut_text_get (&report->title, report->language), UT_TEXT_LINE);
  lxw_doc_properties properties = { .title = title, .author = (char *) "Utsyn " UTSYN_VERSION, .created = CREATED };
  workbook_set_properties (book->workbook, &properties);
  workbook_set_custom_property_string (book->workbook, "Language", ut_language_tag (report->language));
}

static void
fill_cover (UtSheet *sheet, const UtReport *report, const UtProject *project) {
  UtLanguage language = report->language;
  g_autoptr (GString) places = g_string_new (NULL);
  for (guint i = 0; i < report->municipalities->len; i++) {
    UtRegionId id = g_array_index (report->municipalities, UtRegionId, i);
    g_string_append_printf (places, "%s%s", i == 0 ? "" : ", ", ut_regions_get (project->regions, id)->name);
  }
  worksheet_set_column (sheet->worksheet, 0, 0, 100, NULL);
  ut_sheet_line (sheet,
                 ut_tr (language, "Figures on how children and young people live, compared with county and country."));
  ut_sheet_heading (sheet, ut_tr (language, "Places"));
  ut_sheet_line (sheet, places->str);
  ut_sheet_heading (sheet, ut_tr (language, "About the workbook"));
  ut_sheet_line (
      sheet,
      ut_tr (language, "The sheet of contents lists the tables. The sheet of notes says how to read marks and words."));
  ut_sheet_line (sheet, ut_tr (language, "Sources, table numbers and definitions stand on the sheet of indicators."));
  g_autofree char *made = g_strdup_printf (ut_tr (language, "Made with Utsyn %s."), UTSYN_VERSION);
  ut_sheet_line (sheet, made);
}

static void
fill_contents (UtSheet *sheet) {
  const UtBook *book = sheet->book;
  const UtSheetColumn columns[]
      = { { ut_tr (book->language, "Sheet"), 26 }, { ut_tr (book->language, "Contents"), 60 } };
  ut_sheet_line (sheet, ut_tr (book->language, "Choose a name to go to the sheet."));
  ut_sheet_table (sheet, columns, G_N_ELEMENTS (columns), book->sheets->len);
  for (guint i = 0; i < book->sheets->len; i++) {
    const UtSheet *target = g_ptr_array_index (book->sheets, i);
    g_autofree char *link = g_strdup_printf ("internal:'%s'!A1", target->name);
    worksheet_write_url_opt (sheet->worksheet, sheet->row, 0, link, book->link, target->name, NULL);
    ut_sheet_text (sheet, 1, target->title);
    ut_sheet_next_row (sheet);
  }
}

static void
fill (UtBook *book, const UtReport *report, const UtProject *project, const UtAssessment *assessment) {
  UtLanguage language = report->language;
  set_properties (book, report);
  UtSheet *cover = ut_book_add_sheet (book, ut_tr (language, "Cover"), ut_text_get (&report->title, language));
  UtSheet *contents = ut_book_add_sheet (book, ut_tr (language, "Contents"), ut_tr (language, "Contents"));
  UtSheet *note_sheet = ut_book_add_sheet (book, ut_tr (language, "Notes"), ut_tr (language, "Notes"));
  fill_cover (cover, report, project);
  ut_notes_fill (note_sheet, report, assessment);
  ut_workbook_add_overview (book, assessment);
  ut_workbook_add_comparison (book, assessment, UT_BENCHMARK_COUNTRY);
  ut_workbook_add_comparison (book, assessment, UT_BENCHMARK_COUNTY);
  for (guint b = UT_N_ENCLOSING; b < UT_N_BENCHMARKS; b++)
    if (ut_assessment_includes (assessment, (UtBenchmark) b))
      ut_workbook_add_comparison (book, assessment, (UtBenchmark) b);
  ut_workbook_add_groups (book, assessment, report->by);
  ut_workbook_add_series (book, assessment);
  ut_workbook_add_chart (book, assessment);
  if (report->previous != NULL)
    ut_workbook_add_revision (book, assessment, report->previous);
  ut_workbook_add_indicators (book, assessment);
  fill_contents (contents);
}

/* libxlsxwriter only writes to a path: a folder of our own holds the file until its bytes are read back. */
GBytes *
ut_workbook_write (const UtReport *report, const UtProject *project, const UtAssessment *assessment, GError **error) {
  g_autofree char *folder = g_dir_make_tmp ("utsyn-XXXXXX", error);
  if (folder == NULL)
    return NULL;
  g_autofree char *path = g_build_filename (folder, "book.xlsx", NULL);
  UtBook *book = ut_book_new (path, report->language);
  fill (book, report, project, assessment);
  lxw_error trouble = ut_book_close (book);
  char *data = NULL;
  gsize size = 0;
  gboolean fine = trouble == LXW_NO_ERROR && g_file_get_contents (path, &data, &size, error);
  if (trouble != LXW_NO_ERROR)
    ut_error_set (error, UT_ERROR_IO, _ ("the workbook cannot be written: %s"), lxw_strerror (trouble));
  g_unlink (path);
  g_rmdir (folder);
  return fine ? g_bytes_new_take (data, size) : NULL;
}
