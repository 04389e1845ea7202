/* What the name of a file gives a proposal. */
#ifndef UT_IMPORT_INSPECT_SUGGEST_NAME_H
#define UT_IMPORT_INSPECT_SUGGEST_NAME_H

#include "import/label/notation.h"

/* A folder's name: small letters, digits and hyphens. New string. */
char *ut_suggest_id (const char *path);
/* "imdi_bosetting_2024.csv" is "Imdi bosetting". New string. */
char *ut_suggest_title (const char *path);
/* An agency whose short name begins the file's name: no more than a hint. NULL: none does. */
const UtNotation *ut_suggest_agency (const char *path);

#endif
