"""Finds slips of courtesy in the messages you have written down to send.

It reads `next.draft` of people you speak Spanish with (`language: es`; where none is written, a recorded
tú or usted tells, or else your own first language): tú and usted in one letter, don or doña before a
surname alone, and a comma after the greeting, where the RAE (2013-02-14) asks for a colon; commas are also
seen, so that one is disputed and only a warning. What the checks can and cannot see stands in
generator/coach/letters.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.coach.finding import Fact, Finding, Severity
from generator.coach.letters import comma_after_greeting, don_with_surname, mixed_forms
from generator.coach.settings import Settings
from generator.records.contact import Contact
from generator.records.network import Network

SEVERITY: Severity = "error"
GRADE = "A"
EACH = True
NUMBERS = ()


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:  # noqa: ARG001  # no number of its own
    """One finding for each kind of slip in each draft."""
    for contact in network.contacts.values():
        step = contact.next
        if step is None or not step.draft or _language(contact, network) != "es":
            continue
        coming = step.date and step.date.is_exact and step.date.end >= day
        for variant, facts in _slips(contact, step.draft):
            yield Finding(
                subject=contact, place=step.origin.at("draft"), action="prepare",
                due=step.date.end if step.date and coming else None, variant=variant,
                facts={"who": contact, **facts}, severity="warning" if variant == "comma" else None, key=variant,
            )


def _language(contact: Contact, network: Network) -> str | None:
    """What they speak; where it is not written, tú and usted tell, or else your own first language."""
    return contact.language or ("es" if contact.address_form else next(iter(network.me.languages), None))


def _slips(contact: Contact, draft: str) -> Iterator[tuple[str, dict[str, Fact]]]:
    mixed = mixed_forms(draft, contact.address_form)
    if mixed:
        yield "mixed", {"informal": mixed[0], "formal": mixed[1]}
    found = don_with_surname(draft, contact.name)
    if found:
        yield "don", {"found": found}
    greeting = comma_after_greeting(draft)
    if greeting:
        yield "comma", {"greeting": greeting}
