#include "import/shape/equal_headings.h"

#include <string.h>

/* A longer heading is written into a dataset.yaml by nobody. */
#define LONGEST_NAME 1000

/* Headings in the order met, each under a name of its own. */
typedef struct {
  GHashTable *names;  /* those given so far */
  GHashTable *counts; /* heading → how often it was met */
  GPtrArray *made;    /* the names that had to be made */
  GPtrArray *equal;   /* the headings they were made of, each once */
} Names;

static void
clear_names (Names *names) {
  g_hash_table_unref (names->names);
  g_hash_table_unref (names->counts);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, clear_names)

static Names
new_names (GPtrArray *made, GPtrArray *equal) {
  return (Names){ .names = g_hash_table_new (g_str_hash, g_str_equal),
                  .counts = g_hash_table_new (g_str_hash, g_str_equal),
                  .made = made,
                  .equal = equal };
}

static gboolean
is_written (char *const *headings, guint n, const char *name) {
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (headings[i], name) == 0)
      return TRUE;
  return FALSE;
}

/* The heading itself, or its number behind it. Columns without a heading, or with a text for one, are told apart by
 * nobody. */
static char *
name_of (Names *names, char *const *headings, guint n, char *heading) {
  if (*heading == '\0' || strnlen (heading, LONGEST_NAME) == LONGEST_NAME || g_hash_table_add (names->names, heading))
    return heading;
  guint number = MAX (GPOINTER_TO_UINT (g_hash_table_lookup (names->counts, heading)), 1);
  if (number == 1)
    g_ptr_array_add (names->equal, heading);
  g_autofree char *name = NULL;
  do {
    g_free (name);
    name = g_strdup_printf ("%s (%u)", heading, ++number);
  } while (is_written (headings, n, name));
  g_hash_table_insert (names->counts, heading, GUINT_TO_POINTER (number));
  g_ptr_array_add (names->made, name);
  return g_steal_pointer (&name);
}

static char **
name_dimensions (const UtCellLayout *layout, GPtrArray *made, GPtrArray *equal) {
  g_auto (Names) names = new_names (made, equal);
  char **named = g_new0 (char *, layout->n_dimensions + 1);
  for (guint i = 0; i < layout->n_dimensions; i++)
    named[i] = name_of (&names, layout->dimensions, layout->n_dimensions, layout->dimensions[i]);
  return named;
}

/* Figures are asked for by the whole heading, or by its contents, which are many columns', one a period. */
static UtCellColumn *
name_columns (const UtCellLayout *layout, GPtrArray *made, GPtrArray *equal) {
  g_auto (Names) names = new_names (made, equal);
  guint n = layout->n_columns;
  g_autofree char **headings = g_new0 (char *, n + 1);
  UtCellColumn *named = g_memdup2 (layout->columns, n * sizeof *named);
  for (guint i = 0; i < n; i++)
    headings[i] = layout->columns[i].name;
  for (guint i = 0; i < n; i++) {
    named[i].name = name_of (&names, headings, n, headings[i]);
    if (named[i].name == headings[i])
      continue;
    const char *number = named[i].name + strlen (headings[i]);
    named[i].contents = g_strconcat (layout->columns[i].contents, number, NULL);
    g_ptr_array_add (made, named[i].contents);
  }
  return named;
}

gboolean
ut_equal_headings_report (const UtCellSink *sink, const UtCellLayout *layout, GError **error) {
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free), equal = g_ptr_array_new ();
  g_autofree char **dimensions = name_dimensions (layout, made, equal);
  g_autofree UtCellColumn *columns = name_columns (layout, made, equal);
  if (equal->len == 0)
    return sink->layout (sink->user, layout, error);
  g_ptr_array_add (equal, NULL);
  UtCellLayout named = *layout;
  named.dimensions = dimensions;
  named.columns = columns;
  named.equal_headings = (const char *const *) equal->pdata;
  return sink->layout (sink->user, &named, error);
}
