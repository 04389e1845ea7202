/* What the reports of a project printed in the runs they name with `previous:`. Small numbers are suppressed with this
 * in view, in every report and every answer alike: two outputs that suppress differently would together disclose what
 * each of them suppresses. What those runs suppressed is read from their files, where the project still has them. */
#ifndef UT_PROJECT_PREVIOUS_H
#define UT_PROJECT_PREVIOUS_H

#include <utsyn/assess.h>
#include <utsyn/project.h>

/* `manifest` is that of one more run, whose report is called `report` and need not lie with the others; may be NULL.
 * `findings` gets a previous run of the others that cannot be read, which then counts as having shown nothing, and
 * files of a previous run that are no longer there. NULL with UT_ERROR_DEFINITION when `manifest` cannot be read. */
UtPreviousFigures *ut_project_previous_figures (const UtProject *project, const char *report, const char *manifest,
                                                UtFindings *findings, GError **error);

#endif
