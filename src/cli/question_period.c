/* --period: what was known then, of indicators that have figures for it. */
#include "base/i18n.h"
#include "cli/question.h"
#include <utsyn/error.h>

gboolean
ut_question_parse_period (const char *text, UtPeriod *period, GError **error) {
  if (text == NULL || ut_period_parse (text, period))
    return TRUE;
  ut_error_set (error, UT_ERROR_USAGE, _ ("'%s' is no period; write it as 2023, 2022/23 or 2021-2023"), text);
  return FALSE;
}

static int
by_period (gconstpointer a, gconstpointer b) {
  return ut_period_compare (*(const UtPeriod *) a, *(const UtPeriod *) b);
}

/* "2021, 2022, 2023": when there is a figure of any of the places; empty when never. */
static char *
periods_with_figures (const UtQuestion *question, const UtIndicator *indicator) {
  g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (UtPeriod));
  for (guint place = 0; place < question->places->len; place++) {
    UtSeries series = ut_table_series (question->project->table, indicator->id,
                                       g_array_index (question->places, UtRegionId, place));
    if (series.n > 0)
      g_array_append_vals (periods, series.table->period + series.first, (guint) series.n);
  }
  g_array_sort (periods, by_period);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < periods->len; i++) {
    UtPeriod period = g_array_index (periods, UtPeriod, i);
    if (i > 0 && ut_period_compare (g_array_index (periods, UtPeriod, i - 1), period) == 0)
      continue;
    g_autofree char *word = ut_period_format (period, ut_language_messages ());
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", word);
  }
  return g_string_free (text, FALSE);
}

static gboolean
has_figures (const UtQuestion *question, const UtIndicator *indicator, UtPeriod period) {
  for (guint place = 0; place < question->places->len; place++) {
    gsize row;
    UtSeries series = ut_table_series (question->project->table, indicator->id,
                                       g_array_index (question->places, UtRegionId, place));
    if (period.kind == UT_PERIOD_NONE ? series.n > 0 : ut_series_find (series, period, &row))
      return TRUE;
  }
  return FALSE;
}

gboolean
ut_question_check_period (const UtQuestion *question, UtPeriod period, GError **error) {
  for (guint i = 0; i < question->indicators->len; i++) {
    const UtIndicator *indicator = g_ptr_array_index (question->indicators, i);
    g_autofree char *periods = periods_with_figures (question, indicator);
    /* That its dataset could not be read is reported, and the others are answered. */
    if (has_figures (question, indicator, period) || (*periods == '\0' && indicator->unread))
      continue;
    if (*periods == '\0')
      ut_error_set (error, UT_ERROR_USAGE, _ ("%s has no figures for these municipalities"), indicator->key);
    else
      ut_error_set (error, UT_ERROR_USAGE, _ ("%1$s has no figures in that period; there are: %2$s"), indicator->key,
                    periods);
    return FALSE;
  }
  return TRUE;
}
