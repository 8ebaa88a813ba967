"""Policy: the Content-Security-Policy of a built site, which lets run what the site brings itself and nothing else.

A page may only run scripts of the site's own files and the inline ones of its theme. These are known by their
digests, and every page names those of the whole site: what the theme loads into an open page comes under the policy
of the first one. Not while serving: the script that reloads a page is put in after everything else.
"""

from __future__ import annotations

import os
import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

_SCRIPT = re.compile(rb"<script(?P<attributes>(?:\s[^>]*)?)>(?P<words>.*?)</script", re.DOTALL | re.IGNORECASE)
_ELSEWHERE = re.compile(rb"\ssrc\s*=|\stype\s*=\s*[\"']?application/(?:ld\+)?json", re.IGNORECASE)
_FIRST = re.compile(rb"<meta charset=[\"']?utf-8[\"']?\s*/?>", re.IGNORECASE)

RULES = (
    "default-src 'none'", "script-src 'self' {scripts}", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
    "connect-src 'self'", "worker-src 'self'", "manifest-src 'self'", "base-uri 'self'", "form-action 'self'",
)
"""What a page may load, and from where: the site itself. `frame-ancestors` only counts in a header of the host."""


def settle(site: Path) -> None:
    """Write the policy into every page of a site, as the first thing after its encoding."""
    pages = [Path(folder, name) for folder, _, names in os.walk(site) for name in names if name.endswith(".html")]
    policy = policy_of(path.read_bytes() for path in pages).encode()
    line = b'\n      <meta http-equiv="Content-Security-Policy" content="' + policy + b'">'
    for path in pages:  # read once more: all of them at once would take as much memory as the site has bytes
        page = path.read_bytes()
        if found := _FIRST.search(page):
            with path.open("wb") as file:
                file.writelines((page[: found.end()], line, memoryview(page)[found.end() :]))


def policy_of(pages: Iterable[bytes]) -> str:
    """The policy that the inline scripts of these pages make together."""
    scripts = {found["words"] for page in pages for found in _inline(page)}
    return "; ".join(RULES).format(scripts=" ".join(sorted(map(_digest, scripts)))).replace(" ;", ";")


def _inline(page: bytes) -> Iterable[re.Match[bytes]]:
    return (found for found in _SCRIPT.finditer(page) if not _ELSEWHERE.search(found["attributes"]))


def _digest(words: bytes) -> str:
    text = words.replace(b"\r\n", b"\n").replace(b"\r", b"\n")  # as a browser reads it
    return f"'sha256-{b64encode(sha256(text).digest()).decode()}'"
