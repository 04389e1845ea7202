/* How long it takes to suppress the small numbers of families of indicators: all, girls and boys in every municipality,
 * county and the country, ten years, with published totals everywhere, so that every suppressed cell must be protected
 * in a sum over places and one over sexes. The goal is of CPU time, which threads do not make less.
 *
 *   suppression [FAMILIES]     100 when nothing is said
 */
#include <glib/gstdio.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <utsyn/assess.h>

#include "measure.h"
#include "sizes.h"

#define N_YEARS    10
#define FIRST_YEAR 2014
#define GOAL       0.05 /* seconds of CPU a family */
enum { GIRLS, BOYS, N_SEXES };

/* Standard deviation of the log odds between municipalities, as in Ungdata. */
#define SIGMA 0.2255

/* Events and persons. */
typedef struct {
  double events, persons;
} Counts;

typedef struct {
  const Sizes *sizes;
  UtCatalogue *catalogue;
  UtTableBuilder *builder;
  gsl_rng *random;
} Making;

/* From one in two hundred, where most municipalities have small numbers, to one in seven, where few have. */
static double
level_of (guint family) {
  static const double levels[] = { 0.005, 0.01, 0.02, 0.04, 0.08, 0.15 };
  return levels[family % G_N_ELEMENTS (levels)];
}

static UtCatalogue *
make_catalogue (guint n_families) {
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) yaml = g_string_new ("theme: bench\nname: Bench\norder: 1\nindicators:\n");
  static const char common[] = "definition: d, measure: proportion, unit: percent, polarity: low, "
                               "suppress: {count: 3}, source: s";
  for (guint i = 0; i < n_families; i++) {
    g_string_append_printf (
        yaml,
        "  - {id: all-%03u, name: All %u, %s, groups: {sex: {girls: girls-%03u, boys: boys-%03u}, exhaustive: true}}\n",
        i, i, common, i, i);
    g_string_append_printf (yaml, "  - {id: girls-%03u, name: Girls %u, %s}\n", i, i, common);
    g_string_append_printf (yaml, "  - {id: boys-%03u, name: Boys %u, %s}\n", i, i, common);
  }
  g_autofree char *folder = g_dir_make_tmp ("utsyn-bench-XXXXXX", &error);
  g_autofree char *path = error == NULL ? g_build_filename (folder, "bench.yaml", NULL) : NULL;
  UtCatalogue *catalogue = NULL;
  if (path != NULL && g_file_set_contents (path, yaml->str, (gssize) yaml->len, &error))
    catalogue = ut_catalogue_load (folder, &error);
  if (catalogue == NULL)
    g_error ("%s", error->message);
  g_unlink (path);
  g_rmdir (folder);
  return catalogue;
}

static void
add_row (const Making *making, const char *kind, guint family, guint region, guint16 year, Counts counts) {
  g_autofree char *key = g_strdup_printf ("%s-%03u", kind, family);
  const UtRow row = { .indicator = ut_catalogue_find (making->catalogue, key)->id,
                      .region = (UtRegionId) region,
                      .period = { .kind = UT_PERIOD_YEAR, .first_year = year, .last_year = year },
                      .value = counts.events / counts.persons * 100,
                      .numerator = counts.events,
                      .denominator = counts.persons,
                      .margin = NAN,
                      .status = UT_STATUS_OK,
                      .file = UT_FILE_NONE };
  ut_table_builder_add (making->builder, &row);
}

/* Counts of every region, [regions][sexes]. */
static void
draw_year (const Making *making, guint family, Counts (*counts)[N_SEXES]) {
  const Sizes *sizes = making->sizes;
  double level = level_of (family), odds = level / (1 - level);
  for (guint p = 0; p < sizes->places->len; p++) {
    UtRegionId place = g_array_index (sizes->places, UtRegionId, p);
    double own = odds * exp (gsl_ran_gaussian_ziggurat (making->random, SIGMA));
    double half = ceil (sizes->persons[p][AGE_0_17] / N_SEXES);
    UtRegionId holds[] = { place, ut_regions_get (sizes->regions, place)->county, ut_regions_country (sizes->regions) };
    for (guint sex = 0; sex < N_SEXES; sex++) {
      double events = gsl_ran_binomial (making->random, own / (1 + own), (guint) half);
      for (guint i = 0; i < G_N_ELEMENTS (holds); i++) {
        counts[holds[i]][sex].events += events;
        counts[holds[i]][sex].persons += half;
      }
    }
  }
}

static void
add_year (const Making *making, guint family, guint16 year) {
  guint n_regions = ut_regions_count (making->sizes->regions);
  g_autofree Counts (*counts)[N_SEXES] = g_malloc0_n (n_regions, sizeof *counts);
  draw_year (making, family, counts);
  for (guint r = 0; r < n_regions; r++) {
    const Counts *one = counts[r];
    if (one[GIRLS].persons <= 0)
      continue;
    Counts both = { one[GIRLS].events + one[BOYS].events, one[GIRLS].persons + one[BOYS].persons };
    add_row (making, "all", family, r, year, both);
    add_row (making, "girls", family, r, year, one[GIRLS]);
    add_row (making, "boys", family, r, year, one[BOYS]);
  }
}

static UtTable *
make_table (const Sizes *sizes, UtCatalogue *catalogue, guint n_families) {
  g_autoptr (UtTableBuilder) builder = ut_table_builder_new ();
  Making making = { sizes, catalogue, builder, gsl_rng_alloc (gsl_rng_mt19937) };
  for (guint i = 0; i < n_families; i++)
    for (guint year = 0; year < N_YEARS; year++)
      add_year (&making, i, (guint16) (FIRST_YEAR + year));
  gsl_rng_free (making.random);
  return ut_table_builder_finish (builder);
}

static gsize
n_suppressed (const UtTable *table) {
  gsize n = 0;
  for (gsize i = 0; i < table->n_rows; i++)
    n += table->status[i] == UT_STATUS_SUPPRESSED;
  return n;
}

int
main (int argc, char **argv) {
  guint n_families = argc > 1 ? MAX ((guint) g_ascii_strtoull (argv[1], NULL, 10), 1) : 100;
  g_autoptr (Sizes) sizes = sizes_load (g_getenv ("UTSYN_SOURCE_ROOT"));
  g_autoptr (UtCatalogue) catalogue = make_catalogue (n_families);
  g_autoptr (UtTable) table = make_table (sizes, catalogue, n_families);
  gint64 start = g_get_monotonic_time ();
  clock_t cpu = clock ();
  g_autoptr (UtTable) prepared = ut_assess_prepare (table, catalogue, sizes->regions, NULL, NULL, NULL);
  double cpu_seconds = (double) (clock () - cpu) / CLOCKS_PER_SEC;
  double seconds = (double) (g_get_monotonic_time () - start) / 1e6;
  printf ("%u families × 3 indicators × %u municipalities × %d years: %zu figures, %zu hidden\n", n_families,
          sizes->places->len, N_YEARS, prepared->n_rows, n_suppressed (prepared));
  printf ("  hiding: %.2f s of CPU, %.2f s by the clock\n", cpu_seconds, seconds);
  say_goal ("seconds of CPU a family", cpu_seconds / n_families, GOAL);
  return 0;
}
