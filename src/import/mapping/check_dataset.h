/* What can be wrong with a dataset before any of its files is read. Each joins its fault to `error`. */
#ifndef UT_IMPORT_MAPPING_CHECK_DATASET_H
#define UT_IMPORT_MAPPING_CHECK_DATASET_H

#include <utsyn/dataset.h>
#include <utsyn/indicator.h>

#include "import/importer.h"

/* NULL when there is no such format. */
/* The format of a mapping's files. */
const char *ut_mapping_format (const UtDataset *dataset, const UtMapping *mapping);
/* The importer of a file: the dataset's own, or another one that a mapping names and finds its columns with. */
const UtImporter *ut_choose_importer (const UtDataset *dataset, const char *path);
const UtImporter *ut_check_format (const UtDataset *dataset, GError **error);
void ut_check_notation (const UtDataset *dataset, GError **error);
/* What a report alone has and what is everybody's are not mixed. */
gboolean ut_check_report (const UtDataset *dataset, const UtMapping *mapping, const UtIndicator *indicator,
                          GError **error);
gboolean ut_check_quantities (const UtDataset *dataset, const UtMapping *mapping, const UtIndicator *indicator,
                              GError **error);

#endif
