# SPDX-License-Identifier: MIT
"""The requests of a transcript once more, and the comparison of two."""

import concurrent.futures
import json
import os
import subprocess

import botocore.exceptions

import stunt

PLANTED = "hunter2-hunter2-hunter2"
FIXTURES = """
secrets:
  - name: shared/api
    description: DESCRIPTION
    value: { key: VALUE }
"""


def run_client(server, names=("prod/db",)):
    """What a service does with its secrets, errors included."""
    client = server.client()
    for name in names:
        first = client.create_secret(
            Name=name, SecretString=json.dumps({"user": "app", "password": PLANTED + name}),
            Tags=[{"Key": "team", "Value": "a"}])
        client.get_secret_value(SecretId=first["ARN"])
        password = client.get_random_password()["RandomPassword"]
        client.put_secret_value(SecretId=name, SecretString=password)
        current = client.get_secret_value(SecretId=name)
        client.get_secret_value(SecretId=name, VersionId=current["VersionId"])
        client.get_secret_value(SecretId=name, VersionStage="AWSPREVIOUS")
        client.update_secret(SecretId=name, Description="text", SecretBinary=b"\x00\xff" + name.encode())
        client.tag_resource(SecretId=name, Tags=[{"Key": "stage", "Value": "b"}])
        client.describe_secret(SecretId=name)
        client.list_secret_version_ids(SecretId=name)
        for refused in (lambda: client.get_secret_value(SecretId="none"),
                        lambda: client.create_secret(Name=name, SecretString="x")):
            try:
                refused()
            except botocore.exceptions.ClientError:
                pass
    client.list_secrets()
    client.delete_secret(SecretId=names[0], RecoveryWindowInDays=7)
    client.describe_secret(SecretId=names[0])


class Drift(stunt.Test):
    def record(self, name, client, *flags):
        server = self.serve("--record", name, *flags)
        client(server)
        self.assertEqual(server.stop(), 0)
        return self.folder / name

    def replay(self, transcript, server, *flags, key=None):
        """(exit code, findings that are not equal, summary)"""
        code, out, errors = self.run_with_key(key, "replay", transcript, "--target",
                                              server.endpoint, "--json", *flags)
        lines = [json.loads(line) for line in out.splitlines()]
        self.assertTrue(lines, errors)
        self.assertNotIn(PLANTED, out + errors)
        return code, [line for line in lines[:-1] if line["result"] != "equal"], lines[-1]

    def run_with_key(self, key, *arguments):
        environment = {"PATH": os.environ["PATH"]}
        if key:
            environment["AWS_ACCESS_KEY_ID"], environment["AWS_SECRET_ACCESS_KEY"] = key
        done = subprocess.run([stunt.PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, cwd=self.folder, env=environment,
                              timeout=stunt.PATIENCE_S, check=False)
        return done.returncode, done.stdout, done.stderr

    def test_finds_nothing_where_only_ids_and_dates_are_others(self):
        run = self.record("run.jsonl", run_client, "--seed", 1)
        for flags in ([], ["--seed", 5], ["--concurrency", "recorded"], ["--speed", "1000"]):
            code, found, summary = self.replay(run, self.serve("--seed", 2), "--diff", *flags)
            self.assertEqual((code, found), (0, []))
            self.assertEqual(summary["equal"], len(stunt.exchanges(run)))

    def test_repeats_many_clients_side_by_side(self):
        names = [f"app/{i}" for i in range(8)]

        def clients(server):
            with concurrent.futures.ThreadPoolExecutor(4) as pool:
                list(pool.map(lambda name: run_client(server, [name]), names))

        run = self.record("run.jsonl", clients)
        for concurrency in ("1", "8"):
            code, found, summary = self.replay(run, self.serve("--seed", 2), "--diff",
                                               "--concurrency", concurrency,
                                               "--ignore", "/SecretList")
            self.assertEqual((code, found), (0, []), concurrency)
            self.assertEqual(summary["equal"], len(stunt.exchanges(run)))

    def test_tells_what_became_another(self):
        fixtures = FIXTURES.replace("VALUE", PLANTED)
        then = self.write("then.yaml", fixtures.replace("DESCRIPTION", "old"))
        now = self.write("now.yaml", fixtures.replace("DESCRIPTION", "new"))

        def client(server):
            server.client().get_secret_value(SecretId="shared/api")
            server.client().describe_secret(SecretId="shared/api")

        run = self.record("run.jsonl", client, "--fixtures", then)
        self.assertEqual(self.replay(run, self.serve("--fixtures", then), "--diff")[0], 0)
        server = self.serve("--fixtures", now)
        code, found, summary = self.replay(run, server, "--diff")
        self.assertEqual(code, 1)
        self.assertEqual(found, [{
            "kind": "exchange", "seq": 2, "op": "DescribeSecret", "secret": "shared/api",
            "result": "different",
            "differences": [{"in": "answer", "severity": "data", "path": "/Description",
                             "recorded": "old", "live": "new"}]}])
        self.assertEqual(summary["severities"], {"status": 0, "error": 0, "schema": 0, "data": 1})
        self.assertEqual(self.replay(run, server, "--diff", "--severity", "status,error,schema")[0], 0)
        code, found, summary = self.replay(run, server, "--diff", "--ignore", "/Description")
        self.assertEqual((code, found), (0, []))
        self.assertIn("/Description, met 1 time", summary["notCounted"])

    def test_tells_a_secret_that_is_gone(self):
        fixtures = self.write("then.yaml", FIXTURES)
        run = self.record("run.jsonl", lambda server: server.client().get_secret_value(
            SecretId="shared/api"), "--fixtures", fixtures)
        code, out, _ = self.run_stunt("replay", run, "--target", self.serve().endpoint, "--diff")
        self.assertEqual(code, 1)
        self.assertIn("seq 1  GetSecretValue  shared/api\n"
                      "  status  the answer\n"
                      "    - 200\n"
                      "    + 400 ResourceNotFoundException\n", out)
        self.assertIn("1 exchange: 0 equal, 1 different (status 1)\n", out)

    def test_sends_the_secrets_that_it_is_told(self):
        def client(server):
            server.client().create_secret(Name="a", SecretString=PLANTED)

        run = self.record("run.jsonl", client)
        values = self.write("values.json", json.dumps({"1": PLANTED + "-of-today"}))
        server = self.serve()
        self.assertEqual(self.replay(run, server, "--diff", "--secrets", values)[0], 0)
        self.assertEqual(server.client().get_secret_value(SecretId="a")["SecretString"],
                         PLANTED + "-of-today")

    def test_signs_anew(self):
        run = self.record("run.jsonl", run_client)
        keys = self.write("keys.yaml",
                          "- { access_key_id: AKIDEXAMPLE, secret_access_key: example-secret }\n")

        def target():
            return self.serve("--auth", "verify", "--auth-keys", keys)

        code, found, _ = self.replay(run, target(), "--diff", key=("AKIDEXAMPLE", "example-secret"))
        self.assertEqual((code, found), (0, []))
        code, found, summary = self.replay(run, target(), "--diff", key=("AKIDEXAMPLE", "wrong"))
        self.assertEqual(code, 1)
        self.assertEqual(found[0]["differences"][0]["live"].split()[0][0], "4")
        code, out, errors = self.run_with_key(("AKIDEXAMPLE", ""), "replay", run, "--target",
                                              "http://127.0.0.1:1")
        self.assertEqual((code, out), (2, ""))
        self.assertIn("AWS_SECRET_ACCESS_KEY is not set", errors)

    def test_leaves_out_what_faults_kept_from_the_service(self):
        scenario = self.write("faults.yaml", """
version: 1
scenario: test/faults
rules:
  - id: throttled
    when: { operation: CreateSecret, nth: 1 }
    then: { error: ThrottlingException }
  - id: lost
    when: { operation: PutSecretValue, nth: 1 }
    phase: after
    then: { connection: reset }
  - id: slow
    when: { operation: DescribeSecret }
    then: { delay: 1ms }
""")

        def client(server):
            retrying = server.client(retries={"mode": "standard", "total_max_attempts": 3})
            retrying.create_secret(Name="a", SecretString=PLANTED)
            retrying.put_secret_value(SecretId="a", SecretString=PLANTED + "2")
            retrying.describe_secret(SecretId="a")

        run = self.record("run.jsonl", client, "--scenario", scenario)
        self.assertEqual(len(stunt.exchanges(run)), 5)
        code, found, summary = self.replay(run, self.serve(), "--diff")
        self.assertEqual(code, 0, found)
        self.assertEqual([(line["seq"], line["result"], line["reason"]) for line in found],
                         [(1, "notSent", "a fault kept the recorded request from the service")])
        self.assertEqual(summary["equal"], 4)

    def test_only_sends_unless_told_to_compare(self):
        run = self.record("run.jsonl", run_client)
        code, out, errors = self.run_stunt("replay", run, "--target", self.serve().endpoint)
        self.assertEqual(code, 0, out + errors)
        self.assertIn("seq 1  CreateSecret  prod/db  200\n", out)
        self.assertIn("400 ResourceNotFoundException", out)
        self.assertNotIn("different", out)
        self.assertIn("signed as AKIATEST", errors)

    def test_says_what_is_wrong(self):
        run = self.record("run.jsonl", run_client)
        endpoint = "http://127.0.0.1:1"
        for arguments, code, said in [
                (("--target", endpoint), 1, "nobody listens at http://127.0.0.1:1"),
                (("--target", "127.0.0.1"), 2, "is no base URL"),
                (("--target", "https://secretsmanager.us-east-1.amazonaws.com"), 2,
                 "AWS wants signatures of a real key"),
                (("--target", endpoint, "--ignore", "/Name"), 2, "say --diff too"),
                (("--target", endpoint, "--diff", "--ignore", "Name"), 2, "is no JSON Pointer"),
                (("--target", endpoint, "--diff", "--severity", "shema"), 2,
                 "did you mean 'schema'?"),
                (("--target", endpoint, "--diff", "--dates", "5"), 2, "--dates: "),
                (("--target", endpoint, "--speed", "0"), 2, "is no speed"),
                (("--target", endpoint, "--concurrency", "17"), 2, "a number from 1 to 16"),
                ((), 2, "--target")]:
            with self.subTest(arguments=arguments):
                found, _, errors = self.run_stunt("replay", run, *arguments)
                self.assertEqual(found, code, errors)
                self.assertIn(said, errors)
        broken = self.write("broken.jsonl", run.read_text() + "{nothing\n")
        code, out, errors = self.run_stunt("replay", broken, "--target", endpoint)
        self.assertEqual((code, out), (2, ""))
        self.assertIn("broken.jsonl:", errors)


class Diff(stunt.Test):
    def record(self, name, *flags):
        server = self.serve("--record", name, *flags)
        run_client(server)
        self.assertEqual(server.stop(), 0)
        return self.folder / name

    def diff(self, *arguments):
        code, out, errors = self.run_stunt("diff", "--json", *arguments)
        self.assertEqual(errors, "")
        lines = [json.loads(line) for line in out.splitlines()]
        return code, [line for line in lines[:-1] if line["result"] != "equal"], lines[-1]

    def test_finds_runs_equal_whatever_their_seeds(self):
        first = self.record("first.jsonl", "--seed", 1)
        for seed in (1, 2):
            other = self.record(f"other-{seed}.jsonl", "--seed", seed)
            code, found, summary = self.diff(first, other)
            self.assertEqual((code, found), (0, []))
            self.assertEqual(summary["equal"], len(stunt.exchanges(first)))

    def test_finds_what_was_planted(self):
        run = self.record("run.jsonl")
        lines = stunt.read_transcript(run)

        def line_of(op):
            return next(line for line in lines if line.get("op") == op)

        def answer(op, **members):
            line_of(op)["res"]["json"].update(members)

        def status(op, number):
            line_of(op)["res"]["status"] = number

        for plant, expected in [
                (lambda: answer("DescribeSecret", Description="other"),
                 ("DescribeSecret", "answer", "data", "/Description")),
                (lambda: answer("PutSecretValue", Extra="x"),
                 ("PutSecretValue", "answer", "schema", "/Extra")),
                (lambda: status("PutSecretValue", 500), ("PutSecretValue", "answer", "status", "")),
                (lambda: answer("UpdateSecret", Name=7), ("UpdateSecret", "answer", "schema", "/Name")),
                (lambda: line_of("UpdateSecret")["req"]["json"].update(Description="other"),
                 ("UpdateSecret", "request", "data", "/Description"))]:
            with self.subTest(expected=expected):
                lines = stunt.read_transcript(run)
                plant()
                other = self.write("other.jsonl",
                                   "".join(json.dumps(line) + "\n" for line in lines))
                code, found, _ = self.diff(run, other)
                self.assertEqual(code, 1)
                self.assertEqual([(line["op"], d["in"], d["severity"], d["path"])
                                  for line in found for d in line["differences"]], [expected])

    def test_tells_missing_and_extra_exchanges(self):
        run = self.record("run.jsonl")
        lines = stunt.read_transcript(run)
        other = self.write("other.jsonl", "".join(
            json.dumps(line) + "\n" for line in lines if line.get("op") != "UpdateSecret"))
        code, found, _ = self.diff(run, other)
        self.assertEqual((code, [(line["op"], line["result"]) for line in found]),
                         (1, [("UpdateSecret", "missing")]))
        code, found, _ = self.diff(other, run)
        self.assertEqual((code, [(line["op"], line["result"]) for line in found]),
                         (1, [("UpdateSecret", "extra")]))

    def test_says_what_is_wrong(self):
        run = self.record("run.jsonl")
        code, _, errors = self.run_stunt("diff", run, "nothing.jsonl")
        self.assertEqual(code, 1)
        self.assertIn("nothing.jsonl", errors)
        code, _, errors = self.run_stunt("diff", run, self.write("a.jsonl", "{}\n"))
        self.assertEqual(code, 2)
        self.assertIn("a.jsonl:1:", errors)

