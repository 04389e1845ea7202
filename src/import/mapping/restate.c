#include "import/mapping/restate.h"

#include <math.h>
#include <string.h>

#include "base/i18n.h"

typedef struct {
  const UtObserved *observed;
  double weight;
  gboolean estimated;
} Contribution;

/* All that is said of one place of today in one period. */
typedef struct {
  UtRegionId region;
  UtPeriod period;
  UtObserved *direct;    /* under today's code; moved to the result when it wins */
  GArray *contributions; /* Contribution */
} Group;

static guint
hash_group (gconstpointer key) {
  const Group *group = key;
  return group->region * 2654435761u
         ^ (group->period.first_year * 131u + group->period.last_year * 17u + group->period.last_part);
}

static gboolean
equal_groups (gconstpointer a, gconstpointer b) {
  const Group *x = a, *y = b;
  return x->region == y->region && ut_period_compare (x->period, y->period) == 0;
}

static void
free_group (gpointer data) {
  Group *group = data;
  ut_observed_free (group->direct);
  g_array_unref (group->contributions);
  g_free (group);
}

static Group *
get_group (GHashTable *by_key, GPtrArray *groups, UtRegionId region, UtPeriod period) {
  const Group key = { .region = region, .period = period };
  Group *group = g_hash_table_lookup (by_key, &key);
  if (group == NULL) {
    group = g_new0 (Group, 1);
    *group = key;
    group->contributions = g_array_new (FALSE, FALSE, sizeof (Contribution));
    g_ptr_array_add (groups, group);
    g_hash_table_add (by_key, group);
  }
  return group;
}

static void
add_to_groups (GHashTable *by_key, GPtrArray *groups, GPtrArray *observed) {
  for (guint i = 0; i < observed->len; i++) {
    UtObserved *o = g_ptr_array_index (observed, i);
    if (o->place->targets == NULL) {
      get_group (by_key, groups, o->region, o->period)->direct = o;
      observed->pdata[i] = NULL;
      continue;
    }
    for (guint t = 0; t < o->place->targets->len; t++) {
      const UtRestatement *target = &g_array_index (o->place->targets, UtRestatement, t);
      const Contribution contribution = { o, target->weight, target->estimated };
      g_array_append_val (get_group (by_key, groups, target->region, o->period)->contributions, contribution);
    }
  }
}

static const Contribution *
find_contribution (const Group *group, const char *code) {
  for (guint i = 0; i < group->contributions->len; i++) {
    const Contribution *c = &g_array_index (group->contributions, Contribution, i);
    if (strcmp (c->observed->place->code, code) == 0)
      return c;
  }
  return NULL;
}

static void
G_GNUC_PRINTF (4, 5) complain (UtPlaces *places, const UtObserved *o, UtFindings *findings, const char *format, ...) {
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  const UtRegion *region = ut_regions_get (ut_places_regions (places), o->region);
  g_autofree char *period = ut_period_format (o->period, ut_language_messages ());
  ut_findings_add (findings, o->path, o->line,
                   o->status == UT_STATUS_NOT_ADDABLE ? UT_FINDING_NOT_RESTATED : UT_FINDING_SUM_INCOMPLETE,
                   "%s, %s %s, %s: %s", o->indicator->key, region->code, region->name, period, what);
}

/* Codes of the municipalities without a figure, and their status: confidential before anything else. */
static char *
list_missing (const Group *group, const GArray *predecessors, UtStatus *status) {
  GString *list = g_string_new (NULL);
  *status = UT_STATUS_OK;
  for (guint i = 0; i < predecessors->len; i++) {
    const char *code = g_array_index (predecessors, UtPredecessor, i).code;
    const Contribution *c = find_contribution (group, code);
    UtStatus own = c != NULL ? c->observed->status : UT_STATUS_MISSING;
    if (own == UT_STATUS_OK)
      continue;
    g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", code);
    if (*status == UT_STATUS_OK || own == UT_STATUS_CONFIDENTIAL)
      *status = own;
  }
  return g_string_free (list, FALSE);
}

/* How figures of this kind can be put together. */
typedef enum { BY_NOTHING, BY_COUNTS, BY_MEAN } Addition;

static Addition
how_to_add (const Group *group) {
  const UtIndicator *indicator = g_array_index (group->contributions, Contribution, 0).observed->indicator;
  gboolean counts = !indicator->standardised, mean = indicator->measure == UT_MEASURE_MEAN;
  for (guint i = 0; i < group->contributions->len; i++) {
    const UtObserved *o = g_array_index (group->contributions, Contribution, i).observed;
    if ((o->quality & UT_QUALITY_NOT_ADDABLE) != 0)
      return BY_NOTHING;
    counts = counts && !isnan (o->numerator) && (indicator->measure == UT_MEASURE_COUNT || !isnan (o->denominator));
    mean = mean && !isnan (o->denominator);
  }
  return counts ? BY_COUNTS : mean ? BY_MEAN : BY_NOTHING;
}

static void
add_up (const Group *group, Addition addition, UtObserved *sum) {
  double numerator = 0, denominator = 0, weighted = 0;
  for (guint i = 0; i < group->contributions->len; i++) {
    const Contribution *c = &g_array_index (group->contributions, Contribution, i);
    numerator += c->weight * c->observed->numerator;
    denominator += c->weight * c->observed->denominator;
    weighted += c->weight * c->observed->denominator * c->observed->value;
  }
  sum->denominator = denominator;
  if (addition == BY_COUNTS)
    sum->numerator = numerator;
  if (sum->indicator->measure == UT_MEASURE_COUNT)
    sum->value = numerator;
  else if (addition == BY_MEAN)
    sum->value = weighted / denominator;
  else
    sum->value = ut_unit_factor (sum->indicator->unit) * numerator / denominator;
  sum->status = UT_STATUS_OK;
  if (!isfinite (sum->value)) {
    sum->value = NAN;
    sum->status = UT_STATUS_NOT_POSSIBLE;
  }
}

/* A figure with the lines of all contributions, and no value yet. */
static UtObserved *
start_sum (const Group *group) {
  const UtObserved *first = g_array_index (group->contributions, Contribution, 0).observed;
  UtObserved *sum = g_new0 (UtObserved, 1);
  *sum = (UtObserved){ .indicator = first->indicator,
                       .region = group->region,
                       .period = group->period,
                       .value = NAN,
                       .numerator = NAN,
                       .denominator = NAN,
                       .margin = NAN,
                       .quality = UT_QUALITY_RESTATED,
                       .path = first->path,
                       .line = first->line,
                       .origins = g_array_new (FALSE, FALSE, sizeof (UtOrigin)) };
  for (guint i = 0; i < group->contributions->len; i++) {
    const Contribution *c = &g_array_index (group->contributions, Contribution, i);
    sum->quality |= c->observed->quality;
    if (c->estimated || c->weight != 1)
      sum->quality |= UT_QUALITY_ESTIMATE;
    for (guint k = 0; k < c->observed->origins->len; k++) {
      UtOrigin origin = g_array_index (c->observed->origins, UtOrigin, k);
      origin.weight *= c->weight;
      g_array_append_val (sum->origins, origin);
    }
  }
  return sum;
}

static void
carry (const UtObserved *from, UtObserved *sum) {
  sum->value = from->value;
  sum->numerator = from->numerator;
  sum->denominator = from->denominator;
  sum->margin = from->margin;
  sum->status = from->status;
  sum->quality = from->quality;
}

/* Whether one older code had all of today's place, so that the figure is what was published; a county is carried only
 * so. */
static gboolean
is_whole (const UtPlaces *places, const Group *group, const GArray *predecessors) {
  gboolean county = ut_regions_get (ut_places_regions (places), group->region)->kind == UT_REGION_COUNTY;
  return county || (predecessors->len == 1 && g_array_index (group->contributions, Contribution, 0).weight == 1);
}

/* Figures under codes of several boundaries */

static int
compare_newest_first (gconstpointer a, gconstpointer b) {
  return ((const Contribution *) b)->observed->place->year - ((const Contribution *) a)->observed->place->year;
}

static gboolean
are_mixed (const Group *group) {
  const Contribution *first = &g_array_index (group->contributions, Contribution, 0);
  for (guint i = 1; i < group->contributions->len; i++)
    if (g_array_index (group->contributions, Contribution, i).observed->place->year != first->observed->place->year)
      return TRUE;
  return FALSE;
}

/* Takes the land of a contribution out of what is left; FALSE, and nothing is, when not all of it is there. */
static gboolean
take_land (const UtRegions *regions, const UtPlace *place, GHashTable *left) {
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  gboolean all = ut_regions_ancestors (regions, place->code, place->year, codes);
  for (guint i = 0; i < codes->len; i++)
    all = all && g_hash_table_contains (left, g_ptr_array_index (codes, i));
  for (guint i = 0; all && i < codes->len; i++)
    g_hash_table_remove (left, g_ptr_array_index (codes, i));
  return all;
}

/* Of figures that have some land in common the one under the newest code: together they must have all of today's.
 * NULL when they do not. */
static GArray *
choose_newest (UtPlaces *places, const Group *group) {
  const UtRegions *regions = ut_places_regions (places);
  const UtRegion *region = ut_regions_get (regions, group->region);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  if (region->kind != UT_REGION_MUNICIPALITY || !ut_regions_ancestors (regions, region->code, G_MAXINT, codes))
    return NULL;
  g_autoptr (GHashTable) left = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < codes->len; i++)
    g_hash_table_add (left, g_ptr_array_index (codes, i));
  g_autoptr (GArray) chosen = g_array_copy (group->contributions);
  g_array_sort (chosen, compare_newest_first);
  for (guint i = 0; i < chosen->len;) {
    const Contribution *c = &g_array_index (chosen, Contribution, i);
    if (c->observed->status == UT_STATUS_OK && c->weight == 1 && take_land (regions, c->observed->place, left))
      i++;
    else
      g_array_remove_index (chosen, i);
  }
  return g_hash_table_size (left) == 0 ? g_steal_pointer (&chosen) : NULL;
}

static UtObserved *
put_newest_together (UtPlaces *places, const Group *group, GArray *chosen, UtFindings *findings) {
  const Group newest = { .region = group->region, .period = group->period, .contributions = chosen };
  UtObserved *sum = start_sum (&newest);
  Addition addition = how_to_add (&newest);
  if (chosen->len == 1) {
    carry (g_array_index (chosen, Contribution, 0).observed, sum);
  } else if (addition == BY_NOTHING) {
    sum->status = UT_STATUS_NOT_ADDABLE;
    complain (places, sum, findings, _ ("published without counts for other boundaries than today's"));
  } else {
    add_up (&newest, addition, sum);
  }
  return sum;
}

static UtObserved *
put_together (UtPlaces *places, const Group *group, UtFindings *findings) {
  g_autoptr (GArray) chosen = are_mixed (group) ? choose_newest (places, group) : NULL;
  if (chosen != NULL)
    return put_newest_together (places, group, chosen, findings);
  UtObserved *sum = start_sum (group);
  const Contribution *first = &g_array_index (group->contributions, Contribution, 0);
  const GArray *predecessors = ut_places_predecessors (places, group->region, first->observed->place->year);
  if (is_whole (places, group, predecessors)) {
    carry (first->observed, sum);
    return sum;
  }
  guint n_ok = 0;
  for (guint i = 0; i < group->contributions->len; i++)
    n_ok += g_array_index (group->contributions, Contribution, i).observed->status == UT_STATUS_OK;
  g_autofree char *missing = list_missing (group, predecessors, &sum->status);
  Addition addition = how_to_add (group);
  if (sum->status != UT_STATUS_OK) {
    if (n_ok > 0)
      complain (places, sum, findings, _ ("cannot be added up, no figure for %s"), missing);
  } else if (addition == BY_NOTHING) {
    sum->status = UT_STATUS_NOT_ADDABLE;
    complain (places, sum, findings, _ ("published without counts for other boundaries than today's"));
  } else {
    add_up (group, addition, sum);
  }
  return sum;
}

/* Two figures of one territory: today's stays, but not in silence. An estimate may well be another figure, and so may
 * a share that is calculated where the other is printed. */
static void
check_same (UtPlaces *places, const Group *group, UtFindings *findings) {
  const UtObserved *direct = group->direct;
  if (direct->indicator->measure != UT_MEASURE_COUNT && group->contributions->len > 1)
    return;
  g_autoptr (UtFindings) untold = ut_findings_new ();
  UtObserved *sum = put_together (places, group, untold);
  gboolean differs = sum->status == UT_STATUS_OK && (sum->quality & UT_QUALITY_ESTIMATE) == 0
                     && fabs (sum->value - direct->value) > 1e-9 * fabs (direct->value);
  if (differs) {
    const UtRegion *region = ut_regions_get (ut_places_regions (places), group->region);
    g_autofree char *period = ut_period_format (group->period, ut_language_messages ());
    ut_findings_add (findings, sum->path, sum->line, UT_FINDING_CONFLICT,
                     _ ("%s, %s %s, %s: another figure under older codes than in %s:%u, which stays"),
                     direct->indicator->key, region->code, region->name, period, direct->path, direct->line);
  }
  ut_observed_free (sum);
}

/* A figure, or the knowledge that its rows contradict each other: older codes have nothing to add to either. */
static gboolean
is_settled (const UtObserved *direct) {
  return direct->status == UT_STATUS_OK || direct->status == UT_STATUS_CONTRADICTORY;
}

static UtObserved *
settle (UtPlaces *places, Group *group, UtFindings *findings) {
  gboolean has_direct = group->direct != NULL;
  if (has_direct && group->contributions->len > 0 && group->direct->status == UT_STATUS_OK)
    check_same (places, group, findings);
  if (group->contributions->len == 0 || (has_direct && is_settled (group->direct)))
    return g_steal_pointer (&group->direct);
  UtObserved *sum = put_together (places, group, findings);
  if (!has_direct || sum->status == UT_STATUS_OK)
    return sum;
  ut_observed_free (sum);
  return g_steal_pointer (&group->direct);
}

static void
free_observed (gpointer observed) {
  ut_observed_free (observed);
}

GPtrArray *
ut_restate (UtPlaces *places, GPtrArray *observed, UtFindings *findings) {
  g_autoptr (GHashTable) by_key = g_hash_table_new (hash_group, equal_groups);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (free_group);
  GPtrArray *result = g_ptr_array_new_with_free_func (free_observed);
  add_to_groups (by_key, groups, observed);
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (result, settle (places, g_ptr_array_index (groups, i), findings));
  return result;
}
