# SPDX-License-Identifier: MIT
from connect import connect, read, read_or_go_without, until


def good(_):
    sm = connect(attempts=1)
    until(lambda: read(sm))


def mutant(_):
    """Decides after some failures that there is no such service, and never looks again."""
    sm = connect(attempts=1)
    for _ in range(5):
        read_or_go_without(sm)
