/* The sections of the chapter, each in its own file, and what they share. */
#ifndef UT_REPORT_SECTION_CHAPTER_H
#define UT_REPORT_SECTION_CHAPTER_H

#include "document/document.h"
#include "report/chart_images.h"
#include <utsyn/report.h>

typedef struct {
  const UtReport *report;
  const UtProject *project;
  const UtAssessment *assessment;
  const UtFindings *findings;
  UtChartImages *figures;
  UtDocument *document;
  UtLanguage language;
  guint n_places, n_municipalities;
  guint rules; /* that decide, 1 << UtRule each */
} UtChapter;

/* A section of a document: a file that defines one of these. An output that is a document lists those it has. */
typedef struct {
  const char *name;
  gboolean (*applies) (const UtChapter *chapter); /* Optional: NULL: always. */
  void (*add) (UtChapter *chapter);               /* Mandatory. Adds the heading and what stands under it. */
} UtSection;

extern const UtSection ut_section_reading, ut_section_summary, ut_section_revision, ut_section_themes,
    ut_section_places, ut_section_sources;

/* Tables by sex, grade or age under that of the theme, as the report requests (chapter_groups.c). */
void ut_chapter_add_groups (UtChapter *chapter, const UtReportTheme *theme);

/* What sections share */
const char *ut_chapter_say (const UtChapter *chapter, const char *english);
void ut_chapter_paragraph (UtChapter *chapter, UtRole role, char *text); /* takes the text */
const UtAssessed *ut_chapter_get (const UtChapter *chapter, guint place, guint indicator);
/* Number of an indicator in the assessment. */
guint ut_chapter_find (const UtChapter *chapter, const UtIndicator *indicator);
/* "resten av landet", "landet": what these indicators, or all when NULL, are compared with. */
char *ut_chapter_country (const UtChapter *chapter, const GPtrArray *indicators);
char *ut_chapter_place (const UtChapter *chapter, UtRegionId region);
const char *ut_chapter_name (const UtChapter *chapter, const UtIndicator *indicator);
/* The charts that stand at this spot. */
void ut_chapter_charts (UtChapter *chapter, UtChartSpot spot, guint place, guint indicator);
/* "a, b og c" of texts, which it takes. */
char *ut_chapter_join (const UtChapter *chapter, GPtrArray *words);

/* Cells of the tables: number or sign with its notes, and the mark of a verdict. */
UtCell *ut_chapter_cell (const UtChapter *chapter, UtDocumentTable *table, const UtFigure *figure,
                         const UtIndicator *indicator);
void ut_chapter_mark (const UtChapter *chapter, UtCell *cell, const UtVerdict *verdict);
/* Notes below the table: what the verdict rests on where counts are not known, and why there is none. */
void ut_chapter_note_verdict (const UtChapter *chapter, UtDocumentTable *table, UtCell *cell,
                              const UtIndicator *indicator, const UtVerdict *verdict);
/* Name, unit and age: the heading of a row. */
void ut_chapter_row (const UtChapter *chapter, UtDocumentTable *table, const UtIndicator *indicator);

/* One indicator over all municipalities of the report (grouping.c). */
char *ut_chapter_compare_places (const UtChapter *chapter, guint indicator);
/* Whether all their figures are of one period, and which. */
gboolean ut_chapter_common_period (const UtChapter *chapter, guint indicator, UtPeriod *period);
/* Whether no figure is tested against the country, for one and the same reason. */
gboolean ut_chapter_untested (const UtChapter *chapter, guint indicator, UtReason *reason);

#endif
