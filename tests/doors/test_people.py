"""A person can be forgotten and handed over: every trace goes, nothing else does, and everything kept comes out."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import icalendar
import pytest
import yaml
from click.testing import CliRunner, Result

from generator.doors import kept
from generator.doors.command import main
from generator.records.audience import reduce_network
from generator.records.contact import Contact
from generator.records.reading import read_folder
from tests.editions import ROOT, canaries_text, lay_out

DATA = ROOT / "data"
PEOPLE = sorted(path.stem for path in (DATA / "contacts").glob("*.yml"))


def run(*words: str, data: Path, status: int = 0, typed: str = "") -> Result:
    done = CliRunner().invoke(main, [*words, "--data", str(data)], input=typed, env={"TERTULIA_LANGUAGE": "en"})
    assert done.exit_code == status, done.output
    return done


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.mark.parametrize("who", PEOPLE)
def test_everybody_in_the_sample_can_be_forgotten_without_a_problem_or_a_trace(who: str, tmp_path: Path) -> None:
    data, site = tmp_path / "data", tmp_path / "site"
    shutil.copytree(DATA, data)
    contact = read_folder(data).network.contacts[who]
    shutil.rmtree(data / "schema")
    said = run("forget", who, "--yes", "--site", str(site), data=data).output
    reading = read_folder(data)
    assert not reading.problems
    assert who not in reading.network.contacts
    before, after = files(DATA), files(data)
    assert {file for file in set(before) - set(after) if "schema" not in file} == {f"contacts/{who}.yml"}
    for file, body in after.items():
        for line in body.decode().splitlines():
            names_them = who in line or contact.name.display in line
            assert not names_them or line.strip() in said, (file, line)  # a first name alone: shown, and left
            assert who not in line or "-" not in who
        if body != before[file]:
            assert f"data/{file}:" in said


def test_what_the_commands_keep_goes_with_the_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    monkeypatch.setenv("TERTULIA_CACHE", str(tmp_path / "kept"))
    monkeypatch.setattr(kept, "FEWEST", 1)
    monkeypatch.setattr(kept, "STALE", 1)
    run("today", "--day", "2026-11-23", data=tmp_path / "data")
    (copy,) = (tmp_path / "kept" / "tertulia").iterdir()
    assert b"carmen-vidal" in copy.read_bytes()
    run("forget", "carmen-vidal", "--dry-run", data=tmp_path / "data")
    assert copy.exists()
    run("forget", "carmen-vidal", "--yes", "--site", str(tmp_path / "site"), data=tmp_path / "data")
    assert not copy.exists()


def test_a_dry_run_shows_the_plan_and_touches_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    before = files(data)
    said = run("forget", "carmen-vidal", "--dry-run", data=data).output
    assert "data/contacts/carmen-vidal.yml" in said
    assert "data/events/2026-11-19-meetup-ux.yml:20: met: [carmen-vidal]" in said
    assert "Do all of this?" in run("forget", "carmen-vidal", data=data, status=2, typed="n\n").output
    assert files(data) == before


def test_a_built_site_that_knows_the_person_goes_and_what_remains_elsewhere_is_said(tmp_path: Path) -> None:
    data, site = tmp_path / "data", tmp_path / "site"
    shutil.copytree(DATA, data)
    (site / "people" / "carmen-vidal").mkdir(parents=True)
    (site / "index.html").write_text("<p>Carmen")
    run("forget", "rosa-alonso", "--yes", "--site", str(site), data=data)
    said = run("forget", "carmen-vidal", "--dry-run", "--site", str(site), data=data).output
    assert "built site" not in said, "a folder that is not ours is left alone"
    (site / "build.json").write_text("{}")
    said = run("forget", "carmen-vidal", "--yes", "--site", str(site), data=data).output
    assert not site.exists()
    for word in ("git filter-repo --invert-paths --path data/contacts/carmen-vidal.yml", "host", "Forks", "Telephones"):
        assert word in said


def test_what_only_the_owner_can_judge_is_listed(tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    (tmp_path / "contacts" / "ana-ruiz.yml").write_text("name: Ana Ruiz\n")
    (tmp_path / "contacts" / "bo.yml").write_text("name: Bo\nnotes: Ana le presentó a Ana Ruiz\n")
    (tmp_path / "contacts" / "cy.yml").write_text("name: Ana Ruiz Sol\n")
    (tmp_path / "notas.md").write_text("Llamar a Ana\n")
    said = run("forget", "ana-ruiz", "--yes", data=tmp_path).output
    assert "data/notas.md:1: Llamar a Ana" in said
    assert "data/contacts/bo.yml:2" in said
    assert (tmp_path / "contacts" / "cy.yml").read_text() == "name: Ana Ruiz Sol\n", "the name of another stays whole"


def test_an_unknown_id_is_said_in_one_line_with_a_near_one() -> None:
    done = run("forget", "carmen-vida", data=DATA, status=2)
    assert "Did you mean `carmen-vidal`?" in done.output
    assert "Traceback" not in done.output


def leaves(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [leaf for inner in value.values() for leaf in leaves(inner)]
    return [leaf for inner in value for leaf in leaves(inner)] if isinstance(value, list) else [str(value)]


def test_the_export_has_every_value_of_the_file_and_every_passage_elsewhere(tmp_path: Path) -> None:
    lay_out(canaries_text(), tmp_path)
    found = yaml.safe_load(run("export", "nadielosepa-id", data=tmp_path).output)
    typed = yaml.load((tmp_path / "contacts" / "nadielosepa-id.yml").read_text(), yaml.BaseLoader)  # noqa: S506  # text
    assert found["contact"] == typed
    assert len(leaves(typed)) > 80
    passages = "\n".join(item["text"] for item in found["elsewhere"])
    assert {item["file"].split("/")[1] for item in found["elsewhere"]} >= {"contacts", "events", "posts.yml"}
    assert "nadielosepa" in passages


def test_the_address_card_is_read_by_another_parser() -> None:
    card = icalendar.Component.from_ical(run("export", "carmen-vidal", "--as", "vcard", data=DATA).output.encode())
    assert str(card["FN"]) == "Carmen Vidal Soto"


def test_what_nobody_wrote_is_not_said_to_be_written_and_events_are_named(tmp_path: Path) -> None:
    for name, text in {
        "me.yml": "name: N\n", "contacts/ana.yml": "name: Ana\n", "contacts/bo.yml": "name: Bo\nshare: private\n",
        "contacts/eva.yml": "name: Eva\nshare: shared\nchannels: {email: eva@example.org}\n",
        "events/2026-11-26-feria.yml": "title: Feria\ndate: 2026-11-26\nshare: public\n",
        "events/2026-11-27-cena.yml": "title: Cena\ndate: 2026-11-27\n",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    lines = run("audience", "public", data=tmp_path).output.splitlines()
    assert lines == [
        "ana: not shown: nothing is said, so it is `private`.", "bo: not shown: it says `share: private`.",
        "eva: not shown: it says `share: shared`.", "2026-11-26-feria: shown: it says `share: public`.",
        "2026-11-27-cena: not shown: nothing is said, so it is `private`.",
    ]
    told = run("audience", "shared", "eva", data=tmp_path).output
    assert "channels.email: eva@example.org  (nothing is said, so it is `shared`)" in told
    assert "feria" not in told
    found = json.loads(run("audience", "public", "--json", data=tmp_path).output)
    assert [event["shown"] for event in found["events"]] == [True, False]


def test_an_audience_is_explained_field_by_field(tmp_path: Path) -> None:
    lay_out(canaries_text(), tmp_path)
    lines = run("audience", "public", "--explain", data=tmp_path).output.splitlines()
    assert "nadielosepa-id: not shown: it says `share: private`." in lines
    start = lines.index("plazamayor-id: shown: it says `share: public`.")
    own = lines[start + 1 :]
    assert "  + channels.email: plazamayor-email@example.org  (its own `share: public`)" in own
    assert "  - channels.phone  (its own `share: private`)" in own
    assert "  - notes  (a field for `private`)" in own
    assert not any("& notes'" in line or ("600 000" in line and "channels.phone" in line) for line in own)
    for line in own:
        shown = line.startswith("  + ")
        assert not shown or ": " in line
    short = run("audience", "shared", data=tmp_path).output
    assert "entrenosotros-id: shown: it says `share: shared`." in short


def test_the_explanation_names_exactly_the_fields_that_the_edition_keeps(tmp_path: Path) -> None:
    lay_out(canaries_text(), tmp_path)
    network = read_folder(tmp_path).network
    for audience in ("shared", "public"):
        lines = run("audience", audience, "--explain", "plazamayor-id", data=tmp_path).output.splitlines()
        said = {line.split()[1].rstrip(":") for line in lines if line.startswith("  + ") and "channels." not in line}
        kept = reduce_network(network, audience).contacts["plazamayor-id"]
        fields = {n: f for n, f in Contact.model_fields.items() if n not in {"id", "origin", "share", "channels"}}
        assert said == {
            f.alias or n for n, f in fields.items() if getattr(kept, n) != f.get_default(call_default_factory=True)
        }


NETWORK = {
    "contacts/ana-ruiz.yml": "name: Ana Ruiz\n",
    "contacts/bo.yml": "name: Bo Larsen\n",
    "contacts/pia.yml": "name: Pía Ruiz\n",
    "inbox.yml": "- ayer ana café: leyó mi oferta\n- ayer ana, bo café: los tres\n- ayer ruiz call: ¿quién?\n",
}


@pytest.fixture
def loose(tmp_path: Path) -> Path:
    for file, text in NETWORK.items():
        (tmp_path / "data" / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / file).write_text(text, encoding="utf-8")
    return tmp_path / "data"


def test_whoever_the_inbox_names_loosely_is_forgotten_there_and_a_name_of_two_is_told(loose: Path) -> None:
    found = json.loads(run("forget", "ana-ruiz", "--yes", "--json", data=loose).stdout)
    assert found["forgotten"]
    assert found["person"] == "data/contacts/ana-ruiz.yml"
    assert [(c["line"], c["new"]) for c in found["changes"]] == [(1, ""), (2, "- ayer bo café: los tres")]
    assert found["left"] == [{"file": "data/inbox.yml", "line": 2, "text": "- ayer ruiz call: ¿quién?"}]
    assert found["elsewhere"]
    assert (loose / "inbox.yml").read_text() == "- ayer bo café: los tres\n- ayer ruiz call: ¿quién?\n"


def test_with_json_forgetting_asks_nothing_and_does_nothing_unsaid(loose: Path) -> None:
    before = files(loose)
    assert "--yes" in run("forget", "ana-ruiz", "--json", data=loose, status=2).output
    planned = json.loads(run("forget", "ana-ruiz", "--json", "--dry-run", data=loose).stdout)
    assert not planned["forgotten"]
    assert len(planned["changes"]) == 2
    assert files(loose) == before


def test_what_is_handed_over_has_the_lines_that_name_them_loosely(loose: Path) -> None:
    found = json.loads(run("export", "ana-ruiz", "--json", data=loose).stdout)
    assert found["contact"] == {"name": "Ana Ruiz"}
    assert found["inbox"] == ["- ayer ana café: leyó mi oferta", "- ayer ana, bo café: los tres"]
    assert found == yaml.safe_load(run("export", "ana-ruiz", data=loose).stdout)


def test_an_audience_is_told_to_machines_too(tmp_path: Path) -> None:
    lay_out(canaries_text(), tmp_path)
    found = json.loads(run("audience", "public", "plazamayor-id", "--json", data=tmp_path).stdout)
    (person,) = found["people"]
    assert (found["audience"], person["id"], person["shown"]) == ("public", "plazamayor-id", True)
    fields = {field["key"]: field for field in person["fields"]}
    assert fields["channels.phone"]["shown"] is False
    assert fields["channels.phone"]["value"] == ""
    assert fields["channels.email"]["value"] == "plazamayor-email@example.org"
    everybody = json.loads(run("audience", "public", "--json", data=tmp_path).stdout)["people"]
    assert {"id", "shown", "why"} == set(everybody[0])


def test_a_file_too_big_to_be_read_is_left_and_told(loose: Path) -> None:
    big = loose / "contacts" / "big.yml"
    with big.open("wb") as stream:
        stream.truncate(1 << 33)  # takes no room, and whoever reads it whole takes a minute
    assert "data/contacts/big.yml:1:" in run("forget", "ana-ruiz", "--dry-run", data=loose).output
