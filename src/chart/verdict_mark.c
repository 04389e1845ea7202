#include "verdict_mark.h"

#include "base/i18n.h"
#include <utsyn/terms.h>

#define MARK_SIZE 9.0

typedef struct {
  UtMarkShape shape;
  double size;
  UtColour mark, text;
} LevelLook;

static const LevelLook looks[] = {
  [UT_LEVEL_NOT_TESTED] = { UT_MARK_BAR, 8.5, UT_COLOUR_SOFT, UT_COLOUR_SOFT },
  [UT_LEVEL_UNDECIDED] = { UT_MARK_CIRCLE, 7.6, UT_COLOUR_SOFT, UT_COLOUR_SOFT },
  [UT_LEVEL_SIMILAR] = { UT_MARK_CIRCLE, 7.6, UT_COLOUR_SIMILAR, UT_COLOUR_SOFT },
  [UT_LEVEL_BETTER] = { UT_MARK_TRIANGLE_UP, MARK_SIZE, UT_COLOUR_BETTER, UT_COLOUR_BETTER },
  [UT_LEVEL_WORSE] = { UT_MARK_TRIANGLE_DOWN, MARK_SIZE, UT_COLOUR_WORSE, UT_COLOUR_WORSE_TEXT },
  [UT_LEVEL_HIGHER] = { UT_MARK_DIAMOND, 9.6, UT_COLOUR_SOFT, UT_COLOUR_SOFT },
  [UT_LEVEL_LOWER] = { UT_MARK_DIAMOND, 9.6, UT_COLOUR_SOFT, UT_COLOUR_SOFT },
};
G_STATIC_ASSERT (G_N_ELEMENTS (looks) == UT_N_LEVELS);

gboolean
ut_mark_is_comparable (const UtIndicator *indicator) {
  return indicator->measure != UT_MEASURE_COUNT;
}

/* Only better, worse, higher and lower have a hollow (not robust) form. */
static gboolean
may_be_hollow (UtLevel level) {
  return level > UT_LEVEL_SIMILAR;
}

/* What is certain but small has no colour. */
static LevelLook
look_of (UtLevel level, gboolean small) {
  LevelLook look = looks[level];
  if (small)
    look.mark = look.text = UT_COLOUR_SOFT;
  return look;
}

static void
draw_mark (UtScene *scene, UtLevel level, gboolean robust, gboolean small, UtPoint centre) {
  const LevelLook chosen = look_of (level, small), *look = &chosen;
  ut_scene_mark (
      scene, look->shape, centre, look->size,
      (UtPaint){ .fill = ut_colour (UT_COLOUR_PAPER), .stroke = ut_colour (UT_COLOUR_PAPER), .width_pt = 2.4 });
  if (level == UT_LEVEL_UNDECIDED) {
    ut_scene_text (scene, (UtPoint){ centre.x, centre.y + 2.9 }, ut_font (UT_STYLE_HINT, UT_ANCHOR_MIDDLE),
                   ut_level_mark (level, FALSE));
    return;
  }
  UtPaint paint = ut_fill_and_stroke (look->mark, look->mark, 1.0);
  if (level == UT_LEVEL_SIMILAR)
    paint = ut_fill_and_stroke (look->mark, UT_COLOUR_SOFT, 1.0);
  else if (level == UT_LEVEL_NOT_TESTED)
    paint = ut_fill (look->mark);
  else if (!robust)
    paint = ut_fill_and_stroke (UT_COLOUR_PAPER, look->mark, 1.4);
  ut_scene_mark (scene, look->shape, centre, look->size - paint.width_pt, paint);
}

void
ut_verdict_mark (UtScene *scene, const UtVerdict *verdict, UtPoint centre) {
  draw_mark (scene, verdict->level, verdict->robust, verdict->below_relevant, centre);
}

UtColour
ut_benchmark_colour (UtBenchmark benchmark) {
  static const UtColour colours[]
      = { [UT_BENCHMARK_COUNTY] = UT_COLOUR_COUNTY_TEXT, [UT_BENCHMARK_COUNTRY] = UT_COLOUR_COUNTRY_TEXT };
  G_STATIC_ASSERT (G_N_ELEMENTS (colours) == UT_N_ENCLOSING);
  return benchmark < UT_N_ENCLOSING ? colours[benchmark] : UT_COLOUR_COUNTY_TEXT;
}

void
ut_county_mark (UtScene *scene, UtPoint centre) {
  ut_scene_mark (scene, UT_MARK_DIAMOND, centre, 6.2, ut_fill_and_stroke (UT_COLOUR_PAPER, UT_COLOUR_COUNTY_TEXT, 1.0));
}

void
ut_country_mark (UtScene *scene, UtPoint centre) {
  ut_scene_line (scene, (UtPoint){ centre.x, centre.y - 4.5 }, (UtPoint){ centre.x, centre.y + 4.5 },
                 ut_stroke (UT_COLOUR_COUNTRY, 1.2));
}

void
ut_spread_mark (UtScene *scene, double from_x, double to_x, double y) {
  double left = MIN (from_x, to_x), right = MAX (from_x, to_x);
  ut_scene_rectangle (scene, left, y - 3.6, right - left, 7.2, 3.6,
                      ut_fill_and_stroke (UT_COLOUR_SPREAD, UT_COLOUR_SPREAD_EDGE, 0.35));
}

static void
draw_arrow (UtScene *scene, double x, double y, double direction) {
  UtPoint corners[] = { { x + direction * 3, y }, { x - direction, y - 2.4 }, { x - direction, y + 2.4 } };
  ut_scene_polygon (scene, corners, G_N_ELEMENTS (corners), ut_fill (UT_COLOUR_SOFT));
}

void
ut_whisker_mark (UtScene *scene, UtWhiskerEnd one, UtWhiskerEnd other, double y) {
  UtWhiskerEnd left = one.x <= other.x ? one : other, right = one.x <= other.x ? other : one;
  ut_scene_begin (scene, "whisker", NULL);
  ut_scene_line (scene, (UtPoint){ left.x, y }, (UtPoint){ right.x, y }, ut_stroke (UT_COLOUR_SOFT, 1.2));
  if (left.clipped)
    draw_arrow (scene, left.x, y, -1);
  if (right.clipped)
    draw_arrow (scene, right.x, y, 1);
  ut_scene_end (scene);
}

static const char *
second_line (const UtVerdict *verdict, UtLanguage language) {
  if (verdict->basis == UT_BASIS_DESCRIBED)
    return "";
  if (verdict->reason != UT_REASON_NONE)
    return ut_reason_text (verdict->reason, language);
  if (!may_be_hollow (verdict->level))
    return "";
  if (!verdict->robust)
    return ut_tr (language, "may be chance");
  return verdict->below_relevant ? ut_tr (language, "certain, but small") : "";
}

UtVerdictWords
ut_verdict_words (const UtPage *page, const UtVerdict *verdict, double width, gboolean with_reason) {
  gboolean strong = may_be_hollow (verdict->level);
  UtStyle style = strong ? UT_STYLE_STRONG_WORD : UT_STYLE_WORD;
  const char *reason
      = with_reason || verdict->level != UT_LEVEL_NOT_TESTED ? second_line (verdict, page->language) : "";
  return (UtVerdictWords){
    .word = ut_page_wrap (page, style, ut_verdict_word (verdict, page->language), width),
    .reason = *reason != '\0' ? ut_page_wrap (page, UT_STYLE_REASON, reason, width) : g_new0 (char *, 1),
    .strong = strong,
    .colour = look_of (verdict->level, verdict->below_relevant).text,
  };
}

void
ut_verdict_words_clear (UtVerdictWords *words) {
  g_strfreev (words->word);
  g_strfreev (words->reason);
}

double
ut_verdict_words_height (const UtVerdictWords *words) {
  return g_strv_length (words->word) * ut_style (UT_STYLE_WORD)->leading_pt
         + g_strv_length (words->reason) * ut_style (UT_STYLE_REASON)->leading_pt;
}

void
ut_verdict_words_draw (UtPage *page, const UtVerdictWords *words, double x, double baseline) {
  UtStyle style = words->strong ? UT_STYLE_STRONG_WORD : UT_STYLE_WORD;
  baseline = ut_page_lines (page, words->word, x, baseline, style, ut_font_in (style, UT_ANCHOR_START, words->colour));
  ut_page_lines (page, words->reason, x, baseline + ut_style (UT_STYLE_REASON)->leading_pt, UT_STYLE_REASON,
                 ut_font (UT_STYLE_REASON, UT_ANCHOR_START));
}

double
ut_verdict_words_width (const UtPage *page) {
  double width = 0;
  for (int level = 0; level < UT_N_LEVELS; level++)
    width
        = MAX (width, ut_page_text_width (page, may_be_hollow ((UtLevel) level) ? UT_STYLE_STRONG_WORD : UT_STYLE_WORD,
                                          ut_level_word ((UtLevel) level, page->language)));
  return width + 1;
}

void
ut_marks_used_add (UtMarksUsed *used, const UtVerdict *verdict) {
  used->levels[verdict->level] = TRUE;
  if (verdict->level == UT_LEVEL_NOT_TESTED)
    *(verdict->basis == UT_BASIS_DESCRIBED ? &used->described : &used->untested) = TRUE;
  used->filled[verdict->level] |= verdict->robust || !may_be_hollow (verdict->level);
  used->hollow |= may_be_hollow (verdict->level) && !verdict->robust;
}

/* The legend flows: an item that does not fit starts a new line. */
typedef struct {
  UtPage *page;
  double x, baseline;
} Flow;

#define LEGEND_LEADING 13.0
#define LEGEND_GAP     13.0

/* Returns the middle of the room made for the mark, and writes the words after it. */
static UtPoint
add_entry (Flow *flow, double mark_width, const char *text) {
  double text_width = ut_page_text_width (flow->page, UT_STYLE_HINT, text);
  if (flow->x > 0 && flow->x + mark_width + 4 + text_width > flow->page->width) {
    flow->x = 0;
    flow->baseline += LEGEND_LEADING;
  }
  UtPoint centre = { flow->x + mark_width / 2, flow->baseline - 2.7 };
  ut_scene_text (flow->page->scene, (UtPoint){ flow->x + mark_width + 4, flow->baseline },
                 ut_font (UT_STYLE_HINT, UT_ANCHOR_START), text);
  flow->x += mark_width + 4 + text_width + LEGEND_GAP;
  return centre;
}

/* What is described has the mark of what is not tested. */
static char *
untested_words (const UtMarksUsed *used, UtLanguage language) {
  const char *untested = ut_level_word (UT_LEVEL_NOT_TESTED, language),
             *described = ut_basis_word (UT_BASIS_DESCRIBED, language);
  if (used->described && used->untested)
    return g_strdup_printf (ut_tr (language, "%1$s or %2$s"), described, untested);
  return g_strdup (used->described ? described : untested);
}

static void
add_levels (Flow *flow, const UtMarksUsed *used) {
  static const UtLevel order[] = { UT_LEVEL_BETTER, UT_LEVEL_SIMILAR,   UT_LEVEL_WORSE,     UT_LEVEL_HIGHER,
                                   UT_LEVEL_LOWER,  UT_LEVEL_UNDECIDED, UT_LEVEL_NOT_TESTED };
  UtLanguage language = flow->page->language;
  g_autofree char *untested = untested_words (used, language);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    UtLevel level = order[i];
    if (!used->levels[level] || (level == UT_LEVEL_LOWER && used->levels[UT_LEVEL_HIGHER]))
      continue;
    g_autofree char *both
        = g_strdup_printf (ut_tr (language, "%1$s or %2$s, not judged"), ut_level_word (UT_LEVEL_HIGHER, language),
                           ut_level_word (UT_LEVEL_LOWER, language));
    const char *text = level >= UT_LEVEL_HIGHER       ? both
                       : level == UT_LEVEL_NOT_TESTED ? untested
                                                      : ut_level_word (level, language);
    gboolean filled = used->filled[level] || (level == UT_LEVEL_HIGHER && used->filled[UT_LEVEL_LOWER]);
    draw_mark (flow->page->scene, level, filled, FALSE, add_entry (flow, 10, text));
  }
  if (used->hollow) {
    UtPoint centre = add_entry (flow, 10, ut_tr (language, "open mark: may be chance"));
    ut_scene_mark (flow->page->scene, UT_MARK_TRIANGLE_UP, centre, MARK_SIZE - 1.4,
                   ut_fill_and_stroke (UT_COLOUR_PAPER, UT_COLOUR_SOFT, 1.4));
  }
}

static void
add_references (Flow *flow, const UtMarksUsed *used, const char *county, const char *country) {
  UtScene *scene = flow->page->scene;
  UtLanguage language = flow->page->language;
  if (used->whisker) {
    UtPoint centre = add_entry (flow, 16, ut_tr (language, "uncertainty (95 %)"));
    ut_whisker_mark (scene, (UtWhiskerEnd){ .x = centre.x - 8 }, (UtWhiskerEnd){ .x = centre.x + 8 }, centre.y);
  }
  if (used->county)
    ut_county_mark (scene, add_entry (flow, 7, county));
  if (used->country)
    ut_country_mark (scene, add_entry (flow, 3, country));
  if (used->spread) {
    g_autofree char *text = g_strdup_printf (ut_tr (language, "municipalities in %s with a figure"), county);
    UtPoint centre = add_entry (flow, 20, text);
    ut_spread_mark (scene, centre.x - 7, centre.x + 7, centre.y);
  }
}

void
ut_marks_legend (UtPage *page, const UtMarksUsed *used, const char *county, const char *country) {
  ut_scene_begin (page->scene, "legend", NULL);
  Flow flow = { .page = page, .baseline = page->y + 9 };
  add_levels (&flow, used);
  add_references (&flow, used, county, country);
  page->y = flow.baseline + 4;
  ut_scene_end (page->scene);
}
