#include "cli/options.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

typedef struct {
  const GOptionEntry *own;
  const GOptionEntry *common;
} Tables;

static gsize
count (const GOptionEntry *entries) {
  gsize n = 0;
  while (entries != NULL && entries[n].long_name != NULL)
    n++;
  return n;
}

static const GOptionEntry *
get (const Tables *tables, gsize i) {
  gsize n_own = count (tables->own);
  return i < n_own ? &tables->own[i] : &tables->common[i - n_own];
}

static gsize
count_all (const Tables *tables) {
  return count (tables->own) + count (tables->common);
}

static const GOptionEntry *
find_long (const Tables *tables, const char *name) {
  for (gsize i = 0; i < count_all (tables); i++) {
    if (strcmp (get (tables, i)->long_name, name) == 0)
      return get (tables, i);
  }
  return NULL;
}

static const GOptionEntry *
find_short (const Tables *tables, char letter) {
  for (gsize i = 0; i < count_all (tables); i++) {
    if (get (tables, i)->short_name == letter)
      return get (tables, i);
  }
  return NULL;
}

static char *
complain_unknown (const Tables *tables, const char *word) {
  gsize n = count_all (tables);
  g_autofree const char **names = g_new0 (const char *, n + 1);
  for (gsize i = 0; i < n; i++)
    names[i] = get (tables, i)->long_name;
  const char *nearest = g_str_has_prefix (word, "--") ? ut_text_nearest (word + 2, names) : NULL;
  return nearest != NULL ? g_strdup_printf (_ ("unknown option '%1$s' (did you mean '--%2$s'?)"), word, nearest)
                         : g_strdup_printf (_ ("unknown option '%s'"), word);
}

/* `value` is NULL when the command line ended before it. */
static char *
complain_value (const GOptionEntry *entry, const char *value) {
  if (value == NULL)
    return g_strdup_printf (_ ("the option '--%s' needs a value"), entry->long_name);
  if (entry->arg != G_OPTION_ARG_INT || g_ascii_string_to_signed (value, 10, G_MININT, G_MAXINT, NULL, NULL))
    return NULL;
  return g_strdup_printf (_ ("the option '--%1$s' needs a whole number, not '%2$s'"), entry->long_name, value);
}

/* `next` is the word after; `*took` tells whether it was the option's value. */
static char *
complain_long (const Tables *tables, const char *word, const char *next, gboolean *took) {
  const char *equals = strchr (word, '=');
  g_autofree char *name = equals != NULL ? g_strndup (word, (gsize) (equals - word)) : g_strdup (word);
  const GOptionEntry *entry = find_long (tables, name + 2);
  if (entry == NULL)
    return complain_unknown (tables, name);
  if (entry->arg == G_OPTION_ARG_NONE)
    return NULL;
  *took = equals == NULL;
  return complain_value (entry, equals != NULL ? equals + 1 : next);
}

/* Letters may stand together: -vq. */
static char *
complain_short (const Tables *tables, const char *word, const char *next, gboolean *took) {
  for (const char *letter = word + 1; *letter != '\0'; letter++) {
    const GOptionEntry *entry = find_short (tables, *letter);
    if (entry == NULL)
      return complain_unknown (tables, word);
    if (entry->arg == G_OPTION_ARG_NONE)
      continue;
    *took = letter[1] == '\0';
    return complain_value (entry, *took ? next : letter + 1);
  }
  return NULL;
}

char *
ut_options_find_fault (const GOptionEntry *own, const GOptionEntry *common, const char *const *words) {
  const Tables tables = { own, common };
  for (gsize i = 0; words[i] != NULL && strcmp (words[i], "--") != 0; i++) {
    if (words[i][0] != '-' || words[i][1] == '\0')
      continue;
    gboolean took = FALSE;
    char *fault = words[i][1] == '-' ? complain_long (&tables, words[i], words[i + 1], &took)
                                     : complain_short (&tables, words[i], words[i + 1], &took);
    if (fault != NULL)
      return fault;
    i += took ? 1 : 0;
  }
  return NULL;
}

GOptionEntry *
ut_options_as_written (const GOptionEntry *entries) {
  gsize n = count (entries);
  GOptionEntry *copy = g_new0 (GOptionEntry, n + 1);
  for (gsize i = 0; i < n; i++) {
    copy[i] = entries[i];
    if (copy[i].arg == G_OPTION_ARG_STRING)
      copy[i].arg = G_OPTION_ARG_FILENAME;
  }
  return copy;
}
