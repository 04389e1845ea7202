#include "import/calendar.h"

#include <pthread.h>

struct UtCalendar {
  pthread_mutex_t lock;
  guint n;
  UtPeriod periods[UT_CALENDAR_MOST]; /* never moves: read without the lock by whoever was given the number */
};

UtCalendar *
ut_calendar_new (void) {
  UtCalendar *calendar = g_new0 (UtCalendar, 1);
  pthread_mutex_init (&calendar->lock, NULL);
  return calendar;
}

void
ut_calendar_free (UtCalendar *calendar) {
  if (calendar == NULL)
    return;
  pthread_mutex_destroy (&calendar->lock);
  g_free (calendar);
}

guint16
ut_calendar_number (UtCalendar *calendar, UtPeriod period) {
  pthread_mutex_lock (&calendar->lock);
  guint number = 0;
  while (number < calendar->n && ut_period_compare (calendar->periods[number], period) != 0)
    number++;
  if (number == calendar->n && number < UT_CALENDAR_MOST)
    calendar->periods[calendar->n++] = period;
  pthread_mutex_unlock (&calendar->lock);
  return number < UT_CALENDAR_MOST ? (guint16) number : UT_CALENDAR_NONE;
}

UtPeriod
ut_calendar_period (const UtCalendar *calendar, guint16 number) {
  return calendar->periods[number];
}

guint
ut_calendar_count (const UtCalendar *calendar) {
  return calendar->n;
}
