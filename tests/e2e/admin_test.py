# SPDX-License-Identifier: MIT
"""The admin API of the real program: its document, what its routes do, and whom it lets in."""

import itertools
import json
import unittest

import boto3
import botocore.config
import stunt
from admin_api import Api
from botocore.exceptions import ClientError

RULE = {"id": "r", "when": {"operation": "ListSecrets"}, "then": {"error": "ServiceUnavailable"}}
SCENARIO = """
version: 1
scenario: posted
state: { line: up }
setup:
  - operation: CreateSecret
    input: { Name: from-setup, SecretString: planted-in-setup }
rules:
  - id: first-read
    when: { operation: GetSecretValue, nth: 1 }
    then: { error: ServiceUnavailable }
steps:
  - await: { calls: { operation: GetSecretValue }, count: 1, within: 20s }
expect:
  - calls: { operation: GetSecretValue }
    count: 2
"""


def error_code(call, **parameters):
    """What a call is refused with; empty if it is not."""
    try:
        call(**parameters)
        return ""
    except ClientError as error:
        return error.response["Error"]["Code"]


class Cases:
    """One way to ask for each documented route. Each method makes what it needs."""

    def __init__(self, api):
        self.api = api
        self.number = itertools.count(1)

    def scope(self):
        return self.api.post("scopes", {}).json["name"]

    def rule(self):
        return self.api.post("rules", {**RULE, "id": f"case-{next(self.number)}"}).json["id"]

    def run(self):
        text = SCENARIO.replace("first-read", f"case-{next(self.number)}")
        text = text.replace("from-setup", f"from-setup-{next(self.number)}")
        return self.api.post("scenarios", text).json["id"]

    def snapshot(self):
        return self.api.post("snapshots").json["id"]

    def call(self):
        """Has a call made, and returns its number."""
        self.api.post("/", "{}", X_Amz_Target="secretsmanager.ListSecrets")
        return json.loads(self.api.get("transcript").text.splitlines()[-1])["seq"]

    def recording(self):
        return self.api.post("recordings/start", {"path": f"case-{next(self.number)}.jsonl"})

    def all(self):
        """Of each route: what is asked for."""
        return {**self.control(), **self.traffic()}

    def traffic(self):
        """What goes by, and what other programs' tests ask for."""
        ask = self.api.ask
        faults, effects = "/_localstack/chaos/faults", "/_localstack/chaos/effects"
        listing = {"operation": "ListSecrets"}
        return {
            "GET /_stunt/v1/transcript": lambda: ask("GET", "transcript"),
            "DELETE /_stunt/v1/transcript": lambda: ask("DELETE", "transcript"),
            "GET /_stunt/v1/transcript/{seq}": lambda: ask("GET", f"transcript/{self.call()}"),
            "POST /_stunt/v1/transcript/find": lambda: ask("POST", "transcript/find", listing),
            "POST /_stunt/v1/transcript/count": lambda: ask("POST", "transcript/count", listing),
            "GET /_stunt/v1/transcript/unmatched": lambda: ask("GET", "transcript/unmatched"),
            "POST /_stunt/v1/near-misses": lambda: ask("POST", "near-misses", listing),
            "POST /_stunt/v1/await": lambda: (
                self.call(), ask("POST", "await", {"calls": listing}))[1],
            "GET /_stunt/v1/events": lambda: self.api.open("events", "retry: "),
            "POST /_stunt/v1/recordings/start": self.recording,
            "POST /_stunt/v1/recordings/stop":
                lambda: (self.recording(), ask("POST", "recordings/stop"))[1],
            "GET /_stunt/v1/recordings/status": lambda: ask("GET", "recordings/status"),
            "POST /_stunt/v1/recordings/snapshot": lambda: ask("POST", "recordings/snapshot"),
            "GET /_stunt/v1/metrics": lambda: ask("GET", "metrics"),
            f"GET {faults}": lambda: ask("GET", faults),
            f"POST {faults}": lambda: ask("POST", faults, []),
            f"PUT {faults}": lambda: ask("PUT", faults, []),
            f"PATCH {faults}": lambda: ask("PATCH", faults, [{"service": "s3"}]),
            f"DELETE {faults}": lambda: ask("DELETE", faults),
            f"GET {effects}": lambda: ask("GET", effects),
            f"POST {effects}": lambda: ask("POST", effects, {"latency": 0}),
            f"PUT {effects}": lambda: ask("PUT", effects, {"latency": 0}),
            f"PATCH {effects}": lambda: ask("PATCH", effects, {}),
            f"DELETE {effects}": lambda: ask("DELETE", effects),
            "POST /moto-api/reset": lambda: ask("POST", "/moto-api/reset"),
        }

    def control(self):
        """What changes a server."""
        ask = self.api.ask
        export = '{"stuntState": 1, "values": "revealed", "secrets": []}'
        return {
            "GET /_stunt/openapi.json": lambda: ask("GET", "/_stunt/openapi.json"),
            "GET /_stunt/v1/health": lambda: ask("GET", "health"),
            "GET /_stunt/v1/ready": lambda: ask("GET", "ready"),
            "GET /_stunt/v1/version": lambda: ask("GET", "version"),
            "GET /_stunt/v1/scopes": lambda: ask("GET", "scopes"),
            "POST /_stunt/v1/scopes": lambda: ask("POST", "scopes", {"seed": 7}),
            "GET /_stunt/v1/scopes/{name}": lambda: ask("GET", f"scopes/{self.scope()}"),
            "DELETE /_stunt/v1/scopes/{name}": lambda: ask("DELETE", f"scopes/{self.scope()}"),
            "GET /_stunt/v1/rules": lambda: ask("GET", "rules"),
            "POST /_stunt/v1/rules": lambda: ask("POST", "rules", {"then": {"delay": "1ms"}}),
            "POST /_stunt/v1/rules/reset": lambda: ask("POST", "rules/reset"),
            "GET /_stunt/v1/rules/{id}": lambda: ask("GET", f"rules/{self.rule()}"),
            "PUT /_stunt/v1/rules/{id}":
                lambda: ask("PUT", f"rules/{self.rule()}", {"then": {"delay": "1ms"}}),
            "PATCH /_stunt/v1/rules/{id}":
                lambda: ask("PATCH", f"rules/{self.rule()}", {"enabled": False}),
            "DELETE /_stunt/v1/rules/{id}": lambda: ask("DELETE", f"rules/{self.rule()}"),
            "GET /_stunt/v1/state": lambda: ask("GET", "state"),
            "PUT /_stunt/v1/state/{machine}":
                lambda: ask("PUT", "state/line", {"state": "down"}),
            "GET /_stunt/v1/state/{machine}": lambda: (
                ask("PUT", "state/line", {"state": "up"}), ask("GET", "state/line"))[1],
            "GET /_stunt/v1/scenarios": lambda: ask("GET", "scenarios"),
            "POST /_stunt/v1/scenarios":
                lambda: ask("POST", "scenarios", "version: 1\nscenario: s\n"),
            "POST /_stunt/v1/scenarios:lint": lambda: ask("POST", "scenarios:lint", SCENARIO),
            "GET /_stunt/v1/scenarios/{id}": lambda: ask("GET", f"scenarios/{self.run()}"),
            "DELETE /_stunt/v1/scenarios/{id}": lambda: ask("DELETE", f"scenarios/{self.run()}"),
            "POST /_stunt/v1/scenarios/{id}/start": lambda: ask(
                "POST", "scenarios/" + self.api.post(
                    "scenarios", "version: 1\nscenario: s\n").json["id"] + "/start"),
            "POST /_stunt/v1/scenarios/{id}/stop":
                lambda: ask("POST", f"scenarios/{self.run()}/stop"),
            "GET /_stunt/v1/scenarios/{id}/verdict":
                lambda: ask("GET", f"scenarios/{self.run()}/verdict?format=junit"),
            "POST /_stunt/v1/verify": lambda: ask("POST", "verify", {"expect": [
                {"never": {"operation": "DeleteSecret"}}]}),
            "POST /_stunt/v1/reset": lambda: ask("POST", "reset"),
            "GET /_stunt/v1/snapshots": lambda: ask("GET", "snapshots"),
            "POST /_stunt/v1/snapshots": lambda: ask("POST", "snapshots"),
            "GET /_stunt/v1/snapshots/{id}": lambda: ask("GET", f"snapshots/{self.snapshot()}"),
            "DELETE /_stunt/v1/snapshots/{id}":
                lambda: ask("DELETE", f"snapshots/{self.snapshot()}"),
            "POST /_stunt/v1/snapshots/{id}/restore":
                lambda: ask("POST", f"snapshots/{self.snapshot()}/restore"),
            "PUT /_stunt/v1/snapshot": lambda: ask("PUT", "snapshot", export),
            "GET /_stunt/v1/clock": lambda: ask("GET", "clock"),
            "PUT /_stunt/v1/clock": lambda: ask("PUT", "clock", {"now": "2030-01-01T00:00:00Z"}),
            "POST /_stunt/v1/clock": lambda: ask("POST", "clock", {"advance": "1h"}),
            "POST /_stunt/v1/clock/advance": lambda: ask("POST", "clock/advance", {"by": "1h"}),
            "POST /_stunt/v1/clock/freeze": lambda: ask("POST", "clock/freeze"),
            "POST /_stunt/v1/clock/resume": lambda: ask("POST", "clock/resume"),
        }


class Document(stunt.Test):
    """What /_stunt/openapi.json says is what the server does."""

    def setUp(self):
        super().setUp()
        self.api = Api(self.serve("--deterministic", "--recordings", ".").endpoint)
        self.paths = self.api.get("/_stunt/openapi.json").json["paths"]

    def test_every_documented_route_answers_as_documented(self):
        cases = Cases(self.api).all()
        documented = {f"{method.upper()} {path}": operation
                      for path, methods in self.paths.items()
                      for method, operation in methods.items()}
        self.assertEqual(sorted(documented), sorted(cases), "asked for, and documented")
        for route, operation in documented.items():
            with self.subTest(route):
                answer = cases[route]()
                self.assertIn(str(answer.status), operation["responses"], answer.text)
                contents = operation["responses"][str(answer.status)].get("content", {})
                if answer.status >= 400:
                    self.assertEqual((route, answer.status), ("POST /_stunt/v1/clock/resume", 409))
                    continue
                self.assertEqual(bool(answer.text), bool(contents), answer.text)
                if contents:
                    self.assertIn(answer.type, contents)

    def test_no_documented_path_answers_to_other_methods(self):
        for path, methods in self.paths.items():
            with self.subTest(path):
                documented = {method.upper() for method in methods}
                asked = path.replace("{", "").replace("}", "")
                for method in {"GET", "POST", "PUT", "PATCH", "DELETE"} - documented:
                    answer = self.api.ask(method, asked)
                    self.assertEqual(answer.status, 405, method)
                    self.assertEqual(set(answer.headers["Allow"].split(", ")), documented)

    def test_bodies_that_are_wrong_are_told_where(self):
        may_be_missing = ("/scopes", "/recordings/start", "/recordings/snapshot")
        for path, methods in self.paths.items():
            for method, operation in methods.items():
                if "requestBody" not in operation:
                    continue
                asked = path.replace("{machine}", "line").replace("{id}", "none")
                for body in ("", "{", '{"surely": "unknown"}', "[1, 2]", '"\\ud800"'):
                    with self.subTest(f"{method} {path} {body}"):
                        answer = self.api.ask(method.upper(), asked, body)
                        if path.endswith(":lint"):
                            self.assertFalse(answer.json["good"])
                            self.assertTrue(answer.json["problems"][0]["message"])
                            continue
                        if not body and (method == "delete" or path.endswith(may_be_missing)):
                            continue
                        self.assertIn(answer.status, (400, 404), answer.text)
                        self.assertEqual(answer.type, "application/problem+json")
                        self.assertTrue(answer.json["detail"])


class Control(stunt.Test):
    """What the routes do, as an SDK sees it."""

    def setUp(self):
        super().setUp()
        self.server = self.serve("--deterministic")
        self.api = Api(self.server.endpoint)
        self.client = self.server.client()

    def test_rules_come_and_go(self):
        self.assertEqual(self.api.post("rules", RULE).status, 201)
        self.assertEqual(error_code(self.client.list_secrets), "ServiceUnavailable")
        shown = self.api.get("rules/r").json
        self.assertEqual(shown["counts"], {"matched": 1, "fired": 1, "struck": 1})
        self.assertEqual(self.api.post("rules", RULE).status, 409)
        self.assertEqual(self.api.ask("PATCH", "rules/r", {"enabled": False}).status, 200)
        self.assertEqual(error_code(self.client.list_secrets), "")
        other = {"when": {"operation": "ListSecrets"}, "then": {"error": "ThrottlingException"}}
        self.assertEqual(self.api.put("rules/r", other).status, 200)
        self.assertEqual(error_code(self.client.list_secrets), "ThrottlingException")
        self.assertEqual(self.api.ask("DELETE", "rules/r").status, 204)
        self.assertEqual(error_code(self.client.list_secrets), "")
        self.assertEqual(self.api.get("rules/r").status, 404)

    def test_a_wrong_rule_is_told_where(self):
        answer = self.api.post("rules", {"when": {"operation": "GetSecretValu"}, "then": {}})
        self.assertEqual(answer.status, 400)
        pointers = {error["pointer"]: error["detail"] for error in answer.json["errors"]}
        self.assertIn("did you mean 'GetSecretValue'?", pointers["/when/operation"])

    def test_rules_do_not_tell_secrets(self):
        planted = "planted-in-a-rule"
        self.api.post("rules", {
            "id": "quoting", "when": {"operation": "PutSecretValue", "body": {"SecretString": planted}},
            "then": {"merge": {"SecretString": planted}}, "phase": "after"})
        for path in ("rules", "rules/quoting"):
            answer = self.api.get(path)
            self.assertIn("quoting", answer.text)
            self.assertNotIn(planted, answer.text)
        patched = self.api.ask("PATCH", "rules/quoting", {"priority": 3})
        self.assertEqual(patched.status, 200, patched.text)
        self.assertNotIn(planted, patched.text)

    def test_a_rule_may_look_back(self):
        self.client.create_secret(Name="a", SecretString="old")
        posted = self.api.post("rules", {"id": "stale", "when": {"operation": "GetSecretValue"},
                                         "then": {"stale": {"versionsBack": 1}}})
        self.assertEqual(posted.status, 201, posted.text)
        self.client.put_secret_value(SecretId="a", SecretString="new")
        self.assertEqual(self.client.get_secret_value(SecretId="a")["SecretString"], "old")

    def test_a_scope_is_a_world_for_those_with_its_key(self):
        made = self.api.post("scopes", {"name": "mine", "seed": 3,
                                        "clock": {"mode": "virtual",
                                                  "start": "2030-01-01T00:00:00Z"}}).json
        client = boto3.client(
            "secretsmanager", endpoint_url=made["endpoint"], region_name=made["region"],
            aws_access_key_id=made["accessKeyId"], aws_secret_access_key=made["secretAccessKey"],
            config=botocore.config.Config(retries={"total_max_attempts": 1}))
        client.create_secret(Name="a", SecretString="here")
        self.assertEqual(error_code(self.client.get_secret_value, SecretId="a"),
                         "ResourceNotFoundException")
        self.assertEqual(self.api.get("clock?scope=mine").json["now"], "2030-01-01T00:00:00.000Z")
        self.assertEqual(self.api.post("clock/advance?scope=mine", {"by": "1d"}).status, 200)
        self.assertEqual(self.api.get("clock").json["now"], "2026-01-01T00:00:00.000Z")
        self.assertEqual(self.api.post("scopes", {"name": "mine"}).status, 409)
        self.assertEqual(self.api.ask("DELETE", "scopes/mine").status, 204)
        self.assertEqual(self.api.get("clock?scope=mine").status, 404)
        self.assertEqual(error_code(client.get_secret_value, SecretId="a"),
                         "ResourceNotFoundException", "its key leads to everybody's world again")

    def test_a_posted_scenario_plays_and_is_judged(self):
        posted = self.api.post("scenarios", SCENARIO)
        self.assertEqual(posted.status, 201, posted.text)
        path = "scenarios/" + posted.json["id"]
        self.assertEqual(self.api.get(path).json["state"], "playing")
        self.assertEqual(self.api.get(path + "/verdict").json["status"], "inconclusive")
        self.assertEqual(error_code(self.client.get_secret_value, SecretId="from-setup"),
                         "ServiceUnavailable")
        self.assertEqual(error_code(self.client.get_secret_value, SecretId="from-setup"), "")
        verdict = self.api.get(path + "/verdict?wait=20s")
        self.assertEqual(verdict.json["status"], "pass", verdict.text)
        self.assertNotIn("planted-in-setup", verdict.text)
        self.assertEqual(self.api.get("state/line").json["state"], "up")
        junit = self.api.get(path + "/verdict?format=junit")
        self.assertIn("<testsuite", junit.text)
        self.assertEqual(self.api.post(path + "/stop").json["state"], "stopped")
        self.assertEqual(self.api.get("rules").json["rules"], [])
        self.client.get_secret_value(SecretId="from-setup")
        self.assertEqual(self.api.get(path + "/verdict").json["status"], "pass", "judged at its end")
        self.assertEqual(self.api.ask("DELETE", path).status, 204)
        self.assertEqual(self.api.get(path).status, 404)

    def test_a_posted_scenario_opens_no_files(self):
        answer = self.api.post("scenarios", "version: 1\nscenario: s\nrecord: { to: x.jsonl }\n")
        self.assertEqual(answer.status, 400)
        self.assertEqual(answer.json["errors"][0]["pointer"], "/record")
        self.assertEqual(list(self.folder.glob("*.jsonl*")), [])

    def test_a_posted_scenario_may_bring_a_world_of_its_own(self):
        posted = self.api.post("scenarios", "version: 1\nscenario: s\nseed: 5\nscope: { name: new }\n")
        self.assertEqual(posted.json["scope"], "new")
        self.assertEqual(self.api.get("scopes/new").json["seed"], 5)
        again = self.api.post("scenarios", "version: 1\nscenario: s\nseed: 6\nscope: { name: new }\n")
        self.assertEqual(again.status, 409)
        self.assertEqual(again.json["errors"][0]["pointer"], "/seed")

    def test_verify_judges_the_calls_so_far(self):
        expect = {"expect": [{"calls": {"operation": "ListSecrets"}, "count": 1}]}
        self.client.list_secrets()
        self.assertEqual(self.api.post("verify", expect).json["status"], "pass")
        self.client.list_secrets()
        answer = self.api.post("verify?format=text", expect)
        self.assertIn("ListSecrets", answer.text)
        self.assertEqual(self.api.post("verify", expect).json["status"], "fail")

    def test_snapshots_bring_secrets_back(self):
        planted = "planted-in-a-snapshot"
        self.client.create_secret(Name="a", SecretString=planted)
        before = self.client.describe_secret(SecretId="a")
        path = "snapshots/" + self.api.post("snapshots").json["id"]
        self.client.delete_secret(SecretId="a", ForceDeleteWithoutRecovery=True)
        self.client.create_secret(Name="b", SecretString="later")
        self.assertEqual(self.api.post(path + "/restore").json, {"secrets": 1})
        self.assertEqual(self.client.get_secret_value(SecretId="a")["SecretString"], planted)
        self.assertEqual(self.client.describe_secret(SecretId="a")["ARN"], before["ARN"])
        self.assertEqual(error_code(self.client.describe_secret, SecretId="b"),
                         "ResourceNotFoundException")
        self.assertNotIn(planted, self.api.get(path).text)
        revealed = self.api.get(path + "?reveal=true").text
        self.assertIn(planted, revealed)
        other = Api(self.serve().endpoint)
        self.assertEqual(other.put("snapshot", revealed).json, {"secrets": 1})
        omitted = self.api.put("snapshot", self.api.get(path).text)
        self.assertEqual(omitted.status, 400)
        self.assertEqual(self.client.get_secret_value(SecretId="a")["SecretString"], planted)

    def test_reset_is_the_start_again(self):
        fixtures = self.write("f.yaml", "secrets:\n  - name: fixed\n    value: at-the-start\n")
        scenario = self.write("s.yaml", """
version: 1
scenario: s
state: { line: up }
setup: [{ operation: CreateSecret, input: { Name: made, SecretString: v } }]
rules: [{ id: r, when: { operation: ListSecrets, nth: 1 }, then: { error: ServiceUnavailable } }]
""")
        server = self.serve("--deterministic", "--fixtures", fixtures, "--scenario", scenario)
        api, client = Api(server.endpoint), server.client()

        def play():
            seen = [error_code(client.list_secrets), error_code(client.list_secrets)]
            seen.append(client.get_secret_value(SecretId="fixed")["SecretString"])
            seen.append(client.get_secret_value(SecretId="made")["ARN"])
            seen.append(client.create_secret(Name="ids", SecretString="x")["ARN"])
            seen.append(api.get("state").json)
            seen.append([rule["counts"] for rule in api.get("rules").json["rules"]])
            client.put_secret_value(SecretId="fixed", SecretString="changed")
            client.delete_secret(SecretId="made", ForceDeleteWithoutRecovery=True)
            api.put("state/line", {"state": "down"})
            api.put("state/more", {"state": "x"})
            api.post("rules", {"id": "more", "then": {"delay": "1ms"}})
            return seen

        first = play()
        self.assertEqual(first[:2], ["ServiceUnavailable", ""])
        self.assertEqual(api.post("reset").status, 204)
        self.assertEqual(play(), first)


class Safety(stunt.Test):
    """Whom the admin API lets in."""

    def test_a_page_cannot_drive_it(self):
        api = Api(self.serve().endpoint)
        for headers in ({"Host": "evil.example"}, {"Origin": "https://evil.example"},
                        {"Origin": "null"}, {"Sec_Fetch_Site": "cross-site"}):
            with self.subTest(headers):
                answer = api.post("rules", RULE, **headers)
                self.assertEqual(answer.status, 403)
                self.assertEqual(answer.type, "application/problem+json")
                self.assertIsNone(answer.headers["Access-Control-Allow-Origin"])
        self.assertEqual(api.get("rules").json["rules"], [])

    def test_a_page_of_its_origin_may_if_that_was_asked_for(self):
        page = "http://localhost:3000"
        api = Api(self.serve("--admin-cors", page).endpoint, Origin=page)
        asked = api.ask("OPTIONS", "rules", Access_Control_Request_Method="POST")
        self.assertEqual(asked.status, 204)
        self.assertIn("POST", asked.headers["Access-Control-Allow-Methods"])
        for answer in (api.post("rules", RULE), api.post("rules", "{"), api.post("clock/freeze"),
                       api.post("reset")):
            self.assertEqual(answer.headers["Access-Control-Allow-Origin"], page, answer.text)
        self.assertEqual(api.get("rules", Origin="http://localhost:3001").status, 403)

    def test_a_token_is_wanted_where_one_was_set(self):
        token = self.write("token", "t0ken-of-this-test\n")
        server = self.serve("--admin-token-file", token)
        api = Api(server.endpoint)
        self.assertEqual(api.get("rules").status, 401)
        self.assertEqual(api.get("health").status, 200)
        self.assertEqual(api.get("rules", Authorization="Bearer t0ken-of-this-test").status, 200)
        self.assertNotIn("t0ken", server.logged() + server.printed())

    def test_other_machines_need_a_token(self):
        code, _, errors = self.run_stunt("serve", "--port", "0", "--host", "0.0.0.0")
        self.assertEqual(code, 2)
        self.assertIn("--admin-token-file", errors)
        self.serve("--host", "0.0.0.0", "--admin", "off")

    def test_it_may_have_a_port_of_its_own(self):
        server = self.serve("--admin-port", "0")
        own = next(line.split()[-1] for line in server.printed().splitlines() if "admin API" in line)
        api = Api(own.removesuffix("/_stunt/v1"))
        self.assertEqual(api.post("rules", RULE).status, 201)
        self.assertEqual(error_code(server.client().list_secrets), "ServiceUnavailable")
        there = Api(server.endpoint)
        self.assertEqual(there.get("health").status, 200)
        self.assertIn(own, there.get("rules").json["detail"])

    def test_verified_keys_of_scopes_are_theirs(self):
        keys = self.write("keys.yaml", json.dumps(
            [{"access_key_id": "AKIAOTHER", "secret_access_key": "other"}]))
        api = Api(self.serve("--auth", "verify", "--auth-keys", keys).endpoint)
        made = api.post("scopes", {}).json
        def client(secret):
            return boto3.client(
                "secretsmanager", endpoint_url=made["endpoint"], region_name=made["region"],
                aws_access_key_id=made["accessKeyId"], aws_secret_access_key=secret,
                config=botocore.config.Config(retries={"total_max_attempts": 1}))
        self.assertEqual(error_code(client(made["secretAccessKey"]).list_secrets), "")
        self.assertEqual(error_code(client("wrong").list_secrets), "InvalidSignatureException")


if __name__ == "__main__":
    unittest.main()
