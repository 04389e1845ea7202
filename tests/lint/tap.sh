# Sourced by the lint scripts: ok NAME, or not ok with the lines of standard input as the reason.
n_tests=0
report() { # name, lines that are wrong (none: passed)
  n_tests=$((n_tests + 1))
  if [ -z "$2" ]; then
    echo "ok $n_tests $1"
  else
    printf '%s\n' "$2" | sed 's/^/# /'
    echo "not ok $n_tests $1"
  fi
}
finish() { echo "1..$n_tests"; }
cd "$UTSYN_SOURCE_ROOT" || exit 1
