# SPDX-License-Identifier: MIT
"""A client of the admin API that remembers what it has asked for."""

import http.client
import json


class Answer:
    """An answer, whole."""

    def __init__(self, answer, text=None):
        self.status = answer.status
        self.headers = answer.headers
        self.text = answer.read().decode() if text is None else text

    @property
    def type(self):
        return (self.headers.get("Content-Type") or "").split(";")[0]

    @property
    def json(self):
        return json.loads(self.text)


class Api:
    """Asks one server. A path without a slash at its front is one under /_stunt/v1/."""

    def __init__(self, endpoint, **headers):
        self.address = endpoint.removeprefix("http://")
        self.headers = headers

    def ask(self, method, path, body=None, **headers):
        """`body` is sent as JSON unless it is a text."""
        if not path.startswith("/"):
            path = "/_stunt/v1/" + path
        if body is not None and not isinstance(body, str):
            body = json.dumps(body)
        connection = http.client.HTTPConnection(self.address, timeout=20)
        try:
            names = {name.replace("_", "-"): value
                     for name, value in {**self.headers, **headers}.items()}
            connection.request(method, path, body, names)
            return Answer(connection.getresponse())
        finally:
            connection.close()

    def open(self, path, beginning):
        """The beginning of an answer that goes on."""
        connection = http.client.HTTPConnection(self.address, timeout=20)
        try:
            connection.request("GET", "/_stunt/v1/" + path, headers=self.headers)
            answer = connection.getresponse()
            return Answer(answer, answer.read(len(beginning)).decode())
        finally:
            connection.close()

    def get(self, path, **headers):
        return self.ask("GET", path, **headers)

    def post(self, path, body=None, **headers):
        return self.ask("POST", path, body, **headers)

    def put(self, path, body=None, **headers):
        return self.ask("PUT", path, body, **headers)
