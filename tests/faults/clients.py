# SPDX-License-Identifier: MIT
"""SDKs as processes, all with one protocol, JSON a line each way.

First the process says {"version": "boto3 1.26.27"}. Then it reads jobs
    {"id", "endpoint", "operation", "input", "attempts", "calls", "fresh"}
calls so often, with so many attempts each and 1 s of patience for a connection and for silence, and
answers each job, in any order, with {"id", "seen": [one for each call]}:
    {"output": {…}, "requestId": true}     the call returned
    {"raised": "ReadTimeoutError"}         it did not; "code" where the error has one
    {"lacks": "BatchGetSecretValue"}       this version has no such operation
"""

import concurrent.futures
import itertools
import json
import subprocess
import threading

import stunt

# Far beyond what two attempts with 1 s of patience can take.
NEVER_S = 12


class Client:
    """A context manager. Many threads may ask at once."""

    def __init__(self, title, command):
        self.title = title
        self._process = subprocess.Popen(
            command, cwd=stunt.ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**stunt.CLIENT_ENVIRONMENT, "NODE_NO_WARNINGS": "1"})
        self.version = json.loads(self._process.stdout.readline())["version"]
        self._ids = itertools.count()
        self._waiting = {}
        self._writing = threading.Lock()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        # It may hang in a call for ever: that is one of the findings.
        self._process.kill()
        self._process.wait()
        self._reader.join()
        self._process.stdin.close()
        self._process.stdout.close()

    def ask(self, patience_s=NEVER_S, **job):
        """What each call saw; None if the client did not come back in time."""
        future = concurrent.futures.Future()
        with self._writing:
            number = next(self._ids)
            self._waiting[number] = future
            self._process.stdin.write(json.dumps({"id": number, **job}) + "\n")
            self._process.stdin.flush()
        try:
            return future.result(patience_s)
        except concurrent.futures.TimeoutError:
            return None

    def _read(self):
        for line in self._process.stdout:
            answer = json.loads(line)
            self._waiting.pop(answer["id"]).set_result(answer["seen"])
        for future in self._waiting.values():
            future.set_exception(RuntimeError(f"the client process of {self.title} has ended"))


BOTO3 = ["/usr/bin/python3", "tests/faults/boto3_client.py"]


def usual():
    """The two that the documents are about, and that every run checks."""
    return [Client("boto3", BOTO3),
            Client("JavaScript v3", ["node", "tests/faults/js_client.mjs"])]


def guarded():
    """boto3 with the check that silent-corruption.md advises."""
    return Client("boto3 with the check", [*BOTO3, "--whole-answers"])
