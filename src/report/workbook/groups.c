/* The sheet of girls and boys, and of the grades. */
#include "report/workbook/tables.h"

#include <math.h>

#include "base/i18n.h"
#include "base/text.h"
#include "report/workbook/notes.h"
#include "text/figure.h"
#include "text/groups.h"
#include "text/probability.h"
#include <utsyn/phrases.h>
#include <utsyn/terms.h>

enum {
  GROUP_INDICATOR,
  GROUP_UNIT,
  GROUP_PLACE,
  GROUP_BY,
  GROUP_NAME,
  GROUP_PERIOD,
  GROUP_OWN,
  GROUP_LOWER,
  GROUP_UPPER,
  GROUP_REMARK,
  GROUP_COUNTY,
  GROUP_MARK,
  GROUP_WORD,
  GROUP_REASON,
  GROUP_CONTRAST,
  GROUP_P,
  N_GROUP
};

#define P_DECIMALS 4

static void
write_number (UtSheet *sheet, guint column, double value, const UtGroup *group) {
  if (ut_figure_is_shown (&group->own) && !isnan (value))
    ut_sheet_number (sheet, column, value, ut_indicator_decimals (group->indicator, group->own.value));
}

/* The test of all groups stands in the row of the first. */
static char *
contrast_text (const UtBreakdown *breakdown, guint group, UtLanguage language) {
  if (group > 0)
    return g_strdup ("");
  g_autofree char *sentence = ut_phrase_groups (breakdown, language), *text = ut_text_capital (sentence);
  if (breakdown->contrast == UT_CONTRAST_NOT_TESTED)
    return g_steal_pointer (&text);
  g_autofree char *p = ut_phrase_p (breakdown->p, language);
  return g_strdup_printf ("%s, %s", text, p);
}

static void
write_row (UtSheet *sheet, const UtAssessment *assessment, const UtAssessed *whole, const UtBreakdown *breakdown,
           guint i) {
  UtLanguage language = sheet->book->language;
  const UtGroup *group = &g_array_index (breakdown->groups, UtGroup, i);
  const UtVerdict *county = &group->verdicts[UT_BENCHMARK_COUNTY];
  g_autofree char *label = ut_phrase_group (breakdown, i, language), *name = ut_text_capital (label);
  g_autofree char *period
      = breakdown->period.kind != UT_PERIOD_NONE ? ut_period_format (breakdown->period, language) : g_strdup ("");
  g_autofree char *remark = ut_figure_is_shown (&group->own)
                                ? ut_phrase_quality (group->own.quality, group->own.value, language)
                                : g_strdup (ut_phrase_missing (&group->own, language));
  g_autofree char *contrast = contrast_text (breakdown, i, language);
  const char *reason = county->reason != UT_REASON_NONE ? ut_reason_text (county->reason, language) : "";
  ut_sheet_text (sheet, GROUP_INDICATOR, ut_text_get (&whole->indicator->name, language));
  ut_sheet_text (sheet, GROUP_UNIT, ut_unit_label (whole->indicator->unit, language));
  ut_sheet_text (sheet, GROUP_PLACE, ut_regions_get (ut_assessment_regions (assessment), whole->region)->name);
  ut_sheet_text (sheet, GROUP_BY, ut_dimension_word (breakdown->dimension, language));
  ut_sheet_text (sheet, GROUP_NAME, name);
  ut_sheet_text (sheet, GROUP_PERIOD, period);
  write_number (sheet, GROUP_OWN, group->own.value, group);
  write_number (sheet, GROUP_LOWER, group->own.interval.lower, group);
  write_number (sheet, GROUP_UPPER, group->own.interval.upper, group);
  ut_sheet_text (sheet, GROUP_REMARK, remark);
  if (ut_figure_is_shown (&county->reference))
    ut_sheet_number (sheet, GROUP_COUNTY, county->reference.value,
                     ut_indicator_decimals (group->indicator, county->reference.value));
  ut_sheet_text (sheet, GROUP_MARK, ut_level_mark (county->level, county->robust));
  ut_sheet_text (sheet, GROUP_WORD, ut_verdict_word (county, language));
  ut_sheet_text (sheet, GROUP_REASON, reason);
  ut_sheet_text (sheet, GROUP_CONTRAST, contrast);
  if (i == 0)
    ut_sheet_number (sheet, GROUP_P, breakdown->p, P_DECIMALS);
  ut_sheet_next_row (sheet);
}

static void
free_breakdown (gpointer breakdown) {
  ut_breakdown_free (breakdown);
}

typedef struct {
  const UtAssessed *whole;
  UtBreakdown *breakdown;
} Reported;

/* In the order of the indicators, then of the places; those without a row for any group are left out. */
static GArray *
find_all (const UtAssessment *assessment, const gboolean by[UT_N_DIMENSIONS], GPtrArray *owned) {
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Reported));
  for (guint i = 0; i < ut_assessment_n_indicators (assessment); i++)
    for (guint d = 0; d < UT_N_DIMENSIONS; d++)
      for (guint place = 0; by[d] && place < ut_assessment_n_places (assessment); place++) {
        UtBreakdown *breakdown = ut_breakdown_new (assessment, place, i, (UtDimension) d);
        if (breakdown == NULL)
          continue;
        const Reported reported = { ut_assessment_get (assessment, place, i), breakdown };
        g_ptr_array_add (owned, breakdown);
        if (ut_groups_any_exist (breakdown))
          g_array_append_val (all, reported);
      }
  return all;
}

/* "Kjønn og trinn": what the report requests. */
static char *
sheet_name (const gboolean by[UT_N_DIMENSIONS], UtLanguage language) {
  const char *words[UT_N_DIMENSIONS + 1] = { NULL };
  guint n = 0;
  for (guint d = 0; d < UT_N_DIMENSIONS; d++)
    if (by[d])
      words[n++] = ut_dimension_word ((UtDimension) d, language);
  g_autofree char *joined = ut_text_join (words, language);
  return ut_text_capital (joined);
}

static void
add_table (UtSheet *sheet, gsize n_rows) {
  UtLanguage language = sheet->book->language;
  const UtSheetColumn columns[N_GROUP] = {
    [GROUP_INDICATOR] = { ut_tr (language, "Indicator"), 30 },
    [GROUP_UNIT] = { ut_tr (language, "Unit"), 9 },
    [GROUP_PLACE] = { ut_tr (language, "Place"), 14 },
    [GROUP_BY] = { ut_tr (language, "By"), 8 },
    [GROUP_NAME] = { ut_tr (language, "Group"), 12 },
    [GROUP_PERIOD] = { ut_tr (language, "Period"), 12 },
    [GROUP_OWN] = { ut_tr (language, "Figure"), 8 },
    [GROUP_LOWER] = { ut_tr (language, "Interval from"), 8 },
    [GROUP_UPPER] = { ut_tr (language, "Interval to"), 8 },
    [GROUP_REMARK] = { ut_tr (language, "Remark on the figure"), 24 },
    [GROUP_COUNTY] = { ut_tr (language, "The same group in the county"), 12 },
    [GROUP_MARK] = { ut_note_refer (sheet->book, ut_tr (language, "Mark"), 1 << UT_NOTE_MARKS), 9 },
    [GROUP_WORD] = { ut_note_refer (sheet->book, ut_tr (language, "Judgement"), 1 << UT_NOTE_RULES), 15 },
    [GROUP_REASON] = { ut_note_refer (sheet->book, ut_tr (language, "Reason"), 1 << UT_NOTE_REASONS), 30 },
    [GROUP_CONTRAST] = { ut_tr (language, "The groups against each other"), 36 },
    [GROUP_P] = { ut_tr (language, "p of that"), 8 },
  };
  ut_sheet_table (sheet, columns, N_GROUP, n_rows);
}

void
ut_workbook_add_groups (UtBook *book, const UtAssessment *assessment, const gboolean by[UT_N_DIMENSIONS]) {
  UtLanguage language = book->language;
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (free_breakdown);
  g_autoptr (GArray) all = find_all (assessment, by, owned);
  gsize n_rows = 0;
  for (guint i = 0; i < all->len; i++)
    n_rows += g_array_index (all, Reported, i).breakdown->groups->len;
  if (n_rows == 0)
    return;
  g_autofree char *name = sheet_name (by, language);
  UtSheet *sheet = ut_book_add_sheet (book, name, name);
  ut_sheet_line (sheet, ut_tr (language,
                               "One row per group. Each is compared with the same group in the county, and the groups "
                               "against each other: by themselves, not among the comparisons taken together."));
  ut_sheet_line (sheet, ut_tr (language, "A blank figure is missing or suppressed; the remark says why. The test of "
                                         "the groups against each other stands in the row of the first."));
  add_table (sheet, n_rows);
  for (guint i = 0; i < all->len; i++) {
    const Reported *reported = &g_array_index (all, Reported, i);
    for (guint k = 0; k < reported->breakdown->groups->len; k++)
      write_row (sheet, assessment, reported->whole, reported->breakdown, k);
  }
}
