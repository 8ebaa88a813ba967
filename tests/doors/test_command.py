"""The command line: what it says, in which language, and with which exit status."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from generator import __version__
from generator.coach.rulebook import all_rules
from generator.coach.schema import all_schemas
from generator.doors import command
from generator.doors.command import main
from generator.words.catalogue import LANGUAGES
from generator.words.placeholders import PLACEHOLDERS
from tests.editions import CONTENT, ROOT

GOOD, WRONG, REFUSED = 0, 1, 2
BIRTHDAY = "contacts/bo-larsen.yml"


@pytest.fixture(autouse=True)
def quiet_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("TERTULIA_DATA", "TERTULIA_DAY", "TERTULIA_AUDIENCE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERTULIA_LANGUAGE", "en")


@pytest.fixture
def broken(data: Path, tmp_path: Path) -> Path:
    """The tests' own network with one mistake in it."""
    folder = tmp_path / "broken"
    shutil.copytree(data, folder)
    with (folder / BIRTHDAY).open("a", encoding="utf-8") as file:
        file.write("birthdya: 03-14\n")
    return folder


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


# --- check --------------------------------------------------------------------------------------------------------


def test_check_of_good_data_lists_what_there_is_to_do(data: Path) -> None:
    said = run("check", "--data", data, "--day", "2026-11-23")
    assert said.exit_code == GOOD
    assert said.stdout.startswith("The data is in good order.\n\n")
    days = [line[:10] for line in said.stdout.splitlines()[2:] if line[:1] == "2"]
    assert len(days) > 3
    assert days == sorted(days), "by its days, what has none last"
    promise = "Keep your promise to Anita Ruiz: mandarle la muestra de papel"
    assert f"2026-11-20  {promise}  (promise-due, data/contacts/ana-ruiz.yml:30" in said.stdout
    assert said.stderr == ""


def test_check_of_wrong_data_says_where_and_how_to_mend_it_and_then_what_there_is_to_do(broken: Path) -> None:
    said = run("check", "--data", broken, "--day", "2026-11-23")
    assert said.exit_code == WRONG
    problem, summary, advice = said.stdout.split("\n\n")
    lines = problem.splitlines()
    assert lines[0] == "data/contacts/bo-larsen.yml:17:1: `birthdya` is not a key of a contact."
    assert lines[-1].strip() == "Did you mean `birthday`?"
    assert any(line.rstrip().endswith("| ^^^^^^^^") for line in lines)
    assert summary == "1 problem."
    assert "Anita Ruiz" in advice


def test_check_may_be_asked_for_problems_only(data: Path, broken: Path) -> None:
    said = run("check", "--problems-only", "--data", data)
    assert (said.exit_code, said.stdout) == (GOOD, "The data is in good order.\n")
    said = run("check", "--problems-only", "--data", broken)
    assert said.exit_code == WRONG
    assert "Anita" not in said.stdout


def test_check_speaks_to_machines(broken: Path) -> None:
    said = run("check", "--json", "--data", broken, "--day", "2026-11-23")
    assert said.exit_code == WRONG
    found = json.loads(said.stdout)
    assert found.keys() == {"problems", "findings"}
    assert found["problems"] == [{
        "file": "data/contacts/bo-larsen.yml", "line": 17, "column": 1, "code": "unknown-key",
        "message": "`birthdya` is not a key of a contact.", "hint": "Did you mean `birthday`?",
    }]
    promise = next(f for f in found["findings"] if f["rule"] == "promise-due")
    assert promise == {
        "id": promise["id"], "rule": "promise-due", "severity": promise["severity"], "about": "ana-ruiz",
        "due": "2026-11-20",
        "do": "Keep your promise to Anita Ruiz: mandarle la muestra de papel",
        "why": "The date has passed (20 November). Do it today, or say which day you can.",
        "file": "data/contacts/ana-ruiz.yml", "line": 30, "column": promise["column"],
    }
    assert len({f["id"] for f in found["findings"]}) == len(found["findings"])
    assert "\x1b" not in said.stdout


def test_check_tells_machines_that_nothing_is_wrong(data: Path) -> None:
    said = run("check", "--json", "--problems-only", "--data", data)
    assert (said.exit_code, json.loads(said.stdout)) == (GOOD, {"problems": [], "findings": []})


def test_check_looks_at_ones_own_words_before_their_day_comes(data: Path) -> None:
    page = Path("content/es/rules/birthday-soon.md")  # nobody's birthday is near
    page.parent.mkdir(parents=True)
    page.write_text("---\nwords:\n  default:\n    do: Felicita a {whom}\n---\n", encoding="utf-8")
    Path("mkdocs.yml").touch()

    def said(*words: str) -> tuple[int, str]:
        """In a process of its own, which finds out where the content is."""
        typed = [sys.executable, "-c", "from generator.doors.command import main; main()", *words, "--data", str(data)]
        done = subprocess.run(typed, capture_output=True, text=True, check=False)
        assert done.stderr == ""
        return done.returncode, done.stdout

    status, short = said("check", "--problems-only")
    assert status == WRONG
    assert short.startswith(f"{page}:4:9: Nothing is known here to put in place of `{{whom}}`.\n")
    assert "Did you mean `{who}`?" in short
    assert short.endswith("1 problem.\n")
    assert "Keep your promise to Anita Ruiz" in said("check")[1], "the coach goes on in our words"
    (problem,) = json.loads(said("check", "--json", "--problems-only")[1])["problems"]
    assert (problem["file"], problem["line"], problem["code"]) == (str(page), 4, "content-placeholder")


def test_check_says_the_first_fifty_problems_and_how_many_more(tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    for n in range(60):
        (tmp_path / "contacts" / f"p{n:02}.yml").write_text("name: Ana\nnane: Bo\n", encoding="utf-8")
    said = run("check", "--data", tmp_path)
    assert said.exit_code == WRONG
    assert said.stdout.count("is not a key of a contact") == 50
    assert "… and 10 more." in said.stdout
    assert "60 problems." in said.stdout
    assert len(json.loads(run("check", "--json", "--data", tmp_path).stdout)["problems"]) == 60


def test_check_gives_the_owners_advice_whomever_the_site_is_for(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERTULIA_AUDIENCE", "public")
    assert "promise-due" in run("check", "--data", data, "--day", "2026-11-23").stdout


def test_check_never_sends_a_terminal_what_could_trick_it(tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    text = 'name: "\\e[31m"\nrole: a\u202eb\nnane\u200b: c\n'
    (tmp_path / "contacts" / "ana.yml").write_text(text, encoding="utf-8")
    said = run("check", "--data", tmp_path)
    assert said.exit_code == WRONG
    assert not set(said.stdout) & set("\x1b\u202e\u200b")


# --- rules, write, schema -----------------------------------------------------------------------------------------


def test_rules_lists_every_rule_with_its_numbers(data: Path) -> None:
    said = run("rules", "--data", data)
    assert said.exit_code == GOOD
    lines = said.stdout.splitlines()
    assert [line.split()[0] for line in lines[:-2]] == list(all_rules())
    assert "missing-thanks" in said.stdout
    assert "soft_limit=2, hard_limit=7" in said.stdout
    assert lines[-1] == f"{len(all_rules())} rules."


def test_rules_speaks_to_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERTULIA_LANGUAGE", "es")
    said = run("rules", "--json")
    assert said.exit_code == GOOD
    listing = {rule["rule"]: rule for rule in json.loads(said.stdout)}
    assert set(listing) == set(all_rules())
    thanks = listing["missing-thanks"]
    assert thanks.keys() == {"rule", "title", "mistake", "severity", "grade", "numbers"}
    assert thanks["title"] == "Gracias pendientes"
    assert {n["name"] for n in thanks["numbers"]} == {"soft_limit", "hard_limit"}
    keys = {"name", "default", "unit", "source", "grade", "checked", "note", "shared"}
    assert all(n.keys() == keys and not n["shared"] for n in thanks["numbers"])
    shared = {n["name"]: n["default"] for n in listing["over-capacity"]["numbers"] if n["shared"]}
    assert shared["touches_per_week"] == 6  # the default of the documents


def test_write_lays_the_pages_down_for_the_public_unless_told_otherwise(data: Path, tmp_path: Path) -> None:
    said = run("write", tmp_path / "public", "--data", data, "--day", "2026-11-23")
    assert said.exit_code == GOOD
    assert "pages written to" in said.stdout
    assert not (tmp_path / "public" / "es" / "people" / "ines-prado").exists()
    said = run("write", tmp_path / "mine", "--data", data, "--day", "2026-11-23", "--audience", "private")
    assert said.exit_code == GOOD
    assert (tmp_path / "mine" / "es" / "people" / "ines-prado" / "index.md").is_file()


def test_write_for_the_public_is_for_the_public_whatever_the_environment_says(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERTULIA_AUDIENCE", "private")
    assert run("write", tmp_path / "out", "--data", data, "--audience", "public").exit_code == GOOD
    assert not (tmp_path / "out" / "es" / "people" / "ines-prado").exists()


def test_write_says_what_needs_mending_and_writes_nothing(broken: Path, tmp_path: Path) -> None:
    said = run("write", tmp_path / "out", "--data", broken, "--day", "2026-11-23", "--audience", "private")
    assert said.exit_code == WRONG
    assert "contacts/bo-larsen.yml:17:1" in said.stderr
    assert not (tmp_path / "out").exists()


def test_write_leaves_a_folder_alone_that_holds_something(data: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    said = run("write", tmp_path, "--data", data)
    assert said.exit_code == REFUSED
    assert said.stderr == f"tertulia: {tmp_path} is not empty\n"
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


def test_schema_writes_every_schema_beside_the_data(tmp_path: Path) -> None:
    said = run("schema", "--data", tmp_path)
    assert said.exit_code == GOOD
    assert {p.name for p in (tmp_path / "schema").iterdir()} == set(all_schemas())
    json.loads((tmp_path / "schema" / "contact.schema.json").read_text(encoding="utf-8"))


# --- What cannot be done ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [["check"], ["check", "--json"], ["write", "out"], ["schema"]])
def test_a_folder_that_is_not_there_is_one_line_and_no_traceback(words: list[str], tmp_path: Path) -> None:
    said = run(*words, "--data", tmp_path / "nowhere")
    assert not Path("out").exists()
    assert said.exit_code == REFUSED
    assert said.stdout == ""
    assert said.stderr.startswith(f"tertulia: There is no folder `{tmp_path / 'nowhere'}`. To begin one: ")
    assert said.stderr.count("\n") == 1
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(("words", "said"), [
    (["check", "--day", "yesterday"], "`yesterday` is not a day"),
    (["write", "out", "--day", "2026-13-01"], "`2026-13-01` is not a day"),
    (["write", "out", "--audience", "everyone"], "everyone"),
    (["chekc"], "chekc"), (["check", "--frob"], "--frob"), (["write"], "FOLDER"),
])
def test_what_cannot_be_understood_ends_with_status_two(words: list[str], said: str, data: Path) -> None:
    found = run(*words, *(["--data", str(data)] if len(words) > 2 else []))
    assert found.exit_code == REFUSED
    assert said in found.stderr
    assert "Traceback" not in found.output


@pytest.mark.parametrize(("words", "lines"), [
    (["check"], 0), (["rules"], 1), (["rules", "--json"], 1), (["write", "out"], len(LANGUAGES)),
])
def test_a_content_folder_that_cannot_be_read_is_a_line_for_each_fault_and_no_traceback(
    words: list[str], lines: int, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`check` is there to say it: that is no refusal, and what it finds is framed like any other problem."""
    shutil.copytree(CONTENT, tmp_path / "content", ignore=shutil.ignore_patterns("assets"))
    for language in LANGUAGES:
        (tmp_path / "content" / language / "rules" / "missing-thanks.md").write_bytes(b"---\ntitle: \xff\n---\n")
    monkeypatch.setattr(command, "CONTENT", tmp_path / "content")
    said = run(*words, "--data", data)
    assert said.exit_code == (REFUSED if lines else WRONG)
    assert "missing-thanks.md:2:8: " in said.output
    assert said.stderr.count("\n") == lines


def test_an_empty_folder_is_in_good_order(tmp_path: Path) -> None:
    said = run("check", "--data", tmp_path, "--day", "2026-11-23")
    assert (said.exit_code, said.stdout.splitlines()[0]) == (GOOD, "The data is in good order.")


def test_help_and_version_need_nothing() -> None:
    for words in ([], ["--help"], ["check", "--help"], ["rules", "--help"], ["write", "--help"], ["schema", "--help"]):
        said = run(*words)
        assert "Usage:" in said.output, words
    assert "Exit status: 0 all is well" in " ".join(run("check", "--help").output.split())
    assert run("--version").output == f"tertulia, version {__version__}\n"


# --- Languages, and the program itself ----------------------------------------------------------------------------


SPANISH, ENGLISH = "Los datos están en orden.", "The data is in good order."


@pytest.mark.parametrize(("environment", "said"), [
    ({"TERTULIA_LANGUAGE": "es"}, SPANISH), ({"TERTULIA_LANGUAGE": "en"}, ENGLISH),
    ({"LC_ALL": "es_ES.UTF-8"}, SPANISH), ({"LC_ALL": "C"}, ENGLISH),
    ({"LANG": "es_MX.UTF-8"}, SPANISH), ({"LANG": "fr_FR.UTF-8"}, ENGLISH),
    ({"LC_MESSAGES": "es_ES", "LANG": "en_GB"}, SPANISH), ({"TERTULIA_LANGUAGE": "en", "LANG": "es_ES"}, ENGLISH),
])
def test_it_speaks_the_language_of_the_environment(
    environment: dict[str, str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TERTULIA_LANGUAGE")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert run("check", "--problems-only", "--data", tmp_path).stdout == said + "\n"


def program(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, with an environment of almost nothing."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "SYSTEMROOT") if name in os.environ}
    run_main = "from generator.doors.command import main; main(prog_name='tertulia')"
    return subprocess.run(
        [sys.executable, "-c", run_main, *map(str, words)], cwd=ROOT, env={**kept, **environment}, capture_output=True,
        encoding="utf-8", check=False,
    )


def test_the_program_writes_utf8_and_ends_with_a_status_in_the_barest_environment(broken: Path) -> None:
    bare = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = program("check", "--data", broken, "--day", "2026-11-23", **bare)
    assert done.returncode == WRONG, done.stderr
    assert "data/contacts/bo-larsen.yml:17:1: `birthdya` is not a key of a contact." in done.stdout
    assert "Café con Inés" in done.stdout
    assert "Traceback" not in done.stderr


def test_the_program_ends_with_two_when_there_is_no_folder(tmp_path: Path) -> None:
    done = program("check", TERTULIA_DATA=str(tmp_path / "nowhere"), TERTULIA_LANGUAGE="es")
    assert (done.returncode, done.stdout) == (REFUSED, "")
    assert done.stderr.startswith("tertulia: ")
    assert done.stderr.count("\n") == 1


def test_a_reader_who_has_read_enough_is_no_fault() -> None:
    program = Path(sys.executable).with_name("tertulia")
    with subprocess.Popen([program, "rules"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()  # before it has written anything
        said = process.stderr.read()
    assert said == b""
    assert process.returncode == 0


# --- the language of the terminal ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("words", "said"), [
    (["nope"], "No hay ninguna orden 'nope'."), (["log"], "Falta 'QUIÉN'."), (["today", "--zzz"], "ninguna opción"),
    (["log", "ana", "call", "--favour", "9"], "no está en 1<=x<=5"), (["today", "x"], "Esto sobra: x"),
    (["due", "--fail-on", "x"], "no es ninguno de estos"), (["import", "nowhere"], "No existe el archivo «nowhere»."),
    (["today", "--day"], "le falta su valor"), (["log", "--favor", "3"], "¿Querías decir"),
])  # fmt: skip
def test_what_click_does_not_understand_is_said_in_the_language_of_the_terminal(
    words: list[str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    english = run(*words)
    monkeypatch.setenv("TERTULIA_LANGUAGE", "es")
    spanish = run(*words)
    assert english.exit_code == spanish.exit_code == REFUSED
    assert said in spanish.stderr
    assert "Usage" not in spanish.stderr
    assert not set(english.stderr.splitlines()) & set(spanish.stderr.splitlines()) - {""}


def test_every_command_has_help_with_an_example_and_its_exit_statuses(monkeypatch: pytest.MonkeyPatch) -> None:
    for language, example, status in (("en", "Example: tertulia", "Exit status: 0"), ("es", "tertulia", "salida: 0")):
        monkeypatch.setenv("TERTULIA_LANGUAGE", language)
        for words in every_command():
            said = run(*words, "--help")
            assert said.exit_code == GOOD
            assert example in said.stdout, words
            assert status in " ".join(said.stdout.split()), words
            assert run(*words, "-h").stdout == said.stdout


@pytest.mark.parametrize("columns", [40, 80])
def test_help_is_no_wider_than_the_terminal(columns: int) -> None:
    for words in (("--help",), *((*words, "--help") for words in every_command())):
        said = CliRunner().invoke(main, words, env={"COLUMNS": str(columns), "TERTULIA_LANGUAGE": "es"}).stdout
        lines = [line for line in said.splitlines() if "tertulia " not in line and "[" not in line and '"' not in line]
        wide = [line for line in lines if len(line) > columns]
        assert not wide, words


def test_an_example_fits_the_terminal_and_is_in_its_language() -> None:
    for words in every_command():
        said = CliRunner().invoke(main, (*words, "--help"), env={"COLUMNS": "80", "TERTULIA_LANGUAGE": "es"}).stdout
        examples = said.partition("  Ejemplo: ")[2].partition("\n\n")[0].splitlines()
        assert examples, words
        assert max(map(len, examples[1:]), default=0) <= 80, words
        assert len("  Ejemplo: " + examples[0]) <= 80, words
    said = CliRunner().invoke(main, ("log", "--help"), env={"COLUMNS": "80", "TERTULIA_LANGUAGE": "es"}).stdout
    assert '  Ejemplo: tertulia log ana café "leyó mi oferta"' in said
    assert ' \\\n    "mandarle la lista" --due viernes\n' in said


@pytest.mark.parametrize(("words", "said"), [
    (["today", "--day", "mañana"], "`mañana` no es un día"), (["check", "--day", "2026-13-01"], "no es un día"),
    (["import", "."], "«.» es una carpeta, no un archivo."),
])
def test_a_refusal_is_in_the_language_of_the_terminal(words: list[str], said: str) -> None:
    found = CliRunner().invoke(main, words, env={"TERTULIA_LANGUAGE": "es"})
    assert found.exit_code == 2
    assert said in found.output


def test_every_command_speaks_to_machines_too() -> None:
    for words in every_command():
        assert "--json" in run(*words, "--help").stdout, words


DOCUMENTS: dict[tuple[str, ...], dict[str, object]] = {
    ("write", "out", "--audience", "private"): {"folder": "out", "problems": 0},
    ("schema",): {"folder": "mine/schema"},
    ("export", "all.json"): {"file": "all.json"},
    ("init", "new", "--name", "Nuria", "--language", "es"): {
        "kept": [], "seen_by_everybody": [], "next": "cd new && git init -b main && mkdocs serve",
    },
}


@pytest.mark.parametrize("words", DOCUMENTS)
def test_what_a_command_did_is_one_document_for_machines(data: Path, words: tuple[str, ...]) -> None:
    shutil.copytree(data, "mine")
    where = () if words[0] == "init" else ("--data", "mine")
    said = run(*words, "--json", *where)
    assert said.exit_code == GOOD, said.output
    found = json.loads(said.stdout)
    assert found.items() >= DOCUMENTS[words].items()
    assert all(found.values()) or words[0] in {"write", "init"}


def test_pages_that_were_not_written_are_told_to_machines(broken: Path) -> None:
    said = run("write", "out", "--json", "--data", broken)
    assert said.exit_code == WRONG
    assert json.loads(said.stdout) == {"folder": "out", "pages": 0, "problems": 1}


def test_where_the_originals_are_is_told_to_machines() -> None:
    assert Path(json.loads(run("init", "--where", "--json").stdout)["content"]).is_dir()


def test_the_words_that_stand_for_what_is_typed_are_spanish_in_spanish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERTULIA_LANGUAGE", "es")
    for words in every_command():
        english = set(re.findall(r"\b[A-Z][A-Z-]+\b", run(*words, "--help").stdout))
        assert not english & (set(PLACEHOLDERS) - {"ID", "REV"}), words
    assert "QUIÉN TIPO [NOTA]" in run("log", "--help").stdout
    monkeypatch.setenv("TERTULIA_LANGUAGE", "en")
    assert "WHO KIND [NOTE]" in run("log", "--help").stdout


def every_command() -> list[tuple[str, ...]]:
    """The words of every command, those of a group one by one."""
    context = click.Context(main)
    names: list[tuple[str, ...]] = []
    for name in main.list_commands(context):
        found = main.get_command(context, name)
        names += [(name, inner) for inner in found.commands] if isinstance(found, click.Group) else [(name,)]
    return names


@pytest.mark.parametrize("missing", ["--json", "--day", "--data"])
def test_every_command_that_speaks_of_the_data_takes_the_same_options(missing: str) -> None:
    others = {"init", "schema", "write", "audience", "forget", "export", "import", "rules"}
    for words in every_command():
        if words[0] not in others:
            assert missing in run(*words, "--help").stdout, words


# --- completion ---------------------------------------------------------------------------------------------------


def completing(shell: str, what: str, **environment: str) -> Result:
    """What the command says when a shell asks it what comes next, or for its script."""
    return CliRunner().invoke(main, env={**environment, "_TERTULIA_COMPLETE": f"{shell}_{what}"}, prog_name="tertulia")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize(("typed", "offered"), [
    ("tertulia ren", "rename"), ("tertulia log an", "ana-ruiz"), ("tertulia log ana-ruiz,be", "ana-ruiz,berta-sol"),
    ("tertulia log ana-ruiz cof", "coffee"), ("tertulia prep 2026", "2026-"), ("tertulia today --js", "--json"),
    ("tertulia settings rhythm_cl", "rhythm_close"), ("tertulia rename an", "ana-ruiz"),
])  # fmt: skip
def test_the_shell_completes_commands_ids_and_words(
    shell: str, typed: str, offered: str, data: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(data, folder)
    (folder / "contacts" / "berta-sol.yml").write_text("name: Berta Sol\n", encoding="utf-8")
    words = typed.split()
    said = completing(
        shell, "complete", TERTULIA_DATA=str(folder), COMP_WORDS=typed,
        COMP_CWORD=words[-1] if shell == "fish" else str(len(words) - 1),
    )
    assert offered in said.stdout, said.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_own_script(shell: str) -> None:
    said = completing(shell, "source")
    assert "tertulia" in said.stdout
    assert f"{shell}_complete" in said.stdout
