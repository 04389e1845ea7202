/* What must be suppressed besides, lest what is suppressed be worked out. */
#include "choose.h"
#include "counts.h"
#include "doubt.h"
#include "expected.h"
#include "links.h"
#include "suppress.h"

#include <math.h>

/* Three possible numbers are doubt, whatever the limit. */
enum { LEAST_VALUES = 3 };

#define DUST 1e-6

typedef struct {
  const UtSuppressionRun *work;
  guint32 family;
  UtLinks *links;       /* of the counts */
  double *upper;        /* [links->n_cells] to a reader who knows how further cells are chosen, too */
  UtLinks *persons;     /* NULL when no limit is on the numbers counted among */
  GArray *waiting;      /* gsize: rows to protect */
  GHashTable *given_up; /* row + 1: what suppressing more cannot protect */
} Protecting;

static gboolean
is_sum (const UtSuppressionRun *work, gsize row) {
  return (work->table->quality[row] & UT_QUALITY_SUMMED) != 0;
}

static const UtIndicator *
indicator_of (const UtSuppressionRun *work, gsize row) {
  return ut_catalogue_get (work->catalogue, work->table->indicator[row]);
}

/* Suppression */

static void suppress (Protecting *protecting, gsize row);

/* A sum of ours tells what its members do. */
static void
suppress_sums_over (Protecting *protecting, gsize row) {
  const UtSuppressionRun *work = protecting->work;
  const UtLinks *links = protecting->links;
  guint cell, n;
  if (!ut_links_find (links, row, &cell))
    return;
  for (guint32 i = links->first[cell]; i < links->first[cell + 1]; i++) {
    gsize total = links->row[*ut_links_cells (links, links->of_cell[i], &n)];
    if (total != G_MAXSIZE && total != row && is_sum (work, total)
        && work->table->indicator[total] == work->table->indicator[row]
        && ut_period_compare (work->table->period[total], work->table->period[row]) == 0 && !work->suppressed[total])
      suppress (protecting, total);
  }
}

static void
forget (const UtSuppressionRun *work, UtLinks *links, gsize row) {
  guint cell;
  if (links != NULL && ut_links_find (links, row, &cell))
    ut_links_set_known (links, cell, ut_suppress_was_shown (work, row));
}

static void
suppress (Protecting *protecting, gsize row) {
  protecting->work->suppressed[row] = TRUE;
  forget (protecting->work, protecting->links, row);
  forget (protecting->work, protecting->persons, row);
  g_array_append_val (protecting->waiting, row);
  suppress_sums_over (protecting, row);
}

/* Those of the family that still show what they are over. */
static gboolean
suppress_sums (Protecting *protecting) {
  const UtSuppressionRun *work = protecting->work;
  gboolean changed = FALSE, again;
  do {
    again = FALSE;
    for (guint i = 0; i < work->sums->len; i++) {
      const UtSum *sum = &g_array_index (work->sums, UtSum, i);
      gsize row;
      if (work->families->of[sum->indicator] != protecting->family
          || !ut_table_find_row (work->table, sum->indicator, sum->partition->region, sum->period, &row)
          || work->suppressed[row] || !ut_suppress_has_member (work, sum))
        continue;
      suppress (protecting, row);
      changed = again = TRUE;
    }
  } while (again);
  return changed;
}

static gboolean
suppress_all (Protecting *protecting, const UtLinks *links, const GArray *cells) {
  for (guint i = 0; i < cells->len; i++)
    suppress (protecting, links->row[g_array_index (cells, guint32, i)]);
  return cells->len > 0;
}

/* Protecting */

/* Suppressed by us or, where there are limits, by the source. A sum of ours that is larger than the limits is held back
 * because of its members, not for its own sake. */
static gboolean
needs_doubt (const UtSuppressionRun *work, gsize row) {
  if (work->table->status[row] == UT_STATUS_CONFIDENTIAL)
    return ut_indicator_has_limits (indicator_of (work, row));
  return work->suppressed[row] && work->table->status[row] == UT_STATUS_OK
         && !isnan (ut_row_counts (work->table, row, indicator_of (work, row)).nearest)
         && (!is_sum (work, row) || work->primary[row]);
}

static gboolean
is_small_group (const UtSuppressionRun *work, gsize row) {
  const UtIndicator *indicator = indicator_of (work, row);
  return work->primary[row] && indicator->suppress.denominator >= 0
         && ut_row_counts (work->table, row, indicator).n <= indicator->suppress.denominator + DUST;
}

static gboolean
is_given_up (const Protecting *protecting, gsize row) {
  return g_hash_table_contains (protecting->given_up, GSIZE_TO_POINTER (row + 1));
}

static void
give_up (Protecting *protecting, gsize row) {
  g_hash_table_add (protecting->given_up, GSIZE_TO_POINTER (row + 1));
}

/* In a sum in which it stands alone a cell is plain. */
static void
give_company (Protecting *protecting, gsize row, UtLinks *links) {
  guint cell;
  gboolean more = ut_links_find (links, row, &cell);
  while (more && !links->known[cell]) {
    g_autoptr (GArray) company = ut_choose_company (links, cell);
    more = suppress_all (protecting, links, company);
  }
}

/* Suppresses one more, if a reader need not yet believe that the cell can be as many numbers as there are small ones;
 * FALSE when nothing is suppressed. Where all that can be suppressed is, three will do; and where not even these are
 * left, what is suppressed can be worked out. */
static gboolean
give_doubt (Protecting *protecting, gsize row, UtLinks *links, const double *upper, guint n_values) {
  guint cell;
  if (!ut_links_find (links, row, &cell) || is_given_up (protecting, row))
    return FALSE;
  if (links->known[cell]) {
    give_up (protecting, row);
    return FALSE;
  }
  if (ut_links_leave_doubt (links, cell, n_values, upper))
    return FALSE;
  g_autoptr (GArray) further = ut_choose_further (links, cell, n_values, upper);
  if (suppress_all (protecting, links, further))
    return TRUE;
  if (!ut_links_leave_doubt (links, cell, LEAST_VALUES, links->upper))
    give_up (protecting, row);
  return FALSE;
}

static gboolean
protects_persons (const Protecting *protecting, gsize row) {
  return protecting->persons != NULL && is_small_group (protecting->work, row);
}

/* Company first, for what is suppressed for it too: that is often doubt enough. */
static void
protect_waiting (Protecting *protecting) {
  const UtSuppressionRun *work = protecting->work;
  const GArray *waiting = protecting->waiting;
  for (guint with_company = 0, in_doubt = 0; in_doubt < waiting->len;) {
    for (; with_company < waiting->len; with_company++) {
      gsize row = g_array_index (waiting, gsize, with_company);
      if (!needs_doubt (work, row))
        continue;
      give_company (protecting, row, protecting->links);
      if (protects_persons (protecting, row))
        give_company (protecting, row, protecting->persons);
    }
    gsize row = g_array_index (waiting, gsize, in_doubt);
    guint n_values = (guint) MAX (LEAST_VALUES, ut_limit_of (indicator_of (work, row)) + 1);
    if (!needs_doubt (work, row)
        || !(give_doubt (protecting, row, protecting->links, protecting->upper, n_values)
             || (protects_persons (protecting, row)
                 && give_doubt (protecting, row, protecting->persons, protecting->persons->upper, LEAST_VALUES))))
      in_doubt++;
  }
  g_array_set_size (protecting->waiting, 0);
}

/* Suppressed cells that together are below a limit: what is left of their total is itself a small cell. */
static gboolean
is_small_together (const UtLinks *links, guint32 which) {
  const UtSuppressionRun *work = links->work;
  double count = 0, n = 0;
  const UtIndicator *indicator = NULL;
  guint n_cells;
  const guint32 *cells = ut_links_cells (links, which, &n_cells);
  if (!links->known[cells[0]] || links->n_unknown[which] == 0)
    return FALSE;
  for (guint i = 1; i < n_cells; i++) {
    gsize row = links->row[cells[i]];
    if (links->known[cells[i]])
      continue;
    if (row == G_MAXSIZE || (!work->suppressed[row] && work->table->status[row] != UT_STATUS_CONFIDENTIAL))
      return FALSE;
    if (indicator == NULL || ut_indicator_has_limits (indicator_of (work, row)))
      indicator = indicator_of (work, row);
    count += links->value[cells[i]];
    n += ut_row_counts (work->table, row, indicator_of (work, row)).n;
  }
  return indicator != NULL && ut_counts_are_small (&indicator->suppress, count, count, n);
}

static gboolean
protect_together (Protecting *protecting) {
  const UtLinks *links = protecting->links;
  gboolean changed = FALSE;
  for (guint32 i = 0; i < links->links->len; i++) {
    while (is_small_together (links, i)) {
      guint n;
      const guint32 *cells = ut_links_cells (links, i, &n);
      const UtIndicator *indicator = indicator_of (links->work, links->row[cells[0]]);
      g_autoptr (GArray) further = ut_choose_in (links, i, ut_limit_of (indicator));
      if (!suppress_all (protecting, links, further))
        break;
      changed = TRUE;
    }
  }
  return changed;
}

/* A family */

static gboolean
limits_groups (const UtSuppressionRun *work, const GArray *stretches) {
  for (guint i = 0; i < stretches->len; i++)
    if (ut_catalogue_get (work->catalogue, g_array_index (stretches, UtRowStretch, i).indicator)->suppress.denominator
        >= 0)
      return TRUE;
  return FALSE;
}

/* What the source suppresses is taken to be suppressed by a limit like ours, where that can be. */
static gboolean
is_small_at_source (const UtLinks *links, guint cell) {
  const UtSuppressionRun *work = links->work;
  gsize row = links->row[cell];
  return work->table->status[row] == UT_STATUS_CONFIDENTIAL
         && links->value[cell] <= indicator_of (work, row)->suppress.count + DUST;
}

/* A cell that is suppressed though no one would choose it is suppressed for its own sake, and so at most at the limit:
 * that is known to a reader who knows how cells are chosen. In a series that is suppressed as a whole it may be
 * another. */
static double *
find_upper (const UtSuppressionRun *work, const UtLinks *links) {
  double *upper = g_memdup2 (links->upper, sizeof (double) * (links->n_cells + 1));
  for (guint i = 0; i < links->n_cells; i++) {
    gsize row = links->row[i];
    if (row == G_MAXSIZE || work->in_series[row] || !(work->primary[row] || is_small_at_source (links, i)))
      continue;
    const UtIndicator *indicator = indicator_of (work, row);
    const UtSuppression *limits = &indicator->suppress;
    if (limits->count < LEAST_VALUES - 1 || limits->complement >= 0 || limits->denominator >= 0
        || ut_most_expected (links, i) >= 2.0 * (limits->count + 1) - DUST)
      continue;
    upper[i] = fmin (upper[i], limits->count);
  }
  return upper;
}

static void
wait_for_all (Protecting *protecting, const GArray *stretches) {
  const UtSuppressionRun *work = protecting->work;
  for (guint i = 0; i < stretches->len; i++) {
    const UtRowStretch *stretch = &g_array_index (stretches, UtRowStretch, i);
    for (gsize row = stretch->first; row < stretch->end; row++)
      if (work->suppressed[row] || work->table->status[row] == UT_STATUS_CONFIDENTIAL)
        g_array_append_val (protecting->waiting, row);
  }
}

static void
note_disclosed (const UtSuppressionRun *work, const UtLinks *links) {
  for (guint i = 0; i < links->n_cells; i++)
    if (links->disclosed[i])
      work->disclosed[links->row[i]] = TRUE;
}

static void
note_given_up (const Protecting *protecting) {
  GHashTableIter iter;
  gpointer row;
  g_hash_table_iter_init (&iter, protecting->given_up);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    protecting->work->n_given_up[protecting->work->table->indicator[GPOINTER_TO_SIZE (row) - 1]]++;
}

void
ut_suppress_secondary (const UtSuppressionRun *work, guint32 family) {
  const GArray *stretches = g_ptr_array_index (work->families->rows, family);
  g_autoptr (UtLinks) links = ut_links_new (work, family, UT_QUANTITY_COUNT);
  g_autoptr (UtLinks) persons
      = limits_groups (work, stretches) ? ut_links_new (work, family, UT_QUANTITY_PERSONS) : NULL;
  g_autofree double *upper = find_upper (work, links);
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GHashTable) given_up = g_hash_table_new (NULL, NULL);
  Protecting protecting = { work, family, links, upper, persons, waiting, given_up };
  note_disclosed (work, links);
  suppress_sums (&protecting);
  wait_for_all (&protecting, stretches);
  do
    protect_waiting (&protecting);
  while (protect_together (&protecting) || suppress_sums (&protecting));
  note_given_up (&protecting);
}
