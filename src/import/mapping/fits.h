/* Whether a file is one of a dataset's. */
#ifndef UT_IMPORT_MAPPING_FITS_H
#define UT_IMPORT_MAPPING_FITS_H

#include <utsyn/dataset.h>

#include "import/importer.h"

/* As ut_import_fits, read in one of its formats. */
gboolean ut_import_fits_format (const UtDataset *dataset, const UtImporter *importer, const char *path);

#endif
