#include "model/fetch_source.h"

#include <gio/gio.h>
#include <string.h>

#include "base/i18n.h"

typedef gboolean (*Reader) (const UtYaml *yaml, const UtYamlNode *node, UtFetchSource *source, GError **error);
static gboolean read_ssb (const UtYaml *yaml, const UtYamlNode *node, UtFetchSource *source, GError **error);
static gboolean read_fhi (const UtYaml *yaml, const UtYamlNode *node, UtFetchSource *source, GError **error);
static gboolean read_udir (const UtYaml *yaml, const UtYamlNode *node, UtFetchSource *source, GError **error);
static gboolean read_klass (const UtYaml *yaml, const UtYamlNode *node, UtFetchSource *source, GError **error);

/* What each API takes. The first format is the one that is meant when none is given. */
static const struct {
  const char *name;
  const char *keys[9];
  const char *formats[4];
  const char *example; /* of a select; its expressions are the API's own */
  Reader read;
} apis[] = {
  [UT_FETCH_SSB] = { .name = "ssb",
                     .keys = { "api", "table", "select", "codelist", "format", "url" },
                     .formats = { "csv", "json-stat2" },
                     .example = "{Region: \"*\", Tid: top(3)}",
                     .read = read_ssb },
  [UT_FETCH_FHI] = { .name = "fhi",
                     .keys = { "api", "source", "table", "select", "format", "url" },
                     .formats = { "json-stat2", "csv2", "csv3" },
                     .example = "{GEO: \"*\", AAR: bottom(3)}",
                     .read = read_fhi },
  [UT_FETCH_UDIR]
  = { .name = "udir", .keys = { "api", "table", "filter", "url" }, .formats = { "json" }, .read = read_udir },
  [UT_FETCH_KLASS] = { .name = "klass",
                       .keys = { "api", "classification", "kind", "from", "to", "url" },
                       .formats = { "csv" },
                       .read = read_klass },
};
G_STATIC_ASSERT (G_N_ELEMENTS (apis) == UT_N_FETCH_APIS);

const char *
ut_fetch_source_extension (const UtFetchSource *source) {
  return g_str_has_prefix (source->format, "json") ? "json" : "csv";
}

static gboolean
read_api (const UtYaml *yaml, const UtYamlNode *node, UtFetchSource *source, GError **error) {
  const char *names[UT_N_FETCH_APIS + 1] = { NULL };
  int api = 0;
  for (guint i = 0; i < UT_N_FETCH_APIS; i++)
    names[i] = apis[i].name;
  if (node->kind != UT_YAML_MAPPING) {
    ut_yaml_complain (yaml, node, error, _ ("fetch must be keys with values: {api: ssb, table: …}"));
    return FALSE;
  }
  if (!ut_yaml_read_word (yaml, node, "api", names, -1, &api, error))
    return FALSE;
  source->api = (UtFetchApi) api;
  return ut_yaml_check_keys (yaml, node, apis[api].keys, error);
}

static gboolean
read_format (const UtYaml *yaml, const UtYamlNode *node, UtFetchSource *source, GError **error) {
  int format = 0;
  if (!ut_yaml_read_word (yaml, node, "format", apis[source->api].formats, 0, &format, error))
    return FALSE;
  source->format = g_strdup (apis[source->api].formats[format]);
  return TRUE;
}

/* Ids go into the path of a URL. */
static gboolean
read_id (const UtYaml *yaml, const UtYamlNode *node, const char *key, char **id, GError **error) {
  const char *text = ut_yaml_get_text (yaml, node, key, error);
  if (text == NULL)
    return FALSE;
  for (const char *at = text; *at != '\0'; at++) {
    if (g_ascii_isalnum (*at) || *at == '-' || *at == '_')
      continue;
    ut_yaml_complain (yaml, ut_yaml_find (node, key), error, _ ("'%1$s' is no id for %2$s: letters, digits, - and _"),
                      text, key);
    return FALSE;
  }
  *id = g_strdup (text);
  return TRUE;
}

gboolean
ut_fetch_is_loopback (const char *host) {
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);
  return address != NULL ? g_inet_address_get_is_loopback (address) : g_ascii_strcasecmp (host, "localhost") == 0;
}

/* https only, except to this machine. */
static gboolean
may_ask (const char *url) {
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_ENCODED, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  if (host == NULL || *host == '\0' || g_uri_get_userinfo (uri) != NULL)
    return FALSE;
  return g_str_equal (g_uri_get_scheme (uri), "https")
         || (g_str_equal (g_uri_get_scheme (uri), "http") && ut_fetch_is_loopback (host));
}

static gboolean
read_url (const UtYaml *yaml, const UtYamlNode *node, UtFetchSource *source, GError **error) {
  if (!ut_yaml_read_text_or (yaml, node, "url", NULL, &source->url, error))
    return FALSE;
  if (source->url == NULL)
    return TRUE;
  if (may_ask (source->url) && strpbrk (source->url, "?#") == NULL) {
    while (g_str_has_suffix (source->url, "/"))
      source->url[strlen (source->url) - 1] = '\0';
    return TRUE;
  }
  ut_yaml_complain (yaml, ut_yaml_find (node, "url"), error,
                    _ ("'%s' cannot be requested; url is https://host, or http:// for this machine only (127.0.0.1)"),
                    source->url);
  return FALSE;
}

static void
free_selection (gpointer data) {
  UtFetchSelection *selection = data;
  g_free (selection->dimension);
  g_strfreev (selection->values);
  g_free (selection->codelist);
  g_free (selection);
}

/* In [range(2018,2020)] YAML sees two items, and an API refuses a value that is named twice. */
static gboolean
check_values (const UtYaml *yaml, const UtYamlNode *node, char **values, GError **error) {
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (char **value = values; *value != NULL; value++) {
    gboolean opens = strchr (*value, '(') != NULL, closes = strchr (*value, ')') != NULL;
    if (opens != closes)
      ut_yaml_complain (yaml, node, error,
                        _ ("'%s' lacks a parenthesis; an expression with a comma needs quotes: "
                           "\"range(2018,2020)\""),
                        *value);
    else if (!g_hash_table_add (seen, *value))
      ut_yaml_complain (yaml, node, error, _ ("'%s' is given twice"), *value);
    else
      continue;
    return FALSE;
  }
  if (values[0] == NULL)
    ut_yaml_complain (yaml, node, error, _ ("the list is empty; \"*\" is everything"));
  return values[0] != NULL;
}

static gboolean
read_selections (const UtYaml *yaml, const UtYamlNode *node, UtFetchSource *source, GError **error) {
  const UtYamlNode *select = ut_yaml_find (node, "select");
  if (select == NULL || select->kind != UT_YAML_MAPPING || select->keys->len == 0) {
    ut_yaml_complain (yaml, select != NULL ? select : node, error, _ ("select must be dimensions with values: %s"),
                      apis[source->api].example);
    return FALSE;
  }
  for (guint i = 0; i < select->keys->len; i++) {
    const UtYamlNode *key = g_ptr_array_index (select->keys, i), *value = g_ptr_array_index (select->items, i);
    UtFetchSelection *selection = g_new0 (UtFetchSelection, 1);
    selection->dimension = g_strdup (key->text);
    selection->line = key->line;
    g_ptr_array_add (source->select, selection);
    if (!ut_yaml_read_list (yaml, select, key->text, &selection->values, error)
        || !check_values (yaml, value, selection->values, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_codelists (const UtYaml *yaml, const UtYamlNode *node, UtFetchSource *source, GError **error) {
  const UtYamlNode *codelists = ut_yaml_find (node, "codelist");
  if (codelists == NULL)
    return TRUE;
  g_autoptr (GPtrArray) dimensions = g_ptr_array_new ();
  for (guint i = 0; i < source->select->len; i++)
    g_ptr_array_add (dimensions, ((UtFetchSelection *) g_ptr_array_index (source->select, i))->dimension);
  g_ptr_array_add (dimensions, NULL);
  if (!ut_yaml_check_keys (yaml, codelists, (const char *const *) dimensions->pdata, error))
    return FALSE;
  for (guint i = 0; i < source->select->len; i++) {
    UtFetchSelection *selection = g_ptr_array_index (source->select, i);
    if (ut_yaml_find (codelists, selection->dimension) != NULL
        && !read_id (yaml, codelists, selection->dimension, &selection->codelist, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_ssb (const UtYaml *yaml, const UtYamlNode *node, UtFetchSource *source, GError **error) {
  return read_id (yaml, node, "table", &source->table, error) && read_selections (yaml, node, source, error)
         && read_codelists (yaml, node, source, error);
}

static gboolean
read_fhi (const UtYaml *yaml, const UtYamlNode *node, UtFetchSource *source, GError **error) {
  return read_id (yaml, node, "source", &source->source, error) && read_id (yaml, node, "table", &source->table, error)
         && read_selections (yaml, node, source, error);
}

static gboolean
read_udir (const UtYaml *yaml, const UtYamlNode *node, UtFetchSource *source, GError **error) {
  const char *filter
      = read_id (yaml, node, "table", &source->table, error) ? ut_yaml_get_text (yaml, node, "filter", error) : NULL;
  if (filter == NULL)
    return FALSE;
  source->filter = g_strdup (filter);
  if (g_regex_match_simple ("^[A-Za-z]+\\(-?[0-9]+(_-?[0-9]+)*\\)(_[A-Za-z]+\\(-?[0-9]+(_-?[0-9]+)*\\))*$", filter, 0,
                            0))
    return TRUE;
  ut_yaml_complain (yaml, ut_yaml_find (node, "filter"), error,
                    _ ("'%s' is no filter; it is written TidID(202412_202512)_EnhetNivaa(3)"), filter);
  return FALSE;
}

/* A date, or a year that stands for its first day. */
static gboolean
read_date (const UtYaml *yaml, const UtYamlNode *node, const char *key, gboolean required, char **date,
           GError **error) {
  const UtYamlNode *found = ut_yaml_find (node, key);
  if (found == NULL && !required)
    return TRUE;
  const char *text = ut_yaml_get_text (yaml, node, key, error);
  if (text == NULL)
    return FALSE;
  guint year = 0, month = 1, day = 1;
  gboolean shaped = g_regex_match_simple ("^[0-9]{4}(-[0-9]{2}-[0-9]{2})?$", text, 0, 0);
  if (shaped) {
    g_auto (GStrv) parts = g_strsplit (text, "-", 3);
    year = (guint) g_ascii_strtoull (parts[0], NULL, 10);
    month = parts[1] != NULL ? (guint) g_ascii_strtoull (parts[1], NULL, 10) : 1;
    day = parts[1] != NULL ? (guint) g_ascii_strtoull (parts[2], NULL, 10) : 1;
  }
  if (shaped && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year)) {
    *date = g_strdup_printf ("%04u-%02u-%02u", year, month, day);
    return TRUE;
  }
  ut_yaml_complain (yaml, found, error, _ ("'%1$s' is no date for %2$s; it is written 2024-01-01, or as a year"), text,
                    key);
  return FALSE;
}

static gboolean
read_klass (const UtYaml *yaml, const UtYamlNode *node, UtFetchSource *source, GError **error) {
  static const char *const kinds[] = { "codes", "changes", NULL };
  int kind = 0;
  if (!read_id (yaml, node, "classification", &source->table, error)
      || !ut_yaml_read_word (yaml, node, "kind", kinds, 0, &kind, error)
      || !read_date (yaml, node, "from", TRUE, &source->from, error)
      || !read_date (yaml, node, "to", FALSE, &source->to, error))
    return FALSE;
  source->kind = g_strdup (kinds[kind]);
  if (source->to == NULL || strcmp (source->from, source->to) < 0)
    return TRUE;
  ut_yaml_complain (yaml, ut_yaml_find (node, "to"), error, _ ("to must be later than from"));
  return FALSE;
}

/* A file that no pattern matches would be fetched and never read. */
static gboolean
check_name (const UtYaml *yaml, const UtYamlNode *node, char **files, const UtFetchSource *source, GError **error) {
  g_autofree char *name = g_strconcat ("01.", ut_fetch_source_extension (source), NULL);
  for (char **pattern = files; *pattern != NULL; pattern++) {
    if (g_pattern_match_simple (*pattern, name))
      return TRUE;
  }
  const UtYamlNode *list = ut_yaml_find (yaml->root, "files");
  ut_yaml_complain (yaml, list != NULL ? list : node, error,
                    _ ("fetched files are called %1$s, which files does not match; write files: [\"*.%2$s\"]"), name,
                    ut_fetch_source_extension (source));
  return FALSE;
}

gboolean
ut_fetch_source_read (const UtYaml *yaml, char **files, UtFetchSource **result, GError **error) {
  const UtYamlNode *node = ut_yaml_find (yaml->root, "fetch");
  *result = NULL;
  if (node == NULL)
    return TRUE;
  g_autoptr (UtFetchSource) source = g_new0 (UtFetchSource, 1);
  source->select = g_ptr_array_new_with_free_func (free_selection);
  source->line = node->line;
  source->file = g_strdup (yaml->path);
  if (!read_api (yaml, node, source, error) || !read_format (yaml, node, source, error)
      || !read_url (yaml, node, source, error) || !apis[source->api].read (yaml, node, source, error)
      || !check_name (yaml, node, files, source, error))
    return FALSE;
  *result = g_steal_pointer (&source);
  return TRUE;
}

void
ut_fetch_source_free (UtFetchSource *source) {
  if (source == NULL)
    return;
  g_free (source->file);
  g_free (source->table);
  g_free (source->source);
  g_free (source->format);
  g_free (source->url);
  g_ptr_array_unref (source->select);
  g_free (source->filter);
  g_free (source->kind);
  g_free (source->from);
  g_free (source->to);
  g_free (source);
}
