"""Any bytes in a file, any values in a network: no failure, no wait, nothing alive; `make torture` does it longer."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings

from generator.records.record import AUDIENCES
from generator.words.catalogue import LANGUAGES
from tests.torture.fuzz import BYTES, Sweep, any_bytes, any_values
from tests.torture.hostile import hostile_data
from tests.torture.mutations import MUTATIONS, Mutation

SWEEP = Sweep()


@settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(BYTES)
def test_any_bytes_are_read_as_every_kind_of_file(raw: bytes) -> None:
    any_bytes(SWEEP, raw)


@settings(max_examples=12, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(MUTATIONS)
def test_any_values_make_whole_pages_and_feeds(mutations: list[Mutation]) -> None:
    any_values(SWEEP, mutations)


def test_a_network_of_hostile_texts_is_harmless_in_every_edition(tmp_path: Path) -> None:
    folder, count = hostile_data(tmp_path)
    files = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.yml")}
    sweep = Sweep()
    reading = sweep.read(files)
    assert not reading.problems
    assert count > 100
    for audience in AUDIENCES:
        for language in LANGUAGES:
            sweep.publish(reading, audience, language)
    assert sweep.feeds >= 30
