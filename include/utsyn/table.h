/**
 * @file table.h
 * The columnar table: every observation, sorted by indicator, region, period.
 *
 * Invariant: status[i] == UT_STATUS_OK exactly when value[i] is not NaN. Numerator, denominator and margin are NaN when
 * not published (or suppressed).
 */
#ifndef UTSYN_TABLE_H
#define UTSYN_TABLE_H

#include <glib.h>
#include <math.h>
#include <utsyn/indicator.h>
#include <utsyn/macros.h>
#include <utsyn/period.h>
#include <utsyn/region.h>

UT_BEGIN_DECLS

/** Why there is a figure, or none. */
typedef enum {
  UT_STATUS_OK,
  UT_STATUS_NOT_POSSIBLE,  /**< "."  no figure can exist */
  UT_STATUS_MISSING,       /**< ".." not available or too uncertain */
  UT_STATUS_NOT_YET,       /**< "..." not yet published */
  UT_STATUS_CONFIDENTIAL,  /**< ":" or "*" suppressed by the source */
  UT_STATUS_BLANK,         /**< an empty cell: no reason given */
  UT_STATUS_NOT_ADDABLE,   /**< a percentage without counts across a change of boundaries */
  UT_STATUS_SUPPRESSED,    /**< suppressed by us */
  UT_STATUS_CONTRADICTORY, /**< different figures of the same place and period: none of them is used */
  UT_STATUS_UNUSABLE,      /**< the file has something that is no figure, cannot be read with certainty, or cannot be */
  UT_N_STATUSES
} UtStatus;

/** The sign a table prints: "" for OK and blank, ".", "..", "...", ":". Suppressed by us is also ":". */
const char *ut_status_sign (UtStatus status);
/** The reason in words: "skjerma i kjelda". */
const char *ut_status_label (UtStatus status, UtLanguage language);

/** What a reader must know about a figure that is there; may be combined. */
typedef enum {
  UT_QUALITY_ESTIMATE = 1 << 0, /**< rests on weights that are not official (a split municipality) */
  UT_QUALITY_PRELIMINARY = 1 << 1,
  UT_QUALITY_BREAK = 1 << 2,       /**< not comparable with the period before */
  UT_QUALITY_PARTIAL = 1 << 3,     /**< a part of the year: never in a trend */
  UT_QUALITY_APPROXIMATE = 1 << 4, /**< printed as "about" */
  UT_QUALITY_SUMMED = 1 << 5,      /**< a sum of counts over the area; not published for it */
  UT_QUALITY_RESTATED = 1 << 6,    /**< added up or shared from municipalities of other boundaries; a new code alone
                                       changes no figure */
  UT_QUALITY_AT_LIMIT = 1 << 7,    /**< the file cannot tell zero from a suppressed figure */
  UT_QUALITY_NOT_ADDABLE = 1 << 8, /**< the source says it must not be summed over places */
  UT_QUALITY_DISCLOSED = 1 << 9,   /**< suppressed by the source, which prints what gives it away elsewhere */
  UT_QUALITY_COMBINED = 1 << 10,   /**< the members' figures, each by its persons; see ut_table_combined() */
  UT_QUALITY_END                   /**< above the last flag */
} UtQuality;

/** One line of a file that a figure rests on. */
typedef struct {
  guint16 file; /**< see ut_table_file */
  guint32 line;
  char code[16]; /**< region code as the file has it; "" for the region's own */
  double value;  /**< of this line: value, numerator, denominator as read, NaN when absent */
  double numerator;
  double denominator;
  double weight; /**< 1, or the share taken of a split unit */
} UtOrigin;

/** A file figures came from. */
typedef struct {
  char *path;    /**< relative to the project */
  char *dataset; /**< id of its dataset */
} UtTableFile;

/** In `file`: the figure rests on several lines, or on a line that prints something else than the figure. */
#define UT_FILE_SEVERAL G_MAXUINT16
/** In `file`: nothing is known of where the figure stands. */
#define UT_FILE_NONE (G_MAXUINT16 - 1)

/** Read-only for everyone but the builder; columns all have `n_rows` elements. The three that may be NULL are read with
 * ut_table_numerator() and its like. */
typedef struct {
  gsize n_rows;
  UtIndicatorId *indicator;
  UtRegionId *region;
  UtPeriod *period;
  double *value;       /**< in the indicator's unit */
  double *numerator;   /**< events; NaN when not known; NULL: known for no row; the same array as
                          `value` where it is that in every row */
  double *denominator; /**< persons or units; for a mean the number measured; NaN when not known; NULL: for no row */
  double *margin;   /**< half-width published by the source, in the indicator's unit; NaN when none; NULL: for none */
  guint8 *status;   /**< UtStatus */
  guint16 *quality; /**< UtQuality flags */
  guint16 *file;    /**< of the line that prints the figure, or UT_FILE_SEVERAL, UT_FILE_NONE */
  guint32 *line;    /**< its number; with UT_FILE_SEVERAL an index of `slices` */
  GArray *slices;   /**< UtOriginSlice */
  GArray *origins;  /**< UtOrigin */
  GPtrArray *files; /**< UtTableFile */
  GArray *combined; /**< UtCombined, in no order; NULL: none */
  gint n_other_holders; /**< beside the first; see ut_table_ref() */
} UtTable;

/** What is known of the figure of an area that its members' figures were put together to, though not all members have
 * one or not all have counts. */
typedef struct {
  UtIndicatorId indicator;
  UtRegionId region;
  UtPeriod period;
  double persons_lowest, persons_highest; /**< it is of; whole */
  const UtDenominator *stands_in;         /**< whose persons, where they stand in for a member's own; NULL: nobody's */
  double half_width;                      /**< how far the true figure may be from it, in the unit */
  double share_covered;                   /**< of the area's persons, by members that have a figure */
  guint n_covered, n_members;
} UtCombined;

/** Neighbours in `origins`. */
typedef struct {
  guint32 first;
  guint32 n;
} UtOriginSlice;

/** The same table for one more holder; each of them calls ut_table_free(), and the last of these frees it. */
UtTable *ut_table_ref (const UtTable *table);
void ut_table_free (UtTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtTable, ut_table_free)

const UtTableFile *ut_table_file (const UtTable *table, guint16 file);

/** Events, persons and half-width of row `i`, NaN when not known. */
G_GNUC_UNUSED static inline double
ut_table_numerator (const UtTable *table, gsize i) {
  return table->numerator != NULL ? table->numerator[i] : NAN;
}
G_GNUC_UNUSED static inline double
ut_table_denominator (const UtTable *table, gsize i) {
  return table->denominator != NULL ? table->denominator[i] : NAN;
}
G_GNUC_UNUSED static inline double
ut_table_margin (const UtTable *table, gsize i) {
  return table->margin != NULL ? table->margin[i] : NAN;
}

/** What is known of row `i` where it was put together so; NULL for other rows. */
const UtCombined *ut_table_combined (const UtTable *table, gsize i);

/** How many lines of files row `i` rests on. */
gsize ut_table_n_origins (const UtTable *table, gsize i);
/** Line number `k` of them. */
UtOrigin ut_table_origin (const UtTable *table, gsize i, gsize k);

/** A series: the rows of one indicator in one region, by period. A view, valid while the table lives; n 0 when none. */
typedef struct {
  const UtTable *table;
  gsize first;
  gsize n;
} UtSeries;

UtSeries ut_table_series (const UtTable *table, UtIndicatorId indicator, UtRegionId region);
/** The row of a series at exactly this period; FALSE when absent. */
gboolean ut_series_find (UtSeries series, UtPeriod period, gsize *row);
/** The row of one indicator, region and period; FALSE when absent. */
gboolean ut_table_find_row (const UtTable *table, UtIndicatorId indicator, UtRegionId region, UtPeriod period,
                            gsize *row);
/** The newest row with status OK and not partial, else the newest row; FALSE when the series is empty. */
gboolean ut_series_latest (UtSeries series, gsize *row);

/* Building */

typedef struct {
  UtIndicatorId indicator;
  UtRegionId region;
  UtPeriod period;
  double value, numerator, denominator, margin;
  UtStatus status;
  guint16 quality;
  guint16 file; /**< where the figure is printed, when `n_origins` is 0 and `line` is not */
  guint32 line;
  const UtOrigin *origins;
  gsize n_origins;
} UtRow;

typedef struct UtTableBuilder UtTableBuilder;

UtTableBuilder *ut_table_builder_new (void);
void ut_table_builder_free (UtTableBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtTableBuilder, ut_table_builder_free)

/** Number of a file in the table being built; added when new. */
guint16 ut_table_builder_file (UtTableBuilder *builder, const char *path, const char *dataset);
/** Adds a row; origins are copied. A broken invariant is a fault of the caller and aborts. */
void ut_table_builder_add (UtTableBuilder *builder, const UtRow *row);
/** Copies every row of a table, files and origins included. */
void ut_table_builder_add_table (UtTableBuilder *builder, const UtTable *table);
/** Room for n rows, that parts fill side by side; what was there is gone. Memory is taken as it is written. */
void ut_table_builder_reserve (UtTableBuilder *builder, gsize n);
/** A builder whose first `n` rows stand from row `at` of the room of `builder`, which must outlive it and take it in.
 * Parts one after the other whose rows are in order are a table without being copied. */
UtTableBuilder *ut_table_builder_new_part (const UtTableBuilder *builder, gsize at, gsize n);
/** Moves the rows of `part` behind those of `builder`; file numbers are the builder's. `part` is empty afterwards. */
void ut_table_builder_take (UtTableBuilder *builder, UtTableBuilder *part);
/** Sorts and hands over the table; the builder is empty afterwards. Keys must be unique: the caller has
 * seen to it, and a repeated one aborts. */
UtTable *ut_table_builder_finish (UtTableBuilder *builder);

/** Which of two rows of the same key stays. */
typedef enum {
  UT_REPEATED_FIRST,
  UT_REPEATED_SECOND,
  UT_REPEATED_NEITHER, /**< one row stays, without a figure: contradictory, or confidential where one of them is */
} UtRepeated;

/** A row whose key an earlier row has; both are valid during the call. Where several rows have the key, `first` is what
 * stands of those before. */
typedef UtRepeated (*UtRepeatedRow) (gpointer user, const UtRow *first, const UtRow *repeated);
/** The same where keys may be repeated: `repeated` is called for every row but the first of a key, in the order they
 * were added, and decides. */
UtTable *ut_table_builder_finish_unique (UtTableBuilder *builder, UtRepeatedRow repeated, gpointer user);

/** A table of one's own with the rows of the indicators that are wanted: `wanted` is [indicators], NULL for all of
 * them. Whoever holds it alone may write in its figures and origins, as long as its invariants hold. */
UtTable *ut_table_copy (const UtTable *table, const gboolean *wanted);

/** Fills `row` from row `i` of a table; origins point into the table. */
void ut_table_get_row (const UtTable *table, gsize i, UtRow *row);

UT_END_DECLS

#endif
