#include <locale.h>

#include "known.h"

static const struct {
  const char *label;
  int year;
  UtPlaceState state;
  const char *code; /* of the region or the older municipality */
} cases[] = {
  { "4003 Skien", 2024, UT_PLACE_DIRECT, "4003" },
  { "4003 Skien", 2026, UT_PLACE_DIRECT, "4003" },
  { "4003 Skien", 2021, UT_PLACE_OUT_OF_TIME, "4003" },
  { "3807 Skien", 2021, UT_PLACE_RESTATED, "3807" },
  { "3807 Skien", 2024, UT_PLACE_OUT_OF_TIME, "3807" },
  { "0101 Halden (-2019)", 2013, UT_PLACE_RESTATED, "0101" },
  { "301", 2019, UT_PLACE_DIRECT, "0301" },
  { "1103", 2019, UT_PLACE_RESTATED, "1103" },
  { "1103", 2020, UT_PLACE_DIRECT, "1103" },
  { "F-40", 2024, UT_PLACE_DIRECT, "40" },
  { "40 Telemark", 2021, UT_PLACE_OUT_OF_TIME, "40" },
  { "38", 2021, UT_PLACE_DIRECT, "38" },
  { "3", 2024, UT_PLACE_DIRECT, "03" },
  { "8", 2018, UT_PLACE_RESTATED, "08" },
  { "3 Oslo", 2024, UT_PLACE_UNKNOWN, NULL },
  { "EAK Landet", 2021, UT_PLACE_DIRECT, "0" },
  { "Landet", 2021, UT_PLACE_DIRECT, "0" },
  { "vest-telemark", 2021, UT_PLACE_DIRECT, "vest-telemark" },
  { "Oslo", 2021, UT_PLACE_DIRECT, "0301" },
  { "SKIEN", 2021, UT_PLACE_RESTATED, "3807" },
  { "Skien kommune", 2024, UT_PLACE_DIRECT, "4003" },
  { "Skien", 2018, UT_PLACE_RESTATED, "0806" },
  { "Telemark", 2018, UT_PLACE_RESTATED, "08" },
  { "08 Telemark (-2019)", 2018, UT_PLACE_RESTATED, "08" },
  { "F-20", 2016, UT_PLACE_RESTATED, "20" },
  { "08", 2020, UT_PLACE_OUT_OF_TIME, "08" },
  { "19 Troms", 2018, UT_PLACE_DIRECT, "19" },
  { "07", 2020, UT_PLACE_OUT_OF_TIME, "07" },
  { "Telemark", 2024, UT_PLACE_DIRECT, "40" },
  { "Telemark", 2021, UT_PLACE_OUT_OF_TIME, "40" }, /* the same county before and after */
  { "Finnmark", 2021, UT_PLACE_OUT_OF_TIME, "56" },
  { "Vestfold", 2021, UT_PLACE_AMBIGUOUS, NULL }, /* not the same */
  { "Våler", 2024, UT_PLACE_AMBIGUOUS, NULL },
  { "Våler (Innlandet)", 2024, UT_PLACE_DIRECT, "3419" },
  { "Våler (Østfold)", 2018, UT_PLACE_RESTATED, "0137" },
  { "Herøy (Nordland)", 2024, UT_PLACE_DIRECT, "1818" },
  { "Porsanger - Porsáŋgu - Porsanki", 2024, UT_PLACE_DIRECT, "5622" },
  { "Karasjok", 2024, UT_PLACE_DIRECT, "5610" },
  { "4099 Ingensteds", 2024, UT_PLACE_UNKNOWN, NULL },
  { "Atlantis", 2024, UT_PLACE_UNKNOWN, NULL },
  { "", 2024, UT_PLACE_UNKNOWN, NULL },
  { "030101 Gamle Oslo", 2024, UT_PLACE_OUTSIDE, NULL },
  { "38011 Skien", 2024, UT_PLACE_UNKNOWN, NULL },
  { "4003 Bamble", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "4003 - Bamble", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "01 Gamle Oslo", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "18 - 29 år", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "16 år", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "0 år", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "0301 NAV Frogner", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "0301 Bydel Frogner", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "0301 Oslo - Frogner", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "00 Sweden", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "01 Stockholm county", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "01 Jordbruk", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "03 Fiske og fangst", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "11 trinn", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "3419 Våler (Østfold)", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "1515 Herøy (Nordland)", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "3430 Os i Hordaland", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "K-4003 Bamble", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "K4003 Hele landet", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "F-40 Vestfold", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "EKA31 Akershus", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "EAK Landet uten Oslo", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "EKG05 KOSTRA-gruppe 13", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "301 Bergen", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "0301 OSLO", 2024, UT_PLACE_DIRECT, "0301" },
  { "0301 Oslo - Oslove i alt", 2024, UT_PLACE_DIRECT, "0301" },
  { "0301 Oslo 1)", 2024, UT_PLACE_DIRECT, "0301" },
  { "0301 Oslo*", 2024, UT_PLACE_DIRECT, "0301" },
  { "0301 Oslo municipality", 2024, UT_PLACE_DIRECT, "0301" },
  { "03 Oslo (fylke)", 2024, UT_PLACE_DIRECT, "03" },
  { "00 Norge", 2024, UT_PLACE_DIRECT, "0" },
  { "0 I alt", 2024, UT_PLACE_DIRECT, "0" },
  { "0221 Aurskog Høland", 2016, UT_PLACE_RESTATED, "0221" },
  { "1736 Snåase Snåsa", 2016, UT_PLACE_RESTATED, "1736" },
  { "1850 - Divtasvuodna – Tysfjord", 2016, UT_PLACE_RESTATED, "1850" },
  { "2021 Kárásjohka Karasjok", 2016, UT_PLACE_RESTATED, "2021" },
  { "5612 Guovdageaidnu", 2024, UT_PLACE_DIRECT, "5612" },
  { "5622 Porsanger - Porsángu - Porsanki", 2024, UT_PLACE_DIRECT, "5622" },
  { "50 Trøndelag - Trööndelage", 2024, UT_PLACE_DIRECT, "50" },
  { "54 Troms og Finnmark - Romsa ja Finnmárku", 2021, UT_PLACE_DIRECT, "54" },
  { "1507 Ålesund (2020 - 2023)", 2021, UT_PLACE_RESTATED, "1507" },
  { "1514 Sande (M. og R.)", 2024, UT_PLACE_DIRECT, "1514" },
  { "3018 Våler (Østfold)", 2021, UT_PLACE_RESTATED, "3018" },
  { "3018 Våler (Viken)", 2021, UT_PLACE_RESTATED, "3018" },
  { "3419 Våler (Hedmark)", 2024, UT_PLACE_DIRECT, "3419" },
  { "3419 Våler i Solør", 2024, UT_PLACE_DIRECT, "3419" },
  { "3419 Våler, Innlandet", 2024, UT_PLACE_DIRECT, "3419" },
  { "3419 Våler, Østfold", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "Våler, Innlandet", 2024, UT_PLACE_DIRECT, "3419" },
  { "3322 Nes", 2024, UT_PLACE_DIRECT, "3322" },
  { "3322 Nes, Buskerud", 2024, UT_PLACE_DIRECT, "3322" },
  { "3322 Nes, Akershus", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "Våler, Norge", 2024, UT_PLACE_UNKNOWN, NULL },
  { "3430 Os i Hedmark", 2024, UT_PLACE_DIRECT, "3430" },
  { "K-5006 teinkj", 2024, UT_PLACE_DIRECT, "5006" },
  { "K-5006 teinkj kommune", 2024, UT_PLACE_DIRECT, "5006" },
  { "K-0301 Frogner", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "K-4003 NAV Skien", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "K4001 Porsgrunn legevakt", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "K-1824 Vesten", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "EKA03 Sagene", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "F-40 Øst", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "F40 Helseregion Sør-Øst", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "EKA11 Helse Vest", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "EAK Sverige", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "EAK Gjennomsnitt kommunene utenfor Oslo", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "EKA31 Gjennomsnitt Østfold", 2024, UT_PLACE_DIRECT, "31" },
  { "EKA31 Gjennomsnitt for kommunene i Østfold fylke", 2024, UT_PLACE_DIRECT, "31" },
  { "EKG05 Oslo", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "EKA31 Østfold (2020-2023)", 2024, UT_PLACE_DIRECT, "31" },
  { "EAK Gjennomsnitt landet", 2024, UT_PLACE_DIRECT, "0" },
  { "EKG05 Kostragruppe 5", 2024, UT_PLACE_DIRECT, "EKG05" },
  { "EKG05 Gjennomsnitt for kommunegruppe 05", 2024, UT_PLACE_DIRECT, "EKG05" },
  { "Våler i Solør", 2024, UT_PLACE_DIRECT, "3419" },
  { "Skien (4003)", 2024, UT_PLACE_DIRECT, "4003" },
  { "Våler (3419)", 2024, UT_PLACE_DIRECT, "3419" },
  { "Bamble (4003)", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "Tønsberg (1988)", 2024, UT_PLACE_DIRECT, "3905" },
  { "3905 Tonsberg", 2024, UT_PLACE_DIRECT, "3905" },
  { "3201 Baerum", 2024, UT_PLACE_DIRECT, "3201" },
  { "3328 Aal", 2024, UT_PLACE_DIRECT, "3328" },
  { "3905 T?nsberg", 2024, UT_PLACE_DIRECT, "3905" },
  { "3905 T\357\277\275nsberg:", 2024, UT_PLACE_DIRECT, "3905" },
  { "3338 Nore & Uvdal", 2024, UT_PLACE_DIRECT, "3338" },
  { "Møre & Romsdal", 2024, UT_PLACE_DIRECT, "15" },
  { "4003 Skien.", 2024, UT_PLACE_DIRECT, "4003" },
  { "3303 Kongsberg*)", 2024, UT_PLACE_DIRECT, "3303" },
  { "3201 Bærum [1]", 2024, UT_PLACE_DIRECT, "3201" },
  { "4003 Bamble [1]", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "Bærum [1]", 2024, UT_PLACE_DIRECT, "3201" },
  { "3905 ?", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "3328 ?l ?l ?l ?l ?l ?l ?l ?l ?l ?l ?l ?l ?l ?l ?l ?l ?l ?l ?l ?l ?l ?l ?l ?l ?l ?l ?l ?l ?l ?l ?l x", 2024,
    UT_PLACE_CONTRADICTED, NULL }, /* at once */
  { "Sande (Møre og R.)", 2024, UT_PLACE_DIRECT, "1514" },
  { "4003: Skien", 2024, UT_PLACE_DIRECT, "4003" },
  { "4003, Skien", 2024, UT_PLACE_DIRECT, "4003" },
  { "4003_Skien", 2024, UT_PLACE_DIRECT, "4003" },
  { "4003-Skien kommune", 2024, UT_PLACE_DIRECT, "4003" },
  { "4003. Skien", 2024, UT_PLACE_DIRECT, "4003" },
  { "4003 | Skien", 2024, UT_PLACE_DIRECT, "4003" },
  { "4003 (Skien)", 2024, UT_PLACE_DIRECT, "4003" },
  { "4003\342\200\203Skien", 2024, UT_PLACE_DIRECT, "4003" },
  { "4003\302\240Skien", 2024, UT_PLACE_DIRECT, "4003" },
  { "4003\302\240–\302\240Skien", 2024, UT_PLACE_DIRECT, "4003" },
  { "K-4003: Skien", 2024, UT_PLACE_DIRECT, "4003" },
  { "40/Telemark", 2024, UT_PLACE_DIRECT, "40" },
  { "0: Hele landet", 2024, UT_PLACE_DIRECT, "0" },
  { "030101: Gamle Oslo", 2024, UT_PLACE_OUTSIDE, NULL },
  { "4003: Bamble", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "4003_Bamble", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "4003\302\240Bamble", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "4003 (Bamble)", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "0301: NAV Frogner", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "01: Gamle Oslo", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "18-åringer", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "18\302\240-\302\24029 år", 2024, UT_PLACE_CONTRADICTED, NULL },
  { "18-29 år", 2024, UT_PLACE_UNKNOWN, NULL },
  { "11. trinn", 2024, UT_PLACE_UNKNOWN, NULL },
  { "11.", 2024, UT_PLACE_UNKNOWN, NULL },
  { "11,5", 2024, UT_PLACE_UNKNOWN, NULL },
  { "0-åringer", 2024, UT_PLACE_UNKNOWN, NULL },
  { "00: Sweden", 2024, UT_PLACE_UNKNOWN, NULL },
  { "2022/23", 2024, UT_PLACE_UNKNOWN, NULL },
  { "Unjárga-Nesseby", 2024, UT_PLACE_DIRECT, "5636" },
  { "Nesseby - Unjárga", 2024, UT_PLACE_DIRECT, "5636" },
  { "Nesseby/Unjárga", 2024, UT_PLACE_DIRECT, "5636" },
  { "5636: Nesseby / Unjárga", 2024, UT_PLACE_DIRECT, "5636" },
  { "Troms Romsa", 2024, UT_PLACE_DIRECT, "55" },
  { "Romsa – Troms", 2024, UT_PLACE_DIRECT, "55" },
  { "55 Tromssa, Troms, Romsa", 2024, UT_PLACE_DIRECT, "55" },
  { "Guovdageaidnu Kautokeino", 2024, UT_PLACE_DIRECT, "5612" },
  { "KAUTOKEINO GUOVDAGEAIDNU kommune", 2024, UT_PLACE_DIRECT, "5612" },
  { "Porsanki Porsanger Porsáŋgu", 2024, UT_PLACE_DIRECT, "5622" },
  { "Oslo - Frogner", 2024, UT_PLACE_UNKNOWN, NULL },
  { "Skien - Bamble", 2024, UT_PLACE_UNKNOWN, NULL },
  { "Skien Bamble", 2024, UT_PLACE_UNKNOWN, NULL },
  { "Kautokeino Karasjok", 2024, UT_PLACE_UNKNOWN, NULL },
  { "Troms Vestfold", 2024, UT_PLACE_UNKNOWN, NULL },
};

static void
test_places (Known *f, gconstpointer data) {
  (void) data;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const UtPlace *place = ut_places_find (f->places, cases[i].label, cases[i].year);
    g_test_message ("%s in %d", cases[i].label, cases[i].year);
    g_assert_cmpint (place->state, ==, cases[i].state);
    g_assert_true (place == ut_places_find (f->places, cases[i].label, cases[i].year));
    if (cases[i].code == NULL)
      continue;
    g_assert_cmpstr (place->code, ==, cases[i].code);
    if (place->state == UT_PLACE_DIRECT)
      g_assert_cmpstr (ut_regions_get (f->regions, place->region)->code, ==, cases[i].code);
  }
}

#define OWN                                                                                                            \
  { .kind = UT_BOUNDARIES_OWN }
#define NEXT                                                                                                           \
  { .kind = UT_BOUNDARIES_NEXT }
#define ROWS                                                                                                           \
  { .kind = UT_BOUNDARIES_ROWS }
#define OF(y)                                                                                                          \
  { UT_BOUNDARIES_YEAR, y }
#define YEAR(y)                                                                                                        \
  { UT_PERIOD_YEAR, .first_year = y, .last_year = y }
#define SCHOOL(y)                                                                                                      \
  { UT_PERIOD_SCHOOL_YEAR, .first_year = y, .last_year = y + 1 }

static const struct {
  const char *label;
  UtBoundaries boundaries;
  UtPeriod period;
  UtPlaceState state;
  const char *region; /* NULL: its figures go nowhere */
} out_of_time[] = {
  { "30", OWN, YEAR (2024), UT_PLACE_OUT_OF_TIME, NULL },
  { "30", OF (2024), YEAR (2024), UT_PLACE_OUT_OF_TIME, NULL },
  { "30", OF (2024), YEAR (2021), UT_PLACE_DIRECT, "30" },
  { "30", OF (2021), YEAR (2016), UT_PLACE_DIRECT, "30" }, /* a back-cast */
  { "30", OF (2024), YEAR (2019), UT_PLACE_OUT_OF_TIME, NULL },
  { "30", OWN, SCHOOL (2023), UT_PLACE_DIRECT, "30" },
  { "30", NEXT, SCHOOL (2023), UT_PLACE_DIRECT, "30" },
  { "30", ROWS, YEAR (2016), UT_PLACE_DIRECT, "30" },
  { "08", OWN, YEAR (2021), UT_PLACE_OUT_OF_TIME, "40" }, /* no other has it */
  { "08", ROWS, YEAR (2021), UT_PLACE_OUT_OF_TIME, "40" },
  { "07", OWN, YEAR (2021), UT_PLACE_OUT_OF_TIME, NULL },
  { "07", ROWS, YEAR (2021), UT_PLACE_OUT_OF_TIME, NULL },
  { "31", OWN, YEAR (2021), UT_PLACE_OUT_OF_TIME, "31" },
  { "31", ROWS, YEAR (2021), UT_PLACE_DIRECT, "31" },
  { "3807", OWN, YEAR (2024), UT_PLACE_OUT_OF_TIME, NULL },
  { "3807", ROWS, YEAR (2024), UT_PLACE_OUT_OF_TIME, NULL },
  { "3807", ROWS, YEAR (2012), UT_PLACE_RESTATED, "4003" },
  { "3807", OWN, SCHOOL (2023), UT_PLACE_RESTATED, "4003" }, /* its autumn's */
  { "3807", NEXT, SCHOOL (2023), UT_PLACE_OUT_OF_TIME, NULL },
  { "4003", OWN, SCHOOL (2023), UT_PLACE_OUT_OF_TIME, "4003" },
  { "4003", NEXT, SCHOOL (2023), UT_PLACE_DIRECT, "4003" },
  { "4003", ROWS, SCHOOL (2023), UT_PLACE_DIRECT, "4003" },
  { "1103", OWN, SCHOOL (2019), UT_PLACE_RESTATED, "1103" },
  { "1103", NEXT, SCHOOL (2019), UT_PLACE_DIRECT, "1103" },
  { "1103", ROWS, SCHOOL (2019), UT_PLACE_RESTATED, "1103" },
  { "3807", OF (2024), YEAR (2021), UT_PLACE_OUT_OF_TIME, NULL },
  { "4003", OF (2024), YEAR (2015), UT_PLACE_DIRECT, "4003" },
  { "4003", OWN, YEAR (2015), UT_PLACE_OUT_OF_TIME, "4003" },
  { "4003", ROWS, YEAR (2015), UT_PLACE_DIRECT, "4003" },
};
#undef OWN
#undef NEXT
#undef ROWS
#undef OF
#undef YEAR
#undef SCHOOL

/* What a code is when the boundaries of a file, or the period of a figure, are not its own. */
static void
test_out_of_time (Known *f, gconstpointer data) {
  (void) data;
  for (gsize i = 0; i < G_N_ELEMENTS (out_of_time); i++) {
    const UtPlace *place
        = ut_places_find_then (f->places, out_of_time[i].label, out_of_time[i].boundaries, out_of_time[i].period);
    g_test_message ("%s, case %zu", out_of_time[i].label, i);
    g_assert_cmpint (place->state, ==, out_of_time[i].state);
    g_assert_cmpint (ut_place_is_nowhere (place), ==, out_of_time[i].region == NULL);
    if (out_of_time[i].region == NULL)
      continue;
    UtRegionId region
        = place->targets != NULL ? g_array_index (place->targets, UtRestatement, 0).region : place->region;
    g_assert_cmpstr (ut_regions_get (f->regions, region)->code, ==, out_of_time[i].region);
  }
}

/* Two labels of one code are one place, so that a figure given twice is found. */
static void
test_same_place (Known *f, gconstpointer data) {
  (void) data;
  g_assert_true (ut_places_find (f->places, "0301 Oslo", 2024) == ut_places_find (f->places, "Oslo kommune", 2024));
  g_assert_true (ut_places_find (f->places, "0301", 2024) != ut_places_find (f->places, "0301", 2021));
}

static void
check_predecessors (const Known *f, const char *target, int year, const char *expected) {
  const UtRegion *region = ut_regions_find_code (f->regions, target);
  const GArray *list = ut_places_predecessors (f->places, region->id, year);
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; list != NULL && i < list->len; i++) {
    const UtPredecessor *p = &g_array_index (list, UtPredecessor, i);
    g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", p->code, p->weight != 1 ? "*" : "");
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_predecessors (Known *f, gconstpointer data) {
  (void) data;
  check_predecessors (f, "4003", 2021, "3807");
  check_predecessors (f, "4020", 2018, "0821 0822");
  check_predecessors (f, "1103", 2019, "1103 1141 1142");
  check_predecessors (f, "1103", 2021, "1103");
  check_predecessors (f, "1508", 2021, "1507*");
  check_predecessors (f, "1806", 2018, "1805 1850* 1854");
}

int
main (int argc, char **argv) {
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/import/places/labels", Known, NULL, known_set_up, test_places, known_tear_down);
  g_test_add ("/import/places/out-of-time", Known, NULL, known_set_up, test_out_of_time, known_tear_down);
  g_test_add ("/import/places/same", Known, NULL, known_set_up, test_same_place, known_tear_down);
  g_test_add ("/import/places/predecessors", Known, NULL, known_set_up, test_predecessors, known_tear_down);
  return g_test_run ();
}
