#include <utsyn/error.h>

G_DEFINE_QUARK (utsyn - error, ut_error)

int
ut_error_exit_code (const GError *error) {
  if (error == NULL)
    return 0;
  if (error->domain == UT_ERROR)
    return error->code;
  return error->domain == G_OPTION_ERROR ? UT_ERROR_USAGE : UT_ERROR_IO;
}
