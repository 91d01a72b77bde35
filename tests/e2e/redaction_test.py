# SPDX-License-Identifier: MIT
"""What a transcript has of secrets: nothing, or what the user asked for; and who finds leaks."""

import json
import uuid

import boto3
import botocore.config
import botocore.exceptions

import clients_test
import stunt

PASSWORD = "Zq7-correct-horse-42"


class Redaction(stunt.Test):
    def traffic(self, server):
        """What a real client does in a day."""
        client = server.client()
        name = f"shop/{uuid.uuid4().hex}"
        created = client.create_secret(
            Name=name, SecretString=json.dumps({"user": "app", "password": PASSWORD}),
            Description="of the shop", Tags=[{"Key": "team", "Value": "blue"}])
        client.get_secret_value(SecretId=created["ARN"])
        client.put_secret_value(SecretId=name, SecretBinary=PASSWORD.encode())
        client.put_resource_policy(SecretId=name, ResourcePolicy=json.dumps({
            "Version": "2012-10-17", "Statement": [{
                "Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": "*",
                "Principal": {"AWS": "arn:aws:iam::111122223333:root"}}]}))
        client.describe_secret(SecretId=name)
        client.list_secret_version_ids(SecretId=name)
        for _ in range(3):
            client.create_secret(Name=f"many/{uuid.uuid4()}", SecretString=uuid.uuid4().hex)
        page = client.list_secrets(MaxResults=1)
        client.list_secrets(MaxResults=1, NextToken=page["NextToken"])
        client.get_random_password(PasswordLength=40)
        # Debian's boto3 does not know it.
        server.post("secretsmanager.BatchGetSecretValue", json.dumps({"SecretIdList": [name]}))
        client.rotate_secret(SecretId=name, RotationRules={"AutomaticallyAfterDays": 30},
                             RotationLambdaARN="arn:aws:lambda:us-east-1:000000000000:function:r")
        for call in (lambda: client.get_secret_value(SecretId=f"none/{uuid.uuid4().hex}"),
                     lambda: client.create_secret(Name=name, SecretString="x"),
                     lambda: client.get_secret_value(SecretId=name, VersionId=str(uuid.uuid4()))):
            with self.assertRaises(botocore.exceptions.ClientError):
                call()
        server.post("secretsmanager.EatSecret", json.dumps({"TableName": "orders", "Password": "p"}))
        return name

    def recorded(self, *flags, name="run.jsonl"):
        server = self.serve("--record", name, *flags)
        self.traffic(server)
        self.assertEqual(server.stop(), 0)
        self.server = server
        return self.folder / name

    def test_check_finds_nothing_in_what_boto3_does(self):
        path = self.recorded()
        self.assertEqual(self.run_stunt("check", path)[::2], (0, ""))
        self.assertRegex(self.run_stunt("check", path)[1], "good, [0-9]+ exchanges")

    def test_check_finds_nothing_in_what_the_javascript_sdk_does(self):
        server = self.serve("--record", "run.jsonl")
        clients_test.output_of(
            "node", "tests/e2e/client.mjs",
            environment={**stunt.CLIENT_ENVIRONMENT, "ENDPOINT": server.endpoint})
        self.assertEqual(server.stop(), 0)
        self.assertEqual(self.run_stunt("check", "run.jsonl")[::2], (0, ""))

    def test_check_finds_what_was_planted_and_quotes_nothing(self):
        path = self.recorded()
        planted = {
            "an AWS access key id": "AKIA" + "IOSFODNN7EXAMPL2",
            "what looks like an AWS secret access key": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            "an AWS session token": "IQoJb3JpZ2luX2Vj" + "A1b2" * 30,
            "a PEM block": "-----BEGIN PRIVATE KEY-----\nMIIB",
            "a JSON web token": "eyJ" + "hbGciOiJIUzI1NiJ9.eyJ" + "zdWIiOiIxMjM0NTYifQ.dBjftJeZ4CVPmB",
            "a password in a URL": f"mysql://app:{PASSWORD}@db/shop",
            "a password in a connection string": f"Server=db;Password={PASSWORD};",
            "what looks random, as keys do": "q9Zt-3xLpV7_wK2mN8rB",
        }
        lines = path.read_text(encoding="utf-8").splitlines()
        for kind, value in planted.items():
            call = json.loads(lines[1])
            call["req"]["json"]["Description"] = value
            found = self.write("found.jsonl", "\n".join([lines[0], json.dumps(call), *lines[2:]]) + "\n")
            code, _, errors = self.run_stunt("check", found)
            self.assertEqual(code, 1, errors)
            self.assertIn(f"found.jsonl:2: seq 1: /req/json/Description holds {kind}\n", errors)
            self.assertNotIn(value, errors)
            self.assertNotIn(PASSWORD, errors)

    def test_check_tells_a_broken_transcript_from_a_leaking_one(self):
        path = self.write("run.jsonl", '{"kind":"header"}\n')
        code, _, errors = self.run_stunt("check", path)
        self.assertEqual(code, 2)
        self.assertIn("run.jsonl:1:", errors)
        self.assertEqual(self.run_stunt("check", "none.jsonl")[0], 2)

    def test_reveal_writes_all_and_says_so_everywhere(self):
        path = self.recorded("--reveal")
        text = path.read_text(encoding="utf-8")
        self.assertIn(PASSWORD, text)
        self.assertNotIn("Signature=", text)
        self.assertEqual(stunt.read_transcript(path)[0]["redaction"],
                         {"model": False, "style": "none"})
        self.assertIn("in the clear", self.server.printed())
        self.assertIn("warning", self.server.logged())
        self.assertIn("in the clear", self.run_stunt("show", path)[1])
        code, _, errors = self.run_stunt("check", path)
        self.assertEqual(code, 1)
        self.assertIn("in the clear", errors)
        self.assertNotIn(PASSWORD, errors)

    def test_reveal_is_replayed_to_the_letter(self):
        server = self.serve("--record", "run.jsonl", "--reveal")
        said = json.dumps({"password": "grün " + PASSWORD}, indent=1)
        server.client().create_secret(Name="a", SecretString=said)
        server.client().get_secret_value(SecretId="a")
        server.stop()
        replay = self.serve("--replay", "run.jsonl")
        self.assertEqual(replay.client().get_secret_value(SecretId="a")["SecretString"], said)

    def test_a_key_seals_and_opens(self):
        code, told, _ = self.run_stunt("key", "new", "team.key")
        self.assertEqual(code, 0)
        key_id = told.split()[-1]
        self.assertEqual((self.folder / "team.key").stat().st_mode & 0o777, 0o600)
        self.assertEqual(self.run_stunt("key", "new", "team.key")[0], 1)

        server = self.serve("--record", "run.jsonl", "--seal-key-file", "team.key")
        said = json.dumps({"user": "app", "password": PASSWORD, "port": 5432})
        server.client().create_secret(Name="a", SecretString=said)
        server.client().get_secret_value(SecretId="a")
        server.stop()
        self.assertNotIn("warning", server.logged())
        path = self.folder / "run.jsonl"
        self.assertNotIn(PASSWORD, path.read_text(encoding="utf-8"))
        self.assertEqual(stunt.read_transcript(path)[0]["redaction"]["seal"]["key"], key_id)
        self.assertIn(f"sealed with the key {key_id}", self.run_stunt("show", path)[1])
        self.assertEqual(self.run_stunt("check", path)[::2], (0, ""))

        replay = self.serve("--replay", path, "--seal-key-file", "team.key")
        self.assertEqual(replay.client().get_secret_value(SecretId="a")["SecretString"], said)
        other = self.serve("--replay", path)
        made_up = other.client().get_secret_value(SecretId="a")["SecretString"]
        self.assertEqual(list(json.loads(made_up)), ["user", "password", "port"])
        self.assertNotIn(PASSWORD, made_up)

        other_id = self.run_stunt("key", "new", "other.key")[1].split()[-1]
        code, _, errors = self.run_stunt("serve", "--port", "0", "--replay", path,
                                         "--seal-key-file", "other.key")
        self.assertEqual(code, 2)
        self.assertIn(key_id, errors)
        self.assertIn(other_id, errors)

    def test_a_key_that_others_may_read_is_warned_of(self):
        self.run_stunt("key", "new", "team.key")
        (self.folder / "team.key").chmod(0o644)
        server = self.serve("--record", "run.jsonl", "--seal-key-file", "team.key")
        server.stop()
        self.assertIn("chmod 600", server.logged())

    def test_what_contradicts_or_does_nothing_is_refused(self):
        self.run_stunt("key", "new", "team.key")
        for flags, told in (
                (["--record", "r.jsonl", "--reveal", "--seal-key-file", "team.key"], "one of the two"),
                (["--reveal"], "--record FILE"),
                (["--seal-key-file", "team.key"], "--record FILE or --replay FILE"),
                (["--record", "r.jsonl", "--seal-key-file", "none.key"], "none.key")):
            code, _, errors = self.run_stunt("serve", "--port", "0", *flags)
            self.assertNotEqual(code, 0)
            self.assertIn(told, errors)

    def test_own_rules_of_a_configuration_file(self):
        config = self.write("stunt.yaml", """
redact:
  headers: [user-agent]
  members: [Description]
  patterns: ["shop/[0-9a-f]{8}"]
  allow: [TableName]
""")
        path = self.recorded("--config", config)
        lines = stunt.exchanges(path)
        self.assertEqual(lines[0]["req"]["json"]["Description"][:9], "{{secret:")
        self.assertEqual(lines[0]["req"]["json"]["Name"][:9], "{{secret:")
        self.assertNotIn("ua", lines[0]["sdk"])
        eaten = lines[-1]["req"]["json"]
        self.assertEqual((eaten["TableName"], eaten["Password"][:9]), ("orders", "{{secret:"))
        self.assertEqual(self.run_stunt("check", path)[::2], (0, ""))
        replay = self.serve("--replay", path, "--config", config)
        self.assertEqual(replay.post("secretsmanager.GetRandomPassword", json.dumps(
            {"PasswordLength": 40}))[0], 200)
        broken = self.write("broken.yaml", 'redact:\n  patterns: ["("]\n')
        code, _, errors = self.run_stunt("serve", "--port", "0", "--config", broken)
        self.assertEqual(code, 2)
        self.assertIn("broken.yaml:2:14: /redact/patterns/0: ", errors)

    def test_a_signature_that_was_verified_says_how_it_was(self):
        keys = self.write("keys.yaml", "- { access_key_id: test, secret_access_key: test }\n")
        server = self.serve("--record", "run.jsonl", "--auth", "verify", "--auth-keys", keys)
        server.client().list_secrets()
        wrong = boto3.client(
            "secretsmanager", endpoint_url=server.endpoint, region_name="us-east-1",
            aws_access_key_id="test", aws_secret_access_key="another",
            config=botocore.config.Config(retries={"total_max_attempts": 1}))
        with self.assertRaises(botocore.exceptions.ClientError):
            wrong.list_secrets()
        server.stop()
        self.assertEqual([e["sig"]["valid"] for e in stunt.exchanges(self.folder / "run.jsonl")],
                         [True, False])
