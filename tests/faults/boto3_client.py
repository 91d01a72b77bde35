# SPDX-License-Identifier: MIT
"""boto3 as a process: a job a line on stdin, what the SDK made of it a line on stdout.

The protocol is in clients.py. Runs with any boto3 there is; with --whole-answers every client has
the check of whole_answers.py."""

import concurrent.futures
import json
import re
import sys
import threading

import boto3
import botocore
import botocore.config
import botocore.exceptions

from whole_answers import insist_on_whole_answers

# A session builds one client at a time.
BUILDING = threading.Lock()


def client_for(job):
    config = botocore.config.Config(connect_timeout=1, read_timeout=1,
                                    retries={"total_max_attempts": job["attempts"]})
    with BUILDING:
        client = boto3.client("secretsmanager", endpoint_url=job["endpoint"], config=config)
    if "--whole-answers" in sys.argv:
        insist_on_whole_answers(client)
    return client


def call(client, job):
    method = re.sub(r"(?<!^)(?=[A-Z])", "_", job["operation"]).lower()
    if not hasattr(client, method):
        return {"lacks": job["operation"]}
    try:
        output = getattr(client, method)(**job["input"])
    except botocore.exceptions.ClientError as error:
        return {"raised": type(error).__name__, "code": error.response["Error"].get("Code")}
    except Exception as error:  # whatever it is, is the finding
        return {"raised": type(error).__name__}
    metadata = output.pop("ResponseMetadata")
    return {"output": output, "requestId": bool(metadata.get("RequestId"))}


def work(job):
    seen, client = [], client_for(job)
    for number in range(job["calls"]):
        if number and job["fresh"]:
            client = client_for(job)
        seen.append(call(client, job))
    print(json.dumps({"id": job["id"], "seen": seen}, default=str) + "\n", end="", flush=True)


if __name__ == "__main__":
    print(json.dumps({"version": f"boto3 {boto3.__version__} (botocore {botocore.__version__})"}),
          flush=True)
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        for line in sys.stdin:
            pool.submit(work, json.loads(line))
