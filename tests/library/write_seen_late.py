# SPDX-License-Identifier: MIT
from connect import read, until


def write(sm):
    return sm.put_secret_value(SecretId="app/db", SecretString="new-password")


def good(sm):
    """Believes the answer, and waits for the version."""
    written = write(sm)["VersionId"]
    until(lambda: written == sm.get_secret_value(SecretId="app/db")["VersionId"] or None)


def mutant(sm):
    """Believes what it reads, and writes once more."""
    write(sm)
    if read(sm) != "new-password":
        write(sm)
