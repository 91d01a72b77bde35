# SPDX-License-Identifier: MIT
from connect import connect, read, read_or_go_without


def good(sm):
    """Reads once, and keeps the value."""
    value = read(sm)
    return [value for _ in range(30)]


def mutant(_):
    """Reads for each request of its own."""
    sm = connect(attempts=1)
    return [read_or_go_without(sm) for _ in range(60)]
