#include "world.h"

#include <gsl/gsl_randist.h>
#include <math.h>

#define N_SHARES    32
#define N_DIFFERENT 10
/* Standard deviation of the log odds between municipalities: a median odds ratio of 1.24 is exp (√2·0.6745·σ). */
#define SIGMA (log (1.24) / (M_SQRT2 * 0.6744897501960817))
/* Odds or rate ratios of true differences. */
#define LEAST_RATIO 1.2
#define MOST_RATIO  3.0

World
world_new (WorldKind kind, const Sizes *sizes) {
  static const double shares[] = { 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5 };
  static const Base bases[] = { ONE_GRADE, THREE_GRADES, AGE_16_19, AGE_0_17 };
  static const struct {
    double level;
    Base base;
  } rates[] = { { 0.005, AGE_0_17 },  { 0.02, AGE_0_17 },  { 0.05, AGE_0_17 }, { 0.1, AGE_0_17 },
                { 0.0005, EVERYONE }, { 0.002, EVERYONE }, { 0.01, EVERYONE }, { 0.15, EVERYONE } };
  World world = { .kind = kind, .sizes = sizes };
  for (guint i = 0; i < N_MEASURES; i++) {
    gboolean share = i < N_SHARES;
    Measure *measure = &world.measures[i];
    measure->level = share ? shares[i % G_N_ELEMENTS (shares)] : rates[i - N_SHARES].level;
    measure->base = share ? bases[i / G_N_ELEMENTS (shares)] : rates[i - N_SHARES].base;
    measure->indicator = (UtIndicator){ .id = (UtIndicatorId) i,
                                        .measure = share ? UT_MEASURE_PROPORTION : UT_MEASURE_RATE,
                                        .unit = share ? UT_UNIT_PERCENT : UT_UNIT_PER_1000,
                                        .polarity = UT_POLARITY_NEUTRAL,
                                        .test = share ? UT_TEST_BINOMIAL : UT_TEST_POISSON,
                                        .relevant_ratio = 1,
                                        .design_effect = 1,
                                        .suppress = { -1, -1, -1 } };
  }
  return world;
}

gboolean
measure_is_share (const Measure *measure) {
  return measure->indicator.test == UT_TEST_BINOMIAL;
}

/* The measure's level, moved on the log odds (shares) or the log (rates). */
static double
move (const Measure *measure, double effect) {
  if (!measure_is_share (measure))
    return measure->level * exp (effect);
  double odds = measure->level / (1 - measure->level) * exp (effect);
  return odds / (1 + odds);
}

static UtRegionId
place_id (const Sizes *sizes, guint place) {
  return g_array_index (sizes->places, UtRegionId, place);
}

static UtRegionId
county_of (const Sizes *sizes, guint place) {
  return ut_regions_get (sizes->regions, place_id (sizes, place))->county;
}

/* The part of the country that a municipality is in, seen from the place. */
static double *
part_of (const Sizes *sizes, guint place, guint municipality, Parts *parts) {
  if (municipality == place)
    return &parts->own;
  return county_of (sizes, municipality) == county_of (sizes, place) ? &parts->county : &parts->others;
}

static Parts
count_persons (const Sizes *sizes, guint place, Base base) {
  Parts persons = { 0 };
  for (guint i = 0; i < sizes->places->len; i++)
    *part_of (sizes, place, i, &persons) += sizes->persons[i][base];
  return persons;
}

/* Every municipality has a level of its own; a part's level is the mean over its persons. */
static void
vary_everywhere (const Sizes *sizes, guint place, const Measure *measure, gsl_rng *random, Truth *truth) {
  for (guint i = 0; i < sizes->places->len; i++) {
    double effect = gsl_ran_gaussian_ziggurat (random, SIGMA);
    double all = *part_of (sizes, place, i, &truth->persons);
    *part_of (sizes, place, i, &truth->level) += move (measure, effect) * sizes->persons[i][measure->base] / all;
    if (i == place)
      truth->effect = effect;
  }
}

static Truth
draw_truth (const World *world, guint place, const Measure *measure, gboolean different, gsl_rng *random) {
  Truth truth = { .persons = count_persons (world->sizes, place, measure->base) };
  if (world->kind == SMALL_VARIANCE) {
    vary_everywhere (world->sizes, place, measure, random, &truth);
    return truth;
  }
  truth.level = (Parts){ measure->level, measure->level, measure->level };
  if (different) {
    double size = gsl_ran_flat (random, log (LEAST_RATIO), log (MOST_RATIO));
    truth.effect = gsl_rng_uniform (random) < 0.5 ? -size : size;
    truth.level.own = move (measure, truth.effect);
  }
  return truth;
}

static double
draw_events (const Measure *measure, double persons, double level, gsl_rng *random) {
  if (persons <= 0)
    return 0;
  return measure_is_share (measure) ? gsl_ran_binomial (random, level, (guint) persons)
                                    : gsl_ran_poisson (random, persons * level);
}

static void
add_row (UtTableBuilder *builder, const Measure *measure, UtRegionId region, double events, double persons) {
  const UtRow row = { .indicator = measure->indicator.id,
                      .region = region,
                      .period = { .kind = UT_PERIOD_YEAR, .first_year = 2025, .last_year = 2025 },
                      .value = events / persons * ut_unit_factor (measure->indicator.unit),
                      .numerator = events,
                      .denominator = persons,
                      .margin = NAN,
                      .status = UT_STATUS_OK,
                      .file = UT_FILE_NONE };
  ut_table_builder_add (builder, &row);
}

static void
draw_figures (const World *world, guint place, const Measure *measure, const Truth *truth, gsl_rng *random,
              UtTableBuilder *builder) {
  const Sizes *sizes = world->sizes;
  double own = draw_events (measure, truth->persons.own, truth->level.own, random);
  double county = own + draw_events (measure, truth->persons.county, truth->level.county, random);
  double country = county + draw_events (measure, truth->persons.others, truth->level.others, random);
  double county_persons = truth->persons.own + truth->persons.county;
  add_row (builder, measure, place_id (sizes, place), own, truth->persons.own);
  add_row (builder, measure, county_of (sizes, place), county, county_persons);
  add_row (builder, measure, ut_regions_country (sizes->regions), country, county_persons + truth->persons.others);
}

UtTable *
world_draw (const World *world, guint place, gsl_rng *random, Truth *truths) {
  g_autoptr (UtTableBuilder) builder = ut_table_builder_new ();
  guint order[N_MEASURES];
  for (guint i = 0; i < N_MEASURES; i++)
    order[i] = i;
  gsl_ran_shuffle (random, order, N_MEASURES, sizeof *order);
  for (guint k = 0; k < N_MEASURES; k++) {
    const Measure *measure = &world->measures[order[k]];
    gboolean different = world->kind == SOME_DIFFERENCES && k < N_DIFFERENT;
    truths[order[k]] = draw_truth (world, place, measure, different, random);
    draw_figures (world, place, measure, &truths[order[k]], random, builder);
  }
  return ut_table_builder_finish (builder);
}
