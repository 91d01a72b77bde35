# SPDX-License-Identifier: MIT
"""Secrets that outlive the process, and secrets that are there at the start."""

import json
import os
import resource
import signal

import botocore.exceptions
import kill
import stunt

FIXTURES = stunt.ROOT / "examples" / "fixtures.yaml"
LATE_SERVER = os.environ.get("LATE_SERVER", "build/release/tests/state/late_server")
SEED = 20261124
PLENTY = 200


def small_files():
    """In the server's process: files end at 256 KiB, as on a full disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (256 * 1024, 256 * 1024))


class State(stunt.Test):
    def kept(self, *flags, **process):
        server = stunt.Stunt(self.folder, "--state", "state", *flags, **process)
        self.addCleanup(server.__exit__)
        return server

    def test_a_restart_keeps_everything(self):
        first = self.kept()
        client = first.client()
        client.create_secret(Name="a", SecretString="one", Tags=[{"Key": "k", "Value": "v"}])
        client.put_secret_value(SecretId="a", SecretBinary=b"\0\xff")
        before = [client.get_secret_value(SecretId="a"), client.describe_secret(SecretId="a")]
        self.assertEqual(first.stop(), 0)
        client = self.kept().client()
        after = [client.get_secret_value(SecretId="a"), client.describe_secret(SecretId="a")]
        for answer in before + after:
            del answer["ResponseMetadata"]
        self.assertEqual(before, after)

    def test_no_id_is_given_twice(self):
        seen = []
        for _ in range(3):
            server = self.kept("--seed", "7")
            made = server.post("secretsmanager.CreateSecret", '{"Name": "a", "SecretString": "x"}')
            put = server.post("secretsmanager.PutSecretValue", json.dumps(
                {"SecretId": "a", "SecretString": str(len(seen))}))
            self.assertEqual((made[0], put[0]), (200, 200))
            made, put = json.loads(made[2]), json.loads(put[2])
            seen += [made["ARN"], made["VersionId"], put["VersionId"]]
            server.post("secretsmanager.DeleteSecret",
                        '{"SecretId": "a", "ForceDeleteWithoutRecovery": true}')
            server.kill()
        self.assertEqual(len(set(seen)), 9)

    def test_the_first_run_gives_the_ids_that_a_run_without_a_state_gives(self):
        ask = ("secretsmanager.CreateSecret", '{"Name": "a", "SecretString": "x"}')
        self.assertEqual(self.kept("--deterministic").post(*ask)[2],
                         self.serve("--deterministic").post(*ask)[2])

    def test_kills_under_load_lose_no_acknowledged_write(self):
        done, answered, lost = kill.run(15, SEED)
        self.assertEqual((done, lost), (15, []))
        self.assertGreater(answered, 15)

    def test_the_same_kills_find_a_commit_behind_the_answer(self):
        lost = kill.run(PLENTY, SEED, program=LATE_SERVER, until_lost=True)[2]
        self.assertNotEqual(lost, [])

    def test_a_full_disk_is_told_and_what_was_answered_is_kept(self):
        server = self.kept(preexec_fn=small_files, restore_signals=False)
        client = server.client()
        kept = 0
        with self.assertRaises(botocore.exceptions.ClientError) as refused:
            for number in range(100):
                client.create_secret(Name=str(number), SecretString="x" * 10000)
                kept += 1
        self.assertEqual(refused.exception.response["Error"]["Code"], "InternalServiceError")
        self.assertGreater(kept, 0)
        health = server.health()
        self.assertEqual(health["status"], "state failed")
        self.assertNotEqual(health["state"]["error"], "")
        self.assertIn("the state cannot be kept", server.logged())
        self.assertEqual(client.get_secret_value(SecretId="0")["SecretString"], "x" * 10000)
        server.kill()
        self.assertGreaterEqual(len(self.kept().client().list_secrets()["SecretList"]), kept)

    def test_a_stop_that_cannot_keep_everything_says_so(self):
        server = self.kept(preexec_fn=small_files, restore_signals=False)
        for number in range(100):
            body = json.dumps({"Name": str(number), "SecretString": "x" * 10000})
            server.post("secretsmanager.CreateSecret", body)
        self.assertEqual(server.stop(), 1)

    def test_one_process_at_a_time(self):
        server = self.kept()
        for command in (["serve", "--port", "0", "--state", "state"], ["state", "export", "state"]):
            code, _, said = self.run_stunt(*command)
            self.assertEqual(code, 1)
            self.assertEqual(
                said, "stunt: cannot use the state in state: another process has it open\n")
        self.assertEqual(server.health()["state"], {"path": "state", "run": 1})

    def test_export_and_import(self):
        self.assertEqual(self.run_stunt("state", "import", "one", FIXTURES)[:2],
                         (0, "one: 4 imported, 0 left as they were\n"))
        code, revealed, said = self.run_stunt("state", "export", "one", "--reveal")
        self.assertEqual((code, said), (0, "values are in plain text\n"))
        self.assertEqual(len(json.loads(revealed)["secrets"]), 4)
        self.write("export.json", revealed)
        self.run_stunt("state", "import", "two", "export.json")
        self.assertEqual(self.run_stunt("state", "export", "two", "--reveal")[1], revealed)
        code, hidden, said = self.run_stunt("state", "export", "one")
        self.assertIn("values are left out", said)
        self.assertNotIn("not-a-real-one", hidden)
        self.write("hidden.json", hidden)
        self.assertEqual(
            self.run_stunt("state", "import", "three", "hidden.json"),
            (2, "", "hidden.json: /values: the values were left out; export with --reveal\n"))

    def test_a_broken_import_leaves_nothing(self):
        self.write("f.jsonl", '{"name": "a"}\n' * 2)
        self.assertEqual(self.run_stunt("state", "import", "s", "f.jsonl")[0], 2)
        self.assertEqual(json.loads(self.run_stunt("state", "export", "s")[1])["secrets"], [])


class Fixtures(stunt.Test):
    def test_are_there_at_the_start(self):
        server = self.serve("--fixtures", FIXTURES)
        client = server.client()
        database = json.loads(client.get_secret_value(SecretId="prod/db")["SecretString"])
        self.assertEqual(database["port"], 5432)
        old = client.get_secret_value(SecretId="prod/api-key", VersionStage="AWSPREVIOUS")
        self.assertEqual(old["SecretString"], "key-of-last-month")
        self.assertEqual(len(client.list_secrets()["SecretList"]), 3)
        self.assertIn("fixtures: 4 secrets\n", server.printed())

    def test_leave_what_the_state_has(self):
        first = self.serve("--state", "state", "--fixtures", FIXTURES)
        arn = first.client().put_secret_value(SecretId="prod/db", SecretString="mine")["ARN"]
        first.kill()
        second = self.serve("--state", "state", "--fixtures", FIXTURES)
        got = second.client().get_secret_value(SecretId="prod/db")
        self.assertEqual((got["SecretString"], got["ARN"]), ("mine", arn))
        self.assertIn("fixtures: 0 secrets, and 4 left as they were in the state\n",
                      second.printed())

    def test_that_are_broken_are_told_with_line_and_column(self):
        self.write("f.jsonl", '{"name": "a"}\n{"nam": "b"}\n')
        code, _, said = self.run_stunt("serve", "--port", "0", "--fixtures", "f.jsonl")
        self.assertEqual(code, 2)
        self.assertIn("f.jsonl:2:2: /nam: unknown member 'nam'; did you mean 'name'?\n", said)

    def test_do_not_go_with_a_replay(self):
        code, _, said = self.run_stunt("serve", "--replay", "x", "--fixtures", FIXTURES)
        self.assertEqual(
            (code, said),
            (2, "stunt: --state and --fixtures are the emulator's; --replay has none\n"))
