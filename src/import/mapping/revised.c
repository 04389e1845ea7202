#include "import/mapping/revised.h"

#include <math.h>

#include "base/i18n.h"

/* What one newer file revised of an indicator's period. */
typedef struct {
  guint indicator;
  UtPeriod period;
  UtOrigin newer, older; /* of the first of them */
  UtRegionId region;
  double was, is; /* NaN: no figure */
  gsize n;
} Revision;

struct UtRevisions {
  GArray *all; /* Revision */
  guint last;  /* the one that was noted last: rows come in the order of the table */
};

UtRevisions *
ut_revisions_new (void) {
  UtRevisions *revisions = g_new0 (UtRevisions, 1);
  revisions->all = g_array_new (FALSE, FALSE, sizeof (Revision));
  return revisions;
}

void
ut_revisions_free (UtRevisions *revisions) {
  g_array_unref (revisions->all);
  g_free (revisions);
}

static UtOrigin
first_origin (const UtRow *row) {
  return row->n_origins > 0 ? row->origins[0] : (UtOrigin){ .file = row->file, .line = row->line };
}

static gboolean
is_of (const Revision *revision, const UtRow *newer, guint16 file) {
  return revision->indicator == newer->indicator && revision->newer.file == file
         && ut_period_compare (revision->period, newer->period) == 0;
}

static Revision *
find (UtRevisions *revisions, const UtRow *newer, guint16 file) {
  if (revisions->last < revisions->all->len
      && is_of (&g_array_index (revisions->all, Revision, revisions->last), newer, file))
    return &g_array_index (revisions->all, Revision, revisions->last);
  for (guint i = 0; i < revisions->all->len; i++)
    if (is_of (&g_array_index (revisions->all, Revision, i), newer, file)) {
      revisions->last = i;
      return &g_array_index (revisions->all, Revision, i);
    }
  return NULL;
}

void
ut_revisions_note (UtRevisions *revisions, const UtRow *older, const UtRow *newer) {
  if (isnan (older->value) || older->value == newer->value)
    return;
  const UtOrigin origin = first_origin (newer);
  Revision *known = find (revisions, newer, origin.file);
  if (known != NULL) {
    known->n++;
    return;
  }
  const Revision revision = { .indicator = newer->indicator,
                              .period = newer->period,
                              .newer = origin,
                              .older = first_origin (older),
                              .region = newer->region,
                              .was = older->value,
                              .is = newer->value,
                              .n = 1 };
  revisions->last = revisions->all->len;
  g_array_append_val (revisions->all, revision);
}

/* A number that is hidden now, or may be, is not told either. */
static gboolean
may_be_told (const Revision *revision, const UtIndicator *indicator) {
  return !isnan (revision->is) && !ut_indicator_has_limits (indicator);
}

static void
tell_one (const Revision *revision, const char *const *paths, const UtCatalogue *catalogue, const UtRegions *regions,
          UtFindings *findings) {
  const UtIndicator *indicator = ut_catalogue_get (catalogue, revision->indicator);
  const UtRegion *region = ut_regions_get (regions, revision->region);
  char was[G_ASCII_DTOSTR_BUF_SIZE], is[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *period = ut_period_format (revision->period, ut_language_messages ()), *figures = NULL;
  g_ascii_formatd (was, sizeof was, "%.10g", revision->was);
  g_ascii_formatd (is, sizeof is, "%.10g", revision->is);
  if (may_be_told (revision, indicator))
    figures = g_strdup_printf (_ (", %1$s before and %2$s now"), was, is);
  ut_findings_add (findings, paths[revision->newer.file], revision->newer.line, UT_FINDING_REVISED,
                   ut_trn (ut_language_messages (),
                           "%1$s, %2$s: %3$zu figure is revised since %4$s:%5$u: %6$s %7$s%8$s",
                           "%1$s, %2$s: %3$zu figures are revised since %4$s:%5$u, first %6$s %7$s%8$s", revision->n),
                   indicator->key, period, revision->n, paths[revision->older.file], revision->older.line, region->code,
                   region->name, figures != NULL ? figures : "");
}

void
ut_revisions_tell (const UtRevisions *revisions, const char *const *paths, const UtCatalogue *catalogue,
                   const UtRegions *regions, UtFindings *findings) {
  for (guint i = 0; i < revisions->all->len; i++)
    tell_one (&g_array_index (revisions->all, Revision, i), paths, catalogue, regions, findings);
}
