"""Etiquette: the checklists of good manners, read from their files and picked for one event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, RootModel, model_validator

from generator.coach.prep import FEW, few_people
from generator.coach.proofreading import ContentError, read_as
from generator.coach.settings import HOUSE, Grade
from generator.records.contact import Contact
from generator.records.event import Event, EventKind, Mode
from generator.records.network import people_at
from generator.records.owner import Me
from generator.records.problems import Problem
from generator.records.scalars import text_of, wrong
from generator.words.catalogue import LANGUAGES

ChecklistKind = Literal[
    "conference", "meetup", "coffee", "meal", "meeting", "call", "webinar", "interview", "hosting",
    "introducing", "posting-online", "thanking",
]
KINDS: tuple[ChecklistKind, ...] = get_args(ChecklistKind)
"""Every checklist there is, in the order in which the site lists them."""

Phase = Literal["before", "during", "after"]
PHASES: tuple[Phase, ...] = get_args(Phase)

Circumstance = Literal["introvert", "host", "online"]
"""Whom an item is for, when it is not for everybody."""

CHECKLIST_OF: Mapping[EventKind, ChecklistKind] = {
    "conference": "conference",
    "meetup": "meetup",
    "meeting": "meeting",
    "coffee": "coffee",
    "meal": "meal",
    "call": "call",
    "webinar": "webinar",
    "interview": "interview",
    "hosted": "hosting",
}
"""Which checklist belongs to which kind of event; the others are for those who name them."""

_FEWEST_SOURCES: Mapping[Grade, int] = {"A": 1, "B": 2, "C": 2, "H": 1}
_NEVER_IN_PERSON: frozenset[EventKind | None] = frozenset({"call", "webinar"})


def _matching(pattern: str, code: str) -> Any:
    """A text of one shape; any other is the problem of that code."""
    def look(value: Any) -> Any:
        if not re.search(pattern, text_of(value)):
            raise wrong(code, value=value)
        return value
    return BeforeValidator(look)


_Words = Annotated[str, _matching(r"\S", "empty-value")]
_Id = Annotated[str, _matching(r"^[a-z0-9]+(-[a-z0-9]+)*$", "bad-id")]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Told(RootModel[dict[str, _Words]]):
    """One text in the languages of the site, side by side; one of them is enough for a checklist of one's own."""

    model_config = ConfigDict(frozen=True)

    def in_language(self, language: str) -> str:
        """The text in one language, or in the first that it has where it has not been said in that one."""
        return next(self.root[spoken] for spoken in (language, *LANGUAGES) if spoken in self.root)

    @model_validator(mode="after")
    def _is_in_our_languages(self) -> Told:
        if not self.root or not self.root.keys() <= set(LANGUAGES):
            raise wrong("content-language")
        return self


class Source(_Frozen):
    """Who says so, and where that can be looked up when an address is known."""

    text: _Words
    url: Annotated[str, _matching(r"^https?://\S+$", "bad-link")] | None = None


class Item(_Frozen):
    """One thing to do or not to do, with its reason and its sources.

    `checklist` and `id` together name it for ever: browsers keep ticks under them. `modes` empty means
    all of them; `audience` (`for` in the file) and `region` None mean everybody and everywhere. `settled_by`
    names the form of address that, recorded with everybody in a small company, leaves nothing to do.
    """

    checklist: ChecklistKind
    id: _Id
    phase: Phase
    modes: tuple[Mode, ...] = ()
    audience: Annotated[Circumstance | None, Field(alias="for")] = None
    region: Annotated[str, _matching(r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$", "bad-region")] | None = None
    settled_by: Literal["tu", "usted"] | None = None
    do: Told
    mistake: Told
    reason: Told
    grade: Grade
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    checked_on: date
    disputed: Told | None = None
    mistakes: Annotated[int, Field(ge=1, le=5)]

    @model_validator(mode="after")
    def _sources_carry_the_grade(self) -> Item:
        ours = [s for s in self.sources if s.text == HOUSE]
        if self.grade == "H" and (len(ours) != 1 or len(self.sources) != 1):
            raise wrong("content-source-of-h", house=HOUSE)
        if self.grade != "H" and ours:
            raise wrong("content-source-not-h", house=HOUSE)
        if len({s.text for s in self.sources}) < _FEWEST_SOURCES[self.grade]:
            raise wrong("content-few-sources")
        return self


class Checklist(_Frozen):
    """The manners of one kind of occasion, in the order of time."""

    kind: ChecklistKind
    title: Told
    intro: Told
    items: tuple[Item, ...]

    def phase(self, phase: Phase) -> tuple[Item, ...]:
        """The items of one phase."""
        return tuple(item for item in self.items if item.phase == phase)

    @model_validator(mode="after")
    def _is_in_order(self) -> Checklist:
        ids = [item.id for item in self.items]
        twice = sorted({i for i in ids if ids.count(i) > 1})
        if twice:
            raise wrong("content-twice", value=", ".join(twice))
        phases = [PHASES.index(item.phase) for item in self.items]
        if phases != sorted(phases):
            raise wrong("content-order")
        return self


def read_checklists(source: Path | Iterable[Path]) -> Mapping[str, Checklist]:
    """Checklists by kind, in the site's order, of a folder or some files; raises `ContentError` with all faults."""
    found: dict[str, Checklist] = {}
    faults: list[Problem] = []
    for path in sorted(source.glob("*.yml")) if isinstance(source, Path) else source:
        try:
            found[path.stem] = _read(path)
        except ContentError as error:
            faults += error.problems
    if faults:
        raise ContentError(faults)
    return {kind: found[kind] for kind in KINDS if kind in found}


def pick(checklists: Mapping[str, Checklist], event: Event, me: Me, people: Sequence[Contact] = ()) -> tuple[Item, ...]:
    """The items for one event's prep sheet: its kind's checklist, then those it names, by phase.

    An id means the same act in every checklist, so that it is picked once, from the first that has it.
    `people` are the contacts who will be there. Names of checklists that do not exist are passed over: the event's
    reader reports them.
    """
    kind = CHECKLIST_OF.get(event.kind) if event.kind else None
    names = dict.fromkeys([*([kind] if kind else []), *event.checklists])
    items: dict[str, Item] = {}
    for checklist in (checklists[name] for name in names if name in checklists):
        for item in checklist.items:
            if _suits(item, event, me) and not _is_settled(item, event, people):
                items.setdefault(item.id, item)
    return tuple(sorted(items.values(), key=lambda item: PHASES.index(item.phase)))


def mode_of(event: Event) -> Mode:
    """How people meet there; a call or a webinar is online even where the file does not say so."""
    return "online" if event.kind in _NEVER_IN_PERSON and event.mode == "in_person" else event.mode


def _suits(item: Item, event: Event, me: Me) -> bool:
    if item.modes and mode_of(event) not in item.modes:
        return False
    region = (event.venue.region if event.venue else None) or me.region or ""
    if item.region and region != item.region and not region.startswith(f"{item.region}-"):
        return False
    return item.audience is None or item.audience in _circumstances(event, me)


def _is_settled(item: Item, event: Event, people: Sequence[Contact]) -> bool:
    """Whether it says what has long been agreed with everybody, where few meet and no strangers come by."""
    small = event.kind in FEW and bool(people) and {*people_at(event)} <= {c.id for c in people}
    return item.settled_by is not None and small and all(c.address_form == item.settled_by for c in people)


def _circumstances(event: Event, me: Me) -> Iterator[Circumstance]:
    if few_people(event, me):
        yield "introvert"
    if event.kind == "hosted" or event.host in (me.name.display, me.name.familiar):
        yield "host"
    if mode_of(event) != "in_person":
        yield "online"


def _read(path: Path) -> Checklist:
    return read_as(Checklist, path, "etiquette", _named_by)


def _named_by(raw: Any) -> Any:
    """Every item knows the checklist that it belongs to; that there is none of that name is told once, of `kind`."""
    if not isinstance(raw, dict) or not isinstance(raw.get("items"), list):
        return raw
    kind = raw.get("kind") if raw.get("kind") in KINDS else KINDS[0]
    return {**raw, "items": [{**item, "checklist": kind} if isinstance(item, dict) else item for item in raw["items"]]}
