/* How a source writes its figures: the decimal mark, and what stands where there is no figure. */
#ifndef UT_IMPORT_LABEL_NOTATION_H
#define UT_IMPORT_LABEL_NOTATION_H

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
  const UtSign *signs;   /* ended by a row with text NULL; every notation has "" */
} UtNotation;

extern const UtNotation ut_notation_ssb, ut_notation_udir, ut_notation_fhi, ut_notation_nav, ut_notation_imdi,
    ut_notation_bufdir, ut_notation_general;

/* NULL-terminated, sorted by name. */
extern const UtNotation *const ut_notations[];
const UtNotation *ut_notation_find (const char *name);
/* The notation of a publisher named as files name it; NULL when it is none of ours. */
const UtNotation *ut_notation_of_source (const char *source);

/* The notation with these signs [n] before its own; their texts must live as long. Free with ut_notation_free(). */
UtNotation *ut_notation_with (const UtNotation *notation, const UtSign *signs, guint n);
void ut_notation_free (UtNotation *notation);

/* Meaning of a trimmed cell that is not a number; FALSE: it is no sign of that source. */
gboolean ut_notation_sign (const UtNotation *notation, const char *text, UtStatus *status);

#endif
