/* One entry of the catalogue. */
#ifndef UT_MODEL_INDICATOR_READ_H
#define UT_MODEL_INDICATOR_READ_H

#include "base/yaml.h"
#include <utsyn/indicator.h>

/* Everything but `id` and `theme`, which the catalogue gives. NULL with a complaint at the place of the fault. `own`
 * are the theme's limits; NULL: it has none. */
UtIndicator *ut_indicator_read (const UtYaml *yaml, const UtYamlNode *node, const UtSuppression *own, GError **error);
void ut_indicator_free (UtIndicator *indicator);

/* The key `suppress`: none, the name of a profile, or limits. It must be said, so that nobody forgets to think of it.
 */
gboolean ut_suppression_read (const UtYaml *yaml, const UtYamlNode *mapping, const UtSuppression *own,
                              UtSuppression *limits, GError **error);

/* The key `rule`, as ut_rule_code has the words; FALSE in `has` when it is absent, and `rule` untouched. */
gboolean ut_rule_read (const UtYaml *yaml, const UtYamlNode *mapping, gboolean *has, UtRule *rule, GError **error);

/* The key `groups`: what the indicator is broken down by, and what it is the sum of. The ids are found when the whole
 * catalogue is read. */
gboolean ut_groups_read (const UtYaml *yaml, const UtYamlNode *mapping, UtIndicator *indicator, GError **error);
gboolean ut_groups_resolve (const UtCatalogue *catalogue, guint from, GError **error);
void ut_groups_clear (UtIndicator *indicator);

/* The key `denominator`: which persons stand in for a figure's own. The ids are found when the whole catalogue is read.
 */
gboolean ut_denominator_read (const UtYaml *yaml, const UtYamlNode *mapping, UtIndicator *indicator, GError **error);
gboolean ut_denominators_resolve (const UtCatalogue *catalogue, guint from, GError **error);
void ut_denominator_free (UtDenominator *denominator);

/* The key `alternatives`: the projections with low and high growth, found when the whole catalogue is read. */
gboolean ut_alternatives_read (const UtYaml *yaml, const UtYamlNode *mapping, UtIndicator *indicator, GError **error);
gboolean ut_alternatives_resolve (const UtCatalogue *catalogue, guint from, GError **error);
void ut_alternatives_clear (UtIndicator *indicator);

/* The keys `composition`, `design-effect`, `sd` and `relevant`, when measure and test are known. */
gboolean ut_spread_read (const UtYaml *yaml, const UtYamlNode *mapping, UtIndicator *indicator, GError **error);

/* Two numbers, the lower first or both the same; FALSE without a complaint. */
gboolean ut_pair_read (const UtYamlNode *node, double *lower, double *upper);

/* A name that files and folders can bear: small letters a to z, digits and hyphens. */
gboolean ut_id_read (const UtYaml *yaml, const UtYamlNode *mapping, const char *key, char **id, GError **error);
/* One id or a list of them; none is an empty list. */
gboolean ut_ids_read (const UtYaml *yaml, const UtYamlNode *mapping, const char *key, char ***ids, GError **error);

#endif
