/* What all collectors of a file are told. */
#ifndef UT_IMPORT_MAPPING_READ_FILE_H
#define UT_IMPORT_MAPPING_READ_FILE_H

#include <utsyn/dataset.h>

#include "import/importer.h"
#include "import/label/calendar.h"
#include "import/label/place.h"
#include "import/mapping/fact.h"
#include "import/mapping/plan.h"

typedef struct UtCollectedTable UtCollectedTable;

/* A fact that was read, and the labels of its row. */
typedef struct {
  const UtCollectedTable *table;
  guint mapping;
  const UtPlan *plan;
  const UtFact *fact;
  const guint32 *labels; /* [n_dimensions] codes in the dictionaries */
  UtDictionary *const *dictionaries;
} UtSeen;

/* Shown facts, which are then not kept. */
typedef void (*UtWatch) (gpointer user, const UtSeen *seen);

/* What all collectors of a file share, and none changes but calendar, places and slabs, which are safe. */
typedef struct {
  const UtDataset *dataset;
  UtPlaces *places;
  UtCalendar *calendar;
  UtSlabs *slabs;          /* where the facts go */
  UtBoundaries boundaries; /* while UT_BOUNDARIES_OWN is only tried, collectors keep what could decide otherwise */
  /* Where each row has its own: which labels had real figures in which periods, as the first reading met them: label →
   * GByteArray by period. NULL elsewhere. */
  GHashTable *met;
  const UtNotation *notation;
  UtDecimalMark decimal;
  const char *shown; /* how the file is named */
  guint16 file;      /* in the table */
  gboolean exact;    /* marks never separate thousands */
  UtWatch watch;     /* NULL: facts are kept */
  gpointer watch_user;
} UtCollectedFile;

#endif
