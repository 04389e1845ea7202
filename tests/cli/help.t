# The command table is the help text.
$ utsyn
? 2
Bruk: utsyn KOMMANDO [valg] [argumenter]

Kommandoer:
  report RAPPORT…                     skriv kapittel, figurer og arbeidsbok for en rapport
  check                               er definisjonene og dataene mine i orden?
  list HVA                            indicators, regions, datasets, sets, outputs, charts eller formats
  import MAPPE|FIL…                   ta disse filene inn som en ny årgang av datasettene sine
  inspect FIL…                        hva er denne filen, og hva ville blitt lest fra den?
  compare [INDIKATOR…] STED…          hvor står vi mot fylket og landet?
  trend INDIKATOR… STED…              hvilken vei går det, og er vi sikre?
  rank INDIKATOR…                     hvor er vi blant de andre, og hvor sikker er plassen?
  explain INDIKATOR STED              hele regnestykket, fra fil og linje til vurdering
  fetch [DATASETT…]                   hent de nyeste tallene fra etatene

utsyn KOMMANDO --help forteller mer om én kommando; utsyn --version gir versjonen.

Valg:
  --project MAPPE         mappe med indicators/ og datasets/ (ellers søkes det oppover herfra)
  --strict                funn gir sluttkode 1
  -v, --verbose           vis hvert funn
  -q, --quiet             si ikke annet enn feil
  --lang SPRÅK            språk i meldingene: nb, nn eller en
  -h, --help              vis denne siden

Sluttkoder: 0 i orden, 1 funn med --strict, 2 feil bruk, 3 feil i data eller definisjon, 4 lesing eller skriving.

$ utsyn --version
utsyn 0.1.0

$ utsyn --help
Bruk: utsyn KOMMANDO [valg] [argumenter]

Kommandoer:
  report RAPPORT…                     skriv kapittel, figurer og arbeidsbok for en rapport
  check                               er definisjonene og dataene mine i orden?
  list HVA                            indicators, regions, datasets, sets, outputs, charts eller formats
  import MAPPE|FIL…                   ta disse filene inn som en ny årgang av datasettene sine
  inspect FIL…                        hva er denne filen, og hva ville blitt lest fra den?
  compare [INDIKATOR…] STED…          hvor står vi mot fylket og landet?
  trend INDIKATOR… STED…              hvilken vei går det, og er vi sikre?
  rank INDIKATOR…                     hvor er vi blant de andre, og hvor sikker er plassen?
  explain INDIKATOR STED              hele regnestykket, fra fil og linje til vurdering
  fetch [DATASETT…]                   hent de nyeste tallene fra etatene

utsyn KOMMANDO --help forteller mer om én kommando; utsyn --version gir versjonen.

Valg:
  --project MAPPE         mappe med indicators/ og datasets/ (ellers søkes det oppover herfra)
  --strict                funn gir sluttkode 1
  -v, --verbose           vis hvert funn
  -q, --quiet             si ikke annet enn feil
  --lang SPRÅK            språk i meldingene: nb, nn eller en
  -h, --help              vis denne siden

Sluttkoder: 0 i orden, 1 funn med --strict, 2 feil bruk, 3 feil i data eller definisjon, 4 lesing eller skriving.

$ utsyn report --help
Bruk: utsyn report [valg] RAPPORT…

  skriv kapittel, figurer og arbeidsbok for en rapport

Valg:
  -o, --out MAPPE         mappe for rapportene, én mappe til hver (vanligvis out)
  --rule REGEL            hvordan nivåer avgjøres: utsyn, fhi eller fingertips; går foran rapporten og indikatorene
  --project MAPPE         mappe med indicators/ og datasets/ (ellers søkes det oppover herfra)
  --strict                funn gir sluttkode 1
  -v, --verbose           vis hvert funn
  -q, --quiet             si ikke annet enn feil
  --lang SPRÅK            språk i meldingene: nb, nn eller en
  -h, --help              vis denne siden

Sluttkoder: 0 i orden, 1 funn med --strict, 2 feil bruk, 3 feil i data eller definisjon, 4 lesing eller skriving.

$ utsyn help explain
Bruk: utsyn explain [valg] INDIKATOR STED

  hele regnestykket, fra fil og linje til vurdering

Eksempel:
  utsyn explain utenfor-15-29-aar Fyresdal --benchmark county

Valg:
  --benchmark GRUNNLAG    mot disse, med komma mellom: county, country, best, own:2019, peers:3425+3430, target:4.5 …
  --rule REGEL            hvordan det avgjøres: utsyn, fhi eller fingertips
  --period PERIODE        slik det var da (ellers det nyeste)
  --json                  skriv svaret som JSON
  --project MAPPE         mappe med indicators/ og datasets/ (ellers søkes det oppover herfra)
  --strict                funn gir sluttkode 1
  -v, --verbose           vis hvert funn
  -q, --quiet             si ikke annet enn feil
  --lang SPRÅK            språk i meldingene: nb, nn eller en
  -h, --help              vis denne siden

Sluttkoder: 0 i orden, 1 funn med --strict, 2 feil bruk, 3 feil i data eller definisjon, 4 lesing eller skriving.

$ utsyn list --help --lang en
Usage: utsyn list [options] WHAT

  indicators, regions, datasets, sets, outputs, charts or formats

Options:
  --project FOLDER        folder with indicators/ and datasets/ (else searched upwards from here)
  --strict                findings give exit code 1
  -v, --verbose           show every finding
  -q, --quiet             say nothing but errors
  --lang LANGUAGE         language of the messages: nb, nn or en
  -h, --help              show this page

Exit codes: 0 fine, 1 findings under --strict, 2 usage, 3 bad input or definition, 4 reading or writing.

$ utsyn nonsense
? 2
utsyn: ukjent kommando «nonsense»; se utsyn --help

$ utsyn list
? 2
utsyn: for få argumenter. Bruk: utsyn list [valg] HVA

$ utsyn list indikatorar
? 2
utsyn: «indikatorar» kan ikke listes (lovlige: indicators, regions, datasets, sets, outputs, charts, formats)

$ utsyn list --nonsense --lang en
? 2
utsyn: unknown option '--nonsense'; see utsyn list --help

$ utsyn --lang tysk list regions
? 2
utsyn: ukjent språk «tysk» (lovlige: nb, nn, en)

# What is wrong with an option is told in the language of the messages, with the nearest that is allowed.
$ utsyn rank utenfor-15-29-aar --conty 40 --lang en
? 2
utsyn: unknown option '--conty' (did you mean '--county'?); see utsyn rank --help

$ utsyn check -vx --lang en
? 2
utsyn: unknown option '-vx'; see utsyn check --help

$ utsyn --lang en rank utenfor-15-29-aar --county
? 2
utsyn: the option '--county' needs a value; see utsyn rank --help

$ utsyn fetch --timeout ti --lang en
? 2
utsyn: the option '--timeout' needs a whole number, not 'ti'; see utsyn fetch --help

$ utsyn chekc --lang en
? 2
utsyn: unknown command 'chekc' (did you mean 'check'?)

# Options before the command count like those after it.
$ utsyn -q check

$ utsyn -x check --lang en
? 2
utsyn: unknown option '-x'; see utsyn check --help

$ cd / && utsyn --project "$UTSYN_SOURCE_ROOT" -q check

$ utsyn check one --lang en
? 2
utsyn: too many arguments. Usage: utsyn check [options]

$ utsyn help --lang en check | head -1
Usage: utsyn check [options]

$ utsyn help nonsense
? 2
utsyn: ukjent kommando «nonsense»; se utsyn --help

# A county's letters are read whatever the locale says.
$ LC_ALL=C utsyn rank folketall --county Trøndelag --csv | head -1 | cut -c1-18
indicator,indicato

# What the system refuses is told in the language of the messages, once.
$ utsyn report reports/nowhere.yaml --lang en
? 4
utsyn: reports/nowhere.yaml cannot be read: there is no such file or folder

$ utsyn report reports --lang en
? 4
utsyn: reports cannot be read: this is a folder, and a file was expected

$ touch $T/file && utsyn report reports/trysil.yaml -o $T/file --lang en
? 4
utsyn: $T/file/trysil: the folder cannot be made: a file stands where a folder was expected
