#include "fetch/api.h"
#include "fetch/ssb_table.h"
#include "source.h"
#include <string.h>
#include <utsyn/error.h>

static void
append_dimension (GString *json, const char *code, guint first, guint n, const char *elimination) {
  g_string_append_printf (json, "\"%s\":{\"category\":{\"index\":{", code);
  /* Backwards: the object's order is not the order of the values. */
  for (guint i = n; i > 0; i--)
    g_string_append_printf (json, "\"%04u\":%u%s", first + i - 1, i - 1, i > 1 ? "," : "");
  g_string_append_printf (json, "}},\"extension\":{\"elimination\":%s}},", elimination);
}

/* Metadata of a table with so many places, ages and years (from 1970). */
static GBytes *
make_metadata (guint n_regions, guint n_ages, guint n_years) {
  g_autoptr (GString) json = g_string_new ("{\"id\":[\"Region\",\"Alder\",\"ContentsCode\",\"Tid\"],\"role\":{\"time\":"
                                           "[\"Tid\"],\"metric\":[\"ContentsCode\"]},\"dimension\":{");
  append_dimension (json, "Region", 101, n_regions, "true");
  append_dimension (json, "Alder", 0, n_ages, "true");
  append_dimension (json, "ContentsCode", 1, 2, "false");
  append_dimension (json, "Tid", 1970, n_years, "false");
  json->str[json->len - 1] = '}';
  g_string_append_c (json, '}');
  return g_string_free_to_bytes (g_steal_pointer (&json));
}

/* What an expression for Tid or Region means, as a list. */
static char *
choose (const char *dimension, const char *values, GError **error) {
  g_autofree char *fetch
      = g_str_equal (dimension, "Tid")
            ? g_strdup_printf ("{api: ssb, table: 1, select: {ContentsCode: \"*\", Tid: %s}}", values)
            : g_strdup_printf ("{api: ssb, table: 1, select: {ContentsCode: \"*\", Tid: \"*\", "
                               "Region: %s}}",
                               values);
  g_autoptr (UtDataset) dataset = source_get (fetch);
  g_autoptr (GBytes) metadata = make_metadata (4, 1, 4);
  g_autoptr (GPtrArray) dimensions = ut_ssb_table_read (metadata, dataset->fetch, error);
  g_autoptr (GString) list = g_string_new (NULL);
  const UtSsbDimension *found
      = dimensions != NULL ? g_ptr_array_index (dimensions, g_str_equal (dimension, "Tid") ? 3 : 0) : NULL;
  for (guint i = 0; found != NULL && i < found->chosen->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? " " : "", (char *) g_ptr_array_index (found->chosen, i));
  return found != NULL ? g_strdup (list->str) : NULL;
}

static void
check_choice (const char *dimension, const char *values, const char *expected) {
  g_autoptr (GError) error = NULL;
  g_autofree char *list = choose (dimension, values, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (list, ==, expected);
}

static void
test_choices (void) {
  check_choice ("Tid", "\"*\"", "1970 1971 1972 1973");
  check_choice ("Tid", "top(2)", "1972 1973");
  check_choice ("Tid", "\"top(2,1)\"", "1971 1972");
  check_choice ("Tid", "TOP(9)", "1970 1971 1972 1973");
  check_choice ("Tid", "bottom(1)", "1970");
  check_choice ("Tid", "from(1972)", "1972 1973");
  check_choice ("Tid", "from(1900)", "1970 1971 1972 1973");
  check_choice ("Tid", "to(1970)", "1970");
  check_choice ("Tid", "\"range(1971, 1972)\"", "1971 1972");
  check_choice ("Tid", "[\"1970\", top(1)]", "1970 1973");
  check_choice ("Tid", "[\"1973\", \"1970\", \"197?\"]", "1970 1971 1972 1973");
  check_choice ("Region", "\"01*\"", "0101 0102 0103 0104");
  check_choice ("Region", "\"??03\"", "0103");
  check_choice ("Region", "top(1)", "0101");
  check_choice ("Region", "bottom(1)", "0104");
  check_choice ("Region", "\"range(0102,0103)\"", "0102 0103");
  check_choice ("Region", "from(0103)", "0103 0104");
}

/* The newest are the newest, also where the table has them first. */
static void
test_falling_years (void) {
  static const char metadata[] = "{\"id\":[\"Tid\"],\"dimension\":{\"Tid\":{\"category\":{\"index\":{\"2022\":0,"
                                 "\"2021\":1,\"2020\":2}}}}}";
  static const struct {
    const char *values, *first;
    guint n;
  } cases[] = { { "top(1)", "2022", 1 }, { "bottom(1)", "2020", 1 }, { "from(2021)", "2022", 2 } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *fetch = g_strdup_printf ("{api: ssb, table: 1, select: {Tid: %s}}", cases[i].values);
    g_autoptr (UtDataset) dataset = source_get (fetch);
    g_autoptr (GBytes) bytes = g_bytes_new_static (metadata, strlen (metadata));
    g_autoptr (GPtrArray) dimensions = ut_ssb_table_read (bytes, dataset->fetch, NULL);
    const UtSsbDimension *time = g_ptr_array_index (dimensions, 0);
    g_assert_cmpuint (time->chosen->len, ==, cases[i].n);
    g_assert_cmpstr (g_ptr_array_index (time->chosen, 0), ==, cases[i].first);
  }
}

static void
test_wrong_choices (void) {
  static const char *const tid[] = { "\"1969\"", "from(1974)",      "top(0)", "top(a)",      "\"top(1,2,3)\"",
                                     "tops(1)",  "\"range(1970)\"", "\"2*\"", "\"top(1)x\"", "top(99999999)" };
  for (guint i = 0; i < G_N_ELEMENTS (tid); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *list = choose ("Tid", tid[i], &error);
    g_assert_null (list);
    g_assert_error (error, UT_ERROR, UT_ERROR_DEFINITION);
    g_assert_true (g_str_has_prefix (error->message, "datasets/prove/dataset.yaml:9: "));
  }
  g_autoptr (GError) error = NULL;
  g_autofree char *list = choose ("Region", "from(0001)", &error);
  g_assert_null (list);
  g_assert_error (error, UT_ERROR, UT_ERROR_DEFINITION);
}

/* Parts of a query for everything in a table of this size; each is counted against the limit. */
static GPtrArray *
split (guint n_regions, guint n_ages, guint n_years, guint64 limit, GError **error) {
  g_autoptr (UtDataset) dataset = source_get ("{api: ssb, table: 1, select: {Region: \"*\", Alder: \"*\", "
                                              "ContentsCode: \"*\", Tid: \"*\"}}");
  g_autoptr (GBytes) metadata = make_metadata (n_regions, n_ages, n_years);
  g_autoptr (GPtrArray) dimensions = ut_ssb_table_read (metadata, dataset->fetch, error);
  g_assert_nonnull (dimensions);
  g_assert_cmpuint (ut_ssb_count_cells (dimensions), ==, (guint64) n_regions * n_ages * n_years * 2);
  g_autoptr (GPtrArray) parts = ut_ssb_split (dimensions, limit, error);
  guint64 sum = 0;
  for (guint i = 0; parts != NULL && i < parts->len; i++) {
    const GPtrArray *part = g_ptr_array_index (parts, i);
    guint64 n_cells = 1;
    for (guint k = 0; k < dimensions->len; k++) {
      const UtSsbDimension *dimension = g_ptr_array_index (dimensions, k);
      const GPtrArray *codes = g_ptr_array_index (part, k);
      n_cells *= codes != NULL ? codes->len : dimension->chosen->len;
    }
    g_assert_cmpuint (n_cells, <=, limit);
    sum += n_cells;
  }
  g_assert_true (parts == NULL || sum == (guint64) n_regions * n_ages * n_years * 2);
  /* The codes are the dimensions' own: only the number is handed on. */
  GPtrArray *counted = parts != NULL ? g_ptr_array_new () : NULL;
  if (counted != NULL)
    g_ptr_array_set_size (counted, (gint) parts->len);
  return counted;
}

static void
check_split (guint n_regions, guint n_ages, guint n_years, guint64 limit, guint n_parts) {
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parts = split (n_regions, n_ages, n_years, limit, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (parts->len, ==, n_parts);
}

static void
test_split (void) {
  check_split (400, 100, 10, 800000, 1);
  check_split (400, 100, 11, 800000, 2);
  check_split (10, 10, 50, 1000, 10);
  check_split (10, 10, 10, 100, 20);
  check_split (30, 20, 10, 20, 600);
  check_split (3, 3, 3, 2, 27);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parts = split (100, 10, 2, 2, &error);
  g_assert_null (parts);
  g_assert_error (error, UT_ERROR, UT_ERROR_DEFINITION);
}

/* The parts ask for codes by name, everything else as it was written. */
static void
test_split_requests (void) {
  g_autoptr (UtDataset) dataset = source_get ("{api: ssb, table: 1, select: {Region: \"*\", Alder: \"*\", "
                                              "ContentsCode: \"0001\", Tid: from(1972)}}");
  g_autoptr (GBytes) metadata = make_metadata (200, 100, 90);
  g_autoptr (GPtrArray) requests = ut_requests_new ();
  g_autoptr (GError) error = NULL;
  g_assert_true (ut_api_ssb.build (dataset->fetch, "https://a", metadata, requests, &error));
  g_assert_cmpuint (requests->len, ==, 3);
  const UtRequest *last = g_ptr_array_index (requests, 2);
  g_assert_nonnull (strstr (last->url, "&valueCodes%5BRegion%5D=0281,0282,"));
  g_assert_nonnull (strstr (last->url, "&valueCodes%5BTid%5D=from(1972)&"));
}

static void
test_hostile_metadata (void) {
  static const char *const answers[] = {
    "",
    "{}",
    "[]",
    "null",
    "{\"id\":[]}",
    "{\"id\":[1]}",
    "{\"id\":[\"Tid\"]}",
    "{\"id\":[\"Tid\"],\"dimension\":[]}",
    "{\"id\":[\"Tid\"],\"dimension\":{\"Tid\":{\"category\":{\"index\":{}}}}}",
    "{\"id\":[\"Tid\"],\"dimension\":{\"Tid\":{\"category\":{\"index\":{\"a\":5}}}}}",
    "{\"id\":[\"Tid\"],\"dimension\":{\"Tid\":{\"category\":{\"index\":{\"a\":-1}}}}}",
    "{\"id\":[\"Tid\"],\"dimension\":{\"Tid\":{\"category\":{\"index\":{\"a\":0,\"b\":0}}}}}",
    "{\"id\":[\"Tid\"],\"dimension\":{\"Tid\":{\"category\":{\"index\":{\"a\":\"0\"}}}}}",
    "{\"id\":[\"Tid\"],\"dimension\":{\"Tid\":{\"category\":{\"index\":[\"a\"]}}}}",
  };
  g_autoptr (UtDataset) dataset = source_get ("{api: ssb, table: 1, select: {Tid: \"*\"}}");
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++) {
    g_autoptr (GBytes) metadata = g_bytes_new_static (answers[i], strlen (answers[i]));
    g_autoptr (GError) error = NULL;
    g_assert_null (ut_ssb_table_read (metadata, dataset->fetch, &error));
    g_assert_error (error, UT_ERROR, UT_ERROR_DEFINITION);
  }
  /* Cut at any byte. */
  g_autoptr (GBytes) whole = make_metadata (3, 2, 2);
  for (gsize n = 0; n < g_bytes_get_size (whole); n++) {
    g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, n);
    g_autoptr (GPtrArray) dimensions = ut_ssb_table_read (part, dataset->fetch, NULL);
    g_assert_null (dimensions);
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  ut_language_set_messages (UT_LANGUAGE_EN);
  g_test_add_func ("/fetch/ssb/choices", test_choices);
  g_test_add_func ("/fetch/ssb/falling-years", test_falling_years);
  g_test_add_func ("/fetch/ssb/wrong-choices", test_wrong_choices);
  g_test_add_func ("/fetch/ssb/split", test_split);
  g_test_add_func ("/fetch/ssb/split-requests", test_split_requests);
  g_test_add_func ("/fetch/ssb/hostile-metadata", test_hostile_metadata);
  return g_test_run ();
}
