#include "cli/inspect_page.h"

#include <math.h>
#include <utsyn/number.h>

#include "base/i18n.h"

#define LABELS_SHOWN 8

static const char *
separator_name (char separator) {
  switch (separator) {
  case '\t':
    return _ ("tab");
  case ';':
    return _ ("semicolon");
  case ',':
    return _ ("comma");
  default:
    return _ ("space");
  }
}

static void
print_count (guint n, const char *what, gboolean *any) {
  if (n == 0)
    return;
  g_print ("%s%u %s", *any ? ", " : "    ", n, what);
  *any = TRUE;
}

static void
print_places (const UtInspectPlaces *places) {
  gboolean any = FALSE;
  print_count (places->n_countries, _ ("country"), &any);
  print_count (places->n_counties, _ ("counties"), &any);
  print_count (places->n_groups, _ ("KOSTRA groups"), &any);
  print_count (places->n_municipalities, _ ("municipalities"), &any);
  print_count (places->n_below, _ ("below municipality or outside"), &any);
  print_count (places->n_ambiguous, _ ("names of several places"), &any);
  print_count (places->n_unknown, _ ("unknown"), &any);
  if (places->n_municipalities + places->n_counties > 0 && places->structure != 0)
    g_print (_ (" (codes or names of %d)"), places->structure);
  else if (places->n_municipalities + places->n_counties > 0)
    g_print ("%s", _ (" (codes of several years)"));
  if (any)
    g_print ("\n");
}

static void
print_periods (const UtInspectDimension *dimension) {
  if (dimension->first.kind == UT_PERIOD_NONE)
    return;
  g_autofree char *first = ut_period_format (dimension->first, ut_language_messages ());
  g_autofree char *last = ut_period_format (dimension->last, ut_language_messages ());
  g_print (_ ("    from %1$s to %2$s"), first, last);
  if (dimension->n_no_period > 0)
    g_print (_ ("; no period: %zu"), dimension->n_no_period);
  g_print ("\n");
}

static void
print_dimension (const UtInspectDimension *dimension, gboolean all) {
  g_print ("  %s", *dimension->name != '\0' ? dimension->name : _ ("(without heading)"));
  if (*dimension->role != '\0')
    g_print (" (%s)", dimension->role[0] == 'r' ? _ ("place") : _ ("period"));
  g_print (": %zu", dimension->n_labels);
  gsize shown = all ? dimension->labels->len : MIN (dimension->labels->len, LABELS_SHOWN);
  for (gsize i = 0; i < shown; i++)
    g_print ("%s%s", i == 0 ? " – " : ", ", (const char *) g_ptr_array_index (dimension->labels, i));
  g_print (dimension->n_labels > shown ? " …\n" : "\n");
  if (dimension->role[0] == 'r')
    print_places (&dimension->places);
  else if (dimension->role[0] == 'p')
    print_periods (dimension);
}

static int
figure_decimals (double value) {
  return value == floor (value) ? 0 : 2;
}

static void
print_column (const UtInspectColumn *column) {
  g_print ("  %s: ", column->name);
  if (column->n_figures == 0) {
    g_print ("%s\n", _ ("no figures"));
    return;
  }
  UtLanguage language = ut_language_messages ();
  g_autofree char *least = ut_number_format (column->least, figure_decimals (column->least), language);
  g_autofree char *greatest = ut_number_format (column->greatest, figure_decimals (column->greatest), language);
  g_print (_ ("%1$zu figures, %2$s to %3$s\n"), column->n_figures, least, greatest);
}

static void
print_signs (const UtInspectTable *table) {
  for (guint i = 0; i < table->signs->len; i++) {
    const UtInspectSign *sign = &g_array_index (table->signs, UtInspectSign, i);
    g_print (_ ("  sign «%1$s»: %2$zu times, %3$s\n"), sign->sign, sign->n,
             sign->status == UT_STATUS_OK ? _ ("zero") : ut_status_label (sign->status, ut_language_messages ()));
  }
  if (table->n_odd > 0)
    g_print (_ ("  neither figure nor sign: %1$zu cells, the first «%2$s» in line %3$u\n"), table->n_odd, table->odd,
             table->odd_line);
}

static void
print_table (const UtInspectTable *table, gboolean all) {
  if (table->title != NULL)
    g_print (_ (" table «%s»\n"), table->title);
  g_print (_ ("  %1$zu rows, %2$u columns of figures"), table->n_rows, table->columns->len);
  if (table->n_bad > 0)
    g_print (_ ("; not readable: %zu rows"), table->n_bad);
  g_print ("\n");
  for (guint i = 0; i < table->dimensions->len; i++)
    print_dimension (g_ptr_array_index (table->dimensions, i), all);
  guint shown = all ? table->columns->len : MIN (table->columns->len, LABELS_SHOWN);
  for (guint i = 0; i < shown; i++)
    print_column (g_ptr_array_index (table->columns, i));
  if (table->columns->len > shown)
    g_print (_ ("  … and %u more columns of figures (-v shows all)\n"), table->columns->len - shown);
  print_signs (table);
}

void
ut_inspection_print (const char *path, const UtInspection *inspection, gboolean all) {
  g_autofree char *base = g_path_get_basename (path);
  UtDecimalMark mark = inspection->other_decimal ? (UtDecimalMark) (1 - inspection->decimal) : inspection->decimal;
  g_print ("%s   %s (%s)", base, _ (inspection->help), inspection->format);
  if (inspection->encoding != NULL)
    g_print (", %s", inspection->encoding);
  if (inspection->separator != 0)
    g_print (", %s", separator_name (inspection->separator));
  g_print (", %s\n", mark == UT_DECIMAL_COMMA ? _ ("decimal comma") : _ ("decimal point"));
  for (guint i = 0; i < inspection->tables->len; i++)
    print_table (g_ptr_array_index (inspection->tables, i), all);
  if (inspection->tables->len == 0)
    g_print ("  %s\n", _ ("no table with figures"));
  g_print (_ ("  a dataset.yaml to start from: utsyn inspect --yaml %s\n"), base);
}
