# SPDX-License-Identifier: MIT
from connect import read


def good(sm):
    """Reads once, and keeps the value."""
    value = read(sm)
    return [value for _ in range(20)]


def mutant(sm):
    """Reads for each request of its own."""
    return [read(sm) for _ in range(20)]
