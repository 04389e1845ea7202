#include "choose.h"

#include "counts.h"
#include "expected.h"

#include <math.h>

enum { MOST_TESTED = 8 };

#define DUST 1e-6

typedef struct {
  guint cell;
  int priority;      /* the lowest goes first */
  int gain;          /* suppressed cells it keeps company with less those sums in which it would stand alone in turn */
  gboolean is_total; /* of the sum it was found in */
  gboolean is_large; /* enough is expected of it */
  double expected;
} Candidate;

int
ut_limit_of (const UtIndicator *indicator) {
  const UtSuppression *limits = &indicator->suppress;
  return MAX (limits->count >= 0 ? limits->count : MAX (limits->complement, limits->denominator), 0);
}

static const UtIndicator *
indicator_of (const UtSuppressionRun *work, gsize row) {
  return ut_catalogue_get (work->catalogue, work->table->indicator[row]);
}

/* 0 for what has no parts; a whole stands above its parts. */
static int
level_of (const UtCatalogue *catalogue, const UtIndicator *indicator) {
  int level = 0;
  for (guint i = 0; indicator->parts != NULL && i < indicator->parts->len; i++) {
    const UtParts *parts = g_ptr_array_index (indicator->parts, i);
    for (guint k = 0; k < parts->n; k++)
      level = MAX (level, level_of (catalogue, ut_catalogue_get (catalogue, parts->ids[k])) + 1);
  }
  return level;
}

/* Municipalities before counties before the country; what has limits before what has none; parts before the whole. */
static int
priority_of (const UtSuppressionRun *work, gsize row) {
  static const int of_kind[] = {
    [UT_REGION_COUNTRY] = 2, [UT_REGION_COUNTY] = 1, [UT_REGION_MUNICIPALITY] = 0,
    [UT_REGION_OWN] = 0,     [UT_REGION_GROUP] = 0,
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (of_kind) == UT_N_REGION_KINDS);
  const UtIndicator *indicator = indicator_of (work, row);
  int priority = of_kind[ut_regions_get (work->regions, work->table->region[row])->kind]
                 + (ut_indicator_has_limits (indicator) ? 0 : 3);
  return priority * 16 + MIN (level_of (work->catalogue, indicator), 15);
}

static int
gain_of (const UtLinks *links, guint cell) {
  int gain = 0;
  for (guint32 i = links->first[cell]; i < links->first[cell + 1]; i++) {
    guint32 n = links->n_unknown[links->of_cell[i]];
    gain += n == 1 ? 1 : n == 0 ? -1 : 0;
  }
  return gain;
}

/* Suppressing a sum of ours alone protects nothing, and neither does suppressing what a previous run showed. */
static gboolean
may_suppress (const UtLinks *links, guint cell) {
  const UtSuppressionRun *work = links->work;
  gsize row = links->row[cell];
  return row != G_MAXSIZE && !work->suppressed[row] && work->table->status[row] == UT_STATUS_OK
         && (work->table->quality[row] & UT_QUALITY_SUMMED) == 0
         && !isnan (ut_row_counts (work->table, row, indicator_of (work, row)).nearest)
         && !ut_suppress_was_shown (work, row);
}

static int
compare_candidates (gconstpointer a, gconstpointer b) {
  const Candidate *x = a, *y = b;
  if (x->priority != y->priority)
    return x->priority - y->priority;
  if (x->is_large != y->is_large)
    return x->is_large ? -1 : 1;
  if (x->gain != y->gain)
    return y->gain - x->gain;
  if (x->expected != y->expected)
    return x->expected < y->expected ? -1 : 1;
  return (x->cell > y->cell) - (x->cell < y->cell);
}

static void
add_candidates (const UtLinks *links, guint which, int limit, GArray *candidates) {
  guint n;
  const guint32 *cells = ut_links_cells (links, which, &n);
  for (guint i = 0; i < n; i++) {
    if (!may_suppress (links, cells[i]))
      continue;
    gsize row = links->row[cells[i]];
    double expected = ut_expected_count (links, which, cells[i]);
    Candidate candidate = { cells[i], priority_of (links->work, row),       gain_of (links, cells[i]),
                            i == 0,   expected >= 2.0 * (limit + 1) - DUST, expected };
    g_array_append_val (candidates, candidate);
  }
}

static guint
n_candidates_in (const UtLinks *links, guint which) {
  guint n_cells, n = 0;
  const guint32 *cells = ut_links_cells (links, which, &n_cells);
  for (guint i = 0; i < n_cells; i++)
    n += may_suppress (links, cells[i]);
  return n;
}

static GArray *
candidates_in (const UtLinks *links, guint which, int limit) {
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  add_candidates (links, which, limit, candidates);
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

/* The first, when it is large enough; else all of the line that go as early as it, the total last. */
GArray *
ut_choose_in (const UtLinks *links, guint which, int limit) {
  g_autoptr (GArray) candidates = candidates_in (links, which, limit);
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (candidates->len == 0)
    return chosen;
  const Candidate *all = (const Candidate *) (gpointer) candidates->data;
  guint members = 0;
  for (guint i = 0; i < candidates->len && all[i].priority == all[0].priority; i++)
    members += !all[i].is_total;
  for (guint i = 0; i < candidates->len && all[i].priority == all[0].priority; i++) {
    if (!all[0].is_large && members > 0 && all[i].is_total)
      continue;
    guint32 cell = all[i].cell;
    g_array_append_val (chosen, cell);
    if (all[0].is_large)
      break;
  }
  return chosen;
}

/* Of the sums in which `n_unknown` are unknown, or of all, the one that leaves least to choose from; FALSE when there
 * is none. */
static gboolean
find_narrowest (const UtLinks *links, guint cell, gboolean alone, guint32 *narrowest) {
  guint fewest = G_MAXUINT;
  for (guint32 i = links->first[cell]; i < links->first[cell + 1]; i++) {
    guint32 which = links->of_cell[i];
    guint n = !alone || links->n_unknown[which] == 1 ? n_candidates_in (links, which) : 0;
    if (n == 0 || n >= fewest)
      continue;
    fewest = n;
    *narrowest = which;
  }
  return fewest != G_MAXUINT;
}

/* The first that is enough, once it is suppressed; FALSE when there is none. */
static gboolean
find_enough (UtLinks *links, guint cell, guint n_values, const double *upper, GArray *candidates, gboolean large,
             guint32 *found) {
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0, tested = 0; i < candidates->len && tested < MOST_TESTED; i++) {
    const Candidate *candidate = &g_array_index (candidates, Candidate, i);
    if ((large && !candidate->is_large) || !links->known[candidate->cell])
      continue;
    tested++;
    ut_links_set_known (links, candidate->cell, FALSE);
    gboolean enough = ut_links_leave_doubt (links, cell, n_values, upper);
    ut_links_set_known (links, candidate->cell, TRUE);
    *found = candidate->cell;
    if (enough)
      return TRUE;
  }
  return FALSE;
}

/* Those that stand with the unknown cells this one stands with: where one of these is plain, so is this one. */
static void
add_further_candidates (const UtLinks *links, guint cell, int limit, GArray *candidates) {
  for (guint32 i = links->first[cell]; i < links->first[cell + 1]; i++) {
    guint n;
    const guint32 *cells = ut_links_cells (links, links->of_cell[i], &n);
    for (guint k = 0; k < n; k++)
      if (cells[k] != cell && !links->known[cells[k]])
        for (guint32 j = links->first[cells[k]]; j < links->first[cells[k] + 1]; j++)
          if (links->of_cell[j] != links->of_cell[i])
            add_candidates (links, links->of_cell[j], limit, candidates);
  }
}

/* The cell does not stand alone, but those it stands with are too small to protect it, or plain themselves. */
static gboolean
find_larger (UtLinks *links, guint cell, guint n_values, const double *upper, int limit, guint32 *found) {
  g_autoptr (GArray) beside = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GArray) further = g_array_new (FALSE, FALSE, sizeof (Candidate));
  for (guint32 i = links->first[cell]; i < links->first[cell + 1]; i++)
    add_candidates (links, links->of_cell[i], limit, beside);
  if (find_enough (links, cell, n_values, upper, beside, TRUE, found))
    return TRUE;
  add_further_candidates (links, cell, limit, further);
  return find_enough (links, cell, n_values, upper, further, FALSE, found);
}

GArray *
ut_choose_company (const UtLinks *links, guint cell) {
  guint32 which;
  return find_narrowest (links, cell, TRUE, &which)
             ? ut_choose_in (links, which, ut_limit_of (indicator_of (links->work, links->row[cell])))
             : g_array_new (FALSE, FALSE, sizeof (guint32));
}

GArray *
ut_choose_further (UtLinks *links, guint cell, guint n_values, const double *upper) {
  int limit = ut_limit_of (indicator_of (links->work, links->row[cell]));
  guint32 which, found;
  if (find_larger (links, cell, n_values, upper, limit, &found)) {
    GArray *one = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_array_append_val (one, found);
    return one;
  }
  if (find_narrowest (links, cell, FALSE, &which))
    return ut_choose_in (links, which, limit);
  return g_array_new (FALSE, FALSE, sizeof (guint32));
}
