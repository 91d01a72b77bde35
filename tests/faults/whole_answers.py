# SPDX-License-Identifier: MIT
"""Makes boto3 raise where it would take a broken answer for an empty one."""

import json


class BrokenAnswer(Exception):
    """Status 200, and not the answer. The call may be made again."""


def insist_on_whole_answers(client):
    """From now on each call of this Secrets Manager client raises BrokenAnswer if a good status
    came with a body that is shorter than was told, that is no JSON object, or that is none at all.
    """

    def check(http_response, model, **_):
        if http_response.status_code >= 300:
            return
        told = http_response.headers.get("Content-Length")
        if told is not None and int(told) != len(http_response.content):
            raise BrokenAnswer(f"{told} bytes were told, {len(http_response.content)} came")
        if model.output_shape is None:
            return  # TagResource for example, which has nothing to say
        try:
            answer = json.loads(http_response.content)
        except ValueError:
            # Not the parser's own words: they may quote the secret.
            raise BrokenAnswer("the body is no JSON") from None
        if not isinstance(answer, dict):
            raise BrokenAnswer("the body is no JSON object")

    client.meta.events.register("after-call.secrets-manager", check)
