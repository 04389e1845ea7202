/* The keys that say how far chance may move a figure, and how far it must be moved to be worth a word. */
#include "model/indicator_read.h"

#include <math.h>

#include "base/i18n.h"

#define RELEVANT_RATIO 1.1
/* More than a class of thirty that answers as one, and more than any mix of ages. */
#define GREATEST_DESIGN_EFFECT 30
#define GREATEST_COMPOSITION   0.5

static const char *const relevant_keys[] = { "ratio", "difference", NULL };

static gboolean
complain (const UtYaml *yaml, const UtYamlNode *mapping, const char *key, GError **error, const char *message) {
  ut_yaml_complain (yaml, ut_yaml_find (mapping, key), error, "%s", message);
  return FALSE;
}

static gboolean
read_design_effect (const UtYaml *yaml, const UtYamlNode *node, UtIndicator *indicator, GError **error) {
  static const char key[] = "design-effect";
  if (!ut_yaml_read_number_or (yaml, node, key, 1, &indicator->design_effect, error))
    return FALSE;
  if (!(indicator->design_effect >= 1 && indicator->design_effect <= GREATEST_DESIGN_EFFECT))
    return complain (yaml, node, key, error,
                     _ ("design-effect is 1, or how many times as large as that of independent answers the variance "
                        "is: 1.7"));
  if (ut_yaml_find (node, key) != NULL && indicator->test == UT_TEST_NONE)
    return complain (yaml, node, key, error, _ ("an indicator that is not tested has no design-effect"));
  return TRUE;
}

static gboolean
read_composition (const UtYaml *yaml, const UtYamlNode *node, UtIndicator *indicator, GError **error) {
  static const char key[] = "composition";
  if (!ut_yaml_read_number_or (yaml, node, key, 0, &indicator->composition, error))
    return FALSE;
  if (!(indicator->composition >= 0 && indicator->composition <= GREATEST_COMPOSITION))
    return complain (yaml, node, key, error, _ ("composition is a share from 0 to 0.5: 0.05"));
  if (ut_yaml_find (node, key) != NULL && !indicator->standardised)
    return complain (yaml, node, key, error, _ ("only a standardised figure has a composition"));
  return TRUE;
}

static gboolean
read_sd (const UtYaml *yaml, const UtYamlNode *node, UtIndicator *indicator, GError **error) {
  const UtYamlNode *sd = ut_yaml_find (node, "sd");
  if (sd == NULL)
    return TRUE;
  if (indicator->measure != UT_MEASURE_MEAN)
    return complain (yaml, node, "sd", error, _ ("only a mean has an sd"));
  if (ut_pair_read (sd, &indicator->sd_lowest, &indicator->sd_highest) && indicator->sd_lowest > 0)
    return TRUE;
  return complain (yaml, node, "sd", error,
                   _ ("sd is the least and the greatest that the standard deviation of one person may be: [8, 9.5]"));
}

/* What is not said: a ratio of 1.1, and for a mean a tenth of its standard deviation. */
static void
take_usual_relevant (UtIndicator *indicator) {
  indicator->relevant = indicator->test == UT_TEST_MARGIN ? NAN : 0;
  gboolean has_ratio = indicator->test == UT_TEST_BINOMIAL || indicator->test == UT_TEST_POISSON;
  indicator->relevant_ratio = has_ratio ? RELEVANT_RATIO : 1;
}

static gboolean
is_usable (const UtIndicator *indicator, gboolean has_ratio) {
  if (has_ratio)
    return indicator->relevant_ratio >= 1 && indicator->test != UT_TEST_MARGIN;
  return indicator->relevant >= 0;
}

static gboolean
read_relevant (const UtYaml *yaml, const UtYamlNode *node, UtIndicator *indicator, GError **error) {
  static const char key[] = "relevant";
  const UtYamlNode *relevant = ut_yaml_find (node, key);
  take_usual_relevant (indicator);
  if (relevant == NULL)
    return TRUE;
  if (relevant->kind == UT_YAML_SCALAR) {
    ut_yaml_complain (yaml, relevant, error, _ ("relevant says what it is: {difference: %1$s}, or {ratio: 1.1}"),
                      relevant->text);
    return FALSE;
  }
  if (!ut_yaml_check_keys (yaml, relevant, relevant_keys, error)
      || !ut_yaml_read_number_or (yaml, relevant, "difference", 0, &indicator->relevant, error)
      || !ut_yaml_read_number_or (yaml, relevant, "ratio", 1, &indicator->relevant_ratio, error))
    return FALSE;
  gboolean has_ratio = ut_yaml_find (relevant, "ratio") != NULL;
  if (has_ratio != (ut_yaml_find (relevant, "difference") != NULL) && is_usable (indicator, has_ratio))
    return TRUE;
  return complain (yaml, node, key, error,
                   _ ("relevant is the smallest difference worth a word, {difference: 2}, or for shares and rates the "
                      "smallest ratio of odds or rates, {ratio: 1.1}"));
}

gboolean
ut_spread_read (const UtYaml *yaml, const UtYamlNode *mapping, UtIndicator *indicator, GError **error) {
  gboolean sound = read_design_effect (yaml, mapping, indicator, error);
  sound = read_composition (yaml, mapping, indicator, error) && sound;
  sound = read_sd (yaml, mapping, indicator, error) && sound;
  return read_relevant (yaml, mapping, indicator, error) && sound;
}
