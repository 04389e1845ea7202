#include "links.h"

#include <math.h>
#include <string.h>

/* A total and its parts that differ by more than rounding are not of the same source. */
#define SLACK 0.5

typedef struct {
  UtLinks *links;
  UtQuantity quantity;
  GArray *rows;         /* gsize: of each cell */
  GArray *values;       /* double */
  GHashTable *no_row;   /* UtRow (only its key) -> cell + 1 */
  GPtrArray *kept_keys; /* of no_row */
} Building;

/* Which indicators matter: those with limits, and all that sums tie them to. */

static gboolean
spread (const UtIndicator *whole, gboolean *linked) {
  gboolean any = linked[whole->id], all = linked[whole->id];
  for (guint i = 0; whole->parts != NULL && i < whole->parts->len; i++) {
    const UtParts *parts = g_ptr_array_index (whole->parts, i);
    for (guint j = 0; j < parts->n; j++) {
      any = any || linked[parts->ids[j]];
      all = all && linked[parts->ids[j]];
    }
  }
  if (!any || all)
    return FALSE;
  linked[whole->id] = TRUE;
  for (guint i = 0; i < whole->parts->len; i++) {
    const UtParts *parts = g_ptr_array_index (whole->parts, i);
    for (guint j = 0; j < parts->n; j++)
      linked[parts->ids[j]] = TRUE;
  }
  return TRUE;
}

static gboolean *
find_linked (const UtCatalogue *catalogue) {
  guint n = ut_catalogue_count (catalogue);
  gboolean *linked = g_new0 (gboolean, n);
  for (guint i = 0; i < n; i++)
    linked[i] = ut_has_limits (ut_catalogue_get (catalogue, (UtIndicatorId) i));
  gboolean changed;
  do {
    changed = FALSE;
    for (guint i = 0; i < n; i++) {
      const UtIndicator *indicator = ut_catalogue_get (catalogue, (UtIndicatorId) i);
      changed |= indicator->parts != NULL && spread (indicator, linked);
    }
  } while (changed);
  return linked;
}

/* Cells */

static double
value_of (const UtSuppressing *work, gsize row, UtQuantity quantity) {
  if (work->table->status[row] == UT_STATUS_NOT_POSSIBLE)
    return 0;
  const UtIndicator *indicator = ut_catalogue_get (work->catalogue, work->table->indicator[row]);
  UtCounts counts = ut_row_counts (work->table, row, indicator);
  return quantity == UT_QUANTITY_COUNT ? counts.nearest : counts.n;
}

static void
add_rows (Building *building) {
  UtLinks *links = building->links;
  const UtTable *table = links->work->table;
  for (gsize first = 0, end; first < table->n_rows; first = end) {
    for (end = first; end < table->n_rows && table->indicator[end] == table->indicator[first];)
      end++;
    if (!links->linked[table->indicator[first]])
      continue;
    links->cell_of[table->indicator[first]] = (gssize) building->rows->len - (gssize) first;
    for (gsize row = first; row < end; row++) {
      double value = value_of (links->work, row, building->quantity);
      g_array_append_val (building->rows, row);
      g_array_append_val (building->values, value);
    }
  }
}

static guint
hash_key (gconstpointer data) {
  const UtRow *key = data;
  return (guint) key->indicator * 2654435761u ^ (guint) key->region * 40503u
         ^ (guint) (key->period.first_year * 4099 + key->period.last_year * 31 + key->period.first_month);
}

static gboolean
same_key (gconstpointer a, gconstpointer b) {
  const UtRow *x = a, *y = b;
  return x->indicator == y->indicator && x->region == y->region && ut_period_compare (x->period, y->period) == 0;
}

/* The cell of a key, which may have no row: not published, but a part of a sum nevertheless. */
static guint32
cell_for (Building *building, UtIndicatorId indicator, UtRegionId region, UtPeriod period, gboolean *has_row) {
  gsize row;
  UtLinks *links = building->links;
  *has_row = ut_table_find_row (links->work->table, indicator, region, period, &row);
  if (*has_row)
    return (guint32) ((gssize) row + links->cell_of[indicator]);
  UtRow key = { .indicator = indicator, .region = region, .period = period };
  gpointer known = g_hash_table_lookup (building->no_row, &key);
  if (known != NULL)
    return GPOINTER_TO_UINT (known) - 1;
  gsize none = G_MAXSIZE;
  double unknown = NAN;
  g_array_append_val (building->rows, none);
  g_array_append_val (building->values, unknown);
  g_hash_table_insert (building->no_row, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (building->rows->len));
  return building->rows->len - 1;
}

/* Sums */

/* What is left of the total when all that we know is taken away; NaN when the total is not known. */
static double
rest_of (const Building *building, const guint32 *cells, guint n, guint *n_unknown) {
  double rest = 0;
  *n_unknown = 0;
  for (guint i = 0; i < n; i++) {
    double value = g_array_index (building->values, double, cells[i]);
    if (isnan (value))
      (*n_unknown)++;
    else
      rest += i == 0 ? value : -value;
  }
  return isnan (g_array_index (building->values, double, cells[0])) ? NAN : rest;
}

/* A negative rest means that total and members are not of the same source, so nothing can be worked out. A sum over
 * time, and one of persons, is one only if it comes out: rates of several years may be means, and two kinds of help may
 * be given to the same child. */
static void
add_link (Building *building, const GArray *cells, gboolean must_hold) {
  guint n_unknown;
  const guint32 *all = (const guint32 *) (gpointer) cells->data;
  double rest = rest_of (building, all, cells->len, &n_unknown);
  if (rest < -SLACK || (must_hold && !(n_unknown == 0 && rest <= SLACK)))
    return;
  UtLink link = { building->links->terms->len, cells->len };
  g_array_append_vals (building->links->terms, all, cells->len);
  g_array_append_val (building->links->links, link);
}

static void
link_places (Building *building, UtIndicatorId indicator, const UtPartition *partition, UtPeriod period) {
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  gboolean has_row, any = FALSE;
  gsize row;
  for (guint i = 0; !any && i < partition->members->len; i++)
    any = ut_table_find_row (building->links->work->table, indicator, g_array_index (partition->members, UtRegionId, i),
                             period, &row);
  if (!any)
    return;
  guint32 cell = cell_for (building, indicator, partition->region, period, &has_row);
  g_array_append_val (cells, cell);
  for (guint i = 0; i < partition->members->len; i++) {
    cell = cell_for (building, indicator, g_array_index (partition->members, UtRegionId, i), period, &has_row);
    g_array_append_val (cells, cell);
  }
  add_link (building, cells, FALSE);
}

static void
add_period (GArray *periods, UtPeriod period) {
  for (guint i = 0; i < periods->len; i++)
    if (ut_period_compare (g_array_index (periods, UtPeriod, i), period) == 0)
      return;
  g_array_append_val (periods, period);
}

/* The periods in which a total is published; for a county also those in which only its members are, since it may stand
 * in the country's sum. */
static GArray *
periods_of (const Building *building, UtIndicatorId indicator, const UtPartition *partition) {
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (UtPeriod));
  const UtSuppressing *work = building->links->work;
  UtSeries total = ut_table_series (work->table, indicator, partition->region);
  for (gsize i = 0; i < total.n; i++)
    add_period (periods, work->table->period[total.first + i]);
  gboolean is_county
      = partition->may_sum && ut_regions_get (work->regions, partition->region)->kind == UT_REGION_COUNTY;
  for (guint m = 0; is_county && m < partition->members->len; m++) {
    UtSeries member = ut_table_series (work->table, indicator, g_array_index (partition->members, UtRegionId, m));
    for (gsize i = 0; i < member.n; i++)
      add_period (periods, work->table->period[member.first + i]);
  }
  return periods;
}

/* A sum of ours over an own region is shown only when all its members are, so it tells nothing more. */
static void
link_geography (Building *building, UtIndicatorId indicator) {
  const UtSuppressing *work = building->links->work;
  for (guint i = 0; i < work->partitions->len; i++) {
    const UtPartition *partition = g_ptr_array_index (work->partitions, i);
    if (ut_regions_get (work->regions, partition->region)->kind == UT_REGION_OWN)
      continue;
    g_autoptr (GArray) periods = periods_of (building, indicator, partition);
    for (guint k = 0; k < periods->len; k++)
      link_places (building, indicator, partition, g_array_index (periods, UtPeriod, k));
  }
}

static void
link_parts (Building *building, gsize row, const UtParts *parts) {
  const UtTable *table = building->links->work->table;
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 cell = (guint32) ((gssize) row + building->links->cell_of[table->indicator[row]]);
  g_array_append_val (cells, cell);
  gboolean any = FALSE, has_row;
  for (guint i = 0; i < parts->n; i++) {
    cell = cell_for (building, parts->ids[i], table->region[row], table->period[row], &has_row);
    any = any || has_row;
    g_array_append_val (cells, cell);
  }
  if (any)
    add_link (building, cells, building->quantity == UT_QUANTITY_PERSONS);
}

static UtPeriod
part_of_span (UtPeriod span, guint year) {
  gboolean school = span.kind == UT_PERIOD_SCHOOL_SPAN;
  return (UtPeriod){ .kind = school ? UT_PERIOD_SCHOOL_YEAR : UT_PERIOD_YEAR,
                     .first_year = (guint16) year,
                     .last_year = (guint16) (school ? year + 1 : year) };
}

static void
link_years (Building *building, gsize row) {
  const UtTable *table = building->links->work->table;
  UtPeriod span = table->period[row];
  if (span.kind != UT_PERIOD_SPAN && span.kind != UT_PERIOD_SCHOOL_SPAN)
    return;
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  gssize offset = building->links->cell_of[table->indicator[row]];
  guint32 cell = (guint32) ((gssize) row + offset);
  g_array_append_val (cells, cell);
  guint last = span.kind == UT_PERIOD_SPAN ? span.last_year : span.last_year - 1u;
  for (guint year = span.first_year; year <= last; year++) {
    gsize part;
    if (!ut_table_find_row (table, table->indicator[row], table->region[row], part_of_span (span, year), &part))
      return;
    cell = (guint32) ((gssize) part + offset);
    g_array_append_val (cells, cell);
  }
  add_link (building, cells, TRUE);
}

static void
link_rows (Building *building, gsize row) {
  const UtSuppressing *work = building->links->work;
  const UtIndicator *indicator = ut_catalogue_get (work->catalogue, work->table->indicator[row]);
  for (guint i = 0; indicator->parts != NULL && i < indicator->parts->len; i++)
    link_parts (building, row, g_ptr_array_index (indicator->parts, i));
  link_years (building, row);
}

static void
add_links (Building *building) {
  const UtSuppressing *work = building->links->work;
  guint n_with_rows = building->rows->len;
  for (guint i = 0; i < ut_catalogue_count (work->catalogue); i++)
    if (building->links->linked[i])
      link_geography (building, (UtIndicatorId) i);
  for (guint i = 0; i < n_with_rows; i++)
    link_rows (building, g_array_index (building->rows, gsize, i));
}

/* What is known, and within what limits the rest may lie */

static gboolean
is_known (const UtLinks *links, guint cell) {
  const UtSuppressing *work = links->work;
  gsize row = links->row[cell];
  if (row == G_MAXSIZE || isnan (links->value[cell]))
    return FALSE;
  if (work->table->status[row] == UT_STATUS_NOT_POSSIBLE)
    return TRUE;
  return work->table->status[row] == UT_STATUS_OK && (!work->hidden[row] || ut_suppress_was_shown (work, row));
}

/* The events are no more than the persons, and the persons no fewer than the events. */
static void
set_bounds (UtLinks *links, guint cell, UtQuantity quantity) {
  const UtSuppressing *work = links->work;
  gsize row = links->row[cell];
  links->lower[cell] = 0;
  links->upper[cell] = INFINITY;
  if (row == G_MAXSIZE || isnan (links->value[cell]))
    return;
  const UtIndicator *indicator = ut_catalogue_get (work->catalogue, work->table->indicator[row]);
  double other = value_of (work, row, quantity == UT_QUANTITY_COUNT ? UT_QUANTITY_PERSONS : UT_QUANTITY_COUNT);
  if (indicator->measure != UT_MEASURE_PROPORTION || isnan (other))
    return;
  *(quantity == UT_QUANTITY_COUNT ? &links->upper[cell] : &links->lower[cell]) = other;
}

/* What no one has published but anyone can subtract is known too; its value at least is known to us. */
static gboolean
resolve (UtLinks *links, const UtLink *link) {
  const guint32 *cells = &g_array_index (links->terms, guint32, link->first);
  guint n_lacking = 0, lacking = 0, n_hidden = 0;
  double rest = 0;
  for (guint i = 0; i < link->n; i++) {
    double value = links->value[cells[i]];
    if (isnan (value)) {
      n_lacking++;
      lacking = i;
      continue;
    }
    n_hidden += !links->known[cells[i]];
    rest += i == 0 ? value : -value;
  }
  if (n_lacking != 1)
    return FALSE;
  links->value[cells[lacking]] = fmax (lacking == 0 ? -rest : rest, 0);
  links->known[cells[lacking]] = n_hidden == 0;
  return TRUE;
}

static void
resolve_all (UtLinks *links) {
  gboolean changed;
  do {
    changed = FALSE;
    for (guint i = 0; i < links->links->len; i++)
      changed |= resolve (links, &g_array_index (links->links, UtLink, i));
  } while (changed);
  for (guint i = 0; i < links->n_cells; i++)
    if (isnan (links->value[i]))
      links->value[i] = 0; /* may be more, not less */
}

static void
index_cells (UtLinks *links) {
  links->first = g_new0 (guint32, links->n_cells + 1);
  for (guint i = 0; i < links->terms->len; i++)
    links->first[g_array_index (links->terms, guint32, i) + 1]++;
  for (guint i = 0; i < links->n_cells; i++)
    links->first[i + 1] += links->first[i];
  links->of_cell = g_new0 (guint32, MAX (links->terms->len, 1));
  g_autofree guint32 *next = g_memdup2 (links->first, sizeof (guint32) * (links->n_cells + 1));
  for (guint i = 0; i < links->links->len; i++) {
    const UtLink *link = &g_array_index (links->links, UtLink, i);
    for (guint k = 0; k < link->n; k++)
      links->of_cell[next[g_array_index (links->terms, guint32, link->first + k)]++] = i;
  }
}

/* Members that nobody has published, and that stand in no other sum, are one lump: only its size matters. */
static void
lump_together (UtLinks *links) {
  for (guint i = 0; i < links->links->len; i++) {
    UtLink *link = &g_array_index (links->links, UtLink, i);
    guint32 *cells = &g_array_index (links->terms, guint32, link->first);
    guint n = 1;
    gboolean has_lump = FALSE;
    for (guint k = 1; k < link->n; k++) {
      gboolean lone = isnan (links->value[cells[k]]) && links->first[cells[k] + 1] - links->first[cells[k]] == 1;
      if (!lone || !has_lump)
        cells[n++] = cells[k];
      has_lump = has_lump || lone;
    }
    link->n = n;
  }
}

static void
finish (Building *building) {
  UtLinks *links = building->links;
  links->n_cells = building->rows->len;
  links->row = (gsize *) (gpointer) g_array_free (building->rows, FALSE);
  links->value = (double *) (gpointer) g_array_free (building->values, FALSE);
  links->lower = g_new0 (double, links->n_cells + 1);
  links->upper = g_new0 (double, links->n_cells + 1);
  links->known = g_new0 (gboolean, links->n_cells + 1);
  for (guint i = 0; i < links->n_cells; i++) {
    set_bounds (links, i, building->quantity);
    links->known[i] = is_known (links, i);
  }
  index_cells (links);
  lump_together (links);
  resolve_all (links);
}

UtLinks *
ut_links_new (const UtSuppressing *work, UtQuantity quantity) {
  UtLinks *links = g_new0 (UtLinks, 1);
  links->work = work;
  links->linked = find_linked (work->catalogue);
  links->cell_of = g_new0 (gssize, ut_catalogue_count (work->catalogue) + 1);
  links->links = g_array_new (FALSE, FALSE, sizeof (UtLink));
  links->terms = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GHashTable) no_row = g_hash_table_new_full (hash_key, same_key, g_free, NULL);
  Building building = {
    .links = links,
    .quantity = quantity,
    .rows = g_array_new (FALSE, FALSE, sizeof (gsize)),
    .values = g_array_new (FALSE, FALSE, sizeof (double)),
    .no_row = no_row,
  };
  add_rows (&building);
  add_links (&building);
  finish (&building);
  return links;
}

void
ut_links_free (UtLinks *links) {
  g_free (links->row);
  g_free (links->value);
  g_free (links->lower);
  g_free (links->upper);
  g_free (links->known);
  g_array_unref (links->links);
  g_array_unref (links->terms);
  g_free (links->first);
  g_free (links->of_cell);
  g_free (links->cell_of);
  g_free (links->linked);
  g_free (links);
}

gboolean
ut_links_find (const UtLinks *links, gsize row, guint *cell) {
  UtIndicatorId indicator = links->work->table->indicator[row];
  *cell = links->linked[indicator] ? (guint) ((gssize) row + links->cell_of[indicator]) : 0;
  return links->linked[indicator];
}
