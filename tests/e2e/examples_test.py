# SPDX-License-Identifier: MIT
"""The quick starts of examples/ run as they are."""

import json
import subprocess

import stunt


class Examples(stunt.Test):
    def run_example(self, *command):
        server = self.serve()
        done = subprocess.run(
            list(command), capture_output=True, text=True, cwd=stunt.ROOT, timeout=60, check=False,
            env={**stunt.CLIENT_ENVIRONMENT,
                 "AWS_ENDPOINT_URL_SECRETS_MANAGER": server.endpoint})
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def test_curl(self):
        created, read = map(json.loads, self.run_example(
            "examples/curl/quickstart.sh").splitlines())
        self.assertEqual(read["SecretString"], "supersecret")
        self.assertEqual(read["VersionId"], created["VersionId"])

    def test_python(self):
        self.assertEqual(
            self.run_example("/usr/bin/python3", "examples/python/quickstart.py"), "user: app\n")

    def test_node(self):
        self.assertRegex(self.run_example("node", "examples/node/quickstart.mjs"),
                         r"^version: [0-9a-f-]{36} stages: AWSCURRENT\n$")
