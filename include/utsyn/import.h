/**
 * @file import.h
 * From public files to the table.
 *
 *   file
 *    │ format     how its files are written                               importer.h, format/
 *    ▼
 *   UtCellRow     one row of a table, its labels as numbers; those that "all" and ages stand for are found
 *    │            before (mapping/sums.h)
 *    │ select     which mappings want it: UtPlan, UtSelector              mapping/plan.h, selector.h
 *    ▼
 *   UtFact        one cell; a UtRowCollector a thread, a UtCollector      mapping/fact.h, row_collector.h,
 *    │            a dataset                                               collect.h
 *    │ assemble   what the files say of one place and period              mapping/assemble.h
 *    ▼
 *   UtKey
 *    │ observe    sums and checks, by the mapping's UtRecipe              mapping/observe.h
 *    ▼
 *   UtObserved    one figure
 *    │ restate    older codes to today's                                  mapping/restate.h
 *    ▼
 *   UtRow         of the table                                            table.h
 *
 * A format only knows how its files are written; dataset.yaml says what the columns mean; restating to today's
 * municipalities is the same for all.
 */
#ifndef UTSYN_IMPORT_H
#define UTSYN_IMPORT_H

#include <glib.h>
#include <utsyn/dataset.h>
#include <utsyn/findings.h>
#include <utsyn/indicator.h>
#include <utsyn/macros.h>
#include <utsyn/number.h>
#include <utsyn/period.h>
#include <utsyn/region.h>
#include <utsyn/table.h>

UT_BEGIN_DECLS

/** What became of the rows of one file: rows = used + not_selected + not_region + bad, always. */
typedef struct {
  char *path;
  gsize n_rows;         /**< data rows, header lines not counted */
  gsize n_used;         /**< used by at least one mapping */
  gsize n_not_selected; /**< no mapping selects them */
  gsize n_not_region;   /**< requested, but the place is none of ours */
  gsize n_outside;      /**< of those, below municipality (schools, districts) or outside (Svalbard); the others, of
                           unknown codes and names, are findings */
  gsize n_bad;          /**< requested but unreadable; each is a finding */
  int boundary_year;  /**< its codes are of the municipalities of one year, whatever the figure's; 0: of the figure's */
  gsize n_back_casts; /**< figures whose code came later than their year, in a file of several boundaries */
} UtImportCount;

/** Frees what a count owns; fit for g_array_set_clear_func. */
void ut_import_count_clear (UtImportCount *count);

/**
 * Imports every dataset into one table.
 *
 * Figures of older codes are restated by (code, year), a county's only to a county of the same extent; an old code is
 * used only where today's has no figure. Rows of the same key are never chosen between: the same figure again is a
 * finding, and of different figures, in one dataset or in two, none is used (UT_STATUS_CONTRADICTORY, a finding each).
 * Only where one of two mappings has no figure, and it was not suppressed, the other one's is used.
 *
 * @param root      project folder; paths in table and findings are relative to it
 * @param datasets  UtDataset
 * @param counts    filled with one UtImportCount a file, in the order read; the caller's to clear; may be NULL
 * @return NULL with UT_ERROR_DEFINITION (unknown indicator, column not in the file: names the file's columns),
 * UT_ERROR_IO
 */
UtTable *ut_import_datasets (const char *root, const GPtrArray *datasets, const UtCatalogue *catalogue,
                             const UtRegions *regions, UtFindings *findings, GArray *counts, GError **error);

/**
 * The same, going on past datasets that cannot be read.
 *
 * @param unread  gets a UtUnread for each that is left out; NULL is never returned
 */
UtTable *ut_import_readable (const char *root, const GPtrArray *datasets, const UtCatalogue *catalogue,
                             const UtRegions *regions, UtFindings *findings, GArray *counts, GPtrArray *unread);

/** Whether a file has the columns that the dataset's mappings ask for; its rows are not read. */
gboolean ut_import_fits (const UtDataset *dataset, const char *path);

/** One source format. */
typedef struct {
  const char *name; /**< as dataset.yaml says it: "pxweb-csv" */
  const char *help; /**< one line (msgid) */
} UtImporterInfo;

guint ut_importers_count (void);
UtImporterInfo ut_importers_get (guint i);

/** What a file is and what would be read from it. */
typedef struct {
  char *format;           /**< importer name */
  const char *help;       /**< what the format is (msgid) */
  char *source;           /**< who publishes in this format, or who the file says does; NULL when it may be anybody */
  const char *licence;    /**< the publisher's usual one; NULL when unknown */
  UtDecimalMark decimal;  /**< the mark of the source's profile */
  gboolean other_decimal; /**< the figures have the other mark */
  char *encoding; /**< "UTF-8", "UTF-8 med BOM", "ISO-8859-1", "windows-1252", "UTF-16LE" …; NULL: the format's own */
  char separator; /**< 0 when the format has none */
  GPtrArray *tables;   /**< UtInspectTable, in the order of the file */
  GArray *passed_over; /**< UtInspectSheet: sheets of a workbook without a table */
} UtInspection;

/** A sheet where no table was found. */
typedef struct {
  char *name;
  char *why; /**< in the message language */
} UtInspectSheet;

/** A table of a file; most files have one. */
typedef struct {
  char *title;           /**< NULL when it has no name of its own */
  gsize n_rows;          /**< those that cannot be read included */
  gsize n_bad;           /**< rows that cannot be read; each is a finding */
  GPtrArray *dimensions; /**< UtInspectDimension */
  GPtrArray *columns;    /**< UtInspectColumn */
  GArray *signs;         /**< UtInspectSign: missing signs met, with counts */
  GArray *reasons;       /**< UtInspectReason: why rows could not be read, in the order met */
  gsize n_odd;           /**< cells that are neither a figure nor a sign */
  char *odd;             /**< the first of them; NULL when there is none */
  guint odd_line;        /**< and its line */
} UtInspectTable;

/** Rows that could not be read for the same reason. */
typedef struct {
  char *why;  /**< in the message language */
  guint line; /**< the first of them */
  gsize n;
} UtInspectReason;

/** What the labels of a region dimension are. */
typedef struct {
  guint n_countries;
  guint n_counties;
  guint n_municipalities; /**< of today or of an earlier structure */
  guint n_groups;         /**< KOSTRA's */
  guint n_below;          /**< below municipality, or outside */
  guint n_ambiguous;      /**< names of several places */
  guint n_unknown;
  guint n_old;        /**< of the municipalities: no longer in force */
  GPtrArray *strange; /**< the first few labels that are unknown or names of several places */
  int structure;      /**< the newest year whose structure has all the known ones; 0: none has */
} UtInspectPlaces;

/** Whether there are labels and none of them is a place of ours, in no year and below no municipality. */
gboolean ut_inspect_places_are_foreign (const UtInspectPlaces *places);

typedef struct {
  char *name;
  const char *role;  /**< "region", "period" or "" */
  GPtrArray *labels; /**< distinct labels in order of first sight; at most 10 000 are kept */
  gsize n_labels;
  gboolean follows_place;  /**< one label a place, in every row: there is nothing to choose */
  gboolean follows_period; /**< one label a period */
  GArray *settled_by;      /**< guint: dimensions of the table each label of which comes with one label of this one */
  gboolean holds_places;   /**< its labels are places, though the table's are taken from another one */
  UtInspectPlaces places;  /**< of a region dimension */
  UtPeriod first, last;    /**< of a period dimension; UT_PERIOD_NONE when no label is one */
  gsize n_no_period;       /**< labels of it that are no period */
} UtInspectDimension;

/** A column of figures. */
typedef struct {
  char *name;
  char *contents; /**< the heading without its period */
  char *period;   /**< in the heading; NULL when there is none */
  char *first;    /**< its first figure as written; NULL when there is none */
  gsize n_figures;
  gsize n_codes;          /**< of them, codes of municipalities of any time */
  gsize n_whole;          /**< of them, without decimals */
  double least, greatest; /**< NaN when there are no figures */
} UtInspectColumn;

typedef struct {
  UtStatus status;
  char *sign;
  gsize n;
} UtInspectSign;

UtInspection *ut_inspect (const char *path, const UtRegions *regions, UtFindings *findings, GError **error);
void ut_inspection_free (UtInspection *inspection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtInspection, ut_inspection_free)

/** A dataset.yaml to start from, and what it makes of the file: it is tried before it is shown. */
typedef struct {
  char *yaml;          /**< with `said` as comments */
  GPtrArray *said;     /**< char *, a line each in the message language: what is used, left and lost; why nothing is */
  gboolean is_read;    /**< the file gives figures with it; the numbers below are 0 where it does not */
  UtImportCount count; /**< of the file's rows */
  gsize n_figures;
  gsize n_without[UT_N_STATUSES]; /**< cells without figure, by why */
  UtPeriod newest;                /**< period with a municipality's figure */
  guint n_municipalities;         /**< of today with a figure in it */
  guint n_all_municipalities;     /**< of today */
} UtProposal;

/**
 * What is unknown (who publishes, on what terms, of which period) is left out, with a comment that asks.
 *
 * @param path     the file
 * @param regions  NULL: the places are not known, and nothing is tried
 */
UtProposal *ut_inspection_propose (const UtInspection *inspection, const char *path, const UtRegions *regions);
void ut_proposal_free (UtProposal *proposal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtProposal, ut_proposal_free)

UT_END_DECLS

#endif
