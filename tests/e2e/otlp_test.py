# SPDX-License-Identifier: MIT
"""Spans for an OpenTelemetry collector, which is a server of this test."""

import http.server
import json
import threading

import check_otlp
import stunt

FAULTS = """
version: 1
scenario: test/traced
rules:
  - id: throttled
    when: { operation: GetSecretValue, nth: 1 }
    then: { error: ThrottlingException }
  - id: lost
    when: { operation: PutSecretValue }
    phase: after
    then: { error: InternalServiceError }
"""
TRACE, PARENT = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"
PLANTED = "hunter2-hunter2-hunter2"


class Collector:
    """Takes what is posted, or answers with another status. A context manager."""

    def __init__(self, status=200):
        self.requests = []
        collector = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"]))
                collector.requests.append((self.path, self.headers["content-type"], body))
                self.send_response(status)
                self.send_header("content-length", "2")
                self.end_headers()
                self.wfile.write(b"{}")

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()

    def spans(self):
        return [span for _, _, body in list(self.requests)
                for span in check_otlp.spans(json.loads(body))]


class Otlp(stunt.Test):
    def test_each_call_is_a_span_that_names_no_secret(self):
        scenario = self.write("faults.yaml", FAULTS)
        with Collector() as collector:
            server = self.serve("--otlp", collector.url, "--scenario", scenario,
                                "--record", "run.jsonl")
            client = server.client(retries={"mode": "standard", "total_max_attempts": 3})
            client.create_secret(Name="a", SecretString=PLANTED)
            client.get_secret_value(SecretId="a")
            server.post("secretsmanager.PutSecretValue",
                        json.dumps({"SecretId": "a", "SecretString": PLANTED}),
                        {"traceparent": f"00-{TRACE}-{PARENT}-01"})
            stunt.wait_until(lambda: server.health()["tracing"]["sent"] == 4, "four spans")
            self.assertEqual(server.stop(), 0)
            check = check_otlp.validator()
            for path, kind, body in collector.requests:
                self.assertEqual((path, kind), ("/v1/traces", "application/json"))
                self.assertEqual(check_otlp.problems(check, json.loads(body)), [])
                self.assertNotIn(PLANTED, body.decode())
            spans = sorted(collector.spans(), key=lambda s: int(s["startTimeUnixNano"]))
        self.assertEqual([span["name"] for span in spans],
                         ["SecretsManager.CreateSecret", "SecretsManager.GetSecretValue",
                          "SecretsManager.GetSecretValue", "SecretsManager.PutSecretValue"])
        throttled, again, lost = (check_otlp.attributes(span) for span in spans[1:])
        self.assertEqual(throttled["error.type"], "ThrottlingException")
        self.assertEqual(throttled["stunt.fault.rule"], "throttled")
        self.assertNotIn("http.request.resend_count", throttled)
        self.assertEqual(again["http.request.resend_count"], 1)
        self.assertEqual(lost["stunt.fault.replaced_status"], 200)
        self.assertEqual((spans[3]["traceId"], spans[3]["parentSpanId"]), (TRACE, PARENT))
        self.assertEqual([span["status"] for span in spans], [{}, {}, {}, {"code": 2}])
        # The same spans come of the transcript.
        code, out, errors = self.run_stunt("export", "run.jsonl", "--to", "otlp")
        self.assertEqual(code, 0, errors)
        exported = json.loads(out)
        self.assertEqual(check_otlp.problems(check, exported), [])
        self.assertEqual({span["spanId"] for span in check_otlp.spans(exported)},
                         {span["spanId"] for span in spans})

    def test_what_waits_is_sent_at_a_stop(self):
        with Collector() as collector:
            server = self.serve("--otlp", collector.url + "/v1/traces/")
            for _ in range(50):
                server.post("secretsmanager.ListSecrets", "{}")
            self.assertEqual(server.stop(), 0)
            self.assertEqual(len(collector.spans()), 50)

    def test_a_collector_that_is_down_costs_one_warning(self):
        with Collector() as collector:
            url = collector.url
        server = self.serve("--otlp", url)
        for _ in range(5):
            self.assertEqual(server.post("secretsmanager.ListSecrets", "{}")[0], 200)
        stunt.wait_until(lambda: server.health()["tracing"]["dropped"] > 0, "a lost span")
        self.assertEqual(server.health()["tracing"]["error"], "nobody listens there")
        self.assertEqual(server.health()["status"], "ok")
        self.assertEqual(server.stop(), 0)
        self.assertEqual(server.logged().count("spans are lost"), 1)

    def test_a_collector_that_refuses_is_told(self):
        with Collector(status=404) as collector:
            server = self.serve("--otlp", collector.url)
            server.post("secretsmanager.ListSecrets", "{}")
            stunt.wait_until(lambda: server.health()["tracing"]["dropped"] == 1, "a lost span")
            self.assertEqual(server.health()["tracing"]["error"], "it answers with status 404")
            server.stop()

    def test_a_url_that_is_none_is_refused(self):
        code, _, errors = self.run_stunt("serve", "--port", "0", "--otlp", "localhost:4318")
        self.assertEqual(code, 2)
        self.assertIn("--otlp: 'localhost:4318' is not a URL", errors)
