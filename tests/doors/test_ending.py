"""A server that is asked to end leaves nothing behind of the private site."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.doors.conftest import with_plugin


@pytest.mark.skipif(sys.platform == "win32", reason="no signals there")
@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda asked: str(asked.name))
def test_however_a_server_is_asked_to_end_its_folder_goes(asked: signal.Signals, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "tmp").mkdir()
    mine = with_plugin(tmp_path / "mine", tmp_path / "data")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"], cwd=mine.folder, text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "TERTULIA_LANGUAGES": "es", "TMPDIR": str(tmp_path / "tmp")},
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(asked, signal.SIG_DFL),  # noqa: PLW1509  # run in the background, we are deaf
    )
    try:
        assert server.stderr
        assert any("Serving on" in line for line in server.stderr)
        assert list((tmp_path / "tmp").iterdir()), "here is the site while it is served"
        server.send_signal(asked)
        server.communicate(timeout=60)
    finally:
        server.kill()
    assert list((tmp_path / "tmp").iterdir()) == []
