# SPDX-License-Identifier: MIT
from connect import connect


def good(sm):
    sm.create_secret(Name="app/db", SecretString="not-a-real-one")


def mutant(_):
    """Makes another call of its retry, and so another token."""
    sm = connect(attempts=1)
    for _ in range(2):
        try:
            return sm.create_secret(Name="app/db", SecretString="not-a-real-one")
        except sm.exceptions.ClientError:
            pass
    return None
