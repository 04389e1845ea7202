#include "import/period_label.h"

#include <string.h>

static gboolean
read_quarter (const char *label, UtPeriod *period) {
  if (strlen (label) != 6 || strspn (label, "0123456789") != 4 || strchr ("KQkq", label[4]) == NULL || label[5] < '1'
      || label[5] > '4')
    return FALSE;
  guint8 quarter = (guint8) (label[5] - '1');
  guint16 year = (guint16) g_ascii_strtoull (label, NULL, 10);
  *period = (UtPeriod){ .kind = UT_PERIOD_MONTHS,
                        .first_month = (guint8) (3 * quarter + 1),
                        .last_month = (guint8) (3 * quarter + 3),
                        .first_year = year,
                        .last_year = year };
  return TRUE;
}

static gboolean
read_one (const char *label, UtPeriod *period) {
  return ut_period_parse (label, period) || read_quarter (label, period);
}

/* Code and text of the same period, with `glue` between. */
static gboolean
read_pair (const char *label, const char *glue, UtPeriod *period) {
  const char *middle = strstr (label, glue);
  if (middle == NULL)
    return FALSE;
  g_autofree char *code = g_strndup (label, (gsize) (middle - label));
  UtPeriod first, second;
  if (!read_one (code, &first) || !read_one (middle + strlen (glue), &second) || ut_period_compare (first, second) != 0)
    return FALSE;
  *period = first;
  return TRUE;
}

gboolean
ut_period_label_read (const char *label, UtPeriod *period) {
  return read_one (label, period) || read_pair (label, " - ", period) || read_pair (label, " ", period);
}

gboolean
ut_period_heading_split (const char *heading, char **contents, char **period) {
  UtPeriod parsed;
  const char *tail = heading;
  while (tail != NULL && !ut_period_label_read (tail, &parsed)) {
    tail = strchr (tail, ' ');
    if (tail != NULL)
      tail++;
  }
  if (tail == NULL || *tail == '\0')
    return FALSE;
  *period = g_strdup (tail);
  *contents = g_strchomp (g_strndup (heading, (gsize) (tail - heading)));
  return TRUE;
}
