# SPDX-License-Identifier: MIT
"""The program: flags, configuration, addresses, and what it says when something is wrong."""

import json
import socket

import stunt


class Program(stunt.Test):
    def test_without_a_command_it_says_what_there_is(self):
        code, _, errors = self.run_stunt()
        self.assertEqual(code, 2)
        for command in ("serve", "check", "show"):
            code, printed, _ = self.run_stunt(command, "--help")
            self.assertEqual(code, 0)
            self.assertIn("Examples:", printed)
        self.assertIn("--help", errors)

    def test_a_misspelt_word_is_told_with_what_it_may_have_wanted_to_be(self):
        for line, expected in [
                (["serv"], "unknown command 'serv'; did you mean 'serve'?"),
                (["serve", "--prot", "1"], "unknown flag '--prot'; did you mean '--port'?"),
                (["show", "--colour=never", "x"],
                 "unknown flag '--colour'; did you mean '--color'?")]:
            code, _, errors = self.run_stunt(*line)
            self.assertEqual((code, errors.splitlines()[0]), (2, "stunt: " + expected))

    def test_it_tells_its_version(self):
        self.assertRegex(self.run_stunt("--version")[1], r"^stunt \d+\.\d+\.\d+\n$")

    def test_the_ready_file_has_the_address_and_goes_with_the_server(self):
        server = self.serve()
        self.assertRegex(server.endpoint, r"^http://127\.0\.0\.1:\d+$")
        self.assertIn(server.endpoint, server.printed())
        self.assertEqual(server.stop(), 0)
        self.assertFalse(server.ready_file.exists())

    def test_loopback_is_all_it_listens_on_unless_told_otherwise(self):
        server = self.serve()
        with socket.create_connection(("127.0.0.1", server.port)):
            pass
        # 127.0.0.2 is this machine too, but not an address that was asked for.
        with self.assertRaises(OSError):
            socket.create_connection(("127.0.0.2", server.port))
        other = self.serve("--host", "127.0.0.2")
        self.assertTrue(other.endpoint.startswith("http://127.0.0.2:"))

    def test_a_taken_port_is_told_with_what_to_do(self):
        server = self.serve()
        code, _, errors = self.run_stunt("serve", "--port", server.port)
        self.assertEqual(code, 1)
        self.assertIn(f"port {server.port}", errors)
        self.assertIn("--port", errors)

    def test_wrong_values_are_usage_errors_that_say_what_is_right(self):
        for flags, expected in [
                (["--port", "99999"], "65535"), (["--account", "123"], "12 digits"),
                (["--region", "nowhere"], "us-east-1"), (["--grace", "5"], "5s"),
                (["--threads", "0"], "one thread"), (["--log-level", "loud"], "warning"),
                (["--seed", "-1"], "whole number")]:
            code, _, errors = self.run_stunt("serve", *flags)
            self.assertEqual(code, 2, flags)
            self.assertIn(expected, errors)

    def test_health_answers_and_says_what_runs(self):
        server = self.serve("--seed", "7")
        status, headers, body = server.get("/_stunt/v1/health")
        self.assertEqual((status, headers["Content-Type"]), (200, "application/json"))
        health = json.loads(body)
        self.assertEqual((health["status"], health["engine"], health["seed"]),
                         ("ok", "emulator", 7))
        status, headers, _ = server.get("/_stunt/v1/nothing")
        self.assertEqual((status, headers["Content-Type"]), (404, "application/problem+json"))

    def test_a_configuration_file_has_what_the_flags_have(self):
        config = self.write("stunt.yaml", """
region: eu-central-1
account: "111122223333"
services: { secretsmanager: { enabled: true } }
seed: 11
""")
        server = self.serve("--config", config)
        body = json.loads(server.post("secretsmanager.CreateSecret",
                                      '{"Name": "a", "SecretString": "b"}')[2])
        self.assertTrue(body["ARN"].startswith(
            "arn:aws:secretsmanager:eu-central-1:111122223333:secret:a-"))
        self.assertEqual(server.health()["seed"], 11)
        self.assertEqual(self.serve("--config", config, "--seed", "12").health()["seed"], 12)

    def test_a_broken_configuration_is_told_with_line_and_column(self):
        config = self.write("stunt.yaml", "prot: 4566\nservices: { secretmanager: {} }\n")
        code, _, errors = self.run_stunt("serve", "--config", config)
        self.assertEqual(code, 2)
        self.assertIn("stunt.yaml:1:1: /prot: unknown member 'prot'; did you mean 'port'?", errors)
        self.assertIn("stunt.yaml:2:13: /services/secretmanager:", errors)
        self.assertIn("'secretsmanager'", errors)

    def test_a_service_that_is_switched_off_knows_no_operation(self):
        config = self.write("stunt.yaml", "services: { secretsmanager: { enabled: false } }\n")
        server = self.serve("--config", config)
        self.assertEqual(server.post("secretsmanager.ListSecrets", "{}")[::2],
                         (400, '{"__type":"UnknownOperationException"}'))

    def test_other_services_and_operations_get_the_error_of_aws(self):
        server = self.serve()
        for target in ("DynamoDB_20120810.ListTables", "secretsmanager.GetSecret", "nonsense", ""):
            status, headers, body = server.post(target, "{}")
            self.assertEqual((status, json.loads(body)),
                             (400, {"__type": "UnknownOperationException"}), target)
            self.assertEqual(headers["Content-Type"], "application/x-amz-json-1.1")
            self.assertRegex(headers["x-amzn-RequestId"], "^[0-9a-f-]{36}$")

    def test_the_same_seed_makes_the_same_answers(self):
        def answers(seed):
            server = self.serve("--deterministic", "--seed", seed)
            told = [server.post("secretsmanager.CreateSecret",
                                '{"Name": "a", "SecretString": "b"}')]
            told.append(server.post("secretsmanager.DescribeSecret", '{"SecretId": "a"}'))
            return [(status, headers.items(), body) for status, headers, body in told]

        self.assertEqual(answers(1), answers(1))
        self.assertNotEqual(answers(1), answers(2))
