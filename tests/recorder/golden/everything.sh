#!/bin/sh
# The requests of a transcript. Secrets are pseudonyms: put values in the place of {{secret:N}}.
#   sh FILE http://127.0.0.1:4566
# For a server that verifies signatures set CURL_FLAGS, for example to
#   --user KEY:SECRET --aws-sigv4 aws:amz:us-east-1:secretsmanager
endpoint=${1:-http://127.0.0.1:4566}

# seq 1: CreateSecret prod/db, ok
curl -sS $CURL_FLAGS "$endpoint" -H 'content-type: application/x-amz-json-1.1' -H 'x-amz-target: secretsmanager.CreateSecret' \
  --data-raw '{"Name":"prod/db","ClientRequestToken":"11111111-1111-4111-8111-111111111111","Description":"user app, password {{secret:1}}","SecretString":"{\"user\":\"{{secret:2}}\",\"password\":\"{{secret:1}}\",\"port\":\"{{secret:3:number}}\"}"}'
echo

# seq 2: GetSecretValue prod/db, throttled
curl -sS $CURL_FLAGS "$endpoint" -H 'content-type: application/x-amz-json-1.1' -H 'x-amz-target: secretsmanager.GetSecretValue' \
  --data-raw '{"SecretId":"prod/db"}'
echo

# seq 3: GetSecretValue prod/db, ok
curl -sS $CURL_FLAGS "$endpoint" -H 'content-type: application/x-amz-json-1.1' -H 'x-amz-target: secretsmanager.GetSecretValue' \
  --data-raw '{"SecretId":"prod/db"}'
echo

# seq 4: PutSecretValue arn:aws:secretsmanager:us-east-1:000000000000:secret:prod/db-a1B2c3, serverError
curl -sS $CURL_FLAGS "$endpoint" -H 'content-type: application/x-amz-json-1.1' -H 'x-amz-target: secretsmanager.PutSecretValue' \
  --data-raw '{"SecretId":"arn:aws:secretsmanager:us-east-1:000000000000:secret:prod/db-a1B2c3","SecretBinary":"{{secret:4:binary}}"}'
echo

# seq 5: GetSecretValue prod/db, clientGone
curl -sS $CURL_FLAGS "$endpoint" -H 'content-type: application/x-amz-json-1.1' -H 'x-amz-target: secretsmanager.GetSecretValue' \
  --data-raw '{"SecretId":"prod/db"}'
echo

# seq 8: GetSecretValue prod/db, closed
curl -sS $CURL_FLAGS "$endpoint" -H 'content-type: application/x-amz-json-1.1' -H 'x-amz-target: secretsmanager.GetSecretValue' \
  --data-raw '{"SecretId":"prod/db"}'
echo

# seq 9: PutSecretValue prod/db, reset
curl -sS $CURL_FLAGS "$endpoint" -H 'content-type: application/x-amz-json-1.1' -H 'x-amz-target: secretsmanager.PutSecretValue' \
  --data-raw '{"SecretId":"prod/db","SecretString":"{{secret:6}}"}'
echo
