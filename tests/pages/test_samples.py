"""Every sample of the guide and of the README is true: YAML is what it claims to be, and what is typed works."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from mkdocs.config.defaults import MkDocsConfig

from generator.coach.etiquette import read_checklists
from generator.coach.rulebook import all_rules
from generator.coach.settings import SHARED_NUMBERS
from generator.doors.command import main
from generator.doors.describing import manual
from generator.doors.plugin import TertuliaConfig
from generator.pages.rules import INDEX
from generator.records.reading import read_text
from generator.words.catalogue import LANGUAGES
from tests.editions import CONTENT, ROOT
from tests.pages.conftest import Shelf

ARTICLES = [
    *(path for language in LANGUAGES for path in sorted((CONTENT / language / "guide").glob("*.md"))),
    ROOT / "README.md", *sorted((ROOT / "generator" / "doors" / "beginning").glob("*/README.md")),
]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PATH = re.compile(r"# (?:data/|~/network/)(\S+?):?(?:\s.*)?\n")
ELSEWHERE = {
    "pip", "python3", "git", "mkdocs", "properdocs", "zensical", "uv", "rsync", "make", ".", "sudo", "pre-commit",
}
"""What is typed that is not ours; that `mkdocs build` works is for other tests."""

NETWORK = {
    "me.yml": "name: Nuria Salvatierra\n",
    "contacts/ana-ruiz.yml": "name: Ana Ruiz\nmet: {date: 2026-10-02, where: a fair}\n",
    "events/2026-11-26-python-meetup.yml": "title: Python meetup\ndate: 2026-11-26 19:00\n",
    "inbox.yml": "- 2026-11-20 ana-ruiz coffee: she read my offer (favour 2)\n",
}
CONNECTIONS = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Bo,Larsen,,,Nordlys,Editor,12 Mar 2024
"""
EXPORT = f"Notes:\n\n\n{CONNECTIONS}Ana,Ruiz,,,,,3 Feb 2025\n"
"""As it comes from LinkedIn, with a note above the table."""


@dataclass(frozen=True)
class Sample:
    """One block of code in an article."""

    article: Path
    kind: str
    text: str

    @property
    def name(self) -> str:
        """What to call it in a report."""
        return f"{self.article.relative_to(ROOT)}: {self.text.splitlines()[0]}"


def samples(article: Path, *kinds: str) -> Iterator[Sample]:
    """The blocks of those kinds in an article."""
    for kind, text in BLOCK.findall(article.read_text(encoding="utf-8")):
        if kind in kinds:
            yield Sample(article, kind, text)


YAML = [s for article in ARTICLES for s in samples(article, "yaml")]
TYPED = [article for article in ARTICLES if any(samples(article, "sh"))]


def test_there_are_samples() -> None:
    assert len(YAML) > 40
    assert len(TYPED) > 8
    kinds = {kind for article in ARTICLES for kind, _ in BLOCK.findall(article.read_text(encoding="utf-8"))}
    assert kinds <= {"yaml", "sh", "css", "markdown", "text", "console"}, "a kind that nobody tries"


@pytest.mark.parametrize("sample", YAML, ids=lambda sample: sample.name)
def test_a_yaml_sample_is_the_file_it_claims_to_be(sample: Sample, tmp_path: Path) -> None:
    named = PATH.match(sample.text)
    if named:
        assert read_text(named[1], sample.text).problems == ()
    elif sample.text.startswith("# content/etiquette/"):
        path = tmp_path / sample.text.split("\n")[0].rpartition("/")[2]
        path.write_text(sample.text, encoding="utf-8")
        assert read_checklists(tmp_path)
    elif sample.text.startswith("# yaml-language-server: $schema=../"):
        assert (ROOT / "data" / sample.text.strip().partition("../")[2]).is_file()
    else:
        assert sample.text.startswith("# mkdocs.yml\n"), "say in its first line which file it is"
        _accept(yaml.safe_load(sample.text))


def _accept(settings: dict[str, object]) -> None:
    """Only keys that MkDocs and the plugin know, with values that they take."""
    known = MkDocsConfig()
    assert settings.keys() <= set(known)
    for plugin in (p for p in settings.get("plugins", []) if isinstance(p, dict)):  # type: ignore[attr-defined]  # a list of texts and mappings
        config = TertuliaConfig()
        config.load_dict(plugin["tertulia"])
        assert config.validate() == ([], [])


@pytest.mark.parametrize("article", TYPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_is_to_be_typed_works(article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(_home(tmp_path))
    for name, value in {"HOME": str(tmp_path), "TERTULIA_LANGUAGE": "en", "TERTULIA_DAY": "2026-11-23"}.items():
        monkeypatch.setenv(name, value)
    for name in ("TERTULIA_DATA", "TERTULIA_AUDIENCE", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    for sample in samples(article, "sh"):
        for line in sample.text.splitlines():
            for one in line.partition("  #")[0].split(" && "):
                _say(one.strip(), monkeypatch)


def _home(folder: Path) -> Path:
    """A folder with a small network in it, and an export to bring in."""
    home = folder / "home"
    for name, text in NETWORK.items():
        (home / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (home / "data" / name).write_text(text, encoding="utf-8")
    (folder / "Downloads").mkdir()
    (folder / "Downloads" / "Connections.csv").write_text(CONNECTIONS, encoding="utf-8")
    return home


def _say(typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    words = [str(Path(word).expanduser()) if word.startswith("~") else word for word in shlex.split(typed)]
    while words and re.fullmatch(r"[A-Z_0-9]+=.*", words[0]):
        words.pop(0)
    if not words:
        return
    if words[0] == "cd":
        monkeypatch.chdir(words[1])
    elif words[0].rpartition("/")[2] == "tertulia":
        said = CliRunner().invoke(main, [word for word in words[1:] if word != "--yes"])
        assert said.exit_code == 0, (typed, said.output)
    else:
        assert words[0] in ELSEWHERE or words[0] == "mkdir", typed


def test_what_the_readme_says_of_a_slip_is_what_is_said(tmp_path: Path) -> None:
    readme = ROOT / "README.md"
    for sample in samples(readme, "yaml"):
        named = PATH.match(sample.text)
        if named and sample.text.startswith("# ~/network/"):
            path = tmp_path / named[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():  # the inbox is shown again when Ana has been thanked
                path.write_text(sample.text.replace("coffee:", "cofee:"), encoding="utf-8")
    shown = next(s.text for s in samples(readme, "console") if "cofee" in s.text).split("\n", 1)[1]
    said = CliRunner(env={"TERTULIA_LANGUAGE": "en"}).invoke(
        main, ["check", "--data", str(tmp_path), "--day", "2026-11-23", "--problems-only"]
    )
    assert said.output == shown


def test_what_the_readme_says_of_an_export_is_what_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = _home(tmp_path)
    monkeypatch.chdir(home)
    (home / "Connections.csv").write_text(EXPORT, encoding="utf-8")
    shown = next(s.text for s in samples(ROOT / "README.md", "console") if "import" in s.text).split("\n", 1)[1]
    said = CliRunner(env={"TERTULIA_LANGUAGE": "en"}).invoke(main, ["import", "Connections.csv", "--dry-run"])
    assert said.output == shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_setting_is_in_the_guide(language: str) -> None:
    """The numbers are on the pages of the rules, and the keys of `coach.yml` among all others in My data."""
    article = (CONTENT / language / "guide" / "make-it-yours.md").read_text(encoding="utf-8")
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "generator").rglob("*.py"))
    wanted = {*re.findall(r"\bTERTULIA_[A-Z]+\b", code), *(name for name, _ in TertuliaConfig._schema)}
    assert len(wanted) >= 8
    assert {name for name in wanted if f"`{name}`" not in article} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_is_on_a_page_of_the_rules(shelf: Shelf, language: str) -> None:
    pages = shelf("public", language)
    for rule in all_rules().values():
        assert f"{INDEX}{rule.name}/" in pages[INDEX].body.replace("../", "")
        assert all(f"<code>{n.name}</code>" in pages[f"{INDEX}{rule.name}/"].body for n in rule.numbers), rule.name
    assert all(f"<code>{n.name}</code>" in pages[INDEX].body for n in SHARED_NUMBERS)


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert {c.name for c in manual() if not re.search(rf"`(tertulia )?{c.name}[ `]", readme)} == set()


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_article_leads_into_the_middle_of_another(article: Path) -> None:
    """Anybody may put an article of their own in its place, and their strict build is to go through."""
    assert re.findall(r"\]\([a-z-]+\.md#", article.read_text(encoding="utf-8")) == []
