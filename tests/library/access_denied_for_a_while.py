# SPDX-License-Identifier: MIT
from connect import read, read_or_go_without, until


def good(sm):
    until(lambda: read(sm))


def mutant(sm):
    """Leaves retries to the SDK, to which this is an answer like another."""
    for _ in range(3):
        read_or_go_without(sm)
