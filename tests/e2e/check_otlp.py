#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Holds OTLP traces in JSON against the schema, and looks whether their ids and times make sense.

    tests/e2e/check_otlp.py SCHEMA FILE…
"""

import copy
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

import schema_check  # noqa: E402

SCHEMA = pathlib.Path(__file__).resolve().with_name("otlp.schema.json")


def validator():
    return schema_check.validator(SCHEMA)


def spans(traces):
    return [span for resource in traces["resourceSpans"] for scope in resource["scopeSpans"]
            for span in scope["spans"]]


def attributes(span):
    """By key; whole numbers as such."""
    found = {}
    for one in span["attributes"]:
        (kind, value), = one["value"].items()
        found[one["key"]] = int(value) if kind == "intValue" else value
    return found


def problems(check, traces):
    found = schema_check.violations(check, traces)
    if found:
        return found
    seen = set()
    for span in spans(traces):
        if int(span["endTimeUnixNano"]) < int(span["startTimeUnixNano"]):
            found.append(f"span {span['spanId']} ends before it begins")
        if span["spanId"] in seen:
            found.append(f"span {span['spanId']} is there twice")
        seen.add(span["spanId"])
        if len(attributes(span)) != len(span["attributes"]):
            found.append(f"span {span['spanId']} has an attribute twice")
    return found


def broken(traces):
    """Variants that the check must not accept."""
    for spoil in (lambda span: span.pop("traceId"),
                  lambda span: span.update(traceId="0" * 32),
                  lambda span: span.update(spanId=span["spanId"].upper() + "A"),
                  lambda span: span.update(kind="SPAN_KIND_SERVER"),
                  lambda span: span.update(startTimeUnixNano=1),
                  lambda span: span.update(endTimeUnixNano="0"),
                  lambda span: span["attributes"].append(span["attributes"][0]),
                  lambda span: span["attributes"][0].update(value={"intValue": 7})):
        variant = copy.deepcopy(traces)
        spoil(spans(variant)[0])
        yield variant


if __name__ == "__main__":
    sys.exit(schema_check.main(problems, broken))
