# An indicator that had another id keeps what was said of it: a report is written, and then its indicators are renamed.
$ mkdir -p $T/p/datasets && cp -r tests/cli/again/indicators tests/cli/again/reports $T/p && cp -r datasets/inndeling tests/cli/again/datasets/prove $T/p/datasets && utsyn report --project $T/p -o $T/p/out/first $T/p/reports/igjen.yaml --quiet --lang en && sed -i 's/id: mobbing/id: bullied, former: [harassed, mobbing]/; s/id: trivsel/id: thrives, former: trivsel/' $T/p/indicators/skole.yaml

# Definitions that have the former ids go on, and are told once of each.
$ echo "previous: out/first/igjen/manifest.json" >> $T/p/reports/igjen.yaml && sed -i 's/^themes: .*/themes: [{skole: [mobbing, thrives]}]/' $T/p/reports/igjen.yaml && utsyn report --project $T/p -o $T/p/out/second $T/p/reports/igjen.yaml --lang en --verbose
$T/p/reports/igjen.yaml: written to $T/p/out/second/igjen
reports/igjen.yaml:4: 'mobbing' is now called 'bullied'

# What was printed under the former id is compared with.
$ grep -A2 "^## What has changed" $T/p/out/second/igjen/chapter.md
## What has changed since last time

No figure and no judgement has changed since last time.

# What the previous run showed under the former id cannot be hidden any more, and is told.
$ sed -i 's/^3421;2022;mobbing;40/3421;2022;mobbing;2/' $T/p/datasets/prove/tall.csv && utsyn check --project $T/p --lang en | grep "worked out"
? 1
reports/igjen.yaml:4: 'mobbing' is now called 'bullied'
reports/igjen.yaml: some files of the previous run are not there any more, or are others now: what it suppressed is taken to be as in the files of today
indicators/skole.yaml:5: bullied: 2 suppressed figures can be worked out from what the source or a previous run prints
… and 2 more of the kind 'former id' (--verbose shows all)

$ echo 'targets: [{indicator: trivsel, value: 90}]' >> $T/p/reports/igjen.yaml && utsyn check --project $T/p --strict --lang en --verbose 2>&1 | grep "is now called"
reports/igjen.yaml:7: 'trivsel' is now called 'thrives'
reports/igjen.yaml:4: 'mobbing' is now called 'bullied'
datasets/prove/dataset.yaml:10: 'mobbing' is now called 'bullied'
datasets/prove/dataset.yaml:11: 'trivsel' is now called 'thrives'

$ for command in "compare mobbing 3421" "trend trivsel 3421" "rank harassed" "explain trivsel 3421"; do utsyn $command --project $T/p --lang en 2>&1 >/dev/null | grep "is now called"; done
'mobbing' is now called 'bullied'
'trivsel' is now called 'thrives'
'harassed' is now called 'bullied'
'trivsel' is now called 'thrives'

# An id leads to one indicator only.
$ sed 's/, former: trivsel/, former: [mobbing, bullied, thrives]/' $T/p/indicators/skole.yaml > $T/skole.yaml && cp $T/skole.yaml $T/p/indicators && utsyn check --project $T/p --lang en
? 3
utsyn: indicators/skole.yaml:6:28: 'mobbing' is a former id of 'bullied' in indicators/skole.yaml:5
indicators/skole.yaml:6:37: the indicator 'bullied' is already defined in indicators/skole.yaml:5
indicators/skole.yaml:6:46: the indicator 'thrives' is already defined in indicators/skole.yaml:6
3 errors in 1 file

$ sed -i 's/, former: \[mobbing.*thrives\]//; s/harassed/thrives/' $T/p/indicators/skole.yaml && utsyn check --project $T/p --lang en
? 3
utsyn: indicators/skole.yaml:6:10: 'thrives' is a former id of 'bullied' in indicators/skole.yaml:5

$ sed -i 's/: \[thrives, mobbing\]/: "Mobbing 7"/' $T/p/indicators/skole.yaml && utsyn check --project $T/p --lang en
? 3
utsyn: indicators/skole.yaml:5:27: 'Mobbing 7' is no id: small letters a to z, digits and hyphens
