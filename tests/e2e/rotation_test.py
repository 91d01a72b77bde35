# SPDX-License-Identifier: MIT
"""Rotation, by stunt itself and by functions of the user's."""

import http.server
import json
import re
import threading

import botocore.exceptions

import stunt

FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:rotate"
OLD = {"username": "db", "password": "hunter2!HUNTER"}


class Lambda(http.server.ThreadingHTTPServer):
    """A Lambda endpoint that knows one function, `rotate`: AWS's template in a few lines, which
    calls the service back with boto3."""

    def __init__(self, client):
        super().__init__(("127.0.0.1", 0), Handler)
        self.client = client
        self.events = []
        self.fails_in = None
        self.thread = threading.Thread(target=self.serve_forever)
        self.thread.start()

    @property
    def endpoint(self):
        return f"http://127.0.0.1:{self.server_port}"

    def close(self):
        self.shutdown()
        self.thread.join()
        self.server_close()

    def rotate(self, event):
        secret, token = event["SecretId"], event["ClientRequestToken"]
        described = self.client.describe_secret(SecretId=secret)
        assert described["RotationEnabled"]
        assert "AWSPENDING" in described["VersionIdsToStages"][token]
        if event["Step"] == "createSecret":
            value = json.loads(self.client.get_secret_value(SecretId=secret)["SecretString"])
            value["password"] = "made by the function"
            self.client.put_secret_value(
                SecretId=secret, ClientRequestToken=token, SecretString=json.dumps(value),
                VersionStages=["AWSPENDING"])
        if event["Step"] == "testSecret":
            self.client.get_secret_value(SecretId=secret, VersionStage="AWSPENDING")
        if event["Step"] == "finishSecret":
            current = next(version for version, stages in described["VersionIdsToStages"].items()
                           if "AWSCURRENT" in stages)
            self.client.update_secret_version_stage(
                SecretId=secret, VersionStage="AWSCURRENT", MoveToVersionId=token,
                RemoveFromVersionId=current)


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        event = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        name = re.fullmatch(r"/2015-03-31/functions/(\w+)/invocations", self.path)
        if not name or name[1] != "rotate":
            return self.answer(404, {"Type": "User"})
        self.server.events.append(event)
        if event["Step"] == self.server.fails_in:
            return self.answer(200, {"errorType": "ValueError"}, failed=True)
        self.server.rotate(event)
        return self.answer(200, None)

    def answer(self, status, body, failed=False):
        body = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        if failed:
            self.send_header("X-Amz-Function-Error", "Unhandled")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Rotation(stunt.Test):
    def start(self, *flags):
        self.server = self.serve(*flags)
        self.client = self.server.client()
        self.first = self.client.create_secret(
            Name="prod/db", SecretString=json.dumps(OLD))["VersionId"]

    def start_with_lambda(self, *flags):
        function = Lambda(None)
        self.addCleanup(function.close)
        self.start("--lambda-endpoint", function.endpoint, *flags)
        function.client = self.client
        return function

    def rotate(self, **arguments):
        arguments.setdefault("RotationLambdaARN", FUNCTION)
        return self.client.rotate_secret(SecretId="prod/db", **arguments)

    def value(self, stage="AWSCURRENT"):
        return json.loads(self.client.get_secret_value(
            SecretId="prod/db", VersionStage=stage)["SecretString"])

    def stages(self):
        return self.client.describe_secret(SecretId="prod/db")["VersionIdsToStages"]

    def assert_refused(self, **arguments):
        with self.assertRaises(botocore.exceptions.ClientError) as caught:
            self.rotate(**arguments)
        self.assertEqual(caught.exception.response["Error"]["Code"], "AccessDeniedException")
        described = self.client.describe_secret(SecretId="prod/db")
        self.assertNotIn("RotationEnabled", described)
        self.assertNotIn("RotationLambdaARN", described)
        self.assertEqual(described["VersionIdsToStages"], {self.first: ["AWSCURRENT"]})


class Builtin(Rotation):
    def test_a_secret_has_its_new_value_when_rotate_secret_has_answered(self):
        self.start()
        rotated = self.rotate(RotationRules={"AutomaticallyAfterDays": 30})
        new = self.value()
        self.assertEqual(new["username"], "db")
        self.assertNotEqual(new["password"], OLD["password"])
        self.assertEqual(len(new["password"]), len(OLD["password"]))
        self.assertEqual(self.value("AWSPREVIOUS"), OLD)
        self.assertEqual(self.stages(), {
            self.first: ["AWSPREVIOUS"], rotated["VersionId"]: ["AWSCURRENT"]})
        described = self.client.describe_secret(SecretId="prod/db")
        self.assertTrue(described["RotationEnabled"])
        self.assertIn("LastRotatedDate", described)

    def test_each_step_is_a_call_that_is_recorded(self):
        self.start("--record", "run.jsonl")
        self.rotate()
        self.server.stop()
        lines = stunt.exchanges(self.folder / "run.jsonl")
        own = [line["op"] for line in lines
               if line["sdk"]["ua"] == "stunt-rotation"]
        self.assertEqual(own, [
            "DescribeSecret", "GetSecretValue", "GetSecretValue", "GetRandomPassword",
            "PutSecretValue", "DescribeSecret", "DescribeSecret", "GetSecretValue",
            "DescribeSecret", "UpdateSecretVersionStage"])
        self.assertNotIn("hunter2", (self.folder / "run.jsonl").read_text(encoding="utf-8"))
        code, shown, complaint = self.run_stunt("show", "run.jsonl")
        self.assertEqual((code, complaint), (0, ""))
        self.assertIn("GetRandomPassword", shown)

    def test_a_rule_that_strikes_a_step_ends_the_rotation(self):
        rules = self.write("lost.yaml", "version: 1\nscenario: lost\nrules:\n"
                           "- {id: a, when: {operation: UpdateSecretVersionStage},"
                           " then: {error: InternalServiceError}}\n")
        self.start("--scenario", rules)
        rotated = self.rotate()
        self.assertEqual(self.value(), OLD)
        self.assertEqual(self.stages()[rotated["VersionId"]], ["AWSPENDING"])
        with self.assertRaises(botocore.exceptions.ClientError) as caught:
            self.rotate()
        self.assertIn("A previous rotation isn't complete.", str(caught.exception))

    def test_the_same_seed_makes_the_same_passwords(self):
        passwords = []
        for _ in range(2):
            self.start("--deterministic", "--seed", 7)
            self.rotate(ClientRequestToken="00000000-0000-4000-8000-000000000001")
            passwords.append(self.value())
        self.assertEqual(*passwords)

    def test_bytes_stay_as_many(self):
        self.start()
        self.client.create_secret(Name="key", SecretBinary=bytes(64))
        self.client.rotate_secret(SecretId="key", RotationLambdaARN=FUNCTION)
        new = self.client.get_secret_value(SecretId="key")["SecretBinary"]
        self.assertEqual(len(new), 64)
        self.assertNotEqual(new, bytes(64))

    def test_a_clock_that_is_moved_makes_due_rotations_happen(self):
        self.start("--deterministic")
        self.rotate(RotationRules={"AutomaticallyAfterDays": 10})
        first = self.value()
        status, _, body = self.server.post_admin("/_stunt/v1/clock", {"advance": "11d"})
        self.assertEqual(status, 200, body)
        moved = json.loads(body)
        self.assertEqual(moved["now"], "2026-01-12T00:00:00.000Z")
        self.assertEqual([rotation["end"] for rotation in moved["rotations"]], ["finished"])
        self.assertNotEqual(self.value(), first)
        self.assertEqual(self.value("AWSPREVIOUS"), first)

    def test_none_refuses_as_aws_does(self):
        self.start("--rotation", "none")
        self.assert_refused()


class Function(Rotation):
    def test_a_function_rotates_with_calls_of_its_own(self):
        function = self.start_with_lambda()
        rotated = self.rotate()
        stunt.wait_until(lambda: self.stages() == {
            self.first: ["AWSPREVIOUS"], rotated["VersionId"]: ["AWSCURRENT"]}, "the rotation")
        self.assertEqual(self.value(), {"username": "db", "password": "made by the function"})
        self.assertEqual([event["Step"] for event in function.events],
                         ["createSecret", "setSecret", "testSecret", "finishSecret"])
        for event in function.events:
            self.assertEqual(event["SecretId"], rotated["ARN"])
            self.assertEqual(event["ClientRequestToken"], rotated["VersionId"])
            self.assertRegex(event["RotationToken"], r"^[0-9a-f-]{36}$")

    def test_a_function_that_is_not_there_is_refused_and_nothing_is_stored(self):
        self.start_with_lambda()
        self.assert_refused(RotationLambdaARN=FUNCTION + "r")

    def test_a_function_that_fails_leaves_the_pending_version(self):
        function = self.start_with_lambda()
        function.fails_in = "setSecret"
        rotated = self.rotate()
        stunt.wait_until(lambda: len(function.events) == 2, "the second step")
        self.assertEqual(self.value(), OLD)
        self.assertEqual(self.stages()[rotated["VersionId"]], ["AWSPENDING"])

    def test_a_function_only_tests_when_rotation_is_not_immediate(self):
        function = self.start_with_lambda("--deterministic")
        self.rotate(RotationRules={"AutomaticallyAfterDays": 10}, RotateImmediately=False)
        self.assertEqual([event["Step"] for event in function.events], ["testSecret"])
        self.assertEqual(self.value(), OLD)
        status, _, body = self.server.post_admin("/_stunt/v1/clock", {"advance": "11d"})
        self.assertEqual((status, len(json.loads(body)["rotations"])), (200, 1))
        self.assertEqual(self.value()["password"], "made by the function")
