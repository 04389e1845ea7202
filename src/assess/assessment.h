/* What was requested of an assessment, for those that find more of the same. */
#ifndef UT_ASSESS_ASSESSMENT_H
#define UT_ASSESS_ASSESSMENT_H

#include <utsyn/assess.h>

const UtAssessOptions *ut_assessment_options (const UtAssessment *assessment);

#endif
