# The command table is the help text.
$ utsyn
? 2

$ utsyn --version

$ utsyn --help

$ utsyn report --help

$ utsyn help explain

$ utsyn list --help --lang en

$ utsyn nonsense
? 2

$ utsyn list
? 2

$ utsyn list indikatorar
? 2

$ utsyn list --nonsense --lang nn
? 2

$ utsyn --lang tysk list regions
? 2
