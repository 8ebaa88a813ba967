"""Register: who is there already, by everything they can be recognised by, and which ids are taken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from generator.exchange.newcomer import PROFILES
from generator.records.contact import Contact
from generator.records.folder import RESERVED
from generator.records.network import Network

LONGEST_ID = 64
By = Literal["e-mail", "profile", "name", "day and title", "file"]


class Roll:
    """Who and what is there already, by everything they can be recognised by, and the ids that are taken."""

    def __init__(self, network: Network, taken: Mapping[str, Iterable[str]]) -> None:
        self.mails: dict[str, str] = {}
        self.links: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.profiles: dict[str, set[str]] = {}
        self.days = {(str(e.date.date), fold(e.title)): e.id for e in network.events.values()}
        self.taken = {folder: {name.casefold() for name in names} for folder, names in taken.items()}
        self.organisations = {fold(o.name): o.id for o in network.organisations.values()}
        for contact in network.contacts.values():
            self.enter(contact.id, *marks_of(contact))

    def enter(self, id_: str, mails: Iterable[str], links: list[str], names: Iterable[str]) -> None:
        """Note one more person; who was there first stays."""
        self.profiles[id_] = set(links)
        for found, values in ((self.mails, mails), (self.links, links), (self.names, names)):
            for value in values:
                found.setdefault(value, id_)

    def free(self, folder: str, wishes: Iterable[str]) -> str:
        """The first of some ids that is free, or the last one with a number."""
        taken, last = self.taken.setdefault(folder, set()), ""
        for wish in wishes:
            last = wish[:LONGEST_ID].strip("-_") or last
            if last and last not in taken and last not in RESERVED:
                break
        else:
            last = next(i for i in _numbered(last or "person") if i not in taken and i not in RESERVED)
        taken.add(last)
        return last


def known_as(roll: Roll, mails: Iterable[str], links: list[str], names: Iterable[str]) -> tuple[str, By] | None:
    """Who it is already; two people of one name with a profile each on the same site are two people."""
    ways: tuple[tuple[dict[str, str], Iterable[str], By], ...] = (
        (roll.mails, mails, "e-mail"), (roll.links, links, "profile"), (roll.names, names, "name"),
    )
    found = next(((found[v], by) for found, values, by in ways for v in values if v in found), None)
    if found and found[1] == "name" and _sites(links) & _sites(roll.profiles.get(found[0], ())):
        return None
    return found


def _sites(links: Iterable[str]) -> set[str]:
    return {link.split("/")[0] for link in links}


def _numbered(base: str) -> Iterator[str]:
    n = 2
    while True:
        yield f"{base[: LONGEST_ID - 1 - len(str(n))]}-{n}"
        n += 1


def fold(text: str) -> str:
    """A text as names are compared: small letters and figures of any script, without accents."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[\W_]+", " ", plain.casefold()).split())


def bare_link(link: str) -> str:
    """An address as profiles are compared: without scheme, language, `www`, query and final slash."""
    text = re.sub(r"^https?://(?:www\.|[a-z]{2}\.(?=linkedin\.))?", "", link.strip(), flags=re.IGNORECASE)
    return re.split("[?#]", text)[0].rstrip("/").casefold()


def marks_of(contact: Contact) -> tuple[list[str], list[str], list[str]]:
    """E-mail address, profiles and name of somebody on record."""
    channels = contact.channels
    found = {
        name: channel.value for name in type(channels).model_fields
        if name != "origin" and (channel := getattr(channels, name)) is not None
    }
    plain = contact.name.model_copy(update={"honorific": None})
    return marks({"channels": found, "name": plain.display})


def marks(fields: Mapping[str, Any]) -> tuple[list[str], list[str], list[str]]:
    """E-mail address, profiles and name, as they are compared; a bare web site is no profile of one person."""
    channels = fields.get("channels", {})
    links = [bare_link(v) for k, v in channels.items() if k in PROFILES]
    name = fields.get("name", "")
    if isinstance(name, dict):
        name = name.get("full") or " ".join([name.get("given", ""), *name.get("surnames", [])])
    mails = [channels["email"].casefold()] if "email" in channels else []
    return mails, links, list(filter(None, [fold(name)]))
