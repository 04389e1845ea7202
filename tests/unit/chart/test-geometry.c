/*
 * Whatever the profile: no two texts overlap, nothing lies outside the page, and a whisker crosses the middle line
 * exactly when the verdict is "no certain difference".
 */
#include "chart/page.h"
#include "chart/scene_items.h"
#include "sample.h"

#include <math.h>
#include <string.h>
#include <utsyn/number.h>

#define PROFILES 24

typedef struct {
  double left, top, right, bottom;
  const char *text;
} Box;

static Box
text_box (const UtItem *item, const UtMeasurer *measurer) {
  static const double shares[] = { [UT_ANCHOR_START] = 0, [UT_ANCHOR_MIDDLE] = 0.5, [UT_ANCHOR_END] = 1 };
  double width = measurer->width (measurer->user, item->text, item->font.size_pt, item->font.weight);
  double left = item->points[0].x - width * shares[item->font.anchor];
  /* From the top of the tall letters to the bottom of the tails. */
  return (Box){ left, item->points[0].y - 0.78 * item->font.size_pt, left + width,
                item->points[0].y + 0.22 * item->font.size_pt, item->text };
}

static Box
shape_box (const UtItem *item) {
  Box box = { INFINITY, INFINITY, -INFINITY, -INFINITY, "a shape" };
  double around = item->kind == UT_ITEM_MARK ? item->width / 2 : 0;
  for (gsize i = 0; i < item->n_points; i++) {
    g_assert_true (isfinite (item->points[i].x) && isfinite (item->points[i].y));
    box.left = fmin (box.left, item->points[i].x - around);
    box.right = fmax (box.right, item->points[i].x + around);
    box.top = fmin (box.top, item->points[i].y - around);
    box.bottom = fmax (box.bottom, item->points[i].y + around);
  }
  if (item->kind == UT_ITEM_RECTANGLE) {
    box.right += item->width;
    box.bottom += item->height;
  }
  return box;
}

static void
fail_with (const UtScene *scene, const char *fault, const Box *box, const Box *other) {
  g_autofree char *dump = ut_scene_dump (scene);
  g_test_message ("%s", dump);
  g_error ("%s: «%s» %.1f,%.1f–%.1f,%.1f and «%s»", fault, box->text, box->left, box->top, box->right, box->bottom,
           other != NULL ? other->text : "the page");
}

static gboolean
touch (const Box *a, const Box *b) {
  const double slack = 0.05;
  return a->left < b->right - slack && b->left < a->right - slack && a->top < b->bottom - slack
         && b->top < a->bottom - slack;
}

static void
check_boxes (const UtScene *scene, const UtMeasurer *measurer) {
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (Box));
  for (guint i = 0; i < ut_scene_n_items (scene); i++) {
    const UtItem *item = ut_scene_item (scene, i);
    if (item->kind == UT_ITEM_BEGIN || item->kind == UT_ITEM_END)
      continue;
    Box box = item->kind == UT_ITEM_TEXT ? text_box (item, measurer) : shape_box (item);
    if (!(box.left >= -0.1 && box.top >= -0.1 && box.right <= ut_scene_width (scene) + 0.1
          && box.bottom <= ut_scene_height (scene) + 0.1))
      fail_with (scene, "outside the page", &box, NULL);
    if (item->kind != UT_ITEM_TEXT)
      continue;
    for (guint k = 0; k < texts->len; k++)
      if (touch (&box, &g_array_index (texts, Box, k)))
        fail_with (scene, "overlap", &box, &g_array_index (texts, Box, k));
    g_array_append_val (texts, box);
  }
}

static void
check_words (const UtScene *scene) {
  g_assert_cmpstr (ut_scene_title (scene), !=, "");
  g_assert_cmpstr (ut_scene_alt (scene), !=, "");
  g_assert_cmpint (g_utf8_strlen (ut_scene_alt (scene), -1), <=, 300);
  g_autofree char *dump = ut_scene_dump (scene);
  /* A text with an unfilled or doubled place holder. */
  g_assert_null (strstr (dump, "%s"));
  g_assert_null (strstr (dump, "(null)"));
}

static const UtVerdict *
verdict_of (const Sample *sample, guint place, const char *key) {
  UtIndicatorId id = ut_catalogue_find (sample->catalogue, key)->id;
  return &ut_assessment_get (sample->assessment, place, id)->verdicts[UT_BENCHMARK_COUNTRY];
}

static void
check_whisker (const UtItem *whisker, double middle, UtLevel level) {
  double left = whisker->points[0].x, right = whisker->points[1].x;
  g_assert_cmpint (level, !=, UT_LEVEL_NOT_TESTED);
  g_assert_true (level == UT_LEVEL_SIMILAR ? left < middle - 1 && right > middle + 1
                                           : left > middle + 1 || right < middle - 1);
  /* On the side the word says. */
  if (level == UT_LEVEL_BETTER || level == UT_LEVEL_HIGHER)
    g_assert_cmpfloat (left, >, middle);
  if (level == UT_LEVEL_WORSE || level == UT_LEVEL_LOWER)
    g_assert_cmpfloat (right, <, middle);
}

/* The line in the middle of a row is the upright one across it; the whisker is the first line of its group. */
static void
check_whiskers (const UtScene *scene, const Sample *sample, guint place) {
  const char *key = NULL;
  double middle = NAN;
  for (guint i = 0; i < ut_scene_n_items (scene); i++) {
    const UtItem *item = ut_scene_item (scene, i);
    gboolean begins = item->kind == UT_ITEM_BEGIN;
    if (begins && g_str_equal (item->role, "legend"))
      return;
    if (begins && g_str_equal (item->role, "row"))
      key = item->text;
    else if (begins && g_str_equal (item->role, "whisker"))
      check_whisker (ut_scene_item (scene, i + 1), middle, verdict_of (sample, place, key)->level);
    else if (item->kind == UT_ITEM_LINE && item->points[0].x == item->points[1].x)
      middle = item->points[0].x;
  }
}

/* A name of some words, some of them very long. */
static char *
any_name (GRand *rand) {
  static const char *const words[] = { "Barn",
                                       "Utanfor",
                                       "arbeid",
                                       "og",
                                       "utdanning,",
                                       "15–29 år",
                                       "Grunnskolepoeng",
                                       "i",
                                       "Arbeidsavklaringspengemottakarar",
                                       "med",
                                       "vedvarande",
                                       "låginntekt",
                                       "Barnehage-/skuleplass",
                                       "Spesialundervisningstimar",
                                       "10. trinn" };
  GString *name = g_string_new (NULL);
  for (int n = g_rand_int_range (rand, 1, 9); n > 0; n--)
    g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "",
                            words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  return g_string_free (name, FALSE);
}

/* Measure, unit and test that go together. */
static const struct {
  const char *yaml;
  double factor;
} kinds[] = {
  { "measure: proportion, unit: percent", 100 },
  { "measure: rate, unit: per_1000", 1000 },
  { "measure: rate, unit: per_100000", 100000 },
  { "measure: mean, unit: points", 0 },
  { "measure: count, unit: persons", 0 },
  { "measure: count, unit: persons, projection: true", 0 },
  { "measure: proportion, unit: percent, standardised: true", 0 },
  { "measure: money, unit: nok", 0 },
};

static char *
any_theme (GRand *rand, guint theme, guint first, guint n, guint *kind_of) {
  static const char *const polarities[] = { "high", "low", "neutral" };
  GString *yaml = g_string_new (NULL);
  g_autofree char *theme_name = any_name (rand);
  g_string_append_printf (yaml, "theme: t%u\nname: '%s'\norder: %u\nindicators:\n", theme, theme_name, theme);
  for (guint i = first; i < first + n; i++) {
    g_autofree char *name = any_name (rand);
    kind_of[i] = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds));
    g_string_append_printf (yaml,
                            "  - {id: i%u, name: '%s', definition: d, %s, polarity: %s, suppress: none,"
                            " source: 'SSB, tabell %05d'%s}\n",
                            i, name, kinds[kind_of[i]].yaml, polarities[g_rand_int_range (rand, 0, 3)],
                            g_rand_int_range (rand, 1000, 13000), g_rand_boolean (rand) ? ", age: 0–17 år" : "");
  }
  return g_string_free (yaml, FALSE);
}

static void
add_any (Sample *sample, GRand *rand, const char *indicator, guint kind, const char *region, const char *period) {
  SampleRow row = { .indicator = indicator,
                    .region = region,
                    .period = period,
                    .value = NAN,
                    .numerator = NAN,
                    .denominator = NAN,
                    .margin = NAN };
  if (g_rand_int_range (rand, 0, 7) == 0)
    row.status = (UtStatus) g_rand_int_range (rand, UT_STATUS_NOT_POSSIBLE, UT_N_STATUSES);
  if (g_rand_int_range (rand, 0, 9) == 0)
    row.quality = (guint8) (1 << g_rand_int_range (rand, 0, 8));
  if (strstr (period, "M") != NULL)
    row.quality |= UT_QUALITY_PARTIAL;
  gboolean whole = g_str_equal (region, "0"), counted = kinds[kind].factor > 0;
  if (row.status == UT_STATUS_OK && counted) {
    row.denominator = floor (pow (10, g_rand_double_range (rand, whole ? 5 : 1, whole ? 6.5 : 4)));
    row.numerator = floor (row.denominator * pow (g_rand_double (rand), 2));
    row.value = row.numerator / row.denominator * kinds[kind].factor;
    if (g_rand_int_range (rand, 0, 4) == 0)
      row.numerator = row.denominator = NAN;
  } else if (row.status == UT_STATUS_OK) {
    row.value = strstr (kinds[kind].yaml, "percent") != NULL
                    ? g_rand_double_range (rand, 0, 100)
                    : g_rand_double_range (rand, -1, 3) * pow (10, g_rand_int_range (rand, 0, 7));
    row.margin = g_rand_boolean (rand) ? fabs (row.value) * g_rand_double (rand) : NAN;
  }
  sample_add (sample, row);
}

/* The longest names there are, and places without a county or a country to be held against. */
static const char *const places[] = { "3207", "3226", "3118", "3338", "5001", "vt", "gj", "tverrs", "40" };

static Sample *
any_sample (GRand *rand) {
  static const char *const periods[]
      = { "2013-2015", "2016", "2017", "2018/19", "2021M01-M06", "2022", "2021-2023", "2022/23-2024/25", "2025" };
  guint n = (guint) (g_rand_boolean (rand) ? g_rand_int_range (rand, 1, 6) : g_rand_int_range (rand, 6, 41));
  guint kind_of[40], cut = n > 1 ? (guint) g_rand_int_range (rand, 1, (gint32) n) : n;
  g_autofree char *first = any_theme (rand, 1, 0, cut, kind_of);
  g_autofree char *second = n > cut ? any_theme (rand, 2, cut, n - cut, kind_of) : NULL;
  Sample *sample = sample_new ((const char *const[]){ first, second, NULL });
  sample_add_own (sample, "vt", "Vest-Telemark", "4022 4028 4030");
  sample_add_own (sample, "gj", "Gjøvikregionen", "3407 3442");
  sample_add_own (sample, "tverrs", "Samarbeidskommunane på tvers av fylkesgrensa", "3407 4036");
  static const char *const others[] = { "32", "31", "33", "50", "34", "0", "3240", "3222", "4036" };
  for (guint i = 0; i < n; i++) {
    g_autofree char *key = g_strdup_printf ("i%u", i);
    guint n_periods = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (periods) + 1);
    for (guint p = G_N_ELEMENTS (periods) - n_periods; p < G_N_ELEMENTS (periods); p++) {
      for (guint r = 0; r < G_N_ELEMENTS (places); r++)
        if (g_rand_int_range (rand, 0, 6) > 0)
          add_any (sample, rand, key, kind_of[i], places[r], periods[p]);
      for (guint r = 0; r < G_N_ELEMENTS (others); r++)
        if (g_rand_int_range (rand, 0, 6) > 0)
          add_any (sample, rand, key, kind_of[i], others[r], periods[p]);
    }
  }
  g_autofree char *all = g_strjoinv (" ", (char **) places);
  sample_assess (sample, all);
  return sample;
}

static void
check_scene (UtScene *scene, const Sample *sample, const UtChartKind *kind, guint place, const UtMeasurer *measurer) {
  if (scene == NULL)
    return;
  check_boxes (scene, measurer);
  check_words (scene);
  if (g_str_equal (kind->name, "barometer"))
    check_whiskers (scene, sample, place);
  ut_scene_free (scene);
}

static void
check_sample (const Sample *sample, GRand *rand, const UtMeasurer *measurer) {
  guint n = ut_assessment_n_indicators (sample->assessment);
  for (guint k = 0; k < ut_charts_count (); k++) {
    const UtChartKind *kind = ut_charts_get (k);
    for (guint place = 0; place < G_N_ELEMENTS (places); place++) {
      UtLanguage language = (UtLanguage) g_rand_int_range (rand, 0, UT_N_LANGUAGES);
      guint indicator = ut_chart_scope_has_indicator (kind->scope) ? (guint) g_rand_int_range (rand, 0, (gint32) n) : 0;
      check_scene (sample_draw (sample, kind->name, place, indicator, language, measurer), sample, kind, place,
                   measurer);
    }
  }
}

static void
test_any_profile (gconstpointer data) {
  const UtMeasurer *measurer = data;
  for (guint32 seed = 1; seed <= PROFILES; seed++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    g_autoptr (Sample) sample = any_sample (rand);
    check_sample (sample, rand, measurer);
  }
}

static void
test_wide_and_narrow (void) {
  g_autoptr (GRand) rand = g_rand_new_with_seed (99);
  g_autoptr (Sample) sample = any_sample (rand);
  for (guint k = 0; k < ut_charts_count (); k++)
    for (double width = 100; width < 1000; width += 150) {
      UtScene *scene = ut_charts_get (k)->draw (&(UtChartRequest){ .assessment = sample->assessment,
                                                                   .benchmark = UT_BENCHMARK_COUNTY,
                                                                   .language = UT_LANGUAGE_NN,
                                                                   .width_pt = width,
                                                                   .measurer = ut_measurer_fixed (),
                                                                   .notice = "Tala er oppdikta." });
      if (scene == NULL)
        continue;
      check_boxes (scene, ut_measurer_fixed ());
      check_words (scene);
      ut_scene_free (scene);
    }
}

static void
test_wrap (void) {
  UtPage page = { .measurer = ut_measurer_fixed () };
  g_auto (GStrv) lines = ut_page_wrap (&page, UT_STYLE_NAME, "Aurskog-Høland og Vestfold og Telemark", 60);
  g_autofree char *joined = g_strjoinv ("|", lines);
  g_assert_cmpstr (joined, ==, "Aurskog-|Høland og|Vestfold og|Telemark");
  g_auto (GStrv) broken = ut_page_wrap (&page, UT_STYLE_NAME, "Spesialundervisning", 60);
  g_autofree char *pieces = g_strjoinv ("|", broken);
  g_assert_cmpstr (pieces, ==, "Spesialunder-|visning");
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/geometry/wrap", test_wrap);
  g_test_add_data_func ("/chart/geometry/any-profile-fixed", ut_measurer_fixed (), test_any_profile);
  g_test_add_data_func ("/chart/geometry/any-profile-pango", ut_measurer_pango (), test_any_profile);
  g_test_add_func ("/chart/geometry/wide-and-narrow", test_wide_and_narrow);
  return g_test_run ();
}
