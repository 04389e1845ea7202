/**
 * @file project.h
 * A project folder, loaded: places, catalogue, datasets and the table.
 */
#ifndef UTSYN_PROJECT_H
#define UTSYN_PROJECT_H

#include <glib.h>
#include <utsyn/dataset.h>
#include <utsyn/findings.h>
#include <utsyn/indicator.h>
#include <utsyn/macros.h>
#include <utsyn/region.h>
#include <utsyn/table.h>

UT_BEGIN_DECLS

/** Which files were read, and the SHA-256 of the bytes that were read. */
typedef struct UtInputRecord UtInputRecord;

/** A folder with indicators/, datasets/ and usually reports/. */
typedef struct {
  char *root;
  UtInputRecord *inputs; /**< for a report's manifest; NULL unless ut_project_load() made the project */
  UtInputRecord *past;   /**< what was read of earlier runs last; NULL as `inputs` */
  UtRegions *regions;
  UtCatalogue *catalogue;
  GPtrArray *datasets; /**< UtDataset */
  GPtrArray *unread;   /**< UtUnread: the datasets that cannot be read, and are not in `datasets` */
  UtTable *table;      /**< as imported; NULL before ut_project_import */
  GArray *counts;      /**< UtImportCount; NULL before ut_project_import */
  struct UtKept *kept; /**< what one report has found out and the next need not; see ut_project_prepare */
} UtProject;

/** The nearest folder at or above `start` that holds indicators/ and datasets/; NULL when none. New string. */
char *ut_project_find_root (const char *start);

/** What can be read of the definitions, never NULL: places, catalogue and datasets that could not be are NULL in it,
 * and every fault of theirs is in `error`. A single dataset that cannot be read is in `unread`. */
UtProject *ut_project_read (const char *root, GError **error);
/** The definitions, also of datasets that have no file yet; NULL when the places or the catalogue are wrong. */
UtProject *ut_project_load_definitions (const char *root, GError **error);
/**
 * Imports the datasets. One that cannot be read is left out: it moves to `unread`, its indicators are marked so that
 * each says why it has no figure, and it is a finding. Places, catalogue and datasets must be there.
 */
void ut_project_import (UtProject *project, UtFindings *findings);
/** A finding for each dataset in `unread`: what is wrong with it, and that it is left out. */
void ut_project_tell_unread (const UtProject *project, UtFindings *findings);
/** The definitions, and every dataset that can be read imported. */
UtProject *ut_project_load (const char *root, UtFindings *findings, GError **error);
/** The same without `inputs`, since checksums take longer than reading: for answers, and not for reports. */
UtProject *ut_project_load_figures (const char *root, UtFindings *findings, GError **error);
/**
 * The reports of a project: paths of reports/<id>.yaml, by name; new strings.
 *
 * @return NULL with UT_ERROR_IO when the folder cannot be listed; an empty list when there is none
 */
GPtrArray *ut_project_list_reports (const UtProject *project, GError **error);
/** SHA-256 of a file of the project, as a manifest gives it: of what was read where it was, else of what it is now;
 * NULL with UT_ERROR_IO. */
char *ut_project_sha256 (const UtProject *project, const char *relative, GError **error);

/**
 * The figures as a report, or an answer, may see them: ut_assess_prepare() with what all reports of the project printed
 * in the runs they name with `previous:` in view, and what those runs hid, as far as the project still has their files.
 * Reports of one run with the same past have their small numbers hidden once.
 *
 * @param report    path of the report's definition, relative to the project; NULL: no report's
 * @param previous  manifest of its earlier run; may be NULL
 * @param own       UtRegionId of own regions to be summed; may be NULL
 * @param met       gets reports that cannot be listed; an earlier run of the others that cannot be read, which then
 * counts as having shown nothing; files of an earlier run that are no longer there
 * @param findings  gets those of ut_assess_prepare()
 * @return NULL with UT_ERROR_DEFINITION when `previous` cannot be read
 */
UtTable *ut_project_prepare (const UtProject *project, const char *report, const char *previous, const GArray *own,
                             UtFindings *met, UtFindings *findings, GError **error);

void ut_project_free (UtProject *project);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtProject, ut_project_free)

UT_END_DECLS

#endif
