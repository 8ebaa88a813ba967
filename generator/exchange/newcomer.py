"""Newcomer: one person or event on the way in, filled field by field; what does not fit goes to its notes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from pydantic_core import PydanticCustomError

from generator.records import guard, scalars
from generator.records.moments import birthday
from generator.records.places import Place

MOST_NOTES = scalars.PROSE - 200
"""Most characters of the notes; a little room is left for saying that they were cut."""

HOSTS = {
    "linkedin.com": "linkedin", "github.com": "github", "instagram.com": "instagram", "bsky.app": "bluesky",
}
"""On which sites an address is a profile of its own kind."""

PROFILES = ("linkedin", "github", "mastodon", "bluesky", "instagram")
"""Channels that are a profile on a site of their own."""

NUMBERS = ("whatsapp", "telegram", "signal")
"""Words in the label of a number that say which way it belongs to."""

_BREAKS = re.compile("\r\n?|[\u2028\u2029\u0085\v\f]")
_CUT = " […]"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say about a file or a line of it: `message` is an msgid, `facts` its placeholders."""

    place: Place
    message: str
    facts: dict[str, str] = field(default_factory=dict)


@dataclass
class Newcomer:
    """What will be one new file, and the place it was read from."""

    place: Place
    fields: dict[str, Any] = field(default_factory=dict)
    leftovers: list[str] = field(default_factory=list)
    prose: list[str] = field(default_factory=list)

    def put(self, key: str, value: str, label: str, read: Callable[[Any], Any] = scalars.one_line) -> bool:
        """Take a value for a field that is still free and that it fits; otherwise leave it in the notes."""
        text = one_line(value)
        if not text:
            return False
        fitting = key not in self.fields and _fits(text, read)
        if fitting:
            self.fields[key] = text
        elif self.fields.get(key) != text:
            self.leave(label, value)
        return fitting

    def put_in(self, key: str, inner: str, value: str, label: str, read: Callable[[Any], Any]) -> bool:
        """The same for a field of a mapping: `met: {date: …}`."""
        part = Newcomer(self.place, self.fields.setdefault(key, {}))
        taken = part.put(inner, value, label, read)
        self.leftovers.extend(part.leftovers)
        if not self.fields[key]:
            del self.fields[key]
        return taken

    def leave(self, label: str, value: str) -> None:
        """Keep what has no field of its own as a line of the notes."""
        text = " / ".join(filter(None, (line.strip() for line in cleaned(value).split("\n"))))
        if text:
            self.leftovers.append(f"{one_line(label)}: {text}")

    def name(self, given: str, surname: str, *, full: str = "", preferred: str = "", honorific: str = "") -> None:
        """What they are called: plain where that sorts well, in parts where it would not."""
        given, surname, preferred, honorific = (one_line(part) for part in (given, surname, preferred, honorific))
        whole = one_line(full) or " ".join(filter(None, [given, surname]))
        if not _fits(whole, scalars.one_line):
            self.leave("Name", whole)
            whole, given, surname = whole[: scalars.ONE_LINE - len(_CUT)], "", ""
        if not whole:
            return
        parts: dict[str, Any] = {"honorific": honorific, "preferred": "" if preferred == given else preferred}
        if given and surname and whole.split() == f"{given} {surname}".split() and " " in given:
            parts |= {"given": given, "surnames": [surname]}
        elif any(parts.values()):
            parts = {"full": whole, **parts}
        parts = {key: value for key, value in parts.items() if value}
        self.fields["name"] = parts or whole

    def email(self, value: str, label: str = "E-mail") -> None:
        """An address: the first one that is one; the others stay in the notes."""
        self.put_in("channels", "email", value.removeprefix("mailto:"), label, scalars.email)

    def phone(self, value: str, label: str = "Phone") -> None:
        """A number: the label says whether it belongs to a messenger."""
        way = next((name for name in NUMBERS if name in label.casefold()), "phone")
        number = re.sub(r"^tel:", "", one_line(value), flags=re.IGNORECASE)
        self.put_in("channels", way, number, label, scalars.phone)

    def link(self, value: str, label: str = "Web") -> None:
        """An address on the web: its label or its site says which profile it is; one without https:// is given it."""
        text = one_line(value)
        if text and "://" not in text and re.match(r"[\w-]+(\.[\w-]+)+(/|$)", text):
            text = f"https://{text}"
        host = re.sub(r"^https?://([^/:]*).*$", r"\1", text, flags=re.IGNORECASE | re.DOTALL).casefold()
        way = next((name for name in PROFILES if name in label.casefold()), "")
        way = way or next((w for site, w in HOSTS.items() if host == site or host.endswith(f".{site}")), "web")
        self.put_in("channels", way, text, label, scalars.link)

    def birthday(self, value: str, label: str = "Birthday") -> None:
        """A day to congratulate, with or without its year, in the ways that address books write it."""
        text = one_line(value)
        found = re.match(r"(?:(\d{4})-?|--)(\d{2})-?(\d{2})(?:T.*|\s.*)?\Z", text)
        year = found[1] if found and found[1] != "1604" else ""  # Apple's year for none
        self.put("birthday", "-".join(filter(None, [year, found[2], found[3]])) if found else text, label, birthday)

    def tag(self, value: str) -> None:
        """A word to find them by."""
        text = one_line(value)
        tags = self.fields.setdefault("tags", [])
        if text and text not in tags:
            tags.append(text) if _fits(text, scalars.one_line) else self.leave("Tag", text)
        if not tags:
            del self.fields["tags"]

    def note(self, value: str) -> None:
        """Free text of theirs."""
        text = cleaned(value).strip()
        if text:
            self.prose.append(text)

    @property
    def notes(self) -> str:
        """All there is to note: free text first, then a line for each thing without a field."""
        listed = "\n".join(f"- {line}" for line in self.leftovers)
        return "\n\n".join(filter(None, [*self.prose, listed]))

    @property
    def is_cut(self) -> bool:
        """Whether the notes are longer than a note may be."""
        return len(self.notes) > MOST_NOTES

    def record(self) -> dict[str, Any]:
        """The fields with the notes last, as they will be written."""
        notes = self.notes[:MOST_NOTES] + (_CUT if self.is_cut else "")
        return {**self.fields, "notes": notes} if notes else dict(self.fields)

    @property
    def display(self) -> str:
        """What to call it in a list."""
        name = self.fields.get("name", self.fields.get("title", ""))
        if isinstance(name, dict):
            return str(name.get("full") or " ".join([name.get("given", ""), *name.get("surnames", [])]).strip())
        return str(name)


def cleaned(text: str) -> str:
    """A text with plain line breaks and without the characters that no data file may hold."""
    if text.isascii() and text.isprintable():
        return text
    plain = unicodedata.normalize("NFC", _BREAKS.sub("\n", text))
    return guard.SUSPECT.sub("", "".join(c for c in plain if c in "\n\t" or unicodedata.category(c) != "Cc"))


def one_line(text: str) -> str:
    """A text as one line, without outer blanks."""
    return " ".join(cleaned(text).split())


def _fits(text: str, read: Callable[[Any], Any]) -> bool:
    try:
        read(text)
    except (PydanticCustomError, ValueError):
        return False
    return True
