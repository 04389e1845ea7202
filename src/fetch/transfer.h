/* Sends a request over HTTP and sees to it that the answer is whole. */
#ifndef UT_FETCH_TRANSFER_H
#define UT_FETCH_TRANSFER_H

#include "fetch/patience.h"
#include "fetch/request.h"
#include <utsyn/fetch.h>

typedef struct UtTransfer UtTransfer;

UtTransfer *ut_transfer_new (const UtFetchLimits *limits);
void ut_transfer_free (UtTransfer *transfer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtTransfer, ut_transfer_free)

/* The whole answer. Waits, repeats the request, resumes and follows redirects on the same host. Error:
 * UT_ERROR_DEFINITION when the server refuses the question (its own words in the message), UT_ERROR_IO when there is no
 * whole answer. */
GBytes *ut_transfer_ask (UtTransfer *transfer, const UtRequest *request, UtRateWindow *window, GError **error);

#endif
