"""Policy: the Content-Security-Policy of a built site, which lets run what the site brings itself and nothing else.

A page may only run scripts of the site's own files and the inline ones of its theme. These are known by their
digests, and every page names those of the whole site: what the theme loads into an open page comes under the policy
of the first one. Not while serving: the script that reloads a page is put in after everything else.
"""

from __future__ import annotations

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
    pages = {path: path.read_bytes() for path in sorted(site.rglob("*.html"))}
    policy = policy_of(pages.values()).encode()
    line = b'\n      <meta http-equiv="Content-Security-Policy" content="' + policy + b'">'
    for path, page in pages.items():
        path.write_bytes(_FIRST.sub(lambda found: found.group() + line, page, count=1))


def policy_of(pages: Iterable[bytes]) -> str:
    """The policy that the inline scripts of these pages make together."""
    digests = sorted({_digest(found["words"]) for page in pages for found in _inline(page)})
    return "; ".join(RULES).format(scripts=" ".join(digests)).replace(" ;", ";")


def _inline(page: bytes) -> Iterable[re.Match[bytes]]:
    return (found for found in _SCRIPT.finditer(page) if not _ELSEWHERE.search(found["attributes"]))


def _digest(words: bytes) -> str:
    text = words.replace(b"\r\n", b"\n").replace(b"\r", b"\n")  # as a browser reads it
    return f"'sha256-{b64encode(sha256(text).digest()).decode()}'"
