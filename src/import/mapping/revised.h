/* Figures that a newer vintage of their dataset has changed. */
#ifndef UT_IMPORT_MAPPING_REVISED_H
#define UT_IMPORT_MAPPING_REVISED_H

#include <utsyn/findings.h>
#include <utsyn/indicator.h>
#include <utsyn/region.h>
#include <utsyn/table.h>

typedef struct UtRevisions UtRevisions;

UtRevisions *ut_revisions_new (void);
void ut_revisions_free (UtRevisions *revisions);

/* Two rows of one key; the same figure again is no revision. */
void ut_revisions_note (UtRevisions *revisions, const UtRow *older, const UtRow *newer);
/* One finding for each indicator, period and newer file: how many, and the first of them. */
void ut_revisions_tell (const UtRevisions *revisions, const char *const *paths, const UtCatalogue *catalogue,
                        const UtRegions *regions, UtFindings *findings);

#endif
