# SPDX-License-Identifier: MIT
"""Looking at transcripts: show and merge."""

import json
import os
import signal
import subprocess

import stunt

FAULTS = """
version: 1
scenario: test/shown
rules:
  - id: throttled
    when: { operation: GetSecretValue, nth: 1 }
    then: { error: ThrottlingException }
"""


class Show(stunt.Test):
    def record(self, name, *flags):
        server = self.serve("--record", name, *flags)
        client = server.client(retries={"mode": "standard", "total_max_attempts": 3})
        client.create_secret(Name="prod/db", SecretString="hunter2-hunter2")
        client.get_secret_value(SecretId="prod/db")
        client.list_secrets()
        self.assertEqual(server.stop(), 0)

    def show(self, *arguments):
        code, out, errors = self.run_stunt("show", *arguments)
        self.assertEqual((code, errors), (0, ""))
        return out

    def shown(self, *flags):
        """The numbers of the exchanges that these flags leave."""
        lines = self.show("run.jsonl", "--json", *flags).splitlines()
        return [line["seq"] for line in map(json.loads, lines) if line["kind"] == "exchange"]

    def test_filters(self):
        self.record("run.jsonl", "--scenario", self.write("faults.yaml", FAULTS))
        self.assertEqual(self.shown(), [1, 2, 3, 4])
        self.assertEqual(self.shown("--op", "Get*"), [2, 3])
        self.assertEqual(self.shown("--op", "CreateSecret,List*"), [1, 4])
        self.assertEqual(self.shown("--op", "CreateSecret", "--op", "List*"), [1, 4])
        self.assertEqual(self.shown("--secret", "prod/*", "--status", "2xx"), [1, 3])
        self.assertEqual(self.shown("--status", "400-499"), [2])
        self.assertEqual(self.shown("--outcome", "throttled"), [2])
        self.assertEqual(self.shown("--fault"), [2])
        self.assertEqual(self.shown("--fault=thr*"), [2])
        self.assertEqual(self.shown("--fault=lost"), [])

    def test_views(self):
        self.record("run.jsonl", "--scenario", self.write("faults.yaml", FAULTS))
        self.assertIn("1 of 4 exchanges, 1 with faults", self.show("run.jsonl", "--fault"))
        self.assertIn("GetSecretValue prod/db: 2 attempts in ", self.show("run.jsonl", "--attempts"))
        waterfall = self.show("run.jsonl", "--waterfall", "--width", "120")
        self.assertIn(" try 2 ", waterfall)
        self.assertLessEqual(max(map(len, waterfall.splitlines())), 120)
        detail = self.show("run.jsonl", "2")
        self.assertIn("exchange 2: GetSecretValue prod/db, 400 ThrottlingException", detail)
        self.assertIn("fault      throttled: error:ThrottlingException, before", detail)
        self.assertEqual(detail, self.show("run.jsonl", "--seq", "2"))

    def test_wrong_flags_are_told(self):
        self.record("run.jsonl")
        for flags, told in ((("--status", "4x"), "--status: '4x' is none of 200, 4xx, 400-499"),
                            (("--outcome", "throtled"), "did you mean 'throttled'?"),
                            (("--json", "--full"), "exclude each other"),
                            (("--follow", "--waterfall"), "does not know yet what comes"),
                            (("--ops", "x"), "did you mean '--op'?")):
            code, _, errors = self.run_stunt("show", "run.jsonl", *flags)
            self.assertEqual(code, 2, errors)
            self.assertIn(told, errors)
        code, _, errors = self.run_stunt("show", "run.jsonl", "99")
        self.assertEqual((code, errors), (1, "stunt: run.jsonl has no exchange 99\n"))

    def test_a_reader_that_has_seen_enough_is_no_failure(self):
        self.record("run.jsonl")
        lines = (self.folder / "run.jsonl").read_text(encoding="utf-8").splitlines()
        exchange = json.loads(lines[1])
        many = [lines[0]] + [json.dumps({**exchange, "seq": seq + 1}) for seq in range(20000)]
        self.write("many.jsonl", "\n".join(many) + "\n")
        process = subprocess.Popen([stunt.PROGRAM, "show", "many.jsonl"], cwd=self.folder,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.readline()
        process.stdout.close()
        self.assertEqual(process.stderr.read(), b"")
        process.stderr.close()
        self.assertEqual(process.wait(stunt.PATIENCE_S), 0)

    def test_follow_shows_what_is_recorded_until_it_is_interrupted(self):
        server = self.serve("--record", "run.jsonl")
        with open(self.folder / "out", "w+", encoding="utf-8") as out:
            process = subprocess.Popen([stunt.PROGRAM, "show", "-f", "run.jsonl"], stdout=out,
                                       cwd=self.folder)
            self.addCleanup(process.kill)

            def seen(text):
                return text in (self.folder / "out").read_text(encoding="utf-8")

            stunt.wait_until(lambda: seen("engine emulator"), "the header")
            for name in ("first", "second"):
                server.post("secretsmanager.DescribeSecret", json.dumps({"SecretId": name}))
                stunt.wait_until(lambda name=name: seen(name), name)
            process.send_signal(signal.SIGINT)
            self.assertEqual(process.wait(stunt.PATIENCE_S), 0)
            self.assertTrue(seen("2 exchanges, 0 with faults, 2 errors"))

    def test_merge_makes_one_of_several(self):
        self.record("a.jsonl", "--seed", "1")
        self.record("b.jsonl", "--seed", "2")
        code, _, errors = self.run_stunt("merge", "b.jsonl", "a.jsonl", "-o", "all.jsonl")
        self.assertEqual(code, 0, errors)
        self.assertIn("note: a.jsonl has seed 1", errors)
        merged = stunt.exchanges(self.folder / "all.jsonl")
        self.assertEqual([line["seq"] for line in merged], [1, 2, 3, 4, 5, 6])
        secrets = [line["req"]["json"]["SecretString"] for line in merged
                   if line["op"] == "CreateSecret"]
        self.assertEqual(secrets, ["{{secret:2}}", "{{secret:1}}"])
        self.assertIn("6 exchanges", self.show("all.jsonl"))
        code, _, errors = self.run_stunt("merge", "a.jsonl")
        self.assertEqual((code, errors), (2, "stunt: merge needs two transcripts or more\n"))
        code, _, errors = self.run_stunt("merge", "a.jsonl", "./a.jsonl")
        self.assertEqual((code, errors), (2, "stunt: ./a.jsonl is given twice\n"))
        self.assertFalse([name for name in os.listdir(self.folder) if name.endswith(".part")])
