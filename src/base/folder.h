/* What lies in a folder. */
#ifndef UT_BASE_FOLDER_H
#define UT_BASE_FOLDER_H

#include <glib.h>

/* Names in the folder `path` that end with `suffix` ("" for all), sorted; none when it is no folder. */
GPtrArray *ut_folder_list (const char *path, const char *suffix);
/* The same; NULL with UT_ERROR_IO, which names it as `shown`, when it cannot be listed. */
GPtrArray *ut_folder_read (const char *path, const char *shown, const char *suffix, GError **error);

/* Definitions that would be passed over for their names, as editors and other programs give them: x.yml, x.yaml.txt.
 * FALSE with UT_ERROR_DEFINITION, a line each; `shown` is how the folder is named. */
gboolean ut_folder_check_names (const char *path, const char *shown, GError **error);

/* Names of everything below the folder `path`, relative to it, a folder ("figurer/") before what is in it; links are
 * named and not followed. */
GPtrArray *ut_folder_tree (const char *path);

/* Removes a folder with all that is in it, as far as that is allowed; links are removed and not followed. */
void ut_folder_remove (const char *path);

#endif
