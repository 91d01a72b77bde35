# SPDX-License-Identifier: MIT
"""Holds the corpus against the scenario schema, as an editor would.

    check_schema.py SCHEMA CORPUS FOLDER…

Files in CORPUS/good, CORPUS/warned and the folders must fit the schema. Those in CORPUS/broken must
not, and where one has a list of setup, steps or expectations, none of its items may. Those in
CORPUS/semantic must fit it: they break rules that a schema cannot express. corpus_test holds the
same files against the program, so the two agree as long as both tests pass.
"""

import json
import pathlib
import re
import sys

import jsonschema
import yaml


class CoreLoader(yaml.SafeLoader):
    """YAML with the core schema of YAML 1.2; PyYAML's own is that of 1.1."""

    yaml_implicit_resolvers = {}


def core(tag, pattern, construct):
    tag = "tag:yaml.org,2002:" + tag
    CoreLoader.add_implicit_resolver(tag, re.compile(pattern, re.VERBOSE), None)
    CoreLoader.add_constructor(tag, lambda loader, node: construct(node.value))


def integer(text):
    if text.startswith("0o"):
        return int(text[2:], 8)
    return int(text, 16) if text.startswith("0x") else int(text)


core("null", r"^(?: ~ | null | Null | NULL | )$", lambda text: None)
core("bool", r"^(?: true | True | TRUE | false | False | FALSE )$", lambda text: text[0] in "tT")
core("int", r"^(?: [-+]?[0-9]+ | 0o[0-7]+ | 0x[0-9a-fA-F]+ )$", integer)
core("float", r"""^(?: [-+]? (?: \.[0-9]+ | [0-9]+ (?:\.[0-9]*)? ) (?: [eE][-+]?[0-9]+ )?
                     | [-+]?\.(?: inf | Inf | INF ) | \.(?: nan | NaN | NAN ) )$""",
     lambda text: float(re.sub(r"\.(?=[inIN])", "", text)))


def read(path):
    text = path.read_text(encoding="utf-8")
    return json.loads(text) if path.suffix == ".json" else yaml.load(text, Loader=CoreLoader)


def put_in_variables(value, variables):
    """What the program does: the schema describes the file with the variables' values put in."""
    if isinstance(value, list):
        return [put_in_variables(item, variables) for item in value]
    if isinstance(value, dict):
        return {put_in_variables(key, variables): put_in_variables(item, variables)
                for key, item in value.items()}
    whole = re.fullmatch(r"\$\{([^}]*)\}", value) if isinstance(value, str) else None
    if whole and whole[1] in variables:
        return variables[whole[1]]
    if not isinstance(value, str):
        return value
    return re.sub(r"\$\$\{|\$\{([^}]*)\}", lambda found: "${" if found[1] is None else
                  str(variables.get(found[1], found[0])), value)


def with_variables(document):
    declared = document.get("vars") if isinstance(document, dict) else None
    if not isinstance(declared, dict):
        return document
    return {key: value if key == "vars" else put_in_variables(value, declared)
            for key, value in document.items()}


def files(folder):
    found = sorted(p for p in folder.iterdir() if p.suffix in (".yaml", ".json"))
    if not found:
        raise SystemExit(f"{folder}: no files")
    return found


def one_by_one(document):
    """The document, and with each item of its lists alone, so that one mistake hides no other."""
    documents = [document]
    for block in ("setup", "steps", "expect"):
        items = document.get(block) if isinstance(document, dict) else None
        if isinstance(items, list):
            documents += [{"version": 1, "scenario": "x", block: [item]} for item in items]
    return documents


def main(schema_path, corpus, *folders):
    schema = json.loads(schema_path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    wrong = []
    for folder, fits in ((corpus / "good", True), (corpus / "warned", True),
                         (corpus / "semantic", True), (corpus / "broken", False),
                         *((folder, True) for folder in folders)):
        for path in files(folder):
            document = with_variables(read(path))
            for one in [document] if fits else one_by_one(document):
                errors = list(validator.iter_errors(one))
                if fits and errors:
                    wrong.append(f"{path}: should fit the schema, but {errors[0].json_path}: "
                                 f"{errors[0].message}")
                if not fits and not errors:
                    wrong.append(f"{path}: should not fit the schema: {one}")
    print("\n".join(wrong) or "the schema and the corpus agree")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*(pathlib.Path(argument) for argument in sys.argv[1:])))
