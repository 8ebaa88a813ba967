"""Since: what changed from one edition to the next, counted and named, on Follow-ups and in one line on Today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.coach.changes import Changes, Slip
from generator.coach.finding import Action, Advice
from generator.pages.phrases import enumerated, filled, strong
from generator.pages.rendering import Desk
from generator.records.contact import Contact
from generator.words.catalogue import N_

ADDRESS = "follow-ups/"

MOST_NAMED = 6
"""Most that are named under one count."""

MATTERS: Mapping[Action, str] = {
    "thank": N_("{who} (thanks)"), "promise": N_("{who} (promise)"), "first": N_("{who} (first message)"),
    "keep": N_("{who} (keeping in touch)"), "introduce": N_("{who} (introduction)"), "prepare": N_("{who} (preparing)"),
    "review": N_("{who} (review)"), "record": N_("{who} (note)"),
}
"""A follow-up in a word or two, where only its subject and its kind are said."""

REASONS: Mapping[str, str] = {
    "no-git": N_("There is no git here, so nothing is compared with the edition before."),
    "no-repository": N_("Your data is not in a git repository, so nothing is compared with the edition before."),
    "no-commit": N_("The repository has no commit so far, so nothing is compared with the edition before."),
    "not-tracked": N_("Your data is not saved in git so far, so nothing is compared with the edition before."),
    "not-yours": N_("The repository belongs to another account, so nothing is compared with the edition before."),
    "shallow": N_("This copy has only the last commits, so nothing is compared with the edition before."),
    "first": N_("This is the first edition: there is none before it to compare with."),
}
"""Why there is nothing to compare with, in one quiet line."""


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of change: how many, who or what they are, and that there are more."""

    counted: Markup
    named: tuple[Markup, ...]
    more: str


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since an edition: its day, its commit, the kinds of change there are, and what could not be read."""

    day: date
    commit: str
    parts: tuple[Part, ...]
    unread: str


def since_last(desk: Desk) -> Since | None:
    """The strip on Follow-ups, where there is an edition to compare with."""
    changes = desk.sources.past.since
    if changes is None:
        return None
    then = changes.since
    return Since(then.day, then.commit, tuple(_parts(desk, changes)), unread(desk, len(then.unread)))


def why_not(desk: Desk) -> str:
    """Why there is none, or an empty text."""
    why = desk.sources.past.why
    return desk.sources.speech.text(REASONS[why]) if why in REASONS else ""


def in_one_line(desk: Desk) -> Markup:
    """The line on Today: how much changed, linked to the strip; empty where nothing can be compared."""
    changes = desk.sources.past.since
    if changes is None:
        return Markup()
    text = desk.sources.speech.text
    day = desk.date(changes.since.day, "weekday")
    if not changes:
        return Markup("{}").format(text("Nothing has changed since {date}.", date=day))
    counts = enumerated(desk.sources.speech, [part.counted for part in _parts(desk, changes)])
    link = Markup('<a href="{}">{}</a>').format(desk.to(f"{ADDRESS}#changes"), counts)
    return filled(text("Since {date}: {changes}."), date=day, changes=link)


def unread(desk: Desk, files: int) -> str:
    """That some files of an earlier day cannot be read today, and so do not count."""
    if not files:
        return ""
    return desk.sources.speech.plural(
        "One file of that day cannot be read and does not count.",
        "{n} files of that day cannot be read and do not count.", files,
    )


def named(desk: Desk, advice: Advice, *, on_list: bool) -> Markup:
    """Whom it is about and what it is; linked to the follow-up while it is on the list, else to the person or event."""
    subject = advice.finding.subject
    if subject is None:
        return Markup("{}").format(desk.do_plain(advice))
    if on_list:
        name = subject.name.familiar if isinstance(subject, Contact) else subject.title
        who = Markup('<a href="{}"><bdi>{}</bdi></a>').format(desk.to(f"{ADDRESS}#{advice.id}"), name)
    else:
        who = desk.link(subject)
    return filled(desk.sources.speech.text(MATTERS[advice.finding.action]), who=who)


def _parts(desk: Desk, changes: Changes) -> Iterator[Part]:
    plural = desk.sources.speech.plural
    if changes.new:
        counted = plural("*{n}* new", "*{n}* new ones", len(changes.new))
        yield _part(desk, counted, [named(desk, a, on_list=True) for a in changes.new])
    if changes.done:
        counted = plural("*{n}* done", "*{n}* of them done", len(changes.done))
        yield _part(desk, counted, [named(desk, a, on_list=False) for a in changes.done])
    if changes.slipped:
        counted = plural("*{n}* put off", "*{n}* of them put off", len(changes.slipped))
        yield _part(desk, counted, [_put_off(desk, s) for s in changes.slipped])
    if changes.passed:
        counted = plural("*{n}* whose date has passed", "*{n}* whose dates have passed", len(changes.passed))
        yield _part(desk, counted, [named(desk, a, on_list=True) for a in changes.passed])


def _part(desk: Desk, counted: str, names: Sequence[Markup]) -> Part:
    rest = len(names) - MOST_NAMED
    more = desk.sources.speech.plural("And one more.", "And {n} more.", rest) if rest > 0 else ""
    return Part(strong(counted), tuple(names[:MOST_NAMED]), more)


def _put_off(desk: Desk, slip: Slip) -> Markup:
    what = named(desk, slip.advice, on_list=True)
    text = desk.sources.speech.text("{what}, from {old} to {new}")
    return filled(text, what=what, old=desk.date(slip.old), new=desk.date(slip.new))
