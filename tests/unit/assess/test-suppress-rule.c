/*
 * Suppressed numbers against a reader who knows the rule (Kerckhoffs): one who has the program, and tries on it which
 * suppressed numbers would have led to exactly these suppressed cells. Many lines of a county with one small cell each;
 * of the small cell every number that is suppressed for its own sake, 0 to the limit, must stay possible.
 */
#include "../places.h"
#include "sample.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

enum { N_INDICATORS = 160, LIMIT = 3, N_VALUES = LIMIT + 1, MOST_MEMBERS = 64, MOST_TRIES = 12, SEED = 20261201 };

/* Of the lines with a lone small cell. */
enum { LEAST_LINES = 250 };
#define KEEP_ALL 0.99

/* Half of the indicators are shares of known numbers of persons, half are bare counts beside a known population. */
typedef enum { SHARES, COUNTS } Kind;

typedef struct {
  UtRegions *regions;
  UtCatalogue *catalogue;
  Kind kind;
  guint n_regions;
  double *persons;               /* [regions] municipalities */
  double *counts[N_INDICATORS];  /* [regions] */
  gboolean wanted[N_INDICATORS]; /* in the table */
  GArray *lines;                 /* Line */
} World;

/* What one county shows of one indicator. */
typedef struct {
  guint indicator;
  UtRegionId county;
  guint small; /* the member that is suppressed for its own sake */
  guint n_suppressed;
  guint hidden[MOST_MEMBERS];
  guint64 pattern; /* which members are suppressed, and the total */
  gboolean possible[N_VALUES];
} Line;

static UtCatalogue *
make_catalogue (Kind kind) {
  GError *error = NULL;
  g_autoptr (GString) yaml = g_string_new ("theme: prove\nname: P\norder: 1\nindicators:\n"
                                           "  - {id: people, name: P, definition: d, measure: count, unit: persons, "
                                           "polarity: neutral, suppress: none, source: s}\n");
  for (guint i = 0; i < N_INDICATORS; i++)
    g_string_append_printf (
        yaml,
        "  - {id: i%02u, name: I%u, definition: d, %s, polarity: low, suppress: {count: %d}, "
        "source: s}\n",
        i, i, kind == SHARES ? "measure: proportion, unit: percent" : "measure: count, unit: persons", LIMIT);
  g_autofree char *dir = g_dir_make_tmp ("utsyn-rule-XXXXXX", &error);
  g_assert_no_error (error);
  g_autofree char *path = g_build_filename (dir, "prove.yaml", NULL);
  g_file_set_contents (path, yaml->str, -1, &error);
  g_assert_no_error (error);
  UtCatalogue *catalogue = ut_catalogue_load (dir, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (dir);
  return catalogue;
}

static guint
draw_poisson (GRand *chance, double mean) {
  double left = g_rand_double (chance), p = exp (-mean);
  guint n = 0;
  for (; left > p && n < 10000; n++) {
    left -= p;
    p *= mean / (n + 1);
  }
  return n;
}

static double
draw_normal (GRand *chance) {
  return sqrt (-2 * log (1 - g_rand_double (chance))) * cos (2 * G_PI * g_rand_double (chance));
}

static const GArray *
members_of (const World *world, UtRegionId region) {
  return ut_regions_get (world->regions, region)->members;
}

static UtRegionId
member (const World *world, UtRegionId county, guint i) {
  return g_array_index (members_of (world, county), UtRegionId, i);
}

static gboolean
is_county (const World *world, guint id) {
  const UtRegion *region = ut_regions_get (world->regions, (UtRegionId) id);
  return region->kind == UT_REGION_COUNTY && region->valid_to == G_MAXINT && region->members->len > 1;
}

/* Municipalities of all sizes, a few hundred persons in the smallest; one in two hundred to one in twelve has it. */
static void
draw (World *world, GRand *chance) {
  const GArray *all = members_of (world, ut_regions_country (world->regions));
  world->persons = g_new0 (double, world->n_regions);
  for (guint i = 0; i < all->len; i++)
    world->persons[g_array_index (all, UtRegionId, i)] = round (fmin (60 + 600 * exp (draw_normal (chance)), 6000));
  for (guint k = 0; k < N_INDICATORS; k++) {
    double rate = 0.005 * exp (log (16.0) * k / (N_INDICATORS - 1));
    world->counts[k] = g_new0 (double, world->n_regions);
    for (guint i = 0; i < all->len; i++) {
      UtRegionId id = g_array_index (all, UtRegionId, i);
      double own = rate * exp (0.25 * draw_normal (chance));
      world->counts[k][id] = fmin (draw_poisson (chance, world->persons[id] * own), world->persons[id]);
    }
  }
}

static void
add_row (const World *world, UtTableBuilder *builder, const char *key, UtRegionId region, double count,
         double persons) {
  UtRow row = { .indicator = ut_catalogue_find (world->catalogue, key)->id,
                .region = region,
                .value = count,
                .numerator = NAN,
                .denominator = NAN,
                .margin = NAN,
                .status = UT_STATUS_OK,
                .file = UT_FILE_NONE };
  g_assert_true (ut_period_parse ("2023", &row.period));
  if (!isnan (persons)) {
    row.value = 100 * count / persons;
    row.numerator = count;
    row.denominator = persons;
  }
  ut_table_builder_add (builder, &row);
}

static void
add_indicator (const World *world, UtTableBuilder *builder, guint k, const double *counts) {
  g_autofree char *key = g_strdup_printf ("i%02u", k);
  double sum[2] = { 0 };
  for (guint id = 0; id < world->n_regions; id++) {
    const GArray *members = is_county (world, id) ? members_of (world, (UtRegionId) id) : NULL;
    double total[2] = { 0 };
    for (guint i = 0; members != NULL && i < members->len; i++) {
      UtRegionId one = g_array_index (members, UtRegionId, i);
      total[0] += counts[one];
      total[1] += world->persons[one];
      add_row (world, builder, key, one, counts[one], world->kind == SHARES ? world->persons[one] : NAN);
    }
    if (members != NULL)
      add_row (world, builder, key, (UtRegionId) id, total[0], world->kind == SHARES ? total[1] : NAN);
    sum[0] += total[0];
    sum[1] += total[1];
  }
  add_row (world, builder, key, ut_regions_country (world->regions), sum[0], world->kind == SHARES ? sum[1] : NAN);
}

/* What the program shows of these counts. */
static UtTable *
show (const World *world, double *const counts[N_INDICATORS]) {
  g_autoptr (UtTableBuilder) builder = ut_table_builder_new ();
  const GArray *all = members_of (world, ut_regions_country (world->regions));
  for (guint i = 0; i < all->len; i++) {
    UtRegionId id = g_array_index (all, UtRegionId, i);
    add_row (world, builder, "people", id, 8 * world->persons[id], NAN);
  }
  for (guint k = 0; k < N_INDICATORS; k++)
    if (world->wanted[k])
      add_indicator (world, builder, k, counts[k]);
  g_autoptr (UtTable) table = ut_table_builder_finish (builder);
  return ut_assess_prepare (table, world->catalogue, world->regions, NULL, NULL, NULL);
}

static gboolean
is_suppressed (const World *world, const UtTable *table, guint k, UtRegionId region) {
  g_autofree char *key = g_strdup_printf ("i%02u", k);
  UtSeries series = ut_table_series (table, ut_catalogue_find (world->catalogue, key)->id, region);
  g_assert_cmpuint (series.n, ==, 1);
  return table->status[series.first] == UT_STATUS_SUPPRESSED;
}

static guint64
pattern_of (const World *world, const UtTable *table, guint k, UtRegionId county) {
  const GArray *members = members_of (world, county);
  guint64 pattern = is_suppressed (world, table, k, county);
  for (guint i = 0; i < members->len; i++)
    pattern |= (guint64) is_suppressed (world, table, k, g_array_index (members, UtRegionId, i)) << (i + 1);
  return pattern;
}

static void
find_lone (World *world, const UtTable *table) {
  for (guint k = 0; k < N_INDICATORS; k++)
    for (guint county = 0; county < world->n_regions; county++) {
      if (!is_county (world, county) || members_of (world, (UtRegionId) county)->len >= MOST_MEMBERS)
        continue;
      Line line = { .indicator = k, .county = (UtRegionId) county };
      guint n_small = 0;
      line.pattern = pattern_of (world, table, k, line.county);
      for (guint i = 0; i < members_of (world, line.county)->len; i++) {
        double count = world->counts[k][member (world, line.county, i)];
        if (count <= LIMIT) {
          n_small++;
          line.small = i;
          line.possible[(guint) count] = TRUE;
        }
        if ((line.pattern >> (i + 1) & 1) != 0)
          line.hidden[line.n_suppressed++] = i;
      }
      if (n_small == 1)
        g_array_append_val (world->lines, line);
    }
}

/* Another set of suppressed numbers with the same sum: the small cell takes `value`, and the difference goes to one of
 * its company, or is shared among two of them. FALSE when there is no such attempt. */
static gboolean
attempt (const World *world, const Line *line, guint value, guint number, double *counts) {
  guint company[MOST_MEMBERS], n = 0;
  for (guint i = 0; i < line->n_suppressed; i++)
    if (line->hidden[i] != line->small)
      company[n++] = line->hidden[i];
  UtRegionId small = member (world, line->county, line->small);
  double difference = counts[small] - value;
  if (n == 0 || number >= n * n)
    return FALSE;
  UtRegionId first = member (world, line->county, company[number % n]);
  UtRegionId second = member (world, line->county, company[(number + number / n) % n]);
  double half = number < n ? 0 : trunc (difference / 2);
  counts[small] = value;
  counts[first] += difference - half;
  counts[second] += half;
  return counts[first] >= 0 && counts[second] >= 0 && counts[first] <= world->persons[first]
         && counts[second] <= world->persons[second];
}

/* Tries one more set of numbers in every line that has not been found possible with its small cell `away` from what it
 * is. */
static void
try_all (World *world, guint away, guint number) {
  double *counts[N_INDICATORS];
  g_autofree gboolean *tried = g_new0 (gboolean, world->lines->len + 1);
  gboolean any = FALSE;
  for (guint k = 0; k < N_INDICATORS; k++) {
    counts[k] = g_memdup2 (world->counts[k], sizeof (double) * world->n_regions);
    world->wanted[k] = FALSE;
  }
  for (guint i = 0; i < world->lines->len; i++) {
    const Line *line = &g_array_index (world->lines, Line, i);
    double *row = counts[line->indicator];
    UtRegionId small = member (world, line->county, line->small);
    guint value = ((guint) row[small] + away) % N_VALUES;
    g_autofree double *kept = g_memdup2 (row, sizeof (double) * world->n_regions);
    tried[i] = !line->possible[value] && attempt (world, line, value, number, row);
    if (!tried[i])
      memcpy (row, kept, sizeof (double) * world->n_regions);
    world->wanted[line->indicator] = world->wanted[line->indicator] || tried[i];
    any = any || tried[i];
  }
  g_autoptr (UtTable) table = any ? show (world, counts) : NULL;
  for (guint i = 0; i < world->lines->len; i++) {
    Line *line = &g_array_index (world->lines, Line, i);
    UtRegionId small = member (world, line->county, line->small);
    if (tried[i] && pattern_of (world, table, line->indicator, line->county) == line->pattern)
      line->possible[(guint) counts[line->indicator][small]] = TRUE;
  }
  for (guint k = 0; k < N_INDICATORS; k++)
    g_free (counts[k]);
}

static void
check_lines (const World *world) {
  guint n_left[N_VALUES + 1] = { 0 };
  for (guint i = 0; i < world->lines->len; i++) {
    const Line *line = &g_array_index (world->lines, Line, i);
    guint n = 0;
    for (guint value = 0; value < N_VALUES; value++)
      n += line->possible[value];
    n_left[n]++;
  }
  g_test_message ("%u lone small cells; 1, 2, 3, 4 numbers are possible for %u, %u, %u, %u of them", world->lines->len,
                  n_left[1], n_left[2], n_left[3], n_left[4]);
  g_assert_cmpuint (world->lines->len, >=, LEAST_LINES);
  g_assert_cmpuint (n_left[1], ==, 0);
  g_assert_cmpfloat (n_left[N_VALUES], >=, KEEP_ALL * world->lines->len);
}

static void
test_rule_is_known (gconstpointer data) {
  g_autoptr (GRand) chance = g_rand_new_with_seed (SEED);
  World world = { .kind = (Kind) GPOINTER_TO_INT (data), .lines = g_array_new (FALSE, FALSE, sizeof (Line)) };
  world.regions = places_load ();
  world.n_regions = ut_regions_count (world.regions);
  world.catalogue = make_catalogue (world.kind);
  draw (&world, chance);
  for (guint k = 0; k < N_INDICATORS; k++)
    world.wanted[k] = TRUE;
  UtTable *table = show (&world, world.counts);
  find_lone (&world, table);
  ut_table_free (table);
  for (guint away = 1; away < N_VALUES; away++)
    for (guint number = 0; number < MOST_TRIES; number++)
      try_all (&world, away, number);
  check_lines (&world);
  for (guint k = 0; k < N_INDICATORS; k++)
    g_free (world.counts[k]);
  g_free (world.persons);
  g_array_unref (world.lines);
  ut_catalogue_free (world.catalogue);
  ut_regions_free (world.regions);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/assess/suppress-rule/shares", GINT_TO_POINTER (SHARES), test_rule_is_known);
  g_test_add_data_func ("/assess/suppress-rule/counts", GINT_TO_POINTER (COUNTS), test_rule_is_known);
  return g_test_run ();
}
