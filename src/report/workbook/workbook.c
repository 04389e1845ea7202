#include "report/workbook/workbook.h"

#include <glib/gstdio.h>

#include "base/i18n.h"
#include "base/text.h"
#include "report/rules.h"
#include "report/workbook/sheet.h"
#include "report/workbook/tables.h"
#include "text/rule.h"
#include <utsyn/error.h>

/* 1 January 2000: a workbook carries no clock, so that the same figures give the same bytes. */
#define CREATED 946684800
/* Characters. */
#define NOTE_WIDTH 100

static const char *const notes[] = {
  N_ ("▲ better, ▼ worse, ○ no sure difference, ◇ different (not judged), – not tested. A filled mark holds also when "
      "all "
      "comparisons of the place are taken together; a hollow one may be chance."),
  NULL, /* how the levels are decided, by the rules in use */
  N_ ("For what is not tested the reason says why: there is no figure, or none to compare with, how many it rests on "
      "is "
      "not published, it is a full count, standardised or shared by weight, the answer depends on rounding, and the "
      "like. For a difference it says whether it holds when all comparisons are taken together."),
  N_ ("A missing figure is a blank cell. Figures that rest on few persons are hidden."),
  N_ ("Change over time is judged only from enough comparable points. Where there are too few, as in an inquiry every "
      "third year, the two last are held against each other if their counts are published; that is no trend. No clear "
      "change does not mean that nothing has happened."),
  N_ ("County and country figures are the source's own where it publishes them, otherwise sums of counts over the "
      "whole "
      "area."),
};

/* What note 2 says of what else the report is asked to hold the places against. */
static const char *const further[UT_N_BENCHMARKS] = {
  [UT_BENCHMARK_GROUP] = N_ ("The KOSTRA group is compared with in the same way."),
  [UT_BENCHMARK_PEERS] = N_ ("The municipalities chosen are compared with in the same way."),
  [UT_BENCHMARK_PAST] = N_ ("Against an earlier year, both figures are taken to be as random."),
  [UT_BENCHMARK_BEST] = N_ ("The tenth best municipality is shown, and never tested."),
  [UT_BENCHMARK_TARGET] = N_ ("A target is taken as a known figure."),
};

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

static gboolean
any_has_margin (const UtAssessment *assessment) {
  for (guint i = 0; i < ut_assessment_n_indicators (assessment); i++)
    if (ut_assessment_get (assessment, 0, i)->indicator->test == UT_TEST_MARGIN)
      return TRUE;
  return FALSE;
}

/* The rules in use, and which indicators have another than the report's. */
static char *
say_rules (const UtReport *report, const UtAssessment *assessment) {
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  guint rules = ut_rules_used (report, assessment, NULL);
  for (int rule = 0; rule < UT_N_RULES; rule++)
    if ((rules & 1u << rule) != 0)
      g_ptr_array_add (words, (gpointer) ut_rule_note ((UtRule) rule, report->language));
  g_autofree char *exceptions = ut_rules_exceptions (report, assessment);
  if (any_has_margin (assessment))
    g_ptr_array_add (words, (gpointer) ut_tr (report->language, "Where the source itself publishes how uncertain a "
                                                                "figure is, that is used instead."));
  if (*exceptions != '\0')
    g_ptr_array_add (words, exceptions);
  for (guint b = UT_N_SURROUNDING; b < UT_N_BENCHMARKS; b++)
    if (ut_assessment_asks (assessment, (UtBenchmark) b))
      g_ptr_array_add (words, (gpointer) ut_tr (report->language, further[b]));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" ", (char **) words->pdata);
}

static void
fill_notes (UtSheet *sheet, const UtReport *report, const UtAssessment *assessment) {
  UtLanguage language = sheet->book->language;
  const UtSheetColumn columns[] = { { ut_tr (language, "Note"), 12 }, { ut_tr (language, "Text"), NOTE_WIDTH } };
  g_autofree char *rules = say_rules (report, assessment);
  ut_sheet_line (sheet, ut_tr (language, "Notes are numbered; the tables refer to them in square brackets."));
  ut_sheet_table (sheet, columns, G_N_ELEMENTS (columns), G_N_ELEMENTS (notes));
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++) {
    g_autofree char *number = g_strdup_printf (ut_tr (language, "note %u"), i + 1);
    ut_sheet_text (sheet, 0, number);
    const char *text = notes[i] != NULL ? ut_tr (language, notes[i]) : rules;
    ut_sheet_text (sheet, 1, text);
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
  fill_notes (note_sheet, report, assessment);
  ut_workbook_add_overview (book, assessment);
  ut_workbook_add_comparison (book, assessment, UT_BENCHMARK_COUNTRY);
  ut_workbook_add_comparison (book, assessment, UT_BENCHMARK_COUNTY);
  for (guint b = UT_N_SURROUNDING; b < UT_N_BENCHMARKS; b++)
    if (ut_assessment_asks (assessment, (UtBenchmark) b))
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
    g_set_error (error, UT_ERROR, UT_ERROR_IO, _ ("the workbook cannot be written: %s"), lxw_strerror (trouble));
  g_unlink (path);
  g_rmdir (folder);
  return fine ? g_bytes_new_take (data, size) : NULL;
}
