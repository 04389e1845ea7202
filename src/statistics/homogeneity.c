#include <utsyn/homogeneity.h>

#include "statistics/distribution.h"
#include "statistics/numeric.h"

#include <math.h>

/* Beyond these the logarithms of factorials no longer tell two tables apart. */
#define MOST_PERSONS 1e7
/* Tables that are looked at before the exact p is given up. */
#define MOST_TABLES 1000000
/* Tables as likely as the observed have the same probability but for rounding. */
#define SAME 1e-7

/* All ways to divide the events among the groups. */
typedef struct {
  const double *x, *size;
  gsize k;
  gboolean share;  /* a group has no more events than persons */
  double observed; /* log weight of the table as it is */
  double sum, sum_unlikely;
  guint n_tables;
} Tables;

/* Logarithm of what `events` in group `i` contribute to a table's weight. */
static double
log_weight (const Tables *tables, gsize i, double events) {
  int sign;
  double size = tables->size[i];
  if (!tables->share)
    return events * log (size) - lgamma_r (events + 1, &sign);
  size = round (size);
  return lgamma_r (size + 1, &sign) - lgamma_r (events + 1, &sign) - lgamma_r (size - events + 1, &sign);
}

static void
count_table (Tables *tables, double weight) {
  double relative = exp (weight - tables->observed);
  tables->n_tables++;
  tables->sum += relative;
  if (relative <= 1 + SAME)
    tables->sum_unlikely += relative;
}

/* Divides `left` events among group `i` and those after it, which have room for `room`. */
static void
divide (Tables *tables, gsize i, double left, double room, double weight) {
  double most = tables->share ? fmin (left, round (tables->size[i])) : left;
  double after = tables->share ? room - round (tables->size[i]) : INFINITY;
  if (i + 1 == tables->k) {
    count_table (tables, weight + log_weight (tables, i, left));
    return;
  }
  for (double events = fmax (0, left - after); events <= most && tables->n_tables <= MOST_TABLES; events++)
    divide (tables, i + 1, left - events, after, weight + log_weight (tables, i, events));
}

static double
exact_p (const double *x, const double *size, gsize k, gboolean share) {
  Tables tables = { .x = x, .size = size, .k = k, .share = share };
  double events = 0, room = 0;
  for (gsize i = 0; i < k; i++) {
    tables.observed += log_weight (&tables, i, round (x[i]));
    events += round (x[i]);
    room += round (size[i]);
  }
  if (events > MOST_PERSONS || (share && room > MOST_PERSONS))
    return NAN;
  divide (&tables, 0, events, room, 0);
  return tables.n_tables > MOST_TABLES ? NAN : fmin (1, tables.sum_unlikely / tables.sum);
}

static UtOutcome
check (const double *x, const double *size, gsize k, gboolean share) {
  double events = 0, all = 0;
  if (k < 2)
    return UT_OUTCOME_TOO_FEW_POINTS;
  for (gsize i = 0; i < k; i++) {
    if (!ut_numeric_denominator (size[i]) || (share && round (size[i]) == 0))
      return UT_OUTCOME_NO_DENOMINATOR;
    if (!(x[i] >= 0) || !ut_numeric_usable (x[i]) || (share && x[i] > size[i]))
      return UT_OUTCOME_BAD_INPUT;
    events += x[i];
    all += size[i];
  }
  return events == 0 || (share && events == all) ? UT_OUTCOME_NO_EVENTS : UT_OUTCOME_OK;
}

static UtOutcome
homogeneity (const double *x, const double *size, gsize k, gboolean share, UtHomogeneity *result) {
  UtOutcome outcome = check (x, size, k, share);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double events = 0, all = 0, chi_square = 0, least = INFINITY;
  for (gsize i = 0; i < k; i++) {
    events += x[i];
    all += size[i];
  }
  double level = events / all, spread = share ? 1 - level : 1;
  for (gsize i = 0; i < k; i++) {
    double expected = size[i] * level, away = x[i] - expected;
    chi_square += away * away / (expected * spread);
    least = fmin (least, share ? fmin (expected, size[i] - expected) : expected);
  }
  *result = (UtHomogeneity){
    .chi_square = chi_square,
    .p = ut_chi_square_p (chi_square, (double) k - 1),
    .least_expected = least,
    .p_exact = exact_p (x, size, k, share),
  };
  return UT_OUTCOME_OK;
}

UtOutcome
ut_homogeneity_proportions (const double *x, const double *n, gsize k, UtHomogeneity *result) {
  return homogeneity (x, n, k, TRUE, result);
}

UtOutcome
ut_homogeneity_rates (const double *x, const double *t, gsize k, UtHomogeneity *result) {
  return homogeneity (x, t, k, FALSE, result);
}
