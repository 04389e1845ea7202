#include "folder.h"
#include <math.h>
#include <string.h>
#include <utsyn/error.h>
#include <utsyn/indicator.h>

#define HEAD "theme: skole\nname: {nb: Skole, nn: Skule}\norder: 2\nindicators:\n"
#define FULL                                                                                                           \
  "  - id: pedagognorm\n    name: {nb: Norm, nn: Norma}\n    definition: Andel\n    measure: proportion\n"             \
  "    unit: percent\n    polarity: high\n    tested: true\n    suppress: none\n    source: Udir\n"

static UtCatalogue *
load (const Folder *folder, GError **error) {
  g_autofree char *dir = g_build_filename (folder->path, "indicators", NULL);
  return ut_catalogue_load (dir, error);
}

static void
test_full (void) {
  g_auto (Folder) folder = folder_new ();
  g_autoptr (GError) error = NULL;
  folder_write (
      &folder, "indicators/skole.yaml",
      HEAD FULL
      "    rule: fingertips\n    decimals: 1\n    relevant: {difference: 5}\n    sets: [a, b]\n    note: {nn: Merk}\n");
  folder_write (&folder, "indicators/alder.yaml", "theme: alder\nname: Alder\norder: 1\nindicators: []\n");
  folder_write (&folder, "indicators/les-meg.txt", "not yaml: [");
  g_autoptr (UtCatalogue) catalogue = load (&folder, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ut_catalogue_n_themes (catalogue), ==, 2);
  g_assert_cmpstr (ut_catalogue_theme (catalogue, 0)->key, ==, "alder");
  g_assert_cmpuint (ut_catalogue_count (catalogue), ==, 1);
  const UtIndicator *indicator = ut_catalogue_find (catalogue, "pedagognorm");
  g_assert_true (ut_catalogue_get (catalogue, indicator->id) == indicator);
  g_assert_cmpstr (indicator->theme, ==, "skole");
  g_assert_cmpstr (indicator->file, ==, "indicators/skole.yaml");
  g_assert_cmpuint (indicator->line, ==, 5);
  g_assert_cmpint (indicator->measure, ==, UT_MEASURE_PROPORTION);
  g_assert_cmpint (indicator->polarity, ==, UT_POLARITY_HIGH);
  g_assert_cmpint (indicator->test, ==, UT_TEST_BINOMIAL);
  g_assert_true (indicator->has_rule);
  g_assert_cmpint (indicator->rule, ==, UT_RULE_FINGERTIPS);
  g_assert_cmpint (indicator->suppress.count, ==, -1);
  g_assert_cmpint (indicator->decimals, ==, 1);
  g_assert_cmpfloat (indicator->relevant, ==, 5);
  g_assert_cmpstr (indicator->sets[1], ==, "b");
  g_assert_cmpstr (ut_text_get (&indicator->short_name, UT_LANGUAGE_NN), ==, "Norma");
  g_assert_cmpstr (ut_text_get (&indicator->note, UT_LANGUAGE_NB), ==, "Merk");
  g_assert_null (ut_catalogue_find (catalogue, "finst-ikkje"));
}

static void
test_limits (void) {
  g_auto (Folder) folder = folder_new ();
  g_autoptr (GError) error = NULL;
  folder_write (&folder, "indicators/a.yaml",
                "theme: a\nname: A\nindicators:\n  - {id: x, name: X, definition: X, measure: count, unit: persons,"
                " polarity: low, suppress: {count: 3}, source: S}\n");
  g_autoptr (UtCatalogue) catalogue = load (&folder, &error);
  g_assert_no_error (error);
  const UtIndicator *indicator = ut_catalogue_get (catalogue, 0);
  g_assert_false (indicator->has_rule);
  g_assert_cmpint (indicator->suppress.count, ==, 3);
  g_assert_cmpint (indicator->suppress.complement, ==, -1);
  g_assert_cmpint (indicator->suppress.denominator, ==, -1);
}

/* Unit and test, where the definition says neither. */
static void
test_follows (void) {
  static const struct {
    const char *says;
    UtUnit unit;
    UtTest test;
  } cases[] = {
    { "measure: proportion", UT_UNIT_PERCENT, UT_TEST_BINOMIAL },
    { "measure: proportion, tested: false", UT_UNIT_PERCENT, UT_TEST_NONE },
    { "measure: proportion, projection: true", UT_UNIT_PERCENT, UT_TEST_NONE },
    { "measure: rate", UT_UNIT_PER_1000, UT_TEST_POISSON },
    { "measure: rate, unit: per_100000", UT_UNIT_PER_100000, UT_TEST_POISSON },
    { "measure: mean", UT_UNIT_POINTS, UT_TEST_MARGIN },
    { "measure: mean, unit: years", UT_UNIT_YEARS, UT_TEST_MARGIN },
    { "measure: mean, unit: days", UT_UNIT_DAYS, UT_TEST_MARGIN },
    { "measure: count, tested: false", UT_UNIT_PERSONS, UT_TEST_NONE },
    { "measure: money", UT_UNIT_NOK, UT_TEST_NONE },
    { "measure: index, unit: points", UT_UNIT_POINTS, UT_TEST_NONE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (Folder) folder = folder_new ();
    g_autoptr (GError) error = NULL;
    g_autofree char *text = g_strdup_printf (
        HEAD "  - {id: x, name: X, definition: X, %s, polarity: low, suppress: none, source: S}\n", cases[i].says);
    folder_write (&folder, "indicators/a.yaml", text);
    g_autoptr (UtCatalogue) catalogue = load (&folder, &error);
    g_assert_no_error (error);
    g_assert_cmpint (ut_catalogue_get (catalogue, 0)->unit, ==, cases[i].unit);
    g_assert_cmpint (ut_catalogue_get (catalogue, 0)->test, ==, cases[i].test);
  }
}

/* Limits by name; own ones are the theme's. */
static void
test_profiles (void) {
  static const struct {
    const char *word;
    UtSuppression limits;
  } cases[]
      = { { "none", { -1, -1, -1 } }, { "ssb", { 2, -1, -1 } }, { "fhi", { 3, 3, 9 } }, { "own", { 5, -1, 30 } } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (Folder) folder = folder_new ();
    g_autoptr (GError) error = NULL;
    g_autofree char *text
        = g_strdup_printf ("theme: a\nname: A\nsuppress: {count: 5, denominator: 30}\nindicators:\n  - {id: x, name: X,"
                           " definition: X, measure: count, unit: persons, polarity: low, suppress: %s,"
                           " source: S}\n",
                           cases[i].word);
    folder_write (&folder, "indicators/a.yaml", text);
    g_autoptr (UtCatalogue) catalogue = load (&folder, &error);
    g_assert_no_error (error);
    const UtSuppression *limits = &ut_catalogue_get (catalogue, 0)->suppress;
    g_assert_cmpmem (limits, sizeof *limits, &cases[i].limits, sizeof cases[i].limits);
  }
}

#define PART(id, measure, more)                                                                                        \
  "  - {id: " id ", name: X, definition: X, measure: " measure ", unit: persons, polarity: low,"                       \
  " suppress: {count: 3}, source: S" more "}\n"

static void
test_groups (void) {
  g_auto (Folder) folder = folder_new ();
  g_autoptr (GError) error = NULL;
  folder_write (
      &folder, "indicators/a.yaml",
      HEAD PART ("all", "count", ", groups: {sex: {girls: girls, boys: boys}, grade: {8: g8, 9: g9, 10: g10}}")
          PART ("girls", "count", "") PART ("g8", "count", "") PART ("g9", "count", "") PART ("g10", "count", ""));
  folder_write (&folder, "indicators/b.yaml", "theme: b\nname: B\nindicators:\n" PART ("boys", "count", ""));
  g_autoptr (UtCatalogue) catalogue = load (&folder, &error);
  g_assert_no_error (error);
  const UtIndicator *all = ut_catalogue_find (catalogue, "all");
  g_assert_cmpuint (all->by[UT_DIMENSION_SEX].n, ==, 2);
  g_assert_cmpuint (all->by[UT_DIMENSION_SEX].ids[1], ==, ut_catalogue_find (catalogue, "boys")->id);
  g_assert_cmpuint (all->by[UT_DIMENSION_GRADE].n, ==, 3);
  g_assert_cmpuint (all->by[UT_DIMENSION_AGE].n, ==, 0);
  g_assert_cmpuint (all->by[UT_DIMENSION_GRADE].ids[2], ==, ut_catalogue_find (catalogue, "g10")->id);
  g_assert_null (all->parts);
  g_assert_cmpuint (ut_catalogue_find (catalogue, "girls")->by[UT_DIMENSION_SEX].n, ==, 0);
}

/* What the indicator is the sum of: the groups that leave nobody out. */
static void
test_exhaustive (void) {
  static const struct {
    const char *groups;
    guint n_parts;
    const char *last; /* the last group of the last of them */
  } cases[] = {
    { "{sex: {g: girls, b: boys}}", 0, NULL },
    { "{sex: {g: girls, b: boys}, exhaustive: false}", 0, NULL },
    { "{sex: {g: girls, b: boys}, exhaustive: true}", 1, "boys" },
    { "{sex: {g: girls, b: boys}, age: {y: young, o: old}, exhaustive: true}", 2, "old" },
    { "{sex: {g: girls, b: boys}, age: {y: young, o: old}, exhaustive: [sex]}", 1, "boys" },
    { "{sex: {g: girls, b: boys}, age: {y: young, o: old}, exhaustive: [age]}", 1, "old" },
    { "{other: {y: young, o: old}, exhaustive: true}", 1, "old" },
    { "{sex: {g: girls, b: boys}, other: [{g: old, b: young}, {y: young, o: old}], exhaustive: [other]}", 2, "old" },
    { "{sex: {g: girls, b: boys}, other: [{y: young, o: old}], exhaustive: true}", 2, "old" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (Folder) folder = folder_new ();
    g_autoptr (GError) error = NULL;
    g_autofree char *text
        = g_strdup_printf (HEAD PART ("all", "count", ", groups: %s") PART ("girls", "count", "")
                               PART ("boys", "count", "") PART ("young", "count", "") PART ("old", "count", ""),
                           cases[i].groups);
    folder_write (&folder, "indicators/a.yaml", text);
    g_autoptr (UtCatalogue) catalogue = load (&folder, &error);
    g_assert_no_error (error);
    const GPtrArray *parts = ut_catalogue_get (catalogue, 0)->parts;
    g_assert_cmpuint (parts != NULL ? parts->len : 0, ==, cases[i].n_parts);
    if (parts == NULL)
      continue;
    const UtParts *last = g_ptr_array_index (parts, parts->len - 1);
    g_assert_cmpstr (last->keys[last->n - 1], ==, cases[i].last);
    g_assert_cmpuint (last->ids[last->n - 1], ==, ut_catalogue_find (catalogue, cases[i].last)->id);
  }
}

static void
test_wrong_groups (void) {
  static const char *const wrong[][2] = {
    { "groups: {sex: {g: girls, b: nobody}}", "nobody" },
    { "groups: {sex: {g: girls, b: all}}", "indicators/a.yaml:5: all " },
    { "groups: {sex: {g: girls, b: rate}}", "rate" },
    { "groups: {sex: {g: girls}}", "sex: {" },
    { "groups: {sex: {g: girls, b: girls}}", "sex: {" },
    { "groups: {sex: [girls, boys]}", "sex: {" },
    { "groups: {sex: {g: girls, b: {c: boys}}}", "sex: {" },
    { "groups: {sxe: {g: girls, b: boys}}", "sxe" },
    { "groups: [girls, boys]", "sex, grade, age, other, exhaustive" },
    { "groups: {other: {g: girls, b: boys}}", "indicators/a.yaml:5:" },
    { "groups: {other: {g: girls, b: boys}, sex: {g: girls, b: boys}, exhaustive: [sex]}", "indicators/a.yaml:5:" },
    { "groups: {other: {g: girls, b: rate}, exhaustive: true}", "rate" },
    { "groups: {other: [{g: girls, b: boys}, boys], exhaustive: true}", "other: {" },
    { "groups: {sex: {g: girls, b: boys}, exhaustive: [age]}", "[sex]" },
    { "groups: {sex: {g: girls, b: boys}, exhaustive: sex}", "exhaustive" },
    { "groups: {sex: {g: girls, b: boys}, exhaustive: {sex: true}}", "exhaustive" },
    { "by: {sex: [girls, boys]}", "groups: {sex: {girls: …, boys: …}}" },
    { "parts: [girls, boys]", "groups: {sex: {girls: …, boys: …}, exhaustive: true}" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_auto (Folder) folder = folder_new ();
    g_autoptr (GError) error = NULL;
    g_autofree char *text = g_strdup_printf (HEAD PART ("all", "count", ", %s") PART ("girls", "count", "")
                                                 PART ("boys", "count", "") PART ("rate", "index", ""),
                                             wrong[i][0]);
    folder_write (&folder, "indicators/a.yaml", text);
    g_autoptr (UtCatalogue) catalogue = load (&folder, &error);
    g_assert_null (catalogue);
    g_assert_error (error, UT_ERROR, UT_ERROR_DEFINITION);
    g_test_message ("%s", error->message);
    g_assert_true (g_str_has_prefix (error->message, "indicators/a.yaml:5:"));
    g_assert_nonnull (strstr (error->message, wrong[i][1]));
  }
}

/* What is changed in the full entry, and where the complaint must point. */
static void
test_complaints (void) {
  static const struct {
    const char *from, *to, *place;
    const char *says;
  } cases[] = {
    { "polarity: high", "polartiy: high", "indicators/skole.yaml:10:5: ", "polarity" },
    { "polarity: high", "polarity: hihg", "indicators/skole.yaml:10:15: ", "high, low, neutral" },
    { "tested: true", "tested: true\n    rule: fhii", "indicators/skole.yaml:12:11: ", "utsyn, fhi, fingertips" },
    { "tested: true", "tested: false\n    rule: fhi", "indicators/skole.yaml:12:11: ", "" },
    { "tested: true", "tested: binomial", "indicators/skole.yaml:11:13: ", "true" },
    { "tested: true", "test: none", "indicators/skole.yaml:11:5: ", "tested: false" },
    { "unit: percent", "unit: points", "indicators/skole.yaml:9:11: ", "proportion" },
    { "tested: true", "projection: true\n    tested: true", "indicators/skole.yaml:12:13: ", "" },
    { "measure: proportion\n    unit: percent", "measure: count\n    unit: persons",
      "indicators/skole.yaml:11:13: ", "count" },
    { "measure: proportion\n    unit: percent", "measure: ratio", "indicators/skole.yaml:5:5: ", "unit" },
    { "measure: proportion", "measure: rate", "indicators/skole.yaml:9:11: ", "rate" },
    { "measure: proportion", "measure: propotion", "indicators/skole.yaml:8:14: ", "mente du" },
    { "id: pedagognorm", "id: Pedagog norm", "indicators/skole.yaml:5:9: ", "Pedagog norm" },
    { "order: 2", "order: -2", "indicators/skole.yaml:3:8: ", "order" },
    { "order: 2", "order: to", "indicators/skole.yaml:3:8: ", "to" },
    { "theme: skole\n", "", "indicators/skole.yaml:1:1: ", "theme" },
    { "    suppress: none\n", "", "indicators/skole.yaml:5:5: ", "suppress" },
    { "suppress: none", "suppress: {kount: 3}", "indicators/skole.yaml:12:16: ", "count, complement, denominator" },
    { "suppress: none", "suppress: {count: -3}", "indicators/skole.yaml:12:23: ", "count" },
    { "    source: Udir\n", "", "indicators/skole.yaml:5:5: ", "source" },
    { "source: Udir", "source: Udir\n    decimals: 9", "indicators/skole.yaml:14:15: ", "9" },
    { "name: {nb: Norm", "name: {no: Norm", "indicators/skole.yaml:6:12: ", "nb, nn, en" },
    { "theme: skole", "theme: skole\ntheme: skole", "indicators/skole.yaml:2:1: ", "theme" },
    { "indicators:\n", "indicators: nei\nx:\n", "indicators/skole.yaml:5:1: ", "x" },
    { "tested: true", "relevant: 2", "indicators/skole.yaml:11:15: ", "{difference: 2}" },
    { "tested: true", "relevant: {rate: 2}", "indicators/skole.yaml:11:16: ", "rati" },
    { "tested: true", "relevant: {ratio: 0.9}", "indicators/skole.yaml:11:15: ", "1.1" },
    { "tested: true", "relevant: {difference: -1}", "indicators/skole.yaml:11:15: ", "difference" },
    { "tested: true", "relevant: {ratio: 1.1, difference: 1}", "indicators/skole.yaml:11:15: ", "ratio" },
    { "tested: true", "relevant: {}", "indicators/skole.yaml:11:15: ", "ratio" },
    { "tested: true", "design-effect: 0.5", "indicators/skole.yaml:11:20: ", "1.7" },
    { "tested: true", "design-effect: 300", "indicators/skole.yaml:11:20: ", "1.7" },
    { "tested: true", "design-effect: 2\n    tested: false", "indicators/skole.yaml:11:20: ", "" },
    { "tested: true", "composition: 0.05", "indicators/skole.yaml:11:18: ", "" },
    { "tested: true", "standardised: true\n    composition: 5", "indicators/skole.yaml:12:18: ", "0.05" },
    { "tested: true", "sd: [8, 9.5]", "indicators/skole.yaml:11:9: ", "sd" },
    { "unit: percent\n    polarity: high\n    tested: true", "range: [60, 0]\n    polarity: high",
      "indicators/skole.yaml:9:12: ", "[0, 60]" },
    { "measure: proportion\n    unit: percent", "measure: mean\n    sd: [9, 8]", "indicators/skole.yaml:9:9: ", "sd" },
    { "measure: proportion\n    unit: percent", "measure: mean\n    sd: [0, 8]", "indicators/skole.yaml:9:9: ", "sd" },
    { "measure: proportion\n    unit: percent\n    polarity: high\n    tested: true",
      "measure: count\n    polarity: high\n    denominator: {from: x, doubt: [0, 0]}",
      "indicators/skole.yaml:10:18: ", "" },
  };
  g_auto (Folder) folder = folder_new ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) text = g_string_new (HEAD FULL);
    g_autoptr (GError) error = NULL;
    g_assert_cmpuint (g_string_replace (text, cases[i].from, cases[i].to, 1), ==, 1);
    folder_write (&folder, "indicators/skole.yaml", text->str);
    g_assert_null (load (&folder, &error));
    g_assert_error (error, UT_ERROR, UT_ERROR_DEFINITION);
    if (!g_str_has_prefix (error->message, cases[i].place) || strstr (error->message, cases[i].says) == NULL)
      g_error ("case %u: %s", i, error->message);
  }
}

/* Found by the ids of before, which lead to one indicator only. */
static void
test_former (void) {
  static const char *const wrong[][2]
      = { { "[a, b]", "[b]" }, { "[b]", "[x]" }, { "[y]", "[c]" }, { "[a, a]", "[c]" } };
  g_auto (Folder) folder = folder_new ();
  g_autoptr (GError) error = NULL;
#define FORMER(id, former)                                                                                             \
  "  - {id: " id ", former: " former                                                                                   \
  ", name: X, definition: X, measure: count, polarity: low, suppress: none, source: S}\n"
  folder_write (&folder, "indicators/a.yaml", HEAD FORMER ("x", "[a, b]") FORMER ("y", "c"));
  g_autoptr (UtCatalogue) catalogue = load (&folder, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ut_catalogue_find (catalogue, "b")->key, ==, "x");
  g_assert_cmpstr (ut_catalogue_find (catalogue, "c")->key, ==, "y");
  g_assert_cmpstr (ut_catalogue_find (catalogue, "x")->former[1], ==, "b");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (GError) trouble = NULL;
    g_autofree char *text = g_strdup_printf (HEAD FORMER ("x", "%s") FORMER ("y", "%s"), wrong[i][0], wrong[i][1]);
    folder_write (&folder, "indicators/a.yaml", text);
    g_assert_null (load (&folder, &trouble));
    g_assert_error (trouble, UT_ERROR, UT_ERROR_DEFINITION);
  }
}

static void
test_twice (void) {
  g_auto (Folder) folder = folder_new ();
  g_autoptr (GError) error = NULL;
  folder_write (&folder, "indicators/skole.yaml", HEAD FULL FULL);
  g_assert_null (load (&folder, &error));
  g_assert_true (g_str_has_prefix (error->message, "indicators/skole.yaml:14:9: "));
  g_assert_nonnull (strstr (error->message, "indicators/skole.yaml:5"));
}

/* Standardised figures keep the test their events would have, so that the reason told is the right one. */
static void
test_standardised (void) {
  g_auto (Folder) folder = folder_new ();
  g_autoptr (GError) error = NULL;
  folder_write (&folder, "indicators/skole.yaml", HEAD FULL "    standardised: true\n    resolution: 0.1\n");
  g_autoptr (UtCatalogue) catalogue = load (&folder, &error);
  g_assert_no_error (error);
  g_assert_true (ut_catalogue_get (catalogue, 0)->standardised);
  g_assert_cmpint (ut_catalogue_get (catalogue, 0)->test, ==, UT_TEST_BINOMIAL);
  g_assert_cmpfloat (ut_catalogue_get (catalogue, 0)->resolution, ==, 0.1);
}

/* Who stands in, for how much, when, and how sure that is. */
static void
test_denominator (void) {
  g_auto (Folder) folder = folder_new ();
  g_autoptr (GError) error = NULL;
  folder_write (&folder, "indicators/skole.yaml",
                HEAD FULL
                "    denominator:\n      - {from: [all, {young: -0.5}], of: 2, doubt: [-0.4, -0.05], years: sum}\n"
                "      - {from: young, doubt: [0, 0]}\n" PART ("all", "count", "") PART ("young", "count", ""));
  g_autoptr (UtCatalogue) catalogue = load (&folder, &error);
  g_assert_no_error (error);
  const UtDenominator *first = ut_catalogue_get (catalogue, 0)->denominator, *second = first->otherwise;
  g_assert_cmpuint (first->terms->len, ==, 2);
  const UtDenominatorTerm *terms = (const UtDenominatorTerm *) (gpointer) first->terms->data;
  g_assert_cmpuint (terms[0].id, ==, ut_catalogue_find (catalogue, "all")->id);
  g_assert_cmpfloat (terms[0].factor, ==, 2);
  g_assert_cmpuint (terms[1].id, ==, ut_catalogue_find (catalogue, "young")->id);
  g_assert_cmpfloat (terms[1].factor, ==, -1);
  g_assert_cmpint (first->years, ==, UT_YEARS_SUM);
  g_assert_cmpfloat (first->doubt_lowest, ==, -0.4);
  g_assert_cmpfloat (first->doubt_highest, ==, -0.05);
  g_assert_cmpint (second->years, ==, UT_YEARS_MIDDLE);
  g_assert_cmpstr (g_array_index (second->terms, UtDenominatorTerm, 0).key, ==, "young");
  g_assert_null (second->otherwise);
  g_assert_null (ut_catalogue_get (catalogue, 1)->denominator);
}

static UtCatalogue *
load_projection (const Folder *folder, const char *keys, GError **error) {
  g_autofree char *text
      = g_strconcat (HEAD "  - {id: future, name: F, definition: X, measure: count, unit: persons, polarity: low,"
                          " suppress: none, source: S, ",
                     keys, "}\n" PART ("low", "count", ", projection: true") PART ("all", "count", ""), NULL);
  folder_write (folder, "indicators/skole.yaml", text);
  return load (folder, error);
}

/* The same projection with low and high growth; nothing else has them. */
static void
test_alternatives (void) {
  static const struct {
    const char *keys, *complaint;
  } cases[] = {
    { "alternatives: {low: low, high: low}", "bare en framskriving har alternativer" },
    { "projection: true, alternatives: {low: nobody, high: low}", "ingen slik indikator er definert" },
    { "projection: true, alternatives: {low: low, high: all}", "ingen framskriving av samme slag" },
    { "projection: true, alternatives: {low: low}", "high" },
    { "projection: true, alternatives: {middle: low, low: low, high: low}", "middle" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (Folder) folder = folder_new ();
    g_autoptr (GError) error = NULL;
    g_autoptr (UtCatalogue) catalogue = load_projection (&folder, cases[i].keys, &error);
    g_assert_error (error, UT_ERROR, UT_ERROR_DEFINITION);
    g_assert_null (catalogue);
    g_assert_nonnull (strstr (error->message, cases[i].complaint));
  }
  g_auto (Folder) folder = folder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (UtCatalogue) catalogue
      = load_projection (&folder, "projection: true, alternatives: {low: low, high: low}", &error);
  g_assert_no_error (error);
  UtIndicatorId low = ut_catalogue_find (catalogue, "low")->id;
  g_assert_cmpuint (ut_catalogue_get (catalogue, 0)->alternatives[UT_ALTERNATIVE_HIGH].id, ==, low);
  g_assert_null (ut_catalogue_get (catalogue, low)->alternatives[UT_ALTERNATIVE_LOW].key);
}

static void
test_no_denominator (void) {
  g_auto (Folder) folder = folder_new ();
  g_autoptr (GError) error = NULL;
  folder_write (&folder, "indicators/skole.yaml", HEAD FULL "    denominator: none\n");
  g_autoptr (UtCatalogue) catalogue = load (&folder, &error);
  g_assert_no_error (error);
  g_assert_null (ut_catalogue_get (catalogue, 0)->denominator);
  g_assert_true (ut_catalogue_get (catalogue, 0)->without_denominator);
}

/* What a denominator must not be, after an entry of ten lines. */
static void
test_wrong_denominators (void) {
  static const struct {
    const char *says, *place, *names;
  } cases[] = {
    { "{from: nobody, doubt: [0, 0]}", "indicators/skole.yaml:5: ", "nobody" },
    { "{from: share, doubt: [0, 0]}", "indicators/skole.yaml:5: ", "share" },
    { "{from: expected, doubt: [0, 0]}", "indicators/skole.yaml:5: ", "expected" },
    { "{from: all}", "indicators/skole.yaml:14:18: ", "doubt" },
    { "{from: all, doubt: 0.1}", "indicators/skole.yaml:14:37: ", "doubt" },
    { "{from: all, doubt: [0.1, -0.1]}", "indicators/skole.yaml:14:37: ", "doubt" },
    { "{from: all, doubt: [-1, 0]}", "indicators/skole.yaml:14:37: ", "doubt" },
    { "{from: all, doubt: [0, 1.5]}", "indicators/skole.yaml:14:37: ", "doubt" },
    { "{doubt: [0, 0]}", "indicators/skole.yaml:14:18: ", "from" },
    { "{from: [], doubt: [0, 0]}", "indicators/skole.yaml:14:25: ", "from" },
    { "{from: [{all: x}], doubt: [0, 0]}", "indicators/skole.yaml:14:25: ", "from" },
    { "{from: all, of: 0, doubt: [0, 0]}", "indicators/skole.yaml:14:34: ", "of" },
    { "{from: all, doubt: [0, 0], years: midle}", "indicators/skole.yaml:14:52: ", "middle, sum, last" },
    { "{form: all, doubt: [0, 0]}", "indicators/skole.yaml:14:19: ", "from" },
    { "[]", "indicators/skole.yaml:14:18: ", "" },
    { "all", "indicators/skole.yaml:14:18: ", "" },
  };
  g_auto (Folder) folder = folder_new ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *text = g_strdup_printf (
        HEAD FULL "    denominator: %s\n" PART ("all", "count", "")
            PART ("expected", "count", ", projection: true") "  - {id: share, name: X, definition: X, measure: "
                                                             "proportion, polarity: low, suppress: none, source: S}\n",
        cases[i].says);
    folder_write (&folder, "indicators/skole.yaml", text);
    g_assert_null (load (&folder, &error));
    g_assert_error (error, UT_ERROR, UT_ERROR_DEFINITION);
    if (!g_str_has_prefix (error->message, cases[i].place) || strstr (error->message, cases[i].names) == NULL)
      g_error ("case %u: %s", i, error->message);
  }
}

/* How far chance may move a figure, and what is worth a word when nothing is said. */
static void
test_spread (void) {
  static const struct {
    const char *says;
    double relevant, ratio, design_effect, composition, sd_highest;
  } cases[] = {
    { "measure: proportion", 0, 1.1, 1, 0, 0 },
    { "measure: rate, relevant: {ratio: 1.25}, design-effect: 1.7", 0, 1.25, 1.7, 0, 0 },
    { "measure: proportion, relevant: {difference: 2}", 2, 1, 1, 0, 0 },
    { "measure: proportion, tested: false", 0, 1, 1, 0, 0 },
    { "measure: proportion, standardised: true, composition: 0.05", 0, 1.1, 1, 0.05, 0 },
    { "measure: mean, sd: [8, 9.5]", NAN, 1, 1, 0, 9.5 },
    { "measure: mean, relevant: {difference: 1}", 1, 1, 1, 0, 0 },
    { "measure: count", 0, 1, 1, 0, 0 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (Folder) folder = folder_new ();
    g_autoptr (GError) error = NULL;
    g_autofree char *text = g_strdup_printf (
        HEAD "  - {id: x, name: X, definition: X, %s, polarity: low, suppress: none, source: S}\n", cases[i].says);
    folder_write (&folder, "indicators/a.yaml", text);
    g_autoptr (UtCatalogue) catalogue = load (&folder, &error);
    g_assert_no_error (error);
    const UtIndicator *indicator = ut_catalogue_get (catalogue, 0);
    g_assert_cmpint (isnan (indicator->relevant), ==, isnan (cases[i].relevant));
    g_assert_true (isnan (indicator->relevant) || indicator->relevant == cases[i].relevant);
    g_assert_cmpfloat (indicator->relevant_ratio, ==, cases[i].ratio);
    g_assert_cmpfloat (indicator->design_effect, ==, cases[i].design_effect);
    g_assert_cmpfloat (indicator->composition, ==, cases[i].composition);
    g_assert_cmpfloat (indicator->sd_highest, ==, cases[i].sd_highest);
  }
}

static void
test_same_theme (void) {
  g_auto (Folder) folder = folder_new ();
  g_autoptr (GError) error = NULL;
  folder_write (&folder, "indicators/a.yaml", HEAD FULL);
  folder_write (&folder, "indicators/b.yaml", HEAD FULL);
  g_assert_null (load (&folder, &error));
  g_assert_true (g_str_has_prefix (error->message, "indicators/b.yaml:1:8: "));
  g_assert_nonnull (strstr (error->message, "indicators/a.yaml"));
}

static void
test_no_folder (void) {
  g_autoptr (GError) error = NULL;
  g_assert_null (ut_catalogue_load ("/nowhere/indicators", &error));
  g_assert_error (error, UT_ERROR, UT_ERROR_IO);
}

static void
test_units (void) {
  for (guint unit = 0; unit <= UT_UNIT_NOK; unit++) {
    g_assert_cmpfloat (ut_unit_factor ((UtUnit) unit), >, 0);
    g_assert_cmpstr (ut_unit_label ((UtUnit) unit, UT_LANGUAGE_NN), !=, "");
  }
  g_assert_cmpstr (ut_unit_label (UT_UNIT_PERCENT, UT_LANGUAGE_NB), ==, "prosent");
  g_assert_cmpstr (ut_unit_label (UT_UNIT_PERSONS, UT_LANGUAGE_NN), ==, "personar");
  g_assert_cmpstr (ut_unit_label (UT_UNIT_PERSONS, UT_LANGUAGE_EN), ==, "persons");
  g_assert_cmpstr (ut_unit_sign (UT_UNIT_PERCENT, UT_LANGUAGE_NN), ==, "\xc2\xa0%");
  g_assert_cmpstr (ut_unit_sign (UT_UNIT_PERSONS, UT_LANGUAGE_NN), ==, "");
}

static void
test_decimals (void) {
  UtIndicator automatic = { .decimals = -1, .measure = UT_MEASURE_PROPORTION }, fixed = { .decimals = 0 };
  UtIndicator count = { .decimals = -1, .measure = UT_MEASURE_COUNT, .unit = UT_UNIT_PERSONS };
  g_assert_cmpint (ut_indicator_decimals (&automatic, 16.24), ==, 1);
  g_assert_cmpint (ut_indicator_decimals (&automatic, 8.25), ==, 2);
  g_assert_cmpint (ut_indicator_decimals (&automatic, 0), ==, 1);
  g_assert_cmpint (ut_indicator_decimals (&automatic, 100), ==, 0);
  g_assert_cmpint (ut_indicator_decimals (&fixed, 8.25), ==, 0);
  g_assert_cmpint (ut_indicator_decimals (&count, 3684), ==, 0);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/indicator/full", test_full);
  g_test_add_func ("/model/indicator/limits", test_limits);
  g_test_add_func ("/model/indicator/follows", test_follows);
  g_test_add_func ("/model/indicator/profiles", test_profiles);
  g_test_add_func ("/model/indicator/groups", test_groups);
  g_test_add_func ("/model/indicator/exhaustive", test_exhaustive);
  g_test_add_func ("/model/indicator/wrong-groups", test_wrong_groups);
  g_test_add_func ("/model/indicator/complaints", test_complaints);
  g_test_add_func ("/model/indicator/former", test_former);
  g_test_add_func ("/model/indicator/twice", test_twice);
  g_test_add_func ("/model/indicator/standardised", test_standardised);
  g_test_add_func ("/model/indicator/denominator", test_denominator);
  g_test_add_func ("/model/indicator/no-denominator", test_no_denominator);
  g_test_add_func ("/model/indicator/alternatives", test_alternatives);
  g_test_add_func ("/model/indicator/wrong-denominators", test_wrong_denominators);
  g_test_add_func ("/model/indicator/spread", test_spread);
  g_test_add_func ("/model/indicator/same-theme", test_same_theme);
  g_test_add_func ("/model/indicator/no-folder", test_no_folder);
  g_test_add_func ("/model/indicator/units", test_units);
  g_test_add_func ("/model/indicator/decimals", test_decimals);
  return g_test_run ();
}
