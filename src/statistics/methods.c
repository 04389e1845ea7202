#include <utsyn/methods.h>

static const UtMethod methods[] = {
  { "proportion, Wilson", "ut_interval_wilson", "interval_wilson" },
  { "proportion, Wilson with continuity correction", "ut_interval_wilson_corrected", "interval_wilson_corrected" },
  { "proportion, Clopper–Pearson", "ut_interval_clopper_pearson", "interval_clopper_pearson" },
  { "proportion, Jeffreys", "ut_interval_jeffreys", "interval_jeffreys" },
  { "proportion, Jeffreys without the rule at the ends", "ut_interval_jeffreys_raw", "interval_jeffreys" },
  { "side of a benchmark", "ut_interval_side", "interval_side" },
  { "rate, exact", "ut_interval_rate_exact", "interval_rate_exact" },
  { "rate, Byar", "ut_interval_rate_byar", "interval_rate_byar" },
  { "rate, exact below 10 events, Byar from 10", "ut_interval_rate", "interval_rate" },
  { "mean, Student", "ut_interval_mean", "interval_mean" },
  { "mean, Student, from mean and standard deviation", "ut_interval_mean_of", "interval_mean" },

  { "two proportions, mid-p", "ut_compare_proportions", "compare_proportions" },
  { "two rates, mid-p", "ut_compare_rates", "compare_rates" },
  { "proportion against a constant, mid-p", "ut_compare_proportion_constant", "compare_proportion_constant" },
  { "rate against a constant, mid-p", "ut_compare_rate_constant", "compare_rate_constant" },

  { "standardised ratio against the rest, mid-p", "ut_compare_ratio_rest", "compare_ratio_rest" },
  { "whether a count gives the printed figure", "ut_printed_is_possible", "possible_shares" },
  { "share or rate known within bounds, mid-p", "ut_possible_compare", "possible_shares" },
  { "mean known within bounds, Student", "ut_possible_means", "possible_means" },
  { "p of answers that go together", "ut_design_effect_p", "design_effect" },
  { "level of answers that go together", "ut_design_effect_level", "design_effect" },
  { "design effect of clusters", "ut_design_effect_of_clusters", "design_effect" },

  { "proportion against a constant, exact", "ut_exact_proportion_constant", "exact_proportion_constant" },
  { "rate against a constant, exact", "ut_exact_rate_constant", "exact_rate_constant" },
  { "two proportions, Fisher", "ut_exact_proportions", "exact_proportions" },
  { "two rates, exact", "ut_exact_rates", "exact_rates" },
  { "odds ratio, conditional with exact limits", "ut_exact_odds_ratio", "exact_proportions" },
  { "rate ratio with exact limits", "ut_exact_rate_ratio", "exact_rates" },

  { "proportion against a constant, score", "ut_score_proportion_constant", "exact_proportion_constant" },
  { "two proportions, chi-square", "ut_score_proportions", "score_proportions" },
  { "difference of two proportions, Newcombe", "ut_difference_newcombe", "difference_newcombe" },
  { "several proportions, chi-square and exact", "ut_homogeneity_proportions", "homogeneity" },
  { "several rates, chi-square and exact", "ut_homogeneity_rates", "homogeneity" },
  { "part against whole, proportion", "ut_part_of_whole_proportion", "part_of_whole_proportion" },
  { "part against whole, rate", "ut_part_of_whole_rate", "part_of_whole_rate" },

  { "slope, Theil–Sen", "ut_trend_theil_sen", "trend_theil_sen" },
  { "trend, Mann–Kendall", "ut_trend_mann_kendall", "trend_mann_kendall" },
  { "straight line, least squares", "ut_trend_ols", "trend_ols" },
  { "trend in proportions, chi-square", "ut_trend_proportions", "trend_proportions" },
  { "jump against line, BIC", "ut_trend_jump", "trend_jump" },
  { "smallest yearly change that could be seen", "ut_trend_detectable", "trend_detectable" },

  { "many tests, Benjamini–Hochberg", "ut_adjust_benjamini_hochberg", "adjust" },
  { "many tests, Holm", "ut_adjust_holm", "adjust" },

  { "quantile, types 2, 6, 7 and 8", "ut_quantile", "quantile" },
  { "rank", "ut_rank", "rank" },
  { "position among others", "ut_position", "position" },

  { "European Standard Population 2013", "ut_standard_esp2013", "standard_esp2013" },
  { "rate, directly standardised", "ut_standardise_direct", "standardise_direct" },
  { "rate, directly standardised, however few events", "ut_standardise_direct_raw", "standardise_direct" },
  { "rate, directly standardised, several events a person", "ut_standardise_direct_repeated", "standardise_repeated" },
  { "expected events", "ut_standardise_expected", "standardise_indirect" },
  { "ratio and rate, indirectly standardised", "ut_standardise_indirect", "standardise_indirect" },
  { "SMR and MEIS, country = 100", "ut_standardise_meis", "standardise_indirect" },

  { "straight line, weighted least squares", "ut_trend_wls", "trend_wls" },
  { "straight line carried to a time", "ut_trend_predict", "trend_predict" },
  { "difference of two slopes", "ut_trend_slope_difference", "trend_slope_difference" },
  { "trend, Hamed–Rao", "ut_trend_hamed_rao", "trend_hamed_rao" },
  { "trend in rates, log-linear Poisson", "ut_trend_poisson", "trend_poisson" },
  { "trend with a guard against memory, or a step", "ut_trend_guarded", "trend_guarded" },
  { "guard against memory", "ut_trend_guard", "trend_guard" },
  { "smallest slope that would be seen, noncentral t", "ut_trend_least_seen", "trend_least_seen" },
  { "recent trend, Fingertips", "ut_trend_marker", "trend_marker" },

  { "multiple regression", "ut_regress", "regression" },
  { "polynomial", "ut_regress_polynomial", "regression" },
  { "interrupted time series, Newey–West", "ut_effect_interrupted", "effect_interrupted" },
  { "difference in differences", "ut_effect_difference", "effect_difference" },

  { "slope index and relative index of inequality", "ut_inequality", "inequality" },

  { "many tests, Hochberg", "ut_adjust_hochberg", "adjust" },
  { "many tests, Bonferroni", "ut_adjust_bonferroni", "adjust" },
  { "many tests, Benjamini–Yekutieli", "ut_adjust_benjamini_yekutieli", "adjust" },
  { "weighted quantile", "ut_quantile_weighted", "weighted_quantile" },
  { "quantile with frequencies", "ut_quantile_frequency", "weighted_quantile_frequency" },
  { "quantile groups", "ut_quantile_groups", "quantile_groups" },
  { "mean and spread", "ut_describe", "describe" },
  { "autocorrelation", "ut_autocorrelation", "autocorrelation" },
  { "weighted mean and spread", "ut_describe_weighted", "weighted" },

  { "funnel limits of a share", "ut_funnel_binomial", "funnel_binomial" },
  { "funnel limits of a ratio", "ut_funnel_poisson", "funnel_poisson" },
  { "funnel limits of a ratio, chi-square", "ut_funnel_chi_square", "funnel_poisson" },
  { "funnel limits of a share, normal", "ut_funnel_normal", "funnel_normal" },
  { "place in a funnel", "ut_funnel_place", "funnel_place" },
  { "scale of a funnel", "ut_funnel_transform", "overdispersion" },
  { "over-dispersion", "ut_overdispersion", "overdispersion" },

  { "empirical Bayes rates, Marshall", "ut_shrink_marshall", "shrink_marshall" },
  { "empirical Bayes shares, Martuzzi & Elliott", "ut_shrink_martuzzi_elliott", "shrink_martuzzi_elliott" },
  { "empirical Bayes, averaged", "ut_shrink_averaged", "shrink_averaged" },
  { "empirical Bayes ratios, gamma–Poisson", "ut_shrink_gamma_poisson", "shrink_gamma_poisson" },
  { "empirical Bayes shares, beta–binomial", "ut_shrink_beta_binomial", "shrink_beta_binomial" },
};

const UtMethod *
ut_method_table (gsize *n) {
  *n = G_N_ELEMENTS (methods);
  return methods;
}
