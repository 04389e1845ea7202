$ utsyn trend psykiske-symptomer-0-14-aar Vinje Tokke Telemark landet --lang en -v
Mental symptoms and disorders in primary care, 0–14, per 1000
Place        Points        used  A year  95 % interval  Least seen         p  Change
Vinje        2017 to 2024     8     2.6    −1.6 to 6.7         5.4    0.1801  no clear trend; nor surely different from the country, which is rising
Tokke        2017 to 2024     8    −1.7    −8.8 to 5.4         9.2    0.5753  no clear trend; nor surely different from the country, which is rising
Telemark     2017 to 2024     8     2.7        1.6–3.7         1.3    0.0008  has risen, less than in the country
The country  2017 to 2024     8     4.1        3.2–5.1         1.2  < 0.0001  has risen

A year: change in the figure each year, at the mean level of the series.
Least seen: a change of at least this a year would probably have been seen.

Vinje
  change per year beside the county: −0.076 (95 % −4.570 to 4.419; p = 0.9685, q = 0.9685): cannot be told from it
  change per year beside the country: −1.567 (95 % −5.720 to 2.586; p = 0.3916, q = 0.8481): cannot be told from it
Tokke
  change per year beside the county: −4.365 (95 % −11.531 to 2.800; p = 0.1866, q = 0.4355): cannot be told from it
  change per year beside the country: −5.857 (95 % −13.615 to 1.902; p = 0.1143, q = 0.2572): cannot be told from it
Telemark
  change per year beside the country: −1.491 (95 % −2.375 to −0.607; p = 0.006154, q = 0.03385): less than there

# Windows of several years are thinned to those that do not overlap.
$ utsyn trend vaksinert-mot-meslinger-9-aar psykiske-symptomer-0-14-aar Vinje --lang en
Vinje (4036)
Indicator                             Points                  used  left out                                            A year  95 % interval  Least seen  Change
Measles vaccination, age 9, per cent  2014–2018 to 2020–2024     2  no reliable figure (2), overlaps a newer point (6)                                     not tested: there are too few points in time; how many it rests on is not published
Mental symptoms, 0–14, per 1000       2017 to 2024               8                                                         2.6    −1.6 to 6.7         5.4  no clear trend; nor surely different from the country, which is rising

A year: change in the figure each year, at the mean level of the series.
Least seen: a change of at least this a year would probably have been seen.

Mental symptoms, 0–14, per 1000
  change per year beside the county: −0.076 (95 % −4.570 to 4.419; p = 0.9685, q = 0.9685): cannot be told from it
  change per year beside the country: −1.567 (95 % −5.720 to 2.586; p = 0.3916, q = 0.8481): cannot be told from it

$ utsyn trend vaksinert-mot-meslinger-9-aar psykiske-symptomer-0-14-aar Vinje --lang nb
Vinje (4036)
Indikator                               Punkter                  brukt  utelatt                                                   Per år  95 %-intervall  Minst synlig  Endring
Vaksinert mot meslinger, 9 år, prosent  2014–2018 til 2020–2024      2  ikke noe sikkert tall (2), overlapper et nyere punkt (6)                                        ikke testet: det er for få måletidspunkt; hvor mange det bygger på, er ikke publisert
Psykiske symptomer, 0–14 år, per 1000   2017 til 2024                8                                                               2,6    −1,6 til 6,7           5,4  ingen klar trend; heller ikke sikkert ulik landet, som øker

Per år: endring i tallet hvert år, ved det midlere nivået i serien.
Minst sett: en endring på minst så mye i året ville vi trolig ha sett.

Psykiske symptomer, 0–14 år, per 1000
  endring per år sammenlignet med fylket: −0,076 (95 % −4,570 til 4,419; p = 0,9685, q = 0,9685): kan ikke skilles fra det
  endring per år sammenlignet med landet: −1,567 (95 % −5,720 til 2,586; p = 0,3916, q = 0,8481): kan ikke skilles fra det

$ utsyn trend psykiske-symptomer-0-14-aar Vinje Telemark --lang nn
Barn 0–14 år med psykiske symptom og lidingar i primærhelsetenesta, per 1000
Stad      Punkt          brukte  Per år  95 %-intervall  Minst synleg  Endring
Vinje     2017 til 2024       8     2,6    −1,6 til 6,7           5,4  ingen klar trend; heller ikkje sikkert ulik landet, som aukar
Telemark  2017 til 2024       8     2,7         1,6–3,7           1,3  har auka, mindre enn i landet

Per år: endring i talet kvart år, ved det midlare nivået i serien.
Minst sett: ei endring på minst så mykje i året ville vi truleg ha sett.

Vinje
  endring per år samanlikna med fylket: −0,076 (95 % −4,570 til 4,419; p = 0,9685, q = 0,9685): kan ikkje skiljast frå det
  endring per år samanlikna med landet: −1,567 (95 % −5,720 til 2,586; p = 0,3916, q = 0,8481): kan ikkje skiljast frå det
Telemark
  endring per år samanlikna med landet: −1,491 (95 % −2,375 til −0,607; p = 0,006154, q = 0,03385): mindre enn der

# A full count is described.
$ utsyn trend barn-0-17-aar Vinje --lang en
Vinje (4036)
Children 0–17 of all inhabitants, per cent
Points        used  A year  95 % interval  Least seen  Change
2005 to 2026    22   −0.22                             not tested: a full count or an amount, with no chance variation to test

A year: change in the figure each year, at the mean level of the series.
Least seen: a change of at least this a year would probably have been seen.

$ utsyn trend psykiske-symptomer-0-14-aar Telemark --csv --lang en
indicator,indicator_name,unit,place,place_name,first,last,points,dropped_partial,dropped_missing,dropped_estimated,dropped_break,dropped_overlap,trend,reason,jump,slope_per_year,slope_lower,slope_upper,detectable_per_year,method,p,q,robust,surveys,surveys_reason,surveys_first,surveys_last,surveys_difference,surveys_difference_lower,surveys_difference_upper,county_difference_per_year,county_difference_lower,county_difference_upper,county_difference_p,county_difference_q,county_change,county_points,county_reason,country_difference_per_year,country_difference_lower,country_difference_upper,country_difference_p,country_difference_q,country_change,country_points,country_reason
psykiske-symptomer-0-14-aar,"Mental symptoms and disorders in primary care, 0–14",per 1000,40,Telemark,2017,2024,8,0,0,0,0,0,rising,,,2.65101773326,1.61451076733,3.68752469919,1.33912938945,"straight line, guarded against memory",0.000772267146521,0.00308906858608,true,,,,,,,,,,,,,,0,no-benchmark,-1.49104064548,-2.37466767413,-0.607413616837,0.00615428311304,0.0338485571217,less,8,

$ utsyn trend psykiske-symptomer-0-14-aar Telemark --json --lang en
[
  {
    "indicator": "psykiske-symptomer-0-14-aar",
    "indicator_name": "Mental symptoms and disorders in primary care, 0–14",
    "unit": "per 1000",
    "place": "40",
    "place_name": "Telemark",
    "first": "2017",
    "last": "2024",
    "points": 8,
    "dropped_partial": 0,
    "dropped_missing": 0,
    "dropped_estimated": 0,
    "dropped_break": 0,
    "dropped_overlap": 0,
    "trend": "rising",
    "reason": null,
    "jump": null,
    "slope_per_year": 2.65101773326,
    "slope_lower": 1.61451076733,
    "slope_upper": 3.68752469919,
    "detectable_per_year": 1.33912938945,
    "method": "straight line, guarded against memory",
    "p": 0.000772267146521,
    "q": 0.00308906858608,
    "robust": true,
    "surveys": null,
    "surveys_reason": null,
    "surveys_first": null,
    "surveys_last": null,
    "surveys_difference": null,
    "surveys_difference_lower": null,
    "surveys_difference_upper": null,
    "county_difference_per_year": null,
    "county_difference_lower": null,
    "county_difference_upper": null,
    "county_difference_p": null,
    "county_difference_q": null,
    "county_change": null,
    "county_points": 0,
    "county_reason": "no-benchmark",
    "country_difference_per_year": -1.49104064548,
    "country_difference_lower": -2.37466767413,
    "country_difference_upper": -0.607413616837,
    "country_difference_p": 0.00615428311304,
    "country_difference_q": 0.0338485571217,
    "country_change": "less",
    "country_points": 8,
    "country_reason": null
  }
]

$ utsyn trend Vinje Telemark --lang en
? 2
utsyn: no indicator is named; see utsyn trend --help

$ utsyn trend barn-0-17-aar utenfor-15-29-aar --lang en
? 2
utsyn: no place is named; see utsyn trend --help

$ utsyn trend barn-0-17-aar --lang en
? 2
utsyn: too few arguments. Usage: utsyn trend [options] INDICATOR… PLACE…
