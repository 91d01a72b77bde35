#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Holds docs/fidelity.md to its word: each row says what the emulator does, how sure we are that AWS
does it, and which test shows it. A test that does not exist, a row without one, a mark that the page
does not explain: exit code 1 and a line for each.

A row of which there can be no test says "known difference" and has a dash for the test."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
HEAD = ["what", "how sure", "test"]
MARKS = ("recorded", "documented", "convention", "peer", "guess", "ours", "known difference")
NO_TEST = ("–", "-")
GTEST = re.compile(r"\bTEST(?:_F|_P)?\(\s*(\w+),\s*(\w+)\s*\)")


def tests_there():
    """Every test of the tree, by the name that a row calls it."""
    names = set()
    for path in (ROOT / "tests").rglob("*_test.cc"):
        text = path.read_text(encoding="utf-8")
        names.update(f"{suite}.{name}" for suite, name in GTEST.findall(text))
    for path in (ROOT / "tests").rglob("*_test.py"):
        owner = None
        for line in path.read_text(encoding="utf-8").splitlines():
            if found := re.match(r"class (\w+)", line):
                owner = found[1]
            elif found := re.match(r"    def (test_\w+)", line):
                names.add(f"{path.name}: {owner}.{found[1]}")
    return names


def rows(text):
    """(line number, cells) of each row of a table, heads and rules included."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("|"):
            yield number, [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip())[1:-1]]


def problems_of(text, known):
    """What is wrong with a page, a line each."""
    checked = False
    for number, cells in rows(text):
        if set("".join(cells)) <= set("-: "):
            continue
        if cells[0] in ("what", "mark"):
            checked = cells[0] == "what"
            if checked and cells != HEAD:
                yield f"{number}: the columns are {cells} and should be {HEAD}"
                checked = False
            continue
        if not checked:
            continue
        if len(cells) != len(HEAD):
            yield f"{number}: {len(cells)} columns, not {len(HEAD)}"
            continue
        _, sure, tests = cells
        if not any(mark in sure for mark in MARKS):
            yield f"{number}: '{sure}' is none of {', '.join(MARKS)}"
        if tests in NO_TEST:
            if "known difference" not in sure:
                yield f"{number}: no test shows it"
            continue
        for test in re.split(r"[;,]\s*", tests.replace("`", "")):
            if test not in known:
                yield f"{number}: there is no test '{test}'"


def main():
    page = ROOT / "docs" / "fidelity.md"
    found = list(problems_of(page.read_text(encoding="utf-8"), tests_there()))
    for problem in found:
        print(f"docs/fidelity.md:{problem}")
    print(f"fidelity: {len(found)} problem(s)")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
