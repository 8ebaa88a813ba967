"""Fuzz: any bytes are read, and any values become whole pages and feeds, without a crash, a wait or a text alive."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Mapping
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import icalendar
import vobject
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from generator.edition.edition import FEEDS, KINDS
from generator.edition.ground import prepare, sources_in
from generator.pages import rules
from generator.pages.page import Feed, Page
from generator.records.reading import Reading, assembled, read_bytes
from generator.records.record import AUDIENCES, Audience
from generator.words.catalogue import LANGUAGES
from generator.words.problems import framed, one_line
from generator.words.speech import speech
from tests.editions import STAMP, library
from tests.torture.builds import Trial
from tests.torture.mutations import MUTATIONS, Mutation, good, mutated

MOST = 1.0
"""Seconds of work that one page, or the reading of one file, may take."""

MINUTES = float(os.environ.get("TERTULIA_FUZZ_MINUTES", "1"))
"""How long each of the two targets is fuzzed by `make torture`."""

_ROUND = 40
_NEVER = {"script", "style", "iframe", "object", "embed", "img", "base", "meta", "link", "video", "audio", "template"}
_SCHEMES = {"", "http", "https", "mailto", "tel"}


class Vocabulary(HTMLParser):
    """The elements and attributes that some HTML is made of, and every address it leads to."""

    def __init__(self, body: str) -> None:
        super().__init__()
        self.words: set[tuple[str, str]] = set()
        self.schemes: set[str] = set()
        self.feed(body)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element and its attributes."""
        self.words.add((tag, ""))
        for key, value in attrs:
            self.words.add((tag, key))
            if key in {"href", "src", "action", "formaction"}:
                self.schemes.add(_scheme(value or ""))

    def handle_comment(self, data: str) -> None:
        """No page has comments."""
        self.words.add(("!--", data))

    def handle_decl(self, decl: str) -> None:
        """No body has declarations."""
        self.words.add(("!", decl))

    def unknown_decl(self, data: str) -> None:
        """Nor any other."""
        self.words.add(("![", data))


def _scheme(address: str) -> str:
    try:
        return urlsplit(address).scheme
    except ValueError:
        return f"unreadable {address}"


class Sweep:
    """What was seen while fuzzing: how much, and the slowest."""

    def __init__(self) -> None:
        self.files = self.folders = self.pages = self.feeds = self.problems = 0
        self.slowest = 0.0
        self.seen: set[int] = set()
        self.culprit = ""

    def timed(self, what: str, begun: float) -> None:
        """Note how long a piece of work took, and complain when that is too long."""
        lasted = time.process_time() - begun
        if lasted > self.slowest:
            self.slowest, self.culprit = lasted, what
        assert lasted < MOST, f"{what} took {lasted:.2f} s"

    def read(self, files: Mapping[str, bytes]) -> Reading:
        """Read files; every problem can be told."""
        sheets = {}
        for file, raw in files.items():
            begun = time.process_time()
            sheets[file] = read_bytes(file, raw)
            self.timed(f"reading {file}", begun)
            self.files += 1
        reading = assembled(sheets)
        for problem in reading.problems[:50]:
            assert problem.place.line >= 1
            assert problem.place.column >= 1
            for said in map(speech, LANGUAGES):
                shown = one_line(problem, said) + framed(problem, said)
                assert not set("\0\x1b\u202e\u2066\u2028\r") & set(shown), ascii(shown)
                shown.encode()
        self.problems += len(reading.problems)
        return reading

    def publish(self, reading: Reading, audience: Audience, language: str) -> None:
        """Make every page and every feed; nothing in them is alive."""
        begun = time.process_time()
        ground = prepare(reading, library(), STAMP, audience, site="https://example.org/")
        self.timed("asking the coach", begun)
        sources = sources_in(ground, language)
        for kind, _ in KINDS if self.folders % 8 == 0 else (k for k in KINDS if k[0] is not rules.pages):
            begun = time.process_time()
            for page in kind(sources):
                seen = hash((page.address, page.title, page.body, page.found_by))
                self.timed(f"page {page.address}", begun)
                self.pages += 1
                if seen not in self.seen:  # many pages do not depend on what was changed
                    self.seen.add(seen)
                    harmless(page)
                begun = time.process_time()
        for make in FEEDS:
            for feed in make(sources):
                parse(feed)
                self.feeds += 1
        self.folders += 1


@cache
def _known() -> frozenset[tuple[str, str]]:
    """The vocabulary of the pages of the good network, in all editions, and what Markdown may bring."""
    found = {(tag, "") for tag in ("p", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "br", "a", "hr",
                                   "h3", "h4", "h5", "h6")} | {("a", "href"), ("a", "rel"), ("ol", "start")}
    reading = Sweep().read({file: text.encode() for file, text in good().items()})
    for audience in AUDIENCES:
        for language in LANGUAGES:
            sources = sources_in(prepare(reading, library(), STAMP, audience), language)
            found |= {word for kind, _ in KINDS for page in kind(sources) for word in Vocabulary(str(page.body)).words}
    return frozenset(found)


def harmless(page: Page) -> None:
    """Complain of anything in a page that a text of the data could have brought to life."""
    seen = Vocabulary(str(page.body))
    assert seen.schemes <= _SCHEMES, (page.address, seen.schemes)
    for tag, key in seen.words - _known():
        assert tag.isalpha() or tag in {"h1", "h2", "h3", "h4", "h5", "h6"}, (page.address, tag, key)
        assert tag not in _NEVER, (page.address, tag)
        assert not key.startswith(("on", "style", "srcdoc", "form")), (page.address, tag, key)
        assert key.replace("-", "").isalpha() or not key, (page.address, tag, key)
    for text in (page.title, page.description or "", str(page.body)):
        text.encode()
        assert not set("\0\x1b\u202e\u2066\ufffe") & set(text), page.address


def parse(feed: Feed) -> None:
    """Read a feed with another's parser."""
    body = feed.body.decode()
    match feed.name.rpartition(".")[2]:
        case "ics":
            for event in icalendar.Calendar.from_ical(body).walk():
                assert not event.errors, (feed.name, event.errors)
        case "json" | "webmanifest":
            json.loads(body)
        case "atom":
            ET.fromstring(body)  # noqa: S314  # our own, and to be sound
        case "vcf":
            for card in vobject.readComponents(body):
                assert card.fn.value
        case other:
            raise AssertionError(other)


def _rounds(check: Any, strategy: st.SearchStrategy[Any], until: float) -> Iterator[str]:
    """Rounds of examples, each with a seed of its own, until the time is over; what failed, once."""
    number = 0
    while time.monotonic() < until:
        number += 1
        run = settings(
            max_examples=_ROUND, deadline=None, database=None, suppress_health_check=list(HealthCheck),
        )(seed(number)(given(strategy)(check)))
        try:
            run()
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            yield f"seed {number}: {type(error).__name__} {error} {getattr(error, '__notes__', '')}"[:3_000]


BYTES = st.one_of(
    st.binary(max_size=400),
    st.text(alphabet="ab:-#[]{}\"'|>&*!%@`,?\\\n\t ~=<0123456789", max_size=200).map(str.encode),
    MUTATIONS.map(lambda m: max(mutated(m).values(), key=len)),
)
"""What a file may hold: anything, signs of YAML, and good files with mistakes."""


def any_bytes(sweep: Sweep, raw: bytes) -> None:
    """Whatever a file holds, as every kind of file."""
    for file in ("contacts/x.yml", "events/x.yml", "organisations/x.yml", "me.yml", "coach.yml", "posts.yml",
                 "inbox.yml"):
        sweep.read({file: raw})


def any_values(sweep: Sweep, mutations: list[Mutation]) -> None:
    """Whatever the values are, as pages and feeds: audiences and languages in turn, the owner's most often."""
    chance = mutations[0].spot
    audience = AUDIENCES[max(0, chance % 5 - 2)]
    sweep.publish(sweep.read(mutated(mutations)), audience, LANGUAGES[chance // 5 % len(LANGUAGES)])


def _fuzzed(check: Any, strategy: st.SearchStrategy[Any]) -> tuple[bool, str]:
    sweep = Sweep()
    failed = list(_rounds(lambda given: check(sweep, given), strategy, time.monotonic() + MINUTES * 60))
    figure = (f"{MINUTES:g} minutes, {sweep.files} files read with {sweep.problems} problems, {sweep.folders} editions "
              f"with {sweep.pages} pages and {sweep.feeds} feeds; slowest {sweep.slowest:.2f} s ({sweep.culprit}); "
              f"failed {len(failed)} {failed[:3]}")
    return not failed, figure


def bytes_read(folder: Path) -> tuple[bool, str]:
    """Any bytes as any file."""
    del folder
    return _fuzzed(any_bytes, BYTES)


def pages_made(folder: Path) -> tuple[bool, str]:
    """Any values in a whole network."""
    del folder
    return _fuzzed(any_values, MUTATIONS)


TRIALS: Mapping[str, Trial] = {"fuzz-bytes": bytes_read, "fuzz-pages": pages_made}
