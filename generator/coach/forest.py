"""Forest: who introduced whom to you, as one tree for each person at the beginning of a chain.

It is read from `met.through`, every line of it once; nobody is compared with anybody. Where people are written
down as having introduced each other in a ring, the one you met first begins the chain.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.coach.weeks import met_on
from generator.records.contact import Contact
from generator.records.network import Network


@dataclass(slots=True, eq=False)
class Branch:
    """Somebody in the forest: who introduced them, whom they introduced, and how many came by them in all.

    `contact` is None for somebody who is not among your people; then `name` is what you wrote.
    """

    key: str
    name: str
    contact: Contact | None
    through: Branch | None = None
    opened: list[Branch] = field(default_factory=list)
    size: int = 0


@dataclass(frozen=True, slots=True)
class Forest:
    """The trees, the biggest first, and everybody whom nobody introduced, in the order of ids."""

    trees: tuple[Branch, ...]
    own: tuple[Contact, ...]

    def __iter__(self) -> Iterator[Branch]:
        """Every branch, each before those behind it and next to its own."""
        for tree in self.trees:
            yield from _downwards(tree)

    @property
    def introduced(self) -> int:
        """How many people somebody introduced to you."""
        return sum(tree.size for tree in self.trees)


def forest_of(network: Network) -> Forest:
    """The forest of a network; the order of its people makes no difference."""
    branches = {c.id: Branch(c.id, c.name.familiar, c) for _, c in sorted(network.contacts.items())}
    strangers: dict[str, Branch] = {}
    for branch in branches.values():
        branch.through = _introducer(branch, branches, strangers)
    _without_rings(network, branches)
    for branch in branches.values():
        if branch.through:
            branch.through.opened.append(branch)
    roots = [b for b in (*branches.values(), *strangers.values()) if b.opened and not b.through]
    for root in roots:
        _count(root)
    return Forest(
        tuple(sorted(roots, key=_strongest)), tuple(b.contact for b in branches.values() if b.contact and not b.through)
    )


def _introducer(branch: Branch, branches: Mapping[str, Branch], strangers: dict[str, Branch]) -> Branch | None:
    who = branch.contact.met.through if branch.contact and branch.contact.met else None
    if not who or who == branch.key:
        return None
    if who in branches:
        return branches[who]
    name = " ".join(who.split())
    return strangers.setdefault(name.casefold(), Branch(f"name:{name.casefold()}", name, None))


def _without_rings(network: Network, branches: Mapping[str, Branch]) -> None:
    """Let whoever of a ring you met first begin the chain."""
    seen: set[str] = set()
    for start in branches.values():
        path: list[Branch] = []
        at: Branch | None = start
        while at and at.key not in seen:
            seen.add(at.key)
            path.append(at)
            at = at.through
        if at in path:
            first = min(path[path.index(at):], key=lambda b: (_met(network, b), b.key))
            first.through = None


def _met(network: Network, branch: Branch) -> date:
    met = met_on(network, branch.contact) if branch.contact else None
    return met.end if met else date.max


def _count(root: Branch) -> None:
    """Count who came by each branch, from the leaves up, and put the strongest first."""
    for branch in reversed(list(_downwards(root))):
        branch.size = sum(1 + other.size for other in branch.opened)
        branch.opened.sort(key=_strongest)


def _downwards(root: Branch) -> Iterator[Branch]:
    waiting = [root]
    while waiting:
        branch = waiting.pop()
        yield branch
        waiting.extend(reversed(branch.opened))


def _strongest(branch: Branch) -> tuple[int, str, str]:
    return -branch.size, branch.name.casefold(), branch.key
