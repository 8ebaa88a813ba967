"""The obvious way: read the YAML, write a Markdown file for every page into docs/, then let MkDocs build them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import jinja2
import yaml

TODAY = date(2026, 11, 23)
CADENCE = {"close": 30, "active": 60, "wider": 120, "dormant": 365}
ETIQUETTE = [
    "Ask about them before you talk about yourself.",
    "Do not interrupt; let a silence be a silence.",
    "Match the thank-you to the effort: a note for a coffee, a gift for a reference.",
    "Keep in touch when you need nothing.",
    "Keep divisive comments out of shared channels.",
]
CHECKLIST = [
    "Arrive ten minutes early.", "Have three topics written down.", "Say your pitch aloud once.",
    "Read the attendee notes below.", "Put the phone on silent.", "Ask two questions for each thing you say about you.",
    "Write down new people the same evening.", "Send thank-you notes within two days.",
]

Things = dict[str, dict[str, Any]]


def read(kind: str) -> Things:
    """All files of a folder as plain values, by id."""
    files = sorted(Path("data", kind).glob("*.yml"))
    return {path.stem: {"id": path.stem, **yaml.safe_load(path.read_text(encoding="utf-8"))} for path in files}


def derive(contacts: Things, events: Things) -> list[tuple[date, str, str]]:
    """Add what the pages show beside the data; the open promises of everybody, by day."""
    for c in contacts.values():
        c["log"].sort(key=lambda entry: entry["date"], reverse=True)
        c["last"] = c["log"][0]["date"]
        c["days"] = (TODAY - c["last"]).days
        c["status"] = "overdue" if c["days"] > CADENCE[c["closeness"]] else "on track"
        c["given"], c["received"] = ([f for f in c["favours"] if f["by"] == by] for by in ("me", "them"))
        c["open"] = sorted((p for p in c["promises"] if "done" not in p), key=lambda p: (p["due"], p["what"]))
        c["closed"] = [p for p in c["promises"] if "done" in p]
        c["events"] = []
    for e in sorted(events.values(), key=lambda e: (e["date"], e["id"])):
        for who in e["expected"]:
            contacts[who]["events"].append(e)
    return sorted((p["due"], c["id"], p["what"]) for c in contacts.values() for p in c["open"])


def main() -> None:
    """Write docs/."""
    contacts, events = read("contacts"), read("events")
    me = yaml.safe_load(Path("data/me.yml").read_text(encoding="utf-8"))
    shown = {
        "backlog": derive(contacts, events), "contacts": contacts, "events": events, "today": TODAY,
        "etiquette": ETIQUETTE, "checklist": CHECKLIST, "pitches": {p["id"]: p["text"] for p in me["pitches"]},
    }
    env = jinja2.Environment(loader=jinja2.FileSystemLoader("templates"))  # noqa: S701  # Markdown, as people do it

    def put(path: str, template: str, **more: Any) -> None:
        target = Path("docs", path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(env.get_template(template).render(**shown, **more), encoding="utf-8")

    for c in contacts.values():
        put(f"contacts/{c['id']}.md", "contact.md.j2", c=c)
    for e in events.values():
        put(f"events/{e['id']}.md", "event.md.j2", e=e)
    put("backlog.md", "backlog.md.j2")
    put("index.md", "index.md.j2")


if __name__ == "__main__":
    main()
