# SPDX-License-Identifier: MIT
import concurrent.futures
import os

from connect import connect, read


def good(sm):
    """Gives a call a second, whatever the socket says."""
    pool = concurrent.futures.ThreadPoolExecutor()
    for _ in range(3):
        try:
            pool.submit(read, sm).result(timeout=1)
            break
        except concurrent.futures.TimeoutError:
            continue
    else:
        os._exit(1)
    os._exit(0)  # the call that was given up still holds its thread


def mutant(_):
    """Has a timeout that each byte begins anew."""
    read(connect(read_timeout=1))
