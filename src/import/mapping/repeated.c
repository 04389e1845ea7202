#include "import/mapping/repeated.h"

#include <math.h>

#include "base/i18n.h"
#include "import/mapping/assemble.h"
#include "import/mapping/revised.h"
#include "model/settle_two.h"

struct UtRepeats {
  const UtRegions *regions;
  const UtCatalogue *catalogue;
  GPtrArray *paths;    /* by file number */
  GArray *provenances; /* UtProvenance, by file number */
  UtFindings *told;
  GArray *lost; /* UtLostLine */
  UtRevisions *revisions;
};

UtRepeats *
ut_repeats_new (const UtRegions *regions, const UtCatalogue *catalogue) {
  UtRepeats *repeats = g_new0 (UtRepeats, 1);
  repeats->regions = regions;
  repeats->catalogue = catalogue;
  repeats->paths = g_ptr_array_new ();
  repeats->provenances = g_array_new (FALSE, TRUE, sizeof (UtProvenance));
  repeats->told = ut_findings_new ();
  repeats->lost = g_array_new (FALSE, FALSE, sizeof (UtLostLine));
  repeats->revisions = ut_revisions_new ();
  return repeats;
}

void
ut_repeats_free (UtRepeats *repeats) {
  g_ptr_array_unref (repeats->paths);
  g_array_unref (repeats->provenances);
  ut_findings_free (repeats->told);
  g_array_unref (repeats->lost);
  ut_revisions_free (repeats->revisions);
  g_free (repeats);
}

void
ut_repeats_add_file (UtRepeats *repeats, guint16 file, const char *shown, UtProvenance provenance) {
  if (file >= repeats->paths->len) {
    g_ptr_array_set_size (repeats->paths, file + 1);
    g_array_set_size (repeats->provenances, file + 1u);
  }
  repeats->paths->pdata[file] = (gpointer) shown;
  g_array_index (repeats->provenances, UtProvenance, file) = provenance;
}

static void
lose_row (UtRepeats *repeats, const UtRow *row) {
  for (gsize k = 0; k < row->n_origins; k++) {
    const UtLostLine line = { row->origins[k].file, row->origins[k].line };
    g_array_append_val (repeats->lost, line);
  }
  const UtLostLine line = { row->file, row->line };
  if (row->n_origins == 0 && row->line > 0)
    g_array_append_val (repeats->lost, line);
}

static UtOrigin
first_origin (const UtRow *row) {
  return row->n_origins > 0 ? row->origins[0] : (UtOrigin){ .file = row->file, .line = row->line };
}

static void
tell_contradiction (UtRepeats *repeats, const UtRow *first, const UtRow *repeated, UtRepeated kept) {
  const UtRegion *region = ut_regions_get (repeats->regions, repeated->region);
  const UtIndicator *indicator = ut_catalogue_get (repeats->catalogue, repeated->indicator);
  const UtOrigin here = first_origin (repeated), there = first_origin (first);
  g_autofree char *period = ut_period_format (repeated->period, ut_language_messages ());
  gboolean gaps = isnan (first->value) && isnan (repeated->value);
  gboolean same = kept == UT_REPEATED_FIRST && first->value == repeated->value;
  ut_findings_add (repeats->told, g_ptr_array_index (repeats->paths, here.file), here.line,
                   same || gaps ? UT_FINDING_DUPLICATE : UT_FINDING_CONFLICT,
                   same                          ? _ ("%s, %s, %s: the same figure again; first in %s:%u")
                   : gaps                        ? _ ("%s, %s, %s: no figure here, and none that stands in %s:%u")
                   : kept == UT_REPEATED_NEITHER ? _ ("%s, %s, %s: another figure than in %s:%u; neither stands")
                   : kept == UT_REPEATED_SECOND  ? _ ("%s, %s, %s: a figure, and none in %s:%u; it stands")
                                                 : _ ("%s, %s, %s: no figure; the one in %s:%u stands"),
                   indicator->key, region->code, period, (char *) g_ptr_array_index (repeats->paths, there.file),
                   there.line);
}

static guint
newest_vintage (const UtRepeats *repeats, guint source) {
  guint newest = 0;
  for (guint i = 0; i < repeats->provenances->len; i++) {
    const UtProvenance *of = &g_array_index (repeats->provenances, UtProvenance, i);
    newest = of->source == source ? MAX (newest, of->vintage) : newest;
  }
  return newest;
}

/* Of two vintages of a dataset the newer one stands, whatever it says; what earlier ones revised is history. */
UtRepeated
ut_repeats_settle (gpointer user, const UtRow *first, const UtRow *repeated) {
  UtRepeats *repeats = user;
  const UtProvenance *of = (const UtProvenance *) (gpointer) repeats->provenances->data;
  const UtProvenance older = of[first_origin (first).file], newer = of[first_origin (repeated).file];
  if (older.source == newer.source && older.vintage < newer.vintage) {
    if (newer.vintage == newest_vintage (repeats, newer.source))
      ut_revisions_note (repeats->revisions, first, repeated);
    return UT_REPEATED_SECOND;
  }
  UtRepeated kept = ut_settle_two (first->status, first->value, repeated->status, repeated->value);
  tell_contradiction (repeats, first, repeated, kept);
  if (kept != UT_REPEATED_FIRST)
    lose_row (repeats, first);
  if (kept != UT_REPEATED_SECOND)
    lose_row (repeats, repeated);
  return kept;
}

const GArray *
ut_repeats_lost (const UtRepeats *repeats) {
  return repeats->lost;
}

void
ut_repeats_tell (UtRepeats *repeats, UtFindings *findings) {
  ut_revisions_tell (repeats->revisions, (const char *const *) repeats->paths->pdata, repeats->catalogue,
                     repeats->regions, findings);
  ut_findings_take (findings, repeats->told);
}
