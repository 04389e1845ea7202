/**
 * @file assess.h
 * The assessment: one verdict object per indicator × place × benchmark. Every output reads it; none recomputes.
 */
#ifndef UTSYN_ASSESS_H
#define UTSYN_ASSESS_H

#include <glib.h>
#include <utsyn/findings.h>
#include <utsyn/indicator.h>
#include <utsyn/macros.h>
#include <utsyn/outcome.h>
#include <utsyn/region.h>
#include <utsyn/table.h>
#include <utsyn/trend.h>

UT_BEGIN_DECLS

/** What a place is compared with. The first ones hold the place as a part of them and are always there; the others when
 * a report asks. */
typedef enum {
  UT_BENCHMARK_COUNTY,
  UT_BENCHMARK_COUNTRY,
  UT_N_ENCLOSING,                      /**< benchmarks that contain the place */
  UT_BENCHMARK_GROUP = UT_N_ENCLOSING, /**< its KOSTRA group, as SSB publishes it */
  UT_BENCHMARK_PEERS,                  /**< the municipalities a report names, added up */
  UT_BENCHMARK_PAST,                   /**< itself in an earlier year */
  UT_BENCHMARK_BEST,   /**< the level that the ten best municipalities of the country reach, when half of
           them at least have a figure */
  UT_BENCHMARK_TARGET, /**< what the municipality has set as its own target */
  UT_N_BENCHMARKS
} UtBenchmark;

/** One figure: a row of the table, with the uncertainty of its own count. */
typedef struct {
  gboolean exists; /**< FALSE: no row at all; every other field but `unread` is then empty */
  gboolean unread; /**< there is none, and a dataset with figures of the indicator could not be read */
  gsize row;       /**< in the assessment's table */
  UtRegionId region;
  UtPeriod period;
  double value;                          /**< in the indicator's unit; NaN when status is not OK */
  double numerator, denominator, margin; /**< NaN when not known */
  UtStatus status;
  guint16 quality;     /**< UtQuality flags */
  UtInterval interval; /**< 95 % uncertainty of the own figure (Wilson, Byar/exact, published margin), in the unit; NaN
                            ends when there is none */
} UtFigure;

/**
 * The figure in row `row` of a table, with its 95 % interval.
 *
 * Wilson (test binomial), exact or Byar (poisson), value ± published margin (margin). No interval when the count or the
 * margin is not published, when the figure is approximate or estimated by weight, when a zero may be a suppressed
 * figure, for standardised figures and for indicators that are described only.
 */
UtFigure ut_assess_figure (const UtTable *table, gsize row, const UtIndicator *indicator);

/** Whether there is a number to print. */
gboolean ut_figure_is_shown (const UtFigure *figure);
/** Whether there is a number that is known: no zero that may stand for a suppressed figure. */
gboolean ut_figure_is_known (const UtFigure *figure);
/** Whether it may be the lowest, the highest or number three of several: known, and its own people's, not shared by
 * weight with a neighbour. */
gboolean ut_figure_is_ranked (const UtFigure *figure);
/** Whether there is none to print because the source or we have suppressed it. */
gboolean ut_figure_is_suppressed (const UtFigure *figure);

/** The answer to "where do we stand?". */
typedef enum {
  UT_LEVEL_NOT_TESTED,
  UT_LEVEL_UNDECIDED, /**< tested, but the answer depends on what is not known: the rounding, or how many persons */
  UT_LEVEL_SIMILAR,
  UT_LEVEL_BETTER,
  UT_LEVEL_WORSE,
  UT_LEVEL_HIGHER, /**< different, on an indicator that judges nothing */
  UT_LEVEL_LOWER,
  UT_N_LEVELS
} UtLevel;

/**
 * Why a level or a trend could not be found; UT_REASON_NONE when it could.
 *
 * A level tells the first that holds of: what the place's figure lacks (no figure, confidential, missing); that there
 * is nothing to set it beside (no benchmark); what kind of figure it is (partial, approximate, estimated, at limit,
 * projection, full count); which counts are not published (own, then the benchmark's); what the counts
 * themselves say (inconsistent, rest empty, no events, rounding decides). The early ones explain an empty cell, the
 * late ones why two printed figures are not judged.
 */
typedef enum {
  UT_REASON_NONE,
  UT_REASON_NO_FIGURE,           /**< no figure for the place */
  UT_REASON_UNREAD,              /**< none, and a dataset with figures of the indicator could not be read */
  UT_REASON_FIGURE_MISSING,      /**< missing in the source */
  UT_REASON_CONFIDENTIAL,        /**< suppressed by the source or by us: never says which */
  UT_REASON_NO_BENCHMARK,        /**< no figure to compare with in the same period */
  UT_REASON_FULL_COUNT,          /**< a full count or money: described, not tested */
  UT_REASON_COUNT_NOT_PUBLISHED, /**< only a percentage, or a score without its margin, is published */
  UT_REASON_BENCHMARK_COUNT_NOT_PUBLISHED,
  UT_REASON_ROUNDING_DECIDES,       /**< undecided: the answer depends on how the printed figure was rounded */
  UT_REASON_PERSONS_DECIDE,         /**< undecided: it depends on how many persons there are, which is not published */
  UT_REASON_FIGURES_DISAGREE,       /**< no count gives the printed figure among the printed number of persons */
  UT_REASON_TOO_FEW_PERSONS,        /**< too few to test, for answers that go together (n / design effect below 2) */
  UT_REASON_NO_EVENTS,              /**< no events, or nothing but events, in both groups */
  UT_REASON_REST_EMPTY,             /**< the place is the whole of the benchmark */
  UT_REASON_BENCHMARK_INCONSISTENT, /**< own count larger than the benchmark's: other source or revision */
  UT_REASON_APPROXIMATE,            /**< the printed figure is "about" */
  UT_REASON_ESTIMATED,              /**< a split municipality's count, shared by weight */
  UT_REASON_PARTIAL_PERIOD,         /**< a part of the year */
  UT_REASON_AT_LIMIT,               /**< zero may be a suppressed figure */
  UT_REASON_BENCHMARK_ESTIMATE,     /**< the benchmark is a published estimate (KOSTRA): no count of its own */
  UT_REASON_GROUP_UNKNOWN,          /**< the report does not say which KOSTRA group the place is in */
  UT_REASON_CHOSEN,                 /**< the benchmark was chosen by its result, which no test allows for */
  UT_REASON_OVERLAP,                /**< the two periods share years, and so events */
  UT_REASON_NO_GROUP_TEST,          /**< several groups, and too many events for the exact test of what is expected to
                                         be few, or scores: no test of them all */
  UT_REASON_METHOD_FAILED,          /**< the calculation did not settle */
  /* trends */
  UT_REASON_TOO_FEW_POINTS,
  UT_REASON_NO_VARIATION,
  UT_REASON_SERIES_BROKEN, /**< too few points since the last break */
  UT_REASON_PROJECTION,    /**< a projection: levels too are described only */
  UT_N_REASONS
} UtReason;

/** Whether it is a full count, an amount or a projection: described, since there is nothing to test. */
gboolean ut_reason_is_to_describe (UtReason reason);

/** What a comparison rests on. */
typedef enum {
  UT_BASIS_NONE,        /**< nothing: there is no comparison */
  UT_BASIS_COUNTS,      /**< counts that are published */
  UT_BASIS_DERIVED,     /**< the counts that agree with the printed figure and the printed number of persons */
  UT_BASIS_APPROXIMATE, /**< persons of another dataset stand in, a standardised figure, or a declared spread */
  UT_BASIS_DESCRIBED,   /**< figures beside each other: a full count, which is not tested */
  UT_BASIS_ESTIMATED,   /**< carried by the weights of a split municipality, and not tested */
  UT_N_BASES
} UtBasis;

/** The counts that may lie behind a figure; every pair of a count and a number of persons that gives it is possible. */
typedef struct {
  double events_lowest, events_highest;
  double persons_lowest, persons_highest;
  const UtDenominator *stands_in; /**< whose persons; NULL when they are the figure's own */
} UtPossibleCounts;

/** One comparison. */
typedef struct {
  UtBenchmark benchmark;
  UtRule rule;        /**< that decided, or would have */
  UtFigure reference; /**< the benchmark's figure, as published or summed, in the own figure's period */
  double difference;  /**< own − reference, in the unit; NaN when either is missing, and for counts */
  UtLevel level;
  UtReason reason; /**< when level is UT_LEVEL_NOT_TESTED or UT_LEVEL_UNDECIDED */
  UtBasis basis;
  UtPossibleCounts own_counts, reference_counts; /**< NaN where no counts were tested */
  gboolean robust;         /**< the level survives Benjamini–Hochberg over the profile (q ≤ 0.05) */
  gboolean below_relevant; /**< certain, but smaller than the indicator's `relevant` */
  double p, q;     /**< of the possible counts that say least; NaN when not tested; p < 0.05 exactly when the level is
                      neither similar nor undecided */
  double p_best;   /**< of those that say most; p when the counts are known */
  double q_report; /**< against the country, q in one family of all municipalities of the assessment; of a place that is
                        the whole of others (the region's own row) in a family of its own; NaN when not tested, and
                        against all else */
  gboolean robust_in_report; /**< different, with q_report ≤ 0.05 */
  gboolean in_summary; /**< it may stand in the summary of the report: a difference from the country that is not below
                            `relevant`, with q_report ≤ 0.05; or the place lies on the side on which such a whole, of
                            which it is a part, surely lies */
  double rest_numerator, rest_denominator; /**< the rest that was tested against; NaN when not tested so */
  double tested_against;                   /**< the rest's, or the benchmark's own where the source does not say how
                                        many were measured; in the unit; NaN when not tested */
  UtInterval
      deciding; /**< the interval that decided, in the unit, holds `tested_against` exactly when similar; NaN ends
                     when not tested. Where nobody (or everybody) in the rest is counted the odds ratio
                     cannot be drawn on the own scale, and the own figure's interval stands in for it */
  double ratio; /**< odds ratio, rate ratio or NaN */
  UtInterval ratio_interval;
} UtVerdict;

typedef enum {
  UT_TREND_NOT_TESTED,
  UT_TREND_NONE,
  UT_TREND_RISING,
  UT_TREND_FALLING,
  UT_TREND_JUMP,
  UT_N_TRENDS
} UtTrendClass;

/** Why a row of the series is no point of its trend. */
typedef enum {
  UT_DROP_PARTIAL,  /**< a part of a year */
  UT_DROP_MISSING,  /**< missing, suppressed, approximate, or a zero that may be a suppressed figure */
  UT_DROP_ESTIMATE, /**< shared by weight: its neighbours' people are in it */
  UT_DROP_BREAK,    /**< before the last break */
  UT_DROP_OVERLAP,  /**< shares time with a newer point */
  UT_N_DROPS
} UtDrop;

typedef struct {
  gsize row; /**< in the table */
  UtDrop why;
} UtDroppedPoint;

/** Whether the figure has changed between the two last surveys. */
typedef enum {
  UT_CHANGE_NOT_APPLICABLE, /**< the trend itself has an answer, there are not two surveys, or the figure is no share */
  UT_CHANGE_NOT_TESTED,     /**< with its reason */
  UT_CHANGE_NONE,           /**< the interval of the difference holds 0 */
  UT_CHANGE_HIGHER,
  UT_CHANGE_LOWER,
  UT_N_CHANGES
} UtChangeClass;

/** One of the two surveys. */
typedef struct {
  UtPeriod period;
  double value;           /**< as published, in the unit */
  double share;           /**< by the counts tested, in the unit */
  double events, persons; /**< the counts tested */
  double lowest, highest; /**< `events` may be anything between, where only the rounded figure and the number of
                               persons are published; else both are `events` */
  UtInterval interval;    /**< Wilson, 95 %, in the unit */
} UtSurvey;

/**
 * The change between the two last surveys, for a series with too few points for a trend: an inquiry every third year.
 *
 * The newest two points of the trend, so never one that is suppressed or lies before a break; Newcombe's interval of
 * the difference between two independent shares (ut_difference_newcombe()). Two surveys are no trend: the trend stays
 * not tested. Rounded figures: the answer must be the same for every count they may stand for, else
 * UT_REASON_ROUNDING_DECIDES. Standardised and weighted percentages have no counts, and are never given any.
 */
typedef struct {
  UtChangeClass change;
  UtReason reason;        /**< when not tested */
  UtSurvey before, after; /**< UT_PERIOD_NONE when not applicable; no intervals when not tested */
  double difference;      /**< after − before by the counts, in the unit; NaN when not tested */
  UtInterval interval;    /**< 95 %; NaN ends when not tested */
} UtSurveyChange;

/**
 * The place's change beside that of an area it is a part of: does it change more than the others?
 *
 * The model of its own trend with the area's figure as offset, so what is left is what the place does differently;
 * slope only, no jump. The area without the place where both counts are known in all the years, else the area. Years
 * in which the area has no figure to compare with, or nobody or everybody, are left out, and so is what lies before a
 * break in the area's series. Four years at least.
 */
typedef struct {
  UtReason reason;            /**< when there is no answer */
  int side;                   /**< 1 the place rises more (falls less), −1 less, 0 cannot be told from the area */
  guint n_points;             /**< years in which both are known */
  gboolean against_rest;      /**< the area without the place */
  double difference_per_year; /**< at the place's own mean level, in the unit; NaN when there is none */
  UtInterval interval;        /**< 95 %, with the guard */
  double p;                   /**< NaN when there is none */
  double q;                   /**< Benjamini–Hochberg over the place's trends beside this area */
  double q_report;            /**< the same over all places and indicators of the report */
  gboolean robust;            /**< a difference with q ≤ 0.05 */
  UtTrendClass area;          /**< the area's own trend in those years */
  int area_side;              /**< 1 it rises, −1 it falls, 0 neither or not tested */
  UtGuardedTrend fit;         /**< on the model's scale; when there is an answer */
} UtTrendContrast;

/**
 * Change over time, and how certain it is.
 *
 * Points are complete, published figures after the last break, none shared by weight, thinned to periods that do not
 * overlap counting back from the newest; four at least. The line and the step of ut_trend_guarded(): logit of shares
 * and log of rates where persons are known or stand in (a figure without a count is round (v·n) of the fewest persons
 * it may be of), with the indicator's design effect as least dispersion; else the values themselves, of which rounding
 * is the least that scatters. A rise claims no shape; a jump is a step that is much better than a line. How often each
 * is taken for another: tests/bench/calibration-trends.md.
 */
typedef struct {
  UtTrendClass trend;
  UtReason reason;    /**< when not tested */
  const char *method; /**< "logistic line, guarded against memory" (msgid); NULL when not tested */
  UtTrendModel model;
  UtBasis basis;         /**< what the counts are; UT_BASIS_NONE for values */
  int side;              /**< 1 up, −1 down, of a jump too; 0 neither */
  double p;              /**< of the line; of a jump that of the step */
  double q;              /**< Benjamini–Hochberg over the place's own trends */
  gboolean robust;       /**< a change with q ≤ 0.05 */
  UtGuardedTrend fit;    /**< on the model's scale; when tested */
  double per_scale;      /**< what 1 on that scale is in the unit, at the series' own mean level */
  double slope_per_year; /**< in the unit; for a full count Theil–Sen with 2 points or more, which is described; NaN
                            when there is none */
  UtInterval slope_interval;  /**< excludes 0 exactly when p of the line is below 0.05 */
  double detectable_per_year; /**< a yearly change of this size or more would probably have been seen (in eight of ten
                                 series, by this test), and a smaller one may be there; NaN when not known */
  UtPeriod jump_period;       /**< first period after the jump; UT_PERIOD_NONE otherwise */
  UtPeriod first, last;       /**< of the points used */
  GArray *rows;               /**< gsize: table rows used, in time order; NULL when none */
  GArray *dropped;            /**< UtDroppedPoint, newest first */
  guint n_dropped[UT_N_DROPS];
  UtSurveyChange surveys;                   /**< what two points can tell where there are too few for a trend */
  UtTrendContrast relative[UT_N_ENCLOSING]; /**< beside county and country */
} UtTrend;

/** All there is to say about one indicator in one place. */
typedef struct {
  const UtIndicator *indicator;
  UtRegionId region;
  UtFigure own; /**< newest complete figure, else the newest */
  UtVerdict verdicts[UT_N_BENCHMARKS];
  UtRegionId benchmark_region[UT_N_BENCHMARKS]; /**< 40, or 38 where only the old county has figures; UT_REGION_NONE */
  UtTrend trend;
  UtSeries series; /**< own */
  UtSeries reference_series[UT_N_BENCHMARKS];
  /* Among the municipalities of the same county with a figure of their own in the same period */
  guint rank;     /**< 1 = best (neutral: highest); ties share; 0 when not ranked (no figure, a number of persons, one
                       shared by weight, or not a municipality) */
  guint n_ranked; /**< municipalities with a figure */
  guint n_neighbours;                   /**< all of them; the others lack a figure, or it is suppressed */
  guint n_lower, n_equal, n_higher;     /**< how many of those ranked, itself among the equal; all 0 when not ranked */
  double spread_lowest, spread_highest; /**< smallest and largest of them; NaN when fewer than 3, and where a
                                             suppressed one may lie outside */
} UtAssessed;

/**
 * Whether a rise, fall or jump is no finding about the place, for it only follows an area: beside that it cannot be
 * told from the others, changes less than they do, or (where that could not be tested) goes the way they go.
 *
 * FALSE where the place's own trend is none of these, or nothing is known of the area.
 */
gboolean ut_trend_follows (const UtTrend *trend, UtBenchmark benchmark);

/**
 * The first and the newest row whose figures may be set beside each other: the points of the trend, and those that only
 * overlap one of them. Not before the last break, no part of a year, nothing shared by weight.
 *
 * @param[out] first, last  rows of the table; untouched when there are not two
 */
gboolean ut_trend_ends (const UtTrend *trend, gsize *first, gsize *last);

typedef struct UtAssessment UtAssessment;

/** What the previous runs of the reports showed, which cannot be suppressed any more, and the figures they were made
 * of. */
typedef struct UtPreviousFigures UtPreviousFigures;

UtPreviousFigures *ut_previous_figures_new (void);
void ut_previous_figures_free (UtPreviousFigures *previous);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtPreviousFigures, ut_previous_figures_free)

/** How the previous runs showed a figure. */
typedef enum {
  UT_PREVIOUS_FIGURE_NONE,
  UT_PREVIOUS_FIGURE_OTHER, /**< with other values than this: revised since */
  UT_PREVIOUS_FIGURE_SAME,  /**< with this value, to nine digits */
} UtPreviousFigure;

/** Adds a figure by its indicator's key, its region's code and its period in English. Several runs may have shown it
 * with several values. */
void ut_previous_figures_add (UtPreviousFigures *previous, const char *indicator, const char *region,
                              const char *period, double value);
UtPreviousFigure ut_previous_figures_find (const UtPreviousFigures *previous, const char *indicator, const char *region,
                                           UtPeriod period, double value);

/** Gives it all figures as they were then, the suppressed ones among them; those that are not in the table are taken to
 * be as they are now. The table is of the same catalogue and regions, and becomes its own. */
void ut_previous_figures_take_table (UtPreviousFigures *previous, UtTable *table);
/** That table; NULL when there is none. */
const UtTable *ut_previous_figures_table (const UtPreviousFigures *previous);

/**
 * The table the outputs may see: sums the source does not publish are added, then small cells are suppressed.
 *
 * Sums: a county of today and an own region over their municipalities; the country over its municipalities, else over
 * the counties of one structure. Only counts are added (shares and rates with numerator and denominator, counts of
 * persons), only when every member has them, from one dataset, and only where the source has no row. The sum is marked
 * UT_QUALITY_SUMMED and carries the members' marks and origins. It is UT_QUALITY_ESTIMATE when more than 2 % of its
 * persons come from a split place whose heirs are not all in it.
 *
 * Where no sum can be made, an area's share, rate or mean is its members' figures Σn·v/Σn, n the middle of what is
 * known of their persons: an own region when members with nine of ten of its persons have a figure, and is then of
 * these; a county of today and the country when those with 98 % have, the others' being anything there can be. With
 * counts it is their sum. Nothing that is suppressed is in it. Such a row is UT_QUALITY_COMBINED (UT_QUALITY_SUMMED
 * with counts), and ut_table_combined() says how exact it is.
 *
 * A county of one municipality, as Oslo is, is the same people: a figure published under one code is the other's as
 * well where that has none.
 *
 * Suppression, in three passes. Primary: municipalities, counties and own regions at or below a limit (the limit itself
 * is suppressed, and so is zero). Series: all of a place's series of two points or more when more than 20 % of the
 * points are suppressed so, or more than 50 % rest on fewer than six (FHI's rule; a sum of ours follows its members
 * instead). Secondary: every sum of ours over a suppressed member; and further cells until T + 1 whole numbers (T the
 * limit), and three at least, are possible for every suppressed count, and three for every number of persons suppressed
 * because it is small, to one who knows everything shown, every sum over places, `parts` and years, and how further
 * cells are chosen; and until no suppressed cells are together below a limit in a shown total. Where T + 1 cannot be
 * had three will do, and where not even these are left, that is a finding.
 *
 * A further cell is never chosen by its own count, which would give the first away: municipalities before counties
 * before the country, what has limits before what has none, parts before the whole; what leaves fewest suppressed cells
 * alone in a sum; then the cell whose expected count, its persons times the rate of the shown total, is least but at
 * least 2(T + 1); then the first by code. Where persons are not known the place's share of the people stands for them
 * (of the indicator without limits that has a number of persons for most municipalities), else an equal share. Where no
 * cell is expected to be as large, the whole line is suppressed.
 *
 * What the source suppresses is protected in the same way where the indicator has limits, and taken to be at most T
 * where that can be. It keeps its status, and is marked UT_QUALITY_DISCLOSED where the sources themselves print what
 * gives it away. A suppressed row has no numbers left, neither in its columns nor in its origins; a visible row whose
 * origins are parts below a limit (a merged municipality) keeps file and line of them, not the numbers. All suppressed
 * rows look the same, whatever suppressed them.
 *
 * @param table     as imported; untouched, and the answer itself where there is nothing to add or suppress
 * @param own       UtRegionId of the report's own regions; may be NULL
 * @param previous  what the previous runs showed, which protects nothing; may be NULL
 * @param findings  an own region that has no sum because a municipality has no row, or because its figures come from
 *                  different datasets; a suppressed figure that can be worked out nevertheless, since the source or a
 *                  previous run prints what gives it away; may be NULL
 */
UtTable *ut_assess_prepare (const UtTable *table, const UtCatalogue *catalogue, const UtRegions *regions,
                            const GArray *own, const UtPreviousFigures *previous, UtFindings *findings);

/** What ut_assess_prepare() does that is the same whichever own regions are requested: found once, for any number of
 * reports, and only for the indicators that one of them asks about. */
typedef struct UtPreparation UtPreparation;

/** `catalogue`, `regions` and `previous` must outlive it; own regions may be added to them meanwhile. */
UtPreparation *ut_preparation_new (const UtTable *table, const UtCatalogue *catalogue, const UtRegions *regions,
                                   const UtPreviousFigures *previous);
void ut_preparation_free (UtPreparation *preparation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtPreparation, ut_preparation_free)
/** The rows of some indicators (const UtIndicator *; NULL: all) and of the head counts that stand in for their persons,
 * and their sums over some own regions; `own` and `findings` as there. */
UtTable *ut_preparation_table (UtPreparation *preparation, const GPtrArray *indicators, const GArray *own,
                               UtFindings *findings);

/**
 * Finds published totals that are not the sum of their published parts: a county or the country against its
 * municipalities, or the country against its counties, of one dataset and period, numerators and denominators each by
 * themselves.
 *
 * A total may hold up to 2 % more than its parts (people registered in no municipality, and what a file rounds or
 * suppresses in the parts), but less only by the rounding of half a unit a part. Only counts that may be added are
 * looked at, and no sum of our own, estimate or figure that is only "about". A county of one municipality must have its
 * figure, of whatever kind and dataset, but for the rounding to one decimal.
 *
 * @param table     as imported
 * @param findings  gets a UT_FINDING_TOTAL for each, at the total's file and line
 */
void ut_assess_totals (const UtTable *table, const UtCatalogue *catalogue, const UtRegions *regions,
                       UtFindings *findings);

/**
 * Finds printed shares that no whole number of the persons printed with them gives, by the decimals of the file.
 *
 * Such a figure is not tested (UT_REASON_FIGURES_DISAGREE): one of the two numbers is of something else. Standardised
 * and weighted shares are no counts, and what is carried to other boundaries is not as it was printed.
 *
 * @param table     as imported
 * @param findings  gets a UT_FINDING_DISAGREES for each, at its file and line; without numbers where there are limits
 */
void ut_assess_figures (const UtTable *table, const UtCatalogue *catalogue, const UtRegions *regions,
                        UtFindings *findings);

/**
 * Finds indicators of which a published number of persons lies outside what is declared to stand in for it.
 *
 * @param table     from ut_assess_prepare: suppressed numbers are disclosed to nobody, and head counts are summed over
 * areas
 * @param findings  gets a UT_FINDING_DISAGREES for each, at the indicator's file and line, with how many do and the
 *                  one that is furthest
 */
void ut_assess_denominators (const UtTable *table, const UtCatalogue *catalogue, const UtRegions *regions,
                             UtFindings *findings);

/** A number a place has set as its target. */
typedef struct {
  UtRegionId place;
  UtIndicatorId indicator;
  double value; /**< in the indicator's unit */
} UtTarget;

/** A place and the KOSTRA group it is in. */
typedef struct {
  UtRegionId place;
  UtRegionId group;
} UtMembership;

/** What a report asks for beyond county and country by rule utsyn. */
typedef struct {
  UtRule rule;
  gboolean rule_for_all;            /**< also for indicators that have a rule of their own */
  gboolean wanted[UT_N_BENCHMARKS]; /**< county and country are always assessed */
  GArray *groups;                   /**< UtMembership; may be NULL */
  UtRegionId peers;                 /**< an own region of them, which ut_assess_prepare has summed; or UT_REGION_NONE */
  int past_year;                    /**< of the earlier period; 0 for none */
  GArray *targets;                  /**< UtTarget; may be NULL */
  const GPtrArray *family;          /**< const UtIndicator: what else is in the family of the many comparisons, of which
                                         only p is found; may be NULL */
  gboolean without_trends;          /**< no trend is found: all are UT_TREND_NOT_TESTED, for no reason */
} UtAssessOptions;

/**
 * Assesses places × indicators, each indicator by its own rule or else by that of the options:
 *
 * - utsyn: the place against those who are not in it: the rest of county or country, the peers, itself in the past.
 *   Conditional mid-p of the odds or rate ratio; against a target, the binomial or Poisson mid-p.
 * - fhi: the place against the benchmark's figure as if it were known: exact two-sided test (minimum likelihood).
 * - fingertips: whether the place's own 95 % interval (Wilson; exact below 10 events, else Byar) holds the benchmark's
 *   figure; p is the level at which it just would, so p < 0.002 is Fingertips' second level (99.8 %).
 *
 * A KOSTRA group is a published estimate, so rule utsyn tests nothing against it; the ten best are chosen by their
 * result, so no rule does. Benjamini–Hochberg over each place × benchmark, for what is said of the place; and once over
 * all municipalities against the country, for what a summary says of them together
 * (tests/bench/calibration-printed.md).
 *
 * @param table       from ut_assess_prepare; the assessment holds it. Catalogue and regions must outlive it
 * @param places      UtRegionId, in the order of the report
 * @param indicators  const UtIndicator *, in the order of the report; this, with `family`, is the family of the many
 *                    comparisons. One that stands twice counts once, and one that is a group of another among them
 *                    (girls) not at all: it keeps its p, has no q, and is never robust
 * @param options     NULL: against county and country, by rule utsyn
 */
UtAssessment *ut_assess (const UtTable *table, const UtCatalogue *catalogue, const UtRegions *regions,
                         const GArray *places, const GPtrArray *indicators, const UtAssessOptions *options);
void ut_assessment_free (UtAssessment *assessment);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtAssessment, ut_assessment_free)

guint ut_assessment_n_places (const UtAssessment *assessment);
UtRegionId ut_assessment_place (const UtAssessment *assessment, guint place);
guint ut_assessment_n_indicators (const UtAssessment *assessment);
/** Never NULL. */
const UtAssessed *ut_assessment_get (const UtAssessment *assessment, guint place, guint indicator);
/** Number of comparisons of a place that have a p: the size of its family. */
guint ut_assessment_n_tested (const UtAssessment *assessment, guint place, UtBenchmark benchmark);

/** One of them. */
typedef struct {
  const UtIndicator *indicator;
  double p;
} UtFamilyMember;

/** All of them: UtFamilyMember, those that are assessed first. */
GArray *ut_assessment_family (const UtAssessment *assessment, guint place, UtBenchmark benchmark);

/** Whether a benchmark is among those assessed. */
gboolean ut_assessment_includes (const UtAssessment *assessment, UtBenchmark benchmark);

const UtTable *ut_assessment_table (const UtAssessment *assessment);
const UtRegions *ut_assessment_regions (const UtAssessment *assessment);
const UtCatalogue *ut_assessment_catalogue (const UtAssessment *assessment);

UT_END_DECLS

#endif
