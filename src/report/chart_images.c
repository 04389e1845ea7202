#include "report/chart_images.h"

#include <string.h>

#include "base/text.h"
#include "text/file_name.h"

struct UtChartImages {
  const UtAssessment *assessment;
  UtLanguage language;
  GPtrArray *places;   /* char *: what each is called in names of files */
  GHashTable *by_name; /* char * → UtChartImage */
};

static void
figure_free (gpointer data) {
  UtChartImage *figure = data;
  g_free (figure->name);
  g_clear_pointer (&figure->scene, ut_scene_free);
  g_free (figure);
}

/* Of a longer name only the beginning stands, and a sign of all of it: names of files have an end. */
static char *
short_slug (const char *text) {
  enum { MOST = 80, SIGN = 8 };
  char *slug = ut_slug (text);
  if (strlen (slug) <= MOST)
    return slug;
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  char *shortened = g_strdup_printf ("%.*s-%.*s", MOST - SIGN - 1, slug, SIGN, sum);
  g_free (slug);
  return shortened;
}

/* A region may be called as one of its municipalities: the code then tells them apart. */
static GPtrArray *
name_places (const UtAssessment *assessment) {
  GPtrArray *slugs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) n_called = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = ut_assessment_n_places (assessment);
  for (guint i = 0; i < n; i++) {
    const UtRegion *region = ut_regions_get (ut_assessment_regions (assessment), ut_assessment_place (assessment, i));
    char *slug = short_slug (region->name);
    guint n_before = GPOINTER_TO_UINT (g_hash_table_lookup (n_called, slug));
    g_hash_table_insert (n_called, g_strdup (slug), GUINT_TO_POINTER (n_before + 1));
    g_ptr_array_add (slugs, slug);
  }
  for (guint i = 0; i < n; i++) {
    char **slug = (char **) &g_ptr_array_index (slugs, i);
    if (GPOINTER_TO_UINT (g_hash_table_lookup (n_called, *slug)) < 2)
      continue;
    const UtRegion *region = ut_regions_get (ut_assessment_regions (assessment), ut_assessment_place (assessment, i));
    g_autofree char *alone = *slug, *code = short_slug (region->code);
    *slug = g_strconcat (alone, "-", code, NULL);
  }
  return slugs;
}

UtChartImages *
ut_chart_images_new (const UtAssessment *assessment, UtLanguage language) {
  UtChartImages *figures = g_new0 (UtChartImages, 1);
  figures->assessment = assessment;
  figures->language = language;
  figures->places = name_places (assessment);
  figures->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, figure_free);
  return figures;
}

void
ut_chart_images_free (UtChartImages *figures) {
  if (figures == NULL)
    return;
  g_hash_table_unref (figures->by_name);
  g_ptr_array_unref (figures->places);
  g_free (figures);
}

static char *
name_figure (const UtChartImages *figures, const UtChartKind *kind, const UtChartRequest *request) {
  g_autofree char *folder = ut_file_name (UT_FILE_CHARTS, figures->language);
  g_autofree char *word = ut_file_word (kind->file, figures->language);
  g_autoptr (GString) name = g_string_new (NULL);
  g_string_printf (name, "%s/%s", folder, word);
  if (ut_chart_scope_has_indicator (kind->scope)) {
    g_autofree char *slug = short_slug (ut_assessment_get (figures->assessment, 0, request->indicator)->indicator->key);
    g_string_append_printf (name, "-%s", slug);
  }
  if (ut_chart_scope_has_place (kind->scope))
    g_string_append_printf (name, "-%s", (const char *) g_ptr_array_index (figures->places, request->place));
  if (request->part > 0)
    g_string_append_printf (name, "-%u", request->part);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static UtChartRequest
request_of (const UtChartImages *figures, const UtChartKind *kind, guint place, guint indicator) {
  return (UtChartRequest){
    .assessment = figures->assessment,
    .place = ut_chart_scope_has_place (kind->scope) ? place : 0,
    .indicator = ut_chart_scope_has_indicator (kind->scope) ? indicator : 0,
    .benchmark = UT_BENCHMARK_COUNTRY,
    .language = figures->language,
  };
}

/* NULL when there is nothing to draw. */
static UtChartImage *
find_figure (UtChartImages *figures, const UtChartKind *kind, const UtChartRequest *request) {
  g_autofree char *name = name_figure (figures, kind, request);
  UtChartImage *figure = g_hash_table_lookup (figures->by_name, name);
  if (figure == NULL) {
    figure = g_new0 (UtChartImage, 1);
    figure->scene = kind->draw (request);
    figure->name = g_steal_pointer (&name);
    g_hash_table_insert (figures->by_name, figure->name, figure);
  }
  return figure->scene != NULL ? figure : NULL;
}

static GPtrArray *
find_parts (UtChartImages *figures, const UtChartKind *kind, UtChartRequest request) {
  GPtrArray *parts = g_ptr_array_new ();
  guint n = kind->n_parts != NULL ? kind->n_parts (&request) : 1;
  for (request.part = n > 1 ? 1 : 0; request.part <= (n > 1 ? n : 0); request.part++) {
    UtChartImage *figure = find_figure (figures, kind, &request);
    if (figure != NULL)
      g_ptr_array_add (parts, figure);
  }
  return parts;
}

GPtrArray *
ut_chart_images_get (UtChartImages *figures, const UtChartKind *kind, guint place, guint indicator) {
  UtChartRequest request = request_of (figures, kind, place, indicator);
  if (kind->suits != NULL && !kind->suits (&request))
    return g_ptr_array_new ();
  return find_parts (figures, kind, request);
}

static void
draw_kind (UtChartImages *figures, const UtChartKind *kind) {
  guint n_places = ut_chart_scope_has_place (kind->scope) ? ut_assessment_n_places (figures->assessment) : 1;
  guint n = ut_chart_scope_has_indicator (kind->scope) ? ut_assessment_n_indicators (figures->assessment) : 1;
  for (guint place = 0; place < n_places; place++)
    for (guint i = 0; i < n; i++) {
      UtChartRequest request = request_of (figures, kind, place, i);
      find_figure (figures, kind, &request);
      g_ptr_array_unref (find_parts (figures, kind, request));
    }
}

void
ut_chart_images_draw_all (UtChartImages *figures) {
  if (ut_assessment_n_places (figures->assessment) == 0)
    return;
  for (guint i = 0; i < ut_charts_count (); i++)
    draw_kind (figures, ut_charts_get (i));
}

static gint
compare_names (gconstpointer a, gconstpointer b) {
  const UtChartImage *const *left = a, *const *right = b;
  return strcmp ((*left)->name, (*right)->name);
}

GPtrArray *
ut_chart_images_list (const UtChartImages *figures) {
  GPtrArray *list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer figure;
  g_hash_table_iter_init (&iter, figures->by_name);
  while (g_hash_table_iter_next (&iter, NULL, &figure))
    if (((const UtChartImage *) figure)->scene != NULL)
      g_ptr_array_add (list, figure);
  g_ptr_array_sort (list, compare_names);
  return list;
}
