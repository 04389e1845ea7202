"""Public files as a person would count them by hand: rows read with Python's own readers, never with the importers.

A reader gives the records of a file: (line, {heading: text}). FILES says of each how it is written, how many records
the hand count found, what must be read from it and which of its places are none of ours.
"""
import csv
import io
import json
import re
import xml.etree.ElementTree as ElementTree
import zipfile

SHEET = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def cells_of(path, encoding, delimiter):
    text = path.read_bytes().decode(encoding)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [(reader.line_num, row) for row in reader]


def plain(encoding="utf-8-sig", delimiter=",", above=0):
    """A heading row after `above` lines, then a record a line; a record may be shorter than its heading."""
    def read(path):
        lines = [(number, cells) for number, cells in cells_of(path, encoding, delimiter) if number > above]
        heading = lines[0][1]
        return [(number, dict(zip(heading, cells))) for number, cells in lines[1:] if cells]
    return read


def numbered(encoding, delimiter, above):
    """Headings may be the same: a column is then called by its number, counted from 0."""
    def read(path):
        lines = [(number, cells) for number, cells in cells_of(path, encoding, delimiter) if number > above]
        heading = [name if lines[0][1].count(name) == 1 else str(i) for i, name in enumerate(lines[0][1])]
        return [(number, dict(zip(heading, cells))) for number, cells in lines[1:]]
    return read


def headed(n_heading_rows, n_labels, split):
    """IMDi: every cell a record, with the dimension and value that `split` finds in the rows of headings above it."""
    def read(path):
        lines = cells_of(path, "latin-1", ";")
        names = [re.sub(r"\s+", " ", name) for name in lines[0][1][:n_labels]]
        records = []
        for number, cells in lines[n_heading_rows:]:
            for i in range(n_labels, len(cells)):
                record = dict(zip(names, cells))
                record.update(re.split(split, lines[k][1][i], maxsplit=1) for k in range(n_heading_rows))
                records.append((number, dict(record, verdi=cells[i])))
        return records
    return read


def across(first_label, place, value):
    """Places in the heading: every cell a record."""
    def read(path):
        lines = cells_of(path, "utf-8", ",")
        heading = lines[0][1]
        return [(number, {first_label: cells[0], place: heading[i], value: cells[i]})
                for number, cells in lines[1:] for i in range(1, len(heading))]
    return read


def json_stat(path):
    data = json.loads(path.read_text(encoding="utf-8"))["dataset"]
    dimensions = data["dimension"]
    names, sizes = dimensions["id"], dimensions["size"]
    labels = []
    for name in names:
        category = dimensions[name]["category"]
        codes = sorted(category["index"], key=category["index"].get)
        labels.append([code if category["label"][code] == code else code + " - " + category["label"][code]
                       for code in codes])
    heads = [name + " - " + dimensions[name]["label"] for name in names]
    records = []
    for offset, value in enumerate(data["value"]):
        rest, record = offset, {"value": "" if value is None else repr(value)}
        for i in reversed(range(len(names))):
            rest, position = divmod(rest, sizes[i])
            record[heads[i]] = labels[i][position]
        records.append((offset + 1, record))
    return records


def px(path):
    text = path.read_bytes().decode("latin-1")
    lines = text[:text.index("DATA=")].count("\n") + 2
    tokens = text[text.index("DATA=") + 5:].rstrip().rstrip(";").split()
    return [(lines, {"value": token, "TettSted - tettsted": "0801 - Oslo"}) for token in tokens]


def geojson(path):
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return [(number + 1, dict(feature["properties"])) for number, feature in enumerate(features)]


def sheet(name, heading_row, columns="A-Z"):
    """A sheet of a workbook; cells without a heading are left out."""
    first, last = columns.split("-")

    def text_of(cell, shared):
        value = cell.findtext("m:v", "", SHEET)
        return shared[int(value)] if cell.get("t") == "s" else value

    def read(path):
        with zipfile.ZipFile(path) as book:
            shared = ["".join(part.text or "" for part in item.iter("{%s}t" % SHEET["m"]))
                      for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml")).findall("m:si", SHEET)]
            targets = {r.get("Id"): r.get("Target").split("xl/")[-1]
                       for r in ElementTree.fromstring(book.read("xl/_rels/workbook.xml.rels"))}
            sheets = ElementTree.fromstring(book.read("xl/workbook.xml")).find("m:sheets", SHEET)
            target = next(targets[s.get(RELATION)] for s in sheets if s.get("name") == name)
            rows = {}
            for row in ElementTree.fromstring(book.read("xl/" + target)).iter("{%s}row" % SHEET["m"]):
                for cell in row.findall("m:c", SHEET):
                    letters = cell.get("r").rstrip("0123456789")
                    if len(letters) == 1 and first <= letters <= last:
                        rows.setdefault(int(row.get("r")), {})[letters] = text_of(cell, shared)
        heading = rows[heading_row]
        return [(number, {heading[letter]: text for letter, text in cells.items() if heading.get(letter)})
                for number, cells in sorted(rows.items()) if number > heading_row and any(cells.values())]
    return read


class File:
    """A file and what is known of it; `chosen` is a mapping, `checks` figures it must give."""
    def __init__(self, path, read, n, chosen, checks=(), comma=False, outside=(), n_bad=0, whole=True, lacks=None,
                 conflicts=(), n_repeated=0, n_places=17, place=None, column=None, suggested_whole=True,
                 only_codes=False):
        self.path, self.read, self.n, self.chosen, self.checks = path, read, n, chosen, checks
        self.comma = comma                      # decimal mark
        self.outside = outside                  # pattern of places that are none of ours
        self.n_bad = n_bad                      # rows without a place and a figure: titles and footnotes
        self.conflicts = conflicts              # lines with different figures for one place, each a finding
        self.n_repeated = n_repeated            # those of them that gave nothing else
        self.lacks = lacks                      # "places" or "figures": the suggestion must say so
        self.n_places = n_places                # at least so many places in what is suggested
        self.place = place                      # heading of the places in the file, where the importer makes its own
        self.column = column                    # and of the figures
        self.only_codes = only_codes            # what is chosen are the places' own codes, which are no figures
        self.whole = whole                      # the file is one table
        self.suggested_whole = suggested_whole  # and the suggestion is about it


def mapping(region, period, value, select=None, regions=None, **more):
    """What dataset.yaml shall say: period is a heading, ("fixed", "2021") or "header"."""
    return dict(region=region, period=period, value=value, select=select or {}, regions=regions, **more)


LATIN = dict(encoding="latin-1", delimiter=";")
UDIR = dict(encoding="utf-16-le", delimiter="\t", above=1)

FILES = [
    File("real/ssb_07459_personer_2021_k-kode.csv", plain(above=2, **LATIN), 38054,
         mapping("region", "header", "Persons", {"age": "40 years"}, 2020), [("0301", "2021", 10925)],
         outside=r"K-(2[123]|99|Rest)", n_places=350),
    File("real/ssb_07459_personer_2015-2018_tab.csv", plain("latin-1", "\t"), 50456,
         mapping("region", "header", "Persons", {"age": "0 years"}, "year"),
         [("0301", "2018", 9235), ("4020", "2015", 64 + 48), ("5001", "2018", 2210 + 77)], n_places=340),
    File("real/ssb_06913_fylker_api_lang.csv", plain(delimiter=";"), 8775,
         mapping("region", "tid", "Folkemengde 1. januar og endringer i kalenderåret, etter region, tid og "
                 "statistikkvariabel", {"statistikkvariabel": "Folkemengde"}, 2017),
         [("03", "2012", 613285), ("07", "2012", 236424), ("40", "2015", 171953), ("56", "2012", 73787)],
         outside=r"(13 Bergen|2[12356] |88 |99 )"),
    File("real/ssb_11616_pendling_2021.csv", plain(above=2, **LATIN), 23,
         mapping("region", "header", "Personer som pendler inn i regionen", {}, 2020), [("4003", "2021", 9294)]),
    File("real/ssb_08092_stortingsvalg_2013_2017.csv", plain(), 7668,
         mapping("Region", "Tid", "GodkjenteProsent", {"PolitParti": "01 Arbeiderpartiet"}, 2017),
         [("0301", "2017", 28.4)]),
    File("real/ssb_10467_fornavn.csv", plain(above=2, **LATIN), 138600,
         mapping("fornavn", "år", "Fødte", {"fornavn": "Emma"}, "year"), outside="Emma", lacks="places"),
    File("real/ssb_29843_jsonstat1.json", json_stat, 37440,
         mapping("PKoder - industry/main industrial grouping", "Tid - time", "Index of production (2005=100), by "
                 "industry/main industrial grouping, contents and time",
                 {"ContentsCode - contents": "Sesongjustert - Seasonally adjusted"}, "year"),
         column="value", outside="P", lacks="places"),
    File("real/ssb_14216_tettsted.px", px, 4,
         mapping("TettSted - tettsted", "Tid - år", "14216: Areal og befolkning i tettsteder,", {}, "year"),
         column="value", outside="0801 - Oslo", lacks="places"),
    File("real/udir_nasjonale_prover_5trinn_2022-23.csv", plain(**UDIR), 2501,
         mapping("Enhet", "header", "Engelsk.5. årstrinn.Alle eierformer.Alle kjønn.Antall elever deltatt", {}, 2020),
         [("0301", "2022/23", 6486)], comma=True, outside=r"\d{9}$|2100$|2111$", n_places=350,
         place="Organisasjonsnummer"),
    File("real/udir_pedagognormen_2021.csv", plain(**UDIR), 400,
         mapping("Enhet", "header", "Alle eierformer.Oppfyller pedagognormen (andel)", {}, 2020),
         [("4003", "2021", 92.9), ("0", "2021", 70.9)], comma=True, outside=r"\d{9}$", place="Organisasjonsnummer"),
    File("real/udir_skoleporten_stavanger_lang.csv", plain(delimiter=";"), 6233,
         mapping("Enhet", "Periode", "Verdi",
                 {"Statistikk": "Nasjonale prøver 5. trinn", "Indikator/delskår": "Engelsk", "Kjønn": "Jenter"}, 2020),
         comma=True, outside=r"", n_places=0, place="Enhetsnavn"),
    File("real/imdi_31_grunnskolepoeng_kommune_2013.csv", headed(3, 3, r"\."), 5992,
         mapping("Kommune nr & navn", ("fixed", "2013"), "verdi",
                 {"innvkat_4": "alle", "kjonn": "alle", "enhet": "gjennomsnitt"}, 2016), [("0301", "2013", 41.2)],
         comma=True, n_places=340, conflicts={201, 250, 338}, n_repeated=2),
    File("real/imdi_90_gjennomsnittsinntekt_kommune_2013.csv", headed(3, 3, r"\."), 1712,
         mapping("kommune", ("fixed", "2013"), "verdi", {"innvkat_3": "alle"}, 2016), [("0301", "2013", 341500)],
         comma=True, n_places=340),
    File("real/imdi_videregaende_fullfort_2009-2019.csv", headed(4, 2, ": "), 6600,
         mapping("Region", "År", "verdi", {"Bakgrunn": "Hele befolkningen", "Kjønn": "Alle", "Enhet": "Prosent"},
                 "year", decimal="point"), [("03", "2019", 82.0)]),
    File("real/nav_ytelser_kommune_2014-2017.csv", plain(delimiter=";"), 23736,
         mapping("kommune_nr_navn", "aar", "utbetalt_mill_kr", {"stoenadsomraade": "Dagpenger"}, "year"),
         [("0301", "2014", 1732.96)], comma=True, outside=r"(0706 Sandefjord|0719 Andebu|0720 Stokke)$", n_places=340,
         place="kommune_nr_navn"),
    File("real/nav_arbeidsledighet_2013_juli.csv", plain(), 24,
         mapping("Sted", ("fixed", "2013"), "Antall", {}, 2016, decimal="point"), [("40", "2013", 2893),
                                                                                   ("0", "2013", 74620)],
         outside=r"Øvrige områder|Ukjent", n_bad=2, place="Fylke"),
    File("real/fhi_ungdata_psykiske_plager_telemark.csv", plain(), 570,
         mapping("Geografi", "År", "value", {"Kjønn": "jenter"}, 2024), [("4003", "2018", 22.551186204505)]),
    File("real/fhi_reseptregisteret_2016.csv", plain(), 12920,
         mapping("geography", "year", "antall unike pasienter",
                 {"drug": "ADHD-midler", "age": "Alle", "gender": "F"}, 2016), [("40", "2016", 535)]),
    File("real/fhus_vestfold_telemark_kommunetall.csv", plain(delimiter=";"), 24,
         mapping("Kommune", ("fixed", "2022"), "Stor grad av trivsel i nærmiljøet", {}, 2020, decimal="comma"),
         [("4003", "2022", 0.774)], comma=True),
    File("real/nkom_fastbredband_kommuner.csv", numbered("utf-8-sig", ";", 3), 356,
         mapping("Kommune", ("fixed", "2021"), "Teknologidekning Fiber", {}, 2020, decimal="comma"),
         [("4003", "2021", 80.8)], comma=True, outside=r"HERØY$", n_places=340,
         column="Fiber"),
    File("real/klass_131_kommuneinndeling_2020.csv", plain(**LATIN), 357,
         mapping("code", ("fixed", "2020"), "level", {}, 2020), [("0301", "2020", 1)], outside="9999", lacks="figures"),
    File("real/klass_131_endringer_2019-2020.csv", plain("cp1252", ";"), 313,
         mapping("kommuner_2019", ("fixed", "2019"), "splittes", {}, 2019), [("3101", "2019", 0)], conflicts={249, 299, 300}, n_repeated=3,
         lacks="figures"),
    File("real/kartverket_kommuner_2024_s.geojson", geojson, 357,
         mapping("kommunenummer", ("fixed", "2024"), "id", {}, 2024), lacks="figures", only_codes=True),
    File("real/ssb_14288_framskriving_2024-2050.csv", plain(), 15390,
         mapping("region", "år", "value", {"statistikkvariabel": "Hovedalternativet (MMMM)", "alder": "80-89 år"},
                 2024), [("4003", "2030", 3416)]),
    File("real/kostra_11875_sykehjemsplasser_2015-2018.csv", plain(), 1920,
         mapping("knr", "year", "nh.beds.located.in.muni", {}, "year"), [("0301", "2015", 4809)],
         outside=r"2[12]|99", n_places=340),
    File("telemark/ssb_utenfor_arbeid_og_utdanning_2023.xlsx", sheet("Spørring kommuner VT", 1), 138,
         mapping("Kommune_nr", ("fixed", "2023"), "I alt", {"Innvandring": "I alt", "alder": "15-29 år"}, 2020,
                 sheets="Spørring kommuner VT"), [("4036", "2023", 641), ("4032", "2023", 185)], whole=False,
         n_places=80, suggested_whole=False),
    File("telemark/nav_nedsatt_arbeidsevne_2025-11.xlsx", sheet("Nedsatt 18 - 66 år Telemark", 2, "A-I"), 34,
         mapping("Region", ("fixed", "2025"), "Beh personer i mnd", {"Kjønn": "Kvinner"}, 2024,
                 sheets="Nedsatt 18 - 66 år Telemark"), [("4032", "2025", 25)], whole=False, suggested_whole=False),
    File("telemark/ssb_utdanningsniva_2004-2025.csv", plain(), 14040,
         mapping("Kommune", "År", "Verdi", {"Utdanningsnivå": "Fagskolenivå", "Kjønn": "Begge kjønn",
                                            "Variabel": "Personer 16 år og over"}, "year"),
         [("4036", "2024", 99), ("4036", "2025", 107)]),
    File("telemark/ssb_utdanningsniva_telemark_og_landet.csv", across("Utdanningsnivå", "Region", "verdi"), 12,
         mapping("Region", ("fixed", "2025"), "verdi", {"Utdanningsnivå": "Høyere utdanning"}, 2024),
         [("40", "2025", 31.0), ("0", "2025", 38.3), ("EAKUO", "2025", 35.7)], n_places=3),
    File("telemark/ssb_framskriving_2026-2050.csv", plain(), 14250,
         mapping("region", "år", "value", {"statistikkvariabel": "Hovedalternativet (MMMM)", "alder": "0 år"}, 2024),
         [("4036", "2026", 29)]),
    File("telemark/folketall.csv", plain(), 340, mapping("region", "år", "value", {}, 2024), [("4036", "2007", 3684)]),
    File("telemark/fhi_grunnskolepoeng.csv", plain(), 760,
         mapping("Kommune", "År (intervall)", "Andel", {"Foreldrenes utdanningsnivå": "totalt"}, 2024),
         [("0", "2014–2016", 0.408)]),
    File("telemark/fhi_leseferdighet.csv", plain(), 76,
         mapping("Kommune", "Skoleår", "Andel", {"Klassetrinn": "5. trinn"}, 2024), [("4032", "2022/23–2024/25", 0.366)]),
    File("telemark/fhi_trivsel_10_trinn.csv", plain(), 190, mapping("Kommune", "Skoleår", "Andel", {}, 2024),
         [("4036", "2023/24–2025/26", 0.721)]),
    File("telemark/fhi_mobbing_7_trinn.csv", plain(), 152, mapping("Kommune", "Skoleår", "Andel", {}, 2024),
         [("0", "2016/17–2018/19", 0.057)]),
    File("telemark/fhi_overvekt_17_aar.csv", plain(), 570,
         mapping("Kommune", "År (intervall)", "Andel", {"Kjønn": "Jenter"}, 2024), [("4036", "2022–2025", 0.213)]),
    File("telemark/fhi_barnevaksinasjon.csv", plain(), 680,
         mapping("Kommune", "År (intervall)", "Andel", {"Vaksine mot": "Poliomyelitt"}, 2024),
         [("4036", "2020–2024", 0.925)]),
    File("telemark/fhi_psykiske_symptomer_primaerhelse.csv", plain(), 10944,
         mapping("Geografi", "År", "value", {"Kjønn": "kjønn samlet", "Alder": "0-74 år",
                                             "Sykdomsgruppe": "Psykiske symptomer og lidelser"}, 2024),
         [("0", "2017", 150.885125095111)]),
    File("telemark/fhi_ungdata_fornoyd_med_helsa.csv", plain(), 570,
         mapping("Geografi", "År", "value", {"Kjønn": "kjønn samlet"}, 2024), [("0", "2016", 71.3389756944445)]),
    File("telemark/fhi_ungdata_smertestillende.csv", plain(), 570,
         mapping("Geografi", "År", "value", {"Kjønn": "kjønn samlet"}, 2024), [("0", "2016", 17.2544763971785)]),
    File("telemark/barnevern_andel_0-17.csv", plain(), 190, mapping("Geografi", "År", "Andel", {}, 2024),
         [("4036", "2024", 0.044), ("0", "2015", 0.043)]),
    File("telemark/vedvarende_lavinntekt_0-17.csv", plain(), 19,
         mapping("Kommune", "header", "Andel", {}, 2024), [("4032", "2021–2023", 7), ("4036", "2021–2023", 8)]),
    File("telemark/barnehagedekning.csv", plain(), 114,
         mapping("Kommunenummer", "År", "Andel", {}, "year"), [("4032", "2020", 1.0), ("0", "2020", 0.927)]),
    File("telemark/trangboddhet.csv", plain(), 380,
         mapping("Kommunenummer", "År", "Andel", {"Innvandringsbakgrunn": "totalt"}, 2024),
         [("0", "2015", 0.103350755704193)]),
    File("telemark/unge_utenfor_2024.csv", plain(), 19, mapping("Kommune", "header", "Andel", {}, 2024),
         [("4032", "2024", 6.5), ("4036", "2024", 9.0), ("0", "2024", 9.9)]),
]
