# SPDX-License-Identifier: MIT
# Sourced by the other scripts.

# say WORDS: a line that stands out in a long log
say() { printf '\n==> %s\n' "$*"; }

# progress: of ninja's steps, a line each, every 20th, and everything else. One line a step in a log
# is noise, none for minutes looks like a hang. (awk would hold lines back when it is not a terminal.)
progress() {
  local line step=0 last=""
  while IFS= read -r line || [ -n "$line" ]; do
    case "$line" in
      \[[0-9]*/[0-9]*\]\ *)
        last="$line"
        [ $((step++ % 20)) -ne 0 ] || printf '%s\n' "$line"
        ;;
      *) printf '%s\n' "$line" ;;
    esac
  done
  [ -z "$last" ] || printf '%s\n' "$last"
}

# build PRESET [TARGET…]: configures and builds, showing progress also without a terminal
build() {
  local preset="$1"
  shift
  local launcher=()
  command -v ccache >/dev/null 2>&1 && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
  # Without this ccache takes no file that uses a precompiled header.
  export CCACHE_SLOPPINESS=pch_defines,time_macros
  cmake --preset "$preset" "${launcher[@]}" --log-level=WARNING >/dev/null
  if [ -t 1 ]; then
    cmake --build --preset "$preset" ${1:+--target "$@"}
  else
    cmake --build --preset "$preset" ${1:+--target "$@"} | progress
  fi
}
