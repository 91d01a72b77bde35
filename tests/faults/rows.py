# SPDX-License-Identifier: MIT
"""The faults that real SDKs are put before, as data: one row of docs/faults.md each."""

import dataclasses

NAME = "prod/db"
PREVIOUS = "last-month"
CURRENT = '{"username":"app","password":"correct horse"}'
WRITTEN = "this-morning"
TOKEN = "11111111-1111-4111-8111-111111111111"

FIXTURE = {"secrets": [{"name": NAME, "versions": [
    {"value": PREVIOUS, "stages": ["AWSPREVIOUS"]}, {"value": CURRENT}]}]}

INPUTS = {
    "GetSecretValue": {"SecretId": NAME},
    "BatchGetSecretValue": {"SecretIdList": [NAME]},
    "CreateSecret": {"Name": "prod/new", "SecretString": WRITTEN},
    "PutSecretValue": {"SecretId": NAME, "SecretString": WRITTEN},
    "RotateSecret": {"SecretId": NAME, "RotationRules": {"AutomaticallyAfterDays": 7},
                     "RotationLambdaARN":
                         "arn:aws:lambda:us-east-1:000000000000:function:rotate"},
}
WRITERS = ("CreateSecret", "PutSecretValue", "RotateSecret")


@dataclasses.dataclass(frozen=True)
class Row:
    then: str  # the fault, as YAML on one line
    operation: str = "GetSecretValue"
    phase: str = "before"
    first: bool = False  # only the first request is hurt, so that a retry gets through
    calls: int = 1  # the client calls so often
    fresh: bool = False  # each call by a client of its own, so on a new connection
    silent: bool = False  # status 200 and a broken body: docs/silent-corruption.md has it too


def _reads(*faults, **same):
    return [Row(fault, **same) for fault in faults]


def _writes(operation, *faults):
    return [Row(fault, operation, phase, first=True) for phase, fault in faults]


SECTIONS = {
    "Errors and lateness": _reads(
        "error: ThrottlingException",
        "error: { code: ThrottlingException, retryAfter: 200ms, retryAfterHeader: true }",
        "error: { code: TooManyRequestsException, status: 429, unmodelled: true }",
        "error: InternalServiceError",
        "error: InternalFailure",
        "error: ServiceUnavailable",
        "error: RequestTimeout",
        "error: AccessDeniedException",
        "error: ExpiredTokenException",
        "error: RequestExpired",
        "error: UnrecognizedClientException",
        "error: ValidationException",
        "error: ResourceNotFoundException",
        "error: DecryptionFailure",
        "delay: 2500ms",
    ) + [Row("throttle: { rate: 0.01, burst: 1 }", calls=2)],
    "Connections": _reads(
        "connection: reset",
        "connection: close",
        "connection: hang",
    ) + [
        Row("connection: closeIdle", first=True, calls=2),
        Row("refuse: 1m", calls=2),
        Row("refuse: 1m", calls=2, fresh=True),
    ],
    "Broken answers": _reads(
        "truncate: { bytes: 0 }",
        "truncate: { fraction: 0.5 }",
        "truncate: { fraction: 0.5, then: reset }",
        "truncate: { fraction: 0.5, then: hang }",
        "corrupt: { body: malformedJson }",
        "corrupt: { body: emptyBody }",
        "corrupt: { body: garbage }",
        "corrupt: { contentLength: 17 }",
        "corrupt: { contentLength: 17 }, connection: close",
        "corrupt: { contentLength: -5 }",
        silent=True,
    ) + [Row("corrupt: { contentLength: -5 }", first=True, calls=2)] + _reads(
        "corrupt: { body: html }",
        "corrupt: { contentType: text/html }",
        "corrupt: { dropHeaders: [x-amzn-RequestId] }",
        "corrupt: { dropHeaders: [Content-Type, Date, x-amzn-RequestId] }",
        "dribble: { chunks: 4, over: 2s }",
        "dribble: { chunks: 2, over: 3s }",
        "dribble: { bytesPerSecond: 100 }",
        "dribble: { headersOver: 2500ms }",
    ),
    "State": _reads(
        "stale: { versionsBack: 1 }",
        "stale: { lag: 1h }",
        "clockSkew: -10m",
        "clockSkew: +10m",
        "clockSkew: +4m",
    ),
    "Edits": _reads(
        "respond: { status: 200, body: { Name: prod/db } }",
        "respond: { status: 200, body: all is well }",
        "respond: { status: 404, body: nobody here }",
        "respond: { status: 502, body: bad gateway }",
    ) + _reads(
        "patch: [{ op: remove, path: /SecretString }]",
        "merge: { SecretString: null }",
        "merge: { SecretString: 17 }",
        "merge: { NewMember: later }",
        phase="after",
    ) + [Row("batchError: { secretId: prod/db, code: DecryptionFailure }", "BatchGetSecretValue")],
}

WRITES = _writes(
    "CreateSecret",
    ("before", "error: InternalServiceError"),
    ("after", "error: InternalServiceError"),
    ("before", "connection: reset"),
    ("after", "connection: reset"),
    ("before", "delay: 2500ms"),
    ("after", "delay: 2500ms"),
    ("after", "truncate: { fraction: 0.5 }"),
    ("after", "corrupt: { body: emptyBody }"),
    ("at:secret.created", "error: InternalServiceError"),
    ("at:version.stored", "connection: reset"),
    ("before", "apply: twice"),
    ("after", "apply: twice, connection: reset"),
) + _writes(
    "PutSecretValue",
    ("after", "connection: close"),
    ("at:version.stored", "connection: reset"),
    ("at:stage.moved", "error: InternalServiceError"),
    ("before", "apply: later, applyAfter: 1h"),
) + _writes(
    "RotateSecret",
    ("at:rotation.started", "connection: reset"),
)
