#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Kills a server under load, again and again, and looks whether it forgot what it had answered.

    STUNT=build/release/stunt tests/e2e/kill.py [--kills 200] [--seed N]

prints figures, and exits 1 if a single acknowledged write was lost.
"""

import argparse
import http.client
import json
import random
import sys
import tempfile
import threading
import time

import stunt

CLIENTS = 4
OPERATIONS_BEFORE_A_KILL = (1, 400)


class Client:
    """Writes to secrets of its own, one call after another, and remembers what was answered."""

    def __init__(self, number):
        self.number = number
        self.secrets = {}  # name: the values that it may have; None: it may be gone
        self.made = 0
        self.answered = 0
        self.connection = None

    def call(self, operation, **body):
        """The answer's body, or None if the server was gone before it had answered."""
        try:
            self.connection.request(
                "POST", "/", json.dumps(body), {"X-Amz-Target": "secretsmanager." + operation})
            answer = self.connection.getresponse()
            text = answer.read()
        except (OSError, http.client.HTTPException):
            return None
        if answer.status != 200:
            raise AssertionError(f"{operation} {body.get('SecretId')}: {answer.status} {text}")
        self.answered += 1
        return json.loads(text)

    def write(self, name, possible, operation, **body):
        """A write after which the secret has the value; before its answer, perhaps."""
        self.secrets[name] = self.secrets.get(name, {None}) | {possible}
        if self.call(operation, **body) is None:
            return False
        self.secrets[name] = {possible}
        return True

    def work(self, port, enough):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=stunt.PATIENCE_S)
        goes_on = True
        while goes_on:
            self.made += 1
            name = f"client{self.number}/{self.made}"
            value = f"{name} 0"
            goes_on = self.write(name, value, "CreateSecret", Name=name, SecretString=value)
            for turn in range(1, 8):
                value = f"{name} {turn}"
                goes_on = goes_on and self.write(
                    name, value, "PutSecretValue", SecretId=name, SecretString=value)
            if self.made % 3 == 0:
                goes_on = goes_on and self.write(
                    name, None, "DeleteSecret", SecretId=name, ForceDeleteWithoutRecovery=True)
            enough()
        self.connection.close()

    def lost(self, port):
        """What the server has forgotten. Afterwards it has nothing of this client."""
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=stunt.PATIENCE_S)
        found = []
        for name, possible in self.secrets.items():
            value = self.value_of(name)
            if value not in possible:
                found.append(f"{name}: has {value!r}, may have {sorted(map(str, possible))}")
            self.call("DeleteSecret", SecretId=name, ForceDeleteWithoutRecovery=True)
        self.secrets = {}
        self.connection.close()
        return found

    def value_of(self, name):
        try:
            return self.call("GetSecretValue", SecretId=name)["SecretString"]
        except AssertionError as error:
            if "ResourceNotFoundException" in str(error):
                return None
            raise


def kill_under_load(server, clients, operations):
    """Kills the server once so many calls were answered, at whatever it is just doing."""
    reached = threading.Event()
    before = sum(client.answered for client in clients)

    def enough():
        if sum(client.answered for client in clients) - before >= operations:
            reached.set()

    threads = [threading.Thread(target=client.work, args=(server.port, enough))
               for client in clients]
    for thread in threads:
        thread.start()
    reached.wait(stunt.PATIENCE_S)
    server.kill()
    for thread in threads:
        thread.join()


def run(kills, seed, program=None, until_lost=False):
    """(kills done, calls answered, what was lost)."""
    dice = random.Random(seed)
    flags = ["--state", "state", "--threads", 2]
    clients = [Client(number) for number in range(CLIENTS)]
    lost = []
    with tempfile.TemporaryDirectory(prefix="stunt-kill-") as folder:
        for done in range(1, kills + 1):
            with stunt.Stunt(folder, *flags, program=program) as server:
                kill_under_load(server, clients, dice.randint(*OPERATIONS_BEFORE_A_KILL))
            with stunt.Stunt(folder, *flags, program=program) as server:
                for client in clients:
                    lost += client.lost(server.port)
            if lost and until_lost:
                break
    return done, sum(client.answered for client in clients), lost


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000)
    arguments = parser.parse_args()
    began = time.monotonic()
    done, answered, lost = run(arguments.kills, arguments.seed)
    print(f"{done} kills in {time.monotonic() - began:.0f} s, seed {arguments.seed}: "
          f"{answered:,} calls answered, {len(lost)} acknowledged writes lost")
    print("\n".join(lost))
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
