/* reports/<id>.yaml: what is read, and what is complained of, with file, line and column. */
#include <string.h>

#include "../model/folder.h"
#include "../places.h"
#include <utsyn/error.h>
#include <utsyn/language.h>
#include <utsyn/report.h>

static const char indicators[]
    = "theme: skole\n"
      "name: Skole\n"
      "order: 1\n"
      "indicators:\n"
      "  - {id: trivsel, name: T, definition: d, measure: proportion, unit: percent, polarity: high,"
      " suppress: none, source: s}\n"
      "  - {id: mobbing, name: M, definition: d, measure: proportion, unit: percent, polarity: low,"
      " suppress: none, source: s}\n";
static const char more_indicators[]
    = "theme: helse\n"
      "name: Helse\n"
      "order: 2\n"
      "indicators:\n"
      "  - {id: overvekt, name: O, definition: d, measure: proportion, unit: percent, polarity: low,"
      " suppress: none, source: s}\n";

typedef struct {
  Folder folder;
  UtProject *project;
} Case;

static void
set_up (Case *test, gconstpointer data G_GNUC_UNUSED) {
  GError *error = NULL;
  test->folder = folder_new ();
  places_copy (test->folder.path);
  folder_write (&test->folder, "indicators/skole.yaml", indicators);
  folder_write (&test->folder, "indicators/helse.yaml", more_indicators);
  test->project = ut_project_load_definitions (test->folder.path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Case *test, gconstpointer data G_GNUC_UNUSED) {
  ut_project_free (test->project);
  folder_clear (&test->folder);
}

static UtReport *
load (const Case *test, const char *text, GError **error) {
  folder_write (&test->folder, "reports/min-rapport.yaml", text);
  g_autofree char *path = g_build_filename (test->folder.path, "reports", "min-rapport.yaml", NULL);
  return ut_report_load (test->project, path, error);
}

static const char *
code_of (const Case *test, const GArray *places, guint i) {
  return ut_regions_get (test->project->regions, g_array_index (places, UtRegionId, i))->code;
}

static guint
find_output (const char *word) {
  for (guint i = 0; i < ut_outputs_count (); i++)
    if (g_str_equal (ut_outputs_get (i)->word, word))
      return i;
  g_assert_not_reached ();
}

static void
test_whole (Case *test, gconstpointer data G_GNUC_UNUSED) {
  GError *error = NULL;
  g_autoptr (UtReport) report = load (test,
                                      "title: {nn: Oppvekst}\n"
                                      "language: nn\n"
                                      "region: vest-telemark\n"
                                      "themes:\n"
                                      "  - helse\n"
                                      "  - skole: [mobbing]\n"
                                      "outputs: [chapter]\n"
                                      "missing:\n"
                                      "  - {what: {nn: Låginntekt}, source: SSB}\n",
                                      &error);
  g_assert_no_error (error);
  g_assert_cmpstr (report->id, ==, "min-rapport");
  g_assert_cmpstr (report->path, ==, "reports/min-rapport.yaml");
  g_assert_cmpstr (ut_text_get (&report->title, UT_LANGUAGE_NN), ==, "Oppvekst");
  g_assert_cmpint (report->language, ==, UT_LANGUAGE_NN);
  g_assert_cmpuint (report->municipalities->len, ==, 6);
  g_assert_cmpuint (report->places->len, ==, 7);
  g_assert_cmpstr (code_of (test, report->places, 6), ==, "vest-telemark");
  g_assert_cmpuint (report->themes->len, ==, 2);
  const UtReportTheme *school = g_ptr_array_index (report->themes, 1);
  g_assert_cmpuint (school->indicators->len, ==, 1);
  g_assert_cmpstr (((const UtIndicator *) school->indicators->pdata[0])->key, ==, "mobbing");
  g_assert_cmpuint (report->outputs, ==, 1u << find_output ("chapter"));
  g_assert_cmpuint (report->gaps->len, ==, 1);
}

static void
test_places (Case *test, gconstpointer data G_GNUC_UNUSED) {
  GError *error = NULL;
  g_autoptr (UtReport) single = load (test, "title: T\nlanguage: nb\nregion: 3421\nthemes: [skole]\n", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (single->places->len, ==, 1);
  g_assert_cmpstr (code_of (test, single->places, 0), ==, "3421");
  g_assert_cmpuint (single->outputs, ==, (1u << ut_outputs_count ()) - 1);

  g_autoptr (UtReport) own = load (test,
                                   "title: T\nlanguage: nb\nregion: {id: nabo, name: Naboene, municipalities: [3421, "
                                   "Engerdal]}\nthemes: [skole]\n",
                                   &error);
  g_assert_no_error (error);
  g_assert_cmpuint (own->places->len, ==, 3);
  g_assert_cmpstr (code_of (test, own->places, 2), ==, "nabo");
}

static void
test_rule (Case *test, gconstpointer data G_GNUC_UNUSED) {
  for (guint rule = 0; rule < UT_N_RULES; rule++) {
    GError *error = NULL;
    g_autofree char *text = g_strdup_printf ("title: T\nlanguage: nb\nregion: 3421\nrule: %s\nthemes: [skole]\n",
                                             ut_rule_code ((UtRule) rule));
    g_autoptr (UtReport) report = load (test, text, &error);
    g_assert_no_error (error);
    g_assert_cmpint (report->options.rule, ==, rule);
  }
  g_autoptr (UtReport) silent = load (test, "title: T\nlanguage: nb\nregion: 3421\nthemes: [skole]\n", NULL);
  g_assert_cmpint (silent->options.rule, ==, UT_RULE_UTSYN);
  g_assert_false (silent->options.rule_for_all);
}

/* Each for its place, the report's own region where none is named; and they are compared with, though `compare` does
 * not say so. */
static void
test_targets (Case *test, gconstpointer data G_GNUC_UNUSED) {
  GError *error = NULL;
  g_autoptr (UtReport) report = load (test,
                                      "title: T\nlanguage: nb\nregion: vest-telemark\nthemes: [skole]\n"
                                      "targets:\n"
                                      "  - {indicator: mobbing, value: 5}\n"
                                      "  - {indicator: trivsel, region: Vinje, value: 92.5}\n",
                                      &error);
  g_assert_no_error (error);
  const GArray *targets = report->options.targets;
  g_assert_cmpuint (targets->len, ==, 2);
  const UtTarget *whole = &g_array_index (targets, UtTarget, 0), *one = &g_array_index (targets, UtTarget, 1);
  g_assert_cmpuint (whole->indicator, ==, ut_catalogue_find (test->project->catalogue, "mobbing")->id);
  g_assert_cmpuint (whole->place, ==, report->region);
  g_assert_cmpfloat (whole->value, ==, 5);
  g_assert_cmpuint (one->indicator, ==, ut_catalogue_find (test->project->catalogue, "trivsel")->id);
  g_assert_cmpstr (ut_regions_get (test->project->regions, one->place)->code, ==, "4036");
  g_assert_cmpfloat (one->value, ==, 92.5);
  g_assert_true (report->options.wanted[UT_BENCHMARK_TARGET]);

  g_autoptr (UtReport) none = load (test, "title: T\nlanguage: nb\nregion: 3421\nthemes: [skole]\n", &error);
  g_assert_no_error (error);
  g_assert_false (none->options.wanted[UT_BENCHMARK_TARGET]);
}

static void
test_complaints (Case *test, gconstpointer data G_GNUC_UNUSED) {
#define HEAD "title: T\nlanguage: nb\nregion: 3421\n"
  static const struct {
    const char *text, *message;
  } cases[] = {
    { "language: nb\nregion: 3421\nthemes: [skole]\n", "reports/min-rapport.yaml:1:1: the key 'title' is missing" },
    { "title: T\nlanguage: nb\nthemes: [skole]\n", "reports/min-rapport.yaml:1:1: the key 'region' is missing" },
    { HEAD "thems: [skole]\n", "reports/min-rapport.yaml:4:1: unknown key 'thems'; allowed: title, language, region, "
                               "compare, rule, targets, by, themes, outputs, missing, "
                               "previous "
                               "(did you mean 'themes'?)" },
    { HEAD "rule: fhii\nthemes: [skole]\n", "reports/min-rapport.yaml:4:7: unknown value 'fhii' for rule; allowed: "
                                            "utsyn, fhi, fingertips (did you mean 'fhi'?)" },
    { HEAD "rule: [fhi]\nthemes: [skole]\n", "reports/min-rapport.yaml:4:7: rule must be a single text" },
    { HEAD "themes: [skule]\n", "reports/min-rapport.yaml:4:10: unknown theme 'skule' (did you mean 'skole'?)" },
    { HEAD "themes:\n  - skole: [trivsel, mobing]\n",
      "reports/min-rapport.yaml:5:22: unknown indicator 'mobing' (did you mean 'mobbing'?)" },
    { HEAD "themes:\n  - skole: [noko-heilt-anna]\n",
      "reports/min-rapport.yaml:5:13: unknown indicator 'noko-heilt-anna' (allowed: trivsel, mobbing)" },
    { HEAD "themes:\n  - skole: [overvekt]\n",
      "reports/min-rapport.yaml:5:13: 'overvekt' belongs to the theme 'helse'" },
    { HEAD "themes:\n  - skole: [mobbing, mobbing]\n",
      "reports/min-rapport.yaml:5:22: the indicator 'mobbing' is there already" },
    { HEAD "themes: [skole, skole]\n", "reports/min-rapport.yaml:4:17: the theme 'skole' is there already" },
    { HEAD "compare: county\nthemes: [skole]\n",
      "reports/min-rapport.yaml:4:10: a list is wanted here, such as [county, country]" },
    { HEAD "compare: {peers: 3425}\nthemes: [skole]\n",
      "reports/min-rapport.yaml:4:10: a list is wanted here, such as [county, country]" },
    { HEAD "compare: [{peers: 3425}]\nthemes: [skole]\n",
      "reports/min-rapport.yaml:4:19: a list of municipalities is wanted here" },
    { HEAD "compare: [{peers: []}]\nthemes: [skole]\n",
      "reports/min-rapport.yaml:4:19: a list of municipalities is wanted here" },
    { HEAD "compare: [county, county]\nthemes: [skole]\n", "reports/min-rapport.yaml:4:19: 'county' is there already" },
    { HEAD "compare: [peers]\nthemes: [skole]\n",
      "reports/min-rapport.yaml:4:11: 'peers' must say which, after a colon" },
    { HEAD "compare: [{country: x}]\nthemes: [skole]\n", "reports/min-rapport.yaml:4:21: 'country' is a word alone" },
    { HEAD "compare: [{own: 1899}]\nthemes: [skole]\n", "reports/min-rapport.yaml:4:17: a year is wanted here" },
    { HEAD "compare: [{own: 2101}]\nthemes: [skole]\n", "reports/min-rapport.yaml:4:17: a year is wanted here" },
    { HEAD "targets: {indicator: mobbing, value: 5}\nthemes: [skole]\n",
      "reports/min-rapport.yaml:4:10: a list of {indicator:, region:, value:} is wanted here" },
    { HEAD "compare: [target]\nthemes: [skole]\n",
      "reports/min-rapport.yaml:4:10: a comparison with targets needs 'targets:', a list of {indicator:, region:, "
      "value:}" },
    { HEAD "targets: [{indicator: mobbing, value: 5}, {indicator: mobing, value: 5}]\nthemes: [skole]\n",
      "reports/min-rapport.yaml:4:55: no indicator is called 'mobing'" },
    { HEAD "targets: [{indicator: mobbing, goal: 5}]\nthemes: [skole]\n",
      "reports/min-rapport.yaml:4:32: unknown key 'goal'; allowed: indicator, region, value" },
    { HEAD "targets: [{indicator: mobbing}]\nthemes: [skole]\n",
      "reports/min-rapport.yaml:4:11: the key 'value' is missing" },
    { HEAD "targets: [{value: 5}]\nthemes: [skole]\n",
      "reports/min-rapport.yaml:4:11: the key 'indicator' is missing" },
    { HEAD "targets: [{indicator: mobbing, region: Tokke, value: 5}]\nthemes: [skole]\n",
      "reports/min-rapport.yaml:4:40: 'Tokke' is no place of this report" },
    { HEAD "targets: [{indicator: mobbing, region: Vinnje, value: 5}]\nthemes: [skole]\n",
      "reports/min-rapport.yaml:4:40: unknown place 'Vinnje' (did you mean 'Vinje'?)" },
    { HEAD "by: sex\nthemes: [skole]\n", "reports/min-rapport.yaml:4:5: a list is wanted here, such as [sex, grade]" },
    { HEAD "themes:\n  - skole: mobbing\n", "reports/min-rapport.yaml:5:12: a list of indicators is wanted here" },
    { HEAD "themes:\n  - skole: [[mobbing]]\n",
      "reports/min-rapport.yaml:5:13: the id of an indicator is wanted here" },
    { HEAD "themes:\n  - set: [a]\n",
      "reports/min-rapport.yaml:5:10: the name of a set is wanted here, see 'utsyn list sets'" },
    { HEAD "themes: [[skole]]\n",
      "reports/min-rapport.yaml:4:10: a theme is wanted here, or 'theme: [indicators]', or 'set: oppvekstprofil'" },
    { HEAD "themes: [skole]\noutputs: chapter\n",
      "reports/min-rapport.yaml:5:10: a list of outputs is wanted here, see 'utsyn list outputs'" },
    { HEAD "themes: [skole]\noutputs: []\n",
      "reports/min-rapport.yaml:5:10: a list of outputs is wanted here, see 'utsyn list outputs'" },
    { HEAD "themes: [skole]\noutputs: [[chapter]]\n",
      "reports/min-rapport.yaml:5:11: the word of an output is wanted here" },
    { HEAD "themes: [skole]\nmissing: {what: X, source: Y}\n",
      "reports/min-rapport.yaml:5:10: a list of {what:, source:} is wanted here" },
    { "title: T\nlanguage: nb\nregion: [3421]\nthemes: [skole]\n",
      "reports/min-rapport.yaml:3:9: a municipality's number or name is wanted here" },
    { "title: T\nlanguage: nb\nregion: {name: X, municipalities: 3421}\nthemes: [skole]\n",
      "reports/min-rapport.yaml:3:35: the region needs a list of municipalities" },
    { HEAD "themes: skole\n", "reports/min-rapport.yaml:4:9: a list of themes is wanted here" },
    { HEAD "themes: []\n", "reports/min-rapport.yaml:4:9: a list of themes is wanted here" },
    { HEAD "themes: [skole]\noutputs: [chapter, wrkbook]\n",
      "reports/min-rapport.yaml:5:20: unknown output 'wrkbook' (did you mean 'workbook'?)" },
    { HEAD "themes: [skole]\nmissing:\n  - {what: X}\n", "reports/min-rapport.yaml:6:5: the key 'source' is missing" },
    { "title: T\nlanguage: nb\nregion: 34\nthemes: [skole]\n",
      "reports/min-rapport.yaml:3:9: Innlandet is no municipality of today, nor a region of several" },
    { "title: T\nlanguage: nb\nregion: {name: X, municipalities: [3421, vest-telemark]}\nthemes: [skole]\n",
      "reports/min-rapport.yaml:3:42: Vest-Telemark is not a single municipality" },
    { "title: T\nlanguage: nb\nregion: {name: X}\nthemes: [skole]\n",
      "reports/min-rapport.yaml:3:9: the region needs a list of municipalities" },
  };
#undef HEAD
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (load (test, cases[i].text, &error));
    g_assert_error (error, UT_ERROR, UT_ERROR_DEFINITION);
    g_assert_cmpstr (error->message, ==, cases[i].message);
  }
}

static void
test_unknown_place (Case *test, gconstpointer data G_GNUC_UNUSED) {
  g_autoptr (GError) error = NULL;
  g_assert_null (load (test, "title: T\nlanguage: nb\nregion: Vinnje\nthemes: [skole]\n", &error));
  g_assert_true (g_str_has_prefix (error->message, "reports/min-rapport.yaml:3:9: "));
  g_assert_nonnull (strstr (error->message, "Vinje"));
}

static void
test_find_root (Case *test, gconstpointer data G_GNUC_UNUSED) {
  g_autofree char *deep = g_build_filename (test->folder.path, "datasets", "inndeling", NULL);
  g_autofree char *found = ut_project_find_root (deep);
  g_autofree char *none = ut_project_find_root ("/");
  g_assert_cmpstr (found, ==, test->folder.path);
  g_assert_null (none);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  ut_language_set_messages (UT_LANGUAGE_EN);
  static const struct {
    const char *path;
    void (*run) (Case *, gconstpointer);
  } tests[] = {
    { "/report/definition/whole", test_whole },           { "/report/definition/targets", test_targets },
    { "/report/definition/places", test_places },         { "/report/definition/rule", test_rule },
    { "/report/definition/complaints", test_complaints }, { "/report/definition/unknown-place", test_unknown_place },
    { "/report/definition/find-root", test_find_root },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Case, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
