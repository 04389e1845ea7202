/* Every seed through its target, as an ordinary test; with --list the targets and their seeds. */
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <utsyn/language.h>

#include "targets.h"

static void
test_target (gconstpointer data) {
  const FuzzTarget *target = data;
  g_autofree char *folder = g_build_filename (g_getenv ("UTSYN_SOURCE_ROOT"), target->seeds, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_autofree char *bytes = NULL;
    gsize n_bytes;
    g_assert_true (g_file_get_contents (path, &bytes, &n_bytes, NULL));
    g_test_message ("%s", path);
    g_assert_true (fuzz_run (target->name, (const guint8 *) bytes, n_bytes));
    n++;
  }
  g_assert_cmpuint (n, >, 0);
}

int
main (int argc, char **argv) {
  g_autoptr (GArray) targets = fuzz_targets ();
  if (argc > 1 && strcmp (argv[1], "--list") == 0) {
    for (guint i = 0; i < targets->len; i++)
      printf ("%s %s\n", g_array_index (targets, FuzzTarget, i).name, g_array_index (targets, FuzzTarget, i).seeds);
    return 0;
  }
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ut_language_set_messages (UT_LANGUAGE_EN);
  for (guint i = 0; i < targets->len; i++) {
    const FuzzTarget *target = &g_array_index (targets, FuzzTarget, i);
    g_autofree char *name = g_strdup_printf ("/fuzz/%s", target->name);
    g_test_add_data_func (name, target, test_target);
  }
  return g_test_run ();
}
