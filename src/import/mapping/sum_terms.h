/* What "all" and ages of a dataset.yaml mean among the labels that a file has: the terms of a sum. */
#ifndef UT_IMPORT_MAPPING_SUM_TERMS_H
#define UT_IMPORT_MAPPING_SUM_TERMS_H

#include <glib.h>
#include <utsyn/dataset.h>

/* Whether a selection may mean a sum: its labels are then to be looked for in the files. */
gboolean ut_selection_may_be_sum (const UtSelection *selection);

typedef struct {
  GPtrArray *names;     /* char *: "0-5", "Enebolig" */
  GPtrArray *spellings; /* char *: the file's label of each */
  gboolean is_all;      /* every label, not known to be ages */
} UtSumTerms;

void ut_sum_terms_free (UtSumTerms *terms);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtSumTerms, ut_sum_terms_free)

/**
 * The terms of a selection among the labels (char *) of its dimension.
 *
 * @param all      labels of the other files too: what is one of them is no range
 * @param halves   labels are "code - text": either half may be written
 * @param[out] why  new string: why there are none, in the message language; NULL when the selection is no sum here,
 *                  since the file has its labels as they are written
 */
UtSumTerms *ut_sum_terms_find (const UtSelection *selection, const GPtrArray *labels, const GPtrArray *all,
                               gboolean halves, char **why);

#endif
