# SPDX-License-Identifier: MIT
"""What went by and what is going on, asked of the real program while boto3 calls it."""

import concurrent.futures
import http.client
import json
import threading
import urllib.request

import stunt
from botocore.exceptions import ClientError

import canary_test

API = "/_stunt/v1"


class Events:
    """Server-sent events, read as a browser would."""

    def __init__(self, server, since=None):
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=stunt.PATIENCE_S)
        headers = {} if since is None else {"Last-Event-ID": str(since)}
        self.connection.request("GET", f"{API}/events", headers=headers)
        self.answer = self.connection.getresponse()
        self.text = ""
        assert self.next() is None, "the opening has no event"

    def next(self):
        """The next event: (id, name, data as text); None if it has none."""
        fields = {}
        while line := self.answer.readline().decode():
            self.text += line
            if line == "\n":
                break
            name, _, value = line.rstrip("\n").partition(":")
            fields[name] = value.removeprefix(" ")
        else:
            raise EOFError("the stream has ended")
        return (fields.get("id"), fields["event"], fields["data"]) if "data" in fields else None

    def exchange(self):
        """The next exchange: (id, line)."""
        while True:
            event = self.next()
            if event and event[1] == "exchange":
                return int(event[0]), json.loads(event[2])

    def close(self):
        self.connection.close()


class AdminTraffic(stunt.Test):
    def ask(self, server, method, path, body=None, **headers):
        """(status, headers, body as text)"""
        data = None if body is None else json.dumps(body).encode()
        return server._ask(urllib.request.Request(  # pylint: disable=protected-access
            server.endpoint + path, method=method, data=data, headers=headers))

    def post(self, server, path, body):
        status, _, text = self.ask(server, "POST", path, body)
        self.assertEqual(status, 200, text)
        return json.loads(text)

    def test_keeps_no_more_calls_than_it_is_told_to(self):
        for most in (0, 2):
            with self.serve("--journal", str(most)) as server:
                for _ in range(3):
                    server.client().list_secrets()
                counted = self.post(server, f"{API}/transcript/count", {"operation": "ListSecrets"})
                self.assertEqual(counted["count"], most)

    def test_finds_and_counts_what_a_client_did(self):
        with self.serve() as server:
            client = server.client()
            client.create_secret(Name="prod/db", SecretString="s3cret-value")
            client.get_secret_value(SecretId="prod/db")
            with self.assertRaises(ClientError):
                client.get_secret_value(SecretId="prod/other")
            reads = {"operation": "GetSecretValue"}
            found = self.post(server, f"{API}/transcript/find", reads)
            self.assertEqual([line["seq"] for line in found["exchanges"]], [2, 3])
            self.assertEqual(found["exchanges"][0]["res"]["json"]["SecretString"], "{{secret:1}}")
            self.assertEqual(self.post(server, f"{API}/transcript/count", reads)["count"], 2)
            near = self.post(server, f"{API}/near-misses", {**reads, "secretId": "prod/dv"})
            self.assertIn("the secret is another", near["nearMisses"][0]["text"])

    def test_a_transcript_can_be_replayed(self):
        with self.serve() as server:
            client = server.client()
            client.create_secret(Name="a", SecretString="v")
            text = self.ask(server, "GET", f"{API}/transcript")[2]
        transcript = self.folder / "again.jsonl"
        transcript.write_text(text, encoding="utf-8")
        with self.serve("--replay", transcript) as server:
            answer = server.client().create_secret(Name="a", SecretString="v")
            self.assertEqual(answer["Name"], "a")

    def test_waits_for_calls_without_missing_one(self):
        with self.serve() as server, concurrent.futures.ThreadPoolExecutor() as pool:
            client = server.client()
            for count in range(1, 21):
                waiting = pool.submit(self.ask, server, "POST", f"{API}/await",
                                      {"calls": {"operation": "ListSecrets"}, "count": count, "within": "1m"})
                client.list_secrets()
                status, _, text = waiting.result(stunt.PATIENCE_S)
                self.assertEqual(status, 200, text)
                self.assertGreaterEqual(json.loads(text)["count"], count)
            status, _, text = self.ask(server, "POST", f"{API}/await", {
                "calls": {"operation": "ListSecrets"}, "count": 99, "within": "10ms"})
            self.assertEqual(status, 408)
            self.assertEqual(json.loads(text)["detail"], "20 of 99 calls came within 10ms")

    def test_many_wait_and_leave(self):
        with self.serve() as server:
            waiting = []
            for _ in range(50):
                connection = http.client.HTTPConnection("127.0.0.1", server.port)
                connection.request("POST", f"{API}/await", json.dumps({"calls": {}, "within": "5m"}))
                waiting.append(connection)
            for connection in waiting[:25]:
                connection.close()
            server.client().list_secrets()
            for connection in waiting[25:]:
                self.assertEqual(connection.getresponse().status, 200)
                connection.close()
            self.assertEqual(server.stop(), 0)

    def test_events_go_on_where_a_client_left(self):
        with self.serve() as server:
            client = server.client()
            events = Events(server)
            client.list_secrets()
            last, line = events.exchange()
            self.assertEqual((last, line["op"]), (1, "ListSecrets"))
            events.close()
            client.get_random_password()
            client.list_secrets()
            again = Events(server, since=last)
            self.assertEqual([again.exchange()[0] for _ in range(2)], [2, 3])
            stop = threading.Thread(target=server.stop)
            stop.start()
            self.assertEqual(again.answer.read(), b"", "the stream ends in order")
            stop.join()

    def test_counts_for_prometheus(self):
        with self.serve() as server:
            client = server.client()
            client.list_secrets()
            with self.assertRaises(ClientError):
                client.get_secret_value(SecretId="none")
            text = self.ask(server, "GET", f"{API}/metrics")[2]
            values = {}
            for line in text.splitlines():
                if line and not line.startswith("#"):
                    name, _, value = line.rpartition(" ")
                    values[name] = float(value)
            self.assertEqual(values['stunt_requests_total{op="ListSecrets",outcome="ok"}'], 1)
            self.assertEqual(values['stunt_requests_total{op="GetSecretValue",outcome="clientError"}'], 1)
            self.assertEqual(values["stunt_request_duration_seconds_count"], 2)
            buckets = [value for name, value in values.items() if "_bucket" in name]
            self.assertEqual(buckets, sorted(buckets), "they are cumulative")

    def test_localstacks_chaos_tests_run_as_they_are(self):
        with self.serve() as server:
            client = server.client()
            self.post(server, "/_localstack/chaos/faults", [
                {"service": "secretsmanager", "operation": "GetSecretValue", "probability": 1.0,
                 "error": {"statusCode": 500, "code": "DatacentreNotFound"}},
                {"service": "dynamodb", "region": "us-east-1"}])
            client.create_secret(Name="a", SecretString="v")
            with self.assertRaises(ClientError) as raised:
                client.get_secret_value(SecretId="a")
            self.assertEqual(raised.exception.response["Error"]["Code"], "DatacentreNotFound")
            self.assertEqual(raised.exception.response["ResponseMetadata"]["HTTPStatusCode"], 500)
            self.assertEqual(self.post(server, "/_localstack/chaos/faults", []), [])
            client.get_secret_value(SecretId="a")
            retrying = server.client(retries={"mode": "standard", "total_max_attempts": 3})
            self.post(server, "/_localstack/chaos/faults", [{"region": "us-east-1"}])
            with self.assertRaises(ClientError) as raised:
                retrying.list_secrets()
            self.assertEqual(raised.exception.response["ResponseMetadata"]["RetryAttempts"], 2)

    def test_planted_secrets_are_nowhere(self):
        with self.serve() as server:
            events = Events(server, since=0)
            self.plant(server)
            everything = [
                self.ask(server, "GET", f"{API}/transcript")[2],
                self.ask(server, "GET", f"{API}/transcript", Accept="application/har+json")[2],
                self.ask(server, "POST", f"{API}/transcript/find", {})[2],
                self.ask(server, "GET", f"{API}/transcript/unmatched")[2],
                self.ask(server, "POST", f"{API}/near-misses", {"operation": "PutSecretValue", "secretId": "x"})[2],
                self.ask(server, "POST", f"{API}/recordings/snapshot")[2],
                self.ask(server, "GET", f"{API}/metrics")[2]]
            last = int(json.loads(self.ask(server, "GET", f"{API}/transcript")[2].splitlines()[-1])["seq"])
            while events.exchange()[1]["seq"] < last:
                pass
            everything.append(events.text)
            again = Events(server, since=0)
            while again.exchange()[1]["seq"] < last:
                pass
            everything.append(again.text)
            for number, text in enumerate(everything):
                self.assert_nowhere(f"answer {number}", text.encode())

    plant = canary_test.Canary.plant
    assert_nowhere = canary_test.Canary.assert_nowhere
