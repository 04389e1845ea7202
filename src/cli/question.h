/* What a person asks about: indicators and places, named on the command line, and the assessment that answers. */
#ifndef UT_CLI_QUESTION_H
#define UT_CLI_QUESTION_H

#include "cli/cli.h"
#include <utsyn/assess.h>

typedef struct {
  UtFindings *findings;
  UtProject *project;
  GPtrArray *indicators; /* const UtIndicator, as requested */
  GArray *places;        /* UtRegionId, as requested */
  UtAssessOptions options;
  gboolean of_all; /* nothing was requested, and so everything */
  UtAssessment *assessment;
} UtQuestion;

/* What is to be found of an indicator in a place. */
typedef enum {
  UT_ASPECT_LEVEL = 1 << 0, /* against others, with all indicators of the catalogue as the family of the many
                               comparisons: the same whichever of them are requested */
  UT_ASPECT_TREND = 1 << 1,
} UtAspect;

/* The project loaded; nothing requested yet. NULL with the error set. */
UtQuestion *ut_question_new (const UtCli *cli, GError **error);
void ut_question_free (UtQuestion *question);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtQuestion, ut_question_free)

/* Asks about one indicator, place, or whichever of them the word is. What is requested twice counts once. FALSE with
 * UT_ERROR_USAGE, which names what was probably meant. */
gboolean ut_question_add_indicator (UtQuestion *question, const char *word, GError **error);
gboolean ut_question_add_place (UtQuestion *question, const char *word, GError **error);
gboolean ut_question_add (UtQuestion *question, const char *word, GError **error);

/* Assesses the places by the indicators requested, or by all when none is: the aspects (UtAspect flags) alone. What
 * the reports of the project hide is hidden here too. Only what was known at the end of `until`, unless that is
 * UT_PERIOD_NONE. */
void ut_question_assess (UtQuestion *question, UtPeriod until, guint aspects);

/* --period; NULL is UT_PERIOD_NONE. FALSE with UT_ERROR_USAGE when it is no period. */
gboolean ut_question_parse_period (const char *text, UtPeriod *period, GError **error);
/* FALSE with UT_ERROR_USAGE when an indicator requested has no figure of that period for any of the places requested,
 * or, for UT_PERIOD_NONE, none at all; it tells of which periods there are some. */
gboolean ut_question_check_period (const UtQuestion *question, UtPeriod period, GError **error);

/* One answer; `indicator` and `place` count what was requested. */
const UtAssessed *ut_question_get (const UtQuestion *question, guint place, guint indicator);
/* Its number in the assessment. */
guint ut_question_number (const UtQuestion *question, guint indicator);

/* --rule: the rule of that name for all indicators; NULL leaves the choice to each of them. FALSE with UT_ERROR_USAGE.
 */
gboolean ut_rule_choose (UtAssessOptions *options, const char *name, GError **error);

/* The benchmarks to show, UtBenchmark each: those named, with commas between, or county and country when `names` is
 * NULL. Some say which after a colon: own:2019, peers:3425+3430, kostra-group:EKG05, target:4.5, which are taken
 * for all places and indicators requested until then. NULL with UT_ERROR_USAGE. */
GArray *ut_question_choose_benchmarks (UtQuestion *question, const char *names, GError **error);

#endif
