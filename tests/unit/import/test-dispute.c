#include <utsyn/language.h>

#include "import/mapping/dispute.h"

/* Two rows of a key, in a table with these headings, that differ in their last label. */
static void
see (UtDisputes *disputes, UtCollectedTable *table, char **headings, gsize key) {
  const UtPlan plan = { .region_dimension = -1, .period_dimension = -1, .part_dimension = -1 };
  g_autofree UtDictionary **dictionaries = g_new0 (UtDictionary *, 8);
  g_autofree guint32 *labels = g_new0 (guint32, 8);
  table->headings = headings;
  table->n_dimensions = g_strv_length (headings);
  for (guint i = 0; i < table->n_dimensions; i++) {
    dictionaries[i] = ut_dictionary_new ();
    labels[i] = ut_dictionary_code (dictionaries[i], "alle");
  }
  const UtFact fact = { .status = UT_STATUS_OK };
  const UtSeen seen = { table, 0, &plan, &fact, labels, dictionaries };
  ut_disputes_add (disputes, key, TRUE, FALSE);
  ut_disputes_see (disputes, key, &seen);
  guint last = table->n_dimensions - 1;
  labels[last] = ut_dictionary_code (dictionaries[last], "andre");
  ut_disputes_see (disputes, key, &seen);
  for (guint i = 0; i < table->n_dimensions; i++)
    ut_dictionary_free (dictionaries[i]);
}

/* The next file's table stands where the one before stood. */
static void
test_same_address (void) {
  g_auto (GStrv) first = g_strsplit ("alder", ";", -1);
  g_auto (GStrv) second = g_strsplit ("sivilstand;utdanning;landbakgrunn", ";", -1);
  g_autoptr (UtDisputes) disputes = ut_disputes_new ();
  UtCollectedTable table = { 0 };
  ut_disputes_begin_file (disputes);
  see (disputes, &table, first, 1);
  ut_disputes_begin_file (disputes);
  see (disputes, &table, second, 2);
  ut_disputes_settle (disputes);
  g_autofree char *of_first = ut_disputes_explain (disputes, 1), *of_second = ut_disputes_explain (disputes, 2);
  g_assert_cmpstr (of_first, ==, "the rows differ in 'alder' ('alle', 'andre'): select one or sum them");
  g_assert_cmpstr (of_second, ==, "the rows differ in 'landbakgrunn' ('alle', 'andre'): select one or sum them");
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  ut_language_set_messages (UT_LANGUAGE_EN);
  g_test_add_func ("/import/dispute/same-address", test_same_address);
  return g_test_run ();
}
