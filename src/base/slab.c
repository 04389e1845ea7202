#include "base/slab.h"

#include <pthread.h>
#include <sys/mman.h>

#define SLAB_BYTES ((gsize) 2 * 1024 * 1024)
#define N_BLOCKS   (SLAB_BYTES / UT_SLAB_BLOCK_BYTES - 1)

/* A free block holds where the next one is. */
typedef struct Free {
  struct Free *next;
} Free;

/* At the beginning of a large page, in the room of one block. */
typedef struct UtSlab {
  struct UtSlab *previous, *next; /* among those with a free block and on no shelf */
  Free *free;
  guint n_untouched; /* blocks never used, at the end */
  guint n_used;
  gboolean on_shelf;
} Slab;

struct UtSlabs {
  pthread_mutex_t lock;
  Slab *first;
};

UtSlabs *
ut_slabs_new (void) {
  UtSlabs *slabs = g_new0 (UtSlabs, 1);
  pthread_mutex_init (&slabs->lock, NULL);
  return slabs;
}

void
ut_slabs_free (UtSlabs *slabs) {
  if (slabs == NULL)
    return;
  for (Slab *slab = slabs->first, *next; slab != NULL; slab = next) {
    next = slab->next;
    munmap (slab, SLAB_BYTES);
  }
  pthread_mutex_destroy (&slabs->lock);
  g_free (slabs);
}

/* A large page is aligned to its size, so more is requested and the ends are given back. */
static Slab *
map_slab (void) {
  guint8 *room = mmap (NULL, 2 * SLAB_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (room == MAP_FAILED)
    g_error ("out of memory: %zu bytes", SLAB_BYTES);
  gsize before = (SLAB_BYTES - (gsize) room % SLAB_BYTES) % SLAB_BYTES;
  if (before > 0)
    munmap (room, before);
  munmap (room + before + SLAB_BYTES, SLAB_BYTES - before);
  /* Only a wish: with small pages it works as well. */
  madvise (room + before, SLAB_BYTES, MADV_HUGEPAGE);
  Slab *slab = (Slab *) (gpointer) (room + before);
  slab->n_untouched = N_BLOCKS;
  return slab;
}

static void
link_slab (UtSlabs *slabs, Slab *slab) {
  slab->previous = NULL;
  slab->next = slabs->first;
  if (slabs->first != NULL)
    slabs->first->previous = slab;
  slabs->first = slab;
}

static void
unlink_slab (UtSlabs *slabs, Slab *slab) {
  if (slab->previous != NULL)
    slab->previous->next = slab->next;
  else
    slabs->first = slab->next;
  if (slab->next != NULL)
    slab->next->previous = slab->previous;
}

static gboolean
is_full (const Slab *slab) {
  return slab->free == NULL && slab->n_untouched == 0;
}

static gpointer
take_block (Slab *slab) {
  gpointer block = slab->free;
  if (block != NULL)
    slab->free = slab->free->next;
  else
    block = (guint8 *) slab + (N_BLOCKS - --slab->n_untouched) * UT_SLAB_BLOCK_BYTES;
  slab->n_used++;
  return block;
}

/* A slab that is nobody's is linked when it has room, and goes back to the system when nothing in it is used. */
static void
settle (UtSlabs *slabs, Slab *slab, gboolean linked) {
  if (!linked && !is_full (slab))
    link_slab (slabs, slab);
  if (slab->n_used == 0) {
    unlink_slab (slabs, slab);
    munmap (slab, SLAB_BYTES);
  }
}

void
ut_slabs_give (UtSlabs *slabs, gpointer block) {
  Slab *slab = (Slab *) (gpointer) ((guint8 *) block - (gsize) block % SLAB_BYTES);
  Free *freed = block;
  pthread_mutex_lock (&slabs->lock);
  gboolean linked = !is_full (slab);
  freed->next = slab->free;
  slab->free = freed;
  slab->n_used--;
  if (!slab->on_shelf)
    settle (slabs, slab, linked);
  pthread_mutex_unlock (&slabs->lock);
}

/* The page is made without the lock: to clear it takes the system a while. */
static Slab *
get_slab (UtSlabs *slabs) {
  pthread_mutex_lock (&slabs->lock);
  Slab *slab = slabs->first;
  if (slab != NULL) {
    unlink_slab (slabs, slab);
    slab->on_shelf = TRUE;
  }
  pthread_mutex_unlock (&slabs->lock);
  if (slab != NULL)
    return slab;
  slab = map_slab ();
  slab->on_shelf = TRUE;
  return slab;
}

gpointer
ut_shelf_take (UtShelf *shelf) {
  if (shelf->slab == NULL)
    shelf->slab = get_slab (shelf->slabs);
  pthread_mutex_lock (&shelf->slabs->lock);
  gpointer block = take_block (shelf->slab);
  if (is_full (shelf->slab)) {
    shelf->slab->on_shelf = FALSE;
    shelf->slab = NULL;
  }
  pthread_mutex_unlock (&shelf->slabs->lock);
  return block;
}

void
ut_shelf_clear (UtShelf *shelf) {
  if (shelf->slab == NULL)
    return;
  pthread_mutex_lock (&shelf->slabs->lock);
  shelf->slab->on_shelf = FALSE;
  settle (shelf->slabs, shelf->slab, FALSE);
  pthread_mutex_unlock (&shelf->slabs->lock);
  shelf->slab = NULL;
}
