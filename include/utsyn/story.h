/**
 * @file story.h
 * What matters most: the order in which a summary tells an assessment's verdicts and trends, and why.
 */
#ifndef UTSYN_STORY_H
#define UTSYN_STORY_H

#include <glib.h>
#include <utsyn/assess.h>
#include <utsyn/macros.h>

UT_BEGIN_DECLS

/** Lists beside each other, so that a picture of what is wrong is not the whole picture. */
typedef enum {
  UT_STORY_STRENGTH,
  UT_STORY_CHALLENGE,
  UT_STORY_DIFFERENCE, /**< on an indicator that judges nothing */
  UT_STORY_CHANGE,
  UT_N_STORY_SIDES
} UtStorySide;

/** Why an item stands where it does; may be combined. Each is read from the lead place's verdict, trend and series. */
typedef enum {
  UT_STORY_WHOLE = 1 << 0,   /**< holds so for the last place of the assessment: the whole region, or the only place */
  UT_STORY_LARGE = 1 << 1,   /**< odds or rate ratio of 1.5 or more either way (Cohen's "small" difference, d = 0.2, is
                                    1.44; the median odds ratio between municipalities in Ungdata is 1.24), or twice the
                                    indicator's `relevant` */
  UT_STORY_LASTING = 1 << 2, /**< on the same side of the benchmark in each of the three newest periods or more */
  UT_STORY_WORSENING = 1 << 3, /**< changes against the indicator's polarity beside the country, q_report ≤ 0.05 */
  UT_STORY_IMPROVING = 1 << 4, /**< changes with it, likewise */
  UT_STORY_REASON_END          /**< above the last flag */
} UtStoryReason;
#define UT_N_STORY_REASONS 5

typedef struct UtStoryItem UtStoryItem;
struct UtStoryItem {
  UtStorySide side;
  guint indicator;        /**< number in the assessment */
  UtLevel level;          /**< better, worse, higher or lower; UT_STORY_CHANGE: UT_LEVEL_NOT_TESTED */
  UtTrendClass direction; /**< UT_STORY_CHANGE: rising or falling beside the country; else UT_TREND_NOT_TESTED */
  GArray *places;         /**< guint: places of which it is sure (q_report ≤ 0.05), one at least; or that change so */
  GArray *maybe;          /**< guint: parts of a whole of which it is sure, that are on its side but not sure of by
                               themselves */
  guint lead;             /**< the place the reasons are about: the whole region when it is among `places`, else the one
                               that differs most */
  guint reasons;          /**< UtStoryReason flags */
  UtPeriod since;         /**< UT_STORY_LASTING: first of the periods; else UT_PERIOD_NONE */
  double size;            /**< |ln| of the end nearest 1 of the lead's ratio interval; 0 when there is none */
  GPtrArray *related;     /**< UtStoryItem of the same family that say the same; they have none of their own */
};

/**
 * The items of one list, most important first.
 *
 * Strengths, challenges and differences are the verdicts against the country that may stand in a summary
 * (UtVerdict.in_summary); changes the trends that surely go another way than the country's, among all trends of the
 * report. Nothing else can become an item. Lexicographic order:
 *
 * 1. sure for the whole region, then for some place
 * 2. within each of these no theme has a third item before the other themes have had two, a fifth before four
 * 3. large before not
 * 4. lasting before not
 * 5. worsening, then improving, then neither
 * 6. number of places, sure then all
 * 7. size of the certain part of the difference
 * 8. order in the report
 *
 * An item whose indicator has the `family` of an earlier one of the same direction becomes a related of that one.
 *
 * @return UtStoryItem, never NULL; freed with g_ptr_array_unref
 */
GPtrArray *ut_story_find (const UtAssessment *assessment, UtStorySide side);

/** "strengths", "challenges", "differences", "changes". */
const char *ut_story_side_code (UtStorySide side);

/** Reason number `i` as a flag, its code for data ("large") and its words ("stor skilnad"). */
UtStoryReason ut_story_reason (guint i);
const char *ut_story_reason_code (guint i);
const char *ut_story_reason_text (guint i, UtLanguage language);

UT_END_DECLS

#endif
