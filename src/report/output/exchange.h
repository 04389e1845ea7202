/* A new report takes the place of the previous one: all of it or nothing, wherever the run is cut off.
 *
 * The new report lies in dir/.utsyn-new. What else lies in `dir` is somebody's own: everything that the manifests of
 * the two reports do not list. It is linked into the new folder, which is then exchanged for the old one in a single
 * step (renameat2 with RENAME_EXCHANGE); the old one, now beside it as .NAME.utsyn-old, is cleared away. So `dir` is
 * another folder than before under the same name.
 *
 * Where that cannot be done (a file system without exchange or hard links, a folder that is a mount point, a folder
 * above that may not be written) the files move one by one out of dir/.utsyn-move, which stays until the last has
 * moved: what was cut off is completed by the next run. Until then the folder has files of both.
 *
 * Links that lie in the folder are never followed, only moved, replaced or removed themselves. The caller keeps other
 * runs away. */
#ifndef UT_REPORT_OUTPUT_EXCHANGE_H
#define UT_REPORT_OUTPUT_EXCHANGE_H

#include <glib.h>

#define UT_EXCHANGE_NEW ".utsyn-new"

/* Completes or clears away what a previous run left in `dir` and beside it; dir/.utsyn-new is gone afterwards. */
gboolean ut_exchange_recover (const char *dir, GError **error);

/* Puts what is in dir/.utsyn-new into place; it has a manifest.json. With UT_ERROR_IO the folder is the previous run,
 * or the error says that it is neither. */
gboolean ut_exchange_run (const char *dir, GError **error);

/* Removes what waits in dir/.utsyn-new. */
void ut_exchange_discard (const char *dir);

#endif
