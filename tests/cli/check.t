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
