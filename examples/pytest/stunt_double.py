# SPDX-License-Identifier: MIT
"""A server for a test run, and a world of its own for each test. Copy it beside your tests."""

import json
import os
import subprocess
import urllib.error
import urllib.request

import boto3
import botocore.config


class Server:
    """`stunt serve` on a free port. It ends with this process, however that ends."""

    def __init__(self):
        told, tell = os.pipe()
        self.process = subprocess.Popen(
            [os.environ.get("STUNT", "stunt"), "serve", "--port", "0", "--ready-fd", str(tell),
             "--exit-with-parent", "--log-level", "warning"],
            pass_fds=[tell], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        os.close(tell)
        with os.fdopen(told) as ready:
            line = ready.readline()
        if not line:
            raise RuntimeError(f"stunt ended with exit code {self.process.wait()}")
        self.admin = json.loads(line)["admin"]

    def stop(self):
        self.process.terminate()
        self.process.wait()


class World:
    """Secrets, rules and clock that only those see who come with its key."""

    def __init__(self, server):
        self.admin = server.admin
        self.access = json.loads(self.ask("POST", "/scopes", "{}"))
        self.scenarios = []

    def client(self, **config):
        """A client of the service; settings go to botocore.config.Config."""
        return boto3.client(
            "secretsmanager", endpoint_url=self.access["endpoint"],
            region_name=self.access["region"], aws_access_key_id=self.access["accessKeyId"],
            aws_secret_access_key=self.access["secretAccessKey"],
            config=botocore.config.Config(**config))

    def play(self, scenario):
        """From now on goes wrong what that YAML says; what it expects is judged at the end."""
        made = self.ask("POST", f"/scenarios?scope={self.access['name']}", scenario)
        self.scenarios.append(json.loads(made)["id"])

    def verdict(self):
        """What was not as the scenarios expect, for people; empty if all was."""
        told = [self.ask("GET", f"/scenarios/{scenario}/verdict?format=text")
                for scenario in self.scenarios]
        return "\n".join(text for text in told if not text.splitlines()[0].endswith(": pass"))

    def leave(self):
        self.ask("DELETE", f"/scopes/{self.access['name']}")

    def ask(self, method, path, body=None):
        request = urllib.request.Request(
            self.admin + path, method=method, data=body.encode() if body else None,
            headers={"Content-Type": "application/json" if body == "{}" else "application/yaml"})
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{method} {path}: {error.read().decode()}") from None
