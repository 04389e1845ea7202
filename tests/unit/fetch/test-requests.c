#include "fetch/api.h"
#include "source.h"
#include <string.h>
#include <utsyn/error.h>

static void
check_described (const char *fetch, const char *expected) {
  g_autoptr (UtDataset) dataset = source_get (fetch);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = ut_fetch_describe (dataset, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_described (void) {
  check_described (
      "{api: ssb, table: \"07459\", select: {Region: \"*\", Kjonn: [\"1\", \"2\"], Tid: \"range(2015,2020)\", "
      "ContentsCode: Personer1}, codelist: {Region: agg_KommSummer}}",
      "# SSB Statistikkbanken, 07459\n"
      "GET https://data.ssb.no/api/pxwebapi/v2/tables/07459/metadata?lang=no"
      "&codelist%5BRegion%5D=agg_KommSummer\n"
      "# the answer decides whether the query must be split (more than 800 000 cells)\n"
      "GET https://data.ssb.no/api/pxwebapi/v2/tables/07459/data?lang=no&valueCodes%5BRegion%5D=*"
      "&valueCodes%5BKjonn%5D=1,2&valueCodes%5BTid%5D=%5Brange(2015,2020)%5D"
      "&valueCodes%5BContentsCode%5D=Personer1&codelist%5BRegion%5D=agg_KommSummer"
      "&stub=Region,Kjonn,Tid&heading=ContentsCode&outputFormat=csv"
      "&outputFormatParams=SeparatorSemicolon,UseCodesAndTexts\n");
  check_described ("{api: ssb, table: 1, format: json-stat2, select: {Region: [\"03*\", \"?\"], Tid: top(1), "
                   "ContentsCode: \"*\"}, url: \"http://[::1]:8080\"}",
                   "# SSB Statistikkbanken, 1\n"
                   "GET http://[::1]:8080/api/pxwebapi/v2/tables/1/metadata?lang=no\n"
                   "# the answer decides whether the query must be split (more than 800 000 cells)\n"
                   "GET http://[::1]:8080/api/pxwebapi/v2/tables/1/data?lang=no&valueCodes%5BRegion%5D=03*,%3F"
                   "&valueCodes%5BTid%5D=top(1)&valueCodes%5BContentsCode%5D=*&outputFormat=json-stat2\n");
  check_described ("{api: fhi, source: nokkel, table: 932, format: csv2, select: {AAR: bottom(3), GEO: \"*\", "
                   "KJONN: \"0\", ALDER: [\"0_*\", \"15_*\"], MEASURE_TYPE: [TELLER, RATE]}}",
                   "# FHI Statistikk, 932\n"
                   "POST https://statistikk-data.fhi.no/api/open/v1/nokkel/Table/932/data\n"
                   "  {\"dimensions\":[{\"code\":\"AAR\",\"filter\":\"bottom\",\"values\":[\"3\"]},"
                   "{\"code\":\"GEO\",\"filter\":\"all\",\"values\":[\"*\"]},"
                   "{\"code\":\"KJONN\",\"filter\":\"item\",\"values\":[\"0\"]},"
                   "{\"code\":\"ALDER\",\"filter\":\"all\",\"values\":[\"0_*\",\"15_*\"]},"
                   "{\"code\":\"MEASURE_TYPE\",\"filter\":\"item\",\"values\":[\"TELLER\",\"RATE\"]}],"
                   "\"response\":{\"format\":\"csv2\"}}\n");
  check_described ("{api: udir, table: 148, filter: TidID(202512)_EnhetNivaa(3)}",
                   "# Udir's statistics bank, 148\n"
                   "GET https://api.statistikkbanken.udir.no/api/rest/v2/Eksport/148/sideData"
                   "?filter=TidID(202512)_EnhetNivaa(3)&format=0\n"
                   "# the answer decides how many pages there are\n"
                   "GET https://api.statistikkbanken.udir.no/api/rest/v2/Eksport/148/data"
                   "?filter=TidID(202512)_EnhetNivaa(3)&format=0&sideNummer=1\n");
  check_described ("{api: klass, classification: 131, kind: changes, from: 2020, to: 2024-01-02}",
                   "# Klass, the classifications of SSB, 131\n"
                   "GET https://data.ssb.no/api/klass/v1/classifications/131/changes?from=2020-01-01&to=2024-01-02\n");
}

/* The definitions and the table of APIs know the same names, in the same order. */
static void
test_table (void) {
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  for (guint i = 0; i < UT_N_FETCH_APIS; i++) {
    const UtApi *api = ut_api_find ((UtFetchApi) i);
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "allowed: ", api->name);
    g_assert_true (g_str_has_prefix (api->host, "https://"));
    g_assert_true (api->help != NULL && api->build != NULL && api->check != NULL);
    g_assert_true ((api->ask != NULL) == (api->decides != NULL));
    g_assert_cmpuint (api->calls_per_minute, <=, 64);
  }
  g_assert_null (source_load ("{api: none}", &error));
  g_assert_nonnull (strstr (error->message, names->str));
}

static void
test_fhi_mixture (void) {
  g_autoptr (UtDataset) dataset
      = source_get ("{api: fhi, source: a, table: 1, select: {AAR: [\"2*\", \"2020_2020\"]}}");
  g_autoptr (GError) error = NULL;
  g_assert_null (ut_fetch_describe (dataset, &error));
  g_assert_error (error, UT_ERROR, UT_ERROR_DEFINITION);
  g_assert_true (g_str_has_prefix (error->message, "datasets/prove/dataset.yaml:9: AAR "));
}

/* FHI's years begin with the oldest (27 of 27 bodies that its own page writes have bottom): top would fetch 1990. */
static void
test_fhi_top (void) {
  static const char *const selections[] = { "top(3)", "[\"2020_2020\", \"top(3)\"]" };
  for (guint i = 0; i < G_N_ELEMENTS (selections); i++) {
    g_autofree char *fetch = g_strdup_printf ("{api: fhi, source: a, table: 1, select: {AAR: %s}}", selections[i]);
    g_autoptr (UtDataset) dataset = source_get (fetch);
    g_autoptr (GError) error = NULL;
    g_assert_null (ut_fetch_describe (dataset, &error));
    g_assert_error (error, UT_ERROR, UT_ERROR_DEFINITION);
    g_assert_true (g_str_has_prefix (error->message, "datasets/prove/dataset.yaml:9: "));
    g_assert_nonnull (strstr (error->message, "AAR: bottom(3)"));
  }
}

/* A long list does not fit in a URL. */
static void
test_long_query (void) {
  g_autoptr (GString) fetch = g_string_new ("{api: ssb, table: 1, select: {Region: [");
  for (guint i = 0; i < 400; i++)
    g_string_append_printf (fetch, "%s\"%04u\"", i > 0 ? ", " : "", i);
  g_string_append (fetch, "], ContentsCode: \"*\", Tid: \"top(3,1)\"}, codelist: {Region: vs_Kommun}}");
  g_autoptr (UtDataset) dataset = source_get (fetch->str);
  g_autoptr (GPtrArray) requests = ut_requests_new ();
  g_assert_true (ut_api_ssb.build (dataset->fetch, "https://data.ssb.no", NULL, requests, NULL));
  const UtRequest *request = g_ptr_array_index (requests, 0);
  g_assert_cmpstr (request->url, ==,
                   "https://data.ssb.no/api/pxwebapi/v2/tables/1/data?lang=no&outputFormat=csv"
                   "&outputFormatParams=SeparatorSemicolon,UseCodesAndTexts");
  g_assert_true (g_str_has_prefix (request->body, "{\"selection\":[{\"variableCode\":\"Region\",\"codelist\":"
                                                  "\"vs_Kommun\",\"valueCodes\":[\"0000\",\"0001\","));
  g_assert_true (g_str_has_suffix (request->body, "{\"variableCode\":\"Tid\",\"valueCodes\":[\"top(3,1)\"]}],"
                                                  "\"placement\":{\"heading\":[\"ContentsCode\"],"
                                                  "\"stub\":[\"Region\",\"Tid\"]}}"));
}

static gboolean
check (const UtApi *api, const char *fetch, const char *answer) {
  g_autoptr (UtDataset) dataset = source_get (fetch);
  g_autoptr (GBytes) bytes = g_bytes_new_static (answer, strlen (answer));
  g_autoptr (GError) error = NULL;
  gboolean fine = api->check (dataset->fetch, bytes, &error);
  g_assert_true (fine == (error == NULL));
  return fine;
}

static void
test_answers (void) {
  const char *ssb = "{api: ssb, table: 1, select: {Tid: \"*\"}}";
  g_assert_true (check (&ut_api_ssb, ssb, "\"Tid\";\"Personer\"\n\"2020\";1\n"));
  g_assert_false (check (&ut_api_ssb, ssb, ""));
  g_assert_false (check (&ut_api_ssb, ssb, " \n <html>\n</html>\n"));
  g_assert_false (check (&ut_api_ssb, ssb, "{\"title\":\n1}"));
  g_assert_false (check (&ut_api_ssb, ssb, "\"Tid\";\"Personer\""));
  const char *fhi = "{api: fhi, source: a, table: 1, select: {AAR: \"*\"}}";
  g_assert_true (check (&ut_api_fhi, fhi, "{\"size\":[2,1],\"value\":[1,null]}"));
  g_assert_true (check (&ut_api_fhi, fhi, "{\"size\":[2,1],\"value\":{\"1\":3}}"));
  g_assert_false (check (&ut_api_fhi, fhi, "{\"size\":[2,2],\"value\":[1,null]}"));
  g_assert_false (check (&ut_api_fhi, fhi, "{\"size\":[2,1],\"value\":[1,nu"));
  g_assert_false (check (&ut_api_fhi, fhi, "{\"size\":[],\"value\":[]}"));
  g_assert_false (check (&ut_api_fhi, fhi, "{\"size\":[4000000000,4000000000,4000000000],\"value\":[1]}"));
  g_assert_false (check (&ut_api_fhi, fhi, "[]"));
  const char *udir = "{api: udir, table: 1, filter: TidID(1)}";
  g_assert_true (check (&ut_api_udir, udir, "[{\"a\":\"4,2\"}]"));
  g_assert_true (check (&ut_api_udir, udir, "{\"data\":[]}"));
  g_assert_false (check (&ut_api_udir, udir, "{\"kode\":400}"));
  g_assert_false (check (&ut_api_udir, udir, "[{\"a\":"));
  const char *codes = "{api: klass, classification: 131, from: 2020}";
  g_assert_true (check (&ut_api_klass, codes, "\"code\";\"name\"\n"));
  g_assert_true (check (&ut_api_klass, codes, "code,name\n"));
  g_assert_false (check (&ut_api_klass, codes, "\"oldCode\";\"oldName\"\n"));
  g_assert_false (check (&ut_api_klass, codes, "code"));
}

static GBytes *
bytes_of (const char *text) {
  return g_bytes_new_static (text, strlen (text));
}

static void
free_bytes (gpointer bytes) {
  g_bytes_unref (bytes);
}

static void
test_udir_pages (void) {
  g_autoptr (UtDataset) dataset = source_get ("{api: udir, table: 1, filter: TidID(1)}");
  g_autoptr (GPtrArray) requests = ut_requests_new ();
  g_autoptr (GBytes) three = bytes_of ("[{\"JSONSider\":3}]");
  g_autoptr (GError) error = NULL;
  g_assert_true (ut_api_udir.build (dataset->fetch, "https://a", three, requests, &error));
  g_assert_cmpuint (requests->len, ==, 3);
  g_assert_true (g_str_has_suffix (((UtRequest *) g_ptr_array_index (requests, 2))->url, "&sideNummer=3"));
  static const char *const wrong[]
      = { "[]", "[{}]", "{\"JSONSider\":0}", "{\"JSONSider\":99999999}", "{\"JSONSider\":-1}", "x" };
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (GBytes) answer = bytes_of (wrong[i]);
    g_autoptr (GError) trouble = NULL;
    g_assert_false (ut_api_udir.build (dataset->fetch, "https://a", answer, requests, &trouble));
    g_assert_error (trouble, UT_ERROR, UT_ERROR_DEFINITION);
  }
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (free_bytes);
  g_ptr_array_add (pages, bytes_of ("[{\"b\":\"4,2\",\"a\":0.1},{\"b\":\"Bø \\\"x\\\"\"}]"));
  g_ptr_array_add (pages, bytes_of ("[]"));
  g_ptr_array_add (pages, bytes_of ("{\"data\":[{\"b\":null}]}"));
  g_autoptr (GBytes) merged = ut_api_udir.merge (pages, &error);
  g_assert_no_error (error);
  const char *expected = "[\n{\"b\":\"4,2\",\"a\":0.1},\n{\"b\":\"Bø \\\"x\\\"\"},\n{\"b\":null}\n]\n";
  g_assert_cmpmem (g_bytes_get_data (merged, NULL), g_bytes_get_size (merged), expected, strlen (expected));
}

static void
check_reason (const char *answer, const char *expected) {
  g_autofree char *reason = ut_answer_reason (answer, strlen (answer));
  g_assert_cmpstr (reason, ==, expected);
}

static void
test_reasons (void) {
  check_reason ("{\"type\":\"Parameter error\",\"title\":\"Too many cells selected\",\"status\":400}",
                "Too many cells selected");
  check_reason ("{\"kode\":400,\"melding\":\"Filter må oppgis!\"}", "Filter må oppgis!");
  check_reason ("{\"status\":\"Unknown dimension:\\n\\tAR\"}", "Unknown dimension:  AR");
  check_reason ("{\"title\":\"\",\"message\":\"x\"}", "x");
  check_reason ("<html>", NULL);
  check_reason ("[1]", NULL);
  check_reason ("", NULL);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  ut_language_set_messages (UT_LANGUAGE_EN);
  g_test_add_func ("/fetch/requests/table", test_table);
  g_test_add_func ("/fetch/requests/described", test_described);
  g_test_add_func ("/fetch/requests/fhi-mixture", test_fhi_mixture);
  g_test_add_func ("/fetch/requests/fhi-top", test_fhi_top);
  g_test_add_func ("/fetch/requests/long-query", test_long_query);
  g_test_add_func ("/fetch/requests/answers", test_answers);
  g_test_add_func ("/fetch/requests/udir-pages", test_udir_pages);
  g_test_add_func ("/fetch/requests/reasons", test_reasons);
  return g_test_run ();
}
