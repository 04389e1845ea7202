/* The facts of a mapping put together by key, restated to today's municipalities, and made rows of the table. */
#ifndef UT_IMPORT_MAPPING_ASSEMBLE_H
#define UT_IMPORT_MAPPING_ASSEMBLE_H

#include <glib.h>
#include <utsyn/findings.h>
#include <utsyn/indicator.h>
#include <utsyn/table.h>

#include "import/label/place.h"
#include "import/mapping/collect.h"

/* What all mappings share, and none changes. */
typedef struct {
  UtPlaces *places;
  const UtPlace *const *all_places; /* by number */
  guint32 n_places, n_codes;
  const char *const *paths; /* of files, by number */
} UtAssembly;

/* A mapping whose rows are not yet added. */
typedef struct UtAssembler UtAssembler;

/* A line whose figure lost to another of the same key. */
typedef struct {
  guint16 file;
  guint32 line;
} UtLostLine;

/* Takes the facts of the collector's mapping number `mapping` and adds its rows to `part`, in order. Of facts with the
 * same key and figure the first stays; where the figures differ none does, and the row says so. The others are
 * findings, and their lines are added to `lost` (UtLostLine). Where rows of one key differ, what sets them apart is not
 * kept with the figures: *open is then not NULL, to be shown the rows once more and finished. Error:
 * UT_ERROR_DEFINITION when there are more places, periods and figures than there is room for. */
gboolean ut_assemble (const UtAssembly *assembly, UtCollector *collector, guint mapping, const UtIndicator *indicator,
                      UtTableBuilder *part, UtFindings *findings, GArray *lost, gsize *n_rows, UtAssembler **open,
                      GError **error);
/* Reads a file once more, for all that are open: [n_mappings of the collector], NULL where one is not. */
void ut_assemble_review (const UtCollector *collector, guint16 file, UtAssembler *const *open, guint n_mappings);
/* Adds the rows of what was open, and frees it. */
void ut_assemble_finish (UtAssembler *open, GArray *lost, gsize *n_rows);

#endif
