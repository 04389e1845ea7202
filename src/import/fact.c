#include "import/fact.h"

void
ut_facts_clear (UtFacts *facts) {
  for (UtFactBlock *block = facts->first, *next; block != NULL; block = next) {
    next = block->next;
    ut_slabs_give (facts->shelf->slabs, block);
  }
  facts->first = facts->last = NULL;
}
