# SPDX-License-Identifier: MIT
from connect import connect, read, read_or_go_without, until


def good(_):
    sm = connect(attempts=1)
    until(lambda: read(sm))


def mutant(_):
    """Tries three times, and all at once."""
    sm = connect(attempts=1)
    for _ in range(3):
        read_or_go_without(sm)
