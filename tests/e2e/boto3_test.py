# SPDX-License-Identifier: MIT
"""The operations, as boto3 sees them."""

import json

import botocore.exceptions

import stunt


class Boto3(stunt.Test):
    def setUp(self):
        super().setUp()
        self.server = self.serve()
        self.client = self.server.client()

    def error_of(self, call, **arguments):
        with self.assertRaises(botocore.exceptions.ClientError) as caught:
            call(**arguments)
        return caught.exception.response

    def test_a_secret_goes_through_its_whole_life(self):
        created = self.client.create_secret(
            Name="prod/db", SecretString=json.dumps({"password": "one"}), Description="a database")
        self.assertRegex(
            created["ARN"],
            r"^arn:aws:secretsmanager:us-east-1:000000000000:secret:prod/db-[A-Za-z0-9]{6}$")

        put = self.client.put_secret_value(
            SecretId="prod/db", SecretString=json.dumps({"password": "two"}))
        self.assertEqual(put["VersionStages"], ["AWSCURRENT"])
        current = self.client.get_secret_value(SecretId=created["ARN"])
        self.assertEqual(json.loads(current["SecretString"]), {"password": "two"})
        previous = self.client.get_secret_value(SecretId="prod/db", VersionStage="AWSPREVIOUS")
        self.assertEqual(previous["VersionId"], created["VersionId"])

        self.client.update_secret(SecretId="prod/db", Description="the database")
        self.client.tag_resource(SecretId="prod/db", Tags=[{"Key": "team", "Value": "blue"}])
        described = self.client.describe_secret(SecretId="prod/db")
        self.assertEqual(described["Description"], "the database")
        self.assertEqual(described["Tags"], [{"Key": "team", "Value": "blue"}])
        self.assertEqual(described["VersionIdsToStages"], {
            created["VersionId"]: ["AWSPREVIOUS"], put["VersionId"]: ["AWSCURRENT"]})

        self.client.untag_resource(SecretId="prod/db", TagKeys=["team"])
        self.assertEqual(self.client.describe_secret(SecretId="prod/db")["Tags"], [])

        deleted = self.client.delete_secret(SecretId="prod/db", RecoveryWindowInDays=7)
        self.assertEqual((deleted["DeletionDate"] - described["CreatedDate"]).days, 7)
        refused = self.error_of(self.client.get_secret_value, SecretId="prod/db")
        self.assertEqual(refused["Error"]["Code"], "InvalidRequestException")
        self.client.restore_secret(SecretId="prod/db")
        self.assertEqual(self.client.get_secret_value(SecretId="prod/db")["VersionId"],
                         put["VersionId"])

        self.client.delete_secret(SecretId="prod/db", ForceDeleteWithoutRecovery=True)
        gone = self.error_of(self.client.get_secret_value, SecretId="prod/db")
        self.assertEqual(gone["Error"], {
            "Code": "ResourceNotFoundException",
            "Message": "Secrets Manager can't find the specified secret."})
        self.assertEqual(gone["ResponseMetadata"]["HTTPStatusCode"], 400)
        # boto3 reads the modelled member, which AWS spells with a capital letter.
        self.assertEqual(gone["Message"], gone["Error"]["Message"])
        self.assertRegex(gone["ResponseMetadata"]["RequestId"], r"^[0-9a-f-]{36}$")

    def test_versions_are_listed_and_labels_moved(self):
        first = self.client.create_secret(Name="a", SecretString="one")["VersionId"]
        second = self.client.put_secret_value(
            SecretId="a", SecretString="two", VersionStages=["AWSPENDING"])["VersionId"]
        refused = self.error_of(self.client.update_secret_version_stage, SecretId="a",
                                VersionStage="AWSCURRENT", MoveToVersionId=second)
        self.assertIn(f"is currently attached to version {first}", refused["Error"]["Message"])
        self.client.update_secret_version_stage(
            SecretId="a", VersionStage="AWSCURRENT", RemoveFromVersionId=first,
            MoveToVersionId=second)
        listed = self.client.list_secret_version_ids(SecretId="a", MaxResults=1)
        self.assertEqual(listed["Versions"][0]["VersionStages"], ["AWSPREVIOUS"])
        rest = self.client.list_secret_version_ids(SecretId="a", NextToken=listed["NextToken"])
        self.assertEqual([version["VersionId"] for version in rest["Versions"]], [second])

    def test_passwords_are_drawn(self):
        password = self.client.get_random_password(
            PasswordLength=12, ExcludePunctuation=True)["RandomPassword"]
        self.assertRegex(password, r"^[A-Za-z0-9]{12}$")

    def test_a_binary_secret_comes_back_byte_for_byte(self):
        every_byte = bytes(range(256))
        self.client.create_secret(Name="key", SecretBinary=every_byte)
        self.assertEqual(self.client.get_secret_value(SecretId="key")["SecretBinary"], every_byte)

    def test_a_secret_of_the_largest_size_goes_in_and_out(self):
        largest = "\u0001" * 65536  # six bytes each in JSON
        self.client.create_secret(Name="large", SecretString=largest)
        self.assertEqual(self.client.get_secret_value(SecretId="large")["SecretString"], largest)
        refused = self.error_of(
            self.client.put_secret_value, SecretId="large", SecretString="x" * 65537)
        self.assertEqual(refused["Error"]["Code"], "ValidationException")

    def test_the_same_token_makes_the_same_version_once(self):
        token = "00000000-0000-4000-8000-000000000001"
        first = self.client.create_secret(Name="a", SecretString="x", ClientRequestToken=token)
        again = self.client.create_secret(Name="a", SecretString="x", ClientRequestToken=token)
        self.assertEqual(first["ARN"], again["ARN"])
        other = self.error_of(
            self.client.create_secret, Name="a", SecretString="y", ClientRequestToken=token)
        self.assertEqual(other["Error"]["Code"], "ResourceExistsException")

    def test_pages_and_filters_are_followed(self):
        names = [f"page/{i:02}" for i in range(25)]
        for name in names:
            self.client.create_secret(Name=name, SecretString="x")
        self.client.create_secret(Name="other", SecretString="x")
        pages = list(self.client.get_paginator("list_secrets").paginate(
            Filters=[{"Key": "name", "Values": ["page/"]}], PaginationConfig={"PageSize": 10}))
        self.assertEqual([len(page["SecretList"]) for page in pages], [10, 10, 5])
        self.assertEqual(
            sorted(entry["Name"] for page in pages for entry in page["SecretList"]), names)

    def test_regions_and_accounts_have_secrets_of_their_own(self):
        self.client.create_secret(Name="mine", SecretString="x")
        authorization = ("AWS4-HMAC-SHA256 Credential={}/20260101/{}/secretsmanager/aws4_request, "
                         "SignedHeaders=host;x-amz-date, Signature=0")
        body = json.dumps({"SecretId": "mine"})
        for key, region, status in [("test", "us-east-1", 200), ("test", "eu-west-1", 400),
                                    ("111122223333", "us-east-1", 400)]:
            answer = self.server.post("secretsmanager.GetSecretValue", body,
                                      {"Authorization": authorization.format(key, region)})
            self.assertEqual(answer[0], status, (key, region))

    def test_a_signed_write_without_a_token_gets_the_error_of_aws(self):
        authorization = ("AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/secretsmanager/"
                         "aws4_request, SignedHeaders=host;x-amz-date, Signature=0")
        status, _, body = self.server.post(
            "secretsmanager.CreateSecret", json.dumps({"Name": "a", "SecretString": "b"}),
            {"Authorization": authorization})
        self.assertEqual((status, json.loads(body)), (400, {
            "__type": "InvalidRequestException",
            "Message": "You must provide a ClientRequestToken value. We recommend a UUID-type "
                       "value."}))
