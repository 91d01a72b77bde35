#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What real SDKs make of each fault, in docs/faults.md and docs/silent-corruption.md.

    tests/faults/table.py              compares the documents with what is so; exits 1 if
                                       they differ
    tests/faults/table.py --write      writes what is so into the documents
    tests/faults/table.py --client NAME COMMAND [--client NAME COMMAND]…
                                       prints silent-corruption.md's tables for other SDKs, whose
                                       commands speak the protocol of clients.py

STUNT names the program; build/release/stunt unless it is said.
"""

import contextlib
import difflib
import os
import pathlib
import re
import shlex
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "e2e"))
os.environ.setdefault("STUNT", str(pathlib.Path(__file__).resolve().parents[2] /
                                   "build/release/stunt"))

# pylint: disable=wrong-import-position
import clients
import measure
import pages
import stunt


def block(name):
    """A document's part that is made by this script, with its markers as groups."""
    return re.compile(rf"(<!-- {name}: made by tests/faults/table.py --write -->\n)(.*?)"
                      rf"(<!-- end of {name} -->)", re.DOTALL)


def measured_with(text):
    """The versions that a part says it was measured with."""
    found = re.search(r"^Measured with (.+)\.$", text, re.MULTILINE)
    return found.group(1) if found else "nothing yet"


def update(parts, write):
    """Puts the parts {(document, name): text} into their documents, or tells what differs."""
    good = True
    for (document, name), text in parts.items():
        path = stunt.ROOT / document
        whole = path.read_text(encoding="utf-8")
        found = block(name).search(whole)
        if not found:
            sys.exit(f"{document}: no lines <!-- {name}: made by … --> and "
                     f"<!-- end of {name} -->")
        if found.group(2) == text:
            continue
        if write:
            path.write_text(whole[:found.start(2)] + text + whole[found.end(2):], encoding="utf-8")
            print(f"{document}: {name}: written")
            continue
        good = False
        print("\n".join(difflib.unified_diff(
            found.group(2).splitlines(), text.splitlines(), f"{document}: {name}", "measured now",
            lineterm="")))
        before, now = measured_with(found.group(2)), measured_with(text)
        if before != now:
            print(f"{document} was measured with {before}; installed here is {now}. Install what "
                  "the document says (script/bootstrap; npm ci), or take the new versions: "
                  "tests/faults/table.py --write, and read the difference.")
    return good


def main(arguments):
    with contextlib.ExitStack() as stack:
        if arguments and set(arguments[::3]) == {"--client"} and len(arguments) % 3 == 0:
            others = [stack.enter_context(clients.Client(name, shlex.split(command)))
                      for name, command in zip(arguments[1::3], arguments[2::3])]
            print(pages.silent(others), end="")
            return 0
        if arguments not in ([], ["--write"]):
            sys.exit(__doc__)
        usual = [stack.enter_context(client) for client in clients.usual()]
        guarded = stack.enter_context(clients.guarded())
        good = update({("docs/faults.md", "sdk tables"): pages.faults(usual),
                       ("docs/silent-corruption.md", "silent tables"):
                           pages.silent([*usual, guarded])}, write=bool(arguments))
    if good:
        print("tables: as the documents say")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
