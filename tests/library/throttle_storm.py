# SPDX-License-Identifier: MIT
from connect import connect, read


def wait(seconds_of):
    """A client that tries again after so many seconds of its own reckoning.

    Debian's botocore does not know x-amz-retry-after; whoever answers "needs-retry" first is asked
    how long to wait."""
    sm = connect()

    def decide(response, attempts, **_):
        if not response or response[0].status_code < 400 or attempts > 12:
            return None
        return seconds_of(response[0].headers)

    sm.meta.events.register_first("needs-retry.secretsmanager", decide)
    return sm


def good(_):
    # A little more than was asked for: clocks are not that exact.
    read(wait(lambda headers: int(headers["x-amz-retry-after"]) / 1000 + 0.01))


def mutant(_):
    """Asks again at once."""
    read(wait(lambda _: 0))
