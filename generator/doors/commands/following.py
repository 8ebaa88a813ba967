"""Following: which follow-up is meant on the command line, and the line that settles it put into somebody's file."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

from generator.doors.refusal import Refusal

if TYPE_CHECKING:
    from generator.coach.finding import Advice
    from generator.doors.terminal import Ground
    from generator.doors.writing import Draft
    from generator.words.speech import Speech


class Following:
    """The follow-ups of a day, to find one and to settle it."""

    def __init__(self, ground: Ground, speech: Speech) -> None:
        from generator.doors.commands.editions import Terminal

        self.ground = ground
        self.terminal = Terminal(str(ground.folder), ground.day.isoformat(), speech)
        self.listed: list[Advice] = [*self.terminal.listed]

    def by_id(self, wanted: str) -> Advice:
        """The follow-up of an id; whoever names none is told that nobody is called so."""
        found = next((advice for advice in self.listed if advice.id == wanted), None)
        if found is None:
            self.ground.person(wanted, self.ground.roll())
            raise Refusal(wanted)
        return found

    def about(self, who: str) -> list[Advice]:
        """All that there is to do with somebody."""
        found = [a for a in self.listed if a.finding.subject and a.finding.subject.id == who]
        return found + [a for a in self.listed
                        if a not in found and a.finding.settle and a.finding.settle.who == who]

    def one(self, who: str, words: str) -> Advice:
        """The one thing to do with somebody that some words fit; asks where several do, or says which there are."""
        from generator.records.roll import fold

        say, about = self.ground.say, self.about(who)
        wanted = fold(words).split()
        fits = [a for a in about if all(word in fold(f"{a.id} {self._do(a)}") for word in wanted)]
        if len(fits) == 1:
            return fits[0]
        if fits and sys.stdin.isatty() and sys.stdout.isatty():
            return self._asked(fits)
        told = "\n".join(self._told(fits or about))
        if fits:
            raise Refusal(say.text("{who}: there are several things; say which by some of its words or its id:",
                                   who=who) + "\n" + told)
        nothing = say.text("{who}: nothing is open that fits `{value}`. Open: {still}.", who=who, value=words,
                           still=f"\n{told}" if told else "—")
        raise Refusal(nothing.removesuffix(".") if told else nothing)

    def settled(self, advice: Advice, on: str) -> Iterable[Draft]:
        """The files as they are once it is done, on a day."""
        from generator.doors.commands.filing import INBOX, People
        from generator.records.inbox import read_inbox

        settle = advice.finding.settle
        if settle is None:
            return [self._silenced(advice, on)]
        people, line = People(self.ground), self.terminal.desk.settling_line(advice).split(maxsplit=2)[2]
        if advice.finding.place.file == INBOX:  # what it is about waits there, and so must what settles it
            raw, text = self.ground.text(INBOX)
            return [self.ground.draft(INBOX, raw, f"{text}{'' if text.endswith(chr(10)) else chr(10)}- {on} {line}\n")]
        for written in read_inbox("inbox.yml", f"- {on} {line}".encode(), {settle.who: None}).lines:
            people.take(written)
        return people.drafts()

    def _silenced(self, advice: Advice, on: str) -> Draft:
        """What leaves no line of its own when it is done: the rule keeps silent about it, and says why."""
        from generator.doors.commands.noting import told
        from generator.records.change import Append
        from generator.records.contact import Contact
        from generator.records.editing import edited
        from generator.records.entries import before, last
        from generator.records.said import EditError

        subject, due = advice.finding.subject, advice.finding.due
        folder = "contacts" if isinstance(subject, Contact) else "events"
        file = f"{folder}/{subject.id}.yml" if subject else "me.yml"
        until = max(filter(None, (due, date(*last(on))))) + timedelta(days=self.terminal.horizon)
        silence = {"rule": advice.rule, "until": until.isoformat(), "reason": self.ground.say.text("done")}
        raw, text = self.ground.text(file)
        try:
            after = edited(file, text, [Append(("ignore",), silence, before("ignore"))])
        except EditError as error:
            raise Refusal(told(self.ground, error)) from error
        return self.ground.draft(file, raw, after)

    def _asked(self, fits: list[Advice]) -> Advice:
        for number, advice in enumerate(fits, 1):
            click.echo(f"  {number}  {self._do(advice)}", err=True)
        return fits[click.prompt("", prompt_suffix="> ", type=click.IntRange(1, len(fits)), err=True) - 1]

    def _told(self, found: Iterable[Advice]) -> Iterable[str]:
        from generator.doors.terminal import fitted

        return (fitted(f"  {advice.id}  {self._do(advice)}", 4) for advice in found)

    def _do(self, advice: Advice) -> str:
        return self.terminal.desk.do_plain(advice)
