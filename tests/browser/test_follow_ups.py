"""Follow-ups in the browser: ticks, "not now", filters, the keyboard, and a page read later than it was made."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.sites import NOW, Served
from tests.browser.tab import Watched

HERE = "follow-ups/"
THURSDAY = "2026-11-26T09:00:00+01:00"


def shown(page: Page) -> Locator:
    return page.locator(".tt-group:not([hidden]) .tt-task:not([hidden])")


def group(page: Page, name: str) -> list[str]:
    """The ids in one group, in their order."""
    ids: list[str] = page.locator(f"[data-group={name}] .tt-task").evaluate_all("items => items.map(i => i.id)")
    return ids


def to_copy(page: Page) -> str:
    return page.locator("[data-tray-lines]").text_content() or ""


def settled(page: Page) -> Locator:
    """The follow-ups that a line of the inbox settles."""
    return page.locator(".tt-task:has(pre)")


def place(item: Locator) -> str:
    """The file and line it comes from."""
    return item.locator("> p:last-child").inner_text().split()[-1]


@pytest.fixture
def page(sample: Served, watched: Watched) -> Page:
    watched.page.goto(sample.address + HERE)
    return watched.page


@pytest.mark.parametrize(("language", "said"), [("", "2 hechos sin anotar"), ("en/", "2 things done")])
def test_ticks_become_lines_in_one_copy(sample: Served, watched: Watched, language: str, said: str) -> None:
    page = watched.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(sample.address + language + HERE)
    for n in (0, 1):
        settled(page).nth(n).locator("[data-done]").check()
    expect(page.locator(".tt-tray")).to_contain_text(said)
    page.locator(".tt-tray [data-copy]").click()
    expect(page.locator(".tt-tray [data-copy] span").last).to_have_text("Copied" if language else "Copiado")
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    wanted = [settled(page).nth(n).locator("pre").text_content() for n in (0, 1)]
    assert lines == wanted
    assert all(line.startswith("- 2026-11-23 ") for line in lines)


def test_ticks_without_a_line_to_copy_say_in_which_file_they_are_written(page: Page) -> None:
    without = page.locator(".tt-task:not(:has(pre))")
    copying, said = page.locator(".tt-tray [data-copy]"), page.locator("[data-tray-files]")
    first, second = (place(without.nth(n)) for n in (0, 1))
    without.nth(0).locator("[data-done]").check()
    expect(said).to_have_text(f"Uno no tiene línea que copiar: se anota en su archivo, {first}")
    expect(copying).to_be_hidden()
    without.nth(1).locator("[data-done]").check()
    settled(page).first.locator("[data-done]").check()
    page.reload()
    expect(said).to_have_text(f"2 no tienen línea que copiar: se anotan en sus archivos, {first}, {second}")
    expect(copying).to_be_visible()
    assert len(to_copy(page).splitlines()) == 1
    for n in (0, 1):
        without.nth(n).locator("[data-done]").uncheck()
    expect(said).to_be_empty()


def test_a_tick_survives_a_reload_and_is_forgotten_when_its_follow_up_is_gone(page: Page) -> None:
    box = settled(page).first.locator("[data-done]")
    box.check()
    page.evaluate("""() => {
        const kept = JSON.parse(localStorage.getItem("tertulia.done"));
        localStorage.setItem("tertulia.done", JSON.stringify([...kept, "f-no-longer-here 2026-11-20"]));
        localStorage.setItem("tertulia.later", JSON.stringify(["f-gone-as-well 2026-12-01"]));
    }""")
    page.reload()
    expect(settled(page).first.locator("[data-done]")).to_be_checked()
    kept = page.evaluate("() => ({...localStorage})")
    assert "no-longer-here" not in kept["tertulia.done"]
    assert "tertulia.later" not in kept
    page.locator("[data-untick]").click()
    page.reload()
    expect(page.locator(".tt-tray")).to_be_hidden()
    assert "tertulia.done" not in page.evaluate("() => ({...localStorage})")


def test_a_line_bears_the_day_of_its_tick(page: Page) -> None:
    page.context.clock.set_system_time(THURSDAY)
    page.reload()
    first = settled(page).first
    assert (first.locator("pre").text_content() or "").startswith("- 2026-11-26 ")
    first.locator("[data-done]").check()
    page.context.clock.set_system_time("2026-11-27T09:00:00+01:00")
    page.reload()
    assert to_copy(page).startswith("- 2026-11-26 ")


@pytest.mark.parametrize(("choice", "back", "until", "words"), [
    ("tomorrow", "24 nov", "2026-11-23", "Mañana"),
    ("week", "30 nov", "2026-11-29", "La semana que viene"),
    ("month", "1 dic", "2026-11-30", "El mes que viene"),
])
def test_not_now_is_a_line_until_the_eve_of_the_day_it_comes_back(
    page: Page, choice: str, back: str, until: str, words: str
) -> None:
    item = page.locator(".tt-task:has(> p:text('data/contacts/')):not([data-ignores])").first
    item.locator("[data-later]").click()
    dialog = page.locator("dialog[data-put-off]")
    expect(dialog).to_be_visible()
    button = dialog.locator(f"button[value={choice}]")
    expect(button).to_contain_text(words)
    expect(button).to_contain_text(back)
    button.click()
    expect(item.locator("[data-later]")).to_be_focused()
    expect(item.locator("[data-later-back]")).to_contain_text(back)
    expect(page.locator(".tt-tray")).to_contain_text("1 para más adelante")
    file = place(item).partition(":")[0]
    rules = (item.get_attribute("data-rules") or item.locator("> p:last-child a").inner_text()).split()
    entries = [f"  - {{rule: {rule}, until: {until}, reason: ahora no}}" for rule in rules]
    assert to_copy(page) == "\n".join([f"# {file}", "ignore:", *entries])


def test_what_the_same_line_puts_off_as_well_is_said_before_it_is_chosen(page: Page) -> None:
    one, other, third = (page.locator(".tt-task:has(> p:text('data/contacts/'))").nth(n) for n in range(3))
    for item, file in [(one, "a"), (other, "a"), (third, "b")]:
        changed = {"file": f"data/contacts/{file}.yml", "rules": "promise-due"}
        item.evaluate("(item, changed) => Object.assign(item.dataset, changed)", changed)
    also = page.locator("[data-put-off-also]")
    same = other.locator("h3").inner_text()
    one.locator("[data-later]").click()
    expect(also).to_have_text(f"Con la misma línea se aplaza también esto: {same}.")
    page.locator("dialog[data-put-off] button[value='']").click()
    third.locator("[data-later]").click()
    expect(page.locator("dialog[data-put-off]")).to_be_visible()
    expect(also).to_be_hidden()


def test_what_is_put_off_can_be_taken_back_and_comes_back_by_itself(page: Page) -> None:
    item = shown(page).first
    item.locator("[data-later]").click()
    page.locator("dialog button[value=week]").click()
    page.reload()
    expect(item.locator("[data-later]")).to_have_attribute("aria-pressed", "true")
    item.locator("[data-later]").click()
    expect(page.locator(".tt-tray")).to_be_hidden()
    item.locator("[data-later]").click()
    page.locator("dialog button[value=week]").click()
    page.context.clock.set_system_time("2026-11-30T09:00:00+01:00")
    page.reload()
    expect(page.locator(".tt-tray")).to_be_hidden()
    assert "tertulia.later" not in page.evaluate("() => ({...localStorage})")


def test_put_off_days_are_days_of_work(page: Page) -> None:
    # A Friday; one before two holidays in Madrid, the 7th and the 8th of December; their first day; the year's last.
    for now, first, second in [("2026-11-27", "lun, 30 nov", None), ("2026-12-04", "mié, 9 dic", None),
                               ("2026-12-07", "mié, 9 dic", "lun, 14 dic"),
                               ("2026-12-31", "lun, 4 ene", None)]:
        page.context.clock.set_system_time(f"{now}T10:00:00+01:00")
        page.reload()
        shown(page).first.locator("[data-later]").click()
        expect(page.locator("dialog button[value=tomorrow]")).to_contain_text(first)
        expect(page.locator("dialog button[value=tomorrow]")).to_contain_text("El siguiente día laborable")
        week = page.locator("dialog button[value=week]")
        expect(week).to_contain_text(second) if second else expect(week).to_be_hidden()
        page.keyboard.press("Escape")


def test_filters_stay_in_the_address(sample: Served, page: Page) -> None:
    everything = shown(page).count()
    page.locator(".tt-chip:has(input[name=kind][value=thank])").click()
    expect(page).to_have_url(re.compile("#kind=thank$"))
    some = shown(page).count()
    assert 0 < some < everything
    page.reload()
    assert shown(page).count() == some
    expect(page.locator("[data-filter-count]")).to_have_text(f"{some} de {everything}")
    page.goto(f"{sample.address}{HERE}#kind=promise")
    assert set(shown(page).evaluate_all("all => all.map(i => i.dataset.kind)")) == {"promise"}


def test_words_are_searched_without_accents(page: Page) -> None:
    field = page.locator(".tt-find input")
    field.fill("INIGO")
    names = shown(page).locator("> div").all_text_contents()
    assert names
    assert "Íñigo" in " ".join(names)
    expect(page).to_have_url(re.compile("#words=INIGO$"))
    field.fill("nobody has this")
    expect(page.locator("[data-filter-empty]")).to_be_visible()
    page.locator("[data-clear]").click()
    expect(field).to_have_value("")
    assert shown(page).count() > 5


def focused(page: Page) -> str:
    id_: str = page.evaluate("document.activeElement.id")
    return id_


def test_the_keyboard_moves_ticks_and_copies(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ids = shown(page).evaluate_all("all => all.map(i => i.id)")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert focused(page) == ids[1]
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("k")
    assert focused(page) == ids[0]
    page.keyboard.press("k")
    assert focused(page) == ids[0]
    page.keyboard.press("x")
    expect(page.locator(f"#{ids[0]} [data-done]")).to_be_checked()
    page.keyboard.press("x")
    drafted = page.locator(".tt-task:has(.tt-draft)").first
    drafted.evaluate("item => { item.tabIndex = -1; item.focus(); }")
    page.keyboard.press("c")
    expect(drafted.locator(".tt-draft [data-copy] span").last).to_have_text("Copiado")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == drafted.locator(".tt-draft > div").first.inner_text()
    assert "\n\n" in copied


def test_no_key_acts_while_one_types_or_holds_another(page: Page) -> None:
    page.keyboard.press("/")
    field = page.locator(".tt-find input")
    expect(field).to_be_focused()
    page.keyboard.type("jx?/")
    expect(field).to_have_value("jx?/")
    expect(page.locator("dialog[data-keys]")).to_be_hidden()
    field.fill("")
    page.locator("h1").click()
    for keys in ("Control+j", "Alt+j", "Meta+j"):
        page.keyboard.press(keys)
    assert focused(page) == ""


def test_the_help_opens_closes_and_gives_the_focus_back(page: Page) -> None:
    page.keyboard.press("j")
    here = focused(page)
    page.keyboard.press("?")
    dialog = page.locator("dialog[data-keys]")
    expect(dialog).to_be_visible()
    page.keyboard.press("x")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert focused(page) == here
    expect(page.locator(".tt-tray")).to_be_hidden()


def test_single_keys_can_be_switched_off_and_stay_off_on_every_page(sample: Served, page: Page) -> None:
    page.locator("[data-keys-open]").click()
    page.locator("[data-keys-on]").uncheck()
    page.keyboard.press("Escape")
    for address in (HERE, "", "en/" + HERE):
        page.goto(sample.address + address)
        page.locator("h1").first.click(position={"x": 2, "y": 2})  # its middle is a link, on some
        for key in ("j", "?", "/", "s", "f"):
            page.keyboard.press(key)
        assert focused(page) == ""
        expect(page.locator("dialog[open]")).to_have_count(0)
        expect(page.locator("[data-md-toggle=search]")).not_to_be_checked()
    page.goto(sample.address + HERE)
    page.locator("[data-keys-open]").click()
    expect(page.locator("[data-keys-on]")).not_to_be_checked()
    page.locator("[data-keys-on]").check()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert focused(page)


def due_days(page: Page) -> list[tuple[str, str]]:
    """The group and the day of everything that has one."""
    pairs = page.locator("[data-group]:not([data-group=waiting]) .tt-task time").evaluate_all(
        "all => all.map(i => [i.closest('[data-group]').dataset.group, i.dateTime])")
    return [(name, due) for name, due in pairs]


def wanted(due: str, today: str, next_monday: str) -> str:
    return "late" if due < today else "today" if due == today else "week" if due < next_monday else "later"


@pytest.mark.parametrize(("now", "today", "monday"), [
    (THURSDAY, "2026-11-26", "2026-11-30"),
    ("2026-11-29T23:59:00+01:00", "2026-11-29", "2026-11-30"),  # the last minute of Sunday
    ("2026-11-30T00:00:30+01:00", "2026-11-30", "2026-12-07"),  # and the first of Monday
    ("2026-12-01T09:00:00+01:00", "2026-12-01", "2026-12-07"),
])
def test_a_page_read_later_is_grouped_by_the_readers_day(page: Page, now: str, today: str, monday: str) -> None:
    before = due_days(page)
    page.context.clock.set_system_time(now)
    page.reload()
    after = due_days(page)
    assert len(after) == len(before) > 5
    assert after != before
    assert [name for name, due in after] == [wanted(due, today, monday) for _, due in after]
    for name in ("late", "today", "week", "later"):
        expected = len(group(page, name))
        if expected:
            expect(page.locator(f"[data-group={name}] .tt-count")).to_have_text(str(expected))
        else:
            expect(page.locator(f"[data-group={name}]")).to_be_hidden()
    late = page.locator("[data-group=late] .tt-task time").all_text_contents()
    assert {text.split()[0] for text in late} == {"desde"}
    assert not page.locator("[data-group=week] .tt-task time b").count(), "a day to come is no more than its day"


def test_a_page_left_open_over_midnight_regroups_by_itself(page: Page) -> None:
    page.context.clock.set_system_time("2026-11-23T23:59:50+01:00")
    page.reload()
    today = group(page, "today")
    page.context.clock.run_for(20_000)
    expect(page.locator("[data-age]").first).to_be_visible()
    assert set(today) <= set(group(page, "late"))


def test_a_reader_whose_day_has_not_come_yet_sees_the_day_of_the_edition(
    sample: Served, browser: Browser, page: Page
) -> None:
    context = browser.new_context(timezone_id="America/Mexico_City")
    context.clock.install(time="2026-11-23T01:00:00Z")
    there = context.new_page()
    there.goto(sample.address + HERE)
    assert due_days(there) == due_days(page)
    expect(there.locator("[data-age]").first).to_be_hidden()
    context.close()


def days_are_right(page: Page, eve: str, next_day: str) -> None:
    assert page.evaluate("tertulia.days.today()") == eve
    assert page.evaluate("day => tertulia.days.add(day, 1)", eve) == next_day
    assert page.evaluate("day => tertulia.daysTo(day)", next_day) == 1


@pytest.mark.parametrize(("eve", "next_day"), [("2027-03-27", "2027-03-28"), ("2027-10-30", "2027-10-31")])
def test_days_are_counted_rightly_where_the_clock_changes(page: Page, eve: str, next_day: str) -> None:
    page.context.clock.set_system_time(f"{eve}T15:00:00Z")
    page.reload()
    days_are_right(page, eve, next_day)


def test_days_are_counted_rightly_where_the_clock_jumps_at_midnight_itself(sample: Served, browser: Browser) -> None:
    context = browser.new_context(timezone_id="America/Santiago")
    context.clock.install(time="2027-09-04T15:00:00Z")
    page = context.new_page()
    page.goto(sample.address + HERE)
    days_are_right(page, "2027-09-04", "2027-09-05")
    context.close()


def test_nothing_jumps_before_the_eyes_of_a_late_reader(sample: Served, watched: Watched) -> None:
    page = watched.page
    page.clock.set_system_time(THURSDAY)
    held: list[Route] = []
    page.route("**/regroup.js", lambda route: held.append(route))  # noqa: PLW0108  # a function of Python
    page.goto(sample.address + HERE, wait_until="commit")
    page.wait_for_selector("[data-group=late]", state="attached")
    assert page.locator(".tt-backlog").evaluate("e => getComputedStyle(e).visibility") == "hidden"
    for route in held:
        route.continue_()
    page.unroute("**/regroup.js")
    page.wait_for_load_state("load")
    assert page.locator(".tt-backlog").evaluate("e => getComputedStyle(e).visibility") == "visible"
    page.clock.set_system_time(NOW)
    page.goto(sample.address + HERE, wait_until="commit")
    page.wait_for_selector("[data-group=late]", state="attached")
    assert page.locator(".tt-backlog").evaluate("e => getComputedStyle(e).visibility") == "visible"
    page.wait_for_load_state("load")
