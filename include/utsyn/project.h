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

/** A folder with indicators/, datasets/ and usually reports/. */
typedef struct {
  char *root;
  UtRegions *regions;
  UtCatalogue *catalogue;
  GPtrArray *datasets; /**< UtDataset */
  UtTable *table;      /**< as imported; NULL after ut_project_load_definitions */
  GArray *counts;      /**< UtImportCount; NULL after ut_project_load_definitions */
} UtProject;

/** The nearest folder at or above `start` that holds indicators/ and datasets/; NULL when none. New string. */
char *ut_project_find_root (const char *start);

/** What can be read of the definitions, never NULL: what could not be is NULL in it, and every fault is in `error`. */
UtProject *ut_project_read (const char *root, GError **error);
/** The definitions, also of datasets that have no file yet; NULL when anything is wrong in one of them. */
UtProject *ut_project_load_definitions (const char *root, GError **error);
/** The definitions, and every dataset imported. */
UtProject *ut_project_load (const char *root, UtFindings *findings, GError **error);
void ut_project_free (UtProject *project);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtProject, ut_project_free)

UT_END_DECLS

#endif
