#include "import/profile.h"

#include <string.h>

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

/* A file of somebody's own: a dash may be a nil or a gap, and a gap is the cautious reading. */
static const UtSign general_signs[] = {
  { "", UT_STATUS_BLANK },       { ".", UT_STATUS_NOT_POSSIBLE }, { "..", UT_STATUS_MISSING },
  { "...", UT_STATUS_NOT_YET },  { ":", UT_STATUS_CONFIDENTIAL }, { "*", UT_STATUS_CONFIDENTIAL },
  { "-", UT_STATUS_MISSING },    { "–", UT_STATUS_MISSING },      { "NA", UT_STATUS_MISSING },
  { "#N/A", UT_STATUS_MISSING }, { "NaN", UT_STATUS_MISSING },    { NULL, UT_STATUS_OK },
};

const UtProfile ut_profile_ssb = { "ssb", "Statistisk sentralbyrå", "CC BY 4.0", UT_DECIMAL_POINT, ssb_signs };
const UtProfile ut_profile_udir = { "udir", "Utdanningsdirektoratet", "NLOD 2.0", UT_DECIMAL_COMMA, udir_signs };
const UtProfile ut_profile_fhi = { "fhi", "Folkehelseinstituttet", "CC BY 4.0", UT_DECIMAL_POINT, fhi_signs };
const UtProfile ut_profile_nav = { "nav", "NAV", "CC BY 4.0", UT_DECIMAL_COMMA, nav_signs };
const UtProfile ut_profile_imdi
    = { "imdi", "Integrerings- og mangfoldsdirektoratet", "NLOD 2.0", UT_DECIMAL_COMMA, imdi_signs };
const UtProfile ut_profile_bufdir
    = { "bufdir", "Barne-, ungdoms- og familiedirektoratet", "NLOD 2.0", UT_DECIMAL_COMMA, bufdir_signs };
const UtProfile ut_profile_general = { "general", NULL, NULL, UT_DECIMAL_POINT, general_signs };

const UtProfile *const ut_profiles[] = { &ut_profile_bufdir, &ut_profile_fhi, &ut_profile_general, &ut_profile_imdi,
                                         &ut_profile_nav,    &ut_profile_ssb, &ut_profile_udir,    NULL };

const UtProfile *
ut_profile_find (const char *name) {
  for (const UtProfile *const *profile = ut_profiles; *profile != NULL; profile++)
    if (strcmp ((*profile)->name, name) == 0)
      return *profile;
  return NULL;
}

gboolean
ut_profile_sign (const UtProfile *profile, const char *text, UtStatus *status) {
  for (const UtSign *sign = profile->signs; sign->text != NULL; sign++)
    if (strcmp (text, sign->text) == 0) {
      *status = sign->status;
      return TRUE;
    }
  return FALSE;
}
