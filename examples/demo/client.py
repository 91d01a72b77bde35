#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A service as it could be yours: makes its database secret, reads it, changes the password.

    client.py ENDPOINT [--times]

Prints one line for each call that it makes; with --times also how long each took, its retries
included. script/demo runs it against the emulator, a replay and a scenario.
"""

import json
import sys
import time

import boto3
import botocore.config
import botocore.exceptions

endpoint, times = sys.argv[1], "--times" in sys.argv[2:]
client = boto3.client(
    "secretsmanager", endpoint_url=endpoint, region_name="us-east-1",
    aws_access_key_id="test", aws_secret_access_key="test",
    config=botocore.config.Config(retries={"mode": "standard", "total_max_attempts": 3}))


def call(operation, shown, **arguments):
    began = time.monotonic()
    try:
        answer = getattr(client, operation)(**arguments)
        line = shown(answer)
        retries = answer["ResponseMetadata"]["RetryAttempts"]
    except botocore.exceptions.ClientError as error:
        answer, line = None, f"{error.response['Error']['Code']}: {error.response['Error']['Message']}"
        retries = error.response["ResponseMetadata"]["RetryAttempts"]
    took = f"  ({(time.monotonic() - began) * 1000:.0f} ms, {retries} retries)" if times else ""
    print(f"    {operation:<17} {line}{took}")
    return answer


def password(answer):
    return f"password {json.loads(answer['SecretString'])['password']}, {answer['VersionStages'][0]}"


secret = {"user": "app", "password": "correct-horse"}
call("create_secret", lambda a: a["ARN"], Name="prod/db", SecretString=json.dumps(secret))
read = call("get_secret_value", password, SecretId="prod/db")
if read:
    secret = {**json.loads(read["SecretString"]), "password": "battery-staple"}
    call("put_secret_value", lambda a: f"stored as {a['VersionStages'][0]}",
         SecretId="prod/db", SecretString=json.dumps(secret))
call("get_secret_value", password, SecretId="prod/db")
call("get_secret_value", password, SecretId="prod/db", VersionStage="AWSPREVIOUS")
call("get_secret_value", password, SecretId="prod/cache")
