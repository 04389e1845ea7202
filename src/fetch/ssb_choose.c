/* The expressions of PxWebApi v2: which of a dimension's codes they mean.
 * https://www.pxtools.net/PxWebApi/documentation/user-guide/ */
#include <string.h>

#include "base/i18n.h"
#include "fetch/ssb_table.h"
#include <utsyn/error.h>

/* The words inside the parentheses of name(…), at most two; NULL when the text is no such expression. */
static char **
arguments_of (const char *text, const char *name) {
  gsize length = strlen (name), size = strlen (text);
  if (g_ascii_strncasecmp (text, name, length) != 0 || text[length] != '(' || text[size - 1] != ')')
    return NULL;
  g_autofree char *inside = g_strndup (text + length + 1, size - length - 2);
  char **words = g_strsplit (inside, ",", 3);
  for (char **word = words; *word != NULL; word++)
    g_strstrip (*word);
  return words;
}

static gboolean
read_count (const char *word, guint *count) {
  guint64 parsed = 0;
  if (word == NULL || !g_ascii_string_to_unsigned (word, 10, 0, G_MAXUINT16, &parsed, NULL))
    return FALSE;
  *count = (guint) parsed;
  return TRUE;
}

/* Whether the newest stand last. */
static gboolean
rises (const UtSsbDimension *dimension) {
  const GPtrArray *values = dimension->values;
  return strcmp (g_ptr_array_index (values, 0), g_ptr_array_index (values, values->len - 1)) < 0;
}

/* `n` values from one end, after `skip`. */
static gboolean
mark_end (const UtSsbDimension *dimension, char **words, gboolean from_end, gboolean *marks) {
  guint n = 0, skip = 0, n_values = dimension->values->len;
  if (g_strv_length (words) > 2 || !read_count (words[0], &n) || n == 0
      || (words[1] != NULL && !read_count (words[1], &skip)))
    return FALSE;
  for (guint i = skip; i < skip + n && i < n_values; i++)
    marks[from_end ? n_values - 1 - i : i] = TRUE;
  return TRUE;
}

static gint
find_value (const UtSsbDimension *dimension, const char *code) {
  for (guint i = 0; i < dimension->values->len; i++) {
    if (g_ascii_strcasecmp (g_ptr_array_index (dimension->values, i), code) == 0)
      return (gint) i;
  }
  return -1;
}

/* From `first` to `last`, both included, NULL: open. Years and months are compared as such, also where the very one is
 * not in the table; other codes by their place in it. */
static gboolean
mark_range (const UtSsbDimension *dimension, const char *first, const char *last, gboolean *marks) {
  gint from = first != NULL ? find_value (dimension, first) : 0;
  gint to = last != NULL ? find_value (dimension, last) : (gint) dimension->values->len - 1;
  if (!dimension->is_time && (from < 0 || to < 0))
    return FALSE;
  for (guint i = 0; i < dimension->values->len; i++) {
    const char *value = g_ptr_array_index (dimension->values, i);
    if (dimension->is_time)
      marks[i] |= (first == NULL || strcmp (value, first) >= 0) && (last == NULL || strcmp (value, last) <= 0);
    else
      marks[i] |= (gint) i >= from && (gint) i <= to;
  }
  return TRUE;
}

static gboolean
mark_pattern (const UtSsbDimension *dimension, const char *pattern, gboolean *marks) {
  g_autoptr (GPatternSpec) spec = g_pattern_spec_new (pattern);
  gboolean any = FALSE;
  for (guint i = 0; i < dimension->values->len; i++) {
    gboolean matches = g_pattern_spec_match_string (spec, g_ptr_array_index (dimension->values, i));
    marks[i] |= matches;
    any |= matches;
  }
  return any;
}

static gboolean
mark (const UtSsbDimension *dimension, const char *text, gboolean *marks) {
  g_auto (GStrv) top = arguments_of (text, "top");
  g_auto (GStrv) bottom = arguments_of (text, "bottom");
  g_auto (GStrv) from = arguments_of (text, "from");
  g_auto (GStrv) to = arguments_of (text, "to");
  g_auto (GStrv) range = arguments_of (text, "range");
  if (top != NULL)
    return mark_end (dimension, top, dimension->is_time && rises (dimension), marks);
  if (bottom != NULL)
    return mark_end (dimension, bottom, !(dimension->is_time && rises (dimension)), marks);
  if (from != NULL)
    return g_strv_length (from) == 1 && mark_range (dimension, from[0], NULL, marks);
  if (to != NULL)
    return g_strv_length (to) == 1 && mark_range (dimension, NULL, to[0], marks);
  if (range != NULL)
    return g_strv_length (range) == 2 && mark_range (dimension, range[0], range[1], marks);
  if (strpbrk (text, "*?") != NULL)
    return mark_pattern (dimension, text, marks);
  gint at = find_value (dimension, text);
  if (at >= 0)
    marks[at] = TRUE;
  return at >= 0;
}

gboolean
ut_ssb_choose (UtSsbDimension *dimension, const char *file, GError **error) {
  guint n_values = dimension->values->len;
  g_autofree gboolean *marks = g_new0 (gboolean, n_values);
  for (char **value = dimension->selection->values; *value != NULL; value++) {
    if (mark (dimension, *value, marks))
      continue;
    ut_error_set (error, UT_ERROR_DEFINITION,
                  _ ("%1$s:%2$u: '%3$s' is nothing %4$s has (%5$u values from %6$s to %7$s, or *, 03*, top(n), "
                     "from(x), to(x), range(x,y))"),
                  file, dimension->selection->line, *value, dimension->code, n_values,
                  (char *) g_ptr_array_index (dimension->values, 0),
                  (char *) g_ptr_array_index (dimension->values, n_values - 1));
    return FALSE;
  }
  g_ptr_array_set_size (dimension->chosen, 0);
  for (guint i = 0; i < n_values; i++) {
    if (marks[i])
      g_ptr_array_add (dimension->chosen, g_ptr_array_index (dimension->values, i));
  }
  if (dimension->chosen->len == 0)
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%1$s:%2$u: the choice for %3$s leaves nothing"), file,
                  dimension->selection->line, dimension->code);
  return dimension->chosen->len > 0;
}
