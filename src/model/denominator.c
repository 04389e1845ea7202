/* The key `denominator`: head counts of the catalogue that stand in for the persons a figure is of. */
#include "model/indicator_read.h"

#include <utsyn/number.h>

#include "base/i18n.h"

static const char *const keys[] = { "from", "of", "doubt", "years", NULL };
static const char *const years[] = {
  [UT_YEARS_MIDDLE] = "middle",
  [UT_YEARS_SUM] = "sum",
  [UT_YEARS_LAST] = "last",
  NULL,
};
G_STATIC_ASSERT (G_N_ELEMENTS (years) == UT_N_YEARS + 1);

static void
term_clear (gpointer term) {
  g_free (((UtDenominatorTerm *) term)->key);
}

void
ut_denominator_free (UtDenominator *denominator) {
  while (denominator != NULL) {
    UtDenominator *otherwise = denominator->otherwise;
    g_array_unref (denominator->terms);
    g_free (denominator);
    denominator = otherwise;
  }
}

/* From what */

static void
add_term (UtDenominator *denominator, const char *key, double factor) {
  const UtDenominatorTerm term = { .key = g_strdup (key), .factor = factor };
  g_array_append_val (denominator->terms, term);
}

/* {barn-6-15: .3} */
static gboolean
read_factors (const UtYamlNode *node, UtDenominator *denominator) {
  for (guint i = 0; i < node->items->len; i++) {
    const UtYamlNode *key = g_ptr_array_index (node->keys, i), *item = g_ptr_array_index (node->items, i);
    double factor;
    if (item->kind != UT_YAML_SCALAR || !ut_number_parse (item->text, UT_DECIMAL_POINT, &factor) || factor == 0)
      return FALSE;
    add_term (denominator, key->text, factor);
  }
  return TRUE;
}

static gboolean
read_term (const UtYamlNode *node, UtDenominator *denominator) {
  if (node->kind == UT_YAML_MAPPING)
    return read_factors (node, denominator);
  if (node->kind != UT_YAML_SCALAR || *node->text == '\0')
    return FALSE;
  add_term (denominator, node->text, 1);
  return TRUE;
}

static gboolean
read_from (const UtYaml *yaml, const UtYamlNode *node, UtDenominator *denominator, GError **error) {
  const UtYamlNode *from = ut_yaml_find (node, "from");
  gboolean is_list = from != NULL && from->kind == UT_YAML_SEQUENCE, sound = from != NULL;
  for (guint i = 0; sound && i < (is_list ? from->items->len : 1); i++)
    sound = read_term (is_list ? g_ptr_array_index (from->items, i) : from, denominator);
  if (sound && denominator->terms->len > 0)
    return TRUE;
  ut_yaml_complain (yaml, from != NULL ? from : node, error,
                    _ ("from names the head counts that stand in, with a factor where not all of one does: "
                       "[children-0-5, {children-6-15: 0.3}]"));
  return FALSE;
}

static gboolean
read_of (const UtYaml *yaml, const UtYamlNode *node, UtDenominator *denominator, GError **error) {
  double factor;
  if (!ut_yaml_read_number_or (yaml, node, "of", 1, &factor, error))
    return FALSE;
  if (!(factor > 0)) {
    ut_yaml_complain (yaml, ut_yaml_find (node, "of"), error, _ ("of is how much of the head counts: 1, or 0.1"));
    return FALSE;
  }
  for (guint i = 0; i < denominator->terms->len; i++)
    g_array_index (denominator->terms, UtDenominatorTerm, i).factor *= factor;
  return TRUE;
}

/* How sure it is */

/* It must be said, so that nobody takes what stands in for what was counted. */
static gboolean
read_doubt (const UtYaml *yaml, const UtYamlNode *node, UtDenominator *denominator, GError **error) {
  const UtYamlNode *doubt = ut_yaml_find (node, "doubt");
  if (doubt != NULL && ut_pair_read (doubt, &denominator->doubt_lowest, &denominator->doubt_highest)
      && denominator->doubt_lowest > -1 && denominator->doubt_highest <= 1)
    return TRUE;
  ut_yaml_complain (yaml, doubt != NULL ? doubt : node, error,
                    _ ("doubt says how far the true number of persons may be below and above, as shares: "
                       "[-0.12, 0.02]"));
  return FALSE;
}

static gboolean
read_one (const UtYaml *yaml, const UtYamlNode *node, UtDenominator *denominator, GError **error) {
  int index = UT_YEARS_MIDDLE;
  gboolean sound = ut_yaml_check_keys (yaml, node, keys, error);
  if (node->kind != UT_YAML_MAPPING)
    return FALSE;
  sound = read_from (yaml, node, denominator, error) && read_of (yaml, node, denominator, error) && sound;
  sound = read_doubt (yaml, node, denominator, error) && sound;
  sound = ut_yaml_read_word (yaml, node, "years", years, UT_YEARS_MIDDLE, &index, error) && sound;
  denominator->years = (UtYears) index;
  return sound;
}

static gboolean
is_of_persons (const UtIndicator *indicator) {
  return indicator->measure == UT_MEASURE_PROPORTION || indicator->measure == UT_MEASURE_RATE
         || indicator->measure == UT_MEASURE_MEAN;
}

static UtDenominator *
new_one (void) {
  UtDenominator *denominator = g_new0 (UtDenominator, 1);
  denominator->terms = g_array_new (FALSE, FALSE, sizeof (UtDenominatorTerm));
  g_array_set_clear_func (denominator->terms, term_clear);
  return denominator;
}

/* One way to find them, or a list: the first that has figures stands in. */
gboolean
ut_denominator_read (const UtYaml *yaml, const UtYamlNode *mapping, UtIndicator *indicator, GError **error) {
  const UtYamlNode *node = ut_yaml_find (mapping, "denominator");
  if (node == NULL)
    return TRUE;
  /* Said of a survey, so that nobody goes on looking. */
  indicator->without_denominator = node->kind == UT_YAML_SCALAR && g_strcmp0 (node->text, "none") == 0;
  if (indicator->without_denominator)
    return TRUE;
  gboolean is_list = node->kind == UT_YAML_SEQUENCE && node->items->len > 0, sound = TRUE;
  if (!is_of_persons (indicator)) {
    ut_yaml_complain (yaml, node, error, _ ("only a proportion, a rate or a mean has a denominator"));
    return FALSE;
  }
  UtDenominator **last = &indicator->denominator;
  for (guint i = 0; i < (is_list ? node->items->len : 1); i++) {
    *last = new_one ();
    sound = read_one (yaml, is_list ? g_ptr_array_index (node->items, i) : node, *last, error) && sound;
    last = &(*last)->otherwise;
  }
  return sound;
}
