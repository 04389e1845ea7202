/* The figures of the project's own datasets that have published counts, each judged twice: by its counts, and by its
 * printed figure alone, of about so many persons as another source would lend. */
#ifndef BENCH_TWICE_H
#define BENCH_TWICE_H

#include <utsyn/assess.h>

/* Where the true number of persons lies in what the stand-in allows. */
typedef enum {
  STAND_IN_MOST,       /* the true number is the fewest that it allows */
  STAND_IN_EXACT,      /* the stand-in is the true number */
  STAND_IN_FEWEST,     /* the true number is the most that it allows */
  STAND_IN_POPULATION, /* the head count that the catalogue names, wherever the truth then lies */
  N_STAND_INS
} StandIn;

/* One comparison. */
typedef struct {
  const UtIndicator *indicator;
  UtRegionId place;
  UtPeriod period;
  UtBenchmark benchmark;
  StandIn stand_in;
  double resolution; /* of the printed figure, in the unit */
  UtLevel by_counts, by_figure;
} Twice;

/* Every figure of a municipality against one of the two areas that hold it, wherever its counts were tested. `table` is
 * prepared, and of the catalogue. */
GArray *twice_judge (const UtTable *table, const UtCatalogue *catalogue, const UtRegions *regions,
                     UtBenchmark benchmark);
/* One says better (higher), the other worse (lower). */
gboolean twice_is_opposite (const Twice *twice);
/* Similar, better or worse. */
gboolean twice_is_decided (UtLevel level);
/* Both are decided, and not alike. */
gboolean twice_is_other (const Twice *twice);

#endif
