#include "import/label/notation.h"

#include <string.h>

#include "base/text.h"

/* From 2021; before that also "..." and "-". "*" marked preliminary figures then and stands for none. */
static const UtSign ssb_signs[] = {
  { "", UT_STATUS_BLANK },      { ".", UT_STATUS_NOT_POSSIBLE }, { "..", UT_STATUS_MISSING },
  { "...", UT_STATUS_NOT_YET }, { ":", UT_STATUS_CONFIDENTIAL }, { "-", UT_STATUS_OK },
  { NULL, UT_STATUS_OK },
};

/* "Dot or star" where too few answered; a dash where nothing exists; a word where a series was broken. */
static const UtSign udir_signs[] = {
  { "", UT_STATUS_BLANK },         { "*", UT_STATUS_CONFIDENTIAL }, { "**", UT_STATUS_CONFIDENTIAL },
  { ".", UT_STATUS_CONFIDENTIAL }, { ":", UT_STATUS_CONFIDENTIAL }, { "..", UT_STATUS_MISSING },
  { "-", UT_STATUS_NOT_POSSIBLE }, { "–", UT_STATUS_NOT_POSSIBLE }, { "Brudd", UT_STATUS_MISSING },
  { NULL, UT_STATUS_OK },
};

static const UtSign fhi_signs[] = {
  { "", UT_STATUS_BLANK },      { ".", UT_STATUS_NOT_POSSIBLE }, { "..", UT_STATUS_MISSING },
  { "...", UT_STATUS_NOT_YET }, { ":", UT_STATUS_CONFIDENTIAL }, { "NA", UT_STATUS_MISSING },
  { NULL, UT_STATUS_OK },
};

static const UtSign nav_signs[] = {
  { "", UT_STATUS_BLANK },         { "*", UT_STATUS_CONFIDENTIAL }, { ":", UT_STATUS_CONFIDENTIAL },
  { ".", UT_STATUS_NOT_POSSIBLE }, { "..", UT_STATUS_MISSING },     { "-", UT_STATUS_OK },
  { NULL, UT_STATUS_OK },
};

static const UtSign imdi_signs[] = {
  { "", UT_STATUS_BLANK },         { ":", UT_STATUS_CONFIDENTIAL }, { "*", UT_STATUS_CONFIDENTIAL },
  { ".", UT_STATUS_NOT_POSSIBLE }, { "..", UT_STATUS_MISSING },     { "-", UT_STATUS_OK },
  { NULL, UT_STATUS_OK },
};

static const UtSign bufdir_signs[] = {
  { "", UT_STATUS_BLANK },         { ".", UT_STATUS_NOT_POSSIBLE }, { "..", UT_STATUS_MISSING },
  { ":", UT_STATUS_CONFIDENTIAL }, { "*", UT_STATUS_CONFIDENTIAL }, { "-", UT_STATUS_OK },
  { NULL, UT_STATUS_OK },
};

/* A file of somebody's own: a dash may be a nil or a gap, and a gap is the cautious reading. The words are what R,
 * pandas, databases and Excel write where there is no value. */
static const UtSign general_signs[] = {
  { "", UT_STATUS_BLANK },       { ".", UT_STATUS_NOT_POSSIBLE }, { "..", UT_STATUS_MISSING },
  { "...", UT_STATUS_NOT_YET },  { ":", UT_STATUS_CONFIDENTIAL }, { "*", UT_STATUS_CONFIDENTIAL },
  { "-", UT_STATUS_MISSING },    { "–", UT_STATUS_MISSING },      { "NA", UT_STATUS_MISSING },
  { "#N/A", UT_STATUS_MISSING }, { "#I/T", UT_STATUS_MISSING },   { "NaN", UT_STATUS_MISSING },
  { "nan", UT_STATUS_MISSING },  { "N/A", UT_STATUS_MISSING },    { "n/a", UT_STATUS_MISSING },
  { "NULL", UT_STATUS_MISSING }, { "null", UT_STATUS_MISSING },   { "<NA>", UT_STATUS_MISSING },
  { "None", UT_STATUS_MISSING }, { NULL, UT_STATUS_OK },
};

const UtNotation ut_notation_ssb = { .name = "ssb",
                                     .source = "Statistisk sentralbyrå",
                                     .source_in_english = "Statistics Norway",
                                     .licence = "CC BY 4.0",
                                     .decimal = UT_DECIMAL_POINT,
                                     .signs = ssb_signs };
const UtNotation ut_notation_udir = { .name = "udir",
                                      .source = "Utdanningsdirektoratet",
                                      .licence = "NLOD 2.0",
                                      .decimal = UT_DECIMAL_COMMA,
                                      .school_years = TRUE,
                                      .signs = udir_signs };
const UtNotation ut_notation_fhi = { .name = "fhi",
                                     .source = "Folkehelseinstituttet",
                                     .source_in_english = "Norwegian Institute of Public Health",
                                     .licence = "CC BY 4.0",
                                     .decimal = UT_DECIMAL_POINT,
                                     .signs = fhi_signs };
const UtNotation ut_notation_nav
    = { .name = "nav", .source = "NAV", .licence = "CC BY 4.0", .decimal = UT_DECIMAL_COMMA, .signs = nav_signs };
const UtNotation ut_notation_imdi = { .name = "imdi",
                                      .source = "Integrerings- og mangfoldsdirektoratet",
                                      .licence = "NLOD 2.0",
                                      .decimal = UT_DECIMAL_COMMA,
                                      .signs = imdi_signs };
const UtNotation ut_notation_bufdir = { .name = "bufdir",
                                        .source = "Barne-, ungdoms- og familiedirektoratet",
                                        .licence = "NLOD 2.0",
                                        .decimal = UT_DECIMAL_COMMA,
                                        .signs = bufdir_signs };
const UtNotation ut_notation_general = { .name = "general", .decimal = UT_DECIMAL_POINT, .signs = general_signs };

const UtNotation *const ut_notations[]
    = { &ut_notation_bufdir, &ut_notation_fhi, &ut_notation_general, &ut_notation_imdi,
        &ut_notation_nav,    &ut_notation_ssb, &ut_notation_udir,    NULL };

const UtNotation *
ut_notation_find (const char *name) {
  for (const UtNotation *const *notation = ut_notations; *notation != NULL; notation++)
    if (strcmp ((*notation)->name, name) == 0)
      return *notation;
  return NULL;
}

static gboolean
is_named (const char *source, const char *name) {
  return name != NULL && ut_text_equal_folded (source, name);
}

const UtNotation *
ut_notation_of_source (const char *source) {
  for (const UtNotation *const *notation = ut_notations; *notation != NULL; notation++)
    if (is_named (source, (*notation)->source) || is_named (source, (*notation)->source_in_english))
      return *notation;
  return NULL;
}

gboolean
ut_notation_sign (const UtNotation *notation, const char *text, UtStatus *status) {
  for (const UtSign *sign = notation->signs; sign->text != NULL; sign++)
    if (strcmp (text, sign->text) == 0) {
      *status = sign->status;
      return TRUE;
    }
  return FALSE;
}

UtNotation *
ut_notation_with (const UtNotation *notation, const UtSign *signs, guint n) {
  UtNotation *wider = g_memdup2 (notation, sizeof *notation);
  guint n_own = 0;
  while (notation->signs[n_own++].text != NULL)
    ;
  UtSign *all = g_new (UtSign, n + n_own);
  memcpy (all, signs, n * sizeof *signs);
  memcpy (all + n, notation->signs, n_own * sizeof *signs);
  wider->signs = all;
  return wider;
}

void
ut_notation_free (UtNotation *notation) {
  g_free ((gpointer) notation->signs);
  g_free (notation);
}
