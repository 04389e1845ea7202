# Ranks with what the intervals leave open.
$ utsyn rank utenfor-15-29-aar --county 40 --lang en
Outside work and education, 15–29, per cent, 2023
Rank        Municipality   Figure  95 % interval  smoothed  between  against the county       against the country
   1  4032  Fyresdal          4.9        2.6–9.0       8.5     1–11  △ better, may be chance  △ better, may be chance
   2  4030  Nissedal          6.2       3.6–10.6       8.9     1–15  △ better, may be chance  ○ no certain difference
   3  4034  Tokke             6.7        4.5–9.9       8.6     1–13  △ better, may be chance  ○ no certain difference
   4  4010  Siljan            7.2       4.9–10.3       8.7     1–13  △ better, may be chance  ○ no certain difference
   5  4028  Kviteseid         7.7       5.3–11.0       9.0     1–15  △ better, may be chance  ○ no certain difference
   6  4026  Tinn              7.9        6.3–9.9       8.6     1–13  ▲ better, robust         ○ no certain difference
   7  4036  Vinje             8.4       6.5–10.8       9.1     1–15  △ better, may be chance  ○ no certain difference
   8  4016  Drangedal         8.9       7.0–11.2       9.3     1–16  ○ no certain difference  ○ no certain difference
   9  4022  Seljord           9.4       7.1–12.3       9.7     1–16  ○ no certain difference  ○ no certain difference
  10  4018  Nome              9.7       8.1–11.6       9.8     1–16  ○ no certain difference  ○ no certain difference
  11  4024  Hjartdal         10.0       6.9–14.2      10.0     1–17  ○ no certain difference  ○ no certain difference
  12  4012  Bamble           10.7       9.6–12.1      10.6     2–16  ○ no certain difference  ○ no certain difference
  13  4001  Porsgrunn        11.2      10.4–12.0      11.1     5–16  ○ no certain difference  ▼ worse, robust
  14  4014  Kragerø          11.3       9.8–12.9      11.0     2–16  ○ no certain difference  ▽ worse, may be chance
  15  4005  Notodden         11.6      10.3–13.0      11.3     5–17  ○ no certain difference  ▼ worse, robust
  16  4003  Skien            11.7      11.0–12.3      11.6     8–16  ▽ worse, may be chance   ▼ worse, robust
  17  4020  Midt-Telemark    14.4      13.0–15.9      13.6    15–17  ▼ worse, robust          ▼ worse, robust

Between: the ranks that the 95 % intervals leave open. 0 of 17 ranks are certain.
Smoothed: the figure drawn towards what the municipalities have in common, the more the fewer it rests on. It stands beside the figure, never instead of it.
Robust: holds also when all comparisons of the place are taken together.

# Ties share a rank; a hidden figure has neither rank nor order.
$ utsyn rank nedsatt-arbeidsevne-menn-18-29-aar --county Telemark --lang en
Reduced work capacity, men 18–29, per cent, October 2025
Rank        Municipality   Figure  95 % interval  between  against the county       against the country
   1  4010  Siljan            2.8                          ? undecided              ○ no certain difference
   1  4022  Seljord           2.8                          △ better, may be chance  ○ no certain difference
   3  4036  Vinje             3.6                          ? undecided              ○ no certain difference
   4  4030  Nissedal          4.5                          ○ no certain difference  ○ no certain difference
   5  4024  Hjartdal          4.8                          ○ no certain difference  ○ no certain difference
   6  4020  Midt-Telemark     5.6                          ○ no certain difference  ○ no certain difference
   7  4014  Kragerø           6.2                          ○ no certain difference  ○ no certain difference
   8  4016  Drangedal         6.7                          ○ no certain difference  ○ no certain difference
   8  4026  Tinn              6.7                          ○ no certain difference  ○ no certain difference
  10  4001  Porsgrunn         6.9                          ○ no certain difference  ▽ worse, may be chance
  10  4003  Skien             6.9                          ○ no certain difference  ▼ worse, robust
  10  4018  Nome              6.9                          ○ no certain difference  ○ no certain difference
  13  4005  Notodden          7.1                          ○ no certain difference  ○ no certain difference
  14  4012  Bamble            7.3                          ○ no certain difference  ? undecided
  15  4032  Fyresdal          8.5                          ○ no certain difference  ○ no certain difference
      4028  Kviteseid           :                          –                        –
      4034  Tokke               :                          –                        –

The figures have no interval, so how certain the ranks are is not known.
Robust: holds also when all comparisons of the place are taken together.
: suppressed to protect privacy; these stand in no order.

$ utsyn rank nedsatt-arbeidsevne-menn-18-29-aar --county Telemark --lang nn
Menn 18–29 år med nedsett arbeidsevne, prosent, oktober 2025
Plass        Kommune        Tal  95 %-intervall  mellom  mot fylket                   mot landet
    1  4010  Siljan         2,8                          ? uavgjort                   ○ ikkje sikker skilnad
    1  4022  Seljord        2,8                          △ betre, kan vere tilfeldig  ○ ikkje sikker skilnad
    3  4036  Vinje          3,6                          ? uavgjort                   ○ ikkje sikker skilnad
    4  4030  Nissedal       4,5                          ○ ikkje sikker skilnad       ○ ikkje sikker skilnad
    5  4024  Hjartdal       4,8                          ○ ikkje sikker skilnad       ○ ikkje sikker skilnad
    6  4020  Midt-Telemark  5,6                          ○ ikkje sikker skilnad       ○ ikkje sikker skilnad
    7  4014  Kragerø        6,2                          ○ ikkje sikker skilnad       ○ ikkje sikker skilnad
    8  4016  Drangedal      6,7                          ○ ikkje sikker skilnad       ○ ikkje sikker skilnad
    8  4026  Tinn           6,7                          ○ ikkje sikker skilnad       ○ ikkje sikker skilnad
   10  4001  Porsgrunn      6,9                          ○ ikkje sikker skilnad       ▽ dårlegare, kan vere tilfeldig
   10  4003  Skien          6,9                          ○ ikkje sikker skilnad       ▼ dårlegare, robust
   10  4018  Nome           6,9                          ○ ikkje sikker skilnad       ○ ikkje sikker skilnad
   13  4005  Notodden       7,1                          ○ ikkje sikker skilnad       ○ ikkje sikker skilnad
   14  4012  Bamble         7,3                          ○ ikkje sikker skilnad       ? uavgjort
   15  4032  Fyresdal       8,5                          ○ ikkje sikker skilnad       ○ ikkje sikker skilnad
       4028  Kviteseid        :                          –                            –
       4034  Tokke            :                          –                            –

Tala har ikkje noko intervall, så det kan ikkje seiast kor sikre plassane er.
Robust: held òg når alle samanlikningane for staden blir sett under eitt.
: skjerma av omsyn til personvernet; desse står ikkje i noka rekkjefølgje.

$ utsyn rank utenfor-15-29-aar --county Vest-Telemark --lang nb
Unge 15–29 år utenfor arbeid og utdanning, prosent, 2023
Plass        Kommune    Tall  95 %-intervall  utjevnet anslag  mellom  mot fylket                   mot landet
    1  4032  Fyresdal    4,9         2,6–9,0              8,5     1–6  △ bedre, kan være tilfeldig  △ bedre, kan være tilfeldig
    2  4030  Nissedal    6,2        3,6–10,6              8,9     1–6  △ bedre, kan være tilfeldig  ○ ikke sikker forskjell
    3  4034  Tokke       6,7         4,5–9,9              8,6     1–6  △ bedre, kan være tilfeldig  ○ ikke sikker forskjell
    4  4028  Kviteseid   7,7        5,3–11,0              9,0     1–6  △ bedre, kan være tilfeldig  ○ ikke sikker forskjell
    5  4036  Vinje       8,4        6,5–10,8              9,1     1–6  △ bedre, kan være tilfeldig  ○ ikke sikker forskjell
    6  4022  Seljord     9,4        7,1–12,3              9,7     1–6  ○ ikke sikker forskjell      ○ ikke sikker forskjell

Mellom: plassene som 95 %-intervallene holder åpne. 0 av 6 plasser er sikre.
Utjevnet anslag: tallet trukket mot det kommunene har felles, mer jo færre det bygger på. Det står ved siden av tallet, aldri i stedet for det.
Robust: holder også når alle sammenligningene for stedet ses under ett.

# As it was in an earlier year.
$ utsyn rank psykiske-symptomer-0-14-aar --county Telemark --period 2020 --lang en
Mental symptoms and disorders in primary care, 0–14, per 1000, 2020
Rank        Municipality   Figure  95 % interval  between  against the county       against the country
   1  4028  Kviteseid        19.6                          ▲ better, robust         ▲ better, robust
   2  4022  Seljord          27.8                          ▲ better, robust         ▲ better, robust
   3  4036  Vinje            30.0                          ▲ better, robust         ▲ better, robust
   4  4018  Nome             37.7                          ▲ better, robust         ▲ better, robust
   5  4030  Nissedal         44.1                          ○ no certain difference  ○ no certain difference
   6  4034  Tokke            44.2                          ○ no certain difference  ○ no certain difference
   7  4020  Midt-Telemark    46.1                          ▲ better, robust         △ better, may be chance
   8  4005  Notodden         50.1                          △ better, may be chance  △ better, may be chance
   9  4026  Tinn             50.8                          ○ no certain difference  ○ no certain difference
  10  4016  Drangedal        62.4                          ○ no certain difference  ○ no certain difference
  11  4001  Porsgrunn        65.9                          ○ no certain difference  ○ no certain difference
  12  4014  Kragerø          66.4                          ○ no certain difference  ○ no certain difference
  13  4003  Skien            69.0                          ▼ worse, robust          ○ no certain difference
  14  4012  Bamble           88.9                          ▼ worse, robust          ▼ worse, robust
  15  4010  Siljan           99.8                          ▽ worse, may be chance   ▽ worse, may be chance
      4024  Hjartdal            :                          –                        –
      4032  Fyresdal            :

The figures have no interval, so how certain the ranks are is not known.
Robust: holds also when all comparisons of the place are taken together.
: suppressed to protect privacy; these stand in no order.

# Among the municipalities of a region of several.
$ utsyn rank utenfor-15-29-aar barn-0-17-aar --county Vest-Telemark --lang en
Outside work and education, 15–29, per cent, 2023
Rank        Municipality  Figure  95 % interval  smoothed  between  against the county       against the country
   1  4032  Fyresdal         4.9        2.6–9.0       8.5      1–6  △ better, may be chance  △ better, may be chance
   2  4030  Nissedal         6.2       3.6–10.6       8.9      1–6  △ better, may be chance  ○ no certain difference
   3  4034  Tokke            6.7        4.5–9.9       8.6      1–6  △ better, may be chance  ○ no certain difference
   4  4028  Kviteseid        7.7       5.3–11.0       9.0      1–6  △ better, may be chance  ○ no certain difference
   5  4036  Vinje            8.4       6.5–10.8       9.1      1–6  △ better, may be chance  ○ no certain difference
   6  4022  Seljord          9.4       7.1–12.3       9.7      1–6  ○ no certain difference  ○ no certain difference

Between: the ranks that the 95 % intervals leave open. 0 of 6 ranks are certain.
Smoothed: the figure drawn towards what the municipalities have in common, the more the fewer it rests on. It stands beside the figure, never instead of it.
Robust: holds also when all comparisons of the place are taken together.

Children 0–17 of all inhabitants, per cent, 2026
Rank        Municipality  Figure  95 % interval  between  against the county  against the country
   1  4030  Nissedal        20.3                          –                   –
   2  4036  Vinje           19.0                          –                   –
   3  4022  Seljord         18.5                          –                   –
   4  4034  Tokke           18.1                          –                   –
   5  4032  Fyresdal        18.0                          –                   –
   6  4028  Kviteseid       16.6                          –                   –

The figures have no interval, so how certain the ranks are is not known.

# Those the sources do not tell of are counted.
$ utsyn rank utenfor-15-29-aar --lang en | tail -n 3
Smoothed: the figure drawn towards what the municipalities have in common, the more the fewer it rests on. It stands beside the figure, never instead of it.
Robust: holds also when all comparisons of the place are taken together.
243 municipalities have no figure here.

$ utsyn rank utenfor-15-29-aar --county Vest-Telemark --csv --lang en
indicator,indicator_name,unit,place,place_name,period,rank,rank_best,rank_worst,value,value_lower,value_upper,numerator,denominator,missing,smoothed,smoothed_lower,smoothed_upper,county_level,county_robust,county_reason,county_basis,county_p,county_p_best,county_q,country_level,country_robust,country_reason,country_basis,country_p,country_p_best,country_q
utenfor-15-29-aar,"Outside work and education, 15–29",per cent,4032,Fyresdal,2023,1,1,6,4.86486486486,2.58023666532,8.98579282687,9,185,,8.49688464433,6.28821524339,10.8312516556,better,false,,counts,0.00342629968537,0.00342629968537,0.0753785930781,better,false,,counts,0.0185246168523,0.0185246168523,0.0972542384747
utenfor-15-29-aar,"Outside work and education, 15–29",per cent,4030,Nissedal,2023,2,1,6,6.21761658031,3.59216622149,10.5519368488,12,193,,8.86759886555,6.67319487597,11.2160323312,better,false,,counts,0.0232762510003,0.0232762510003,0.152831153041,similar,,,counts,0.0951369171505,0.0951369171505,0.523253044328
utenfor-15-29-aar,"Outside work and education, 15–29",per cent,4034,Tokke,2023,3,1,6,6.7055393586,4.50947869487,9.8606196752,23,343,,8.57800823732,6.63048715483,10.6521886128,better,false,,counts,0.00640332282773,0.00640332282773,0.0700173979866,similar,,,counts,0.0558302667121,0.0558302667121,0.195405933492
utenfor-15-29-aar,"Outside work and education, 15–29",per cent,4028,Kviteseid,2023,4,1,6,7.66961651917,5.28743630838,11.0004009365,26,339,,9.00850986236,7.04164747346,11.1225699204,better,false,,counts,0.0385023983689,0.0385023983689,0.221388790621,similar,,,counts,0.211704124347,0.211704124347,0.562128516278
utenfor-15-29-aar,"Outside work and education, 15–29",per cent,4036,Vinje,2023,5,1,6,8.42433697348,6.51397576523,10.8300484582,54,641,,9.08574312483,7.41931034188,10.8711023062,better,false,,counts,0.0272200838117,0.0272200838117,0.196383090458,similar,,,counts,0.290506552087,0.290506552087,0.513973130616
utenfor-15-29-aar,"Outside work and education, 15–29",per cent,4022,Seljord,2023,6,1,6,9.35550935551,7.06550811776,12.289573242,45,481,,9.68541638583,7.84415941072,11.6795419038,similar,,,counts,0.228071439945,0.228071439945,0.64746634462,similar,,,counts,0.838840780712,0.838840780712,0.984726133879

$ utsyn rank utenfor-15-29-aar --period 1999 --lang en
? 2
utsyn: utenfor-15-29-aar has no figures in that period; there are: 2023

$ utsyn rank utenfor-15-29-aar --period sist --lang en
? 2
utsyn: 'sist' is no period; write it as 2023, 2022/23 or 2021-2023

$ utsyn rank utenfor-15-29-aar --county Vinje --lang en
? 2
utsyn: 4036 Vinje has no municipalities to rank today

$ utsyn rank utenfor-15-29-aar Telemark --lang en
? 2
utsyn: unknown indicator 'Telemark'; see utsyn list indicators
