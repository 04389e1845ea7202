/* Worlds with a known truth: forty indicators of every municipality, its county and the country. Each profile draws its
 * own county and country, so that profiles are independent of each other. */
#ifndef BENCH_WORLD_H
#define BENCH_WORLD_H

#include "calibration.h"

#include <utsyn/table.h>

enum { N_MEASURES = 40 };

typedef enum { NO_DIFFERENCE, SOME_DIFFERENCES, SMALL_VARIANCE } WorldKind;

/* An indicator: how common it is, and among whom. */
typedef struct {
  UtIndicator indicator;
  double level; /* share, or rate a person */
  Base base;
} Measure;

typedef struct {
  WorldKind kind;
  const Sizes *sizes;
  Measure measures[N_MEASURES];
} World;

/* Of one indicator in one profile: persons, and their true share or rate. */
typedef struct {
  double own, county, others; /* the place, the rest of its county, everybody else */
} Parts;

typedef struct {
  Parts persons, level;
  double effect; /* log of the odds or rate ratio the place was given */
} Truth;

World world_new (WorldKind kind, const Sizes *sizes);
gboolean measure_is_share (const Measure *measure);
/* The figures of one profile, and the truth behind each [N_MEASURES]. */
UtTable *world_draw (const World *world, guint place, gsl_rng *random, Truth *truths);

#endif
