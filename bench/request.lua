-- SPDX-License-Identifier: MIT
-- The request that every bench sends: GetSecretValue as boto3 writes it (bench/client.cc).
wrk.method = "POST"
wrk.body = '{"SecretId": "bench/one"}'
wrk.headers["Accept-Encoding"] = "identity"
wrk.headers["X-Amz-Target"] = "secretsmanager.GetSecretValue"
wrk.headers["Content-Type"] = "application/x-amz-json-1.1"
wrk.headers["User-Agent"] = "Boto3/1.26.27 Python/3.11.2 Linux/6.1.0 Botocore/1.29.27"
wrk.headers["X-Amz-Date"] = "20260101T000000Z"
wrk.headers["Authorization"] =
  "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/secretsmanager/aws4_request, " ..
  "SignedHeaders=content-type;host;x-amz-date;x-amz-target, " ..
  "Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7"
wrk.headers["amz-sdk-invocation-id"] = "3b1c0e6e-5a52-4f0b-9a1e-5d9c7c0d1b11"
wrk.headers["amz-sdk-request"] = "attempt=1"

-- One line of JSON for bench/measure.py; latencies in microseconds.
function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    '{"requests_per_s": %.0f, "p50_us": %.0f, "p99_us": %.0f, "errors": %d}',
    summary.requests / summary.duration * 1e6, latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
