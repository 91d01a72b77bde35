# SPDX-License-Identifier: MIT
"""Scenario files at work: what they do to a real SDK client, and what the program says of broken
ones."""

import time

import botocore.exceptions

import stunt

LIBRARY = stunt.ROOT / "scenarios/library"


class Scenario(stunt.Test):
    def serve_scenario(self, text, *flags):
        return self.serve("--scenario", self.write("scenario.yaml", text), *flags)

    def test_a_client_that_retries_gets_through_a_throttle(self):
        server = self.serve("--scenario", LIBRARY / "throttled-then-fine.yaml",
                            "--record", "run.jsonl")
        client = server.client(retries={"mode": "standard", "total_max_attempts": 3})
        client.create_secret(Name="a", SecretString="b")
        self.assertEqual(client.get_secret_value(SecretId="a")["SecretString"], "b")
        server.stop()

        reads = [e for e in stunt.exchanges(self.folder / "run.jsonl")
                 if e["op"] == "GetSecretValue"]
        self.assertEqual([e["sdk"]["attempt"] for e in reads], [1, 2, 3])
        self.assertEqual([e["outcome"] for e in reads], ["throttled", "throttled", "ok"])
        self.assertEqual(len({e["sdk"]["invocation"] for e in reads}), 1)
        self.assertEqual([len(e["faults"]) for e in reads], [1, 1, 0])
        self.assertEqual(reads[0]["faults"][0]["rule"], "throttled-then-fine")

    def test_a_client_that_does_not_retry_sees_the_typed_error(self):
        server = self.serve("--scenario", LIBRARY / "throttled-then-fine.yaml")
        with self.assertRaises(botocore.exceptions.ClientError) as caught:
            server.client().get_secret_value(SecretId="a")
        self.assertEqual(caught.exception.response["Error"],
                         {"Code": "ThrottlingException", "Message": "Rate exceeded"})
        headers = caught.exception.response["ResponseMetadata"]["HTTPHeaders"]
        self.assertEqual(headers["x-amz-retry-after"], "300")

    def test_a_lost_answer_is_made_good_by_a_retry_with_the_same_token(self):
        server = self.serve("--scenario", LIBRARY / "lost-create.yaml", "--record", "run.jsonl")
        client = server.client(retries={"mode": "standard", "total_max_attempts": 2})
        created = client.create_secret(Name="prod/db", SecretString="once")
        versions = client.describe_secret(SecretId="prod/db")["VersionIdsToStages"]
        self.assertEqual(versions, {created["VersionId"]: ["AWSCURRENT"]})
        server.stop()
        first, second = [e for e in stunt.exchanges(self.folder / "run.jsonl")
                         if e["op"] == "CreateSecret"]
        self.assertEqual((first["outcome"], first["applied"]), ("serverError", True))
        self.assertEqual(first["real"]["status"], 200)
        self.assertEqual((second["outcome"], second["applied"]), ("ok", False))

    def test_an_error_before_the_engine_changes_nothing(self):
        server = self.serve_scenario("""
version: 1
scenario: test/before
rules:
  - { id: first, when: { operation: CreateSecret, nth: 1 }, then: { error: InternalServiceError } }
""")
        client = server.client()
        with self.assertRaises(botocore.exceptions.ClientError) as caught:
            client.create_secret(Name="a", SecretString="b")
        self.assertEqual(caught.exception.response["ResponseMetadata"]["HTTPStatusCode"], 500)
        self.assertEqual(client.list_secrets()["SecretList"], [])

    def test_a_delay_is_waited_for_and_holds_up_nobody_else(self):
        server = self.serve_scenario("""
version: 1
scenario: test/delay
rules:
  - { id: slow, when: { operation: GetSecretValue, secretId: slow }, then: { delay: 1s } }
""")
        client = server.client()
        for name in ("slow", "quick"):
            client.create_secret(Name=name, SecretString="x")
        began = time.monotonic()
        client.get_secret_value(SecretId="slow")
        self.assertGreaterEqual(time.monotonic() - began, 1)
        began = time.monotonic()
        client.get_secret_value(SecretId="quick")
        self.assertLess(time.monotonic() - began, 0.9)

    def test_a_write_that_waits_lands_although_its_client_has_left(self):
        server = self.serve_scenario("""
version: 1
scenario: test/late-write
rules:
  - { id: late, when: { operation: CreateSecret }, phase: before, then: { delay: 700ms } }
""", "--record", "run.jsonl")
        impatient = server.client(read_timeout=0.2)
        with self.assertRaises(botocore.exceptions.ReadTimeoutError):
            impatient.create_secret(Name="late", SecretString="x")
        client = server.client()
        self.assertEqual(client.list_secrets()["SecretList"], [])
        stunt.wait_until(lambda: client.list_secrets()["SecretList"], "the late write")
        server.stop()
        created = [e for e in stunt.exchanges(self.folder / "run.jsonl")
                   if e["op"] == "CreateSecret"]
        self.assertEqual([(e["outcome"], e["applied"]) for e in created], [("clientGone", True)])

    def test_the_same_seed_hurts_the_same_calls(self):
        def outcomes(seed):
            record = f"run-{seed}-{len(list(self.folder.iterdir()))}.jsonl"
            server = self.serve_scenario("""
version: 1
scenario: test/chance
rules:
  - { id: chance, when: { operation: "*", probability: 0.5 }, then: { error: ThrottlingException } }
""", "--seed", seed, "--record", record)
            client = server.client()
            for _ in range(40):
                try:
                    client.list_secrets()
                except botocore.exceptions.ClientError:
                    pass
            server.stop()
            return [e["outcome"] for e in stunt.exchanges(self.folder / record)]

        one = outcomes(1)
        self.assertEqual(one, outcomes(1))
        self.assertNotEqual(one, outcomes(2))
        self.assertIn("ok", one)
        self.assertIn("throttled", one)

    def test_every_error_of_a_broken_file_is_told_with_its_place(self):
        broken = self.write("broken.yaml", """version: 1
scenario: test/broken
rules:
  - id: a
    when: { operation: GetSecretValu }
    then: { error: ThrotlingException }
  - id: b
    then: { delay: 5 }
""")
        code, _, errors = self.run_stunt("check", broken)
        self.assertEqual(code, 2)
        self.assertIn(":5:24: /rules/0/when/operation: ", errors)
        self.assertIn("did you mean 'GetSecretValue'?", errors)
        self.assertIn("did you mean 'ThrottlingException'?", errors)
        self.assertIn(":8:20: /rules/1/then/delay: ", errors)
        code, _, served = self.run_stunt("serve", "--port", "0", "--scenario", broken)
        self.assertEqual((code, served), (2, errors))

    def test_check_warns_and_fails_for_it_only_if_it_is_to_be_strict(self):
        warned = self.write("warned.yaml", """
version: 1
scenario: test/warned
rules:
  - { id: never, when: { probability: 0 }, then: { delay: 1s } }
  - { id: once, when: { nth: 1 }, then: { delay: 1s } }
steps:
  - { disable: once }
expect:
  - never: { operation: DeleteSecret }
  - exit: any
""")
        code, printed, errors = self.run_stunt("check", warned)
        self.assertEqual((code, printed), (0, f"{warned}: good, 2 rules, 1 step, 2 expectations\n"))
        self.assertEqual(errors, f"{warned}:5:39: warning: /rules/0/when/probability: this rule never "
                                 "fires: its probability is 0; to keep it for later write enabled: "
                                 "false in the rule\n")
        code, printed, errors = self.run_stunt("check", "--strict", warned)
        self.assertEqual(code, 2)
        self.assertIn(": warning: ", errors)

    def test_check_says_of_the_library_that_it_is_good(self):
        files = sorted(LIBRARY.glob("*.yaml"))
        self.assertGreaterEqual(len(files), 3)
        code, printed, _ = self.run_stunt("check", *files)
        self.assertEqual(code, 0)
        self.assertEqual(printed.count(": good, "), len(files))
