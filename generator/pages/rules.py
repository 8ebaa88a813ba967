"""The rules: what the coach looks for, with reasons, sources and numbers, a page each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from textwrap import shorten
from typing import Any

import markdown
from markupsafe import Markup

from generator.coach.rulebook import Rule, all_rules
from generator.coach.settings import SHARED_NUMBERS, Number
from generator.pages.labels import coded
from generator.pages.page import Page
from generator.pages.rendering import Desk
from generator.pages.sources import Sources

INDEX = "rules/"
TAB = "guide/"
_SETTINGS = "[settings]"

SHOWN = 600
"""Most letters of a rule that the search looks through and shows: what it finds and why."""

_NO_PROSE = re.compile(r"^```.*?^```$|^#+ [^\n]*$|[*`]", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Setting:
    """One number of a rule as the page shows it: by default and here; `shared` ones are the same for all rules."""

    name: str
    unit: str
    default: float
    here: float
    source: str
    grade: str
    note: str
    shared: bool = False


def pages(sources: Sources) -> Iterator[Page]:
    """The index of rules by mistake, then a page for each."""
    yield _index(sources)
    for rule in all_rules().values():
        yield _page(sources, rule)


def _index(sources: Sources) -> Page:
    desk = Desk(sources, INDEX)
    return desk.later("rules", sources.speech.text("The coach's rules"), lambda: _index_view(sources), tab=TAB)


def _index_view(sources: Sources) -> Mapping[str, Any]:
    mistakes = [
        (number, [(rule, sources.rules[rule.name].title) for rule in all_rules().values() if rule.mistake == number])
        for number in range(1, 6)
    ]
    settings = [_setting(sources, number, sources.settings[number.name]) for number in SHARED_NUMBERS]
    return {
        "mistakes": [m for m in mistakes if m[1]], "settings": settings, "coded": coded,
        "found": Counter(advice.rule for advice in sources.coaching.open),
    }


def _page(sources: Sources, rule: Rule) -> Page:
    desk = Desk(sources, f"{INDEX}{rule.name}/")
    page = sources.rules[rule.name]
    return desk.later(
        "rule", page.title, lambda: _view(sources, rule), tab=TAB, known_as=(rule.name,),
        found_by=lambda: shorten(_NO_PROSE.sub("", page.text), SHOWN, placeholder="…"),
    )


def _view(sources: Sources, rule: Rule) -> Mapping[str, Any]:
    before, _, after = sources.rules[rule.name].text.partition(_SETTINGS)
    return {
        "rule": rule, "before": _prose(before), "after": _prose(after), "settings": _settings(sources, rule),
        "found": sum(a.rule == rule.name for a in sources.coaching.open),
    }


def _settings(sources: Sources, rule: Rule) -> list[Setting]:
    changed = sources.network.coach.rules.get(rule.name)
    own = changed.numbers if changed else {}
    mine = [_setting(sources, number, float(own.get(number.name, number.default))) for number in rule.numbers]
    return [*mine, *(_setting(sources, n, sources.settings[n.name], shared=True) for n in rule.shared)]


def _setting(sources: Sources, number: Number, here: float, *, shared: bool = False) -> Setting:
    text = sources.speech.text
    return Setting(
        number.name,
        text(number.unit),
        number.default,
        here,
        text(number.source),
        number.grade,
        text(number.note) if number.note else "",
        shared,
    )


@lru_cache(maxsize=1024)
def _prose(text: str) -> Markup:
    """The page's own Markdown, which comes with the house and is trusted; edits of the data leave it as it was."""
    html = markdown.markdown(text, extensions=["fenced_code", "tables", "toc", "sane_lists"])
    return Markup(html.replace("<pre>", '<pre tabindex="0">'))  # noqa: S704  # content/ is ours, not the user's data
