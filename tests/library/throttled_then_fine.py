# SPDX-License-Identifier: MIT
from connect import connect, read, read_or_go_without


def good(sm):
    read(sm)


def mutant(_):
    read_or_go_without(connect(attempts=1))
