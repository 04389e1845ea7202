# Inquiries every third year: three of Vinje with their counts, two of Tokke where small counts are hidden.
$ mkdir -p $T/p/datasets && cp -r tests/cli/surveys/indicators tests/cli/surveys/reports $T/p && cp -r datasets/inndeling tests/cli/surveys/datasets/ungdata $T/p/datasets && utsyn trend einsemd trivsel helse Vinje Tokke --project $T/p --lang en
Place  Indicator                            Points        used  A year  95 % interval  Least seen  Change
Vinje  Lonely, per cent                     2016 to 2022     3                                     higher than in 2019: 14.0 percentage points (3.5 to 24.0)
Vinje  Thrive, per cent                     2019 to 2022     2                                     lower than in 2019: −16.9 percentage points (−26.1 to −7.4)
Vinje  Content with their health, per cent  2019 to 2022     2                                     not tested: there are too few points in time; how many it rests on is not published
Tokke  Lonely, per cent                     2019 to 2022     2                                     no certain change since 2019: −2.5 percentage points (−14.5 to 9.5)
Tokke  Thrive, per cent                     2019 to 2022     2                                     no certain change since 2019: −12.7 percentage points (−25.9 to 1.1)
Tokke  Content with their health, per cent  2019 to 2022     2                                     not tested: there are too few points in time; how many it rests on is not published

A year: change in the figure each year, at the mean level of the series.
Least seen: a change of at least this a year would probably have been seen.
Higher or lower than in an earlier year: too few points for a trend; the difference between the two last, with Newcombe's 95 % interval.

$ utsyn trend einsemd helse Vinje --project $T/p --lang en --csv
indicator,indicator_name,unit,place,place_name,first,last,points,dropped_partial,dropped_missing,dropped_estimated,dropped_break,dropped_overlap,trend,reason,jump,slope_per_year,slope_lower,slope_upper,detectable_per_year,method,p,q,robust,surveys,surveys_reason,surveys_first,surveys_last,surveys_difference,surveys_difference_lower,surveys_difference_upper,county_difference_per_year,county_difference_lower,county_difference_upper,county_difference_p,county_difference_q,county_change,county_points,county_reason,country_difference_per_year,country_difference_lower,country_difference_upper,country_difference_p,country_difference_q,country_change,country_points,country_reason
einsemd,Lonely,per cent,4036,Vinje,2016,2022,3,0,0,0,0,0,not-tested,too-few-points,,,,,,,,,false,higher,,2019,2022,13.9705882353,3.52748120123,24.0340698072,,,,,,,0,too-few-points,,,,,,,0,too-few-points
helse,Content with their health,per cent,4036,Vinje,2019,2022,2,0,0,0,0,0,not-tested,too-few-points,,,,,,,,,false,not-tested,count-not-published,2019,2022,,,,,,,,,,0,no-benchmark,,,,,,,0,no-benchmark

$ utsyn trend einsemd Vinje --project $T/p --lang en --json
[
  {
    "indicator": "einsemd",
    "indicator_name": "Lonely",
    "unit": "per cent",
    "place": "4036",
    "place_name": "Vinje",
    "first": "2016",
    "last": "2022",
    "points": 3,
    "dropped_partial": 0,
    "dropped_missing": 0,
    "dropped_estimated": 0,
    "dropped_break": 0,
    "dropped_overlap": 0,
    "trend": "not-tested",
    "reason": "too-few-points",
    "jump": null,
    "slope_per_year": null,
    "slope_lower": null,
    "slope_upper": null,
    "detectable_per_year": null,
    "method": null,
    "p": null,
    "q": null,
    "robust": false,
    "surveys": "higher",
    "surveys_reason": null,
    "surveys_first": "2019",
    "surveys_last": "2022",
    "surveys_difference": 13.9705882353,
    "surveys_difference_lower": 3.52748120123,
    "surveys_difference_upper": 24.0340698072,
    "county_difference_per_year": null,
    "county_difference_lower": null,
    "county_difference_upper": null,
    "county_difference_p": null,
    "county_difference_q": null,
    "county_change": null,
    "county_points": 0,
    "county_reason": "too-few-points",
    "country_difference_per_year": null,
    "country_difference_lower": null,
    "country_difference_upper": null,
    "country_difference_p": null,
    "country_difference_q": null,
    "country_change": null,
    "country_points": 0,
    "country_reason": "too-few-points"
  }
]

# The whole reckoning, by hand: 45 of 136 less 26 of 136.
$ utsyn explain einsemd Vinje --benchmark county --project $T/p --lang en | sed -n '/^Change over time/,/^$/p'
Change over time
  points used: 2016: 16.18; 2019: 19.12; 2022: 33.09
  → not tested: there are too few points in time
  the two last surveys against each other
    2019: 26 / 136 × 100 = 19.12 (13.39–26.54, Wilson)
      (2·26 + 3.841459 ∓ 1.959964·√(3.841459 + 4·26·(1 − 26/136))) / (2·(136 + 3.841459)), × 100
    2022: 45 / 136 × 100 = 33.09 (25.74–41.37, Wilson)
      (2·45 + 3.841459 ∓ 1.959964·√(3.841459 + 4·45·(1 − 45/136))) / (2·(136 + 3.841459)), × 100
    difference: 13.97 percentage points (Newcombe's method 10, 95 % 3.53 to 24.03)
      13.97 − √((33.09 − 25.74)² + (26.54 − 19.12)²) = 3.53
      13.97 + √((41.37 − 33.09)² + (19.12 − 13.39)²) = 24.03
  → higher than in 2019

# Whole per cents and how many answered: every count they may stand for gives the same answer.
$ utsyn explain trivsel Vinje --benchmark county --project $T/p --lang en | sed -n '/^Change over time/,/^$/p'
Change over time
  points used: 2019: 88.00; 2022: 71.00
  → not tested: there are too few points in time
  the two last surveys against each other
    2019: 120 / 136 × 100 = 88.24 (81.74–92.63, Wilson)
      (2·120 + 3.841459 ∓ 1.959964·√(3.841459 + 4·120·(1 − 120/136))) / (2·(136 + 3.841459)), × 100
      only the rounded figure 88 is published: 119 to 120 persons, the answer is the same for them all
    2022: 97 / 136 × 100 = 71.32 (63.22–78.26, Wilson)
      (2·97 + 3.841459 ∓ 1.959964·√(3.841459 + 4·97·(1 − 97/136))) / (2·(136 + 3.841459)), × 100
      only the rounded figure 71 is published: 96 to 97 persons, the answer is the same for them all
    difference: −16.91 percentage points (Newcombe's method 10, 95 % −26.13 to −7.41)
      −16.91 − √((71.32 − 63.22)² + (92.63 − 88.24)²) = −26.13
      −16.91 + √((78.26 − 71.32)² + (88.24 − 81.74)²) = −7.41
  → lower than in 2019

$ utsyn explain einsemd Vinje --benchmark county --project $T/p --lang en --json | sed -n '/^    "surveys"/,/^    }/p'
    "surveys": {
      "lower_formula": "13.97 − √((33.09 − 25.74)² + (26.54 − 19.12)²)",
      "upper_formula": "13.97 + √((41.37 − 33.09)² + (19.12 − 13.39)²)",
      "change": "higher",
      "reason": null,
      "difference": 13.9705882352941,
      "interval": {
        "lower": 3.52748120122719,
        "upper": 24.0340698071708
      },
      "before": {
        "period": "2019",
        "value": 19.1176470588235,
        "share": 19.1176470588235,
        "numerator": 26,
        "numerator_lowest": 26,
        "numerator_highest": 26,
        "denominator": 136,
        "interval": {
          "lower": 13.3936100825575,
          "upper": 26.5383666656931
        }
      },
      "after": {
        "period": "2022",
        "value": 33.0882352941176,
        "share": 33.0882352941176,
        "numerator": 45,
        "numerator_lowest": 45,
        "numerator_highest": 45,
        "denominator": 136,
        "interval": {
          "lower": 25.7403509019134,
          "upper": 41.3652554126049
        }
      }
    },

# Only a standardised percentage: no count is made up.
$ utsyn explain helse Vinje --benchmark county --project $T/p --lang en --json | sed -n '/^    "surveys"/,/^    }/p'
    "surveys": {
      "change": "not-tested",
      "reason": "count-not-published",
      "difference": null,
      "interval": {
        "lower": null,
        "upper": null
      },
      "before": {
        "period": "2019",
        "value": 70,
        "share": null,
        "numerator": null,
        "numerator_lowest": null,
        "numerator_highest": null,
        "denominator": null,
        "interval": {
          "lower": null,
          "upper": null
        }
      },
      "after": {
        "period": "2022",
        "value": 58,
        "share": null,
        "numerator": null,
        "numerator_lowest": null,
        "numerator_highest": null,
        "denominator": null,
        "interval": {
          "lower": null,
          "upper": null
        }
      }
    },

# A trend beside that of the rest of the county and the country.
$ utsyn trend mobbing Vinje Tokke --project $T/p --lang en
Bullied, per cent
Place  Points        used  A year    95 % interval  Least seen  Change
Vinje  2017 to 2022     6     2.1          0.3–3.8         2.3  has risen, more than in the country
Tokke  2017 to 2022     6  −0.057  −1.791 to 1.676         2.3  no clear trend

A year: change in the figure each year, at the mean level of the series.
Least seen: a change of at least this a year would probably have been seen.

Vinje
  change per year beside the rest of the county: 2.110 (95 % 0.379 to 3.842; p = 0.02768, q = 0.02768): more than there
  change per year beside the rest of the country: 2.056 (95 % 0.325 to 3.787; p = 0.03001, q = 0.03001): more than there
Tokke
  change per year beside the rest of the county: −0.070 (95 % −1.803 to 1.663; p = 0.9166, q = 0.9166): cannot be told from it
  change per year beside the rest of the country: −0.061 (95 % −1.794 to 1.673; p = 0.9272, q = 0.9272): cannot be told from it

$ utsyn trend mobbing Vinje --project $T/p --lang en --csv
indicator,indicator_name,unit,place,place_name,first,last,points,dropped_partial,dropped_missing,dropped_estimated,dropped_break,dropped_overlap,trend,reason,jump,slope_per_year,slope_lower,slope_upper,detectable_per_year,method,p,q,robust,surveys,surveys_reason,surveys_first,surveys_last,surveys_difference,surveys_difference_lower,surveys_difference_upper,county_difference_per_year,county_difference_lower,county_difference_upper,county_difference_p,county_difference_q,county_change,county_points,county_reason,country_difference_per_year,country_difference_lower,country_difference_upper,country_difference_p,country_difference_q,country_change,country_points,country_reason
mobbing,Bullied,per cent,4036,Vinje,2017,2022,6,0,0,0,0,0,rising,,,2.05827935837,0.327066016792,3.78949269995,2.28713814735,"logistic line, guarded against memory",0.0299059590162,0.0299059590162,true,,,,,,,,2.11046596749,0.3790374942,3.84189444078,0.0276764555782,0.0276764555782,more,6,,2.0559561258,0.324791515289,3.7871207363,0.0300079714753,0.0300079714753,more,6,

$ utsyn trend mobbing Tokke --project $T/p --lang en --json | sed -n '/"county_diff/,$p'
    "county_difference_per_year": -0.0695918448627,
    "county_difference_lower": -1.80257221886,
    "county_difference_upper": 1.66338852913,
    "county_difference_p": 0.916594914428,
    "county_difference_q": 0.916594914428,
    "county_change": "unsure",
    "county_points": 6,
    "county_reason": null,
    "country_difference_per_year": -0.0606894821274,
    "country_difference_lower": -1.79404793779,
    "country_difference_upper": 1.67266897354,
    "country_difference_p": 0.927235144792,
    "country_difference_q": 0.927235144792,
    "country_change": "unsure",
    "country_points": 6,
    "country_reason": null
  }
]

# In the same words as here.
$ utsyn explain mobbing Vinje --benchmark county --project $T/p --lang en | sed -n '/^  change per year/p'
  change per year beside the rest of the county: 2.110 (95 % 0.379 to 3.842; p = 0.02768, q = 0.02768): more than there
  change per year beside the rest of the country: 2.056 (95 % 0.325 to 3.787; p = 0.03001, q = 0.03001): more than there

$ utsyn report --project $T/p -o $T/p/out $T/p/reports/unge.yaml --quiet --lang en && grep -o "From [0-9]* to.*$" $T/p/out/unge/chapter.md
From 2019 to 2022 there is no certain change: the difference is 7.9 percentage points (95 % uncertainty: −0.1 to 15.8).
From 2019 to 2022 the figure rose by 14.0 percentage points (95 % uncertainty: 3.5 to 24.0). The change is certain, but two surveys are no trend. That is the wrong direction.
From 2019 to 2022 the figure fell by 16.9 percentage points (95 % uncertainty: 7.4 to 26.1). The change is certain, but two surveys are no trend. That is the wrong direction.
From 2017 to 2022 the figure has risen, by about 2.1 percentage points a year, more than in the country. That is the wrong direction.

# Girls and boys, and the grades: under the table of the theme, as the report asks. Tokke's are hidden.
$ sed -n '/by sex/,/^[*]Sources/p' $T/p/out/unge/chapter.md
**Lonely (per cent), by sex, with 95 % uncertainty.**

| Group | Period | Figure | The same group in the county | Against the county |
| --- | --- | ---: | ---: | --- |
| Vinje, girls | 2022 | 47.1 (35.9–58.7) | 23.0 | worse, may be chance ▽ |
| Vinje, boys | 2022 | 18.2 (10.7–29.1) | 14.0 | no certain difference ○ |

- Vinje: girls and boys differ.

The groups are not tested against each other in Tokke and Vinje og Tokke: the figure is suppressed to protect privacy.

**Lonely (per cent), by grade, with 95 % uncertainty.**

| Group | Period | Figure | The same group in the county | Against the county |
| --- | --- | ---: | ---: | --- |
| Vinje, grade 8 | 2022 | 20.5 (11.2–34.5) | 17.7 | no certain difference ○ |
| Vinje, grade 9 | 2022 | 30.4 (19.1–44.8) | 19.2 | no certain difference ○ |
| Vinje, grade 10 | 2022 | 47.8 (34.1–61.9) | 18.6 | worse, may be chance ▽ |

- Vinje: grade 8, grade 9 and grade 10 differ.

The groups are not tested against each other in Tokke and Vinje og Tokke: the figure is suppressed to protect privacy.

*Sources: Ungdata; FHI; Udir.*

# What was printed of a group is kept for the next report; what is hidden is not there.
$ grep -A2 '"einsemd-' $T/p/out/unge/figures.json | grep -c '"4036"'; grep -A2 '"einsemd-' $T/p/out/unge/figures.json | grep -c '"4034"'
? 1
5
0

$ sed 's/by: .*/by: [sex, sexes]/' $T/p/reports/unge.yaml > $T/p/reports/feil.yaml; utsyn report --project $T/p -o $T/p/out $T/p/reports/feil.yaml --quiet --lang en
? 3
utsyn: reports/feil.yaml:6:11: unknown value 'sexes' for by; allowed: sex, grade, age (did you mean 'sex'?)

$ sed 's/by: .*/by: [age]/' $T/p/reports/unge.yaml > $T/p/reports/feil.yaml; utsyn report --project $T/p -o $T/p/out $T/p/reports/feil.yaml --quiet --lang en
? 3
utsyn: reports/feil.yaml:6:6: no indicator of the report is broken down by age

$ sed 's/by: .*/by: sex/' $T/p/reports/unge.yaml > $T/p/reports/feil.yaml; utsyn report --project $T/p -o $T/p/out $T/p/reports/feil.yaml --quiet --lang en
? 3
utsyn: reports/feil.yaml:6:5: a list is wanted here, such as [sex, grade]

$ sed 's/by: .*/by: [sex, sex]/' $T/p/reports/unge.yaml > $T/p/reports/feil.yaml; utsyn report --project $T/p -o $T/p/out $T/p/reports/feil.yaml --quiet --lang en
? 3
utsyn: reports/feil.yaml:6:11: 'sex' is there already

# The workbook's sheet, and its name in both written languages.
$ for l in nb nn; do sed "s/language: en/language: $l/" $T/p/reports/unge.yaml > $T/p/reports/$l.yaml; utsyn report --project $T/p -o $T/p/out $T/p/reports/$l.yaml --quiet --lang en; python3 -m zipfile -e $T/p/out/$l/$l.xlsx $T/x-$l; grep -o 'sheet name="Kj[^"]*"' $T/x-$l/xl/workbook.xml; done
sheet name="Kjønn og trinn"
sheet name="Kjønn og trinn"

$ python3 -m zipfile -e $T/p/out/unge/unge.xlsx $T/x && grep -o "Girls and boys differ[^<]*\|Grade 8, [^<]*\|higher than in[^<]*\|lower than in[^<]*" $T/x/xl/sharedStrings.xml
higher than in 2019
lower than in 2019
Girls and boys differ, p = 0.0003
Grade 8, grade 9 and grade 10 differ, p = 0.0199
