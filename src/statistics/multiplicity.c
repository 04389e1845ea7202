#include <utsyn/multiplicity.h>

#include <math.h>
#include <stdlib.h>

typedef struct {
  double p;
  gsize index;
} Ranked;

static int
compare_ranked (const void *a, const void *b) {
  const Ranked *x = a, *y = b;
  return (x->p > y->p) - (x->p < y->p);
}

/* Those with a p, smallest first; the others are passed on to q. */
static Ranked *
rank_p (const double *p, gsize n, double *q, gsize *n_ranked) {
  Ranked *ranked = g_new (Ranked, MAX (n, 1));
  gsize count = 0;
  for (gsize i = 0; i < n; i++) {
    if (isnan (p[i]))
      q[i] = p[i];
    else
      ranked[count++] = (Ranked){ p[i], i };
  }
  qsort (ranked, count, sizeof *ranked, compare_ranked);
  *n_ranked = count;
  return ranked;
}

/* Σ 1/i up to m. */
static double
harmonic (gsize m) {
  double sum = 0;
  for (gsize i = 1; i <= m; i++)
    sum += 1 / (double) i;
  return sum;
}

/* Step up: the least of those at or above, each times a factor that falls with the rank and is never below 1, so that
 * the adjusted p is never below p. */
static void
step_up (const double *p, gsize n, double *q, double (*factor) (gsize rank, gsize m), gboolean dependent) {
  gsize m;
  g_autofree Ranked *ranked = rank_p (p, n, q, &m);
  double least = 1, scale = dependent ? harmonic (m) : 1;
  for (gsize rank = m; rank > 0; rank--) {
    least = MIN (least, ranked[rank - 1].p * (scale * factor (rank, m)));
    q[ranked[rank - 1].index] = least;
  }
}

static double
false_discovery (gsize rank, gsize m) {
  return (double) m / (double) rank;
}

static double
any_error (gsize rank, gsize m) {
  return (double) (m - rank + 1);
}

void
ut_adjust_benjamini_hochberg (const double *p, gsize n, double *q) {
  step_up (p, n, q, false_discovery, FALSE);
}

void
ut_adjust_benjamini_yekutieli (const double *p, gsize n, double *q) {
  step_up (p, n, q, false_discovery, TRUE);
}

void
ut_adjust_hochberg (const double *p, gsize n, double *q) {
  step_up (p, n, q, any_error, FALSE);
}

void
ut_adjust_bonferroni (const double *p, gsize n, double *q) {
  double m = 0;
  for (gsize i = 0; i < n; i++)
    m += !isnan (p[i]);
  for (gsize i = 0; i < n; i++)
    q[i] = isnan (p[i]) ? p[i] : MIN (1, p[i] * m);
}

void
ut_adjust_holm (const double *p, gsize n, double *q) {
  gsize m;
  g_autofree Ranked *ranked = rank_p (p, n, q, &m);
  double most = 0;
  for (gsize i = 0; i < m; i++) {
    most = MAX (most, ranked[i].p * (double) (m - i));
    q[ranked[i].index] = MIN (1, most);
  }
}
