# A population share is described, not tested.
$ utsyn explain barn-0-17 Vinje --lang nn
Barn 0–17 år av alle innbyggjarar (barn-0-17)
Vinje 4036 · 2026 · regel utsyn
  definert i indicators/demografi.yaml:18

Talet og kvar det står
  Statistisk sentralbyrå. Befolkning 1. januar 2005–2026, omregnet til 2024-inndeling, tabell 07459, 10826. CC BY 4.0. Henta 2026-11-22
  datasets/ssb-befolkning/befolkning.csv:4663   kode 4036   teljar 729   nemnar 3829
  729 / 3829 × 100 = 19,04 prosent
  nummer 6 av 17 kommunar i fylket

Mot fylket: Telemark
  32 926 / 177 923 × 100 = 18,51 prosent
  summert for området
  lagt saman av 17 linjer i datasets/ssb-befolkning/befolkning.csv; ikkje publisert for området
  → – ikkje testa: full teljing eller beløp

Mot landet: Landet
  1 101 380 / 5 627 400 × 100 = 19,57 prosent
  summert for området
  lagt saman av 357 linjer i datasets/ssb-befolkning/befolkning.csv; ikkje publisert for området
  → – ikkje testa: full teljing eller beløp

Utvikling over tid
  punkt brukte: 2005: 23,68; 2006: 23,34; 2007: 22,64; 2008: 22,48; 2009: 22,17; 2010: 21,75; 2011: 21,47; 2012: 21,00; 2013: 20,67; 2014: 20,17; 2015: 20,22; 2016: 20,10; 2017: 19,94; 2018: 19,74; 2019: 19,72; 2020: 19,07; 2021: 19,22; 2022: 18,96; 2023: 19,21; 2024: 19,45; 2025: 19,17; 2026: 19,04
  endring per år: −0,223 prosent (Theil–Sen)
  → ikkje testa: full teljing eller beløp

# 2 of 3 kindergartens.
$ utsyn explain pedagognorm Tokke --lang nn
Barnehagar som oppfyller pedagognorma (pedagognorm)
Tokke 4034 · 2021 · regel utsyn
  definert i indicators/barnehage-skule.yaml:25
  Nemnaren er barnehagane som oppfyller norma, ikkje oppfyller henne eller har dispensasjon; opne barnehagar og familiebarnehagar er ikkje med.

Talet og kvar det står
  Utdanningsdirektoratet. Pedagognormen i barnehager 2021 (Basil). NLOD 2.0. Publisert 2022. Henta 2026-11-22
  datasets/udir-pedagognorm/pedagognorm.csv:25   kode 3824   teljar 2   nemnar 3
  2 / 3 × 100 = 66,67 prosent
  95 % uvisse for talet åleine: 20,77–93,85 (Wilson)
  rekna om til kommunane i dag
  nummer 14 av 17 kommunar i fylket

Mot fylket: Telemark
  138 / 151 × 100 = 91,39 prosent
  95 % uvisse for talet åleine: 85,83–94,90 (Wilson)
  summert for området
  lagt saman av 17 linjer i datasets/udir-pedagognorm/pedagognorm.csv; ikkje publisert for området
  resten (utan staden sjølv): 136 / 148 = 91,89 prosent
  forholdstal 0,18 (95 % mid-p-intervall 0,01–5,62)
  intervallet som avgjer: 12,76–98,46, halde mot 91,89
  p 0,2578; q 0,3222 etter Benjamini–Hochberg over 5 samanlikningar for staden
  → ○ ikkje sikker skilnad

Mot landet: Landet
  3557 / 5020 × 100 = 70,86 prosent
  95 % uvisse for talet åleine: 69,58–72,10 (Wilson)
  Utdanningsdirektoratet. Pedagognormen i barnehager 2021 (Basil). NLOD 2.0. Publisert 2022. Henta 2026-11-22
  datasets/udir-pedagognorm/pedagognorm.csv:2   kode 0   teljar 3557   nemnar 5020
  resten (utan staden sjølv): 3555 / 5017 = 70,86 prosent
  forholdstal 0,82 (95 % mid-p-intervall 0,06–24,28)
  intervallet som avgjer: 13,20–98,33, halde mot 70,86
  p 0,8496; q 0,8496 etter Benjamini–Hochberg over 5 samanlikningar for staden
  → ○ ikkje sikker skilnad

Utvikling over tid
  punkt brukte: 2021: 66,67
  → ikkje testa: det er for få måletidspunkt

# 9 of 185; the rest of Telemark 3 289 of 29 643.
$ utsyn explain utanfor-15-29 Fyresdal --lang nn
Unge 15–29 år utanfor arbeid og utdanning (utanfor-15-29)
Fyresdal 4032 · 2023 · regel utsyn
  definert i indicators/utanfor.yaml:8
  Året står ikkje i fila; ho vart laga i 2023 og er ført på 2023. Talet på busette tyder på at tala gjeld slutten av 2022.

Talet og kvar det står
  Statistisk sentralbyrå. Personer utenfor arbeid, utdanning og arbeidsmarkedstiltak, tabell 13556. CC BY 4.0. Publisert 2023. Henta 2026-11-22
  datasets/ssb-utanfor-arbeid-og-utdanning/utanfor.csv:166   kode 3823   teljar 9   nemnar 185
  9 / 185 × 100 = 4,86 prosent
  95 % uvisse for talet åleine: 2,58–8,99 (Wilson)
  rekna om til kommunane i dag
  nummer 1 av 17 kommunar i fylket

Mot fylket: Telemark
  3298 / 29 828 × 100 = 11,06 prosent
  95 % uvisse for talet åleine: 10,71–11,42 (Wilson)
  summert for området
  lagt saman av 17 linjer i datasets/ssb-utanfor-arbeid-og-utdanning/utanfor.csv; ikkje publisert for området
  resten (utan staden sjølv): 3289 / 29 643 = 11,10 prosent
  forholdstal 0,41 (95 % mid-p-intervall 0,20–0,77)
  intervallet som avgjer: 2,40–8,75, halde mot 11,10
  p 0,0034; q 0,0086 etter Benjamini–Hochberg over 5 samanlikningar for staden
  → ▲ betre, òg når alle samanlikningane blir sett under eitt

Mot landet: Landet
  99 160 / 1 026 843 × 100 = 9,66 prosent
  95 % uvisse for talet åleine: 9,60–9,71 (Wilson)
  summert for området
  lagt saman av 11 linjer i datasets/ssb-utanfor-arbeid-og-utdanning/utanfor.csv; ikkje publisert for området
  resten (utan staden sjølv): 99 151 / 1 026 658 = 9,66 prosent
  forholdstal 0,48 (95 % mid-p-intervall 0,23–0,90)
  intervallet som avgjer: 2,40–8,74, halde mot 9,66
  p 0,0185; q 0,0556 etter Benjamini–Hochberg over 6 samanlikningar for staden
  → △ betre, men det kan vere tilfeldig når så mange samanlikningar blir gjorde

Utvikling over tid
  punkt brukte: 2023: 4,86
  → ikkje testa: det er for få måletidspunkt

$ utsyn explain utanfor-15-29 Våler --lang nb
? 2
utsyn: «Våler» er navnet på flere steder: 3114 Våler (Østfold), 3419 Våler (Innlandet)

$ utsyn explain utanfor-15-29 Fyresdall
? 2
utsyn: ukjent sted «Fyresdall» (mente du «Fyresdal»?)

$ utsyn explain nonsense Fyresdal
? 2
utsyn: ukjent indikator «nonsense»; se utsyn list indicators
