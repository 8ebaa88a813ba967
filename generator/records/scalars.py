"""Scalars: the kinds of single value a user can write, each made from the text that was typed.

Nothing is guessed: a scalar arrives as text and only the schema says what it means. A text that
does not fit raises a `PydanticCustomError` whose type is the code of a Problem (see problems.py).
"""

from __future__ import annotations

import re
import unicodedata
import zoneinfo
from decimal import Decimal
from functools import cache, lru_cache
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainValidator
from pydantic_core import PydanticCustomError

from generator.records.messages import FOUND
from generator.records.near import near_miss
from generator.records.problems import BIDI

ONE_LINE = 500
"""Most characters of a one-line text."""

PROSE = 20_000
"""Most characters of a note."""

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""The years a date may lie in."""

LEAST_DIGITS = 5
"""Fewest digits of a telephone number."""

_LOCAL, _DOMAIN = r"[^\s@<>\"(),:;\\\[\]]", r"[^\s@<>\"'(),:;\\\[\]/?#&%=!*+|{}^`~$.]"
_EMAIL = re.compile(rf"{_LOCAL}+@(?:{_DOMAIN}+\.)+{_DOMAIN}{{2,}}\Z")
_PHONE = re.compile(r"\+?[\d\s().-]{5,30}\Z", re.ASCII)
_LINK = re.compile(r"https?://[^\s<>\"'`\\{}|^]+\Z", re.IGNORECASE)
_BARE_LINK = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s<>\"'`\\{}|^]*)?\Z", re.IGNORECASE)
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}\Z")
_REGION = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")
_YES = {"true", "yes", "y", "on", "sí", "si", "1"}
_NO = {"false", "no", "n", "off", "0"}
_LANGUAGES = {
    "español": "es", "castellano": "es", "spanish": "es", "inglés": "en", "ingles": "en", "english": "en",
    "catalán": "ca", "catalan": "ca", "català": "ca", "gallego": "gl", "galician": "gl", "euskera": "eu", "vasco": "eu",
    "basque": "eu", "francés": "fr", "french": "fr", "alemán": "de", "german": "de", "italiano": "it", "italian": "it",
    "portugués": "pt", "portuguese": "pt",
}
_REGIONS = {
    "españa": "ES", "spain": "ES", "madrid": "ES-MD", "cataluña": "ES-CT", "catalunya": "ES-CT", "catalonia": "ES-CT",
    "barcelona": "ES-CT", "andalucía": "ES-AN", "andalusia": "ES-AN", "sevilla": "ES-AN", "galicia": "ES-GA",
    "euskadi": "ES-PV", "país vasco": "ES-PV", "bilbao": "ES-PV", "valencia": "ES-VC", "aragón": "ES-AR",
    "navarra": "ES-NC", "asturias": "ES-AS", "cantabria": "ES-CB", "murcia": "ES-MC", "la rioja": "ES-RI",
    "extremadura": "ES-EX", "baleares": "ES-IB", "canarias": "ES-CN", "france": "FR", "francia": "FR",
    "portugal": "PT", "germany": "DE", "alemania": "DE", "méxico": "MX", "mexico": "MX", "united kingdom": "GB",
    "england": "GB-ENG", "inglaterra": "GB-ENG", "argentina": "AR", "colombia": "CO", "chile": "CL",
}


def wrong(code: str, /, **facts: object) -> PydanticCustomError:
    """The fault of that code, for pydantic to collect; `facts` fill the placeholders of its message."""
    return PydanticCustomError(code, code, {k: str(v) for k, v in facts.items()})


def text_of(value: Any) -> str:
    """The typed text, in NFC and without outer blanks; a list, a mapping or nothing at all is refused."""
    if isinstance(value, (dict, list, tuple)):
        raise wrong("not-text", found=FOUND["mapping" if isinstance(value, dict) else "list"])
    if value is None:
        raise wrong("empty-value")
    return unicodedata.normalize("NFC", str(value)).strip()


def _clean(text: str, most: int, *, lines: bool) -> str:
    if len(text) > most:
        raise wrong("too-long", most=most, length=len(text))
    if text.isprintable():  # nothing that hides, turns or ends a line
        return text
    for c in text:
        if c in BIDI:
            raise wrong("bidi-character", code=f"U+{ord(c):04X}")
        if unicodedata.category(c) == "Cc" or c in "\u2028\u2029\ufeff\ufffe\uffff":
            if c in "\n\u2028\u2029\x85" and not lines:
                raise wrong("several-lines")
            if not (lines and c in "\n\t"):
                raise wrong("control-character", code=f"U+{ord(c):04X}")
    return text


def one_line(value: Any) -> str:
    """A text of one line, as typed, without outer blanks; empty, control and bidi characters are refused."""
    text = text_of(value)
    if not text:
        raise wrong("empty-value")
    return _clean(text, ONE_LINE, lines=False)


def prose(value: Any) -> str:
    """A text of any number of lines, read as Markdown when it is shown."""
    return _clean(text_of(value), PROSE, lines=True)


def whole_number(value: Any) -> int:
    """A whole number written with digits."""
    text = text_of(value)
    if not re.fullmatch(r"-?\d{1,9}", text, re.ASCII):
        raise wrong("bad-number", value=text)
    return int(text)


def amount(value: Any) -> Decimal:
    """An amount of money or a share, with a point or a comma for the decimals."""
    typed = text_of(value)
    text = typed.replace(",", ".")
    if not re.fullmatch(r"-?\d{1,9}(\.\d{1,6})?", text, re.ASCII):
        raise wrong("bad-number", value=typed)
    if re.fullmatch(r"-?[1-9]\d{0,2}\.\d{3}", text):  # a Spaniard's thousand is an Englishman's one
        short = text.rstrip("0")
        decimal = f"{short}0" if short.endswith(".") or short == text else short
        raise wrong("ambiguous-number", value=typed, thousand=text.replace(".", ""), decimal=decimal)
    return Decimal(text)


def yes_or_no(value: Any) -> bool:
    """A yes or a no, in English or Spanish."""
    if isinstance(value, bool):
        return value
    text = text_of(value).lower()
    if text in _YES:
        return True
    if text in _NO:
        return False
    raise wrong("bad-boolean", value=text)


def email(value: Any) -> str:
    """An e-mail address of a sane shape."""
    text = one_line(value)
    if not _EMAIL.match(text):
        raise wrong("bad-email", value=text)
    return text


def phone(value: Any) -> str:
    """A telephone number, kept as typed."""
    text = one_line(value)
    if not _PHONE.match(text) or sum(c.isdigit() for c in text) < LEAST_DIGITS:
        raise wrong("bad-phone", value=text)
    return text


def link(value: Any) -> str:
    """A web address that begins with http:// or https://."""
    text = one_line(value)
    if not _LINK.match(text):
        raise wrong("bad-link", value=text, near=f"https://{text}" if _BARE_LINK.match(text) else "")
    return text


@lru_cache(maxsize=1 << 16)
def slug(text: str) -> str:
    """The text as an id, or an empty text when nothing of it can be in one."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:64].rstrip("-")


def identifier(value: Any) -> str:
    """An id: small letters, digits, hyphens and underscores, at most 64."""
    text = one_line(value)
    if not _ID.match(text):
        raise wrong("bad-id", value=text, near=slug(text))
    return text


def region(value: Any) -> str:
    """A country or a part of one, by ISO 3166: `ES`, `ES-MD`."""
    text = one_line(value).upper()
    if not _REGION.match(text):
        raise wrong("bad-region", value=text_of(value), near=_REGIONS.get(text.casefold(), ""))
    return text


def language(value: Any) -> str:
    """A language by its ISO 639 code: `es`, `en`."""
    text = one_line(value).lower()
    if not _LANGUAGE.match(text):
        near = _LANGUAGES.get(text, "") or (text[:2] if re.match(r"[a-z]{2}[-_][a-z]{2}\Z", text) else "")
        raise wrong("bad-language", value=text_of(value), near=near)
    return text


@cache
def _zones() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones())


def _near_zone(text: str) -> str:
    low = slug(text).replace("-", "_")
    ends = sorted(zone for zone in _zones() if low and zone.lower().endswith((f"/{low}", low.replace("_", "/", 1))))
    return ends[0] if ends else near_miss(text, _zones())


def time_zone(value: Any) -> str:
    """A time zone by its IANA name: `Europe/Madrid`."""
    text = one_line(value)
    if text not in _zones():
        raise wrong("bad-time-zone", value=text, near=_near_zone(text))
    return text


_TEXT = {"type": ["string", "number"]}

Text = Annotated[str, PlainValidator(one_line, json_schema_input_type=str), Field(json_schema_extra=_TEXT)]
Prose = Annotated[str, PlainValidator(prose, json_schema_input_type=str), Field(json_schema_extra=_TEXT)]
Whole = Annotated[int, BeforeValidator(whole_number)]
Amount = Annotated[Decimal, BeforeValidator(amount)]
_YES_OR_NO = {"type": ["boolean", "string"], "enum": [True, False, "yes", "no", "sí"]}
YesNo = Annotated[bool, PlainValidator(yes_or_no, json_schema_input_type=bool), Field(json_schema_extra=_YES_OR_NO)]
Email = Annotated[str, PlainValidator(email, json_schema_input_type=str)]
_NUMBER = {"type": ["string", "integer"]}
Phone = Annotated[str, PlainValidator(phone, json_schema_input_type=str), Field(json_schema_extra=_NUMBER)]
Link = Annotated[str, PlainValidator(link, json_schema_input_type=str)]
Id = Annotated[str, PlainValidator(identifier, json_schema_input_type=str)]
Region = Annotated[str, PlainValidator(region, json_schema_input_type=str)]
Language = Annotated[str, PlainValidator(language, json_schema_input_type=str)]
TimeZone = Annotated[str, PlainValidator(time_zone, json_schema_input_type=str)]
