/* Figures as they were read, one for each cell, before they are put together: what 10 million of them cost is decided
 * here. */
#ifndef UT_IMPORT_MAPPING_FACT_H
#define UT_IMPORT_MAPPING_FACT_H

#include <glib.h>

#include "base/slab.h"

typedef struct {
  double value; /* NaN unless status is OK */
  guint32 line;
  guint32 place;   /* UtPlace's number */
  guint16 period;  /* of the dataset's calendar */
  guint16 term;    /* of the mapping's sums */
  guint16 quality; /* UtQuality */
  guint8 status;   /* UtStatus */
  gint8 decimals;  /* as printed; may be negative after a share was made per cent */
} UtFact;

G_STATIC_ASSERT (sizeof (UtFact) == 24);

#define UT_FACTS_IN_BLOCK 1360

/* The facts of one file and mapping that fill a block of memory. */
typedef struct UtFactBlock {
  struct UtFactBlock *next;
  guint16 file;
  guint16 n;
  UtFact facts[UT_FACTS_IN_BLOCK];
} UtFactBlock;

G_STATIC_ASSERT (sizeof (UtFactBlock) <= UT_SLAB_BLOCK_BYTES);

/* All facts of a mapping that one collector met, in the order it met them. */
typedef struct {
  UtShelf *shelf; /* the collector's */
  UtFactBlock *first, *last;
} UtFacts;

/* Where the next fact goes: filled in there, it need not be copied. It is none before ut_facts_keep(). */
static inline UtFact *
ut_facts_next (UtFacts *facts, guint16 file) {
  UtFactBlock *block = facts->last;
  if (G_UNLIKELY (block == NULL || block->n == UT_FACTS_IN_BLOCK || block->file != file)) {
    UtFactBlock *fresh = ut_shelf_take (facts->shelf);
    fresh->next = NULL;
    fresh->file = file;
    fresh->n = 0;
    if (block == NULL)
      facts->first = fresh;
    else
      block->next = fresh;
    facts->last = block = fresh;
  }
  return &block->facts[block->n];
}

static inline void
ut_facts_keep (UtFacts *facts) {
  facts->last->n++;
}

/* A share 0..1 as per cent, without the dust of binary fractions: 0.0725 is 7.25. One that only the column can read
 * stays as it is. */
void ut_fact_to_percent (UtFact *fact);

gsize ut_facts_count (const UtFacts *facts);
void ut_facts_clear (UtFacts *facts);

#endif
