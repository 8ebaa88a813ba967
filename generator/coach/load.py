"""Load: whom a week asks you to write to, counted once a person.

A touch is due by the first of three things: your rhythm with somebody (or the day you planned instead), a
dated promise of yours, thanks for a favour of theirs. One message settles more than one of them, so a person
counts once. It counts by the shared limits and looks at nothing else: first messages and birthdays come on
top. While somebody rests (see rest.py) no rhythm falls due.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.coach.limits import Gap, gap, limits
from generator.coach.one_by_one import of_each
from generator.coach.prep import may_be_named
from generator.coach.rest import resting_until
from generator.coach.settings import Settings
from generator.records.contact import Contact
from generator.records.network import Network

Reason = Literal["promise", "thanks", "plan", "rhythm"]

RULES: dict[Reason, str] = {
    "promise": "promise-due", "thanks": "missing-thanks", "plan": "gone-quiet", "rhythm": "gone-quiet",
}
"""Which rule speaks of which reason: what is silenced there does not count here either."""


@dataclass(frozen=True, slots=True)
class Touch:
    """Somebody to write to, by when, and the reason that comes first.

    `firm` is the first promise or thanks that is due, which may come after the rhythm is over.
    """

    contact: Contact
    due: date
    reason: Reason
    firm: tuple[date, Reason] | None = None

    def held(self, last: date) -> Reason | None:
        """What keeps it from being put off beyond a day; None for a hello, which can wait."""
        if self.reason != "rhythm":
            return self.reason
        return self.firm[1] if self.firm and self.firm[0] <= last else None


def touches(network: Network, day: date, last: date, settings: Settings) -> tuple[Touch, ...]:
    """Whom to write to up to `last`, those whose day has passed among them; the earliest first."""
    found = [touch for touch in of_each(network, _touch, day, settings).values() if touch and touch.due <= last]
    return tuple(sorted(found, key=lambda t: (t.due, t.contact.name.display.casefold(), t.contact.id)))


def _touch(network: Network, contact: Contact, day: date, settings: Settings) -> Touch | None:
    if not may_be_named(contact, day):
        return None
    heard = {reason for reason, rule in RULES.items() if not _is_off(network, rule)}
    if contact.ignore:
        heard -= {reason for reason in heard if _is_ignored(contact, RULES[reason], day)}
    reasons = sorted(_reasons(network, contact, day, settings, heard))
    firm = next((r for r in reasons if r[1] in ("promise", "thanks")), None)
    return Touch(contact, *reasons[0], firm) if reasons else None


def _reasons(
    network: Network, contact: Contact, day: date, settings: Settings, heard: Collection[Reason]
) -> Iterator[tuple[date, Reason]]:
    if "promise" in heard:
        yield from ((due, "promise") for due in _promises(contact, settings))
    if "thanks" in heard:
        yield from ((due, "thanks") for due in _thanks(contact, day, settings))
    silence = gap(network, contact, day, settings) if "rhythm" in heard else None
    if silence:
        yield _rested(network, contact, silence, day, settings), "plan" if silence.planned else "rhythm"


def hello(network: Network, contact: Contact, day: date, settings: Settings) -> date | None:
    """The day on which a hello is due to somebody, after any rest; None without a rhythm, or where it is silenced."""
    rule = RULES["rhythm"]
    silence = gap(network, contact, day, settings)
    if silence is None or _is_off(network, rule) or _is_ignored(contact, rule, day):
        return None
    return _rested(network, contact, silence, day, settings)


def _rested(network: Network, contact: Contact, silence: Gap, day: date, settings: Settings) -> date:
    rested = resting_until(network, contact, day)
    return max(silence.due, settings.workdays.on_or_after(rested)) if rested else silence.due


def _is_off(network: Network, rule: str) -> bool:
    changed = network.coach.rules.get(rule)
    return changed is not None and changed.off


def _is_ignored(contact: Contact, rule: str, day: date) -> bool:
    return any(i.rule == rule and i.until >= day for i in contact.ignore)


def _promises(contact: Contact, settings: Settings) -> Iterator[date]:
    for promise in contact.promises:
        if promise.by == "me" and not promise.done:
            if promise.due:
                yield promise.due.end
            elif promise.made:
                yield settings.workdays.after(promise.made.end, settings.days("business_day_limit"))


def _thanks(contact: Contact, day: date, settings: Settings) -> Iterator[date]:
    for favour in contact.favours:
        if favour.by == "them" and not favour.thanks and favour.date.start <= day:
            yield limits(
                min(favour.date.end, day), settings.workdays,
                settings.days("business_day_limit"), settings.days("calendar_day_limit"),
            ).soft
