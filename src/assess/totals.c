/* Published totals against the sum of what is published for their parts. */
#include "base/i18n.h"
#include "prepare.h"

#include <math.h>

/* A count printed as a whole number may be half a unit from the true one. */
#define ROUNDING_OF_A_PART 0.5

/* What a total may hold beyond its parts: people registered in no municipality, and what is hidden in the parts. */
#define SHARE_OUTSIDE_THE_PARTS 0.02

typedef struct {
  const UtTable *table;
  const UtCatalogue *catalogue;
  const UtRegions *regions;
  UtFindings *findings;
} Check;

/* What is added up. */
typedef enum { NUMERATOR, DENOMINATOR } Column;

static double
get_count (const Check *check, const UtIndicator *indicator, gsize row, Column column) {
  if (indicator->measure == UT_MEASURE_COUNT)
    return check->table->value[row];
  return column == NUMERATOR ? ut_table_numerator (check->table, row) : ut_table_denominator (check->table, row);
}

/* The dataset of a row the source printed so; NULL of one that is ours, estimated or only about. */
static const char *
published_in (const Check *check, const UtIndicator *indicator, gsize row) {
  const UtTable *table = check->table;
  if (!ut_has_count (table, row, indicator)
      || (table->quality[row] & (UT_QUALITY_SUMMED | UT_QUALITY_ESTIMATE | UT_QUALITY_APPROXIMATE)) != 0)
    return NULL;
  return ut_table_file (table, ut_table_origin (table, row, 0).file)->dataset;
}

/* Both columns added up; FALSE when a part has no such figure in the total's dataset. */
static gboolean
add_parts (const Check *check, const UtIndicator *indicator, gsize total, const UtPartition *partition,
           double sums[2]) {
  const char *dataset = published_in (check, indicator, total);
  for (guint i = 0; dataset != NULL && i < partition->members->len; i++) {
    gsize row;
    if (!ut_table_find_row (check->table, indicator->id, g_array_index (partition->members, UtRegionId, i),
                            check->table->period[total], &row)
        || g_strcmp0 (published_in (check, indicator, row), dataset) != 0)
      return FALSE;
    sums[NUMERATOR] += get_count (check, indicator, row, NUMERATOR);
    sums[DENOMINATOR] += get_count (check, indicator, row, DENOMINATOR);
  }
  return dataset != NULL;
}

static gboolean
agrees (double total, double sum, guint n_parts) {
  double rounding = ROUNDING_OF_A_PART * (n_parts + 1);
  return total >= sum - rounding && total <= sum + fmax (rounding, SHARE_OUTSIDE_THE_PARTS * total);
}

static void
tell (const Check *check, const UtIndicator *indicator, gsize row, double total, double sum, guint n_parts) {
  const UtOrigin origin = ut_table_origin (check->table, row, 0);
  g_autofree char *when = ut_period_format (check->table->period[row], ut_language_messages ());
  ut_findings_add (check->findings, ut_table_file (check->table, origin.file)->path, origin.line, UT_FINDING_TOTAL,
                   _ ("%s, %s, %s: %.0f, but its %u parts add up to %.0f"), indicator->key,
                   ut_regions_get (check->regions, check->table->region[row])->code, when, total, n_parts, sum);
}

/* FALSE when the parts are not all there. */
static gboolean
check_total (const Check *check, const UtIndicator *indicator, gsize row, const UtPartition *partition) {
  double sums[2] = { 0 };
  if (!add_parts (check, indicator, row, partition, sums))
    return FALSE;
  for (Column column = NUMERATOR; column <= DENOMINATOR; column++) {
    double total = get_count (check, indicator, row, column);
    if (agrees (total, sums[column], partition->members->len))
      continue;
    tell (check, indicator, row, total, sums[column], partition->members->len);
    break;
  }
  return TRUE;
}

/* The country has several partitions; the finest whose parts are all there is the one that tells most. */
static void
check_area (const Check *check, const UtIndicator *indicator, gsize row, const GPtrArray *partitions) {
  for (guint i = 0; i < partitions->len; i++) {
    const UtPartition *partition = g_ptr_array_index (partitions, i);
    if (partition->region == check->table->region[row] && check_total (check, indicator, row, partition))
      return;
  }
}

void
ut_assess_totals (const UtTable *table, const UtCatalogue *catalogue, const UtRegions *regions, UtFindings *findings) {
  const Check check = { table, catalogue, regions, findings };
  g_autoptr (GPtrArray) partitions = ut_partitions_new (regions, NULL);
  for (gsize row = 0; row < table->n_rows; row++) {
    const UtIndicator *indicator = ut_catalogue_get (catalogue, table->indicator[row]);
    UtRegionKind kind = ut_regions_get (regions, table->region[row])->kind;
    if ((kind == UT_REGION_COUNTY || kind == UT_REGION_COUNTRY) && ut_can_be_summed (indicator))
      check_area (&check, indicator, row, partitions);
  }
}
