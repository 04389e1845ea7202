/* The changes of municipalities since 2017, and what became of a code. */
#ifndef UT_MODEL_REFORM_H
#define UT_MODEL_REFORM_H

#include <glib.h>
#include <utsyn/region.h>

/* The oldest structure told apart; earlier years count as this one. */
#define UT_OLDEST_STRUCTURE 2016

/* One row of kommune-endringer.csv: from 1 January `year`, old_code is (a part of) new_code. */
typedef struct {
  char *old_code, *old_name, *new_code;
  int year;
  UtRestateKind kind;
  double weight; /* share of the old unit's counts */
  gboolean estimated;
  guint line; /* in the file, for complaints */
} UtChange;

typedef struct UtReforms UtReforms;

/* Reads dir/kommune-endringer.csv; what an old code gave to each new one must add up to the whole. */
UtReforms *ut_reforms_load (const char *dir, GError **error);
void ut_reforms_free (UtReforms *reforms);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtReforms, ut_reforms_free)

/* The file they were read from. */
const char *ut_reforms_path (const UtReforms *reforms);

/* All changes in the order of the file: UtChange. */
const GPtrArray *ut_reforms_changes (const UtReforms *reforms);

/* A code of today that an old code's counts go to. */
typedef struct {
  const char *code;
  double weight;
  gboolean estimated;
} UtHeir;

/* Follows a code of the structure of `year` to today; fills `heirs` (UtHeir) and says how it got there. */
UtRestateKind ut_reforms_follow (const UtReforms *reforms, const char *code, int year, GArray *heirs);

/* As ut_regions_ancestors. */
gboolean ut_reforms_trace (const UtReforms *reforms, const char *code, int year, GPtrArray *codes);

#endif
