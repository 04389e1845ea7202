#include "import/fact.h"

gsize
ut_facts_count (const UtFacts *facts) {
  gsize n = 0;
  for (const UtFactBlock *block = facts->first; block != NULL; block = block->next)
    n += block->n;
  return n;
}

void
ut_facts_clear (UtFacts *facts) {
  for (UtFactBlock *block = facts->first, *next; block != NULL; block = next) {
    next = block->next;
    ut_slabs_give (facts->shelf->slabs, block);
  }
  facts->first = facts->last = NULL;
}
