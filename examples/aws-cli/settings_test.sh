#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# A service reads its settings when it starts. STUNT=path/to/stunt examples/aws-cli/settings_test.sh
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/stunt-double.sh"

# What is tested.
load_settings() {
  secretsmanager get-secret-value --secret-id app/settings --query SecretString --output text
}

start_stunt
export AWS_RETRY_MODE=standard AWS_MAX_ATTEMPTS="${ATTEMPTS:-3}"

new_world
secretsmanager create-secret --name app/settings --secret-string blue >/dev/null
play <<'YAML'
version: 1
scenario: settings/throttled
rules:
  - id: throttled
    when: { operation: GetSecretValue, nth: { first: 2 } }
    then: { error: ThrottlingException }
expect:
  - name: the third attempt gets it
    calls: { operation: GetSecretValue }
    count: 3
  - never: { operation: CreateSecret }
YAML
settings="$(load_settings || echo "the settings that it was built with")"
judge
[ "$settings" = blue ]
echo "ok: settings are read although the service is busy"

new_world
secretsmanager create-secret --name app/settings --secret-string green >/dev/null
[ "$(load_settings)" = green ]
echo "ok: another test has other settings"
