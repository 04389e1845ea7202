/* libFuzzer's door: UTSYN_FUZZ_TARGET says which target. */
#include <stdlib.h>

#include "targets.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, size_t n_bytes);

int
LLVMFuzzerTestOneInput (const guint8 *bytes, size_t n_bytes) {
  const char *name = getenv ("UTSYN_FUZZ_TARGET");
  if (name == NULL || !fuzz_run (name, bytes, n_bytes))
    g_error ("UTSYN_FUZZ_TARGET names no target");
  return 0;
}
