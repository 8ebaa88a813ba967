"""People by tag: everybody who has one, by the words of your own that you find them by."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from generator.pages.alphabet import by_name, by_word, fold
from generator.pages.register import Group, Register, entry
from generator.pages.rendering import Desk
from generator.records.contact import Contact
from generator.records.folder import RESERVED
from generator.records.scalars import slug


def by_tag(desk: Desk) -> Register:
    """The register of the tags; capitals and accents make no tag another one."""
    speech = desk.sources.speech
    found = _tagged(desk.sources.network.contacts.values())
    slugs = _slugs({key: name for key, (name, _) in found.items()})
    ordered = sorted(found, key=lambda key: (by_word(found[key][0], speech.language), key))
    groups = [_tag(desk, slugs[key], *found[key]) for key in ordered]
    lead = speech.plural("{n} tag of your own.", "{n} tags of your own.", len(groups)) if groups and \
        desk.sources.private else "" if groups else speech.text("No tags yet.")
    return Register("tags/", "tags/", speech.text("People by tag"), lambda: lead, groups, "tags", "tag-")


def tag_addresses(people: Iterable[Contact]) -> dict[str, str]:
    """Where each tag stands among all of them, by the tag as it is folded."""
    written = dict.fromkeys(tag for contact in people for tag in contact.tags)
    slugs = _slugs({fold(tag, "es"): tag for tag in reversed(written)})
    return {key: f"tags/#tag-{name}" for key, name in slugs.items()}


def _tagged(people: Iterable[Contact]) -> dict[str, tuple[str, list[Contact]]]:
    """By tag, how it is written first and who has it."""
    found: dict[str, tuple[str, list[Contact]]] = {}
    for contact in people:
        for key, tag in {fold(tag, "es"): tag for tag in reversed(contact.tags)}.items():
            found.setdefault(key, (tag, []))[1].append(contact)
    return found


def _slugs(names: dict[str, str]) -> dict[str, str]:
    """A part of an address for each tag: two that look the same without their signs get a number."""
    slugs: dict[str, str] = {}
    taken = set(RESERVED)
    for key in sorted(names):
        plain, n = slug(names[key]) or "tag", 2
        name = plain
        while name in taken:
            name, n = f"{plain}-{n}", n + 1
        taken.add(name)
        slugs[key] = name
    return slugs


def _tag(desk: Desk, name: str, title: str, people: list[Contact]) -> Group:
    ordered = sorted(people, key=lambda c: by_name(c, desk.sources.speech.language))
    return Group(name, title, tuple(ordered), partial(entry, desk))
