"""Pitch: how you introduce yourself at an event, and how many words fit into its seconds."""

from __future__ import annotations

from dataclasses import dataclass

from generator.coach.settings import Settings
from generator.records.event import Event
from generator.records.network import Network
from generator.records.owner import Pitch


def pitch_of(event: Event, network: Network) -> Pitch | None:
    """The pitch to use: the one it names, else the first in its language; any, if it names no language."""
    pitches = [p for p in network.me.pitches if p.text]
    if event.pitch:
        return next((p for p in pitches if p.id == event.pitch), None)
    if event.language:
        return next((p for p in pitches if p.language == event.language), None)
    best = network.me.languages
    return min(pitches, key=lambda p: best.index(p.language) if p.language in best else len(best), default=None)


def nearest_pitch(event: Event, network: Network) -> Pitch | None:
    """The pitch to use, or for want of one the nearest: in the event's language, else in the one you speak best."""
    best = (event.language, *network.me.languages)
    pitches = [p for p in network.me.pitches if p.text]
    nearest = min(pitches, key=lambda p: best.index(p.language) if p.language in best else len(best), default=None)
    return pitch_of(event, network) or nearest


@dataclass(frozen=True, slots=True)
class PitchLength:
    """How many words a pitch has, and how many fit into its seconds."""

    words: int
    most: int

    @property
    def extra(self) -> int:
        """How many words are too many."""
        return max(self.words - self.most, 0)


def pitch_length(pitch: Pitch, settings: Settings) -> PitchLength:
    """The words of a pitch against its seconds at the usual pace of speaking."""
    words = sum(any(c.isalnum() for c in word) for word in pitch.text.split())
    return PitchLength(words, int(pitch.seconds * settings["words_per_minute"] / 60))
