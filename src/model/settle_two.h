/* Two figures of one place and period: which of them stands. One rule for the rows of a mapping, of two mappings and of
 * two datasets, whatever their order. */
#ifndef UT_MODEL_SETTLE_TWO_H
#define UT_MODEL_SETTLE_TWO_H

#include <utsyn/table.h>

/* Of two figures that differ neither stands, for none is known to be right. A gap gives way to a figure, but what was
 * hidden on purpose does not, nor what contradicts itself. Of two gaps the one that says more stays. Values are NaN
 * unless the status is OK. */
UtRepeated ut_settle_two (UtStatus first, double first_value, UtStatus second, double second_value);

#endif
