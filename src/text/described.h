/* What is said of figures that are described, not tested: how far apart they are, and where the place stands. */
#ifndef UT_TEXT_DESCRIBED_H
#define UT_TEXT_DESCRIBED_H

#include <utsyn/phrases.h>

/* "1,1 prosentpoeng lågare", of the figures before they are rounded; NULL where no difference is known. New string. */
char *ut_phrase_difference_short (const UtAssessed *assessed, UtBenchmark benchmark, UtLanguage language);

/* "1,1 prosentpoeng lågare enn landet (19,6 prosent)"; NULL where no difference is known. New string. */
char *ut_phrase_described_difference (const UtAssessed *assessed, UtBenchmark benchmark, const UtRegions *regions,
                                      UtLanguage language);

/* "nr. 4 av 17 i Telemark, talt frå lågast", of those that have a figure; NULL where the place is not ranked. New
 * string. */
char *ut_phrase_standing (const UtAssessed *assessed, const UtRegions *regions, UtLanguage language);

#endif
