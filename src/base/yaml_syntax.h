/* What libyaml finds wrong, said so that a person who writes YAML now and then knows what to do. */
#ifndef UT_BASE_YAML_SYNTAX_H
#define UT_BASE_YAML_SYNTAX_H

/* `problem` as libyaml words it; in the language of the messages, or as it is when it is a rare one. */
const char *ut_yaml_syntax_explain (const char *problem);

#endif
