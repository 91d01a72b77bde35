#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Measures the server in one run, beside what it is compared with, and prints Markdown.

    bench/measure.py [--quick] [--only NAME] BUILD
        BUILD is the folder of the preset `bench`, NAME one of the headings

Server and client have a core each. Figures of different servers are taken in turns, and of each the
median is told, so that what else the machine does hits all alike.
"""

import contextlib
import json
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

import servers as the_servers
from servers import CLIENT_CORE, pinned

HERE = pathlib.Path(__file__).parent


def output_of(*command):
    done = subprocess.run(pinned(CLIENT_CORE, *command), capture_output=True, text=True, check=True)
    return json.loads(done.stdout.strip().splitlines()[-1])


def say(text):
    print(text, file=sys.stderr, flush=True)


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)


class Bench:
    def __init__(self, build, folder, quick):
        self.servers = the_servers.Servers(build, folder)
        self.programs = pathlib.Path(build) / "bench"
        self.rounds, self.seconds = (1, 1) if quick else (5, 4)
        self.clients = 1000 if quick else 10000
        self.fixture_count = 50_000 if quick else 1_000_000

    def throughput(self):
        """wrk with 32 connections against each server, in turns."""
        kinds = {"nginx, the same bytes": self.servers.nginx, "bare": self.servers.bare,
                 "stunt": self.servers.stunt, "stunt --record": self.servers.recording,
                 "stunt --replay": self.servers.replaying,
                 "stunt, 100 rules": self.servers.with_rules}
        runs = {name: [] for name in kinds}
        for number in range(self.rounds):
            for name, start in kinds.items():
                say(f"throughput, round {number + 1} of {self.rounds}: {name}")
                with start() as server:
                    runs[name].append(output_of(
                        "wrk", "-t1", "-c32", f"-d{self.seconds}s", "-s", HERE / "request.lua",
                        f"http://127.0.0.1:{server.port}/"))
        rows = []
        for name, results in runs.items():
            rates = [run["requests_per_s"] for run in results]
            ratios = [run["requests_per_s"] / bare["requests_per_s"]
                      for run, bare in zip(results, runs["bare"])]
            rows.append([name, f"{statistics.median(rates):,.0f}",
                         f"{statistics.median(ratios):.2f}",
                         f"{statistics.median(run['p50_us'] for run in results):.0f}",
                         f"{statistics.median(run['p99_us'] for run in results):.0f}",
                         sum(run["errors"] for run in results)])
        return table(["server", "requests/s", "of bare", "p50 µs", "p99 µs", "errors"], rows)

    def fixed_rate(self):
        """10,000 requests a second whatever the answers do, with and without a recording."""
        kinds = {"stunt": self.servers.stunt, "stunt --record": self.servers.recording}
        runs = {name: [] for name in kinds}
        fullest = 0
        for number in range(self.rounds):
            for name, start in kinds.items():
                say(f"fixed rate, round {number + 1} of {self.rounds}: {name}")
                with start() as server, watch_queue(server) as queue:
                    runs[name].append(output_of(
                        self.programs / "open_loop", "--port", server.port, "--rate", 10000,
                        "--seconds", self.seconds, "--connections", 64))
                fullest = max([fullest, *queue])
        rows = []
        for name, results in runs.items():
            ratios = [run["p99_us"] / plain["p99_us"] for run, plain in zip(results, runs["stunt"])]
            rows.append([name] + [f"{statistics.median(run[key] for run in results):.0f}"
                                  for key in ("p50_us", "p99_us", "p999_us")] +
                        [f"{statistics.median(ratios):.2f}", sum(r["errors"] for r in results)])
        return (table(["server", "p50 µs", "p99 µs", "p99.9 µs", "p99 of that without", "errors"],
                      rows) + f"\n\nThe recorder's queue was at most {fullest} exchanges long.")

    def waiting(self):
        """Many connections, each with an answer that is due in a second."""
        rows = []
        for name, start, delay, spread in [
                ("spread over 1 s, 1 s delay", lambda: self.servers.delaying("1s"), 1000, 1000),
                ("one burst, no delay", self.servers.stunt, 0, 0),
                ("one burst, 1 s delay", lambda: self.servers.delaying("1s"), 1000, 0)]:
            results = []
            for number in range(self.rounds):
                say(f"waiting, round {number + 1} of {self.rounds}: {name}")
                with start() as server:
                    results.append(output_of(
                        self.programs / "waiting_clients", "--port", server.port, "--connections",
                        self.clients, "--delay-ms", delay, "--spread-ms", spread))
                    results[-1]["threads"] = server.status("Threads")
                    results[-1]["memory_mb"] = server.status("VmHWM") / 1024
            rows.append([name] + [f"{statistics.median(r[key] for r in results) / 1000:.1f}"
                                  for key in ("late_p50_us", "late_p99_us", "late_max_us")] +
                        [f"{max(r['memory_mb'] for r in results):.0f}",
                         max(r["threads"] for r in results),
                         sum(r["errors"] + self.clients - r["answered"] for r in results)])
        return table([f"{self.clients:,} connections", "late p50 ms", "late p99 ms", "late max ms",
                      "memory MB", "threads", "errors"], rows)

    def delays(self):
        """200 ms for every answer, asked by 1,000 and by 10,000 clients at once; beside others."""
        record = ["--record", self.servers.folder / "delays.jsonl", "--record-mode", "all"]
        kinds = {"stunt, before": lambda: self.servers.delaying("200ms", "before"),
                 "stunt, after": lambda: self.servers.delaying("200ms", "after"),
                 "stunt --record": lambda: self.servers.delaying("200ms", "after", *record),
                 "mountebank, wait": lambda: self.servers.mountebank(200)}
        if shutil.which("java"):
            kinds["WireMock, fixedDelay"] = lambda: self.servers.wiremock(200)
        else:
            say("no java: WireMock is left out")
        clients = [1000, self.clients]
        runs = {(name, count): [] for name in kinds for count in clients}
        for number in range(min(self.rounds, 3)):
            for name, start in kinds.items():
                for count in clients:
                    say(f"delays, round {number + 1}: {name}, {count:,} clients")
                    with start() as server:
                        ask = [self.programs / "waiting_clients", "--port", server.port,
                               "--delay-ms", 200, "--spread-ms", 0, "--connections"]
                        for _ in range(3):  # a JVM has to warm up
                            output_of(*ask, 500)
                        runs[name, count].append(output_of(*ask, count))
        rows = []
        for (name, count), results in runs.items():
            rows.append([name, f"{count:,}"] +
                        [f"{statistics.median(r[key] for r in results) / 1000:.1f}"
                         for key in ("late_p50_us", "late_p99_us", "late_max_us")] +
                        [sum(count - r["answered"] for r in results),
                         sum(r["errors"] for r in results)])
        return table(["200 ms delay, one burst", "clients", "late p50 ms", "late p99 ms",
                      "late max ms", "unanswered", "errors"], rows)

    def state(self):
        """Reads and writes with and without a state file, in turns."""
        kinds = {"memory only": [], "--state": ["--state"],
                 "--state, --state-sync full": ["--state-sync", "full", "--state"]}
        runs = {(name, script): [] for name in kinds for script in ("request.lua", "put.lua")}
        fixtures = self.servers.fixtures(10_000)
        for number in range(self.rounds):
            for name, flags in kinds.items():
                say(f"state, round {number + 1} of {self.rounds}: {name}")
                folder = [tempfile.mkdtemp(dir=self.servers.folder)] if flags else []
                with self.servers.stunt("--fixtures", fixtures, *flags, *folder) as server:
                    for script in ("request.lua", "put.lua"):
                        runs[name, script].append(output_of(
                            "wrk", "-t1", "-c32", f"-d{self.seconds}s", "-s", HERE / script,
                            f"http://127.0.0.1:{server.port}/"))
        rows = []
        for name in kinds:
            row = [name]
            for script in ("request.lua", "put.lua"):
                row += [f"{statistics.median(run[key] for run in runs[name, script]):,.0f}"
                        for key in ("requests_per_s", "p50_us", "p99_us")]
            rows.append(row + [sum(run["errors"] for script in ("request.lua", "put.lua")
                                   for run in runs[name, script])])
        return table(["", "GetSecretValue/s", "p50 µs", "p99 µs", "PutSecretValue/s", "p50 µs",
                      "p99 µs", "errors"], rows)

    def fixtures(self):
        """From the start of the process to its address, with a million fixtures; and its memory."""
        count = self.fixture_count
        path = self.servers.fixtures(count)
        times, memory = [], []
        for number in range(3):
            say(f"{count:,} fixtures, round {number + 1} of 3")
            began = time.monotonic()
            with self.servers.stunt("--fixtures", path) as server:
                times.append(time.monotonic() - began)
                memory.append(server.status("VmHWM") * 1024 / count)
        return (f"{count:,} fixtures of {path.stat().st_size / count:.0f} bytes: "
                f"{statistics.median(times):.1f} s, {statistics.median(memory):,.0f} bytes each.")

    def start(self):
        """From the start of the process to the first answer, and back to nothing."""
        say("start to first answer")
        times = []
        for _ in range(4 * self.rounds):
            began = time.monotonic()
            with self.servers.stunt():
                times.append((time.monotonic() - began) * 1000)
        return f"Start to first answer: {statistics.median(times):.0f} ms, at most {max(times):.0f}."


@contextlib.contextmanager
def watch_queue(server):
    """Asks how long the recorder's queue is, five times a second."""
    seen, done = [], threading.Event()

    def look():
        while not done.wait(0.2):
            seen.append(server.health().get("recording", {}).get("queued", 0))

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield seen
    finally:
        done.set()
        watcher.join()


def main():
    build = sys.argv[-1]
    only = sys.argv[sys.argv.index("--only") + 1] if "--only" in sys.argv else None
    with tempfile.TemporaryDirectory(prefix="stunt-bench-") as folder:
        bench = Bench(build, folder, quick="--quick" in sys.argv)
        for title, measure in [("Throughput", bench.throughput), ("Fixed rate", bench.fixed_rate),
                               ("Waiting answers", bench.waiting), ("Delays", bench.delays),
                               ("State", bench.state),
                               ("Fixtures", bench.fixtures), ("Start", bench.start)]:
            if only and title != only:
                continue
            print(f"## {title}\n\n{measure()}\n", flush=True)


if __name__ == "__main__":
    main()
