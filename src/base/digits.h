/* A number as its digits. */
#ifndef UT_BASE_DIGITS_H
#define UT_BASE_DIGITS_H

#include <glib.h>

/* No double needs more to be read back as itself. */
#define UT_MOST_DIGITS 17

/* The fewest significant digits that read back as the same number, without zeros at the end. `value` is finite and not
 * negative. Returns the power of ten of the first. */
int ut_digits_shortest (double value, char digits[UT_MOST_DIGITS + 1]);

#endif
