/* Fetched files as a new vintage of their dataset. */
#ifndef UT_FETCH_STORE_H
#define UT_FETCH_STORE_H

#include <utsyn/dataset.h>
#include <utsyn/fetch.h>

/* A file and the requests (UtRequest, borrowed) it is the answer to. */
typedef struct {
  char *name;
  char *shown; /* what it is called in messages */
  GBytes *bytes;
  GPtrArray *requests;
} UtFetchedFile;

/* An array that owns its files. */
GPtrArray *ut_fetched_files_new (void);
/* Takes over `bytes`; the name is given by the number: 01.csv. `requests` is copied as an array, not its elements. */
void ut_fetched_files_add (GPtrArray *files, const UtFetchSource *source, GBytes *bytes, gconstpointer *requests,
                           guint n_requests);

/* Writes the files when the dataset's mappings find figures in them, or sees that the newest vintage has them already.
 */
gboolean ut_store_write (const UtIntake *intake, const UtDataset *dataset, const GPtrArray *files,
                         UtFetchResult *result, GError **error);

#endif
