/**
 * @file findings.h
 * Findings: rows and cells that could not be used as they are, each with file and line.
 */
#ifndef UTSYN_FINDINGS_H
#define UTSYN_FINDINGS_H

#include <glib.h>
#include <utsyn/language.h>
#include <utsyn/macros.h>

UT_BEGIN_DECLS

typedef enum {
  UT_FINDING_UNREAD, /**< a dataset that cannot be read, and is left out */
  UT_FINDING_UNKNOWN_REGION,
  UT_FINDING_UNKNOWN_PERIOD,
  UT_FINDING_BAD_NUMBER,
  UT_FINDING_BAD_ROW,            /**< wrong number of cells, broken encoding */
  UT_FINDING_DUPLICATE,          /**< the same key again with the same value */
  UT_FINDING_CONFLICT,           /**< the same key again with another value */
  UT_FINDING_SUM_INCOMPLETE,     /**< a sum lacks one of its terms */
  UT_FINDING_TOTAL,              /**< a published total is not the sum of its published parts */
  UT_FINDING_DISAGREES,          /**< counts and the printed figure do not agree after rounding */
  UT_FINDING_IMPOSSIBLE,         /**< outside the range the measure allows */
  UT_FINDING_NOT_RESTATED,       /**< a rate without counts on a code that was merged or split */
  UT_FINDING_NOTHING_READ,       /**< a mapping or a file that gave no figure */
  UT_FINDING_IMPLAUSIBLE_CHANGE, /**< ten times, or a tenth, of what the vintage before had for the same key */
  UT_FINDING_REVISED,            /**< figures that a newer vintage has changed: the newer ones stand */
  UT_FINDING_MISSING_INPUT,      /**< an indicator no dataset feeds, a file that is not there */
  UT_FINDING_EQUAL_HEADINGS,     /**< a column is named whose heading others have too */
  UT_FINDING_FORMER_ID,          /**< an indicator is called by an id it had before */
  UT_FINDING_DISCLOSED, /**< a suppressed figure can be worked out from what the source, or a previous run, prints */
  UT_N_FINDING_KINDS
} UtFindingKind;

typedef struct {
  UtFindingKind kind;
  char *file;    /**< path as the reader would write it; may be NULL */
  guint line;    /**< physical line, 1-based; 0 when the whole file is meant */
  char *message; /**< in the message language */
} UtFinding;

typedef struct UtFindings UtFindings;

UtFindings *ut_findings_new (void);
void ut_findings_free (UtFindings *findings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtFindings, ut_findings_free)

/** Adds one finding; `file` is copied. The message is one line: a line break in a name that came from outside is shown
 * (\u000a) and cannot pass for a line of its own. */
void ut_findings_add (UtFindings *findings, const char *file, guint line, UtFindingKind kind, const char *format, ...)
    G_GNUC_PRINTF (5, 6);
/** The same with a message that is several lines already, of errors or findings. */
void ut_findings_add_lines (UtFindings *findings, const char *file, guint line, UtFindingKind kind,
                            const char *message);

/** Moves all of `others` behind those of `findings`. */
void ut_findings_take (UtFindings *findings, UtFindings *others);
/** Orders findings of one file by line. */
void ut_findings_sort (UtFindings *findings);

gsize ut_findings_count (const UtFindings *findings);
gsize ut_findings_count_kind (const UtFindings *findings, UtFindingKind kind);

/** Finding number `i`, in the order they were added; owned by `findings`. */
const UtFinding *ut_findings_get (const UtFindings *findings, gsize i);

/** Short label of a kind in a language, e.g. "ukjend region". */
const char *ut_finding_kind_label (UtFindingKind kind, UtLanguage language);

UT_END_DECLS

#endif
