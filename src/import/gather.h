/* Rows of cells gathered into observations: one for each mapping, place and period. */
#ifndef UT_IMPORT_GATHER_H
#define UT_IMPORT_GATHER_H

#include <glib.h>
#include <utsyn/dataset.h>
#include <utsyn/findings.h>
#include <utsyn/import.h>
#include <utsyn/indicator.h>

#include "import/importer.h"
#include "import/place.h"

#define UT_TERM_UNSEEN ((guint8) UT_N_STATUSES)

/* One term of a sum as the file has it. */
typedef struct {
  double value;   /* NaN unless status is OK */
  guint8 status;  /* UtStatus, or UT_TERM_UNSEEN */
  gint8 decimals; /* as printed; may be negative after a share was made per cent */
} UtTerm;

/* Everything the files say about one key. */
typedef struct {
  guint mapping; /* number in the dataset */
  const UtPlace *place;
  UtPeriod period;
  const char *path; /* of the first line; owned by the dataset */
  guint line;
  guint8 quality;
  GArray *origins; /* UtOrigin */
  UtTerm *terms;   /* of all parts, in the order of UtPart */
} UtGathered;

typedef struct UtGatherer UtGatherer;

/* All but `counts` must outlive the gatherer. */
UtGatherer *ut_gatherer_new (const UtDataset *dataset, UtPlaces *places, UtFindings *findings);
void ut_gatherer_free (UtGatherer *gatherer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtGatherer, ut_gatherer_free)

/* Reads one file. `path` is opened, `shown` (owned by the dataset) is how it is named, `file` its number in the table.
 */
gboolean ut_gatherer_read (UtGatherer *gatherer, const UtImporter *importer, const char *path, const char *shown,
                           guint16 file, UtImportCount *count, GError **error);

/* What there is: UtGathered, in the order first met. Owned by the gatherer. */
const GPtrArray *ut_gatherer_get (const UtGatherer *gatherer);

#endif
