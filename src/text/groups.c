#include "text/groups.h"

#include "base/i18n.h"
#include "base/text.h"
#include "text/indicator.h"
#include <utsyn/terms.h>

static const UtGroup *
group_at (const UtBreakdown *breakdown, guint i) {
  return &g_array_index (breakdown->groups, UtGroup, i);
}

gboolean
ut_groups_any_exist (const UtBreakdown *breakdown) {
  for (guint i = 0; i < breakdown->groups->len; i++)
    if (group_at (breakdown, i)->own.exists)
      return TRUE;
  return FALSE;
}

gboolean
ut_groups_any_shown (const UtBreakdown *breakdown) {
  for (guint i = 0; i < breakdown->groups->len; i++)
    if (ut_figure_is_shown (&group_at (breakdown, i)->own))
      return TRUE;
  return FALSE;
}

/* Names as words, one list each. */
static GPtrArray *
split_names (const UtBreakdown *breakdown, UtLanguage language) {
  GPtrArray *names = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 0; i < breakdown->groups->len; i++)
    g_ptr_array_add (names, g_strsplit (ut_phrase_name (group_at (breakdown, i)->indicator, language), " ", -1));
  return names;
}

/* How many words all names have alike, from the front or from the end; never all of one. */
static guint
count_alike (const GPtrArray *names, gboolean from_end, guint most) {
  for (guint n = 0; n < most; n++)
    for (guint i = 1; i < names->len; i++) {
      char **one = g_ptr_array_index (names, 0), **other = g_ptr_array_index (names, i);
      guint a = from_end ? g_strv_length (one) - 1 - n : n, b = from_end ? g_strv_length (other) - 1 - n : n;
      if (!g_str_equal (one[a], other[b]))
        return n;
    }
  return most;
}

static guint
shortest (const GPtrArray *names) {
  guint least = G_MAXUINT;
  for (guint i = 0; i < names->len; i++)
    least = MIN (least, g_strv_length (g_ptr_array_index (names, i)));
  return least;
}

/* "Ensomme, 8. trinn" is "8. trinn", but "Grade 8" no "8": without the comma the word belongs to the number. */
static guint
back_to_comma (char **words, guint n) {
  while (n > 0 && !g_str_has_suffix (words[n - 1], ","))
    n--;
  return n;
}

/* The age of girls and boys stands in the name of the whole. */
char *
ut_phrase_group (const UtBreakdown *breakdown, guint group, UtLanguage language) {
  g_autoptr (GPtrArray) names = split_names (breakdown, language);
  guint spare = shortest (names) - 1;
  gboolean sex = breakdown->dimension == UT_DIMENSION_SEX;
  char **words = g_ptr_array_index (names, group);
  guint before = count_alike (names, FALSE, spare);
  before = sex ? before : back_to_comma (words, before);
  guint after = sex ? count_alike (names, TRUE, spare - before) : 0;
  guint n = g_strv_length (words) - after;
  GString *label = g_string_new (NULL);
  for (guint i = before; i < n; i++)
    g_string_append_printf (label, "%s%s", i > before ? " " : "", words[i]);
  g_autofree char *text = g_string_free (label, FALSE);
  char small[7] = { 0 };
  g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (text)), small);
  return g_strconcat (small, g_utf8_next_char (text), NULL);
}

/* "jenter og gutter" */
static char *
join_groups (const UtBreakdown *breakdown, UtLanguage language) {
  g_auto (GStrv) labels = g_new0 (char *, breakdown->groups->len + 1);
  for (guint i = 0; i < breakdown->groups->len; i++)
    labels[i] = ut_phrase_group (breakdown, i, language);
  return ut_text_join ((const char *const *) labels, language);
}

char *
ut_phrase_groups (const UtBreakdown *breakdown, UtLanguage language) {
  if (breakdown->contrast == UT_CONTRAST_NOT_TESTED)
    return g_strdup_printf (ut_tr (language, "the groups are not tested against each other (%s)"),
                            ut_reason_text (breakdown->reason, language));
  g_autofree char *groups = join_groups (breakdown, language);
  return breakdown->contrast == UT_CONTRAST_DIFFERENT
             ? g_strdup_printf (ut_tr (language, "%s differ"), groups)
             : g_strdup_printf (ut_tr (language, "no certain difference between %s"), groups);
}
