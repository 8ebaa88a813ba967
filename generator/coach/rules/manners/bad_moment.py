"""Finds days and hours you have chosen on which people would rather not be written to.

It looks at the day of your next step with somebody (by the holidays of their region, or else yours)
and at posts you have planned (by yours): weekends, public holidays, a *puente*, August in Spain; and
for posts with an hour, from the evening to the morning. Greetings that belong to a day (`congratulate`,
`condole`), meetings in person and your inner circle are left out. Spain's holidays are law; the hours
are our own default.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta

from generator.coach.finding import Finding, Severity
from generator.coach.settings import HOUSE, Number, Settings
from generator.coach.workdays import SATURDAY, Workdays
from generator.records.network import Network

SEVERITY: Severity = "information"
GRADE = "A"
NUMBERS = (
    Number("quiet_from", 20, "h", HOUSE, "H"),
    Number("quiet_until", 9, "h", HOUSE, "H"),
    Number("ahead", 14, "days", HOUSE, "H", note="how many days before it speaks up"),
)

OF_A_DAY = frozenset({"congratulate", "condole"})
"""What one says on the day it happens, whichever day that is."""


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each next step and each planned post at such a moment, planned while it is far off."""
    yield from _next_steps(network, day, settings)
    yield from _posts(network, day, settings)


def _next_steps(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    for contact in network.contacts.values():
        step = contact.next
        if step is None or step.date is None or not step.date.is_exact or step.date.end < day:
            continue
        if step.purpose in OF_A_DAY or step.channel == "in_person" or contact.closeness == "inner":
            continue
        when, workdays = step.date.end, settings.workdays.where(contact.region)
        variant = _reason(when, workdays)
        if variant:
            yield Finding(
                subject=contact, place=step.origin.at("date"), action="keep", due=when,
                over=(day - when).days / max(settings.days("ahead"), 1), variant=variant,
                facts={"who": contact, "date": when, "better": _better(when, workdays)},
                planned=(when - day).days > settings.days("ahead"),
            )


def _posts(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    for post in network.posts:
        if post.status != "planned" or post.date is None or not post.date.date.is_exact or post.date.day < day:
            continue
        when, workdays = post.date.day, settings.workdays
        reason = _reason(when, workdays)
        variant = f"post-{reason}" if reason else _hour(post.date.time, settings)
        if variant:
            better = when if variant == "post-early" else _better(when, workdays)
            yield Finding(
                subject=None, place=post.origin.at("date"), action="prepare", due=when,
                over=(day - when).days / max(settings.days("ahead"), 1), variant=variant,
                facts={"title": post.title, "date": when, "better": better}, key=f"{post.date}-{post.title}",
                planned=(when - day).days > settings.days("ahead"),
            )


def _reason(when: date, workdays: Workdays) -> str | None:
    if when.weekday() >= SATURDAY:
        return "weekend"
    if workdays.is_holiday(when):
        return "holiday"
    if workdays.is_bridge(when):
        return "bridge"
    return "august" if workdays.is_august_in_spain(when) else None


def _hour(at: time | None, settings: Settings) -> str | None:
    if at is None:
        return None
    if at.hour < settings["quiet_until"]:
        return "post-early"
    return "post-late" if at.hour >= settings["quiet_from"] else None


def _better(when: date, workdays: Workdays) -> date:
    """The first day after it that nothing speaks against."""
    when += timedelta(days=1)
    while workdays.is_quiet(when):
        when += timedelta(days=1)
    return when
