/* One row a chart kind. */
#include "charts.h"

#include "base/i18n.h"

static const UtChartKind kinds[] = {
  { .name = "barometer",
    .file = NC_ ("file name", "barometer"),
    .help = N_ ("a place's whole profile, one row per indicator"),
    .scope = UT_CHART_OF_PLACE,
    .spots = UT_CHART_IN_SUMMARY | UT_CHART_IN_LOCAL,
    .draw = ut_chart_barometer,
    .n_parts = ut_chart_barometer_n_parts },
  { .name = "trend",
    .file = NC_ ("file name", "trend"),
    .help = N_ ("one indicator through the years, with county and country"),
    .scope = UT_CHART_OF_PLACE_INDICATOR,
    .spots = UT_CHART_IN_THEME,
    .suits = ut_chart_trend_suits,
    .draw = ut_chart_trend },
  { .name = "places",
    .file = NC_ ("file name", "places"),
    .help = N_ ("one indicator in every place of the report"),
    .scope = UT_CHART_OF_INDICATOR,
    .spots = UT_CHART_IN_THEME,
    .suits = ut_chart_places_suits,
    .draw = ut_chart_places },
};

gboolean
ut_chart_scope_has_place (UtChartScope scope) {
  return scope == UT_CHART_OF_PLACE || scope == UT_CHART_OF_PLACE_INDICATOR;
}

gboolean
ut_chart_scope_has_indicator (UtChartScope scope) {
  return scope == UT_CHART_OF_INDICATOR || scope == UT_CHART_OF_PLACE_INDICATOR;
}

guint
ut_charts_count (void) {
  return G_N_ELEMENTS (kinds);
}

const UtChartKind *
ut_charts_get (guint i) {
  return i < G_N_ELEMENTS (kinds) ? &kinds[i] : NULL;
}

const UtChartKind *
ut_charts_find (const char *name) {
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      return &kinds[i];
  return NULL;
}
