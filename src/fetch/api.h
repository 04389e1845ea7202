/* What tells one agency's interface from another: a row of one table, a file each. */
#ifndef UT_FETCH_API_H
#define UT_FETCH_API_H

#include "fetch/request.h"
#include <glib.h>
#include <utsyn/dataset.h>
#include <utsyn/fetch.h>

typedef struct {
  const char *name;
  const char *help;       /* whose it is (msgid) */
  const char *host;       /* where requests go when the dataset names no other */
  guint calls_per_minute; /* 0: no limit known */
  /* Optional: the question whose answer decides the others. NULL: there is none. */
  UtRequest *(*ask) (const UtFetchSource *source, const char *host);
  const char *decides; /* msgid: what that answer decides; NULL without ask() */
  /* The questions for the figures. `answer` is that of ask(); NULL: it is not known yet, the questions are as they
   * would be were nothing to split. */
  gboolean (*build) (const UtFetchSource *source, const char *host, GBytes *answer, GPtrArray *requests,
                     GError **error);
  /* Whether an answer is what was requested, and whole. The error says why not. */
  gboolean (*check) (const UtFetchSource *source, GBytes *answer, GError **error);
  /* Optional: all answers as one file. NULL: each is a file of its own. */
  GBytes *(*merge) (GPtrArray *answers, GError **error);
} UtApi;

extern const UtApi ut_api_ssb, ut_api_fhi, ut_api_udir, ut_api_klass;

/* The row of a dataset's API. */
const UtApi *ut_api_find (UtFetchApi api);

/* Where an API's paths begin: the dataset's own host, else the agency's. */
const char *ut_api_host (const UtFetchSource *source);

/* Whether a text is a table of several lines and no page of HTML or JSON. */
gboolean ut_answer_check_csv (GBytes *answer, GError **error);
/* Whether it is a JSON-stat dataset with as many values as its sizes say. */
gboolean ut_answer_check_json_stat (GBytes *answer, GError **error);
/* What a server says of a question it refuses: the title, the message; NULL when it gives none. New string. */
char *ut_answer_reason (const char *text, gsize size);

#endif
