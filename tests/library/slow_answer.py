# SPDX-License-Identifier: MIT
from connect import connect, read


def good(_):
    read(connect(read_timeout=1))


def mutant(sm):
    """Has no timeout but the SDK's, which is a minute."""
    read(sm)
