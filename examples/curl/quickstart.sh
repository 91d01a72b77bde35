#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Creates a secret and reads it back, with nothing but curl. Start the server first: stunt serve
set -euo pipefail
endpoint="${AWS_ENDPOINT_URL_SECRETS_MANAGER:-http://localhost:4566}"

call() {
  curl -sS -X POST "$endpoint" -H "X-Amz-Target: secretsmanager.$1" \
    -H "Content-Type: application/x-amz-json-1.1" -d "$2"
  echo
}

call CreateSecret '{"Name": "/app/db-password", "SecretString": "supersecret"}'
call GetSecretValue '{"SecretId": "/app/db-password"}'
