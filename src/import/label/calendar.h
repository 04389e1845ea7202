/* The periods of a dataset as small numbers, in the order met. Safe for several threads. */
#ifndef UT_IMPORT_LABEL_CALENDAR_H
#define UT_IMPORT_LABEL_CALENDAR_H

#include <glib.h>
#include <utsyn/period.h>

#include "import/label/period.h"

/* More periods than a dataset can have: months since 1700. */
#define UT_CALENDAR_MOST 4096
#define UT_CALENDAR_NONE G_MAXUINT16

typedef struct UtCalendar UtCalendar;

UtCalendar *ut_calendar_new (void);
void ut_calendar_free (UtCalendar *calendar);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtCalendar, ut_calendar_free)

/* UT_CALENDAR_NONE when there are too many. */
guint16 ut_calendar_number (UtCalendar *calendar, UtPeriod period);
/* The same for a cell whose meaning the others decide; `below_year`: it stands below a heading that says year. */
guint16 ut_calendar_number_of (UtCalendar *calendar, UtPeriod period, UtPeriodForm form, gboolean below_year);
/* As the cell says by itself, and so of its year whatever is decided. */
UtPeriod ut_calendar_period (const UtCalendar *calendar, guint16 number);
guint ut_calendar_count (const UtCalendar *calendar);
/* Decides the periods [n] that belong together: used [n] says which do, NULL: all. Dates stand for years where they are
 * nothing but 1 January, or nothing but 31 December, of different years or below the heading year: so agencies stamp a
 * whole year, and stocks at its beginning or end. Else they are of their months. Two numbers may have the same period
 * afterwards. */
void ut_calendar_settle (const UtCalendar *calendar, guint n, const gboolean *used, UtPeriod *periods);

#endif
