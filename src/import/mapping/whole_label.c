#include "import/mapping/whole_label.h"

#include <math.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "import/mapping/plan.h"

/* With more labels, one is only held against all the others. */
#define MOST_LABELS 48

/* So many figures show it, and they are of so many altogether: small ones agree by chance. */
#define FEWEST_KEYS 3
#define FEWEST      30.0

/* A label may be the sum of the labels from `first` to `last`, itself not counted. */
typedef struct {
  guint label, first, last;
  guint n_keys;
  double sum;
} Suspicion;

/* The terms of one dimension in a part. */
typedef struct {
  const UtSelection *selection;
  guint n_labels, stride;
  guint first_term, n_terms;
} Dimension;

static void
suspect (GArray *suspicions, guint label, guint first, guint last) {
  const Suspicion one = { .label = label, .first = first, .last = last };
  g_array_append_val (suspicions, one);
}

static GArray *
list_suspicions (guint n) {
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Suspicion));
  for (guint label = 0; label < n; label++) {
    suspect (all, label, 0, n - 1);
    for (guint first = 0; n <= MOST_LABELS && first < n; first++)
      for (guint last = first + 1; last < n; last++)
        if (label < first || label > last)
          suspect (all, label, first, last);
  }
  return all;
}

/* FALSE when this figure shows that it is not so. */
static gboolean
test (Suspicion *it, const double *values, int decimals) {
  double sum = 0;
  guint n_parts = 0;
  for (guint i = it->first; i <= it->last; i++) {
    if (i == it->label)
      continue;
    if (isnan (values[i]))
      return TRUE;
    sum += values[i];
    n_parts += values[i] != 0;
  }
  double whole = values[it->label], rounding = decimals > 0 ? 0.5 * (n_parts + 1) * pow (10, -decimals) : 0;
  if (isnan (whole))
    return TRUE;
  if (fabs (whole - sum) > rounding + 1e-9 * fabs (whole))
    return FALSE;
  it->n_keys += n_parts > 1;
  it->sum += n_parts > 1 ? whole : 0;
  return TRUE;
}

static void
test_all (GArray *suspicions, const double *values, int decimals) {
  guint n = 0;
  for (guint i = 0; i < suspicions->len; i++) {
    Suspicion it = g_array_index (suspicions, Suspicion, i);
    if (test (&it, values, decimals))
      g_array_index (suspicions, Suspicion, n++) = it;
  }
  g_array_set_size (suspicions, n);
}

/* The figures of the labels beside each other, for one key and one choice of everything else. */
static void
get_values (const UtAssembler *a, const guint32 *slots, const Dimension *d, guint base, double *values, int *decimals) {
  for (guint label = 0; label < d->n_labels; label++) {
    guint32 slot = slots[d->first_term + base + label * d->stride];
    const UtFact *fact = slot != 0 ? ut_assembler_fact (a, slot - 1) : NULL;
    gboolean known = fact != NULL && fact->status == UT_STATUS_OK;
    values[label] = known ? fact->value : NAN;
    *decimals = known ? MAX (*decimals, fact->decimals) : *decimals;
  }
}

static gboolean
complain (const UtAssembler *a, const Dimension *d, const Suspicion *it, GError **error) {
  guint first = it->first == it->label ? it->first + 1 : it->first;
  guint last = it->last == it->label ? it->last - 1 : it->last;
  ut_error_set (error, UT_ERROR_DEFINITION,
                _ ("'%1$s': '%2$s' is the sum of '%3$s' to '%4$s' wherever these have figures, and with all labels of "
                   "'%5$s' they would be counted twice: select '%2$s' alone, or list those to add up in the quantity "
                   "itself, {columns: HEADING, %5$s: [LABEL, LABEL]}"),
                a->recipe.mapping->indicator, d->selection->labels[it->label], d->selection->labels[first],
                d->selection->labels[last], d->selection->dimension);
  return FALSE;
}

static gboolean
check_dimension (const UtAssembler *a, const Dimension *d, GError **error) {
  g_autoptr (GArray) suspicions = list_suspicions (d->n_labels);
  g_autofree double *values = g_new (double, d->n_labels);
  gsize n_keys = (gsize) a->codes->len * a->n_ranks;
  for (gsize key = 0; key < n_keys && suspicions->len > 0; key++)
    for (guint base = 0; base < d->n_terms; base++) {
      int decimals = 0;
      if (base / d->stride % d->n_labels != 0)
        continue;
      get_values (a, a->slots + key * a->recipe.n_all_terms, d, base, values, &decimals);
      test_all (suspicions, values, decimals);
    }
  for (guint i = 0; i < suspicions->len; i++) {
    const Suspicion *it = &g_array_index (suspicions, Suspicion, i);
    if (it->n_keys >= FEWEST_KEYS && it->sum >= FEWEST)
      return complain (a, d, it, error);
  }
  return TRUE;
}

gboolean
ut_whole_label_check (const UtAssembler *a, GError **error) {
  for (UtPart part = 0; part < UT_N_PARTS; part++) {
    const UtQuantity *quantity = ut_mapping_part (a->recipe.mapping, part);
    guint stride = 1;
    for (guint i = quantity != NULL ? quantity->select->len : 0; i > 0; i--) {
      const UtSelection *selection = g_ptr_array_index (quantity->select, i - 1);
      const Dimension d = { .selection = selection,
                            .n_labels = g_strv_length (selection->labels),
                            .stride = stride,
                            .first_term = a->recipe.first_term[part],
                            .n_terms = a->recipe.n_terms[part] };
      stride *= d.n_labels;
      if (selection->is_all && d.n_labels > 2 && !check_dimension (a, &d, error))
        return FALSE;
    }
  }
  return TRUE;
}
