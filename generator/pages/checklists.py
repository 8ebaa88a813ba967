"""The checklists: good manners by kind of occasion, and the page that lists them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.coach.etiquette import PHASES, Checklist, Item
from generator.pages.findable import told
from generator.pages.page import Page
from generator.pages.rendering import Desk
from generator.pages.sources import Sources

TAB = "checklists/"


@dataclass(frozen=True, slots=True)
class Row:
    """One item as the page shows it; named as the macro `check` reads it."""

    id: str
    text: str
    why: str
    grade: str
    sources: tuple[tuple[str, str], ...]
    house: bool
    checked_on: str
    disputed: str
    circumstance: str


@dataclass(frozen=True, slots=True)
class Group:
    """The items of one phase."""

    phase: str
    rows: tuple[Row, ...]


def pages(sources: Sources) -> Iterator[Page]:
    """The index of checklists, then a page for each."""
    yield _index(sources)
    for checklist in sources.checklists.values():
        yield _page(sources, checklist)


def _index(sources: Sources) -> Page:
    desk = Desk(sources, TAB)
    language = sources.speech.language
    entries = [
        (kind, checklist.title.in_language(language), checklist.intro.in_language(language), len(checklist.items))
        for kind, checklist in sources.checklists.items()
    ]
    return desk.render("checklists", sources.speech.text("Etiquette"), tab=TAB, entries=entries)


def _page(sources: Sources, checklist: Checklist) -> Page:
    desk = Desk(sources, f"{TAB}{checklist.kind}/")
    language = sources.speech.language
    title = checklist.title.in_language(language)
    groups = [Group(phase, tuple(_row(desk, item) for item in checklist.phase(phase))) for phase in PHASES]
    return desk.render(
        "checklist",
        title,
        tab=TAB,
        found_by=told(*(item.do.in_language(language) for item in checklist.items)),
        checklist=checklist,
        intro=checklist.intro.in_language(language),
        groups=[g for g in groups if g.rows],
        total=len(checklist.items),
    )


def _row(desk: Desk, item: Item) -> Row:
    language = desk.sources.speech.language
    return Row(
        id=item.id, text=item.do.in_language(language), why=item.reason.in_language(language), grade=item.grade,
        sources=tuple((s.text, s.url or "") for s in item.sources), house=item.grade == "H",
        checked_on=desk.date(item.checked_on), disputed=item.disputed.in_language(language) if item.disputed else "",
        circumstance=item.audience or ("region" if item.region else ""),
    )
