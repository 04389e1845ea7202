# One place, one indicator: what is the same on every line stands above the table.
$ utsyn compare utenfor-15-29-aar Fyresdal --lang en
Fyresdal (4032)
Outside work and education, 15–29, per cent
Period  Figure  Against      Figure  Difference  Judgement
2023       4.9  Telemark       11.1        −6.2  △ better, may be chance
                The country     9.7        −4.8  △ better, may be chance

Tested against the rest of the area, without the place itself. utsyn explain shows the whole calculation.
Robust: holds also when all comparisons of the place are taken together.

# Places by name or number; p and q of the test on request.
$ utsyn compare utenfor-15-29-aar 4036 Tokke --lang en -v
Outside work and education, 15–29, per cent
Place  Period  Figure  Against      Figure  Difference       p       q  Judgement
Vinje  2023       8.4  Telemark       11.1        −2.7  0.0272  0.1964  △ better, may be chance
                       The country     9.7        −1.3  0.2905  0.5140  ○ no certain difference
Tokke  2023       6.7  Telemark       11.1        −4.4  0.0064  0.0700  △ better, may be chance
                       The country     9.7        −3.0  0.0558  0.1954  ○ no certain difference

Tested against the rest of the area, without the place itself. utsyn explain shows the whole calculation.
Robust: holds also when all comparisons of the place are taken together.

# The same in nynorsk and bokmål.
$ utsyn compare utenfor-15-29-aar 4036 Tokke --lang nn -v
Unge 15–29 år utanfor arbeid og utdanning, prosent
Stad   Periode  Tal  Mot        Tal  Skilnad       p       q  Vurdering
Vinje  2023     8,4  Telemark  11,1     −2,7  0,0272  0,1964  △ betre, kan vere tilfeldig
                     Landet     9,7     −1,3  0,2905  0,5140  ○ ikkje sikker skilnad
Tokke  2023     6,7  Telemark  11,1     −4,4  0,0064  0,0700  △ betre, kan vere tilfeldig
                     Landet     9,7     −3,0  0,0558  0,1954  ○ ikkje sikker skilnad

Testa mot resten av området, utan staden sjølv. utsyn explain viser heile reknestykket.
Robust: held òg når alle samanlikningane for staden blir sett under eitt.

$ utsyn compare utenfor-15-29-aar lesing-5-trinn Fauske Kautokeino Vinje --lang nb
Sted        Indikator                     Periode  Tall  Mot       Tall  Forskjell  Vurdering
Fauske      Utenfor, 15–29 år, prosent                –  Nordland     –             – ikke testet: det finnes ikke tall for stedet
                                                         Landet       –             – ikke testet: det finnes ikke tall for stedet
Fauske      Lesing, 5. trinn, skalapoeng  2025/26    47  Nordland    48         −1  ○ ikke sikker forskjell
                                                         Landet      49         −2  ○ ikke sikker forskjell
Kautokeino  Utenfor, 15–29 år, prosent    2023     11,4  Finnmark  10,2        1,2  ○ ikke sikker forskjell
                                                         Landet     9,7        1,7  ○ ikke sikker forskjell
Kautokeino  Lesing, 5. trinn, skalapoeng  2025/26     –  Finnmark    47             – ikke testet: tallet mangler i kilden
                                                         Landet      49             – ikke testet: tallet mangler i kilden
Vinje       Utenfor, 15–29 år, prosent    2023      8,4  Telemark  11,1       −2,7  △ bedre, kan være tilfeldig
                                                         Landet     9,7       −1,3  ○ ikke sikker forskjell
Vinje       Lesing, 5. trinn, skalapoeng  2025/26    47  Telemark    48         −1  ○ ikke sikker forskjell
                                                         Landet      49         −2  ○ ikke sikker forskjell

Testet mot resten av området, uten stedet selv. utsyn explain viser hele regnestykket.
Robust: holder også når alle sammenligningene for stedet ses under ett.

# Several indicators, also some that are only described; only against the country.
$ utsyn compare utenfor-15-29-aar barn-0-17-aar tiltak-fra-barnevernet-0-17-aar lesing-5-trinn Vinje --benchmark country --lang en
Vinje (4036)
Indicator                               Period   Figure  Against      Figure  Difference  Judgement
Outside, 15–29, per cent                2023        8.4  The country     9.7        −1.3  ○ no certain difference
Children 0–17, per cent                 2026       19.0  The country    19.6        −0.6  – described
Child-welfare measures, 0–17, per cent  2024        4.4  The country     3.2         1.2  ○ no certain difference, approximate
Reading, grade 5, scale points          2025/26      47  The country      49          −2  ○ no certain difference

Tested against the rest of the area, without the place itself. utsyn explain shows the whole calculation.

$ utsyn compare utenfor-15-29-aar Vest-Telemark --lang en
Vest-Telemark (vest-telemark)
Outside work and education, 15–29, per cent
Period  Figure  Against      Figure  Difference  Judgement
2023       7.7  Telemark       11.1        −3.4  ▲ better, robust
                The country     9.7        −2.0  ▲ better, robust

Tested against the rest of the area, without the place itself. utsyn explain shows the whole calculation.
Robust: holds also when all comparisons of the place are taken together.

# The figure is hidden, and so is all that could be worked out from it.
$ utsyn compare nedsatt-arbeidsevne-menn-18-29-aar Tokke --lang en
Tokke (4034)
Reduced work capacity, men 18–29, per cent
Period        Figure  Against      Figure  Difference  Judgement
October 2025       :  Telemark        6.5              – not tested: the figure is suppressed to protect privacy
                      The country     5.8              – not tested: the figure is suppressed to protect privacy

$ utsyn compare utenfor-15-29-aar Fyresdal --csv --lang en
indicator,indicator_name,unit,place,place_name,period,value,value_lower,value_upper,numerator,denominator,missing,benchmark,benchmark_place,benchmark_value,benchmark_value_lower,benchmark_value_upper,benchmark_numerator,benchmark_denominator,benchmark_missing,difference,level,robust,reason,basis,p,p_best,q,small,comparisons,tested_against,deciding_lower,deciding_upper
utenfor-15-29-aar,"Outside work and education, 15–29",per cent,4032,Fyresdal,2023,4.86486486486,2.58023666532,8.98579282687,9,185,,county,40,11.0567252246,10.7058456984,11.4176342347,3298,29828,,-6.19186035976,better,false,,counts,0.00342629968537,0.00342629968537,0.0753785930781,false,22,11.0953682151,2.3962271694,8.74810500822
utenfor-15-29-aar,"Outside work and education, 15–29",per cent,4032,Fyresdal,2023,4.86486486486,2.58023666532,8.98579282687,9,185,,country,0,9.65678297461,9.59980435235,9.71406344677,99160,1026843,,-4.79191810975,better,false,,counts,0.0185246168523,0.0185246168523,0.0972542384747,false,21,9.65764646065,2.39817616033,8.7389336711

$ utsyn compare utenfor-15-29-aar Fyresdal --benchmark county --json --lang en
[
  {
    "indicator": "utenfor-15-29-aar",
    "indicator_name": "Outside work and education, 15–29",
    "unit": "per cent",
    "place": "4032",
    "place_name": "Fyresdal",
    "period": "2023",
    "value": 4.86486486486,
    "value_lower": 2.58023666532,
    "value_upper": 8.98579282687,
    "numerator": 9,
    "denominator": 185,
    "missing": null,
    "benchmark": "county",
    "benchmark_place": "40",
    "benchmark_value": 11.0567252246,
    "benchmark_value_lower": 10.7058456984,
    "benchmark_value_upper": 11.4176342347,
    "benchmark_numerator": 3298,
    "benchmark_denominator": 29828,
    "benchmark_missing": null,
    "difference": -6.19186035976,
    "level": "better",
    "robust": false,
    "reason": null,
    "basis": "counts",
    "p": 0.00342629968537,
    "p_best": 0.00342629968537,
    "q": 0.0753785930781,
    "small": false,
    "comparisons": 22,
    "tested_against": 11.0953682151,
    "deciding_lower": 2.3962271694,
    "deciding_upper": 8.74810500822
  }
]

$ utsyn compare utanfr-15-29 Fyresdal --lang en
? 2
utsyn: unknown indicator 'utanfr-15-29' (did you mean 'utenfor-15-29-aar'?)

$ utsyn compare utanfor Fyresdal --lang en
? 2
utsyn: unknown indicator 'utanfor' (did you mean 'utenfor-15-29-aar', 'utenfor-30-61-aar', 'utenfor-15-29-aar-bare-prosent'?)

$ utsyn compare utenfor-15-29-aar Fyresdall --lang en
? 2
utsyn: unknown place 'Fyresdall' (did you mean 'Fyresdal'?)

$ utsyn compare utenfor-15-29-aar Våler --lang en
? 2
utsyn: 'Våler' is the name of several places: 3114 Våler (Østfold), 3419 Våler (Innlandet)

$ utsyn compare utenfor-15-29-aar 3825 --lang en
? 2
utsyn: 3825 Vinje has not been in force since 2024; today: 4036 Vinje

$ utsyn compare utenfor-15-29-aar --lang en
? 2
utsyn: no place is named; see utsyn compare --help

$ utsyn compare utenfor-15-29-aar Fyresdal --benchmark fylke --lang en
? 2
utsyn: unknown benchmark 'fylke' (allowed: county, country, kostra-group, peers, own, best, target)

$ utsyn compare utenfor-15-29-aar Fyresdal --csv --json --lang en
? 2
utsyn: --csv and --json cannot be given together

$ utsyn compare --help --lang en
Usage: utsyn compare [options] [INDICATOR…] PLACE…

  where do we stand against county and country?

Example:
  utsyn compare utenfor-15-29-aar barn-0-17-aar Fyresdal Vinje

Options:
  --benchmark BENCHMARK   against these, with commas between: county, country, best, own:2019, peers:3425+3430, target:4.5 …
  --rule RULE             how it is decided: utsyn, fhi or fingertips
  --by GROUPS             each group by itself, and the groups against each other: sex, grade or age
  --set SET               the indicators of a set, see utsyn list sets
  --period PERIOD         as it was then (else the newest)
  --csv                   print the answer as CSV
  --json                  print the answer as JSON
  --project FOLDER        folder with indicators/ and datasets/ (else searched upwards from here)
  --strict                findings give exit code 1
  -v, --verbose           show every finding
  -q, --quiet             say nothing but errors
  --lang LANGUAGE         language of the messages: nb, nn or en
  -h, --help              show this page

Exit codes: 0 fine, 1 findings under --strict, 2 usage, 3 bad input or definition, 4 reading or writing.

# Against other benchmarks: itself earlier, chosen municipalities, the ten best, a target.
$ utsyn compare tiltak-fra-barnevernet-0-17-aar Seljord --benchmark own:2020 --lang nn
Seljord (4022)
Barn 0–17 år med tiltak frå barnevernet, prosent
Periode  Tal  Mot           Tal  Skilnad  Vurdering
2024     5,2  Seljord 2020  5,1      0,1  ○ ikkje sikker skilnad, tilnærma

$ utsyn compare utenfor-15-29-aar Fyresdal --benchmark peers:4022+4034,best,target:10 --lang nn
Fyresdal (4032)
Unge 15–29 år utanfor arbeid og utdanning, prosent
Periode  Tal  Mot                         Tal  Skilnad  Vurdering
2023     4,9  kommunane som er valde      8,3     −3,4  ○ ikkje sikker skilnad
              den tiande beste kommunen     –           – ikkje testa: det finst ikkje tal å samanlikne med
              målet                      10,0     −5,1  ▲ betre, robust
Robust: held òg når alle samanlikningane for staden blir sett under eitt.

$ utsyn compare utenfor-15-29-aar Fyresdal --benchmark own:sist --lang nn
? 2
utsyn: own:sist: etter kolon skal det stå eit år

$ utsyn compare utenfor-15-29-aar Fyresdal --benchmark naboen --lang nn
? 2
utsyn: ukjent samanlikningsgrunnlag «naboen» (lovlege: county, country, kostra-group, peers, own, best, target)

# Each sex against its own elsewhere, and the two against each other: NAV prints no denominators.
$ utsyn compare nedsatt-arbeidsevne-18-66-aar Vinje --by sex --lang en
Vinje (4036)
Reduced work capacity, 18–66, per cent
Group                                         Period        Figure  Against      Figure  Difference       p  Judgement
Reduced work capacity, women 18–66, per cent  October 2025     6.2  Telemark        7.6        −1.4  0.0932  ○ no certain difference
                                                                    The country     7.8        −1.6  0.0531  ? undecided: the unknown number decides
Reduced work capacity, men 18–66, per cent    October 2025     4.2  Telemark        6.2        −2.0  0.0046  △ better, may be chance
                                                                    The country     6.0        −1.8  0.0134  △ better, may be chance
                                                                    each other                       0.0412  ◇ the groups differ

Each group is compared with the same group elsewhere, each p by itself. utsyn explain shows the test of the groups against each other.

# FHI's are standardised, and hidden in one of the years.
$ utsyn compare Vinje --by sex --csv --lang en
indicator,indicator_name,unit,place,place_name,by,group,group_name,period,value,value_lower,value_upper,numerator,denominator,missing,against,benchmark_place,benchmark_value,benchmark_value_lower,benchmark_value_upper,benchmark_numerator,benchmark_denominator,benchmark_missing,difference,level,basis,reason,p,method
overvekt-og-fedme-17-aar,Overweight and obesity at 17,per cent,4036,Vinje,sex,overvekt-og-fedme-jenter-17-aar,"Overweight and obesity at 17, girls",2022–2025,21.3,,,,,,county,40,19.3,,,,,,2,similar,approximate,,0.831952178793,
overvekt-og-fedme-17-aar,Overweight and obesity at 17,per cent,4036,Vinje,sex,overvekt-og-fedme-jenter-17-aar,"Overweight and obesity at 17, girls",2022–2025,21.3,,,,,,country,0,19.2,,,,,,2.1,similar,approximate,,0.820294010996,
overvekt-og-fedme-17-aar,Overweight and obesity at 17,per cent,4036,Vinje,sex,overvekt-og-fedme-gutter-17-aar,"Overweight and obesity at 17, boys",2022–2025,10,,,,,,county,40,24.1,,,,,,-14.1,better,approximate,,0.0108735812057,
overvekt-og-fedme-17-aar,Overweight and obesity at 17,per cent,4036,Vinje,sex,overvekt-og-fedme-gutter-17-aar,"Overweight and obesity at 17, boys",2022–2025,10,,,,,,country,0,22.6,,,,,,-12.6,better,approximate,,0.0217402843918,
overvekt-og-fedme-17-aar,Overweight and obesity at 17,per cent,4036,Vinje,sex,,,2022–2025,,,,,,,each-other,,,,,,,,,not-tested,persons-decide,,
psykiske-plager-8-10-trinn,"Depressive symptoms, Ungdata",per cent,4036,Vinje,sex,psykiske-plager-jenter-8-10-trinn,"Depressive symptoms, girls, Ungdata",2024,,,,,,:,county,40,20.0143168168,,,,,,,not-tested,,confidential,,
psykiske-plager-8-10-trinn,"Depressive symptoms, Ungdata",per cent,4036,Vinje,sex,psykiske-plager-jenter-8-10-trinn,"Depressive symptoms, girls, Ungdata",2024,,,,,,:,country,0,22.3862637108,,,,,,,not-tested,,confidential,,
psykiske-plager-8-10-trinn,"Depressive symptoms, Ungdata",per cent,4036,Vinje,sex,psykiske-plager-gutter-8-10-trinn,"Depressive symptoms, boys, Ungdata",2024,,,,,,:,county,40,7.06959340554,,,,,,,not-tested,,confidential,,
psykiske-plager-8-10-trinn,"Depressive symptoms, Ungdata",per cent,4036,Vinje,sex,psykiske-plager-gutter-8-10-trinn,"Depressive symptoms, boys, Ungdata",2024,,,,,,:,country,0,8.15932483144,,,,,,,not-tested,,confidential,,
psykiske-plager-8-10-trinn,"Depressive symptoms, Ungdata",per cent,4036,Vinje,sex,,,2024,,,,,,,each-other,,,,,,,,,not-tested,confidential,,
nedsatt-arbeidsevne-18-66-aar,"Reduced work capacity, 18–66",per cent,4036,Vinje,sex,nedsatt-arbeidsevne-kvinner-18-66-aar,"Reduced work capacity, women 18–66",October 2025,6.2,,,69,,,county,40,7.6,,,4065,,,-1.4,similar,derived,,0.0931917688734,
nedsatt-arbeidsevne-18-66-aar,"Reduced work capacity, 18–66",per cent,4036,Vinje,sex,nedsatt-arbeidsevne-kvinner-18-66-aar,"Reduced work capacity, women 18–66",October 2025,6.2,,,69,,,country,0,7.82458861625,,,136503,,,-1.62458861625,undecided,derived,persons-decide,0.0530641912748,
nedsatt-arbeidsevne-18-66-aar,"Reduced work capacity, 18–66",per cent,4036,Vinje,sex,nedsatt-arbeidsevne-menn-18-66-aar,"Reduced work capacity, men 18–66",October 2025,4.2,,,49,,,county,40,6.2,,,3414,,,-2,better,derived,,0.00455265169092,
nedsatt-arbeidsevne-18-66-aar,"Reduced work capacity, 18–66",per cent,4036,Vinje,sex,nedsatt-arbeidsevne-menn-18-66-aar,"Reduced work capacity, men 18–66",October 2025,4.2,,,49,,,country,0,5.95125615815,,,108213,,,-1.75125615815,better,derived,,0.0133675768014,
nedsatt-arbeidsevne-18-66-aar,"Reduced work capacity, 18–66",per cent,4036,Vinje,sex,,,October 2025,,,,,,,each-other,,,,,,,,,different,,0.0411720790381,conditional mid-p

$ utsyn compare Vinje --by age --lang en
No indicator with a figure for the place is broken down in this way.

$ utsyn compare barn-0-17-aar Vinje --by sex --lang en
? 2
utsyn: barn-0-17-aar is not broken down by sex; its definition has no groups: {sex: …}

$ utsyn compare Vinje --by income --lang en
? 2
utsyn: 'income' is nothing to break down by (allowed: sex, grade, age)

# As it was then.
$ utsyn compare tiltak-fra-barnevernet-0-17-aar Seljord --period 2020 --lang en
Seljord (4022)
Children 0–17 with child-welfare measures, per cent
Period  Figure  Against      Figure  Difference  Judgement
2020       5.1  Telemark        4.7         0.4  ○ no certain difference, approximate
                The country     4.2         0.9  ○ no certain difference, approximate

Tested against the rest of the area, without the place itself. utsyn explain shows the whole calculation.

$ utsyn compare tiltak-fra-barnevernet-0-17-aar Seljord --period 1999 --lang en
? 2
utsyn: tiltak-fra-barnevernet-0-17-aar has no figures in that period; there are: 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024

$ utsyn compare Seljord --period "last year" --lang en
? 2
utsyn: 'last year' is no period; write it as 2023, 2022/23 or 2021-2023

# A name of the past is told with what it is today, like a code.
$ utsyn compare folketall Sauherad --lang en
? 2
utsyn: 0822 Sauherad has not been in force since 2020; today: 4020 Midt-Telemark
