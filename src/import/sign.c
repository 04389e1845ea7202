#include "import/sign.h"

#include <string.h>

typedef struct {
  const char *text;
  UtStatus status;
  gboolean zero;
} Sign;

static const Sign ssb_signs[] = {
  { "", UT_STATUS_BLANK, FALSE },      { ".", UT_STATUS_NOT_POSSIBLE, FALSE }, { "..", UT_STATUS_MISSING, FALSE },
  { "...", UT_STATUS_NOT_YET, FALSE }, { ":", UT_STATUS_CONFIDENTIAL, FALSE }, { "*", UT_STATUS_CONFIDENTIAL, FALSE },
  { "-", UT_STATUS_OK, TRUE },
};

gboolean
ut_sign_ssb (const char *text, UtStatus *status, gboolean *zero) {
  for (gsize i = 0; i < G_N_ELEMENTS (ssb_signs); i++)
    if (strcmp (text, ssb_signs[i].text) == 0) {
      *status = ssb_signs[i].status;
      *zero = ssb_signs[i].zero;
      return TRUE;
    }
  return FALSE;
}
