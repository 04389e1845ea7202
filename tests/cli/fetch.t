$ utsyn fetch --help
Bruk: utsyn fetch [valg] [DATASETT…]

  hent de nyeste tallene fra etatene

Valg:
  -n, --dry-run           vis hva som ville blitt spurt om, uten å spørre
  --timeout SEKUNDER      gi opp en tjener som tier så lenge (vanligvis 60)
  --max-size MIB          avvis mer enn dette fra ett datasett (vanligvis 256)
  --project MAPPE         mappe med indicators/ og datasets/ (ellers søkes det oppover herfra)
  --strict                funn gir sluttkode 1
  -v, --verbose           vis hvert funn
  -q, --quiet             si ikke annet enn feil
  --lang SPRÅK            språk i meldingene: nb, nn eller en
  -h, --help              vis denne siden

Sluttkoder: 0 i orden, 1 funn med --strict, 2 feil bruk, 3 feil i data eller definisjon, 4 lesing eller skriving.

# The requests can be seen without a network.
$ mkdir -p $T/indicators $T/datasets/folketal && printf 'id: folketal\nsource: SSB\ntitle: Folketal\ntable: "07459"\nlicence: CC BY 4.0\npublished: 2026\nformat: pxweb-csv\nboundaries: auto\nfetch:\n  api: ssb\n  table: "07459"\n  select: {Region: "*", ContentsCode: Personer1, Tid: top(3)}\nobservations:\n  - {indicator: folketal, region: Region, period: {column: Tid}, value: Personer1 - Personer}\n' >$T/datasets/folketal/dataset.yaml && utsyn fetch --dry-run --project $T
folketal
# Statistikkbanken til SSB, 07459
GET https://data.ssb.no/api/pxwebapi/v2/tables/07459/metadata?lang=no
# svaret avgjør om spørringen må deles (mer enn 800 000 celler)
GET https://data.ssb.no/api/pxwebapi/v2/tables/07459/data?lang=no&valueCodes%5BRegion%5D=*&valueCodes%5BContentsCode%5D=Personer1&valueCodes%5BTid%5D=top(3)&stub=Region,Tid&heading=ContentsCode&outputFormat=csv&outputFormatParams=SeparatorSemicolon,UseCodesAndTexts

$ utsyn fetch folketalet --project $T
? 2
utsyn: ukjent datasett «folketalet»; se utsyn list datasets

# A misspelt key tells where, what, and what would be right.
$ sed -i 's/  select:/  selekt:/' $T/datasets/folketal/dataset.yaml && utsyn fetch --project $T --lang nn
? 3
utsyn: datasets/folketal/dataset.yaml:12:3: ukjend nøkkel «selekt»; lovlege: api, table, select, codelist, format, url (meinte du «select»?)

$ utsyn fetch ssb-befolkning
? 3
utsyn: datasets/ssb-befolkning/dataset.yaml: nøkkelen «fetch» mangler; ssb-befolkning kan ikke hentes
