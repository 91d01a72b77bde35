#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Holds HAR files against the schema of HAR 1.2, and looks whether their times add up.

    tests/recorder/check_har.py SCHEMA FILE…
"""

import copy
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

import schema_check  # noqa: E402


def problems(validator, har):
    found = schema_check.violations(validator, har)
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


if __name__ == "__main__":
    sys.exit(schema_check.main(problems, broken))
