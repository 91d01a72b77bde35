#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes a long transcript, as a recorder would: bench/transcript.py FILE MEGABYTES

Reads of many secrets, each with an answer of some hundred bytes; keys are those that a replay
computes. Every hundredth line is a write with a
pseudonym in it."""
import argparse
import hashlib
import json


def compact(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def canonical(operation, body):
    text = f"{operation} {json.dumps(body, separators=(',', ':'), sort_keys=True)}"
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def headers(operation):
    return [["host", "127.0.0.1:4566"], ["accept-encoding", "identity"],
            ["x-amz-target", "secretsmanager." + operation],
            ["content-type", "application/x-amz-json-1.1"],
            ["user-agent", "Boto3/1.43.67 md/Botocore#1.43.67 ua/2.1 os/linux#6.1 lang/python#3.11"],
            ["x-amz-date", "20260101T000000Z"], ["amz-sdk-request", "attempt=1"],
            ["content-length", "60"]]


def exchange(seq, secrets):
    name = f"load/secret-{seq % secrets:07d}"
    write = seq % 100 == 0
    operation = "PutSecretValue" if write else "GetSecretValue"
    body = {"SecretId": name}
    key = dict(body)
    if write:
        body["SecretString"] = f"{{{{secret:{seq}}}}}"
        key["SecretString"] = "{{secret}}"
    answer = {"ARN": f"arn:aws:secretsmanager:us-east-1:000000000000:secret:{name}-AbCdEf",
              "Name": name, "VersionId": f"{seq:08x}-0000-4000-8000-000000000000"}
    if not write:
        answer.update({"SecretString": f'{{"user":"{{{{secret:{seq}}}}}","password":"{{{{secret:{seq + 1}}}}}"}}',
                       "VersionStages": ["AWSCURRENT"], "CreatedDate": 1767225600.123})
    return {"kind": "exchange", "seq": seq, "scope": "default",
            "id": f"01JGFJJZ00{seq:016d}", "t": seq * 1000, "at": seq * 1000,
            "dur": {"queue": 3, "engine": 120, "injected": 0, "write": 15},
            "conn": {"n": 1 + seq % 64, "reused": True}, "op": operation,
            "key": {"secretId": name, "accessKeyId": "AKIDEXAMPLE", "region": "us-east-1",
                    "canonical": canonical(operation, key)},
            "sdk": {"invocation": f"{seq:08x}-1111-4111-8111-111111111111", "attempt": 1,
                    "ua": "Boto3/1.43.67"},
            "req": {"method": "POST", "path": "/", "headers": headers(operation), "json": body,
                    "size": 60},
            "res": {"status": 200,
                    "headers": [["x-amzn-RequestId".lower(), f"{seq:08x}-2222-4222-8222-222222222222"],
                                ["content-type", "application/x-amz-json-1.1"],
                                ["date", "Thu, 01 Jan 2026 00:00:00 GMT"]],
                    "json": answer, "size": 300},
            "outcome": "ok", "applied": True if write else None, "faults": []}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file")
    parser.add_argument("megabytes", type=int)
    parser.add_argument("--secrets", type=int, default=100_000)
    arguments = parser.parse_args()
    header = {"kind": "header", "format": "stunt.transcript", "v": 1,
              "created": "2026-01-01T00:00:00.000Z", "tool": "stunt/bench", "seed": 0,
              "engine": "emulator", "service": "secretsmanager", "region": "us-east-1",
              "clock": {"mode": "system", "start": "2026-01-01T00:00:00.000Z"},
              "redaction": {"model": True, "style": "pseudonym", "key": "run"}, "canonical": "jcs"}
    size, seq = 0, 0
    with open(arguments.file, "w", encoding="utf-8") as out:
        out.write(compact(header) + "\n")
        while size < arguments.megabytes * 1_000_000:
            seq += 1
            line = compact(exchange(seq, arguments.secrets)) + "\n"
            out.write(line)
            size += len(line)
    print(f"{seq} exchanges, {size} bytes")


if __name__ == "__main__":
    main()
