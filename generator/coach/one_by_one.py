"""One by one: what can be told of a person by their own record alone is found out once for each of them.

Rules about the whole network count people, and while somebody edits, all but one or two of these are who they were.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import TypeVar

from generator.records.network import Network

T = TypeVar("T")


def of_each(network: Network, find: Callable[..., T], *given: Hashable) -> Mapping[str, T]:
    """What `find(network, contact, *given)` says of everybody, by their ids.

    Of the network `find` may use everything but the records of other people. It is a function of a module, so that
    it is the same the next time.
    """
    known = network.known.setdefault((find, *given), {})
    found: dict[str, T] = {}
    for who, contact in network.contacts.items():
        told = known.get(who)
        if told is None or told[0] is not contact:
            told = known[who] = (contact, find(network, contact, *given))
        found[who] = told[1]
    return found


def lend(then: Network, now: Network) -> None:
    """Let what was found out of one network be of use to another that differs in nothing but some people's records."""
    now.known.update(then.known)
