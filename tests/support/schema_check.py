# SPDX-License-Identifier: MIT
"""What programs have in common that hold JSON files against a schema."""

import json
import pathlib
import sys

import jsonschema


def read(path):
    return json.loads(pathlib.Path(path).read_text(encoding="utf-8"))


def validator(schema):
    """Of a schema's file, which is itself looked at first."""
    loaded = read(schema)
    jsonschema.Draft202012Validator.check_schema(loaded)
    return jsonschema.Draft202012Validator(loaded)


def violations(check, document):
    return [f"/{'/'.join(map(str, error.absolute_path))}: {error.message}"
            for error in check.iter_errors(document)]


def main(problems, broken):
    """PROGRAM SCHEMA FILE…: prints what `problems(validator, document)` has against each file, and
    which of its `broken(document)` variants it accepts. The exit status."""
    check = validator(sys.argv[1])
    failed = False
    for name in sys.argv[2:]:
        document = read(name)
        for problem in problems(check, document):
            print(f"{name}: {problem}")
            failed = True
        for number, variant in enumerate(broken(document)):
            if not problems(check, variant):
                print(f"{name}: broken variant {number} is accepted")
                failed = True
    return 1 if failed else 0
