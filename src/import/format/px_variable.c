#include "import/format/px_variable.h"

#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "base/text.h"
#include "import/label/heading_words.h"
#include "import/label/period.h"

/* PC-Axis itself stops far below this. */
#define MAX_VARIABLES 100
/* Every figure carries a label of each variable. */
#define MAX_LABEL_BYTES 8192

static gboolean
complain (const char *shown, guint line, const char *what, GError **error) {
  ut_error_set (error, UT_ERROR_DEFINITION, "%s:%u: %s", shown, MAX (line, 1), what);
  return FALSE;
}

static guint
count (const char *const *list) {
  return list != NULL ? g_strv_length ((char **) list) : 0;
}

/* STUB=""; names no variable. */
static guint
count_names (const char *const *names) {
  return names != NULL && names[0] != NULL && *names[0] == '\0' ? 0 : count (names);
}

static int
kind_of (const UtPx *px, const char *name) {
  const char *type = ut_px_text (px, "VARIABLE-TYPE", name);
  return type != NULL ? g_ascii_toupper (*type) : 0;
}

static const char *
code_of (const UtPx *px, const char *name) {
  const char *code = ut_px_text (px, "VARIABLECODE", name);
  return code != NULL && *code != '\0' ? code : name;
}

/* A domain is a set of values of any kind; its name tells when they are places. */
static gboolean
domain_names_places (const UtPx *px, const char *name) {
  static const char *const words[] = { "kommun", "fylke", "municipal", "county", "counties", "region" };
  const char *domain = ut_px_text (px, "DOMAIN", name);
  g_autofree char *folded = domain != NULL ? ut_text_fold (domain) : NULL;
  for (gsize i = 0; folded != NULL && i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static int
score_region (const UtPx *px, const char *name) {
  if (kind_of (px, name) == 'G' || ut_px_text (px, "MAP", name) != NULL)
    return 3;
  if (ut_heading_names_region (name) || ut_heading_names_region (code_of (px, name)))
    return 2;
  return domain_names_places (px, name) ? 1 : 0;
}

static int
score_period (const UtPx *px, const char *name) {
  if (ut_px_text (px, "TIMEVAL", name) != NULL)
    return 3;
  if (kind_of (px, name) == 'T')
    return 2;
  return ut_heading_names_period (name) || ut_heading_names_period (code_of (px, name)) ? 1 : 0;
}

static int
find_best (const UtPx *px, const UtPxVariables *variables, int (*score) (const UtPx *px, const char *name)) {
  int best = -1, best_score = 0;
  for (guint i = 0; i < variables->n_variables; i++) {
    int value = score (px, variables->variables[i].name);
    if (value > best_score) {
      best = (int) i;
      best_score = value;
    }
  }
  return best;
}

/* PC-Axis numbers the values itself where nobody gave them codes: 0, 1, 2 … or 1, 2, 3 … Such codes say nothing. */
static gboolean
are_numbered (const char *const *codes, guint n) {
  guint first = n > 0 && strcmp (codes[0], "0") == 0 ? 0 : 1;
  for (guint i = 0; i < n; i++) {
    char number[16];
    g_snprintf (number, sizeof number, "%u", i + first);
    if (strcmp (codes[i], number) != 0)
      return FALSE;
  }
  return n > 1;
}

/* "0301 Oslo"; the text alone when it begins with the code already. */
static char *
label_place (const char *code, const char *text) {
  gsize length = strlen (code);
  if (g_str_has_prefix (text, code) && (text[length] == ' ' || text[length] == '\0'))
    return g_strdup (text);
  return g_strdup_printf ("%s %s", code, text);
}

/* Whichever of code and text can be read as a period; a school year may be coded by the year it begins in. */
static char *
label_period (const char *code, const char *text) {
  UtPeriod period, both;
  g_autofree char *pair = g_strdup_printf ("%s - %s", code, text);
  if (ut_period_label_read (code, &period))
    return g_strdup (ut_period_label_read (pair, &both) && both.kind == UT_PERIOD_SCHOOL_YEAR ? text : code);
  return ut_period_label_read (text, &period) ? g_strdup (text) : g_strdup_printf ("%s - %s", code, text);
}

static void
label_values (UtPxVariable *variable, const char *const *codes, const char *const *texts, gboolean place,
              gboolean period) {
  if (place && are_numbered (codes, variable->n_labels))
    codes = texts;
  for (guint i = 0; i < variable->n_labels; i++) {
    if (strcmp (codes[i], texts[i]) == 0)
      variable->labels[i] = g_strdup (texts[i]);
    else if (place)
      variable->labels[i] = label_place (codes[i], texts[i]);
    else if (period)
      variable->labels[i] = label_period (codes[i], texts[i]);
    else
      variable->labels[i] = g_strdup_printf ("%s - %s", codes[i], texts[i]);
  }
}

/* A heading of both halves tells that the labels have them too. */
static char *
make_heading (const UtPx *px, const UtPxVariable *variable) {
  const char *code = code_of (px, variable->name);
  gboolean halves = strcmp (code, variable->name) != 0;
  for (guint i = 0; i < variable->n_labels && !halves; i++)
    halves = strstr (variable->labels[i], " - ") != NULL;
  return halves ? g_strdup_printf ("%s - %s", code, variable->name) : g_strdup (variable->name);
}

static gboolean
read_variable (const UtPx *px, const char *shown, UtPxVariables *variables, guint number, GError **error) {
  UtPxVariable *variable = &variables->variables[number];
  const char *name = variable->name;
  const char *const *texts = ut_px_list (px, "VALUES", name), *const *codes = ut_px_list (px, "CODES", name);
  if (count (texts) == 0)
    texts = codes;
  if (count (codes) == 0)
    codes = texts;
  variable->n_labels = count (texts);
  if (variable->n_labels == 0) {
    g_autofree char *what = g_strdup_printf (_ ("VALUES(\"%s\") is missing"), name);
    return complain (shown, ut_px_line (px, number < variables->n_stub ? "STUB" : "HEADING", NULL), what, error);
  }
  if (count (codes) != variable->n_labels) {
    g_autofree char *what = g_strdup_printf (_ ("CODES(\"%s\") are not as many as its VALUES"), name);
    return complain (shown, ut_px_line (px, "CODES", name), what, error);
  }
  variable->labels = g_new0 (char *, variable->n_labels + 1);
  label_values (variable, codes, texts, (int) number == variables->region, (int) number == variables->period);
  variable->heading = make_heading (px, variable);
  const char *keys = number < variables->n_stub ? ut_px_text (px, "KEYS", name) : NULL;
  if (keys != NULL)
    variable->keys = g_ascii_strcasecmp (keys, "VALUES") == 0 ? texts : codes;
  return TRUE;
}

static gboolean
check_lengths (const UtPx *px, const char *shown, const UtPxVariables *variables, GError **error) {
  gsize sum = 0;
  for (guint i = 0; i < variables->n_variables; i++) {
    gsize longest = 0;
    for (guint k = 0; k < variables->variables[i].n_labels; k++)
      longest = MAX (longest, strlen (variables->variables[i].labels[k]));
    sum += longest;
  }
  if (sum <= MAX_LABEL_BYTES)
    return TRUE;
  return complain (shown, ut_px_line (px, "STUB", NULL), _ ("the labels of one figure are longer than 8 kB together"),
                   error);
}

/* Rows of sparse data begin with a key of every variable of the stub, or of none. */
static gboolean
check_keys (const UtPx *px, const char *shown, const UtPxVariables *variables, GError **error) {
  for (guint i = 1; i < variables->n_stub; i++) {
    const UtPxVariable *variable = &variables->variables[i];
    if ((variable->keys == NULL) == (variables->variables[0].keys == NULL))
      continue;
    const char *without = variable->keys == NULL ? variable->name : variables->variables[0].name;
    g_autofree char *what
        = g_strdup_printf (_ ("KEYS(\"%s\") is missing, though other variables of STUB have KEYS"), without);
    return complain (shown, ut_px_line (px, "STUB", NULL), what, error);
  }
  return TRUE;
}

gboolean
ut_px_variables_read (const UtPx *px, const char *shown, UtPxVariables *variables, GError **error) {
  const char *const *stub = ut_px_list (px, "STUB", NULL), *const *heading = ut_px_list (px, "HEADING", NULL);
  guint n_stub = count_names (stub), n = n_stub + count_names (heading);
  if (n == 0)
    return complain (shown, 1, _ ("neither STUB nor HEADING names a variable"), error);
  if (n > MAX_VARIABLES)
    return complain (shown, ut_px_line (px, "STUB", NULL), _ ("more variables than a table of figures can have"),
                     error);
  variables->n_stub = n_stub;
  variables->n_variables = n;
  variables->variables = g_new0 (UtPxVariable, n);
  for (guint i = 0; i < n; i++)
    variables->variables[i].name = i < n_stub ? stub[i] : heading[i - n_stub];
  variables->region = find_best (px, variables, score_region);
  variables->period = find_best (px, variables, score_period);
  if (variables->period == variables->region)
    variables->region = -1;
  for (guint i = 0; i < n; i++)
    if (!read_variable (px, shown, variables, i, error))
      return FALSE;
  return check_lengths (px, shown, variables, error) && check_keys (px, shown, variables, error);
}

void
ut_px_variables_clear (UtPxVariables *variables) {
  for (guint i = 0; i < variables->n_variables; i++) {
    g_strfreev (variables->variables[i].labels);
    g_free (variables->variables[i].heading);
  }
  g_free (variables->variables);
  *variables = (UtPxVariables){ 0 };
}
