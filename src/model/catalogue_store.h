/* The catalogue being loaded. */
#ifndef UT_MODEL_CATALOGUE_STORE_H
#define UT_MODEL_CATALOGUE_STORE_H

#include <utsyn/indicator.h>

struct UtCatalogue {
  GPtrArray *indicators; /* UtIndicator */
  GPtrArray *themes;     /* UtTheme, in reading order */
  GHashTable *by_key;    /* indicators */
  GHashTable *by_former; /* the same, by ids they had before */
};

/* Without any indicator. */
UtCatalogue *ut_catalogue_new (void);

#endif
