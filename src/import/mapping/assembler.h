/* What is known while a mapping's facts are put together: for assemble.c and losers.c. */
#ifndef UT_IMPORT_MAPPING_ASSEMBLER_H
#define UT_IMPORT_MAPPING_ASSEMBLER_H

#include "import/mapping/assemble.h"
#include "import/mapping/dispute.h"
#include "import/mapping/observe.h"

/* Sentinel: no rank. */
#define UT_NO_RANK G_MAXUINT32

struct UtAssembler {
  const UtAssembly *shared;
  const UtCalendar *calendar;
  UtRecipe recipe;
  UtFindings *findings;
  UtTableBuilder *part;
  gsize n_rows;
  GArray *pieces;    /* UtFacts */
  GPtrArray *blocks; /* UtFactBlock */
  /* The codes and periods that occur, in the order of the table */
  guint32 *code_ranks;   /* [n_codes] */
  const char **texts;    /* [n_codes] of those that occur */
  UtRegionId *regions;   /* [n_codes] a direct figure's; UT_REGION_NONE after the others */
  GArray *codes;         /* guint32 by rank */
  guint32 *period_ranks; /* [n_periods] */
  UtPeriod *all_periods; /* [n_periods] as the mapping's own periods tell */
  guint n_periods;
  GArray *periods; /* guint16 in order */
  guint n_ranks;   /* of different periods */
  /* [codes × periods × terms] 1 + number of the fact, 0: none */
  guint32 *slots;
  GArray *losers;       /* guint32, numbers of facts that have no slot of their own */
  UtDisputes *disputes; /* by slot */
  gboolean *touched;    /* [regions] something older is restated to it; NULL when nothing is */
};

static inline const UtFact *
ut_assembler_fact (const UtAssembler *a, guint32 number) {
  const UtFactBlock *block = g_ptr_array_index (a->blocks, number / UT_FACTS_IN_BLOCK);
  return &block->facts[number % UT_FACTS_IN_BLOCK];
}

static inline guint16
ut_assembler_file (const UtAssembler *a, guint32 number) {
  const UtFactBlock *block = g_ptr_array_index (a->blocks, number / UT_FACTS_IN_BLOCK);
  return block->file;
}

static inline const UtPlace *
ut_assembler_place (const UtAssembler *a, const UtFact *fact) {
  return a->shared->all_places[fact->place];
}

static inline gsize
ut_assembler_code (const UtAssembler *a, const UtFact *fact) {
  return a->code_ranks[ut_assembler_place (a, fact)->code_number];
}

static inline gsize
ut_assembler_slot (const UtAssembler *a, gsize code, const UtFact *fact) {
  return (code * a->n_ranks + a->period_ranks[fact->period]) * a->recipe.n_all_terms + fact->term;
}

/* Of rows with one key the one that stands gets the slot; which of the others differ is noted in the disputes. */
void ut_losers_find (UtAssembler *assembler);
/* A finding for each loser, their lines added to `lost` (UtLostLine); where none stands the winner has no figure. */
void ut_losers_report (UtAssembler *assembler, GArray *lost);

#endif
