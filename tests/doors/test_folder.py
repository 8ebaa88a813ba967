"""The plain door: what it lays down, and that plain MkDocs makes of it what the plugin makes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from markupsafe import Markup, escape
from mkdocs.utils.meta import get_data

from generator.doors.folder import as_markdown, write_folder
from generator.edition.chrome import make_chrome
from generator.edition.edition import make_feeds, make_pages
from generator.edition.ground import Ground
from generator.pages.page import Page
from generator.words.catalogue import LANGUAGES
from tests.doors.conftest import Project, Sites
from tests.editions import CONTENT

MARK = '<span class="tt-content" id="content" tabindex="-1"></span>'


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_a_file_beside_the_guide_and_the_assets(written: Path, edition: Ground, language: str) -> None:
    root = written / language
    pages = make_pages(edition, language)
    files = {p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file()}
    own = {f"{address}index.md" for address in pages}
    guide = {f"guide/{p.name}" for p in (CONTENT / language / "guide").iterdir()}
    assets = {p.relative_to(CONTENT).as_posix() for p in (CONTENT / "assets").rglob("*") if p.is_file()}
    feeds = {feed.name for feed in make_feeds(edition, language)}
    assert files == own | guide | assets | feeds | {"chrome.yml"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_front_matter_and_one_block_of_html(written: Path, edition: Ground, language: str) -> None:
    for address, page in make_pages(edition, language).items():
        _, front, body = (written / language / address / "index.md").read_text(encoding="utf-8").split("---\n", 2)
        found = yaml.safe_load(front)
        assert found["layout"] == "app"
        assert found["hide"] == ["navigation", "toc"]
        assert "<" not in found["title"], address
        assert body == f"<div>\n{page.body}\n</div>\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_around_the_pages_is_laid_down_too(written: Path, edition: Ground, language: str) -> None:
    found = yaml.safe_load((written / language / "chrome.yml").read_text(encoding="utf-8"))
    assert found == make_chrome(edition, language).extra


def test_it_says_how_many_pages_there_are(edition: Ground, tmp_path: Path) -> None:
    count = write_folder(edition, CONTENT, tmp_path / "new" / "folder")
    assert count == sum(len(make_pages(edition, language)) for language in LANGUAGES)


def test_an_empty_folder_may_be_written_to_and_a_full_one_not(edition: Ground, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError, match="is not empty"):
        write_folder(edition, CONTENT, tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]
    (tmp_path / "mine.txt").unlink()
    assert write_folder(edition, CONTENT, tmp_path) > 0


def test_writing_twice_writes_the_same(edition: Ground, written: Path, tmp_path: Path) -> None:
    write_folder(edition, CONTENT, tmp_path)
    for path in written.rglob("*.md"):
        assert path.read_bytes() == (tmp_path / path.relative_to(written)).read_bytes()


@pytest.mark.parametrize("title", [
    "---", 'a: "b', "<b>&", "{{ 7*7 }}", "- [x]", "null", "2026-11-23", "# x", "!!python/name:os", "'",
])
def test_no_title_breaks_out_of_the_front_matter(title: str) -> None:
    body, front = get_data(as_markdown(Page("x/", title, Markup("<p>uno</p>"))))
    assert front == {"title": str(escape(title)), "layout": "app", "hide": ["navigation", "toc"]}
    assert body.strip() == "<div>\n<p>uno</p>\n</div>"


def content_of(html: str) -> str:
    """What stands in a page's content, blanks as one sees them."""
    inner = html.partition(MARK)[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", inner).strip()


def tight(html: str) -> str:
    return re.sub(r"\s+", " ", html).strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_the_plugin_and_without_it_a_page_says_the_same(sites: Sites, edition: Ground, language: str) -> None:
    with_it = dict(_of(sites.private, language))
    without = dict(sites.written[language].pages())
    pages = make_pages(edition, language)
    assert len(pages) > 40
    for address, page in pages.items():
        body, wrapped = tight(page.body), tight(f"<div>\n{page.body}\n</div>")
        first, second = content_of(with_it[address]), content_of(without[address])
        assert first.startswith(body), address
        assert second.startswith(wrapped), address
        assert second.removeprefix(wrapped).strip() == first.removeprefix(body).strip(), address


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_the_plugin_and_without_it_a_page_has_the_same_title_and_footer(
    sites: Sites, edition: Ground, language: str
) -> None:
    with_it = dict(_of(sites.private, language))
    without = dict(sites.written[language].pages())
    for address in make_pages(edition, language):
        for part in (r"<title>(.*?)</title>", r'<footer class="tt-foot">(.*?)</footer>'):
            first, second = (re.findall(part, pages[address], re.DOTALL) for pages in (with_it, without))
            assert first == second != [], address


def _of(site: Project, language: str) -> list[tuple[str, str]]:
    """The pages of one language of a site, by address below its root."""
    if language == LANGUAGES[0]:
        return [(address, html) for address, html in site.pages() if not address.startswith("en/")]
    return [(address.removeprefix("en/"), html) for address, html in site.pages() if address.startswith("en/")]
