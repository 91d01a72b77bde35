# SPDX-License-Identifier: MIT
"""How a program that starts `stunt serve` learns where it is, and is sure that it goes."""

import json
import os
import pathlib
import select
import signal
import subprocess
import sys
import urllib.request

import boto3
import botocore.exceptions
import stunt

# Starts a server that holds a pipe, tells of it, and waits to be killed.
PARENT = """
import os, subprocess, sys
told, tell = os.pipe()
subprocess.Popen(["{program}", "serve", "--port", "0", "--ready-fd", str(tell), *sys.argv[1:]],
                 pass_fds=[tell], stdout=subprocess.DEVNULL)
os.close(tell)
print(os.read(told, 4096).decode(), flush=True)
os.read(0, 1)
"""


class Ready(stunt.Test):
    def start(self, *flags, **process):
        """A server, and the end of a pipe whose other end it has for --ready-fd."""
        told, tell = os.pipe()
        self.addCleanup(os.close, told)
        server = subprocess.Popen(
            [stunt.PROGRAM, "serve", "--port", "0", "--ready-fd", str(tell), *flags],
            pass_fds=[tell], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, **process)
        os.close(tell)
        self.addCleanup(server.wait)
        self.addCleanup(server.kill)
        return server, told

    def read_all(self, descriptor):
        """What comes until it is closed."""
        whole = b""
        while select.select([descriptor], [], [], stunt.PATIENCE_S)[0]:
            part = os.read(descriptor, 4096)
            if not part:
                return whole.decode()
            whole += part
        self.fail("the descriptor was not closed")

    def ready(self, *flags):
        server, told = self.start(*flags)
        return server, json.loads(self.read_all(told))

    def client(self, ready):
        return boto3.client(
            "secretsmanager", endpoint_url=ready["endpoint"], region_name=ready["region"],
            aws_access_key_id=ready["accessKeyId"],
            aws_secret_access_key=ready["secretAccessKey"])

    def test_a_line_of_json_is_written_and_the_descriptor_closed(self):
        server, told = self.start("--region", "eu-west-1")
        line = self.read_all(told)
        self.assertEqual((line.count("\n"), line[-1]), (1, "\n"))
        ready = json.loads(line)
        self.assertEqual(list(ready),
                         ["endpoint", "accessKeyId", "secretAccessKey", "region", "admin", "pid"])
        self.assertRegex(ready["endpoint"], r"^http://127\.0\.0\.1:\d+$")
        self.assertEqual((ready["region"], ready["pid"]), ("eu-west-1", server.pid))
        created = self.client(ready).create_secret(Name="a", SecretString="b")
        self.assertIn(":eu-west-1:", created["ARN"])
        self.assertIsNone(server.poll())

    def test_it_says_where_the_admin_api_is(self):
        _, ready = self.ready()
        self.assertEqual(ready["admin"], ready["endpoint"] + "/_stunt/v1")
        _, ready = self.ready("--admin-port", "0")
        self.assertFalse(ready["admin"].startswith(ready["endpoint"] + "/"))
        with urllib.request.urlopen(ready["admin"] + "/version", timeout=stunt.PATIENCE_S) as answer:
            self.assertEqual(answer.status, 200)
        self.assertNotIn("admin", self.ready("--admin", "off")[1])

    def test_the_key_is_believed_where_signatures_are_verified(self):
        _, ready = self.ready("--auth", "verify")
        self.assertEqual(self.client(ready).list_secrets()["SecretList"], [])
        with self.assertRaises(botocore.exceptions.ClientError) as refused:
            self.client({**ready, "secretAccessKey": "another"}).list_secrets()
        self.assertEqual(refused.exception.response["Error"]["Code"], "InvalidSignatureException")
        self.assertNotEqual(self.ready("--auth", "verify")[1]["secretAccessKey"],
                            ready["secretAccessKey"])

    def test_on_standard_output_it_is_the_first_line_and_all_there_is(self):
        server = subprocess.Popen(
            [stunt.PROGRAM, "serve", "--port", "0", "--ready-fd", "1"], stdout=subprocess.PIPE)
        self.addCleanup(server.stdout.close)
        self.addCleanup(server.wait)
        self.addCleanup(server.kill)
        self.assertIn("endpoint", json.loads(server.stdout.readline()))
        server.terminate()
        self.assertEqual((server.stdout.read(), server.wait()), (b"", 0))

    def test_a_descriptor_that_cannot_be_written_to_is_told_before_anything_begins(self):
        for shell, expected in [("", "descriptor 7 is not open"),
                                ("7</dev/null", "descriptor 7 is open for reading only")]:
            done = subprocess.run(
                ["sh", "-c", f'exec "$0" serve --port 0 --ready-fd 7 {shell}', stunt.PROGRAM],
                capture_output=True, text=True, timeout=stunt.PATIENCE_S, check=False)
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertIn(expected, done.stderr)
            self.assertIn("stunt serve --ready-fd 7 7> ready.json", done.stderr)

    def test_a_reader_that_has_left_ends_it(self):
        told, tell = os.pipe()
        os.close(told)
        done = subprocess.run(
            [stunt.PROGRAM, "serve", "--port", "0", "--ready-fd", str(tell)], pass_fds=[tell],
            capture_output=True, text=True, timeout=stunt.PATIENCE_S, check=False)
        os.close(tell)
        self.assertEqual(done.returncode, 1)
        self.assertIn("--ready-fd: Broken pipe", done.stderr)

    def test_a_file_of_that_descriptor_has_the_line(self):
        line = self.folder / "ready.json"
        server = subprocess.Popen(
            ["sh", "-c", f'exec "$0" serve --port 0 --ready-fd 3 3>"{line}"', stunt.PROGRAM],
            stdout=subprocess.DEVNULL)
        self.addCleanup(server.wait)
        self.addCleanup(server.kill)
        stunt.wait_until(lambda: line.exists() and line.read_text(encoding="utf-8"), "a line")
        self.assertEqual(json.loads(line.read_text(encoding="utf-8"))["pid"], server.pid)

    def orphan(self, *flags):
        """Has a server started by a process that is then killed. The server's pid."""
        parent = subprocess.Popen(
            [sys.executable, "-c",
             PARENT.format(program=pathlib.Path(stunt.PROGRAM).resolve()), *flags],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=self.folder)
        ready = json.loads(parent.stdout.readline())
        parent.kill()
        parent.wait()
        parent.stdin.close()
        parent.stdout.close()
        return ready["pid"]

    def test_with_exit_with_parent_no_server_is_left_behind(self):
        pid = os.pidfd_open(self.orphan("--exit-with-parent"))
        self.addCleanup(os.close, pid)
        self.assertTrue(select.select([pid], [], [], stunt.PATIENCE_S)[0], "the server goes on")

    def test_without_it_a_server_outlives_its_parent(self):
        pid = self.orphan()
        os.kill(pid, 0)
        os.kill(pid, signal.SIGTERM)
