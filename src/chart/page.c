#include "page.h"

#include <string.h>

#define ALT_LIMIT 300

UtPage
ut_page_begin (const UtChartRequest *request) {
  double width = request->width_pt > 0 ? MAX (request->width_pt, UT_LEAST_WIDTH_PT) : UT_DEFAULT_WIDTH_PT;
  return (UtPage){
    .scene = ut_scene_new (width, 0, request->language),
    .measurer = request->measurer != NULL ? request->measurer : ut_measurer_pango (),
    .language = request->language,
    .width = width,
  };
}

double
ut_page_text_width (const UtPage *page, UtStyle style, const char *text) {
  const UtStyleRow *row = ut_style (style);
  return page->measurer->width (page->measurer->user, text, row->size_pt, row->weight);
}

/* The end of the piece that may not be broken: a word with its blank, or a part of it that ends in a hyphen. */
static const char *
piece_end (const char *at) {
  while (*at != '\0') {
    const char *next = g_utf8_next_char (at);
    if (*at == ' ')
      return next;
    if ((*at == '-' || *at == '/') && g_unichar_isalpha (g_utf8_get_char (next)))
      return next;
    at = next;
  }
  return at;
}

static gboolean
fits (const UtPage *page, UtStyle style, const char *start, const char *end, const char *suffix, double width) {
  g_autofree char *text = g_strdup_printf ("%.*s%s", (int) (end - start), start, suffix);
  g_strchomp (text);
  return ut_page_text_width (page, style, text) <= width;
}

/* As much of a word as fits beside a hyphen; at least two characters. */
static const char *
break_word (const UtPage *page, UtStyle style, const char *start, const char *end, double width) {
  const char *at = g_utf8_next_char (g_utf8_next_char (start));
  while (g_utf8_next_char (at) < end && fits (page, style, start, g_utf8_next_char (at), "-", width))
    at = g_utf8_next_char (at);
  return at;
}

static void
add_line (GPtrArray *lines, const char *start, const char *end, const char *suffix) {
  char *line = g_strdup_printf ("%.*s%s", (int) (end - start), start, suffix);
  g_ptr_array_add (lines, g_strstrip (line));
}

char **
ut_page_wrap (const UtPage *page, UtStyle style, const char *text, double width) {
  GPtrArray *lines = g_ptr_array_new ();
  const char *start = text, *end = text;
  while (*end != '\0') {
    const char *next = piece_end (end);
    if (fits (page, style, start, next, "", width)) {
      end = next;
    } else if (end > start) {
      add_line (lines, start, end, "");
      start = end;
    } else if (g_utf8_strlen (start, next - start) > 3) {
      end = break_word (page, style, start, next, width);
      add_line (lines, start, end, "-");
      start = end;
    } else {
      end = next;
    }
  }
  if (end > start || lines->len == 0)
    add_line (lines, start, end, "");
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (lines, FALSE);
}

double
ut_page_column_width (const UtPage *page, UtStyle style, const char *text, double most) {
  double width = 0;
  for (const char *at = text, *end; *at != '\0'; at = end) {
    end = piece_end (at);
    g_autofree char *piece = g_strndup (at, (gsize) (end - at));
    width = MAX (width, ut_page_text_width (page, style, g_strchomp (piece)) + 0.01);
  }
  for (; width < most; width += 1) {
    g_auto (GStrv) lines = ut_page_wrap (page, style, text, width);
    if (g_strv_length (lines) <= 2)
      break;
  }
  return MIN (width, most);
}

double
ut_page_lines (UtPage *page, char *const *lines, double x, double baseline, UtStyle style, UtFont font) {
  double leading = ut_style (style)->leading_pt;
  for (; *lines != NULL; lines++, baseline += leading)
    ut_scene_text (page->scene, (UtPoint){ x, baseline }, font, *lines);
  return baseline - leading;
}

void
ut_page_paragraph (UtPage *page, UtStyle style, const char *text) {
  if (text == NULL || *text == '\0')
    return;
  const UtStyleRow *row = ut_style (style);
  g_auto (GStrv) lines = ut_page_wrap (page, style, text, page->width);
  double baseline = page->y + row->leading_pt * 0.78;
  baseline = ut_page_lines (page, lines, 0, baseline, style, ut_font (style, UT_ANCHOR_START));
  page->y = baseline + row->leading_pt * 0.22;
}

void
ut_page_heading (UtPage *page, const char *title, const char *subtitle) {
  ut_scene_begin (page->scene, "heading", NULL);
  page->y = 1;
  ut_page_paragraph (page, UT_STYLE_TITLE, title);
  page->y += 1.5;
  ut_page_paragraph (page, UT_STYLE_SUBTITLE, subtitle);
  ut_scene_end (page->scene);
}

/* At most the limit, cut after a word. */
static char *
shorten (const char *text) {
  if (g_utf8_strlen (text, -1) <= ALT_LIMIT)
    return g_strdup (text);
  const char *end = g_utf8_offset_to_pointer (text, ALT_LIMIT - 1);
  while (end > text && *end != ' ')
    end--;
  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}

UtScene *
ut_page_finish (UtPage *page, const char *title, const char *alt) {
  g_autofree char *short_alt = shorten (alt);
  ut_scene_describe (page->scene, title, short_alt);
  ut_scene_set_height (page->scene, page->y + 2);
  return page->scene;
}
