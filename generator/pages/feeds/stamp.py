"""Build stamp: what an edition was made from, as data for scripts and monitors."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.pages.page import Feed
from generator.pages.sources import Sources


def stamps(sources: Sources) -> Iterator[Feed]:
    """`build.json`: day, commit, whether there were uncommitted edits, version, audience and counts."""
    network, stamp = sources.network, sources.stamp
    counts = {
        "people": len(network.contacts), "events": len(network.events), "organisations": len(network.organisations),
    }
    if sources.private:
        counts["follow_ups"] = len(sources.backlog)
        counts["problems"] = len(sources.reading.problems) if sources.reading else 0
    found = {
        "day": stamp.day.isoformat(), "commit": stamp.commit, "edited": stamp.edited, "version": stamp.version,
        "audience": sources.audience, "language": sources.speech.language, "counts": counts,
    }
    yield Feed("build.json", (json.dumps(found, indent=1) + "\n").encode())
