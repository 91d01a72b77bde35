# SPDX-License-Identifier: MIT
"""The servers that are measured, each on a core of its own and answering on a port of its own."""

import contextlib
import http.client
import json
import os
import pathlib
import socket
import subprocess
import tempfile
import time

SERVER_CORE, CLIENT_CORE = "0", "1"
PEERS = pathlib.Path(__file__).parent / "peers/node_modules"
SECRET = "bench/one"
BODY = {"Name": SECRET, "SecretString": json.dumps({"username": "app", "password": "x" * 40})}

NGINX = """
daemon off; master_process off; worker_processes 1; pid {folder}/nginx.pid;
error_log {folder}/error.log; events {{ worker_connections 4096; }}
http {{ access_log off; keepalive_requests 1000000000;
  client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
  uwsgi_temp_path {folder}; scgi_temp_path {folder};
  server {{ listen 127.0.0.1:{port}; default_type application/x-amz-json-1.1;
    location / {{ return 200 '{body}'; }} }} }}
"""


def pinned(core, *command):
    return ["taskset", "-c", core, *map(str, command)]


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


def answers(port):
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
        return True
    return False


def wait_for(condition):
    deadline = time.monotonic() + 60
    while not condition():
        if time.monotonic() > deadline:
            raise RuntimeError("a server did not start within 60 s")
        time.sleep(0.002)


class Server:
    """A process that serves until it leaves the `with` block."""

    def __init__(self, command, port=None, ready=None):
        self.process = subprocess.Popen(pinned(SERVER_CORE, *command), stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
        wait_for(lambda: ready.exists() if ready else answers(port))
        self.port = port or int(ready.read_text(encoding="utf-8").rsplit(":", 1)[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def status(self, member):
        """A number of /proc/PID/status: "VmHWM" in kB, "Threads"."""
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        return next(int(line.split()[1]) for line in text.splitlines()
                    if line.startswith(member + ":"))

    def ask(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        with contextlib.closing(connection):
            connection.request(method, path, body, headers or {})
            return connection.getresponse().read().decode()

    def call(self, operation, body):
        return self.ask("POST", "/", json.dumps(body),
                        {"X-Amz-Target": f"secretsmanager.{operation}"})

    def health(self):
        return json.loads(self.ask("GET", "/_stunt/v1/health"))


class Servers:
    """Starts each kind. `build` is the bench build's folder, `folder` one for scraps."""

    def __init__(self, build, folder):
        self.build, self.folder = pathlib.Path(build), pathlib.Path(folder)
        with self.stunt() as server:
            self.body = server.call("GetSecretValue", {"SecretId": SECRET})

    def stunt(self, *flags):
        """`stunt serve` with one secret in it."""
        ready = pathlib.Path(tempfile.mktemp(dir=self.folder))
        server = Server([self.build / "stunt", "serve", "--port", "0", "--ready-file", ready,
                         "--log-level", "warning", *flags], ready=ready)
        server.call("CreateSecret", BODY)
        return server

    def fixtures(self, count):
        """A file of that many: many/0, many/1, …"""
        path = self.folder / f"fixtures-{count}.jsonl"
        if not path.exists():
            with path.open("w", encoding="utf-8") as file:
                for i in range(count):
                    file.write(f'{{"name": "many/{i}", "value": {{"username": "app", '
                               f'"password": "pw-{i}"}}, "tags": {{"team": "t{i % 50}"}}}}\n')
        return path

    def recording(self, *flags):
        path = self.folder / "bench.jsonl"
        return self.stunt("--record", path, "--record-mode", "all", *flags)

    def replaying(self):
        """Answers from a transcript that has one read, as often as it is asked for."""
        with self.recording() as server:
            server.call("GetSecretValue", {"SecretId": SECRET})
            server.process.terminate()
            server.process.wait()
        return self.stunt("--replay", self.folder / "bench.jsonl", "--replay-order", "any")

    def with_rules(self, count=100):
        """Rules for the same operation, and none that matches."""
        path = self.folder / "rules.yaml"
        path.write_text("version: 1\nscenario: bench/rules\nrules:\n" + "".join(
            f"  - id: r{i}\n    when: {{ operation: GetSecretValue, secretId: other/{i}/* }}\n"
            "    then: { error: ThrottlingException }\n" for i in range(count)), encoding="utf-8")
        return self.stunt("--scenario", path)

    def delaying(self, delay, phase="after", *flags):
        path = self.folder / "delay.yaml"
        path.write_text("version: 1\nscenario: bench/delay\nrules:\n  - id: slow\n"
                        "    when: { operation: GetSecretValue }\n"
                        f"    phase: {phase}\n"
                        f"    then: {{ delay: {delay} }}\n", encoding="utf-8")
        return self.stunt("--scenario", path, *flags)

    def wiremock(self, delay_ms):
        """Every request is answered alike after a fixed delay; without a journal, which costs."""
        jar = next((PEERS / "wiremock/build").glob("wiremock-standalone-*.jar"))
        port = free_port()
        server = Server(["java", "-jar", jar, "--port", port, "--no-request-journal",
                         "--disable-banner", "--use-chunked-encoding", "never",
                         "--async-response-enabled", "true", "--root-dir", self.folder], port=port)
        server.ask("POST", "/__admin/mappings", json.dumps({
            "request": {"urlPattern": ".*"},
            "response": {"status": 200, "body": self.body, "fixedDelayMilliseconds": delay_ms}}))
        return server

    def mountebank(self, delay_ms):
        """The same, by the behaviour `wait`."""
        admin, port = free_port(), free_port()
        server = Server(["node", PEERS / "mountebank/bin/mb", "--port", admin, "--nologfile",
                         "--pidfile", self.folder / "mb.pid"], port=admin)
        server.ask("POST", "/imposters", json.dumps({
            "port": port, "protocol": "http",
            "stubs": [{"responses": [{"is": {"statusCode": 200, "body": self.body, "headers": {
                                          "Content-Length": str(len(self.body)),
                                          "Connection": "keep-alive"}},
                                      "behaviors": [{"wait": delay_ms}]}]}]}))
        server.port = port
        return server

    def bare(self):
        port = free_port()
        return Server([self.build / "bench/bare_endpoint", port, len(self.body)], port=port)

    def nginx(self):
        port = free_port()
        config = self.folder / "nginx.conf"
        config.write_text(NGINX.format(folder=self.folder, port=port,
                                       body=self.body.replace("\\", "\\\\").replace("'", "\\'")),
                          encoding="utf-8")
        return Server(["/usr/sbin/nginx", "-c", config, "-e", os.devnull], port=port)
