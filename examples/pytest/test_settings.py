# SPDX-License-Identifier: MIT
"""A service reads its settings when it starts. STUNT=path/to/stunt pytest -n auto"""

import json

THROTTLED = """
version: 1
scenario: settings/throttled
rules:
  - id: throttled
    when: { operation: GetSecretValue, nth: { first: 2 } }
    then: { error: ThrottlingException }
expect:
  - name: the third attempt gets it
    calls: { operation: GetSecretValue }
    count: 3
  - never: { operation: CreateSecret }
"""


def load_settings(secrets):
    """What is tested."""
    return json.loads(secrets.get_secret_value(SecretId="app/settings")["SecretString"])


def put_settings(secrets, **settings):
    secrets.create_secret(Name="app/settings", SecretString=json.dumps(settings))


def test_settings_are_read(stunt):
    put_settings(stunt.client(), color="blue")
    assert load_settings(stunt.client()) == {"color": "blue"}


def test_another_test_has_other_settings(stunt):
    put_settings(stunt.client(), color="green")
    assert load_settings(stunt.client()) == {"color": "green"}


def test_settings_are_read_although_the_service_is_busy(stunt):
    put_settings(stunt.client(), color="blue")
    stunt.play(THROTTLED)
    client = stunt.client(retries={"mode": "standard", "max_attempts": 3})
    assert load_settings(client) == {"color": "blue"}
