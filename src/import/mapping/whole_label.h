/* Whether one of all labels is the sum of others: a total that no word tells. */
#ifndef UT_IMPORT_MAPPING_WHOLE_LABEL_H
#define UT_IMPORT_MAPPING_WHOLE_LABEL_H

#include "import/mapping/assembler.h"

/* UT_ERROR_DEFINITION naming the label and those it sums, where a mapping adds up all labels and every place has it so.
 * The facts stand in their slots. */
gboolean ut_whole_label_check (const UtAssembler *assembler, GError **error);

#endif
