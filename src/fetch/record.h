/* fetched.json: what was requested, when, and what came. */
#ifndef UT_FETCH_RECORD_H
#define UT_FETCH_RECORD_H

#include "fetch/store.h"

/* Now in UTC, or the time SOURCE_DATE_EPOCH gives. */
GDateTime *ut_record_time (void);

/* The record of these files (UtFetchedFile); new string. */
char *ut_record_write (const UtDataset *dataset, const GPtrArray *files, GDateTime *now);

#endif
