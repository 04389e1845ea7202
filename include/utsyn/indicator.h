/**
 * @file indicator.h
 * The catalogue: what each indicator means. Read from indicators/<theme>.yaml.
 */
#ifndef UTSYN_INDICATOR_H
#define UTSYN_INDICATOR_H

#include <glib.h>
#include <utsyn/findings.h>
#include <utsyn/language.h>
#include <utsyn/macros.h>

UT_BEGIN_DECLS

typedef enum {
  UT_MEASURE_PROPORTION,
  UT_MEASURE_RATE,
  UT_MEASURE_MEAN,
  UT_MEASURE_COUNT,
  UT_MEASURE_RATIO,
  UT_MEASURE_INDEX,
  UT_MEASURE_MONEY,
  UT_N_MEASURES
} UtMeasure;

typedef enum {
  UT_UNIT_PERCENT,
  UT_UNIT_PER_1000,
  UT_UNIT_PER_100000,
  UT_UNIT_POINTS,
  UT_UNIT_PERSONS,
  UT_UNIT_YEARS,
  UT_UNIT_DAYS,
  UT_UNIT_HOURS,
  UT_UNIT_NOK,
  UT_N_UNITS
} UtUnit;

typedef enum { UT_POLARITY_HIGH, UT_POLARITY_LOW, UT_POLARITY_NEUTRAL, UT_N_POLARITIES } UtPolarity;

typedef enum {
  UT_TEST_NONE,     /**< a full count, a projection, money: described, never tested */
  UT_TEST_BINOMIAL, /**< events among persons or units */
  UT_TEST_POISSON,  /**< events over a population or time */
  UT_TEST_MARGIN,   /**< the source publishes a margin */
} UtTest;

/** How a level is decided; see UtVerdict. */
typedef enum {
  UT_RULE_UTSYN,      /**< against the rest, which is as random as the place: conditional mid-p */
  UT_RULE_FHI,        /**< against the benchmark as a known constant: exact two-sided binomial or Poisson test */
  UT_RULE_FINGERTIPS, /**< whether the figure's own 95 % interval holds the benchmark */
  UT_N_RULES
} UtRule;

/** "utsyn", "fhi", "fingertips". */
const char *ut_rule_code (UtRule rule);

/** Suppression limits; the limit itself is suppressed. -1 is no limit. */
typedef struct {
  int count;
  int complement;
  int denominator;
} UtSuppression;

typedef guint16 UtIndicatorId;

/** One way to make up an indicator of others: girls and boys, or the age groups, without gap or overlap. */
typedef struct {
  char **keys;        /**< NULL-terminated */
  UtIndicatorId *ids; /**< the same, as many */
  guint n;
} UtParts;

/** A head count of which some stand in for a figure's own persons. */
typedef struct {
  UtIndicatorId id; /**< a count of persons in the catalogue */
  char *key;
  double factor; /**< how much of it: 0.1 for one grade of those aged 6 to 15 */
} UtDenominatorTerm;

/** At which 1 January the persons of a period are counted. A school year has one: 2022/23 is 1 January 2023. */
typedef enum {
  UT_YEARS_MIDDLE, /**< the middle of the period: the mean of the two nearest, where it lies between them */
  UT_YEARS_SUM,    /**< the middle of every year of it, added up: classes that were pooled */
  UT_YEARS_LAST,   /**< that of its last year: 2022 of 2019–2022 */
  UT_N_YEARS
} UtYears;

/** Which persons are used for a figure's own, where the source does not print how many it is of. */
typedef struct UtDenominator UtDenominator;
struct UtDenominator {
  GArray *terms; /**< UtDenominatorTerm, added up */
  UtYears years;
  double doubt_lowest, doubt_highest; /**< how far the true number may be from theirs: −0.12 and 0.02 */
  UtDenominator *otherwise;           /**< stands in where this one has no figure; NULL: none does */
};

/** The same projection with other assumptions. */
typedef enum { UT_ALTERNATIVE_LOW, UT_ALTERNATIVE_HIGH, UT_N_ALTERNATIVES } UtAlternative;

/** What the persons of an indicator can be told apart by. */
typedef enum { UT_DIMENSION_SEX, UT_DIMENSION_GRADE, UT_DIMENSION_AGE, UT_N_DIMENSIONS } UtDimension;

/** "sex", "grade", "age": as `groups` has it, and a report's `by`. */
const char *ut_dimension_code (UtDimension dimension);
/** "kjønn", "trinn", "alder". */
const char *ut_dimension_word (UtDimension dimension, UtLanguage language);
/** FALSE: no such code. */
gboolean ut_dimension_find (const char *code, UtDimension *dimension);

typedef struct {
  UtIndicatorId id; /**< index in the catalogue */
  char *key;        /**< "pedagognorm-oppfylt" */
  char *report;     /**< id of the report whose plan prints it, and which alone reads it; NULL: everybody's */
  char **former;    /**< ids it had before, NULL-terminated: earlier reports and definitions have them */
  char *theme;      /**< "skole": key of its theme */
  char *family;     /**< common to indicators that tell the same thing by sex, age or source; NULL when alone */
  UtText name;
  UtText short_name; /**< for charts and table columns; falls back to name */
  UtText definition;
  UtText note;   /**< what a reader must know; may be empty */
  UtText source; /**< "SSB, tabell 13556" */
  UtText age;    /**< "15–29 år"; may be empty */
  UtMeasure measure;
  UtUnit unit;
  int decimals;           /**< -1: auto */
  double resolution;      /**< step of the published figure in `unit`: 1 for whole points; 0 when exact */
  double least, greatest; /**< figures there can be, in `unit`; both 0 when not given */
  UtPolarity polarity;
  UtTest test;
  gboolean has_rule; /**< `rule` is its own, and takes precedence over a report's */
  UtRule rule;
  UtSuppression suppress;
  UtParts by[UT_N_DIMENSIONS]; /**< its groups by sex, grade or age, nobody in two of them; n 0: not broken down so */
  GPtrArray *other;            /**< UtParts: ways to divide it that are no breakdown to report, only sums; NULL: none */
  GPtrArray *parts; /**< UtParts of `by` and `other` that leave nobody out: its counts are the sum of theirs, so that
                       nothing suppressed can be subtracted; NULL: none */
  double relevant;  /**< smallest difference worth a word, in `unit`; 0 when `relevant_ratio` decides; NaN for a mean:
                       a tenth of its standard deviation */
  double relevant_ratio;        /**< smallest ratio of odds or rates worth a word; 1 when any is */
  UtDenominator *denominator;   /**< NULL: no persons can stand in */
  gboolean without_denominator; /**< it says itself that no head count fits */
  double composition; /**< how far the mix of ages, sexes or grades behind a standardised figure may move its persons */
  double design_effect;         /**< variance of the figure over that of as many independent answers; 1 or more */
  double sd_lowest, sd_highest; /**< standard deviation of one person's score, in `unit`; 0 when not known */
  gboolean projection;          /**< a projection: described, has no trend to test */
  struct {
    char *key;                       /**< NULL: none */
    UtIndicatorId id;                /**< of that projection */
  } alternatives[UT_N_ALTERNATIVES]; /**< of a projection: low and high growth */
  gboolean standardised;             /**< the source's percent is standardised or weighted: never turned into counts */
  gboolean unread;                   /**< a dataset with its figures could not be read: what is missing may be there */
  char **sets;                       /**< ids of collections it belongs to, such as a profile; NULL-terminated */
  char *file;                        /**< where it is defined */
  guint line;
} UtIndicator;

typedef struct {
  char *key;
  UtText name;
  UtText introduction; /**< one neutral sentence on what the theme shows; may be empty */
  char *file;
  guint order; /**< place among the themes, from `order:` in the file */
} UtTheme;

typedef struct UtCatalogue UtCatalogue;

/** Reads every *.yaml in `dir`, sorted by name. Error: UT_ERROR_DEFINITION "file:line:col: …", UT_ERROR_IO. */
UtCatalogue *ut_catalogue_load (const char *dir, GError **error);
/**
 * Adds what one report alone has, from <root>/reports/<report>/indicators/: figures that only its plan prints. Their
 * themes are those of the catalogue, and their ids nobody else's. Nothing happens when there is no such folder.
 *
 * @return FALSE with UT_ERROR_DEFINITION, UT_ERROR_IO; the catalogue is then no longer good for anything
 */
gboolean ut_catalogue_load_report (UtCatalogue *catalogue, const char *root, const char *report, GError **error);
void ut_catalogue_free (UtCatalogue *catalogue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtCatalogue, ut_catalogue_free)

guint ut_catalogue_count (const UtCatalogue *catalogue);
const UtIndicator *ut_catalogue_get (const UtCatalogue *catalogue, UtIndicatorId id);
/** The indicator with this id, or that had it before: its `key` is then another one. NULL when unknown. */
const UtIndicator *ut_catalogue_find (const UtCatalogue *catalogue, const char *key);
/** A finding with the id of today, when the indicator was found by a former one. `file` may be NULL. */
void ut_indicator_report_former (const UtIndicator *indicator, const char *key, const char *file, guint line,
                                 UtFindings *findings);

/** Whether a report may show it: one that is everybody's, or its own. NULL: an answer that is no report's. */
gboolean ut_indicator_is_for (const UtIndicator *indicator, const char *report);
/** Whether the indicator belongs to a set: "oppvekstprofil". */
gboolean ut_indicator_is_in_set (const UtIndicator *indicator, const char *set);
/** The sets there are, by name; the names are the catalogue's. */
GPtrArray *ut_catalogue_list_sets (const UtCatalogue *catalogue);

/** A dataset with figures of this indicator could not be read; an unknown key is none of ours. */
void ut_catalogue_mark_unread (UtCatalogue *catalogue, const char *key);

guint ut_catalogue_n_themes (const UtCatalogue *catalogue);
/** Theme number `i` in reading order. */
const UtTheme *ut_catalogue_theme (const UtCatalogue *catalogue, guint i);
const UtTheme *ut_catalogue_find_theme (const UtCatalogue *catalogue, const char *key);

/** The published unit per unit of the stored value: the table stores figures in the indicator's unit (percent as
 * 0–100), and numerator / denominator × ut_unit_factor = value. 100 for percent, 1000, 100 000, otherwise 1. */
double ut_unit_factor (UtUnit unit);

/** "prosent", "per 1000", "skalapoeng", "personar"; for a table heading or subtitle. */
const char *ut_unit_label (UtUnit unit, UtLanguage language);
/** Short sign after a number: "%" with a leading no-break space, "" otherwise. */
const char *ut_unit_sign (UtUnit unit, UtLanguage language);

/** Decimals to print a value of this indicator with. */
int ut_indicator_decimals (const UtIndicator *indicator, double value);

/** Whether small numbers of it are suppressed: messages then give no numbers either. */
gboolean ut_indicator_has_limits (const UtIndicator *indicator);

UT_END_DECLS

#endif
