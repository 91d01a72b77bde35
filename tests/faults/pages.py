# SPDX-License-Identifier: MIT
"""The tables of the documents, made from what was measured."""

import measure
import rows
import words


def table(head, lines):
    ruler = ["---"] * len(head)
    return "".join("| " + " | ".join(cells) + " |\n" for cells in [head, ruler, *lines])


def versions(clients):
    told = dict.fromkeys(client.version for client in clients)
    return "Measured with " + ", ".join(told) + ".\n"


def head(first, clients):
    return [*first, *(cell for client in clients for cell in (client.title, "attempts"))]


def cells(found, row, clients):
    for client in clients:
        finding = found[row, client.title]
        yield words.seen(finding, row)
        yield words.attempts(finding)


def reads(found, clients):
    for title, listed in rows.SECTIONS.items():
        lines = [[words.fault(row), *cells(found, row, clients)] for row in listed]
        yield f"\n**{title}**\n\n" + table(head([""], clients), lines)


def left(found, row, clients):
    """What is there afterwards: the same whoever called, or it is told for each."""
    ends = [found[row, client.title].left for client in clients]
    return ends[0] if len(set(ends)) == 1 else "; ".join(ends)


def writes(found, clients):
    lines = [[row.operation, words.fault(row), left(found, row, clients),
              *cells(found, row, clients)] for row in rows.WRITES]
    return ("\n**Writes, of which the first request is hurt**\n\n" +
            table(head(["", "", "is there afterwards"], clients), lines))


def silent_table(found, clients, listed):
    return table(head([""], clients),
                 [[words.fault(row), *cells(found, row, clients)] for row in listed])


def flips_table(clients):
    columns = {"raised": "an error", "lost": "**no error, no `SecretString`**",
               "wrong": "**no error, a wrong `SecretString`**",
               "elsewhere": "the secret is right; `ARN`, `Name` or `VersionId` is not",
               "right": "all four are right"}
    counted = [(client.title, measure.flips_of(client)) for client in clients]
    return table([f"of {measure.FLIPS} answers with a flipped bit", *columns.values()],
                 [[title, *(str(counts[column]) for column in columns)]
                  for title, counts in counted])


def silent(clients):
    """docs/silent-corruption.md's tables, for any clients."""
    listed = [row for rows_ in rows.SECTIONS.values() for row in rows_ if row.silent]
    found = measure.all_of(clients, listed)
    return (versions(clients) + "\n" + silent_table(found, clients, listed) + "\n" +
            flips_table(clients))


def faults(clients):
    """docs/faults.md's tables."""
    found = measure.all_of(
        clients, [row for rows_ in rows.SECTIONS.values() for row in rows_] + rows.WRITES)
    return versions(clients) + "".join(reads(found, clients)) + writes(found, clients)
