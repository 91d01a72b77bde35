#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Says which source files may be compiled as one: together.py FILE… prints "GROUP FILE" lines,
with the group "alone" for those that may not.

Files of one group share an anonymous namespace and all headers then. So no name that one of them
defines there, or by an alias of its own, may stand in another, or be declared by a header of the
folder: it would be defined twice, or mean something else. Comments and texts do not count, nor what
stands behind '.', '->' or '::'. And no class that a header declares may be made of types that are
defined there: outside of a file of their own, compilers warn of that.
"""
import pathlib
import re
import sys

MOST = 10  # files of one group: larger ones would keep one core busy while the others have nothing

ANONYMOUS = re.compile(r"^namespace \{\n(.*?)^\}  // namespace\n", re.S | re.M)
TYPE = re.compile(
    r"(?:inline |static |constexpr |const )*(?:class|struct|enum class|enum|using|namespace)\s+(\w+)")
OTHER = re.compile(r"(\w+)\s*[({=;\[]")
ALIAS = re.compile(r"^using (?:(\w+) =|(?:\w+::)*(\w+);)", re.M)
CLASS = re.compile(r"^(?:class|struct) (\w+)", re.M)
PARTS = re.compile(r"^(?:class|struct) \w+::\w+.*? \{\n(.*?)^\};", re.S | re.M)
SILENT = re.compile(r'//[^\n]*|"(?:[^"\\\n]|\\.)*"')
WORD = re.compile(r"(?<![\w.:>])\w+")


def defined(text):
    names = set()
    for line in text.split("\n"):
        if line and line[0] not in " }/#":
            found = TYPE.match(line) or OTHER.search(line)
            names |= {found.group(1)} if found else set()
    return names


def own_names(text):
    names = {one or other for one, other in ALIAS.findall(text)}
    return names.union(*(defined(body) for body in ANONYMOUS.findall(text)))


def hides_types_in_parts(text):
    parts = PARTS.findall(text)
    types = {name for body in ANONYMOUS.findall(text) for name in CLASS.findall(body)}
    return any(types & set(WORD.findall(body)) for body in parts)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def main():
    declared = set().union(*(defined(read(path)) for path in pathlib.Path(".").rglob("*.h")))
    groups = []
    for path in sys.argv[1:]:
        text = read(path)
        own, words = own_names(text), set(WORD.findall(SILENT.sub("", text)))
        if own & declared or hides_types_in_parts(text):
            print(f"alone {path}")
            continue
        for group in groups:
            if len(group["files"]) < MOST and not group["own"] & words and not own & group["words"]:
                break
        else:
            group = {"files": [], "own": set(), "words": set()}
            groups.append(group)
        group["files"].append(path)
        group["own"] |= own
        group["words"] |= words
    for number, group in enumerate(groups):
        for path in group["files"]:
            print(f"together{number} {path}")


main()
