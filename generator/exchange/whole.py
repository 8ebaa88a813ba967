"""Whole: everything there is on record as one JSON document, and the files that such a document makes again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import time
from typing import Any

from generator.exchange.newcomer import Newcomer, Remark
from generator.exchange.writing import as_yaml
from generator.records.contact import EmailChannel, LinkChannel, PhoneChannel, TopicText
from generator.records.event import Expected, Meeting, VenueParts
from generator.records.folder import FOLDERS
from generator.records.moments import EventEnd, Moment
from generator.records.names import NameParts
from generator.records.network import Network
from generator.records.places import Place
from generator.records.reading import NOBODY, read_text
from generator.records.record import Record
from generator.records.scalars import identifier
from generator.words.catalogue import N_

FORMAT = "tertulia-export-1"
KINDS = {"contacts": "contact", "events": "event", "organisations": "organisation"}

_SHORT: Mapping[type[Record], str] = {
    EmailChannel: "value", PhoneChannel: "value", LinkChannel: "value", TopicText: "text", Expected: "contact",
    Meeting: "who", NameParts: "full", VenueParts: "name",
}
"""Records that a plain text stands for when nothing but this key is said."""

_NO_EXPORT = N_("This is no export of Tertulia's: give a file that `tertulia export --as json` has written.")
_UNFIT = N_("`{file}` would not make a good file ({code}), so it was left out: mend it by hand.")


def as_json(network: Network) -> bytes:
    """All fields of a network, with the keys of the files; inbox lines stand in the people's logs already."""
    document: dict[str, Any] = {"format": FORMAT}
    if network.me is not NOBODY:
        document["me"] = values_of(network.me)
    for folder in FOLDERS:
        records: Mapping[str, Record] = getattr(network, folder)
        document[folder] = {id_: values_of(records[id_]) for id_ in sorted(records)}
    document["posts"] = [values_of(post) for post in network.posts]
    document["coach"] = values_of(network.coach)
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def values_of(record: Record) -> dict[str, Any]:
    """What a record holds beyond its defaults, as plain values that can be read again."""
    found = {}
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if not field.exclude and value != field.get_default(call_default_factory=True):
            found[field.alias or name] = _days(value) if name == "every" else _plain(value)
    return found


def _days(value: int) -> str:
    return f"{value} days"


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        found, short = values_of(value), _SHORT.get(type(value), "")
        return found[short] if list(found) == [short] else found
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (EventEnd, Moment)):
        clock = f"{value.time:%H:%M}" if value.time else ""
        return " ".join(filter(None, [str(value.date or ""), clock])) + _offset(value)
    if isinstance(value, bool) or value is None:
        return value
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)


def _offset(value: EventEnd | Moment) -> str:
    """The distance from UTC, where it was written."""
    if not isinstance(value, Moment) or value.offset is None:
        return ""
    minutes = int(value.offset.total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def read_json(file: str, raw: bytes) -> tuple[list[tuple[str, str, Newcomer]], list[Remark]] | None:
    """The files that an export of ours makes, each with its text, or None if it is none."""
    if raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] != b"{":
        return None
    start = Place(file, 1, 1)
    try:
        document = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return [], [Remark(start, _NO_EXPORT)]
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        return [], [Remark(start, _NO_EXPORT)]
    made, remarks = [], []
    for name, kind, record in _records(document):
        text = as_yaml(kind, _texts(record))
        problems = read_text(name, text).problems
        if problems:
            remarks.append(Remark(start, _UNFIT, {"file": name, "code": problems[0].code}))
        else:
            made.append((name, text, Newcomer(start, record if isinstance(record, dict) else {})))
    return made, remarks


def _records(document: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    for folder, kind in KINDS.items():
        found = document.get(folder)
        for id_, record in found.items() if isinstance(found, dict) else ():
            if isinstance(record, dict) and _is_id(id_):
                yield f"{folder}/{id_}.yml", kind, record
    for name in ("me", "coach", "posts"):
        record = document.get(name)
        if record and isinstance(record, list if name == "posts" else dict):
            yield f"{name}.yml", name, record


def _is_id(text: str) -> bool:
    try:
        return identifier(text) == text
    except ValueError:
        return False


def _texts(value: Any) -> Any:
    """JSON's own kinds as a person would type them."""
    if isinstance(value, dict):
        return {str(k): _texts(v) for k, v in value.items() if v is not None}
    if isinstance(value, list):
        return [_texts(v) for v in value]
    return value if isinstance(value, bool) else str(value)
