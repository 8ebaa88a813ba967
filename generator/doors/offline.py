"""Offline: completes what a built site needs to be kept on a device, once it is whole.

The pages to keep stand in `device.json` of each language. What they are drawn with is found in the pages themselves,
and the service worker gets a version made of all these bytes: it is another one exactly when something of it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from generator.pages.feeds.device import KEPT

WORKER = "sw.js"

_PART = re.compile(r"""<(?:link|script|img)\b[^>]*?\s(?:href|src)=["']?([^"'\s>]+)""")
_INSIDE = re.compile(r"""url\(\s*["']?([^"')]+)""")
_DRAWN_WITH = {".css", ".js", ".svg", ".png", ".ico", ".woff2", ".webmanifest"}


def settle(site: Path, worker: Path) -> None:
    """Complete every `device.json`, and put the worker beside the site's first page; nothing where there is none."""
    digest, lists = sha256(worker.read_bytes()), sorted(site.rglob(KEPT))
    for path in lists:
        folder = path.parent.relative_to(site).as_posix().removeprefix(".")
        root = f"{folder}/" if folder else ""
        files = list(_files(site, [root + page for page in json.loads(path.read_text(encoding="utf-8"))["pages"]]))
        for file in files:
            digest.update(file.encode() + _at(site, file).read_bytes())
        path.write_text(json.dumps({"files": files}, indent=1) + "\n", encoding="utf-8")
    if lists:
        text = worker.read_text(encoding="utf-8").replace("@version@", digest.hexdigest()[:16])
        (site / WORKER).write_text(text, encoding="utf-8")


def _files(site: Path, pages: list[str]) -> Iterator[str]:
    """The pages, and everything that they and their styles load, each once, by its address below the site's root."""
    seen, coming = set(pages), list(pages)
    while coming:
        address = coming.pop(0)
        yield address
        path = _at(site, address)
        pattern = _INSIDE if path.suffix == ".css" else _PART if path.suffix == ".html" else None
        for target in pattern.findall(path.read_text(encoding="utf-8")) if pattern else ():
            found = urlsplit(urljoin(f"https://site/{address}", target))
            other = found.path.removeprefix("/")
            if found.netloc == "site" and Path(other).suffix in _DRAWN_WITH and other not in seen \
                    and _at(site, other).is_file():
                seen.add(other)
                coming.append(other)


def _at(site: Path, address: str) -> Path:
    return site / address / "index.html" if not address or address.endswith("/") else site / address
