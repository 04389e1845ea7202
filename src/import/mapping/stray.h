/* Figures of places that should be ours and are not: one finding a place, however many rows it has. */
#ifndef UT_IMPORT_MAPPING_STRAY_H
#define UT_IMPORT_MAPPING_STRAY_H

#include <glib.h>
#include <utsyn/findings.h>

#include "import/label/beside.h"
#include "import/label/place.h"

typedef struct UtStrays UtStrays;

UtStrays *ut_strays_new (void);
void ut_strays_free (UtStrays *strays);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtStrays, ut_strays_free)

void ut_strays_add (UtStrays *strays, const UtPlace *place, const char *label, guint line);
/* A figure whose place stands in a column that holds no codes of places; `example` is one of them, with its name
 * where it has one. */
void ut_strays_add_column (UtStrays *strays, const char *heading, UtCodesDoubt doubt, const char *example, guint line);
/* Adds what another thread met in the same file. */
void ut_strays_merge (UtStrays *strays, const UtStrays *others);
/* In the order of their first lines. */
void ut_strays_report (UtStrays *strays, const UtRegions *regions, const char *file, UtFindings *findings);

#endif
