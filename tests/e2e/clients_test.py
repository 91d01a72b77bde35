# SPDX-License-Identifier: MIT
"""Clients that are not boto3: curl, the AWS CLI, the JavaScript SDK."""

import json
import subprocess

import stunt


def output_of(*command, environment=None):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, cwd=stunt.ROOT,
                          env=environment or stunt.CLIENT_ENVIRONMENT, timeout=60, check=False)
    if done.returncode != 0:
        raise AssertionError(f"{command} ended with {done.returncode}: {done.stderr}")
    return done.stdout


class Clients(stunt.Test):
    def setUp(self):
        super().setUp()
        self.server = self.serve()

    def curl(self, operation, body, *flags):
        return output_of("curl", "-sS", *flags, "-X", "POST", self.server.endpoint,
                         "-H", f"X-Amz-Target: secretsmanager.{operation}",
                         "-H", "Content-Type: application/x-amz-json-1.1", "-d", body)

    def test_curl_needs_neither_signature_nor_token(self):
        created = json.loads(self.curl(
            "CreateSecret", '{"Name": "/app/db-password", "SecretString": "supersecret"}'))
        read = json.loads(self.curl("GetSecretValue", '{"SecretId": "/app/db-password"}'))
        self.assertEqual(read["SecretString"], "supersecret")
        self.assertEqual(read["ARN"], created["ARN"])
        self.assertEqual(len(created["VersionId"]), 36)

    def test_curl_uploads_a_large_body_without_waiting_for_a_continue(self):
        body = self.write("body.json", json.dumps({"Name": "big", "SecretString": "x" * 65536}))
        took = self.curl("CreateSecret", f"@{body}", "-o", "/dev/null", "-H",
                         "Expect: 100-continue", "-w", "%{http_code} %{time_total}").split()
        self.assertEqual(took[0], "200")
        self.assertLess(float(took[1]), 0.9, "curl waits a second for '100 Continue'")

    def test_the_aws_cli_creates_reads_lists_and_deletes(self):
        def aws(*arguments):
            # Debian's CLI does not read AWS_ENDPOINT_URL yet.
            output = output_of("/usr/bin/aws", "--endpoint-url", self.server.endpoint,
                               "--output", "json", "--no-cli-pager", "secretsmanager", *arguments)
            return json.loads(output) if output else {}

        aws("create-secret", "--name", "cli/one", "--secret-string", "first")
        aws("put-secret-value", "--secret-id", "cli/one", "--secret-string", "second")
        read = aws("get-secret-value", "--secret-id", "cli/one")
        self.assertEqual((read["SecretString"], read["VersionStages"]), ("second", ["AWSCURRENT"]))
        self.assertEqual([s["Name"] for s in aws("list-secrets")["SecretList"]], ["cli/one"])
        aws("tag-resource", "--secret-id", "cli/one", "--tags", "Key=a,Value=b")
        aws("delete-secret", "--secret-id", "cli/one", "--force-delete-without-recovery")
        self.assertEqual(aws("list-secrets")["SecretList"], [])

    def test_the_javascript_sdk_sees_values_and_typed_errors(self):
        told = json.loads(output_of(
            "node", "tests/e2e/client.mjs",
            environment={**stunt.CLIENT_ENVIRONMENT, "ENDPOINT": self.server.endpoint}))
        self.assertEqual(told["value"], "from node")
        self.assertEqual(told["binary"], [0, 255, 7])
        self.assertEqual(told["missing"], {
            "class": "ResourceNotFoundException", "status": 400, "attempts": 1,
            "message": "Secrets Manager can't find the specified secret."})
        self.assertEqual(told["listed"], ["node/binary", "node/text"])
