# A report may ask for more to be held against: a table each in the local part, a sheet each in the workbook.
$ sed 's/^themes:/compare: [county, {peers: [4022, 4034]}, {own: 2021}, best, target]\ntargets: [{indicator: barn-0-17-aar, value: 17.5}]\nthemes:/' reports/trysil.yaml > $T/trysil.yaml && utsyn report -o $T/out $T/trysil.yaml --quiet --lang en && grep -A5 '^\*\*Trysil mot de valgte\|^\*\*Trysil mot seg selv\|^\*\*Trysil mot den\|^\*\*Trysil mot målet' $T/out/trysil/kapittel.md
**Trysil mot de valgte kommunene (Seljord og Tokke).**

| Indikator | Periode | Trysil | Tall sammenlignet med | Vurdering |
| --- | --- | ---: | ---: | --- |
| Barn 0–17 år av alle innbyggere (prosent) | 2026 | 15,8 | 18,3<sup>a</sup> | 2,5 prosentpoeng lavere – |
| Eldre 67 år og over av alle innbyggere (prosent) | 2026 | 24,1 | 22,9<sup>a</sup> | 1,2 prosentpoeng høyere – |
--
**Trysil mot seg selv i 2021.**

| Indikator | Periode | Trysil | Tall sammenlignet med | Vurdering | Sammenlignet periode |
| --- | --- | ---: | ---: | --- | --- |
| Folketall (personer) | 2026 | 6474 | 6580 | beskrevet – | 2021 |
| Barn 0–17 år av alle innbyggere (prosent) | 2026 | 15,8 | 17,0 | 1,2 prosentpoeng lavere – | 2021 |
--
**Trysil mot den tiende beste kommunen.**

| Indikator | Periode | Trysil | Tall sammenlignet med | Vurdering |
| --- | --- | ---: | ---: | --- |
| Nasjonale prøver 5. trinn, lesing (skalapoeng) | 2025/26 | 47 | 51 | ikke testet<sup>a</sup> – |
| Nasjonale prøver 5. trinn, regning (skalapoeng) | 2025/26 | 46 | 53 | ikke testet<sup>a</sup> – |
--
**Trysil mot målet.**

| Indikator | Periode | Trysil | Tall sammenlignet med | Vurdering |
| --- | --- | ---: | ---: | --- |
| Barn 0–17 år av alle innbyggere (prosent) | 2026 | 15,8 | 17,5 | 1,7 prosentpoeng lavere – |

# Mistakes are told where they stand.
$ sed 's/^themes:/compare: [naboen]\nthemes:/' reports/trysil.yaml > $T/a.yaml && utsyn report -o $T/out $T/a.yaml --lang en
? 3
utsyn: $T/a.yaml:7:11: unknown value 'naboen' for compare; allowed: county, country, kostra-group, peers, own, best, target

$ sed 's/^themes:/compare: [county, contry]\nthemes:/' reports/trysil.yaml > $T/a.yaml && utsyn report -o $T/out $T/a.yaml --lang en
? 3
utsyn: $T/a.yaml:7:19: unknown value 'contry' for compare; allowed: county, country, kostra-group, peers, own, best, target (did you mean 'country'?)

$ utsyn compare utenfor-15-29-aar Fyresdal --benchmark "" --lang en
? 2
utsyn: unknown benchmark '' (allowed: county, country, kostra-group, peers, own, best, target)

$ sed 's/^themes:/compare: [peers]\nthemes:/' reports/trysil.yaml > $T/a.yaml && utsyn report -o $T/out $T/a.yaml --lang en
? 3
utsyn: $T/a.yaml:7:11: 'peers' must say which, after a colon

$ sed 's/^themes:/compare: [{own: for lenge sidan}]\nthemes:/' reports/trysil.yaml > $T/a.yaml && utsyn report -o $T/out $T/a.yaml --lang en
? 3
utsyn: $T/a.yaml:7:17: 'for lenge sidan' is not a whole number for own

$ sed 's/^themes:/compare: [{kostra-group: Telemark}]\nthemes:/' reports/trysil.yaml > $T/a.yaml && utsyn report -o $T/out $T/a.yaml --lang en
? 3
utsyn: $T/a.yaml:7:26: a KOSTRA group is wanted here: EKG01 to EKG17

$ sed 's/^themes:/compare: [target]\nthemes:/' reports/trysil.yaml > $T/a.yaml && utsyn report -o $T/out $T/a.yaml --lang en
? 3
utsyn: $T/a.yaml:7:10: a comparison with targets needs 'targets:', a list of {indicator:, region:, value:}

$ sed 's/^themes:/targets: [{indicator: barn-0-17-aar, value: 4, region: 4022}]\nthemes:/' reports/trysil.yaml > $T/a.yaml && utsyn report -o $T/out $T/a.yaml --lang en
? 3
utsyn: $T/a.yaml:7:56: '4022' is no place of this report

$ sed 's/^themes:/targets: [{indicator: barn, value: 4}]\nthemes:/' reports/trysil.yaml > $T/a.yaml && utsyn report -o $T/out $T/a.yaml --lang en
? 3
utsyn: $T/a.yaml:7:23: no indicator is called 'barn'

# Another rule answers otherwise: by Fingertips the share lies outside the own interval.
$ utsyn compare utenfor-15-29-aar Fyresdal --rule fhi --lang en
Fyresdal (4032)
Outside work and education, 15–29, per cent
Period  Figure  Against      Figure  Difference  Judgement
2023       4.9  Telemark       11.1        −6.2  △ better, may be chance
                The country     9.7        −4.8  △ better, may be chance

Tested against the figure of the area as a known figure. utsyn explain shows the whole calculation.
Robust: holds also when all comparisons of the place are taken together.

$ utsyn explain utenfor-15-29-aar Fyresdal --rule fingertips --benchmark country --lang en | tail -12
  added up from 11 lines of datasets/ssb-utanfor-arbeid-og-utdanning/utanfor.csv; not published for the area
  basis: counts
  whether the figure's own interval (95 per cent) holds the benchmark: X binomial: n = 185, p₀ = 0.096568
    p = 2·(1 − Φ(|9/185 − 0.096568| / √(0.096568·(1 − 0.096568)/185))) = 0.02734
  the interval that decides: 2.58–8.99, compared with 9.66
  p 0.0273; q 0.1148 after Benjamini–Hochberg over 21 comparisons of the place
    = 0.02734·21/5, from the p of them all: 0.00000006057 hoeyere-utdanning; 0.007273 laveste-nivaa-i-lesing-5-trinn; 0.01039 bor-trangt; 0.02064 tiltak-fra-barnevernet-0-17-aar; 0.02734 utenfor-15-29-aar; 0.05386 bor-trangt-innvandrere; 0.1392 utenfor-15-29-aar-bare-prosent; 0.1815 barnehagedekning; 0.1982 engelsk-5-trinn; 0.2800 grunnskolepoeng; 0.2851 overvekt-og-fedme-17-aar; 0.3027 nedsatt-arbeidsevne-menn-18-29-aar; 0.3153 psykiske-symptomer-15-24-aar; 0.3233 trivsel-paa-skolen-10-trinn; 0.3824 regning-5-trinn; 0.3970 nedsatt-arbeidsevne-18-66-aar; 0.4685 utenfor-30-61-aar; 0.4839 psykiske-symptomer-0-14-aar; 0.5140 vedvarende-lavinntekt-0-17-aar; 0.5303 laveste-nivaa-i-lesing-8-trinn; 0.7999 lesing-5-trinn
  → △ better, but it may be chance when so many comparisons are made

Change over time
  points used: 2023: 4.86
  → not tested: there are too few points in time

$ utsyn compare utenfor-15-29-aar Fyresdal --rule ssb --lang en
? 2
utsyn: unknown rule 'ssb' (allowed: utsyn, fhi, fingertips)

# A score taken as known has no margin of its own.
$ utsyn explain engelsk-5-trinn Fyresdal --rule fhi --benchmark county --lang en | grep -A1 "Student's t"
  Student's t: t = (ȳ − Ȳ) / (s·√(d·(1/n + 1/m))), n/d − 1 degrees of freedom, s = 5·√n/1.959964, m the others; the least sure of the printed scores' possible values gives p = 0.1982
  the interval that decides: 35.30–54.70, compared with 51.00

# The region of the report has its own targets and its own past too.
$ sed 's/^themes:/compare: [county, {own: 2021}]\ntargets: [{indicator: barn-0-17-aar, value: 17.5}]\nthemes:/' reports/vest-telemark.yaml > $T/vt.yaml && utsyn report -o $T/out $T/vt.yaml --quiet --lang en && grep -A5 '^\*\*Vest-Telemark mot ' $T/out/vt/kapittel.md
**Vest-Telemark mot seg sjølv i 2021.**

| Indikator | Periode | Vest-Telemark | Tal samanlikna med | Vurdering | Samanlikna periode |
| --- | --- | ---: | ---: | --- | --- |
| Folketal (personar) | 2026 | 14 276<sup>a</sup> | 13 908<sup>a</sup> | omtalt – | 2021 |
| Barn 0–17 år av alle innbyggjarar (prosent) | 2026 | 18,4<sup>a</sup> | 18,7<sup>a</sup> | 0,3 prosentpoeng lågare – | 2021 |
--
**Vest-Telemark mot målet.**

| Indikator | Periode | Vest-Telemark | Tal samanlikna med | Vurdering |
| --- | --- | ---: | ---: | --- |
| Barn 0–17 år av alle innbyggjarar (prosent) | 2026 | 18,4<sup>a</sup> | 17,5 | 0,9 prosentpoeng høgare – |
