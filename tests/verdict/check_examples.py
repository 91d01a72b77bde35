# SPDX-License-Identifier: MIT
"""Holds the examples of the page on verdicts against the scenario schema, as an editor would.

    check_examples.py SCHEMA PAGE

docs_test holds the same examples against the program. Each is also broken once, by a member that
nobody knows, and must not fit then.
"""

import json
import pathlib
import re
import sys

import jsonschema
import yaml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "scenarios"))
from check_schema import CoreLoader  # noqa: E402


def main(schema_path, page):
    schema = json.loads(schema_path.read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator({"$defs": schema["$defs"],
                                                 "$ref": "#/$defs/expect"})
    examples = re.findall(r"```yaml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    items = [item for text in examples for item in yaml.load(text, Loader=CoreLoader)["expect"]]
    wrong = [] if items else [f"{page}: no examples"]
    for item in items:
        for error in validator.iter_errors(item):
            wrong.append(f"{item}: should fit the schema, but {error.json_path}: {error.message}")
        if validator.is_valid({**item, "unheard": 1}):
            wrong.append(f"{item}: should not fit the schema with a member 'unheard'")
    print("\n".join(wrong) or f"the schema and {len(items)} examples agree")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*(pathlib.Path(argument) for argument in sys.argv[1:3])))
