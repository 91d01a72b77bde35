# SPDX-License-Identifier: MIT
from connect import read, until


def good(sm):
    until(lambda: read(sm))


def mutant(sm):
    """Repairs what it cannot read."""
    try:
        read(sm)
    except sm.exceptions.InvalidRequestException:
        try:
            sm.create_secret(Name="app/db", SecretString="made-up")
        except sm.exceptions.ClientError:
            pass
    until(lambda: read(sm))
