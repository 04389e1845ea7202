/**
 * @file revision.h
 * What has changed since last time: two runs of a report, the previous and the current, each as it was published,
 * compared with each other.
 */
#ifndef UTSYN_REVISION_H
#define UTSYN_REVISION_H

#include <glib.h>
#include <utsyn/assess.h>
#include <utsyn/macros.h>

UT_BEGIN_DECLS

/** A place of a run. */
typedef struct {
  char *code;
  int since;      /**< first year its code and territory are in force; 0 before 2017 */
  char **members; /**< codes of an own region's municipalities, sorted; empty for a municipality; NULL-terminated */
} UtRunPlace;

/** A figure that was shown, rounded as it was printed. */
typedef struct {
  UtPeriod period;
  double value;       /**< in the indicator's unit; never NaN */
  gboolean has_break; /**< not comparable with the period before */
} UtRunPoint;

/** One indicator in one place. Suppressed and missing figures are not in it: nothing of them can be worked out from it.
 */
typedef struct {
  char *indicator; /**< key */
  char *place;     /**< code */
  GArray *points;  /**< UtRunPoint, by period */
  UtPeriod period; /**< of the figure that was judged; UT_PERIOD_NONE when it is not shown, and nothing was judged */
  gboolean
      judged[UT_N_BENCHMARKS]; /**< FALSE where what it is compared with is not shown; the next two are then empty */
  UtLevel levels[UT_N_BENCHMARKS];
  gboolean robust[UT_N_BENCHMARKS];
  UtRule rules[UT_N_BENCHMARKS]; /**< that decided */
} UtRunSeries;

typedef struct {
  GPtrArray *places; /**< UtRunPlace */
  GPtrArray *series; /**< UtRunSeries, by indicator and place in the order of the report */
} UtRun;

/** An empty run, to be filled from a file. */
UtRun *ut_run_new (void);
/** The run of an assessment. */
UtRun *ut_run_of (const UtAssessment *assessment);
void ut_run_free (UtRun *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtRun, ut_run_free)

UtRunPlace *ut_run_add_place (UtRun *run, const char *code, int since);
UtRunSeries *ut_run_add_series (UtRun *run, const char *indicator, const char *place);
/** NULL when absent. */
const UtRunSeries *ut_run_find (const UtRun *run, const char *indicator, const char *place);

typedef enum {
  UT_REVISION_RECODED,       /**< the place has another code or other boundaries (no indicator) */
  UT_REVISION_NEW_PLACE,     /**< the place was not in the report (no indicator) */
  UT_REVISION_NEW_INDICATOR, /**< the indicator was not in the report (no place) */
  UT_REVISION_GONE,          /**< the indicator is no longer in the report (no place) */
  UT_REVISION_NEW_PERIOD,    /**< a figure for a period later than any before */
  UT_REVISION_FILLED,        /**< a figure for an earlier period that had none */
  UT_REVISION_REVISED,       /**< another value for the same period */
  UT_REVISION_BROKEN,        /**< marked as not comparable with the period before, and was not */
  UT_REVISION_LOST,          /**< no figure is shown where there was one; never says why, or what it was */
  UT_REVISION_VERDICT,       /**< judged otherwise */
  UT_N_REVISIONS
} UtRevisionKind;

/** What lies behind a changed verdict. */
typedef enum {
  UT_CAUSE_NONE,
  UT_CAUSE_RULE,       /**< another rule decides: no other cause can be told from it */
  UT_CAUSE_NEW_PERIOD, /**< a later figure is judged */
  UT_CAUSE_REVISED,    /**< the same period's figure has another value */
  UT_CAUSE_COMPARISON, /**< the figure is the same: what it is compared with, or the number of comparisons, is not */
  UT_N_CAUSES
} UtRevisionCause;

/** One change. Texts belong to the two runs. */
typedef struct {
  UtRevisionKind kind;
  const char *indicator;      /**< key; NULL when the change is the place's */
  const char *place;          /**< code today; NULL when the change is the indicator's */
  const char *previous_place; /**< RECODED: code in the previous run */
  UtPeriod period;            /**< UT_PERIOD_NONE for places and indicators */
  double previous, current;   /**< figures. REVISED: both; NEW_PERIOD and FILLED: current; else NaN */
  UtBenchmark benchmark;      /**< VERDICT, as are the rest */
  UtLevel level_previous, level_current;
  gboolean robust_previous, robust_current;
  UtRevisionCause cause;
} UtRevision;

/**
 * What differs between two runs.
 *
 * Figures are compared as printed. No number is reported for a cell that either run does not show, and no verdict where
 * either figure is not shown, so that the comparison says nothing of a suppressed cell that its own run does not say.
 * A place that got a new code with the same territory is followed; a merged one is a new place.
 *
 * @return UtRevision: places, then indicators and their places in the order of `current`, then indicators that are gone
 */
GArray *ut_revision_find (const UtRun *previous, const UtRun *current, const UtRegions *regions);

/** "revised", "verdict"; and "anna tal for same periode". */
const char *ut_revision_code (UtRevisionKind kind);
const char *ut_revision_text (UtRevisionKind kind, UtLanguage language);
/** "" for UT_CAUSE_NONE. */
const char *ut_cause_text (UtRevisionCause cause, UtLanguage language);

UT_END_DECLS

#endif
