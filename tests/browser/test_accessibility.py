"""The dialogs of the follow-ups pass axe too, which sees nothing of them on a page where they are closed.

That no page stands in anybody's way is asked on the one visit of test_every_page.py.
"""

from __future__ import annotations

import pytest

from tests.browser.axe import TAGS, Axe
from tests.browser.sites import LANGUAGES, Served
from tests.browser.tab import Watched

DIALOGS = ("dialog[data-keys]", "dialog[data-put-off]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_dialog_stands_in_anybodys_way(sample: Served, watched: Watched, language: str) -> None:
    page, axe = watched.page, Axe()
    page.goto(f"{sample.address}{language}follow-ups/")
    for dialog in DIALOGS:
        page.locator(dialog).evaluate("dialog => dialog.showModal()")
        before = axe.passes
        assert list(axe.looks(page, TAGS[:-1], dialog)) == [], dialog
        assert axe.passes - before > 20, "axe looked at the dialog"
        page.locator(dialog).evaluate("dialog => dialog.close()")
