/* `udir-json`: answers of Udir's data API: a flat list of objects, alone or as 'data', with figures as texts in
 * Norwegian; or a pivot (udir_pivot.c). Places are given by a level and a code for each level. */
#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "import/bytes/json.h"
#include "import/format/formats.h"
#include "import/format/udir_json.h"
#include "import/format/udir_pages.h"
#include "import/label/heading_words.h"
#include "import/label/region.h"
#include "import/shape/json_records.h"

int
ut_udir_json_detect (const UtFileHead *head) {
  static const char *const keys[] = { "EnhetNivaa", "BarnehageenhetNivaa", "Skoleaarnavn", "Organisasjonsnummer" };
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (ut_json_head_has (head, keys[i], NULL))
      return 95;
  if (ut_json_head_has (head, "rowHierarchy", NULL)
      || (ut_json_head_has (head, "navn", NULL) && ut_json_head_has (head, "kode", NULL)
          && ut_json_head_has (head, "data", NULL) && ut_json_head_has (head, "rows", NULL)))
    return 90;
  return ut_json_head_has (head, "feiltype", NULL) && ut_json_head_has (head, "melding", NULL) ? 90 : 0;
}

/* Which keys are figures */

static gboolean
ends_with_one (const char *key, const char *const *endings) {
  for (; *endings != NULL; endings++)
    if (g_str_has_suffix (key, *endings))
      return TRUE;
  return FALSE;
}

static gboolean
begins_with_one (const char *key, const char *const *beginnings) {
  for (; *beginnings != NULL; beginnings++)
    if (g_str_has_prefix (key, *beginnings))
      return TRUE;
  return FALSE;
}

typedef struct {
  guint n_figures, n_others;
} Content;

/* What the cells of each key are; signs and empty cells say nothing. */
static Content *
look_at_cells (const UtJsonRecords *records) {
  guint n_keys = records->keys->len;
  Content *contents = g_new0 (Content, n_keys);
  g_autofree char **cells = g_new0 (char *, n_keys);
  for (gsize row = 0; row < json_array_size (records->list); row++) {
    if (ut_json_records_cells (records, row, ut_notation_udir.decimal, cells) != NULL)
      continue;
    for (guint i = 0; i < n_keys; i++) {
      double number;
      UtStatus status;
      if (ut_number_parse (cells[i], ut_notation_udir.decimal, &number))
        contents[i].n_figures++;
      else if (!ut_notation_sign (&ut_notation_udir, cells[i], &status))
        contents[i].n_others++;
    }
    ut_json_records_drop (records, cells);
  }
  return contents;
}

/* Codes and levels are numbers too: their names tell. What Udir calls a share or a count is a figure also where every
 * cell is hidden. */
static gboolean
is_figure (const char *key, const Content *content) {
  static const char *const figures[]
      = { "Andel", "Antall", "Score", "Standardavvik", "Snitt", "Gjennomsnitt", "Skalapoeng", "Usikkerhet", NULL };
  static const char *const labels[] = { "kode", "Kode", "navn", "Navn", "Nivaa", "nivaa", "nummer", "ID", "Id", NULL };
  static const char *const paging[] = { "Rader", "Side", NULL };
  if (content->n_others > 0)
    return FALSE;
  if (begins_with_one (key, figures))
    return TRUE;
  return content->n_figures > 0 && !ends_with_one (key, labels) && !begins_with_one (key, paging)
         && strcmp (key, "id") != 0 && !ut_heading_names_period (key);
}

static gboolean *
decide_values (const UtJsonRecords *records, const UtReadHints *hints) {
  guint n_keys = records->keys->len;
  g_autofree Content *contents = look_at_cells (records);
  gboolean *is_value = g_new0 (gboolean, n_keys);
  for (guint i = 0; i < n_keys; i++) {
    if (ut_json_records_lists (records, i, hints->label_columns))
      continue;
    is_value[i] = hints->value_columns != NULL ? ut_json_records_lists (records, i, hints->value_columns)
                                               : is_figure (g_ptr_array_index (records->keys, i), &contents[i]);
  }
  return is_value;
}

/* Places */

static const char *
cell_named (const UtJsonRecords *records, char **cells, const char *key) {
  int number = ut_json_records_find (records, key);
  return number >= 0 ? cells[number] : "";
}

/* Kindergartens have keys of their own. */
static const char *
cell_either (const UtJsonRecords *records, char **cells, const char *key, const char *other) {
  return cell_named (records, cells, ut_json_records_find (records, key) >= 0 ? key : other);
}

/* "0000" and "00" stand for all of them. */
static gboolean
is_one_place (const char *code) {
  return strspn (code, "0") != strlen (code);
}

static char *
join_place (const char *code, const char *name) {
  return g_strstrip (g_strdup_printf ("%s%s %s", strlen (code) == 1 ? "0" : "", code, name));
}

typedef struct {
  gint64 level;
  const char *number, *name; /* of the unit: Organisasjonsnummer, EnhetNavn */
  const char *municipality;
} Unit;

/* Level 3 is a municipality where tables have those (grunnskole), else a school (videregående). The number of a
 * municipality may be one of nine digits too; it is then not called as a school. */
static gboolean
is_school (const UtJsonRecords *records, const Unit *unit) {
  gint64 school_level = ut_json_records_find (records, "Kommunekode") >= 0 ? 4 : 3;
  gboolean own_name
      = *unit->name != '\0' && !g_str_has_prefix (unit->name, "Alle ") && strcmp (unit->name, unit->municipality) != 0;
  return unit->level >= school_level
         || (strlen (unit->number) >= 9 && own_name && (unit->level == 0 || unit->level == 3));
}

static char *
find_place (const UtJsonRecords *records, char **cells) {
  const Unit unit
      = { .level = g_ascii_strtoll (cell_either (records, cells, "EnhetNivaa", "BarnehageenhetNivaa"), NULL, 10),
          .number = cell_named (records, cells, "Organisasjonsnummer"),
          .name = cell_either (records, cells, "EnhetNavn", "Barnehageenhetnavn"),
          .municipality = cell_named (records, cells, "Kommune") };
  const char *municipality = cell_named (records, cells, "Kommunekode"),
             *county = cell_named (records, cells, "Fylkekode");
  if (is_school (records, &unit))
    return strlen (unit.number) >= 9 ? join_place (unit.number, unit.name)
                                     : g_strconcat (UT_LABEL_BELOW, unit.name, NULL);
  if (is_one_place (municipality) && (unit.level == 0 || unit.level == 3))
    return join_place (municipality, unit.municipality);
  if (is_one_place (county) && (unit.level == 0 || unit.level == 2))
    return join_place (county, cell_named (records, cells, "Fylke"));
  return g_strdup (unit.level <= 1 ? "Nasjonalt" : unit.name);
}

static gboolean
tells_places (const UtJsonRecords *records) {
  static const char *const keys[]
      = { "EnhetNivaa", "BarnehageenhetNivaa", "Fylkekode", "Kommunekode", "Organisasjonsnummer" };
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (ut_json_records_find (records, keys[i]) >= 0)
      return TRUE;
  return FALSE;
}

static int
find_period (const UtJsonRecords *records) {
  static const char *const keys[] = { "Skoleaarnavn", "Skoleaar", "TidNavn" };
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    int key = ut_json_records_find (records, keys[i]);
    if (key >= 0)
      return key;
  }
  for (guint i = 0; i < records->keys->len; i++)
    if (ut_heading_names_period (g_ptr_array_index (records->keys, i)))
      return (int) i;
  return -1;
}

static gboolean
read_flat (const json_t *root, json_t *list, const UtReadHints *hints, const char *shown, const UtCellSink *sink,
           GError **error) {
  g_auto (UtJsonRecords) records = { 0 };
  if (!ut_json_records_init (&records, list, NULL, shown, error))
    return FALSE;
  g_autofree gboolean *is_value = decide_values (&records, hints);
  g_autofree char *lack = ut_udir_find_lack (root, &records);
  UtJsonTable table = { .mark = ut_notation_udir.decimal,
                        .is_value = is_value,
                        .region_key = -1,
                        .period_key = find_period (&records),
                        .place = tells_places (&records) ? find_place : NULL,
                        .place_heading = "Enhet",
                        .lack = lack };
  if (table.period_key >= 0 && is_value[table.period_key])
    table.period_key = -1;
  return ut_json_records_hand (&records, &table, sink, error);
}

/* {"kode":400,"feiltype":…,"melding":"Filter må oppgis!"} */
static gboolean
complain_answer (json_t *root, const char *shown, GError **error) {
  g_autofree char *code = ut_json_cell (json_object_get (root, "kode"), UT_DECIMAL_POINT);
  g_autofree char *message = ut_json_cell (json_object_get (root, "melding"), UT_DECIMAL_POINT);
  if (message != NULL && *message != '\0')
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s:1: Udir has answered with an error, not with figures: %s %s"),
                  shown, code != NULL ? code : "", message);
  else
    ut_error_set (error, UT_ERROR_DEFINITION,
                  _ ("%s:1: no answer of Udir: a list of objects, 'data' or 'rows' was expected"), shown);
  return FALSE;
}

gboolean
ut_udir_json_read (const char *path, const UtReadHints *hints, const UtCellSink *sink, UtFileForm *form,
                   GError **error) {
  const char *shown = hints->shown != NULL ? hints->shown : path;
  json_auto_t *root = ut_json_load (path, shown, form, error);
  if (root == NULL)
    return FALSE;
  json_t *list = json_is_array (root) ? root : json_object_get (root, "data");
  if (json_is_array (list))
    return read_flat (root, list, hints, shown, sink, error);
  if (json_is_array (json_object_get (root, "rows")))
    return ut_udir_json_read_pivot (root, shown, sink, error);
  return complain_answer (root, shown, error);
}
