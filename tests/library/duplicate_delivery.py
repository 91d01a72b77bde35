# SPDX-License-Identifier: MIT
from connect import connect, until


def good(sm):
    sm.update_secret(SecretId="app/db", SecretString="new-password")


def mutant(_):
    """Has a retry loop of its own, and each round another token."""
    sm = connect(attempts=1)
    until(lambda: sm.update_secret(SecretId="app/db", SecretString="new-password"))
