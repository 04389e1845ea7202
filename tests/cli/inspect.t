# pxweb-csv
$ utsyn inspect --lang en tests/import/fixtures/pxweb-csv/latin1-title-wide.csv
latin1-title-wide.csv   Statistics Norway's StatBank, CSV (pxweb-csv), ISO-8859-1, semicolon, decimal point
  3 rows, 2 columns of figures
  region (place): 3 – 0301 Oslo, 4003 Skien, 5501 Tromsø
    3 municipalities (codes or names of 2024)
  alder: 1 – 0 år
  Personer 2022: 3 figures, 0 to 9000
  Personer 2023: 1 figure, 9100
  sign '..' in 1 cell: figure missing at the source
  sign '-' in 1 cell: zero
  sign ':' in 1 cell: suppressed by the source
  a dataset.yaml to start from: utsyn inspect --yaml latin1-title-wide.csv
    tried on the file: 3 rows = 3 used + 0 not selected + 0 of no place of ours + 0 not read
    4 figures; 1 without a figure: figure missing at the source; 1 without a figure: suppressed by the source
    municipalities with a figure in 2023: 1 of 357

$ utsyn inspect --lang en --yaml tests/import/fixtures/pxweb-csv/latin1-title-wide.csv
id: latin1-title-wide # the folder must have the same name
# source: # who publishes the figures? The file does not say
title: "Latin1-title-wide"
# licence: # on what terms? The file does not say
format: pxweb-csv
boundaries: auto
# tried on the file: 3 rows = 3 used + 0 not selected + 0 of no place of ours + 0 not read
# 4 figures; 1 without a figure: figure missing at the source; 1 without a figure: suppressed by the source
# municipalities with a figure in 2023: 1 of 357
observations:
  - indicator: indicator-id # fill in: utsyn list indicators
    region: "region"
    period: {header: true}
    value: "Personer"

# json-stat
$ utsyn inspect --lang en tests/import/fixtures/json-stat/pxweb-v2.json
pxweb-v2.json   JSON-stat 1 and 2 of Statistics Norway and other agencies (json-stat), UTF-8, decimal point
  6 rows, 1 column of figures
  Region - region (place): 3 – 0301 Oslo - Oslove, 4003 Skien (2024-), K-3103 Moss
    3 municipalities (codes or names of 2024)
  ContentsCode - statistikkvariabel: 1 – Personer1 - Personer
  Tid - år (period): 2 – 2025, 2026
    from 2025 to 2026
  07459: Befolkning, etter region, statistikkvariabel og år: 4 figures, 12.5 to 728,714.0
  sign '..' in 1 cell: figure missing at the source
  sign ':' in 1 cell: suppressed by the source
  a dataset.yaml to start from: utsyn inspect --yaml pxweb-v2.json
    tried on the file: 6 rows = 6 used + 0 not selected + 0 of no place of ours + 0 not read
    4 figures; 1 without a figure: figure missing at the source; 1 without a figure: suppressed by the source
    municipalities with a figure in 2026: 2 of 357

$ utsyn inspect --lang en --yaml tests/import/fixtures/json-stat/pxweb-v2.json
id: pxweb-v2 # the folder must have the same name
source: Statistisk sentralbyrå
title: "Pxweb-v2"
licence: CC BY 4.0
format: json-stat
boundaries: auto
# tried on the file: 6 rows = 6 used + 0 not selected + 0 of no place of ours + 0 not read
# 4 figures; 1 without a figure: figure missing at the source; 1 without a figure: suppressed by the source
# municipalities with a figure in 2026: 2 of 357
observations:
  - indicator: indicator-id # fill in: utsyn list indicators
    region: "Region - region"
    period: {column: "Tid - år"}
    value: "07459: Befolkning, etter region, statistikkvariabel og år"

# px
$ utsyn inspect --lang en tests/import/fixtures/px/ssb-symbols.px
ssb-symbols.px   PC-Axis files (.px) of Statistics Norway and other agencies (px), ISO-8859-1, decimal point
  16 rows, 1 column of figures
  Region - region (place): 4 – 0 Hele landet, 3911 Færder, 5622 Porsanger - Porsángu - Porsanki, 3114 Våler (Østfold)
    1 country, 3 municipalities (codes or names of 2024)
  ContentsCode - statistikkvariabel: 2 – Barn - Barn (antall), Andel - Andel (prosent)
  Tid - år (period): 2 – 2025, 2024
    from 2024 to 2025
  00001: Barn,: 11 figures, −5 to 1200
  sign '..' in 1 cell: figure missing at the source
  sign '...' in 1 cell: not yet published
  sign ':' in 1 cell: suppressed by the source
  sign '.' in 1 cell: no figure can exist
  sign '-' in 1 cell: zero
  neither figure nor sign in 1 of the cells, first '....' in line 38
  a dataset.yaml to start from: utsyn inspect --yaml ssb-symbols.px
    tried on the file: 16 rows = 8 used + 8 not selected + 0 of no place of ours + 0 not read
    6 figures; 1 without a figure: figure missing at the source; 1 without a figure: not yet published
    municipalities with a figure in 2025: 2 of 357

$ utsyn inspect --lang en --yaml tests/import/fixtures/px/ssb-symbols.px
id: ssb-symbols # the folder must have the same name
# source: Statistisk sentralbyrå # the file does not say, but its name begins so: take the first # away if it is right
title: "Ssb-symbols"
# licence: CC BY 4.0 # the file does not say, but its name begins so: take the first # away if it is right
format: px
boundaries: auto
# tried on the file: 16 rows = 8 used + 8 not selected + 0 of no place of ours + 0 not read
# 6 figures; 1 without a figure: figure missing at the source; 1 without a figure: not yet published
# municipalities with a figure in 2025: 2 of 357
observations:
  - indicator: indicator-id # fill in: utsyn list indicators
    region: "Region - region"
    period: {column: "Tid - år"}
    select: {"ContentsCode - statistikkvariabel": "Barn - Barn (antall)"} # ContentsCode - statistikkvariabel: the first of 2: choose
    value: "00001: Barn,"

# udir-csv
$ utsyn inspect --lang en tests/import/fixtures/udir-csv/utf16le-no-bom-thousands.csv
utf16le-no-bom-thousands.csv   the Directorate for Education's statistics bank and Skoleporten, CSV (udir-csv), UTF-16LE, tab, decimal comma
  5 rows, 3 columns of figures
  Enhet (place): 5 – Nasjonalt, 54 Troms og Finnmark - Romsa ja Finnmárku (2020 - 2023), 0301 Oslo, 4222 Bykle, 975281035 Bykle barne- og ungdomsskule
    1 country, 1 county, 2 municipalities (codes or names of 2020), 1 below municipality or outside
  EnhetNivaa: 4 – 1, 2, 3, 4
  Nasjonaltkode: 1 – I
  Fylkekode: 4 – 00, 54, 03, 42
  Kommunekode: 3 – 0000, 0301, 4222
  Organisasjonsnummer: 5 – I, 54, 0301, 4222, 975281035
  Nasjonalt: 1 – Hele landet
  Fylke: 4 – Alle fylker, Troms og Finnmark - Romsa ja Finnmárku (2020 - 2023), Oslo, Agder
  Kommune: 3 – Alle kommuner, Oslo, Bykle
  EnhetNavn: 3 – Alle skoler, Troms og Finnmark, Bykle barne- og ungdomsskule
  2022-23.Lesing.5. årstrinn.Alle kjønn.Skalapoeng: 3 figures, 49 to 52
  2022-23.Lesing.5. årstrinn.Alle kjønn.Antall elever: 4 figures, 0 to 56,230
  2020-2022.Lesing.5. årstrinn.Alle kjønn.Andel deltatt: 3 figures, 92.9 to 95.5
  sign '*' in 3 cells: suppressed by the source
  2 empty cells: no figure given
  a dataset.yaml to start from: utsyn inspect --yaml utf16le-no-bom-thousands.csv
    tried on the file: 5 rows = 4 used + 0 not selected + 1 of no place of ours + 0 not read
    of no place of ours: 1 below municipality or outside, 0 unknown
    3 figures; 1 without a figure: suppressed by the source
    municipalities with a figure in 2022/23: 1 of 357

$ utsyn inspect --lang en --yaml tests/import/fixtures/udir-csv/utf16le-no-bom-thousands.csv
id: utf16le-no-bom-thousands # the folder must have the same name
source: Utdanningsdirektoratet
title: "Utf16le-no-bom-thousands"
licence: NLOD 2.0
format: udir-csv
boundaries: auto
# tried on the file: 5 rows = 4 used + 0 not selected + 1 of no place of ours + 0 not read
# of no place of ours: 1 below municipality or outside, 0 unknown
# 3 figures; 1 without a figure: suppressed by the source
# municipalities with a figure in 2022/23: 1 of 357
observations:
  - indicator: indicator-id # fill in: utsyn list indicators
    region: "Enhet"
    period: {header: true}
    value: "Lesing.5. årstrinn.Alle kjønn.Skalapoeng" # one of several columns of figures: choose
    # other columns of figures: "Lesing.5. årstrinn.Alle kjønn.Antall elever", "Lesing.5. årstrinn.Alle kjønn.Andel deltatt"

# udir-json
$ utsyn inspect --lang en tests/import/fixtures/udir-json/elevundersokelsen.json
elevundersokelsen.json   the Directorate for Education's data API, JSON (udir-json), UTF-8, decimal comma
  7 rows, 4 columns of figures
    1 row not read, line 6: it is no object of named values
    1 row not read, line 7: a list or an object stands where other rows have a plain value
  Enhet (place): 5 – Nasjonalt, 40 Telemark, 4003 Skien, 975280888 Kvinesdal, (under kommune) Skien
    1 country, 1 county, 1 municipality (codes or names of 2024), 2 below municipality or outside
  Spoersmaalkode: 1 – 1398
  Spoersmaalnavn: 2 – Mobbing på skolen, (empty)
  Skoleaarnavn (period): 1 – 2025-26
    2025/26
  EnhetNivaa: 4 – 1, 2, 3, 4
  Nasjonaltkode: 2 – I, (empty)
  Nasjonalt: 2 – Hele landet, (empty)
  Fylkekode: 2 – 00, 40
  Fylke: 3 – Alle fylker, Telemark, (empty)
  Kommunekode: 2 – 0000, 4003
  Kommune: 3 – Alle kommuner, Skien, (empty)
  Organisasjonsnummer: 5 – I, 40, 4003, 975280888, (empty)
  EnhetNavn: 3 – Alle skoler, Kvinesdal, Skien
  TrinnKode: 2 – 7, (empty)
  Trinnnavn: 2 – 7. årstrinn, (empty)
  KjoennKode: 2 – A, (empty)
  Kjoenn: 2 – Alle kjønn, (empty)
  Sidenummer: 2 – 1, (empty)
  RaderTotalt: 2 – 5, (empty)
  Score: 3 figures, 4.10 to 4.25
  Standardavvik: 2 figures, 0.87 to 0.90
  AntallBesvart: 3 figures, 602 to 62,093
  AndelMobbet: no figures
  sign '*' in 4 cells: suppressed by the source
  7 empty cells: no figure given
  sign '-' in 1 cell: no figure can exist
  a dataset.yaml to start from: utsyn inspect --yaml elevundersokelsen.json
    tried on the file: 7 rows = 3 used + 2 not selected + 0 of no place of ours + 2 not read
    3 figures
    municipalities with a figure in 2025/26: 1 of 357
    2 findings, the first in line 6: it is no object of named values

$ utsyn inspect --lang en --yaml tests/import/fixtures/udir-json/elevundersokelsen.json
tests/import/fixtures/udir-json/elevundersokelsen.json:6: it is no object of named values
… and 1 more of the kind 'unusable row' (--verbose shows all)
id: elevundersokelsen # the folder must have the same name
source: Utdanningsdirektoratet
title: "Elevundersokelsen"
licence: NLOD 2.0
format: udir-json
boundaries: auto
vintages: all # the file is of one period: the next is put beside it
# tried on the file: 7 rows = 3 used + 2 not selected + 0 of no place of ours + 2 not read
# 3 figures
# municipalities with a figure in 2025/26: 1 of 357
# 2 findings, the first in line 6: it is no object of named values
observations:
  - indicator: indicator-id # fill in: utsyn list indicators
    region: "Enhet"
    period: {column: "Skoleaarnavn"}
    select: {"Kjoenn": "Alle kjønn"} # Kjoenn: the total
    value: "Score" # one of several columns of figures: choose
    # other columns of figures: "Standardavvik", "AntallBesvart"

# fhi-csv
$ utsyn inspect --lang en tests/import/fixtures/fhi-csv/cube-semicolon.csv
cube-semicolon.csv   FHI's statistics and health profiles, CSV (fhi-csv), UTF-8, semicolon, decimal point
  3 rows, 5 columns of figures
  GEO (place): 3 – 0, 301, 4036
    1 country, 2 municipalities (codes or names of 2024)
  AAR (period): 1 – 2020_2020
    2020
  KJONN: 1 – 0
  ALDER: 1 – 0_17
  SPVFLAGG: 2 – 0, 3
  TELLER: 2 figures, 20 to 100
  NEVNER: 2 figures, 210 to 1000
  RATE: 2 figures, 9.5 to 10.5
  SMR: 2 figures, 91 to 100
  MEIS: 2 figures, 9.4 to 10.4
  5 empty cells: no figure given
  a dataset.yaml to start from: utsyn inspect --yaml cube-semicolon.csv
    tried on the file: 3 rows = 2 used + 0 not selected + 1 of no place of ours + 0 not read
    2 figures
    municipalities with a figure in 2020: 1 of 357

$ utsyn inspect --lang en --yaml tests/import/fixtures/fhi-csv/cube-semicolon.csv
id: cube-semicolon # the folder must have the same name
# source: # who publishes the figures? The file does not say
title: "Cube-semicolon"
# licence: # on what terms? The file does not say
format: fhi-csv
boundaries: auto
vintages: all # the file is of one period: the next is put beside it
# tried on the file: 3 rows = 2 used + 0 not selected + 1 of no place of ours + 0 not read
# 2 figures
# municipalities with a figure in 2020: 1 of 357
observations:
  - indicator: indicator-id # fill in: utsyn list indicators
    region: "GEO"
    period: {column: "AAR"}
    value: "TELLER" # one of several columns of figures: choose
    # other columns of figures: "NEVNER", "RATE", "SMR", "MEIS"

# fhi-json-stat
$ utsyn inspect --lang en tests/import/fixtures/fhi-json-stat/windows.json
windows.json   JSON-stat of the Norwegian Institute of Public Health (fhi-json-stat), UTF-8, decimal point
  16 rows, 1 column of figures
  GEO - Geografi (place): 4 – 0 Hele landet, 03 Oslo (fylke), 301 Oslo, 4003 Skien
    1 country, 1 county, 2 municipalities (codes or names of 2024)
  AAR - År (period): 2 – 2020_2020 - 2020, 2018_2020 - 2018-2020
    from 2018–2020 to 2020
  ALDER - Alder: 1 – 0_17 - 0 - 17 år
  MEASURE_TYPE - Måltall: 2 – TELLER - Antall, RATE - prosent
  Trangboddhet: 9 figures, 1 to 204,313
  sign '..' in 1 cell: figure missing at the source
  sign ':' in 4 cells: suppressed by the source
  sign '.' in 2 cells: no figure can exist
  a dataset.yaml to start from: utsyn inspect --yaml windows.json
    tried on the file: 16 rows = 8 used + 8 not selected + 0 of no place of ours + 0 not read
    4 figures; 1 without a figure: no figure can exist; 1 without a figure: figure missing at the source; 2 without a figure: suppressed by the source
    municipalities with a figure in 2020: 1 of 357

$ utsyn inspect --lang en --yaml tests/import/fixtures/fhi-json-stat/windows.json
id: windows # the folder must have the same name
source: Folkehelseinstituttet
title: "Windows"
licence: CC BY 4.0
format: fhi-json-stat
boundaries: auto
# tried on the file: 16 rows = 8 used + 8 not selected + 0 of no place of ours + 0 not read
# 4 figures; 1 without a figure: no figure can exist; 1 without a figure: figure missing at the source; 2 without a figure: suppressed by the source
# municipalities with a figure in 2020: 1 of 357
observations:
  - indicator: indicator-id # fill in: utsyn list indicators
    region: "GEO - Geografi"
    period: {column: "AAR - År"}
    select: {"MEASURE_TYPE - Måltall": "TELLER - Antall"} # MEASURE_TYPE - Måltall: the first of 2: choose
    value: "Trangboddhet"

# nav-csv
$ utsyn inspect --lang en tests/import/fixtures/nav-csv/benefits-two-levels.csv
benefits-two-levels.csv   NAV's tables of unemployment and benefits, CSV (nav-csv), UTF-8, semicolon, decimal comma
  5 rows, 1 column of figures
  Sted (place): 5 – 0101 Halden, 1201 Bergen, 12 Hordaland, Hele landet, 1233 Ulvik
    1 country, 1 county, 3 municipalities (codes or names of 2019)
  aar (period): 1 – 2017
    2017
  fylke_nr_navn: 3 – 01 Østfold, 12 Hordaland, I alt
  kommune_nr_navn: 5 – 0101 Halden, 1201 Bergen, I alt, (empty), 1233 Ulvik
  kapittel: 1 – 2541
  stoenadsomraade: 1 – Dagpenger
  oppdatert_dato: 1 – 24102018
  utbetalt_mill_kr: 4 figures, 64.97 to 9000.10
  sign '*' in 1 cell: suppressed by the source
  a dataset.yaml to start from: utsyn inspect --yaml benefits-two-levels.csv
    tried on the file: 5 rows = 5 used + 0 not selected + 0 of no place of ours + 0 not read
    4 figures; 1 without a figure: suppressed by the source
    municipalities with a figure in 2017: 2 of 357

$ utsyn inspect --lang en --yaml tests/import/fixtures/nav-csv/benefits-two-levels.csv
id: benefits-two-levels # the folder must have the same name
# source: # who publishes the figures? The file does not say
title: "Benefits-two-levels"
# licence: # on what terms? The file does not say
format: nav-csv
boundaries: auto
vintages: all # the file is of one period: the next is put beside it
# tried on the file: 5 rows = 5 used + 0 not selected + 0 of no place of ours + 0 not read
# 4 figures; 1 without a figure: suppressed by the source
# municipalities with a figure in 2017: 2 of 357
observations:
  - indicator: indicator-id # fill in: utsyn list indicators
    region: "Sted"
    period: {column: "aar"}
    value: "utbetalt_mill_kr"

# imdi
$ utsyn inspect --lang en tests/import/fixtures/imdi/three-rows-newline-comma.csv
three-rows-newline-comma.csv   IMDi: several heading rows of dimension and value (imdi), UTF-8, semicolon, decimal comma
  8 rows, 1 column of figures
  Kommune nr & navn (place): 2 – 0301 Oslo, 1103 Stavanger
    2 municipalities (codes or names of 2024)
  kommune_nr: 2 – 301, 1103
  Kommune navn: 2 – Oslo kommune, Stavanger kommune
  innvkat_4: 2 – alle, innvandrere
  kjonn: 2 – alle, 1
  enhet: 2 – gjennomsnitt, personer
  verdi: 6 figures, 0 to 5199
  sign ':' in 1 cell: suppressed by the source
  sign '.' in 1 cell: no figure can exist
  sign '-' in 1 cell: zero
  a dataset.yaml to start from: utsyn inspect --yaml three-rows-newline-comma.csv
    tried on the file: 8 rows = 2 used + 6 not selected + 0 of no place of ours + 0 not read
    2 figures
    municipalities with a figure in 2024: 2 of 357

$ utsyn inspect --lang en --yaml tests/import/fixtures/imdi/three-rows-newline-comma.csv
id: three-rows-newline-comma # the folder must have the same name
source: Integrerings- og mangfoldsdirektoratet
title: "Three-rows-newline-comma"
licence: NLOD 2.0
format: imdi
boundaries: auto
vintages: all # the file is of one period: the next is put beside it
# tried on the file: 8 rows = 2 used + 6 not selected + 0 of no place of ours + 0 not read
# 2 figures
# municipalities with a figure in 2024: 2 of 357
observations:
  - indicator: indicator-id # fill in: utsyn list indicators
    region: "Kommune nr & navn"
    # period: {fixed: ""} # which period are the figures of? The file does not say
    select: {"innvkat_4": "alle", "kjonn": "alle", "enhet": "gjennomsnitt"} # innvkat_4: the total; kjonn: the total; enhet: the first of 2: choose
    value: "verdi"

# klass-csv
$ utsyn inspect --lang en tests/import/fixtures/klass-csv/changes-latin1.csv
changes-latin1.csv   Statistics Norway's Klass: codes, changes and correspondences, CSV (klass-csv), ISO-8859-1, semicolon, decimal point
  3 rows, 0 columns of figures
  oldCode: 2 – 1850, (empty)
  oldName: 2 – Tysfjord, (empty)
  oldShortName: 1 – (empty)
  newCode: 3 – 1806, 1875, 1580
  newName: 3 – Narvik, Hamarøy, Haram
  newShortName: 1 – (empty)
  changeOccurred: 2 – 2020-01-01, 2024-01-01
  a dataset.yaml to start from: utsyn inspect --yaml changes-latin1.csv

$ utsyn inspect --lang en --yaml tests/import/fixtures/klass-csv/changes-latin1.csv
id: changes-latin1 # the folder must have the same name
source: Statistisk sentralbyrå
title: "Changes-latin1"
licence: CC BY 4.0
format: klass-csv
boundaries: auto
observations:
  - indicator: indicator-id # fill in: utsyn list indicators
    # region: no column of places was found: name it
    # period: {fixed: ""} # which period are the figures of? The file does not say
    # value: the file has no column of figures: name what to read

# klass-json
$ utsyn inspect --lang en tests/import/fixtures/klass-json/codes.json
codes.json   Statistics Norway's Klass API, JSON: codes, changes, correspondences (klass-json), UTF-8, decimal point
  2 rows, 0 columns of figures
  code (place): 2 – 0301, 4003
    2 municipalities (codes or names of 2024)
  parentCode: 2 – (empty), 40
  level: 1 – 1
  name: 2 – Oslo, Skien
  shortName: 1 – (empty)
  presentationName: 1 – (empty)
  validFrom: 1 – 2024-01-01
  validTo: 2 – (empty), 2030-01-01
  notes: 2 – (empty), Skien, "Porselensbyen"
  validFromInRequestedRange: 2 – (empty), 2024-01-01
  a dataset.yaml to start from: utsyn inspect --yaml codes.json

$ utsyn inspect --lang en --yaml tests/import/fixtures/klass-json/codes.json
id: codes # the folder must have the same name
source: Statistisk sentralbyrå
title: "Codes"
licence: CC BY 4.0
format: klass-json
boundaries: auto
observations:
  - indicator: indicator-id # fill in: utsyn list indicators
    region: "code"
    # period: {fixed: ""} # which period are the figures of? The file does not say
    # value: the file has no column of figures: name what to read

# geojson
$ utsyn inspect --lang en tests/import/fixtures/geojson/kommuner.geojson
kommuner.geojson   GeoJSON: the properties of the features; dataset.yaml names the figures (geojson), UTF-8, decimal point
  3 rows, 0 columns of figures
    1 row not read, line 3: it is no object of named values
  id: 2 – 0301, 4035
  kommunenummer (place): 2 – 0301, 4035
    1 municipality (codes or names of 2024), 1 unknown place: '4035'
  name: 2 – Oslo, Vinje
  areal: 2 – 454.1, 3106
  gyldig: 2 – (empty), true
  merknad: 1 – (empty)
  a dataset.yaml to start from: utsyn inspect --yaml kommuner.geojson

$ utsyn inspect --lang en --yaml tests/import/fixtures/geojson/kommuner.geojson
tests/import/fixtures/geojson/kommuner.geojson:3: it is no object of named values
id: kommuner # the folder must have the same name
# source: # who publishes the figures? The file does not say
title: "Kommuner"
# licence: # on what terms? The file does not say
format: geojson
boundaries: auto
observations:
  - indicator: indicator-id # fill in: utsyn list indicators
    region: "kommunenummer"
    # period: {fixed: ""} # which period are the figures of? The file does not say
    # value: the file has no column of figures: name what to read

# xlsx
$ utsyn inspect --lang en tests/import/fixtures/xlsx/bufdir-data.xlsx
bufdir-data.xlsx   workbook (Excel): every sheet with figures (xlsx), decimal point
 table 'Data'
  4 rows, 2 columns of figures
    1 row not read, line 8: a row without figures: a title or a note
  Region (place): 2 – 0301, 4032
    2 municipalities (codes or names of 2024)
  Regionnavn: 2 – Oslo, Fyresdal
  Enhet: 1 – barn
  Tallformat: 2 – antall, prosent
  2022: 2 figures, 9.2 to 1200.0
  2023: 2 figures, 10.25 to 1250.00
  sign '..' in 1 cell: figure missing at the source
  sign '.' in 1 cell: no figure can exist
 sheet 'Om' without a table: text only, no figures
  a dataset.yaml to start from: utsyn inspect --yaml bufdir-data.xlsx
    tried on the file: 4 rows = 1 used + 2 not selected + 0 of no place of ours + 1 not read
    2 figures
    municipalities with a figure in 2023: 1 of 357
    1 finding, in line 8: a row without figures: a title or a note

$ utsyn inspect --lang en --yaml tests/import/fixtures/xlsx/bufdir-data.xlsx
tests/import/fixtures/xlsx/bufdir-data.xlsx:8: a row without figures: a title or a note
id: bufdir-data # the folder must have the same name
# source: Barne-, ungdoms- og familiedirektoratet # the file does not say, but its name begins so: take the first # away if it is right
title: "Bufdir-data"
# licence: NLOD 2.0 # the file does not say, but its name begins so: take the first # away if it is right
format: xlsx
boundaries: auto
# tried on the file: 4 rows = 1 used + 2 not selected + 0 of no place of ours + 1 not read
# 2 figures
# municipalities with a figure in 2023: 1 of 357
# 1 finding, in line 8: a row without figures: a title or a note
observations:
  - indicator: indicator-id # fill in: utsyn list indicators
    region: "Region"
    period: {header: true}
    select: {"Tallformat": "antall"} # Tallformat: the first of 2: choose

# tidy
$ utsyn inspect --lang en tests/import/fixtures/tidy/several-columns.csv
several-columns.csv   a table with one header row; dataset.yaml names the columns of figures (tidy), UTF-8, comma, decimal comma
  3 rows, 3 columns of figures
  kode (place): 2 – 4003, 0301
    2 municipalities (codes or names of 2024)
  aar (period): 1 – 2021
    2021
  eierform: 2 – Alle, Privat
  kvalitet: 3 – ok, (empty), preliminary
  andel: 3 figures, 50.0 to 92.5
  oppfyller: 3 figures, 1 to 37
  ikke: 3 figures, 1 to 3
  a dataset.yaml to start from: utsyn inspect --yaml several-columns.csv
    tried on the file: 3 rows = 2 used + 1 not selected + 0 of no place of ours + 0 not read
    2 figures
    municipalities with a figure in 2021: 2 of 357

$ utsyn inspect --lang en --yaml tests/import/fixtures/tidy/several-columns.csv
id: several-columns # the folder must have the same name
# source: # who publishes the figures? The file does not say
title: "Several-columns"
# licence: # on what terms? The file does not say
format: tidy
boundaries: auto
vintages: all # the file is of one period: the next is put beside it
decimal: comma
# tried on the file: 3 rows = 2 used + 1 not selected + 0 of no place of ours + 0 not read
# 2 figures
# municipalities with a figure in 2021: 2 of 357
observations:
  - indicator: indicator-id # fill in: utsyn list indicators
    region: "kode"
    period: {column: "aar"}
    select: {"eierform": "Alle"} # eierform: the total
    value: "andel" # one of several columns of figures: choose
    # other columns of figures: "oppfyller", "ikke"
    quality: "kvalitet"

# crosstab
$ utsyn inspect --lang en tests/import/fixtures/crosstab/titles-and-groups.csv
titles-and-groups.csv   a table for reading: places across, or titles and groups above the headings (crosstab), UTF-8, semicolon, decimal comma
  2 rows, 4 columns of figures
  Kommune (place): 2 – SKIEN, OS (INNLANDET)
    2 municipalities (codes or names of 2024)
  Fylke: 2 – TELEMARK, INNLANDET
  Teknologi Fiber: 2 figures, 70.0 to 80.8
  Teknologi DSL: 2 figures, 9.5 to 12.0
  Hastighet ≥ 30: 2 figures, 90 to 99
  Hastighet ≥ 100: 2 figures, 85 to 95
  a dataset.yaml to start from: utsyn inspect --yaml titles-and-groups.csv
    tried on the file: 2 rows = 2 used + 0 not selected + 0 of no place of ours + 0 not read
    2 figures
    municipalities with a figure in 2024: 2 of 357

$ utsyn inspect --lang en --yaml tests/import/fixtures/crosstab/titles-and-groups.csv
id: titles-and-groups # the folder must have the same name
# source: # who publishes the figures? The file does not say
title: "Titles-and-groups"
# licence: # on what terms? The file does not say
format: crosstab
boundaries: auto
vintages: all # the file is of one period: the next is put beside it
decimal: comma
# tried on the file: 2 rows = 2 used + 0 not selected + 0 of no place of ours + 0 not read
# 2 figures
# municipalities with a figure in 2024: 2 of 357
observations:
  - indicator: indicator-id # fill in: utsyn list indicators
    region: "Kommune"
    # period: {fixed: ""} # which period are the figures of? The file does not say
    value: "Teknologi Fiber" # one of several columns of figures: choose
    # other columns of figures: "Teknologi DSL", "Hastighet ≥ 30", "Hastighet ≥ 100"

# The same page in the two languages of the readers.
$ utsyn inspect --lang nb tests/import/fixtures/pxweb-csv/latin1-title-wide.csv
latin1-title-wide.csv   SSB Statistikkbanken, CSV (pxweb-csv), ISO-8859-1, semikolon, desimalpunktum
  3 rader, 2 tallkolonner
  region (sted): 3 – 0301 Oslo, 4003 Skien, 5501 Tromsø
    3 kommuner (koder eller navn fra 2024)
  alder: 1 – 0 år
  Personer 2022: 3 tall, 0 til 9000
  Personer 2023: 1 tall, 9100
  tegnet «..» i 1 celle: tallet mangler i kilden
  tegnet «-» i 1 celle: null
  tegnet «:» i 1 celle: skjermet i kilden
  en dataset.yaml å begynne med: utsyn inspect --yaml latin1-title-wide.csv
    prøvd på filen: 3 rader = 3 brukt + 0 ikke valgt + 0 uten sted hos oss + 0 ikke lest
    4 tall; 1 uten tall: tallet mangler i kilden; 1 uten tall: skjermet i kilden
    kommuner med tall i 2023: 1 av 357

$ utsyn inspect --lang nb tests/import/fixtures/udir-csv/utf16le-no-bom-thousands.csv
utf16le-no-bom-thousands.csv   Utdanningsdirektoratets statistikkbank og Skoleporten, CSV (udir-csv), UTF-16LE, tabulator, desimalkomma
  5 rader, 3 tallkolonner
  Enhet (sted): 5 – Nasjonalt, 54 Troms og Finnmark - Romsa ja Finnmárku (2020 - 2023), 0301 Oslo, 4222 Bykle, 975281035 Bykle barne- og ungdomsskule
    1 land, 1 fylke, 2 kommuner (koder eller navn fra 2020), 1 under kommunenivå eller utenfor
  EnhetNivaa: 4 – 1, 2, 3, 4
  Nasjonaltkode: 1 – I
  Fylkekode: 4 – 00, 54, 03, 42
  Kommunekode: 3 – 0000, 0301, 4222
  Organisasjonsnummer: 5 – I, 54, 0301, 4222, 975281035
  Nasjonalt: 1 – Hele landet
  Fylke: 4 – Alle fylker, Troms og Finnmark - Romsa ja Finnmárku (2020 - 2023), Oslo, Agder
  Kommune: 3 – Alle kommuner, Oslo, Bykle
  EnhetNavn: 3 – Alle skoler, Troms og Finnmark, Bykle barne- og ungdomsskule
  2022-23.Lesing.5. årstrinn.Alle kjønn.Skalapoeng: 3 tall, 49 til 52
  2022-23.Lesing.5. årstrinn.Alle kjønn.Antall elever: 4 tall, 0 til 56 230
  2020-2022.Lesing.5. årstrinn.Alle kjønn.Andel deltatt: 3 tall, 92,9 til 95,5
  tegnet «*» i 3 celler: skjermet i kilden
  2 tomme celler: tall ikke oppgitt
  en dataset.yaml å begynne med: utsyn inspect --yaml utf16le-no-bom-thousands.csv
    prøvd på filen: 5 rader = 4 brukt + 0 ikke valgt + 1 uten sted hos oss + 0 ikke lest
    uten sted hos oss: 1 under kommunenivå eller utenfor, 0 ukjente
    3 tall; 1 uten tall: skjermet i kilden
    kommuner med tall i 2022/23: 1 av 357

$ utsyn inspect --lang nb tests/import/fixtures/imdi/three-rows-newline-comma.csv
three-rows-newline-comma.csv   IMDi: flere overskriftsrader med dimensjon og verdi (imdi), UTF-8, semikolon, desimalkomma
  8 rader, 1 tallkolonne
  Kommune nr & navn (sted): 2 – 0301 Oslo, 1103 Stavanger
    2 kommuner (koder eller navn fra 2024)
  kommune_nr: 2 – 301, 1103
  Kommune navn: 2 – Oslo kommune, Stavanger kommune
  innvkat_4: 2 – alle, innvandrere
  kjonn: 2 – alle, 1
  enhet: 2 – gjennomsnitt, personer
  verdi: 6 tall, 0 til 5199
  tegnet «:» i 1 celle: skjermet i kilden
  tegnet «.» i 1 celle: tallet kan ikke finnes
  tegnet «-» i 1 celle: null
  en dataset.yaml å begynne med: utsyn inspect --yaml three-rows-newline-comma.csv
    prøvd på filen: 8 rader = 2 brukt + 6 ikke valgt + 0 uten sted hos oss + 0 ikke lest
    2 tall
    kommuner med tall i 2024: 2 av 357

$ utsyn inspect --lang nn tests/import/fixtures/pxweb-csv/latin1-title-wide.csv
latin1-title-wide.csv   SSB Statistikkbanken, CSV (pxweb-csv), ISO-8859-1, semikolon, desimalpunktum
  3 rader, 2 talkolonner
  region (stad): 3 – 0301 Oslo, 4003 Skien, 5501 Tromsø
    3 kommunar (kodar eller namn frå 2024)
  alder: 1 – 0 år
  Personer 2022: 3 tal, 0 til 9000
  Personer 2023: 1 tal, 9100
  teiknet «..» i 1 celle: talet manglar i kjelda
  teiknet «-» i 1 celle: null
  teiknet «:» i 1 celle: skjerma i kjelda
  ein dataset.yaml å byrje med: utsyn inspect --yaml latin1-title-wide.csv
    prøvd på fila: 3 rader = 3 brukte + 0 ikkje valde + 0 utan stad hos oss + 0 ikkje lesne
    4 tal; 1 utan tal: talet manglar i kjelda; 1 utan tal: skjerma i kjelda
    kommunar med tal i 2023: 1 av 357

$ utsyn inspect --lang nn tests/import/fixtures/udir-csv/utf16le-no-bom-thousands.csv
utf16le-no-bom-thousands.csv   Statistikkbanken til Utdanningsdirektoratet og Skoleporten, CSV (udir-csv), UTF-16LE, tabulator, desimalkomma
  5 rader, 3 talkolonner
  Enhet (stad): 5 – Nasjonalt, 54 Troms og Finnmark - Romsa ja Finnmárku (2020 - 2023), 0301 Oslo, 4222 Bykle, 975281035 Bykle barne- og ungdomsskule
    1 land, 1 fylke, 2 kommunar (kodar eller namn frå 2020), 1 under kommunenivå eller utanfor
  EnhetNivaa: 4 – 1, 2, 3, 4
  Nasjonaltkode: 1 – I
  Fylkekode: 4 – 00, 54, 03, 42
  Kommunekode: 3 – 0000, 0301, 4222
  Organisasjonsnummer: 5 – I, 54, 0301, 4222, 975281035
  Nasjonalt: 1 – Hele landet
  Fylke: 4 – Alle fylker, Troms og Finnmark - Romsa ja Finnmárku (2020 - 2023), Oslo, Agder
  Kommune: 3 – Alle kommuner, Oslo, Bykle
  EnhetNavn: 3 – Alle skoler, Troms og Finnmark, Bykle barne- og ungdomsskule
  2022-23.Lesing.5. årstrinn.Alle kjønn.Skalapoeng: 3 tal, 49 til 52
  2022-23.Lesing.5. årstrinn.Alle kjønn.Antall elever: 4 tal, 0 til 56 230
  2020-2022.Lesing.5. årstrinn.Alle kjønn.Andel deltatt: 3 tal, 92,9 til 95,5
  teiknet «*» i 3 celler: skjerma i kjelda
  2 tomme celler: tal ikkje oppgitt
  ein dataset.yaml å byrje med: utsyn inspect --yaml utf16le-no-bom-thousands.csv
    prøvd på fila: 5 rader = 4 brukte + 0 ikkje valde + 1 utan stad hos oss + 0 ikkje lesne
    utan stad hos oss: 1 under kommunenivå eller utanfor, 0 ukjende
    3 tal; 1 utan tal: skjerma i kjelda
    kommunar med tal i 2022/23: 1 av 357

$ utsyn inspect --lang nn tests/import/fixtures/imdi/three-rows-newline-comma.csv
three-rows-newline-comma.csv   IMDi: fleire overskriftsrader med dimensjon og verdi (imdi), UTF-8, semikolon, desimalkomma
  8 rader, 1 talkolonne
  Kommune nr & navn (stad): 2 – 0301 Oslo, 1103 Stavanger
    2 kommunar (kodar eller namn frå 2024)
  kommune_nr: 2 – 301, 1103
  Kommune navn: 2 – Oslo kommune, Stavanger kommune
  innvkat_4: 2 – alle, innvandrere
  kjonn: 2 – alle, 1
  enhet: 2 – gjennomsnitt, personer
  verdi: 6 tal, 0 til 5199
  teiknet «:» i 1 celle: skjerma i kjelda
  teiknet «.» i 1 celle: talet kan ikkje finnast
  teiknet «-» i 1 celle: null
  ein dataset.yaml å byrje med: utsyn inspect --yaml three-rows-newline-comma.csv
    prøvd på fila: 8 rader = 2 brukte + 6 ikkje valde + 0 utan stad hos oss + 0 ikkje lesne
    2 tal
    kommunar med tal i 2024: 2 av 357

$ utsyn inspect --json tests/import/fixtures/pxweb-csv/latin1-title-wide.csv
{
  "file": "tests/import/fixtures/pxweb-csv/latin1-title-wide.csv",
  "format": "pxweb-csv",
  "encoding": "ISO-8859-1",
  "separator": ";",
  "decimal": "point",
  "tables": [
    {
      "title": null,
      "rows": 3,
      "bad_rows": 0,
      "reasons": [],
      "dimensions": [
        {
          "name": "region",
          "role": "region",
          "count": 3,
          "labels": [
            "0301 Oslo",
            "4003 Skien",
            "5501 Tromsø"
          ],
          "places": {
            "countries": 0,
            "counties": 0,
            "municipalities": 3,
            "of_earlier_years": 0,
            "groups": 0,
            "below": 0,
            "ambiguous": 0,
            "unknown": 0,
            "structure": 2024
          }
        },
        {
          "name": "alder",
          "role": "",
          "count": 1,
          "labels": [
            "0 år"
          ]
        }
      ],
      "columns": [
        {
          "name": "Personer 2022",
          "period": "2022",
          "figures": 3,
          "least": 0.0,
          "greatest": 9000.0
        },
        {
          "name": "Personer 2023",
          "period": "2023",
          "figures": 1,
          "least": 9100.0,
          "greatest": 9100.0
        }
      ],
      "signs": [
        {
          "sign": "..",
          "meaning": "figure missing at the source",
          "count": 1
        },
        {
          "sign": "-",
          "meaning": "published",
          "count": 1
        },
        {
          "sign": ":",
          "meaning": "suppressed by the source",
          "count": 1
        }
      ],
      "odd_cells": 0
    }
  ],
  "passed_over": [],
  "proposal": {
    "said": [
      "prøvd på filen: 3 rader = 3 brukt + 0 ikke valgt + 0 uten sted hos oss + 0 ikke lest",
      "4 tall; 1 uten tall: tallet mangler i kilden; 1 uten tall: skjermet i kilden",
      "kommuner med tall i 2023: 1 av 357"
    ],
    "yaml": "id: latin1-title-wide # mappen må ha samme navn\n# source: # hvem gir ut tallene? Filen sier det ikke\ntitle: \"Latin1-title-wide\"\n# licence: # på hvilke vilkår? Filen sier det ikke\nformat: pxweb-csv\nboundaries: auto\n# prøvd på filen: 3 rader = 3 brukt + 0 ikke valgt + 0 uten sted hos oss + 0 ikke lest\n# 4 tall; 1 uten tall: tallet mangler i kilden; 1 uten tall: skjermet i kilden\n# kommuner med tall i 2023: 1 av 357\nobservations:\n  - indicator: indicator-id # fyll ut: utsyn list indicators\n    region: \"region\"\n    period: {header: true}\n    value: \"Personer\"\n",
    "rows": {
      "all": 3,
      "used": 3,
      "not_selected": 0,
      "not_a_place": 0,
      "not_read": 0
    },
    "figures": 4,
    "municipalities": 1,
    "newest_period": "2023"
  }
}

$ utsyn inspect --json tests/import/fixtures/xlsx/bufdir-data.xlsx
tests/import/fixtures/xlsx/bufdir-data.xlsx:8: en rad uten tall: en tittel eller en merknad
{
  "file": "tests/import/fixtures/xlsx/bufdir-data.xlsx",
  "format": "xlsx",
  "encoding": null,
  "separator": "",
  "decimal": "point",
  "tables": [
    {
      "title": "Data",
      "rows": 4,
      "bad_rows": 1,
      "reasons": [
        {
          "why": "en rad uten tall: en tittel eller en merknad",
          "line": 8,
          "count": 1
        }
      ],
      "dimensions": [
        {
          "name": "Region",
          "role": "region",
          "count": 2,
          "labels": [
            "0301",
            "4032"
          ],
          "places": {
            "countries": 0,
            "counties": 0,
            "municipalities": 2,
            "of_earlier_years": 0,
            "groups": 0,
            "below": 0,
            "ambiguous": 0,
            "unknown": 0,
            "structure": 2024
          }
        },
        {
          "name": "Regionnavn",
          "role": "",
          "count": 2,
          "labels": [
            "Oslo",
            "Fyresdal"
          ]
        },
        {
          "name": "Enhet",
          "role": "",
          "count": 1,
          "labels": [
            "barn"
          ]
        },
        {
          "name": "Tallformat",
          "role": "",
          "count": 2,
          "labels": [
            "antall",
            "prosent"
          ]
        }
      ],
      "columns": [
        {
          "name": "2022",
          "period": "2022",
          "figures": 2,
          "least": 9.2,
          "greatest": 1200.0
        },
        {
          "name": "2023",
          "period": "2023",
          "figures": 2,
          "least": 10.25,
          "greatest": 1250.0
        }
      ],
      "signs": [
        {
          "sign": "..",
          "meaning": "figure missing at the source",
          "count": 1
        },
        {
          "sign": ".",
          "meaning": "no figure can exist",
          "count": 1
        }
      ],
      "odd_cells": 0
    }
  ],
  "passed_over": [
    {
      "sheet": "Om",
      "why": "bare tekst, ingen tall"
    }
  ],
  "proposal": {
    "said": [
      "prøvd på filen: 4 rader = 1 brukt + 2 ikke valgt + 0 uten sted hos oss + 1 ikke lest",
      "2 tall",
      "kommuner med tall i 2023: 1 av 357",
      "1 funn, i linje 8: en rad uten tall: en tittel eller en merknad"
    ],
    "yaml": "id: bufdir-data # mappen må ha samme navn\n# source: Barne-, ungdoms- og familiedirektoratet # filen sier det ikke, men navnet begynner slik: ta bort den første # hvis det stemmer\ntitle: \"Bufdir-data\"\n# licence: NLOD 2.0 # filen sier det ikke, men navnet begynner slik: ta bort den første # hvis det stemmer\nformat: xlsx\nboundaries: auto\n# prøvd på filen: 4 rader = 1 brukt + 2 ikke valgt + 0 uten sted hos oss + 1 ikke lest\n# 2 tall\n# kommuner med tall i 2023: 1 av 357\n# 1 funn, i linje 8: en rad uten tall: en tittel eller en merknad\nobservations:\n  - indicator: indicator-id # fyll ut: utsyn list indicators\n    region: \"Region\"\n    period: {header: true}\n    select: {\"Tallformat\": \"antall\"} # Tallformat: den første av 2: velg\n",
    "rows": {
      "all": 4,
      "used": 1,
      "not_selected": 2,
      "not_a_place": 0,
      "not_read": 1
    },
    "figures": 2,
    "municipalities": 1,
    "newest_period": "2023"
  }
}

# Without a project the places are not known, but the file is read all the same.
$ cp tests/import/fixtures/tidy/several-columns.csv $T && cd $T && utsyn inspect --lang en several-columns.csv | head -4
several-columns.csv   a table with one header row; dataset.yaml names the columns of figures (tidy), UTF-8, comma, decimal comma
  3 rows, 3 columns of figures
  kode (place): 2 – 4003, 0301
  aar (period): 1 – 2021

# Standard output is the new dataset.yaml: it is there, and empty, before anything is read.
$ cp -r indicators datasets $T && mkdir $T/datasets/new && utsyn inspect --project $T --yaml tests/import/fixtures/tidy/several-columns.csv > $T/datasets/new/dataset.yaml && grep boundaries: $T/datasets/new/dataset.yaml
boundaries: auto

# ages are no counties, and places elsewhere are not ours
$ printf 'region;Alder;2023;2024\n01 Stockholm county;18 - 29 år;1;2\n03 Uppsala county;30 - 66 år;3;4\n' > $T/a.csv; utsyn inspect --lang en $T/a.csv; utsyn inspect --lang en --yaml $T/a.csv | grep region
a.csv   a table with one header row; dataset.yaml names the columns of figures (tidy), UTF-8, semicolon, decimal point
  2 rows, 2 columns of figures
  region (place): 2 – 01 Stockholm county, 03 Uppsala county
    2 unknown places: '01 Stockholm county', '03 Uppsala county'
    none of them is a place in Norway
  Alder: 2 – 18 - 29 år, 30 - 66 år
  2023: 2 figures, 1 to 3
  2024: 2 figures, 2 to 4
  a dataset.yaml to start from: utsyn inspect --yaml a.csv
    tried on the file: 2 rows = 0 used + 1 not selected + 1 of no place of ours + 0 not read
    0 figures
    municipalities with a figure: none of 357
    2 findings, the first in line 2: '01 Stockholm county': the code 01 is Østfold, and the text is no name of it; correct the file, choose another column with 'region:', or add the name to datasets/inndeling/navn.csv (figures: 2)
# 2 findings, the first in line 2: '01 Stockholm county': the code 01 is Østfold, and the text is no name of it; correct the file, choose another column with 'region:', or add the name to datasets/inndeling/navn.csv (figures: 2)
    region: "region" # none of them is a place in Norway

$ printf 'Enhet;Alder;År;Antall\nLandet;18 - 29 år;2024;1\nSkien;18 - 29 år;2024;3\nVinje;30 år;2024;3\n' > $T/b.csv; utsyn inspect --lang en $T/b.csv
b.csv   a table with one header row; dataset.yaml names the columns of figures (tidy), UTF-8, semicolon, decimal point
  3 rows, 1 column of figures
  Enhet (place): 3 – Landet, Skien, Vinje
    1 country, 2 municipalities (codes or names of 2024)
  Alder: 2 – 18 - 29 år, 30 år
  År (period): 1 – 2024
    2024
  Antall: 3 figures, 1 to 3
  a dataset.yaml to start from: utsyn inspect --yaml b.csv
    tried on the file: 3 rows = 2 used + 1 not selected + 0 of no place of ours + 0 not read
    2 figures
    municipalities with a figure in 2024: 1 of 357
