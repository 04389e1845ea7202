# The bundled project is clean.
$ utsyn check --strict --lang nn
77 indikatorar, 29 datasett, 5 rapportar, 64445 tal, 0 funn

# A misspelt key tells where, what, and what would be right.
$ cp -r indicators datasets reports $T && sed -i 's/^    polarity:/    polartiy:/' $T/indicators/utanfor.yaml && utsyn check --project $T --lang nn
? 3
utsyn: indicators/utanfor.yaml:17:5: ukjend nøkkel «polartiy»; lovlege: id, name, short, definition, measure, unit, decimals, resolution, age, polarity, test, rule, suppress, standardised, projection, relevant, sets, note, source (meinte du «polarity»?)

$ utsyn check --project /
? 2
utsyn: /: ingen mappe her eller over har indicators/ og datasets/; oppgi en med --project

# What a suggestion could not know must be filled in before it is printed under a figure.
$ sed -i 's/polartiy/polarity/' $T/indicators/*.yaml; sed -i 's/^source: .*/source: "?"/' $T/datasets/ssb-barnehagedekning/dataset.yaml && utsyn check --strict --project $T --lang en
? 1
datasets/ssb-barnehagedekning/dataset.yaml: source is not filled in
77 indicators, 29 datasets, 5 reports, 64445 figures, 1 findings
