/* Probabilities as text. */
#ifndef UT_TEXT_PROBABILITY_H
#define UT_TEXT_PROBABILITY_H

#include <utsyn/language.h>

/* "0,0034", "< 0,0001"; "" for NaN. New string. */
char *ut_phrase_probability (double p, UtLanguage language);
/* "p = 0,0034", "p < 0,0001". New string. */
char *ut_phrase_p (double p, UtLanguage language);
/* With four significant digits, for one that is calculated with. New string. */
char *ut_phrase_precise (double p, UtLanguage language);

#endif
