/* What is fuzzed: each reading of something that comes from outside. */
#ifndef UT_FUZZ_TARGETS_H
#define UT_FUZZ_TARGETS_H

#include <glib.h>

typedef struct {
  char *name;
  char *seeds; /* folder of seeds, relative to the project */
} FuzzTarget;

/* FuzzTarget: a grammar each, the definitions, and every importer of the table. */
GArray *fuzz_targets (void);

/* Runs a target on some bytes; aborts when a promise is broken. FALSE when there is no such target. */
gboolean fuzz_run (const char *name, const guint8 *bytes, gsize n_bytes);

#endif
