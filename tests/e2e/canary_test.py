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


def corpus():
    """Secrets of many shapes (tests/corpus/secrets.json): name, value as bytes, and what of it must
    be nowhere."""
    for entry in json.loads((stunt.ROOT / "tests/corpus/secrets.json").read_text(encoding="utf-8")):
        value = (base64.b64decode(entry["base64"]) if "base64" in entry
                 else (entry["value"] * entry.get("repeat", 1)).encode())
        needles = [needle.encode() for needle in entry.get("needles", [])] or [value]
        yield entry["name"], value, needles


def forms(needle):
    """What a leak looks like; nothing so short that chance finds it."""
    yield needle
    encoded = {needle.hex(), urllib.parse.quote(needle, safe=""), urllib.parse.quote_plus(needle),
               base64.b64encode(needle).decode().rstrip("=")[:-1]}
    try:
        # JSON in JSON in JSON: a secret that is JSON, in a body that a HAR has as text.
        text = needle.decode()
        slashed = json.dumps(text)[1:-1].replace("/", "\\/")
        for text, ascii_only in ((text, True), (text, False), (slashed, True)):
            for _ in range(3):
                text = json.dumps(text, ensure_ascii=ascii_only)[1:-1]
                encoded.add(text)
    except UnicodeDecodeError:
        pass
    yield from (form.encode() for form in encoded if len(form) >= 8)


# Fails: what a verdict says of a failure is of interest too.
SCENARIO = """
version: 1
scenario: test/corpus
rules:
  - { id: lost, phase: after, when: { operation: PutSecretValue, nth: 1 },
      then: { error: InternalServiceError } }
expect:
  - { name: never told, calls: { operation: DescribeSecret }, count: 3 }
  - final: { s0: { current: { SecretString: another } } }
"""
CLIENT = """
import base64, json, os, boto3, botocore.config
sm = boto3.client("secretsmanager", endpoint_url=os.environ["STUNT_ENDPOINT"],
                  config=botocore.config.Config(retries={"total_max_attempts": 1}))
for i, encoded in enumerate(json.load(open("values.json"))):
    value, name = base64.b64decode(encoded), f"s{i}"
    try:
        secret = {"SecretString": value.decode()}
    except UnicodeDecodeError:
        secret = {"SecretBinary": value}
    sm.create_secret(Name=name, **secret)
    try:
        sm.put_secret_value(SecretId=name, **secret)
    except sm.exceptions.ClientError:
        pass
    sm.get_secret_value(SecretId=name)
    text = secret.get("SecretString", encoded)
    if len(text) < 2048 and text.isprintable():
        sm.update_secret(SecretId=name, Description=f"was {text} once")
"""


class Corpus(stunt.Test):
    def outputs(self, *flags):
        """Everything that a run with all of them and what follows it write, by name."""
        values = [base64.b64encode(value).decode() for _, value, _ in corpus()]
        for name, text in (("scenario.yaml", SCENARIO), ("client.py", CLIENT),
                           ("values.json", json.dumps(values))):
            self.write(name, text)
        formats = ("json", "junit", "tap", "markdown", "text")
        reports = [word for name in formats for word in ("--report", f"{name}=report.{name}")]
        code, printed, logged = self.run_stunt(
            "run", "--record", "run.jsonl", "--log-level", "debug", *flags, *reports,
            "scenario.yaml", "--", "/usr/bin/python3", "-W", "ignore", "client.py")
        self.assertEqual(code, 1, logged)
        self.assertGreater(len(stunt.exchanges(self.folder / "run.jsonl")), 3 * len(values), logged)
        outputs = {"what is printed": printed.encode(), "the log": logged.encode(),
                   "the transcript": (self.folder / "run.jsonl").read_bytes()}
        for name in formats:
            outputs[f"the {name} report"] = (self.folder / f"report.{name}").read_bytes()
        for words in (["show"], ["show", "--color", "always"], ["check"],
                      *(["export", "--to", to] for to in ("har", "wiremock", "curl", "scenario"))):
            _, told, errors = self.run_stunt(*words, "run.jsonl")
            outputs[" ".join(words)] = (told + errors).encode()
        return outputs

    def hits(self, outputs, needles):
        return {where for where, data in outputs.items() for needle in needles
                for form in forms(needle) if form in data}

    def test_no_output_tells_any_of_them(self):
        outputs = self.outputs()
        for name, _, needles in corpus():
            with self.subTest(name):
                self.assertEqual(self.hits(outputs, needles), set())

    def test_the_search_would_find_each(self):
        outputs = self.outputs("--reveal")
        for name, _, needles in corpus():
            with self.subTest(name):
                hits = self.hits(outputs, needles)
                self.assertLessEqual({"the transcript", "export --to har"}, hits)
                self.assertFalse({"check", "show", "the log", "the json report"} & hits)

    def test_neither_errors_nor_health_tell_any_of_them(self):
        server = self.serve("--record", "run.jsonl", "--log-level", "debug")
        replay_of = self.folder / "run.jsonl"
        secrets = [(name, value.decode(), needles) for name, value, needles in corpus()
                   if name != "binary"]
        told = []
        for i, (_, value, _) in enumerate(secrets):
            whole = json.dumps({"Name": f"s{i}", "SecretString": value})
            for body in (whole, whole, whole[:-2], whole + "x", json.dumps([value]),
                         json.dumps({"Name": {"x": 1}, "SecretString": value}),
                         json.dumps({"Name": "n", "SecretString": {"deep": value}}),
                         json.dumps({"Name": "n", "SecretBinary": value + "*"})):
                told.append(server.post("secretsmanager.CreateSecret", body)[2])
        told.append(json.dumps(server.health()))
        server.stop()
        replay = self.serve("--replay", replay_of, "--log-level", "debug")
        for i, (_, value, _) in enumerate(secrets):
            missed = replay.post("secretsmanager.CreateSecret", json.dumps(
                {"Name": f"s{i}", "Description": "other", "SecretString": value}))[2]
            self.assertIn("StuntReplayMiss", missed)
            told.append(missed)
        replay.stop()
        outputs = {"the answers": "\n".join(told).encode(), "the log": server.logged().encode(),
                   "the replay's log": replay.logged().encode(),
                   "the greeting": (server.printed() + replay.printed()).encode()}
        for name, _, needles in secrets:
            with self.subTest(name):
                self.assertEqual(self.hits(outputs, needles), set())
