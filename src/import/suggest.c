#include <glib/gstdio.h>
#include <string.h>
#include <utsyn/import.h>

#include "base/i18n.h"

/* A double-quoted YAML scalar. */
static char *
quote (const char *text) {
  GString *quoted = g_string_new ("\"");
  for (const char *c = text; *c != '\0'; c++) {
    if (*c == '"' || *c == '\\')
      g_string_append_c (quoted, '\\');
    if ((guchar) *c >= ' ')
      g_string_append_c (quoted, *c);
    else
      g_string_append_printf (quoted, "\\x%02x", (guint) (guchar) *c);
  }
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}

/* A folder's name from a file's: small letters, digits and hyphens. */
static char *
make_id (const char *path) {
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *ascii = g_str_to_ascii (base, "nb");
  GString *id = g_string_new (NULL);
  char *dot = strrchr (ascii, '.');
  if (dot != NULL)
    *dot = '\0';
  for (const char *c = ascii; *c != '\0'; c++) {
    if (g_ascii_isalnum (*c))
      g_string_append_c (id, g_ascii_tolower (*c));
    else if (id->len > 0 && id->str[id->len - 1] != '-')
      g_string_append_c (id, '-');
  }
  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  if (id->len == 0)
    g_string_append (id, "dataset");
  return g_string_free (id, FALSE);
}

/* When the file was written: the best that is known of when it was fetched. */
static char *
file_date (const char *path) {
  GStatBuf info;
  g_autoptr (GDateTime) time = NULL;
  if (g_stat (path, &info) == 0)
    time = g_date_time_new_from_unix_utc ((gint64) info.st_mtime);
  return time != NULL ? g_date_time_format (time, "%Y-%m-%d") : g_strdup ("2024-01-01");
}

static const UtInspectDimension *
find_role (const UtInspectTable *table, const char *role) {
  for (guint i = 0; i < table->dimensions->len; i++) {
    const UtInspectDimension *dimension = g_ptr_array_index (table->dimensions, i);
    if (strcmp (dimension->role, role) == 0)
      return dimension;
  }
  return NULL;
}

static void
add_structure (GString *yaml, const UtInspectDimension *region) {
  int structure = region != NULL ? region->places.structure : 2024;
  if (structure != 0)
    g_string_append_printf (yaml, "regions: %d\n", structure);
  else
    g_string_append (yaml, "regions: year\n");
}

/* A year in the name of the file is all that some files say; years on both sides of a hyphen are a span. */
static char *
find_year (const char *path) {
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GRegex) regex
      = g_regex_new ("(?<![0-9])((?:19|20)[0-9]{2}(?:[-_](?:19|20)[0-9]{2})?)(?![0-9])", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  return g_regex_match (regex, base, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

static void
add_period (GString *yaml, const UtInspectTable *table, const char *path) {
  const UtInspectDimension *period = find_role (table, "period");
  const UtInspectColumn *first = table->columns->len > 0 ? g_ptr_array_index (table->columns, 0) : NULL;
  g_autofree char *year = find_year (path);
  if (period != NULL) {
    g_autofree char *name = quote (period->name);
    g_string_append_printf (yaml, "    period: {column: %s}\n", name);
  } else if (first != NULL && first->period != NULL) {
    g_string_append (yaml, "    period: {header: true}\n");
  } else if (year != NULL) {
    g_string_append_printf (yaml, "    period: {fixed: \"%s\"} # %s\n", year, _ ("from the name of the file: check"));
  } else {
    g_string_append_printf (yaml, "    period: {fixed: 2024} # %s\n", _ ("the file does not say: fill in"));
  }
}

static void
add_select (GString *yaml, const UtInspectTable *table) {
  g_autoptr (GString) select = g_string_new (NULL);
  for (guint i = 0; i < table->dimensions->len; i++) {
    const UtInspectDimension *dimension = g_ptr_array_index (table->dimensions, i);
    if (dimension->role[0] != '\0' || dimension->labels->len == 0 || dimension->name[0] == '\0')
      continue;
    g_autofree char *name = quote (dimension->name);
    g_autofree char *label = quote (g_ptr_array_index (dimension->labels, 0));
    g_string_append_printf (select, "%s%s: %s", select->len > 0 ? ", " : "", name, label);
  }
  if (select->len > 0)
    g_string_append_printf (yaml, "    select: {%s} # %s\n", select->str, _ ("the first of each: choose"));
}

static void
add_form (GString *yaml, const UtInspection *inspection, const UtInspectTable *table) {
  static const char *const marks[] = { [UT_DECIMAL_POINT] = "point", [UT_DECIMAL_COMMA] = "comma" };
  if (inspection->other_decimal)
    g_string_append_printf (yaml, "decimal: %s\n", marks[1 - inspection->decimal]);
  if (table->title != NULL) {
    g_autofree char *title = quote (table->title);
    g_string_append_printf (yaml, "sheets: [%s]\n", title);
  }
}

/* The table with most figures is most likely what is wanted. */
static const UtInspectTable *
choose_table (const UtInspection *inspection) {
  const UtInspectTable *best = g_ptr_array_index (inspection->tables, 0);
  for (guint i = 1; i < inspection->tables->len; i++) {
    const UtInspectTable *table = g_ptr_array_index (inspection->tables, i);
    if (table->n_rows * table->columns->len > best->n_rows * best->columns->len)
      best = table;
  }
  return best;
}

char *
ut_inspection_suggest (const UtInspection *inspection, const char *path) {
  g_autofree char *id = make_id (path), *date = file_date (path), *base = g_path_get_basename (path);
  g_autofree char *file = quote (base);
  GString *yaml = g_string_new (NULL);
  g_string_append_printf (yaml, "id: %s # %s\n", id, _ ("the folder must have the same name"));
  g_string_append_printf (yaml, "source: %s\n", inspection->source != NULL ? inspection->source : _ ("fill in"));
  g_string_append_printf (yaml, "title: %s\n", file);
  g_string_append_printf (yaml, "licence: %s\n", inspection->licence != NULL ? inspection->licence : _ ("fill in"));
  g_string_append_printf (yaml, "retrieved: %s\nformat: %s\n", date, inspection->format);
  if (inspection->tables->len == 0) {
    g_string_append_printf (yaml, "# %s\n", _ ("the file has no table with figures"));
    return g_string_free (yaml, FALSE);
  }
  const UtInspectTable *table = choose_table (inspection);
  const UtInspectDimension *region = find_role (table, "region");
  const UtInspectColumn *column = table->columns->len > 0 ? g_ptr_array_index (table->columns, 0) : NULL;
  add_structure (yaml, region);
  add_form (yaml, inspection, table);
  g_string_append_printf (yaml, "files: [%s]\nobservations:\n", file);
  g_string_append_printf (yaml, "  - indicator: indicator-id # %s\n", _ ("fill in: utsyn list indicators"));
  if (region != NULL) {
    g_autofree char *name = quote (region->name);
    g_string_append_printf (yaml, "    region: %s\n", name);
  }
  add_period (yaml, table, path);
  add_select (yaml, table);
  g_autofree char *value = quote (column == NULL ? "value" : column->period != NULL ? column->contents : column->name);
  g_string_append_printf (yaml, "    value: %s\n", value);
  return g_string_free (yaml, FALSE);
}
