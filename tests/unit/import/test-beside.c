#include <locale.h>
#include <string.h>

#include "import/label/beside.h"
#include "known.h"

/* One thread's rows "place;beside", between newlines; a third cell says that the place is out of time. */
static UtBeside *
read_rows (const char *rows) {
  g_autoptr (UtDictionary) codes = ut_dictionary_new (), names = ut_dictionary_new ();
  UtDictionary *dictionaries[] = { codes, names };
  UtBeside *beside = ut_beside_new (2, 0);
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);
  for (char **line = lines; *line != NULL; line++) {
    g_auto (GStrv) cells = g_strsplit (*line, ";", 3);
    const guint32 labels[] = { ut_dictionary_code (codes, cells[0]), ut_dictionary_code (names, cells[1]) };
    ut_beside_row (beside, dictionaries, labels);
    if (cells[2] != NULL)
      ut_beside_out_of_time (beside, cells[0]);
  }
  return beside;
}

/* What contradicts among the rows of two threads: "", the pairs, or why there are no codes and the example. */
static char *
judge (const Known *f, const char *const *threads, const char *const *headings) {
  g_autoptr (GPtrArray) besides = g_ptr_array_new ();
  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (besides, read_rows (threads[i]));
  UtContradictions *found = ut_beside_judge (besides, 0, (char *const *) headings, f->places);
  for (guint i = 0; i < 2; i++)
    ut_beside_free (g_ptr_array_index (besides, i));
  static const char *const doubts[] = { "", "others'", "no county", "in doubt" };
  GString *text = g_string_new (NULL);
  if (found != NULL && found->doubt != UT_CODES_OF_PLACES)
    g_string_append_printf (text, "%s: %s", doubts[found->doubt], found->example);
  for (guint i = 0; i < 2 && found != NULL && found->doubt == UT_CODES_OF_PLACES; i++) {
    g_auto (GStrv) lines = g_strsplit (threads[i], "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
      g_auto (GStrv) cells = g_strsplit (*line, ";", 2);
      if (ut_contradictions_find (found, 1, cells[0], cells[1]) != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", *line);
    }
  }
  ut_contradictions_free (found);
  return g_string_free (text, FALSE);
}

static const struct {
  const char *threads[2];
  const char *headings[3];
  const char *found;
} cases[] = {
  { { "4003;Skien\n4001;Porsgrunn", "4012;Bamble" }, { "nr", "navn" }, "" },
  { { "4003;Bamble\n4001;Porsgrunn", "4012;Bamble" }, { "nr", "navn" }, "4003;Bamble" },
  { { "4003;Skien\n4001;Porsgrunn", "4003;Bamble" }, { "nr", "navn" }, "4003;Bamble" },
  { { "4003;Skjien\n4001;Porsgrunn", "4012;Bamble" }, { "nr", "navn" }, "4003;Skjien" }, /* nobody's name */
  { { "4003;Skien\n4001;Porsgrunn", "0301;Frogner" }, { "Kode", "Tekst" }, "0301;Frogner" },
  { { "4003;Skien\n4001;Porsgrunn", "0301;NAV Frogner" }, { "Kommunenr", "Kontor" }, "0301;NAV Frogner" },
  { { "0301;Oslo\n4003;Skien", "0301;Sagene\n0301;Frogner" }, { "Kommunenr", "Navn" }, "0301;Sagene, 0301;Frogner" },
  { { "0301;Gamle Oslo\n0301;Sagene\n0301;Frogner\n0301;Ullern\n0301;Nordre Aker", "4003;Skien\n4001;Bamble" },
    { "Kommunenr", "Navn" },
    "0301;Gamle Oslo, 0301;Sagene, 0301;Frogner, 0301;Ullern, 0301;Nordre Aker, 4001;Bamble" },
  { { "4003;Skien\n4003;Bamble\n4003;Nome", "4001;Porsgrunn\n4001;Skien\n4001;Bamble" },
    { "Kommunenr", "Kommune" },
    "4003;Bamble, 4003;Nome, 4001;Skien, 4001;Bamble" },
  { { "4003;Skien\n4003;Bamble\n4003;Nome", "4001;Porsgrunn\n4001;Skien\n4001;Bamble" }, { "Fra", "Til" }, "" },
  { { "4003;Skien\n4001;Porsgrunn", "4012;" }, { "nr", "navn" }, "" },
  { { "4003;Skien kommune\n4003;Stiftelsen Barn", "4001;Kari Nes\n4001;Ola" }, { "Kommunenr", "Eier" }, "" },
  { { "4003;Telemark\n3301;Buskerud", "1103;Rogaland" }, { "nr", "fylke" }, "" },   /* where they are */
  { { "4003;avventer vedtak\n4001;-\n4012;:", "4010;-" }, { "nr", "vedtak" }, "" }, /* signs among figures */
  { { "3419;Våler\n3114;Våler", "4003;Skien" }, { "nr", "navn" }, "" },
  { { "5436;Porsa_x0001_gu - Porsanger\n4001;Porsgrunn", "4003;Skien" }, { "nr", "navn" }, "" },
  { { "0301;Oslo\n4001;Porsgrunn", "0301;Oslo - Frogner" }, { "nr", "navn" }, "0301;Oslo - Frogner" },
  { { "0101;Lodalen\n0104;Nedre Tøyen", "0105;Kampen" }, { "delbydel_id", "delbydel_navn" }, "others': 0101 Lodalen" },
  { { "0101;Lodalen\n0104;Nedre Tøyen", "0105;Kampen" }, { "kode", "navn" }, "others': 0101 Lodalen" },
  { { "4003;Per Hansen\n4001;Kari Nes", "4012;Ola Berg" }, { "kommunenr", "ordfører" }, "" },
  { { "4003;Bamble\n4001;Skien", "4012;Porsgrunn" }, { "kommunenr", "sted" }, "others': 4001 Skien" },
  { { "4003;3807\n4001;3806", "4012;3813" }, { "nr", "gammelt nr" }, "" },
  { { "4003;K\n4003;M", "4001;K\n4001;M" }, { "nr", "kjønn" }, "" },
  { { "1;a\n2;a", "13;a" }, { "alder", "kjønn" }, "no county: 13" },
  { { "1;a\n2;a", "13;a\nAlle;a" }, { "alder", "kjønn" }, "no county: 13" },
  { { "1;a\n2;a", "13;a\n4003;a" }, { "kode", "kjønn" }, "" },
  { { "3;a\n31;a", "99;a" }, { "kode", "kjønn" }, "" },
  { { "1;a\n2;a", "3;a" }, { "Kommune", "kjønn" }, "no county: 1" },
  { { "3;a\n31;a", "13;a" }, { "Fylke", "kjønn" }, "" },
  { { "5;a\n8;a\n9;a", "5;a" }, { "trinn", "kjønn" }, "in doubt: 5" },
  { { "1;a\n2;a\n3;a", "11;a\n15;a" }, { "bydelsnr", "kjønn" }, "in doubt: 1" },
  { { "03;a\n11;a", "0;a" }, { "kode", "kjønn" }, "in doubt: 3" },
  { { "31;a\n32;a", "33;a\n34;a" }, { "alder", "kjønn" }, "in doubt: 31" },
  { { "40;a", "50;a" }, { "alder", "kjønn" }, "in doubt: 40" },
  { { "3;a\n31;a", "5;a;then" }, { "kode", "kjønn" }, "no county: 5" },
  { { "3;a\n31;a", "5;a;then" }, { "Fylke", "kjønn" }, "" }, /* told one by one */
  { { "3;a\n5;a", "Hele landet;a" }, { "kode", "kjønn" }, "" },
  { { "3;a\n11;a\n15;a\n18;a\n31;a\n32;a\n33;a\n34;a", "39;a\n40;a\n42;a\n46;a\n50;a\n55;a\n56;a" },
    { "kode", "kjønn" },
    "" },
  { { "1;a\n2;a\n3;a\n4;a\n5;a\n6;a\n7;a\n8;a\n9;a\n10;a", "11;a\n12;a\n14;a\n15;a\n18;a\n19;a\n20;a\n50;a" },
    { "kode", "kjønn" },
    "" }, /* of 2018 */
  { { "3;Oslo\n31;Østfold", "13;Bergen" }, { "kode", "navn" }, "" },
  { { "3;Oslo\n30;Østfold", "40;Telemark" }, { "kode", "navn" }, "30;Østfold" },
  { { "0;Sverige\n4003;Skien", "4001;Porsgrunn" }, { "kode", "navn" }, "0;Sverige" },
  { { "0;Hele landet\n4003;Skien", "40;Telemark\n0301;OSLO" }, { "kode", "navn" }, "" },
  { { "Skien;4003\nPorsgrunn;4001", "Bamble;4012" }, { "navn", "nr" }, "" },
  { { "Skien;4001\nPorsgrunn;4001", "Bamble;4012" }, { "navn", "nr" }, "Skien;4001" },
  { { "Skien;4001\nPorsgrunn;4001", "Bamble;4012" }, { "sted", "x" }, "Skien;4001" },
  { { "Skien;4001\nPorsgrunn;4012", "Bamble;4003" },
    { "Kommune", "Kommunenr" },
    "Skien;4001, Porsgrunn;4012, Bamble;4003" },
  { { "Skien;4001\nPorsgrunn;4012", "Bamble;4003" }, { "Kommune", "Antall" }, "" },
  { { "Skien;4001\nSkien;4012", "Bamble;4003" }, { "Fra kommune", "Til kommunenr" }, "" },
  { { "Skien;40\nRingerike;33", "Stavanger;11" }, { "Kommune", "Fylkesnr" }, "" },
  { { "Skien;3807\nSkien;0806", "Sauherad;0822" }, { "Kommune", "Kommunenr" }, "" },
  { { "Skien;4003\nPorsgrunn;4001", "Sauherad;4020" }, { "Kommune", "Kommunenr i dag" }, "" },
  { { "Kautokeino;2011\nKautokeino;2012", "Kautokeino;2013" }, { "Kommune", "År" }, "" },
  { { "Oslo;03\nTelemark;40", "Rogaland;40" }, { "Fylke", "Fylkesnr" }, "Rogaland;40" },
  { { "Hele landet;0\nSkien;4003", "Norge;4001" }, { "Sted", "Kode" }, "" },
  { { "Skien;1\nBamble;2", "Oslo;1" }, { "Kommune", "kjønn" }, "" },
  { { "Frogner;0301\nSkien;4003", "Bamble;4012" }, { "Kommune", "Kommunenr" }, "" }, /* Frogner is told as it is */
  { { "4003 Skien;Bamble\n4001 Porsgrunn;Skien", "4012 Bamble;Skien" }, { "sted", "nabo" }, "" },
};

static void
test_judging (Known *f, gconstpointer data) {
  (void) data;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *found = judge (f, cases[i].threads, cases[i].headings);
    if (strcmp (found, cases[i].found) != 0)
      g_error ("case %zu (%s): “%s” and not “%s”", i, cases[i].threads[0], found, cases[i].found);
  }
}

/* "code;name" of the first n municipalities of today, each with the name of the one `shift` places on. */
static char *
make_rows (const Known *f, guint n, guint shift) {
  g_autoptr (GPtrArray) today = g_ptr_array_new ();
  for (guint i = 0; i < ut_regions_count (f->regions) && today->len < n; i++) {
    const UtRegion *region = ut_regions_get (f->regions, (UtRegionId) i);
    if (region->kind == UT_REGION_MUNICIPALITY && region->valid_to == G_MAXINT && strchr (region->name, ';') == NULL)
      g_ptr_array_add (today, (gpointer) region);
  }
  g_assert_cmpuint (today->len, ==, n);
  GString *rows = g_string_new (NULL);
  for (guint i = 0; i < n; i++) {
    const UtRegion *region = g_ptr_array_index (today, i), *named = g_ptr_array_index (today, (i + shift) % n);
    g_string_append_printf (rows, "%s%s;%s", i > 0 ? "\n" : "", region->code, named->name);
  }
  return g_string_free (rows, FALSE);
}

/* Names shifted by a line are found however many they are, and however the rows are shared out. */
static void
test_many (Known *f, gconstpointer data) {
  static const guint numbers[] = { 20, 21, 300 };
  const char *const headings[] = { "Kommunenr", "Kommune", NULL };
  (void) data;
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_autofree char *right = make_rows (f, numbers[i], 0), *shifted = make_rows (f, numbers[i], 1);
    g_autofree char *both = g_strdup_printf ("%s\n%s", right, shifted);
    const char *const apart[] = { right, shifted }, *const together[] = { both, "4003;Skien" };
    g_autofree char *of_apart = judge (f, apart, headings), *of_together = judge (f, together, headings);
    g_auto (GStrv) found = g_strsplit (of_apart, ", ", -1);
    g_assert_cmpuint (g_strv_length (found), ==, numbers[i]);
    g_assert_cmpstr (of_apart, ==, of_together);
  }
}

/* A column is out when it has very many labels a code, however the rows are shared out. */
static void
test_shares (Known *f, gconstpointer data) {
  g_autoptr (GString) first = g_string_new ("4003;Skien\n4001;Bamble"), second = g_string_new ("4001;Porsgrunn");
  GString *halves[] = { first, second };
  (void) data;
  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (halves[i % 2], "\n4012;Nr. %u", i);
  const char *const headings[] = { "nr", "navn", NULL };
  const char *const apart[] = { halves[0]->str, halves[1]->str };
  g_autofree char *rows = g_strdup_printf ("%s\n%s", halves[0]->str, halves[1]->str);
  const char *const together[] = { rows, "4003;Skien" };
  g_autofree char *of_apart = judge (f, apart, headings), *of_together = judge (f, together, headings);
  g_assert_cmpstr (of_apart, ==, "");
  g_assert_cmpstr (of_together, ==, "");
}

int
main (int argc, char **argv) {
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/import/beside/judging", Known, NULL, known_set_up, test_judging, known_tear_down);
  g_test_add ("/import/beside/many", Known, NULL, known_set_up, test_many, known_tear_down);
  g_test_add ("/import/beside/shares", Known, NULL, known_set_up, test_shares, known_tear_down);
  return g_test_run ();
}
