# SPDX-License-Identifier: MIT
"""Planted secrets appear nowhere: not in logs, not in transcripts, not in tables, whatever the
request looked like that brought them."""

import base64
import json
import urllib.parse

import stunt

CANARIES = [f"canary-{name}-\"/\\ü7Gq" for name in (
    "string", "json", "binary", "updated", "put", "cut", "malformed", "member", "misspelt",
    "unknown-operation", "other-service", "not-an-object", "array", "token", "target")]


def spellings(canary):
    """Each way in which a value could leak, as bytes; long enough to be no chance find."""
    plain = canary.encode()
    yield plain
    yield plain.hex().encode()
    yield plain.hex().upper().encode()
    yield urllib.parse.quote(canary, safe="").encode()
    yield urllib.parse.quote_plus(canary).encode()
    yield json.dumps(canary)[1:-1].encode()
    yield json.dumps(canary, ensure_ascii=False)[1:-1].encode()
    yield json.dumps(json.dumps(canary))[3:-3].encode()
    for offset in range(3):
        # What base64 makes of the value inside of something longer, whatever stands around it.
        encoded = base64.b64encode(b"x" * offset + plain + b"x" * (-(offset + len(plain)) % 3))
        skip = {0: 0, 1: 2, 2: 3}[offset]
        yield encoded[skip:-4]
    # The part of it that has nothing to escape: a value need not be whole to be a leak.
    yield canary.split('"')[0].encode()


class Canary(stunt.Test):
    def plant(self, server):
        """Every canary, in the kind of request that it is named for."""
        (string, in_json, binary, updated, put, cut, malformed, member, misspelt, unknown, other,
         not_object, array, token, target) = CANARIES
        client = server.client()
        client.create_secret(Name="a", SecretString=string)
        client.create_secret(Name="b", SecretString=json.dumps({"password": in_json}))
        client.create_secret(Name="c", SecretBinary=binary.encode())
        client.update_secret(SecretId="a", SecretString=updated)
        client.put_secret_value(SecretId="a", SecretString=put)
        # The same values where free text goes.
        client.update_secret(SecretId="a", Description=f"was {string} once")
        client.tag_resource(SecretId="a", Tags=[{"Key": "old", "Value": put}])
        for name in ("a", "b", "c"):
            client.get_secret_value(SecretId=name)
        client.get_secret_value(SecretId="a", VersionStage="AWSPREVIOUS")

        create = "secretsmanager.CreateSecret"
        whole = json.dumps({"Name": "d", "SecretString": cut})
        server.post(create, whole[:-2])
        server.post(create, f'{{"Name": "d", "SecretString": {malformed}}}')
        server.post(create, json.dumps({"Name": "d", member: 1}))
        server.post(create, json.dumps({"Name": "d", "SecretStrin": misspelt,
                                        "secretstring": {"deep": [misspelt]}}))
        server.post("secretsmanager.MakeSecret", json.dumps({"Name": unknown, "X": [unknown]}))
        server.post("kms.Encrypt", json.dumps({"Plaintext": other}))
        server.post(create, json.dumps(not_object))
        server.post(create, json.dumps([array]))
        server.post(create, json.dumps({"Name": "d", "SecretString": [array]}))
        ascii_token = urllib.parse.quote(token)
        server.post(create, json.dumps({"Name": "e"}), {
            "X-Amz-Security-Token": ascii_token, "Authorization": f"Bearer {ascii_token}",
            "X-Custom": urllib.parse.quote(string)})
        server.post("secretsmanager." + urllib.parse.quote(target, safe=""), "{}")
        server.get("/?password=" + urllib.parse.quote(target, safe=""))

    def assert_nowhere(self, where, data):
        for canary in CANARIES:
            for spelling in spellings(canary):
                self.assertNotIn(spelling, data, f"{canary} leaked into {where}")

    def test_planted_values_appear_nowhere(self):
        server = self.serve("--record", "run.jsonl", "--log-level", "debug")
        self.plant(server)
        self.assertEqual(server.stop(), 0)
        self.assertGreater(len(stunt.exchanges(self.folder / "run.jsonl")), 20)
        self.assert_nowhere("the transcript", (self.folder / "run.jsonl").read_bytes())
        self.assert_nowhere("the log", server.logged().encode())
        self.assert_nowhere("the output", server.printed().encode())
        for color in ("always", "never"):
            code, table, errors = self.run_stunt("show", "--color", color, "run.jsonl")
            self.assertEqual(code, 0)
            self.assert_nowhere("the table", (table + errors).encode())

        # A replay of it, recorded again: hits, and misses with their near misses.
        replay = self.serve("--replay", "run.jsonl", "--record", "again.jsonl",
                            "--log-level", "debug")
        self.plant(replay)
        status, _, body = replay.post(
            "secretsmanager.CreateSecret", json.dumps({"Name": "a", "SecretString": CANARIES[-1]}))
        self.assertEqual(status, 400)
        replay.stop()
        self.assert_nowhere("a near miss", body.encode())
        self.assert_nowhere("the second transcript", (self.folder / "again.jsonl").read_bytes())
        self.assert_nowhere("the second log", replay.logged().encode())

    def test_the_search_finds_what_it_looks_for(self):
        """Without this, the test above could pass because it looks for nothing."""
        canary = CANARIES[0]
        for leak in (canary, json.dumps({"x": canary}), canary.encode().hex(),
                     base64.b64encode(b"ab" + canary.encode() + b"cd").decode(),
                     urllib.parse.quote(canary)):
            with self.assertRaises(AssertionError):
                self.assert_nowhere("a leak", leak.encode())
