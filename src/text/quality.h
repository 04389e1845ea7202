/* What a reader must know of figures: one row a flag. */
#ifndef UT_TEXT_QUALITY_H
#define UT_TEXT_QUALITY_H

#include <utsyn/phrases.h>

/* Under the name of an indicator: "om lag · summert", each after " · "; appended. */
void ut_phrase_append_quality (GString *out, guint16 quality, UtLanguage language);
/* Below a chart, a sentence for each; "" when nothing. New string. */
char *ut_phrase_quality_notes (guint16 quality, UtLanguage language);

#endif
