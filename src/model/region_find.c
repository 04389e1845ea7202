/* What a person types when they mean a place. */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/region_names.h"
#include <utsyn/error.h>
#include <utsyn/region.h>

/* Names people use for the country. */
static const char *const country_names[] = { "landet", "hele landet", "heile landet", "norge", "noreg", NULL };

/* Most names a complaint proposes. */
#define MOST_NAMES 3

/* "Vinje kommune" is Vinje, "Telemark fylke" Telemark, in whatever case. */
static char *
bare_name (const char *text) {
  static const char *const endings[] = { " kommune", " fylkeskommune", " fylke" };
  char *name = ut_text_trim (text);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++) {
    gsize length = strlen (name), n = strlen (endings[i]);
    if (length > n && g_ascii_strcasecmp (name + length - n, endings[i]) == 0)
      name[length - n] = '\0';
  }
  return name;
}

/* Every spelling of all a place answers to: "Våler (Østfold)" also to "Våler" and "Valer". */
static GPtrArray *
spellings_of (const UtRegion *region) {
  g_auto (GStrv) names = ut_region_names (region);
  GPtrArray *spellings = g_ptr_array_new_with_free_func (g_free);
  for (char **name = names; *name != NULL; name++)
    ut_add_spellings (spellings, *name);
  return spellings;
}

static gboolean
has_name (const UtRegion *region, const char *name) {
  g_autoptr (GPtrArray) spellings = spellings_of (region);
  g_autofree char *folded = ut_fold_place (name);
  return ut_names_make_up (spellings, folded);
}

/* Also with its county behind it: "Os (Innlandet)". */
static gboolean
is_named (const UtRegions *regions, const UtRegion *region, const char *name) {
  if (has_name (region, name))
    return TRUE;
  const char *open = strrchr (name, '(');
  if (open == NULL || !g_str_has_suffix (open, ")") || region->county == UT_REGION_NONE)
    return FALSE;
  g_autofree char *bare = g_strndup (name, (gsize) (open - name)), *county = g_strndup (open + 1, strlen (open) - 2);
  return has_name (region, bare) && has_name (ut_regions_get (regions, region->county), county);
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
      if (region->kind == order[k] && region->valid_to == G_MAXINT && is_named (regions, region, name))
        g_ptr_array_add (found, (gpointer) region);
    }
  }
  return found;
}

/* "3114 Våler (Østfold), 3419 Våler (Innlandet)" */
static void
append_place (GString *list, const UtRegion *region) {
  g_string_append_printf (list, "%s%s %s", list->len > 0 ? ", " : "", region->code, region->name);
}

static void
complain_ambiguous (const GPtrArray *found, const char *text, GError **error) {
  g_autoptr (GString) candidates = g_string_new (NULL);
  for (guint i = 0; i < found->len; i++)
    append_place (candidates, g_ptr_array_index (found, i));
  ut_error_set (error, UT_ERROR_USAGE, _ ("'%1$s' is the name of several places: %2$s"), text, candidates->str);
}

/* A code out of force is understood in files, but a person is shown what it is today. */
static void
complain_former (const UtRegions *regions, const UtRegion *former, GError **error) {
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (UtRestatement));
  g_autoptr (GString) today = g_string_new (NULL);
  UtRestateKind kind;
  ut_regions_restate (regions, former->code, former->valid_to - 1, &kind, targets);
  for (guint i = 0; i < targets->len; i++)
    append_place (today, ut_regions_get (regions, g_array_index (targets, UtRestatement, i).region));
  ut_error_set (error, UT_ERROR_USAGE, _ ("%1$s %2$s has not been in force since %3$d; today: %4$s"), former->code,
                former->name, former->valid_to, today->str);
}

/* Steps from the folded text to the nearest of a place's names; two steps turn any two letters into any other two, so
 * a name no longer than the steps is no likeness. */
static guint
name_distance (const UtRegion *region, const char *folded) {
  g_autoptr (GPtrArray) spellings = spellings_of (region);
  guint least = G_MAXUINT;
  for (guint i = 0; i < spellings->len; i++) {
    const char *candidate = g_ptr_array_index (spellings, i);
    guint distance = ut_text_distance (folded, candidate);
    if ((glong) distance < g_utf8_strlen (candidate, -1))
      least = MIN (least, distance);
  }
  return least;
}

/* The names of today that are nearest, at most two steps away; empty when none is. */
static GString *
near_names (const UtRegions *regions, const char *text) {
  g_autofree char *folded = ut_fold_place (text);
  GString *near = g_string_new (NULL);
  guint least = 2, n = 0;
  for (guint i = 0; i < ut_regions_count (regions); i++) {
    const UtRegion *region = ut_regions_get (regions, (UtRegionId) i);
    guint distance = region->valid_to == G_MAXINT ? name_distance (region, folded) : G_MAXUINT;
    if (distance > least || (distance == least && n == MOST_NAMES))
      continue;
    if (distance < least) {
      g_string_truncate (near, 0);
      n = 0;
    }
    least = distance;
    ut_text_add_quoted (near, n++ > 0 ? ", " : "", region->name);
  }
  return near;
}

/* "4003 Skien" is 4003, "4003 Bamble" is neither. FALSE when the text does not begin with a code. */
static gboolean
find_code_and_name (const UtRegions *regions, const char *text, const UtRegion **found, GError **error) {
  const char *space = strchr (text, ' ');
  g_autofree char *code = space != NULL ? g_strndup (text, (gsize) (space - text)) : NULL;
  const UtRegion *region = code != NULL ? find_by_code (regions, code) : NULL;
  if (region == NULL)
    return FALSE;
  *found = is_named (regions, region, space + 1) ? region : NULL;
  if (*found == NULL)
    ut_error_set (error, UT_ERROR_USAGE, _ ("'%1$s' is two places: %2$s is %3$s"), text, code, region->name);
  return TRUE;
}

static void
complain_unknown (const UtRegions *regions, const char *text, const char *name, GError **error) {
  g_autoptr (GString) near = near_names (regions, name);
  if (near->len > 0)
    ut_error_set (error, UT_ERROR_USAGE, _ ("unknown place '%1$s' (did you mean %2$s?)"), text, near->str);
  else
    ut_error_set (error, UT_ERROR_USAGE, _ ("unknown place '%s'; see utsyn list regions"), text);
}

/* Whether its figures stand under another code today. */
static gboolean
is_carried (const UtRegions *regions, const UtRegion *region) {
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (UtRestatement));
  UtRestateKind kind;
  return region->valid_to != G_MAXINT
         && ut_regions_restate (regions, region->code, region->valid_to - 1, &kind, targets) && kind != UT_RESTATE_SAME;
}

/* A name nobody has today is that of a former place, reported as its code is: Sauherad is Midt-Telemark. Several places
 * may have had it. */
static gboolean
complain_former_name (const UtRegions *regions, const char *name, GError **error) {
  GError *former = NULL;
  for (guint i = 0; i < ut_regions_count (regions); i++) {
    const UtRegion *region = ut_regions_get (regions, (UtRegionId) i);
    GError *one = NULL;
    if (!is_carried (regions, region) || !is_named (regions, region, name))
      continue;
    complain_former (regions, region, &one);
    ut_error_join (&former, one);
  }
  if (former == NULL)
    return FALSE;
  g_propagate_error (error, former);
  return TRUE;
}

const UtRegion *
ut_regions_find (const UtRegions *regions, const char *text, GError **error) {
  g_autofree char *name = bare_name (text);
  const UtRegion *by_code = find_by_code (regions, name);
  if (by_code == NULL && find_code_and_name (regions, name, &by_code, error) && by_code == NULL)
    return NULL;
  if (by_code != NULL && is_carried (regions, by_code)) {
    complain_former (regions, by_code, error);
    return NULL;
  }
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
  else if (!complain_former_name (regions, name, error))
    complain_unknown (regions, text, name, error);
  return NULL;
}
