"""Fields: the table of what each audience gets of every field, made from the marks on the model.

The reduction reads the same marks, so that the table cannot say anything else than what is done.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.records.audience import reach_of
from generator.records.contact import Channels, Contact
from generator.records.event import Event, VenueParts
from generator.records.owner import CoachFile, Me, Organisation, Post
from generator.records.record import AUDIENCES, Record
from generator.words.catalogue import N_
from generator.words.speech import Speech

BEGIN, END = "<!-- fields -->", "<!-- /fields -->"
"""Between these two lines of a page the table is written anew by a test."""

RECORDS: tuple[tuple[str, type[Record]], ...] = (
    (N_("A person"), Contact), (N_("An event"), Event), (N_("The place of an event"), VenueParts),
    (N_("An organisation"), Organisation), (N_("You"), Me), (N_("A planned post"), Post),
    (N_("The coach's settings"), CoachFile),
)
"""What is written down, in the order of the table."""

_YES, _NO = N_("yes"), N_("no")


def fields_table(speech: Speech) -> str:
    """The whole table, as Markdown."""
    return "\n".join(_lines(speech)) + "\n"


def _lines(speech: Speech) -> Iterator[str]:
    for title, model in RECORDS:
        head = " | ".join([speech.text(N_("field")), *(f"`{audience}`" for audience in AUDIENCES)])
        yield from ("", f"### {speech.text(title)}", "", f"| {head} |", "|---|---|---|---|")
        for name, reach in reach_of(model).items():
            key = model.model_fields[name].alias or name
            if not key.isprintable():
                continue
            here = [speech.text(_YES if AUDIENCES.index(reach) >= n else _NO) for n in range(len(AUDIENCES))]
            own = speech.text(N_("as far as its own `share`"))
            if model.model_fields[name].annotation is Channels:
                here = [speech.text(_YES), own, own]
            yield f"| `{key}` | {' | '.join(here)} |"
