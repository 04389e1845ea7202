# A report that cannot be written to its end leaves the earlier one as it was, to the last figure.
$ utsyn -q report reports/trysil.yaml -o $T/out && cp -r $T/out $T/before

$ trap '' XFSZ; ulimit -f 200; utsyn -q report reports/trysil.yaml -o $T/out --rule fingertips
? 4
~ utsyn: \$T/out/trysil/figurer/barometer-trysil\.png: .*

$ diff -r $T/before $T/out

# What a run that was killed left behind is cleared away by the next one.
$ mkdir -p $T/out/trysil/.utsyn-new/figurer && touch $T/out/trysil/.utsyn-new/figurer/old.svg && utsyn -q report reports/trysil.yaml -o $T/out && diff -r $T/before $T/out
