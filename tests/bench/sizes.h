/* Real population sizes, so that what is measured is as small and as uneven as the country is. */
#ifndef BENCH_SIZES_H
#define BENCH_SIZES_H

#include <utsyn/region.h>

/* Groups of persons that figures are about. */
typedef enum { ONE_GRADE, THREE_GRADES, AGE_16_19, AGE_0_17, EVERYONE, N_BASES } Base;

/* How many there are of each. */
typedef struct {
  UtRegions *regions;
  GArray *places;             /* UtRegionId: the municipalities */
  double (*persons)[N_BASES]; /* [places], whole numbers, at least 1 */
} Sizes;

/* From the datasets of the project. */
Sizes *sizes_load (const char *root);
void sizes_free (Sizes *sizes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sizes, sizes_free)

#endif
