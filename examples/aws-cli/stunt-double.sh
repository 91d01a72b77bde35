# SPDX-License-Identifier: MIT
# A server for a test run, and a world of its own for each test. Source it from bash.

# member NAME: of an object of plain texts on stdin
member() { sed -n "s/.*\"$1\": *\"\([^\"]*\)\".*/\1/p"; }

# ask METHOD PATH [CURL FLAG…]: the admin API's answer; what is wrong is told on stderr
ask() {
  local method="$1" path="$2" answer
  shift 2
  if ! answer="$(curl -sS --fail-with-body -X "$method" "$stunt_admin$path" "$@")"; then
    printf '%s %s: %s\n' "$method" "$path" "$answer" >&2
    return 1
  fi
  printf '%s\n' "$answer"
}

# start_stunt: a server on a free port, which ends with this shell, however that ends
start_stunt() {
  coproc stunt_server {
    exec "${STUNT:-stunt}" serve --port 0 --ready-fd 1 --exit-with-parent --log-level warning
  }
  local line=""
  read -r line <&"${stunt_server[0]}" || { echo "stunt did not start" >&2; return 1; }
  stunt_admin="$(member admin <<<"$line")"
}

# new_world: from now on this shell's calls see secrets, rules and a clock of their own
new_world() {
  local access
  access="$(ask POST /scopes -H "Content-Type: application/json" -d '{}')"
  world="$(member name <<<"$access")"
  stunt_endpoint="$(member endpoint <<<"$access")"
  unset AWS_PROFILE AWS_SESSION_TOKEN
  export AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_DEFAULT_REGION
  AWS_ACCESS_KEY_ID="$(member accessKeyId <<<"$access")"
  AWS_SECRET_ACCESS_KEY="$(member secretAccessKey <<<"$access")"
  AWS_DEFAULT_REGION="$(member region <<<"$access")"
}

# secretsmanager WORDS…: the AWS CLI, there
secretsmanager() { aws --endpoint-url "$stunt_endpoint" secretsmanager "$@"; }

# play: from now on goes wrong what the YAML on stdin says; what it expects is judged by `judge`
play() {
  scenario="$(ask POST "/scenarios?scope=$world" -H "Content-Type: application/yaml" \
    --data-binary @- | member id)"
}

# judge: fails, and says why, if what happened is not as the scenario expects
judge() {
  local verdict
  verdict="$(ask GET "/scenarios/$scenario/verdict?format=text")"
  [[ "${verdict%%$'\n'*}" == *": pass" ]] || { printf '%s\n' "$verdict" >&2; return 1; }
}
