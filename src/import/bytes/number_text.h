/* Numbers of formats that have no decimal mark of their own, as the source they come from would have written them. */
#ifndef UT_IMPORT_BYTES_NUMBER_TEXT_H
#define UT_IMPORT_BYTES_NUMBER_TEXT_H

#include <utsyn/number.h>

/* The fewest digits that read back as the same number, never with an exponent: "0.1", "11,3". New string; "" for what
 * is no finite number. */
char *ut_number_text (double value, UtDecimalMark mark);

#endif
