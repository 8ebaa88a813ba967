"""No byte of a site for others holds what is not for them, however it may be written."""

from __future__ import annotations

import base64
import gzip
import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from html import escape, unescape
from pathlib import Path
from urllib.parse import quote, unquote

import pytest

from generator.records.record import Audience
from tests.editions import ROOT, canaries_text, lay_out
from tests.histories import repository
from tests.records.test_audience import TEXTS, planted

HIDDEN: dict[Audience, tuple[str, ...]] = {"public": ("nadielosepa", "entrenosotros"), "shared": ("nadielosepa",)}


@pytest.fixture(scope="module", params=["shared", "public"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Audience, Path]:
    """A whole site for others, from a repository whose history once said more than its files do now."""
    folder = tmp_path_factory.mktemp(request.param)
    made = repository(folder / "network")
    lay_out(canaries_text(), made.data)
    made.commit("2026-11-02", {"contacts/olvidada.yml": "name: Olvidada nadielosepa\nshare: public\n"})
    made.commit("2026-11-16", {"contacts/olvidada.yml": None})
    out = folder / "site"
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", out], cwd=ROOT, check=True,
        env={**os.environ, "TERTULIA_DATA": str(made.data), "TERTULIA_DAY": "2026-11-23", "NO_MKDOCS_2_WARNING": "1",
             "TERTULIA_AUDIENCE": request.param},
    )
    return request.param, out


def bare(text: str) -> str:
    """Without accents, as the search has it."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def slug(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", bare(text.casefold())))


def in_base64(text: str) -> Iterator[str]:
    """The middle of a text in base64, at each of the three places where it may begin."""
    for shift in range(3):
        coded = base64.b64encode(b"\0" * shift + text.encode()).decode().rstrip("=")
        yield coded[4 if shift else 0 : -2]


@cache
def forms(text: str) -> frozenset[str]:
    """Every way in which a text may be written, in small letters."""
    doubled = escape(escape(text))
    plain = {text, escape(text), doubled, quote(text), quote(text, safe=""), json.dumps(text)[1:-1], slug(text),
             slug(text).replace("-", ""), slug(text).replace("-", "_"), text.encode("punycode").decode()}
    return frozenset(form.casefold() for written in plain for form in (written, bare(written)))


def everything(site: Path) -> Iterator[tuple[str, bytes]]:
    """Every file with its name, packed ones unpacked as well."""
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        body = path.read_bytes() if path.is_file() else b""
        yield name, name.encode() + b"\n" + body
        if path.suffix == ".gz":
            yield name, gzip.decompress(body)


def needles(audience: Audience) -> list[str]:
    """What must not be there: names that only hidden things carry, and hidden fields of those that are shown."""
    hidden = HIDDEN[audience]
    return [*hidden, "Olvidada", *(
        text for name, field, text in planted() if name not in hidden and field not in TEXTS[audience]
    )]


@lru_cache(maxsize=2)
def read(text: str) -> tuple[str, ...]:
    """A text as it stands and as whoever unpacks entities and percents reads it: every line once, in small letters."""
    plain = unescape(unescape(text))
    return tuple(lines((text, plain, unquote(plain))).casefold().split("\n"))


@lru_cache(maxsize=128)
def around(text: str, word: str) -> str:
    """Those lines that a word stands in: few, and soon looked through for all that the word is a part of."""
    return "\n".join(line for line in read(text) if word in line)


def hits(text: str, needle: str) -> list[str]:
    """The ways in which a text holds what it must not."""
    found = [form for form in forms(needle) if form in around(text, longest(form))]
    return found + [f"base64: {part}" for part in in_base64(needle) if part in text]


def longest(form: str) -> str:
    """The longest word of a form that every way of writing leaves as it is."""
    words: list[str] = re.findall(r"[a-z0-9]+", form)
    return max(words, key=len)


def lines(texts: Iterable[str]) -> str:
    """Every line that any of the texts has, once: most lines of a site stand on all of its pages."""
    return "\n".join(dict.fromkeys(line for text in texts for line in text.split("\n")))


def test_no_secret_stands_in_any_byte(site: tuple[Audience, Path]) -> None:
    audience, folder = site
    files = list(everything(folder))
    assert len(files) > 300
    assert any(name.endswith(".gz") for name, _ in files)
    secrets = needles(audience)
    assert len(secrets) > 30
    assert not any("\n" in secret for secret in secrets), "none goes over the end of a line"
    together = lines(body.decode("utf-8", "replace") for _, body in files)
    assert hits(together, "plazamayor & role' ñu")
    for secret in secrets:
        if hits(together, secret):
            where = [name for name, body in files if hits(body.decode("utf-8", "replace"), secret)]
            pytest.fail(f"{secret!r} stands in {where}")


def test_no_number_or_day_of_a_private_field_stands_there(site: tuple[Audience, Path]) -> None:
    audience, folder = site
    hidden = {"public": ("01", "11", "21", "22", "23"), "shared": ("01", "02", "03", "11", "21", "13", "23")}[audience]
    seen = False
    for name, body in everything(folder):
        text = body.decode("utf-8", "replace")
        digits = re.sub(r"\D", "", re.sub(r"<[^>]*>", "", text)) if name.endswith(".html") else ""
        plain = re.sub(r"[\s().+-]|%20|&nbsp;", "", text)
        seen |= "3460000024" in plain
        for number in hidden:
            assert f"34600000{number}" not in plain, (number, name)
            assert f"34600000{number}" not in digits, (number, name)
        if "assets/" not in name:  # the theme's own files
            assert not re.search(r"\b191[1-5]-?[01]\d-?[0-3]\d\b", text), name
    assert seen, "the number that may be shown is"


@pytest.mark.parametrize("written", [
    "x nadielosepa y", "NADIELOSEPA", "/people/nadielosepa/", base64.b64encode(b"ab nadielosepa cd").decode(),
    base64.b64encode(b"a nadielosepa cd").decode(), base64.b64encode(b"nadielosepa").decode(),
])
def test_the_search_finds_a_secret_however_it_is_written(written: str) -> None:
    assert hits(written, "nadielosepa")


@pytest.mark.parametrize("written", [
    "x &amp; notes&#x27; ñu", "x &amp; notes&#39; ñu", "x%20%26%20notes%27%20%C3%B1u", json.dumps("x & notes' ñu"),
    "x-notes-nu", "X_NOTES_NU", "x & notes' nu", "x &amp;amp; notes&amp;#x27; ñu",
])
def test_the_search_finds_a_text_with_odd_characters_too(written: str) -> None:
    assert hits(written, "x & notes' ñu")
