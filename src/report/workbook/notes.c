#include "report/workbook/notes.h"

#include "base/i18n.h"
#include "report/rules.h"
#include "text/benchmark.h"
#include "text/place.h"
#include "text/reading.h"
#include "text/rule.h"
#include <utsyn/terms.h>

/* Characters. */
#define NOTE_WIDTH 100

static char *
say_marks (const UtReport *report, const UtAssessment *assessment) {
  const UtRegions *regions = ut_assessment_regions (assessment);
  g_autofree char *country = ut_phrase_place (regions, ut_regions_country (regions), report->language);
  guint rules = ut_rules_used (report, assessment, NULL);
  g_autofree char *against = ut_phrase_against (ut_rules_against (rules), country, report->language);
  return ut_phrase_marks (against, report->language);
}

static gboolean
any_has_margin (const UtAssessment *assessment) {
  for (guint i = 0; i < ut_assessment_n_indicators (assessment); i++)
    if (ut_assessment_get (assessment, 0, i)->indicator->test == UT_TEST_MARGIN)
      return TRUE;
  return FALSE;
}

/* The rules in use, which indicators have another than the report's, and what else is compared with. */
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
  for (guint b = UT_N_ENCLOSING; b < UT_N_BENCHMARKS; b++)
    if (ut_assessment_includes (assessment, (UtBenchmark) b))
      g_ptr_array_add (words, (gpointer) ut_benchmark_note ((UtBenchmark) b, report->language));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" ", (char **) words->pdata);
}

static const struct {
  const char *text;
  char *(*say) (const UtReport *report, const UtAssessment *assessment); /* where it depends on the report */
} notes[] = {
  [UT_NOTE_MARKS] = { .say = say_marks },
  [UT_NOTE_RULES] = { .say = say_rules },
  [UT_NOTE_REASONS]
  = { .text = N_ (
          "For what is not tested the reason says why: there is no figure, or none to compare with, how many it rests "
          "on is not published, it is a full count, standardised or shared by weight, the answer depends on rounding, "
          "and the like. For a difference it says whether it holds when all comparisons are taken together.") },
  [UT_NOTE_MISSING]
  = { .text = N_ ("A missing figure is a blank cell. Figures that rest on few persons are suppressed.") },
  [UT_NOTE_CHANGE]
  = { .text = N_ ("Change over time is judged only from enough comparable points. Where there are too few, as in an "
                  "inquiry every third year, the two last are compared with each other if their counts are published; "
                  "that is no trend. No clear trend does not mean that nothing has happened.") },
  [UT_NOTE_SUMS]
  = { .text = N_ ("County and country figures are the source's own where it publishes them, otherwise sums of "
                  "counts over the whole area.") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (notes) == UT_N_NOTES);

static char *
name_note (UtNote note, UtLanguage language) {
  return g_strdup_printf (ut_tr (language, "note %u"), note + 1);
}

const char *
ut_note_refer (UtBook *book, const char *text, guint refers) {
  GString *out = g_string_new (text);
  for (int note = 0; note < UT_N_NOTES; note++) {
    g_autofree char *name = name_note ((UtNote) note, book->language);
    if ((refers & 1u << note) != 0)
      g_string_append_printf (out, " [%s]", name);
  }
  return ut_book_keep (book, g_string_free (out, FALSE));
}

void
ut_notes_fill (UtSheet *sheet, const UtReport *report, const UtAssessment *assessment) {
  UtLanguage language = sheet->book->language;
  const UtSheetColumn columns[] = { { ut_tr (language, "Note"), 12 }, { ut_tr (language, "Text"), NOTE_WIDTH } };
  ut_sheet_line (sheet, ut_tr (language, "Notes are numbered; the tables refer to them in square brackets."));
  ut_sheet_table (sheet, columns, G_N_ELEMENTS (columns), G_N_ELEMENTS (notes));
  for (int note = 0; note < UT_N_NOTES; note++) {
    g_autofree char *name = name_note ((UtNote) note, language);
    g_autofree char *said = notes[note].say != NULL ? notes[note].say (report, assessment) : NULL;
    ut_sheet_text (sheet, 0, name);
    ut_sheet_text (sheet, 1, said != NULL ? said : ut_tr (language, notes[note].text));
    ut_sheet_next_row (sheet);
  }
}
