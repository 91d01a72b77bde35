# SPDX-License-Identifier: MIT
from connect import connect, until


def good(sm):
    replica = connect(region="eu-west-1")
    written = sm.put_secret_value(SecretId="app/db", SecretString="new-password")["VersionId"]

    def newest():
        found = replica.get_secret_value(SecretId="app/db")
        return found["SecretString"] if found["VersionId"] == written else None

    until(newest)


def mutant(sm):
    """Takes the replica for the secret itself."""
    sm.put_secret_value(SecretId="app/db", SecretString="new-password")
    connect(region="eu-west-1").get_secret_value(SecretId="app/db")
