"""Offline: completes what a built site needs to be kept on a device, once it is whole.

The pages to keep stand in `device.json` of each language. What they are drawn with is found in the pages themselves,
and the service worker gets a version made of all these bytes: it is another one exactly when something of it is.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from posixpath import splitext
from urllib.parse import urljoin, urlsplit

from generator.pages.feeds.device import KEPT

WORKER = "sw.js"

_PART = re.compile(rb"""<(?:link|script|img)\b[^>]*?\s(?:href|src)=["']?([^"'\s>]+)""")
_INSIDE = re.compile(rb"""url\(\s*["']?([^"')]+)""")
_DRAWN_WITH = {".css", ".js", ".svg", ".png", ".ico", ".woff2", ".webmanifest"}


def settle(site: Path, worker: Path) -> None:
    """Complete every `device.json`, and put the worker beside the site's first page; nothing where there is none."""
    digest, lists = sha256(worker.read_bytes()), sorted((*site.glob(KEPT), *site.glob(f"*/{KEPT}")))
    for path in lists:
        folder = path.parent.relative_to(site).as_posix().removeprefix(".")
        root = f"{folder}/" if folder else ""
        files = []
        for file, said in _files(site, [root + page for page in json.loads(path.read_text(encoding="utf-8"))["pages"]]):
            files.append(file)
            digest.update(file.encode())
            digest.update(said)
        path.write_text(json.dumps({"files": files}, indent=1) + "\n", encoding="utf-8")
    if lists:
        text = worker.read_text(encoding="utf-8").replace("@version@", digest.hexdigest()[:16])
        (site / WORKER).write_text(text, encoding="utf-8")


def _files(site: Path, pages: list[str]) -> Iterator[tuple[str, bytes]]:
    """The pages, and everything that they and their styles load, each once: its address in the site, what it says."""
    seen, asked, coming = set(pages), set(), deque(pages)
    while coming:
        address = coming.popleft()
        said = _at(site, address).read_bytes()
        yield address, said
        for target in _targets(address, said):
            way = _way(address, target)
            if way not in asked:
                asked.add(way)
                other = _led_to(site, *way)
                if other and other not in seen:
                    seen.add(other)
                    coming.append(other)


def _targets(address: str, said: bytes) -> list[str]:
    """What a page or a style names of what it is drawn with."""
    is_page = not address or address.endswith(("/", ".html"))
    pattern = _PART if is_page else _INSIDE if address.endswith(".css") else None
    return [target.decode() for target in pattern.findall(said)] if pattern else []


def _way(address: str, target: str) -> tuple[str, str]:
    """From which folder a target is looked for; one step up, neighbours look from the same, and are looked up once."""
    folder = address[: address.rfind("/") + 1]
    while folder and target.startswith("../"):
        folder, target = folder[: folder.rfind("/", 0, -1) + 1], target[3:]
    return folder, target


def _led_to(site: Path, folder: str, target: str) -> str:
    """The address of what a page or a style is drawn with, if the target is a file of the site's own; else empty."""
    found = urlsplit(urljoin(f"https://site/{folder}", target))
    other = found.path.removeprefix("/")
    of_ours = found.netloc == "site" and splitext(other)[1] in _DRAWN_WITH
    return other if of_ours and _at(site, other).is_file() else ""


def _at(site: Path, address: str) -> Path:
    return site / address / "index.html" if not address or address.endswith("/") else site / address
