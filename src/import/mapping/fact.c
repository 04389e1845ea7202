#include "import/mapping/fact.h"

#include <math.h>

#include "import/mapping/marks.h"

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

void
ut_fact_to_percent (UtFact *fact) {
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  if (isnan (fact->value) || ut_marks_are_open (fact))
    return;
  g_ascii_formatd (digits, sizeof digits, "%.12g", fact->value * 100);
  fact->value = g_ascii_strtod (digits, NULL);
  fact->decimals = (gint8) (fact->decimals - 2);
}
