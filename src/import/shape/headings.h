/* The heading row of a separated file, for formats that know themselves by it or must see it before they read. */
#ifndef UT_IMPORT_SHAPE_HEADINGS_H
#define UT_IMPORT_SHAPE_HEADINGS_H

#include <glib.h>

typedef gboolean (*UtHeadingsTest) (const char *const *cells, guint n_cells);

/* The first of the first lines of `text` whose cells pass `test`, cut at ';', TAB or ',': its cells without quotes and
 * blanks, and its physical line. New NULL-terminated list; NULL when there is none. */
char **ut_headings_find (const char *text, UtHeadingsTest test, guint *line);
/* The same from the beginning of a file; NULL also when it cannot be read, which the reading itself will tell. */
char **ut_headings_peek (const char *path, UtHeadingsTest test, guint *line);

/* Whether a heading is among them; case does not matter. */
gboolean ut_headings_have (const char *const *cells, const char *heading);
/* How many of the NULL-terminated list are. */
guint ut_headings_count (const char *const *cells, const char *const *list);

#endif
