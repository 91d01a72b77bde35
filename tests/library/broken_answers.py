# SPDX-License-Identifier: MIT
from connect import connect, read, read_or_go_without, until


def good(_):
    # The SDK waits for a second and more; here the loop does it.
    sm = connect(attempts=1, read_timeout=2)
    until(lambda: read(sm) or None)


def mutant(_):
    """Asks eight times, and still takes what it cannot read for an empty answer."""
    sm = connect(attempts=1, read_timeout=2)
    for _ in range(8):
        read_or_go_without(sm)
