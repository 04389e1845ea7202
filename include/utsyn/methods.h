/**
 * @file methods.h
 * The table of statistical methods.
 */
#ifndef UTSYN_METHODS_H
#define UTSYN_METHODS_H

#include <glib.h>
#include <utsyn/macros.h>

UT_BEGIN_DECLS

/** One method: a function, and the cases that vouch for it. */
typedef struct {
  const char *name;      /**< what it is, English: "proportion, Wilson" */
  const char *function;  /**< "ut_interval_wilson"; its header comment has the formula, the source and the outcomes */
  const char *reference; /**< file of numbers computed elsewhere, in tests/reference, without .csv */
} UtMethod;

/**
 * Every public method of the statistics, grouped as the headers.
 *
 * @param[out] n  how many
 * @return static; never NULL
 */
const UtMethod *ut_method_table (gsize *n);

UT_END_DECLS

#endif
