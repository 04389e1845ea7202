#include "import/bytes/px_grammar.h"

#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "base/input.h"
#include "base/reason.h"
#include "import/bytes/line_ends.h"
#include "import/bytes/px_decode.h"
#include "import/bytes/trim.h"

typedef struct {
  char **list;
  guint line;
} Entry;

struct UtPx {
  GString *text;
  const char *shown;
  const char *at, *end;
  guint line;          /* of `at` */
  GHashTable *entries; /* "KEYWORD[language](part)" → Entry */
  char *language;      /* the main one; NULL when the file does not say */
  gboolean may_go_on;  /* the last statement was a text, of which more may follow in statements of strings alone */
  GString *word;       /* the last read */
};

/* The keywords that shape the table; notes and contacts, which may be most of a file, are passed over. */
static const char *const kept[]
    = { "LANGUAGE",    "STUB",          "HEADING",       "VALUES",      "CODES",       "VARIABLECODE", "TIMEVAL",
        "KEYS",        "VARIABLE-TYPE", "MAP",           "DOMAIN",      "CONTENTS",    "TITLE",        "MATRIX",
        "TABLEID",     "AGGREGALLOWED", "DATASYMBOL1",   "DATASYMBOL2", "DATASYMBOL3", "DATASYMBOL4",  "DATASYMBOL5",
        "DATASYMBOL6", "DATASYMBOLSUM", "DATASYMBOLNIL", "SOURCE",      NULL };

/* Of these, those that are no texts. */
static const char *const lists[] = { "STUB", "HEADING", "VALUES", "CODES", "TIMEVAL", "KEYS", NULL };

static void
free_entry (gpointer data) {
  Entry *entry = data;
  g_strfreev (entry->list);
  g_free (entry);
}

static gboolean
complain (const UtPx *px, guint line, const char *what, GError **error) {
  ut_error_set (error, UT_ERROR_DEFINITION, "%s:%u: %s", px->shown, line, what);
  return FALSE;
}

static void
step (UtPx *px) {
  px->line += *px->at == '\n';
  px->at++;
}

static void
skip_blank (UtPx *px) {
  while (px->at < px->end && g_ascii_isspace (*px->at))
    step (px);
}

static gboolean
skip_char (UtPx *px, char c) {
  skip_blank (px);
  if (px->at == px->end || *px->at != c)
    return FALSE;
  step (px);
  return TRUE;
}

/* Appends what stands between quotes; FALSE when the second one lacks. */
static gboolean
read_quoted (UtPx *px) {
  step (px);
  while (px->at < px->end && *px->at != '"') {
    g_string_append_c (px->word, *px->at);
    step (px);
  }
  if (px->at == px->end)
    return FALSE;
  step (px);
  return TRUE;
}

/* A string, which may go on in new quotes on the next line. */
static gboolean
read_string (UtPx *px, GError **error) {
  guint line = px->line;
  g_string_truncate (px->word, 0);
  do {
    if (!read_quoted (px))
      return complain (px, line, _ ("a quote is not closed"), error);
    skip_blank (px);
  } while (px->at < px->end && *px->at == '"');
  return TRUE;
}

/* A word without quotes: YES, a number, or TLIST(A1,"2000"-"2010") with all its parenthesis. */
static gboolean
read_bare (UtPx *px, const char *stops, GError **error) {
  guint depth = 0, line = px->line;
  g_string_truncate (px->word, 0);
  while (px->at < px->end && (depth > 0 || (!g_ascii_isspace (*px->at) && strchr (stops, *px->at) == NULL))) {
    if (*px->at == '"' && !read_quoted (px))
      return complain (px, line, _ ("a quote is not closed"), error);
    if (px->at == px->end)
      break;
    depth += *px->at == '(';
    depth -= *px->at == ')' && depth > 0;
    g_string_append_c (px->word, *px->at);
    step (px);
  }
  return TRUE;
}

/* TLIST(A1)","2022","2023": some programs quote the time scale as if it were a string, at its end alone. No string
 * begins right after a parenthesis, and none is a comma. */
static void
skip_stray_quote (UtPx *px) {
  gboolean closed = px->word->len > 0 && px->word->str[px->word->len - 1] == ')' && px->at[-1] == ')';
  if (closed && px->at + 1 < px->end && *px->at == '"' && strchr (",;", px->at[1]) != NULL)
    step (px);
}

static void
add_word (const UtPx *px, GPtrArray *list) {
  if (list != NULL)
    g_ptr_array_add (list, g_strdup (ut_trim_in_place (px->word->str)));
}

/* Strings and words between commas, up to and with `closing`. list: NULL to pass over them. */
static gboolean
read_list (UtPx *px, char closing, GPtrArray *list, GError **error) {
  const char stops[] = { ',', '"', closing, '\0' };
  guint line = px->line;
  for (;;) {
    skip_blank (px);
    if (px->at == px->end) {
      g_autofree char *what = g_strdup_printf (_ ("the file ends where '%c' was to come"), closing);
      return complain (px, line, what, error);
    }
    if (*px->at == closing || *px->at == ',') {
      gboolean closed = *px->at == closing;
      step (px);
      if (closed)
        return TRUE;
      continue;
    }
    if (!(*px->at == '"' ? read_string (px, error) : read_bare (px, stops, error)))
      return FALSE;
    skip_stray_quote (px);
    add_word (px, list);
  }
}

static gboolean
read_keyword (UtPx *px) {
  g_string_truncate (px->word, 0);
  for (; px->at < px->end && (g_ascii_isalnum (*px->at) || *px->at == '-' || *px->at == '_'); px->at++)
    g_string_append_c (px->word, g_ascii_toupper (*px->at));
  return px->word->len > 0;
}

/* [language](part,…) between the keyword and its value, appended to the key. Only the first part is kept: the keywords
 * with several tell of single cells. */
static gboolean
read_address (UtPx *px, GString *key, GError **error) {
  g_autoptr (GPtrArray) language = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  if (skip_char (px, '[') && !read_list (px, ']', language, error))
    return FALSE;
  if (skip_char (px, '(') && !read_list (px, ')', parts, error))
    return FALSE;
  g_string_append_printf (key, "[%s](%s)", language->len > 0 ? (char *) g_ptr_array_index (language, 0) : "",
                          parts->len > 0 ? (char *) g_ptr_array_index (parts, 0) : "");
  if (skip_char (px, '='))
    return TRUE;
  return complain (px, px->line, _ ("this is no PC-Axis keyword; it should look like KEYWORD=\"value\";"), error);
}

/* One statement; `data` when it was the beginning of the figures. */
static gboolean
read_statement (UtPx *px, gboolean *data, GError **error) {
  skip_blank (px);
  guint line = px->line;
  if (px->at == px->end)
    return complain (px, line, _ ("the file ends before its figures (DATA=)"), error);
  /* NOTE="one";"two"; as PX-Web reads it. */
  if (*px->at == '"' && px->may_go_on)
    return read_list (px, ';', NULL, error);
  if (!read_keyword (px))
    return complain (px, line, _ ("this is no PC-Axis keyword; it should look like KEYWORD=\"value\";"), error);
  g_autoptr (GString) key = g_string_new (px->word->str);
  *data = strcmp (key->str, "DATA") == 0;
  gboolean keep = g_strv_contains (kept, key->str);
  px->may_go_on = !g_strv_contains (lists, key->str);
  if (!read_address (px, key, error))
    return FALSE;
  if (*data)
    return TRUE;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  if (!read_list (px, ';', keep ? list : NULL, error))
    return FALSE;
  if (!keep || g_hash_table_contains (px->entries, key->str))
    return TRUE;
  Entry *entry = g_new0 (Entry, 1);
  entry->line = line;
  g_ptr_array_add (list, NULL);
  entry->list = (char **) g_ptr_array_free (g_steal_pointer (&list), FALSE);
  g_hash_table_insert (px->entries, g_strdup (key->str), entry);
  return TRUE;
}

UtPx *
ut_px_open (const char *path, const char *shown, const char **encoding, GError **error) {
  g_autofree char *bytes = NULL;
  gsize n_bytes;
  g_autoptr (GError) local = NULL;
  if (!ut_input_read (path, &bytes, &n_bytes, &local)) {
    ut_error_set (error, UT_ERROR_IO, "%s: %s", shown, ut_reason_error (local));
    return NULL;
  }
  g_autoptr (UtPx) px = g_new0 (UtPx, 1);
  px->text = ut_px_decode (bytes, n_bytes, encoding);
  ut_line_ends_mend (px->text);
  px->shown = shown;
  px->at = px->text->str;
  px->end = px->text->str + px->text->len;
  px->line = 1;
  px->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_entry);
  px->word = g_string_new (NULL);
  gboolean data = FALSE;
  while (!data)
    if (!read_statement (px, &data, error))
      return NULL;
  px->language = g_strdup (ut_px_text (px, "LANGUAGE", NULL));
  return g_steal_pointer (&px);
}

void
ut_px_free (UtPx *px) {
  if (px == NULL)
    return;
  g_string_free (px->text, TRUE);
  g_hash_table_unref (px->entries);
  g_free (px->language);
  g_string_free (px->word, TRUE);
  g_free (px);
}

/* Without a language, else with the main one, as some write it. */
static const Entry *
find_entry (const UtPx *px, const char *keyword, const char *part) {
  g_autofree char *key = g_strdup_printf ("%s[](%s)", keyword, part != NULL ? part : "");
  const Entry *entry = g_hash_table_lookup (px->entries, key);
  if (entry != NULL || px->language == NULL)
    return entry;
  g_autofree char *in_language = g_strdup_printf ("%s[%s](%s)", keyword, px->language, part != NULL ? part : "");
  return g_hash_table_lookup (px->entries, in_language);
}

const char *const *
ut_px_list (const UtPx *px, const char *keyword, const char *part) {
  const Entry *entry = find_entry (px, keyword, part);
  return entry != NULL ? (const char *const *) entry->list : NULL;
}

const char *
ut_px_text (const UtPx *px, const char *keyword, const char *part) {
  const char *const *list = ut_px_list (px, keyword, part);
  return list != NULL ? list[0] : NULL;
}

guint
ut_px_line (const UtPx *px, const char *keyword, const char *part) {
  const Entry *entry = find_entry (px, keyword, part);
  return entry != NULL ? entry->line : 0;
}

gboolean
ut_px_next (UtPx *px, UtPxToken *token) {
  while (px->at < px->end && (g_ascii_isspace (*px->at) || *px->at == ','))
    step (px);
  *token = (UtPxToken){ .line = px->line };
  if (px->at == px->end || *px->at == ';')
    return FALSE;
  g_string_truncate (px->word, 0);
  token->quoted = *px->at == '"';
  px->at += token->quoted;
  /* Here no word goes on over a line, so that a lost quote costs no more than one. */
  const char *stops = token->quoted ? "\"\n" : " \t\r\n\f\v,;\"";
  for (; px->at < px->end && strchr (stops, *px->at) == NULL; px->at++)
    g_string_append_c (px->word, *px->at);
  px->at += token->quoted && px->at < px->end && *px->at == '"';
  token->text = ut_trim_in_place (px->word->str);
  return TRUE;
}

gboolean
ut_px_is_closed (const UtPx *px) {
  return px->at < px->end && *px->at == ';';
}
