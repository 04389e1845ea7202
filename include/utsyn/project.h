/**
 * @file project.h
 * A project folder, loaded: places, catalogue, datasets and the table; and the one way from it to verdicts.
 */
#ifndef UTSYN_PROJECT_H
#define UTSYN_PROJECT_H

#include <glib.h>
#include <utsyn/assess.h>
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
  UtInputRecord *past;   /**< what was read of previous runs last; NULL as `inputs` */
  UtRegions *regions;
  UtCatalogue *catalogue;
  GPtrArray *datasets;     /**< UtDataset */
  GPtrArray *unread;       /**< UtUnread: the datasets that cannot be read, and are not in `datasets` */
  UtTable *table;          /**< as imported; NULL before ut_project_import */
  GArray *counts;          /**< UtImportCount; NULL before ut_project_import */
  struct UtShared *shared; /**< what one assessment has found out and the next need not */
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
void ut_project_report_unread (const UtProject *project, UtFindings *findings);
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

/** What is to be assessed. */
typedef struct {
  const GArray *places;           /**< UtRegionId, in order; own regions among them are summed; NULL: none */
  const GPtrArray *indicators;    /**< const UtIndicator *, in order; NULL: all of the catalogue */
  const UtAssessOptions *options; /**< as for ut_assess(); the peers are summed; may be NULL */
  UtPeriod until;                 /**< as it was known at the end of this; UT_PERIOD_NONE: today */
  const char *report;             /**< whose wish it is: path of a report's definition, relative to the project; NULL:
                                       no report's */
  const char *previous;           /**< manifest of that report's previous run, relative to the project; may be NULL */
} UtProjectWish;

/**
 * The one way from a folder to verdicts: what all reports of the project printed in the runs they name with
 * `previous:`, own regions, sums and suppression (ut_assess_prepare()), assessment (ut_assess()).
 *
 * Every report and every answer suppresses with all those runs in view, and with what they suppressed, as far as the
 * project still has their files: two that suppress differently would together show what each of them suppresses. Only
 * the indicators wished for are summed and suppressed, with their groups by sex, grade and age and the family of the
 * options; what several wishes of one run have in common is done once.
 *
 * @param project   with figures: ut_project_load(), ut_project_load_figures()
 * @param findings  gets, each once: reports that cannot be listed; a previous run of the others that cannot be read,
 *                  which then counts as having shown nothing; files of a previous run that are no longer there; and of
 *                  the indicators wished for what ut_assess_prepare() finds
 * @return NULL with UT_ERROR_DEFINITION when `previous` cannot be read
 */
UtAssessment *ut_project_assess (const UtProject *project, const UtProjectWish *wish, UtFindings *findings,
                                 GError **error);

void ut_project_free (UtProject *project);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtProject, ut_project_free)

UT_END_DECLS

#endif
