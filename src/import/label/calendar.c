#include "import/label/calendar.h"

#include <pthread.h>

typedef struct {
  UtPeriod read; /* as the cell says by itself */
  guint8 form;   /* UtPeriodForm */
  guint8 below_year;
} Entry;

struct UtCalendar {
  pthread_mutex_t lock;
  guint n;
  Entry entries[UT_CALENDAR_MOST]; /* never move: read without the lock by whoever was given the number */
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
is_same (const Entry *entry, UtPeriod period, UtPeriodForm form, gboolean below_year) {
  return entry->form == form && entry->below_year == below_year && ut_period_compare (entry->read, period) == 0;
}

guint16
ut_calendar_number_of (UtCalendar *calendar, UtPeriod period, UtPeriodForm form, gboolean below_year) {
  below_year = below_year && form != UT_FORM_PLAIN;
  pthread_mutex_lock (&calendar->lock);
  guint number = 0;
  while (number < calendar->n && !is_same (&calendar->entries[number], period, form, below_year))
    number++;
  if (number == calendar->n && number < UT_CALENDAR_MOST)
    calendar->entries[calendar->n++] = (Entry){ period, (guint8) form, (guint8) below_year };
  pthread_mutex_unlock (&calendar->lock);
  return number < UT_CALENDAR_MOST ? (guint16) number : UT_CALENDAR_NONE;
}

guint16
ut_calendar_number (UtCalendar *calendar, UtPeriod period) {
  return ut_calendar_number_of (calendar, period, UT_FORM_PLAIN, FALSE);
}

/* How often each form is among the periods, and how often below a heading that says year. */
typedef struct {
  guint n[UT_N_PERIOD_FORMS], n_below_year[UT_N_PERIOD_FORMS];
} Forms;

static Forms
count_forms (const UtCalendar *calendar, guint n, const gboolean *used) {
  Forms forms = { 0 };
  for (guint i = 0; i < n; i++) {
    const Entry *entry = &calendar->entries[i];
    if (used != NULL && !used[i])
      continue;
    forms.n[entry->form]++;
    forms.n_below_year[entry->form] += entry->below_year;
  }
  return forms;
}

/* Whether dates of this form stand for their years. */
static gboolean
stands_for_year (const Forms *forms, UtPeriodForm form, UtPeriodForm opposite) {
  return forms->n[UT_FORM_DAY] == 0 && forms->n[opposite] == 0
         && (forms->n[form] > 1 || forms->n[form] == forms->n_below_year[form]);
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
                     .first_part = month,
                     .last_part = month,
                     .first_year = school_year.first_year,
                     .last_year = school_year.first_year };
}

void
ut_calendar_settle (const UtCalendar *calendar, guint n, const gboolean *used, UtPeriod *periods) {
  const Forms forms = count_forms (calendar, n, used);
  const gboolean years[UT_N_PERIOD_FORMS] = {
    [UT_FORM_NEW_YEAR] = stands_for_year (&forms, UT_FORM_NEW_YEAR, UT_FORM_YEAR_END),
    [UT_FORM_YEAR_END] = stands_for_year (&forms, UT_FORM_YEAR_END, UT_FORM_NEW_YEAR),
  };
  for (guint i = 0; i < n; i++) {
    const Entry *entry = &calendar->entries[i];
    gboolean month = entry->form == UT_FORM_MONTH_OR_SCHOOL_YEAR && forms.n[UT_FORM_MONTH] > 0;
    periods[i] = month ? month_of (entry->read) : years[entry->form] ? year_of (entry->read) : entry->read;
  }
}

UtPeriod
ut_calendar_period (const UtCalendar *calendar, guint16 number) {
  return calendar->entries[number].read;
}

guint
ut_calendar_count (const UtCalendar *calendar) {
  return calendar->n;
}
