"""Family: the drawing of one chain of introductions, a row a person, the ones behind whom most came first.

A big family shows its strongest branches; how many more are behind somebody stands beside the name.
"""

from __future__ import annotations

import heapq
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.coach.forest import Branch

DRAWN, DEEPEST = 8, 4
"""Most people in one drawing, and how far from the first of the chain: the table has them all."""

WIDTH, ROW, INDENT = 320, 32, 24
YOU, GAP, RADIUS = 9, 14, 6
"""Where you stand, how far a name is from its ring, and how big a ring is, in the units of the drawing."""

LETTER = 7.4
"""How wide a letter of a name is, about; of a wide script it is two."""

MORE = 13
"""Room for the words that say how many more there are, in letters."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Somebody in the drawing: where, the line that leads there, the name as it fits, how many are not drawn."""

    branch: Branch
    x: int
    y: int
    path: str
    label: str
    behind: int


@dataclass(frozen=True, slots=True)
class Family:
    """The drawing of one chain."""

    tree: Branch
    spots: tuple[Spot, ...]
    height: int


def family(tree: Branch) -> Family:
    """The drawing of a tree; what it costs depends on what is drawn, not on how big the tree is."""
    drawn = _strongest(tree)
    spots = tuple(_spots(tree, drawn))
    return Family(tree, spots, len(spots) * ROW)


def _strongest(tree: Branch) -> Mapping[str, int]:
    """The branches that are drawn, by key, with how many of their own are: always the strongest of those in reach."""
    drawn: dict[str, int] = {}
    reach: list[tuple[int, int, str, Branch, int]] = [(-tree.size, 0, tree.key, tree, 0)]
    while reach and len(drawn) < DRAWN:
        _, depth, key, branch, place = heapq.heappop(reach)
        drawn[key] = 0
        above = branch.through
        if above and branch is not tree:
            drawn[above.key] += 1
            _offer(reach, above, place + 1, depth)
        if depth < DEEPEST:
            _offer(reach, branch, 0, depth + 1)
    return drawn


def _offer(reach: list[tuple[int, int, str, Branch, int]], above: Branch, place: int, depth: int) -> None:
    """Put the next of somebody's own in reach; they are sorted already."""
    if place < len(above.opened):
        branch = above.opened[place]
        heapq.heappush(reach, (-branch.size, depth, branch.key, branch, place))


def _spots(tree: Branch, drawn: Mapping[str, int]) -> Iterator[Spot]:
    """Each branch on a row of its own, those behind it below and further in."""
    waiting, row = [(tree, 1, 0)], 0
    while waiting:
        branch, depth, row_above = waiting.pop()
        x, y, above = YOU + INDENT * depth, row * ROW + ROW // 2, row_above * ROW + ROW // 2
        left = x - INDENT
        path = (f"M{left + RADIUS} {y}H{x - RADIUS}" if branch is tree
                else f"M{left} {above + RADIUS}V{y - 8}q0 8 8 8H{x - RADIUS}")
        own = branch.opened[:drawn[branch.key]]
        behind = branch.size - sum(1 + other.size for other in own)
        yield Spot(branch, x, y, path, fitting(branch.name, x + GAP, behind), behind)
        waiting.extend((other, depth + 1, row) for other in reversed(own))
        row += 1


def fitting(name: str, x: int, behind: int) -> str:
    """A name as it fits into its row, cut at its end if it has to be."""
    room = int((WIDTH - x) / LETTER) - (MORE if behind else 0)
    if sum(map(_width, name)) <= room:
        return name
    kept = 0
    while sum(map(_width, name[:kept + 1])) < room:
        kept += 1
    return name[:kept].rstrip() + "…"


def _width(letter: str) -> int:
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 0 if unicodedata.combining(letter) else 1
