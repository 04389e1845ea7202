# A set is what the definitions of its indicators say: sets: [oppvekstprofil].
$ utsyn list sets --lang nn | grep -v " 1 indikator$" | cut -d' ' -f1
barnevaksinasjon
befolkning
framskriving
fylkeshelseundersoekelsen
nasjonale-proever
nav
oppvekstprofil
primaerhelsetjenesten
ungdata
utenforskap

$ utsyn list sets --lang en | grep kostra
kostra                            1 indicator

# All of a set, theme by theme, beside what is named.
$ utsyn compare Vinje --set kostra --benchmark country --lang en
Vinje (4036)
Children 1–5 in kindergarten, per cent
Period  Figure  Against      Figure  Difference  Judgement
2025      96.1  The country    94.5         1.6  ○ no certain difference, approximate

Tested against the rest of the area, without the place itself. utsyn explain shows the whole calculation.

$ utsyn compare folketall Vinje --set nasjonale-proever --csv --lang en | cut -d, -f1 | uniq
indicator
folketall
lesing-5-trinn
regning-5-trinn
engelsk-5-trinn
laveste-nivaa-i-lesing-5-trinn
laveste-nivaa-i-lesing-8-trinn

$ utsyn compare Vinje --set kostr --lang en
? 2
utsyn: unknown set 'kostr' (allowed: barnevaksinasjon, befolkning, framskriving, fylkeshelseundersoekelsen, kostra, nasjonale-proever, nav, oppvekstprofil, primaerhelsetjenesten, ungdata, utenforskap)

# In a report: what its themes do not have already, and themes it does not have, in the order of the catalogue.
$ mkdir -p $T/reports && printf 'title: Sett\nlanguage: nb\nregion: 4036\nthemes:\n  - levekaar: [hoeyere-utdanning]\n  - set: nasjonale-proever\n  - set: oppvekstprofil\noutputs: [chapter]\n' > $T/reports/sett.yaml && utsyn report -o $T/out $T/reports/sett.yaml --quiet && grep -o '"indicator": "[^"]*"' $T/out/sett/tall.json | uniq
"indicator": "hoeyere-utdanning"
"indicator": "vedvarende-lavinntekt-0-17-aar"
"indicator": "bor-trangt"
"indicator": "lesing-5-trinn"
"indicator": "regning-5-trinn"
"indicator": "engelsk-5-trinn"
"indicator": "laveste-nivaa-i-lesing-5-trinn"
"indicator": "laveste-nivaa-i-lesing-8-trinn"
"indicator": "barnehagedekning"
"indicator": "pedagognorm-oppfylt"
"indicator": "grunnskolepoeng"
"indicator": "trivsel-paa-skolen-10-trinn"
"indicator": "mobbing-7-trinn"
"indicator": "barn-0-17-aar"
"indicator": "overvekt-og-fedme-17-aar"
"indicator": "vaksinert-mot-meslinger-9-aar"
"indicator": "psykiske-symptomer-15-24-aar"
"indicator": "psykiske-plager-8-10-trinn"
"indicator": "fornoeyd-med-helsa-8-10-trinn"
"indicator": "smertestillende-hver-uke-8-10-trinn"
"indicator": "tiltak-fra-barnevernet-0-17-aar"
"indicator": "utenfor-15-29-aar"

$ sed 's/set: oppvekstprofil/set: oppvekst/' $T/reports/sett.yaml > $T/reports/feil.yaml && utsyn report -o $T/out $T/reports/feil.yaml --lang en
? 3
utsyn: $T/reports/feil.yaml:7:10: unknown set 'oppvekst' (allowed: barnevaksinasjon, befolkning, framskriving, fylkeshelseundersoekelsen, kostra, nasjonale-proever, nav, oppvekstprofil, primaerhelsetjenesten, ungdata, utenforskap)

# What is in no set and no report is told by check, and is no finding.
$ mkdir $T/p && cp -r indicators datasets reports $T/p && sed -i 's/, kostra\]/]/; s/sets: \[befolkning\]/sets: []/' $T/p/indicators/*.yaml && sed -i 's/folketall, //' $T/p/reports/*.yaml && utsyn check --project $T/p --strict --lang en | grep "no set"
8 indicators are in no set and no report: folketall, tallet-paa-unge-15-29-aar, tallet-paa-eldre-67-aar-og-over, kostnad-per-person-utenfor-gjennom-yrkeslivet-trykt-i-planene, kostnad-per-person-utenfor-ytelser-trykt-i-planene, kostnad-per-person-utenfor-tjenester-trykt-i-planene, fullfoert-videregaaende, husstander-med-vedvarende-lavinntekt

$ sed -i 's/sets: \[nav\]/sets: [NAV]/' $T/p/indicators/utanfor.yaml && utsyn check --project $T/p --lang en
? 3
utsyn: indicators/utanfor.yaml:80:12: 'NAV' is no id: small letters a to z, digits and hyphens
indicators/utanfor.yaml:96:12: 'NAV' is no id: small letters a to z, digits and hyphens
indicators/utanfor.yaml:113:12: 'NAV' is no id: small letters a to z, digits and hyphens
indicators/utanfor.yaml:130:12: 'NAV' is no id: small letters a to z, digits and hyphens
indicators/utanfor.yaml:146:12: 'NAV' is no id: small letters a to z, digits and hyphens
5 errors in 1 file
