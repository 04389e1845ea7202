#include "import/calendar.h"

#include <pthread.h>

typedef struct {
  UtPeriod read; /* as the cell says by itself */
  guint8 form;   /* UtPeriodForm */
  guint8 below_year;
} Entry;

struct UtCalendar {
  pthread_mutex_t lock;
  guint n;
  Entry entries[UT_CALENDAR_MOST];
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

static gboolean
is_same (const Entry *entry, UtPeriod period, UtPeriodForm form) {
  return entry->form == form && ut_period_compare (entry->read, period) == 0;
}

guint16
ut_calendar_number_of (UtCalendar *calendar, UtPeriod period, UtPeriodForm form, gboolean below_year) {
  pthread_mutex_lock (&calendar->lock);
  guint number = 0;
  while (number < calendar->n && !is_same (&calendar->entries[number], period, form))
    number++;
  if (number == calendar->n && number < UT_CALENDAR_MOST) {
    calendar->entries[number] = (Entry){ period, (guint8) form, TRUE };
    calendar->periods[calendar->n++] = period;
  }
  if (number < UT_CALENDAR_MOST && !below_year)
    calendar->entries[number].below_year = FALSE;
  pthread_mutex_unlock (&calendar->lock);
  return number < UT_CALENDAR_MOST ? (guint16) number : UT_CALENDAR_NONE;
}

guint16
ut_calendar_number (UtCalendar *calendar, UtPeriod period) {
  return ut_calendar_number_of (calendar, period, UT_FORM_PLAIN, FALSE);
}

/* How many have a form; whether all of them stand below a heading that says year. */
static guint
count (const UtCalendar *calendar, UtPeriodForm form, gboolean *below_year) {
  guint n = 0;
  *below_year = TRUE;
  for (guint i = 0; i < calendar->n; i++) {
    if (calendar->entries[i].form != form)
      continue;
    *below_year = *below_year && calendar->entries[i].below_year;
    n++;
  }
  return n;
}

static UtPeriod
year_of (UtPeriod period) {
  return (UtPeriod){ .kind = UT_PERIOD_YEAR, .first_year = period.first_year, .last_year = period.first_year };
}

/* "2005-06" beside "2005-05". */
static UtPeriod
month_of (UtPeriod school_year) {
  guint8 month = (guint8) (school_year.last_year % 100);
  return (UtPeriod){ .kind = UT_PERIOD_MONTHS,
                     .first_month = month,
                     .last_month = month,
                     .first_year = school_year.first_year,
                     .last_year = school_year.first_year };
}

void
ut_calendar_settle (UtCalendar *calendar) {
  gboolean below_year, ignored;
  guint n_days = count (calendar, UT_FORM_DAY, &ignored), n_months = count (calendar, UT_FORM_MONTH, &ignored);
  for (guint i = 0; i < calendar->n; i++) {
    UtPeriodForm form = (UtPeriodForm) calendar->entries[i].form;
    UtPeriodForm opposite = form == UT_FORM_NEW_YEAR ? UT_FORM_YEAR_END : UT_FORM_NEW_YEAR;
    UtPeriod read = calendar->entries[i].read;
    if (form == UT_FORM_MONTH_OR_SCHOOL_YEAR && n_months > 0)
      calendar->periods[i] = month_of (read);
    if ((form == UT_FORM_NEW_YEAR || form == UT_FORM_YEAR_END) && n_days == 0
        && count (calendar, opposite, &ignored) == 0 && (count (calendar, form, &below_year) > 1 || below_year))
      calendar->periods[i] = year_of (read);
  }
}

UtPeriod
ut_calendar_period (const UtCalendar *calendar, guint16 number) {
  return calendar->periods[number];
}

guint
ut_calendar_count (const UtCalendar *calendar) {
  return calendar->n;
}
