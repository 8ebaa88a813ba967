"""Finds pitches of yours with more words than fit into their seconds.

Half a minute holds some 75 words at the usual 150 a minute (secretaria.es; pugetsound.edu); whoever needs
more either hurries or goes on too long. The pace is the shared number `words_per_minute`. A pitch belongs
to you and not to an event, so the finding is about you, whether an event uses it or not.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.coach.finding import Finding, Severity
from generator.coach.pitch import pitch_length
from generator.coach.settings import Settings
from generator.records.network import Network

SEVERITY: Severity = "warning"
GRADE = "B"
USES = ("words_per_minute",)
NUMBERS = ()


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:  # noqa: ARG001  # a pitch is as long on any day
    """One finding for each pitch that is too long for its time."""
    for pitch in network.me.pitches:
        length = pitch_length(pitch, settings)
        if length.words > length.most:
            yield Finding(
                subject=None, place=pitch.origin.at("text"), action="prepare", key=pitch.id,
                facts={
                    "pitch": pitch.id, "words": length.words, "most": length.most, "seconds": pitch.seconds,
                    "count": length.words - length.most,
                },
            )
