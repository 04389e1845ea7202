#include "import/bytes/content.h"

#include <jansson.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

#define HTML_BYTES   4096
#define SHOWN_KEYS   6
#define SHOWN_LENGTH 200

static const char *
skip_blank (const char *text) {
  return text + strspn (text, " \t\r\n");
}

/* `needle` in lower case. */
static const char *
find_folded (const char *text, gsize length, const char *needle) {
  gsize n = strlen (needle);
  for (const char *at = text; at + n <= text + length; at++)
    if (g_ascii_strncasecmp (at, needle, n) == 0)
      return at;
  return NULL;
}

static gboolean
is_html (const UtFileHead *head) {
  static const char *const tags[] = { "<!doctype html", "<html", "<head", "<body" };
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    if (find_folded (head->text, MIN (strlen (head->text), HTML_BYTES), tags[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Characters that no text has: more than one in fifty. A single NUL spoils its line only. */
static gboolean
is_binary (const UtFileHead *head) {
  gsize n = 0;
  for (gsize i = 0; i < head->length; i++) {
    guchar c = (guchar) head->text[i];
    n += c < ' ' && strchr ("\t\n\r\f\v", c) == NULL;
    n += c == '\0';
  }
  return n * 50 > head->length || strncmp (head->text, "%PDF", 4) == 0;
}

UtContent
ut_content_of (const UtFileHead *head) {
  if (is_binary (head))
    return UT_CONTENT_BINARY;
  const char *begin = skip_blank (head->text);
  if (*begin == '\0')
    return UT_CONTENT_EMPTY;
  if (*begin == '{' || *begin == '[')
    return UT_CONTENT_JSON;
  if (*begin == '<' && (g_ascii_isalpha (begin[1]) || begin[1] == '!' || begin[1] == '?'))
    return is_html (head) ? UT_CONTENT_HTML : UT_CONTENT_XML;
  return UT_CONTENT_TEXT;
}

/* On one line, not too long. */
static char *
shorten (const char *text, gsize length) {
  g_autofree char *part = g_utf8_make_valid (text, (gssize) MIN (length, SHOWN_LENGTH));
  for (char *c = part; *c != '\0'; c++)
    if ((guchar) *c < ' ')
      *c = ' ';
  return ut_text_trim (part);
}

/* Between <title> and </title>; NULL when there is none. */
static char *
find_title (const UtFileHead *head) {
  const char *open = find_folded (head->text, strlen (head->text), "<title"), *begin = NULL;
  if (open != NULL)
    begin = strchr (open, '>');
  const char *end = begin != NULL ? strchr (begin, '<') : NULL;
  return end != NULL && end > begin + 1 ? shorten (begin + 1, (gsize) (end - begin - 1)) : NULL;
}

static char *
explain_html (const UtFileHead *head) {
  g_autofree char *title = find_title (head);
  if (title == NULL || *title == '\0')
    return g_strdup (_ ("it is a web page (HTML), not a table: download the figures themselves and not the page that "
                        "shows them or an error page"));
  return g_strdup_printf (_ ("it is a web page (HTML) with the title '%s', not a table: download the figures "
                             "themselves and not the page that shows them or an error page"),
                          title);
}

static char *
explain_xml (const UtFileHead *head) {
  const char *at = skip_blank (head->text);
  while (*at == '<' && (at[1] == '?' || at[1] == '!')) {
    const char *end = strchr (at, '>');
    if (end == NULL)
      break;
    at = skip_blank (end + 1);
  }
  gsize length = *at == '<' ? strcspn (at + 1, " \t\r\n/>") : 0;
  g_autofree char *root = shorten (at + (*at == '<'), length);
  return g_strdup_printf (_ ("it is XML ('%s'), which is not read: get the table as CSV, Excel or JSON-stat"), root);
}

/* What a source says when it cannot answer, under the names the agencies use. */
static const char *
find_complaint (const json_t *root) {
  static const char *const keys[] = { "detail", "title", "melding", "message", "error", "feil" };
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    const char *text = json_string_value (json_object_get (root, keys[i]));
    if (text != NULL && *text != '\0')
      return text;
  }
  return NULL;
}

static char *
list_keys (json_t *root) {
  GString *list = g_string_new (NULL);
  const json_t *object = json_is_array (root) ? json_array_get (root, 0) : root;
  guint n = 0;
  for (void *at = json_object_iter ((json_t *) object); at != NULL && n < SHOWN_KEYS;
       at = json_object_iter_next ((json_t *) object, at), n++) {
    g_autofree char *key = shorten (json_object_iter_key (at), strlen (json_object_iter_key (at)));
    g_string_append_printf (list, "%s%s", n > 0 ? ", " : "", key);
  }
  return g_string_free (list, FALSE);
}

static char *
explain_json (const UtFileHead *head) {
  json_auto_t *root = json_loadb (head->text, head->length, JSON_DISABLE_EOF_CHECK, NULL);
  const char *complaint = find_complaint (root);
  if (complaint != NULL && json_object_get (root, "value") == NULL) {
    g_autofree char *shown = shorten (complaint, strlen (complaint));
    return g_strdup_printf (_ ("it is an answer without figures; the source says '%s'"), shown);
  }
  g_autofree char *keys = root != NULL ? list_keys (root) : g_strdup ("");
  if (*keys == '\0')
    return g_strdup (
        _ ("it is JSON of no kind that is known: JSON-stat, Udir's and Klass's JSON and GeoJSON are read"));
  return g_strdup_printf (_ ("it is JSON of no kind that is known, with the keys %s: JSON-stat, Udir's and Klass's "
                             "JSON and GeoJSON are read"),
                          keys);
}

static char *
explain_binary (const UtFileHead *head) {
  static const struct {
    const char *magic;
    const char *what;
  } kinds[] = { { "%PDF", N_ ("a PDF document") },    { "\x1f\x8b", N_ ("a gzip archive: unpack it") },
                { "PAR1", N_ ("a Parquet file") },    { "\x89PNG", N_ ("a picture") },
                { "\xff\xd8\xff", N_ ("a picture") }, { "7z\xbc\xaf", N_ ("a 7-Zip archive: unpack it") } };
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    gsize n = strlen (kinds[i].magic);
    if (head->n_bytes >= n && memcmp (head->bytes, kinds[i].magic, n) == 0)
      return g_strdup_printf (_ ("it is %s; separated text, Excel (.xlsx), PX and JSON-stat are read"),
                              _ (kinds[i].what));
  }
  return g_strdup (_ ("it is not text; separated text, Excel (.xlsx), PX and JSON-stat are read"));
}

char *
ut_content_explain (const UtFileHead *head) {
  switch (ut_content_of (head)) {
  case UT_CONTENT_EMPTY:
    return g_strdup (_ ("the file is empty"));
  case UT_CONTENT_HTML:
    return explain_html (head);
  case UT_CONTENT_XML:
    return explain_xml (head);
  case UT_CONTENT_JSON:
    return explain_json (head);
  case UT_CONTENT_BINARY:
    return explain_binary (head);
  case UT_CONTENT_TEXT:
    break;
  }
  return g_strdup (
      _ ("it is text, but no table: there is no semicolon, tab or comma between cells in its heading row"));
}
