#include "import/label/names.h"

#include <string.h>

#include "model/region_names.h"

/* All names of a place are fewer words. */
#define MOST_WORDS 20

struct UtNames {
  const UtRegions *regions;
  GHashTable *by_name;    /* folded name → GPtrArray of UtRegion */
  GHashTable *renumbered; /* UtRegion of today → GPtrArray of UtRegion: those that it was, under other numbers */
};

static void
add_name (UtNames *names, const char *name, const UtRegion *region) {
  char *folded = ut_fold_place (name);
  GPtrArray *regions = g_hash_table_lookup (names->by_name, folded);
  if (regions == NULL) {
    regions = g_ptr_array_new ();
    g_hash_table_insert (names->by_name, folded, regions);
  } else {
    g_free (folded);
  }
  if (!g_ptr_array_find (regions, region, NULL))
    g_ptr_array_add (regions, (gpointer) region);
}

static void
add_region (UtNames *names, const UtRegion *region) {
  g_auto (GStrv) all = ut_region_names (region);
  for (char **name = all; *name != NULL; name++)
    add_name (names, *name, region);
}

/* What a code became: today's regions of it. */
static GArray *
heirs_of (const UtNames *names, const UtRegion *region, UtRestateKind *kind) {
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (UtRestatement));
  *kind = UT_RESTATE_SAME;
  ut_regions_restate (names->regions, region->code, region->valid_to - 1, kind, targets);
  return targets;
}

/* The place of today that a former one became with nothing but its number changed; NULL when it is none's. */
static const UtRegion *
find_heir (const UtNames *names, const UtRegion *region) {
  UtRestateKind kind;
  g_autoptr (GArray) heirs = heirs_of (names, region, &kind);
  return kind == UT_RESTATE_RENUMBER && heirs->len == 1
             ? ut_regions_get (names->regions, g_array_index (heirs, UtRestatement, 0).region)
             : NULL;
}

static void
add_former (UtNames *names, const UtRegion *region) {
  const UtRegion *heir = find_heir (names, region);
  GPtrArray *former = heir != NULL ? g_hash_table_lookup (names->renumbered, heir) : NULL;
  if (heir == NULL)
    return;
  if (former == NULL) {
    former = g_ptr_array_new ();
    g_hash_table_insert (names->renumbered, (gpointer) heir, former);
  }
  g_ptr_array_add (former, (gpointer) region);
}

static void
free_list (gpointer list) {
  g_ptr_array_unref (list);
}

UtNames *
ut_names_new (const UtRegions *regions) {
  UtNames *names = g_new0 (UtNames, 1);
  names->regions = regions;
  names->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_list);
  names->renumbered = g_hash_table_new_full (NULL, NULL, NULL, free_list);
  for (guint i = 0; i < ut_regions_count (regions); i++) {
    add_region (names, ut_regions_get (regions, (UtRegionId) i));
    add_former (names, ut_regions_get (regions, (UtRegionId) i));
  }
  return names;
}

void
ut_names_free (UtNames *names) {
  if (names == NULL)
    return;
  g_hash_table_unref (names->by_name);
  g_hash_table_unref (names->renumbered);
  g_free (names);
}

static gboolean
in_force (const UtRegion *region, int year) {
  return region->valid_from <= year && year < region->valid_to;
}

/* "Møre og R.", "M. og R.", "Hedm.": every word is one of the name's, or the beginning of it and a full stop. */
static gboolean
abbreviates (const char *wanted, const char *name) {
  g_auto (GStrv) words = g_strsplit (wanted, " ", -1), whole = g_strsplit (name, " ", -1);
  guint n = g_strv_length (words);
  if (n != g_strv_length (whole))
    return FALSE;
  for (guint i = 0; i < n; i++) {
    gsize length = strlen (words[i]);
    gboolean cut = length > 1 && words[i][length - 1] == '.';
    if (cut ? strncmp (words[i], whole[i], length - 1) != 0 : strcmp (words[i], whole[i]) != 0)
      return FALSE;
  }
  return n > 0;
}

/* A county's name, in either of its languages, or shortened. */
static gboolean
is_county_name (const UtRegion *county, const char *folded) {
  g_auto (GStrv) all = ut_region_names (county);
  for (char **name = all; *name != NULL; name++) {
    g_autofree char *one = ut_fold_place (*name);
    if (abbreviates (folded, one))
      return TRUE;
  }
  return FALSE;
}

/* Whether the parenthesis is the municipality's county: the one its code says, or today's. */
static gboolean
is_in (const UtNames *names, const UtRegion *region, const char *qualifier) {
  char county_code[3] = "";
  if (region->kind != UT_REGION_MUNICIPALITY || region->code == NULL)
    return FALSE;
  g_strlcpy (county_code, region->code, sizeof county_code);
  const UtRegion *counties[]
      = { ut_regions_find_code (names->regions, county_code),
          region->county != UT_REGION_NONE ? ut_regions_get (names->regions, region->county) : NULL };
  g_autofree char *wanted = ut_fold_place (qualifier);
  for (gsize i = 0; i < G_N_ELEMENTS (counties); i++)
    if (counties[i] != NULL && is_county_name (counties[i], wanted))
      return TRUE;
  return FALSE;
}

/* A county that is another candidate's code today: Telemark was 08 and is 40. */
static gboolean
has_heir (const UtNames *names, const GPtrArray *candidates, const UtRegion *region) {
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (UtRestatement));
  UtRestateKind kind;
  if (region->kind != UT_REGION_COUNTY || region->valid_to == G_MAXINT
      || !ut_regions_restate (names->regions, region->code, region->valid_to - 1, &kind, targets)
      || kind == UT_RESTATE_SAME)
    return FALSE;
  const UtRegion *heir = ut_regions_get (names->regions, g_array_index (targets, UtRestatement, 0).region);
  return g_ptr_array_find ((GPtrArray *) candidates, heir, NULL);
}

/* The only candidate that passes; Oslo the municipality before Oslo the county, which is the same people. */
static const UtRegion *
choose (const UtNames *names, const GPtrArray *candidates, const char *qualifier, int year, gboolean *ambiguous) {
  const UtRegion *chosen = NULL;
  guint n_municipalities = 0, n_others = 0;
  for (guint i = 0; i < candidates->len; i++) {
    const UtRegion *region = g_ptr_array_index (candidates, i);
    gboolean in_time = year != 0 ? in_force (region, year) : !has_heir (names, candidates, region);
    if (!in_time || (qualifier != NULL && !is_in (names, region, qualifier)))
      continue;
    gboolean municipality = region->kind == UT_REGION_MUNICIPALITY;
    if (chosen == NULL || (municipality && n_municipalities == 0))
      chosen = region;
    n_municipalities += municipality;
    n_others += !municipality;
  }
  *ambiguous = n_municipalities > 1 || (n_municipalities == 0 && n_others > 1);
  return *ambiguous ? NULL : chosen;
}

static void
add_names (GPtrArray *had, const UtRegion *region) {
  g_auto (GStrv) all = ut_region_names (region);
  for (char **name = all; *name != NULL; name++)
    ut_add_spellings (had, *name);
}

/* Every name of the code, folded; a place that only changed its number keeps its names, and has those of before. */
static GPtrArray *
names_had (const UtNames *names, const UtRegion *region) {
  GPtrArray *had = g_ptr_array_new_with_free_func (g_free);
  const UtRegion *heir = find_heir (names, region);
  const GPtrArray *former = g_hash_table_lookup (names->renumbered, heir != NULL ? heir : region);
  add_names (had, region);
  if (heir != NULL)
    add_names (had, heir);
  for (guint i = 0; former != NULL && i < former->len; i++)
    add_names (had, g_ptr_array_index (former, i));
  return had;
}

static void
add_composed (const UtNames *names, const char *part, const char *whole, GPtrArray *found) {
  const GPtrArray *candidates = g_hash_table_lookup (names->by_name, part);
  for (guint i = 0; candidates != NULL && i < candidates->len; i++) {
    const UtRegion *region = g_ptr_array_index (candidates, i);
    g_autoptr (GPtrArray) had = names_had (names, region);
    if (ut_names_make_up (had, whole) && !g_ptr_array_find (found, region, NULL))
      g_ptr_array_add (found, (gpointer) region);
  }
}

/* Places that have the whole text as names of theirs, one after the other: "troms romsa", "nesseby unjarga". */
static GPtrArray *
find_composed (const UtNames *names, const char *folded) {
  GPtrArray *found = g_ptr_array_new ();
  const char *space = strchr (folded, ' ');
  for (guint n = 0; space != NULL && n < MOST_WORDS; n++, space = strchr (space + 1, ' ')) {
    g_autofree char *first = g_strndup (folded, (gsize) (space - folded));
    add_composed (names, first, folded, found);
    add_composed (names, space + 1, folded, found);
  }
  return found;
}

static const UtRegion *
find_one (const UtNames *names, const char *name, const char *qualifier, int year, gboolean *ambiguous) {
  g_autofree char *folded = ut_fold_place (name);
  const GPtrArray *candidates = g_hash_table_lookup (names->by_name, folded);
  *ambiguous = FALSE;
  const UtRegion *region = candidates != NULL ? choose (names, candidates, qualifier, year, ambiguous) : NULL;
  if (region != NULL || *ambiguous)
    return region;
  g_autoptr (GPtrArray) composed = find_composed (names, folded);
  return choose (names, composed, qualifier, year, ambiguous);
}

/* In force in `year`, or ever when it is 0: the whole name, the name in its county, its names side by side. */
static const UtRegion *
find_in (const UtNames *names, const UtRegionLabel *label, int year, gboolean *ambiguous) {
  const UtRegion *region = NULL;
  if (label->qualifier != NULL) {
    g_autofree char *whole = g_strdup_printf ("%s (%s)", label->name, label->qualifier);
    region = find_one (names, whole, NULL, year, ambiguous);
  }
  return region != NULL ? region : find_one (names, label->name, label->qualifier, year, ambiguous);
}

static gboolean
names_a_county (const UtNames *names, const char *qualifier) {
  g_autofree char *folded = ut_fold_place (qualifier);
  for (guint i = 0; i < ut_regions_count (names->regions); i++) {
    const UtRegion *region = ut_regions_get (names->regions, (UtRegionId) i);
    if (region->kind == UT_REGION_COUNTY && is_county_name (region, folded))
      return TRUE;
  }
  return FALSE;
}

/* "Nes, Akershus" as "Nes (Akershus)"; FALSE when no county stands behind a comma. */
static gboolean
split_county (const UtNames *names, const UtRegionLabel *label, UtRegionLabel *split) {
  const char *comma = label->qualifier == NULL ? strrchr (label->name, ',') : NULL;
  if (comma == NULL || comma == label->name || !names_a_county (names, comma + 1))
    return FALSE;
  *split = *label;
  split->name = g_strndup (label->name, (gsize) (comma - label->name));
  split->qualifier = g_strstrip (g_strdup (comma + 1));
  return TRUE;
}

const UtRegion *
ut_names_find (const UtNames *names, const UtRegionLabel *label, int year, gboolean *ambiguous) {
  const UtRegion *region = find_in (names, label, year, ambiguous);
  if (region == NULL && !*ambiguous)
    region = find_in (names, label, 0, ambiguous);
  UtRegionLabel split;
  if (region == NULL && !*ambiguous && split_county (names, label, &split)) {
    region = ut_names_find (names, &split, year, ambiguous);
    ut_region_label_clear (&split);
  }
  return region;
}

/* Code and name */

static gboolean
share_heirs (const UtNames *names, const UtRegion *a, const UtRegion *b) {
  UtRestateKind kind;
  g_autoptr (GArray) of_a = heirs_of (names, a, &kind), of_b = heirs_of (names, b, &kind);
  for (guint i = 0; i < of_a->len; i++)
    for (guint k = 0; k < of_b->len; k++)
      if (g_array_index (of_a, UtRestatement, i).region == g_array_index (of_b, UtRestatement, k).region)
        return TRUE;
  return FALSE;
}

/* "3018 Våler (Østfold)" is 3114 of today, which is in Østfold; "3419 Våler (Østfold)" is another Våler. */
static gboolean
fits_qualifier (const UtNames *names, const UtRegion *region, const char *qualifier, const GPtrArray *had) {
  if (qualifier == NULL || region->kind != UT_REGION_MUNICIPALITY || !names_a_county (names, qualifier))
    return TRUE;
  for (guint i = 0; i < had->len; i++) {
    const GPtrArray *namesakes = g_hash_table_lookup (names->by_name, g_ptr_array_index (had, i));
    for (guint k = 0; namesakes != NULL && k < namesakes->len; k++) {
      const UtRegion *namesake = g_ptr_array_index (namesakes, k);
      if (is_in (names, namesake, qualifier) && share_heirs (names, region, namesake))
        return TRUE;
    }
  }
  return FALSE;
}

/* "Våler i Solør", "Sande i Vestfold", "Nes på Romerike": the place's name, and where it is. NULL when it is no such
 * name. */
static char *
split_where (const char *name, const char **where) {
  static const char *const words[] = { " i ", " på " };
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    const char *at = strstr (name, words[i]);
    if (at == NULL || at == name)
      continue;
    *where = at + strlen (words[i]);
    return g_strndup (name, (gsize) (at - name));
  }
  return NULL;
}

static gboolean
has_name (const UtNames *names, const UtRegion *region, const UtRegionLabel *label) {
  g_autoptr (GPtrArray) had = names_had (names, region);
  g_autofree char *folded = ut_fold_place (label->name);
  if (ut_names_make_up (had, folded))
    return fits_qualifier (names, region, label->qualifier, had);
  UtRegionLabel split;
  if (split_county (names, label, &split)) {
    gboolean own = has_name (names, region, &split);
    ut_region_label_clear (&split);
    return own;
  }
  const char *where = NULL;
  g_autofree char *bare = split_where (folded, &where);
  return bare != NULL && ut_names_make_up (had, bare) && names_a_county (names, where)
         && fits_qualifier (names, region, where, had);
}

/* "EKG05 Kostragruppe 5", in whatever words; another number is another group's. */
static gboolean
fits_group (const UtRegion *group, const char *text) {
  const char *digits = text + strcspn (text, "0123456789"), *own = group->code + strcspn (group->code, "0123456789");
  return *digits == '\0' || g_ascii_strtoull (digits, NULL, 10) == g_ascii_strtoull (own, NULL, 10);
}

/* "EAK Gjennomsnitt landet": a text without the words that say what an agency's area is, for the name it leaves. */
static char *
drop_area_words (const char *name) {
  static const char *const words[]
      = { "gjennomsnitt", "gjennomsnittet", "gjennomsnittleg", "snitt", "average", "for", "of", "i",
          "in",           "kommunene",      "kommunane",       NULL };
  g_autofree char *folded = ut_fold_place (name);
  g_auto (GStrv) all = g_strsplit (folded, " ", -1);
  g_autoptr (GStrvBuilder) left = g_strv_builder_new ();
  for (char **word = all; *word != NULL; word++)
    if (!g_strv_contains (words, *word))
      g_strv_builder_add (left, *word);
  g_auto (GStrv) kept = g_strv_builder_end (left);
  return g_strjoinv (" ", kept);
}

/* "teinkj" of "steinkjer": the letters of a name in their order, at least two of three. */
static gboolean
is_rest_of (const char *text, const char *name) {
  const char *at = text;
  for (const char *c = name; *c != '\0' && *at != '\0'; c = g_utf8_next_char (c))
    if (g_utf8_get_char (c) == g_utf8_get_char (at))
      at = g_utf8_next_char (at);
  return *at == '\0' && g_utf8_strlen (text, -1) * 3 >= g_utf8_strlen (name, -1) * 2;
}

/* Whether a code with an agency's letters has it: also with words of the area, or with letters lost, when that makes it
 * no other place's name. */
static gboolean
has_lettered_name (const UtNames *names, const UtRegion *region, const UtRegionLabel *label) {
  g_autofree char *name = drop_area_words (label->name);
  if (region == NULL || *name == '\0')
    return *name == '\0' || ut_region_label_names_country (name);
  g_autoptr (GPtrArray) had = names_had (names, region);
  if (ut_names_make_up (had, name))
    return fits_qualifier (names, region, label->qualifier, had);
  gboolean ambiguous;
  if (ut_names_find (names, label, 0, &ambiguous) != NULL || ambiguous)
    return FALSE;
  for (guint i = 0; i < had->len; i++)
    if (is_rest_of (name, g_ptr_array_index (had, i)))
      return TRUE;
  return FALSE;
}

/* The words of a group's name are many and its own; its number is what tells. */
static gboolean
fits_group_label (const UtNames *names, const UtRegion *group, const UtRegionLabel *label) {
  gboolean ambiguous;
  return fits_group (group, label->name) && !ut_region_label_names_country (label->name)
         && ut_names_find (names, label, 0, &ambiguous) == NULL && !ambiguous;
}

gboolean
ut_names_fit (const UtNames *names, const UtRegionLabel *label) {
  if (label->name == NULL || *label->name == '\0')
    return TRUE;
  gboolean country = label->kind == UT_LABEL_COUNTRY;
  const UtRegion *region = country ? NULL : ut_regions_find_code (names->regions, label->code);
  if (!country && region == NULL)
    return TRUE;
  if (country ? ut_region_label_names_country (label->name) : has_name (names, region, label))
    return TRUE;
  if (region != NULL && region->kind == UT_REGION_GROUP)
    return fits_group_label (names, region, label);
  return label->lettered && has_lettered_name (names, region, label);
}
