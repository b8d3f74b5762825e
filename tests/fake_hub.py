"""A model hub on this machine alone: serves a folder as one model, the way huggingface_hub asks for it."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

REVISION = "0123456789abcdef0123456789abcdef01234567"


@dataclass
class Hub:
    """Where the hub is, and what it was asked, as "METHOD path" each."""

    url: str
    asked: list[str] = field(default_factory=list)


@contextmanager
def serving(model: str, folder: Path) -> Iterator[Hub]:
    """Serve ``folder`` as the model called ``model`` until the block ends; every other model is unknown."""
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._answer(body=True)

        def do_HEAD(self) -> None:
            self._answer(body=False)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def _answer(self, *, body: bool) -> None:
            path = self.path.partition("?")[0]
            hub.asked.append(f"{self.command} {path}")
            api, resolve = f"/api/models/{model}", f"/{model}/resolve/{REVISION}/"
            if path in (api, f"{api}/revision/main"):
                self._send(json.dumps(_info(model, files)).encode(), body=body)
            elif path == f"{api}/tree/{REVISION}":
                self._send(json.dumps(_tree(files)).encode(), body=body)
            elif path.startswith(resolve) and path.removeprefix(resolve) in files:
                self._send(files[path.removeprefix(resolve)].read_bytes(), body=body)
            else:
                self._send(b'{"error": "Repository not found"}', status=404, body=body)

        def _send(self, content: bytes, *, status: int = 200, body: bool) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("X-Repo-Commit", REVISION)
            self.send_header("ETag", f'"{hashlib.sha256(content).hexdigest()}"')
            if status == 404:
                self.send_header("X-Error-Code", "RepoNotFound")
            self.end_headers()
            if body:
                self.wfile.write(content)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    hub = Hub(f"http://127.0.0.1:{server.server_address[1]}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()


def _info(model: str, files: dict[str, Path]) -> dict[str, object]:
    siblings = [{"rfilename": name, "size": path.stat().st_size} for name, path in files.items()]
    return {"id": model, "modelId": model, "sha": REVISION, "private": False, "tags": [], "siblings": siblings}


def _tree(files: dict[str, Path]) -> list[dict[str, object]]:
    return [
        {"type": "file", "oid": hashlib.sha1(name.encode()).hexdigest(), "size": path.stat().st_size, "path": name}  # noqa: S324
        for name, path in files.items()
    ]
