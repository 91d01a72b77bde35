# SPDX-License-Identifier: MIT
"""Recording: what is written, what a crash leaves, what happens when writing fails."""

import json
import pathlib

import stunt


class Record(stunt.Test):
    def traffic(self, server):
        client = server.client()
        client.create_secret(Name="prod/db", SecretString=json.dumps({"password": "hunter2-hunter2"}))
        for _ in range(3):
            client.get_secret_value(SecretId="prod/db")
        server.post("secretsmanager.GetSecretValue", '{"SecretId": "none"}')

    def test_a_transcript_has_header_exchanges_and_footer(self):
        server = self.serve("--record", "run.jsonl", "--seed", "5")
        self.traffic(server)
        self.assertEqual(server.stop(), 0)
        lines = stunt.read_transcript(self.folder / "run.jsonl")
        self.assertEqual([line["kind"] for line in lines],
                         ["header"] + 5 * ["exchange"] + ["footer"])
        self.assertEqual((lines[0]["v"], lines[0]["seed"], lines[0]["engine"]), (1, 5, "emulator"))
        self.assertEqual([e["seq"] for e in lines[1:-1]], [1, 2, 3, 4, 5])
        self.assertEqual([e["outcome"] for e in lines[1:-1]], 4 * ["ok"] + ["clientError"])
        self.assertEqual(lines[-1]["exchanges"], 5)
        create, read = lines[1], lines[2]
        self.assertEqual(create["key"]["secretId"], "prod/db")
        self.assertTrue(read["conn"]["reused"])
        # A JSON secret keeps its keys; equal values are the same pseudonym wherever they stand.
        told = json.loads(create["req"]["json"]["SecretString"])
        self.assertEqual(list(told), ["password"])
        self.assertEqual(read["res"]["json"]["SecretString"], create["req"]["json"]["SecretString"])

    def test_a_transcript_is_for_its_owner_only(self):
        self.serve("--record", "run.jsonl")
        self.assertEqual((self.folder / "run.jsonl").stat().st_mode & 0o777, 0o600)

    def test_a_killed_server_leaves_a_file_that_all_tools_read(self):
        server = self.serve("--record", "run.jsonl")
        self.traffic(server)
        stunt.wait_until(lambda: server.health()["recording"]["written"] == 5, "the writer")
        server.kill()
        code, table, _ = self.run_stunt("show", "run.jsonl")
        self.assertEqual(code, 0)
        self.assertIn("GetSecretValue", table)
        self.assertIn("ended early", table)
        replay = self.serve("--replay", "run.jsonl")
        self.assertEqual(replay.post("secretsmanager.GetSecretValue", '{"SecretId": "none"}')[0],
                         400)

    def test_a_torn_last_line_is_left_out_and_told(self):
        server = self.serve("--record", "run.jsonl")
        self.traffic(server)
        server.stop()
        whole = (self.folder / "run.jsonl").read_bytes()
        lines = whole.splitlines(keepends=True)
        (self.folder / "torn.jsonl").write_bytes(b"".join(lines[:4]) + lines[4][:50])
        code, table, _ = self.run_stunt("show", "torn.jsonl")
        self.assertEqual(code, 0)
        self.assertIn("3 exchanges", table)
        self.assertIn("ended early", table)

    def test_a_file_that_is_no_transcript_is_not_overwritten_unless_asked(self):
        path = self.write("run.jsonl", "precious\n")
        code, _, errors = self.run_stunt("serve", "--port", "0", "--record", path)
        self.assertEqual(code, 2)
        self.assertIn("run.jsonl:1", errors)
        self.assertEqual(path.read_text(encoding="utf-8"), "precious\n")
        server = self.serve("--record", path, "--record-mode", "all")
        server.stop()
        self.assertEqual(stunt.read_transcript(path)[0]["kind"], "header")

    def test_an_unwritable_path_is_told_at_the_start(self):
        code, _, errors = self.run_stunt("serve", "--port", "0", "--record", "none/run.jsonl")
        self.assertEqual(code, 1)
        self.assertIn("none/run.jsonl", errors)
        self.assertIn("No such file or directory", errors)

    def test_a_full_disk_ends_the_recording_and_not_the_server(self):
        if not pathlib.Path("/dev/full").exists():
            self.fail("/dev/full is needed for this test")
        server = self.serve("--record", "/dev/full")
        client = server.client()
        client.create_secret(Name="a", SecretString="b")
        stunt.wait_until(lambda: server.health()["status"] == "recording failed", "the failure")
        self.assertEqual(client.get_secret_value(SecretId="a")["SecretString"], "b")
        recording = server.health()["recording"]
        self.assertIn("No space left on device", recording["error"])
        stunt.wait_until(lambda: server.health()["recording"]["lost"] >= 2, "the count of lost")
        self.assertEqual(server.stop(), 1)
        self.assertEqual(server.logged().count("No space left on device"), 1)

    def test_the_table_shows_attempts_gaps_and_faults(self):
        server = self.serve(
            "--record", "run.jsonl",
            "--scenario", stunt.ROOT / "scenarios/library/throttled-then-fine.yaml")
        client = server.client(retries={"mode": "standard", "total_max_attempts": 3})
        client.create_secret(Name="prod/db", SecretString="x")
        client.get_secret_value(SecretId="prod/db")
        server.stop()
        code, table, _ = self.run_stunt("show", "run.jsonl")
        self.assertEqual(code, 0)
        self.assertNotIn("\x1b", table)
        self.assertEqual(table.count("throttled-then-fine"), 2)
        self.assertIn("prod/db", table)
        self.assertIn("\x1b[", self.run_stunt("show", "--color", "always", "run.jsonl")[1])
