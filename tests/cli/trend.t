$ utsyn trend psykiske-symptomer-0-14-aar Vinje Tokke Telemark landet --lang en -v
Mental symptoms and disorders in primary care, 0–14, per 1000
Place        Points        used  A year  95 % interval  Least seen       p  Change
Vinje        2017 to 2024     8     2.4    −0.5 to 6.3         3.9  0.1789  no clear change
Tokke        2017 to 2024     8    −1.4    −7.3 to 7.3         6.6  0.7195  no clear change
Telemark     2017 to 2024     8     2.7        2.1–3.6        0.97  0.0017  rising
The country  2017 to 2024     8     4.3        3.7–4.8        0.89  0.0004  rising

A year: change in the figure each year (Theil–Sen).
Least seen: a yearly change of this size or more would probably have been seen with these points.

Vinje
  change per year beside that of the rest of the county and the country: not tested: the figure is standardised, so there is no count behind it
Tokke
  change per year beside that of the rest of the county and the country: not tested: the figure is standardised, so there is no count behind it
Telemark
  change per year beside that of the rest of the country: not tested: the figure is standardised, so there is no count behind it

# Windows of several years are thinned to those that do not overlap.
$ utsyn trend vaksinert-mot-meslinger-9-aar psykiske-symptomer-0-14-aar Vinje --lang en
Vinje (4036)
Indicator                             Points                  used  left out                                            A year  95 % interval  Least seen  Change
Measles vaccination, age 9, per cent  2014–2018 to 2020–2024     2  no reliable figure (2), overlaps a newer point (6)                                     not tested: there are too few points in time; how many it rests on is not published
Mental symptoms, 0–14, per 1000       2017 to 2024               8                                                         2.4    −0.5 to 6.3         3.9  no clear change

A year: change in the figure each year (Theil–Sen).
Least seen: a yearly change of this size or more would probably have been seen with these points.

Mental symptoms, 0–14, per 1000
  change per year beside that of the rest of the county and the country: not tested: the figure is standardised, so there is no count behind it

$ utsyn trend vaksinert-mot-meslinger-9-aar psykiske-symptomer-0-14-aar Vinje --lang nb
Vinje (4036)
Indikator                               Punkter                  brukt  utelatt                                                   Per år  95 %-intervall  Minst synlig  Endring
Vaksinert mot meslinger, 9 år, prosent  2014–2018 til 2020–2024      2  ikke noe sikkert tall (2), overlapper et nyere punkt (6)                                        ikke testet: det er for få måletidspunkt; hvor mange det bygger på, er ikke publisert
Psykiske symptomer, 0–14 år, per 1000   2017 til 2024                8                                                               2,4    −0,5 til 6,3           3,9  ingen klar endring

Per år: endring i tallet hvert år (Theil–Sen).
Minst synlig: en årlig endring på minst så mye ville trolig vært sett med disse punktene.

Psykiske symptomer, 0–14 år, per 1000
  endring per år mot endringen i resten av fylket og landet: ikke testet: tallet er standardisert

$ utsyn trend psykiske-symptomer-0-14-aar Vinje Telemark --lang nn
Barn 0–14 år med psykiske symptom og lidingar i primærhelsetenesta, per 1000
Stad      Punkt          brukte  Per år  95 %-intervall  Minst synleg  Endring
Vinje     2017 til 2024       8     2,4    −0,5 til 6,3           3,9  inga klar endring
Telemark  2017 til 2024       8     2,7         2,1–3,6          0,97  stigande

Per år: endring i talet kvart år (Theil–Sen).
Minst synleg: ei årleg endring på minst så mykje ville truleg vore sett med desse punkta.

Vinje
  endring per år mot endringa i resten av fylket og landet: ikkje testa: talet er standardisert
Telemark
  endring per år mot endringa i resten av landet: ikkje testa: talet er standardisert

# A full count is described.
$ utsyn trend barn-0-17-aar Vinje --lang en
Vinje (4036)
Children 0–17 of all inhabitants, per cent
Points        used  A year  95 % interval  Least seen  Change
2005 to 2026    22   −0.22                             not tested: a full count or an amount, with no chance variation to test

A year: change in the figure each year (Theil–Sen).
Least seen: a yearly change of this size or more would probably have been seen with these points.

$ utsyn trend psykiske-symptomer-0-14-aar Telemark --csv --lang en
indicator,indicator_name,unit,place,place_name,first,last,points,dropped_partial,dropped_missing,dropped_estimated,dropped_break,dropped_overlap,trend,reason,jump,slope_per_year,slope_lower,slope_upper,detectable_per_year,method,p,surveys,surveys_reason,surveys_first,surveys_last,surveys_difference,surveys_difference_lower,surveys_difference_upper,county_difference_per_year,county_difference_lower,county_difference_upper,county_difference_p,county_points,county_reason,country_difference_per_year,country_difference_lower,country_difference_upper,country_difference_p,country_points,country_reason
psykiske-symptomer-0-14-aar,"Mental symptoms and disorders in primary care, 0–14",per 1000,40,Telemark,2017,2024,8,0,0,0,0,0,rising,,,2.65579842756,2.0711135582,3.5727476653,0.972862297562,"Mann–Kendall, exact",0.00173611111111,,,,,,,,,,,,0,no-benchmark,,,,,0,standardised

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
    "slope_per_year": 2.65579842756,
    "slope_lower": 2.0711135582,
    "slope_upper": 3.5727476653,
    "detectable_per_year": 0.972862297562,
    "method": "Mann–Kendall, exact",
    "p": 0.00173611111111,
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
    "county_points": 0,
    "county_reason": "no-benchmark",
    "country_difference_per_year": null,
    "country_difference_lower": null,
    "country_difference_upper": null,
    "country_difference_p": null,
    "country_points": 0,
    "country_reason": "standardised"
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
