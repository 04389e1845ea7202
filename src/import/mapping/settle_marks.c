#include "import/mapping/settle_marks.h"

#include <math.h>

#include "base/i18n.h"
#include "import/label/cell.h"
#include "import/mapping/marks.h"

typedef struct {
  UtMarksReading own, other;
  gboolean fraction;
} Readings;

typedef struct {
  const UtAssembly *assembly;
  const UtCollector *collector;
  guint mapping;
  const UtRecipe *recipe;
  UtFindings *findings;
  GArray *lost;
  /* of the file of the blocks that are gone through */
  int file;
  Readings readings[UT_N_PARTS];
  gboolean any; /* some are not as read */
} Settler;

static UtPart
find_part (const UtRecipe *recipe, guint16 term) {
  UtPart part = UT_PART_VALUE;
  while (part + 1 < UT_N_PARTS && term >= recipe->first_term[part] + recipe->n_terms[part])
    part++;
  return part;
}

static void
begin_file (Settler *s, guint16 file) {
  UtMarks all = { 0 };
  UtMarksUse use = { .indicator = s->recipe->indicator };
  s->file = file;
  s->any = FALSE;
  ut_collector_marks (s->collector, file, &all, &use);
  for (UtPart part = 0; part < UT_N_PARTS; part++) {
    UtMarks marks = { 0 };
    ut_collector_part_marks (s->collector, file, s->mapping, part, &marks);
    use.part = part;
    use.fraction = s->recipe->mapping->fraction && part != UT_PART_NUMERATOR && part != UT_PART_DENOMINATOR;
    s->readings[part]
        = (Readings){ ut_marks_decide (&marks, &all, &use), ut_marks_decide_other (&marks, &use), use.fraction };
    s->any = s->any || s->readings[part].own != UT_MARKS_AS_READ || s->readings[part].other != UT_MARKS_AS_READ;
  }
}

/* Both readings with the mark that is not known to be one, as they would be printed without it. */
static void
tell_unclear (Settler *s, const UtFact *fact, double large) {
  char small_text[G_ASCII_DTOSTR_BUF_SIZE], large_text[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (small_text, sizeof small_text, "%.3f", large / 1000);
  g_ascii_formatd (large_text, sizeof large_text, "%.0f", large);
  const UtLostLine line = { (guint16) s->file, fact->line };
  g_array_append_val (s->lost, line);
  if (fact->decimals == UT_DECIMALS_GROUPED || fabs (large) >= 1e6)
    ut_findings_add (
        s->findings, s->assembly->paths[s->file], fact->line, UT_FINDING_BAD_NUMBER,
        _ ("%s is written with the decimal mark between thousands: say decimal: point or decimal: comma in "
           "dataset.yaml"),
        large_text);
  else
    ut_findings_add (s->findings, s->assembly->paths[s->file], fact->line, UT_FINDING_BAD_NUMBER,
                     _ ("this may be %1$s or %2$s, the column does not show which: say decimal: point or decimal: "
                        "comma in dataset.yaml"),
                     large_text, small_text);
}

static gboolean
is_unclear (const UtFact *fact) {
  return fact->decimals == 3 && fabs (fact->value) >= 1 && fabs (fact->value) < 1000;
}

static void
settle_fact (Settler *s, UtFact *fact) {
  const Readings *readings = &s->readings[find_part (s->recipe, fact->term)];
  gboolean other = fact->decimals == UT_DECIMALS_OTHER_GROUPED, open = ut_marks_are_open (fact);
  if (fact->status != UT_STATUS_OK || (!open && !is_unclear (fact)))
    return;
  UtMarksReading reading = other ? readings->other : readings->own;
  double large = open ? fact->value : round (fact->value * 1000);
  if (reading == UT_MARKS_AS_READ)
    return;
  if (reading == UT_MARKS_UNDECIDED) {
    tell_unclear (s, fact, large);
    fact->value = NAN;
    fact->status = UT_STATUS_UNUSABLE;
  } else
    fact->value = large;
  fact->decimals = 0;
  if (open && readings->fraction)
    ut_fact_to_percent (fact);
}

void
ut_settle_marks (const UtAssembly *assembly, const UtCollector *collector, guint mapping, const UtRecipe *recipe,
                 const GPtrArray *blocks, UtFindings *findings, GArray *lost) {
  Settler s = { .assembly = assembly,
                .collector = collector,
                .mapping = mapping,
                .recipe = recipe,
                .findings = findings,
                .lost = lost,
                .file = -1 };
  for (guint b = 0; b < blocks->len; b++) {
    UtFactBlock *block = g_ptr_array_index (blocks, b);
    if (s.file != (int) block->file)
      begin_file (&s, block->file);
    for (guint i = 0; s.any && i < block->n; i++)
      settle_fact (&s, &block->facts[i]);
  }
}
