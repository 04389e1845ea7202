/* What a person types when they mean a place. */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include <utsyn/error.h>
#include <utsyn/region.h>

/* Names people use for the country. */
static const char *const country_names[] = { "landet", "hele landet", "heile landet", "norge", "noreg", NULL };

/* "Vinje kommune" is Vinje. */
static char *
bare_name (const char *text) {
  g_autofree char *trimmed = ut_text_trim (text);
  const char *suffix = " kommune";
  if (g_str_has_suffix (trimmed, suffix))
    trimmed[strlen (trimmed) - strlen (suffix)] = '\0';
  return g_steal_pointer (&trimmed);
}

/* "Våler (Østfold)" also answers to "Våler", "Fauske - Fuossko" to either half. */
static gboolean
is_named (const UtRegion *region, const char *name) {
  if (ut_text_equal_folded (region->name, name))
    return TRUE;
  g_autofree char *base = g_strdup (region->name);
  char *qualifier = strstr (base, " (");
  if (qualifier != NULL)
    *qualifier = '\0';
  g_auto (GStrv) halves = g_strsplit (base, " - ", -1);
  for (char **half = halves; *half != NULL; half++) {
    if (ut_text_equal_folded (*half, name))
      return TRUE;
  }
  return FALSE;
}

static const UtRegion *
find_by_code (const UtRegions *regions, const char *text) {
  const UtRegion *region = ut_regions_find_code (regions, text);
  if (region == NULL && strlen (text) == 3) {
    g_autofree char *padded = g_strconcat ("0", text, NULL);
    region = ut_regions_find_code (regions, padded);
  }
  return region;
}

/* Municipalities before counties: Oslo is both, and the same people. */
static GPtrArray *
find_by_name (const UtRegions *regions, const char *name) {
  static const UtRegionKind order[] = { UT_REGION_OWN, UT_REGION_MUNICIPALITY, UT_REGION_COUNTY };
  GPtrArray *found = g_ptr_array_new ();
  for (guint k = 0; k < G_N_ELEMENTS (order) && found->len == 0; k++) {
    for (guint i = 0; i < ut_regions_count (regions); i++) {
      const UtRegion *region = ut_regions_get (regions, (UtRegionId) i);
      if (region->kind == order[k] && region->valid_to == G_MAXINT && is_named (region, name))
        g_ptr_array_add (found, (gpointer) region);
    }
  }
  return found;
}

static void
complain_ambiguous (const GPtrArray *found, const char *text, GError **error) {
  g_autoptr (GString) candidates = g_string_new (NULL);
  for (guint i = 0; i < found->len; i++) {
    const UtRegion *region = g_ptr_array_index (found, i);
    g_string_append_printf (candidates, "%s%s %s", i == 0 ? "" : ", ", region->code, region->name);
  }
  g_set_error (error, UT_ERROR, UT_ERROR_USAGE, _ ("«%1$s» is the name of several places: %2$s"), text,
               candidates->str);
}

static void
complain_unknown (const UtRegions *regions, const char *text, GError **error) {
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint i = 0; i < ut_regions_count (regions); i++) {
    const UtRegion *region = ut_regions_get (regions, (UtRegionId) i);
    if (region->valid_to == G_MAXINT)
      g_ptr_array_add (names, region->name);
  }
  g_ptr_array_add (names, NULL);
  const char *nearest = ut_text_nearest (text, (const char *const *) names->pdata);
  if (nearest != NULL)
    g_set_error (error, UT_ERROR, UT_ERROR_USAGE, _ ("unknown place «%1$s» (did you mean «%2$s»?)"), text, nearest);
  else
    g_set_error (error, UT_ERROR, UT_ERROR_USAGE, _ ("unknown place «%s»; see utsyn list regions"), text);
}

const UtRegion *
ut_regions_find (const UtRegions *regions, const char *text, GError **error) {
  g_autofree char *name = bare_name (text);
  const UtRegion *by_code = find_by_code (regions, name);
  if (by_code != NULL)
    return by_code;
  for (const char *const *country = country_names; *country != NULL; country++) {
    if (ut_text_equal_folded (*country, name))
      return ut_regions_get (regions, ut_regions_country (regions));
  }
  g_autoptr (GPtrArray) found = find_by_name (regions, name);
  if (found->len == 1)
    return g_ptr_array_index (found, 0);
  if (found->len > 1)
    complain_ambiguous (found, text, error);
  else
    complain_unknown (regions, text, error);
  return NULL;
}
