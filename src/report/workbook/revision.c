/* The sheet of changes since last time: every one of them. */
#include "report/revision.h"
#include "base/i18n.h"
#include "report/workbook/tables.h"

enum {
  CHANGE_INDICATOR,
  CHANGE_PLACE,
  CHANGE_PERIOD,
  CHANGE_WHAT,
  CHANGE_PREVIOUS,
  CHANGE_CURRENT,
  CHANGE_WORD_PREVIOUS,
  CHANGE_WORD_CURRENT,
  N_CHANGE
};

static void
write_figure (UtSheet *sheet, guint column, double value, const UtIndicator *indicator) {
  if (indicator != NULL)
    ut_sheet_number (sheet, column, value, ut_indicator_decimals (indicator, value));
}

static void
write_row (UtSheet *sheet, const UtAssessment *assessment, const UtRevision *revision) {
  UtLanguage language = sheet->book->language;
  const UtIndicator *indicator = revision->indicator == NULL
                                     ? NULL
                                     : ut_catalogue_find (ut_assessment_catalogue (assessment), revision->indicator);
  g_autofree char *place = ut_revision_place (revision, assessment);
  g_autofree char *period
      = revision->period.kind == UT_PERIOD_NONE ? g_strdup ("") : ut_period_format (revision->period, language);
  g_autofree char *what = ut_revision_words (revision, language);
  ut_sheet_text (sheet, CHANGE_INDICATOR, ut_revision_indicator (revision, assessment, language));
  ut_sheet_text (sheet, CHANGE_PLACE, place);
  ut_sheet_text (sheet, CHANGE_PERIOD, period);
  ut_sheet_text (sheet, CHANGE_WHAT, what);
  write_figure (sheet, CHANGE_PREVIOUS, revision->previous, indicator);
  write_figure (sheet, CHANGE_CURRENT, revision->current, indicator);
  if (revision->kind == UT_REVISION_VERDICT) {
    g_autofree char *previous = ut_revision_previous (revision, assessment, language);
    g_autofree char *current = ut_revision_current (revision, assessment, language);
    ut_sheet_text (sheet, CHANGE_WORD_PREVIOUS, previous);
    ut_sheet_text (sheet, CHANGE_WORD_CURRENT, current);
  }
  ut_sheet_next_row (sheet);
}

void
ut_workbook_add_revision (UtBook *book, const UtAssessment *assessment, const UtRun *previous) {
  UtLanguage language = book->language;
  g_autoptr (UtRun) current = ut_run_of (assessment);
  g_autoptr (GArray) changes = ut_revision_find (previous, current, ut_assessment_regions (assessment));
  const UtSheetColumn columns[N_CHANGE] = {
    [CHANGE_INDICATOR] = { ut_tr (language, "Indicator"), 44 },
    [CHANGE_PLACE] = { ut_tr (language, "Place"), 20 },
    [CHANGE_PERIOD] = { ut_tr (language, "Period"), 14 },
    [CHANGE_WHAT] = { ut_tr (language, "Change"), 44 },
    [CHANGE_PREVIOUS] = { ut_tr (language, "Figure before"), 12 },
    [CHANGE_CURRENT] = { ut_tr (language, "Figure now"), 12 },
    [CHANGE_WORD_PREVIOUS] = { ut_tr (language, "Judgement before"), 22 },
    [CHANGE_WORD_CURRENT] = { ut_tr (language, "Judgement now"), 22 },
  };
  UtSheet *sheet
      = ut_book_add_sheet (book, ut_tr (language, "Changes"), ut_tr (language, "What has changed since last time"));
  if (changes->len == 0) {
    ut_sheet_line (sheet, ut_tr (language, "No figure and no judgement has changed since last time."));
    return;
  }
  ut_sheet_line (sheet, ut_tr (language, "One row per change. Figures are compared as they were printed."));
  ut_sheet_table (sheet, columns, N_CHANGE, changes->len);
  for (guint i = 0; i < changes->len; i++)
    write_row (sheet, assessment, &g_array_index (changes, UtRevision, i));
}
