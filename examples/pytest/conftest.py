# SPDX-License-Identifier: MIT
"""The fixture `stunt`: a world for the test, whose verdict fails it. Under xdist each worker has a
server of its own."""

import pytest
import stunt_double


@pytest.fixture(scope="session")
def stunt_server():
    server = stunt_double.Server()
    yield server
    server.stop()


@pytest.fixture
def stunt(stunt_server):
    world = stunt_double.World(stunt_server)
    yield world
    world.leave()


@pytest.hookimpl(trylast=True)
def pytest_runtest_call(item):
    """Behind the test itself, if that has passed: so the verdict is the test's, not the teardown's."""
    world = getattr(item, "funcargs", {}).get("stunt")
    if world and (verdict := world.verdict()):
        pytest.fail(verdict, pytrace=False)
