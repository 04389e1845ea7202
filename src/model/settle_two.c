#include "model/settle_two.h"

#include <math.h>

/* How much each reason for a gap says; what stands from HOLDS on gives way to no figure. */
enum { HOLDS = 6 };

static const int strengths[] = {
  [UT_STATUS_BLANK] = 0,
  [UT_STATUS_MISSING] = 1,
  [UT_STATUS_NOT_YET] = 2,
  [UT_STATUS_NOT_POSSIBLE] = 3,
  [UT_STATUS_NOT_ADDABLE] = 4,
  [UT_STATUS_UNUSABLE] = 5,
  [UT_STATUS_CONTRADICTORY] = HOLDS,
  [UT_STATUS_SUPPRESSED] = 7,
  [UT_STATUS_CONFIDENTIAL] = 8,
};
G_STATIC_ASSERT (G_N_ELEMENTS (strengths) == UT_N_STATUSES);

UtRepeated
ut_settle_two (UtStatus first, double first_value, UtStatus second, double second_value) {
  gboolean has_first = !isnan (first_value), has_second = !isnan (second_value);
  if (has_first && has_second)
    return first_value == second_value ? UT_REPEATED_FIRST : UT_REPEATED_NEITHER;
  if (!has_first && !has_second)
    return strengths[second] > strengths[first] ? UT_REPEATED_SECOND : UT_REPEATED_FIRST;
  if (strengths[has_first ? second : first] >= HOLDS)
    return UT_REPEATED_NEITHER;
  return has_first ? UT_REPEATED_FIRST : UT_REPEATED_SECOND;
}
