# SPDX-License-Identifier: MIT
"""Runs the program for a test: on a free port, in a folder of its own, gone at the end."""

import json
import os
import pathlib
import select
import signal
import subprocess
import tempfile
import time
import unittest
import urllib.error
import urllib.request

import boto3
import botocore.config

PROGRAM = os.environ.get("STUNT", "build/release/stunt")
ROOT = pathlib.Path(__file__).resolve().parents[2]
PATIENCE_S = 20

# Credentials that cannot be anybody's, and nothing of the user's own configuration.
CLIENT_ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "HOME": "/nonexistent",
    "AWS_ACCESS_KEY_ID": "test",
    "AWS_SECRET_ACCESS_KEY": "test",
    "AWS_DEFAULT_REGION": "us-east-1",  # read by Python
    "AWS_REGION": "us-east-1",  # read by the others
    "AWS_EC2_METADATA_DISABLED": "true",
    "NO_PROXY": "127.0.0.1,localhost,::1",
}


def wait_until(condition, what):
    """Asks until it is true: the one way in which a test waits for another process."""
    deadline = time.monotonic() + PATIENCE_S
    pause = select.poll()
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {PATIENCE_S} s in vain: {what}")
        pause.poll(5)


class Stunt:
    """`stunt serve` on a free port, with the given flags. A context manager.

    Settings of the process itself go to subprocess.Popen."""

    def __init__(self, folder, *flags, program=None, **process):
        self.ready_file = pathlib.Path(folder) / f"ready-{os.urandom(4).hex()}"
        self.log = tempfile.TemporaryFile("a+", encoding="utf-8", errors="replace")
        self.output = tempfile.TemporaryFile("a+", encoding="utf-8", errors="replace")
        self.process = subprocess.Popen(
            [program or PROGRAM, "serve", "--port", "0", "--ready-file", self.ready_file, *map(str, flags)],
            stdin=subprocess.DEVNULL, stdout=self.output, stderr=self.log, cwd=folder,
            **process)
        wait_until(lambda: self.ready_file.exists() or self.process.poll() is not None, "a start")
        if not self.ready_file.exists():
            raise AssertionError(f"stunt ended with {self.process.returncode}: {self.logged()}")
        self.endpoint = self.ready_file.read_text(encoding="utf-8").strip()
        self.port = int(self.endpoint.rsplit(":", 1)[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill()
        self.log.close()
        self.output.close()

    def client(self, region="us-east-1", **settings):
        """A boto3 client that tries once, unless told otherwise."""
        settings.setdefault("retries", {"mode": "standard", "total_max_attempts": 1})
        return boto3.client(
            "secretsmanager", endpoint_url=self.endpoint, region_name=region,
            aws_access_key_id="test", aws_secret_access_key="test",
            config=botocore.config.Config(**settings))

    def post(self, target, body, headers=None):
        """A request without a signature: (status, headers, body as text)."""
        request = urllib.request.Request(
            self.endpoint, method="POST", data=body if isinstance(body, bytes) else body.encode(),
            headers={"Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": target,
                     **(headers or {})})
        return self._ask(request)

    def get(self, path):
        return self._ask(urllib.request.Request(self.endpoint + path))

    def post_admin(self, path, body):
        """JSON to an admin route: (status, headers, body as text)."""
        return self._ask(urllib.request.Request(
            self.endpoint + path, method="POST", data=json.dumps(body).encode()))

    @staticmethod
    def _ask(request):
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:
                return answer.status, answer.headers, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read().decode()

    def health(self):
        return json.loads(self.get("/_stunt/v1/health")[2])

    def signal(self, number):
        self.process.send_signal(number)

    def wait(self):
        return self.process.wait(PATIENCE_S)

    def stop(self):
        """Ends it decently. Returns the exit code."""
        self.signal(signal.SIGTERM)
        return self.wait()

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def logged(self):
        self.log.seek(0)
        return self.log.read()

    def printed(self):
        self.output.seek(0)
        return self.output.read()


class Test(unittest.TestCase):
    """A test with a folder of its own."""

    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="stunt-e2e-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def serve(self, *flags, **process):
        """A server that is gone when the test ends."""
        server = Stunt(self.folder, *flags, **process)
        self.addCleanup(server.__exit__)
        return server

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def run_stunt(self, *arguments):
        """The program, to its end: (exit code, stdout, stderr)."""
        done = subprocess.run([PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, cwd=self.folder,
                              timeout=PATIENCE_S, check=False)
        return done.returncode, done.stdout, done.stderr


def read_transcript(path):
    """Every line as JSON."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def exchanges(path):
    return [line for line in read_transcript(path) if line["kind"] == "exchange"]
