# SPDX-License-Identifier: MIT
"""`stunt run`: a command beside the server, and the verdict on both."""

import json
import os
import signal
import subprocess
import xml.etree.ElementTree

import stunt

PYTHON = "/usr/bin/python3"

# What a user's test would be: an SDK client that knows nothing of the program but its endpoint.
CLIENT = """
import os, sys, boto3, botocore.config
sm = boto3.client("secretsmanager", endpoint_url=os.environ["STUNT_ENDPOINT"],
                  config=botocore.config.Config(retries={"mode": "standard",
                                                         "total_max_attempts": int(sys.argv[1])}))
print(sm.get_secret_value(SecretId="prod/db")["SecretString"])
"""

SCENARIO = """
version: 1
scenario: test/throttled
seed: 5
setup:
  - { operation: CreateSecret, input: { Name: prod/db, SecretString: "the value" } }
rules:
  - { id: throttle, when: { operation: GetSecretValue, nth: 1 }, then: { error: ThrottlingException } }
expect:
  - { name: "it tries again", calls: { operation: GetSecretValue }, count: 2 }
"""


class Run(stunt.Test):
    def run_scenario(self, *words, scenario=SCENARIO, **process):
        file = self.write("scenario.yaml", scenario)
        return subprocess.run([stunt.PROGRAM, "run", file, *map(str, words)], cwd=self.folder,
                              capture_output=True, text=True, timeout=stunt.PATIENCE_S * 3,
                              env={"PATH": os.environ["PATH"], "HOME": "/nonexistent"}, **process)

    def client(self, attempts):
        return ["--", PYTHON, "-W", "ignore", self.write("client.py", CLIENT), attempts]

    def test_a_client_that_does_right_passes(self):
        run = self.run_scenario(*self.client(attempts=3))
        self.assertEqual((run.returncode, run.stdout), (0, "the value\n"), run.stderr)
        self.assertIn("it tries again", run.stderr)
        self.assertIn("2 calls, seed 5", run.stderr)
        self.assertNotIn("the value", run.stderr)

    def test_a_client_that_gives_up_fails_and_it_is_said_how_to_see_that_again(self):
        run = self.run_scenario(*self.client(attempts=1))
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assertIn("it tries again", run.stderr)
        self.assertIn("stunt run --seed 5", run.stderr)
        again = next(line for line in run.stderr.splitlines() if "stunt run --seed 5" in line)
        command = again[again.index("stunt run"):].replace("stunt", stunt.PROGRAM, 1)
        repeated = subprocess.run(["sh", "-c", command], cwd=self.folder, capture_output=True,
                                  text=True, timeout=stunt.PATIENCE_S * 3,
                                  env={"PATH": os.environ["PATH"]})
        self.assertEqual(repeated.returncode, 1, repeated.stderr)

    def test_nobody_who_calls_is_inconclusive(self):
        run = self.run_scenario("--", "true")
        self.assertEqual(run.returncode, 3, run.stderr)
        self.assertIn("AWS_ENDPOINT_URL_SECRETS_MANAGER", run.stderr)

    def test_a_command_has_to_be_found_and_to_succeed(self):
        client = " ".join(map(str, self.client(attempts=3)[1:]))
        run = self.run_scenario("--", "sh", "-c", client + "; exit 7")
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assertIn("7", run.stderr)
        run = self.run_scenario("--", "no-such-command")
        self.assertEqual(run.returncode, 2)
        self.assertIn("cannot run 'no-such-command': No such file or directory", run.stderr)

    def test_its_environment_leads_to_the_stand_in_and_nowhere_else(self):
        names = ["AWS_ENDPOINT_URL_SECRETS_MANAGER", "AWS_ACCESS_KEY_ID", "AWS_REGION",
                 "AWS_PROFILE", "AWS_SESSION_TOKEN", "NO_PROXY", "STUNT_SEED"]
        script = "; ".join(f'echo {name}="${name}"' for name in names)
        file = self.write("scenario.yaml", "version: 1\nscenario: a\n"
                                           "scope: { name: blue, accessKeyIds: [AKIABLUE] }\n")
        run = subprocess.run([stunt.PROGRAM, "run", file, "--", "sh", "-c", script],
                             capture_output=True, text=True, timeout=stunt.PATIENCE_S,
                             env={"PATH": os.environ["PATH"], "AWS_PROFILE": "mine",
                                  "AWS_SESSION_TOKEN": "mine", "NO_PROXY": "example.org"})
        seen = dict(line.split("=", 1) for line in run.stdout.splitlines())
        self.assertRegex(seen["AWS_ENDPOINT_URL_SECRETS_MANAGER"],
                         r"^http://127\.0\.0\.1:\d+/s/blue$")
        self.assertEqual(seen["AWS_ACCESS_KEY_ID"], "AKIABLUE")
        self.assertEqual(seen["AWS_PROFILE"] + seen["AWS_SESSION_TOKEN"], "")
        self.assertIn("127.0.0.1", seen["NO_PROXY"])
        self.assertIn("example.org", seen["NO_PROXY"])
        self.assertEqual(seen["STUNT_SEED"], "0")

    def test_reports(self):
        run = self.run_scenario("--report", "junit=a.xml", "--report", "json=a.json", "--report",
                             "tap=a.tap", "--report", "markdown=a.md", *self.client(attempts=1))
        self.assertEqual(run.returncode, 1, run.stderr)
        suite = xml.etree.ElementTree.parse(self.folder / "a.xml").getroot()
        self.assertEqual(len(suite.findall(".//failure")) > 0, True)
        self.assertEqual(json.loads((self.folder / "a.json").read_text())["status"], "fail")
        self.assertIn("not ok", (self.folder / "a.tap").read_text())
        for name in ("a.xml", "a.json", "a.tap", "a.md"):
            text = (self.folder / name).read_text()
            self.assertIn("it tries again", text)
            self.assertNotIn("the value", text)

    def test_an_unknown_format_is_answered_with_a_suggestion(self):
        run = self.run_scenario("--report", "junitt=a.xml")
        self.assertEqual(run.returncode, 2)
        self.assertIn("did you mean 'junit'", run.stderr)

    def test_a_broken_file_is_2_and_nothing_runs(self):
        run = self.run_scenario("--", "touch", "ran", scenario="version: 1\nscenario: a\nexpct: []\n")
        self.assertEqual(run.returncode, 2)
        self.assertIn("did you mean 'expect'", run.stderr)
        self.assertFalse((self.folder / "ran").exists())

    def test_a_setup_that_is_refused_is_2_and_nothing_runs(self):
        run = self.run_scenario("--", "touch", "ran", scenario="""
version: 1
scenario: test/refused
setup: [{ operation: DeleteSecret, input: { SecretId: nope } }]
""")
        self.assertEqual(run.returncode, 2, run.stderr)
        self.assertIn("scenario.yaml:4:9: the script's DeleteSecret is refused", run.stderr)
        self.assertFalse((self.folder / "ran").exists())

    def test_an_interrupt_ends_with_the_verdict_so_far(self):
        file = self.write("scenario.yaml", SCENARIO)
        process = subprocess.Popen(
            [stunt.PROGRAM, "run", file, "--", "sh", "-c", "echo ready; exec cat"],
            cwd=self.folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, env={"PATH": os.environ["PATH"]})
        self.assertEqual(process.stdout.readline(), "ready\n")
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=stunt.PATIENCE_S)
        self.assertEqual(process.returncode, 130, errors)
        self.assertIn("it tries again", errors)

    def test_a_script_needs_no_command(self):
        run = self.run_scenario(scenario="""
version: 1
scenario: test/script
clock: { mode: virtual, start: "2026-03-01T00:00:00Z" }
setup:
  - { operation: CreateSecret, input: { Name: a, SecretString: "v1" } }
  - { operation: RotateSecret, input: { SecretId: a, RotateImmediately: false,
                                        RotationLambdaARN: "arn:aws:lambda:us-east-1:000000000000:function:rot",
                                        RotationRules: { AutomaticallyAfterDays: 30 } } }
steps:
  - { name: due, advance: 31d }
  - await: { calls: { operation: PutSecretValue }, within: 20s }
expect:
  - never: { operation: DeleteSecret }
  - order: [{ operation: PutSecretValue }, { operation: UpdateSecretVersionStage }]
  - final: { a: { current: { SecretString: { not: v1 } } } }
  - invariant: oneCurrent
""")
        self.assertEqual(run.returncode, 0, run.stderr)


if __name__ == "__main__":
    stunt.unittest.main()
