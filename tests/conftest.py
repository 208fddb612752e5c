"""What many tests stand on."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from summarizer.cli import main

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples" / "articles"
DEMO = ROOT / "cassettes" / "demo.yaml"
DEAL = ROOT / "cassettes" / "acquisition.yaml"


class Ran:
    """How a command line ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def data(self) -> Any:
        return json.loads(self.out)

    @property
    def error(self) -> str:
        """The one line that says what was wrong."""
        lines = [line for line in self.err.splitlines() if line.startswith("summarizer: ")]
        assert len(lines) == 1, self.err
        return lines[0]


Summarizer = Callable[..., Ran]


@pytest.fixture
def summarizer(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., Ran]:
    """Runs the command line in this process, in a folder of its own, without a key unless one is given."""
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "SUMMARIZER_MODEL", "SUMMARIZER_LEDGER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path, **environment: str) -> Ran:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        code = 0
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return run


Reply = Callable[[dict[str, Any]], tuple[int, dict[str, Any]]]


class Provider:
    """An OpenAI-compatible server on loopback that answers as it is told."""

    def __init__(self) -> None:
        self.reply: Reply = lambda body: (500, {"error": {"message": "nothing was set"}})
        self.bodies: list[dict[str, Any]] = []
        self.url = ""

    def answers(self, **fields: Any) -> None:
        """Every question is answered with these fields; those that are asked for and not given are empty."""

        def reply(body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
            asked = body["response_format"]["json_schema"]["schema"]["properties"]
            filled = {
                name: fields.get(name, [] if part.get("type") == "array" else None) for name, part in asked.items()
            }
            return 200, completion(json.dumps(filled))

        self.reply = reply

    def fails(self, status: int, message: str, code: str = "") -> None:
        self.reply = lambda body: (status, {"error": {"message": message, "type": code, "code": code}})


def completion(content: str) -> dict[str, Any]:
    return {
        "id": "1",
        "object": "chat.completion",
        "created": 1,
        "model": "m",
        "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": content}}],
        "usage": {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110},
    }


@pytest.fixture
def provider() -> Iterator[Provider]:
    provider = Provider()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            provider.bodies.append(body)
            status, answer = provider.reply(body)
            data = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    provider.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    yield provider
    server.shutdown()
    server.server_close()
