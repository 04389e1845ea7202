#include "cli/inspect_page.h"

#include <math.h>
#include <utsyn/number.h>

#include "base/i18n.h"
#include "base/text.h"

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
  case '|':
    return _ ("vertical bar");
  default:
    return _ ("space");
  }
}

/* Takes `text`; nothing is said of what there is none of. */
static void
print_part (guint n, char *text, gboolean *any) {
  if (n > 0)
    g_print ("%s%s", *any ? ", " : "    ", text);
  *any = *any || n > 0;
  g_free (text);
}

static void
print_strange (const UtInspectPlaces *places) {
  guint n = places->n_unknown + places->n_ambiguous;
  g_autoptr (GString) list = g_string_new (NULL);
  for (guint i = 0; i < places->strange->len; i++)
    ut_text_add_quoted (list, i == 0 ? ": " : ", ", g_ptr_array_index (places->strange, i));
  g_print ("%s%s", list->str, n > places->strange->len ? " …" : "");
}

static void
print_places (const UtInspectPlaces *places) {
  UtLanguage language = ut_language_messages ();
  gboolean any = FALSE;
  guint n = places->n_countries;
  print_part (n, g_strdup_printf (ut_trn (language, "%u country", "%u countries", n), n), &any);
  n = places->n_counties;
  print_part (n, g_strdup_printf (ut_trn (language, "%u county", "%u counties", n), n), &any);
  n = places->n_groups;
  print_part (n, g_strdup_printf (ut_trn (language, "%u KOSTRA group", "%u KOSTRA groups", n), n), &any);
  n = places->n_municipalities;
  print_part (n, g_strdup_printf (ut_trn (language, "%u municipality", "%u municipalities", n), n), &any);
  if (places->n_municipalities + places->n_counties > 0 && places->structure != 0)
    g_print (_ (" (codes or names of %d)"), places->structure);
  else if (places->n_municipalities + places->n_counties > 0)
    g_print ("%s", _ (" (codes of several years)"));
  n = places->n_below;
  print_part (n, g_strdup_printf (_ ("%u below municipality or outside"), n), &any);
  n = places->n_ambiguous;
  print_part (n, g_strdup_printf (ut_trn (language, "%u name of several places", "%u names of several places", n), n),
              &any);
  n = places->n_unknown;
  print_part (n, g_strdup_printf (ut_trn (language, "%u unknown place", "%u unknown places", n), n), &any);
  if (places->strange != NULL)
    print_strange (places);
  if (any)
    g_print ("\n");
  if (ut_inspect_places_are_foreign (places))
    g_print ("    %s\n", _ ("none of them is a place in Norway"));
}

static void
print_periods (const UtInspectDimension *dimension) {
  if (dimension->first.kind == UT_PERIOD_NONE)
    return;
  g_autofree char *first = ut_period_format (dimension->first, ut_language_messages ());
  g_autofree char *last = ut_period_format (dimension->last, ut_language_messages ());
  if (ut_period_compare (dimension->first, dimension->last) == 0)
    g_print ("    %s", first);
  else
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
  for (gsize i = 0; i < shown; i++) {
    const char *label = g_ptr_array_index (dimension->labels, i);
    g_print ("%s%s", i == 0 ? " – " : ", ", *label != '\0' ? label : _ ("(empty)"));
  }
  g_print (dimension->n_labels > shown ? " …\n" : "\n");
  if (dimension->role[0] == 'r')
    print_places (&dimension->places);
  else if (dimension->role[0] == 'p')
    print_periods (dimension);
}

/* As few as tell both of them, two at most. */
static int
figure_decimals (double least, double greatest) {
  int decimals = 0;
  for (double scale = 1; decimals < 2; decimals++, scale *= 10)
    if (fabs (round (least * scale) - least * scale) <= 1e-9 * fabs (least * scale)
        && fabs (round (greatest * scale) - greatest * scale) <= 1e-9 * fabs (greatest * scale))
      break;
  return decimals;
}

static void
print_column (const UtInspectColumn *column) {
  g_print ("  %s: ", column->name);
  if (column->n_figures == 0) {
    g_print ("%s\n", _ ("no figures"));
    return;
  }
  UtLanguage language = ut_language_messages ();
  int decimals = figure_decimals (column->least, column->greatest);
  g_autofree char *least = ut_number_format (column->least, decimals, language);
  g_autofree char *greatest = ut_number_format (column->greatest, decimals, language);
  if (column->least < column->greatest)
    g_print (_ ("%1$zu figures, %2$s to %3$s\n"), column->n_figures, least, greatest);
  else
    g_print (ut_trn (language, "%1$zu figure, %2$s\n", "%1$zu figures, all %2$s\n", column->n_figures),
             column->n_figures, least);
}

static void
print_signs (const UtInspectTable *table) {
  for (guint i = 0; i < table->signs->len; i++) {
    const UtInspectSign *sign = &g_array_index (table->signs, UtInspectSign, i);
    const char *meaning
        = sign->status == UT_STATUS_OK ? _ ("zero") : ut_status_label (sign->status, ut_language_messages ());
    if (*sign->sign == '\0')
      g_print (ut_trn (ut_language_messages (), "  %1$zu empty cell: %2$s\n", "  %1$zu empty cells: %2$s\n", sign->n),
               sign->n, meaning);
    else
      g_print (ut_trn (ut_language_messages (), "  sign '%1$s' in %2$zu cell: %3$s\n",
                       "  sign '%1$s' in %2$zu cells: %3$s\n", sign->n),
               sign->sign, sign->n, meaning);
  }
  if (table->n_odd > 0)
    g_print (_ ("  neither figure nor sign in %1$zu of the cells, first '%2$s' in line %3$u\n"), table->n_odd,
             table->odd, table->odd_line);
}

static void
print_reasons (const UtInspectTable *table) {
  UtLanguage language = ut_language_messages ();
  for (guint i = 0; i < table->reasons->len; i++) {
    const UtInspectReason *reason = &g_array_index (table->reasons, UtInspectReason, i);
    g_print (ut_trn (language, "    %1$zu row not read, line %2$u: %3$s\n",
                     "    %1$zu rows not read, the first in line %2$u: %3$s\n", reason->n),
             reason->n, reason->line, reason->why);
  }
}

static void
print_table (const UtInspectTable *table, gboolean all) {
  UtLanguage language = ut_language_messages ();
  if (table->title != NULL)
    g_print (_ (" table '%s'\n"), table->title);
  g_print (ut_trn (language, "  %zu row, ", "  %zu rows, ", table->n_rows), table->n_rows);
  g_print (ut_trn (language, "%u column of figures\n", "%u columns of figures\n", table->columns->len),
           table->columns->len);
  print_reasons (table);
  gboolean has_places = FALSE;
  for (guint i = 0; i < table->dimensions->len; i++) {
    const UtInspectDimension *dimension = g_ptr_array_index (table->dimensions, i);
    has_places = has_places || dimension->role[0] == 'r';
    print_dimension (dimension, all);
  }
  if (!has_places && table->columns->len > 0)
    g_print ("  %s\n", _ ("no column of places was found; name it with region: if there is one"));
  guint shown = all ? table->columns->len : MIN (table->columns->len, LABELS_SHOWN);
  for (guint i = 0; i < shown; i++)
    print_column (g_ptr_array_index (table->columns, i));
  if (table->columns->len > shown)
    g_print (ut_trn (ut_language_messages (), "  … and %u more column of figures (-v shows all)\n",
                     "  … and %u more columns of figures (-v shows all)\n", table->columns->len - shown),
             table->columns->len - shown);
  print_signs (table);
}

void
ut_inspection_print (const char *path, const UtInspection *inspection, const UtProposal *proposal, gboolean all) {
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
  for (guint i = 0; i < inspection->passed_over->len; i++) {
    const UtInspectSheet *sheet = &g_array_index (inspection->passed_over, UtInspectSheet, i);
    g_print (_ (" sheet '%1$s' without a table: %2$s\n"), sheet->name, sheet->why);
  }
  if (inspection->tables->len == 0)
    g_print ("  %s\n", _ ("no table with figures"));
  g_print (_ ("  a dataset.yaml to start from: utsyn inspect --yaml %s\n"), base);
  for (guint i = 0; i < proposal->said->len; i++) {
    g_autofree char *line = ut_text_clean (g_ptr_array_index (proposal->said, i), UT_TEXT_MESSAGE);
    g_print ("    %s\n", line);
  }
}
