/* What a place is called, and whether a text is its name: the same for what files write and what people type. */
#ifndef UT_MODEL_REGION_NAMES_H
#define UT_MODEL_REGION_NAMES_H

#include <glib.h>
#include <utsyn/region.h>

/* A place's name for comparing: case folded, also without the marks that files lose (Porsáŋgu, Porsángu), and with one
 * space for any hyphen, dash, slash, comma or colon between words. å, æ and ø stay letters of their own. New string. */
char *ut_fold_place (const char *name);

/* All a place is called: "Troms - Romsa - Tromssa" whole and in parts, "Våler (Østfold)" whole and as "Våler", and what
 * navn.csv adds. */
char **ut_region_names (const UtRegion *region);

/* Adds a name folded, and as it is written without å, æ and ø ("Tonsberg", "Baerum", "Aal"); the list frees them. */
void ut_add_spellings (GPtrArray *spellings, const char *name);

/* Whether a folded text is names of the list, folded, one after the other in any order: "snåase snåsa". */
gboolean ut_names_make_up (const GPtrArray *names, const char *folded);

#endif
