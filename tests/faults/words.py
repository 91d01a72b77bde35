# SPDX-License-Identifier: MIT
"""What a client saw, in the words of the documents."""

import rows

# The member that shows whether an answer came through.
TELLING = {"GetSecretValue": "SecretString", "CreateSecret": "ARN", "PutSecretValue": "VersionId",
           "RotateSecret": "VersionId", "BatchGetSecretValue": "SecretValues"}


def raised(one):
    name, code = one["raised"], one.get("code")
    if code in (None, name):
        return f"`{name}`"
    return f"`{name}` ({code})"


def returned(one, operation):
    member = TELLING[operation]
    value = one["output"].get(member)
    if value is None:
        return f"**no error, no `{member}`**"
    if operation == "BatchGetSecretValue":
        errors = one["output"].get("Errors") or []
        return f"{len(value)} values, {len(errors)} error" if errors else f"{len(value)} values"
    if operation != "GetSecretValue":
        return "the answer"
    if value == rows.PREVIOUS:
        return "**the previous value**"
    if value != rows.CURRENT:
        return f"**no error, `{value!r}`**"
    return "the value" if one["requestId"] else "the value, no request id"


def seen_once(one, operation):
    if "lacks" in one:
        return "cannot be called"
    return raised(one) if "raised" in one else returned(one, operation)


def seen(finding, row):
    """All calls of a row, one after the other."""
    if finding.seen is None:
        return "**never comes back**"
    return "; then ".join(seen_once(one, row.operation) for one in finding.seen)


def attempts(finding):
    return ", ".join(map(str, finding.attempts))


def fault(row):
    """The rule, as a cell of a table."""
    words = f"`{row.then}`"
    if row.phase != "before":
        words = f"`phase: {row.phase}` " + words
    if row.calls > 1:
        words += ", two clients" if row.fresh else ", two calls"
        if row.first:
            words += "; the first is hurt"
    return words
