#include "links_build.h"

#include <math.h>
#include <string.h>

/* A total and its parts that differ by more than rounding are not of the same source. */
#define SLACK 0.5

/* Cells */

static void
add_rows (UtLinksBuild *building, const UtRowStretch *stretch) {
  UtLinks *links = building->links;
  const UtTable *table = links->work->table;
  const UtIndicator *indicator = ut_catalogue_get (links->work->catalogue, stretch->indicator);
  links->cell_of[indicator->id] = (gssize) building->rows->len - (gssize) stretch->first;
  for (gsize row = stretch->first; row < stretch->end; row++) {
    double value = ut_links_value (table, row, indicator, building->quantity);
    g_array_append_val (building->rows, row);
    g_array_append_val (building->values, value);
  }
}

static guint
hash_period (gconstpointer data) {
  const UtPeriod *period = data;
  return (guint) (period->first_year * 4099 + period->last_year * 31 + period->first_part);
}

static gboolean
same_period (gconstpointer a, gconstpointer b) {
  return ut_period_compare (*(const UtPeriod *) a, *(const UtPeriod *) b) == 0;
}

static guint
hash_key (gconstpointer data) {
  const UtRow *key = data;
  return (guint) key->indicator * 2654435761u ^ (guint) key->region * 40503u ^ hash_period (&key->period);
}

static gboolean
same_key (gconstpointer a, gconstpointer b) {
  const UtRow *x = a, *y = b;
  return x->indicator == y->indicator && x->region == y->region && ut_period_compare (x->period, y->period) == 0;
}

/* The cell of a key that has no row: not published, but a part of a sum nevertheless. */
static guint32
cell_without_row (UtLinksBuild *building, UtIndicatorId indicator, UtRegionId region, UtPeriod period) {
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

static guint32
cell_for (UtLinksBuild *building, UtIndicatorId indicator, UtRegionId region, UtPeriod period, gboolean *found) {
  gsize row;
  UtLinks *links = building->links;
  *found = ut_table_find_row (links->work->table, indicator, region, period, &row);
  return *found ? (guint32) ((gssize) row + links->cell_of[indicator])
                : cell_without_row (building, indicator, region, period);
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

/* A negative rest means that total and members are not of the same source, so nothing can be worked out. FALSE then. */
static gboolean
add_link (UtLinksBuild *building, const GArray *cells, gboolean implied) {
  guint n_unknown;
  double rest = rest_of (building, (const guint32 *) (gpointer) cells->data, cells->len, &n_unknown);
  if (rest < -SLACK)
    return FALSE;
  ut_links_append (building->links, cells, implied);
  return TRUE;
}

/* A sum over time, and one of persons, is one only if it comes out: rates of several years may be means, and two kinds
 * of help may be given to the same child. */
static gboolean
add_link_that_holds (UtLinksBuild *building, const GArray *cells, gboolean may_lack, gboolean implied) {
  guint n_unknown;
  double rest = rest_of (building, (const guint32 *) (gpointer) cells->data, cells->len, &n_unknown);
  gboolean holds = n_unknown == 0 ? rest >= -SLACK && rest <= SLACK : may_lack && rest >= -SLACK;
  if (holds)
    ut_links_append (building->links, cells, implied);
  return holds;
}

/* Sums over places. The rows of one indicator, by region. */

typedef struct {
  UtLinksBuild *building;
  UtIndicatorId indicator;
  UtSeries *series; /* [regions] */
} Places;

static gboolean
has_row (const Places *places, UtRegionId region, UtPeriod period) {
  gsize row;
  return ut_series_find (places->series[region], period, &row);
}

static guint32
cell_in (const Places *places, UtRegionId region, UtPeriod period) {
  gsize row;
  if (ut_series_find (places->series[region], period, &row))
    return (guint32) ((gssize) row + places->building->links->cell_of[places->indicator]);
  return cell_without_row (places->building, places->indicator, region, period);
}

static gboolean
has_member (const Places *places, const UtPartition *partition, UtPeriod period) {
  for (guint i = 0; i < partition->members->len; i++)
    if (has_row (places, g_array_index (partition->members, UtRegionId, i), period))
      return TRUE;
  return FALSE;
}

static gboolean
link_places (const Places *places, const UtPartition *partition, UtPeriod period) {
  g_autoptr (GArray) cells = g_array_sized_new (FALSE, FALSE, sizeof (guint32), partition->members->len + 1);
  guint32 cell = cell_in (places, partition->region, period);
  g_array_append_val (cells, cell);
  for (guint i = 0; i < partition->members->len; i++) {
    cell = cell_in (places, g_array_index (partition->members, UtRegionId, i), period);
    g_array_append_val (cells, cell);
  }
  if (!add_link (places->building, cells, FALSE))
    return FALSE;
  gpointer total = GUINT_TO_POINTER (g_array_index (cells, guint32, 0) + 1);
  if (!g_hash_table_contains (places->building->places, total))
    g_hash_table_insert (places->building->places, total, GUINT_TO_POINTER (places->building->links->links->len));
  return TRUE;
}

/* The counties of today, also where only their municipalities are published, since a county may stand in the country's
 * sum; those of then, where they are. FALSE when a county of today is not what its municipalities add up to. */
static gboolean
link_counties (const Places *places, UtPeriod period) {
  const UtSuppressionRun *work = places->building->links->work;
  gboolean whole = TRUE;
  for (guint i = 0; i < work->partitions->len; i++) {
    const UtPartition *partition = g_ptr_array_index (work->partitions, i);
    if (ut_regions_get (work->regions, partition->region)->kind != UT_REGION_COUNTY
        || !(partition->may_sum || has_row (places, partition->region, period))
        || !has_member (places, partition, period))
      continue;
    whole = (link_places (places, partition, period) || !partition->may_sum) && whole;
  }
  return whole;
}

static gboolean
has_all_members (const Places *places, const UtPartition *partition, UtPeriod period) {
  for (guint i = 0; i < partition->members->len; i++)
    if (!has_row (places, g_array_index (partition->members, UtRegionId, i), period))
      return FALSE;
  return TRUE;
}

/* The country is the sum of its municipalities; of the counties of today, the first of the structures, which says the
 * same where they are the sums of theirs; and of the counties of then, where they all are published. */
static void
link_country (const Places *places, UtPeriod period, gboolean by_counties) {
  const UtSuppressionRun *work = places->building->links->work;
  UtRegionId country = ut_regions_country (work->regions);
  guint n_structures = 0;
  if (!has_row (places, country, period))
    return;
  for (guint i = 0; i < work->partitions->len; i++) {
    const UtPartition *partition = g_ptr_array_index (work->partitions, i);
    if (partition->region != country)
      continue;
    UtRegionId member = g_array_index (partition->members, UtRegionId, 0);
    gboolean finest = ut_regions_get (work->regions, member)->kind == UT_REGION_MUNICIPALITY;
    n_structures += !finest;
    gboolean wanted = finest              ? !by_counties && has_member (places, partition, period)
                      : n_structures == 1 ? by_counties || has_member (places, partition, period)
                                          : has_all_members (places, partition, period);
    if (wanted)
      link_places (places, partition, period);
  }
}

static gboolean
has_county_links (const Places *places) {
  const UtSuppressionRun *work = places->building->links->work;
  guint n_structures = 0;
  for (guint i = 0; i < work->partitions->len; i++)
    n_structures += ((const UtPartition *) g_ptr_array_index (work->partitions, i))->region
                    == ut_regions_country (work->regions);
  return n_structures > 1;
}

/* Each once, in the order of the rows. */
static GArray *
periods_in (const UtTable *table, const UtRowStretch *stretch) {
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (UtPeriod));
  g_autoptr (GHashTable) seen = g_hash_table_new (hash_period, same_period);
  for (gsize row = stretch->first; row < stretch->end; row++)
    if (g_hash_table_add (seen, &table->period[row]))
      g_array_append_val (periods, table->period[row]);
  return periods;
}

/* A sum of ours over an own region is shown only when all its members are, so it tells nothing more. */
static void
link_geography (UtLinksBuild *building, const UtRowStretch *stretch) {
  const UtTable *table = building->links->work->table;
  g_autofree UtSeries *series = g_new0 (UtSeries, ut_regions_count (building->links->work->regions) + 1);
  g_autoptr (GArray) periods = periods_in (table, stretch);
  Places places = { building, stretch->indicator, series };
  for (gsize row = stretch->first; row < stretch->end; row++) {
    UtSeries *one = &series[table->region[row]];
    if (one->n++ == 0)
      *one = (UtSeries){ table, row, 1 };
  }
  gboolean structured = has_county_links (&places);
  for (guint i = 0; i < periods->len; i++) {
    UtPeriod period = g_array_index (periods, UtPeriod, i);
    link_country (&places, period, link_counties (&places, period) && structured);
  }
}

/* Sums over parts and years */

/* What is summed over places, and all of whose members are divided in parts that are summed over the same places, is
 * the sum of its own parts without a word of ours. */
static gboolean
is_implied (const UtLinksBuild *building, const GArray *cells, GHashTable *parted) {
  guint n;
  for (guint i = 0; i < cells->len; i++)
    if (!g_hash_table_contains (building->places, GUINT_TO_POINTER (g_array_index (cells, guint32, i) + 1)))
      return FALSE;
  gpointer whole = GUINT_TO_POINTER (g_array_index (cells, guint32, 0) + 1);
  guint which = GPOINTER_TO_UINT (g_hash_table_lookup (building->places, whole)) - 1;
  const guint32 *members = ut_links_cells (building->links, which, &n);
  for (guint i = 1; i < n; i++)
    if (!g_hash_table_contains (parted, GUINT_TO_POINTER (members[i] + 1)))
      return FALSE;
  return TRUE;
}

/* The cells that are tied to their parts, by one way to divide. */
static GHashTable *
parted_by (UtLinksBuild *building, const UtParts *parts) {
  GHashTable *cells = g_hash_table_lookup (building->parted, parts);
  if (cells == NULL) {
    cells = g_hash_table_new (NULL, NULL);
    g_hash_table_insert (building->parted, (gpointer) parts, cells);
  }
  return cells;
}

static gboolean
add_parts (UtLinksBuild *building, const GArray *cells, gboolean implied) {
  return building->quantity == UT_QUANTITY_PERSONS ? add_link_that_holds (building, cells, FALSE, implied)
                                                   : add_link (building, cells, implied);
}

static void
link_parts (UtLinksBuild *building, gsize row, const UtParts *parts) {
  const UtTable *table = building->links->work->table;
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 whole = (guint32) ((gssize) row + building->links->cell_of[table->indicator[row]]);
  g_array_append_val (cells, whole);
  gboolean any = FALSE, found;
  for (guint i = 0; i < parts->n; i++) {
    guint32 cell = cell_for (building, parts->ids[i], table->region[row], table->period[row], &found);
    any = any || found;
    g_array_append_val (cells, cell);
  }
  GHashTable *parted = parted_by (building, parts);
  if (any && add_parts (building, cells, is_implied (building, cells, parted)))
    g_hash_table_add (parted, GUINT_TO_POINTER (whole + 1));
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
  guint n_source_suppressed = 0, last = span.kind == UT_PERIOD_SPAN ? span.last_year : span.last_year - 1u;
  for (guint year = span.first_year; year <= last; year++) {
    gsize part;
    if (!ut_table_find_row (table, table->indicator[row], table->region[row], part_of_span (span, year), &part))
      return;
    if (table->status[part] == UT_STATUS_CONFIDENTIAL)
      n_source_suppressed++;
    cell = (guint32) ((gssize) part + offset);
    g_array_append_val (cells, cell);
  }
  guint n_unknown;
  rest_of (building, (const guint32 *) (gpointer) cells->data, cells->len, &n_unknown);
  add_link_that_holds (building, cells, building->quantity == UT_QUANTITY_COUNT && n_unknown == n_source_suppressed,
                       FALSE);
}

static void
link_rows (UtLinksBuild *building, gsize row) {
  const UtSuppressionRun *work = building->links->work;
  const UtIndicator *indicator = ut_catalogue_get (work->catalogue, work->table->indicator[row]);
  for (guint i = 0; indicator->parts != NULL && i < indicator->parts->len; i++)
    link_parts (building, row, g_ptr_array_index (indicator->parts, i));
  link_years (building, row);
}

static int
rank_of (const UtLinksBuild *building, gsize row) {
  const UtSuppressionRun *work = building->links->work;
  UtRegionKind kind = ut_regions_get (work->regions, work->table->region[row])->kind;
  return kind == UT_REGION_COUNTRY ? 2 : kind == UT_REGION_COUNTY ? 1 : 0;
}

/* The municipalities first: what they say need not be said again of the counties, nor what these tell of the country.
 * Fewer sums are answered sooner. */
void
ut_links_add_sums (UtLinksBuild *building) {
  const UtLinks *links = building->links;
  const GArray *stretches = g_ptr_array_index (links->work->families->rows, links->family);
  g_autoptr (GHashTable) no_row = g_hash_table_new_full (hash_key, same_key, g_free, NULL);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) parted = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  building->no_row = no_row;
  building->places = places;
  building->parted = parted;
  for (guint i = 0; i < stretches->len; i++)
    add_rows (building, &g_array_index (stretches, UtRowStretch, i));
  guint n_with_rows = building->rows->len;
  for (guint i = 0; i < stretches->len; i++)
    link_geography (building, &g_array_index (stretches, UtRowStretch, i));
  for (int rank = 0; rank < 3; rank++)
    for (guint i = 0; i < n_with_rows; i++)
      if (rank_of (building, g_array_index (building->rows, gsize, i)) == rank)
        link_rows (building, g_array_index (building->rows, gsize, i));
}
