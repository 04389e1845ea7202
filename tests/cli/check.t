# The bundled project is clean.
$ utsyn check --strict --lang nn
77 indikatorar, 29 datasett, 5 rapportar, 64445 tal, 0 funn

# A misspelt key tells where, what, and what would be right.
$ cp -r indicators datasets reports $T && sed -i 's/^    polarity:/    polartiy:/' $T/indicators/utanfor.yaml && utsyn check --project $T --lang nn
? 3
utsyn: indicators/utanfor.yaml:18:5: ukjend nøkkel «polartiy»; lovlege: id, name, short, definition, measure, unit, decimals, resolution, range, age, polarity, test, suppress, standardised, projection, relevant, sets, family, note, source, parts (meinte du «polarity»?)

# A range is two numbers, the lower first.
$ sed -i 's/polartiy/polarity/' $T/indicators/*.yaml && sed -i 's/range: .0, 100./range: [100, 0]/' $T/indicators/barnehage-skule.yaml && utsyn check --project $T --lang en
? 3
~ utsyn: indicators/barnehage-skule.yaml:53:12: range is the least and the greatest figure there can be: .0, 60.

$ utsyn check --project /
? 2
utsyn: /: ingen mappe her eller over har indicators/ og datasets/; oppgi en med --project

# What a suggestion could not know must be filled in before it is printed under a figure.
$ sed -i 's/range: .100, 0./range: [0, 100]/' $T/indicators/*.yaml && sed -i 's/^source: .*/source: "?"/' $T/datasets/ssb-barnehagedekning/dataset.yaml && utsyn check --strict --project $T --lang en
? 1
datasets/ssb-barnehagedekning/dataset.yaml: source is not filled in
77 indicators, 29 datasets, 5 reports, 64445 figures, 1 findings

# Nothing is lost in silence: what became of every row. A school is not a place of ours, a line without a figure is bad.
$ mkdir -p $T/own/datasets/trial && cp -r tests/import/project/indicators $T/own/ && cp -r datasets/inndeling $T/own/datasets/ && cp tests/import/project/datasets/strays/* $T/own/datasets/trial && sed -i 's/^id: .*/id: trial/' $T/own/datasets/trial/dataset.yaml && utsyn check -v --project $T/own --lang en 2>/dev/null | grep rows
datasets/trial/a.csv: 13 rows = 2 used + 0 not asked for + 8 not places of ours + 3 that could not be used
