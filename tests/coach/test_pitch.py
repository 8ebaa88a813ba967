"""The pitch for an event, or the nearest one, and its length."""

from __future__ import annotations

from generator.coach.coach import shared_settings
from generator.coach.pitch import nearest_pitch, pitch_length, pitch_of
from tests.networks import read_case

PITCHES = "pitches: [{id: es-15, language: es, seconds: 12, text: uno dos tres}, {id: en-30, language: en, text: one}]"


def ids(event: str, me: str = f"languages: [en, es], {PITCHES}") -> tuple[str | None, str | None]:
    own = f"me: {{name: Nuria, {me}}}"
    network = read_case(f"day: 2026-11-23\n{own}\nevents: {{e: {{title: E, date: 2026-11-26{event}}}}}").network
    exact, nearest = (find(network.events["e"], network) for find in (pitch_of, nearest_pitch))
    return exact.id if exact else None, nearest.id if nearest else None


def test_without_one_that_fits_the_nearest_is_named() -> None:
    assert ids(", language: es") == ("es-15", "es-15")
    assert ids(", language: fr") == (None, "en-30")
    assert ids(", language: es, pitch: lost") == (None, "es-15")
    assert ids("") == ("en-30", "en-30")
    assert ids(", language: es", "languages: [es]") == (None, None)


def test_words_are_counted_against_the_seconds() -> None:
    me, coach = f"me: {{name: Nuria, {PITCHES}}}", "coach: {numbers: {words_per_minute: 10}}"
    network = read_case(f"day: 2026-11-23\n{me}\n{coach}").network
    length = pitch_length(network.me.pitches[0], shared_settings(network))
    assert (length.words, length.most, length.extra) == (3, 2, 1)
