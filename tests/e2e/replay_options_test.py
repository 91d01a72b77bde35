# SPDX-License-Identifier: MIT
"""Replay in other orders, with an engine behind it, over broken wires, and from long files."""

import json
import socket
import sys

import botocore.exceptions

import stunt


def error_of(call):
    """The error's code and message; of a connection that broke its name."""
    try:
        call()
    except botocore.exceptions.ClientError as error:
        return error.response["Error"]["Code"], error.response["Error"]["Message"]
    except botocore.exceptions.HTTPClientError as error:
        return type(error).__name__, ""
    return None, None


class ReplayOptions(stunt.Test):
    def record(self, run, *flags):
        server = self.serve("--record", "run.jsonl", *flags)
        run(server.client())
        self.assertEqual(server.stop(), 0)

    def replay(self, *flags):
        return self.serve("--replay", "run.jsonl", *flags)

    @staticmethod
    def make_two(client):
        for name in ("a", "b"):
            client.create_secret(Name=name, SecretString=name * 8)

    def test_the_strict_order_is_kept_and_told(self):
        self.record(self.make_two)
        client = self.replay("--replay-order", "strict").client()
        code, message = error_of(lambda: client.create_secret(Name="b", SecretString="x" * 8))
        self.assertEqual(code, "StuntReplayMiss")
        self.assertIn("the recording goes on with seq 1, CreateSecret for a", message)
        self.make_two(client)

    def test_an_engine_answers_what_was_not_recorded_and_knows_the_recorded_arn(self):
        self.record(self.make_two, "--seed", "1")
        fixtures = self.write("secrets.yaml", "secrets: [{ name: a, value: of the fixtures }]\n")
        server = self.replay("--replay-on-miss", "engine", "--fixtures", fixtures, "--seed", "2")
        client = server.client()
        arn = client.create_secret(Name="a", SecretString="a" * 8)["ARN"]
        answer = client.get_secret_value(SecretId=arn)
        self.assertEqual(answer["SecretString"], "of the fixtures")
        self.assertEqual(client.get_secret_value(SecretId="a")["ARN"], arn)
        self.assertEqual(client.get_secret_value(SecretId=arn)["ARN"], arn)
        counts = server.health()["replay"]
        self.assertEqual((counts["recordings"], counts["played"], counts["misses"],
                          counts["askedEngine"]), (2, 1, 0, 3))

    def test_what_nobody_asked_for_is_told_at_the_end(self):
        self.record(self.make_two)
        server = self.replay()
        server.client().create_secret(Name="b", SecretString="b" * 8)
        self.assertEqual(server.stop(), 0)
        self.assertIn("1 of 2 recordings were not asked for: seq 1 CreateSecret a\n",
                      server.printed())

    def test_a_reset_and_a_cut_answer_break_again(self):
        scenario = self.write("broken.yaml", """
version: 1
scenario: broken
rules:
  - { id: r1, when: { operation: GetSecretValue, nth: 1 }, then: { connection: reset } }
  - { id: r2, when: { operation: GetSecretValue, nth: 2 },
      then: { truncate: { bytes: 20, then: close } } }
""")
        body = json.dumps({"SecretId": "a"})

        def ask(server):
            """The bytes that come before the end, and how that comes."""
            with socket.create_connection(("127.0.0.1", server.port), stunt.PATIENCE_S) as wire:
                wire.sendall((f"POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: "
                              f"secretsmanager.GetSecretValue\r\nContent-Type: "
                              f"application/x-amz-json-1.1\r\nContent-Length: {len(body)}"
                              f"\r\nConnection: close\r\n\r\n{body}").encode())
                received = b""
                try:
                    while piece := wire.recv(4096):
                        received += piece
                except ConnectionResetError:
                    return "reset", received
                return "closed", received.partition(b"\r\n\r\n")[2]

        server = self.serve("--record", "run.jsonl", "--scenario", scenario)
        server.client().create_secret(Name="a", SecretString="b" * 8)
        recorded = [ask(server), ask(server)]
        server.stop()
        self.assertEqual(recorded[0], ("reset", b""))
        self.assertEqual(recorded[1][0], "closed")
        self.assertEqual(len(recorded[1][1]), 20)
        again = self.replay()
        again.client().create_secret(Name="a", SecretString="b" * 8)
        self.assertEqual([ask(again), ask(again)], recorded)

    def test_a_scenario_says_how_and_flags_go_before_it(self):
        self.record(self.make_two)
        (self.folder / "scenarios").mkdir()
        scenario = self.write("scenarios/replay.yaml", """
version: 1
scenario: replay
replay: { from: ../run.jsonl, exhausted: repeatLast }
""")

        def ask_twice(*flags):
            client = self.serve("--scenario", scenario, *flags).client()
            client.create_secret(Name="a", SecretString="a" * 8)
            return error_of(lambda: client.create_secret(Name="a", SecretString="a" * 8))[0]

        self.assertIsNone(ask_twice())
        self.assertEqual(ask_twice("--replay-exhausted", "fail"), "StuntReplayMiss")

    def test_a_setup_needs_an_engine(self):
        self.record(self.make_two)
        setup = self.write("setup.yaml", """
version: 1
scenario: setup
setup:
  - { operation: CreateSecret, input: { Name: c, SecretString: cccccccc } }
""")
        code, _, errors = self.run_stunt("serve", "--port", "0", "--replay", "run.jsonl",
                                         "--scenario", setup)
        self.assertEqual(code, 2)
        self.assertIn("setup.yaml:5:5", errors)
        self.assertIn("answers come from a transcript alone", errors)
        client = self.replay("--scenario", setup, "--replay-on-miss", "engine").client()
        self.assertEqual(client.get_secret_value(SecretId="c")["SecretString"], "cccccccc")

    def test_unused_recordings_fail_a_run(self):
        self.record(self.make_two)
        scenario = self.write("unused.yaml", """
version: 1
scenario: unused
replay: { from: run.jsonl }
expect:
  - unusedRecordings: fail
""")
        ask = ("import os, urllib.request as web\n"
               "call = web.Request(os.environ['AWS_ENDPOINT_URL_SECRETS_MANAGER'], b'{}',\n"
               "                   {'X-Amz-Target': 'secretsmanager.ListSecrets'})\n"
               "try: web.urlopen(call)\n"
               "except web.HTTPError: pass\n")
        code, _, errors = self.run_stunt("run", scenario, "--", sys.executable, "-c", ask)
        self.assertEqual(code, 1, errors)
        self.assertIn("2 recorded answers nobody asked for", errors)

    def test_flags_without_a_replay_are_refused(self):
        code, _, errors = self.run_stunt("serve", "--port", "0", "--replay-order", "any")
        self.assertEqual(code, 2)
        self.assertIn("nothing is replayed", errors)
        code, _, errors = self.run_stunt("serve", "--port", "0", "--replay-order", "perkey")
        self.assertEqual(code, 2)
        self.assertIn("strict, perKey, any", errors)

    def test_a_proxy_needs_an_upstream(self):
        self.record(self.make_two)
        scenario = self.write("proxy.yaml", """
version: 1
scenario: proxy
replay: { from: run.jsonl, onMiss: proxy }
""")
        code, _, errors = self.run_stunt("serve", "--port", "0", "--scenario", scenario)
        self.assertEqual(code, 2)
        self.assertIn("no upstream", errors)

    def long_run(self):
        """A transcript that is too long for memory."""
        self.record(self.make_two)
        path = self.folder / "run.jsonl"
        header, *lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        exchanges = [json.loads(line) for line in lines if '"kind":"exchange"' in line]
        filler = {"kind": "event", "name": "mark", "data": "x" * 1_000_000}
        with path.open("w", encoding="utf-8") as out:
            out.write(header)
            for _ in range(17):
                out.write(json.dumps(filler) + "\n")
            for exchange in exchanges:
                out.write(json.dumps(exchange, separators=(",", ":")) + "\n")
        return path

    def test_a_long_transcript_is_answered_from_the_file(self):
        path = self.long_run()
        server = self.replay()
        client = server.client()
        client.create_secret(Name="a", SecretString="other-a!")
        with path.open("r+", encoding="utf-8") as file:
            file.truncate(path.stat().st_size - 10)
        code, message = error_of(lambda: client.create_secret(Name="b", SecretString="b" * 8))
        self.assertEqual(code, "StuntReplayMiss")
        self.assertIn("shorter than when it was opened", message)
        self.assertEqual(server.health()["replay"]["misses"], 1)
