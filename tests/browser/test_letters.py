"""Letters in the browser: a link opens the draft that stands beside it, whole and unbroken."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator

from tests.browser.sites import Served
from tests.browser.tab import Watched

HERE = "follow-ups/"


def opened(link: Locator) -> str:
    """Where it leads once somebody is about to follow it."""
    link.focus()
    return link.get_attribute("href") or ""


@pytest.mark.parametrize("address", [HERE, "en/" + HERE])
def test_a_link_to_the_mail_or_to_a_message_brings_the_draft_beside_it(
    sample: Served, watched: Watched, address: str
) -> None:
    page = watched.page
    page.goto(sample.address + address)
    page.locator(".tt-task details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    for kind, start, end in (("body", "mailto:", "\r\n"), ("text", "https://wa.me/", "\n")):
        link = page.locator(f".tt-draft a[data-letter={kind}]").first
        link.hover()  # what is far from the screen is not laid out
        draft = link.locator("xpath=ancestor::section[1]/div").inner_text()
        assert "\n\n" in draft
        for _ in range(2):  # leading there twice brings it once
            href = opened(link)
            assert href.startswith(start)
            assert "+" not in href
            assert parse_qs(urlsplit(href).query)[kind] == [draft.replace("\n", end)]
            page.locator(".tt-find input").focus()
    assert not watched.errors


def test_the_letters_of_the_directory_are_brought_as_well(sample: Served, watched: Watched) -> None:
    page = watched.page
    page.goto(f"{sample.address}directory/sociedades/")
    letter = page.locator("details[open] .tt-draft:has(a[data-letter=body])").first
    words = letter.locator(".tt-draft__p").inner_text()
    href = opened(letter.locator("a[data-letter=body]"))
    assert parse_qs(urlsplit(href).query)["body"] == [words.replace("\n", "\r\n")]


def test_without_javascript_the_links_open_an_empty_message_to_the_right_address(
    sample: Served, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(sample.address + HERE)
    hrefs = [link.get_attribute("href") or "" for link in page.locator(".tt-draft a[data-letter]").all()]
    mails = [urlsplit(href) for href in hrefs if href.startswith("mailto:")]
    assert mails
    assert all("@" in mail.path and set(parse_qs(mail.query)) == {"subject"} for mail in mails)
    assert page.locator(".tt-tick, .tt-task__later, .tt-task [data-copy]").count() == 0, "nothing that does nothing"
    context.close()
