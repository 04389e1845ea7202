#include <math.h>

#include "base/i18n.h"
#include "base/text.h"
#include "cli/cli.h"
#include <utsyn/assess.h>
#include <utsyn/error.h>
#include <utsyn/fetch.h>
#include <utsyn/import.h>
#include <utsyn/report.h>

/* Fewer may all be small by chance. */
#define FEW_FIGURES 10

typedef struct {
  guint n;
  GHashTable *used; /* const UtIndicator *: what the reports show */
} Reports;

static void
mark_used (const UtReport *report, Reports *reports) {
  for (guint t = 0; t < report->themes->len; t++) {
    const UtReportTheme *theme = g_ptr_array_index (report->themes, t);
    for (guint i = 0; i < theme->indicators->len; i++)
      g_hash_table_add (reports->used, g_ptr_array_index (theme->indicators, i));
  }
}

/* Loads every report; what is wrong with them is added to the error. */
static gboolean
check_reports (UtProject *project, UtFindings *findings, Reports *reports, GError **error) {
  gboolean sound = TRUE;
  GError *trouble = NULL;
  g_autoptr (GPtrArray) paths = ut_project_list_reports (project, &trouble);
  if (paths == NULL) {
    ut_error_join (error, trouble);
    return FALSE;
  }
  for (guint i = 0; i < paths->len; i++) {
    g_autoptr (GError) fault = NULL;
    g_autoptr (UtReport) report = ut_report_load (project, g_ptr_array_index (paths, i), &fault);
    if (report != NULL) {
      ut_findings_take (findings, report->findings);
      mark_used (report, reports);
      continue;
    }
    ut_error_join (error, g_steal_pointer (&fault));
    sound = FALSE;
  }
  reports->n = paths->len;
  return sound;
}

/* How many faults there are, when they are several, as a last line. */
static void
sum_up (GError **error) {
  guint n_files = 0, n = ut_error_count (*error, &n_files);
  if (n < 2)
    return;
  g_autofree char *files = g_strdup_printf (ut_trn (ut_language_messages (), "%u file", "%u files", n_files), n_files);
  ut_error_join (error, ut_error_new (UT_ERROR_DEFINITION, _ ("%1$u errors in %2$s"), n, files));
}

/* Before the figures are read, which is under the ids of today. */
static void
check_former (const UtProject *project, UtFindings *findings) {
  for (guint i = 0; i < project->datasets->len; i++) {
    const UtDataset *dataset = g_ptr_array_index (project->datasets, i);
    for (guint k = 0; k < dataset->mappings->len; k++) {
      const UtMapping *mapping = g_ptr_array_index (dataset->mappings, k);
      const UtIndicator *indicator = ut_catalogue_find (project->catalogue, mapping->indicator);
      if (indicator != NULL)
        ut_indicator_report_former (indicator, mapping->indicator, dataset->file, mapping->line, findings);
    }
  }
}

/* Everything that is wrong is reported at once: definitions, reports, and files that cannot be read. A report needs the
 * catalogue and the places, and so does the reading of files. */
static gboolean
load_all (UtProject *project, UtFindings *findings, Reports *reports, GError **error) {
  guint n_definitions = project->unread->len;
  ut_unread_join (project->unread, 0, error);
  if (project->regions == NULL || project->catalogue == NULL)
    return FALSE;
  gboolean sound = check_reports (project, findings, reports, error) && project->datasets != NULL;
  if (project->datasets != NULL) {
    check_former (project, findings);
    ut_project_import (project, findings);
    ut_unread_join (project->unread, n_definitions, error);
  }
  return sound && project->unread->len == 0;
}

static UtProject *
load (const UtCli *cli, UtFindings *findings, Reports *reports, GError **error) {
  g_autofree char *root = ut_cli_find_root (cli, error);
  if (root == NULL)
    return NULL;
  g_autoptr (UtProject) project = ut_project_read (root, error);
  if (load_all (project, findings, reports, error))
    return g_steal_pointer (&project);
  sum_up (error);
  /* Whatever keeps a dataset's file from being read: the project has bad input. */
  if (project->unread->len > 0)
    (*error)->code = UT_ERROR_DEFINITION;
  return NULL;
}

/* An indicator that no dataset feeds would be an empty row everywhere. */
static void
check_fed (const UtProject *project, UtFindings *findings) {
  g_autoptr (GHashTable) fed = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < project->datasets->len; i++) {
    const UtDataset *dataset = g_ptr_array_index (project->datasets, i);
    for (guint k = 0; k < dataset->mappings->len; k++)
      g_hash_table_add (fed, ((UtMapping *) g_ptr_array_index (dataset->mappings, k))->indicator);
  }
  for (guint i = 0; i < ut_catalogue_count (project->catalogue); i++) {
    const UtIndicator *indicator = ut_catalogue_get (project->catalogue, (UtIndicatorId) i);
    if (!g_hash_table_contains (fed, indicator->key))
      ut_findings_add (findings, indicator->file, indicator->line, UT_FINDING_MISSING_INPUT,
                       _ ("no dataset gives figures for '%s'"), indicator->key);
  }
}

/* Both are printed under every table and figure. */
static void
check_filled (const UtProject *project, UtFindings *findings) {
  for (guint i = 0; i < project->datasets->len; i++) {
    const UtDataset *dataset = g_ptr_array_index (project->datasets, i);
    if (strcmp (dataset->source, UT_DATASET_UNKNOWN) == 0)
      ut_findings_add (findings, dataset->file, 0, UT_FINDING_MISSING_INPUT,
                       _ ("source is not filled in: write who publishes the figures"));
    if (strcmp (dataset->licence, UT_DATASET_UNKNOWN) == 0)
      ut_findings_add (findings, dataset->file, 0, UT_FINDING_MISSING_INPUT,
                       _ ("licence is not filled in: write the publisher's terms, such as CC BY 4.0"));
  }
}

/* Whether the indicator has figures, and all of them are from 0 to 1. */
static gboolean
is_small (const UtTable *table, UtIndicatorId indicator) {
  gsize n = 0;
  double greatest = 0;
  for (gsize i = 0; i < table->n_rows; i++) {
    if (table->indicator[i] != indicator || isnan (table->value[i]))
      continue;
    greatest = MAX (greatest, table->value[i]);
    n++;
  }
  return n >= FEW_FIGURES && greatest > 0 && greatest <= 1;
}

/* A query that cannot be sent as it is written would be met when the newest figures are wanted. */
static void
check_fetches (const UtProject *project, UtFindings *findings) {
  for (guint i = 0; i < project->datasets->len; i++) {
    const UtDataset *dataset = g_ptr_array_index (project->datasets, i);
    g_autoptr (GError) trouble = NULL;
    if (dataset->fetch == NULL)
      continue;
    g_autofree char *text = ut_fetch_describe (dataset, &trouble);
    if (text == NULL)
      ut_findings_add_lines (findings, NULL, 0, UT_FINDING_MISSING_INPUT, trouble->message);
  }
}

/* Files often write 71 per cent as 0.71, and then every figure is a hundredth of what it should be. */
static void
check_scale (const UtProject *project, UtFindings *findings) {
  for (guint i = 0; i < project->datasets->len; i++) {
    const UtDataset *dataset = g_ptr_array_index (project->datasets, i);
    for (guint k = 0; k < dataset->mappings->len; k++) {
      const UtMapping *mapping = g_ptr_array_index (dataset->mappings, k);
      const UtIndicator *indicator = ut_catalogue_find (project->catalogue, mapping->indicator);
      if (mapping->numerator == NULL && !mapping->scale_given && indicator->unit == UT_UNIT_PERCENT
          && is_small (project->table, indicator->id))
        ut_findings_add (findings, dataset->file, mapping->line, UT_FINDING_IMPOSSIBLE,
                         _ ("no figure of '%s' is above 1 per cent: write 'as: fraction' if the file has shares from 0 "
                            "to 1, else 'as: unit'"),
                         indicator->key);
    }
  }
}

/* What must be hidden and cannot be, since the source or a previous run prints what gives it away. */
static UtAssessment *
check_suppression (const UtProject *project, UtFindings *findings) {
  const UtProjectWish everything_nowhere = { 0 };
  return ut_project_assess (project, &everything_nowhere, findings, NULL);
}

/* What a source hides and gives away itself is no fault of the project, and hidden in its outputs: a word to the
 * source. How many, not which. */
static void
print_disclosed (const UtProject *project, const UtTable *prepared) {
  g_autofree guint *n = g_new0 (guint, ut_catalogue_count (project->catalogue) + 1);
  for (gsize row = 0; row < prepared->n_rows; row++)
    n[prepared->indicator[row]] += (prepared->quality[row] & UT_QUALITY_DISCLOSED) != 0;
  for (guint i = 0; i < ut_catalogue_count (project->catalogue); i++) {
    const UtIndicator *indicator = ut_catalogue_get (project->catalogue, (UtIndicatorId) i);
    if (n[i] > 0)
      g_print (ut_trn (ut_language_messages (),
                       "%1$s: %2$u figure that the source suppresses can be worked out from what it prints itself; "
                       "tell the source\n",
                       "%1$s: %2$u figures that the source suppresses can be worked out from what it prints itself; "
                       "tell the source\n",
                       n[i]),
               indicator->key, n[i]);
  }
}

/* Whether a figure of it can be tested: by its persons, or for a mean by its margin. */
static gboolean
has_what_tests_need (const UtTable *table, const UtIndicator *indicator, gsize first, gsize end) {
  for (gsize row = first; row < end; row++) {
    double own = indicator->measure == UT_MEASURE_MEAN ? ut_table_margin (table, row) : ut_table_numerator (table, row);
    if (!isnan (own) || !isnan (ut_table_denominator (table, row)))
      return TRUE;
  }
  return FALSE;
}

/* What is meant to be tested, and cannot be: perhaps a head count stands in. */
static void
print_untestable (const UtProject *project, const UtTable *table) {
  guint n = 0;
  g_autoptr (GString) keys = g_string_new (NULL);
  for (gsize first = 0, end; first < table->n_rows; first = end) {
    const UtIndicator *indicator = ut_catalogue_get (project->catalogue, table->indicator[first]);
    for (end = first; end < table->n_rows && table->indicator[end] == indicator->id;)
      end++;
    if (indicator->test != UT_TEST_NONE && indicator->denominator == NULL && !indicator->without_denominator
        && !has_what_tests_need (table, indicator, first, end))
      g_string_append_printf (keys, "%s%s", n++ > 0 ? ", " : "", indicator->key);
  }
  if (n > 0)
    g_print (ut_trn (ut_language_messages (),
                     "%1$u indicator is tested but says nothing of how many its figures are of (denominator: …, or "
                     "none): %2$s\n",
                     "%1$u indicators are tested but say nothing of how many their figures are of (denominator: …, or "
                     "none): %2$s\n",
                     n),
             n, keys->str);
}

/* A group goes with what it is a group of. */
static void
mark_groups (const UtIndicator *indicator, gboolean *in_use) {
  for (guint d = 0; d < UT_N_DIMENSIONS; d++)
    for (guint k = 0; k < indicator->by[d].n; k++)
      in_use[indicator->by[d].ids[k]] = TRUE;
  for (guint i = 0; indicator->parts != NULL && i < indicator->parts->len; i++) {
    const UtParts *parts = g_ptr_array_index (indicator->parts, i);
    for (guint k = 0; k < parts->n; k++)
      in_use[parts->ids[k]] = TRUE;
  }
}

/* No fault, but nobody would miss them: a word. */
static void
print_unused (const UtProject *project, const Reports *reports) {
  const UtCatalogue *catalogue = project->catalogue;
  guint n = 0;
  g_autofree gboolean *in_use = g_new0 (gboolean, ut_catalogue_count (catalogue) + 1);
  g_autoptr (GString) keys = g_string_new (NULL);
  for (guint i = 0; i < ut_catalogue_count (catalogue); i++) {
    const UtIndicator *indicator = ut_catalogue_get (catalogue, (UtIndicatorId) i);
    if (*indicator->sets == NULL && !g_hash_table_contains (reports->used, indicator))
      continue;
    in_use[i] = TRUE;
    mark_groups (indicator, in_use);
  }
  for (guint i = 0; i < ut_catalogue_count (catalogue); i++)
    if (!in_use[i])
      g_string_append_printf (keys, "%s%s", n++ > 0 ? ", " : "", ut_catalogue_get (catalogue, (UtIndicatorId) i)->key);
  if (n > 0)
    g_print (ut_trn (ut_language_messages (), "%1$u indicator is in no set and no report: %2$s\n",
                     "%1$u indicators are in no set and no report: %2$s\n", n),
             n, keys->str);
}

/* Whose municipalities the codes were found to be, where they are not of the figures' own years. */
static void
print_boundaries (const UtImportCount *count) {
  if (count->boundary_year != 0)
    g_print (_ ("    codes of the municipalities of %d\n"), count->boundary_year);
  if (count->n_back_casts > 0)
    g_print (ut_trn (ut_language_messages (), "    %zu figure under a code that came later: the source's back-cast\n",
                     "    %zu figures under codes that came later: the source's back-casts\n", count->n_back_casts),
             count->n_back_casts);
}

/* What became of every row of every file. */
static void
print_counts (const UtProject *project) {
  for (guint i = 0; i < project->counts->len; i++) {
    const UtImportCount *count = &g_array_index (project->counts, UtImportCount, i);
    g_autofree char *path = ut_text_clean (count->path, UT_TEXT_MESSAGE);
    g_print (_ ("%s: %zu rows = %zu used + %zu not requested + %zu not places of ours + %zu that could not be used\n"),
             path, count->n_rows, count->n_used, count->n_not_selected, count->n_not_region, count->n_bad);
    if (count->n_outside > 0)
      g_print (_ ("    not places of ours: %zu below the municipality (schools, districts) or outside (Svalbard)\n"),
               count->n_outside);
    print_boundaries (count);
  }
}

/* What was found in the datasets that can be read, beside what is wrong with the others. */
static void
tell_others (const UtCli *cli, const UtFindings *findings) {
  g_autoptr (UtFindings) others = ut_findings_new ();
  for (gsize i = 0; i < ut_findings_count (findings); i++) {
    const UtFinding *finding = ut_findings_get (findings, i);
    if (finding->kind != UT_FINDING_UNREAD)
      ut_findings_add_lines (others, finding->file, finding->line, finding->kind, finding->message);
  }
  ut_cli_report_findings (cli, others);
}

static void
print_sizes (const UtProject *project, guint n_reports, const UtFindings *findings) {
  UtLanguage language = ut_language_messages ();
  guint n_indicators = ut_catalogue_count (project->catalogue), n_datasets = project->datasets->len;
  gsize n_figures = project->table->n_rows, n_findings = ut_findings_count (findings);
  g_autofree char *indicators
      = g_strdup_printf (ut_trn (language, "%u indicator", "%u indicators", n_indicators), n_indicators);
  g_autofree char *datasets = g_strdup_printf (ut_trn (language, "%u dataset", "%u datasets", n_datasets), n_datasets);
  g_autofree char *reports = g_strdup_printf (ut_trn (language, "%u report", "%u reports", n_reports), n_reports);
  g_autofree char *figures = g_strdup_printf (ut_trn (language, "%zu figure", "%zu figures", n_figures), n_figures);
  g_autofree char *counted = g_strdup_printf (ut_trn (language, "%zu finding", "%zu findings", n_findings), n_findings);
  g_print ("%s, %s, %s, %s, %s\n", indicators, datasets, reports, figures, counted);
}

int
ut_command_check (UtCli *cli, const char *const *argv, GError **error) {
  if (!ut_cli_parse (cli, NULL, argv, error) || !ut_cli_expect (cli, 0, 0, error))
    return 0;
  g_autoptr (UtFindings) findings = ut_findings_new ();
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  Reports reports = { .used = used };
  g_autoptr (UtProject) project = load (cli, findings, &reports, error);
  if (project == NULL) {
    tell_others (cli, findings);
    return UT_ERROR_DEFINITION;
  }
  check_fed (project, findings);
  check_filled (project, findings);
  check_fetches (project, findings);
  check_scale (project, findings);
  g_autoptr (UtAssessment) assessment = check_suppression (project, findings);
  ut_assess_denominators (ut_assessment_table (assessment), project->catalogue, project->regions, findings);
  int code = ut_cli_report_findings (cli, findings);
  if (cli->verbose)
    print_counts (project);
  if (!cli->quiet)
    print_disclosed (project, ut_assessment_table (assessment));
  if (!cli->quiet)
    print_untestable (project, ut_assessment_table (assessment));
  if (!cli->quiet)
    print_unused (project, &reports);
  if (!cli->quiet)
    print_sizes (project, reports.n, findings);
  return code;
}
