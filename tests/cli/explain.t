# A population share is described, not tested.
$ utsyn explain barn-0-17 Vinje --lang nn

# 2 of 3 kindergartens.
$ utsyn explain pedagognorm Tokke --lang nn

# 9 of 185; the rest of Telemark 3 289 of 29 643.
$ utsyn explain utanfor-15-29 Fyresdal --lang nn

$ utsyn explain utanfor-15-29 Våler --lang nb
? 2

$ utsyn explain utanfor-15-29 Fyresdall
? 2

$ utsyn explain nonsense Fyresdal
? 2
