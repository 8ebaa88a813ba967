"""Any bytes in a file, any values in a network: no failure, no wait, nothing alive; `make torture` does it longer."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from tests.torture.fuzz import BYTES, Sweep, any_bytes, any_values
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
