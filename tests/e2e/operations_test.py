# SPDX-License-Identifier: MIT
"""Every operation and every error class, through the SDKs that people have."""

import json
import unittest

import sdk_clients
import stunt

OPERATIONS = {
    "BatchGetSecretValue", "CancelRotateSecret", "CreateSecret", "DeleteResourcePolicy",
    "DeleteSecret", "DescribeSecret", "GetRandomPassword", "GetResourcePolicy", "GetSecretValue",
    "ListSecretVersionIds", "ListSecrets", "PutResourcePolicy", "PutSecretValue",
    "RemoveRegionsFromReplication", "ReplicateSecretToRegions", "RestoreSecret", "RotateSecret",
    "StopReplicationToReplica", "TagResource", "UntagResource", "UpdateSecret",
    "UpdateSecretVersionStage", "ValidateResourcePolicy"}

ONE, TWO, THREE = (f"0000000{n}-0000-4000-8000-000000000000" for n in (1, 2, 3))
FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:rotate"


def policy(principal, effect="Allow"):
    return json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": effect, "Principal": principal, "Action": "secretsmanager:GetSecretValue",
         "Resource": "*"}]})


FRIEND = policy({"AWS": "arn:aws:iam::111122223333:root"})


class Operations:
    """What each client is asked. The classes below say which client."""

    Client = None

    def setUp(self):
        super().setUp()
        self.server = self.serve(*self.flags())
        self.client = self.Client(self.server.endpoint)
        self.addCleanup(self.client.close)
        self.called = set()

    def flags(self):
        return []

    def call(self, operation, **members):
        self.called.add(operation)
        return self.client.call(operation, **members)

    def refused(self, operation, **members):
        with self.assertRaises(sdk_clients.Refused) as caught:
            self.call(operation, **members)
        return caught.exception

    def value(self, **members):
        return self.call("GetSecretValue", SecretId="app/db", **members)["SecretString"]

    def stages(self):
        return self.call("DescribeSecret", SecretId="app/db")["VersionIdsToStages"]

    def write_some(self):
        created = self.call("CreateSecret", Name="app/db", SecretString="one",
                            ClientRequestToken=ONE, Description="a database",
                            Tags=[{"Key": "team", "Value": "blue"}])
        self.assertEqual(created["VersionId"], ONE)
        self.call("PutSecretValue", SecretId="app/db", SecretString="two", ClientRequestToken=TWO)
        self.call("UpdateSecret", SecretId="app/db", SecretString="three",
                  ClientRequestToken=THREE)
        return created["ARN"]

    def test_every_operation_does_what_it_is_for(self):
        arn = self.write_some()
        self.versions()
        self.metadata(arn)
        self.policies(arn)
        self.replication(arn)
        self.rotation()
        self.deletion()
        password = self.call("GetRandomPassword", PasswordLength=20, ExcludePunctuation=True)
        self.assertRegex(password["RandomPassword"], r"^[A-Za-z0-9]{20}$")
        if "BatchGetSecretValue" not in self.client.lacks:
            self.batch()
        self.assertEqual(self.called, OPERATIONS - self.client.lacks)

    def versions(self):
        self.assertEqual(self.value(), "three")
        self.assertEqual(self.value(VersionStage="AWSPREVIOUS"), "two")
        self.assertEqual(self.value(VersionId=ONE), "one")
        self.call("UpdateSecretVersionStage", SecretId="app/db", VersionStage="AWSCURRENT",
                  RemoveFromVersionId=THREE, MoveToVersionId=TWO)
        self.assertEqual(self.stages(), {TWO: ["AWSCURRENT"], THREE: ["AWSPREVIOUS"]})
        listed = self.call("ListSecretVersionIds", SecretId="app/db", IncludeDeprecated=True)
        self.assertEqual([entry["VersionId"] for entry in listed["Versions"]], [ONE, TWO, THREE])

    def metadata(self, arn):
        self.call("TagResource", SecretId="app/db", Tags=[{"Key": "stage", "Value": "test"}])
        self.call("UntagResource", SecretId="app/db", TagKeys=["team"])
        described = self.call("DescribeSecret", SecretId=arn)
        self.assertEqual(described["Tags"], [{"Key": "stage", "Value": "test"}])
        listed = self.call("ListSecrets", Filters=[{"Key": "tag-value", "Values": ["test"]}])
        self.assertEqual([entry["ARN"] for entry in listed["SecretList"]], [arn])

    def policies(self, arn):
        self.call("PutResourcePolicy", SecretId="app/db", ResourcePolicy=FRIEND)
        got = self.call("GetResourcePolicy", SecretId="app/db")
        self.assertEqual((got["ARN"], got["ResourcePolicy"]), (arn, FRIEND))
        judged = self.call("ValidateResourcePolicy", ResourcePolicy=FRIEND)
        self.assertEqual((judged["PolicyValidationPassed"], judged["ValidationErrors"]), (True, []))
        self.call("DeleteResourcePolicy", SecretId="app/db")
        self.assertNotIn("ResourcePolicy", self.call("GetResourcePolicy", SecretId="app/db"))

    def replication(self, arn):
        regions = [{"Region": "eu-west-1"}, {"Region": "ap-south-1"}]
        started = self.call("ReplicateSecretToRegions", SecretId="app/db",
                            AddReplicaRegions=regions)
        self.assertEqual(started["ARN"], arn)
        replica = self.call("GetSecretValue", SecretId="app/db", region="eu-west-1")
        self.assertEqual(replica["SecretString"], self.value())
        removed = self.call("RemoveRegionsFromReplication", SecretId="app/db",
                            RemoveReplicaRegions=["ap-south-1"])
        self.assertEqual([entry["Region"] for entry in removed["ReplicationStatus"]],
                         ["eu-west-1"])
        alone = self.call("StopReplicationToReplica", SecretId="app/db", region="eu-west-1")
        self.assertEqual(alone["ARN"], arn.replace("us-east-1", "eu-west-1"))
        self.call("PutSecretValue", SecretId="app/db", SecretString="mine", region="eu-west-1")

    def rotation(self):
        before = self.value()
        rotated = self.call("RotateSecret", SecretId="app/db", RotationLambdaARN=FUNCTION,
                            RotationRules={"AutomaticallyAfterDays": 30})
        self.assertNotEqual(self.value(), before)
        self.assertEqual(self.stages()[rotated["VersionId"]], ["AWSCURRENT"])
        self.assertTrue(self.call("DescribeSecret", SecretId="app/db")["RotationEnabled"])
        self.call("CancelRotateSecret", SecretId="app/db")
        described = self.call("DescribeSecret", SecretId="app/db")
        self.assertFalse(described["RotationEnabled"])
        self.assertEqual(described["RotationLambdaARN"], FUNCTION)

    def deletion(self):
        self.call("DeleteSecret", SecretId="app/db", RecoveryWindowInDays=7)
        self.assertEqual(self.refused("GetSecretValue", SecretId="app/db").code,
                         "InvalidRequestException")
        self.call("RestoreSecret", SecretId="app/db")
        self.assertTrue(self.value())

    def batch(self):
        self.call("CreateSecret", Name="app/key", SecretString="k")
        got = self.call("BatchGetSecretValue", SecretIdList=["app/key", "none", "app/db"])
        self.assertEqual([entry["Name"] for entry in got["SecretValues"]], ["app/key", "app/db"])
        self.assertEqual([(error["SecretId"], error["ErrorCode"]) for error in got["Errors"]],
                         [("none", "ResourceNotFoundException")])

    def test_every_error_of_the_model_is_heard_as_itself(self):
        self.write_some()
        calls = {
            "InvalidNextTokenException": ("ListSecrets", {"NextToken": "nonsense"}),
            "InvalidParameterException": ("DeleteSecret",
                                          {"SecretId": "app/db", "RecoveryWindowInDays": 3}),
            "InvalidRequestException": ("RotateSecret", {"SecretId": "app/db"}),
            "LimitExceededException": ("PutSecretValue", {
                "SecretId": "app/db", "SecretString": "x",
                "VersionStages": [f"label-{n}" for n in range(20)]}),
            "MalformedPolicyDocumentException": ("PutResourcePolicy", {
                "SecretId": "app/db", "ResourcePolicy": "{}"}),
            "PublicPolicyException": ("PutResourcePolicy", {
                "SecretId": "app/db", "ResourcePolicy": policy("*"), "BlockPublicPolicy": True}),
            "ResourceExistsException": ("CreateSecret", {"Name": "app/db"}),
            "ResourceNotFoundException": ("DescribeSecret", {"SecretId": "none"}),
            "ValidationException": ("CreateSecret", {"Name": "a name"}),
        }
        for code, (operation, members) in calls.items():
            with self.subTest(code):
                self.assertEqual(self.refused(operation, **members).code, code)


class Injected(Operations):
    """Errors that the emulator has no reason for: a scenario gives it one."""

    ERRORS = ("AccessDeniedException", "DecryptionFailure", "EncryptionFailure",
              "InternalServiceError", "PreconditionNotMetException", "ThrottlingException")

    def flags(self):
        rules = [{"id": code, "when": {"operation": "CreateSecret", "secretId": code},
                  "then": {"error": code}} for code in self.ERRORS]
        scenario = self.write("errors.yaml", json.dumps(
            {"version": 1, "scenario": "errors", "rules": rules}))
        return ["--scenario", scenario]

    def test_every_injected_error_is_heard_as_itself(self):
        for code in self.ERRORS:
            with self.subTest(code):
                refused = self.refused("CreateSecret", Name=code, SecretString="x")
                self.assertEqual(refused.code, code)
                self.assertTrue(refused.message)


class WithBoto3(Injected, stunt.Test):
    Client = sdk_clients.Boto3

    def test_the_paginator_of_list_secrets_finds_all(self):
        for number in range(7):
            self.call("CreateSecret", Name=f"secret/{number}")
        pages = self.client.client("us-east-1").get_paginator("list_secrets").paginate(
            PaginationConfig={"PageSize": 3})
        names = [[entry["Name"] for entry in page["SecretList"]] for page in pages]
        self.assertEqual(names, [[f"secret/{n}" for n in chunk]
                                 for chunk in ((0, 1, 2), (3, 4, 5), (6,))])


class WithTheAwsCli(Injected, stunt.Test):
    Client = sdk_clients.Cli


class WithJavaScript(Injected, stunt.Test):
    Client = sdk_clients.JavaScript

    def test_the_paginators_find_all(self):
        for number in range(7):
            self.call("CreateSecret", Name=f"secret/{number}", SecretString=str(number))
            self.call("PutSecretValue", SecretId="secret/0", SecretString=str(number),
                      VersionStages=[f"label-{number}"])
        pages = self.client.pages("ListSecrets", 3)
        self.assertEqual([len(page) for page in pages], [3, 3, 1])
        pages = self.client.pages("ListSecretVersionIds", 5, SecretId="secret/0")
        self.assertEqual([len(page) for page in pages], [5, 3])
        pages = self.client.pages("BatchGetSecretValue", 4,
                                  Filters=[{"Key": "name", "Values": ["secret/"]}])
        self.assertEqual([[entry["SecretString"] for entry in page] for page in pages],
                         [["0", "1", "2", "3"], ["4", "5", "6"]])


if __name__ == "__main__":
    unittest.main()
