# SPDX-License-Identifier: MIT
"""Puts SDKs before faults: each row and SDK with a server of its own."""

import collections
import concurrent.futures
import dataclasses
import json
import pathlib
import tempfile

import rows
import stunt

AT_ONCE = 12


@dataclasses.dataclass(frozen=True)
class Finding:
    """What a client made of a row."""

    seen: list  # one for each call, as clients.py has it; None if it never came back
    attempts: list  # for each call, the number of the last attempt that the server saw
    left: str  # of a write: what is there afterwards


def scenario_of(row):
    when = f"operation: {row.operation}" + (", nth: 1" if row.first else "")
    return (f"version: 1\nscenario: faults/row\nseed: 1\nrules:\n  - id: fault\n"
            f"    when: {{ {when} }}\n    phase: {row.phase}\n    then: {{ {row.then} }}\n")


def attempts_of(transcript, row):
    """How often each call was tried, by the SDK's own count: a request that died on the way to the
    server counts, if a later one came through."""
    calls = {}
    for exchange in sorted(stunt.exchanges(transcript), key=lambda exchange: exchange["seq"]):
        sdk = exchange.get("sdk", {})
        if exchange["op"] == row.operation and "invocation" in sdk:
            calls[sdk["invocation"]] = max(calls.get(sdk["invocation"], 0), sdk["attempt"])
    counted = list(calls.values())
    return counted + [0] * (row.calls - len(counted))


def prepare(server, row):
    """What rows.py calls the previous and the current value, written where no rule looks."""
    if row.operation in rows.WRITERS:
        return
    for operation, value in (("CreateSecret", rows.PREVIOUS), ("PutSecretValue", rows.CURRENT)):
        name = "Name" if operation == "CreateSecret" else "SecretId"
        status, _, body = server.post(f"secretsmanager.{operation}",
                                      json.dumps({name: rows.NAME, "SecretString": value}))
        assert status == 200, body


def left_by(server, row):
    """What a plain read says of the secret after a write, but for the write's own rule."""
    name = rows.INPUTS[row.operation].get("Name", rows.NAME)
    asked = json.dumps({"SecretId": name})
    described = json.loads(server.post("secretsmanager.DescribeSecret", asked)[2])
    if "Name" not in described:
        return "nothing"
    value = json.loads(server.post("secretsmanager.GetSecretValue", asked)[2]).get("SecretString")
    versions = len(described.get("VersionIdsToStages", {}))
    pending = ["AWSPENDING"] in described.get("VersionIdsToStages", {}).values()
    if value == rows.WRITTEN:
        return f"the new value, {versions} version{'s' if versions > 1 else ''}"
    if value is None:
        return "the secret without a value"
    if pending:
        return f"the old value, and one that is AWSPENDING, {versions} versions"
    return f"the old value, {versions} versions"


def finding_of(client, row):
    with tempfile.TemporaryDirectory(prefix="stunt-faults-") as folder:
        folder = pathlib.Path(folder)
        (folder / "scenario.yaml").write_text(scenario_of(row), encoding="utf-8")
        flags = ["--scenario", "scenario.yaml", "--record", "run.jsonl"]
        if row.operation in rows.WRITERS:
            (folder / "fixture.json").write_text(json.dumps(rows.FIXTURE), encoding="utf-8")
            flags += ["--fixtures", "fixture.json"]
        with stunt.Stunt(folder, *flags) as server:
            prepare(server, row)
            seen = client.ask(endpoint=server.endpoint, operation=row.operation, attempts=2,
                              input=rows.INPUTS[row.operation], calls=row.calls, fresh=row.fresh)
            left = left_by(server, row) if row.operation in rows.WRITERS else ""
            code = server.stop()
            assert code == 0, f"{row}: stunt ended with {code}: {server.logged()}"
        return Finding(seen, attempts_of(folder / "run.jsonl", row), left)


def all_of(clients, wanted):
    """{(row, client title): Finding}"""
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        started = {(row, client.title): pool.submit(finding_of, client, row)
                   for row in wanted for client in clients}
        return {key: future.result() for key, future in started.items()}


FLIPS = 200


def flips_of(client):
    """What a client made of answers that are the same but for one bit: a Counter of words."""
    answer = {"ARN": f"arn:aws:secretsmanager:us-east-1:000000000000:secret:{rows.NAME}-Ab12Cd",
              "Name": rows.NAME, "VersionId": rows.TOKEN, "SecretString": rows.CURRENT,
              "VersionStages": ["AWSCURRENT"], "CreatedDate": 1767225600.5}
    row = rows.Row(f"respond: {{ status: 200, body: {json.dumps(answer)} }}, "
                   "corrupt: { body: bitFlip }")
    with tempfile.TemporaryDirectory(prefix="stunt-faults-") as folder:
        folder = pathlib.Path(folder)
        (folder / "scenario.yaml").write_text(scenario_of(row), encoding="utf-8")
        with stunt.Stunt(folder, "--scenario", "scenario.yaml") as server:
            seen = client.ask(endpoint=server.endpoint, operation=row.operation, patience_s=60,
                              input=rows.INPUTS[row.operation], attempts=1, calls=FLIPS, fresh=False)
    if seen is None:
        raise AssertionError(f"{client.title} did not come to an end with flipped bits")
    return collections.Counter(flip_seen(one, answer) for one in seen)


def flip_seen(one, answer):
    if "raised" in one:
        return "raised"
    output = one["output"]
    if output.get("SecretString") is None:
        return "lost"
    if output["SecretString"] != answer["SecretString"]:
        return "wrong"
    if any(output.get(told) != answer[told] for told in ("ARN", "Name", "VersionId")):
        return "elsewhere"
    return "right"
