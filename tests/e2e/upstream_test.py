# SPDX-License-Identifier: MIT
"""stunt in front of other servers: another stunt, and such that do what no decent server does."""

import concurrent.futures
import json
import os
import socket
import subprocess

import boto3
import botocore.config
import botocore.exceptions

import stunt
import upstream

KEY, SECRET, TOKEN = "AKIAUPSTREAM", "upstream/secret+access/key", "upstream/session/token=="
CANARY = "canary-7f3a9c1e"
# What is about one server or one moment, and not about the calls.
OF_ONE_SERVER = ("seq", "id", "t", "at", "dur", "conn")
AWS = "https://secretsmanager.us-east-1.amazonaws.com"


def environment(**more):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    return {**kept, **more}


def with_key(token=None):
    more = {"AWS_SESSION_TOKEN": token} if token else {}
    return environment(AWS_ACCESS_KEY_ID=KEY, AWS_SECRET_ACCESS_KEY=SECRET, **more)


def calls_in(path):
    """The exchanges as far as both sides of a proxy must agree on them."""
    lines = []
    for line in stunt.exchanges(path):
        for name in OF_ONE_SERVER:
            line.pop(name, None)
        headers = [h for h in line["req"]["headers"] if h[0] != "connection"]
        # What is sent on begins with Host.
        line["req"]["headers"] = sorted(headers, key=lambda header: header[0] != "host")
        lines.append(line)
    return lines


class InFront(stunt.Test):
    def in_front_of(self, port, *flags, **process):
        url = port if isinstance(port, str) else f"http://127.0.0.1:{port}"
        return self.serve("--upstream", url, *flags, **process)

    def raw(self, serve, context=None):
        server = upstream.RawUpstream(serve, context)
        self.addCleanup(server.__exit__)
        return server

    def error_of(self, server, expected):
        """Asks once, and is told in the body and in a header what is wrong upstream."""
        client = server.client(read_timeout=20)
        self.addCleanup(client.close)
        with self.assertRaises(botocore.exceptions.ClientError) as caught:
            client.list_secrets()
        response = caught.exception.response
        headers = response["ResponseMetadata"]["HTTPHeaders"]
        self.assertEqual(response["Error"]["Code"], "StuntUpstreamError")
        self.assertEqual(headers["x-stunt-upstream-error"], expected)
        return response


class Transcripts(InFront):
    def setUp(self):
        super().setUp()
        self.behind = self.serve("--record", "behind.jsonl")
        self.front = self.in_front_of(self.behind.port, "--record", "front.jsonl")

    def both(self):
        self.assertEqual(self.front.stop(), 0)
        self.assertEqual(self.behind.stop(), 0)
        return calls_in(self.folder / "front.jsonl"), calls_in(self.folder / "behind.jsonl")

    def test_boto3_sees_and_leaves_the_same_on_both_sides(self):
        client = self.front.client()
        client.create_secret(Name="app/db", SecretString=f'{{"password": "{CANARY}"}}')
        self.assertIn(CANARY, client.get_secret_value(SecretId="app/db")["SecretString"])
        client.put_secret_value(SecretId="app/db", SecretBinary=b"\0\xff" * 100)
        with self.assertRaises(client.exceptions.ResourceNotFoundException):
            client.get_secret_value(SecretId="none")
        front, behind = self.both()
        self.assertEqual([call["op"] for call in front],
                         ["CreateSecret", "GetSecretValue", "PutSecretValue", "GetSecretValue"])
        self.assertEqual(front, behind)
        header, *_, footer = stunt.read_transcript(self.folder / "front.jsonl")
        self.assertEqual(header["engine"], "upstream")
        self.assertEqual(footer["exchanges"], 4)
        self.assertNotIn(CANARY, (self.folder / "front.jsonl").read_text(encoding="utf-8"))

    def test_javascript_sees_and_leaves_the_same_on_both_sides(self):
        told = json.loads(subprocess.run(
            ["node", stunt.ROOT / "tests/e2e/client.mjs"], check=True, capture_output=True,
            cwd=stunt.ROOT, timeout=60,
            env={**stunt.CLIENT_ENVIRONMENT, "ENDPOINT": self.front.endpoint}).stdout)
        self.assertEqual(told["value"], "from node")
        self.assertEqual(told["binary"], [0, 255, 7])
        self.assertEqual(told["missing"]["class"], "ResourceNotFoundException")
        front, behind = self.both()
        self.assertEqual(len(front), 6)
        self.assertEqual(front, behind)

    def test_the_engines_time_is_the_upstreams(self):
        self.front.client().list_secrets()
        self.both()
        front, behind = (stunt.exchanges(self.folder / name)[0]["dur"]["engine"]
                         for name in ("front.jsonl", "behind.jsonl"))
        self.assertGreater(front, behind)

    def test_fifty_clients_share_connections(self):
        def work(number):
            client = self.front.client()
            client.create_secret(Name=f"s{number}", SecretString="v")
            for _ in range(3):
                client.get_secret_value(SecretId=f"s{number}")
            client.close()

        with concurrent.futures.ThreadPoolExecutor(50) as pool:
            list(pool.map(work, range(50)))
        self.front.stop()
        self.behind.stop()
        calls = stunt.exchanges(self.folder / "behind.jsonl")
        self.assertEqual(len(calls), 200)
        self.assertEqual({call["res"]["status"] for call in calls}, {200})
        self.assertLessEqual(len({call["conn"]["n"] for call in calls}), 64)

    def test_one_client_after_another_has_one_connection(self):
        for _ in range(5):
            client = self.front.client()
            client.list_secrets()
            client.close()
        self.front.stop()
        self.behind.stop()
        connections = [call["conn"] for call in stunt.exchanges(self.folder / "behind.jsonl")]
        self.assertEqual([conn["n"] for conn in connections], [1] * 5)
        self.assertEqual([conn["reused"] for conn in connections], [False] + [True] * 4)
        self.assertEqual(len({call["conn"]["n"]
                              for call in stunt.exchanges(self.folder / "front.jsonl")}), 5)


class Signatures(InFront):
    def verifying(self, *flags):
        keys = [{"access_key_id": KEY, "secret_access_key": SECRET},
                {"access_key_id": "ASIAUPSTREAM", "secret_access_key": SECRET,
                 "session_token": TOKEN}]
        return self.serve("--auth", "verify", "--auth-keys",
                          self.write("keys.yaml", json.dumps(keys)), *flags)

    def client(self, server, key, secret):
        client = boto3.client(
            "secretsmanager", endpoint_url=server.endpoint, region_name="us-east-1",
            aws_access_key_id=key, aws_secret_access_key=secret,
            config=botocore.config.Config(retries={"total_max_attempts": 1}))
        self.addCleanup(client.close)
        return client

    def test_a_request_that_is_passed_on_keeps_its_signature_and_its_host(self):
        behind = self.verifying("--record", "behind.jsonl")
        front = self.in_front_of(behind.port)
        self.client(front, KEY, SECRET).create_secret(Name="a", SecretString="v")
        behind.stop()
        headers = dict(stunt.exchanges(self.folder / "behind.jsonl")[0]["req"]["headers"])
        self.assertEqual(headers["host"], f"127.0.0.1:{front.port}")

    def test_a_refused_signature_is_explained_once(self):
        front = self.in_front_of(self.verifying().port)
        client = self.client(front, KEY, "another")
        for _ in range(3):
            with self.assertRaises(botocore.exceptions.ClientError) as caught:
                client.list_secrets()
            self.assertEqual(caught.exception.response["Error"]["Code"],
                             "InvalidSignatureException")
        self.assertEqual(front.logged().count("verifies signatures over the Host"), 1)

    def test_signed_anew_it_is_the_environments_key_that_counts(self):
        behind = self.verifying("--record", "behind.jsonl")
        front = self.in_front_of(behind.port, "--upstream-credentials", "env", "--record",
                                 "front.jsonl", "--log-level", "debug", env=with_key())
        created = self.client(front, "AKIANOBODY", "nothing").create_secret(
            Name="a", SecretString=CANARY)
        self.assertEqual(front.post("secretsmanager.GetSecretValue",
                                    json.dumps({"SecretId": created["ARN"]}))[0], 200)
        front.stop()
        behind.stop()
        self.assertIn(f"answers come from http://127.0.0.1:{behind.port} (signed anew as {KEY})",
                      front.printed())
        signed = stunt.exchanges(self.folder / "behind.jsonl")
        self.assertEqual([call["key"]["accessKeyId"] for call in signed], [KEY, KEY])
        self.assertEqual(dict(signed[0]["req"]["headers"])["host"], f"127.0.0.1:{behind.port}")
        self.assertEqual(stunt.exchanges(self.folder / "front.jsonl")[0]["key"]["accessKeyId"],
                         "AKIANOBODY")
        told = front.logged() + front.printed() + "".join(
            path.read_text(encoding="utf-8") for path in self.folder.glob("*.jsonl"))
        self.assertNotIn(SECRET, told)
        self.assertNotIn(CANARY, told)

    def test_a_temporary_key_brings_its_token(self):
        behind = self.verifying()
        variables = {**with_key(TOKEN), "AWS_ACCESS_KEY_ID": "ASIAUPSTREAM"}
        front = self.in_front_of(behind.port, "--upstream-credentials", "env", env=variables)
        self.client(front, "AKIANOBODY", "nothing").list_secrets()
        front.stop()
        self.assertNotIn(TOKEN, front.logged() + front.printed())

    def test_the_clock_that_stands_does_not_date_signatures(self):
        behind = self.verifying()
        front = self.in_front_of(behind.port, "--upstream-credentials", "env", "--deterministic",
                                 env=with_key())
        self.client(front, "AKIANOBODY", "nothing").list_secrets()


class Start(InFront):
    def refused(self, *flags, **variables):
        done = subprocess.run([stunt.PROGRAM, "serve", "--port", "0", *map(str, flags)],
                              stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              cwd=self.folder, timeout=stunt.PATIENCE_S, check=False,
                              env=environment(**variables))
        self.assertEqual((done.returncode, done.stdout), (2, ""), done.stderr)
        return done.stderr

    def test_aws_is_not_asked_without_credentials(self):
        self.assertIn("--upstream-credentials env", self.refused("--upstream", AWS))
        missing = self.refused("--upstream", AWS, "--upstream-credentials", "env",
                               AWS_ACCESS_KEY_ID=KEY)
        self.assertIn("AWS_SECRET_ACCESS_KEY is not set", missing)
        self.assertIn("https://", self.refused("--upstream", AWS.replace("https", "http"),
                                               "--upstream-credentials", "env"))

    def test_with_credentials_it_starts_and_says_as_whom(self):
        server = self.in_front_of(AWS, "--upstream-credentials", "env", env=with_key())
        self.assertIn(f"answers come from {AWS} (signed anew as {KEY})", server.printed())
        self.assertEqual(server.health()["engine"], "upstream")

    def test_who_listens_to_everybody_is_warned(self):
        server = self.in_front_of(AWS, "--upstream-credentials", "env", "--host", "0.0.0.0",
                                  "--admin", "off", env=with_key())
        self.assertIn(f"acts with the rights of {KEY}", server.logged())

    def test_what_is_the_emulators_contradicts(self):
        for flags in (["--state", "x"], ["--auth", "verify"], ["--rotation", "none"],
                      ["--replication-lag", "1s"]):
            self.assertIn(flags[0], self.refused("--upstream", "http://localhost:1", *flags))

    def test_flags_say_what_would_be_right(self):
        self.assertIn("such as https://", self.refused("--upstream", "localhost:4566"))
        self.assertNotIn(CANARY, self.refused("--upstream", f"http://me:{CANARY}@localhost"))
        self.assertIn("never from the command line",
                      self.refused("--upstream", AWS, "--upstream-credentials", "AKIA:x"))
        self.assertIn("PEM", self.refused("--upstream-ca", self.write("no.pem", "nothing")))
        self.assertIn("at most 1h", self.refused("--upstream-timeout", "0s"))
        self.assertIn("name it: --upstream URL", self.refused("--upstream-credentials", "env"))

    def test_a_command_that_is_run_does_not_inherit_the_key(self):
        behind = self.serve()
        scenario = self.write("s.yaml", "version: 1\nscenario: s\n")
        done = subprocess.run(
            [stunt.PROGRAM, "run", scenario, "--upstream", behind.endpoint,
             "--upstream-credentials", "env", "--", "/bin/sh", "-c", "env > seen"],
            cwd=self.folder, env=with_key(TOKEN), capture_output=True, text=True, check=False,
            timeout=stunt.PATIENCE_S)
        seen = (self.folder / "seen").read_text(encoding="utf-8")
        self.assertIn("AWS_ACCESS_KEY_ID=", seen, done.stderr)
        for value in (KEY, SECRET, TOKEN):
            self.assertNotIn(value, seen)


class Failures(InFront):
    def test_nobody_listens(self):
        with socket.create_server(("127.0.0.1", 0)) as gone:
            port = gone.getsockname()[1]
        front = self.in_front_of(port, "--record", "front.jsonl")
        response = self.error_of(front, "no_connection")
        self.assertEqual(response["ResponseMetadata"]["HTTPStatusCode"], 502)
        self.assertIn("cannot be reached", response["Error"]["Message"])
        front.stop()
        self.assertIn("Failed to connect", front.logged())
        line, = stunt.exchanges(self.folder / "front.jsonl")
        self.assertEqual((line["upstreamError"], line["outcome"], line["applied"]),
                         ("no_connection", "serverError", None))
        self.assertEqual(line["error"],
                         {"code": "StuntUpstreamError", "retryable": "transient"})

    def test_it_is_too_slow(self):
        never = self.raw(lambda server, connection: (server.read_request(connection),
                                                     connection.recv(1)))
        front = self.in_front_of(never.port, "--upstream-timeout", "150ms")
        response = self.error_of(front, "timeout")
        self.assertEqual(response["ResponseMetadata"]["HTTPStatusCode"], 504)
        self.assertIn("within 150ms", response["Error"]["Message"])

    def test_it_answers_more_than_is_taken(self):
        told = self.raw(upstream.cutting(b"HTTP/1.1 200 OK\r\nContent-Length: 17000000\r\n\r\n" +
                                         b"x" * 17_000_000))
        self.error_of(self.in_front_of(told.port), "too_large")
        untold = self.raw(upstream.cutting(b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 17_000_000))
        self.error_of(self.in_front_of(untold.port), "too_large")

    def test_it_breaks_off(self):
        for answer in (b"", b"HTTP/1.1 200 OK\r\nContent-Le",
                       b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf",
                       b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhal",
                       b"\x15\x03\x01 not HTTP at all\r\n\r\n"):
            with self.subTest(answer):
                server = self.raw(upstream.cutting(answer))
                self.error_of(self.in_front_of(server.port), "broken")
                self.assertEqual(len(server.requests), 1)

    def test_sdks_try_again(self):
        server = self.raw(upstream.cutting(b""))
        client = self.in_front_of(server.port).client(
            retries={"mode": "standard", "total_max_attempts": 2})
        with self.assertRaises(botocore.exceptions.ClientError):
            client.list_secrets()
        self.assertEqual(len(server.requests), 2)

    def test_rules_act_upon_calls_that_wait_for_an_upstream(self):
        behind = self.serve()
        rules = self.write("rules.yaml", """version: 1
scenario: upstream/faults
rules:
  - { id: first, when: { operation: CreateSecret, nth: 1 }, then: { error: ThrottlingException } }
  - id: second
    phase: after
    when: { operation: CreateSecret, nth: 2 }
    then: { delay: 20ms, connection: reset }
""")
        front = self.in_front_of(behind.port, "--scenario", rules, "--record", "front.jsonl")
        token = "11111111-1111-4111-8111-111111111111"
        created = front.client(retries={"mode": "standard", "total_max_attempts": 3}).create_secret(
            Name="a", SecretString="v", ClientRequestToken=token)
        self.assertEqual(created["VersionId"], token)
        front.stop()
        first, second, third = stunt.exchanges(self.folder / "front.jsonl")
        self.assertEqual([first["outcome"], second["outcome"], third["outcome"]],
                         ["throttled", "reset", "ok"])
        self.assertEqual((first["applied"], second["applied"]), (False, True))
        self.assertEqual((second["res"], second["real"]["status"]), (None, 200))
        self.assertEqual(second["dur"]["injected"], 20_000)


class Answers(InFront):
    def ask(self, answer):
        server = self.raw(upstream.answering(answer))
        front = self.in_front_of(server.port)
        connection = socket.create_connection(("127.0.0.1", front.port), timeout=20)
        self.addCleanup(connection.close)
        connection.sendall(b"PUT /some//path?q=%20 HTTP/1.1\r\nHost: me.example:1\r\n"
                           b"X-Empty:\r\nx-b: 1\r\nX-A: 2\r\nConnection: x-b\r\nTE: trailers\r\n"
                           b"Expect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n"
                           b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
        received = b""
        while b"\r\n\r\n" not in received.replace(b"HTTP/1.1 100 Continue\r\n\r\n", b""):
            received += connection.recv(65536)
        head, body = received.replace(b"HTTP/1.1 100 Continue\r\n\r\n", b"").split(b"\r\n\r\n", 1)
        size = int(next(line for line in head.split(b"\r\n")
                        if line.startswith(b"Content-Length:")).split(b":")[1])
        while len(body) < size:
            body += connection.recv(65536)
        return server, head.decode().split("\r\n"), body

    def test_a_request_goes_on_as_it_came_but_for_what_is_about_the_connection(self):
        server, _, body = self.ask(upstream.whole(b"{}"))
        self.assertEqual(body, b"{}")
        (head, sent), = server.requests
        self.assertEqual(head.split("\r\n"),
                         ["PUT /some//path?q=%20 HTTP/1.1", "Host: me.example:1", "X-Empty:",
                          "X-A: 2", "Content-Length: 5"])
        self.assertEqual(sent, b"abcde")

    def test_an_answer_goes_back_undecoded_and_with_a_length(self):
        _, head, body = self.ask(
            b"HTTP/1.1 418 Short And Stout\r\nx-one: 1\r\nContent-Encoding: gzip\r\nX-One: 2\r\n"
            b"Connection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n\x1f\x8b\x08\r\n"
            b"0\r\n\r\n")
        self.assertTrue(head[0].startswith("HTTP/1.1 418"))
        self.assertEqual(head[1:], ["x-one: 1", "Content-Encoding: gzip", "X-One: 2",
                                    "Content-Length: 3"])
        self.assertEqual(body, b"\x1f\x8b\x08")

    def test_a_redirect_is_the_clients_to_follow(self):
        server, head, _ = self.ask(upstream.whole(b"", "Location: http://127.0.0.1:1/",
                                                  status="307 Temporary Redirect"))
        self.assertTrue(head[0].startswith("HTTP/1.1 307"))
        self.assertEqual(server.connections, 1)


class Encrypted(InFront):
    def served(self, name):
        authority, context = upstream.certify(self.folder, name)
        answer = upstream.whole(b'{"SecretList": []}', "Content-Type: application/x-amz-json-1.1")
        server = self.raw(upstream.answering(answer), context)
        return server, authority

    def test_a_private_authority_is_believed_if_it_is_named(self):
        server, authority = self.served("IP:127.0.0.1")
        front = self.in_front_of(f"https://127.0.0.1:{server.port}", "--upstream-ca", authority)
        self.assertEqual(front.client().list_secrets()["SecretList"], [])
        self.assertEqual(front.client().list_secrets()["SecretList"], [])
        self.assertEqual(server.connections, 1)

    def test_an_unknown_authority_is_refused_before_anything_is_sent(self):
        server, _ = self.served("IP:127.0.0.1")
        front = self.in_front_of(f"https://127.0.0.1:{server.port}")
        self.error_of(front, "no_connection")
        self.assertIn("certificate", front.logged())
        self.assertEqual(server.requests, [])

    def test_another_hosts_certificate_is_refused(self):
        server, authority = self.served("DNS:elsewhere.example")
        front = self.in_front_of(f"https://127.0.0.1:{server.port}", "--upstream-ca", authority)
        self.error_of(front, "no_connection")
        self.assertEqual(server.requests, [])


class OtherServices(InFront):
    def test_dynamodb_goes_through_and_is_told(self):
        answer = upstream.whole(json.dumps({"Item": {"k": {"S": CANARY}}}).encode(),
                                "Content-Type: application/x-amz-json-1.0")
        server = self.raw(upstream.answering(answer))
        rules = self.write("rules.yaml", """version: 1
scenario: upstream/dynamodb
rules:
  - id: first
    when: { header: { X-Amz-Target: DynamoDB_20120810.GetItem }, nth: 1 }
    then: { error: ThrottlingException }
""")
        front = self.in_front_of(server.port, "--record", "front.jsonl", "--scenario", rules,
                                 "--upstream-credentials", "env", env=with_key())
        table = boto3.client(
            "dynamodb", endpoint_url=front.endpoint, region_name="eu-west-1",
            aws_access_key_id="test", aws_secret_access_key="test",
            config=botocore.config.Config(retries={"mode": "standard", "total_max_attempts": 2}))
        item = table.get_item(TableName="table", Key={"k": {"S": f"{CANARY}-key"}})["Item"]
        self.assertEqual(item, {"k": {"S": CANARY}})
        front.stop()
        first, second = stunt.exchanges(self.folder / "front.jsonl")
        self.assertEqual((second["op"], second["service"]), ("GetItem", "dynamodb"))
        self.assertEqual(first["outcome"], "throttled")
        self.assertNotIn(CANARY, (self.folder / "front.jsonl").read_text(encoding="utf-8"))
        head, = [head for head, _ in server.requests]
        self.assertIn(f"Credential={KEY}/", head)
        self.assertIn("/eu-west-1/dynamodb/aws4_request", head)
        self.assertEqual(self.run_stunt("show", "front.jsonl")[0], 0)
