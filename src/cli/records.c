#include "cli/records.h"

#include <math.h>
#include <string.h>

#include "base/i18n.h"
#include "cli/streams.h"
#include <utsyn/error.h>

/* What every machine calculates the same; a tenth is then printed as one. */
#define DIGITS 12

gboolean
ut_form_choose (gboolean csv, gboolean json, UtForm *form, GError **error) {
  *form = csv ? UT_FORM_CSV : json ? UT_FORM_JSON : UT_FORM_TABLE;
  if (!csv || !json)
    return TRUE;
  ut_error_set (error, UT_ERROR_USAGE, _ ("--csv and --json cannot be given together"));
  return FALSE;
}

void
ut_record_set_flag (json_t *record, const char *key, gboolean value) {
  json_object_set_new (record, key, json_boolean (value));
}

void
ut_record_set_null (json_t *record, const char *key) {
  json_object_set_new (record, key, json_null ());
}

void
ut_record_set_interval (json_t *record, const char *prefix, UtInterval interval) {
  g_autofree char *lower = g_strconcat (prefix, "_lower", NULL), *upper = g_strconcat (prefix, "_upper", NULL);
  ut_json_set_number (record, lower, interval.lower);
  ut_json_set_number (record, upper, interval.upper);
}

void
ut_record_set_figure (json_t *record, const char *prefix, const UtFigure *figure) {
  g_autofree char *value = g_strconcat (prefix, "value", NULL);
  g_autofree char *numerator = g_strconcat (prefix, "numerator", NULL);
  g_autofree char *denominator = g_strconcat (prefix, "denominator", NULL);
  g_autofree char *missing = g_strconcat (prefix, "missing", NULL);
  ut_json_set_number (record, value, figure->value);
  ut_record_set_interval (record, value, figure->interval);
  ut_json_set_number (record, numerator, figure->numerator);
  ut_json_set_number (record, denominator, figure->denominator);
  if (ut_figure_is_shown (figure))
    ut_record_set_null (record, missing);
  else
    ut_json_set_text (record, missing, figure->exists ? ut_status_sign (figure->status) : "");
}

static void
append_quoted (GString *line, const char *text) {
  if (strpbrk (text, ",\"\r\n") == NULL) {
    g_string_append (line, text);
    return;
  }
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);
  g_string_append_printf (line, "\"%s\"", doubled);
}

static void
append_field (GString *line, const json_t *value) {
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  if (json_is_string (value))
    append_quoted (line, json_string_value (value));
  else if (json_is_boolean (value))
    g_string_append (line, json_is_true (value) ? "true" : "false");
  else if (json_is_integer (value))
    g_string_append_printf (line, "%" JSON_INTEGER_FORMAT, json_integer_value (value));
  else if (json_is_real (value))
    g_string_append (line,
                     g_ascii_formatd (number, sizeof number, "%." G_STRINGIFY (DIGITS) "g", json_real_value (value)));
}

static void
print_heading (const json_t *record) {
  g_autoptr (GString) line = g_string_new (NULL);
  const char *key;
  json_t *value;
  json_object_foreach ((json_t *) record, key, value) {
    g_string_append (line, line->len > 0 ? "," : "");
    append_quoted (line, key);
  }
  g_string_append (line, "\r\n");
  ut_streams_put (line->str);
}

static void
print_csv (const json_t *records) {
  gsize i;
  json_t *record;
  json_array_foreach (records, i, record) {
    g_autoptr (GString) line = g_string_new (NULL);
    const char *key;
    json_t *value;
    gboolean first = TRUE;
    if (i == 0)
      print_heading (record);
    json_object_foreach (record, key, value) {
      g_string_append (line, first ? "" : ",");
      append_field (line, value);
      first = FALSE;
    }
    g_string_append (line, "\r\n");
    ut_streams_put (line->str);
  }
}

void
ut_records_print (const json_t *records, UtForm form) {
  if (form == UT_FORM_CSV) {
    print_csv (records);
    return;
  }
  g_autofree char *text = ut_json_to_text (records, DIGITS);
  g_print ("%s", text);
}
