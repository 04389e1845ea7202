/* A project with one large file of SSB's, of which every row becomes an observation. */
#ifndef BENCH_LARGE_FILE_H
#define BENCH_LARGE_FILE_H

#include <utsyn/region.h>

typedef struct {
  char *root; /* project folder, without places */
  char *csv;
  gsize n_rows;
} LargeFile;

/* About n rows: every place of today × 26 years × as many sexes, ages and variables as it takes, with an indicator for
 * each of these: p0, p1 … in the theme "prove". */
LargeFile large_file_make (const UtRegions *regions, gsize n_rows);
void large_file_remove (LargeFile *sample);

#endif
