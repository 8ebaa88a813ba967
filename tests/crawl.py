"""A crawler over a built site on disk: whatever a page, a style, a feed or the search points at has to be there."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

HOST = "https://here.example.org/"
"""Where a site is thought to be that does not know its address."""

POINTING = {"href", "src", "action", "formaction", "poster", "data"}
NAMING = {"for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details",
          "aria-activedescendant", "headers", "list", "form"}
"""Attributes whose value is the id of something on the page, or several of them."""

LABELABLE = {"input", "select", "textarea", "button", "output", "progress", "meter"}
_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")


@dataclass
class Marks(HTMLParser):
    """What a page has by name, and what it points at."""

    ids: list[str] = field(default_factory=list)
    kinds: dict[str, str] = field(default_factory=dict)
    targets: list[tuple[str, str]] = field(default_factory=list)
    named: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin to read."""
        HTMLParser.__init__(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the names of one element and where it leads."""
        for key, value in attrs:
            if key == "id" and value:
                self.ids.append(value)
                self.kinds.setdefault(value, tag)
            elif key in POINTING:
                self.targets.append((tag, value or ""))
            elif key == "srcset":
                self.targets += [(tag, part.split()[0]) for part in (value or "").split(",") if part.split()]
            elif key in NAMING:
                self.named += [(key, name) for name in (value or "").split()]
            elif key == "data-copy":
                self.named.append((key, (value or "").removeprefix("#")))


class Site:
    """A built site; `address` is where it believes to be, if it does."""

    def __init__(self, folder: Path, address: str = HOST) -> None:
        self.folder, self.address = folder, address
        self.pages = {path.relative_to(folder).as_posix(): self._read(path) for path in sorted(folder.rglob("*.html"))}
        self.looked = 0

    @staticmethod
    def _read(path: Path) -> Marks:
        marks = Marks()
        marks.feed(path.read_text(encoding="utf-8"))
        marks.close()
        return marks

    def faults(self) -> Iterator[str]:
        """Everything that leads nowhere, one line each."""
        for name, marks in self.pages.items():
            yield from (f"{name}: the id {i} {n} times" for i, n in Counter(marks.ids).items() if n > 1)
            for key, wanted in marks.named:
                self.looked += 1
                kind = marks.kinds.get(wanted)
                if kind is None or (key == "for" and kind not in LABELABLE):
                    yield f"{name}: {key}={wanted} names {kind or 'nothing'}"
            # The page for addresses that lead nowhere is shown at any depth, so what it points at begins at the root.
            yield from self._lost(name, (target for _, target in marks.targets))
        for path in sorted(self.folder.rglob("*.css")):
            yield from self._lost(self._name(path), _URL.findall(path.read_text(encoding="utf-8")))
        for path in sorted(self.folder.rglob("*.atom")):
            yield from self._lost(self._name(path), re.findall(r'href="([^"]*)"', path.read_text(encoding="utf-8")))
        for path in sorted(self.folder.rglob("search_index.json")):
            entries = json.loads(path.read_text(encoding="utf-8"))["docs"]
            root = self._name(path.parent.parent) + "/"
            yield from self._lost(root.removeprefix("./"), (entry["location"] for entry in entries))
        for path in sorted(self.folder.rglob("sitemap.xml")):
            yield from self._lost("", re.findall(r"<loc>([^<]*)</loc>", path.read_text(encoding="utf-8")))

    def _name(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()

    def _lost(self, name: str, targets: Iterator[str] | list[str]) -> Iterator[str]:
        for target in targets:
            whole = urljoin(self.address + name, target)
            if whole.startswith(self.address):
                self.looked += 1
                if not self._is_there(whole):
                    yield f"{name} → {target}"

    def _is_there(self, whole: str) -> bool:
        page, anchor = urldefrag(whole)
        path = self.folder / unquote(urlsplit(page).path)[len(urlsplit(self.address).path):]
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            return False
        here = self.pages.get(self._name(path))
        # An address such as #tipo=gracias is read by a script, and names nothing.
        return not anchor or here is None or "=" in anchor or unquote(anchor) in here.kinds

    def elsewhere(self) -> Iterator[str]:
        """Every style, script, picture or frame that a page would fetch from another host."""
        for name, marks in self.pages.items():
            for tag, target in marks.targets:
                if tag not in {"a", "area"} and urlsplit(target).netloc and not target.startswith(self.address):
                    yield f"{name}: {tag} {target}"
