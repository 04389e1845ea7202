/* Words in a trend figure: at the line ends, and above the plot. */
#include "trend_plot.h"

#include <math.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "text/figure.h"
#include <utsyn/phrases.h>

#define LABEL_GAP   9.0
#define MOST_LABEL  104.0
#define LEADER_FROM 4.0 /* a label moved further than this gets a line to its point */
#define NOTE_GAP    6.0

static UtTrendLabel
make_label (const UtTrendFigure *figure, const UtPage *page, UtLineKind kind) {
  const UtTrendLine *line = &figure->lines[kind];
  UtStyle style = ut_line_look (kind)->label;
  const UtTrendPoint *last = ut_trend_last (line);
  g_autofree char *value
      = ut_phrase_value (last->value, UT_OWN_DECIMALS, figure->indicator, UT_FIGURE_SIGN, page->language);
  g_autofree char *text = g_strdup_printf ("%s %s", line->heading, value);
  UtTrendLabel label = { .kind = kind, .lines = ut_page_wrap (page, style, text, MOST_LABEL) };
  label.height = g_strv_length (label.lines) * ut_style (style)->leading_pt;
  for (char **part = label.lines; *part != NULL; part++)
    label.width = fmax (label.width, ut_page_text_width (page, style, *part));
  return label;
}

guint
ut_trend_labels_make (const UtTrendFigure *figure, const UtPage *page, UtTrendLabel labels[UT_N_LINES]) {
  guint n = 0;
  for (int kind = 0; kind < UT_N_LINES; kind++)
    if (figure->lines[kind].points->len > 0)
      labels[n++] = make_label (figure, page, (UtLineKind) kind);
  return n;
}

static int
compare_labels (gconstpointer a, gconstpointer b) {
  const UtTrendLabel *first = a, *second = b;
  if (first->point_y != second->point_y)
    return first->point_y < second->point_y ? -1 : 1;
  return (int) first->kind - (int) second->kind;
}

static void
set_apart (const UtPlot *plot, UtTrendLabel *labels, guint n) {
  double middles[UT_N_LINES] = { 0 }, gaps[UT_N_LINES] = { 0 };
  for (guint i = 0; i < n; i++) {
    const UtTrendPoint *last = ut_trend_last (&plot->figure->lines[labels[i].kind]);
    labels[i].point_y = ut_plot_place (plot, last->time, last->value).y;
  }
  qsort (labels, n, sizeof *labels, compare_labels);
  for (guint i = 0; i < n; i++) {
    middles[i] = labels[i].point_y;
    gaps[i] = i + 1 < n ? (labels[i].height + labels[i + 1].height) / 2 + 1 : 0;
  }
  ut_spread_apart (middles, gaps, n, plot->top + labels[0].height / 2, plot->bottom - labels[n - 1].height / 2);
  for (guint i = 0; i < n; i++)
    labels[i].middle_y = middles[i];
}

void
ut_trend_labels_draw (const UtPlot *plot, UtTrendLabel *labels, guint n) {
  set_apart (plot, labels, n);
  double x = plot->right + LABEL_GAP;
  for (guint i = 0; i < n; i++) {
    const UtLineLook *look = ut_line_look (labels[i].kind);
    const UtStyleRow *style = ut_style (look->label);
    double baseline = labels[i].middle_y + (style->leading_pt - labels[i].height) / 2 + style->size_pt * 0.34;
    if (fabs (labels[i].middle_y - labels[i].point_y) > LEADER_FROM)
      ut_scene_line (plot->page->scene, (UtPoint){ plot->right, labels[i].point_y },
                     (UtPoint){ x - 2, labels[i].middle_y }, ut_stroke (look->line, 0.5));
    ut_page_lines (plot->page, labels[i].lines, x, baseline, look->label,
                   ut_font_in (look->label, UT_ANCHOR_START, look->text));
    g_strfreev (labels[i].lines);
  }
}

static void
clear_note (gpointer data) {
  UtTrendNote *note = data;
  g_free (note->text);
}

/* The lowest row where the text touches none of those before it. */
static void
place_note (const UtPlot *plot, const GArray *notes, UtTrendNote *note) {
  double width = ut_page_text_width (plot->page, UT_STYLE_DETAIL, note->text);
  note->middle = ut_plot_text_middle (plot, ut_scale_at (&plot->figure->time_axis, note->time), width);
  for (guint i = 0; i < notes->len; i++) {
    const UtTrendNote *other = &g_array_index (notes, UtTrendNote, i);
    double other_width = ut_page_text_width (plot->page, UT_STYLE_DETAIL, other->text);
    if (other->row != note->row || fabs (other->middle - note->middle) >= (width + other_width) / 2 + NOTE_GAP)
      continue;
    note->row++;
    i = G_MAXUINT; /* once more from the start, a row higher */
  }
}

GArray *
ut_trend_notes_make (const UtPlot *plot) {
  const UtTrendLine *own = &plot->figure->lines[UT_LINE_OWN];
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (UtTrendNote));
  g_array_set_clear_func (notes, clear_note);
  for (guint i = 0; i < own->points->len; i++) {
    const UtTrendPoint *point = ut_trend_point (own, i);
    if (!point->partial && !point->broken)
      continue;
    UtTrendNote note = { .time = point->time, .value = point->value };
    if (point->partial) {
      note.text = ut_period_format (point->period, plot->page->language);
    } else {
      note.time = (point->time + ut_trend_point (own, i - 1)->time) / 2;
      note.value = NAN;
      note.text = g_strdup (ut_tr (plot->page->language, "break in the series"));
    }
    place_note (plot, notes, &note);
    g_array_append_val (notes, note);
  }
  return notes;
}

double
ut_trend_notes_height (const GArray *notes) {
  guint rows = 0;
  for (guint i = 0; i < notes->len; i++)
    rows = MAX (rows, g_array_index (notes, UtTrendNote, i).row + 1);
  return rows * ut_style (UT_STYLE_DETAIL)->leading_pt;
}

void
ut_trend_notes_draw (const UtPlot *plot, const GArray *notes) {
  ut_scene_begin (plot->page->scene, "notes", NULL);
  for (guint i = 0; i < notes->len; i++) {
    const UtTrendNote *note = &g_array_index (notes, UtTrendNote, i);
    double baseline = plot->top - 5 - note->row * ut_style (UT_STYLE_DETAIL)->leading_pt;
    UtPoint foot = ut_plot_place (plot, note->time, note->value);
    if (isnan (note->value))
      foot.y = plot->bottom;
    ut_scene_line (plot->page->scene, (UtPoint){ foot.x, plot->top - 1.5 }, foot,
                   ut_dashed (UT_COLOUR_MUTED, 0.6, UT_DASH_DASHED));
    ut_scene_text (plot->page->scene, (UtPoint){ note->middle, baseline }, ut_font (UT_STYLE_DETAIL, UT_ANCHOR_MIDDLE),
                   note->text);
  }
  ut_scene_end (plot->page->scene);
}
