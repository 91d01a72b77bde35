# SPDX-License-Identifier: MIT
"""Replay: a recorded run again, without the emulator."""

import json

import botocore.exceptions

import stunt


def rotate(client, name, passwords):
    """What a client does: reads a JSON secret, works with what is in it, writes it back."""
    seen = []
    client.create_secret(Name=name, SecretString=json.dumps(
        {"user": "app", "password": passwords[0], "port": 5432}))
    for password in passwords[1:]:
        secret = json.loads(client.get_secret_value(SecretId=name)["SecretString"])
        seen.append(secret)
        client.put_secret_value(SecretId=name, SecretString=json.dumps(
            {**secret, "password": password, "before": secret["password"]}))
    current = client.get_secret_value(SecretId=name)
    seen.append(json.loads(current["SecretString"]))
    return seen, current["VersionStages"]


class Replay(stunt.Test):
    PASSWORDS = ["first-password", "second-password", "third-password"]

    def record(self, run):
        server = self.serve("--record", "run.jsonl", "--record-mode", "all")
        told = run(server.client())
        self.assertEqual(server.stop(), 0)
        return told

    def replay(self, *flags):
        return self.serve("--replay", "run.jsonl", *flags)

    def test_the_same_client_gets_the_same_answers(self):
        recorded = self.record(lambda client: rotate(client, "prod/db", self.PASSWORDS))
        self.assertEqual(rotate(self.replay().client(), "prod/db", self.PASSWORDS), recorded)

    def test_the_transcript_has_none_of_the_values(self):
        self.record(lambda client: rotate(client, "prod/db", self.PASSWORDS))
        text = (self.folder / "run.jsonl").read_text(encoding="utf-8")
        for password in self.PASSWORDS:
            self.assertNotIn(password, text)

    def test_other_values_than_the_recorded_ones_are_bound_and_come_back(self):
        self.record(lambda client: rotate(client, "prod/db", self.PASSWORDS))
        others = ["alpha-alpha", "beta-beta", "gamma-gamma"]
        seen, _ = rotate(self.replay().client(), "prod/db", others)
        self.assertEqual([secret["password"] for secret in seen], others)
        self.assertEqual(seen[2]["before"], "beta-beta")

    def test_two_swapped_values_are_a_miss(self):
        self.record(lambda client: rotate(client, "prod/db", self.PASSWORDS))
        with self.assertRaises(botocore.exceptions.ClientError) as caught:
            # The second write puts the first password where the recording has a new one.
            rotate(self.replay().client(), "prod/db",
                   ["first-password", "second-password", "first-password"])
        self.assertEqual(caught.exception.response["Error"]["Code"], "StuntReplayMiss")

    def test_values_that_nobody_sent_are_made_up_and_can_be_written_back(self):
        def read_and_write_back(client):
            secret = json.loads(client.get_secret_value(SecretId="seeded")["SecretString"])
            client.put_secret_value(SecretId="seeded", SecretString=json.dumps(secret))
            return secret

        server = self.serve("--record", "all.jsonl")
        client = server.client()
        client.create_secret(Name="seeded", SecretString='{"password": "hidden-value", "port": 1}')
        read_and_write_back(client)
        server.stop()
        # A recording that began after the secret was made.
        lines = (self.folder / "all.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
        self.write("run.jsonl", "".join(
            line for line in lines if '"op":"CreateSecret"' not in line))
        secret = read_and_write_back(self.replay().client())
        self.assertEqual(sorted(secret), ["password", "port"])
        self.assertIsInstance(secret["password"], str)
        self.assertNotIn("{{", secret["password"])
        self.assertNotEqual(secret["password"], "hidden-value")
        self.assertIsInstance(secret["port"], int)
        self.assertEqual(read_and_write_back(self.replay().client()), secret)
        self.assertNotEqual(read_and_write_back(self.replay("--seed", "9").client()), secret)

    def test_errors_and_throttles_come_again_in_their_order(self):
        scenario = stunt.ROOT / "scenarios/library/throttled-then-fine.yaml"
        server = self.serve("--record", "run.jsonl", "--scenario", scenario)

        def run(client):
            client.create_secret(Name="a", SecretString="b")
            codes = []
            for _ in range(3):
                try:
                    codes.append(client.get_secret_value(SecretId="a")["SecretString"])
                except botocore.exceptions.ClientError as error:
                    codes.append(error.response["Error"]["Code"])
            return codes

        recorded = run(server.client())
        server.stop()
        self.assertEqual(recorded, ["ThrottlingException", "ThrottlingException", "b"])
        self.assertEqual(run(self.replay().client()), recorded)

    def test_a_miss_fails_fast_and_names_the_nearest_request(self):
        self.record(lambda client: rotate(client, "prod/db", self.PASSWORDS))
        server = self.replay("--record", "misses.jsonl")
        client = server.client(retries={"mode": "standard", "total_max_attempts": 3})
        with self.assertRaises(botocore.exceptions.ClientError) as caught:
            client.get_secret_value(SecretId="prod/db", VersionStage="AWSPENDING")
        answer = caught.exception.response
        self.assertEqual(answer["Error"]["Code"], "StuntReplayMiss")
        self.assertEqual(answer["ResponseMetadata"]["HTTPStatusCode"], 400)
        self.assertEqual(answer["ResponseMetadata"]["RetryAttempts"], 0)
        self.assertIn("GetSecretValue", answer["Error"]["Message"])
        self.assertIn("/VersionStage", answer["Error"]["Message"])
        server.stop()
        (miss,) = stunt.exchanges(self.folder / "misses.jsonl")
        self.assertEqual(miss["error"]["code"], "StuntReplayMiss")
        self.assertTrue(miss["near"])

    def test_a_replay_under_a_scenario_fails_on_cue(self):
        self.record(lambda client: client.create_secret(Name="a", SecretString="b"))
        server = self.replay("--scenario", stunt.ROOT / "scenarios/library/lost-create.yaml")
        client = server.client()
        with self.assertRaises(botocore.exceptions.ClientError) as caught:
            client.create_secret(Name="a", SecretString="b")
        self.assertEqual(caught.exception.response["Error"]["Code"], "InternalServiceError")

    def test_what_is_no_transcript_is_told_with_its_line(self):
        self.serve("--record", "good.jsonl").stop()
        header = (self.folder / "good.jsonl").read_text(encoding="utf-8").splitlines()[0]
        path = self.write("broken.jsonl", header + '\n{"kind":"exchange",\n{}\n')
        code, _, errors = self.run_stunt("serve", "--port", "0", "--replay", path)
        self.assertNotEqual(code, 0)
        self.assertIn("broken.jsonl:2", errors)
        code, _, errors = self.run_stunt("show", "missing.jsonl")
        self.assertNotEqual(code, 0)
        self.assertIn("missing.jsonl", errors)
