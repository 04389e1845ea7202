/* How it is found out whether a suppressed number could be another one. */
#ifndef UT_ASSESS_DOUBT_H
#define UT_ASSESS_DOUBT_H

#include "links.h"

/* Whether a few steps one after the other find it out; FALSE is no answer. */
gboolean ut_doubt_repair (UtLinks *links, guint cell, guint n_values, const double *upper);

/* The answer of an integer program: what it does not find in a hundred nodes counts as no doubt, which suppresses more
 * rather than less. */
gboolean ut_doubt_program (const UtLinks *links, guint cell, guint n_values, const double *upper);

/* Whether the solver may be used on several threads: GLPK can be built without. */
gboolean ut_doubt_may_be_parallel (void);

/* Frees what the solver keeps for this thread. */
void ut_doubt_done (void);

#endif
