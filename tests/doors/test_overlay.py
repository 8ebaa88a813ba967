"""The overlay: what is served at once is, byte by byte, what MkDocs makes the long way of the same files.

Two servers of the same folder stand side by side, one of them without any shortcut. After every edit both do what they
do when a file is saved, and every address of the one is compared with every file of the other.
"""

from __future__ import annotations

import os
import tempfile
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any
from unittest import mock

import jinja2
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from generator.doors.overlay import Overlay
from generator.doors.plugin import TertuliaPlugin
from generator.edition.shelf import home
from tests.doors.conftest import project

HOME = "http://127.0.0.1:8000/"
ME = "name: Nuria Sol\nlanguages: [es, en]\nregion: ES-MD\n"
PERSON = """name: {name}
role: {role}
closeness: close
expertise: [{term}]
log:
  - {{date: 2026-11-1{n}, kind: coffee, note: 'Café con *leche* y [{name}](https://example.org)'}}
promises:
  - {{what: la lista, by: me, due: 2026-11-2{n}}}
"""
EVENT = "title: Feria {n}\ndate: 2026-11-2{n} 18:30\nkind: meetup\nexpected: [ana, bo]\n"
NAMES = ("Ana Ruiz", "José \\u0027O\\u0027 <b>", "Iñigo & Co", "Bo")

ADDED = ("data/contacts/dario.yml", "data/events/cena.yml", "data/coach.yml", "data/inbox.yml",
         "content/es/guide/gifts.md", "overrides/main.html")
"""The files that edits bring which are not there at the beginning."""

Edit = tuple[str, str | None]
"""A file of the project and what it holds from now on; None for a file that goes."""


class Compiled(jinja2.BytecodeCache):
    """The theme's templates as Jinja compiles them: that they come out the same each time is Jinja's matter."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Lend what was compiled before from the same text."""
        if bucket.key in self.held:
            bucket.bytecode_from_string(self.held[bucket.key])

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Keep it for the next build."""
        self.held[bucket.key] = bucket.bytecode_to_string()


COMPILED = Compiled()


def theirs(name: str, _said: str = "") -> Compiled | None:
    return COMPILED if name == "theme" else None


class Server:
    """One server's state: what MkDocs keeps between two builds of it."""

    def __init__(self, folder: Path, *, short: bool) -> None:
        self.folder, self.short = folder, short
        self.site = Path(tempfile.mkdtemp(dir=folder)) / "site"
        self.cache: dict[str, Any] = {}
        self.built = 0

    @contextmanager
    def _own(self) -> Iterator[None]:
        option: Any = MkDocsConfig.plugins
        shortcuts = {"TERTULIA_SHORTCUTS": "" if self.short else "no"}
        own = mock.patch.object(option, "plugin_cache", self.cache)
        compiled = nullcontext() if self.short else mock.patch("generator.doors.plugin.kept", theirs)
        with own, compiled, mock.patch.dict(os.environ, shortcuts), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield

    def save(self) -> None:
        """Do what is done when a file was saved."""
        with self._own():
            if self.cache and self.plugin.refresh() != "to build":
                return
            self.built += 1
            config = load_config(config_file=str(self.folder / "mkdocs.yml"), site_dir=str(self.site))
            config.site_url = HOME
            config.plugins.on_startup(command="serve", dirty=False)
            build(config, serve_url=HOME)

    @property
    def plugin(self) -> TertuliaPlugin:
        """The plugin's one instance."""
        found = self.cache["tertulia"]
        assert isinstance(found, TertuliaPlugin)
        return found

    def files(self) -> dict[str, bytes]:
        """Everything MkDocs has written."""
        found = sorted(p for p in self.site.rglob("*") if p.is_file())
        return {p.relative_to(self.site).as_posix(): p.read_bytes() for p in found}

    def answers(self, *paths: str) -> list[bytes | None]:
        """What is answered at each path, as the server does it: the overlay first, then its folder."""
        with self._own():
            found = [self.plugin.overlay.answer(path) for path in paths]
        files = [self.site / path for path in paths]
        return [
            held if held is not None else file.read_bytes() if file.is_file() else None
            for held, file in zip(found, files, strict=True)
        ]

    def answer(self, path: str) -> bytes | None:
        """The same of one path."""
        return self.answers(path)[0]


class Pair:
    """The two servers of one project."""

    def __init__(self, folder: Path, languages: tuple[str, ...]) -> None:
        self.folder = folder
        for name in ("content/es", "content/en", "overrides", "data/contacts", "data/events"):
            (folder / name).mkdir(parents=True)
        theme = {"name": "material", "custom_dir": "overrides", "language": "es", "font": False, "palette": [
            {"media": m, "scheme": "default", "toggle": {"icon": "material/weather-sunny", "name": ""}}
            for m in ("(prefers-color-scheme)", "(prefers-color-scheme: light)", "(prefers-color-scheme: dark)")
        ]}
        project(folder, docs_dir="content/es", theme=theme,
                plugins=["search", {"tertulia": {"data_folder": "data", "languages": list(languages)}}])
        self.begin()
        self.quick, self.slow = Server(folder, short=True), Server(folder, short=False)

    def begin(self) -> None:
        """Put the files as they are at the beginning, and remove what edits have brought besides."""
        for file in ADDED:
            self.edit(file, None)
        self.edit("data/me.yml", ME)
        for n, who in enumerate(("ana", "bo", "carla")):
            self.edit(f"data/contacts/{who}.yml", PERSON.format(name=NAMES[n], role="editora", term="diseño", n=n))
        self.edit("data/events/feria.yml", EVENT.format(n=6))

    def edit(self, file: str, text: str | None) -> None:
        """Save a file, or remove it."""
        path = self.folder / file
        if text is None:
            path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def compare(self) -> None:
        """Save, and compare every address."""
        self.quick.save()
        self.slow.save()
        expected = self.slow.files()
        assert len(expected) > 150
        answers = dict(zip(expected, self.quick.answers(*expected), strict=True))
        assert [name for name, held in expected.items() if answers[name] != held] == []
        strays = [name for name in self.quick.files() if name not in expected]
        assert strays == []
        shown = self.quick.plugin.overlay.shown
        if shown:
            first = next(iter(shown.editions))
            pages = {a if lang == first else f"{lang}/{a}" for lang, e in shown.editions.items() for a in e.pages}
            assert {f"{address}index.html" for address in pages} <= expected.keys()


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERTULIA_DAY", "2026-11-23")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")


def people() -> st.SearchStrategy[Edit]:
    files = st.sampled_from(["ana", "bo", "carla", "dario"]).map("data/contacts/{}.yml".format)
    whole = st.builds(PERSON.format, name=st.sampled_from(NAMES), role=st.sampled_from(["editora", "a & b"]),
                      term=st.sampled_from(["diseño", "law"]), n=st.integers(0, 9))
    return st.tuples(files, st.one_of(st.none(), whole, st.sampled_from(["name: [", "name: Ana\nbirthdya: 1\n", ""])))


def others() -> st.SearchStrategy[Edit]:
    return st.one_of(
        st.tuples(st.sampled_from(["data/events/feria.yml", "data/events/cena.yml"]),
                  st.one_of(st.none(), st.integers(0, 9).map(lambda n: EVENT.format(n=n)))),
        st.tuples(st.just("data/me.yml"), st.sampled_from([ME, ME + "goals: {new_per_week: 2}\n", "- no\n"])),
        st.tuples(st.just("data/coach.yml"), st.sampled_from(
            [None, "rules: {promise-due: {off: true}}\n", "synonyms: [[diseño, law]]\n"])),
        st.tuples(st.just("data/inbox.yml"), st.sampled_from([None, "- 2026-11-20 bo coffee: hola\n", "- ?\n"])),
        st.tuples(st.just("content/es/guide/gifts.md"), st.sampled_from(
            [None, "# Regalos\n\n[Ana](../people/ana/index.md)\n", "# Otros\n"])),
        st.tuples(st.just("overrides/main.html"), st.sampled_from([None, "LOOKING"])),
    )


@pytest.fixture
def lasting(tmp_path: Path) -> Pair:
    """Two servers that live through all examples of a test, and have served the beginning."""
    pair = Pair(tmp_path, ("es",))
    pair.compare()
    return pair


@settings(max_examples=int(os.environ.get("TERTULIA_EXAMPLES", "4")), deadline=None, phases=[Phase.generate],
          derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(edits=st.lists(st.one_of(people(), people(), others()), min_size=2, max_size=5), later=st.booleans())
def test_after_any_edits_what_is_served_is_what_mkdocs_would_make(
    edits: list[Edit], later: bool, lasting: Pair  # noqa: FBT001  # drawn, not passed
) -> None:
    pair = lasting
    pair.begin()
    for file, text in edits:
        pair.edit(file, text if text != "LOOKING" else looking())
        pair.compare()
    if later:
        with mock.patch.dict(os.environ, {"TERTULIA_DAY": "2026-12-01"}):
            pair.compare()


def looking() -> str:
    """Our own seams of the theme, with one more that looks at what a page says."""
    ours = (home("overrides") / "main.html").read_text(encoding="utf-8")
    return ours + "{% block libs %}{% if 'Café' in page.content %}<i>!</i>{% endif %}{% endblock %}"


def test_edits_of_data_need_no_build_in_either_language(tmp_path: Path) -> None:
    pair = Pair(tmp_path, ("es", "en"))
    pair.compare()
    for edit in (("data/contacts/ana.yml", None), ("data/events/cena.yml", EVENT.format(n=8)),
                 ("data/contacts/bo.yml", "name: Bo\nnotes: Toca el acordeón.\n")):
        pair.edit(*edit)
        pair.quick.save()
    pair.compare()
    pair.edit("data/contacts/bo.yml", "name: [")
    pair.compare()
    assert pair.quick.built == 1
    assert "people/bo/" in (pair.quick.answer("search/search_index.json") or b"").decode()
    assert pair.quick.plugin.refresh() == "the same"


def test_links_into_pages_that_are_made_at_the_request_are_no_cause_for_a_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    pair = Pair(tmp_path, ("es", "en"))
    pair.edit("content/es/guide/mine.md", "# Mía\n\n[a](commands/index.md#import), [b](commands/index.md#nowhere)\n")
    pair.quick.save()
    said = [record.getMessage() for record in caplog.records if "anchor" in record.getMessage()]
    assert len(said) == 1, said
    assert "#nowhere" in said[0]


def test_what_is_not_data_is_built(tmp_path: Path) -> None:
    pair = Pair(tmp_path, ("es",))
    pair.compare()
    pair.edit("content/es/guide/gifts.md", "# Regalos\n\nDe otra manera.\n")
    pair.compare()
    pair.edit("overrides/main.html", looking())
    pair.compare()
    assert pair.quick.built == 3
    assert b"<i>!</i>" in (pair.quick.answer("people/ana/index.html") or b"")


def test_beside_another_plugin_everything_is_built(tmp_path: Path) -> None:
    pair = Pair(tmp_path, ("es",))
    hook = "def on_post_page(output, **_):\n    return output + f'<!-- {len(output)} -->'\n"
    (tmp_path / "hook.py").write_text(hook, encoding="utf-8")
    text = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(text + "hooks: [hook.py]\n", encoding="utf-8")
    pair.compare()
    pair.edit("data/contacts/bo.yml", "name: Bo Larsen\n")
    pair.compare()
    assert pair.quick.built == 2
    assert pair.quick.plugin.overlay.shown is None


def test_a_page_that_cannot_be_made_any_more_stays_as_it_was(tmp_path: Path) -> None:
    pair = Pair(tmp_path, ("es",))
    pair.quick.save()
    good = pair.quick.answer("people/ana/index.html")
    assert good
    pair.edit("data/contacts/ana.yml", "name: Ana Sol\n")
    broken: Callable[..., Mapping[str, Any]] = mock.Mock(side_effect=RuntimeError)
    with mock.patch("generator.pages.person._view", broken):
        pair.quick.save()
        assert pair.quick.answer("people/ana/index.html") == good


def test_what_lies_behind_a_link_in_the_content_is_not_published(tmp_path: Path) -> None:
    pair = Pair(tmp_path / "project", ("es",))
    (tmp_path / "secret.txt").write_text("nobody is to read this", encoding="utf-8")
    for name in ("secret.txt", "secret.md"):
        (pair.folder / "content" / "es" / name).symlink_to(tmp_path / "secret.txt")
    pair.quick.save()
    assert pair.quick.answer("people/ana/index.html")
    assert not [name for name, held in pair.quick.files().items() if b"nobody is to read this" in held]


def test_addresses_that_lead_nowhere_take_no_room(tmp_path: Path) -> None:
    pair = Pair(tmp_path, ("es",))
    pair.quick.save()
    shown = pair.quick.plugin.overlay.shown
    assert shown
    for n in range(50):
        for made_up in (f"made-up-{n}", f"made-up-{n}/index.html", f"people/ana-{n}.html", f"assets/{n}.css"):
            assert pair.quick.answer(made_up) is None
    assert not shown.answers
    assert pair.quick.answer("people/ana/index.html")
    assert list(shown.answers) == ["people/ana/index.html"]


@pytest.mark.parametrize(("named", "listens", "path", "status"), [
    ("127.0.0.1:8000", "127.0.0.1", "/people/", 200), ("localhost:8000", "127.0.0.1", "/people/", 200),
    ("LOCALHOST", "::1", "/people/", 200), ("[::1]:8000", "::1", "/people/", 200), ("", "127.0.0.1", "/people/", 200),
    ("nuria.local:8000", "0.0.0.0", "/people/", 200), ("evil.example.org:8000", "127.0.0.1", "/people/", 421),  # noqa: S104
    ("localhost.example.org", "127.0.0.1", "/livereload/1/1", 421), ("localhost", "127.0.0.1", "/a\0/", 421),
])  # fmt: skip
def test_nobody_else_s_name_leads_to_the_pages_of_this_computer(
    named: str, listens: str, path: str, status: int
) -> None:
    statuses: list[str] = []
    server = mock.Mock(serve_request=lambda _environ, start: start("200 OK", []) or [], mount_path="/")
    server.server_address = (listens, 8000)
    overlay = Overlay()
    overlay.serve(server)
    app = server.set_app.call_args.args[0]
    app({"PATH_INFO": path, "HTTP_HOST": named}, lambda line, _headers: statuses.append(line))
    assert [int(line[:3]) for line in statuses] == [status]
