/* What must be hidden besides, lest the hidden be worked out: always the cell of lowest priority that does it. */
#include "base/i18n.h"
#include "links.h"

#include <math.h>

enum { MOST_TESTED = 8 };

/* What hiding more can never undo. */
typedef enum { COUNT_IN_DOUBT = 1 << 0, PERSONS_IN_DOUBT = 1 << 1, GIVEN_UP = 1 << 2 } Settled;

typedef struct {
  const UtSuppressing *work;
  UtLinks *links;   /* of the counts */
  UtLinks *persons; /* NULL when no limit is on the numbers counted among */
  guint8 *settled;  /* [n_rows] Settled */
} Protecting;

static gboolean
is_sum (const UtSuppressing *work, gsize row) {
  return (work->table->quality[row] & UT_QUALITY_SUMMED) != 0;
}

static const UtIndicator *
indicator_of (const UtSuppressing *work, gsize row) {
  return ut_catalogue_get (work->catalogue, work->table->indicator[row]);
}

static void
forget (const UtSuppressing *work, UtLinks *links, gsize row) {
  guint cell;
  if (links != NULL && ut_links_find (links, row, &cell))
    links->known[cell] = ut_suppress_was_shown (work, row);
}

static void
hide (Protecting *protecting, gsize row) {
  protecting->work->hidden[row] = TRUE;
  forget (protecting->work, protecting->links, row);
  forget (protecting->work, protecting->persons, row);
}

/* Sums of ours */

static gboolean
has_hidden_member (const UtSuppressing *work, const UtSum *sum) {
  for (guint i = 0; i < sum->partition->members->len; i++) {
    gsize row;
    UtRegionId member = g_array_index (sum->partition->members, UtRegionId, i);
    if (ut_table_find_row (work->table, sum->indicator, member, sum->period, &row) && work->hidden[row])
      return TRUE;
  }
  return FALSE;
}

static gboolean
hide_sums (Protecting *protecting) {
  const UtSuppressing *work = protecting->work;
  gboolean changed = FALSE, again;
  do {
    again = FALSE;
    for (guint i = 0; i < work->sums->len; i++) {
      const UtSum *sum = &g_array_index (work->sums, UtSum, i);
      gsize row;
      if (!ut_table_find_row (work->table, sum->indicator, sum->partition->region, sum->period, &row)
          || work->hidden[row] || !has_hidden_member (work, sum))
        continue;
      hide (protecting, row);
      changed = again = TRUE;
    }
  } while (again);
  return changed;
}

/* Candidates */

typedef struct {
  guint cell;
  int priority;  /* the lowest goes first */
  guint n_alone; /* sums in which it would stand alone in turn */
  double value;
} Candidate;

static guint
n_unknown_in (const UtLinks *links, guint which) {
  const UtLink *link = &g_array_index (links->links, UtLink, which);
  guint n = 0;
  for (guint i = 0; i < link->n; i++)
    n += !links->known[g_array_index (links->terms, guint32, link->first + i)];
  return n;
}

static guint
n_alone_with (const UtLinks *links, guint cell, guint n_unknown) {
  guint n = 0;
  for (guint32 i = links->first[cell]; i < links->first[cell + 1]; i++)
    n += n_unknown_in (links, links->of_cell[i]) == n_unknown;
  return n;
}

/* Municipalities before counties before the country; what has limits before what has none. */
static int
priority_of (const UtSuppressing *work, gsize row) {
  static const int of_kind[UT_N_REGION_KINDS] = { [UT_REGION_COUNTY] = 1, [UT_REGION_COUNTRY] = 2 };
  const UtIndicator *indicator = indicator_of (work, row);
  return of_kind[ut_regions_get (work->regions, work->table->region[row])->kind]
         + (ut_indicator_has_limits (indicator) ? 0 : 3);
}

/* Hiding a sum of ours alone hides nothing, and neither does hiding what an earlier report showed. */
static gboolean
is_candidate (const UtLinks *links, guint cell, Candidate *candidate) {
  const UtSuppressing *work = links->work;
  gsize row = links->row[cell];
  if (row == G_MAXSIZE || work->hidden[row] || work->table->status[row] != UT_STATUS_OK || is_sum (work, row)
      || isnan (ut_row_counts (work->table, row, indicator_of (work, row)).nearest)
      || ut_suppress_was_shown (work, row))
    return FALSE;
  *candidate = (Candidate){ cell, priority_of (work, row), n_alone_with (links, cell, 0), links->value[cell] };
  return TRUE;
}

static int
lowest_first (gconstpointer a, gconstpointer b) {
  const Candidate *x = a, *y = b;
  if (x->priority != y->priority)
    return x->priority - y->priority;
  if (x->n_alone != y->n_alone)
    return x->n_alone < y->n_alone ? -1 : 1;
  if (x->value != y->value)
    return x->value < y->value ? -1 : 1;
  return (x->cell > y->cell) - (x->cell < y->cell);
}

static GArray *
candidates_in (const UtLinks *links, guint which) {
  const UtLink *link = &g_array_index (links->links, UtLink, which);
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  for (guint i = 0; i < link->n; i++) {
    Candidate candidate;
    if (is_candidate (links, g_array_index (links->terms, guint32, link->first + i), &candidate))
      g_array_append_val (candidates, candidate);
  }
  g_array_sort (candidates, lowest_first);
  return candidates;
}

/* Choosing */

/* How many sums in which `cell` is the only unknown one `other` stands in too. */
static guint
n_shared (const UtLinks *links, guint cell, guint other) {
  guint n = 0;
  for (guint32 i = links->first[cell]; i < links->first[cell + 1]; i++)
    for (guint32 k = links->first[other]; k < links->first[other + 1]; k++)
      n += links->of_cell[i] == links->of_cell[k] && n_unknown_in (links, links->of_cell[i]) == 1;
  return n;
}

/* In the sum that leaves least to choose from, among those where the cell stands alone; G_MAXUINT when there is none.
 */
static guint
choose_beside (const UtLinks *links, guint cell) {
  g_autoptr (GArray) fewest = NULL;
  for (guint32 i = links->first[cell]; i < links->first[cell + 1]; i++) {
    if (n_unknown_in (links, links->of_cell[i]) != 1)
      continue;
    GArray *candidates = candidates_in (links, links->of_cell[i]);
    if (candidates->len == 0 || (fewest != NULL && candidates->len >= fewest->len)) {
      g_array_unref (candidates);
      continue;
    }
    if (fewest != NULL)
      g_array_unref (fewest);
    fewest = candidates;
  }
  /* Sums put right less sums upset: what stands with hidden cells already costs least. */
  guint best = G_MAXUINT;
  int most = G_MININT, priority = 0;
  for (guint i = 0; fewest != NULL && i < fewest->len; i++) {
    const Candidate *other = &g_array_index (fewest, Candidate, i);
    int gain = (int) n_shared (links, cell, other->cell) - (int) other->n_alone;
    if (i == 0)
      priority = other->priority;
    if (other->priority == priority && gain > most) {
      best = other->cell;
      most = gain;
    }
  }
  return best;
}

static void
add_candidates (const UtLinks *links, guint cell, GArray *all) {
  for (guint32 i = links->first[cell]; i < links->first[cell + 1]; i++) {
    g_autoptr (GArray) candidates = candidates_in (links, links->of_cell[i]);
    g_array_append_vals (all, candidates->data, candidates->len);
  }
}

/* Those that stand with the unknown cells this one stands with: where one of these is plain, so is this one. */
static void
add_further_candidates (const UtLinks *links, guint cell, GArray *all) {
  for (guint32 i = links->first[cell]; i < links->first[cell + 1]; i++) {
    const UtLink *link = &g_array_index (links->links, UtLink, links->of_cell[i]);
    for (guint k = 0; k < link->n; k++) {
      guint other = g_array_index (links->terms, guint32, link->first + k);
      if (other != cell && !links->known[other])
        add_candidates (links, other, all);
    }
  }
}

/* The first that is enough, once it is hidden; G_MAXUINT when there is none. */
static guint
find_enough (UtLinks *links, guint cell, GArray *candidates) {
  g_array_sort (candidates, lowest_first);
  for (guint i = 0; i < MIN (candidates->len, MOST_TESTED); i++) {
    guint other = g_array_index (candidates, Candidate, i).cell;
    gboolean was_known = links->known[other];
    links->known[other] = FALSE;
    gboolean enough = ut_links_leave_doubt (links, cell);
    links->known[other] = was_known;
    if (enough)
      return other;
  }
  return G_MAXUINT;
}

/* The cell does not stand alone, but those it stands with are too small to hide it, or plain themselves. */
static guint
choose_larger (UtLinks *links, guint cell) {
  g_autoptr (GArray) beside = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GArray) further = g_array_new (FALSE, FALSE, sizeof (Candidate));
  add_candidates (links, cell, beside);
  guint chosen = find_enough (links, cell, beside);
  if (chosen != G_MAXUINT)
    return chosen;
  add_further_candidates (links, cell, further);
  chosen = find_enough (links, cell, further);
  return chosen == G_MAXUINT && beside->len > 0 ? g_array_index (beside, Candidate, 0).cell : chosen;
}

/* Cells to protect */

/* How many, not which: what is told of a hidden figure is told to everyone. */
static void
tell_given_up (const Protecting *protecting) {
  const UtSuppressing *work = protecting->work;
  g_autofree guint *n = g_new0 (guint, ut_catalogue_count (work->catalogue) + 1);
  for (gsize row = 0; row < work->table->n_rows; row++)
    n[work->table->indicator[row]] += (protecting->settled[row] & GIVEN_UP) != 0;
  for (guint i = 0; work->findings != NULL && i < ut_catalogue_count (work->catalogue); i++) {
    const UtIndicator *indicator = ut_catalogue_get (work->catalogue, (UtIndicatorId) i);
    if (n[i] > 0)
      ut_findings_add (
          work->findings, indicator->file, indicator->line, UT_FINDING_OUT_OF_REACH,
          _ ("%1$s: %2$u hidden figures can be worked out from what the source or an earlier report prints"),
          indicator->key, n[i]);
  }
}

/* A sum of ours that is larger than the limits is held back because of its members, not for its own sake. */
static gboolean
needs_doubt (const Protecting *protecting, gsize row) {
  const UtSuppressing *work = protecting->work;
  return work->hidden[row] && work->table->status[row] == UT_STATUS_OK && (protecting->settled[row] & GIVEN_UP) == 0
         && (!is_sum (work, row) || work->primary[row]);
}

static gboolean
is_small_group (const UtSuppressing *work, gsize row) {
  const UtIndicator *indicator = indicator_of (work, row);
  double n = ut_row_counts (work->table, row, indicator).n;
  return work->primary[row] && indicator->suppress.denominator >= 0 && n <= indicator->suppress.denominator + 1e-6;
}

/* The cell of a row that is to be protected in these sums; FALSE when it need not be. */
static gboolean
find_cell (const Protecting *protecting, gsize row, gboolean persons, guint *cell) {
  const UtSuppressing *work = protecting->work;
  if (!needs_doubt (protecting, row) || (protecting->settled[row] & (persons ? PERSONS_IN_DOUBT : COUNT_IN_DOUBT)) != 0
      || isnan (ut_row_counts (work->table, row, indicator_of (work, row)).nearest))
    return FALSE;
  if (persons)
    return protecting->persons != NULL && is_small_group (work, row) && ut_links_find (protecting->persons, row, cell);
  return ut_links_find (protecting->links, row, cell);
}

/* Every hidden cell gets company in every sum. */
static gboolean
give_company (Protecting *protecting, gboolean persons) {
  const UtLinks *links = persons ? protecting->persons : protecting->links;
  gboolean changed = FALSE;
  for (gsize row = 0; row < protecting->work->table->n_rows; row++) {
    guint cell, other;
    if (!find_cell (protecting, row, persons, &cell))
      continue;
    while (!links->known[cell] && (other = choose_beside (links, cell)) != G_MAXUINT) {
      hide (protecting, links->row[other]);
      changed = TRUE;
    }
  }
  return changed;
}

/* The first hidden cell that company alone does not protect gets more. */
static gboolean
give_doubt (Protecting *protecting, gboolean persons) {
  UtLinks *links = persons ? protecting->persons : protecting->links;
  for (gsize row = 0; row < protecting->work->table->n_rows; row++) {
    guint cell;
    if (!find_cell (protecting, row, persons, &cell))
      continue;
    gboolean doubt = !links->known[cell] && ut_links_leave_doubt (links, cell);
    guint other = doubt || links->known[cell] ? G_MAXUINT : choose_larger (links, cell);
    if (other != G_MAXUINT) {
      hide (protecting, links->row[other]);
      return TRUE;
    }
    protecting->settled[row] |= doubt ? persons ? PERSONS_IN_DOUBT : COUNT_IN_DOUBT : GIVEN_UP;
  }
  return FALSE;
}

/* Hidden cells that together are below a limit: what is left of their total is itself a small cell. */
static gboolean
is_small_together (const UtLinks *links, const UtLink *link) {
  const UtSuppressing *work = links->work;
  double count = 0, n = 0;
  const UtIndicator *indicator = NULL;
  if (!links->known[g_array_index (links->terms, guint32, link->first)])
    return FALSE;
  for (guint i = 1; i < link->n; i++) {
    guint cell = g_array_index (links->terms, guint32, link->first + i);
    gsize row = links->row[cell];
    if (links->known[cell])
      continue;
    if (row == G_MAXSIZE || !work->hidden[row])
      return FALSE;
    if (indicator == NULL || ut_indicator_has_limits (indicator_of (work, row)))
      indicator = indicator_of (work, row);
    UtCounts counts = ut_row_counts (work->table, row, indicator_of (work, row));
    count += counts.nearest;
    n += counts.n;
  }
  return indicator != NULL && ut_counts_are_small (&indicator->suppress, count, count, n);
}

static gboolean
protect_together (Protecting *protecting) {
  gboolean changed = FALSE;
  for (guint i = 0; i < protecting->links->links->len; i++) {
    while (is_small_together (protecting->links, &g_array_index (protecting->links->links, UtLink, i))) {
      g_autoptr (GArray) candidates = candidates_in (protecting->links, i);
      if (candidates->len == 0)
        break;
      hide (protecting, protecting->links->row[g_array_index (candidates, Candidate, 0).cell]);
      changed = TRUE;
    }
  }
  return changed;
}

static gboolean
limits_groups (const UtCatalogue *catalogue) {
  for (guint i = 0; i < ut_catalogue_count (catalogue); i++)
    if (ut_catalogue_get (catalogue, (UtIndicatorId) i)->suppress.denominator >= 0)
      return TRUE;
  return FALSE;
}

void
ut_suppress_secondary (const UtSuppressing *work) {
  g_autoptr (UtLinks) links = ut_links_new (work, UT_QUANTITY_COUNT);
  g_autoptr (UtLinks) persons = limits_groups (work->catalogue) ? ut_links_new (work, UT_QUANTITY_PERSONS) : NULL;
  g_autofree guint8 *settled = g_new0 (guint8, work->table->n_rows + 1);
  Protecting protecting = { work, links, persons, settled };
  gboolean changed;
  do {
    changed = hide_sums (&protecting);
    changed |= protect_together (&protecting) || give_company (&protecting, FALSE)
               || (persons != NULL && give_company (&protecting, TRUE));
    changed = changed || give_doubt (&protecting, FALSE) || (persons != NULL && give_doubt (&protecting, TRUE));
  } while (changed);
  tell_given_up (&protecting);
}
