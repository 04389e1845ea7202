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

void
ut_adjust_benjamini_hochberg (const double *p, gsize n, double *q) {
  gsize m;
  g_autofree Ranked *ranked = rank_p (p, n, q, &m);
  double least = 1;
  for (gsize rank = m; rank > 0; rank--) {
    /* The factor first: it is never below 1, so q is never below p. */
    least = MIN (least, ranked[rank - 1].p * ((double) m / (double) rank));
    q[ranked[rank - 1].index] = least;
  }
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
