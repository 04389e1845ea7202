#include "import/format/udir_pages.h"

#include <string.h>

#include "base/i18n.h"

#define MOST_PAGES 100000

/* Letter case differs between Udir's answers. */
static const json_t *
find_key (const json_t *object, const char *wanted) {
  for (void *at = json_object_iter ((json_t *) object); at != NULL; at = json_object_iter_next ((json_t *) object, at))
    if (g_ascii_strcasecmp (json_object_iter_key (at), wanted) == 0)
      return json_object_iter_value (at);
  return NULL;
}

/* A whole number, also as text with spaces: "62 093". 0: there is none. */
static gsize
find_number (const json_t *object, const char *const *keys) {
  for (; *keys != NULL; keys++) {
    g_autofree char *text = ut_json_cell (find_key (object, *keys), UT_DECIMAL_COMMA);
    double number;
    if (text != NULL && ut_number_parse (text, UT_DECIMAL_COMMA, &number) && number >= 1 && number < 1e9)
      return (gsize) number;
  }
  return 0;
}

static const char *const total_keys[] = { "RaderTotalt", "TotaltAntallRader", "AntallRader", NULL };
static const char *const page_keys[] = { "Sidenummer", NULL };
static const char *const pages_keys[] = { "JSONSider", "AntallSider", "SiderTotalt", NULL };

/* The first page that no row is of, up to the last that is known of; 0: none is missing. */
static gsize
find_missing_page (const json_t *root, const UtJsonRecords *records) {
  gsize last = MIN (find_number (root, pages_keys), MOST_PAGES), here = find_number (root, page_keys);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  for (gsize row = 0; row <= json_array_size (records->list); row++) {
    gsize page = row == 0 ? here : find_number (json_array_get (records->list, row - 1), page_keys);
    if (page == 0 || page > MOST_PAGES)
      continue;
    g_hash_table_add (seen, GSIZE_TO_POINTER (page));
    last = MAX (last, page);
  }
  for (gsize page = 1; g_hash_table_size (seen) > 0 && page <= last; page++)
    if (!g_hash_table_contains (seen, GSIZE_TO_POINTER (page)))
      return page;
  return 0;
}

char *
ut_udir_find_lack (const json_t *root, const UtJsonRecords *records) {
  gsize n_rows = json_array_size (records->list), total = find_number (root, total_keys);
  for (gsize row = 0; row < n_rows; row++)
    total = MAX (total, find_number (json_array_get (records->list, row), total_keys));
  if (total > n_rows)
    return g_strdup_printf (_ ("%zu of the %zu rows of the answer are here; the other pages are missing"), n_rows,
                            total);
  gsize missing = total == 0 ? find_missing_page (root, records) : 0;
  return missing > 0 ? g_strdup_printf (_ ("page %zu of the answer is missing"), missing) : NULL;
}
