/**
 * @file dataset.h
 * dataset.yaml: where figures come from and how a file's columns become observations.
 */
#ifndef UTSYN_DATASET_H
#define UTSYN_DATASET_H

#include <glib.h>
#include <utsyn/language.h>
#include <utsyn/macros.h>
#include <utsyn/number.h>
#include <utsyn/period.h>
#include <utsyn/table.h>

UT_BEGIN_DECLS

/** One condition on a dimension: the cell's label is one of `labels`. As dataset.yaml has it, "all" and ages ("0-17")
 * stand for labels that the files have; the import finds them out. */
typedef struct {
  char *dimension; /**< column heading */
  char **labels;   /**< NULL-terminated, at least one */
  char **
      *spellings;  /**< [labels] the cells that are meant by each, NULL-terminated lists; NULL: each is its own cell */
  gboolean is_all; /**< every label that the files have: none of them may be the sum of others */
} UtSelection;

/** A quantity of a mapping: a sum of terms. Each term is a value column × a combination of labels. */
typedef struct {
  char **columns;    /**< value columns to add; NULL: the file's only value column */
  GPtrArray *select; /**< UtSelection: extra conditions; several labels are added up */
} UtQuantity;

typedef struct {
  char *indicator;
  guint line;            /**< in dataset.yaml, for complaints */
  GPtrArray *select;     /**< UtSelection; several labels here are alternatives, at most one may occur a key, but "all"
                            and ages are added up */
  UtQuantity *value;     /**< published figure; NULL when only counts are given; the only one of the file where the
                            periods are its headings and nothing is said */
  UtQuantity *numerator; /**< NULL when not published */
  UtQuantity *denominator; /**< NULL when not published */
  UtQuantity *margin;      /**< NULL when not published */
  UtQuantity *published;   /**< a printed figure that must agree with the counts; NULL when none */
  gboolean fraction;       /**< value columns hold 0..1 where the indicator's unit is percent */
  gboolean scale_given;    /**< the definition says which of the two it is */
  UtPeriod period;         /**< fixed period; UT_PERIOD_NONE: from `period_column` or the header */
  char *period_column;     /**< NULL: the file's own time dimension */
  char *part_column;       /**< the other of two: year and month, first and last year; NULL when it is one */
  gboolean header;         /**< the periods are in the headings */
  char *region_column;     /**< NULL: the file's own region dimension */
  char *quality_column; /**< label column with ok, estimate, split_estimate, preliminary, approximate, break, at_limit;
                           NULL */
  gboolean complete;    /**< FALSE: part of a year, marked partial */
  char *format;         /**< an importer's name: of the files the mapping is about; NULL: the dataset's own */
  char **files;         /**< patterns of file names the mapping is about; NULL: all */
  char **sheets;        /**< patterns of sheets or tables in them; NULL: all */
} UtMapping;

/** The agencies' interfaces that `utsyn fetch` knows. */
typedef enum {
  UT_FETCH_SSB,   /**< Statistikkbanken, PxWebApi v2 */
  UT_FETCH_FHI,   /**< FHI Statistikk, open API v1 */
  UT_FETCH_UDIR,  /**< Udir's statistics bank, Eksport */
  UT_FETCH_KLASS, /**< SSB's classifications */
  UT_N_FETCH_APIS,
} UtFetchApi;

/** What is requested of one dimension of a table. */
typedef struct {
  char *dimension; /**< code of the dimension, e.g. "Region" */
  char **values;   /**< codes and the API's own expressions, NULL-terminated, at least one: the newest years are top(3)
                      at SSB and bottom(3) at FHI, whose top() is the oldest and is refused */
  char *codelist;  /**< SSB: grouping or value set the values belong to; NULL when none */
  guint line;      /**< in dataset.yaml */
} UtFetchSelection;

/** The key `fetch:` of a dataset.yaml: the query that gets the dataset's files. */
typedef struct {
  UtFetchApi api;
  char *file;        /**< the dataset.yaml, for complaints */
  guint line;        /**< in dataset.yaml, for complaints */
  char *table;       /**< id of the table; for Klass of the classification */
  char *source;      /**< FHI: the statistics bank, e.g. "nokkel"; else NULL */
  char *format;      /**< in the API's own words: "csv", "json-stat2", "csv2", "csv3", "json" */
  char *url;         /**< scheme and host to ask instead of the agency's, without a final slash; NULL: the agency's */
  GPtrArray *select; /**< UtFetchSelection, SSB and FHI; else empty */
  char *filter;      /**< Udir; else NULL */
  char *kind;        /**< Klass: "codes" or "changes"; else NULL */
  char *from, *to;   /**< Klass: dates, `to` itself not included; `to` may be NULL */
} UtFetchSource;

/** "csv" or "json": how the fetched files' names end. */
const char *ut_fetch_source_extension (const UtFetchSource *source);

/** Which vintages stand. */
typedef enum {
  UT_VINTAGES_ALL,    /**< every one is read; of one place and period the newest stands: a file a year */
  UT_VINTAGES_NEWEST, /**< each download is the whole series, and the newest is read alone */
  UT_N_VINTAGES
} UtVintages;

/** What stands where there is no figure. */
typedef struct {
  char *text;
  UtStatus status; /**< UT_STATUS_OK: it means zero */
} UtMissingSign;

/** Files that came together. */
typedef struct {
  char *name;       /**< of the folder below the dataset's own; NULL: they lie in the dataset's own */
  char *retrieved;  /**< date, of the record beside the files, else of the names of folder and files; NULL: unknown */
  guint first_file; /**< in the dataset's `files` */
  guint n_files;    /**< at least 1 */
} UtVintage;

typedef struct {
  char *id;
  char *dir;    /**< folder, relative to the project */
  char *file;   /**< path of dataset.yaml, relative to the project */
  char *report; /**< id of the report that alone reads it; NULL: everybody's */
  char *source; /**< "Statistisk sentralbyrå" */
  char *title;
  char *table; /**< "13556"; may be NULL */
  char *licence;
  char *published;   /**< date or year as text; NULL when unknown */
  char *retrieved;   /**< the newest vintage's, else as dataset.yaml says it; NULL when unknown */
  char *format;      /**< an importer's name */
  guint format_line; /**< in dataset.yaml, for complaints */
  char *url;         /**< may be NULL */
  UtText note;       /**< shown on the page on sources; may be empty */
  int boundary_year; /**< the municipal boundaries of 1 January that the codes belong to; 0: found out, file by file */
  gboolean decimal_given; /**< FALSE: the mark is the profile's */
  UtDecimalMark decimal;
  char *profile;        /**< how signs and figures are written: "ssb"; NULL: the format's own */
  GArray *missing;      /**< UtMissingSign: signs besides the profile's; NULL: none */
  char **sheets;        /**< patterns of sheets or tables in them to read; NULL: every one with figures */
  guint header_row;     /**< line or sheet row where the heading begins; 0: found */
  guint header_rows;    /**< how many rows it has; 0: found */
  gboolean addable;     /**< FALSE: the source says its figures must not be summed over places */
  char **patterns;      /**< names of files the dataset takes, with * and ? */
  UtVintages reads;     /**< which vintages stand */
  char **files;         /**< file paths relative to the project: of every vintage that is read, oldest first, each
                           sorted */
  char **shown;         /**< what the files are called in messages; NULL: as in `files` */
  GArray *vintages;     /**< UtVintage, oldest first; what lies in the dataset's own folder is the oldest */
  char *vintage;        /**< name of the newest vintage's folder, or NULL */
  GPtrArray *mappings;  /**< UtMapping */
  UtFetchSource *fetch; /**< where the files can be fetched; NULL when nothing is said of it */
} UtDataset;

/** Whether the dataset reads a file of this name (without folder). */
gboolean ut_dataset_takes (const UtDataset *dataset, const char *name);
/** Whether no file of figures may have this name: "dataset.yaml", "fetched.json". */
gboolean ut_dataset_is_own_name (const char *name);
/** Gives the dataset other files, relative to `root` and vintage after vintage, oldest first; shown: NULL, or what they
 * are called in messages. */
void ut_dataset_set_files (UtDataset *dataset, const char *root, const char *const *files, const char *const *shown);
/** The vintage of file number `i`: its number among `vintages`. */
guint ut_dataset_vintage_of (const UtDataset *dataset, guint i);
/** What file number `i` is called in messages. */
const char *ut_dataset_shown (const UtDataset *dataset, guint i);

/** What `source` or `licence` is where nothing is said of it; `utsyn check` asks for it. */
#define UT_DATASET_UNKNOWN "?"

/** Name of the file beside fetched files that says what was requested, when and what came. */
#define UT_FETCH_RECORD "fetched.json"

/** Reads one dataset.yaml. `root` is the project folder, `dir` the dataset folder relative to it. */
UtDataset *ut_dataset_load (const char *root, const char *dir, GError **error);
/** The same of a text, without files; `dir` is where it would lie. */
UtDataset *ut_dataset_read (const char *text, const char *dir, GError **error);
void ut_dataset_free (UtDataset *dataset);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtDataset, ut_dataset_free)

/** The same, also where no file is there yet: `files` is then empty. */
UtDataset *ut_dataset_load_definition (const char *root, const char *dir, GError **error);

/** A dataset that cannot be read: its definition is wrong, or its files are. What needs nothing of it can go on. */
typedef struct {
  char *id;          /**< the name of its folder */
  char **indicators; /**< keys its mappings name; NULL: its definition does not say even that */
  GError *error;     /**< why; every fault on a line of its own */
} UtUnread;

void ut_unread_free (UtUnread *unread);
/** An array that owns its UtUnread. */
GPtrArray *ut_unread_list_new (void);
/** Gathers the errors of a list, from number `from` on, in one. */
void ut_unread_join (const GPtrArray *unread, guint from, GError **error);

/** Every folder of <root>/datasets, and of <root>/reports/<id>/datasets, that holds a dataset.yaml, sorted by name:
 * array of UtDataset, owned by the caller. Error: UT_ERROR_DEFINITION "file:line:col: …", UT_ERROR_IO when there is no
 * such folder. */
GPtrArray *ut_datasets_load (const char *root, GError **error);
/**
 * The same, going on past what is wrong with some.
 *
 * @param with_files  a dataset without a file is wrong too
 * @param unread      gets a UtUnread for each that is left out
 * @param error       UT_ERROR_IO: there is no such folder
 */
GPtrArray *ut_datasets_load_readable (const char *root, gboolean with_files, GPtrArray *unread, GError **error);

UT_END_DECLS

#endif
