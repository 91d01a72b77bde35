# SPDX-License-Identifier: MIT
"""How the clients of the library reach the stand-in, and how they wait."""

import os
import time

import boto3
import botocore.config

# Debian's boto3 is too old to read AWS_ENDPOINT_URL_SECRETS_MANAGER.
ENDPOINT = os.environ["STUNT_ENDPOINT"]


def connect(attempts=3, region=None, **settings):
    """A client that tries so often, with pauses of the SDK's own."""
    return boto3.client(
        "secretsmanager", endpoint_url=ENDPOINT, region_name=region,
        config=botocore.config.Config(
            retries={"mode": "standard", "total_max_attempts": attempts}, **settings))


def until(ask, tries=12, pause_s=0.05, longest_s=0.4):
    """Asks until the answer is not None and no error, with longer and longer pauses."""
    for left in reversed(range(tries)):
        try:
            answer = ask()
            if answer is not None:
                return answer
        except Exception:
            if left == 0:
                raise
        time.sleep(pause_s)
        pause_s = min(2 * pause_s, longest_s)
    raise TimeoutError(f"asked {tries} times in vain")


def read(sm, name="app/db", **members):
    return sm.get_secret_value(SecretId=name, **members)["SecretString"]


def read_or_go_without(sm):
    """The mistake that most mutants make: no secret, and no word about it."""
    try:
        return read(sm)
    except Exception:
        return ""
