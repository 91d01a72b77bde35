# SPDX-License-Identifier: MIT
"""The examples for other languages run with the real tools, and fail when the client misbehaves."""

import os
import pathlib
import shutil
import subprocess

import stunt

# In each language: a client that gives up at once and goes on with what it was built with, and a
# test that does not notice.
CARELESS_PYTHON = """
import botocore.exceptions
from test_settings import THROTTLED, load_settings, put_settings


def test_careless(stunt):
    put_settings(stunt.client(), color="blue")
    stunt.play(THROTTLED)
    try:
        load_settings(stunt.client(retries={"mode": "standard", "total_max_attempts": 1}))
    except botocore.exceptions.ClientError:
        pass
"""
CARELESS_JAVASCRIPT = """
import { CreateSecretCommand, GetSecretValueCommand } from "@aws-sdk/client-secrets-manager";
import { test } from "./fixture.js";

test("careless", async ({ stunt }) => {
  const SecretString = "blue";
  await stunt.client().send(new CreateSecretCommand({ Name: "app/settings", SecretString }));
  await stunt.play(`
version: 1
scenario: settings/throttled
rules:
  - id: throttled
    when: { operation: GetSecretValue, nth: { first: 2 } }
    then: { error: ThrottlingException }
expect:
  - name: the third attempt gets it
    calls: { operation: GetSecretValue }
    count: 3
`);
  const get = new GetSecretValueCommand({ SecretId: "app/settings" });
  await stunt.client({ maxAttempts: 1 }).send(get).catch(() => {});
});
"""
WRONG = "the third attempt gets it"


class Examples(stunt.Test):
    def copy(self, name):
        """The example, where a test may be added to it."""
        return pathlib.Path(shutil.copytree(
            stunt.ROOT / "examples" / name, self.folder / name,
            ignore=shutil.ignore_patterns("__pycache__", ".pytest_cache")))

    def run_in(self, folder, *command, **variables):
        """(exit code, what it printed)"""
        done = subprocess.run(
            list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            cwd=folder, timeout=120, check=False, stdin=subprocess.DEVNULL,
            env={"PATH": os.environ["PATH"], "HOME": str(self.folder), "NO_COLOR": "1",
                 "STUNT": str(pathlib.Path(stunt.PROGRAM).resolve()), **variables})
        return done.returncode, done.stdout

    def run_pytest(self, folder, *flags):
        return self.run_in(folder, "/usr/bin/python3", "-m", "pytest", "-p", "no:cacheprovider",
                           *flags)

    def test_pytest(self):
        code, printed = self.run_pytest(self.copy("pytest"))
        self.assertEqual(code, 0, printed)
        self.assertIn("3 passed", printed)

    def test_pytest_with_workers(self):
        code, printed = self.run_pytest(self.copy("pytest"), "-n", "2")
        self.assertEqual(code, 0, printed)
        self.assertIn("3 passed", printed)

    def test_pytest_fails_a_careless_client_with_the_verdict(self):
        folder = self.copy("pytest")
        (folder / "test_careless.py").write_text(CARELESS_PYTHON, encoding="utf-8")
        code, printed = self.run_pytest(folder, "test_careless.py")
        self.assertEqual(code, 1, printed)
        self.assertIn("1 failed", printed)
        self.assertIn(WRONG, printed)

    def run_vitest(self, folder):
        (folder / "node_modules").symlink_to(stunt.ROOT / "node_modules")
        return self.run_in(folder, "node", "node_modules/vitest/vitest.mjs", "run")

    def test_vitest(self):
        code, printed = self.run_vitest(self.copy("vitest"))
        self.assertEqual(code, 0, printed)
        self.assertRegex(printed, r"Tests +3 passed")

    def test_vitest_fails_a_careless_client_with_the_verdict(self):
        folder = self.copy("vitest")
        (folder / "careless.test.js").write_text(CARELESS_JAVASCRIPT, encoding="utf-8")
        (folder / "settings.test.js").unlink()
        code, printed = self.run_vitest(folder)
        self.assertEqual(code, 1, printed)
        self.assertRegex(printed, r"Tests +1 failed")
        self.assertIn(WRONG, printed)

    def run_shell(self, **variables):
        # /usr/bin first: Debian's aws, which script/bootstrap has installed.
        return self.run_in(self.folder, stunt.ROOT / "examples" / "aws-cli" / "settings_test.sh",
                           **{"PATH": "/usr/bin:" + os.environ["PATH"], **variables})

    def test_aws_cli(self):
        code, printed = self.run_shell()
        self.assertEqual((code, printed.count("ok: ")), (0, 2), printed)

    def test_aws_cli_fails_a_client_that_gives_up_with_the_verdict(self):
        code, printed = self.run_shell(ATTEMPTS="1")
        self.assertEqual(code, 1, printed)
        self.assertIn(WRONG, printed)
