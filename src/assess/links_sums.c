#include "links_build.h"

#include <math.h>
#include <string.h>

/* A total and its parts that differ by more than rounding are not of the same source. */
#define SLACK 0.5

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
    linked[i] = ut_indicator_has_limits (ut_catalogue_get (catalogue, (UtIndicatorId) i));
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

static void
add_rows (UtLinksBuild *building) {
  UtLinks *links = building->links;
  const UtTable *table = links->work->table;
  for (gsize first = 0, end; first < table->n_rows; first = end) {
    for (end = first; end < table->n_rows && table->indicator[end] == table->indicator[first];)
      end++;
    if (!links->linked[table->indicator[first]])
      continue;
    const UtIndicator *indicator = ut_catalogue_get (links->work->catalogue, table->indicator[first]);
    links->cell_of[indicator->id] = (gssize) building->rows->len - (gssize) first;
    for (gsize row = first; row < end; row++) {
      double value = ut_links_value (table, row, indicator, building->quantity);
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
cell_for (UtLinksBuild *building, UtIndicatorId indicator, UtRegionId region, UtPeriod period, gboolean *has_row) {
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
rest_of (const UtLinksBuild *building, const guint32 *cells, guint n, guint *n_unknown) {
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
add_link (UtLinksBuild *building, const GArray *cells, gboolean must_hold) {
  guint n_unknown;
  const guint32 *all = (const guint32 *) (gpointer) cells->data;
  double rest = rest_of (building, all, cells->len, &n_unknown);
  if (rest < -SLACK || (must_hold && !(n_unknown == 0 && rest <= SLACK)))
    return;
  ut_links_append (building->links, cells);
}

static void
link_places (UtLinksBuild *building, UtIndicatorId indicator, const UtPartition *partition, UtPeriod period) {
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
periods_of (const UtLinksBuild *building, UtIndicatorId indicator, const UtPartition *partition) {
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
link_geography (UtLinksBuild *building, UtIndicatorId indicator) {
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
link_parts (UtLinksBuild *building, gsize row, const UtParts *parts) {
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
link_years (UtLinksBuild *building, gsize row) {
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
link_rows (UtLinksBuild *building, gsize row) {
  const UtSuppressing *work = building->links->work;
  const UtIndicator *indicator = ut_catalogue_get (work->catalogue, work->table->indicator[row]);
  for (guint i = 0; indicator->parts != NULL && i < indicator->parts->len; i++)
    link_parts (building, row, g_ptr_array_index (indicator->parts, i));
  link_years (building, row);
}

void
ut_links_add_sums (UtLinksBuild *building) {
  const UtSuppressing *work = building->links->work;
  g_autoptr (GHashTable) no_row = g_hash_table_new_full (hash_key, same_key, g_free, NULL);
  building->no_row = no_row;
  building->links->linked = find_linked (work->catalogue);
  add_rows (building);
  guint n_with_rows = building->rows->len;
  for (guint i = 0; i < ut_catalogue_count (work->catalogue); i++)
    if (building->links->linked[i])
      link_geography (building, (UtIndicatorId) i);
  for (guint i = 0; i < n_with_rows; i++)
    link_rows (building, g_array_index (building->rows, gsize, i));
  building->no_row = NULL;
}
