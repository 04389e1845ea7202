/**
 * @file fetch.h
 * Gets the newest figures from the agencies' open interfaces, as the key `fetch` of a dataset.yaml requests them.
 *
 * What is fetched becomes a new vintage: a folder datasets/<id>/<date>/ with the files 01.csv, 02.csv … and a record
 * fetched.json of what was requested, when, and what came (bytes, SHA-256). It is one only when the dataset's mappings
 * find figures in it; else, or when the run is cut off, nothing is changed. Old vintages are kept. When the newest
 * vintage already has the same bytes, nothing is written. Nothing is written or cleared away through links, and of two
 * runs with the same dataset the second waits.
 *
 * The connection is encrypted and the certificate checked; only this very machine may be reached over plain http. A
 * redirect to another host is refused. Proxies are taken from the environment as curl does (https_proxy, no_proxy), and
 * so are certificates (CURL_CA_BUNDLE, SSL_CERT_FILE). Nothing is sent but the query and "User-Agent: utsyn/<version>".
 */
#ifndef UTSYN_FETCH_H
#define UTSYN_FETCH_H

#include <glib.h>
#include <utsyn/dataset.h>
#include <utsyn/findings.h>
#include <utsyn/indicator.h>
#include <utsyn/macros.h>
#include <utsyn/region.h>
#include <utsyn/table.h>

UT_BEGIN_DECLS

/** How patient and how trusting a run is. */
typedef struct {
  guint timeout_seconds; /**< a server that is silent this long is given up; at least 1 */
  guint64 max_bytes;     /**< a dataset whose answers are larger together is refused; at least 1 */
} UtFetchLimits;

/** 60 seconds and 256 MiB. */
UtFetchLimits ut_fetch_default_limits (void);

/** One run: it holds the connections and the agencies' limits on calls a minute. */
typedef struct UtFetcher UtFetcher;

UtFetcher *ut_fetcher_new (const UtFetchLimits *limits);
void ut_fetcher_free (UtFetcher *fetcher);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtFetcher, ut_fetcher_free)

/** Called before every request: the `done` of `total` that are finished. `total` grows when a query must be split. */
typedef void (*UtFetchProgress) (gpointer user, const UtDataset *dataset, guint done, guint total);

/** A project that takes new files in: they are read as it reads them before they count. */
typedef struct {
  const char *root; /**< the project's folder */
  const UtCatalogue *catalogue;
  const UtRegions *regions;
  UtFindings *findings;  /**< gets what was found in the new files; NULL: nothing is reported */
  gboolean by_hand;      /**< somebody chose the files: each must give figures, and old ones are not taken for new */
  const UtTable *before; /**< the dataset's figures so far: none of them may vanish; NULL: they may */
} UtIntake;

/** What a dataset's fetch came to. */
typedef struct {
  char *vintage; /**< name of the new folder, or of the newest there was; NULL when that is the dataset's own folder */
  gboolean same; /**< the newest vintage has the same bytes: nothing was written */
  guint n_files; /**< fetched */
  guint64 n_bytes; /**< fetched, all files together */
  UtTable *table;  /**< the figures of the new vintage; NULL when nothing was written */
} UtFetchResult;

void ut_fetch_result_clear (UtFetchResult *result);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (UtFetchResult, ut_fetch_result_clear)

/**
 * Fetches a dataset and writes its new vintage.
 *
 * An answer 429, 500, 502, 503 or 504 and a broken connection are tried again, five times in all, after 1, 2, 4 and 8
 * seconds (429: 15), or as long as the server asks for (at most two minutes); a download that broke off is resumed
 * where the server can. SSB gets at most 30 requests a minute, and a query of more than 800 000 cells is split.
 *
 * @param dataset  with `fetch` not NULL; see ut_dataset_load_definition()
 * @param progress may be NULL
 * @param[out] result  cleared by the caller with ut_fetch_result_clear()
 * @param error    UT_ERROR_DEFINITION when the agency refuses the query, or answers something else than figures, or
 *                 figures that no mapping of the dataset is about,
 *                 UT_ERROR_IO when it cannot be reached or the files cannot be written
 */
gboolean ut_fetch_dataset (UtFetcher *fetcher, const UtIntake *intake, const UtDataset *dataset,
                           UtFetchProgress progress, gpointer user, UtFetchResult *result, GError **error);

/**
 * What ut_fetch_dataset() would request, without doing so: "GET https://…" or "POST https://…", the body indented
 * below. Lines with # say whose figures these are, and where one answer decides the next question (SSB's splitting,
 * Udir's pages). New string.
 */
char *ut_fetch_describe (const UtDataset *dataset, GError **error);

UT_END_DECLS

#endif
