#include "import/mapping/selector.h"

#define N_DIMENSIONS 5
#define MOST_LABELS  30

static char label_texts[MOST_LABELS][8];

static guint
below (guint n) {
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

/* Conditions on some dimensions, on one perhaps twice. */
static GArray *
make_conditions (GPtrArray *lists) {
  GArray *conditions = g_array_new (FALSE, FALSE, sizeof (UtCondition));
  guint stride = 1;
  for (guint n = below (4); n > 0; n--) {
    UtCondition condition = { .dimension = below (N_DIMENSIONS), .n_labels = 1 + below (6), .stride = stride };
    const char **labels = g_new (const char *, condition.n_labels);
    for (guint i = 0; i < condition.n_labels; i++)
      labels[i] = label_texts[below (MOST_LABELS)];
    g_ptr_array_add (lists, labels);
    condition.labels = labels;
    condition.halves = below (2) == 0;
    stride *= condition.n_labels;
    g_array_append_val (conditions, condition);
  }
  return conditions;
}

static void
free_plan (gpointer plan) {
  if (plan != NULL)
    ut_plan_free (plan);
}

static GPtrArray *
make_plans (GPtrArray *lists) {
  GPtrArray *plans = g_ptr_array_new_with_free_func (free_plan);
  for (guint n = 1 + below (12); n > 0; n--) {
    UtPlan *plan = below (8) == 0 ? NULL : g_new0 (UtPlan, 1);
    g_ptr_array_add (plans, plan);
    if (plan == NULL)
      continue;
    plan->conditions = make_conditions (lists);
    for (UtPart part = 0; part < UT_N_PARTS; part++) {
      plan->parts[part].exists = below (2) == 0;
      plan->parts[part].conditions = make_conditions (lists);
      plan->parts[part].columns = g_array_new (FALSE, FALSE, sizeof (UtPlanColumn));
    }
  }
  return plans;
}

/* Every condition of a part and its mapping, one by one. */
static gboolean
matches (const UtPlan *plan, UtPart part, UtDictionary *const *dictionaries, const guint32 *labels,
         guint32 *combination) {
  guint32 ignored = 0;
  *combination = 0;
  for (guint d = 0; d < N_DIMENSIONS; d++) {
    const char *label = ut_dictionary_label (dictionaries[d], labels[d]);
    if (!ut_conditions_match_label (plan->conditions, d, label, &ignored)
        || !ut_conditions_match_label (plan->parts[part].conditions, d, label, combination))
      return FALSE;
  }
  return TRUE;
}

static void
check_row (UtSelector *selector, const GPtrArray *plans, UtDictionary *const *dictionaries, const guint32 *labels) {
  guint n_wanted, n = 0;
  const UtWanted *wanted = ut_selector_find (selector, labels, &n_wanted);
  for (guint m = 0; m < plans->len; m++) {
    const UtPlan *plan = g_ptr_array_index (plans, m);
    for (UtPart part = 0; plan != NULL && part < UT_N_PARTS; part++) {
      guint32 combination;
      if (!plan->parts[part].exists || !matches (plan, part, dictionaries, labels, &combination))
        continue;
      g_assert_cmpuint (n, <, n_wanted);
      g_assert_cmpuint (wanted[n].mapping, ==, m);
      g_assert_cmpuint (wanted[n].part, ==, part);
      g_assert_cmpuint (wanted[n].combination, ==, combination);
      n++;
    }
  }
  g_assert_cmpuint (n, ==, n_wanted);
}

static void
check_plans (void) {
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) plans = make_plans (lists);
  UtDictionary *dictionaries[N_DIMENSIONS];
  guint32 labels[N_DIMENSIONS];
  for (guint d = 0; d < N_DIMENSIONS; d++) {
    dictionaries[d] = ut_dictionary_new ();
    labels[d] = ut_dictionary_code (dictionaries[d], label_texts[below (MOST_LABELS)]);
  }
  UtSelector *selector = ut_selector_new (plans, N_DIMENSIONS, dictionaries);
  for (guint row = 0; row < 2000; row++) {
    for (guint d = 0; d < N_DIMENSIONS; d++)
      if (below (3) == 0)
        labels[d] = ut_dictionary_code (dictionaries[d], label_texts[below (MIN (1 + row / 10, MOST_LABELS))]);
    check_row (selector, plans, dictionaries, labels);
  }
  ut_selector_free (selector);
  for (guint d = 0; d < N_DIMENSIONS; d++)
    ut_dictionary_free (dictionaries[d]);
}

/* The tree finds what every condition by itself finds, while new labels turn up. */
static void
test_random (void) {
  for (guint i = 0; i < MOST_LABELS; i++)
    g_snprintf (label_texts[i], sizeof label_texts[i], i % 3 == 0 ? "%u - %u" : "%u", i / 3, i % 7);
  for (guint i = 0; i < 200; i++)
    check_plans ();
}

static void
test_nothing_selected (void) {
  g_autoptr (GPtrArray) plans = g_ptr_array_new ();
  UtSelector *selector = ut_selector_new (plans, 0, NULL);
  guint n_wanted;
  ut_selector_find (selector, NULL, &n_wanted);
  g_assert_cmpuint (n_wanted, ==, 0);
  ut_selector_free (selector);
  ut_selector_free (NULL);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/selector/random", test_random);
  g_test_add_func ("/import/selector/nothing", test_nothing_selected);
  return g_test_run ();
}
