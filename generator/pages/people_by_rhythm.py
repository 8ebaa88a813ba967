"""People by rhythm: everybody by circle, from the inside, with the day on which a hello is due to each."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from generator.coach.circles import Turn, circles
from generator.pages.alphabet import by_name
from generator.pages.labels import CLOSENESS, coded
from generator.pages.register import Entry, Group, Register, entry
from generator.pages.rendering import Desk
from generator.records.contact import Contact


def by_rhythm(desk: Desk) -> Register:
    """The register of the circles."""
    sources, speech = desk.sources, desk.sources.speech
    found = circles(sources.network, sources.day, sources.settings)
    groups = [_circle(desk, turns) for turns in found.values()]
    days = sorted(t.due for turns in found.values() for t in turns if t.due)
    late = sum(day <= sources.day for day in days)
    return Register("circles/", "circles/", speech.text("People by rhythm"), lambda: _whose_turn(desk, days, late),
                    groups, "circles", "circle-")


def _whose_turn(desk: Desk, days: list[date], late: int) -> str:
    speech = desk.sources.speech
    if not days:
        return speech.text("Nobody with a rhythm yet.")
    coming = speech.text("The next day comes on {date}.", date=desk.date(days[late], "weekday")) \
        if late < len(days) else ""
    said = speech.plural("It is time for a hello to one person.", "It is time for a hello to {n} people.", late) \
        if late else speech.text("Everybody is within their rhythm.")
    return f"{said} {coming}".strip()


def _circle(desk: Desk, turns: tuple[Turn, ...]) -> Group:
    sources, text = desk.sources, desk.sources.speech.text
    closeness, language = turns[0].contact.closeness, sources.speech.language
    ordered = sorted(turns, key=lambda t: (t.due or date.max, by_name(t.contact, language)))
    first, by_id = ordered[0].due, {turn.contact.id: turn for turn in turns}
    return Group(
        closeness or "none", text(CLOSENESS[closeness]) if closeness else text("In no circle yet"),
        tuple(t.contact for t in ordered), lambda contact: _turn(desk, by_id[contact.id]),
        hint=_rhythm(desk, turns[0].contact),
        summary=text("first: {date}", date=desk.date(first, "short")) if first else "",
    )


def _rhythm(desk: Desk, contact: Contact) -> Markup | str:
    """What the rhythm of a circle is, or why it has none."""
    speech, closeness = desk.sources.speech, contact.closeness
    if closeness is None:
        return coded(speech.text("With `closeness: close` in their file you will read here when to say hello."))
    if closeness == "dormant":
        return speech.text("No rhythm: they are glad of a hello on any day.")
    return speech.plural("Every day", "Every {n} days", int(desk.sources.settings[f"rhythm_{closeness}"]))


def _turn(desk: Desk, turn: Turn) -> Entry:
    speech, contact = desk.sources.speech, turn.contact
    own = speech.plural("every day", "every {n} days", contact.every) if contact.every else ""
    match turn.why:
        case "left":
            why = _left(desk, contact)
        case "unknown":
            why = speech.text("no day to count from yet")
        case "silenced":
            why = speech.text("silenced")
        case "resting":
            why = speech.text("after a rest")
        case _:
            why = ""
    return entry(desk, contact, turn.due, " · ".join(filter(None, (own, why))))


def _left(desk: Desk, contact: Contact) -> str:
    """Why nothing is suggested about somebody."""
    text = desk.sources.speech.text
    if contact.status == "deceased":
        return text("in memory")
    if contact.status == "do_not_contact":
        return text("left in peace")
    return text("paused until {date}", date=desk.date(contact.until)) if contact.until else text("paused")
