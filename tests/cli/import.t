# Files taken in as a new vintage: which dataset wants them, what changed, and that old vintages stay.
# A dry run writes nothing.
$ mkdir -p $T/p/datasets $T/p/reports $T/drop && cp -r indicators $T/p && cd datasets && cp -r inndeling ssb-barnehagedekning fhi-mobbing ssb-befolkning $T/p/datasets && sed '/^0;Landet;2020/d; s/^0;Landet;2021;0.934/0;Landet;2021;0.01/' ssb-barnehagedekning/barnehagedekning.csv > $T/drop/barnehagedekning.csv && echo 'a;b' > $T/drop/unknown.csv && SOURCE_DATE_EPOCH=1767225600 utsyn import -n $T/drop --lang en --project $T/p
? 3
utsyn: $T/drop/unknown.csv: no dataset wants it; utsyn inspect --yaml shows how one could
$T/drop/barnehagedekning.csv → ssb-barnehagedekning

$ find $T/p/datasets/ssb-barnehagedekning -mindepth 1 -type d

# A new vintage, what is new in it, and a leap since the last one.
$ rm $T/drop/unknown.csv && SOURCE_DATE_EPOCH=1767225600 utsyn import --lang en --project $T/p $T/drop
$T/drop/barnehagedekning.csv:2: barnehagedekning, 2021: 1 figure is revised since datasets/ssb-barnehagedekning/barnehagedekning.csv:3: 0 Landet, 93.4 before and 1 now
$T/drop/barnehagedekning.csv:2: barnehagedekning, 0 Landet, 2021: 1, but 93.4 in the vintage before
ssb-barnehagedekning: new vintage 2026-01-01, 1 file
  2021: 1 revised, 18 as before
  other periods: 95 figures as before

# The old file is as it was, and the new one is whole.
$ cmp $T/p/datasets/ssb-barnehagedekning/barnehagedekning.csv datasets/ssb-barnehagedekning/barnehagedekning.csv

$ cmp $T/p/datasets/ssb-barnehagedekning/2026-01-01/barnehagedekning.csv $T/drop/barnehagedekning.csv

# The same file twice is noticed.
$ SOURCE_DATE_EPOCH=1767225600 utsyn import --lang en --project $T/p $T/drop/barnehagedekning.csv
ssb-barnehagedekning: already there (2026-01-01)

# A dataset begins as a folder with a definition alone, and says how to get figures.
$ mkdir $T/p/datasets/fresh && sed 's/^id: .*/id: fresh/; /^files:/d; $ a files: ["fresh-*.csv"]' $T/p/datasets/ssb-barnehagedekning/dataset.yaml > $T/p/datasets/fresh/dataset.yaml && utsyn check --lang en --project $T/p
? 3
datasets/ssb-barnehagedekning/2026-01-01/barnehagedekning.csv:2: barnehagedekning, 2021: 1 figure is revised since datasets/ssb-barnehagedekning/barnehagedekning.csv:3: 0 Landet, 93.4 before and 1 now
utsyn: datasets/fresh/dataset.yaml:19:8: no file in datasets/fresh matches fresh-*.csv; utsyn import puts one there

# Its first vintage.
$ cp datasets/ssb-barnehagedekning/barnehagedekning.csv $T/drop/fresh-1.csv && SOURCE_DATE_EPOCH=1767225600 utsyn import --lang en --project $T/p --dataset fresh $T/drop/fresh-1.csv
fresh: new vintage 2026-01-01, 1 file
  2020: 19 new
  2021: 19 new
  2022: 19 new
  2023: 19 new
  2024: 19 new
  2025: 19 new

# An unknown dataset is a matter of usage.
$ SOURCE_DATE_EPOCH=1767225600 utsyn import --lang en --project $T/p --dataset nope $T/drop
? 2
utsyn: unknown dataset 'nope'; see utsyn list datasets

# A file nobody wants is bad input.
$ echo 'a;b' > $T/unknown.csv && SOURCE_DATE_EPOCH=1767225600 utsyn import --lang en --project $T/p $T/unknown.csv
? 3
utsyn: $T/unknown.csv: no dataset wants it; utsyn inspect --yaml shows how one could

# Nor is there anything in an empty folder.
$ mkdir $T/empty && SOURCE_DATE_EPOCH=1767225600 utsyn import --lang en --project $T/p $T/empty
? 3
utsyn: $T/empty: there is no file to take in

# A file that is not there cannot be read.
$ SOURCE_DATE_EPOCH=1767225600 utsyn import --lang en --project $T/p $T/nowhere.csv
? 4
utsyn: $T/nowhere.csv: there is no such file or folder
nothing was taken in

# Next year's file adds its year, and what it lacks stays.
$ head -1 datasets/ssb-barnehagedekning/barnehagedekning.csv > $T/fresh-2.csv && printf '0;Landet;2030;0.95;\n4028;Kviteseid;2030;0.96;\n' >> $T/fresh-2.csv && SOURCE_DATE_EPOCH=1798761600 utsyn import --lang en --project $T/p --dataset fresh $T/fresh-2.csv
fresh: new vintage 2027-01-01, 1 file
  2030: 2 new
  other periods: 114 figures as before

# Where each download is the whole series, what it lacks would be gone.
$ sed -i 's/^format:/vintages: newest\nformat:/' $T/p/datasets/fresh/dataset.yaml && SOURCE_DATE_EPOCH=1830297600 utsyn import --lang en --project $T/p --dataset fresh $T/drop/fresh-1.csv
? 3
utsyn: fresh: 2 figures would vanish: 2030 (2); 'vintages: all' in datasets/fresh/dataset.yaml keeps what a new file does not have, and --replace lets them go
fresh: nothing was taken in, and its figures are as before; utsyn inspect $T/drop/fresh-1.csv shows what was brought, and --dataset names another dataset

$ SOURCE_DATE_EPOCH=1830297600 utsyn import --lang en --project $T/p --dataset fresh --replace $T/drop/fresh-1.csv
fresh: new vintage 2028-01-01, 1 file
  2020: 19 new
  2021: 19 new
  2022: 19 new
  2023: 19 new
  2024: 19 new
  2025: 19 new
  2030: 2 vanished

# Next year's file of Udir's national tests is put beside the others, and adds its year.
$ mkdir -p $T/np/datasets && cp -r indicators $T/np && cp -r datasets/inndeling datasets/udir-nasjonale-prover-5 $T/np/datasets && mv $T/np/datasets/udir-nasjonale-prover-5/2025-26* $T && SOURCE_DATE_EPOCH=1767225600 utsyn import --strict --lang en --project $T/np $T/2025-26*.csv
udir-nasjonale-prover-5: new vintage 2026-01-01, 1 file
  2025/26: 985 new
  other periods: 2975 figures as before
