/* Reference files and the functions they vouch for; each file of checks lists its own, and reference.c runs them. */
#ifndef UT_TEST_REFERENCE_H
#define UT_TEST_REFERENCE_H

#include "csv.h"

#include <utsyn/outcome.h>

typedef struct {
  const char *functions; /* what it vouches for, separated by spaces; NULL ends a list */
  const char *file;      /* in tests/reference */
  const char *data;      /* the series, or NULL */
  void (*check) (const CsvRow *row, const Csv *data);
  double tolerance;
  double absolute;    /* an error this small is one of the reference's own rounding */
  const char *folder; /* NULL: tests/reference; otherwise below the folder beside the project, which may be absent */
} Reference;

/* Published test data that are not kept in the project. */
#define PHE "../shared/oracles"

extern const Reference reference_interval[], reference_compare[], reference_trend[], reference_describe[],
    reference_standardise[], reference_effect[], reference_inequality[], reference_units[], reference_possible[];

void expect_within (const CsvRow *row, const char *what, double got, double expected, double tolerance);
void expect (const CsvRow *row, const char *what, double got, double expected);
void expect_column (const CsvRow *row, const char *heading, double got);
/* Where the reference has no number, the function must have had none. */
void expect_interval (const CsvRow *row, const char *lower, const char *upper, UtInterval got);
/* As expect_column(), but a cell without a number is passed over. */
void expect_known (const CsvRow *row, const char *heading, double got);
void expect_ok (UtOutcome outcome);

#endif
