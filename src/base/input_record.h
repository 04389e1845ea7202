/* Which files a run has read, and the SHA-256 of the bytes it read: not of what lies under the same name later. Readers
 * hand their bytes in wherever they are; where no record is in use nothing is computed. */
#ifndef UT_BASE_INPUT_RECORD_H
#define UT_BASE_INPUT_RECORD_H

#include <glib.h>

typedef struct UtInputRecord UtInputRecord;

UtInputRecord *ut_input_record_new (void);
void ut_input_record_free (UtInputRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtInputRecord, ut_input_record_free)

/* From here on, what this thread reads goes into `record`, and so does what ut_pool_run() reads for it; NULL: nowhere.
 * Returns the record it went into before. */
UtInputRecord *ut_input_record_use (UtInputRecord *record);
UtInputRecord *ut_input_record_in_use (void);

/* All bytes of a file, read at once. */
void ut_input_record_add (const char *path, gconstpointer bytes, gsize n_bytes);
/* The checksum of a file that was read piece by piece. */
void ut_input_record_add_sum (UtInputRecord *record, const char *path, const char *sha256);

/* Everything that is in `other` too. */
void ut_input_record_join (UtInputRecord *record, const UtInputRecord *other);
void ut_input_record_clear (UtInputRecord *record);

/* What was read: paths from the root, sorted; free with g_ptr_array_unref(). */
GPtrArray *ut_input_record_list (const UtInputRecord *record);

/* The checksum of a path from the root: NULL when the file was not read, "" when it was read more than once and was not
 * the same. */
const char *ut_input_record_find (const UtInputRecord *record, const char *path);

#endif
