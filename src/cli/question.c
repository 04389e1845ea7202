#include "cli/question.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include <utsyn/error.h>

/* Most names a complaint proposes. */
#define MOST_NAMES 3

UtQuestion *
ut_question_new (const UtCli *cli, GError **error) {
  g_autoptr (UtFindings) findings = ut_findings_new ();
  UtProject *project = ut_cli_load_figures (cli, findings, error);
  if (project == NULL)
    return NULL;
  UtQuestion *question = g_new0 (UtQuestion, 1);
  question->project = project;
  question->findings = g_steal_pointer (&findings);
  question->indicators = g_ptr_array_new ();
  question->places = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  question->options = (UtAssessOptions){ .peers = UT_REGION_NONE,
                                         .groups = g_array_new (FALSE, FALSE, sizeof (UtMembership)),
                                         .targets = g_array_new (FALSE, FALSE, sizeof (UtTarget)) };
  return question;
}

void
ut_question_free (UtQuestion *question) {
  if (question == NULL)
    return;
  ut_assessment_free (question->assessment);
  g_array_unref (question->options.groups);
  g_array_unref (question->options.targets);
  g_array_unref (question->places);
  g_ptr_array_unref (question->indicators);
  ut_findings_free (question->findings);
  ut_project_free (question->project);
  g_free (question);
}

/* The ids of all indicators, those they had before too. */
static char **
catalogue_keys (const UtCatalogue *catalogue) {
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  for (guint i = 0; i < ut_catalogue_count (catalogue); i++) {
    const UtIndicator *indicator = ut_catalogue_get (catalogue, (UtIndicatorId) i);
    g_strv_builder_add (keys, indicator->key);
    g_strv_builder_addv (keys, (const char **) indicator->former);
  }
  return g_strv_builder_end (keys);
}

static gboolean
is_near (const char *key, const char *nearest, const char *folded) {
  return nearest != NULL ? strcmp (key, nearest) == 0 : *folded != '\0' && strstr (key, folded) != NULL;
}

static gboolean
is_any_near (const UtIndicator *indicator, const char *nearest, const char *folded) {
  gboolean near = is_near (indicator->key, nearest, folded);
  for (char **former = indicator->former; !near && *former != NULL; former++)
    near = is_near (*former, nearest, folded);
  return near;
}

/* "'utenfor-15-29-aar'": the id a step or two away, else those that hold the word; empty when there is none. One that
 * is near a former id is shown by the one of today. */
static char *
near_keys (const UtCatalogue *catalogue, const char *word) {
  g_auto (GStrv) keys = catalogue_keys (catalogue);
  const char *nearest = ut_text_nearest (word, (const char *const *) keys);
  g_autofree char *folded = g_utf8_casefold (word, -1);
  GString *near = g_string_new (NULL);
  guint n = 0;
  for (guint i = 0; i < ut_catalogue_count (catalogue) && n < MOST_NAMES; i++) {
    const UtIndicator *indicator = ut_catalogue_get (catalogue, (UtIndicatorId) i);
    if (is_any_near (indicator, nearest, folded))
      ut_text_add_quoted (near, n++ > 0 ? ", " : "", indicator->key);
  }
  return g_string_free (near, FALSE);
}

static void
complain_unknown_indicator (const UtCatalogue *catalogue, const char *word, GError **error) {
  g_autofree char *near = near_keys (catalogue, word);
  if (*near != '\0')
    ut_error_set (error, UT_ERROR_USAGE, _ ("unknown indicator '%1$s' (did you mean %2$s?)"), word, near);
  else
    ut_error_set (error, UT_ERROR_USAGE, _ ("unknown indicator '%s'; see utsyn list indicators"), word);
}

static void
add_indicator (UtQuestion *question, const UtIndicator *indicator, const char *word) {
  ut_indicator_report_former (indicator, word, NULL, 0, question->findings);
  if (!g_ptr_array_find (question->indicators, indicator, NULL))
    g_ptr_array_add (question->indicators, (gpointer) indicator);
}

gboolean
ut_question_add_indicator (UtQuestion *question, const char *word, GError **error) {
  const UtIndicator *indicator = ut_catalogue_find (question->project->catalogue, word);
  if (indicator == NULL) {
    complain_unknown_indicator (question->project->catalogue, word, error);
    return FALSE;
  }
  add_indicator (question, indicator, word);
  return TRUE;
}

static void
add_place (UtQuestion *question, UtRegionId place) {
  for (guint i = 0; i < question->places->len; i++) {
    if (g_array_index (question->places, UtRegionId, i) == place)
      return;
  }
  g_array_append_val (question->places, place);
}

gboolean
ut_question_add_place (UtQuestion *question, const char *word, GError **error) {
  const UtRegion *region = ut_regions_find (question->project->regions, word, error);
  if (region == NULL)
    return FALSE;
  add_place (question, region->id);
  return TRUE;
}

/* A misspelt word is most like an indicator when one is near; else the places tell. */
gboolean
ut_question_add (UtQuestion *question, const char *word, GError **error) {
  const UtCatalogue *catalogue = question->project->catalogue;
  const UtIndicator *indicator = ut_catalogue_find (catalogue, word);
  if (indicator != NULL) {
    add_indicator (question, indicator, word);
    return TRUE;
  }
  g_autoptr (GError) trouble = NULL;
  if (ut_question_add_place (question, word, &trouble))
    return TRUE;
  g_autofree char *near = near_keys (catalogue, word);
  if (*near != '\0')
    complain_unknown_indicator (catalogue, word, error);
  else
    g_propagate_error (error, g_steal_pointer (&trouble));
  return FALSE;
}

static GPtrArray *
all_indicators (const UtCatalogue *catalogue) {
  GPtrArray *all = g_ptr_array_new ();
  for (guint i = 0; i < ut_catalogue_count (catalogue); i++)
    g_ptr_array_add (all, (gpointer) ut_catalogue_get (catalogue, (UtIndicatorId) i));
  return all;
}

void
ut_question_assess (UtQuestion *question, UtPeriod until, guint aspects) {
  g_autoptr (GPtrArray) all = all_indicators (question->project->catalogue);
  question->of_all = question->indicators->len == 0;
  UtAssessOptions options = question->options;
  options.family = aspects & (UT_ASPECT_LEVEL | UT_ASPECT_TREND) ? all : NULL;
  options.without_trends = (aspects & UT_ASPECT_TREND) == 0;
  const UtProjectWish wish = { .places = question->places,
                               .indicators = question->of_all ? all : question->indicators,
                               .options = &options,
                               .until = until };
  ut_assessment_free (question->assessment);
  question->assessment = ut_project_assess (question->project, &wish, question->findings, NULL);
}

guint
ut_question_number (const UtQuestion *question, guint indicator) {
  const UtIndicator *requested = g_ptr_array_index (question->indicators, indicator);
  return question->of_all ? requested->id : indicator;
}

const UtAssessed *
ut_question_get (const UtQuestion *question, guint place, guint indicator) {
  return ut_assessment_get (question->assessment, place, ut_question_number (question, indicator));
}
