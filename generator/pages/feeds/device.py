"""For the device: which pages it keeps, and what a browser needs to know to put the site among its programs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.pages.device import kept
from generator.pages.page import Feed
from generator.pages.sources import Sources

KEPT = "device.json"

LIGHT = "#f8f9f7"
"""The page's own colour, as in tokens.css."""


def on_the_device(sources: Sources) -> Iterator[Feed]:
    """`device.json`, the addresses of the pages to keep, which the door completes; and the manifest. Private only."""
    if not sources.private:
        return
    yield Feed(KEPT, _bytes({"pages": kept(sources).addresses}))
    yield Feed("manifest.webmanifest", _bytes({
        "name": "Tertulia", "lang": sources.speech.language, "start_url": "./", "display": "minimal-ui",
        "background_color": LIGHT, "theme_color": LIGHT,
        "icons": [{"src": "assets/tertulia.svg", "sizes": "any", "type": "image/svg+xml"}],
    }))


def _bytes(said: object) -> bytes:
    return (json.dumps(said, indent=1, ensure_ascii=False) + "\n").encode()
