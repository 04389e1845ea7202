/* What an answer about a little costs in a project with a large file: `rank` of one indicator against `check`, which
 * reads and hides the same, and three small reports of one run against one of them. Each measurement is a process of
 * its own, and its CPU time what counts, which threads do not make less. Both sides of a ratio take turns.
 *
 *   project [ROWS]     10 million when nothing is said
 */
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "large_file.h"
#include "measure.h"

#define SLOW      5 /* rounds of what takes long */
#define N_REPORTS 3
#define GOAL      1.2

static const char *const municipalities[N_REPORTS] = { "Tokke", "Vinje", "Trysil" };

static char *
path_in (const LargeFile *sample, const char *name) {
  return g_build_filename (sample->root, name, NULL);
}

static void
write_report (const LargeFile *sample, guint i) {
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("reports/r%u.yaml", i), *path = path_in (sample, name);
  g_autofree char *text = g_strdup_printf ("title: Prøve\nlanguage: nb\nregion: %s\nthemes: [{prove: [p0, p1]}]\n"
                                           "outputs: [chapter]\n",
                                           municipalities[i]);
  if (!g_file_set_contents (path, text, -1, &error))
    g_error ("%s", error->message);
}

static LargeFile
make_project (const UtRegions *regions, const char *places, gsize n_rows) {
  LargeFile sample = large_file_make (regions, n_rows);
  g_autofree char *reports = path_in (&sample, "reports"), *link = path_in (&sample, "datasets/inndeling");
  g_mkdir_with_parents (reports, 0755);
  if (symlink (places, link) != 0)
    g_error ("%s", link);
  for (guint i = 0; i < N_REPORTS; i++)
    write_report (&sample, i);
  return sample;
}

static void
remove_tree (const char *path) {
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;) {
    g_autofree char *inner = g_build_filename (path, name, NULL);
    remove_tree (inner);
  }
  g_remove (path);
}

static void
remove_project (LargeFile *sample) {
  static const char *const names[] = { "reports", "out", "datasets/inndeling" };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = path_in (sample, names[i]);
    remove_tree (path);
  }
  large_file_remove (sample);
}

/* Seconds of CPU that a command takes. */
static double
run (const char *program, const char *const *words, const LargeFile *sample) {
  struct rusage usage;
  int status = 0;
  pid_t child = fork ();
  if (child == 0) {
    g_autoptr (GPtrArray) argv = g_ptr_array_new ();
    g_ptr_array_add (argv, (gpointer) program);
    for (const char *const *word = words; *word != NULL; word++)
      g_ptr_array_add (argv, (gpointer) *word);
    g_ptr_array_add (argv, NULL);
    if (chdir (sample->root) != 0 || freopen ("/dev/null", "w", stdout) == NULL)
      _exit (127);
    execv (program, (char **) argv->pdata);
    _exit (127);
  }
  if (wait4 (child, &status, 0, &usage) != child || !WIFEXITED (status) || WEXITSTATUS (status) != 0)
    g_error ("utsyn %s fails", words[0]);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

enum { CHECK, RANK, ONE_REPORT, ALL_REPORTS, N_KINDS };

static const char *const commands[N_KINDS][8] = {
  [CHECK] = { "check", "--quiet" },
  [RANK] = { "rank", "--quiet", "p0" },
  [ONE_REPORT] = { "report", "--quiet", "-o", "out", "reports/r0.yaml" },
  [ALL_REPORTS] = { "report", "--quiet", "-o", "out", "reports/r0.yaml", "reports/r1.yaml", "reports/r2.yaml" },
};

static void
bench (const char *program, const LargeFile *sample) {
  double seconds[N_KINDS][SLOW];
  for (guint round = 0; round < SLOW; round++)
    for (guint kind = 0; kind < N_KINDS; kind++)
      seconds[kind][round] = run (program, commands[kind], sample);
  printf ("%.2f million rows, seconds of CPU: check %.2f, rank %.2f, one report %.2f, three reports %.2f\n",
          (double) sample->n_rows / 1e6, middle (seconds[CHECK], SLOW), middle (seconds[RANK], SLOW),
          middle (seconds[ONE_REPORT], SLOW), middle (seconds[ALL_REPORTS], SLOW));
  say_goal ("rank of one indicator against check", middle_ratio (seconds[RANK], seconds[CHECK], SLOW), GOAL);
  say_goal ("three small reports against one", middle_ratio (seconds[ALL_REPORTS], seconds[ONE_REPORT], SLOW), GOAL);
}

int
main (int argc, char **argv) {
  g_autoptr (GError) error = NULL;
  g_autofree char *places = g_build_filename (g_getenv ("UTSYN_SOURCE_ROOT"), "datasets", "inndeling", NULL);
  g_autofree char *folder = g_path_get_dirname (argv[0]);
  g_autofree char *relative = g_build_filename (folder, "..", "..", "src", "cli", "utsyn", NULL);
  g_autofree char *program = g_canonicalize_filename (relative, NULL);
  g_autoptr (UtRegions) regions = ut_regions_load (places, &error);
  if (regions == NULL)
    g_error ("%s", error->message);
  LargeFile sample = make_project (regions, places, argc > 1 ? (gsize) g_ascii_strtoull (argv[1], NULL, 10) : 10000000);
  bench (program, &sample);
  remove_project (&sample);
  return 0;
}
