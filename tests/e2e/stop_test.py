# SPDX-License-Identifier: MIT
"""How a server ends: answers that are due go out, others are reset, a second signal ends at once."""

import signal
import socket
import time

import stunt

SLOW = """
version: 1
scenario: test/slow
rules:
  - id: slow
    when: {{ operation: ListSecrets }}
    phase: after
    then: {{ delay: {} }}
"""

LIST = (b"POST / HTTP/1.1\r\nHost: a\r\nX-Amz-Target: secretsmanager.ListSecrets\r\n"
        b"Content-Type: application/x-amz-json-1.1\r\nContent-Length: 2\r\n\r\n{}")


class Stop(stunt.Test):
    def serve_with_a_slow_answer(self, delay, *flags):
        """A server, and a client whose answer is under way and has not come."""
        scenario = self.write("slow.yaml", SLOW.format(delay))
        server = self.serve("--scenario", scenario, "--record", "run.jsonl", *flags)
        client = socket.create_connection(("127.0.0.1", server.port), timeout=stunt.PATIENCE_S)
        self.addCleanup(client.close)
        client.sendall(LIST)
        # Requests are served in order of arrival: once this one is answered, that one waits.
        server.post("secretsmanager.DescribeSecret", '{"SecretId": "a"}')
        return server, client

    def recorded(self):
        return {e["op"]: e for e in stunt.exchanges(self.folder / "run.jsonl")}

    def test_an_answer_that_is_due_within_the_grace_is_sent_when_it_is_due(self):
        server, client = self.serve_with_a_slow_answer("500ms")
        asked = time.monotonic()
        server.signal(signal.SIGTERM)
        self.assertTrue(client.recv(65536).startswith(b"HTTP/1.1 200 "))
        self.assertGreater(time.monotonic() - asked, 0.2)
        self.assertEqual(server.wait(), 0)
        self.assertEqual(self.recorded()["ListSecrets"]["outcome"], "ok")

    def test_an_answer_that_is_due_later_is_reset_and_recorded_so(self):
        server, client = self.serve_with_a_slow_answer("1h", "--grace", "100ms")
        server.signal(signal.SIGINT)
        with self.assertRaises(ConnectionResetError):
            client.recv(65536)
        self.assertEqual(server.wait(), 0)
        listed = self.recorded()["ListSecrets"]
        self.assertEqual((listed["outcome"], listed["res"]), ("reset", None))
        self.assertEqual(stunt.read_transcript(self.folder / "run.jsonl")[-1]["kind"], "footer")

    def test_a_second_signal_ends_at_once(self):
        server, client = self.serve_with_a_slow_answer("50s", "--grace", "60s")
        server.signal(signal.SIGTERM)
        stunt.wait_until(lambda: "second signal" in server.logged(), "the first signal's effect")
        began = time.monotonic()
        server.signal(signal.SIGTERM)
        with self.assertRaises(ConnectionResetError):
            client.recv(65536)
        self.assertEqual(server.wait(), 0)
        self.assertLess(time.monotonic() - began, 10)
        self.assertEqual(self.recorded()["ListSecrets"]["outcome"], "reset")

    def test_nobody_is_accepted_while_it_stops(self):
        server, client = self.serve_with_a_slow_answer("2s")
        server.signal(signal.SIGTERM)
        stunt.wait_until(lambda: "stopping" in server.logged(), "the signal's effect")

        def refused():
            try:
                with socket.create_connection(("127.0.0.1", server.port), timeout=1) as late:
                    late.sendall(LIST)
                    return late.recv(1) == b""
            except OSError:
                return True

        stunt.wait_until(refused, "a refusal")
        self.assertTrue(client.recv(65536).startswith(b"HTTP/1.1 200 "))
        self.assertEqual(server.wait(), 0)
