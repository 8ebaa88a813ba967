"""Finds posts you are about to publish without having gone through the checklist for posting online.

Most employers look at what people post (CareerBuilder/Harris); no machine knows what divides people, so
it is a list of questions, and you answer them. The coach does not read the list: a post without a single
item in `checked` is mentioned during the week before, and one begun is under way until the day before.
`checked: [all]` settles it. A post without a date is an idea, and one whose day has passed is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.coach.finding import Fact, Finding, Severity
from generator.coach.settings import HOUSE, Number, Settings
from generator.records.network import Network
from generator.records.owner import Post

SEVERITY: Severity = "warning"
GRADE = "B"
NUMBERS = (
    Number("warning_days", 7, "days", HOUSE, "H", note="for a post of which nothing is checked"),
    Number("last_days", 1, "days", HOUSE, "H", note="for a post of which something is checked"),
)

ALL = "all"


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each planned post that is not checked through, planned until it is near."""
    for post in network.posts:
        if post.status != "planned" or ALL in post.checked or (post.date and post.date.day < day):
            continue
        begun = len(post.checked)
        facts: dict[str, Fact] = {"title": post.title, "count": begun}
        if post.date:
            facts["date"] = post.date.date
        window = settings.days("last_days" if begun else "warning_days")
        yield Finding(
            subject=None, place=post.place, action="prepare", due=post.date.day if post.date else None,
            over=(day - post.date.day).days / max(window, 1) if post.date else 0.0,
            variant="undated" if post.date is None else "begun" if begun else "default", facts=facts,
            key=f"{post.date or ''}-{post.title}", planned=not _is_near(post, day, window),
        )


def _is_near(post: Post, day: date, window: int) -> bool:
    return post.date is not None and post.date.day <= day + timedelta(days=window)
