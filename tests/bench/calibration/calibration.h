/* The calibration: what the methods answer where the truth is known. Each chapter simulates or reckons, writes its
 * tables to the page, and says whether its goals are met. The same program gives the same page, on however many
 * processors. */
#ifndef BENCH_CALIBRATION_H
#define BENCH_CALIBRATION_H

#include "../sizes.h"

#include <gsl/gsl_rng.h>

/* The page. */
typedef struct {
  GString *goals, *body;
  guint n_missed;
} Page;

void page_add (Page *page, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* The head of a table: "| a | b |" and the line below it, which sets the first column left and all others right. */
void page_head (Page *page, const char *const *columns, guint n);
/* A goal in per cent, least ≤ value ≤ most. `allowance` is what chance may add or take: two Monte-Carlo errors, or 0
 * for what is reckoned exactly. */
void page_goal (Page *page, const char *what, double value, double least, double most, double allowance);
/* Writes the page to tests/bench/<name>.md, says how the goals fared, and frees it; 1 when one is missed. */
int page_write (Page *page, const char *heading, const char *name);
/* 100·part/whole; NaN of nothing. */
double percent (double part, double whole);
/* Two standard errors of a share that was simulated, in per cent. */
double two_errors (double percent, double n);

/* A stream of its own for each task of each chapter, whichever thread takes it. */
gsl_rng *random_new (guint chapter, guint task);

/* The chapters. */
void calibrate_profiles (Page *page, const Sizes *sizes, guint rounds);
void calibrate_intervals (Page *page);
void calibrate_pairs (Page *page);
void calibrate_simulated (Page *page, guint n_samples);
void calibrate_power (Page *page);
/* The project's own figures: `root` is its folder. */
void calibrate_proof (Page *page, const char *root);
void calibrate_printed (Page *page, const Sizes *sizes, guint n_profiles);
void calibrate_shrinkage (Page *page, const Sizes *sizes, guint n_samples);
void calibrate_trends (Page *page, guint n_series);

#endif
