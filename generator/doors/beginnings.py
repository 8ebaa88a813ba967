"""Beginnings: the files of a new network of one's own, and the recipes that publish it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

from generator import __version__
from generator.coach.schema import all_schemas, as_text
from generator.exchange.writing import as_yaml
from generator.words.catalogue import LANGUAGES
from generator.words.speech import Speech

ALWAYS = {
    "mkdocs.yml": "mkdocs.yml", "gitignore": ".gitignore", "editorconfig": ".editorconfig",
    "pre-commit-config.yaml": ".pre-commit-config.yaml", "vscode-settings.json": ".vscode/settings.json",
    "vscode-extensions.json": ".vscode/extensions.json", "requirements.in": "requirements.in",
}
"""The files every network begins with, and where they go."""

SPOKEN = {"README.md": "README.md", "content.md": "content/README.md"}
"""Those that are written in the owner's language."""

_WORKFLOWS = ".github/workflows"

RECIPES = {
    "github": {name: f"{_WORKFLOWS}/{name}" for name in ("check.yml", "publish-github.yml", "nightly-github.yml")},
    "gitlab": {"gitlab-ci.yml": ".gitlab-ci.yml"},
    "cloudflare": {
        **{name: f"{_WORKFLOWS}/{name}" for name in ("check.yml", "publish-cloudflare.yml", "nightly-cloudflare.yml")},
        "headers": "publish/_headers",
    },
    "server": {"Caddyfile": "publish/Caddyfile", "nginx.conf": "publish/nginx.conf"},
}
"""What publishes, by where."""

AHEAD = 7
"""In how many days the example event is."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose network it is."""

    name: str
    language: str
    region: str = ""


def first_files(owner: Owner, day: date, speech: Speech) -> Iterator[tuple[str, str]]:
    """Every file of a new network with its text; `speech` is the owner's language."""
    for source, name in ALWAYS.items():
        yield name, _filled(_text(source), owner)
    for source, name in SPOKEN.items():
        yield name, _filled(_text(f"{owner.language}/{source}"), owner)
    for language in LANGUAGES:
        yield f"content/{language}/.gitkeep", ""
    yield from _schemas()
    yield from _data(owner, day, speech)


def recipe_files(recipe: str) -> Iterator[tuple[str, str]]:
    """The files of one way of publishing."""
    for source, name in RECIPES[recipe].items():
        yield name, _text(f"recipes/{source}")


def seen_by_everybody(folder: Path) -> list[Path]:
    """The workflows of a network that publish on GitHub Pages, which everybody can see."""
    return [path for path in sorted((folder / _WORKFLOWS).glob("*.y*ml"))
            if path.is_file() and b"actions/deploy-pages@" in path.read_bytes()]


def _data(owner: Owner, day: date, speech: Speech) -> Iterator[tuple[str, str]]:
    """Yourself, and one person and one event that say they are examples."""
    me: dict[str, object] = {"name": owner.name, "languages": [owner.language]}
    if owner.region:
        me["region"] = owner.region
    person = speech.text("example-person")
    on = (day + timedelta(days=AHEAD)).isoformat()
    yield f"data/contacts/{person}.yml", as_yaml("contact", {
        "name": speech.text("Example Person"),
        "met": {"date": day.isoformat(), "where": speech.text("a meetup")},
        "topics": [speech.text("what they are working on")],
        "notes": speech.text("This is an example: delete this file whenever you like."),
    })
    yield f"data/events/{on}-{speech.text('example-event')}.yml", as_yaml("event", {
        "title": speech.text("Example: a coffee"),
        "date": f"{on} 17:00",
        "kind": "coffee",
        "expected": [person],
        "notes": speech.text("This is an example: delete this file whenever you like."),
    })
    yield "data/inbox.yml", "# yaml-language-server: $schema=schema/inbox.schema.json\n"
    yield "data/me.yml", as_yaml("me", me)  # the last one: where it is, all others have been


def _schemas() -> Iterator[tuple[str, str]]:
    for name, schema in sorted(all_schemas().items()):
        yield f"data/schema/{name}", as_text(schema)


def _text(name: str) -> str:
    return files("generator.doors").joinpath("beginning", name).read_text(encoding="utf-8")


def _filled(text: str, owner: Owner) -> str:
    """The owner's name and language and our version where the file leaves room for them."""
    site = json.dumps(f"Tertulia · {owner.name}", ensure_ascii=False)
    languages = ", ".join(dict.fromkeys((owner.language, *LANGUAGES)))
    values = {"SITE": site, "NAME": owner.name, "VERSION": __version__, "LANGUAGES": languages,
              "LANGUAGE": owner.language}
    return re.sub(rf"@({'|'.join(values)})@", lambda mark: values[mark[1]], text)
