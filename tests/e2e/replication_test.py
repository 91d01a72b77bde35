# SPDX-License-Identifier: MIT
"""Replicas, as boto3 sees them."""

import botocore.exceptions

import stunt


class Replication(stunt.Test):
    def setUp(self):
        super().setUp()
        server = self.serve()
        self.primary = server.client()
        self.replica = server.client(region="eu-west-1")

    def test_a_replica_goes_through_its_whole_life(self):
        created = self.primary.create_secret(
            Name="a", SecretString="one", AddReplicaRegions=[{"Region": "eu-west-1"}])
        self.assertEqual(created["ReplicationStatus"][0]["Status"], "InProgress")
        self.primary.put_secret_value(SecretId="a", SecretString="two")
        self.assertEqual(self.replica.get_secret_value(SecretId="a")["SecretString"], "two")
        status = self.primary.describe_secret(SecretId="a")["ReplicationStatus"][0]
        self.assertEqual((status["Region"], status["Status"]), ("eu-west-1", "InSync"))

        for client, text in [(self.replica, "Operation not permitted on a replica secret."),
                             (self.primary, "still has replica regions [eu-west-1].")]:
            with self.assertRaises(botocore.exceptions.ClientError) as caught:
                client.delete_secret(SecretId="a")
            self.assertIn(text, caught.exception.response["Error"]["Message"])

        promoted = self.replica.stop_replication_to_replica(SecretId="a")
        self.assertEqual(promoted["ARN"], created["ARN"].replace("us-east-1", "eu-west-1"))
        self.replica.put_secret_value(SecretId="a", SecretString="three")
        self.assertEqual(self.primary.get_secret_value(SecretId="a")["SecretString"], "two")

    def test_a_failed_replica_is_tried_again_and_removed(self):
        self.primary.create_secret(Name="a", SecretString="one")
        self.replica.create_secret(Name="a", SecretString="other")
        regions = [{"Region": "eu-west-1"}]
        self.primary.replicate_secret_to_regions(SecretId="a", AddReplicaRegions=regions)
        described = self.primary.describe_secret(SecretId="a")
        self.assertEqual(described["ReplicationStatus"][0]["Status"], "Failed")
        self.primary.replicate_secret_to_regions(
            SecretId="a", AddReplicaRegions=regions, ForceOverwriteReplicaSecret=True)
        self.assertEqual(self.replica.get_secret_value(SecretId="a")["SecretString"], "one")
        removed = self.primary.remove_regions_from_replication(
            SecretId="a", RemoveReplicaRegions=["eu-west-1"])
        self.assertEqual(removed["ReplicationStatus"], [])
        self.primary.delete_secret(SecretId="a")
