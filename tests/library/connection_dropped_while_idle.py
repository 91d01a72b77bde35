# SPDX-License-Identifier: MIT
from connect import connect, read, read_or_go_without


def good(sm):
    read(sm)
    read(sm)


def mutant(_):
    sm = connect(attempts=1)
    read(sm)
    read_or_go_without(sm)
