"""A network of one's own: what `tertulia init` writes, and that it builds with nothing else there."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator import __version__
from generator.doors import beginnings
from generator.doors.beginnings import RECIPES
from generator.doors.command import main
from generator.doors.commands import starting
from generator.words.catalogue import LANGUAGES
from tests.editions import CONTENT


@pytest.fixture(autouse=True)
def quiet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("TERTULIA_DATA", "TERTULIA_DAY", "TERTULIA_AUDIENCE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERTULIA_LANGUAGE", "en")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, [*words])


def begin(*more: str) -> Result:
    return run("init", "mine", "--name", "Nuria: «Salva»", "--region", "ES-MD", "--day", "2026-11-23", *more)


@pytest.mark.parametrize(("language", "readme", "person"), [
    ("es", "# La red de Nuria", "persona-de-ejemplo"), ("en", "# The network of Nuria", "example-person"),
])
def test_a_network_begins_in_good_order_in_the_owners_language(language: str, readme: str, person: str) -> None:
    assert begin("--language", language).exit_code == 0
    assert Path("mine/README.md").read_text(encoding="utf-8").startswith(readme)
    assert Path(f"mine/data/contacts/{person}.yml").is_file()
    checked = run("check", "--data", "mine/data", "--problems-only")
    assert checked.exit_code == 0, checked.output
    site = yaml.safe_load(Path("mine/mkdocs.yml").read_text(encoding="utf-8"))
    assert site["site_name"] == "Tertulia · Nuria: «Salva»"
    wanted = Path("mine/requirements.in").read_text(encoding="utf-8").splitlines()[-1]
    assert wanted == f"./wheels/tertulia-{__version__}-py3-none-any.whl"
    assert json.loads(Path("mine/data/schema/contact.schema.json").read_text(encoding="utf-8"))["properties"]["name"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_readme_leads_to_the_address_where_its_language_stands(language: str) -> None:
    begin("--language", language)
    assert "on http://127.0.0.1:8000/," in Path("mine/README.md").read_text("utf-8").replace(" en http", " on http")


def test_examples_say_that_they_are_examples() -> None:
    begin("--language", "en")
    for path in (*Path("mine/data/contacts").iterdir(), *Path("mine/data/events").iterdir()):
        assert "This is an example" in path.read_text(encoding="utf-8")


def test_what_is_there_is_never_replaced_and_recipes_can_come_later() -> None:
    Path("mine").mkdir()
    Path("mine/README.md").write_text("mine\n", encoding="utf-8")
    assert "= mine/README.md  (there already)" in begin("--language", "es").stdout
    me = Path("mine/data/me.yml")
    me.write_text("name: Other\n", encoding="utf-8")
    later = run("init", "mine", "--recipes", "gitlab", "--recipes", "server")
    assert later.stdout.splitlines()[-1] == "3 files written."
    assert Path("mine/README.md").read_text(encoding="utf-8") == "mine\n"
    assert me.read_text(encoding="utf-8") == "name: Other\n"


def test_without_a_name_and_nobody_to_ask_nothing_is_written() -> None:
    said = run("init", "mine")
    assert said.exit_code == 2
    assert "say --name" in said.stderr
    assert not Path("mine").exists()


@pytest.mark.parametrize("wrong", [("--region", "Madrid"), ("--name", "a\nb"), ("--name", "")])
def test_what_cannot_be_right_is_refused(wrong: tuple[str, str]) -> None:
    assert run("init", "mine", "--name", "N", "--language", "es", *wrong).exit_code == 2
    assert not Path("mine").exists()


def test_the_site_is_in_the_owners_language_first() -> None:
    begin("--language", "en")
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "TERTULIA_DAY": "2026-11-23"}
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"], cwd="mine", env=env, capture_output=True,
        text=True, check=False,
    )
    assert built.returncode == 0, built.stderr
    for page, language in (("index.html", "en"), ("guide/index.html", "en"), ("es/guide/index.html", "es")):
        assert f'<html lang="{language}"' in Path("mine/site", page).read_text(encoding="utf-8")
    assert not Path("mine/site/en").exists()


def test_the_site_builds_and_files_of_ones_own_take_the_place_of_ours() -> None:
    begin("--language", "es")
    for name, text in {
        "content/es/guide/index.md": "# Mi guía\n\nPágina mía.\n",
        "content/assets/styles/mine.css": "b{}\n",
        "overrides/404.html": "not found by me\n",
    }.items():
        path = Path("mine") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "TERTULIA_DAY": "2026-11-23", "TERTULIA_AUDIENCE": "private"}
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"], cwd="mine", env=env, capture_output=True,
        text=True, check=False,
    )
    assert built.returncode == 0, built.stderr
    site = Path("mine/site")
    assert "Página mía." in (site / "guide" / "index.html").read_text(encoding="utf-8")
    assert "not found by me" in (site / "404.html").read_text(encoding="utf-8")
    menu = re.findall(r'<a href="([^"]+)" class="md-nav__link">', (site / "guide" / "index.html").read_text("utf-8"))
    assert menu[-2:] == ["my-data/", "commands/"], "the pages that are made come last among the guide's"
    home = (site / "index.html").read_text(encoding="utf-8")
    for name in ("assets/styles/tokens.css", "assets/scripts/page.js"):
        assert (site / name).is_file()
        assert name in home
    assert (site / "assets" / "styles" / "mine.css").is_file()
    assert (site / "en" / "guide" / "privacy" / "index.html").is_file()
    assert (site / "people" / "persona-de-ejemplo" / "index.html").is_file()
    assert not list(site.rglob("*.yml"))


@pytest.mark.parametrize("theme", [
    "material", {"name": "material", "logo": "assets/mine.svg"},
    {"name": "material", "palette": {"scheme": "slate"}},
    {"name": "material", "palette": [{"scheme": "default", "toggle": {"icon": "material/weather-sunny", "name": ""}},
                                     {"scheme": "slate", "toggle": {"icon": "material/weather-night", "name": "x"}}]},
])
def test_a_theme_that_says_little_has_what_ours_has(theme: object) -> None:
    begin("--language", "es")
    settings = yaml.safe_load(Path("mine/mkdocs.yml").read_text(encoding="utf-8"))
    settings["theme"] = theme
    Path("mine/mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "TERTULIA_DAY": "2026-11-23", "TERTULIA_LANGUAGES": "es"}
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"], cwd="mine", env=env, capture_output=True, text=True, check=False,
    )
    assert built.returncode == 0, built.stderr
    home = Path("mine/site/index.html").read_text(encoding="utf-8")
    assert "fonts.googleapis" not in home
    assert "md-tabs" in home, "the features of ours"
    assert ("mkdocs.yml, theme: logo: no existe content/assets/mine.svg." in built.stderr) is ("mine.svg" in str(theme))
    if "toggle" in str(theme):
        assert 'aria-label="x"' in home


def test_the_command_names_every_recipe() -> None:
    assert set(starting.RECIPES) == set(RECIPES)


@pytest.mark.parametrize("recipe", RECIPES)
def test_recipes_are_careful(recipe: str) -> None:
    begin("--language", "en", "--recipes", recipe)
    for name in RECIPES[recipe].values():
        text = Path("mine", name).read_text(encoding="utf-8")
        if not name.endswith(".yml"):
            assert "frame-ancestors 'none'" in text
            assert "unsafe" not in text
            continue
        recipe_ = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # texts only: `on` is no boolean here
        if "jobs" not in recipe_:
            assert recipe_["variables"]["GIT_DEPTH"] == "0"
            assert recipe_["variables"]["TERTULIA_AUDIENCE"] == "public"
            assert "--require-hashes" in text
            continue
        assert recipe_["permissions"] == {"contents": "read"}
        if "schedule" in recipe_["on"]:
            assert set(recipe_["on"]) == {"schedule", "workflow_dispatch"}
            continue
        assert "TERTULIA_AUDIENCE: public" in text
        assert "--require-hashes" in text
        steps = [step for job in recipe_["jobs"].values() for step in job["steps"]]
        uses = [step["uses"] for step in steps if "uses" in step]
        assert uses
        assert all(len(use.split("@")[1].split()[0]) == 40 for use in uses), "pinned by commit"
        checkout = next(step for step in steps if "checkout" in step.get("uses", ""))
        assert checkout["with"]["fetch-depth"] == "0"


@pytest.mark.parametrize("first", RECIPES)
@pytest.mark.parametrize("second", RECIPES)
def test_a_recipe_never_takes_the_place_of_another_host(first: str, second: str) -> None:
    """Whoever moves to a host with a login is not left publishing on one without."""
    begin("--language", "en", "--recipes", first)
    said = run("init", "mine", "--recipes", second)
    kept = {line.split()[1].removeprefix("mine/") for line in said.stdout.splitlines() if line.startswith("= ")}
    assert kept <= {".github/workflows/check.yml"} or first == second
    warned = "publish-github.yml publishes on GitHub Pages, which everybody can see" in said.stdout
    assert warned is (first == "github" != second)


@pytest.mark.parametrize(("audience", "status"), [("public", 0), ("private", 1), ("shared", 1), ("", 1)])
def test_what_everybody_can_see_is_built_for_the_public_or_not_at_all(audience: str, status: int) -> None:
    begin("--language", "en", "--recipes", "github")
    recipe = yaml.safe_load(Path("mine/.github/workflows/publish-github.yml").read_text(encoding="utf-8"))
    build = next(s["run"] for s in recipe["jobs"]["build"]["steps"] if "mkdocs build" in s.get("run", ""))
    Path("mkdocs").write_text("#!/bin/sh\ntouch built\n", encoding="utf-8")
    Path("mkdocs").chmod(0o755)
    env = {**os.environ, "PATH": f"{Path.cwd()}:{os.environ['PATH']}", "TERTULIA_AUDIENCE": audience}
    done = subprocess.run(["bash", "-e", "-c", build], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == status
    assert Path("built").exists() is (status == 0)
    assert ("Everybody can see GitHub Pages" in done.stderr) is (status == 1)


def test_a_nightly_build_calls_the_recipe_of_its_own_host() -> None:
    for host in ("github", "cloudflare"):
        begin("--language", "en", "--recipes", host)
        nightly = Path(f"mine/.github/workflows/nightly-{host}.yml").read_text(encoding="utf-8")
        called = yaml.safe_load(nightly)["jobs"]["publish"]["uses"]
        assert Path("mine", called).is_file()
        assert host in called


def test_every_host_is_told_the_same_headers_and_the_guide_explains_each() -> None:
    """GitHub and GitLab let nobody set any."""
    recipes = Path(beginnings.__file__).parent / "beginning" / "recipes"
    line = re.compile(
        r'^\s*(?:add_header )?([A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]+)+):? "?([^"\n]+?)"?(?: always;)?$', re.MULTILINE
    )
    told = {name: dict(line.findall((recipes / name).read_text(encoding="utf-8")))
            for name in ("headers", "nginx.conf", "Caddyfile")}
    assert len(told["headers"]) == 7
    assert told["headers"] == told["nginx.conf"] == told["Caddyfile"]
    for language in LANGUAGES:
        article = (CONTENT / language / "guide" / "publishing.md").read_text(encoding="utf-8")
        assert all(f"| `{header}" in article for header in told["headers"]), language
