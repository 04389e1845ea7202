#include <glib/gstdio.h>
#include <string.h>
#include <utsyn/import.h>

#include "base/i18n.h"
#include "import/period_label.h"

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
find_role (const UtInspection *inspection, const char *role) {
  for (guint i = 0; i < inspection->dimensions->len; i++) {
    const UtInspectDimension *dimension = g_ptr_array_index (inspection->dimensions, i);
    if (strcmp (dimension->role, role) == 0)
      return dimension;
  }
  return NULL;
}

static const char *
guess_structure (const UtInspectDimension *region) {
  return region != NULL && region->n_old > 0 ? "year" : "2024";
}

static void
add_period (GString *yaml, const UtInspection *inspection) {
  const UtInspectDimension *period = find_role (inspection, "period");
  g_autofree char *contents = NULL, *heading = NULL;
  if (period != NULL) {
    g_autofree char *name = quote (period->name);
    g_string_append_printf (yaml, "    period: {column: %s}\n", name);
  } else if (inspection->columns->len > 0
             && ut_period_heading_split (g_ptr_array_index (inspection->columns, 0), &contents, &heading)) {
    g_string_append (yaml, "    period: {header: true}\n");
  } else {
    g_string_append_printf (yaml, "    period: {fixed: 2024} # %s\n", _ ("the file does not say: fill in"));
  }
}

static void
add_select (GString *yaml, const UtInspection *inspection) {
  GString *select = g_string_new (NULL);
  for (guint i = 0; i < inspection->dimensions->len; i++) {
    const UtInspectDimension *dimension = g_ptr_array_index (inspection->dimensions, i);
    if (dimension->role[0] != '\0' || dimension->labels->len == 0 || dimension->name[0] == '\0')
      continue;
    g_autofree char *name = quote (dimension->name);
    g_autofree char *label = quote (g_ptr_array_index (dimension->labels, 0));
    g_string_append_printf (select, "%s%s: %s", select->len > 0 ? ", " : "", name, label);
  }
  if (select->len > 0)
    g_string_append_printf (yaml, "    select: {%s} # %s\n", select->str, _ ("the first of each: choose"));
  g_string_free (select, TRUE);
}

char *
ut_inspection_suggest (const UtInspection *inspection, const char *path) {
  gboolean pxweb = strcmp (inspection->format, "pxweb-csv") == 0;
  g_autofree char *id = make_id (path), *date = file_date (path), *base = g_path_get_basename (path);
  g_autofree char *file = quote (base);
  const UtInspectDimension *region = find_role (inspection, "region");
  GString *yaml = g_string_new (NULL);
  g_string_append_printf (yaml, "id: %s # %s\n", id, _ ("the folder must have the same name"));
  g_string_append_printf (yaml, "source: %s\n", pxweb ? "Statistisk sentralbyrå" : _ ("fill in"));
  g_string_append_printf (yaml, "title: %s\n", file);
  g_string_append_printf (yaml, "licence: %s\n", pxweb ? "CC BY 4.0" : _ ("fill in"));
  g_string_append_printf (yaml, "retrieved: %s\nformat: %s\nregions: %s\nfiles: [%s]\nobservations:\n", date,
                          inspection->format, guess_structure (region), file);
  g_string_append_printf (yaml, "  - indicator: indicator-id # %s\n", _ ("fill in: utsyn list indicators"));
  if (region != NULL) {
    g_autofree char *name = quote (region->name);
    g_string_append_printf (yaml, "    region: %s\n", name);
  }
  add_period (yaml, inspection);
  add_select (yaml, inspection);
  g_autofree char *value = quote (inspection->columns->len > 0 ? g_ptr_array_index (inspection->columns, 0) : "value");
  g_string_append_printf (yaml, "    value: %s\n", value);
  return g_string_free (yaml, FALSE);
}
