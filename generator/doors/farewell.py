"""Farewell: what forgetting a person does to the files of a data folder and to a built site, planned and then done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher, unified_diff
from pathlib import Path

from generator.doors import kept
from generator.doors.refusal import refusal
from generator.doors.swap import aside, sweep
from generator.doors.terminal import write_out
from generator.doors.writing import Draft, WritingError, read_text
from generator.records.contact import Contact
from generator.records.folder import INBOX, files_of
from generator.records.forgetting import Traces, mentions, names_in, traces_of, without
from generator.records.guard import MOST_BYTES
from generator.records.network import Network
from generator.records.reading import read_bytes
from generator.records.struck import doubtful, present_in
from generator.words.catalogue import N_


@dataclass(frozen=True)
class Plan:
    """What is to be done: the person's file goes, others are edited, a built site goes, and what is left to look at."""

    data: Path
    person: str
    edits: Mapping[str, tuple[str, str]]
    left: tuple[tuple[str, int, str], ...]
    names: tuple[str, ...]
    site: Path | None
    traces: Traces

    def as_data(self) -> dict[str, object]:
        """For machines: what goes, what changes line by line, and what is left."""
        changes = [{"file": f"data/{file}", "line": number, "old": old.strip(), "new": new.strip()}
                   for file, number, old, new in self.changes()]
        left = [{"file": f"data/{file}", "line": number, "text": line.strip()} for file, number, line in self.left]
        return {"person": f"data/{self.person}", "changes": changes, "site": str(self.site) if self.site else None,
                "left": left, "names": [f"data/{name}" for name in self.names]}

    def drafts(self) -> Iterator[Draft]:
        """The files as they are to be, the person's own last."""
        for file, (old, new) in self.edits.items():
            yield Draft(file, self.data / file, old.encode(), new.encode())
        yield Draft(self.person, self.data / self.person, read_text(self.data, self.person)[0], None)

    def changes(self) -> Iterator[tuple[str, int, str, str]]:
        """Every line that goes or changes: file, line number, what it says, and what it will say (empty: nothing)."""
        for file, (old, new) in self.edits.items():
            yield from ((file, *change) for change in _changed(old, new))


def plan_for(data: Path, network: Network, contact: Contact, site: Path, day: date) -> Plan:
    """Everything that forgetting somebody means here, the inbox read as of a day; nothing is touched."""
    traces, present = traces_of(network, contact), present_in(network, day)
    person = f"contacts/{contact.id}.yml"
    texts = {file: text for file, text in texts_in(data).items() if file != person}
    edits = {file: (text, new) for file, text in texts.items() if (new := without(file, text, traces, present)) != text}
    for file, (old, new) in edits.items():
        if read_bytes(file, new.encode()).problems and not read_bytes(file, old.encode()).problems:
            raise refusal(N_("{file} names {who} in a way that only you can take out; nothing was changed."),
                          file=f"data/{file}", who=contact.id)
    after = texts | {file: new for file, (_, new) in edits.items()} | _others(data)
    names = names_in((name for name in after if name != person), traces)
    unclear = ((INBOX, *line) for line in doubtful(after.get(INBOX, ""), contact.id, present))
    unread = ((file, 1, "…") for file, _ in files_of(data, []) if file not in {*texts, person})
    left = tuple(sorted({*mentions(after, traces), *unclear, *unread}))
    return Plan(data, person, edits, left, names, _traced(site, traces), traces)


def carry_out(plan: Plan, site: Path) -> None:
    """Do what was planned, the files last and all of them or none, so that it can be begun again until it is done."""
    kept.forget()
    sweep(site)
    if _traced(site, plan.traces):
        aside(site)
    write_out(plan.data, plan.drafts())


def texts_in(data: Path) -> dict[str, str]:
    """The files that are read, as text with their own line ends."""
    found = {}
    for file, _ in files_of(data, []):
        with suppress(OSError, WritingError):
            raw, text = read_text(data, file)
            if len(raw) <= MOST_BYTES:
                found[file] = text
    return found


def _others(data: Path) -> dict[str, str]:
    """Files that lie in the folder and are not read: notes, backups, what an editor left."""
    read = {Path(entry) for _, entry in files_of(data, [])}
    found = {}
    for path in sorted(data.rglob("*")):
        inside = path.relative_to(data).parts
        if path in read or inside[0] in {".git", "schema"} or path.is_symlink() or not path.is_file():
            continue
        with suppress(OSError):
            if path.stat().st_size <= MOST_BYTES:
                found["/".join(inside)] = path.read_bytes().decode("utf-8", "replace")
    return found


def _traced(site: Path, traces: Traces) -> Path | None:
    """The built site, if it is one of ours and knows the person."""
    if not (site / "build.json").is_file() or site.is_symlink():
        return None
    needles = [words.encode() for words in (*traces.sure, traces.who)]
    for path in site.rglob("*"):
        if traces.who in path.name:
            return site
        if path.suffix in {".html", ".json", ".ics", ".vcf", ".atom", ".xml", ".txt"}:
            body = path.read_bytes()
            if any(needle in body for needle in needles):
                return site
    return None


def _changed(old: str, new: str) -> Iterator[tuple[int, str, str]]:
    """The lines that differ: number in the old text, the old line, the new one or nothing."""
    gone: list[tuple[int, str]] = []
    number = 0
    for line in list(unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0))[2:]:
        if line.startswith("@@"):
            yield from ((n, text, "") for n, text in gone)
            gone, number = [], int(line.split()[1].lstrip("-").partition(",")[0])
        elif line.startswith("-"):
            gone.append((number, line[1:]))
            number += 1
        else:
            fits = [SequenceMatcher(None, text, line[1:]).ratio() for _, text in gone]
            before = fits.index(max(fits)) if fits else 0
            yield from ((n, text, "") for n, text in gone[:before])
            n, text = gone[before] if gone else (number, "")
            gone = gone[before + 1 :]
            yield n, text, line[1:]
    yield from ((n, text, "") for n, text in gone)
