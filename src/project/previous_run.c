#include "project/previous_run.h"

#include <errno.h>

#include "base/i18n.h"
#include "base/input.h"
#include "base/reason.h"
#include "base/yaml.h"
#include <utsyn/terms.h>

/* Writing */

/* A form ut_period_parse() reads, whatever the language. */
static char *
period_code (UtPeriod period) {
  int first = period.first_year, last = period.last_year;
  switch ((UtPeriodKind) period.kind) {
  case UT_PERIOD_SCHOOL_YEAR:
    return g_strdup_printf ("%d/%02d", first, last % 100);
  case UT_PERIOD_SPAN:
    return g_strdup_printf ("%d-%d", first, last);
  case UT_PERIOD_SCHOOL_SPAN:
    return g_strdup_printf ("%d/%02d-%d/%02d", first, (first + 1) % 100, last - 1, last % 100);
  case UT_PERIOD_MONTHS:
    return g_strdup_printf ("%dM%02u-M%02u", first, period.first_part, period.last_part);
  case UT_PERIOD_WEEK:
    return g_strdup_printf ("%dW%02u", first, period.first_part);
  case UT_PERIOD_YEAR:
  case UT_PERIOD_NONE:
    break;
  }
  return g_strdup_printf ("%d", first);
}

static json_t *
place_json (const UtRunPlace *place) {
  json_t *members = json_array ();
  for (char **code = place->members; *code != NULL; code++)
    json_array_append_new (members, json_string (*code));
  return json_pack ("{s:s, s:i, s:o}", "code", place->code, "since", place->since, "members", members);
}

static void
write_verdicts (json_t *object, const UtRunSeries *series) {
  for (guint i = 0; i < UT_N_BENCHMARKS; i++) {
    if (series->judged[i])
      json_object_set_new (object, ut_benchmark_code ((UtBenchmark) i),
                           json_pack ("{s:s, s:b, s:s}", "level", ut_level_code (series->levels[i]), "robust",
                                      series->robust[i] ? 1 : 0, "rule", ut_rule_code (series->rules[i])));
  }
}

static json_t *
series_json (const UtRunSeries *series) {
  json_t *object = json_pack ("{s:s, s:s}", "indicator", series->indicator, "place", series->place);
  if (series->period.kind != UT_PERIOD_NONE) {
    g_autofree char *period = period_code (series->period);
    json_object_set_new (object, "period", json_string (period));
    write_verdicts (object, series);
  }
  json_t *values = json_object (), *breaks = json_array ();
  for (guint i = 0; i < series->points->len; i++) {
    const UtRunPoint *point = &g_array_index (series->points, UtRunPoint, i);
    g_autofree char *period = period_code (point->period);
    json_object_set_new (values, period, json_real (point->value));
    if (point->has_break)
      json_array_append_new (breaks, json_string (period));
  }
  json_object_set_new (object, "values", values);
  json_object_set_new (object, "breaks", breaks);
  return object;
}

void
ut_run_write (const UtRun *run, json_t *manifest) {
  json_t *places = json_array (), *figures = json_array ();
  for (guint i = 0; i < run->places->len; i++)
    json_array_append_new (places, place_json (g_ptr_array_index (run->places, i)));
  for (guint i = 0; i < run->series->len; i++)
    json_array_append_new (figures, series_json (g_ptr_array_index (run->series, i)));
  json_object_set_new (manifest, "compared", places);
  json_object_set_new (manifest, "figures", figures);
}

/* Reading. Jansson says whether it is JSON; as JSON is YAML too, the tree that knows its lines is YAML's. */

static const UtYamlNode *
find_list (const UtYaml *yaml, const UtYamlNode *mapping, const char *key, GError **error) {
  const UtYamlNode *node = ut_yaml_find (mapping, key);
  if (node != NULL && node->kind == UT_YAML_SEQUENCE)
    return node;
  ut_yaml_complain (yaml, node != NULL ? node : mapping, error, _ ("a list '%s' is wanted here"), key);
  return NULL;
}

static gboolean
read_period (const UtYaml *yaml, const UtYamlNode *node, UtPeriod *period, GError **error) {
  if (node->kind == UT_YAML_SCALAR && ut_period_parse (node->text, period))
    return TRUE;
  ut_yaml_complain (yaml, node, error, _ ("a period is wanted here"));
  return FALSE;
}

static gboolean
read_place (const UtYaml *yaml, const UtYamlNode *node, UtRun *run, GError **error) {
  int since;
  g_auto (GStrv) members = NULL;
  const char *code = ut_yaml_get_text (yaml, node, "code", error);
  if (code == NULL || !ut_yaml_read_integer_or (yaml, node, "since", 0, &since, error))
    return FALSE;
  UtRunPlace *place = ut_run_add_place (run, code, since);
  if (!ut_yaml_read_list (yaml, node, "members", &members, error))
    return FALSE;
  if (members != NULL) {
    g_strfreev (place->members);
    place->members = g_steal_pointer (&members);
  }
  return TRUE;
}

static gboolean
read_values (const UtYaml *yaml, const UtYamlNode *node, UtRunSeries *series, GError **error) {
  const UtYamlNode *values = ut_yaml_find (node, "values");
  if (values == NULL || values->kind != UT_YAML_MAPPING) {
    ut_yaml_complain (yaml, values != NULL ? values : node, error, _ ("values by period are wanted here"));
    return FALSE;
  }
  for (guint i = 0; i < values->keys->len; i++) {
    const UtYamlNode *key = g_ptr_array_index (values->keys, i);
    UtRunPoint point = { 0 };
    if (!read_period (yaml, key, &point.period, error)
        || !ut_yaml_read_number_or (yaml, values, key->text, 0, &point.value, error))
      return FALSE;
    g_array_append_val (series->points, point);
  }
  return TRUE;
}

static gboolean
read_breaks (const UtYaml *yaml, const UtYamlNode *node, UtRunSeries *series, GError **error) {
  const UtYamlNode *breaks = find_list (yaml, node, "breaks", error);
  for (guint i = 0; breaks != NULL && i < breaks->items->len; i++) {
    UtPeriod period;
    if (!read_period (yaml, g_ptr_array_index (breaks->items, i), &period, error))
      return FALSE;
    for (guint k = 0; k < series->points->len; k++) {
      UtRunPoint *point = &g_array_index (series->points, UtRunPoint, k);
      point->has_break |= ut_period_compare (point->period, period) == 0;
    }
  }
  return breaks != NULL;
}

static gboolean
read_verdicts (const UtYaml *yaml, const UtYamlNode *node, UtRunSeries *series, GError **error) {
  const char *codes[UT_N_LEVELS + 1] = { NULL }, *rules[UT_N_RULES + 1] = { NULL };
  for (guint i = 0; i < UT_N_LEVELS; i++)
    codes[i] = ut_level_code ((UtLevel) i);
  for (guint i = 0; i < UT_N_RULES; i++)
    rules[i] = ut_rule_code ((UtRule) i);
  for (guint i = 0; i < UT_N_BENCHMARKS; i++) {
    const UtYamlNode *verdict = ut_yaml_find (node, ut_benchmark_code ((UtBenchmark) i));
    int level, rule;
    if (verdict == NULL)
      continue;
    if (verdict->kind != UT_YAML_MAPPING) {
      ut_yaml_complain (yaml, verdict, error, _ ("a verdict is wanted here: level, robust, rule"));
      return FALSE;
    }
    if (!ut_yaml_read_word (yaml, verdict, "level", codes, -1, &level, error)
        || !ut_yaml_read_boolean_or (yaml, verdict, "robust", FALSE, &series->robust[i], error)
        || !ut_yaml_read_word (yaml, verdict, "rule", rules, UT_RULE_UTSYN, &rule, error))
      return FALSE;
    series->judged[i] = TRUE;
    series->levels[i] = (UtLevel) level;
    series->rules[i] = (UtRule) rule;
  }
  return TRUE;
}

static gboolean
read_series (const UtYaml *yaml, const UtYamlNode *node, UtRun *run, GError **error) {
  const char *indicator = ut_yaml_get_text (yaml, node, "indicator", error);
  const char *place = indicator != NULL ? ut_yaml_get_text (yaml, node, "place", error) : NULL;
  const UtYamlNode *period = ut_yaml_find (node, "period");
  if (place == NULL)
    return FALSE;
  UtRunSeries *series = ut_run_add_series (run, indicator, place);
  return read_values (yaml, node, series, error) && read_breaks (yaml, node, series, error)
         && read_verdicts (yaml, node, series, error)
         && (period == NULL || read_period (yaml, period, &series->period, error));
}

typedef gboolean (*ReadItem) (const UtYaml *, const UtYamlNode *, UtRun *, GError **);

static gboolean
read_list (const UtYaml *yaml, const char *key, ReadItem read, UtRun *run, GError **error) {
  const UtYamlNode *list = find_list (yaml, yaml->root, key, error);
  for (guint i = 0; list != NULL && i < list->items->len; i++) {
    const UtYamlNode *item = g_ptr_array_index (list->items, i);
    if (item->kind != UT_YAML_MAPPING) {
      ut_yaml_complain (yaml, item, error, _ ("an object is wanted here"));
      return FALSE;
    }
    if (!read (yaml, item, run, error))
      return FALSE;
  }
  return list != NULL;
}

static gboolean
check_format (const UtYaml *yaml, GError **error) {
  int format;
  if (yaml->root->kind != UT_YAML_MAPPING) {
    ut_yaml_complain (yaml, yaml->root, error, _ ("an object is wanted here"));
    return FALSE;
  }
  if (!ut_yaml_read_integer_or (yaml, yaml->root, "format", 1, &format, error))
    return FALSE;
  if (format == UT_MANIFEST_FORMAT)
    return TRUE;
  const UtYamlNode *node = ut_yaml_find (yaml->root, "format");
  ut_yaml_complain (yaml, node != NULL ? node : yaml->root, error,
                    _ ("the manifest has format %1$d, and format %2$d is needed: write that report again with this "
                       "version"),
                    format, UT_MANIFEST_FORMAT);
  return FALSE;
}

static gboolean
check_json (const char *text, gsize length, const char *shown, GError **error) {
  json_error_t trouble;
  json_t *root = json_loadb (text, length, JSON_REJECT_DUPLICATES, &trouble);
  if (root == NULL)
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%1$s:%2$d:%3$d: this is no JSON: %4$s"), shown, trouble.line,
                  trouble.column, trouble.text);
  json_decref (root);
  return root != NULL;
}

static void
carry_over (const UtCatalogue *catalogue, UtRun *run) {
  for (guint i = 0; i < run->series->len; i++) {
    UtRunSeries *series = g_ptr_array_index (run->series, i);
    const UtIndicator *indicator = ut_catalogue_find (catalogue, series->indicator);
    if (indicator == NULL)
      continue;
    g_free (series->indicator);
    series->indicator = g_strdup (indicator->key);
  }
}

UtRun *
ut_previous_run_read (const UtCatalogue *catalogue, const char *path, const char *shown, GError **error) {
  g_autofree char *text = NULL;
  gsize length = 0;
  g_autoptr (GError) trouble = NULL;
  if (!ut_input_read (path, &text, &length, &trouble)) {
    ut_error_set (error, UT_ERROR_IO, _ ("'%1$s' cannot be read: %2$s"), shown, ut_reason_error (trouble));
    return NULL;
  }
  if (!check_json (text, length, shown, error))
    return NULL;
  g_autoptr (UtYaml) yaml = ut_yaml_parse (text, (gssize) length, shown, error);
  g_autoptr (UtRun) run = ut_run_new ();
  if (yaml == NULL || !check_format (yaml, error) || !read_list (yaml, "compared", read_place, run, error)
      || !read_list (yaml, "figures", read_series, run, error))
    return NULL;
  carry_over (catalogue, run);
  return g_steal_pointer (&run);
}
