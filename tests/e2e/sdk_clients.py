# SPDX-License-Identifier: MIT
"""Three real clients behind one way to call them, so that one test asks all of them the same."""

import json
import os
import re
import subprocess

import boto3
import botocore.config
import botocore.exceptions

import stunt


class Refused(Exception):
    """The service answered with an error, and this is what the client made of it."""

    def __init__(self, code, message):
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message


def words(operation):
    """GetSecretValue -> [get, secret, value]"""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", operation).lower().split()


class Boto3:
    """Debian's boto3. Its model is older than BatchGetSecretValue."""

    lacks = {"BatchGetSecretValue"}

    def __init__(self, endpoint):
        self.endpoint = endpoint
        self.clients = {}

    def client(self, region):
        if region not in self.clients:
            self.clients[region] = boto3.client(
                "secretsmanager", endpoint_url=self.endpoint, region_name=region,
                aws_access_key_id="test", aws_secret_access_key="test",
                config=botocore.config.Config(retries={"total_max_attempts": 1}))
        return self.clients[region]

    def call(self, operation, region="us-east-1", **members):
        client = self.client(region)
        try:
            output = getattr(client, "_".join(words(operation)))(**members)
        except client.exceptions.ClientError as error:
            code = error.response["Error"]["Code"]
            modelled = getattr(client.exceptions, code, None)
            assert modelled is None or isinstance(error, modelled), error
            raise Refused(code, error.response["Error"]["Message"]) from error
        output.pop("ResponseMetadata")
        return output

    def close(self):
        for client in self.clients.values():
            client.close()


class Cli:
    """Debian's AWS CLI."""

    lacks = {"BatchGetSecretValue"}

    def __init__(self, endpoint):
        self.endpoint = endpoint

    def call(self, operation, region="us-east-1", **members):
        done = subprocess.run(
            ["/usr/bin/aws", "--endpoint-url", self.endpoint, "--region", region, "--output",
             "json", "--no-cli-pager", "--cli-binary-format", "raw-in-base64-out",
             "secretsmanager", "-".join(words(operation)), "--cli-input-json",
             json.dumps(members)],
            env={**stunt.CLIENT_ENVIRONMENT, "AWS_MAX_ATTEMPTS": "1"}, capture_output=True,
            text=True, timeout=60, check=False)
        if done.returncode == 0:
            return json.loads(done.stdout) if done.stdout.strip() else {}
        said = re.search(r"An error occurred \((\w+)\) when calling the \w+ operation"
                         r"(?: \(reached max retries: \d+\))?: (.*)", done.stderr, re.DOTALL)
        if not said:
            raise AssertionError(f"the AWS CLI ended with {done.returncode}: {done.stderr}")
        raise Refused(said[1], said[2].strip())

    def close(self):
        pass


class JavaScript:
    """The AWS SDK for JavaScript v3, as package-lock.json names it."""

    lacks = set()

    def __init__(self, endpoint):
        self.process = subprocess.Popen(
            ["node", "tests/e2e/sdk_client.mjs"], cwd=stunt.ROOT, text=True,
            env={**stunt.CLIENT_ENVIRONMENT, "ENDPOINT": endpoint, "NODE_NO_WARNINGS": "1"},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, asked):
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if "error" in answer:
            modelled = answer["error"] not in FRAMEWORK_ERRORS
            assert answer["typed"] == modelled, answer
            raise Refused(answer["error"], answer["message"])
        return answer["output"]

    def call(self, operation, region="us-east-1", **members):
        return self.ask({"operation": operation, "region": region, "input": members})

    def pages(self, operation, size, **members):
        return self.ask({"operation": operation, "region": "us-east-1", "input": members,
                         "size": size})

    def close(self):
        self.process.stdin.close()
        self.process.wait(stunt.PATIENCE_S)
        self.process.stdout.close()


# No class of an SDK's own: every service can answer with them.
FRAMEWORK_ERRORS = {"AccessDeniedException", "InternalFailure", "SerializationException",
                    "ServiceUnavailable", "ThrottlingException", "UnknownOperationException",
                    "ValidationException"}

assert os.path.exists("/usr/bin/aws"), "script/bootstrap installs the AWS CLI"
