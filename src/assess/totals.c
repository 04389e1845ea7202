/* Published totals against the sum of what is published for their parts: the municipalities of a county, and the
 * indicators a definition says a total is made of. */
#include "base/i18n.h"
#include "prepare.h"

#include <math.h>

/* A count printed as a whole number may be half a unit from the true one. */
#define ROUNDING_OF_A_PART 0.5

/* What a total may hold beyond its parts: people registered in no municipality, and what is suppressed in the parts. */
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

/* The dataset of a row the source printed so; NULL of one that is ours, estimated, only about, or not to be added. */
static const char *
dataset_of (const UtTable *table, gsize row) {
  static const guint16 unfit
      = UT_QUALITY_SUMMED | UT_QUALITY_ESTIMATE | UT_QUALITY_APPROXIMATE | UT_QUALITY_NOT_ADDABLE;
  gboolean fit = table->status[row] == UT_STATUS_OK && (table->quality[row] & unfit) == 0;
  return fit ? ut_table_file (table, ut_table_origin (table, row, 0).file)->dataset : NULL;
}

static const char *
published_in (const Check *check, const UtIndicator *indicator, gsize row) {
  return ut_has_count (check->table, row, indicator) ? dataset_of (check->table, row) : NULL;
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
report_total (const Check *check, const UtIndicator *indicator, gsize row, double total, double sum, guint n_parts) {
  const UtOrigin origin = ut_table_origin (check->table, row, 0);
  const char *file = ut_table_file (check->table, origin.file)->path;
  const char *code = ut_regions_get (check->regions, check->table->region[row])->code;
  UtLanguage language = ut_language_messages ();
  g_autofree char *when = ut_period_format (check->table->period[row], language);
  if (ut_indicator_has_limits (indicator))
    ut_findings_add (check->findings, file, origin.line, UT_FINDING_TOTAL,
                     ut_trn (language, "%1$s, %2$s, %3$s: not what its %4$u part is",
                             "%1$s, %2$s, %3$s: not what its %4$u parts add up to", n_parts),
                     indicator->key, code, when, n_parts);
  else
    ut_findings_add (check->findings, file, origin.line, UT_FINDING_TOTAL,
                     ut_trn (language, "%s, %s, %s: %.0f, but its %u part is %.0f",
                             "%s, %s, %s: %.0f, but its %u parts add up to %.0f", n_parts),
                     indicator->key, code, when, total, n_parts, sum);
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
    report_total (check, indicator, row, total, sums[column], partition->members->len);
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

/* The count of a part where the total stands; FALSE when its dataset does not tell it. A zero may be a suppressed cell.
 */
static gboolean
read_part (const Check *check, UtIndicatorId part, gsize total, Column column, double *count) {
  const UtTable *table = check->table;
  const UtIndicator *indicator = ut_catalogue_get (check->catalogue, part);
  gsize row;
  if (!ut_table_find_row (table, part, table->region[total], table->period[total], &row)
      || g_strcmp0 (dataset_of (table, row), dataset_of (table, total)) != 0
      || ((table->quality[row] & UT_QUALITY_AT_LIMIT) != 0 && table->value[row] == 0))
    return FALSE;
  *count = get_count (check, indicator, row, column);
  return !isnan (*count);
}

static void
tell_lower_bound (const Check *check, const UtIndicator *indicator, gsize row, double total, double sum) {
  const UtOrigin origin = ut_table_origin (check->table, row, 0);
  const char *file = ut_table_file (check->table, origin.file)->path;
  const char *code = ut_regions_get (check->regions, check->table->region[row])->code;
  UtLanguage language = ut_language_messages ();
  g_autofree char *when = ut_period_format (check->table->period[row], language);
  if (ut_indicator_has_limits (indicator))
    ut_findings_add (check->findings, file, origin.line, UT_FINDING_TOTAL,
                     _ ("%1$s, %2$s, %3$s: less than those of its parts that are published"), indicator->key, code,
                     when);
  else
    ut_findings_add (check->findings, file, origin.line, UT_FINDING_TOTAL,
                     _ ("%s, %s, %s: %.0f, but those of its parts that are published are already %.0f"), indicator->key,
                     code, when, total, sum);
}

/* Women and men against both: where a part is suppressed, the others are the least the total can be. TRUE when it was
 * reported that they disagree. */
static gboolean
check_parts (const Check *check, const UtIndicator *indicator, gsize row, const UtParts *parts, Column column) {
  double total = get_count (check, indicator, row, column), sum = 0, count;
  guint n_known = 0;
  for (guint i = 0; i < parts->n; i++)
    if (read_part (check, parts->ids[i], row, column, &count)) {
      sum += count;
      n_known++;
    }
  if (isnan (total) || n_known == 0)
    return FALSE;
  if (n_known == parts->n && !agrees (total, sum, n_known))
    report_total (check, indicator, row, total, sum, n_known);
  else if (n_known < parts->n && total < sum - ROUNDING_OF_A_PART * (n_known + 1))
    tell_lower_bound (check, indicator, row, total, sum);
  else
    return FALSE;
  return TRUE;
}

static void
check_all_parts (const Check *check, const UtIndicator *indicator, gsize row) {
  gboolean may = indicator->parts != NULL && ut_can_be_summed (indicator) && dataset_of (check->table, row) != NULL;
  for (guint i = 0; may && i < indicator->parts->len; i++) {
    const UtParts *parts = g_ptr_array_index (indicator->parts, i);
    if (!check_parts (check, indicator, row, parts, NUMERATOR) && indicator->measure != UT_MEASURE_COUNT)
      check_parts (check, indicator, row, parts, DENOMINATOR);
  }
}

/* Two figures of the same people, each printed with at least a decimal. */
static gboolean
is_same (double a, double b) {
  return fabs (a - b) <= 0.1 + 1e-9;
}

static gboolean
is_known (const UtTable *table, gsize row) {
  return table->status[row] == UT_STATUS_OK
         && (table->quality[row] & (UT_QUALITY_ESTIMATE | UT_QUALITY_APPROXIMATE)) == 0;
}

/* Oslo, the county and the municipality, where one is not checked as the other's total. */
static void
check_twin (const Check *check, const UtIndicator *indicator, gsize row) {
  const UtTable *table = check->table;
  UtRegionId municipality = ut_county_municipality (check->regions, table->region[row]);
  gsize other;
  if (municipality == UT_REGION_NONE
      || !ut_table_find_row (table, indicator->id, municipality, table->period[row], &other) || !is_known (table, row)
      || !is_known (table, other) || is_same (table->value[row], table->value[other]))
    return;
  const char *dataset = ut_can_be_summed (indicator) ? published_in (check, indicator, row) : NULL;
  if (dataset != NULL && g_strcmp0 (dataset, published_in (check, indicator, other)) == 0)
    return;
  const UtOrigin origin = ut_table_origin (table, row, 0), own = ut_table_origin (table, other, 0);
  g_autofree char *when = ut_period_format (table->period[row], ut_language_messages ());
  ut_findings_add (check->findings, ut_table_file (table, origin.file)->path, origin.line, UT_FINDING_TOTAL,
                   _ ("%1$s, %2$s, %3$s: another figure than for %4$s in %5$s:%6$u, which is the same people; each "
                      "stands for its own code"),
                   indicator->key, ut_regions_get (check->regions, table->region[row])->code, when,
                   ut_regions_get (check->regions, municipality)->code, ut_table_file (table, own.file)->path,
                   own.line);
}

void
ut_assess_totals (const UtTable *table, const UtCatalogue *catalogue, const UtRegions *regions, UtFindings *findings) {
  const Check check = { table, catalogue, regions, findings };
  g_autoptr (GPtrArray) partitions = ut_partitions_new (regions, NULL);
  for (gsize row = 0; row < table->n_rows; row++) {
    const UtIndicator *indicator = ut_catalogue_get (catalogue, table->indicator[row]);
    UtRegionKind kind = ut_regions_get (regions, table->region[row])->kind;
    if (kind == UT_REGION_COUNTY)
      check_twin (&check, indicator, row);
    if ((kind == UT_REGION_COUNTY || kind == UT_REGION_COUNTRY) && ut_can_be_summed (indicator))
      check_area (&check, indicator, row, partitions);
    check_all_parts (&check, indicator, row);
  }
}
