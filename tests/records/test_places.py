"""Places: a mistake of any kind is told where it was made; `make torture` looks at all of them."""

from __future__ import annotations

from itertools import islice

from generator.records.reading import read_text
from tests.torture.faults import faults


def test_a_single_fault_is_told_on_its_own_line_and_in_its_column() -> None:
    picked = list(islice(faults(), 0, None, 12))
    assert len(picked) > 200
    told = 0
    for fault in picked:
        spots = [p.place for p in read_text(fault.file, fault.text).problems]
        told += any(s.line == fault.line and fault.columns[0] <= s.column <= fault.columns[1] for s in spots)
    assert told >= 0.95 * len(picked)
