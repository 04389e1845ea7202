#include <utsyn/possible.h>

#include "statistics/count.h"
#include "statistics/numeric.h"
#include "statistics/possible_pairs.h"

#include <math.h>

#define MID_P 0.5
/* Of the logarithm of a tail at its own limit. */
#define SETTLED 1e-10
/* How often a limit is looked for again, at the limit of a pair that lies farther out. */
#define MOST_ROUNDS 6
/* One pair */

typedef struct {
  UtOwnPairs own;
  UtPossibleRelation relation;
  UtCorners corners;
} Question;

typedef struct {
  UtCountFamily family;
  double null; /* θ of no difference */
  /* Nobody can have drawn it: more events than there are, or fewer others than there are; the statistic is at its end.
   */
  gboolean too_many, too_few;
} PairFamily;

static PairFamily
family_against_known (UtPossibleKind kind, double n, double value) {
  if (kind == UT_POSSIBLE_RATES)
    return (PairFamily){ ut_count_poisson (), log (n * value), FALSE, FALSE };
  return (PairFamily){ ut_count_binomial (n), log (value) - log1p (-value), FALSE, FALSE };
}

static PairFamily
family_of (const Question *question, const UtPossiblePair *pair) {
  double n = pair->persons, x = pair->events, all = pair->other_persons, events = pair->other_events;
  if (question->relation == UT_POSSIBLE_KNOWN)
    return family_against_known (question->own.kind, n, events);
  if (question->relation == UT_POSSIBLE_APART) {
    all += n;
    events += x;
  }
  PairFamily of = { .null = 0 };
  of.too_many = x > events;
  if (question->own.kind == UT_POSSIBLE_RATES) {
    of.family = ut_count_binomial (events);
    of.null = log (n / (all - n));
    return of;
  }
  of.too_few = n - x > all - events;
  of.family = ut_count_hypergeometric (n, all - n, events);
  return of;
}

/* The logarithms of the tails above and below the count where the odds or rate ratio is exp (`ratio`). */
static UtCountTails
log_tails (const Question *question, const UtPossiblePair *pair, double ratio) {
  PairFamily of = family_of (question, pair);
  if (of.too_many || of.too_few)
    return (UtCountTails){ .above = of.too_many ? -INFINITY : 0, .below = of.too_many ? 0 : -INFINITY };
  return ut_count_log_tails (&of.family, pair->events, of.null + ratio, MID_P);
}

static double
log_tail (const Question *question, const UtPossiblePair *pair, gboolean above, double ratio) {
  UtCountTails tails = log_tails (question, pair, ratio);
  return above ? tails.above : tails.below;
}

/* Counts that are known are one pair, which need be tested but once. */
static gboolean
is_same_pair (const UtPossiblePair *a, const UtPossiblePair *b) {
  return a->events == b->events && a->persons == b->persons && a->other_events == b->other_events
         && a->other_persons == b->other_persons;
}

/* Where the pairs that say most and least are looked for. U falls in x and rises in n, at any ratio: so of each x only
 * the greatest n allowed can give the greatest U, and the least n the least. Along the pairs of a constant share the
 * evidence grows with n, but each number of persons is rounded, so that the extreme may lie some way in: what is near
 * an end is estimated, and what may be extreme is tested. */

/* So many pairs are tested at most: those that come nearest by the estimate. */
#define MOST_TESTED 24
/* More counts than this are not even estimated one by one, but so many about either end. */
#define MOST_ESTIMATED 2000
#define MOST_REACH     200

/* Of a normal deviate, or of the logarithm of a ratio. */
typedef struct {
  double value;
  double doubt; /* how much it may err against that of another pair that lies near */
} Estimate;

typedef struct {
  const Question *question;
  gboolean above;
  gboolean of_limit; /* the limits that lie farthest out at `z`, not the tails at no difference */
  double z;
  Estimate best; /* value: the greater, the sooner the pair is the extreme one */
  guint n;
  UtPossiblePair pairs[MOST_TESTED]; /* the best one first */
  double keys[MOST_TESTED];          /* INFINITY where nothing can be estimated */
} Candidates;

static UtPossiblePair
pair_at (const Question *question, gboolean above, double x, const UtCorner *corner) {
  const UtOwnPairs *own = &question->own;
  double n = above ? ut_own_pairs_greatest_persons (own, x) : ut_own_pairs_least_persons (own, x);
  return (UtPossiblePair){ x, n, corner->events, corner->persons };
}

/* The normal deviate of the own count, with the skewness of its distribution taken out (Cornish & Fisher). What it
 * leaves out falls with the variance, and changes slowly from pair to pair. */
static Estimate
estimated_deviate (const Question *question, const UtPossiblePair *pair) {
  double x = pair->events, n = pair->persons, mean, variance, skew;
  double events = pair->other_events, persons = pair->other_persons;
  gboolean rates = question->own.kind == UT_POSSIBLE_RATES;
  if (question->relation == UT_POSSIBLE_APART) {
    events += x;
    persons += n;
  }
  if (question->relation == UT_POSSIBLE_KNOWN) {
    mean = n * events;
    variance = rates ? mean : mean * (1 - events);
    skew = rates ? 1 : 1 - 2 * events;
  } else {
    double part = n / persons, share = events / persons;
    mean = events * part;
    variance = rates ? mean * (1 - part) : n * share * (1 - share) * (persons - n) / (persons - 1);
    skew = (1 - 2 * part) * (rates ? 1 : 1 - 2 * share);
  }
  double sd = sqrt (variance), deviate = (x - mean) / sd, square = deviate * deviate;
  return (Estimate){ deviate - skew / sd * (fmin (square, 16) - 1) / 6, 4 * (1 + square) / (variance * variance) };
}

static Estimate estimated_limit (const Question *question, const UtPossiblePair *pair, double z, gboolean above);

/* The greater, the sooner the pair is the extreme one. */
static Estimate
key_of (const Candidates *candidates, const UtPossiblePair *pair) {
  Estimate key = candidates->of_limit ? estimated_limit (candidates->question, pair, candidates->z, candidates->above)
                                      : estimated_deviate (candidates->question, pair);
  key.value = candidates->above ? -key.value : key.value;
  return key;
}

/* Those that the best one leaves no chance. */
static void
drop_hopeless (Candidates *candidates) {
  guint n = 0;
  for (guint i = 0; i < candidates->n; i++) {
    if (candidates->keys[i] < candidates->best.value - candidates->best.doubt)
      continue;
    candidates->pairs[n] = candidates->pairs[i];
    candidates->keys[n++] = candidates->keys[i];
  }
  candidates->n = n;
}

static guint
least_likely (const Candidates *candidates) {
  guint least = 0;
  for (guint i = 1; i < candidates->n; i++)
    if (candidates->keys[i] < candidates->keys[least])
      least = i;
  return least;
}

static void
add_candidate (Candidates *candidates, double x, const UtCorner *corner) {
  if (!ut_own_pairs_has (&candidates->question->own, x))
    return;
  UtPossiblePair pair = pair_at (candidates->question, candidates->above, x, corner);
  Estimate key = key_of (candidates, &pair);
  gboolean is_best = key.value > candidates->best.value;
  if (key.value < candidates->best.value - candidates->best.doubt)
    return;
  if (is_best)
    candidates->best = key;
  drop_hopeless (candidates);
  guint at = candidates->n < MOST_TESTED ? candidates->n++ : least_likely (candidates);
  if (is_best) {
    candidates->pairs[at] = candidates->pairs[0];
    candidates->keys[at] = candidates->keys[0];
    at = 0;
  }
  candidates->pairs[at] = pair;
  candidates->keys[at] = isnan (key.value) ? INFINITY : key.value;
}

/* How many counts from an end the extreme may lie. One person more or less moves the deviate by share/sd; along the
 * frontier it moves by z/2x a count, for which no rounding makes up where that is longer than this. */
static double
reach_at (const Candidates *candidates, double x, const UtCorner *corner) {
  UtPossiblePair pair = pair_at (candidates->question, candidates->above, x, corner);
  double share = pair.events / pair.persons;
  double others = candidates->question->own.kind == UT_POSSIBLE_RATES ? 1 : 1 - share;
  double z = candidates->of_limit ? candidates->z : estimated_deviate (candidates->question, &pair).value;
  double reach = 8 + 4 * share * sqrt (x / others) / fabs (z);
  return isnan (reach) ? INFINITY : reach;
}

/* Beyond the counts that the fewest and the most persons have at the share of the frontier, the number of persons stays
 * and more or fewer counts only lead away. */
static void
add_frontier (Candidates *candidates, const UtCorner *corner) {
  const UtOwnPairs *own = &candidates->question->own;
  double share = candidates->above ? own->lower : own->upper;
  double first = CLAMP (floor (own->own->persons_lowest * share) - 1, own->first, own->last);
  double last = CLAMP (ceil (own->own->persons_highest * share) + 1, own->first, own->last);
  double up = first + reach_at (candidates, first, corner), down = last - reach_at (candidates, last, corner);
  if (last - first > MOST_ESTIMATED) {
    up = fmin (up, first + MOST_REACH);
    down = fmax (down, last - MOST_REACH);
  }
  for (double x = first; x <= last; x++) {
    if (x > up && x < down)
      x = ceil (down);
    add_candidate (candidates, x, corner);
  }
}

static Candidates
find_candidates (const Question *question, gboolean above, gboolean of_limit, double z) {
  Candidates candidates
      = { .question = question, .above = above, .of_limit = of_limit, .z = z, .best = { -INFINITY, 0 } };
  for (guint i = 0; i < question->corners.n; i++)
    add_frontier (&candidates, above ? &question->corners.most[i] : &question->corners.least[i]);
  return candidates;
}

/* By its odds, which lose no digits at either end. */
static double
log_odds (const Question *question, const UtPossiblePair *pair, gboolean above) {
  PairFamily of = family_of (question, pair);
  if (of.too_many || of.too_few)
    return of.too_many == above ? -INFINITY : INFINITY;
  UtCountTails tails = ut_count_log_tails (&of.family, pair->events, of.null, MID_P);
  return above ? tails.above - tails.below : tails.below - tails.above;
}

/* The pair whose tail above the count (or below it) is the greatest where there is no difference. */
static UtPossiblePair
greatest_tail (const Question *question, gboolean above) {
  Candidates candidates = find_candidates (question, above, FALSE, 0);
  UtPossiblePair pair = candidates.pairs[0];
  double best = -INFINITY;
  for (guint i = 0; i < candidates.n; i++) {
    double odds = candidates.n > 1 ? log_odds (question, &candidates.pairs[i], above) : 0;
    if (odds > best)
      pair = candidates.pairs[i];
    best = fmax (best, odds);
  }
  return pair;
}

/* Limits */

/* Where it lies about: of the odds or rate ratio. */
static Estimate
estimated_limit (const Question *question, const UtPossiblePair *pair, double z, gboolean above) {
  double x = pair->events, n = pair->persons, theta, variance;
  gboolean known = question->relation == UT_POSSIBLE_KNOWN, rates = question->own.kind == UT_POSSIBLE_RATES;
  gboolean part = question->relation == UT_POSSIBLE_PART;
  double rest = part ? fmax (pair->other_events - x, 0) : pair->other_events;
  double rest_n = part ? fmax (pair->other_persons - n, rest) : pair->other_persons;
  if (rates) {
    theta = log (x + 0.5) - (known ? log (n * rest) : log (rest + 0.5) + log (n / rest_n));
    variance = 1 / (x + 0.5) + (known ? 0 : 1 / (rest + 0.5));
  } else {
    theta = ut_count_log_odds (x, n) - (known ? log (rest) - log1p (-rest) : ut_count_log_odds (rest, rest_n));
    variance = ut_count_log_odds_variance (x, n) + (known ? 0 : ut_count_log_odds_variance (rest, rest_n));
  }
  double se = sqrt (variance);
  return (Estimate){ theta + (above ? -z : z) * se, 6 * variance * se };
}

static gboolean
limit_of (const Question *question, const UtPossiblePair *pair, double level, gboolean above, double *ratio) {
  PairFamily of = family_of (question, pair);
  *ratio = of.too_many ? INFINITY : -INFINITY;
  if (of.too_many || of.too_few)
    return TRUE;
  double theta, guess = estimated_limit (question, pair, ut_numeric_z (level), above).value;
  if (!ut_count_limit (&of.family, pair->events, MID_P, above, guess + of.null, level, &theta))
    return FALSE;
  *ratio = theta - of.null;
  return TRUE;
}

/* The candidate whose tail is the greatest at a ratio: its limit is the farthest of all. The very one when none is
 * greater. */
static const UtPossiblePair *
greatest_at (const Candidates *candidates, const UtPossiblePair *pair, double ratio, double tail) {
  for (guint i = 0; i < candidates->n; i++) {
    if (candidates->n == 1)
      return pair;
    double other = log_tail (candidates->question, &candidates->pairs[i], candidates->above, ratio);
    if (other > tail + SETTLED) {
      tail = other;
      pair = &candidates->pairs[i];
    }
  }
  return pair;
}

/* The least lower limit (`above`) or the greatest upper one; that of the pair which says least is among them. */
static gboolean
farthest_limit (const Question *question, const UtPossiblePair *least_sure, double level, gboolean above,
                double *ratio) {
  Candidates candidates = find_candidates (question, above, TRUE, ut_numeric_z (level));
  const UtPossiblePair *pair = &candidates.pairs[0];
  double wanted = log ((1 - level) / 2);
  if (!limit_of (question, pair, level, above, ratio))
    return FALSE;
  for (int round = 0; round < MOST_ROUNDS && isfinite (*ratio); round++) {
    const UtPossiblePair *other = greatest_at (&candidates, pair, *ratio, wanted);
    if (other == pair && !is_same_pair (pair, least_sure)
        && log_tail (question, least_sure, above, *ratio) > wanted + SETTLED)
      other = least_sure;
    if (other == pair)
      break;
    pair = other;
    if (!limit_of (question, pair, level, above, ratio))
      return FALSE;
  }
  return TRUE;
}

/* The answer */

static double
two_sided (double log_tail, double design_effect) {
  double p = ut_design_effect_p (MIN (2 * exp (log_tail), 1), design_effect);
  /* One event among 220 can have a p of 0.05 to the last digit, here and not there. */
  return fabs (p / 0.05 - 1) < 1e-12 ? 0.05 : p;
}

static UtOutcome
check (UtPossibleKind kind, UtPossibleRelation relation, const UtPrinted *own, const UtPrinted *other, double effect) {
  gboolean known = relation == UT_POSSIBLE_KNOWN;
  if (!(own->persons_lowest > 0) || !isfinite (own->persons_highest) || own->persons_highest > UT_COUNT_MOST)
    return UT_OUTCOME_NO_DENOMINATOR;
  if (!known && (!(other->persons_lowest > 0) || !(other->persons_highest <= UT_COUNT_MOST)))
    return UT_OUTCOME_NO_DENOMINATOR;
  double most = kind == UT_POSSIBLE_SHARES ? 1 : UT_COUNT_MOST;
  if (!(own->value >= 0 && own->value <= most) || !(other->value >= 0 && other->value <= most)
      || !(own->half_width >= 0) || !(other->half_width >= 0) || !(own->persons_highest >= own->persons_lowest)
      || !(effect >= 1) || !isfinite (effect))
    return UT_OUTCOME_BAD_INPUT;
  if (relation == UT_POSSIBLE_PART && other->persons_lowest <= own->persons_highest)
    return UT_OUTCOME_NO_DENOMINATOR;
  return UT_OUTCOME_OK;
}

/* Nobody in any pair, or everybody. */
static gboolean
has_nothing (const Question *question) {
  const UtCorner *most = &question->corners.most[0], *least = &question->corners.least[0];
  const UtOwnPairs *own = &question->own;
  gboolean shares = own->kind == UT_POSSIBLE_SHARES;
  if (question->relation == UT_POSSIBLE_KNOWN)
    return !(least->events > 0) || (shares && most->events >= 1);
  gboolean none = own->last <= 0 && most->events <= 0;
  gboolean all = shares && own->first >= own->own->persons_highest && least->events >= least->persons;
  return none || all;
}

static void
describe_own (const UtOwnPairs *own, UtPossible *answer) {
  answer->events_lowest = own->first;
  answer->events_highest = own->last;
  answer->persons_lowest = ut_own_pairs_least_persons (own, own->first);
  answer->persons_highest = ut_own_pairs_greatest_persons (own, own->last);
}

/* A limit exactly on the side of 1 that the tail at 1 tells. */
static void
settle (UtPossible *answer, double p_above, double p_below) {
  const double least = 4 * DBL_EPSILON;
  double *lower = &answer->ratio_interval.lower, *upper = &answer->ratio_interval.upper;
  *lower = p_above < 0.05 ? fmax (*lower, 1 + least) : fmin (*lower, 1);
  *upper = p_below < 0.05 ? fmin (*upper, 1 - least) : fmax (*upper, 1);
}

UtOutcome
ut_possible_compare (UtPossibleKind kind, UtPossibleRelation relation, const UtPrinted *own, const UtPrinted *other,
                     double design_effect, UtPossible *answer) {
  UtOutcome outcome = check (kind, relation, own, other, design_effect);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  Question question = { .relation = relation };
  ut_own_pairs_find (&question.own, kind, own);
  if (!ut_own_pairs_any (&question.own))
    return UT_OUTCOME_TOO_FEW_POINTS;
  ut_corners_find (&question.corners, relation, other);
  if (has_nothing (&question))
    return UT_OUTCOME_NO_EVENTS;
  UtPossible found = { .side = 0 };
  double level = ut_design_effect_level (design_effect);
  found.lowest = greatest_tail (&question, TRUE);
  found.highest = greatest_tail (&question, FALSE);
  UtCountTails lowest = log_tails (&question, &found.lowest, 0), highest = lowest;
  if (!is_same_pair (&found.lowest, &found.highest))
    highest = log_tails (&question, &found.highest, 0);
  double above = lowest.above, below = highest.below, other_above = highest.above, other_below = lowest.below;
  if (isnan (above) || isnan (below))
    return UT_OUTCOME_NOT_CONVERGED;
  found.u_greatest = exp (above);
  found.u_least = exp (other_above);
  found.side = above < log (0.5) ? 1 : below < log (0.5) ? -1 : 0;
  double p_above = two_sided (above, design_effect), p_below = two_sided (below, design_effect);
  double best_above = two_sided (other_above, design_effect), best_below = two_sided (other_below, design_effect);
  found.p_worst = found.side > 0 ? p_above : found.side < 0 ? p_below : 1;
  found.p_best = found.side > 0 ? best_above : found.side < 0 ? best_below : MIN (best_above, best_below);
  describe_own (&question.own, &found);
  UtInterval ratio;
  if (!farthest_limit (&question, &found.lowest, level, TRUE, &ratio.lower)
      || !farthest_limit (&question, &found.highest, level, FALSE, &ratio.upper))
    return UT_OUTCOME_NOT_CONVERGED;
  found.ratio_interval = (UtInterval){ exp (ratio.lower), exp (ratio.upper) };
  settle (&found, p_above, p_below);
  *answer = found;
  return UT_OUTCOME_OK;
}
