#include "model/indicator_read.h"

#include <string.h>
#include <utsyn/number.h>

#include "base/i18n.h"

static const char *const indicator_keys[]
    = { "id",          "former",      "name",          "short",        "definition", "measure",
        "unit",        "decimals",    "resolution",    "range",        "age",        "polarity",
        "tested",      "rule",        "suppress",      "standardised", "projection", "alternatives",
        "denominator", "composition", "design-effect", "sd",           "relevant",   "sets",
        "family",      "note",        "source",        "groups",       NULL };

static const char *const measures[] = {
  [UT_MEASURE_PROPORTION] = "proportion",
  [UT_MEASURE_RATE] = "rate",
  [UT_MEASURE_MEAN] = "mean",
  [UT_MEASURE_COUNT] = "count",
  [UT_MEASURE_RATIO] = "ratio",
  [UT_MEASURE_INDEX] = "index",
  [UT_MEASURE_MONEY] = "money",
  NULL,
};
G_STATIC_ASSERT (G_N_ELEMENTS (measures) == UT_N_MEASURES + 1);
static const char *const units[] = {
  [UT_UNIT_PERCENT] = "percent",
  [UT_UNIT_PER_1000] = "per_1000",
  [UT_UNIT_PER_100000] = "per_100000",
  [UT_UNIT_POINTS] = "points",
  [UT_UNIT_PERSONS] = "persons",
  [UT_UNIT_YEARS] = "years",
  [UT_UNIT_DAYS] = "days",
  [UT_UNIT_HOURS] = "hours",
  [UT_UNIT_NOK] = "nok",
  NULL,
};
G_STATIC_ASSERT (G_N_ELEMENTS (units) == UT_N_UNITS + 1);
static const char *const polarities[] = {
  [UT_POLARITY_HIGH] = "high",
  [UT_POLARITY_LOW] = "low",
  [UT_POLARITY_NEUTRAL] = "neutral",
  NULL,
};
G_STATIC_ASSERT (G_N_ELEMENTS (polarities) == UT_N_POLARITIES + 1);
/* What follows from the measure: the unit, where it has one that is usual, and how its differences are tested. */
static const struct {
  int unit; /* -1: must be said */
  UtTest test;
} follows[] = {
  [UT_MEASURE_PROPORTION] = { UT_UNIT_PERCENT, UT_TEST_BINOMIAL },
  [UT_MEASURE_RATE] = { UT_UNIT_PER_1000, UT_TEST_POISSON },
  [UT_MEASURE_MEAN] = { UT_UNIT_POINTS, UT_TEST_MARGIN },
  [UT_MEASURE_COUNT] = { UT_UNIT_PERSONS, UT_TEST_NONE },
  [UT_MEASURE_RATIO] = { -1, UT_TEST_NONE },
  [UT_MEASURE_INDEX] = { -1, UT_TEST_NONE },
  [UT_MEASURE_MONEY] = { UT_UNIT_NOK, UT_TEST_NONE },
};
G_STATIC_ASSERT (G_N_ELEMENTS (follows) == UT_N_MEASURES);
static const char *const rules[] = {
  [UT_RULE_UTSYN] = "utsyn",
  [UT_RULE_FHI] = "fhi",
  [UT_RULE_FINGERTIPS] = "fingertips",
  NULL,
};
G_STATIC_ASSERT (G_N_ELEMENTS (rules) == UT_N_RULES + 1);

const char *
ut_rule_code (UtRule rule) {
  g_return_val_if_fail ((guint) rule < UT_N_RULES, "utsyn");
  return rules[rule];
}

void
ut_indicator_free (UtIndicator *indicator) {
  g_free (indicator->key);
  g_free (indicator->report);
  g_strfreev (indicator->former);
  g_free (indicator->theme);
  g_free (indicator->family);
  ut_text_clear (&indicator->name);
  ut_text_clear (&indicator->short_name);
  ut_text_clear (&indicator->definition);
  ut_text_clear (&indicator->note);
  ut_text_clear (&indicator->source);
  ut_text_clear (&indicator->age);
  g_strfreev (indicator->sets);
  ut_groups_clear (indicator);
  ut_denominator_free (indicator->denominator);
  ut_alternatives_clear (indicator);
  g_free (indicator->file);
  g_free (indicator);
}

/* Words and numbers */

static gboolean
read_unit (const UtYaml *yaml, const UtYamlNode *node, UtIndicator *indicator, GError **error) {
  int unit;
  if (!ut_yaml_read_word (yaml, node, "unit", units, follows[indicator->measure].unit, &unit, error))
    return FALSE;
  indicator->unit = (UtUnit) unit;
  return TRUE;
}

static gboolean
read_words (const UtYaml *yaml, const UtYamlNode *node, UtIndicator *indicator, GError **error) {
  int measure, polarity;
  gboolean sound = ut_yaml_read_word (yaml, node, "measure", measures, -1, &measure, error);
  if (sound)
    indicator->measure = (UtMeasure) measure;
  sound = sound && read_unit (yaml, node, indicator, error);
  if (!ut_yaml_read_word (yaml, node, "polarity", polarities, -1, &polarity, error))
    return FALSE;
  indicator->polarity = (UtPolarity) polarity;
  return sound;
}

/* Whether differences are tested, where they can be: a full count and a projection are described. */
static gboolean
read_tested (const UtYaml *yaml, const UtYamlNode *node, UtIndicator *indicator, GError **error) {
  UtTest test = follows[indicator->measure].test;
  gboolean can_be = test != UT_TEST_NONE && !indicator->projection, tested;
  if (!ut_yaml_read_boolean_or (yaml, node, "tested", can_be, &tested, error))
    return FALSE;
  indicator->test = tested ? test : UT_TEST_NONE;
  if (!tested || can_be)
    return TRUE;
  const UtYamlNode *given = ut_yaml_find (node, "tested");
  if (indicator->projection)
    ut_yaml_complain (yaml, given, error, _ ("a projection is never tested"));
  else
    ut_yaml_complain (yaml, given, error, _ ("there is no test for the measure %s"), measures[indicator->measure]);
  return FALSE;
}

gboolean
ut_rule_read (const UtYaml *yaml, const UtYamlNode *mapping, gboolean *has, UtRule *rule, GError **error) {
  int index = 0;
  *has = ut_yaml_find (mapping, "rule") != NULL;
  if (!*has)
    return TRUE;
  if (!ut_yaml_read_word (yaml, mapping, "rule", rules, -1, &index, error))
    return FALSE;
  *rule = (UtRule) index;
  return TRUE;
}

static gboolean
read_decimals (const UtYaml *yaml, const UtYamlNode *node, UtIndicator *indicator, GError **error) {
  const UtYamlNode *decimals = ut_yaml_find (node, "decimals");
  indicator->decimals = -1;
  if (decimals == NULL || g_strcmp0 (decimals->text, "auto") == 0)
    return TRUE;
  if (!ut_yaml_read_integer_or (yaml, node, "decimals", -1, &indicator->decimals, error))
    return FALSE;
  if (indicator->decimals >= 0 && indicator->decimals <= 3)
    return TRUE;
  ut_yaml_complain (yaml, decimals, error, _ ("decimals is auto or 0 to 3, not '%s'"), decimals->text);
  return FALSE;
}

static gboolean
read_not_negative (const UtYaml *yaml, const UtYamlNode *node, const char *key, double *value, GError **error) {
  if (!ut_yaml_read_number_or (yaml, node, key, 0, value, error))
    return FALSE;
  if (*value >= 0)
    return TRUE;
  ut_yaml_complain (yaml, ut_yaml_find (node, key), error, _ ("%s cannot be negative"), key);
  return FALSE;
}

static gboolean
read_range (const UtYaml *yaml, const UtYamlNode *node, UtIndicator *indicator, GError **error) {
  const UtYamlNode *range = ut_yaml_find (node, "range");
  if (range == NULL
      || (ut_pair_read (range, &indicator->least, &indicator->greatest) && indicator->least < indicator->greatest))
    return TRUE;
  ut_yaml_complain (yaml, range, error, _ ("range is the least and the greatest figure there can be: [0, 60]"));
  return FALSE;
}

/* Which words go together */

static gboolean
unit_fits (UtMeasure measure, UtUnit unit) {
  gboolean rate_unit = unit == UT_UNIT_PER_1000 || unit == UT_UNIT_PER_100000;
  switch (measure) {
  case UT_MEASURE_PROPORTION:
    return unit == UT_UNIT_PERCENT;
  case UT_MEASURE_RATE:
    return rate_unit;
  case UT_MEASURE_COUNT:
    return unit == UT_UNIT_PERSONS;
  case UT_MEASURE_MONEY:
    return unit == UT_UNIT_NOK;
  default:
    return unit != UT_UNIT_PERCENT && !rate_unit;
  }
}

static gboolean
check_together (const UtYaml *yaml, const UtYamlNode *node, const UtIndicator *indicator, GError **error) {
  if (!unit_fits (indicator->measure, indicator->unit)) {
    ut_yaml_complain (yaml, ut_yaml_find (node, "unit"), error, _ ("unit %1$s does not go with measure %2$s"),
                      units[indicator->unit], measures[indicator->measure]);
    return FALSE;
  }
  if (indicator->has_rule && indicator->test == UT_TEST_NONE) {
    ut_yaml_complain (yaml, ut_yaml_find (node, "rule"), error, _ ("an indicator that is not tested has no rule"));
    return FALSE;
  }
  return TRUE;
}

static gboolean
read_texts (const UtYaml *yaml, const UtYamlNode *node, UtIndicator *indicator, GError **error) {
  const char *short_key = ut_yaml_find (node, "short") != NULL ? "short" : "name";
  gboolean named = ut_yaml_read_languages (yaml, node, "name", TRUE, &indicator->name, error);
  gboolean sound = named;
  if (named || strcmp (short_key, "short") == 0)
    sound = ut_yaml_read_languages (yaml, node, short_key, TRUE, &indicator->short_name, error) && sound;
  sound = ut_yaml_read_languages (yaml, node, "definition", TRUE, &indicator->definition, error) && sound;
  sound = ut_yaml_read_languages (yaml, node, "source", TRUE, &indicator->source, error) && sound;
  sound = ut_yaml_read_languages (yaml, node, "age", FALSE, &indicator->age, error) && sound;
  return ut_yaml_read_languages (yaml, node, "note", FALSE, &indicator->note, error) && sound;
}

static gboolean
read_numbers (const UtYaml *yaml, const UtYamlNode *node, UtIndicator *indicator, GError **error) {
  gboolean sound = read_decimals (yaml, node, indicator, error);
  sound = read_not_negative (yaml, node, "resolution", &indicator->resolution, error) && sound;
  return read_range (yaml, node, indicator, error) && sound;
}

static gboolean
read_lists (const UtYaml *yaml, const UtYamlNode *node, UtIndicator *indicator, GError **error) {
  gboolean sound = ut_groups_read (yaml, node, indicator, error);
  sound = ut_denominator_read (yaml, node, indicator, error) && sound;
  sound = ut_alternatives_read (yaml, node, indicator, error) && sound;
  if (ut_yaml_find (node, "family") != NULL)
    sound = ut_id_read (yaml, node, "family", &indicator->family, error) && sound;
  return sound;
}

static gboolean
read_values (const UtYaml *yaml, const UtYamlNode *node, const UtSuppression *own, UtIndicator *indicator,
             GError **error) {
  gboolean worded = read_words (yaml, node, indicator, error);
  worded = ut_rule_read (yaml, node, &indicator->has_rule, &indicator->rule, error) && worded;
  worded = ut_yaml_read_boolean_or (yaml, node, "projection", FALSE, &indicator->projection, error) && worded;
  worded = read_tested (yaml, node, indicator, error) && worded;
  worded = ut_yaml_read_boolean_or (yaml, node, "standardised", FALSE, &indicator->standardised, error) && worded;
  gboolean sound = worded && check_together (yaml, node, indicator, error);
  sound = sound && ut_spread_read (yaml, node, indicator, error);
  sound = read_numbers (yaml, node, indicator, error) && sound;
  sound = ut_suppression_read (yaml, node, own, &indicator->suppress, error) && sound;
  return read_lists (yaml, node, indicator, error) && sound;
}

UtIndicator *
ut_indicator_read (const UtYaml *yaml, const UtYamlNode *node, const UtSuppression *own, GError **error) {
  gboolean sound = ut_yaml_check_keys (yaml, node, indicator_keys, error);
  if (node->kind != UT_YAML_MAPPING)
    return NULL;
  UtIndicator *indicator = g_new0 (UtIndicator, 1);
  indicator->file = g_strdup (yaml->path);
  indicator->line = node->line;
  indicator->design_effect = 1;
  indicator->relevant_ratio = 1;
  sound = ut_id_read (yaml, node, "id", &indicator->key, error) && sound;
  sound = ut_ids_read (yaml, node, "former", &indicator->former, error) && sound;
  sound = ut_ids_read (yaml, node, "sets", &indicator->sets, error) && sound;
  sound = read_texts (yaml, node, indicator, error) && sound;
  sound = read_values (yaml, node, own, indicator, error) && sound;
  if (!sound) {
    ut_indicator_free (indicator);
    return NULL;
  }
  return indicator;
}
