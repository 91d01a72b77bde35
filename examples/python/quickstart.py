#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Creates a JSON secret and reads it back with boto3. Start the server first: stunt serve"""

import json
import os

import boto3

client = boto3.client(
    "secretsmanager",
    endpoint_url=os.environ.get("AWS_ENDPOINT_URL_SECRETS_MANAGER", "http://localhost:4566"),
    aws_access_key_id="test",
    aws_secret_access_key="test",
    region_name="us-east-1",
)

client.create_secret(
    Name="prod/db", SecretString=json.dumps({"username": "app", "password": "supersecret"})
)
secret = json.loads(client.get_secret_value(SecretId="prod/db")["SecretString"])
print("user:", secret["username"])
