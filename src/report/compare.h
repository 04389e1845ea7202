/* What a report requests beyond county and country: benchmarks, rule and targets. */
#ifndef UT_REPORT_COMPARE_H
#define UT_REPORT_COMPARE_H

#include <utsyn/report.h>

#include "base/yaml.h"

/* Reads `compare`, `rule` and `targets` into report->options; the report's places must have been read. Peers become an
 * own region of the project. */
gboolean ut_report_read_compare (UtProject *project, const UtYaml *yaml, UtReport *report, GError **error);
/* Reads `by`; the report's themes must have been read. */
gboolean ut_report_read_by (const UtYaml *yaml, UtReport *report, GError **error);
void ut_report_clear_compare (UtReport *report);

#endif
