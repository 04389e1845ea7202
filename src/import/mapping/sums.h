/* The sums that a dataset.yaml leaves to the files' labels: "all", and ages. */
#ifndef UT_IMPORT_MAPPING_SUMS_H
#define UT_IMPORT_MAPPING_SUMS_H

#include <glib.h>
#include <utsyn/dataset.h>
#include <utsyn/indicator.h>

/**
 * The dataset as one of its vintages means it: every such selection is a sum of labels in each quantity. The files are
 * read for their labels, those of one vintage must have the same terms.
 *
 * @return new mappings (UtMapping); NULL without error when there is no sum to find
 */
GPtrArray *ut_sums_find (const UtDataset *dataset, guint vintage, const char *root, GError **error);

/* Only counts are added up. UT_ERROR_DEFINITION */
gboolean ut_sums_check (const UtDataset *dataset, const UtMapping *found, const UtIndicator *indicator, GError **error);

#endif
