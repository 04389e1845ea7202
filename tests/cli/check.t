# The bundled project is clean; of a figure that its source hides and gives away all the same, a word is said.
$ utsyn check --strict --lang nn --project $UTSYN_SOURCE_ROOT
lesing-5-trinn: 1 tal som kjelda skjermar, kan reknast ut av det ho sjølv trykkjer; sei frå til kjelda
regning-5-trinn: 1 tal som kjelda skjermar, kan reknast ut av det ho sjølv trykkjer; sei frå til kjelda
regning-8-trinn: 2 tal som kjelda skjermar, kan reknast ut av det ho sjølv trykkjer; sei frå til kjelda
engelsk-8-trinn: 2 tal som kjelda skjermar, kan reknast ut av det ho sjølv trykkjer; sei frå til kjelda
nedsatt-arbeidsevne-menn-18-29-aar: 1 tal som kjelda skjermar, kan reknast ut av det ho sjølv trykkjer; sei frå til kjelda
20 indikatorar er ikkje i noko sett og ingen rapport: fravaer-i-dager-10-trinn, fravaer-i-timer-10-trinn, fullfoert-videregaaende-etter-fem-aar, innvandrere-2006-2021, flyktninger-av-innvandrerne, bosatte-flyktninger, hoeyere-utdanning-ssb, grunnskole-som-hoeyeste-utdanning, innvandrere-med-hoeyere-utdanning, medianinntekt-etter-skatt, vedvarende-lavinntekt-alle-aldre, husholdninger-som-leier, boliger-i-blokk, kostnad-per-person-utenfor-gjennom-yrkeslivet-trykt-i-planene, kostnad-per-person-utenfor-ytelser-trykt-i-planene, kostnad-per-person-utenfor-tjenester-trykt-i-planene, utenfor-16-25-aar, sysselsatte-innvandrere, fullfoert-videregaaende, husstander-med-vedvarende-lavinntekt
107 indikatorar, 50 datasett, 5 rapportar, 98305 tal, 0 funn

# A misspelt key tells where, what, and what would be right.
$ cp -r indicators datasets reports $T && sed -i '0,/^    polarity:/s//    polartiy:/' $T/indicators/utanfor.yaml && utsyn check --project $T --lang nn
? 3
utsyn: indicators/utanfor.yaml:19:5: ukjend nøkkel «polartiy»; lovlege: id, former, name, short, definition, measure, unit, decimals, resolution, range, age, polarity, tested, rule, suppress, standardised, projection, alternatives, denominator, composition, design-effect, sd, relevant, sets, family, note, source, groups (meinte du «polarity»?)

# A range is two numbers, the lower first.
$ sed -i 's/polartiy/polarity/' $T/indicators/*.yaml && sed -i '0,/range: .0, 100./s//range: [100, 0]/' $T/indicators/barnehage-skule.yaml && utsyn check --project $T --lang en
? 3
~ utsyn: indicators/barnehage-skule.yaml:54:12: range is the least and the greatest figure there can be: .0, 60.

$ utsyn check --project /
? 2
utsyn: /: ingen mappe her eller over har indicators/ og datasets/; oppgi en med --project

# Everything that is wrong is told at once: every entry of a file, every file, and how much it was.
$ mkdir $T/bad && cp -r indicators datasets reports $T/bad && cd $T/bad && sed -i '19s/polarity/polartiy/; 17s/proportion/propotion/; 3s/70/-1/' indicators/utanfor.yaml && echo '  - {id: utenfor-30-61-aar}' >> indicators/utanfor.yaml && echo 'x: [' > indicators/ungdata.yaml && sed -i 's/^format: .*/formatt: x/; s/^boundaries: .*/boundaries: last/; s/  - indicator:/  - indikator:/; s/as: .*/as: promille/' datasets/ssb-barnehagedekning/dataset.yaml && echo 'language: nn' > reports/trysil.yaml && utsyn check --lang en
? 3
utsyn: indicators/ungdata.yaml:2:1: not valid YAML: a value was expected
indicators/utanfor.yaml:3:8: order cannot be negative
indicators/utanfor.yaml:19:5: unknown key 'polartiy'; allowed: id, former, name, short, definition, measure, unit, decimals, resolution, range, age, polarity, tested, rule, suppress, standardised, projection, alternatives, denominator, composition, design-effect, sd, relevant, sets, family, note, source, groups (did you mean 'polarity'?)
indicators/utanfor.yaml:17:14: unknown value 'propotion' for measure; allowed: proportion, rate, mean, count, ratio, index, money (did you mean 'proportion'?)
indicators/utanfor.yaml:203:5: the key 'name' is missing
indicators/utanfor.yaml:203:5: the key 'definition' is missing
indicators/utanfor.yaml:203:5: the key 'source' is missing
indicators/utanfor.yaml:203:5: the key 'measure' is missing; allowed values: proportion, rate, mean, count, ratio, index, money
indicators/utanfor.yaml:203:5: the key 'polarity' is missing; allowed values: high, low, neutral
indicators/utanfor.yaml:203:5: the key 'suppress' is missing: none, or limits such as {count: 3}
datasets/ssb-barnehagedekning/dataset.yaml:7:1: unknown key 'formatt'; allowed: id, source, title, table, licence, published, retrieved, url, format, boundaries, decimal, files, note, observations, fetch, profile, missing, sheets, header, header_rows, addable, vintages (did you mean 'format'?)
datasets/ssb-barnehagedekning/dataset.yaml:8:13: boundaries is auto, or the year the codes belong to, such as 2024
datasets/ssb-barnehagedekning/dataset.yaml:13:5: unknown key 'indikator'; allowed: indicator, region, period, select, value, numerator, denominator, margin, published, as, quality, complete, files, sheets, format (did you mean 'indicator'?)
datasets/ssb-barnehagedekning/dataset.yaml:17:9: unknown value 'promille' for as; allowed: unit, fraction
14 errors in 3 files

# So it is by every command that reads definitions.
$ cd $T/bad && utsyn rank utenfor-15-29-aar --lang en 2>&1 | cut -d: -f1,2 | sort | uniq -c | tr -s ' '
 1 datasets/ssb-barnehagedekning/dataset.yaml:13
 1 datasets/ssb-barnehagedekning/dataset.yaml:17
 1 datasets/ssb-barnehagedekning/dataset.yaml:7
 1 datasets/ssb-barnehagedekning/dataset.yaml:8
 1 indicators/utanfor.yaml:17
 1 indicators/utanfor.yaml:19
 6 indicators/utanfor.yaml:203
 1 indicators/utanfor.yaml:3
 1 utsyn: indicators/ungdata.yaml

# With a sound catalogue the reports are read too.
$ cp indicators/*.yaml $T/bad/indicators && rm $T/bad/indicators/ungdata.yaml && utsyn check --project $T/bad --lang en
? 3
utsyn: datasets/ssb-barnehagedekning/dataset.yaml:7:1: unknown key 'formatt'; allowed: id, source, title, table, licence, published, retrieved, url, format, boundaries, decimal, files, note, observations, fetch, profile, missing, sheets, header, header_rows, addable, vintages (did you mean 'format'?)
datasets/ssb-barnehagedekning/dataset.yaml:8:13: boundaries is auto, or the year the codes belong to, such as 2024
datasets/ssb-barnehagedekning/dataset.yaml:13:5: unknown key 'indikator'; allowed: indicator, region, period, select, value, numerator, denominator, margin, published, as, quality, complete, files, sheets, format (did you mean 'indicator'?)
datasets/ssb-barnehagedekning/dataset.yaml:17:9: unknown value 'promille' for as; allowed: unit, fraction
reports/trysil.yaml:1:1: the key 'title' is missing
5 errors in 2 files

# What a suggestion could not know must be filled in before it is printed under a figure.
$ sed -i 's/range: .100, 0./range: [0, 100]/' $T/indicators/*.yaml && sed -i 's/^source: .*/source: "?"/' $T/datasets/ssb-barnehagedekning/dataset.yaml && utsyn check --strict --project $T --lang en
? 1
datasets/ssb-barnehagedekning/dataset.yaml: source is not filled in: write who publishes the figures
lesing-5-trinn: 1 figure that the source suppresses can be worked out from what it prints itself; tell the source
regning-5-trinn: 1 figure that the source suppresses can be worked out from what it prints itself; tell the source
nedsatt-arbeidsevne-menn-18-29-aar: 1 figure that the source suppresses can be worked out from what it prints itself; tell the source
5 indicators are in no set and no report: kostnad-per-person-utenfor-gjennom-yrkeslivet-trykt-i-planene, kostnad-per-person-utenfor-ytelser-trykt-i-planene, kostnad-per-person-utenfor-tjenester-trykt-i-planene, fullfoert-videregaaende, husstander-med-vedvarende-lavinntekt
79 indicators, 32 datasets, 5 reports, 75766 figures, 1 finding

# Nothing is lost in silence: what became of every row. A district or a school is no place of ours and no finding, a line without a figure is bad.
$ mkdir -p $T/own/datasets/trial && cp -r tests/import/project/indicators $T/own/ && cp -r datasets/inndeling $T/own/datasets/ && cp tests/import/project/datasets/strays/* $T/own/datasets/trial && sed -i 's/^id: .*/id: trial/' $T/own/datasets/trial/dataset.yaml && utsyn check -v --project $T/own --lang en 2>/dev/null | grep -A1 rows
datasets/trial/a.csv: 13 rows = 2 used + 0 not requested + 8 not places of ours + 3 that could not be used
    not places of ours: 2 below the municipality (schools, districts) or outside (Svalbard)

# A count alone makes no percentage.
$ mkdir $T/share && cp -r indicators datasets $T/share && sed -i '/^    denominator:/d; /^    published:/d' $T/share/datasets/ssb-utanfor-arbeid-og-utdanning/dataset.yaml && utsyn check --project $T/share --lang en
? 3
utsyn: datasets/ssb-utanfor-arbeid-og-utdanning/dataset.yaml:14: 'utenfor-15-29-aar' is a share of somebody: a numerator needs its denominator
datasets/ssb-utanfor-arbeid-og-utdanning/dataset.yaml:19: 'utenfor-30-61-aar' is a share of somebody: a numerator needs its denominator
2 errors in 1 file

# Shares from 0 to 1 that nobody said are shares.
$ mkdir $T/hundredth && cp -r indicators datasets $T/hundredth && sed -i '/as: fraction/d' $T/hundredth/datasets/fhi-trivsel/dataset.yaml && utsyn check --project $T/hundredth --lang en
~ datasets/fhi-trivsel/dataset.yaml:[0-9]+: no figure of 'trivsel-paa-skolen-10-trinn' is above 1 per cent: write 'as: fraction' if the file has shares from 0 to 1, else 'as: unit'
lesing-5-trinn: 1 figure that the source suppresses can be worked out from what it prints itself; tell the source
regning-5-trinn: 1 figure that the source suppresses can be worked out from what it prints itself; tell the source
nedsatt-arbeidsevne-menn-18-29-aar: 1 figure that the source suppresses can be worked out from what it prints itself; tell the source
~ 7 indicators are in no set and no report: .*
63 indicators, 26 datasets, 0 reports, 75689 figures, 1 finding

$ mkdir $T/format && cp -r indicators datasets $T/format && sed -i 's/^format: .*/format: csv/' $T/format/datasets/fhi-trivsel/dataset.yaml && utsyn check --project $T/format --lang en
? 3
~ utsyn: datasets/fhi-trivsel/dataset.yaml:[0-9]+: unknown format 'csv' .allowed: tidy, pxweb-csv, .*

# A definition under another name would be passed over, and that is told.
$ mkdir -p $T/names/datasets/eigne && cp -r indicators reports $T/names && cp -r datasets/inndeling $T/names/datasets && cp indicators/helse.yaml $T/names/indicators/eigen.yml && cp datasets/fhi-mobbing/dataset.yaml $T/names/datasets/eigne/dataset.yaml.txt && utsyn check --project $T/names --lang en
? 3
utsyn: indicators/eigen.yml: is not read under this name; call it eigen.yaml
datasets/eigne/dataset.yaml.txt: is not read under this name; call it dataset.yaml
2 errors in 2 files

# A key that has a better name is told with the new one, in every definition.
$ mkdir $T/old && cp -r indicators datasets reports $T/old && cd $T/old && sed -i '0,/^    measure:/s//    test: none\n    measure:/; 0,/^    groups:.*/s//    by: {sex: [a, b]}\n    parts: [a, b]/' indicators/helse.yaml && sed -i 's/^boundaries:/regions:/' datasets/fhi-mobbing/dataset.yaml && utsyn check --lang en
? 3
utsyn: indicators/helse.yaml:15:5: the key 'test' is now 'tested', as in tested: false
indicators/helse.yaml:27:5: the key 'by' is now 'groups', as in groups: {sex: {girls: …, boys: …}}
indicators/helse.yaml:28:5: the key 'parts' is now 'groups', as in groups: {sex: {girls: …, boys: …}, exhaustive: true}
datasets/fhi-mobbing/dataset.yaml:8:1: the key 'regions' is now 'boundaries', as in boundaries: auto
4 errors in 2 files
