#include "cli/inspect_json.h"

#include <math.h>

#include "text/json_fact.h"

static json_t *
number_or_null (double number) {
  return isnan (number) ? json_null () : json_real (number);
}

static json_t *
places_object (const UtInspectPlaces *places) {
  return json_pack ("{s:i, s:i, s:i, s:i, s:i, s:i, s:i, s:i, s:i}", "countries", (int) places->n_countries, "counties",
                    (int) places->n_counties, "municipalities", (int) places->n_municipalities, "of_earlier_years",
                    (int) places->n_old, "groups", (int) places->n_groups, "below", (int) places->n_below, "ambiguous",
                    (int) places->n_ambiguous, "unknown", (int) places->n_unknown, "structure", places->structure);
}

static json_t *
dimension_object (const UtInspectDimension *dimension) {
  json_t *labels = json_array ();
  for (guint i = 0; i < dimension->labels->len; i++)
    json_array_append_new (labels, json_string (g_ptr_array_index (dimension->labels, i)));
  json_t *object = json_pack ("{s:s, s:s, s:I, s:o}", "name", dimension->name, "role", dimension->role, "count",
                              (json_int_t) dimension->n_labels, "labels", labels);
  if (dimension->role[0] == 'r')
    json_object_set_new (object, "places", places_object (&dimension->places));
  if (dimension->role[0] == 'p') {
    json_object_set_new (object, "first", ut_json_period (dimension->first));
    json_object_set_new (object, "last", ut_json_period (dimension->last));
  }
  return object;
}

static json_t *
table_object (const UtInspectTable *table) {
  json_t *reasons = json_array ();
  for (guint i = 0; i < table->reasons->len; i++) {
    const UtInspectReason *reason = &g_array_index (table->reasons, UtInspectReason, i);
    json_array_append_new (reasons, json_pack ("{s:s, s:i, s:I}", "why", reason->why, "line", (int) reason->line,
                                               "count", (json_int_t) reason->n));
  }
  json_t *dimensions = json_array (), *columns = json_array (), *signs = json_array ();
  for (guint i = 0; i < table->dimensions->len; i++)
    json_array_append_new (dimensions, dimension_object (g_ptr_array_index (table->dimensions, i)));
  for (guint i = 0; i < table->columns->len; i++) {
    const UtInspectColumn *column = g_ptr_array_index (table->columns, i);
    json_array_append_new (columns,
                           json_pack ("{s:s, s:o, s:I, s:o, s:o}", "name", column->name, "period",
                                      ut_json_text (column->period), "figures", (json_int_t) column->n_figures, "least",
                                      number_or_null (column->least), "greatest", number_or_null (column->greatest)));
  }
  for (guint i = 0; i < table->signs->len; i++) {
    const UtInspectSign *sign = &g_array_index (table->signs, UtInspectSign, i);
    json_array_append_new (signs,
                           json_pack ("{s:s, s:s, s:I}", "sign", sign->sign, "meaning",
                                      ut_status_label (sign->status, UT_LANGUAGE_EN), "count", (json_int_t) sign->n));
  }
  return json_pack ("{s:o, s:I, s:I, s:o, s:o, s:o, s:o, s:I}", "title", ut_json_text (table->title), "rows",
                    (json_int_t) table->n_rows, "bad_rows", (json_int_t) table->n_bad, "reasons", reasons, "dimensions",
                    dimensions, "columns", columns, "signs", signs, "odd_cells", (json_int_t) table->n_odd);
}

/* Without numbers where nothing could be tried or no figure came of it; `said` tells why. */
static json_t *
proposal_object (const UtProposal *proposal) {
  json_t *said = json_array ();
  for (guint i = 0; i < proposal->said->len; i++)
    json_array_append_new (said, json_string (g_ptr_array_index (proposal->said, i)));
  json_t *object = json_pack ("{s:o, s:s}", "said", said, "yaml", proposal->yaml);
  if (!proposal->is_read)
    return object;
  const UtImportCount *count = &proposal->count;
  json_object_set_new (object, "rows",
                       json_pack ("{s:I, s:I, s:I, s:I, s:I}", "all", (json_int_t) count->n_rows, "used",
                                  (json_int_t) count->n_used, "not_selected", (json_int_t) count->n_not_selected,
                                  "not_a_place", (json_int_t) count->n_not_region, "not_read",
                                  (json_int_t) count->n_bad));
  json_object_set_new (object, "figures", json_integer ((json_int_t) proposal->n_figures));
  json_object_set_new (object, "municipalities", json_integer (proposal->n_municipalities));
  json_object_set_new (object, "newest_period", ut_json_period (proposal->newest));
  return object;
}

char *
ut_inspection_to_json (const char *path, const UtInspection *inspection, const UtProposal *proposal) {
  const char separator[] = { inspection->separator, '\0' };
  UtDecimalMark mark = inspection->other_decimal ? (UtDecimalMark) (1 - inspection->decimal) : inspection->decimal;
  json_t *tables = json_array ();
  for (guint i = 0; i < inspection->tables->len; i++)
    json_array_append_new (tables, table_object (g_ptr_array_index (inspection->tables, i)));
  json_t *passed_over = json_array ();
  for (guint i = 0; i < inspection->passed_over->len; i++) {
    const UtInspectSheet *sheet = &g_array_index (inspection->passed_over, UtInspectSheet, i);
    json_array_append_new (passed_over, json_pack ("{s:s, s:s}", "sheet", sheet->name, "why", sheet->why));
  }
  g_autofree char *file = g_utf8_make_valid (path, -1); /* JSON is UTF-8, and names of files may be anything */
  json_t *root = json_pack ("{s:s, s:s, s:o, s:s, s:s, s:o, s:o, s:o}", "file", file, "format", inspection->format,
                            "encoding", ut_json_text (inspection->encoding), "separator", separator, "decimal",
                            mark == UT_DECIMAL_COMMA ? "comma" : "point", "tables", tables, "passed_over", passed_over,
                            "proposal", proposal_object (proposal));
  char *text = ut_json_to_text (root, 15);
  json_decref (root);
  return text;
}
