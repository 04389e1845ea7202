$ utsyn trend psykiske-symptomer-0-14-aar Vinje Tokke Telemark landet --lang en -v
Mental symptoms and disorders in primary care, 0–14, per 1000
Place        Points        used  A year  95 % interval  Least seen         p  Change
Vinje        2017 to 2024     8     2.7    −1.1 to 6.5         5.1    0.1366  no clear trend; nor surely different from the country, which is rising
Tokke        2017 to 2024     8    −1.5    −7.2 to 4.2         7.6    0.5496  no clear trend; nor surely different from the country, which is rising
Telemark     2017 to 2024     8     2.7        1.8–3.5         1.1    0.0002  has risen, less than in the country (may be chance)
The country  2017 to 2024     8     4.2        3.4–4.9        0.97  < 0.0001  has risen

A year: change in the figure each year, at the mean level of the series.
Least seen: a change of at least this a year would probably have been seen.

Vinje
  change per year beside the county: 1.246 (95 % −2.583 to 5.075; p = 0.4562, q = 0.9666): cannot be told from it
  change per year beside the country: 0.577 (95 % −3.251 to 4.405; p = 0.7249, q = 0.9629): cannot be told from it
Tokke
  change per year beside the county: −2.913 (95 % −8.595 to 2.769; p = 0.2563, q = 0.7194): cannot be told from it
  change per year beside the country: −3.572 (95 % −9.527 to 2.383; p = 0.1925, q = 0.8107): cannot be told from it
Telemark
  change per year beside the country: −1.229 (95 % −1.989 to −0.469; p = 0.007474, q = 0.05232): less than there

# Windows of several years are thinned to those that do not overlap.
$ utsyn trend vaksinert-mot-meslinger-9-aar psykiske-symptomer-0-14-aar Vinje --lang en
Vinje (4036)
Indicator                             Points                  used  left out                                            A year  95 % interval  Least seen  Change
Measles vaccination, age 9, per cent  2014–2018 to 2020–2024     2  no reliable figure (2), overlaps a newer point (6)                                     not tested: there are too few points in time; how many it rests on is not published
Mental symptoms, 0–14, per 1000       2017 to 2024               8                                                         2.7    −1.1 to 6.5         5.1  no clear trend; nor surely different from the country, which is rising

A year: change in the figure each year, at the mean level of the series.
Least seen: a change of at least this a year would probably have been seen.

Mental symptoms, 0–14, per 1000
  change per year beside the county: 1.246 (95 % −2.583 to 5.075; p = 0.4562, q = 0.9666): cannot be told from it
  change per year beside the country: 0.577 (95 % −3.251 to 4.405; p = 0.7249, q = 0.9629): cannot be told from it

$ utsyn trend vaksinert-mot-meslinger-9-aar psykiske-symptomer-0-14-aar Vinje --lang nb
Vinje (4036)
Indikator                               Punkter                  brukt  utelatt                                                   Per år  95 %-intervall  Minst synlig  Endring
Vaksinert mot meslinger, 9 år, prosent  2014–2018 til 2020–2024      2  ikke noe sikkert tall (2), overlapper et nyere punkt (6)                                        ikke testet: det er for få måletidspunkt; hvor mange det bygger på, er ikke publisert
Psykiske symptomer, 0–14 år, per 1000   2017 til 2024                8                                                               2,7    −1,1 til 6,5           5,1  ingen klar trend; heller ikke sikkert ulik landet, som øker

Per år: endring i tallet hvert år, ved det midlere nivået i serien.
Minst synlig: en endring på minst så mye i året ville vi trolig ha sett.

Psykiske symptomer, 0–14 år, per 1000
  endring per år sammenlignet med fylket: 1,246 (95 % −2,583 til 5,075; p = 0,4562, q = 0,9666): kan ikke skilles fra det
  endring per år sammenlignet med landet: 0,577 (95 % −3,251 til 4,405; p = 0,7249, q = 0,9629): kan ikke skilles fra det

$ utsyn trend psykiske-symptomer-0-14-aar Vinje Telemark --lang nn
Barn 0–14 år med psykiske symptom og lidingar i primærhelsetenesta, per 1000
Stad      Punkt          brukte  Per år  95 %-intervall  Minst synleg  Endring
Vinje     2017 til 2024       8     2,7    −1,1 til 6,5           5,1  ingen klar trend; heller ikkje sikkert ulik landet, som aukar
Telemark  2017 til 2024       8     2,7         1,8–3,5           1,1  har auka, mindre enn i landet (kan vere tilfeldig)

Per år: endring i talet kvart år, ved det midlare nivået i serien.
Minst synleg: ei endring på minst så mykje i året ville me truleg ha sett.

Vinje
  endring per år samanlikna med fylket: 1,246 (95 % −2,583 til 5,075; p = 0,4562, q = 0,9666): kan ikkje skiljast frå det
  endring per år samanlikna med landet: 0,577 (95 % −3,251 til 4,405; p = 0,7249, q = 0,9629): kan ikkje skiljast frå det
Telemark
  endring per år samanlikna med landet: −1,229 (95 % −1,989 til −0,469; p = 0,007474, q = 0,05232): mindre enn der

# A full count is described.
$ utsyn trend barn-0-17-aar Vinje --lang en
Vinje (4036)
Children 0–17 of all inhabitants, per cent
Points        used  A year  95 % interval  Least seen  Change
2005 to 2026    22   −0.22                             from 23.7% in 2005 to 19.0% in 2026

A year: change in the figure each year, at the mean level of the series.
Least seen: a change of at least this a year would probably have been seen.

$ utsyn trend psykiske-symptomer-0-14-aar Telemark --csv --lang en
indicator,indicator_name,unit,place,place_name,first,last,points,dropped_partial,dropped_missing,dropped_estimated,dropped_break,dropped_overlap,trend,reason,jump,slope_per_year,slope_lower,slope_upper,detectable_per_year,method,p,q,robust,surveys,surveys_reason,surveys_first,surveys_last,surveys_difference,surveys_difference_lower,surveys_difference_upper,county_difference_per_year,county_difference_lower,county_difference_upper,county_difference_p,county_difference_q,county_change,county_points,county_reason,country_difference_per_year,country_difference_lower,country_difference_upper,country_difference_p,country_difference_q,country_change,country_points,country_reason
psykiske-symptomer-0-14-aar,"Mental symptoms and disorders in primary care, 0–14",per 1000,40,Telemark,2017,2024,8,0,0,0,0,0,rising,,,2.65492251497,1.82593389221,3.48391113773,1.10276818478,"log-linear line, guarded against memory",0.000228126950373,0.00114063475187,true,,,,,,,,,,,,,,0,no-benchmark,-1.22922459357,-1.9892784716,-0.469170715539,0.00747435178774,0.0523204625142,less,8,

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
    "slope_per_year": 2.65492251497,
    "slope_lower": 1.82593389221,
    "slope_upper": 3.48391113773,
    "detectable_per_year": 1.10276818478,
    "method": "log-linear line, guarded against memory",
    "p": 0.000228126950373,
    "q": 0.00114063475187,
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
    "country_difference_per_year": -1.22922459357,
    "country_difference_lower": -1.9892784716,
    "country_difference_upper": -0.469170715539,
    "country_difference_p": 0.00747435178774,
    "country_difference_q": 0.0523204625142,
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
