# SPDX-License-Identifier: MIT
"""Record modes, appending, overflow, rotation, reopening, and runs that are kept only if they pass."""

import http.client
import json
import os
import resource
import signal
import sys
import threading

import botocore.exceptions

import stunt


class Modes(stunt.Test):
    def path(self, name="run.jsonl"):
        return self.folder / name

    def create(self, server, *names):
        for name in names:
            server.client().create_secret(Name=name, SecretString=f"value-of-{name}")

    def read(self, server, name):
        return server.client().get_secret_value(SecretId=name)["SecretString"]

    def code_of(self, call):
        with self.assertRaises(botocore.exceptions.ClientError) as caught:
            call()
        return caught.exception.response["Error"]["Code"]

    def recorded(self, *flags, names=("a",)):
        """A server that has recorded how the secrets were made, and has ended."""
        server = self.serve("--record", "run.jsonl", *flags)
        self.create(server, *names)
        self.assertEqual(server.stop(), 0)

    def check(self, name="run.jsonl"):
        """The file's lines; its footer must fit them."""
        code, table, errors = self.run_stunt("show", name)
        self.assertEqual(code, 0, errors)
        for note in ("ended early", "was changed", "the footer counts"):
            self.assertNotIn(note, table)
        return stunt.exchanges(self.path(name))

    def test_once_records_and_then_answers_from_the_file(self):
        self.recorded()
        before = self.path().read_bytes()
        server = self.serve("--record", "run.jsonl")
        self.assertIn("run.jsonl is there: answers come from it", server.printed())
        self.assertIn("record mode once", server.printed())
        self.create(server, "a")
        self.assertEqual(self.code_of(lambda: self.create(server, "b")), "StuntReplayMiss")
        self.assertNotIn("recording", server.health())
        self.assertEqual(server.stop(), 0)
        self.assertEqual(self.path().read_bytes(), before)

    def test_once_goes_with_the_flags_of_the_emulator_when_it_answers_too(self):
        fixtures = self.write("fixtures.yaml", "secrets: [{ name: f, value: v }]\n")
        flags = ("--record", "run.jsonl", "--fixtures", fixtures, "--state", "state")
        server = self.serve(*flags)
        self.assertEqual(self.read(server, "f"), "v")
        self.assertEqual(server.stop(), 0)
        server = self.serve(*flags)
        # A value that nobody has sent is made up.
        self.assertNotIn(self.read(server, "f"), ("v", "{{secret:1}}"))
        self.assertEqual(server.stop(), 0)

    def test_a_recording_of_nothing_is_no_recording(self):
        self.recorded(names=())
        self.recorded(names=("a",))
        self.assertEqual(len(self.check()), 1)

    def test_none_needs_a_file(self):
        code, _, errors = self.run_stunt("serve", "--port", "0", "--record", "run.jsonl",
                                         "--record-mode", "none")
        self.assertEqual(code, 2)
        self.assertIn("there is no recording in run.jsonl", errors)
        self.recorded()
        server = self.serve("--record", "run.jsonl", "--record-mode", "none")
        self.create(server, "a")
        self.assertEqual(self.code_of(lambda: self.create(server, "b")), "StuntReplayMiss")

    def test_all_writes_the_file_anew(self):
        self.recorded(names=("a", "b"))
        self.recorded("--record-mode", "all", names=("c",))
        (only,) = self.check()
        self.assertEqual(only["key"]["secretId"], "c")

    def test_new_episodes_answers_what_it_knows_and_records_the_rest(self):
        flags = ("--record-mode", "new_episodes")
        self.recorded(*flags)
        server = self.serve("--record", "run.jsonl", *flags)
        self.create(server, "a", "b")
        self.assertEqual(self.read(server, "b"), "value-of-b")
        self.assertEqual(server.stop(), 0)
        lines = self.check()
        self.assertEqual([line["op"] for line in lines],
                         ["CreateSecret", "CreateSecret", "GetSecretValue"])
        numbers = [line["seq"] for line in lines]
        self.assertEqual(sorted(set(numbers)), numbers)
        # One value has one pseudonym, and another one than before.
        told = lines[1]["req"]["json"]["SecretString"]
        self.assertEqual(lines[2]["res"]["json"]["SecretString"], told)
        self.assertNotEqual(lines[0]["req"]["json"]["SecretString"], told)

        # The third time nothing is new, and the file stays as it is.
        before = self.path().read_bytes()
        server = self.serve("--record", "run.jsonl", *flags)
        self.create(server, "a", "b")
        self.assertEqual(self.read(server, "b"), "value-of-b")
        self.assertEqual(server.stop(), 0)
        self.assertEqual(self.path().read_bytes(), before)

    def test_new_episodes_knows_a_value_again_and_settles(self):
        flags = ("--record", "run.jsonl", "--record-mode", "new_episodes")
        self.recorded("--record-mode", "new_episodes")

        def session():
            server = self.serve(*flags)
            self.create(server, "a")
            client = server.client()
            client.create_secret(Name="copy", SecretString="value-of-a")
            client.create_secret(Name="other", SecretString="another value")
            self.assertEqual(server.stop(), 0)

        session()
        first, copy, other = [line["req"]["json"]["SecretString"] for line in self.check()]
        self.assertEqual(copy, first)
        self.assertNotEqual(other, first)
        before = self.path().read_bytes()
        session()
        self.assertEqual(self.path().read_bytes(), before)

    def test_new_episodes_does_not_record_what_a_rule_answered(self):
        self.recorded()
        server = self.serve("--record", "run.jsonl", "--record-mode", "new_episodes", "--scenario",
                            stunt.ROOT / "scenarios/library/throttled-then-fine.yaml")
        self.create(server, "b")
        for _ in range(2):
            self.assertEqual(self.code_of(lambda: self.read(server, "b")), "ThrottlingException")
        self.read(server, "b")
        self.assertEqual(server.stop(), 0)
        self.assertEqual([line["outcome"] for line in self.check()], 3 * ["ok"])

    def test_a_killed_file_is_gone_on_with(self):
        self.recorded(names=("a", "b"))
        whole = self.path().read_bytes().splitlines(keepends=True)
        self.path().write_bytes(whole[0] + whole[1] + whole[2][:100])
        server = self.serve("--record", "run.jsonl", "--record-mode", "new_episodes")
        self.create(server, "b")
        server.stop()
        self.assertEqual([line["key"]["secretId"] for line in self.check()], ["a", "b"])

    def test_the_same_file_in_replay_and_record_is_told(self):
        self.recorded()
        code, _, errors = self.run_stunt("serve", "--port", "0", "--replay", "run.jsonl",
                                         "--record", "run.jsonl")
        self.assertEqual(code, 2)
        self.assertIn("name the same file", errors)
        self.assertIn("--record-mode new_episodes", errors)

    def test_what_contradicts_is_told(self):
        for flags, part in (
                (("--record-mode", "all"), "--record FILE"),
                (("--record", "x", "--no-record-on-error"), "stunt run"),
                (("--record", "x", "--record-mode", "new_episodes", "--record-rotate", "1MB"),
                 "--record-rotate"),
                (("--record", "x", "--record-rotate", "100M"), "write 100MB or 100MiB"),
                (("--record", "x", "--record-mode", "al"), "did you mean 'all'?")):
            code, _, errors = self.run_stunt("serve", "--port", "0", *flags)
            self.assertEqual(code, 2, errors)
            self.assertIn(part, errors)

    def test_kill_under_load_leaves_what_can_be_gone_on_with(self):
        flags = ("--record", "run.jsonl", "--record-mode", "new_episodes")
        written = 0
        for round_ in range(4):
            server = self.serve(*flags)
            enough = threading.Event()

            def load(number, server=server, enough=enough, round_=round_):
                for i in range(10_000):
                    try:
                        server.post("secretsmanager.CreateSecret", json.dumps(
                            {"Name": f"{round_}/{number}/{i}", "SecretString": f"some-value-{i}"}))
                    except (OSError, http.client.HTTPException):
                        return
                    if i == 20:
                        enough.set()

            threads = [threading.Thread(target=load, args=(i,)) for i in range(3)]
            for thread in threads:
                thread.start()
            self.assertTrue(enough.wait(stunt.PATIENCE_S))
            server.kill()
            for thread in threads:
                thread.join()
            code, table, errors = self.run_stunt("show", "run.jsonl")
            self.assertEqual(code, 0, errors)
            lines = self.path().read_bytes().splitlines(keepends=True)
            whole = [line for line in lines if line.endswith(b"\n")]
            self.assertGreater(len(whole), written)
            written = len(whole)
        server = self.serve(*flags)
        self.create(server, "last")
        server.stop()
        lines = self.check()
        self.assertEqual(len({line["seq"] for line in lines}), len(lines))


class Overflow(stunt.Test):
    def serve_into_a_pipe(self, *flags):
        """A disk that takes nothing until somebody reads."""
        pipe = self.folder / "pipe.jsonl"
        os.mkfifo(pipe)
        self.text = None
        start = threading.Event()

        def read():
            with open(pipe, "rb") as file:
                start.wait()
                self.text = file.read().decode()

        reader = threading.Thread(target=read)
        reader.start()
        self.addCleanup(reader.join)
        self.addCleanup(start.set)
        return self.serve("--record", pipe, *flags), reader, start

    def test_drop_goes_on_and_counts(self):
        server, reader, start = self.serve_into_a_pipe("--record-overflow", "drop")
        # One exchange of a megabyte counts as about two: the queue takes 64 MiB.
        body = json.dumps({"SecretId": "none", "SecretString": "x" * 60_000, "Description": "y" * 900_000})
        sent = 0
        while server.health()["recording"]["dropped"] < 5:
            server.post("secretsmanager.PutSecretValue", body)
            sent += 1
            self.assertLess(sent, 300)
        dropped = server.health()["recording"]["dropped"]
        start.set()
        self.assertEqual(server.stop(), 0)
        reader.join()
        lines = [json.loads(line) for line in self.text.splitlines()]
        self.assertEqual(lines[-1]["dropped"], dropped)
        self.assertEqual(len(lines) - 2 + dropped, sent)
        self.assertEqual(server.logged().count("exchanges are missing"), 1)
        self.write("dropped.jsonl", self.text)
        _, table, _ = self.run_stunt("show", "dropped.jsonl")
        self.assertIn(f"{dropped} exchanges are missing", table)

    def test_a_full_disk_keeps_what_was_written_and_the_server_goes_on(self):
        size = 64 * 1024

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

        server = stunt.Stunt(self.folder, "--record", "run.jsonl", preexec_fn=limit)
        self.addCleanup(server.__exit__)
        client = server.client()
        client.create_secret(Name="a", SecretString="a value")
        while server.health()["status"] != "recording failed":
            self.assertEqual(client.get_secret_value(SecretId="a")["SecretString"], "a value")
        self.assertEqual(client.get_secret_value(SecretId="a")["SecretString"], "a value")
        self.assertIn("File too large", server.health()["recording"]["error"])
        written = server.health()["recording"]["written"]
        self.assertEqual(server.stop(), 1)
        code, table, _ = self.run_stunt("show", "run.jsonl")
        self.assertEqual(code, 0)
        self.assertIn(f"{written} exchanges", table)
        # With room again, the file is gone on with.
        server = self.serve("--record", "run.jsonl", "--record-mode", "new_episodes")
        server.client().create_secret(Name="b", SecretString="b")
        self.assertEqual(server.stop(), 0)
        self.assertEqual(stunt.read_transcript(self.folder / "run.jsonl")[-1]["exchanges"],
                         written + 1)


class Files(stunt.Test):
    def test_rotation_sets_whole_transcripts_aside(self):
        server = self.serve("--record", "run.jsonl", "--record-rotate", "8KiB")
        client = server.client()
        client.create_secret(Name="a", SecretString="the same value")
        for _ in range(30):
            client.get_secret_value(SecretId="a")
        self.assertEqual(server.stop(), 0)
        parts = sorted(path for path in self.folder.glob("run.*.jsonl"))
        self.assertGreater(len(parts), 3)
        numbers, told = [], set()
        for path in (*(self.folder / f"run.{i + 1}.jsonl" for i in range(len(parts))),
                     self.folder / "run.jsonl"):
            lines = stunt.read_transcript(path)
            self.assertEqual((lines[0]["kind"], lines[-1]["kind"]), ("header", "footer"))
            self.assertEqual(lines[-1]["exchanges"], len(lines) - 2)
            numbers += [line["seq"] for line in lines[1:-1]]
            told |= {line["res"]["json"]["SecretString"] for line in lines[1:-1]
                     if line["op"] == "GetSecretValue"}
            self.assertEqual(self.run_stunt("show", path)[0], 0)
        self.assertEqual(numbers, list(range(1, 32)))
        self.assertEqual(len(told), 1)

    def test_sighup_goes_on_in_a_new_file(self):
        server = self.serve("--record", "run.jsonl")
        client = server.client()
        client.create_secret(Name="a", SecretString="the same value")
        server.signal(signal.SIGHUP)
        stunt.wait_until(lambda: "move it away first" in server.logged(), "the warning")
        os.rename(self.folder / "run.jsonl", self.folder / "old.jsonl")
        server.signal(signal.SIGHUP)
        stunt.wait_until((self.folder / "run.jsonl").exists, "the new file")
        client.get_secret_value(SecretId="a")
        self.assertEqual(server.stop(), 0)
        old, new = (stunt.read_transcript(self.folder / name) for name in ("old.jsonl", "run.jsonl"))
        for lines in (old, new):
            self.assertEqual([line["kind"] for line in lines], ["header", "exchange", "footer"])
        self.assertEqual(new[1]["seq"], 2)
        self.assertEqual(old[1]["req"]["json"]["SecretString"],
                         new[1]["res"]["json"]["SecretString"])

    def test_sighup_means_nothing_without_a_recording(self):
        server = self.serve()
        server.signal(signal.SIGHUP)
        server.client().create_secret(Name="a", SecretString="b")
        self.assertEqual(server.stop(), 0)


CLIENT = """
import os, sys, urllib.request
body = b'{"Name": "%s", "SecretString": "some value"}' % sys.argv[1].encode()
urllib.request.urlopen(urllib.request.Request(os.environ["STUNT_ENDPOINT"], data=body, headers={
    "X-Amz-Target": "secretsmanager.CreateSecret"}))
sys.exit(int(sys.argv[2]))
"""


class Runs(stunt.Test):
    def run_client(self, name, code, *flags, scenario="version: 1\nscenario: x\n"):
        self.write("x.yaml", scenario)
        return self.run_stunt("run", *flags, "x.yaml", "--", sys.executable, "-c", CLIENT, name,
                              str(code))

    def names(self, file="run.jsonl"):
        return [line["key"]["secretId"] for line in stunt.exchanges(self.folder / file)]

    def test_a_failed_run_leaves_the_file_as_it_was(self):
        keep = ("--record", "run.jsonl", "--record-mode", "all", "--no-record-on-error")
        code, _, errors = self.run_client("a", 1, *keep)
        self.assertEqual(code, 1)
        self.assertIn("run.jsonl stays as it was: the run did not pass", errors)
        self.assertFalse((self.folder / "run.jsonl").exists())
        self.assertEqual(self.run_client("b", 0, *keep)[0], 0)
        self.assertEqual(self.names(), ["b"])
        self.run_client("c", 1, *keep)
        self.assertEqual(self.names(), ["b"])
        self.assertEqual(list(self.folder.glob("*.part")), [])

    def test_a_failed_run_adds_no_episodes(self):
        more = ("--record", "run.jsonl", "--record-mode", "new_episodes", "--no-record-on-error")
        self.run_client("a", 0, *more)
        before = (self.folder / "run.jsonl").read_bytes()
        self.run_client("b", 1, *more)
        self.assertEqual((self.folder / "run.jsonl").read_bytes(), before)
        self.assertEqual(self.run_client("b", 0, *more)[0], 0)
        self.assertEqual(self.names(), ["a", "b"])
        self.assertEqual((self.folder / "run.jsonl").stat().st_mode & 0o777, 0o600)

    def test_without_the_flag_a_failed_run_is_recorded(self):
        self.run_client("a", 1, "--record", "run.jsonl")
        self.assertEqual(self.names(), ["a"])

    def test_a_scenario_says_how_its_run_is_recorded(self):
        (self.folder / "cassettes").mkdir()
        scenario = ("version: 1\nscenario: x\n"
                    "record: { to: cassettes/x.jsonl, mode: new_episodes, recordOnError: false }\n"
                    "setup: [{ operation: CreateSecret, input: { Name: made } }]\n")
        self.assertEqual(self.run_client("a", 1, scenario=scenario)[0], 1)
        self.assertEqual(list((self.folder / "cassettes").iterdir()), [])
        self.assertEqual(self.run_client("a", 0, scenario=scenario)[0], 0)
        self.assertEqual(self.run_client("b", 0, scenario=scenario)[0], 0)
        self.assertEqual(self.names("cassettes/x.jsonl"), ["a", "b"])
        self.assertEqual(self.run_client("c", 0, "--record", "mine.jsonl", scenario=scenario)[0], 0)
        self.assertEqual(self.names("mine.jsonl"), ["c"])
        # What is there answers; the setup is the engine's alone.
        self.assertEqual(self.run_client("a", 0, "--record-mode", "none", scenario=scenario)[0], 0)
        self.assertEqual(self.names("cassettes/x.jsonl"), ["a", "b"])

    def test_two_files_cannot_say_it_both(self):
        text = "version: 1\nscenario: x\nrecord: { to: a.jsonl }\n"
        self.write("one.yaml", text)
        self.write("two.yaml", text)
        code, _, errors = self.run_stunt("run", "one.yaml", "two.yaml")
        self.assertEqual(code, 2)
        self.assertIn("two.yaml:3:9", errors)
        self.assertIn("one world is recorded once", errors)

    def test_run_takes_no_notice_of_sighup(self):
        self.write("x.yaml", "version: 1\nscenario: x\n")
        parent = "import os, signal; os.kill(os.getppid(), signal.SIGHUP)" + CLIENT
        code, _, errors = self.run_stunt("run", "x.yaml", "--", sys.executable, "-c", parent, "a",
                                         "0")
        self.assertEqual(code, 0, errors)
