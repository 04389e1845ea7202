#include "fetch/api.h"

static const UtApi *const apis[] = {
  [UT_FETCH_SSB] = &ut_api_ssb,
  [UT_FETCH_FHI] = &ut_api_fhi,
  [UT_FETCH_UDIR] = &ut_api_udir,
  [UT_FETCH_KLASS] = &ut_api_klass,
};
G_STATIC_ASSERT (G_N_ELEMENTS (apis) == UT_N_FETCH_APIS);

const UtApi *
ut_api_find (UtFetchApi api) {
  return apis[api];
}

const char *
ut_api_host (const UtFetchSource *source) {
  return source->url != NULL ? source->url : apis[source->api]->host;
}
