# A report that cannot be written to its end leaves the earlier one as it was, to the last figure.
$ utsyn -q report reports/trysil.yaml -o $T/out && cp -r $T/out $T/before

$ trap '' XFSZ; ulimit -f 200; utsyn -q report reports/trysil.yaml -o $T/out --rule fingertips
? 4
~ utsyn: \$T/out/trysil/figurer/barometer-trysil\.png: .*

$ diff -r $T/before $T/out

# What a run that was killed left behind is cleared away by the next one.
$ mkdir -p $T/out/trysil/.utsyn-new/figurer && touch $T/out/trysil/.utsyn-new/figurer/old.svg && utsyn -q report reports/trysil.yaml -o $T/out && diff -r $T/before $T/out

# A report's folder gets the name of its file: what cannot be a folder's name is refused before anything is read, all at once.
$ cd $T && mkdir -p r/b && for n in .. . '' .x "$(printf 'c\033d')" 'a\b' "$(printf '%0201d' 0)"; do cp $OLDPWD/reports/trysil.yaml "r/$n.yaml"; done && cd r && utsyn report --project $OLDPWD/none --lang en ...yaml ..yaml .yaml .x.yaml c?d.yaml 'a\b.yaml' 0*.yaml -o ../ids; echo $?; test ! -e ../ids
~ utsyn: \.\.\.yaml: the report's folder gets the name of its file, but the name begins with a dot; .*
~ \.\.yaml: .* the name begins with a dot; .*
~ \.yaml: .* the file has no name before \.yaml; .*
~ \.x\.yaml: .* the name begins with a dot; .*
~ c\\u001bd\.yaml: .* the name has a character that cannot be used in text; .*
~ a\\b\.yaml: .* there is a slash in the name; .*
~ 0{201}\.yaml: .* the name is too long; .*
3

# Two reports of one name would be written over each other; the same file twice is no other report.
$ cp reports/trysil.yaml $T/r/b && utsyn report --lang en -q reports/trysil.yaml reports/trysil.yaml $T/r/b/trysil.yaml -o $T/ids
? 2
utsyn: $T/r/b/trysil.yaml: another report would be written to $T/ids/trysil too; rename one of them, or write them in two runs with another -o

# The folder named with -o may be a link, the report's own folder may not: nothing is written or removed where it leads.
$ mkdir -p $T/real/trysil $T/o && echo thesis >$T/real/trysil/kapittel.html && ln -s $T/real $T/link && ln -s $T/real/trysil $T/o/trysil && utsyn -q report --lang en reports/trysil.yaml -o $T/o; echo $?; ls -A $T/real/trysil
utsyn: $T/o/trysil: is a link, and a report needs a folder; move it away, or choose with -o where the folder is to be
4
kapittel.html

$ utsyn -q report --lang en reports/trysil.yaml -o $T/link && ls -A $T/real && diff -r $T/before/trysil $T/real/trysil
trysil

# A file of one's own stays, and a folder in the way stops the report before anything has moved.
$ echo mine >$T/out/trysil/notat.txt && utsyn -q report reports/trysil.yaml -o $T/out && cat $T/out/trysil/notat.txt && rm $T/out/trysil/notat.txt && diff -r $T/before $T/out && ls -A $T/out
mine
trysil

$ mv $T/out/trysil/kapittel.html $T/kept && mkdir $T/out/trysil/kapittel.html && utsyn -q report --lang en reports/trysil.yaml -o $T/out --rule fhi; echo $?; rmdir $T/out/trysil/kapittel.html && mv $T/kept $T/out/trysil/kapittel.html && diff -r $T/before $T/out
utsyn: $T/out/trysil/kapittel.html: the report has a file of this name, and this is a folder; move it away
4
