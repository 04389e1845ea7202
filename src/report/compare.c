#include "report/compare.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/indicator_read.h"
#include <utsyn/phrases.h>
#include <utsyn/terms.h>

/* More municipalities than these would fill a caption. */
#define MOST_NAMED 8

typedef struct {
  UtProject *project;
  const UtYaml *yaml;
  UtReport *report;
} Reader;

/* The words of `compare`, as ut_benchmark_code has them. */
static UtBenchmark
find_benchmark (const Reader *reader, const UtYamlNode *node, GError **error) {
  const char *words[UT_N_BENCHMARKS + 1] = { NULL };
  for (int benchmark = 0; benchmark < UT_N_BENCHMARKS; benchmark++)
    words[benchmark] = ut_benchmark_code ((UtBenchmark) benchmark);
  int found;
  return ut_yaml_find_word (reader->yaml, node, "compare", words, &found, error) ? (UtBenchmark) found
                                                                                 : UT_N_BENCHMARKS;
}

static const UtRegion *
find_region (const Reader *reader, const UtYamlNode *node, UtRegionKind kind, const char *wanted, GError **error) {
  g_autoptr (GError) trouble = NULL;
  if (node->kind != UT_YAML_SCALAR) {
    ut_yaml_complain (reader->yaml, node, error, "%s", wanted);
    return NULL;
  }
  const UtRegion *region = ut_regions_find (reader->project->regions, node->text, &trouble);
  if (region == NULL)
    ut_yaml_complain (reader->yaml, node, error, "%s", trouble->message);
  else if (region->kind != kind)
    ut_yaml_complain (reader->yaml, node, error, "%s", wanted);
  return region != NULL && region->kind == kind ? region : NULL;
}

/* Groups and peers */

static void
add_membership (const Reader *reader, UtRegionId place, UtRegionId group) {
  const UtMembership membership = { place, group };
  g_array_append_val (reader->report->options.groups, membership);
}

static const UtRegion *
find_group (const Reader *reader, const UtYamlNode *node, GError **error) {
  return find_region (reader, node, UT_REGION_GROUP, _ ("a KOSTRA group is wanted here: EKG01 to EKG17"), error);
}

/* One group for all municipalities of the report, or a group each. */
static gboolean
read_groups (const Reader *reader, const UtYamlNode *value, GError **error) {
  const GArray *municipalities = reader->report->municipalities;
  if (value->kind != UT_YAML_MAPPING) {
    const UtRegion *group = find_group (reader, value, error);
    for (guint i = 0; group != NULL && i < municipalities->len; i++)
      add_membership (reader, g_array_index (municipalities, UtRegionId, i), group->id);
    return group != NULL;
  }
  for (guint i = 0; i < value->keys->len; i++) {
    const UtRegion *place = find_region (reader, g_ptr_array_index (value->keys, i), UT_REGION_MUNICIPALITY,
                                         _ ("a municipality's number or name is wanted here"), error);
    const UtRegion *group = place != NULL ? find_group (reader, g_ptr_array_index (value->items, i), error) : NULL;
    if (group == NULL)
      return FALSE;
    add_membership (reader, place->id, group->id);
  }
  return TRUE;
}

/* "the municipalities chosen (Tokke and Vinje)"; a long list is left to the definition. */
static char *
name_peers (const Reader *reader, const GArray *members) {
  UtLanguage language = reader->report->language;
  char *names[MOST_NAMED + 1] = { NULL };
  if (members->len > MOST_NAMED)
    return g_strdup (ut_tr (language, "the municipalities chosen"));
  for (guint i = 0; i < members->len; i++)
    names[i] = ut_phrase_place (reader->project->regions, g_array_index (members, UtRegionId, i), language);
  g_autofree char *joined = ut_text_join ((const char *const *) names, language);
  for (guint i = 0; i < members->len; i++)
    g_free (names[i]);
  return g_strdup_printf ("%s (%s)", ut_tr (language, "the municipalities chosen"), joined);
}

static gboolean
read_peers (const Reader *reader, const UtYamlNode *value, GError **error) {
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  g_autoptr (GError) trouble = NULL;
  if (value->kind != UT_YAML_SEQUENCE || value->items->len == 0) {
    ut_yaml_complain (reader->yaml, value, error, _ ("a list of municipalities is wanted here"));
    return FALSE;
  }
  for (guint i = 0; i < value->items->len; i++) {
    const UtRegion *member = find_region (reader, g_ptr_array_index (value->items, i), UT_REGION_MUNICIPALITY,
                                          _ ("a municipality's number or name is wanted here"), error);
    if (member == NULL)
      return FALSE;
    g_array_append_val (members, member->id);
  }
  g_autofree char *id = g_strconcat (reader->report->id, "-peers", NULL), *name = name_peers (reader, members);
  const UtRegion *peers = ut_regions_add_own (reader->project->regions, id, name,
                                              (const UtRegionId *) (gpointer) members->data, members->len, &trouble);
  if (peers == NULL) {
    ut_yaml_complain (reader->yaml, value, error, "%s", trouble->message);
    return FALSE;
  }
  reader->report->options.peers = peers->id;
  return TRUE;
}

static gboolean
read_past (const Reader *reader, const UtYamlNode *mapping, GError **error) {
  int *year = &reader->report->options.past_year;
  const char *code = ut_benchmark_code (UT_BENCHMARK_PAST);
  if (!ut_yaml_read_integer_or (reader->yaml, mapping, code, 0, year, error))
    return FALSE;
  if (*year >= 1900 && *year <= 2100)
    return TRUE;
  ut_yaml_complain (reader->yaml, ut_yaml_find (mapping, code), error, _ ("a year is wanted here"));
  return FALSE;
}

/* compare */

static gboolean
read_argument (const Reader *reader, const UtYamlNode *mapping, UtBenchmark benchmark, GError **error) {
  const UtYamlNode *value = g_ptr_array_index (mapping->items, 0);
  switch (benchmark) {
  case UT_BENCHMARK_GROUP:
    return read_groups (reader, value, error);
  case UT_BENCHMARK_PEERS:
    return read_peers (reader, value, error);
  case UT_BENCHMARK_PAST:
    return read_past (reader, mapping, error);
  default:
    ut_yaml_complain (reader->yaml, value, error, _ ("'%s' is a word alone"), ut_benchmark_code (benchmark));
    return FALSE;
  }
}

/* Whether a benchmark is nothing without saying which. */
static gboolean
needs_argument (UtBenchmark benchmark) {
  return benchmark == UT_BENCHMARK_GROUP || benchmark == UT_BENCHMARK_PEERS || benchmark == UT_BENCHMARK_PAST;
}

static gboolean
read_benchmark (const Reader *reader, const UtYamlNode *node, GError **error) {
  gboolean given = node->kind == UT_YAML_MAPPING && node->keys->len == 1;
  const UtYamlNode *word = given ? g_ptr_array_index (node->keys, 0) : node;
  UtBenchmark benchmark = find_benchmark (reader, word, error);
  if (benchmark == UT_N_BENCHMARKS)
    return FALSE;
  if (!given && needs_argument (benchmark)) {
    ut_yaml_complain (reader->yaml, word, error, _ ("'%s' must say which, after a colon"), word->text);
    return FALSE;
  }
  if (reader->report->options.wanted[benchmark]) {
    ut_yaml_complain (reader->yaml, word, error, _ ("'%s' is there already"), word->text);
    return FALSE;
  }
  reader->report->options.wanted[benchmark] = TRUE;
  return !given || read_argument (reader, node, benchmark, error);
}

static gboolean
read_compare (const Reader *reader, GError **error) {
  const UtYamlNode *list = ut_yaml_find (reader->yaml->root, "compare");
  if (list == NULL)
    return TRUE;
  if (list->kind != UT_YAML_SEQUENCE) {
    ut_yaml_complain (reader->yaml, list, error, _ ("a list is wanted here, such as [county, country]"));
    return FALSE;
  }
  for (guint i = 0; i < list->items->len; i++)
    if (!read_benchmark (reader, g_ptr_array_index (list->items, i), error))
      return FALSE;
  return TRUE;
}

/* targets */

static gboolean
is_place (const UtReport *report, UtRegionId id) {
  for (guint i = 0; i < report->places->len; i++)
    if (g_array_index (report->places, UtRegionId, i) == id)
      return TRUE;
  return FALSE;
}

static gboolean
read_target (const Reader *reader, const UtYamlNode *node, GError **error) {
  static const char *const keys[] = { "indicator", "region", "value", NULL };
  UtReport *report = reader->report;
  UtTarget target = { .place = report->region };
  if (!ut_yaml_check_keys (reader->yaml, node, keys, error))
    return FALSE;
  const char *key = ut_yaml_get_text (reader->yaml, node, "indicator", error);
  const UtIndicator *indicator = key != NULL ? ut_catalogue_find (reader->project->catalogue, key) : NULL;
  if (indicator != NULL && !ut_indicator_is_for (indicator, report->id))
    indicator = NULL;
  if (key != NULL && indicator == NULL)
    ut_yaml_complain (reader->yaml, ut_yaml_find (node, "indicator"), error, _ ("no indicator is called '%s'"), key);
  if (indicator == NULL || ut_yaml_get_text (reader->yaml, node, "value", error) == NULL
      || !ut_yaml_read_number_or (reader->yaml, node, "value", 0, &target.value, error))
    return FALSE;
  target.indicator = indicator->id;
  ut_indicator_report_former (indicator, key, report->path, node->line, report->findings);
  const UtYamlNode *where = ut_yaml_find (node, "region");
  if (where != NULL) {
    const UtRegion *region = find_region (reader, where, UT_REGION_MUNICIPALITY,
                                          _ ("a municipality's number or name is wanted here"), error);
    if (region == NULL)
      return FALSE;
    target.place = region->id;
  }
  if (!is_place (report, target.place)) {
    ut_yaml_complain (reader->yaml, where, error, _ ("'%s' is no place of this report"), where->text);
    return FALSE;
  }
  g_array_append_val (report->options.targets, target);
  return TRUE;
}

static gboolean
read_targets (const Reader *reader, GError **error) {
  const UtYamlNode *list = ut_yaml_find (reader->yaml->root, "targets");
  if (list == NULL && reader->report->options.wanted[UT_BENCHMARK_TARGET]) {
    ut_yaml_complain (reader->yaml, ut_yaml_find (reader->yaml->root, "compare"), error,
                      _ ("a comparison with targets needs 'targets:', a list of {indicator:, region:, value:}"));
    return FALSE;
  }
  if (list != NULL && list->kind != UT_YAML_SEQUENCE) {
    ut_yaml_complain (reader->yaml, list, error, _ ("a list of {indicator:, region:, value:} is wanted here"));
    return FALSE;
  }
  reader->report->options.wanted[UT_BENCHMARK_TARGET] = list != NULL;
  for (guint i = 0; list != NULL && i < list->items->len; i++)
    if (!read_target (reader, g_ptr_array_index (list->items, i), error))
      return FALSE;
  return TRUE;
}

gboolean
ut_report_read_compare (UtProject *project, const UtYaml *yaml, UtReport *report, GError **error) {
  const Reader reader = { project, yaml, report };
  report->options = (UtAssessOptions){ .peers = UT_REGION_NONE,
                                       .groups = g_array_new (FALSE, FALSE, sizeof (UtMembership)),
                                       .targets = g_array_new (FALSE, FALSE, sizeof (UtTarget)) };
  gboolean has;
  return read_compare (&reader, error) && ut_rule_read (yaml, yaml->root, &has, &report->options.rule, error)
         && read_targets (&reader, error);
}

/* by */

static gboolean
has_groups_by (const UtReport *report, UtDimension dimension) {
  for (guint i = 0; i < report->themes->len; i++) {
    const UtReportTheme *theme = g_ptr_array_index (report->themes, i);
    for (guint k = 0; k < theme->indicators->len; k++)
      if (((const UtIndicator *) g_ptr_array_index (theme->indicators, k))->by[dimension].n > 0)
        return TRUE;
  }
  return FALSE;
}

static gboolean
read_dimension (const UtYaml *yaml, const UtYamlNode *node, UtReport *report, GError **error) {
  const char *words[UT_N_DIMENSIONS + 1] = { NULL };
  for (int i = 0; i < UT_N_DIMENSIONS; i++)
    words[i] = ut_dimension_code ((UtDimension) i);
  int dimension;
  if (!ut_yaml_find_word (yaml, node, "by", words, &dimension, error))
    return FALSE;
  if (report->by[dimension])
    ut_yaml_complain (yaml, node, error, _ ("'%s' is there already"), node->text);
  else if (!has_groups_by (report, (UtDimension) dimension))
    ut_yaml_complain (yaml, node, error, _ ("no indicator of the report is broken down by %s"), node->text);
  else
    return report->by[dimension] = TRUE;
  return FALSE;
}

gboolean
ut_report_read_by (const UtYaml *yaml, UtReport *report, GError **error) {
  const UtYamlNode *list = ut_yaml_find (yaml->root, "by");
  if (list == NULL)
    return TRUE;
  if (list->kind != UT_YAML_SEQUENCE) {
    ut_yaml_complain (yaml, list, error, _ ("a list is wanted here, such as [sex, grade]"));
    return FALSE;
  }
  for (guint i = 0; i < list->items->len; i++)
    if (!read_dimension (yaml, g_ptr_array_index (list->items, i), report, error))
      return FALSE;
  return TRUE;
}

void
ut_report_clear_compare (UtReport *report) {
  g_clear_pointer (&report->options.groups, g_array_unref);
  g_clear_pointer (&report->options.targets, g_array_unref);
}
