#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The rules of the house that a compiler cannot see.

    tests/tidy/tidy.py [ROOT]

prints each violation as FILE:LINE: what is wrong, and what to do instead; exits 1 if there is one.
"""

import pathlib
import re
import sys

# docs/architecture.md: who may include whom. The test folders may include everything.
ARROWS = {
    "world": [],
    "http": ["world"],
    "aws": ["http", "input", "world"],
    "input": [],
    "emulator": ["aws", "http", "world"],
    "state": ["aws", "emulator", "input", "world"],
    "recorder": ["aws", "http", "input", "world"],
    "scenarios": ["aws", "http", "input", "recorder", "world"],
    "verdict": ["aws", "http", "input", "scenarios", "world"],
    "harness": ["aws", "emulator", "http", "input", "recorder", "scenarios", "state",
                "verdict", "world"],
}
USERS = ["tests", "examples", "bench"]
HOUSE = list(ARROWS)

# pattern, folders where it is at home (prefixes), what to do instead
BANNED = [
    (r"\b(system_clock|steady_clock|high_resolution_clock)::now\b", ["world/"],
     "ask world::Clock"),
    (r"(?<![\w:.>])(::)?(time|gettimeofday|clock_gettime)\s*\(\s*(NULL|nullptr|0|&|CLOCK)", ["world/"],
     "ask world::Clock"),
    (r"\b(std::)?(random_device|mt19937(_64)?|default_random_engine)\b|(?<![\w:.>])s?rand\s*\(",
     ["world/"], "draw from world::Random"),
    (r"\bsleep_(for|until)\b|(?<![\w.>])(::)?(usleep|nanosleep|sleep)\s*\(", [],
     "a wait is http::Shape::delay; a test waits for a condition"),
    (r"#include <pistache/", ["http/", "tests/wire/", "bench/"], "Pistache is known to http/ only"),
    (r"#include <curl/", ["http/"], "libcurl is known to http/ only"),
    (r"#include <spdlog/", ["harness/"], "only harness/ logs"),
    (r"#include <yaml-cpp/", ["input/"], "YAML is read by input/ only"),
    (r"#include <sqlite3", ["state/"], "SQLite is known to state/ only"),
    (r"\bGTEST_SKIP\b|\bDISABLED_", ["tests/gtest/skipped_test.cc"],
     "a test that nobody runs is no test"),
    (r"\b(TODO|FIXME|XXX|HACK)\b", [], "do it, or write it into the issue"),
]
BANNED = [(re.compile(pattern), homes, hint) for pattern, homes, hint in BANNED]

LINES_MAX = 400
COLUMNS_MAX = 100
SOURCE = {".h", ".cc"}
SELF = ["tests/tidy/"]


def sources(root):
    """Every C++ file of the house and its users, as (path relative to root, text)."""
    for folder in HOUSE + USERS:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in SOURCE and path.is_file() and "node_modules" not in path.parts:
                yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


def check_includes(name, text):
    folder = name.split("/")[0]
    for number, line in enumerate(text.splitlines(), 1):
        found = re.match(r'#include "(\w+)/', line)
        if not found or folder in USERS:
            continue
        target = found.group(1)
        if target in HOUSE and target != folder and target not in ARROWS[folder]:
            allowed = ", ".join(ARROWS[folder]) or "nothing else of the house"
            yield number, f"{folder}/ may not include {target}/; it may include {allowed}"
        if target in USERS:
            yield number, f"{folder}/ may not include {target}/: nothing depends on it"


def check_public(name, text):
    """Whoever installs the library has its public headers, GoogleTest, and nothing else of ours."""
    if not name.startswith("harness/include/"):
        return
    for number, line in enumerate(text.splitlines(), 1):
        found = re.match(r'#include (?:"(?!stunt/)|<(?!g(?:test|mock)/)[^>]*[./])', line)
        if found:
            yield number, ("a public header may include the standard library, GoogleTest and "
                           "stunt/ only: hide the rest behind a pointer")


def code_only(line):
    """The line without its comment, so that prose may name what code may not do."""
    return line.split("//")[0]


def check_banned(name, text):
    for number, line in enumerate(text.splitlines(), 1):
        for pattern, homes, hint in BANNED:
            if any(name.startswith(home) for home in homes):
                continue
            subject = line if "TODO" in pattern.pattern else code_only(line)
            found = pattern.search(subject)
            if found:
                yield number, f"'{found.group(0).strip()}' does not belong here: {hint}"


def check_shape(name, text):
    lines = text.splitlines()
    if not lines or lines[0] != "// SPDX-License-Identifier: MIT":
        yield 1, "the first line is not '// SPDX-License-Identifier: MIT'"
    if name.endswith(".h") and "#pragma once" not in text:
        yield 1, "a header without #pragma once"
    if len(lines) > LINES_MAX:
        yield LINES_MAX, f"{len(lines)} lines; a file has one idea and at most {LINES_MAX}"
    for number, line in enumerate(lines, 1):
        if len(line) > COLUMNS_MAX and "://" not in line and 'R"' not in line:
            yield number, f"{len(line)} columns; at most {COLUMNS_MAX}"


def check_listed(root, name):
    """Each source stands in a CMakeLists.txt of its folder or of one above it."""
    folder = (root / name).parent
    while folder != root:
        lists = folder / "CMakeLists.txt"
        if lists.is_file():
            relative = (root / name).relative_to(folder).as_posix()
            words = re.findall(r"[\w./+-]+", lists.read_text(encoding="utf-8"))
            if relative in words or any(word.endswith("/" + relative) for word in words):
                return
        folder = folder.parent
    yield 1, "no CMakeLists.txt lists it: nobody builds it"


def violations(root):
    for name, text in sources(root):
        if any(name.startswith(own) for own in SELF):
            continue
        for check in (check_includes, check_public, check_banned, check_shape):
            for number, what in check(name, text):
                yield f"{name}:{number}: {what}"
        for number, what in check_listed(root, name):
            yield f"{name}:{number}: {what}"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    found = list(violations(root))
    for line in found:
        print(line)
    print(f"tidy: {len(found)} violation(s)")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
