/* How groups are named, and what their test says, in both written languages. */

#include "text/groups.h"
#include <math.h>

#define NN UT_LANGUAGE_NN
#define NB UT_LANGUAGE_NB

typedef struct {
  UtIndicator indicators[3];
  UtBreakdown *breakdown;
} Case;

static UtBreakdown *
name_groups (Case *test, UtDimension dimension, guint n, const char *const *names) {
  UtBreakdown *breakdown = g_new0 (UtBreakdown, 1);
  breakdown->dimension = dimension;
  breakdown->groups = g_array_new (FALSE, FALSE, sizeof (UtGroup));
  for (guint i = 0; i < n; i++) {
    test->indicators[i] = (UtIndicator){ .name.in = { [NB] = (char *) names[i], [NN] = (char *) names[i] } };
    const UtGroup group = { .indicator = &test->indicators[i] };
    g_array_append_val (breakdown->groups, group);
  }
  return breakdown;
}

static void
assert_text (char *text, const char *expected) {
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_sex (void) {
  static const char *const names[] = { "Overvekt og fedme, jenter 17 år", "Overvekt og fedme, gutter 17 år" };
  Case test;
  g_autoptr (UtBreakdown) breakdown = name_groups (&test, UT_DIMENSION_SEX, 2, names);
  assert_text (ut_phrase_group (breakdown, 0, NB), "jenter");
  assert_text (ut_phrase_group (breakdown, 1, NB), "gutter");
  breakdown->contrast = UT_CONTRAST_DIFFERENT;
  assert_text (ut_phrase_groups (breakdown, NB), "jenter og gutter skiller seg");
  breakdown->contrast = UT_CONTRAST_NONE;
  assert_text (ut_phrase_groups (breakdown, NN), "ikkje sikker skilnad mellom jenter og gutter");
  breakdown->contrast = UT_CONTRAST_NOT_TESTED;
  breakdown->reason = UT_REASON_CONFIDENTIAL;
  assert_text (ut_phrase_groups (breakdown, NB),
               "gruppene er ikke testet mot hverandre (tallet er skjermet av hensyn til personvernet)");
}

/* Single words, with nothing in common, stay. */
static void
test_short (void) {
  static const char *const names[] = { "Jenter", "Gutar" }, *const grades[] = { "Grade 8", "Grade 9", "Grade 10" };
  static const char *const long_grades[] = { "Einsame, 8. trinn", "Einsame, 9. trinn", "Einsame, 10. trinn" };
  Case test, other, third;
  g_autoptr (UtBreakdown) sexes = name_groups (&test, UT_DIMENSION_SEX, 2, names);
  g_autoptr (UtBreakdown) years = name_groups (&other, UT_DIMENSION_GRADE, 3, grades);
  g_autoptr (UtBreakdown) told = name_groups (&third, UT_DIMENSION_GRADE, 3, long_grades);
  assert_text (ut_phrase_group (sexes, 1, NN), "gutar");
  assert_text (ut_phrase_group (years, 0, NN), "grade 8");
  assert_text (ut_phrase_group (told, 2, NN), "10. trinn");
  told->contrast = UT_CONTRAST_DIFFERENT;
  assert_text (ut_phrase_groups (told, NN), "8. trinn, 9. trinn og 10. trinn skil seg");
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/groups/sex", test_sex);
  g_test_add_func ("/text/groups/short", test_short);
  return g_test_run ();
}
