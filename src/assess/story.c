/* The order of a summary. Everything is read from verdicts, trends and series; nothing is tested here. */
#include <utsyn/story.h>

#include <math.h>

#include "base/i18n.h"

#define LARGE_RATIO       1.5
#define LARGE_RELEVANT    2
#define LASTING_PERIODS   3
#define A_THEME_AT_A_TIME 2

static const struct {
  UtStoryReason reason;
  const char *code, *text;
} reasons[] = {
  { UT_STORY_WHOLE, "whole", N_ ("holds for the whole") },
  { UT_STORY_LARGE, "large", N_ ("the difference is large") },
  { UT_STORY_LASTING, "lasting", N_ ("has lasted") },
  { UT_STORY_WORSENING, "worsening", N_ ("is getting worse") },
  { UT_STORY_IMPROVING, "improving", N_ ("is getting better") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (reasons) == UT_N_STORY_REASONS);
G_STATIC_ASSERT (1 << (UT_N_STORY_REASONS - 1) == UT_STORY_REASON_END - 1);

UtStoryReason
ut_story_reason (guint i) {
  return reasons[i].reason;
}

const char *
ut_story_reason_code (guint i) {
  return reasons[i].code;
}

const char *
ut_story_reason_text (guint i, UtLanguage language) {
  return ut_tr (language, reasons[i].text);
}

const char *
ut_story_side_code (UtStorySide side) {
  static const char *const codes[] = { [UT_STORY_STRENGTH] = "strengths",
                                       [UT_STORY_CHALLENGE] = "challenges",
                                       [UT_STORY_DIFFERENCE] = "differences",
                                       [UT_STORY_CHANGE] = "changes" };
  G_STATIC_ASSERT (G_N_ELEMENTS (codes) == UT_N_STORY_SIDES);
  return codes[side];
}

static void
item_free (gpointer data) {
  UtStoryItem *item = data;
  g_array_unref (item->places);
  g_array_unref (item->maybe);
  g_ptr_array_unref (item->related);
  g_free (item);
}

static UtStoryItem *
item_new (UtStorySide side, guint indicator, UtLevel level, UtTrendClass direction) {
  UtStoryItem *item = g_new0 (UtStoryItem, 1);
  item->side = side;
  item->indicator = indicator;
  item->level = level;
  item->direction = direction;
  item->places = g_array_new (FALSE, FALSE, sizeof (guint));
  item->maybe = g_array_new (FALSE, FALSE, sizeof (guint));
  item->related = g_ptr_array_new_with_free_func (item_free);
  return item;
}

/* Reasons */

/* The part of the ratio that is certain: its interval's end nearest 1. */
static double
size_of (const UtVerdict *verdict) {
  double lower = verdict->ratio_interval.lower, upper = verdict->ratio_interval.upper;
  if (lower > 1)
    return log (lower);
  return upper > 0 && upper < 1 ? -log (upper) : 0;
}

static gboolean
is_large (const UtVerdict *verdict, const UtIndicator *indicator) {
  if (!isnan (verdict->ratio))
    return verdict->ratio >= LARGE_RATIO || verdict->ratio <= 1 / LARGE_RATIO;
  return indicator->relevant > 0 && fabs (verdict->difference) >= LARGE_RELEVANT * indicator->relevant;
}

/* Whether the figure of a row lies on the given side of the benchmark's in the same period. */
static gboolean
is_on_side (const UtAssessed *assessed, UtSeries reference, gsize row, gboolean above) {
  const UtTable *table = assessed->series.table;
  gsize other;
  if (!ut_series_find (reference, table->period[row], &other) || table->status[other] != UT_STATUS_OK
      || (table->quality[other] & UT_QUALITY_ESTIMATE) != 0)
    return FALSE;
  return above ? table->value[row] > table->value[other] : table->value[row] < table->value[other];
}

/* The first of the comparable periods, counted back from the newest without overlap, that are all on the same side; a
 * hidden, missing or estimated figure ends the count, for nothing is known of it. */
static UtPeriod
lasts_since (const UtAssessed *assessed, UtBenchmark benchmark, guint *n_periods) {
  const UtTable *table = assessed->series.table;
  UtPeriod since = { 0 };
  *n_periods = 0;
  for (gsize k = assessed->series.n; k > 0; k--) {
    gsize row = assessed->series.first + k - 1;
    UtPeriod period = table->period[row];
    gboolean later = ut_period_compare (period, assessed->own.period) > 0;
    if (later || !ut_period_is_complete (period) || (*n_periods > 0 && ut_period_overlaps (period, since)))
      continue;
    if (table->status[row] != UT_STATUS_OK || table->quality[row] & (UT_QUALITY_PARTIAL | UT_QUALITY_ESTIMATE)
        || !is_on_side (assessed, assessed->reference_series[benchmark], row,
                        assessed->verdicts[benchmark].difference > 0))
      break;
    since = period;
    ++*n_periods;
    if (table->quality[row] & UT_QUALITY_BREAK)
      break;
  }
  return since;
}

/* Which way the place surely changes beside the country, among all trends of the report: 1, −1; 0: a place that only
 * follows the country is no finding. */
static int
own_way (const UtAssessed *assessed) {
  const UtTrendContrast *beside = &assessed->trend.relative[UT_BENCHMARK_COUNTRY];
  return beside->reason == UT_REASON_NONE && beside->q_report <= 0.05 ? beside->side : 0;
}

static guint
trend_reasons (const UtAssessed *assessed) {
  int good = assessed->indicator->polarity == UT_POLARITY_HIGH ? 1 : -1, way = own_way (assessed);
  if (assessed->indicator->polarity == UT_POLARITY_NEUTRAL || way == 0)
    return 0;
  return way == good ? UT_STORY_IMPROVING : UT_STORY_WORSENING;
}

static void
find_reasons (UtStoryItem *item, const UtAssessment *assessment) {
  const UtAssessed *assessed = ut_assessment_get (assessment, item->lead, item->indicator);
  const UtVerdict *verdict = &assessed->verdicts[UT_BENCHMARK_COUNTRY];
  guint n_periods;
  item->reasons |= trend_reasons (assessed);
  if (item->side == UT_STORY_CHANGE)
    return;
  item->size = size_of (verdict);
  item->reasons |= is_large (verdict, assessed->indicator) ? UT_STORY_LARGE : 0;
  UtPeriod since = lasts_since (assessed, UT_BENCHMARK_COUNTRY, &n_periods);
  if (n_periods < LASTING_PERIODS)
    return;
  item->reasons |= UT_STORY_LASTING;
  item->since = since;
}

/* Items */

static guint
find_lead (const UtStoryItem *item, const UtAssessment *assessment) {
  guint whole = ut_assessment_n_places (assessment) - 1, lead = g_array_index (item->places, guint, 0);
  double most = -1;
  for (guint i = 0; i < item->places->len; i++) {
    guint place = g_array_index (item->places, guint, i);
    double size = size_of (&ut_assessment_get (assessment, place, item->indicator)->verdicts[UT_BENCHMARK_COUNTRY]);
    if (place == whole)
      return whole;
    if (item->side != UT_STORY_CHANGE && size > most) {
      most = size;
      lead = place;
    }
  }
  return lead;
}

static int
sign_of (UtLevel level, UtPolarity polarity) {
  if (level == UT_LEVEL_HIGHER || level == UT_LEVEL_LOWER)
    return level == UT_LEVEL_HIGHER ? 1 : -1;
  return (level == UT_LEVEL_BETTER) == (polarity == UT_POLARITY_HIGH) ? 1 : -1;
}

static void
add_place (UtStoryItem *item, guint place, const UtAssessed *assessed) {
  const UtVerdict *verdict = &assessed->verdicts[UT_BENCHMARK_COUNTRY];
  if (item->side == UT_STORY_CHANGE) {
    if (own_way (assessed) == (item->direction == UT_TREND_RISING ? 1 : -1))
      g_array_append_val (item->places, place);
  } else if (verdict->in_summary && verdict->difference * sign_of (item->level, assessed->indicator->polarity) > 0) {
    gboolean sure = verdict->level == item->level && verdict->robust_in_report;
    g_array_append_val (sure ? item->places : item->maybe, place);
  }
}

static void
consider (GPtrArray *items, const UtAssessment *assessment, UtStoryItem *item) {
  guint n_places = ut_assessment_n_places (assessment);
  for (guint place = 0; place < n_places; place++)
    add_place (item, place, ut_assessment_get (assessment, place, item->indicator));
  if (item->places->len == 0) {
    item_free (item);
    return;
  }
  item->lead = find_lead (item, assessment);
  if (item->lead == n_places - 1)
    item->reasons |= UT_STORY_WHOLE;
  find_reasons (item, assessment);
  g_ptr_array_add (items, item);
}

/* Order */

static int
tier (const UtStoryItem *item) {
  return item->reasons & UT_STORY_WHOLE ? 0 : 1;
}

static int
falling_order (double a, double b) {
  return (a < b) - (a > b);
}

static gint
compare_items (gconstpointer a, gconstpointer b) {
  static const guint in_turn[] = { UT_STORY_LARGE, UT_STORY_LASTING, UT_STORY_WORSENING, UT_STORY_IMPROVING };
  const UtStoryItem *left = *(UtStoryItem *const *) a, *right = *(UtStoryItem *const *) b;
  int order = tier (left) - tier (right);
  for (gsize i = 0; i < G_N_ELEMENTS (in_turn) && order == 0; i++)
    order = !(left->reasons & in_turn[i]) - !(right->reasons & in_turn[i]);
  if (order == 0)
    order = falling_order (left->places->len, right->places->len);
  if (order == 0)
    order = falling_order (left->maybe->len, right->maybe->len);
  if (order == 0)
    order = falling_order (left->size, right->size);
  if (order == 0)
    order = falling_order (right->indicator, left->indicator);
  if (order == 0)
    order = (int) left->level - (int) right->level;
  return order != 0 ? order : (int) left->direction - (int) right->direction;
}

static const char *
theme_of (const UtAssessment *assessment, const UtStoryItem *item) {
  return ut_assessment_get (assessment, 0, item->indicator)->indicator->theme;
}

/* How many items of its theme and tier the list has before this one. */
static guint
count_before (const GPtrArray *items, guint i, const UtAssessment *assessment) {
  const UtStoryItem *item = g_ptr_array_index (items, i);
  guint n = 0;
  for (guint k = 0; k < i; k++) {
    const UtStoryItem *earlier = g_ptr_array_index (items, k);
    n += tier (earlier) == tier (item) && g_str_equal (theme_of (assessment, earlier), theme_of (assessment, item));
  }
  return n;
}

/* Takes the items of each tier in rounds: two a theme, then two more. */
static GPtrArray *
spread_themes (GPtrArray *sorted, const UtAssessment *assessment) {
  GPtrArray *spread = g_ptr_array_new_with_free_func (item_free);
  for (int level = 0; level <= 1; level++) {
    for (guint round = 0; round * A_THEME_AT_A_TIME < sorted->len; round++) {
      for (guint i = 0; i < sorted->len; i++) {
        UtStoryItem *item = g_ptr_array_index (sorted, i);
        if (tier (item) == level && count_before (sorted, i, assessment) / A_THEME_AT_A_TIME == round)
          g_ptr_array_add (spread, item);
      }
    }
  }
  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_unref (sorted);
  return spread;
}

static gboolean
is_related (const UtAssessment *assessment, const UtStoryItem *first, const UtStoryItem *second) {
  const UtIndicator *one = ut_assessment_get (assessment, 0, first->indicator)->indicator;
  const UtIndicator *other = ut_assessment_get (assessment, 0, second->indicator)->indicator;
  return first->level == second->level && first->direction == second->direction && one->family != NULL
         && g_strcmp0 (one->family, other->family) == 0;
}

/* The same thing by sex, age or source is one item, reported where the most important of them stands. */
static GPtrArray *
gather_families (GPtrArray *sorted, const UtAssessment *assessment) {
  GPtrArray *gathered = g_ptr_array_new_with_free_func (item_free);
  for (guint i = 0; i < sorted->len; i++) {
    UtStoryItem *item = g_ptr_array_index (sorted, i), *head = NULL;
    for (guint k = 0; k < gathered->len && head == NULL; k++)
      if (is_related (assessment, g_ptr_array_index (gathered, k), item))
        head = g_ptr_array_index (gathered, k);
    g_ptr_array_add (head != NULL ? head->related : gathered, item);
  }
  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_unref (sorted);
  return gathered;
}

GPtrArray *
ut_story_find (const UtAssessment *assessment, UtStorySide side) {
  static const struct {
    UtStorySide side;
    UtLevel level;
    UtTrendClass direction;
  } kinds[] = {
    { UT_STORY_STRENGTH, UT_LEVEL_BETTER, UT_TREND_NOT_TESTED },
    { UT_STORY_CHALLENGE, UT_LEVEL_WORSE, UT_TREND_NOT_TESTED },
    { UT_STORY_DIFFERENCE, UT_LEVEL_HIGHER, UT_TREND_NOT_TESTED },
    { UT_STORY_DIFFERENCE, UT_LEVEL_LOWER, UT_TREND_NOT_TESTED },
    { UT_STORY_CHANGE, UT_LEVEL_NOT_TESTED, UT_TREND_RISING },
    { UT_STORY_CHANGE, UT_LEVEL_NOT_TESTED, UT_TREND_FALLING },
  };
  GPtrArray *items = g_ptr_array_new_with_free_func (item_free);
  for (guint i = 0; i < ut_assessment_n_indicators (assessment); i++)
    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
      if (kinds[k].side == side)
        consider (items, assessment, item_new (side, i, kinds[k].level, kinds[k].direction));
  g_ptr_array_sort (items, compare_items);
  return spread_themes (gather_families (items, assessment), assessment);
}
