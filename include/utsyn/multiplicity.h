/**
 * @file multiplicity.h
 * Many tests at once.
 */
#ifndef UTSYN_MULTIPLICITY_H
#define UTSYN_MULTIPLICITY_H

#include <glib.h>
#include <utsyn/macros.h>

UT_BEGIN_DECLS

/**
 * Benjamini–Hochberg adjusted p: min over j ≥ i of p₍ⱼ₎·m/j, at most 1; 1995, JRSS B 57:289.
 *
 * @param p       [n] 0..1; NaN is no test: it stays NaN and does not count among the m
 * @param n       may be 0
 * @param[out] q  [n] in the order of p; may be the same array
 *
 * Reference cases: tests/reference/adjust.csv
 */
void ut_adjust_benjamini_hochberg (const double *p, gsize n, double *q);

/**
 * Holm's step-down adjusted p: max over j ≤ i of p₍ⱼ₎·(m − j + 1), at most 1; 1979, Scand J Stat 6:65. Parameters as
 * ut_adjust_benjamini_hochberg().
 *
 * Reference cases: tests/reference/adjust.csv
 */
void ut_adjust_holm (const double *p, gsize n, double *q);

/**
 * Hochberg's step-up adjusted p: min over j ≥ i of p₍ⱼ₎·(m − j + 1), at most 1; 1988, Biometrika 75:800. Parameters as
 * ut_adjust_benjamini_hochberg().
 *
 * Reference cases: tests/reference/adjust.csv
 */
void ut_adjust_hochberg (const double *p, gsize n, double *q);

/**
 * Bonferroni's adjusted p: p·m, at most 1; Dunn 1961, JASA 56:52. Parameters as ut_adjust_benjamini_hochberg().
 *
 * Reference cases: tests/reference/adjust.csv
 */
void ut_adjust_bonferroni (const double *p, gsize n, double *q);

/**
 * Benjamini–Yekutieli adjusted p, for tests that depend on each other in any way: Benjamini–Hochberg's times Σ 1/i, at
 * most 1; 2001, Ann Stat 29:1165. Parameters as ut_adjust_benjamini_hochberg().
 *
 * Reference cases: tests/reference/adjust.csv
 */
void ut_adjust_benjamini_yekutieli (const double *p, gsize n, double *q);

UT_END_DECLS

#endif
