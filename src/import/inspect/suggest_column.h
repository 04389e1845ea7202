/* What a column of numbers is by its heading and contents: figures, or a number that only names or places something. */
#ifndef UT_IMPORT_INSPECT_SUGGEST_COLUMN_H
#define UT_IMPORT_INSPECT_SUGGEST_COLUMN_H

#include <utsyn/import.h>

/* The column most likely to be the figure: the first that differs from row to row and is neither a code, an identifier,
 * a coordinate, a time nor a group. NULL when there is none. `several`: others are as likely. */
const UtInspectColumn *ut_suggest_figure (const UtInspectTable *table, gboolean *several);
/* Numbers that group the rows: ages, sexes, grades. */
gboolean ut_suggest_is_group (const UtInspectColumn *column);
/* Persons or cases: whole numbers, under a heading that names no share, mean or money. */
gboolean ut_suggest_is_count (const UtInspectColumn *column);
/* A heading of codes and identifiers. */
gboolean ut_suggest_names_code (const char *heading);
/* Whether a column may be the figure at all. */
gboolean ut_suggest_may_be_figure (const UtInspectColumn *column, gboolean alone);
/* A heading of parts of a year. */
gboolean ut_suggest_names_part_of_year (const char *heading);

/* The column of that role, "region" or "period"; NULL when none has it. */
const UtInspectDimension *ut_suggest_find_role (const UtInspectTable *table, const char *role);

#endif
