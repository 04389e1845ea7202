/* How long a large SSB file takes, and how much memory, against a bare libcsv loop over the same bytes on the same
 * threads. Each measurement is a process of its own. Floor and import take turns, and a ratio is the middle one of the
 * rounds': a slow minute of the machine is in both of its sides. Memory is at hand before each of them.
 *
 *   import [ROWS]     the whole page (10 million rows when nothing is said)
 */
#include <csv.h>
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utsyn/import.h>

#include "base/column.h"
#include "base/pool.h"
#include "large_file.h"
#include "measure.h"

#define CHUNK (1024 * 1024)

/* More than an import of 10 million rows takes, those who hand it over included. */
#define FETCHED_BYTES ((gsize) 1024 * 1024 * 1024)
#define SMALL_PAGE    4096

typedef struct {
  double seconds, seconds_before; /* before: to have memory at hand */
  double megabytes;
  gsize n; /* rows, or observations */
} Measure;

/* The floor: libcsv, a part of the file a thread, cut at line ends; it counts fields and keeps nothing. */

typedef struct {
  const char *path;
  goffset from, to;
  gsize n_rows, n_fields;
  char apart[64];
} Part;

static void
on_field (void *text, size_t length, void *user) {
  (void) text;
  ((Part *) user)->n_fields += length > 0;
}

static void
on_row (int end, void *user) {
  (void) end;
  ((Part *) user)->n_rows++;
}

static void
parse_part (gpointer user, guint task, guint worker) {
  Part *part = &((Part *) user)[task];
  struct csv_parser parser;
  g_autofree char *buffer = g_malloc (CHUNK);
  (void) worker;
  int file = g_open (part->path, O_RDONLY);
  csv_init (&parser, 0);
  csv_set_delim (&parser, ';');
  for (goffset at = part->from; at < part->to;) {
    gssize n = pread (file, buffer, (gsize) MIN (part->to - at, CHUNK), at);
    if (n <= 0)
      g_error ("%s: %s", part->path, g_strerror (errno));
    csv_parse (&parser, buffer, (gsize) n, on_field, on_row, part);
    at += n;
  }
  csv_fini (&parser, on_field, on_row, part);
  csv_free (&parser);
  close (file);
}

/* The first line that begins at or after an offset. */
static goffset
find_line (const char *path, goffset at) {
  char bytes[4096];
  int file = g_open (path, O_RDONLY);
  gssize n = pread (file, bytes, sizeof bytes, at);
  close (file);
  const char *end = n > 0 ? memchr (bytes, '\n', (gsize) n) : NULL;
  return end != NULL ? at + (end - bytes) + 1 : at;
}

static gsize
run_floor (const LargeFile *sample, guint n_threads) {
  GStatBuf info;
  g_stat (sample->csv, &info);
  g_autofree Part *parts = g_new0 (Part, n_threads);
  gsize n_rows = 0;
  for (guint i = 0; i < n_threads; i++) {
    parts[i].path = sample->csv;
    parts[i].from = i == 0 ? 0 : parts[i - 1].to;
    parts[i].to = i + 1 == n_threads ? info.st_size : find_line (sample->csv, info.st_size / n_threads * (i + 1));
  }
  ut_pool_run (n_threads, n_threads, parse_part, parts);
  for (guint i = 0; i < n_threads; i++)
    n_rows += parts[i].n_rows;
  return n_rows;
}

/* Measuring */

typedef struct {
  const LargeFile *sample;
  const UtRegions *regions;
  UtCatalogue *catalogue;
  GPtrArray *datasets;
  guint n_threads;
  gboolean floor;
} Run;

static gsize
run_import (const Run *run) {
  g_autoptr (GError) error = NULL;
  g_autoptr (UtFindings) findings = ut_findings_new ();
  g_autoptr (UtTable) table
      = ut_import_datasets (run->sample->root, run->datasets, run->catalogue, run->regions, findings, NULL, &error);
  if (table == NULL)
    g_error ("%s", error->message);
  return table->n_rows;
}

static double
anonymous_megabytes (void) {
  g_autofree char *status = NULL;
  double kilobytes = 0;
  if (g_file_get_contents ("/proc/self/status", &status, NULL, NULL)) {
    const char *line = strstr (status, "RssAnon:");
    kilobytes = line != NULL ? g_ascii_strtod (line + strlen ("RssAnon:"), NULL) : 0;
  }
  return kilobytes / 1024;
}

/* On as many processors as threads. */
static void
pin (guint n_threads) {
  cpu_set_t set;
  CPU_ZERO (&set);
  for (guint i = 0; i < n_threads; i++)
    CPU_SET (i, &set);
  sched_setaffinity (0, sizeof set, &set);
}

/* A virtual machine may lack memory that it has to get from its host first, a few milliseconds or most of a second for
 * what an import takes: a process that comes and goes before each measurement has it at hand. The seconds it took. */
static double
fetch_memory (void) {
  gint64 start = g_get_monotonic_time ();
  pid_t child = fork ();
  if (child == 0) {
    volatile guint8 *memory = ut_column_alloc (FETCHED_BYTES, 1);
    for (gsize at = 0; at < FETCHED_BYTES; at += SMALL_PAGE)
      memory[at] = 1;
    _exit (0);
  }
  waitpid (child, NULL, 0);
  return (double) (g_get_monotonic_time () - start) / 1e6;
}

static Measure
measure_once (const Run *run) {
  int ends[2];
  Measure measure = { .seconds_before = fetch_memory () };
  if (pipe (ends) != 0)
    g_error ("%s", g_strerror (errno));
  pid_t child = fork ();
  if (child == 0) {
    struct rusage usage;
    pin (run->n_threads);
    double before = anonymous_megabytes ();
    gint64 start = g_get_monotonic_time ();
    measure.n = run->floor ? run_floor (run->sample, run->n_threads) : run_import (run);
    measure.seconds = (double) (g_get_monotonic_time () - start) / 1e6;
    getrusage (RUSAGE_SELF, &usage);
    measure.megabytes = (double) usage.ru_maxrss / 1024 - before;
    if (write (ends[1], &measure, sizeof measure) != sizeof measure)
      _exit (1);
    _exit (0);
  }
  close (ends[1]);
  if (read (ends[0], &measure, sizeof measure) != sizeof measure)
    g_error ("a measurement failed");
  close (ends[0]);
  waitpid (child, NULL, 0);
  return measure;
}

enum { FLOOR, TWO_THREADS, ONE_THREAD, FLOOR_ONE_THREAD, N_KINDS };

/* [N_KINDS][ROUNDS] seconds and the most memory, of the first `n` kinds. */
typedef struct {
  double seconds[N_KINDS][ROUNDS];
  double megabytes[N_KINDS];
  double longest_before;
  gsize n_observations;
} Rounds;

static void
measure (const Run *runs, Rounds *rounds, guint n) {
  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < n; i++) {
      Measure one = measure_once (&runs[i]);
      double most = rounds->megabytes[i];
      double longest = rounds->longest_before;
      rounds->seconds[i][round] = one.seconds;
      rounds->longest_before = MAX (longest, one.seconds_before);
      rounds->megabytes[i] = MAX (most, one.megabytes);
      if (i == TWO_THREADS)
        rounds->n_observations = one.n;
    }
}

static void
say_time (const char *what, const double *seconds, double millions, double megabytes) {
  printf ("  %-20s %6.3f s  %4.0f ns a row", what, middle (seconds, ROUNDS), 1e3 * middle (seconds, ROUNDS) / millions);
  if (megabytes > 0)
    printf ("  %5.0f MB", megabytes);
  printf ("\n");
}

static void
load (Run *run, const LargeFile *sample) {
  g_autoptr (GError) error = NULL;
  g_autofree char *indicators = g_build_filename (sample->root, "indicators", NULL);
  run->catalogue = ut_catalogue_load (indicators, &error);
  run->datasets = error == NULL ? ut_datasets_load (sample->root, &error) : NULL;
  if (error != NULL)
    g_error ("%s", error->message);
}

static double
bench (const UtRegions *regions, gsize n_rows, gboolean full) {
  LargeFile sample = large_file_make (regions, n_rows);
  GStatBuf info;
  g_stat (sample.csv, &info);
  Run two = { .sample = &sample, .regions = regions, .n_threads = 2 };
  load (&two, &sample);
  Run runs[N_KINDS] = { two, two, two, two };
  runs[FLOOR].floor = runs[FLOOR_ONE_THREAD].floor = TRUE;
  runs[ONE_THREAD].n_threads = runs[FLOOR_ONE_THREAD].n_threads = 1;
  Rounds rounds = { 0 };
  measure (runs, &rounds, full ? N_KINDS : ONE_THREAD);
  double millions = (double) sample.n_rows / 1e6;
  printf ("%.2f million rows, %.0f MB, %zu observations\n", millions, (double) info.st_size / 1e6,
          rounds.n_observations);
  say_time ("floor, two threads", rounds.seconds[FLOOR], millions, 0);
  say_time ("import, two threads", rounds.seconds[TWO_THREADS], millions, rounds.megabytes[TWO_THREADS]);
  if (full) {
    say_time ("import, one thread", rounds.seconds[ONE_THREAD], millions, rounds.megabytes[ONE_THREAD]);
    say_time ("floor, one thread", rounds.seconds[FLOOR_ONE_THREAD], millions, 0);
    printf ("  at most %.3f s to have 1 GB of memory at hand before a measurement, in none of them\n",
            rounds.longest_before);
    say_ratio ("the floor's two threads against one",
               middle_ratio (rounds.seconds[FLOOR], rounds.seconds[FLOOR_ONE_THREAD], ROUNDS));
    say_goal ("import against the floor, two threads",
              middle_ratio (rounds.seconds[TWO_THREADS], rounds.seconds[FLOOR], ROUNDS), 1.2);
    say_goal ("two threads against one", middle_ratio (rounds.seconds[TWO_THREADS], rounds.seconds[ONE_THREAD], ROUNDS),
              0.6);
    say_goal ("bytes an observation, beyond 64 MB",
              MAX (rounds.megabytes[TWO_THREADS] - 64, 0) * 1048576 / (double) rounds.n_observations, 48);
  }
  ut_catalogue_free (two.catalogue);
  g_ptr_array_unref (two.datasets);
  large_file_remove (&sample);
  return middle (rounds.seconds[TWO_THREADS], ROUNDS) / (double) rounds.n_observations;
}

int
main (int argc, char **argv) {
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (g_getenv ("UTSYN_SOURCE_ROOT"), "datasets", "inndeling", NULL);
  g_autoptr (UtRegions) regions = ut_regions_load (folder, &error);
  gsize n_rows = argc > 1 ? (gsize) g_ascii_strtoull (argv[1], NULL, 10) : 10 * 1000 * 1000;
  if (regions == NULL)
    g_error ("%s", error->message);
  double small = bench (regions, n_rows / 10, FALSE);
  double large = bench (regions, n_rows, TRUE);
  say_goal ("an observation of 10 million against one of 1", large / small, 1.25);
  return 0;
}
