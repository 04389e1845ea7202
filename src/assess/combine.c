#include "combine.h"

#include "figure.h"
#include "persons.h"
#include "rounding.h"
#include "weighted.h"

#include <math.h>

/* Of its persons, so that the figure is the area's and not its members'. */
#define LEAST_OF_OWN  0.9
#define LEAST_OF_AREA 0.98

typedef struct {
  const UtTable *table;
  const UtRegions *regions;
  const GPtrArray *splits;
  const GArray *sums;
  UtTableBuilder *builder;
  GArray *combined; /* UtCombined */
} Work;

/* One area in one period, member by member. */
typedef struct {
  const UtIndicator *indicator;
  const UtPartition *partition;
  UtPeriod period;
  gboolean own;           /* else a county or the country */
  GArray *members;        /* UtCombinedMember */
  GArray *origins;        /* UtOrigin, file numbers of the builder */
  const char *dataset;    /* of those before */
  guint16 quality;        /* of all of them */
  gboolean counted;       /* every figure so far has its counts */
  double events, persons; /* of those */
  double weight, sum;     /* middles of the persons of those with a figure, and times the figure */
  double missing;         /* middles of those of the others */
  double estimated;       /* of those whose figure is carried by weight */
  UtPersons covered;      /* Σ of those the answer is of */
  guint n_with_figure;
} Area;

static double
middle (const UtPersons *persons) {
  return (persons->lowest + persons->highest) / 2;
}

/* Nothing but shares, rates and means can be weighed; what an area earns or has built is no mean of its members. */
static gboolean
may_combine (const UtIndicator *indicator) {
  return !indicator->projection
         && (indicator->measure == UT_MEASURE_PROPORTION || indicator->measure == UT_MEASURE_RATE
             || indicator->measure == UT_MEASURE_MEAN);
}

/* Members */

/* What the true figure may be, and of how many: the mix of ages moves the persons of a standardised one. */
static void
add_bounds (Area *area, double lowest, double highest, const UtPersons *persons) {
  const UtIndicator *indicator = area->indicator;
  if (indicator->measure == UT_MEASURE_PROPORTION) {
    lowest = fmax (lowest, 0);
    highest = fmin (highest, ut_unit_factor (indicator->unit));
  }
  const UtCombinedMember member = { lowest, highest, persons->lowest * (1 - indicator->composition),
                                    persons->highest * (1 + indicator->composition) };
  g_array_append_val (area->members, member);
  area->covered.lowest += persons->lowest;
  area->covered.highest += persons->highest;
  if (persons->stands_in != NULL)
    area->covered.stands_in = persons->stands_in;
}

static gboolean
add_figure (const Work *work, Area *area, gsize row) {
  const UtTable *table = work->table;
  const UtFigure figure = ut_assess_figure (table, row, area->indicator);
  UtPersons persons;
  if (!ut_persons_find (table, area->indicator, &figure, &persons)
      || !ut_take_origins (table, row, work->regions, work->builder, area->origins, &area->dataset))
    return FALSE;
  gboolean counted = !area->indicator->standardised && !isnan (figure.numerator) && !isnan (figure.denominator);
  double half = counted ? 0 : ut_figure_half_width (table, area->indicator, &figure);
  add_bounds (area, figure.value - half, figure.value + half, &persons);
  area->counted = area->counted && counted;
  area->events += figure.numerator;
  area->persons += figure.denominator;
  area->weight += middle (&persons);
  area->sum += middle (&persons) * figure.value;
  area->quality |= figure.quality;
  if ((figure.quality & UT_QUALITY_ESTIMATE) != 0
      && !ut_splits_are_whole (work->splits, figure.region, area->partition->members))
    area->estimated += middle (&persons);
  area->n_with_figure++;
  return TRUE;
}

/* Nobody of a share, or everybody; of a mean what the range says there can be. */
static gboolean
find_any_figure (const UtIndicator *indicator, double *lowest, double *highest) {
  *lowest = indicator->least;
  *highest = indicator->greatest;
  if (indicator->measure != UT_MEASURE_MEAN) {
    *lowest = 0;
    *highest = ut_unit_factor (indicator->unit);
  }
  return *highest > *lowest;
}

/* A county stands for all its persons, whatever the figure of the others; a region of its own for those it covers. */
static gboolean
add_missing (const Work *work, Area *area, UtRegionId member) {
  UtPersons persons;
  double lowest, highest;
  if (!ut_persons_stand_in (work->table, area->indicator, member, area->period, &persons))
    return FALSE;
  area->missing += middle (&persons);
  if (area->own)
    return TRUE;
  if (!find_any_figure (area->indicator, &lowest, &highest))
    return FALSE;
  add_bounds (area, lowest, highest, &persons);
  return TRUE;
}

static gboolean
has_figure (const Work *work, const Area *area, guint member, gsize *row) {
  UtRegionId region = g_array_index (area->partition->members, UtRegionId, member);
  return ut_table_find_row (work->table, area->indicator->id, region, area->period, row)
         && ut_row_is_known (work->table, *row);
}

/* Half of the municipalities never hold 98 % of the people, and most tables are of one county. */
static gboolean
is_worth_trying (const Work *work, const Area *area) {
  guint n = area->partition->members->len, n_found = 0;
  for (guint i = 0; i < n; i++) {
    gsize row;
    n_found += has_figure (work, area, i, &row);
    if (area->own && n_found > 0)
      return TRUE;
    if (!area->own && 2 * (i + 1 - n_found) > n)
      return FALSE;
  }
  return n_found > 0;
}

static gboolean
add_members (const Work *work, Area *area) {
  for (guint i = 0; i < area->partition->members->len; i++) {
    gsize row;
    UtRegionId member = g_array_index (area->partition->members, UtRegionId, i);
    if (!(has_figure (work, area, i, &row) ? add_figure (work, area, row) : add_missing (work, area, member)))
      return FALSE;
  }
  double share = area->weight / (area->weight + area->missing);
  return area->n_with_figure > 0 && share >= (area->own ? LEAST_OF_OWN : LEAST_OF_AREA);
}

/* The row */

/* A sum of ours over a member that is hidden gives way: nothing hidden is in what is weighed. */
static gboolean
is_hidden_sum (const Work *work, const Area *area, gsize row) {
  for (guint i = 0; work->table->status[row] == UT_STATUS_SUPPRESSED && i < work->sums->len; i++) {
    const UtSum *sum = &g_array_index (work->sums, UtSum, i);
    if (sum->indicator == area->indicator->id && sum->partition == area->partition
        && ut_period_compare (sum->period, area->period) == 0)
      return TRUE;
  }
  return FALSE;
}

static guint16
quality_of (const Area *area) {
  enum { OF_MEMBERS_ALONE = UT_QUALITY_RESTATED | UT_QUALITY_AT_LIMIT | UT_QUALITY_NOT_ADDABLE | UT_QUALITY_DISCLOSED };
  guint16 quality = (guint16) (area->quality & ~(OF_MEMBERS_ALONE | UT_QUALITY_ESTIMATE));
  if (area->estimated > UT_MOST_WEIGHTED * area->weight)
    quality |= UT_QUALITY_ESTIMATE;
  return quality | (area->counted ? UT_QUALITY_SUMMED : UT_QUALITY_COMBINED);
}

static void
add_row (const Work *work, Area *area) {
  const UtIndicator *indicator = area->indicator;
  double factor = ut_unit_factor (indicator->unit);
  const UtRow row = {
    .indicator = indicator->id,
    .region = area->partition->region,
    .period = area->period,
    .value = area->counted ? area->events / area->persons * factor : area->sum / area->weight,
    .numerator = area->counted ? area->events : NAN,
    .denominator = area->counted ? area->persons : NAN,
    .margin = NAN,
    .status = UT_STATUS_OK,
    .quality = quality_of (area),
    .origins = (const UtOrigin *) (gpointer) area->origins->data,
    .n_origins = area->origins->len,
  };
  ut_table_builder_add (work->builder, &row);
  UtCombinedMember *members = (UtCombinedMember *) (gpointer) area->members->data;
  const UtCombined combined = {
    .indicator = indicator->id,
    .region = row.region,
    .period = row.period,
    .persons_lowest = area->counted ? area->persons : area->covered.lowest,
    .persons_highest = area->counted ? area->persons : area->covered.highest,
    .stands_in = area->counted ? NULL : area->covered.stands_in,
    .half_width = area->counted ? 0 : ut_combine_width (members, area->members->len, row.value),
    .share_covered = area->weight / (area->weight + area->missing),
    .n_covered = area->n_with_figure,
    .n_members = area->partition->members->len,
  };
  g_array_append_val (work->combined, combined);
}

/* TRUE when the area has a row now. */
static gboolean
combine_area (const Work *work, const UtIndicator *indicator, UtPeriod period, const UtPartition *partition,
              gboolean own) {
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (UtCombinedMember));
  g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (UtOrigin));
  Area area = {
    .indicator = indicator,
    .partition = partition,
    .period = period,
    .own = own,
    .members = members,
    .origins = origins,
    .counted = TRUE,
  };
  gsize row;
  if (ut_table_find_row (work->table, indicator->id, partition->region, period, &row)
      && !is_hidden_sum (work, &area, row))
    return FALSE;
  if (!is_worth_trying (work, &area) || !add_members (work, &area))
    return FALSE;
  add_row (work, &area);
  return TRUE;
}

/* The country has several partitions: the first that can be weighed wins. */
static void
combine_areas (const Work *work, const UtIndicator *indicator, UtPeriod period, const GPtrArray *partitions,
               gboolean own) {
  UtRegionId done = UT_REGION_NONE;
  for (guint i = 0; i < partitions->len; i++) {
    const UtPartition *partition = g_ptr_array_index (partitions, i);
    if (partition->may_sum && partition->region != done && combine_area (work, indicator, period, partition, own))
      done = partition->region;
  }
}

static void
combine_indicator (const Work *work, const UtIndicator *indicator, gsize first, gsize end, const GPtrArray *areas,
                   const GPtrArray *own) {
  g_autoptr (GArray) periods = ut_distinct_periods (work->table, first, end);
  for (guint i = 0; i < periods->len; i++) {
    UtPeriod period = g_array_index (periods, UtPeriod, i);
    combine_areas (work, indicator, period, areas, FALSE);
    combine_areas (work, indicator, period, own, TRUE);
  }
}

static UtRepeated
settle (gpointer user, const UtRow *first, const UtRow *second) {
  (void) user;
  (void) second;
  /* What was weighed was added first, and gave way to nothing but a hidden sum. */
  return first->status == UT_STATUS_OK ? UT_REPEATED_FIRST : UT_REPEATED_SECOND;
}

UtTable *
ut_combine (const UtTable *shown, const UtCatalogue *catalogue, const UtRegions *regions, const GPtrArray *areas,
            const GPtrArray *own, const GArray *sums, const gboolean *wanted) {
  g_autoptr (UtTableBuilder) builder = ut_table_builder_new ();
  g_autoptr (GPtrArray) splits = ut_splits_new (regions);
  g_autoptr (GArray) combined = g_array_new (FALSE, FALSE, sizeof (UtCombined));
  const Work work = { shown, regions, splits, sums, builder, combined };
  ut_take_files (builder, shown);
  for (gsize first = 0, end; first < shown->n_rows; first = end) {
    for (end = first; end < shown->n_rows && shown->indicator[end] == shown->indicator[first];)
      end++;
    const UtIndicator *indicator = ut_catalogue_get (catalogue, shown->indicator[first]);
    if (may_combine (indicator) && (wanted == NULL || wanted[indicator->id]))
      combine_indicator (&work, indicator, first, end, areas, own);
  }
  if (combined->len == 0)
    return NULL;
  ut_table_builder_add_table (builder, shown);
  UtTable *table = ut_table_builder_finish_unique (builder, settle, NULL);
  table->combined = g_steal_pointer (&combined);
  return table;
}
