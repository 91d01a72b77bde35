#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""How long `stunt serve` takes to begin with many fixtures, and what memory it has then.

    bench/fixtures.py PROGRAM [COUNT]
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import time


def write(path, count):
    with open(path, "w", encoding="utf-8") as file:
        for number in range(count):
            file.write(json.dumps({"name": f"team/{number % 100}/secret-{number}",
                                   "value": {"username": "app", "password": f"{number:032}"},
                                   "tags": {"team": str(number % 100)}}) + "\n")


def main():
    program, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        fixtures, ready = pathlib.Path(folder) / "many.jsonl", pathlib.Path(folder) / "ready"
        write(fixtures, count)
        began = time.monotonic()
        with subprocess.Popen([program, "serve", "--port", "0", "--ready-file", ready,
                               "--fixtures", fixtures], stdout=subprocess.DEVNULL) as server:
            while not ready.exists() and server.poll() is None:
                time.sleep(0.01)
            took = time.monotonic() - began
            status = pathlib.Path(f"/proc/{server.pid}/status").read_text(encoding="ascii")
            memory = next(line.split()[1] for line in status.splitlines() if "VmRSS" in line)
            server.terminate()
    print(f"{count} fixtures: {took:.1f} s, {int(memory) * 1024 / count:.0f} bytes each")


if __name__ == "__main__":
    main()
