/* Figures of places that are none of ours: one finding a place, however many rows it has. */
#ifndef UT_IMPORT_STRAY_H
#define UT_IMPORT_STRAY_H

#include <glib.h>
#include <utsyn/findings.h>

#include "import/place.h"

typedef struct UtStrays UtStrays;

UtStrays *ut_strays_new (void);
void ut_strays_free (UtStrays *strays);

void ut_strays_add (UtStrays *strays, const UtPlace *place, const char *label, guint line);
/* In the order first met. */
void ut_strays_report (const UtStrays *strays, const char *file, UtFindings *findings);

#endif
