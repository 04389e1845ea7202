/* How a source writes its figures: the decimal mark, and what stands where there is no figure. */
#ifndef UT_IMPORT_LABEL_PROFILE_H
#define UT_IMPORT_LABEL_PROFILE_H

#include <glib.h>
#include <utsyn/number.h>
#include <utsyn/table.h>

typedef struct {
  const char *text;
  UtStatus status; /* UT_STATUS_OK: the sign means zero */
} UtSign;

typedef struct {
  const char *name;              /* as dataset.yaml says it: "ssb" */
  const char *source;            /* who publishes; NULL when anybody */
  const char *source_in_english; /* NULL when its files have no English form */
  const char *licence;           /* the usual one; NULL when unknown */
  UtDecimalMark decimal;
  gboolean school_years; /* "2014-2015" is a school year, not two calendar years */
  const UtSign *signs;   /* ended by a row with text NULL; every profile has "" */
} UtProfile;

extern const UtProfile ut_profile_ssb, ut_profile_udir, ut_profile_fhi, ut_profile_nav, ut_profile_imdi,
    ut_profile_bufdir, ut_profile_general;

/* NULL-terminated, sorted by name. */
extern const UtProfile *const ut_profiles[];
const UtProfile *ut_profile_find (const char *name);
/* The profile of a publisher named as files name it; NULL when it is none of ours. */
const UtProfile *ut_profile_of_source (const char *source);

/* Meaning of a trimmed cell that is not a number; FALSE: it is no sign of that source. */
gboolean ut_profile_sign (const UtProfile *profile, const char *text, UtStatus *status);

#endif
