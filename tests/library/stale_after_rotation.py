# SPDX-License-Identifier: MIT
from connect import read, until


def login(password):
    """What the database says: nothing, or that it is the wrong one."""
    return True if password == "new-password" else None


def good(sm):
    until(lambda: login(read(sm)))


def mutant(sm):
    """Refreshes the password once, and takes what it finds."""
    if not login(read(sm)):
        login(read(sm))
