# A report is written, its figures change, and it is written again with the first run as `previous`.
$ mkdir -p $T/p/datasets && cp -r tests/cli/again/indicators tests/cli/again/reports $T/p && cp -r datasets/inndeling tests/cli/again/datasets/prove $T/p/datasets && utsyn report --project $T/p -o $T/p/out/first $T/p/reports/igjen.yaml --quiet --lang en

# Nothing has changed.
$ echo "previous: out/first/igjen/manifest.json" >> $T/p/reports/igjen.yaml && utsyn report --project $T/p -o $T/p/out/second $T/p/reports/igjen.yaml --quiet --lang en && grep -A2 "^## What has changed" $T/p/out/second/igjen/chapter.md
## What has changed since last time

No figure and no judgement has changed since last time.

# A new year, a revised figure and a figure that becomes too small to show: what it was is not told.
$ sed -i 's/^3421;2023;trivsel;171/3421;2023;trivsel;140/; s/^3421;2022;mobbing;40/3421;2022;mobbing;2/' $T/p/datasets/prove/tall.csv && printf '3421;2024;mobbing;12;200\n0;2024;mobbing;3500;60000\n' >> $T/p/datasets/prove/tall.csv && utsyn report --project $T/p -o $T/p/out/third $T/p/reports/igjen.yaml --quiet --lang en && sed -n '/^## What has changed/,/^## School/p' $T/p/out/third/igjen/chapter.md | grep '^[|-]'
- Another figure for the same period: 1
- No figure is shown any longer: 2
- Judged otherwise: 1
| Change | Indicator | Place | Period | Before | Now |
| --- | --- | --- | --- | --- | --- |
| Judged otherwise against the country, because the figure was revised | Well-being | Trysil | 2023 | no certain difference | worse |
| No figure is shown any longer | Bullying | Trysil | 2022 |  |  |
| No figure is shown any longer | Bullying | Trysil | 2023 |  |  |
| Another figure for the same period | Well-being | Trysil | 2023 | 85.5 per cent | 70.0 per cent |

# The second run keeps what it must: no figure of the hidden cell, in the manifest either.
$ grep -c '"2022": 1.0\|"2022": 20.0' $T/p/out/third/igjen/manifest.json
? 1
0

# Another rule decides: that is why some are judged otherwise, whatever else has changed.
$ utsyn report --project $T/p -o $T/p/out/rule $T/p/reports/igjen.yaml --rule fingertips --quiet --lang en && grep "another rule" $T/p/out/rule/igjen/chapter.md
| Judged otherwise against the country, because another rule decides | Well-being | Trysil | 2023 | no certain difference | worse |

# The file of the first run was written over, so what that run hid can no longer be looked up.
$ utsyn check --project $T/p --lang en | grep "previous run"
? 1
reports/igjen.yaml: some files of the previous run are not there any more, or are others now: what it suppressed is taken to be as in the files of today
indicators/skole.yaml:5: mobbing: 2 suppressed figures can be worked out from what the source or a previous run prints

# Broken manifests are told with their line.
$ cd $T/p && sed -i 's/"level": "worse"/"level": "worst"/' out/first/igjen/manifest.json && utsyn report -o out/fourth reports/igjen.yaml --lang en
? 3
utsyn: out/first/igjen/manifest.json:138:18: unknown value 'worst' for level; allowed: not-tested, undecided, similar, better, worse, higher, lower (did you mean 'worse'?)

$ cd $T/p && echo '{"format": 2,' > out/first/igjen/manifest.json && utsyn report -o out/fourth reports/igjen.yaml --lang en
? 3
utsyn: out/first/igjen/manifest.json:2:0: this is no JSON: string or '}' expected near end of file

$ cd $T/p && echo '{"program": {}}' > out/first/igjen/manifest.json && utsyn report -o out/fourth reports/igjen.yaml --lang en
? 3
utsyn: out/first/igjen/manifest.json:1:1: the manifest has format 1, and format 2 is needed: write that report again with this version

$ cd $T/p && rm out/first/igjen/manifest.json && utsyn report -o out/fourth reports/igjen.yaml --lang en
? 3
utsyn: reports/igjen.yaml:6:11: 'out/first/igjen/manifest.json' cannot be read: there is no such file or folder

$ cd $T/p && mkdir out/first/igjen/manifest.json && utsyn report -o out/fourth reports/igjen.yaml --lang en; rmdir out/first/igjen/manifest.json
utsyn: reports/igjen.yaml:6:11: 'out/first/igjen/manifest.json' cannot be read: this is a folder, and a file was expected

# The figures must lie beside the manifest.
$ cd $T/p && mkdir kept && cp out/second/igjen/manifest.json kept/ && sed -i 's#^previous: .*#previous: kept/manifest.json#' reports/igjen.yaml && utsyn report -o out/fourth reports/igjen.yaml --lang en
? 3
utsyn: kept/figures.json is not there: keep figures.json in the same folder as the manifest it was written with
