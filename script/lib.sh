# SPDX-License-Identifier: MIT
# Sourced by the other scripts.

# say WORDS: a line that stands out in a long log
say() { printf '\n==> %s\n' "$*"; }

# build PRESET [TARGET…]: configures and builds, showing progress also without a terminal
build() {
  local preset="$1"
  shift
  local launcher=()
  command -v ccache >/dev/null 2>&1 && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
  cmake --preset "$preset" "${launcher[@]}" --log-level=WARNING >/dev/null
  # One line per step in a log is noise, none for minutes looks like a hang: every 20th is enough.
  if [ -t 1 ]; then
    cmake --build --preset "$preset" ${1:+--target "$@"}
  else
    cmake --build --preset "$preset" ${1:+--target "$@"} | awk '
      /^\[[0-9]+\/[0-9]+\]/ { if (++n % 20 == 1) print; last = $0; next } { print; fflush() }
      END { if (last != "") print last }'
  fi
}
