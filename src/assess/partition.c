#include "prepare.h"

#include <string.h>

/* The first and the last year for which the county structure is looked up: the facts begin in 2017 and the last reform
 * was in 2024. */
enum { FIRST_STRUCTURE = 2017, LAST_STRUCTURE = 2024 };

static void
partition_free (gpointer data) {
  UtPartition *partition = data;
  g_array_unref (partition->members);
  g_free (partition);
}

/* Takes a reference to `members`. */
static void
add (GPtrArray *partitions, UtRegionId region, GArray *members, gboolean may_sum) {
  if (members == NULL || members->len == 0)
    return;
  UtPartition *partition = g_new0 (UtPartition, 1);
  partition->region = region;
  partition->members = g_array_ref (members);
  partition->may_sum = may_sum;
  g_ptr_array_add (partitions, partition);
}

/* The municipalities of today that lay in a county no longer in force. */
static GArray *
former_members (const UtRegions *regions, const UtRegion *county) {
  GArray *members = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  const GArray *all = ut_regions_get (regions, ut_regions_country (regions))->members;
  for (guint i = 0; all != NULL && i < all->len; i++) {
    UtRegionId id = g_array_index (all, UtRegionId, i);
    if (ut_regions_county_in (regions, id, county->valid_to - 1) == county->id)
      g_array_append_val (members, id);
  }
  return members;
}

static void
add_counties (GPtrArray *partitions, const UtRegions *regions) {
  for (guint i = 0; i < ut_regions_count (regions); i++) {
    const UtRegion *region = ut_regions_get (regions, (UtRegionId) i);
    if (region->kind != UT_REGION_COUNTY)
      continue;
    if (region->valid_to == G_MAXINT) {
      add (partitions, region->id, region->members, TRUE);
    } else {
      g_autoptr (GArray) members = former_members (regions, region);
      add (partitions, region->id, members, FALSE);
    }
  }
}

static gboolean
same_members (const GArray *a, const GArray *b) {
  return b != NULL && a->len == b->len && memcmp (a->data, b->data, a->len * sizeof (UtRegionId)) == 0;
}

/* A file of an older structure has figures for the counties of then, also for a later year; any complete structure is
 * the whole country. */
static void
add_country (GPtrArray *partitions, const UtRegions *regions) {
  UtRegionId country = ut_regions_country (regions);
  add (partitions, country, ut_regions_get (regions, country)->members, TRUE);
  g_autoptr (GArray) newer = NULL;
  for (int year = LAST_STRUCTURE; year >= FIRST_STRUCTURE; year--) {
    GArray *counties = ut_regions_counties (regions, year);
    if (!same_members (counties, newer))
      add (partitions, country, counties, TRUE);
    g_clear_pointer (&newer, g_array_unref);
    newer = counties;
  }
}

static gboolean
has_region (const GPtrArray *partitions, UtRegionId region) {
  for (guint i = 0; i < partitions->len; i++)
    if (((const UtPartition *) g_ptr_array_index (partitions, i))->region == region)
      return TRUE;
  return FALSE;
}

static void
add_own (GPtrArray *partitions, const UtRegions *regions, const GArray *own) {
  for (guint i = 0; own != NULL && i < own->len; i++) {
    const UtRegion *region = ut_regions_get (regions, g_array_index (own, UtRegionId, i));
    if (region->kind == UT_REGION_OWN && !has_region (partitions, region->id))
      add (partitions, region->id, region->members, TRUE);
  }
}

GPtrArray *
ut_partitions_of_own (const UtRegions *regions, const GArray *own) {
  GPtrArray *partitions = g_ptr_array_new_with_free_func (partition_free);
  add_own (partitions, regions, own);
  return partitions;
}

GPtrArray *
ut_partitions_new (const UtRegions *regions, const GArray *own) {
  GPtrArray *partitions = g_ptr_array_new_with_free_func (partition_free);
  add_counties (partitions, regions);
  add_country (partitions, regions);
  add_own (partitions, regions, own);
  return partitions;
}
