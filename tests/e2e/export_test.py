# SPDX-License-Identifier: MIT
"""Transcripts to and from other tools."""

import json
import os

import botocore.exceptions

import stunt

FAULTS = """
version: 1
scenario: test/faults
seed: 3
rules:
  - id: throttled
    when: { operation: GetSecretValue, nth: { every: 3 } }
    then: { error: { code: ThrottlingException, message: "Slow down.", retryAfter: 7ms } }
  - id: lost
    when: { operation: PutSecretValue, nth: 1 }
    phase: after
    then: { connection: reset }
  - id: cut
    when: { operation: DescribeSecret, nth: 1 }
    then: { delay: 20ms, truncate: { bytes: 5 }, connection: reset }
  - id: broken
    when: { operation: ListSecrets }
    then: { corrupt: { body: html } }
  - id: sometimes
    when: { operation: GetSecretValue, secretId: "b*", probability: 0.4 }
    then: { error: InternalServiceError }
"""
PLANTED = "hunter2-hunter2-hunter2"


def run_client(server):
    """What the client sees, call by call."""
    client = server.client()
    seen = []

    def call(name, **arguments):
        try:
            getattr(client, name)(**arguments)
            seen.append((name, "ok"))
        except botocore.exceptions.ClientError as error:
            metadata = error.response["ResponseMetadata"]
            seen.append((name, error.response["Error"], metadata["HTTPStatusCode"],
                         metadata["HTTPHeaders"].get("x-amz-retry-after")))
        except botocore.exceptions.HTTPClientError as error:
            seen.append((name, type(error).__name__))

    for name in ("a", "b1", "b2"):
        call("create_secret", Name=name, SecretString=json.dumps({"password": PLANTED}))
    for _ in range(4):
        for name in ("a", "b1", "b2"):
            call("get_secret_value", SecretId=name)
    call("put_secret_value", SecretId="a", SecretString=PLANTED + "2")
    call("put_secret_value", SecretId="a", SecretString=PLANTED + "3")
    call("describe_secret", SecretId="a")
    call("describe_secret", SecretId="a")
    call("list_secrets")
    return seen


def struck(path):
    """Per exchange: how it ended, and by which actions."""
    return [(e["op"], e["outcome"], [(f["phase"], f["action"]) for f in e["faults"]])
            for e in stunt.exchanges(path)]


class Export(stunt.Test):
    def record(self, scenario, name):
        server = self.serve("--scenario", scenario, "--record", name)
        seen = run_client(server)
        self.assertEqual(server.stop(), 0)
        return seen

    def export(self, *arguments):
        code, out, errors = self.run_stunt("export", *arguments)
        self.assertEqual(code, 0, errors)
        return out, errors

    def test_an_exported_scenario_does_the_same_again(self):
        first = self.record(self.write("faults.yaml", FAULTS), "run.jsonl")
        self.assertGreater(len([one for one in first if one[1] != "ok"]), 6)
        self.export("run.jsonl", "--to", "scenario", "-o", "again.yaml")
        code, _, errors = self.run_stunt("check", "again.yaml")
        self.assertEqual(code, 0, errors)
        second = self.record(self.folder / "again.yaml", "again.jsonl")
        self.assertEqual(second, first)
        self.assertEqual(struck(self.folder / "again.jsonl"), struck(self.folder / "run.jsonl"))

    def test_no_export_shows_a_secret_and_a_har_comes_back_whole(self):
        self.record(self.write("faults.yaml", FAULTS), "run.jsonl")
        for form in ("har", "wiremock", "curl", "scenario"):
            out, errors = self.export("run.jsonl", "--to", form)
            self.assertNotIn(PLANTED, out + errors)
            self.assertGreater(len(out), 100)
        self.export("run.jsonl", "--to", "har", "-o", "run.har")
        code, _, errors = self.run_stunt("import", "run.har", "-o", "back.jsonl")
        self.assertEqual((code, errors), (0, ""))
        self.assertEqual((self.folder / "back.jsonl").read_bytes(),
                         (self.folder / "run.jsonl").read_bytes())

    def test_an_imported_file_is_replayed(self):
        cassette = stunt.ROOT / "tests/recorder/golden/foreign/vcrpy.yaml"
        code, _, errors = self.run_stunt("import", cassette, "-o", "run.jsonl")
        self.assertEqual(code, 0, errors)
        self.assertIn("lost: what is no call of AWS Secrets Manager (/interactions/1)", errors)
        client = self.serve("--replay", "run.jsonl").client()
        value = client.get_secret_value(SecretId="prod/db")["SecretString"]
        self.assertTrue(value.startswith("stunt-"), value)

    def test_a_file_with_something_in_it_is_not_overwritten_unless_asked(self):
        self.record(self.write("faults.yaml", FAULTS), "run.jsonl")
        path = self.write("run.har", "precious\n")
        code, _, errors = self.run_stunt("export", "run.jsonl", "--to", "har", "-o", path)
        self.assertEqual(code, 1)
        self.assertIn("--overwrite", errors)
        self.assertEqual(path.read_text(encoding="utf-8"), "precious\n")
        # What fails half way leaves the old file.
        self.write("broken.jsonl", "no transcript\n")
        code, _, errors = self.run_stunt("export", "broken.jsonl", "--to", "har", "-o", path,
                                         "--overwrite")
        self.assertEqual(code, 2)
        self.assertIn("broken.jsonl:1:", errors)
        self.assertEqual(path.read_text(encoding="utf-8"), "precious\n")
        self.export("run.jsonl", "--to", "har", "-o", path, "--overwrite")
        self.assertEqual(json.loads(path.read_text(encoding="utf-8"))["log"]["version"], "1.2")
        self.assertFalse([name for name in os.listdir(self.folder) if name.endswith(".part")])

    def test_a_broken_file_is_told_with_its_place(self):
        self.write("x.har", '{"log": {"entries": [{"request": 7}]}}')
        code, _, errors = self.run_stunt("import", "x.har")
        self.assertEqual((code, errors), (2, "stunt: x.har: /log/entries/0/request is no object\n"))
        code, _, errors = self.run_stunt("export", "none.jsonl", "--to", "har")
        self.assertEqual(code, 1)
        self.assertIn("cannot read none.jsonl: No such file or directory", errors)
