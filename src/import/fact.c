#include "import/fact.h"

void
ut_facts_clear (UtFacts *facts) {
  for (UtFactBlock *block = facts->first, *next; block != NULL; block = next) {
    next = block->next;
    g_free (block);
  }
  *facts = (UtFacts){ 0 };
}
