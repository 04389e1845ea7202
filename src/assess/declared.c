/* Whether the persons that are said to stand in are as near the printed ones as is said. */
#include "persons.h"

#include <math.h>

#include "base/i18n.h"

typedef struct {
  guint n, n_outside;
  gsize furthest; /* row */
  double distance;
  UtPersons own, declared; /* of that row */
} Tally;

/* Sums of ours repeat their members, and what is carried by weight is nobody's number. */
static gboolean
is_printed (const UtTable *table, gsize row) {
  return table->status[row] == UT_STATUS_OK
         && (table->quality[row] & (UT_QUALITY_SUMMED | UT_QUALITY_ESTIMATE | UT_QUALITY_APPROXIMATE)) == 0;
}

/* How far the two are from overlapping, as a share. */
static double
distance_between (const UtPersons *own, const UtPersons *declared) {
  if (own->lowest > declared->highest)
    return own->lowest / declared->highest - 1;
  return own->highest < declared->lowest ? declared->lowest / own->highest - 1 : 0;
}

static void
count (Tally *tally, const UtTable *table, gsize row, const UtIndicator *indicator) {
  UtPersons own, declared;
  const UtFigure figure = ut_assess_figure (table, row, indicator);
  if (!is_printed (table, row) || !ut_persons_stand_in (table, indicator, figure.region, figure.period, &declared)
      || !ut_persons_find (table, indicator, &figure, &own) || own.stands_in != NULL)
    return;
  double distance = distance_between (&own, &declared);
  tally->n++;
  tally->n_outside += distance > 0;
  if (distance > tally->distance) {
    tally->distance = distance;
    tally->furthest = row;
    tally->own = own;
    tally->declared = declared;
  }
}

static void
tell (const Tally *tally, const UtTable *table, const UtRegions *regions, const UtIndicator *indicator,
      UtFindings *findings) {
  g_autofree char *when = ut_period_format (table->period[tally->furthest], ut_language_messages ());
  ut_findings_add (findings, indicator->file, indicator->line, UT_FINDING_DISAGREES,
                   ut_trn (ut_language_messages (),
                           "%1$s: %2$u of %3$u printed numbers of persons lies outside the declared doubt; the "
                           "furthest is %4$s in %5$s: %6$.0f, and %7$.0f to %8$.0f is declared",
                           "%1$s: %2$u of %3$u printed numbers of persons lie outside the declared doubt; the "
                           "furthest is %4$s in %5$s: %6$.0f, and %7$.0f to %8$.0f is declared",
                           tally->n_outside),
                   indicator->key, tally->n_outside, tally->n,
                   ut_regions_get (regions, table->region[tally->furthest])->name, when,
                   (tally->own.lowest + tally->own.highest) / 2, tally->declared.lowest, tally->declared.highest);
}

void
ut_assess_denominators (const UtTable *table, const UtCatalogue *catalogue, const UtRegions *regions,
                        UtFindings *findings) {
  for (gsize row = 0; row < table->n_rows;) {
    const UtIndicator *indicator = ut_catalogue_get (catalogue, table->indicator[row]);
    Tally tally = { 0 };
    for (; row < table->n_rows && table->indicator[row] == indicator->id; row++)
      if (indicator->denominator != NULL)
        count (&tally, table, row, indicator);
    if (tally.n_outside > 0)
      tell (&tally, table, regions, indicator, findings);
  }
}
