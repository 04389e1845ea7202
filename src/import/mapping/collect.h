/* The files of a vintage read into facts: which rows a mapping wants, which place and period they are of, and what
 * became of the others. */
#ifndef UT_IMPORT_MAPPING_COLLECT_H
#define UT_IMPORT_MAPPING_COLLECT_H

#include <glib.h>
#include <utsyn/dataset.h>
#include <utsyn/findings.h>
#include <utsyn/import.h>

#include "import/importer.h"
#include "import/label/calendar.h"
#include "import/label/place.h"
#include "import/mapping/fact.h"
#include "import/mapping/row_collector.h"

typedef struct UtCollector UtCollector;

/* Of the dataset's vintage number `vintage`; dataset, places and slabs must outlive it. */
UtCollector *ut_collector_new (const UtDataset *dataset, guint vintage, UtPlaces *places, UtSlabs *slabs);
void ut_collector_free (UtCollector *collector);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtCollector, ut_collector_free)

/* Reads the dataset's file number `number` with `n_threads`; `file` is its number in the table, `path` where it is.
 * Several files may be read side by side. */
gboolean ut_collector_read (UtCollector *collector, const UtImporter *importer, const char *path, guint number,
                            guint16 file, guint n_threads, GError **error);

/* Everything that was said of the files read, in their order; a count each. */
void ut_collector_report (UtCollector *collector, UtFindings *findings, GArray *counts);

const UtCalendar *ut_collector_calendar (const UtCollector *collector);

gsize ut_collector_count (const UtCollector *collector, guint mapping);
/* The facts of a mapping in the order of the files; a file read by several threads comes in as many pieces, each in
 * order. UtFacts, the caller's to clear. */
GArray *ut_collector_steal (UtCollector *collector, guint mapping);

const UtMapping *ut_collector_mapping (const UtCollector *collector, guint mapping);

/* How the figures of a file were written: those of a part of a mapping, and all of them with what is known of the file;
 * both are added. */
void ut_collector_part_marks (const UtCollector *collector, guint16 file, guint mapping, UtPart part, UtMarks *marks);
void ut_collector_marks (const UtCollector *collector, guint16 file, UtMarks *marks, UtMarksUse *use);

/* Reads a file that was read before once more, and shows what some of the mappings take from it: wanted [n_mappings].
 */
void ut_collector_review (const UtCollector *collector, guint16 file, const gboolean *wanted, UtWatch watch,
                          gpointer user);

/* A row of a file that gave a figure gave none after all. */
void ut_collector_lose (UtCollector *collector, guint16 file, guint32 line);

#endif
