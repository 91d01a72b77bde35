# SPDX-License-Identifier: MIT
"""Each ready-made scenario with a client that survives it, and with a mutant that must not."""

import concurrent.futures
import json
import os
import re
import subprocess

import yaml

import stunt

LIBRARY = stunt.ROOT / "scenarios/library"
CLIENTS = stunt.ROOT / "tests/library"

# What plays tests/library/NAME with this ending.
PLAYERS = {
    ".py": ["/usr/bin/python3", "-W", "ignore", CLIENTS / "play.py"],
    ".mjs": ["node", CLIENTS / "play.mjs"],
}


def names():
    return sorted(file.stem for file in LIBRARY.glob("*.yaml"))


def clients(name):
    module = name.replace("-", "_")
    return [ending for ending in PLAYERS if (CLIENTS / (module + ending)).exists()]


class Run:
    """`stunt run` with one client, to its end."""

    def __init__(self, folder, name, ending, role):
        self.what = f"{name}{ending} {role}"
        self.name = name
        report = folder / f"{self.what}.json"
        done = subprocess.run(
            [stunt.PROGRAM, "run", "--report", f"json={report}", LIBRARY / f"{name}.yaml", "--",
             *PLAYERS[ending], name, role],
            capture_output=True, text=True, cwd=folder, timeout=120, check=False,
            env={"PATH": os.environ["PATH"], "HOME": "/nonexistent", "NODE_NO_WARNINGS": "1",
                 "PYTHONDONTWRITEBYTECODE": "1"})
        self.code = done.returncode
        self.said = f"{self.what} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
        self.findings = json.loads(report.read_text())["findings"] if report.exists() else []

    def failed(self):
        return [found["name"] for found in self.findings if found["status"] != "pass"]


def expectations(name):
    """The names that they have in the file; None for those without."""
    file = yaml.safe_load((LIBRARY / f"{name}.yaml").read_text(encoding="utf-8"))
    return [item.get("name") for item in file["expect"]]


class Library(stunt.Test):
    def play(self, role):
        """Every client in that role, some at once: most of the time they wait."""
        with concurrent.futures.ThreadPoolExecutor(max_workers=6) as pool:
            return list(pool.map(lambda one: Run(self.folder, *one, role),
                                 [(name, ending) for name in names() for ending in clients(name)]))

    def test_every_scenario_has_a_client_and_every_client_a_scenario(self):
        self.assertGreaterEqual(len(names()), 15)
        self.assertEqual([name for name in names() if not clients(name)], [])
        for ending in PLAYERS:
            helpers = {"play", "connect"}
            modules = {file.stem for file in CLIENTS.glob("*" + ending)} - helpers
            self.assertEqual(modules - {name.replace("-", "_") for name in names()}, set())

    def test_the_readme_tells_of_every_scenario_and_of_no_other(self):
        readme = (stunt.ROOT / "README.md").read_text(encoding="utf-8")
        told = re.findall(r"^\| \[(.+?)\]\(scenarios/library/\1\.yaml\) \|", readme, re.MULTILINE)
        self.assertEqual(sorted(told), names())

    def test_a_client_that_does_right_passes(self):
        for run in self.play("good"):
            with self.subTest(run.what):
                self.assertEqual((run.code, run.failed()), (0, []), run.said)

    def test_a_mutant_breaks_the_first_expectation_and_nothing_by_accident(self):
        for run in self.play("mutant"):
            with self.subTest(run.what):
                expected = expectations(run.name)
                self.assertEqual(run.code, 1, run.said)
                self.assertIn(expected[0], run.failed(), run.said)
                # Its exit code, a rule that never fired, a step that never came would be accidents.
                self.assertLessEqual(set(run.failed()), set(expected), run.said)


if __name__ == "__main__":
    stunt.unittest.main()
