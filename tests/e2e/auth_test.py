# SPDX-License-Identifier: MIT
"""Signatures of real signers: those that are right, and each way in which they can be wrong."""

import datetime
import http.client
import json
import random
import subprocess
import unittest.mock
import urllib.parse

import boto3
import botocore.auth
import botocore.awsrequest
import botocore.config
import botocore.credentials
import botocore.exceptions

import stunt

KEY, SECRET = "AKIASTUNTDOUBLE", "wrong-for-everybody/else+1"
TEMPORARY, TOKEN = "ASIASTUNTDOUBLE", "session/token=="
EXPIRED = "ASIAEXPIRED"
CONFIG = {
    "auth": {
        "mode": "verify",
        "regions": ["us-east-1"],
        "keys": [
            {"access_key_id": KEY, "secret_access_key": SECRET, "account": "111122223333"},
            {"access_key_id": TEMPORARY, "secret_access_key": SECRET, "session_token": TOKEN,
             "expires": "2999-01-01T00:00:00Z"},
            {"access_key_id": EXPIRED, "secret_access_key": SECRET, "session_token": TOKEN,
             "expires": "2020-01-01T00:00:00Z"},
        ],
    },
}
MISMATCH = ("InvalidSignatureException",
            "The request signature we calculated does not match the signature you provided. Check "
            "your AWS Secret Access Key and signing method. Consult the service documentation for "
            "details.")
UNKNOWN = ("UnrecognizedClientException",
           "The security token included in the request is invalid.")


class AuthTest(stunt.Test):
    def verifying(self, *flags):
        return self.serve("--config", self.write("stunt.json", json.dumps(CONFIG)), *flags)

    def client(self, server, key=KEY, secret=SECRET, token=None, region="us-east-1"):
        client = boto3.client(
            "secretsmanager", endpoint_url=server.endpoint, region_name=region,
            aws_access_key_id=key, aws_secret_access_key=secret, aws_session_token=token,
            config=botocore.config.Config(retries={"total_max_attempts": 1}))
        self.addCleanup(client.close)
        return client

    def refused(self, server, **who):
        with self.assertRaises(botocore.exceptions.ClientError) as caught:
            self.client(server, **who).list_secrets()
        response = caught.exception.response
        self.assertEqual(response["ResponseMetadata"]["HTTPStatusCode"], 400)
        return response["Error"]["Code"], response["Error"]["Message"]


class Boto3(AuthTest):
    def test_the_right_key_is_believed_and_belongs_to_its_account(self):
        client = self.client(self.verifying())
        created = client.create_secret(Name="a/b", SecretString="ü €")
        self.assertIn(":us-east-1:111122223333:secret:a/b-", created["ARN"])
        self.assertEqual(client.get_secret_value(SecretId=created["ARN"])["SecretString"], "ü €")

    def test_a_wrong_key_is_refused(self):
        server = self.verifying()
        self.assertEqual(self.refused(server, secret="another"), MISMATCH)
        self.assertEqual(self.refused(server, key="AKIASOMEBODY"), UNKNOWN)
        self.assertEqual(self.refused(server, region="eu-west-1"),
                         ("InvalidSignatureException",
                          "Credential should be scoped to a valid region. "))

    def test_session_tokens_are_checked(self):
        server = self.verifying()
        self.client(server, TEMPORARY, token=TOKEN).list_secrets()
        self.assertEqual(self.refused(server, key=TEMPORARY), UNKNOWN)
        self.assertEqual(self.refused(server, key=TEMPORARY, token="another"),
                         (UNKNOWN[0], UNKNOWN[1].rstrip(".")))
        self.assertEqual(self.refused(server, key=EXPIRED, token=TOKEN),
                         ("ExpiredTokenException",
                          "The security token included in the request is expired"))

    def test_a_wrong_clock_is_refused(self):
        server = self.verifying("--deterministic")  # 2026-01-01T00:00:00Z
        at = datetime.datetime

        def with_clock(moment, call):
            # Two signers: Python's own, and that of AWS's C runtime where it is installed.
            clock = unittest.mock.Mock(wraps=datetime, timezone=datetime.timezone)
            clock.datetime.utcnow.return_value = moment
            with unittest.mock.patch("botocore.auth.datetime", clock), \
                    unittest.mock.patch("botocore.crt.auth.datetime", clock):
                return call()

        with_clock(at(2026, 1, 1, 0, 4, 59), self.client(server).list_secrets)
        self.assertEqual(
            with_clock(at(2025, 12, 31, 23, 0), lambda: self.refused(server)),
            ("InvalidSignatureException",
             "Signature expired: 20251231T230000Z is now earlier than 20251231T235500Z "
             "(20260101T000000Z - 5 min.)"))
        self.assertEqual(
            with_clock(at(2026, 1, 1, 0, 6), lambda: self.refused(server)),
            ("InvalidSignatureException",
             "Signature not yet current: 20260101T000600Z is still later than 20260101T000500Z "
             "(20260101T000000Z + 5 min.)"))

    def test_nobody_asks_by_default(self):
        server = self.serve()
        self.client(server, "AKIASOMEBODY", "anything", region="eu-west-1").list_secrets()


class Botocore(AuthTest):
    """botocore's signer against ours, with requests that no client of this service would make."""

    @staticmethod
    def signed(server, service="secretsmanager", path="/", headers=None, body="{}"):
        request = botocore.awsrequest.AWSRequest(
            "POST", server.endpoint + path, data=body.encode(),
            headers={"X-Amz-Target": "secretsmanager.ListSecrets", **(headers or {})})
        credentials = botocore.credentials.Credentials(KEY, SECRET)
        botocore.auth.SigV4Auth(credentials, service, "us-east-1").add_auth(request)
        return request

    @staticmethod
    def send(server, request, path="/"):
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
        try:
            connection.request("POST", path, request.body, dict(request.headers.items()))
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read())
        finally:
            connection.close()

    def test_both_agree_on_requests_of_every_shape(self):
        server = self.verifying()
        dice = random.Random(4)

        def word(letters="aZ09-._~!$'()*,:@ +%/üß"):
            return "".join(dice.choice(letters) for _ in range(dice.randrange(1, 9)))

        for _ in range(60):
            segments = [dice.choice([urllib.parse.quote(word(), safe=""), "", ".", "..", "a"])
                        for _ in range(dice.randrange(4))]
            query = [f"{urllib.parse.quote(word(), safe='-_.~')}="
                     f"{urllib.parse.quote(word(), safe='-_.~')}"
                     for _ in range(dice.randrange(4))]
            path = "/" + "/".join(segments) + ("?" + "&".join(query) if query else "")
            headers = {f"X-Amz-Meta-{i}": f"  {word('ab  ')}c   d " for i in range(3)}
            body = json.dumps({"NextTokenOfNobody": word()}, ensure_ascii=False)
            request = self.signed(server, path=path, headers=headers, body=body)
            self.assertEqual(self.send(server, request, path), (200, {"SecretList": []}),
                             (path, headers, body))

    def test_what_was_changed_behind_the_signer_is_refused(self):
        server = self.verifying()
        request = self.signed(server)
        request.headers.replace_header("X-Amz-Target", "secretsmanager.DescribeSecret")
        status, body = self.send(server, request)
        self.assertEqual((status, body["__type"], body["message"]), (400, *MISMATCH))

    def test_another_services_signature_is_refused(self):
        server = self.verifying()
        status, body = self.send(server, self.signed(server, service="s3"))
        self.assertEqual((status, body), (400, {
            "__type": "InvalidSignatureException",
            "message": "Credential should be scoped to correct service: 'secretsmanager'. "}))


class JavaScript(AuthTest):
    @staticmethod
    def ask(server, **environment):
        done = subprocess.run(
            ["node", "tests/e2e/auth.mjs"], capture_output=True, text=True, cwd=stunt.ROOT,
            env={**stunt.CLIENT_ENVIRONMENT, "ENDPOINT": server.endpoint,
                 "AWS_ACCESS_KEY_ID": KEY, "AWS_SECRET_ACCESS_KEY": SECRET, **environment},
            timeout=60, check=True)
        return json.loads(done.stdout)

    def test_each_way_to_be_wrong_has_its_exception(self):
        server = self.verifying()
        self.assertEqual(self.ask(server), {"status": 200, "attempts": 1})
        self.assertEqual(
            self.ask(server, AWS_ACCESS_KEY_ID=TEMPORARY, AWS_SESSION_TOKEN=TOKEN)["status"], 200)

        def refused(**environment):
            told = self.ask(server, **environment)
            self.assertEqual(told["status"], 400)
            return told["name"], told["message"]

        self.assertEqual(refused(AWS_SECRET_ACCESS_KEY="another"), MISMATCH)
        self.assertEqual(refused(AWS_ACCESS_KEY_ID="AKIASOMEBODY"), UNKNOWN)
        self.assertEqual(refused(AWS_ACCESS_KEY_ID=TEMPORARY), UNKNOWN)
        self.assertEqual(refused(AWS_ACCESS_KEY_ID=EXPIRED, AWS_SESSION_TOKEN=TOKEN)[0],
                         "ExpiredTokenException")
        self.assertEqual(refused(AWS_REGION="eu-west-1"),
                         ("InvalidSignatureException",
                          "Credential should be scoped to a valid region. "))

    def test_a_wrong_clock_is_set_right_by_the_sdk_itself(self):
        # It learns the server's time from the refusal's Date and signs again.
        self.assertEqual(self.ask(self.verifying("--deterministic")),
                         {"status": 200, "attempts": 2})


class Program(AuthTest):
    def test_an_unsigned_call_is_refused(self):
        server = self.verifying()
        status, _, body = server.post("secretsmanager.ListSecrets", "{}")
        self.assertEqual((status, json.loads(body)), (400, {
            "__type": "MissingAuthenticationTokenException",
            "message": "Missing Authentication Token"}))

    def test_keys_come_from_a_file_of_their_own_too(self):
        keys = self.write("keys.yaml", f"- access_key_id: {KEY}\n  secret_access_key: {SECRET}\n")
        server = self.serve("--auth", "verify", "--auth-keys", keys)
        self.client(server).list_secrets()
        self.assertEqual(self.refused(server, secret="another"), MISMATCH)

    def test_no_key_is_told_at_the_start(self):
        code, _, said = self.run_stunt("serve", "--port", "0", "--auth", "verify")
        self.assertEqual(code, 2)
        self.assertIn("--auth verify needs keys", said)

    def test_a_replay_verifies_nothing_and_says_so(self):
        keys = self.write("keys.yaml", f"- access_key_id: {KEY}\n  secret_access_key: {SECRET}\n")
        code, _, said = self.run_stunt("serve", "--port", "0", "--auth", "verify", "--auth-keys",
                                       keys, "--replay", "none.jsonl")
        self.assertEqual(code, 2)
        self.assertIn("--replay verifies nothing", said)

    def test_no_secret_key_is_written_anywhere(self):
        transcript = self.folder / "run.jsonl"
        server = self.verifying("--record", transcript, "--log-level", "debug")
        self.client(server, TEMPORARY, token=TOKEN).list_secrets()
        self.refused(server, secret="another")
        for header in (f"AWS4-HMAC-SHA256 Credential={SECRET}",
                       f"AWS4-HMAC-SHA256 Credential={SECRET}, Signature=0, SignedHeaders=host",
                       f"AWS4-HMAC-SHA256 {SECRET}"):
            _, _, body = server.post("secretsmanager.ListSecrets", "{}", {
                "Authorization": header, "Host": "a", "X-Amz-Date": "20260101T000000Z"})
            self.assertNotIn(SECRET, body)
        self.assertEqual(server.stop(), 0)
        for written in (transcript.read_text(encoding="utf-8"), server.logged(), server.printed()):
            self.assertNotIn(SECRET, written)
            self.assertNotIn(TOKEN, written)
