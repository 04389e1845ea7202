/* Blocks of one size by the thousand, cut from large pages: what is given back is used again first, and a page without
 * a block in use goes back to the system at once. Safe for several threads. */
#ifndef UT_BASE_SLAB_H
#define UT_BASE_SLAB_H

#include <glib.h>

#define UT_SLAB_BLOCK_BYTES (32 * 1024)

typedef struct UtSlabs UtSlabs;

UtSlabs *ut_slabs_new (void);
/* Every block must have been given back. */
void ut_slabs_free (UtSlabs *slabs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtSlabs, ut_slabs_free)

/* A page one thread fills alone, so that what it takes in a row lies, and is done with, together. Blocks are given back
 * to the slabs. */
typedef struct {
  UtSlabs *slabs; /* not owned */
  struct UtSlab *slab;
} UtShelf;

/* UT_SLAB_BLOCK_BYTES, not cleared. */
gpointer ut_shelf_take (UtShelf *shelf);
/* Returns its free blocks to the slabs. */
void ut_shelf_clear (UtShelf *shelf);
void ut_slabs_give (UtSlabs *slabs, gpointer block);

#endif
