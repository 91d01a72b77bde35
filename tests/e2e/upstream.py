# SPDX-License-Identifier: MIT
"""Upstreams that are no stunt: what they send is what a test says, to the byte."""

import contextlib
import socket
import ssl
import subprocess
import threading


class RawUpstream:
    """Listens on loopback; `serve` gets each connection, on a thread of its own. A context manager."""

    def __init__(self, serve, context=None):
        self._serve = serve
        self._context = context
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.connections = 0
        self.requests = []
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                self.connections += 1
                threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection):
        with contextlib.suppress(OSError), connection:
            if self._context:
                connection = self._context.wrap_socket(connection, server_side=True)
            with connection:
                self._serve(self, connection)

    def read_request(self, connection):
        """A whole request, which is kept, as (head, body); None at the end."""
        received = b""
        while b"\r\n\r\n" not in received:
            more = connection.recv(65536)
            if not more:
                return None
            received += more
        head, body = received.split(b"\r\n\r\n", 1)
        size = next((int(line.split(b":")[1]) for line in head.split(b"\r\n")
                     if line.lower().startswith(b"content-length:")), 0)
        while len(body) < size:
            body += connection.recv(65536)
        self.requests.append((head.decode(), body))
        return self.requests[-1]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        # What blocks in accept() is woken only by this.
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()


def answering(answer):
    """Answers every request of a connection with these bytes."""
    def serve(upstream, connection):
        while upstream.read_request(connection):
            connection.sendall(answer)
    return serve


def cutting(answer):
    """Sends these bytes once and closes."""
    def serve(upstream, connection):
        upstream.read_request(connection)
        connection.sendall(answer)
    return serve


def whole(body, *headers, status="200 OK"):
    """The bytes of an answer."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


def certify(folder, name):
    """A certificate authority of one's own, and a server's certificate by it for that name.

    (path of the authority's certificate, the server's ssl.SSLContext)"""
    def openssl(*arguments):
        subprocess.run(["openssl", *map(str, arguments)], check=True, cwd=folder,
                       capture_output=True)

    new_key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    openssl("req", "-x509", *new_key, "-keyout", "ca.key", "-out", "ca.pem", "-days", 2,
            "-subj", "/CN=stunt test authority")
    (folder / "names").write_text(f"subjectAltName={name}\n", encoding="utf-8")
    openssl("req", *new_key, "-keyout", "server.key", "-out", "server.csr", "-subj", "/CN=server")
    openssl("x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key",
            "-CAcreateserial", "-out", "server.pem", "-days", 2, "-extfile", "names")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.pem", folder / "server.key")
    return folder / "ca.pem", context
