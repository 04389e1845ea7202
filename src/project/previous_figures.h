/* What the current run shows, kept beside it, so that the next one knows what cannot be suppressed any more. */
#ifndef UT_PROJECT_PREVIOUS_FIGURES_H
#define UT_PROJECT_PREVIOUS_FIGURES_H

#include <utsyn/assess.h>
#include <utsyn/project.h>

/* What the manifest calls the file they are in; its name is in the language of the report. */
#define UT_RUN_FIGURES_KIND "figures"

/* Every figure of the report's places and of what they are compared with, and of the groups it reports
 * them by, suppressed ones left out, as JSON; new string. */
char *ut_run_figures_write (const UtAssessment *assessment, const gboolean by[UT_N_DIMENSIONS]);

/* Adds the figures beside a previous run's manifest, under the ids of today. FALSE with UT_ERROR_DEFINITION. */
gboolean ut_previous_figures_read (const UtProject *project, const char *manifest, UtPreviousFigures *previous,
                                   GError **error);

#endif
