/* A run in its manifest: written as JSON, read back with the line of every fault. */
#ifndef UT_PROJECT_PREVIOUS_RUN_H
#define UT_PROJECT_PREVIOUS_RUN_H

#include <jansson.h>
#include <utsyn/revision.h>

/* Of the whole manifest: 2 has `format`, `summary`, `compared` and `figures`. A manifest without a format is 1. */
#define UT_MANIFEST_FORMAT 2

/* Adds the keys `compared` (places) and `figures` (series and verdicts) to a manifest. */
void ut_run_write (const UtRun *run, json_t *manifest);

/* Reads them from the previous run's manifest, under the ids of today. `shown` is how complaints name the file. Error:
 * UT_ERROR_IO, or UT_ERROR_DEFINITION "file:line:col: …". */
UtRun *ut_previous_run_read (const UtCatalogue *catalogue, const char *path, const char *shown, GError **error);

#endif
