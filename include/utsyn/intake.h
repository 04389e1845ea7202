/**
 * @file intake.h
 * Files somebody has downloaded, taken in as a new vintage of their dataset.
 */
#ifndef UTSYN_INTAKE_H
#define UTSYN_INTAKE_H

#include <glib.h>
#include <utsyn/dataset.h>
#include <utsyn/fetch.h>
#include <utsyn/findings.h>
#include <utsyn/indicator.h>
#include <utsyn/macros.h>
#include <utsyn/period.h>
#include <utsyn/region.h>
#include <utsyn/table.h>

UT_BEGIN_DECLS

/**
 * The dataset a file belongs to: its patterns take the name, and its mappings find their columns in it. A file called
 * as one that the dataset has takes precedence over the others.
 *
 * @param datasets  UtDataset
 * @param error     UT_ERROR_DEFINITION: none wants it, or several do (named)
 */
const UtDataset *ut_intake_find (const GPtrArray *datasets, const char *path, GError **error);

/**
 * Copies files into a new vintage folder of the dataset, whole or not at all, with a record of what came: only when
 * they can be read, the dataset's mappings find figures in each of them, the new folder is the newest, and no figure of
 * `intake->before` vanishes. Files that a vintage has already, byte for byte, are not taken in again.
 *
 * @param paths   NULL-terminated, at least one; no two of the same name
 * @param result  cleared by the caller with ut_fetch_result_clear()
 * @param error   UT_ERROR_IO, UT_ERROR_DEFINITION: nothing was changed
 */
gboolean ut_intake_write (const UtIntake *intake, const UtDataset *dataset, const char *const *paths,
                          UtFetchResult *result, GError **error);

/** What became of the figures of a period; rows without a figure are none. */
typedef struct {
  UtPeriod period;
  gsize n_new;
  gsize n_revised; /**< of the same key, with another value, or none now */
  gsize n_same;
  gsize n_vanished; /**< no row any more */
} UtIntakeChange;

/**
 * Compares two tables of the same datasets: array of UtIntakeChange by period, of those that changed or did not.
 *
 * A figure that is more than ten times, or less than a tenth, of what it was is a finding with its file and line, where
 * the larger of the two is at least 30: a handful of people may well become ten handfuls.
 *
 * @param findings  NULL: nothing is reported
 */
GArray *ut_intake_compare (const UtTable *before, const UtTable *after, const UtCatalogue *catalogue,
                           const UtRegions *regions, UtFindings *findings);

UT_END_DECLS

#endif
