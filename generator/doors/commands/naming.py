"""Naming: what the shell completes, ids and names of people and events among it."""

from __future__ import annotations

from typing import Any

import click
from click.shell_completion import CompletionItem


def complete_people(ctx: click.Context, _param: Any, incomplete: str) -> list[CompletionItem]:
    """Ids of the people whose id or name begins so; after a comma, of one more."""
    before, comma, last = incomplete.rpartition(",")
    return [CompletionItem(f"{before}{comma}{e.id}", help=e.name) for e in _entries(ctx, "contacts", "name", last)]


def complete_events(ctx: click.Context, _param: Any, incomplete: str) -> list[CompletionItem]:
    """Ids of the events whose id or title begins so."""
    return [CompletionItem(e.id, help=e.name) for e in _entries(ctx, "events", "title", incomplete)]


def complete_ids(ctx: click.Context, param: Any, incomplete: str) -> list[CompletionItem]:
    """Ids of people, events and organisations."""
    organisations = [CompletionItem(e.id, help=e.name) for e in _entries(ctx, "organisations", "name", incomplete)]
    return [*complete_people(ctx, param, incomplete), *complete_events(ctx, param, incomplete), *organisations]


def complete_kinds(_ctx: click.Context, _param: Any, incomplete: str) -> list[CompletionItem]:
    """The kinds of log entry."""
    from generator.records.entries import KINDS

    return [CompletionItem(kind) for kind in KINDS if kind.startswith(incomplete)]


def _entries(ctx: click.Context, folder: str, key: str, begun: str) -> list[Any]:
    from generator.doors.refusal import Refusal
    from generator.doors.terminal import Ground
    from generator.records.roll import fold

    try:
        ground = Ground(ctx.params.get("data"), ctx.params.get("day"))
    except Refusal:
        return []
    low = fold(begun)
    return [e for e in ground.roll(folder, key) if any(w.startswith(low) for w in (e.id, *fold(e.name).split()))]
