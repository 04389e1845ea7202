#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <utsyn/import.h>
#include <utsyn/language.h>

#include "../places.h"
#include "dump.h"

static UtRegions *regions;

static char *
propose (const UtInspection *inspection, const char *path) {
  g_autoptr (UtProposal) proposal = ut_inspection_propose (inspection, path, regions);
  return g_steal_pointer (&proposal->yaml);
}

/* What is suggested for a file of this text. */
static char *
suggest_all (const char *name, const char *text) {
  g_autofree char *folder = g_dir_make_tmp ("utsyn-suggest-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (UtFindings) findings = ut_findings_new ();
  g_autoptr (GError) error = NULL;
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_autoptr (UtInspection) it = ut_inspect (path, regions, findings, &error);
  g_assert_no_error (error);
  char *yaml = propose (it, path);
  g_unlink (path);
  g_rmdir (folder);
  return yaml;
}

/* From the line "observations:". */
static char *
suggest (const char *name, const char *text) {
  g_autofree char *yaml = suggest_all (name, text);
  const char *from = strstr (yaml, "observations:");
  g_assert_nonnull (from);
  return g_strdup (from);
}

static void
assert_has (const char *yaml, const char *line) {
  if (strstr (yaml, line) == NULL)
    g_error ("no “%s” in:\n%s", line, yaml);
}

static void
assert_lacks (const char *yaml, const char *word) {
  if (strstr (yaml, word) != NULL)
    g_error ("“%s” in:\n%s", word, yaml);
}

/* The name beside the code and the county are no choice: chosen, one municipality would be all that is read. */
static void
test_follows_place (void) {
  g_autofree char *yaml = suggest ("a.csv", "Kommunenummer,Kommune,Fylke,År,Kjønn,Antall\n"
                                            "4036,Vinje,Telemark,2023,Kvinner,3\n"
                                            "4036,Vinje,Telemark,2023,Menn,4\n"
                                            "4036,Vinje,Telemark,2024,Kvinner,5\n"
                                            "4003,Skien,Telemark,2023,Kvinner,6\n"
                                            "0301,Oslo,Oslo,2023,Menn,7\n");
  assert_has (yaml, "    region: \"Kommunenummer\"\n");
  assert_has (yaml, "    period: {column: \"År\"}\n");
  assert_has (yaml, "    select: {\"Kjønn\": all} #");
  assert_has (yaml, "    value: \"Antall\"\n");
  assert_lacks (yaml, "as: fraction");
}

/* Two places of one name are an exception, not a choice. */
static void
test_same_name (void) {
  g_autoptr (GString) text = g_string_new ("Kommune,Fylke,2024\nHerøy,Nordland,1\nHerøy,Møre og Romsdal,2\n");
  static const char *const names[]
      = { "Vinje",  "Tokke", "Skien",  "Siljan", "Nome",   "Tinn",   "Oslo", "Halden",  "Moss",
          "Bergen", "Bodø",  "Narvik", "Alta",   "Vardø",  "Vadsø",  "Lom",  "Vågå",    "Skjåk",
          "Lesja",  "Dovre", "Hamar",  "Løten",  "Stange", "Trysil", "Åmot", "Rendalen" };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (text, "%s,F%zu,%zu\n", names[i], i % 3, i);
  g_autofree char *yaml = suggest ("a.csv", text->str);
  assert_lacks (yaml, "select:");
}

/* Why a figure is hidden is no choice: chosen, the hidden ones would not be read. */
static void
test_flags (void) {
  g_autofree char *yaml = suggest ("a.csv", "GEO;AAR;KJONN;TELLER;RATE;SPVFLAGG\n"
                                            "4036;2022_2024;0;12;3.5;0\n"
                                            "4036;2022_2024;1;:;:;3\n"
                                            "4003;2022_2024;0;14;4.5;0\n");
  assert_has (yaml, "    select: {\"KJONN\": \"0\"} #");
  g_autofree char *labels = suggest ("a.csv", "Geografi;År;Måltall;Verdi;flag\n"
                                              "Vinje;2024;Antall;12;\n"
                                              "Skien;2024;Antall;:;3\n");
  assert_lacks (labels, "select:");
}

/* The total where there is one, wherever it stands. */
static void
test_totals (void) {
  g_autofree char *yaml = suggest ("a.csv", "Kommune,År,Kjønn,Alder,Andel\n"
                                            "Vinje,2023,Kvinner,0-17 år,3.5\n"
                                            "Vinje,2023,Begge kjønn,Alle aldre,4.5\n"
                                            "Vinje,2023,Menn,0-17 år,5.5\n");
  assert_has (yaml, "    select: {\"Kjønn\": \"Begge kjønn\", \"Alder\": \"Alle aldre\"} #");
}

/* A year beside a span of years is the end of it. */
static void
test_span (void) {
  g_autofree char *yaml = suggest ("a.csv", "Kommune,År (intervall),År,Andel\n"
                                            "Vinje,2020-2022,2022-01-01,0.35\n"
                                            "Vinje,2021-2023,2023-01-01,0.45\n"
                                            "Tokke,2021-2023,2023-01-01,0.55\n");
  assert_has (yaml, "    period: {column: \"År (intervall)\"}\n");
  assert_has (yaml, "    as: fraction #");
  assert_lacks (yaml, "select:");
}

/* Zero and one are counts as likely as shares. */
static void
test_zero_and_one (void) {
  g_autofree char *yaml = suggest ("a.csv", "Kommune,År,Antall\nVinje,2023,0\nTokke,2023,1\n");
  assert_lacks (yaml, "as: fraction");
}

/* A column that says the same in every row is a year or the number of the table. */
static void
test_constant_column (void) {
  g_autofree char *yaml = suggest ("a.csv", "Kommune,År,Tabell,Antall\nVinje,2023,14746,10\nTokke,2023,14746,11\n");
  assert_has (yaml, "    value: \"Antall\"\n");
}

/* Words that only end as a code does, among others, name no code. */
static void
test_figures (void) {
  static const char *const headings[] = { "Andel mestringsnivå 1", "Andel laveste mestringsnivå",  "Løpende saker",
                                          "Long-term unemployed",  "Antall barn med diagnosekode", "Guidede turer" };
  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++) {
    g_autofree char *text = g_strdup_printf ("Kommune;År;%s\nSkien;2023;7\nPorsgrunn;2023;8\n", headings[i]);
    g_autofree char *value = g_strdup_printf ("    value: \"%s\"\n", headings[i]);
    g_autofree char *yaml = suggest ("a.csv", text);
    assert_has (yaml, value);
  }
}

/* Numbers that only name, place or count off something are no figures. */
static void
test_codes (void) {
  static const char *const headings[] = { "Org.nr",   "Organisasjonsnummer", "KommuneID",   "bydel_id", "Fylkekode",
                                          "Latitude", "Longitude",           "Postnr",      "x",        "EnhetNivaa",
                                          "",         "Unnamed: 0",          "Månednummer", "Løpenr",   "Nasjonal kode",
                                          "long",     "Næring (kode)" };
  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++) {
    g_autofree char *text
        = g_strdup_printf ("%s;Kommunenr;År;Antall\n974567;4003;2023;7\n974568;4001;2023;8\n", headings[i]);
    g_autofree char *yaml = suggest ("a.csv", text);
    assert_has (yaml, "    value: \"Antall\"\n");
  }
  /* By what stands in it, whatever its heading. */
  g_autofree char *places = suggest ("a.csv", "Kommune;År;Sted;Stemmer\nSkien;2021;3807;100\nPorsgrunn;2021;3806;50\n"
                                              "Bamble;2021;3813;20\n");
  assert_has (places, "    value: \"Stemmer\"\n");
  g_autofree char *none = suggest ("a.csv", "Kommune;År;Org.nr\nSkien;2021;974567\nPorsgrunn;2021;974568\n");
  assert_has (none, "    # value: the file has no column of figures");
}

/* Groups written as numbers must be chosen like those written as words. */
static void
test_number_groups (void) {
  g_autofree char *yaml
      = suggest ("a.csv", "Kommune;År;Alder;Antall\nVinje;2023;0;3\nVinje;2023;1;4\nTokke;2023;0;5\n");
  assert_has (yaml, "    select: {\"Alder\": all} # Alder: all ages added up");
  assert_has (yaml, "    value: \"Antall\"\n");
}

/* A total beside other groups is a group, though each place has only one of them. */
static void
test_total_of_place (void) {
  g_autofree char *yaml = suggest ("a.csv", "Kommune;År;Kjønn;Antall\nVinje;2022;Begge;3\nVinje;2023;Begge;4\n"
                                            "Tokke;2022;Menn;5\nTokke;2023;Menn;6\n");
  assert_has (yaml, "    select: {\"Kjønn\": \"Begge\"} #");
}

/* What the file does not say is not guessed: check refuses the sign. */
static void
test_period_unknown (void) {
  g_autofree char *silent = suggest ("a.csv", "Kommune;Antall\nVinje;3\nTokke;4\n");
  assert_has (silent, "    # period: {fixed: \"\"} # which period are the figures of? The file does not say\n");
  g_autofree char *named = suggest ("tal_2023.csv", "Kommune;Antall\nVinje;3\nTokke;4\n");
  assert_has (named, "    # period: {fixed: \"2023\"} # the file does not say; its name says 2023");
  g_autofree char *months = suggest ("a.csv", "Kommune;År;Måned;Antall\nVinje;2023;Juni;3\nTokke;2023;Juni;4\n");
  assert_has (months, "    period: {column: [\"År\", \"Måned\"]}\n");
  g_autofree char *both = suggest ("a.csv", "Kommune;År;År-måned;Antall\nVinje;2023;202306;3\nTokke;2023;202307;4\n");
  assert_has (both, "    period: {column: \"År-måned\"}\n");
}

/* Headings that are years and nothing else. */
static void
test_years_across (void) {
  g_autofree char *yaml = suggest ("a.csv", "Kommune;2022;2023\nVinje;10;11\nTokke;12;13\n");
  assert_has (yaml, "    period: {header: true}\n");
  assert_lacks (yaml, "value:");
}

/* A file without places or figures says so where they should stand. */
static void
test_nothing (void) {
  g_autofree char *no_places = suggest ("a.csv", "navn;år;antall\nEmma;2023;10\nNora;2023;11\n");
  assert_has (no_places, "    # region: no column of places was found: name it\n");
  g_autofree char *no_figures = suggest (
      "a.csv", "\"code\";\"parentCode\";\"level\";\"name\";\"shortName\";\"notes\";\"validFrom\";\"validTo\"\n"
               "\"0301\";\"\";\"1\";\"Oslo\";;\"\";\"\";\"\"\n");
  assert_has (no_figures, "    # value: the file has no column of figures");
  assert_lacks (no_figures, "select:");
}

/* Of two columns with one heading the second has a name of its own. */
static void
test_same_heading (void) {
  g_autofree char *yaml = suggest ("a.csv", "Kommune;År;Type;Type;Antall\nVinje;2023;a;c;10\nVinje;2023;b;d;11\n"
                                            "Tokke;2023;b;c;12\n");
  assert_has (yaml, "    select: {\"Type\": \"a\", \"Type (2)\": \"c\"} #");
}

/* Headings that anyone may write do not say who published the figures. */
static void
test_source_unknown (void) {
  static const struct {
    const char *format, *text;
  } cases[] = {
    { "nav-csv", "OMRÅDE;TID;Sygedagpenge\nSkien;2024;5\nPorsgrunn;2024;6\n" },
    { "nav-csv", "Kommune;År;Sykepenger, mottakere\nSkien;2024;5\nPorsgrunn;2024;6\n" },
    { "fhi-csv", "Kommune;År;Måltall;Verdi\nSkien;2024;Antall;5\nPorsgrunn;2024;Antall;6\n" },
    { "udir-csv", "Kommunekode;EnhetNavn;År;Elever\n4003;Skien;2024;5\n4001;Porsgrunn;2024;6\n" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *yaml = suggest_all ("a.csv", cases[i].text);
    assert_has (yaml, "\n# source: # who publishes the figures?");
    assert_has (yaml, "\n# licence: # on what terms?");
    assert_has (yaml, cases[i].format);
  }
}

/* When a file was published or fetched is no period of what it counts. */
static void
test_editions (void) {
  static const char *const headings[]
      = { "Oppdatert",  "Lastet ned", "Uttrekksdato",     "Dato uttrekk",  "Sist endret",
          "Gyldig fra", "Publisert",  "Publiseringsdato", "Sist oppdatert" };
  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++) {
    g_autofree char *alone
        = g_strdup_printf ("Kommune;%s;Antall\nSkien;2024-06-01;5\nVinje;2024-06-01;6\n", headings[i]);
    g_autofree char *beside = g_strdup_printf (
        "Kommune;%s;Statistikkår;Antall\nSkien;2024-06-01;2022;5\nSkien;2024-06-01;2023;6\n", headings[i]);
    g_autofree char *unknown = suggest ("a.csv", alone), *known = suggest ("a.csv", beside);
    assert_has (unknown, "    # period: {fixed: ");
    assert_has (known, "    period: {column: \"Statistikkår\"}\n");
    assert_lacks (known, "select:");
  }
}

/* Men of one place and women of another are not to be compared. */
static void
test_group_of_place (void) {
  g_autofree char *sexes = suggest ("a.csv", "Kommune;Kjønn;År;Antall\nSkien;Menn;2024;5\nVinje;Kvinner;2024;7\n");
  assert_has (sexes, "    select: {\"Kjønn\": \"Menn\"} #");
  g_autofree char *years = suggest ("a.csv", "Kommune;Aldersgruppe;År;Antall\nSkien;0-17;2023;5\nSkien;18-29;2024;6\n"
                                             "Vinje;0-17;2023;7\nVinje;18-29;2024;8\n");
  assert_has (years, "    select: {\"Aldersgruppe\": \"0-17\"} #");
  g_autofree char *kinds
      = suggest ("a.csv", "Kommune;Sentralitet;År;Antall\nSkien;Sentral;2024;5\nVinje;Usentral;2024;7\n");
  assert_lacks (kinds, "select:");
}

/* The whole is where nothing stands beside the parts; a part never stands for it. */
static void
test_parts (void) {
  g_autofree char *districts = suggest ("a.csv", "Kommune;Bydel;År;Antall\n4003 Skien;;2024;7\n0301 Oslo;;2024;9000\n"
                                                 "0301 Oslo;0301 Gamle Oslo;2024;500\n");
  assert_has (districts, "    select: {\"Bydel\": \"\"} #");
  g_autofree char *sexes = suggest ("a.csv", "Kommune;Kjønn;År;Antall\nSkien;;2024;5\nSkien;Menn;2024;3\n");
  assert_has (sexes, "    select: {\"Kjønn\": \"\"} #");
  g_autofree char *schools = suggest ("a.csv", "Kommune;Skole;År;Antall\nSkien;Gimsøy;2024;5\nSkien;Menstad;2024;3\n"
                                               "Vinje;Rauland;2024;2\n");
  assert_has (schools, "    # 'Skole' holds parts of municipalities, none of which stands for the whole");
}

/* The first year of a span is not all of it. */
static void
test_ends_of_span (void) {
  static const struct {
    const char *headings, *years, *column;
  } cases[] = { { "Fra;Til", "2021;2023", "[\"Fra\", \"Til\"]" },
                { "Fra år;Til år", "2021;2023", "[\"Fra år\", \"Til år\"]" },
                { "Til;Fra", "2023;2021", "[\"Fra\", \"Til\"]" } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = g_strdup_printf ("Kommune;%s;Antall\nSkien;%s;5\nVinje;%s;6\n", cases[i].headings,
                                             cases[i].years, cases[i].years);
    g_autofree char *yaml = suggest ("a.csv", text),
                    *period = g_strdup_printf ("    period: {column: %s}\n", cases[i].column);
    assert_has (yaml, period);
  }
}

/* A heading that says figure goes before numbers of another kind, wherever it stands. */
static void
test_headed_figure (void) {
  static const char *const figures[] = { "Antall", "Andel", "Personer", "Prosent", "Verdi" };
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++) {
    g_autofree char *text = g_strdup_printf ("Kommune;År;Sone;%s\nSkien;2024;3;5\nVinje;2024;4;6\n", figures[i]);
    g_autofree char *value = g_strdup_printf ("    value: \"%s\"", figures[i]), *yaml = suggest ("a.csv", text);
    assert_has (yaml, value);
  }
}

static char *
suggest_file (const char *relative) {
  g_autofree char *path = g_build_filename (g_getenv ("UTSYN_SOURCE_ROOT"), "tests", "import", relative, NULL);
  g_autoptr (UtFindings) findings = ut_findings_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (UtInspection) it = ut_inspect (path, regions, findings, &error);
  g_assert_no_error (error);
  return propose (it, path);
}

/* Names are places across where they are known; ages never are, though counties have such numbers. */
static void
test_names_across (void) {
  g_autofree char *places = suggest_all ("a.csv", "År;Skien;Porsgrunn;Sum\n2022;10;20;30\n2023;30;40;70\n");
  assert_has (places, "format: crosstab\n");
  assert_has (places, "    region: \"Region\"\n    period: {column: \"År\"}\n    value: \"verdi\"\n");
  g_autofree char *ages = suggest_all ("a.csv", "bydel;kjonn;0;1;2;3;11;15;18\n"
                                                "Skien;K;5;6;7;8;9;10;11\nPorsgrunn;K;1;2;3;4;5;6;7\n");
  assert_has (ages, "format: tidy\n");
  assert_has (ages, "    region: \"bydel\"\n");
  assert_has (ages, "    value: \"0\"");
  /* Names of places both ways: the figures are of those that stand down. */
  g_autofree char *moves = suggest_all ("a.csv", "Fra;Skien;Porsgrunn\nSkien;0;5\nPorsgrunn;6;0\n");
  assert_has (moves, "    region: \"Fra\"\n");
}

/* The code is of no doubt where the name is of two places. */
static void
test_name_and_code (void) {
  g_autofree char *yaml = suggest ("a.csv", "Fylke;Fylkenavn;Kommune;KommuneID;Stemmer\n"
                                            "38;Vestfold og Telemark;Skien;3807;100\n"
                                            "38;Vestfold og Telemark;Porsgrunn;3806;50\n"
                                            "30;Viken;Våler;3018;20\n34;Innlandet;Våler;3419;10\n");
  assert_has (yaml, "    region: \"KommuneID\"\n");
  assert_has (yaml, "    value: \"Stemmer\"\n");
}

/* The number of a row is neither a figure nor a choice. */
static void
test_without_heading (void) {
  g_autofree char *yaml = suggest ("a.csv", ";Kommune;Antall\n0;4036 Vinje;3\n1;4003 Skien;5\n");
  assert_has (yaml, "    value: \"Antall\"\n");
  assert_lacks (yaml, "kolonne");
  g_autofree char *stub = suggest_file ("project/datasets/sheet-stub/ssb.xlsx");
  assert_has (stub, "    region: \"kolonne 1\"\n    period: {header: true}\n"
                    "    value: \"Barn i kulturskole (prosent)\"\n");
  g_autofree char *only = suggest_file ("fixtures/xlsx/places-without-figure-headings.xlsx");
  assert_has (only, "    region: \"kolonne 1\"\n");
}

/* One of several tables of a sheet, the largest with places, is called as it must be requested. */
static void
test_sheets (void) {
  g_autofree char *blocks = suggest_file ("project/datasets/sheet-blocks/kostra.xlsx");
  assert_has (blocks, "sheets: [\"Økonomi: Tilfeller\"]\n");
  assert_has (blocks, "    region: \"Region\"\n    period: {column: \"År \\\\ Region\"}\n    value: \"verdi\"\n");
  g_autofree char *udir = suggest_file ("project/datasets/sheet-udir/poeng.xlsx");
  assert_has (udir, "source: Utdanningsdirektoratet\n");
  assert_has (udir, "    region: \"Enhet\"\n    period: {header: true}\n"
                    "    value: \"Alle eierformer.Begge kjønn.Grunnskolepoeng\" #");
}

/* What it would use, leave and lose is said before it is taken over. */
static void
test_tried (void) {
  g_autofree char *yaml = suggest_all ("a.csv", "Kommune;År;Kjønn;Antall\nSkien;2023;Menn;5\nSkien;2023;Begge;9\n"
                                                "Vinje;2023;Begge;:\nGimsøy skole;2023;Begge;3\n");
  assert_has (yaml, "\n# tried on the file: 4 rows = 2 used + 1 not selected + 1 of no place of ours + 0 not read\n");
  assert_has (yaml, "\n# 1 figure; 1 without a figure: suppressed by the source\n");
  assert_has (yaml, "\n# municipalities with a figure in 2023: 1 of 357\n");
  assert_has (yaml, "\n# 1 finding, in line 5: 'Gimsøy skole'");
  /* The period is asked for, and the trial goes on with the year of the name. */
  g_autofree char *undated = suggest_all ("tal-2023.csv", "Kommune;Antall\nSkien;5\nVinje;6\n");
  assert_has (undated, "\n# municipalities with a figure in 2023: 2 of 357\n");
  assert_has (undated, "id: tal #");
  assert_has (undated, "\ntitle: \"Tal\"\n");
  assert_has (undated, "\nvintages: all #");
  assert_lacks (undated, "\nfiles:");
  g_autofree char *years = suggest_all ("a.csv", "Kommune;År;Antall\nSkien;2023;5\nSkien;2024;6\n");
  assert_lacks (years, "vintages:");
}

/* A total that no word tells makes the proposal choose instead of adding up. */
static void
test_sum_refused (void) {
  g_autofree char *yaml
      = suggest ("a.csv", "Kommune;År;Boligtype;Antall\nSkien;2023;Småhus;50\nSkien;2023;Enebolig;30\n"
                          "Skien;2023;Rekkehus;20\nVinje;2023;Småhus;60\nVinje;2023;Enebolig;50\n"
                          "Vinje;2023;Rekkehus;10\nTokke;2023;Småhus;9\nTokke;2023;Enebolig;5\n"
                          "Tokke;2023;Rekkehus;4\n");
  assert_has (yaml, "    select: {\"Boligtype\": \"Småhus\"} # Boligtype: the first of 3: choose\n");
  /* Shares have no sum, nor have different measures, nor groups that somebody may be in several of. */
  g_autofree char *shares
      = suggest ("a.csv", "Kommune;År;Alder;Prosent\nSkien;2023;0-5 år;50\nSkien;2023;6-15 år;30\n");
  assert_has (shares, "    select: {\"Alder\": \"0-5 år\"} #");
  g_autofree char *measures
      = suggest ("a.csv", "Kommune;År;Måltall;Verdi\nSkien;2023;Brukere;50\nSkien;2023;I alt;30\n");
  assert_has (measures, "    select: {\"Måltall\": \"Brukere\"} #");
  g_autofree char *medicines
      = suggest ("a.csv", "Kommune;År;Legemiddel;Brukere\nSkien;2023;A;50\nSkien;2023;B;30\nVinje;2023;A;3\n");
  assert_has (medicines, "    select: {\"Legemiddel\": \"A\"} #");
}

/* What the program itself calls the quality of a figure is read as that. */
static void
test_quality (void) {
  g_autofree char *yaml = suggest ("a.csv", "Kommune;År;Kvalitet;Antall\nSkien;2023;ok;5\nSkien;2024;preliminary;6\n"
                                            "Vinje;2023;ok;7\nVinje;2024;break;7\n");
  assert_has (yaml, "    quality: \"Kvalitet\"\n");
  assert_lacks (yaml, "select:");
}

/* Where no place has all the labels, their sum is missing everywhere. */
static void
test_sum_of_nowhere (void) {
  g_autofree char *yaml = suggest ("a.csv", "Kommune;År;Alder;Antall\nSkien;2023;0-5 år;5\nVinje;2023;6-15 år;6\n"
                                            "Tokke;2023;0-5 år;5\n");
  assert_has (yaml, "    select: {\"Alder\": \"0-5 år\"} # Alder: the first of 2: choose\n");
}

/* 0 is all of them where groups are numbers, and the first year where they are ages. */
static void
test_zero (void) {
  g_autofree char *yaml = suggest ("a.csv", "Kommune;År;Kjønn;Alder;Antall\nSkien;2023;0;0;9\nSkien;2023;1;0;4\n"
                                            "Skien;2023;2;0;5\nSkien;2023;0;1;9\nSkien;2023;1;1;4\nSkien;2023;2;1;5\n");
  assert_has (yaml, "    select: {\"Kjønn\": \"0\", \"Alder\": all} # Kjønn: the total; Alder: all ages added up");
}

/* The code beside a label is chosen with it, and is no choice of its own. */
static void
test_settled (void) {
  g_autofree char *yaml
      = suggest ("a.csv", "Kommune;År;Måltall;Målkode;Verdi\nSkien;2023;Brukere;KOS1;50\nSkien;2023;Andel;KOS2;30\n"
                          "Vinje;2023;Brukere;KOS1;5\nVinje;2023;Andel;KOS2;3\n");
  assert_has (yaml, "    select: {\"Måltall\": \"Brukere\"} # Måltall: the first of 2: choose\n");
}

/* Schools under the code of their municipality are of another level. */
static void
test_level (void) {
  g_autofree char *yaml
      = suggest ("a.csv", "Kommunenr;Nivå;År;Poeng\n4003;3;2023;40,5\n4003;4;2023;41,5\n4003;4;2023;39,5\n"
                          "4036;3;2023;42,5\n4036;4;2023;43,5\n");
  assert_has (yaml, "    select: {\"Nivå\": \"3\"} # Nivå: the level with most municipalities\n");
}

/* One odd word among figures makes no group of them. */
static void
test_figures_as_labels (void) {
  g_autoptr (GString) text = g_string_new ("Kommune;År;Bosatte;Antall vedtatt\nSkien;2023;7;avventer\n");
  static const char *const names[] = { "Vinje",  "Tokke", "Siljan", "Nome", "Tinn",  "Halden", "Moss",
                                       "Bergen", "Bodø",  "Narvik", "Alta", "Vardø", "Vadsø",  "Lom" };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (text, "%s;2023;%zu;%zu\n", names[i], i + 3, i + 40);
  g_autofree char *yaml = suggest ("a.csv", text->str);
  assert_lacks (yaml, "select:");
}

/* The agency whose name begins the file's is a hint, and no answer. */
static void
test_hint (void) {
  g_autofree char *yaml = suggest_all ("ssb_folketal.csv", "Kommune;År;Antall\nSkien;2023;5\nVinje;2023;6\n");
  assert_has (yaml, "\n# source: Statistisk sentralbyrå # the file does not say");
  assert_has (yaml, "\n# licence: CC BY 4.0 # the file does not say");
}

/* What lies beside the figures of a dataset is none of them. */
static void
test_own_names (void) {
  static const char *const names[] = { "fetched.json", "dataset.yaml" };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (UtFindings) findings = ut_findings_new ();
    g_autoptr (GError) error = NULL;
    g_autofree char *path = g_build_filename ("datasets", "a", names[i], NULL);
    g_assert_null (ut_inspect (path, regions, findings, &error));
    g_assert_nonnull (strstr (error->message, "no file of figures: inspect the files beside it"));
  }
}

int
main (int argc, char **argv) {
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ut_language_set_messages (UT_LANGUAGE_EN);
  regions = places_load ();
  g_test_add_func ("/import/suggest/source-unknown", test_source_unknown);
  g_test_add_func ("/import/suggest/editions", test_editions);
  g_test_add_func ("/import/suggest/group-of-place", test_group_of_place);
  g_test_add_func ("/import/suggest/parts", test_parts);
  g_test_add_func ("/import/suggest/ends-of-span", test_ends_of_span);
  g_test_add_func ("/import/suggest/headed-figure", test_headed_figure);
  g_test_add_func ("/import/suggest/codes", test_codes);
  g_test_add_func ("/import/suggest/figures", test_figures);
  g_test_add_func ("/import/suggest/number-groups", test_number_groups);
  g_test_add_func ("/import/suggest/total-of-place", test_total_of_place);
  g_test_add_func ("/import/suggest/period-unknown", test_period_unknown);
  g_test_add_func ("/import/suggest/follows-place", test_follows_place);
  g_test_add_func ("/import/suggest/same-name", test_same_name);
  g_test_add_func ("/import/suggest/totals", test_totals);
  g_test_add_func ("/import/suggest/flags", test_flags);
  g_test_add_func ("/import/suggest/span", test_span);
  g_test_add_func ("/import/suggest/zero-and-one", test_zero_and_one);
  g_test_add_func ("/import/suggest/constant-column", test_constant_column);
  g_test_add_func ("/import/suggest/years-across", test_years_across);
  g_test_add_func ("/import/suggest/names-across", test_names_across);
  g_test_add_func ("/import/suggest/name-and-code", test_name_and_code);
  g_test_add_func ("/import/suggest/without-heading", test_without_heading);
  g_test_add_func ("/import/suggest/sheets", test_sheets);
  g_test_add_func ("/import/suggest/nothing", test_nothing);
  g_test_add_func ("/import/suggest/tried", test_tried);
  g_test_add_func ("/import/suggest/sum-refused", test_sum_refused);
  g_test_add_func ("/import/suggest/quality", test_quality);
  g_test_add_func ("/import/suggest/sum-of-nowhere", test_sum_of_nowhere);
  g_test_add_func ("/import/suggest/zero", test_zero);
  g_test_add_func ("/import/suggest/settled", test_settled);
  g_test_add_func ("/import/suggest/level", test_level);
  g_test_add_func ("/import/suggest/figures-as-labels", test_figures_as_labels);
  g_test_add_func ("/import/suggest/hint", test_hint);
  g_test_add_func ("/import/suggest/own-names", test_own_names);
  g_test_add_func ("/import/suggest/same-heading", test_same_heading);
  int status = g_test_run ();
  ut_regions_free (regions);
  return status;
}
