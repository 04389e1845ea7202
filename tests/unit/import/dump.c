#include "dump.h"

#include "base/i18n.h"

typedef struct {
  GString *text;
  guint n_dimensions, n_columns;
  UtDictionary *const *dictionaries;
} Dump;

static gboolean
on_layout (gpointer user, const UtCellLayout *layout, GError **error) {
  Dump *dump = user;
  (void) error;
  dump->n_dimensions = layout->n_dimensions;
  dump->n_columns = layout->n_columns;
  if (layout->title != NULL)
    g_string_append_printf (dump->text, "table %s\n", layout->title);
  for (guint i = 0; i < layout->n_dimensions; i++)
    g_string_append_printf (dump->text, "label %s%s\n", layout->dimensions[i],
                            (int) i == layout->region_dimension   ? " (region)"
                            : (int) i == layout->period_dimension ? " (period)"
                                                                  : "");
  for (guint i = 0; i < layout->n_columns; i++)
    g_string_append_printf (dump->text, "figures %s = %s [%s]\n", layout->columns[i].name, layout->columns[i].contents,
                            layout->columns[i].period != NULL ? layout->columns[i].period : "");
  if (layout->not_addable)
    g_string_append (dump->text, "not to be added up\n");
  return TRUE;
}

static gpointer
on_collector (gpointer user, UtDictionary *const *dictionaries) {
  ((Dump *) user)->dictionaries = dictionaries;
  return user;
}

static void
on_row (gpointer user, const UtCellRow *row) {
  Dump *dump = user;
  g_string_append_printf (dump->text, "%u:", row->line);
  for (guint i = 0; i < dump->n_dimensions; i++)
    g_string_append_printf (dump->text, " %s |", ut_dictionary_label (dump->dictionaries[i], row->labels[i]));
  for (guint i = 0; i < dump->n_columns; i++)
    g_string_append_printf (dump->text, " <%s>%s", row->values[i],
                            row->qualities != NULL && row->qualities[i] != 0 ? " (break)" : "");
  g_string_append_c (dump->text, '\n');
}

static void
on_bad_row (gpointer user, guint line, const char *why) {
  g_string_append_printf (((Dump *) user)->text, "%u: bad: %s\n", line, why);
}

char *
dump_cells (const UtImporter *importer, const char *path, const UtReadHints *hints, GError **error) {
  Dump dump = { .text = g_string_new (NULL) };
  const UtCellSink sink
      = { .layout = on_layout, .collector = on_collector, .row = on_row, .bad_row = on_bad_row, .user = &dump };
  UtFileForm form = { 0 };
  if (!importer->read (path, hints, &sink, &form, error)) {
    g_string_free (dump.text, TRUE);
    return NULL;
  }
  g_autofree char *separator = form.separator == '\t'   ? g_strdup (", separator TAB")
                               : form.separator == '\0' ? g_strdup ("")
                                                        : g_strdup_printf (", separator %c", form.separator);
  g_autofree char *head = g_strdup_printf ("%s%s\n", form.encoding != NULL ? form.encoding : "", separator);
  g_string_prepend (dump.text, head);
  return g_string_free (dump.text, FALSE);
}

char *
source_path (const char *relative) {
  return g_build_filename (g_getenv ("UTSYN_SOURCE_ROOT"), relative, NULL);
}

char *
shared_path (const char *relative) {
  return g_build_filename (g_getenv ("UTSYN_SOURCE_ROOT"), "..", "shared", relative, NULL);
}
