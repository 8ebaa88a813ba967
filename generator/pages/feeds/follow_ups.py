"""Follow-ups as feeds: Atom for a feed reader, JSON with its schema for scripts; both for their owner only."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.coach.backlog import GROUPS, Backlog, GroupName
from generator.coach.finding import SEVERITIES, Advice
from generator.pages.page import Feed
from generator.pages.rendering import Desk
from generator.pages.sources import Sources
from generator.records.contact import Contact

ATOM = "http://www.w3.org/2005/Atom"
SCHEMA = "follow-ups.schema.json"

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def follow_up_feeds(sources: Sources) -> Iterator[Feed]:
    """The feed, the data and the schema of the data."""
    if not sources.private:
        return
    desk, found = Desk(sources, ""), sources.backlog
    yield Feed("follow-ups.atom", _atom(desk, found))
    yield Feed("follow-ups.json", _json(document(desk, found)))
    yield Feed(SCHEMA, _json(schema()))


def document(desk: Desk, found: Backlog) -> dict[str, Any]:
    """The list of follow-ups as data, as `follow-ups.schema.json` describes it."""
    stamp = desk.sources.stamp
    return {
        "version": 1, "day": stamp.day.isoformat(), "commit": stamp.commit, "edited": stamp.edited,
        "language": desk.sources.speech.language,
        "follow_ups": [_item(desk, group, a) for group, advices in found.groups.items() for a in advices],
    }


def _item(desk: Desk, group: GroupName, advice: Advice) -> dict[str, Any]:
    finding = advice.finding
    subject = finding.subject
    name = "" if subject is None else subject.name.display if isinstance(subject, Contact) else subject.title
    kind = "person" if isinstance(subject, Contact) else "event"
    about = {"kind": kind, "id": subject.id, "name": name} if subject else None
    return {
        "id": advice.id, "rule": advice.rule, "kind": finding.action, "severity": advice.severity, "group": group,
        "due": finding.due.isoformat() if finding.due else None, "about": about,
        "do": desk.do_plain(advice), "why": desk.why_plain(advice), "settle": desk.settling_line(advice) or None,
        "address": f"{desk.sources.site}follow-ups/#{advice.id}",
        "file": f"data/{finding.place.file}", "line": finding.place.line,
    }


def schema() -> dict[str, Any]:
    """What `follow-ups.json` looks like, in the words of JSON Schema."""
    day = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
    item = {
        "id": _described({"type": "string"}, "Stays the same from edition to edition while the matter is the same."),
        "rule": _described({"type": "string"}, "The rule that speaks; its page is rules/<rule>/."),
        "kind": {"enum": ["thank", "promise", "first", "keep", "introduce", "prepare", "review", "record"]},
        "severity": {"enum": list(SEVERITIES)},
        "group": _described({"enum": list(GROUPS)}, "Past its day, today, until Sunday, later, no day, waiting."),
        "due": _described({"anyOf": [day, {"type": "null"}]}, "The day to do it by."),
        "about": _described({"anyOf": [_about(), {"type": "null"}]}, "The person or event; null for yourself."),
        "do": {"type": "string"}, "why": {"type": "string"},
        "settle": _described({"type": ["string", "null"]}, "The line for data/inbox.yml that settles it."),
        "address": _described({"type": "string"}, "Its place on the site; relative while the site has no address."),
        "file": {"type": "string"}, "line": {"type": "integer", "minimum": 1},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Follow-ups of one edition",
        **_object({
            "version": {"const": 1}, "day": day, "commit": {"type": "string"}, "edited": {"type": "boolean"},
            "language": {"type": "string"}, "follow_ups": {"type": "array", "items": _object(item)},
        }),
    }


def _about() -> dict[str, Any]:
    return _object({"kind": {"enum": ["person", "event"]}, "id": {"type": "string"}, "name": {"type": "string"}})


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "required": list(properties), "properties": properties}


def _described(schema: dict[str, Any], description: str) -> dict[str, Any]:
    return {**schema, "description": description}


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _atom(desk: Desk, found: Backlog) -> bytes:
    """The list as an Atom feed (RFC 4287); an entry is updated on its day, or on the edition's if that is earlier."""
    sources = desk.sources
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": sources.speech.language})
    _add(feed, "id", f"{sources.site}follow-ups.atom" if sources.site else "tag:tertulia,2026:follow-ups")
    _add(feed, "title", sources.speech.text("Follow-ups"))
    _add(feed, "updated", f"{sources.day}T00:00:00Z")
    _add(SubElement(feed, "author"), "name", sources.network.me.name.display)
    SubElement(feed, "link", {"rel": "self", "href": f"{sources.site}follow-ups.atom"})
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": f"{sources.site}follow-ups/"})
    for advice in found:
        entry = SubElement(feed, "entry")
        _add(entry, "id", f"tag:tertulia,2026:{advice.id}")
        _add(entry, "title", desk.do_plain(advice))
        _add(entry, "updated", f"{min(advice.finding.due or sources.day, sources.day)}T00:00:00Z")
        address = f"{sources.site}follow-ups/#{advice.id}"
        SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": address})
        SubElement(entry, "category", {"term": advice.finding.action})
        _add(entry, "summary", desk.why_plain(advice))
    indent(feed, " ")
    body: str = tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'.encode()


def _add(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = _NOT_XML.sub("", text)
