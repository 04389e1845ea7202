# Figures that one plan alone prints lie beside its report, and are that report's alone.
$ utsyn list indicators --lang en | grep "printed in the plan of" | sed 's/  */ /g'
 barn-0-18-aar-trykt-i-planen Children 0–18, printed in the plan, persons, printed in the plan of trysil alone
 barn-0-18-aar-av-innbyggerne-trykt-i-planen Share aged 0–18, printed in the plan, per cent, printed in the plan of trysil alone
 husstander-med-vedvarende-lavinntekt Households with persistent low income, printed in the plan, per cent, printed in the plan of gjovikregionen alone
 vedvarende-lavinntekt-laveste-kommune Households with persistent low income, lowest municipality, per cent, printed in the plan of gjovikregionen alone
 vedvarende-lavinntekt-hoeyeste-kommune Households with persistent low income, highest municipality, per cent, printed in the plan of gjovikregionen alone
 fullfoert-videregaaende Completed upper secondary, printed in the plan, per cent, printed in the plan of gjovikregionen alone
 fullfoert-videregaaende-laveste-kommune Completed upper secondary, lowest municipality, per cent, printed in the plan of gjovikregionen alone
 fullfoert-videregaaende-hoeyeste-kommune Completed upper secondary, highest municipality, per cent, printed in the plan of gjovikregionen alone
 barnehagedekning-trykt-i-planen Kindergarten coverage, printed in the plan, per cent, printed in the plan of trysil alone
 tiltak-fra-barnevernet-planen Children with child-welfare measures, printed in the plan, per cent, printed in the plan of gjovikregionen alone
 hjelpetiltak-i-hjemmet Children with in-home measures, persons, printed in the plan of gjovikregionen alone
 barn-under-18-aar-i-fosterhjem Under 18 in foster homes, persons, printed in the plan of gjovikregionen alone
 unge-over-18-aar-i-fosterhjem Over 18 in foster homes, persons, printed in the plan of gjovikregionen alone
 barn-og-unge-i-barnevernsinstitusjon In child-welfare institutions, persons, printed in the plan of gjovikregionen alone
 unge-18-25-aar-med-ettervern After-care, 18–25, persons, printed in the plan of gjovikregionen alone
 personer-utenfor-20-66-aar-planen Number outside 20–66, printed in the plan, persons, printed in the plan of vestre-slidre alone

# Another report cannot show them, and a theme alone does not take them; its own report's does.
$ mkdir -p $T/reports && sed 's/^  - barnevern: .*/  - barnevern/; s/^  - barnehage-skule: .*/  - barnehage-skule/' reports/trysil.yaml > $T/trysil.yaml && cp $T/trysil.yaml $T/reports/other.yaml && sed -i 's/, barn-0-18[^]]*//' $T/reports/other.yaml && utsyn report -o $T/out $T/trysil.yaml --quiet && utsyn report -o $T/out $T/reports/other.yaml --quiet && for r in trysil other; do echo $r; grep -o '"indicator": "[^"]*plan[^"]*"' $T/out/$r/tall.json | sort -u; done
trysil
"indicator": "barn-0-18-aar-av-innbyggerne-trykt-i-planen"
"indicator": "barn-0-18-aar-trykt-i-planen"
"indicator": "barnehagedekning-trykt-i-planen"
other

$ utsyn report -o $T/out $T/trysil.yaml --quiet && grep -o 'reports/[a-z]*/datasets/[a-z-]*' $T/out/trysil/manifest.json | sort -u
reports/trysil/datasets/omtale-trysil

$ sed -i 's/folketall, /folketall, unge-18-25-aar-med-ettervern, /' $T/reports/other.yaml && utsyn report -o $T/out $T/reports/other.yaml --lang en
? 3
utsyn: $T/reports/other.yaml:8:28: 'unge-18-25-aar-med-ettervern' is only printed in the plan of gjovikregionen

# Asked about by name they answer; among all that have a figure they are not.
$ utsyn compare barnehagedekning-trykt-i-planen Trysil --lang en --benchmark country
Trysil (3421)
Kindergarten coverage, printed in the plan, per cent
Period  Figure  Against      Figure  Difference  Judgement
2023      ≈ 95  The country       –              – not tested: there is no figure to compare with in the same period

$ utsyn compare Trysil --csv --lang en | grep -c planen
? 1
0

# A report's own figures are of its own indicators, and everybody's of everybody's.
$ mkdir $T/p && cp -r indicators datasets reports $T/p && sed -i 's/indicator: barnehagedekning-trykt-i-planen/indicator: barnehagedekning/' $T/p/reports/trysil/datasets/omtale-trysil/dataset.yaml && sed -i 's/indicator: barnehagedekning$/indicator: barnehagedekning-trykt-i-planen/' $T/p/datasets/ssb-barnehagedekning/dataset.yaml && utsyn check --project $T/p --lang en
? 3
utsyn: datasets/ssb-barnehagedekning/dataset.yaml:13: 'barnehagedekning-trykt-i-planen' is an indicator of trysil alone
reports/trysil/datasets/omtale-trysil/dataset.yaml:24: 'barnehagedekning' is not defined in trysil: a report's own figures are of its own indicators
2 errors in 2 files

# Their themes are those of all, and their ids and datasets nobody else's.
$ cp -r datasets reports $T/p && sed -i 's/^theme: .*/theme: oppvekst/; s/barn-0-18-aar-trykt-i-planen/folketall/' $T/p/reports/trysil/indicators/demografi.yaml && utsyn check --project $T/p --lang en
? 3
utsyn: reports/trysil/indicators/demografi.yaml:2:8: there is no theme 'oppvekst' in indicators
reports/trysil/indicators/demografi.yaml:4:9: the indicator 'folketall' is already defined in indicators/demografi.yaml:9
2 errors in 1 file

$ cp -r datasets reports $T/p && cp -r $T/p/reports/trysil/datasets/omtale-trysil $T/p/datasets && utsyn check --project $T/p --lang en
? 3
utsyn: reports/trysil/datasets/omtale-trysil/dataset.yaml: a dataset in datasets/omtale-trysil has the same id
datasets/omtale-trysil/dataset.yaml:12: 'barn-0-18-aar-trykt-i-planen' is an indicator of trysil alone
datasets/omtale-trysil/dataset.yaml:18: 'barn-0-18-aar-av-innbyggerne-trykt-i-planen' is an indicator of trysil alone
datasets/omtale-trysil/dataset.yaml:24: 'barnehagedekning-trykt-i-planen' is an indicator of trysil alone
4 errors in 2 files
