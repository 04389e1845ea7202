/* Shares that no count gives among the number printed with them: what such a figure is of, nobody can tell. */
#include "figure.h"
#include "known.h"

#include <math.h>

#include "base/i18n.h"

/* Sums of ours, estimates and figures of several municipalities together are not as a source printed them. */
#define NOT_PRINTED                                                                                                    \
  (UT_QUALITY_SUMMED | UT_QUALITY_ESTIMATE | UT_QUALITY_APPROXIMATE | UT_QUALITY_RESTATED | UT_QUALITY_COMBINED)

static gboolean
is_printed_share (const UtTable *table, gsize row, const UtIndicator *indicator) {
  return indicator->test == UT_TEST_BINOMIAL && !indicator->standardised && table->status[row] == UT_STATUS_OK
         && (table->quality[row] & NOT_PRINTED) == 0 && isnan (ut_table_numerator (table, row))
         && ut_table_denominator (table, row) > 0;
}

static gboolean
has_count (const UtTable *table, const UtIndicator *indicator, const UtFigure *figure) {
  UtKnown known;
  return !ut_known_find (table, indicator, figure, 0, &known)
         || ut_printed_is_possible (UT_POSSIBLE_SHARES, &known.printed);
}

static void
tell (const UtTable *table, gsize row, const UtIndicator *indicator, const UtRegions *regions, UtFindings *findings) {
  const UtOrigin origin = ut_table_origin (table, row, 0);
  const char *file = ut_table_file (table, origin.file)->path;
  const char *code = ut_regions_get (regions, table->region[row])->code;
  g_autofree char *when = ut_period_format (table->period[row], ut_language_messages ());
  char value[G_ASCII_DTOSTR_BUF_SIZE];
  if (ut_indicator_has_limits (indicator)) {
    ut_findings_add (findings, file, origin.line, UT_FINDING_DISAGREES,
                     _ ("%1$s, %2$s, %3$s: no count gives the printed figure among the printed number of persons"),
                     indicator->key, code, when);
    return;
  }
  g_ascii_formatd (value, sizeof value, "%.10g", table->value[row]);
  ut_findings_add (findings, file, origin.line, UT_FINDING_DISAGREES,
                   _ ("%1$s, %2$s, %3$s: no count among %4$.0f gives %5$s"), indicator->key, code, when,
                   ut_table_denominator (table, row), value);
}

void
ut_assess_figures (const UtTable *table, const UtCatalogue *catalogue, const UtRegions *regions, UtFindings *findings) {
  for (gsize row = 0; row < table->n_rows; row++) {
    const UtIndicator *indicator = ut_catalogue_get (catalogue, table->indicator[row]);
    if (!is_printed_share (table, row, indicator))
      continue;
    UtFigure figure = ut_assess_figure (table, row, indicator);
    if (!has_count (table, indicator, &figure))
      tell (table, row, indicator, regions, findings);
  }
}
