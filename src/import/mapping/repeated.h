/* Rows of the table that have the key of another, from another mapping, dataset or vintage: which of them stands. */
#ifndef UT_IMPORT_MAPPING_REPEATED_H
#define UT_IMPORT_MAPPING_REPEATED_H

#include <utsyn/findings.h>
#include <utsyn/indicator.h>
#include <utsyn/region.h>
#include <utsyn/table.h>

/* The dataset and the vintage of it that a file came with, by number. */
typedef struct {
  guint source, vintage;
} UtProvenance;

typedef struct UtRepeats UtRepeats;

UtRepeats *ut_repeats_new (const UtRegions *regions, const UtCatalogue *catalogue);
void ut_repeats_free (UtRepeats *repeats);

/* File number `file` of the table; `shown` must live on. */
void ut_repeats_add_file (UtRepeats *repeats, guint16 file, const char *shown, UtProvenance provenance);
/* UtRepeatedRow, for `repeats`. */
UtRepeated ut_repeats_settle (gpointer repeats, const UtRow *first, const UtRow *repeated);
/* UtLostLine: what does not stand beside another row. */
const GArray *ut_repeats_lost (const UtRepeats *repeats);
/* What was seen, moved behind `findings`: revisions, and what contradicts. */
void ut_repeats_tell (UtRepeats *repeats, UtFindings *findings);

#endif
