"""Etiquette: the twelve checklists are whole, and each event gets the items that suit it."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from generator.coach.etiquette import (
    CHECKLIST_OF,
    KINDS,
    PHASES,
    Item,
    Told,
    mode_of,
    pick,
    read_checklists,
)
from generator.coach.proofreading import ContentError
from generator.records.contact import Contact
from generator.records.event import Event
from generator.records.owner import Me
from generator.records.record import ID_KEY
from generator.words.catalogue import LANGUAGES
from generator.words.problems import one_line
from generator.words.speech import speech

FOLDER = Path(__file__).parents[2] / "content" / "etiquette"
CHECKLISTS = read_checklists(FOLDER)
ITEMS = [item for checklist in CHECKLISTS.values() for item in checklist.items]
IN_MADRID = Me.model_validate({"name": "Nuria Sanz", "region": "ES-MD"})
IN_LONDON = Me.model_validate({"name": "Robin Hale", "region": "GB"})


def event(**keys: object) -> Event:
    return Event.model_validate({"title": "Sample", "date": "2026-11-26", **keys})


def picked(of: Event, me: Me = IN_LONDON) -> list[str]:
    return [item.id for item in pick(CHECKLISTS, of, me)]


def name(item: Item) -> str:
    return f"{item.checklist}/{item.id}"


def test_all_twelve_kinds_are_there_in_their_order() -> None:
    assert tuple(CHECKLISTS) == KINDS
    assert len(KINDS) == 12
    assert {path.stem for path in FOLDER.iterdir()} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_checklist_has_eight_to_fourteen_items_with_ids_of_their_own(kind: str) -> None:
    checklist = CHECKLISTS[kind]
    assert 8 <= len(checklist.items) <= 14
    assert len({item.id for item in checklist.items}) == len(checklist.items)
    assert all(checklist.phase(phase) for phase in PHASES)
    assert [i for phase in PHASES for i in checklist.phase(phase)] == list(checklist.items)


@pytest.mark.parametrize("item", ITEMS, ids=name)
def test_sources_carry_the_grade(item: Item) -> None:
    texts = [source.text for source in item.sources]
    if item.grade == "H":
        assert texts == ["house default"]
    else:
        assert "house default" not in texts
        assert len(set(texts)) >= (1 if item.grade == "A" else 2)
    assert item.checked_on.year >= 2026


@pytest.mark.parametrize("item", ITEMS, ids=name)
def test_all_languages_say_something_of_their_own(item: Item) -> None:
    for text in (item.do, item.mistake, item.reason, item.disputed):
        if text is not None:
            _is_in_all_languages(text)
    for text in (item.do, item.reason):
        assert all(said.endswith(".") for said in text.root.values())


@pytest.mark.parametrize("kind", KINDS)
def test_title_and_intro_are_in_all_languages(kind: str) -> None:
    _is_in_all_languages(CHECKLISTS[kind].title)
    _is_in_all_languages(CHECKLISTS[kind].intro)


def _is_in_all_languages(text: Told) -> None:
    assert set(text.root) == set(LANGUAGES)
    assert len(set(text.root.values())) == len(LANGUAGES)
    for language, said in text.root.items():
        assert said.strip() == said != ""
        assert not set("!¡") & set(said)
        assert text.in_language(language) == said


def test_a_checklist_of_ones_own_may_speak_one_language() -> None:
    assert Told.model_validate({"en": "Be there."}).in_language("es") == "Be there."
    with pytest.raises(ValueError, match="content-language"):
        Told.model_validate({"english": "Be there."})


def test_one_id_is_one_act_in_every_checklist() -> None:
    acts = defaultdict(set)
    for item in ITEMS:
        acts[item.id].add(item.do.in_language("es"))
    assert {i for i, different in acts.items() if len(different) > 1} == set()


def test_every_checklist_of_events_has_something_for_introverts() -> None:
    quiet = {item.checklist for item in ITEMS if item.audience == "introvert"}
    assert quiet >= set(CHECKLIST_OF.values())


def test_a_conference_in_person_and_one_online() -> None:
    in_person, online = picked(event(kind="conference")), picked(event(kind="conference", mode="online"))
    assert {"answer-the-invitation", "badge-right-glass-left", "write-within-two-days"} <= set(in_person)
    assert "one-thing-at-a-time" not in in_person
    assert {"answer-the-invitation", "one-thing-at-a-time"} <= set(online)
    assert not {"badge-right-glass-left", "arrive-early", "card-with-both-hands"} & set(online)
    assert {"badge-right-glass-left", "one-thing-at-a-time"} <= set(picked(event(kind="conference", mode="hybrid")))


def test_an_introvert_gets_more_and_an_event_may_say_otherwise() -> None:
    quiet = Me.model_validate({"name": "Robin Hale", "introvert": "yes"})
    assert "keep-the-next-hour-free" not in picked(event(kind="coffee"))
    assert "keep-the-next-hour-free" in picked(event(kind="coffee"), quiet)
    assert "keep-the-next-hour-free" in picked(event(kind="coffee", introvert="yes"))
    assert "keep-the-next-hour-free" not in picked(event(kind="coffee", introvert="no"), quiet)


def test_the_region_of_the_place_comes_before_mine() -> None:
    local = {"shake-hands", "usted-until-invited", "mind-the-calendar"}
    assert local <= set(picked(event(kind="meeting"), IN_MADRID))
    assert local <= set(picked(event(kind="meeting", venue={"name": "Town hall", "region": "ES"})))
    assert not local & set(picked(event(kind="meeting", venue={"name": "Office", "region": "GB"}), IN_MADRID))
    assert not local & set(picked(event(kind="meeting"), Me.model_validate({"name": "Robin Hale"})))


def test_further_checklists_join_by_phase_and_nothing_comes_twice() -> None:
    items = pick(CHECKLISTS, event(kind="interview", checklists=["thanking", "interview", "introducing"]), IN_LONDON)
    ids = [item.id for item in items]
    assert {"read-about-them", "say-it-soon", "step-aside"} <= set(ids)
    assert len(ids) == len(set(ids))
    assert next(i for i in items if i.id == "tell-the-introducer").checklist == "interview"
    phases = [PHASES.index(item.phase) for item in items]
    assert phases == sorted(phases)


def test_a_host_gets_the_hosts_items() -> None:
    assert "arrive-first-as-host" in picked(event(kind="hosted"))
    assert "settle-the-bill-beforehand" not in picked(event(kind="meal", host="somebody"))
    assert "settle-the-bill-beforehand" in picked(event(kind="meal", host="Robin Hale"))
    assert "settle-the-bill-beforehand" in picked(event(kind="hosted", checklists=["meal"]))


def test_a_webinar_is_online_even_where_nobody_says_so() -> None:
    webinar = event(kind="webinar", checklists=["conference"])
    assert mode_of(webinar) == "online"
    assert "camera-on" in picked(webinar)
    assert "badge-right-glass-left" not in picked(webinar)


def test_an_event_without_a_kind_gets_only_what_it_names() -> None:
    assert picked(event()) == []
    assert picked(event(checklists=["no-such-list"])) == []
    assert {item.checklist for item in pick(CHECKLISTS, event(checklists=["coffee"]), IN_LONDON)} == {"coffee"}


def test_faults_name_file_and_item_all_at_once(tmp_path: Path) -> None:
    text = (FOLDER / "coffee.yml").read_text(encoding="utf-8")
    broken = text.replace("grade: H", "grade: B", 1).replace("phase: during", "phase: while", 1)
    assert broken != text
    (tmp_path / "coffee.yml").write_text(broken, encoding="utf-8")
    (tmp_path / "meal.yml").write_text("kind: [", encoding="utf-8")
    (tmp_path / "tea.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_checklists(tmp_path)
    told = [(p.place.file, p.code) for p in caught.value.problems]
    assert told == [
        ("etiquette/coffee.yml", "content-source-not-h"), ("etiquette/coffee.yml", "bad-choice"),
        ("etiquette/meal.yml", "open-bracket"), ("etiquette/tea.yml", "content-other-name"),
    ]
    first, second, *_ = caught.value.problems
    assert first.excerpt[first.place.line].strip() == "- id: say-why-and-how-long"
    assert second.excerpt[second.place.line].strip() == "phase: while"


@pytest.mark.parametrize(("before", "after", "code"), [
    ("checked_on: 2026-11-23", "checked_on: x", "bad-date"), ("mistakes: 4", "mistakes: 9", "too-large"),
    ("mistakes: 4", "mistakes: four", "bad-number"), ("- id: say-why", "- id: Say why", "bad-id"),
    ("- id: no-hidden-request", "- id: say-why-and-how-long", "content-twice"),
    ("phase: before", "phase: after", "content-order"), ("phase: before", "fase: before", "unknown-key"),
    ("sources:\n      - {text: \"house default\"}", "sources: []", "empty-value"),
    ("kind: coffee", "kind: tea", "bad-choice"), ("title: {", "title: {fr: x, ", "content-language"),
    ("grade: H", "grade: H\n    region: madrid", "bad-region"),
    ("{text: \"house default\"}", "{text: \"house default\", url: ftp}", "bad-link"),
    ("{text: \"house default\"}", "{text: \" \"}", "empty-value"),
    ("{text: \"house default\"}", "{text: a}", "content-source-of-h"),
    ("grade: H\n    sources:\n      - {text: \"house default\"}", "grade: C\n    sources: [{text: a}]",
     "content-few-sources"),
])
def test_each_fault_is_told_in_both_languages_with_its_line(tmp_path: Path, before: str, after: str, code: str) -> None:
    text = (FOLDER / "coffee.yml").read_text(encoding="utf-8")
    assert before in text
    (tmp_path / "coffee.yml").write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_checklists(tmp_path)
    found = next(p for p in caught.value.problems if p.code == code)
    assert found.excerpt
    spanish, english = (one_line(found, speech(language), root="content") for language in ("es", "en"))
    assert spanish.startswith(f"content/{found.place}: ")
    assert spanish != english


@pytest.mark.parametrize(
    ("form", "expected", "said"),
    [("tu", ["ana"], False), ("usted", ["ana"], True), (None, ["ana"], True), ("tu", ["ana", {"name": "Otro"}], True)],
)
def test_nobody_is_told_to_say_usted_to_those_with_whom_it_is_tu(
    form: str, expected: list[object], *, said: bool
) -> None:
    ana = Contact.model_validate({"name": "Ana", "register": form, ID_KEY: "ana"})
    madrid = Me.model_validate({"name": "Nuria", "region": "ES-MD"})
    for kind, always in (("coffee", said), ("conference", True)):
        items = pick(CHECKLISTS, event(kind=kind, expected=expected), madrid, (ana,))
        assert ("usted-until-invited" in {item.id for item in items}) == always


@pytest.mark.parametrize("kind", ["coffee", "meal", "meetup", "hosted"])
def test_online_nobody_is_told_of_tables_plates_and_bills(kind: str) -> None:
    there = {"whoever-invites-pays", "note-what-not-why", "talk-to-both-sides", "work-after-the-food", "no-coaxing",
             "open-the-circle"}
    assert there & set(picked(event(kind=kind)))
    assert not there & set(picked(event(kind=kind, mode="online")))
