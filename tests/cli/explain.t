# A population share is described, not tested.
$ utsyn explain barn-0-17-aar Vinje --lang nn
Barn 0–17 år av alle innbyggjarar (barn-0-17-aar)
Vinje 4036 · 2026 · regel utsyn
  definert i indicators/demografi.yaml:19

Talet og kvar det står
  Statistisk sentralbyrå. Befolkning 1. januar 2005–2026, omregnet til 2024-inndeling, tabell 07459, 10826. CC BY 4.0. Henta 2026-11-22
  datasets/ssb-befolkning/befolkning.csv:4663   kode 4036   teljar 729   nemnar 3829
  729 / 3829 × 100 = 19,04 prosent
  inga grense for små tal er sett for denne indikatoren
  nr. 6 av 17 i Telemark, talt frå høgast

Mot fylket: Telemark
  32 926 / 177 923 × 100 = 18,51 prosent
  summert for området
  lagt saman av 17 linjer i datasets/ssb-befolkning/befolkning.csv; ikkje publisert for området
  grunnlag: omtalt
  → – omtalt: 0,5 prosentpoeng høgare enn i Telemark (18,5 prosent)

Mot landet: Landet
  1 101 380 / 5 627 400 × 100 = 19,57 prosent
  summert for området
  lagt saman av 357 linjer i datasets/ssb-befolkning/befolkning.csv; ikkje publisert for området
  grunnlag: omtalt
  → – omtalt: 0,6 prosentpoeng lågare enn i landet (19,6 prosent)

Utvikling over tid
  punkt brukte: 2005: 23,68; 2006: 23,34; 2007: 22,64; 2008: 22,48; 2009: 22,17; 2010: 21,75; 2011: 21,47; 2012: 21,00; 2013: 20,67; 2014: 20,17; 2015: 20,22; 2016: 20,10; 2017: 19,94; 2018: 19,74; 2019: 19,72; 2020: 19,07; 2021: 19,22; 2022: 18,96; 2023: 19,21; 2024: 19,45; 2025: 19,17; 2026: 19,04
  endring per år: −0,223 prosentpoeng (Theil–Sen)
    = medianen av dei 231 stigningane mellom to punkt
  → ikkje testa: full teljing eller beløp

# 2 of 3 kindergartens.
$ utsyn explain pedagognorm-oppfylt Tokke --lang nn
Barnehagar som oppfyller pedagognorma (pedagognorm-oppfylt)
Tokke 4034 · 2021 · regel utsyn
  definert i indicators/barnehage-skule.yaml:27
  Nemnaren er barnehagane som oppfyller norma, ikkje oppfyller henne eller har dispensasjon; opne barnehagar og familiebarnehagar er ikkje med.

Talet og kvar det står
  Utdanningsdirektoratet. Pedagognormen i barnehager 2021 (Basil). NLOD 2.0. Publisert 2022. Henta 2026-11-22
  datasets/udir-pedagognorm/pedagognorm.csv:25   kode 3824   teljar 2   nemnar 3
  2 / 3 × 100 = 66,67 prosent
  95 % uvisse for talet åleine: 20,77–93,85 (Wilson)
    = (2·2 + 3,841459 ∓ 1,959964·√(3,841459 + 4·2·(1 − 2/3))) / (2·(3 + 3,841459)), × 100
  inga grense for små tal er sett for denne indikatoren
  delt nr. 3 av 17 i Telemark, talt frå lågast

Mot fylket: Telemark
  138 / 151 × 100 = 91,39 prosent
  95 % uvisse for talet åleine: 85,83–94,90 (Wilson)
    = (2·138 + 3,841459 ∓ 1,959964·√(3,841459 + 4·138·(1 − 138/151))) / (2·(151 + 3,841459)), × 100
  summert for området
  lagt saman av 17 linjer i datasets/udir-pedagognorm/pedagognorm.csv; ikkje publisert for området
  resten (utan staden sjølv): 136 / 148 = 91,89 prosent
  grunnlag: talde
  oddsrate (2/1) / (136/12) = 0,1765 (95 % mid-p-intervall 0,0129–5,6235: forholdstala som gjev p ≥ 0,05)
  betinga mid-p: X hypergeometrisk: 3 trekte frå 151, der 138 er talde med
    p = 2·min(P(X < 2) + ½·P(X = 2), P(X > 2) + ½·P(X = 2)) = 0,2578
  intervallet som avgjer: 12,76–98,46, halde mot 91,89
    = OR·0,918919 / (1 − 0,918919 + OR·0,918919), × 100
  p 0,2578; q 0,5155 etter Benjamini–Hochberg over 22 samanlikningar for staden
    = 0,2578·22/11, av p for dei alle: 0,002141 utenfor-15-29-aar-bare-prosent; 0,006403 utenfor-15-29-aar; 0,01032 nedsatt-arbeidsevne-18-66-aar; 0,01273 vaksinert-mot-polio-9-aar; 0,01660 psykiske-symptomer-0-14-aar; 0,09097 grunnskolepoeng; 0,1035 psykiske-symptomer-15-24-aar; 0,1302 hoeyere-utdanning; 0,1419 utenfor-30-61-aar; 0,2338 vedvarende-lavinntekt-0-17-aar; 0,2578 pedagognorm-oppfylt; 0,3257 trivsel-paa-skolen-10-trinn; 0,4620 smertestillende-hver-uke-8-10-trinn; 0,5546 laveste-nivaa-i-lesing-5-trinn; 0,5989 tiltak-fra-barnevernet-0-17-aar; 0,6127 fornoeyd-med-helsa-8-10-trinn; 0,6915 psykiske-plager-8-10-trinn; 0,7200 overvekt-og-fedme-17-aar; 0,7278 barnehagedekning; 1,000 engelsk-5-trinn; 1,000 lesing-5-trinn; 1,000 regning-5-trinn
  → ○ ikkje sikker skilnad

Mot landet: Landet
  Utdanningsdirektoratet. Pedagognormen i barnehager 2021 (Basil). NLOD 2.0. Publisert 2022. Henta 2026-11-22
  datasets/udir-pedagognorm/pedagognorm.csv:2   kode 0   teljar 3557   nemnar 5020
  3557 / 5020 × 100 = 70,86 prosent
  95 % uvisse for talet åleine: 69,58–72,10 (Wilson)
    = (2·3557 + 3,841459 ∓ 1,959964·√(3,841459 + 4·3557·(1 − 3557/5020))) / (2·(5020 + 3,841459)), × 100
  resten (utan staden sjølv): 3555 / 5017 = 70,86 prosent
  grunnlag: talde
  oddsrate (2/1) / (3555/1462) = 0,8225 (95 % mid-p-intervall 0,0625–24,2774: forholdstala som gjev p ≥ 0,05)
  betinga mid-p: X hypergeometrisk: 3 trekte frå 5020, der 3557 er talde med
    p = 2·min(P(X < 2) + ½·P(X = 2), P(X > 2) + ½·P(X = 2)) = 0,8496
  intervallet som avgjer: 13,20–98,33, halde mot 70,86
    = OR·0,708591 / (1 − 0,708591 + OR·0,708591), × 100
  p 0,8496; q 1,0000 etter Benjamini–Hochberg over 21 samanlikningar for staden
    = 1,000·21/21, av p for dei alle: < 0,000000000001 hoeyere-utdanning; 0,004321 psykiske-symptomer-0-14-aar; 0,01219 nedsatt-arbeidsevne-18-66-aar; 0,01391 utenfor-15-29-aar-bare-prosent; 0,04547 psykiske-symptomer-15-24-aar; 0,05583 utenfor-15-29-aar; 0,2188 tiltak-fra-barnevernet-0-17-aar; 0,2336 trivsel-paa-skolen-10-trinn; 0,2893 grunnskolepoeng; 0,3488 laveste-nivaa-i-lesing-5-trinn; 0,4466 smertestillende-hver-uke-8-10-trinn; 0,5239 psykiske-plager-8-10-trinn; 0,6266 fornoeyd-med-helsa-8-10-trinn; 0,6857 utenfor-30-61-aar; 0,6886 vedvarende-lavinntekt-0-17-aar; 0,8496 pedagognorm-oppfylt; 0,8780 overvekt-og-fedme-17-aar; 0,9886 barnehagedekning; 1,000 engelsk-5-trinn; 1,000 lesing-5-trinn; 1,000 regning-5-trinn
  → ○ ikkje sikker skilnad

Utvikling over tid
  punkt brukte: 2021: 66,67
  → ikkje testa: det er for få måletidspunkt

# 9 of 185; the rest of Telemark 3 289 of 29 643.
$ utsyn explain utenfor-15-29-aar Fyresdal --lang nn
Unge 15–29 år utanfor arbeid og utdanning (utenfor-15-29-aar)
Fyresdal 4032 · 2023 · regel utsyn
  definert i indicators/utanfor.yaml:9
  Året står ikkje i fila; ho vart laga i 2023 og er ført på 2023. Talet på busette tyder på at tala gjeld slutten av 2022.

Talet og kvar det står
  Statistisk sentralbyrå. Personer utenfor arbeid, utdanning og arbeidsmarkedstiltak, tabell 13556. CC BY 4.0. Publisert 2023. Henta 2026-11-22
  datasets/ssb-utanfor-arbeid-og-utdanning/utanfor.csv:166   kode 3823   teljar 9   nemnar 185
  9 / 185 × 100 = 4,86 prosent
  95 % uvisse for talet åleine: 2,58–8,99 (Wilson)
    = (2·9 + 3,841459 ∓ 1,959964·√(3,841459 + 4·9·(1 − 9/185))) / (2·(185 + 3,841459)), × 100
  blir skjerma: hendingar 0–3; og så mange tal til at ingen kan reknast ut
  nr. 1 av 17 i Telemark, talt frå lågast

Mot fylket: Telemark
  3298 / 29 828 × 100 = 11,06 prosent
  95 % uvisse for talet åleine: 10,71–11,42 (Wilson)
    = (2·3298 + 3,841459 ∓ 1,959964·√(3,841459 + 4·3298·(1 − 3298/29 828))) / (2·(29 828 + 3,841459)), × 100
  summert for området
  lagt saman av 17 linjer i datasets/ssb-utanfor-arbeid-og-utdanning/utanfor.csv; ikkje publisert for området
  resten (utan staden sjølv): 3289 / 29 643 = 11,10 prosent
  grunnlag: talde
  oddsrate (9/176) / (3289/26 354) = 0,4097 (95 % mid-p-intervall 0,1967–0,7682: forholdstala som gjev p ≥ 0,05)
  betinga mid-p: X hypergeometrisk: 185 trekte frå 29 828, der 3298 er talde med
    p = 2·min(P(X < 9) + ½·P(X = 9), P(X > 9) + ½·P(X = 9)) = 0,003426
  intervallet som avgjer: 2,40–8,75, halde mot 11,10
    = OR·0,110954 / (1 − 0,110954 + OR·0,110954), × 100
  p 0,0034; q 0,0754 etter Benjamini–Hochberg over 22 samanlikningar for staden
    = 0,003426·22/1, av p for dei alle: 0,003426 utenfor-15-29-aar; 0,007366 vaksinert-mot-polio-9-aar; 0,02707 laveste-nivaa-i-lesing-5-trinn; 0,03494 utenfor-30-61-aar; 0,05006 utenfor-15-29-aar-bare-prosent; 0,1209 bor-trangt-innvandrere; 0,1346 tiltak-fra-barnevernet-0-17-aar; 0,1412 barnehagedekning; 0,1971 engelsk-5-trinn; 0,2111 vedvarende-lavinntekt-0-17-aar; 0,3092 hoeyere-utdanning; 0,3553 overvekt-og-fedme-17-aar; 0,3655 bor-trangt; 0,3810 nedsatt-arbeidsevne-18-66-aar; 0,3810 regning-5-trinn; 0,4141 psykiske-symptomer-15-24-aar; 0,4297 trivsel-paa-skolen-10-trinn; 0,4574 nedsatt-arbeidsevne-menn-18-29-aar; 0,5529 grunnskolepoeng; 0,6135 laveste-nivaa-i-lesing-8-trinn; 0,6876 psykiske-symptomer-0-14-aar; 0,7993 lesing-5-trinn
  → △ betre, men det kan vere tilfeldig når så mange samanlikningar blir gjorde

Mot landet: Landet
  99 160 / 1 026 843 × 100 = 9,66 prosent
  95 % uvisse for talet åleine: 9,60–9,71 (Wilson)
    = (2·99 160 + 3,841459 ∓ 1,959964·√(3,841459 + 4·99 160·(1 − 99 160/1 026 843))) / (2·(1 026 843 + 3,841459)), × 100
  summert for området
  lagt saman av 11 linjer i datasets/ssb-utanfor-arbeid-og-utdanning/utanfor.csv; ikkje publisert for området
  resten (utan staden sjølv): 99 151 / 1 026 658 = 9,66 prosent
  grunnlag: talde
  oddsrate (9/176) / (99 151/927 507) = 0,4784 (95 % mid-p-intervall 0,2298–0,8958: forholdstala som gjev p ≥ 0,05)
  betinga mid-p: X hypergeometrisk: 185 trekte frå 1 026 843, der 99 160 er talde med
    p = 2·min(P(X < 9) + ½·P(X = 9), P(X > 9) + ½·P(X = 9)) = 0,01852
  intervallet som avgjer: 2,40–8,74, halde mot 9,66
    = OR·0,096576 / (1 − 0,096576 + OR·0,096576), × 100
  p 0,0185; q 0,0973 etter Benjamini–Hochberg over 21 samanlikningar for staden
    = 0,01852·21/4, av p for dei alle: 0,00000003584 hoeyere-utdanning; 0,006344 bor-trangt; 0,01297 laveste-nivaa-i-lesing-5-trinn; 0,01852 utenfor-15-29-aar; 0,03923 bor-trangt-innvandrere; 0,04048 tiltak-fra-barnevernet-0-17-aar; 0,1297 utenfor-15-29-aar-bare-prosent; 0,1982 engelsk-5-trinn; 0,2207 barnehagedekning; 0,2708 psykiske-symptomer-15-24-aar; 0,2800 grunnskolepoeng; 0,2953 overvekt-og-fedme-17-aar; 0,3126 nedsatt-arbeidsevne-menn-18-29-aar; 0,3430 trivsel-paa-skolen-10-trinn; 0,3824 regning-5-trinn; 0,4014 nedsatt-arbeidsevne-18-66-aar; 0,4162 psykiske-symptomer-0-14-aar; 0,4732 utenfor-30-61-aar; 0,5167 vedvarende-lavinntekt-0-17-aar; 0,5318 laveste-nivaa-i-lesing-8-trinn; 0,7999 lesing-5-trinn
  → △ betre, men det kan vere tilfeldig når så mange samanlikningar blir gjorde

Utvikling over tid
  punkt brukte: 2023: 4,86
  → ikkje testa: det er for få måletidspunkt

# Only one comparison, in bokmål.
$ utsyn explain utenfor-15-29-aar Vinje --benchmark county --lang nb
Unge 15–29 år utenfor arbeid og utdanning (utenfor-15-29-aar)
Vinje 4036 · 2023 · regel utsyn
  definert i indicators/utanfor.yaml:9
  Året står ikke i fila; den ble laget i 2023 og er ført på 2023. Tallet på bosatte tyder på at tallene gjelder slutten av 2022.

Tallet og hvor det står
  Statistisk sentralbyrå. Personer utenfor arbeid, utdanning og arbeidsmarkedstiltak, tabell 13556. CC BY 4.0. Publisert 2023. Hentet 2026-11-22
  datasets/ssb-utanfor-arbeid-og-utdanning/utanfor.csv:170   kode 3825   teller 54   nevner 641
  54 / 641 × 100 = 8,42 prosent
  95 % usikkerhet for tallet alene: 6,51–10,83 (Wilson)
    = (2·54 + 3,841459 ∓ 1,959964·√(3,841459 + 4·54·(1 − 54/641))) / (2·(641 + 3,841459)), × 100
  skjermes: hendelser 0–3; og så mange tall til at ingen kan regnes ut
  nr. 7 av 17 i Telemark, talt fra lavest

Mot fylket: Telemark
  3298 / 29 828 × 100 = 11,06 prosent
  95 % usikkerhet for tallet alene: 10,71–11,42 (Wilson)
    = (2·3298 + 3,841459 ∓ 1,959964·√(3,841459 + 4·3298·(1 − 3298/29 828))) / (2·(29 828 + 3,841459)), × 100
  summert for området
  lagt sammen av 17 linjer i datasets/ssb-utanfor-arbeid-og-utdanning/utanfor.csv; ikke publisert for området
  resten (uten stedet selv): 3244 / 29 187 = 11,11 prosent
  grunnlag: antall
  oddsrate (54/587) / (3244/25 943) = 0,7357 (95 % mid-p-intervall 0,5506–0,9675: forholdstallene som gir p ≥ 0,05)
  betinget mid-p: X hypergeometrisk: 641 trukket fra 29 828, der 3298 er talt med
    p = 2·min(P(X < 54) + ½·P(X = 54), P(X > 54) + ½·P(X = 54)) = 0,02722
  intervallet som avgjør: 6,44–10,79, holdt mot 11,11
    = OR·0,111145 / (1 − 0,111145 + OR·0,111145), × 100
  p 0,0272; q 0,1964 etter Benjamini–Hochberg over 24 sammenligninger for stedet
    = 0,05728·24/7, av p for dem alle: < 0,000000000001 utenfor-30-61-aar; 0,001687 nedsatt-arbeidsevne-18-66-aar; 0,02722 utenfor-15-29-aar; 0,03929 pedagognorm-oppfylt; 0,04125 psykiske-symptomer-15-24-aar; 0,05024 psykiske-symptomer-0-14-aar; 0,05728 nedsatt-arbeidsevne-menn-18-29-aar; 0,09781 trivsel-paa-skolen-10-trinn; 0,09836 overvekt-og-fedme-17-aar; 0,09979 vedvarende-lavinntekt-0-17-aar; 0,1304 utenfor-15-29-aar-bare-prosent; 0,2970 laveste-nivaa-i-lesing-5-trinn; 0,3166 fornoeyd-med-helsa-8-10-trinn; 0,3710 smertestillende-hver-uke-8-10-trinn; 0,3826 psykiske-plager-8-10-trinn; 0,4021 vaksinert-mot-polio-9-aar; 0,4407 engelsk-5-trinn; 0,6361 hoeyere-utdanning; 0,8092 tiltak-fra-barnevernet-0-17-aar; 0,8680 grunnskolepoeng; 0,9535 barnehagedekning; 1,000 laveste-nivaa-i-lesing-8-trinn; 1,000 lesing-5-trinn; 1,000 regning-5-trinn
  → △ bedre, men det kan være tilfeldig når så mange sammenligninger gjøres

Utvikling over tid
  punkter brukt: 2023: 8,42
  → ikke testet: det er for få måletidspunkt

# The lines of a region's sum, in English.
$ utsyn explain utenfor-15-29-aar Vest-Telemark --benchmark country --lang en
Outside work and education, 15–29 (utenfor-15-29-aar)
Vest-Telemark vest-telemark · 2023 · rule utsyn
  defined in indicators/utanfor.yaml:9
  Året står ikke i fila; den ble laget i 2023 og er ført på 2023. Tallet på bosatte tyder på at tallene gjelder slutten av 2022.

The figure and where it stands
  Statistisk sentralbyrå. Personer utenfor arbeid, utdanning og arbeidsmarkedstiltak, table 13556. CC BY 4.0. Published 2023. Retrieved 2026-11-22
  datasets/ssb-utanfor-arbeid-og-utdanning/utanfor.csv:160   code 3820   numerator 45   denominator 481
  datasets/ssb-utanfor-arbeid-og-utdanning/utanfor.csv:162   code 3821   numerator 26   denominator 339
  datasets/ssb-utanfor-arbeid-og-utdanning/utanfor.csv:164   code 3822   numerator 12   denominator 193
  datasets/ssb-utanfor-arbeid-og-utdanning/utanfor.csv:166   code 3823   numerator 9   denominator 185
  datasets/ssb-utanfor-arbeid-og-utdanning/utanfor.csv:168   code 3824   numerator 23   denominator 343
  datasets/ssb-utanfor-arbeid-og-utdanning/utanfor.csv:170   code 3825   numerator 54   denominator 641
  numerator: 45 + 26 + 12 + 9 + 23 + 54 = 169
  denominator: 481 + 339 + 193 + 185 + 343 + 641 = 2182
  169 / 2182 × 100 = 7.75 per cent
  95 % uncertainty of the figure alone: 6.70–8.94 (Wilson)
    = (2·169 + 3.841459 ∓ 1.959964·√(3.841459 + 4·169·(1 − 169/2182))) / (2·(2182 + 3.841459)), × 100
  summed over the area
  suppressed: events 0–3; and as many more figures as it takes that none can be worked out

Against the country: Landet
  99,160 / 1,026,843 × 100 = 9.66 per cent
  95 % uncertainty of the figure alone: 9.60–9.71 (Wilson)
    = (2·99,160 + 3.841459 ∓ 1.959964·√(3.841459 + 4·99,160·(1 − 99,160/1,026,843))) / (2·(1,026,843 + 3.841459)), × 100
  summed over the area
  added up from 11 lines of datasets/ssb-utanfor-arbeid-og-utdanning/utanfor.csv; not published for the area
  the rest (without the place itself): 98,991 / 1,024,661 = 9.66 per cent
  basis: counts
  odds ratio (169/2013) / (98,991/925,670) = 0.7851 (95 % mid-p interval 0.6691–0.9164: the ratios that give p ≥ 0.05)
  conditional mid-p: X hypergeometric: 2182 drawn from 1,026,843, of whom 99,160 are counted
    p = 2·min(P(X < 169) + ½·P(X = 169), P(X > 169) + ½·P(X = 169)) = 0.001862
  the interval that decides: 6.68–8.93, compared with 9.66
    = OR·0.096609 / (1 − 0.096609 + OR·0.096609), × 100
  p 0.0019; q 0.0056 after Benjamini–Hochberg over 18 comparisons of the place
    = 0.001862·18/6, from the p of them all: < 0.000000000001 hoeyere-utdanning; 0.0000006111 psykiske-symptomer-0-14-aar; 0.0001283 psykiske-symptomer-15-24-aar; 0.0002810 nedsatt-arbeidsevne-18-66-aar; 0.0009911 laveste-nivaa-i-lesing-5-trinn; 0.001862 utenfor-15-29-aar; 0.002219 tiltak-fra-barnevernet-0-17-aar; 0.009909 utenfor-30-61-aar; 0.04986 trivsel-paa-skolen-10-trinn; 0.08941 utenfor-15-29-aar-bare-prosent; 0.1198 engelsk-5-trinn; 0.1301 lesing-5-trinn; 0.5739 vedvarende-lavinntekt-0-17-aar; 0.6118 regning-5-trinn; 0.6845 pedagognorm-oppfylt; 0.7091 overvekt-og-fedme-17-aar; 0.7583 barnehagedekning; 1.000 grunnskolepoeng
  → ▲ better, also when all comparisons are taken together

Change over time
  points used: 2023: 7.75
  → not tested: there are too few points in time

# A score with the source's margin.
$ utsyn explain regning-5-trinn Vinje --benchmark county --lang nn
Nasjonale prøver 5. trinn, rekning (regning-5-trinn)
Vinje 4036 · 2025/26 · regel utsyn
  definert i indicators/barnehage-skule.yaml:67
  Poenga er trykte i heile tal. Uvissa er den Udir oppgir; fila seier ikkje kva nivå ho er rekna på.

Talet og kvar det står
  Utdanningsdirektoratet. Nasjonale prøver 5. trinn, skoleårene fra 2022–23. NLOD 2.0. Henta 2026-02-18
  datasets/udir-nasjonale-prover-5/2025-26_20260218-1045_Nasjonale_proever_5._trinn.csv:250   kode 4036   nemnar 31   tal 47
  47,00 skalapoeng
  95 % uvisse for talet åleine: 42,80–51,20 (den eigne marginen til kjelda)
    = 47 ∓ 4,2
  inga grense for små tal er sett for denne indikatoren
  delt nr. 5 av dei 15 av 17 i Telemark som har tal, talt frå lågast

Mot fylket: Telemark
  Utdanningsdirektoratet. Nasjonale prøver 5. trinn, skoleårene fra 2022–23. NLOD 2.0. Henta 2026-02-18
  datasets/udir-nasjonale-prover-5/2025-26_20260218-1045_Nasjonale_proever_5._trinn.csv:233   kode 40   nemnar 1665   tal 48
  48,00 skalapoeng
  95 % uvisse for talet åleine: 47,50–48,50 (den eigne marginen til kjelda)
    = 48 ∓ 0,5
  resten (utan staden sjølv): 1634 i talet, 48,02 skalapoeng
  grunnlag: talde
  svar som heng saman: designeffekt 1,7, så p = 2·Φ(−z/√1,7), med z frå den p-en uavhengige svar gir
    (1665·48 − 31·47) / (1665 − 31) = 48,018972
  Students t: t = (ȳ − Ȳ) / (s·√(d·(1/n + 1/m))), n/d − 1 fridomsgrader, s = 4,2·√n/1,959964, m er dei andre; den minst sikre av dei verdiane dei trykte poenga kan stå for, gir p = 1,000
  intervallet som avgjer: 39,97–54,03, halde mot 48,02
  p 1,0000; q 1,0000 etter Benjamini–Hochberg over 24 samanlikningar for staden
    = 1,000·24/24, av p for dei alle: < 0,000000000001 utenfor-30-61-aar; 0,001687 nedsatt-arbeidsevne-18-66-aar; 0,02722 utenfor-15-29-aar; 0,03929 pedagognorm-oppfylt; 0,04125 psykiske-symptomer-15-24-aar; 0,05024 psykiske-symptomer-0-14-aar; 0,05728 nedsatt-arbeidsevne-menn-18-29-aar; 0,09781 trivsel-paa-skolen-10-trinn; 0,09836 overvekt-og-fedme-17-aar; 0,09979 vedvarende-lavinntekt-0-17-aar; 0,1304 utenfor-15-29-aar-bare-prosent; 0,2970 laveste-nivaa-i-lesing-5-trinn; 0,3166 fornoeyd-med-helsa-8-10-trinn; 0,3710 smertestillende-hver-uke-8-10-trinn; 0,3826 psykiske-plager-8-10-trinn; 0,4021 vaksinert-mot-polio-9-aar; 0,4407 engelsk-5-trinn; 0,6361 hoeyere-utdanning; 0,8092 tiltak-fra-barnevernet-0-17-aar; 0,8680 grunnskolepoeng; 0,9535 barnehagedekning; 1,000 laveste-nivaa-i-lesing-8-trinn; 1,000 lesing-5-trinn; 1,000 regning-5-trinn
  → ○ ikkje sikker skilnad

Utvikling over tid
  punkt brukte: 2022/23: 50,00; 2023/24: 50,00; 2024/25: 48,00; 2025/26: 47,00
  endring per år: −1,100 skalapoeng (95 % −2,628 til 0,428)
  test: rett linje, med vern mot minne, p = 0,0903
    v = a + b·t: b = −1,1000, se = 0,2646, t = b/(se·g) = −3,0975, 2 df
    restvarians 0,3500; minne ρ = 0,4000, så feilen er utvida med g = 1,3423
  ei endring på minst så mykje i året ville me truleg ha sett: 1,978 skalapoeng
    = δ·se, δ = 7,4746: P(|t(2; δ)| > g·t(0,975; 2)) = 0,8
  → ingen klar trend
  endring per år samanlikna med fylket: −0,901 (95 % −3,054 til 1,252; p = 0,2135, q = 0,9666): kan ikkje skiljast frå det
  endring per år samanlikna med landet: −0,700 (95 % −1,700 til 0,300; p = 0,09487, q = 0,8538): kan ikkje skiljast frå det

# A trend with its test.
$ utsyn explain psykiske-symptomer-0-14-aar Telemark --benchmark country --lang nn
Barn 0–14 år med psykiske symptom og lidingar i primærhelsetenesta (psykiske-symptomer-0-14-aar)
Telemark 40 · 2024 · regel utsyn
  definert i indicators/helse.yaml:117
  Talet seier kven som søkjer hjelp.

Talet og kvar det står
  Folkehelseinstituttet. Psykiske symptomer og lidelser i primærhelsetjenesten, per 1000, standardisert, tabell 370. NLOD/CC BY. Henta 2026-11-22
  datasets/fhi-psykiske-symptom/psykiske-symptom.csv:32   kode 40   tal 73.4472535027778
  73,45 per 1000
  inga grense for små tal er sett for denne indikatoren

Mot landet: Landet
  Folkehelseinstituttet. Psykiske symptomer og lidelser i primærhelsetjenesten, per 1000, standardisert, tabell 370. NLOD/CC BY. Henta 2026-11-22
  datasets/fhi-psykiske-symptom/psykiske-symptom.csv:16   kode 0   tal 82.6329103477682
  82,63 per 1000
  grunnlag: tilnærma
  svar som heng saman: designeffekt 1,2, så p = 2·Φ(−z/√1,2), med z frå den p-en uavhengige svar gir
  moglege tal for staden: 1812 til 2215 av 24 676 til 30 150 (Talet på barn 0–5 år + Talet på barn 6–15 år (90 prosent av dei); det kan vere 3 prosent fleire eller færre) personar
  moglege tal for landet: 73 049 til 77 568 av 884 022 til 938 705 (Talet på barn 0–5 år + Talet på barn 6–15 år (90 prosent av dei); det kan vere 3 prosent fleire eller færre) personar
  p for dei som seier minst: 0,000002271; for dei som seier mest: 0,0000001534
  betinga mid-p, binomisk for kvart mogleg tal, i heile personar; svaret må vere det same for dei alle
  intervallet som avgjer: 69,77–77,30, halde mot 82,92
  p < 0,0001; q < 0,0001 etter Benjamini–Hochberg over 27 samanlikningar for staden
    = 0,000002271·27/10, av p for dei alle: 0 hoeyere-utdanning; < 0,000000000001 bor-trangt; < 0,000000000001 utenfor-30-61-aar; < 0,000000000001 utenfor-15-29-aar; < 0,000000000001 bor-trangt-innvandrere; < 0,000000000001 pedagognorm-oppfylt; 0,00000002261 grunnskolepoeng; 0,00000002636 tiltak-fra-barnevernet-0-17-aar; 0,00000003510 utenfor-15-29-aar-bare-prosent; 0,000002271 psykiske-symptomer-0-14-aar; 0,0002312 vedvarende-lavinntekt-0-17-aar; 0,0005607 psykiske-symptomer-15-24-aar; 0,001705 laveste-nivaa-i-lesing-5-trinn; 0,005223 nedsatt-arbeidsevne-menn-18-29-aar; 0,01883 barnehagedekning; 0,06030 mobbing-7-trinn; 0,07925 trivsel-paa-skolen-10-trinn; 0,1512 psykiske-plager-8-10-trinn; 0,1923 overvekt-og-fedme-17-aar; 0,2010 laveste-nivaa-i-lesing-8-trinn; 0,7905 fornoeyd-med-helsa-8-10-trinn; 0,8754 smertestillende-hver-uke-8-10-trinn; 0,9702 nedsatt-arbeidsevne-kvinner-18-29-aar; 1,000 engelsk-5-trinn; 1,000 lesing-5-trinn; 1,000 nedsatt-arbeidsevne-18-66-aar; 1,000 regning-5-trinn
  → ▲ betre, òg når alle samanlikningane blir sett under eitt

Utvikling over tid
  punkt brukte: 2017: 55,63; 2018: 55,13; 2019: 59,78; 2020: 62,18; 2021: 66,92; 2022: 64,25; 2023: 71,10; 2024: 73,45
  endring per år: 2,655 per 1000 (95 % 1,826 til 3,484), ved det midlare nivået i serien
  test: loglineær linje, med vern mot minne, p = 0,0002
    log(x/n) = a + b·t: b = 0,0418, se = 0,0045, t = b/(se·g) = 7,8365, 6 df
    overspreiing 1,4238; minne ρ = 0,2000, så feilen er utvida med g = 1,1983
    x er det trykte talet av dei færraste personane det kan gjelde, i heile personar
  beste trinn: frå 2021, p = 0,0720; styrke mot linja −18,9 (eit skifte: p < 0,02 og minst 6)
  ei endring på minst så mykje i året ville me truleg ha sett: 1,103 per 1000
    = δ·se, δ = 3,9005: P(|t(6; δ)| > g·t(0,975; 6)) = 0,8
  → har auka, mindre enn i landet (kan vere tilfeldig)
  endring per år samanlikna med landet: −1,229 (95 % −1,989 til −0,469; p = 0,007474, q = 0,05232): mindre enn der

# Hidden, and given away by the source that hides it: that is said, not the figure.
$ utsyn explain nedsatt-arbeidsevne-menn-18-29-aar Tokke --lang nn
Menn 18–29 år med nedsett arbeidsevne (nedsatt-arbeidsevne-menn-18-29-aar)
Tokke 4034 · oktober 2025 · regel utsyn
  definert i indicators/utanfor.yaml:84
  Null i fila kan vere eit skjult tal. Der NAV har skjult talet på personar, er òg prosenten utelaten.

Talet og kvar det står
  NAV. Personer med nedsatt arbeidsevne, oktober 2025. CC BY 4.0. Publisert 2025-11. Henta 2026-11-22
  datasets/nav-nedsett-arbeidsevne/nedsett-arbeidsevne.csv:158   kode 4034
  talet er skjerma av omsyn til personvernet
  blir skjerma: hendingar 0–3; og så mange tal til at ingen kan reknast ut
  kjelda skjermar talet, men trykkjer ein sum og dei andre tala i han: den som har filene til kjelda, kan rekne det ut

Mot fylket: Telemark
  NAV. Personer med nedsatt arbeidsevne, oktober 2025. CC BY 4.0. Publisert 2025-11. Henta 2026-11-22
  datasets/nav-nedsett-arbeidsevne/nedsett-arbeidsevne.csv:53   kode 40   teljar 801   tal 6.5
  6,50 prosent
  → – ikkje testa: talet er skjerma av omsyn til personvernet

Mot landet: Landet
  NAV. Personer med nedsatt arbeidsevne, oktober 2025. CC BY 4.0. Publisert 2025-11. Henta 2026-11-22
  datasets/nav-nedsett-arbeidsevne/nedsett-arbeidsevne.csv:3   kode 0   teljar 25 055   tal 5.81256423283664
  5,81 prosent
  → – ikkje testa: talet er skjerma av omsyn til personvernet

Utvikling over tid
  punkt utelatne: oktober 2025 (ein del av året)
  → ikkje testa: det er for få måletidspunkt

$ utsyn explain nedsatt-arbeidsevne-menn-18-29-aar Tokke --benchmark county --json --lang nn
{
  "indicator": {
    "key": "nedsatt-arbeidsevne-menn-18-29-aar",
    "name": "Menn 18–29 år med nedsett arbeidsevne",
    "unit": "prosent",
    "file": "indicators/utanfor.yaml",
    "line": 84
  },
  "place": {
    "code": "4034",
    "name": "Tokke"
  },
  "period": "October 2025",
  "figure": {
    "value": null,
    "numerator": null,
    "denominator": null,
    "margin": null,
    "missing": ":",
    "source": {
      "dataset": "nav-nedsett-arbeidsevne",
      "source": "NAV",
      "title": "Personer med nedsatt arbeidsevne, oktober 2025",
      "licence": "CC BY 4.0",
      "table": null,
      "published": "2025-11",
      "retrieved": "2026-11-22"
    },
    "lines": [
      {
        "file": "datasets/nav-nedsett-arbeidsevne/nedsett-arbeidsevne.csv",
        "line": 158,
        "code": "4034",
        "numerator": null,
        "denominator": null,
        "value": null,
        "weight": 1
      }
    ]
  },
  "hiding": {
    "hidden": true,
    "disclosed_by_source": true,
    "count": 3,
    "complement": null,
    "denominator": null
  },
  "comparisons": [
    {
      "benchmark": "county",
      "rule": "utsyn",
      "place": "40",
      "figure": {
        "value": 6.5,
        "numerator": 801,
        "denominator": null,
        "margin": null,
        "missing": null,
        "source": {
          "dataset": "nav-nedsett-arbeidsevne",
          "source": "NAV",
          "title": "Personer med nedsatt arbeidsevne, oktober 2025",
          "licence": "CC BY 4.0",
          "table": null,
          "published": "2025-11",
          "retrieved": "2026-11-22"
        },
        "lines": [
          {
            "file": "datasets/nav-nedsett-arbeidsevne/nedsett-arbeidsevne.csv",
            "line": 53,
            "code": "40",
            "numerator": 801,
            "denominator": null,
            "value": 6.5,
            "weight": 1
          }
        ],
        "remark": null
      },
      "basis": "none",
      "difference": null,
      "p": null,
      "q": null,
      "level": "not-tested",
      "reason": "confidential",
      "robust": null,
      "small": false
    }
  ],
  "breakdowns": [],
  "trend": {
    "points": [],
    "left_out": [
      {
        "period": "October 2025",
        "reason": "partial"
      }
    ],
    "slope_per_year": null,
    "slope_interval": {
      "lower": null,
      "upper": null
    },
    "method": null,
    "basis": null,
    "slope": null,
    "slope_se": null,
    "dispersion": null,
    "lag1": null,
    "memory": null,
    "guard": null,
    "df": null,
    "line_p": null,
    "step_p": null,
    "evidence": null,
    "p": null,
    "q": null,
    "robust": false,
    "detectable_per_year": null,
    "class": "not-tested",
    "reason": "too-few-points",
    "jump": null,
    "against": [
      {
        "benchmark": "county",
        "reason": "too-few-points",
        "points": 0,
        "difference_per_year": null,
        "interval": {
          "lower": null,
          "upper": null
        },
        "change": null,
        "against_rest": false,
        "area_trend": "not-tested",
        "p": null,
        "q": null
      },
      {
        "benchmark": "country",
        "reason": "too-few-points",
        "points": 0,
        "difference_per_year": null,
        "interval": {
          "lower": null,
          "upper": null
        },
        "change": null,
        "against_rest": false,
        "area_trend": "not-tested",
        "p": null,
        "q": null
      }
    ]
  }
}

$ utsyn explain utenfor-15-29-aar Fyresdal --benchmark land --lang nn
? 2
utsyn: ukjent samanlikningsgrunnlag «land» (lovlege: county, country, kostra-group, peers, own, best, target)

$ utsyn explain utenfor-15-29-aar Våler --lang nb
? 2
utsyn: «Våler» er navnet på flere steder: 3114 Våler (Østfold), 3419 Våler (Innlandet)

$ utsyn explain utenfor-15-29-aar Fyresdall
? 2
utsyn: ukjent sted «Fyresdall» (mente du «Fyresdal»?)

$ utsyn explain nonsense Fyresdal
? 2
utsyn: ukjent indikator «nonsense»; se utsyn list indicators

$ utsyn explain utanfor-15-2 Fyresdal
? 2
utsyn: ukjent indikator «utanfor-15-2» (mente du «utenfor-15-29-aar»?)

# A target is taken as known: the formula is the binomial's.
$ utsyn explain utenfor-15-29-aar Fyresdal --benchmark target:10 --lang nn
Unge 15–29 år utanfor arbeid og utdanning (utenfor-15-29-aar)
Fyresdal 4032 · 2023 · regel utsyn
  definert i indicators/utanfor.yaml:9
  Året står ikkje i fila; ho vart laga i 2023 og er ført på 2023. Talet på busette tyder på at tala gjeld slutten av 2022.

Talet og kvar det står
  Statistisk sentralbyrå. Personer utenfor arbeid, utdanning og arbeidsmarkedstiltak, tabell 13556. CC BY 4.0. Publisert 2023. Henta 2026-11-22
  datasets/ssb-utanfor-arbeid-og-utdanning/utanfor.csv:166   kode 3823   teljar 9   nemnar 185
  9 / 185 × 100 = 4,86 prosent
  95 % uvisse for talet åleine: 2,58–8,99 (Wilson)
    = (2·9 + 3,841459 ∓ 1,959964·√(3,841459 + 4·9·(1 − 9/185))) / (2·(185 + 3,841459)), × 100
  blir skjerma: hendingar 0–3; og så mange tal til at ingen kan reknast ut
  nr. 1 av 17 i Telemark, talt frå lågast

Mot målet
  grunnlag: talde
  mid-p mot eit tal som blir rekna som kjent: X binomisk: n = 185, p₀ = 0,1
    p = 2·min(P(X < 9) + ½·P(X = 9), P(X > 9) + ½·P(X = 9)) = 0,01252
  intervallet som avgjer: 2,40–8,74, halde mot 10,00
  p 0,0125; q 0,0125 etter Benjamini–Hochberg over 1 samanlikning for staden
    = 0,01252·1/1, av p for dei alle: 0,01252 utenfor-15-29-aar
  → ▲ betre, òg når alle samanlikningane blir sett under eitt

Utvikling over tid
  punkt brukte: 2023: 4,86
  → ikkje testa: det er for få måletidspunkt

# By sex.
$ utsyn explain nedsatt-arbeidsevne-18-66-aar Vinje --lang en
Reduced work capacity, 18–66 (nedsatt-arbeidsevne-18-66-aar)
Vinje 4036 · October 2025 · rule utsyn
  defined in indicators/utanfor.yaml:100

The figure and where it stands
  NAV. Personer med nedsatt arbeidsevne, oktober 2025. CC BY 4.0. Published 2025-11. Retrieved 2026-11-22
  datasets/nav-nedsett-arbeidsevne/nedsett-arbeidsevne.csv:164   code 4036   numerator 118   figure 5.2
  5.20 per cent
  suppressed: events 0–3; and as many more figures as it takes that none can be worked out
  no. 3 of 17 in Telemark, counted from the lowest

Against the county: Telemark
  NAV. Personer med nedsatt arbeidsevne, oktober 2025. CC BY 4.0. Published 2025-11. Retrieved 2026-11-22
  datasets/nav-nedsett-arbeidsevne/nedsett-arbeidsevne.csv:54   code 40   numerator 7479   figure 6.9
  6.90 per cent
  basis: derived
  possible counts of the place: 118 among 2248 to 2291 persons
  possible counts of the county: 7479 among 107,612 to 109,182 persons
  p of those that say least: 0.001687; of those that say most: 0.0003726
  conditional mid-p, hypergeometric of every possible count, whole persons; the answer must be the same for them all
  the interval that decides: 4.26–6.29, compared with 6.94
  p 0.0017; q 0.0202 after Benjamini–Hochberg over 24 comparisons of the place
    = 0.001687·24/2, from the p of them all: < 0.000000000001 utenfor-30-61-aar; 0.001687 nedsatt-arbeidsevne-18-66-aar; 0.02722 utenfor-15-29-aar; 0.03929 pedagognorm-oppfylt; 0.04125 psykiske-symptomer-15-24-aar; 0.05024 psykiske-symptomer-0-14-aar; 0.05728 nedsatt-arbeidsevne-menn-18-29-aar; 0.09781 trivsel-paa-skolen-10-trinn; 0.09836 overvekt-og-fedme-17-aar; 0.09979 vedvarende-lavinntekt-0-17-aar; 0.1304 utenfor-15-29-aar-bare-prosent; 0.2970 laveste-nivaa-i-lesing-5-trinn; 0.3166 fornoeyd-med-helsa-8-10-trinn; 0.3710 smertestillende-hver-uke-8-10-trinn; 0.3826 psykiske-plager-8-10-trinn; 0.4021 vaksinert-mot-polio-9-aar; 0.4407 engelsk-5-trinn; 0.6361 hoeyere-utdanning; 0.8092 tiltak-fra-barnevernet-0-17-aar; 0.8680 grunnskolepoeng; 0.9535 barnehagedekning; 1.000 laveste-nivaa-i-lesing-8-trinn; 1.000 lesing-5-trinn; 1.000 regning-5-trinn
  → ▲ better, also when all comparisons are taken together

Against the country: Landet
  NAV. Personer med nedsatt arbeidsevne, oktober 2025. CC BY 4.0. Published 2025-11. Retrieved 2026-11-22
  datasets/nav-nedsett-arbeidsevne/nedsett-arbeidsevne.csv:4   code 0   numerator 244,716   figure 6.86852504209398
  6.87 per cent
  basis: derived
  possible counts of the place: 118 among 2248 to 2291 persons
  possible counts of the country: 244,716 among 3,537,113 to 3,588,987 persons
  p of those that say least: 0.002258; of those that say most: 0.0005247
  conditional mid-p, hypergeometric of every possible count, whole persons; the answer must be the same for them all
  the interval that decides: 4.27–6.28, compared with 6.87
  p 0.0023; q 0.0173 after Benjamini–Hochberg over 23 comparisons of the place
    = 0.002258·23/3, from the p of them all: < 0.000000000001 hoeyere-utdanning; 0.000001258 utenfor-30-61-aar; 0.002258 nedsatt-arbeidsevne-18-66-aar; 0.009194 psykiske-symptomer-0-14-aar; 0.01354 psykiske-symptomer-15-24-aar; 0.05273 trivsel-paa-skolen-10-trinn; 0.1282 laveste-nivaa-i-lesing-5-trinn; 0.1424 nedsatt-arbeidsevne-menn-18-29-aar; 0.1477 overvekt-og-fedme-17-aar; 0.2314 psykiske-plager-8-10-trinn; 0.2409 tiltak-fra-barnevernet-0-17-aar; 0.2863 grunnskolepoeng; 0.2905 utenfor-15-29-aar; 0.3324 fornoeyd-med-helsa-8-10-trinn; 0.3527 smertestillende-hver-uke-8-10-trinn; 0.4105 pedagognorm-oppfylt; 0.4450 engelsk-5-trinn; 0.5290 utenfor-15-29-aar-bare-prosent; 0.5709 vedvarende-lavinntekt-0-17-aar; 0.6371 barnehagedekning; 0.6391 lesing-5-trinn; 0.7278 regning-5-trinn; 0.8729 laveste-nivaa-i-lesing-8-trinn
  → ▲ better, also when all comparisons are taken together

By sex, October 2025
  Reduced work capacity, women 18–66: 6.20 per cent
    the county 7.60: ○ no certain difference (p 0.0932)
    the country 7.82: ? undecided (p 0.0531)
  Reduced work capacity, men 18–66: 4.20 per cent
    the county 6.20: △ better (p 0.0046)
    the country 5.95: △ better (p 0.0134)
  the groups against each other: conditional mid-p, p = 0.04117
  → the groups differ
  each p by itself: the groups are not among the comparisons taken together

Change over time
  points left out: October 2025 (a part of the year)
  → not tested: there are too few points in time

# As it was then.
$ utsyn explain tiltak-fra-barnevernet-0-17-aar Seljord --benchmark country --period 2020 --lang en
Children 0–17 with child-welfare measures (tiltak-fra-barnevernet-0-17-aar)
Seljord 4022 · 2020 · rule utsyn
  defined in indicators/barnevern.yaml:9

The figure and where it stands
  Folkehelseinstituttet. Barn 0–17 år med tiltak fra barnevernet 2015–2024, table 337. NLOD/CC BY. Retrieved 2026-11-22
  datasets/fhi-barnevernstiltak/tiltak.csv:117   code 4022   figure 5.1
  5.10 per cent
  no limit for small numbers is set for this indicator
  no. 9 of 17 in Telemark, counted from the lowest

Against the country: Landet
  Folkehelseinstituttet. Barn 0–17 år med tiltak fra barnevernet 2015–2024, table 337. NLOD/CC BY. Retrieved 2026-11-22
  datasets/fhi-barnevernstiltak/tiltak.csv:7   code 0   figure 4.2
  4.20 per cent
  basis: approximate
  answers that go together: design effect 1.6, so p = 2·Φ(−z/√1.6), with z of the p that independent answers give
  possible counts of the place: 28 to 31 among 566 to 590 (Number of children 0–17; they may be 2 per cent more or fewer) persons
  possible counts of the country: 45,493 to 48,492 among 1,096,236 to 1,140,982 (Number of children 0–17; they may be 2 per cent more or fewer) persons
  p of those that say least: 0.5124; of those that say most: 0.2975
  conditional mid-p, hypergeometric of every possible count, whole persons; the answer must be the same for them all
  the interval that decides: 2.98–7.98, compared with 4.20
  p 0.5124; q 0.9156 after Benjamini–Hochberg over 12 comparisons of the place
    = 0.5341·12/7, from the p of them all: 0.0001006 bor-trangt; 0.002695 psykiske-symptomer-0-14-aar; 0.003937 overvekt-og-fedme-17-aar; 0.01807 psykiske-symptomer-15-24-aar; 0.07969 mobbing-7-trinn; 0.5124 tiltak-fra-barnevernet-0-17-aar; 0.5341 smertestillende-hver-uke-8-10-trinn; 0.6775 fornoeyd-med-helsa-8-10-trinn; 0.7065 grunnskolepoeng; 0.9490 barnehagedekning; 0.9874 trivsel-paa-skolen-10-trinn; 1.000 psykiske-plager-8-10-trinn
  → ○ no certain difference

Change over time
  points used: 2015: 5.20; 2016: 6.10; 2017: 5.20; 2018: 7.40; 2019: 6.30; 2020: 5.10
  change a year: 0.079 percentage points (95 % −0.892 to 1.049), at the mean level of the series
  test: logistic line, guarded against memory, p = 0.8330
    logit(x/n) = a + b·t: b = 0.0142, se = 0.0532, t = b/(se·g) = 0.2250, 4 df
    dispersion 1.6000; memory ρ = 0.2000, so the error is widened by g = 1.1865
    x is the printed figure of the fewest persons it may be of, in whole persons
  best step: from 2018, p = 1.0000; evidence against the line 0.6 (a jump: p < 0.02 and at least 6)
  a change of at least this a year would probably have been seen: 1.282 percentage points
    = δ·se, δ = 4.3522: P(|t(4; δ)| > g·t(0.975; 4)) = 0.8
  → no clear trend
  change per year beside the county: 0.299 (95 % −0.675 to 1.273; p = 0.4416, q = 0.9720): cannot be told from it
  change per year beside the country: 0.114 (95 % −0.864 to 1.091; p = 0.7632, q = 0.8756): cannot be told from it

$ utsyn explain tiltak-fra-barnevernet-0-17-aar Seljord --period 1999 --lang en
? 2
utsyn: tiltak-fra-barnevernet-0-17-aar has no figures in that period; there are: 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024

$ utsyn explain tiltak-fra-barnevernet-0-17-aar Seljord --period "last year" --lang en
? 2
utsyn: 'last year' is no period; write it as 2023, 2022/23 or 2021-2023

# What one dataset hides, another prints: no number of it is left, in the lines it rests on either.
$ mkdir -p $T/p/datasets && cp -r tests/cli/again/indicators $T/p && cp -r datasets/inndeling tests/cli/again/datasets/prove $T/p/datasets && cp -r tests/cli/again/datasets/prove $T/p/datasets/skjult && sed -i 's/^id: prove/id: skjult/; /indicator: mobbing/d' $T/p/datasets/skjult/dataset.yaml && printf 'kode;aar;tall;antall;alle\n3421;2022;trivsel;:;200\n' > $T/p/datasets/skjult/tall.csv && utsyn explain --project $T/p trivsel Trysil --period 2022 --lang en --quiet | grep -m1 -A2 "^  datasets/"
  datasets/prove/tall.csv:6   code 3421
  the figure is suppressed to protect privacy
  no limit for small numbers is set for this indicator
