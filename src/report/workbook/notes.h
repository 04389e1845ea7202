/* The numbered notes of the workbook, to which its tables refer. */
#ifndef UT_REPORT_WORKBOOK_NOTES_H
#define UT_REPORT_WORKBOOK_NOTES_H

#include "report/workbook/sheet.h"
#include <utsyn/report.h>

typedef enum {
  UT_NOTE_MARKS,
  UT_NOTE_RULES,
  UT_NOTE_REASONS,
  UT_NOTE_MISSING,
  UT_NOTE_CHANGE,
  UT_NOTE_SUMS,
  UT_N_NOTES
} UtNote;

/* "Merke [merknad 1]": a text with what it refers to, flags 1 << UtNote. The string lives as long as the book. */
const char *ut_note_refer (UtBook *book, const char *text, guint notes);

/* The sheet of all notes, below its title. */
void ut_notes_fill (UtSheet *sheet, const UtReport *report, const UtAssessment *assessment);

#endif
