#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Holds HAR files against the schema of HAR 1.2, and looks whether their times add up.

    tests/recorder/check_har.py SCHEMA FILE…
"""

import copy
import json
import pathlib
import sys

import jsonschema


def problems(validator, har):
    found = [f"/{'/'.join(map(str, error.absolute_path))}: {error.message}"
             for error in validator.iter_errors(har)]
    if found:
        return found
    pages = {page["id"] for page in har["log"].get("pages", [])}
    for index, entry in enumerate(har["log"]["entries"]):
        told = sum(span for span in entry["timings"].values() if span >= 0)
        if abs(told - entry["time"]) > 0.0015:
            found.append(f"/log/entries/{index}: timings come to {told}, time is {entry['time']}")
        if "pageref" in entry and entry["pageref"] not in pages:
            found.append(f"/log/entries/{index}: no page {entry['pageref']}")
    return found


def broken(har):
    """Variants that the check must not accept."""
    for spoil in (lambda log: log.pop("creator"),
                  lambda log: log.update(version="1.3"),
                  lambda log: log["entries"][0].pop("cache"),
                  lambda log: log["entries"][0].update(stunt={}),
                  lambda log: log["entries"][0]["request"].pop("headersSize"),
                  lambda log: log["entries"][0]["response"]["content"].pop("mimeType"),
                  lambda log: log["entries"][0].update(time=1e6)):
        variant = copy.deepcopy(har)
        spoil(variant["log"])
        yield variant


def main():
    schema = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    failed = False
    for name in sys.argv[2:]:
        har = json.loads(pathlib.Path(name).read_text(encoding="utf-8"))
        for problem in problems(validator, har):
            print(f"{name}: {problem}")
            failed = True
        for number, variant in enumerate(broken(har)):
            if not problems(validator, variant):
                print(f"{name}: broken variant {number} is accepted")
                failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
