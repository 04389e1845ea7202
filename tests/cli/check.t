# The bundled project is clean.
$ utsyn check --strict --lang nn

# A misspelt key tells where, what, and what would be right.
$ cp -r indicators datasets reports $T && sed -i 's/^    polarity:/    polartiy:/' $T/indicators/utanfor.yaml && utsyn check --project $T --lang nn
? 3

$ utsyn check --project /
? 2
