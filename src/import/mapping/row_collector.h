/* One thread's reading of a table: rows of cells in, facts out; what else the rows gave is reported and counted. */
#ifndef UT_IMPORT_MAPPING_ROW_COLLECTOR_H
#define UT_IMPORT_MAPPING_ROW_COLLECTOR_H

#include <glib.h>
#include <utsyn/dataset.h>
#include <utsyn/findings.h>

#include "import/importer.h"
#include "import/label/beside.h"
#include "import/label/calendar.h"
#include "import/label/own_codes.h"
#include "import/label/place.h"
#include "import/mapping/collected_table.h"
#include "import/mapping/fact.h"
#include "import/mapping/marks.h"
#include "import/mapping/plan.h"
#include "import/mapping/read_file.h"
#include "import/mapping/unknown_places.h"

/* What became of a row, the best of what became of its cells. */
typedef enum {
  UT_ROW_NOT_SELECTED,
  UT_ROW_OUTSIDE,       /* of a school, a district, Svalbard */
  UT_ROW_UNKNOWN_PLACE, /* of a place that should be one of ours, and is not: a finding */
  UT_ROW_BAD,
  UT_ROW_USED,
  UT_N_ROW_OUTCOMES
} UtRowOutcome;

typedef struct UtRowCollector UtRowCollector;

/* The calendar's number of a period as the source writes it, `heading` above it (NULL: it is part of a heading itself);
 * UT_CALENDAR_NONE when it is none. */
guint16 ut_read_period (const UtCollectedFile *file, const char *label, const char *heading);

UtRowCollector *ut_row_collector_new (const UtCollectedFile *file, const UtCollectedTable *table,
                                      UtDictionary *const *dictionaries);
void ut_row_collector_free (UtRowCollector *collector);
/* No more rows come: lets go of dictionaries and table, and keeps what was read. */
void ut_row_collector_close (UtRowCollector *collector);

/* As UtCellSink wants them. */
void ut_row_collector_row (gpointer collector, const UtCellRow *row);
void ut_row_collector_bad_row (gpointer collector, guint line, const char *why);

/* What was read: how many facts of a mapping there are; and they, given away. */
gsize ut_row_collector_count (const UtRowCollector *collector, guint mapping);
UtFacts ut_row_collector_steal (UtRowCollector *collector, guint mapping);
/* How the figures of a part of a mapping were written. */
const UtMarks *ut_row_collector_marks (const UtRowCollector *collector, guint mapping, UtPart part);
UtFindings *ut_row_collector_findings (UtRowCollector *collector);
const UtUnknownPlaces *ut_row_collector_unknown_places (const UtRowCollector *collector);
/* [regions of its table] UtBeside; none where nothing was looked for. */
UtBeside *const *ut_row_collector_besides (const UtRowCollector *collector);
/* UtTimedLabel: the labels that were places of real figures, where boundaries are the figures' own. */
const GArray *ut_row_collector_timed_labels (const UtRowCollector *collector);
/* Whether a municipality had a figure out of its time. */
gboolean ut_row_collector_doubts_boundaries (const UtRowCollector *collector);
/* How many figures stand under a code that came later. */
gsize ut_row_collector_back_casts (const UtRowCollector *collector);
const UtCodeColumns *ut_row_collector_own_codes (const UtRowCollector *collector);
const UtCollectedTable *ut_row_collector_table (const UtRowCollector *collector);
/* [UT_N_ROW_OUTCOMES] */
const gsize *ut_row_collector_rows (const UtRowCollector *collector);
/* Whether the line has a row that gave no figure that can be read. */
gboolean ut_row_collector_is_bad (const UtRowCollector *collector, guint line);

#endif
