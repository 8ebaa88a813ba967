"""A site for the public stops where it would say too much of somebody, and at nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.doors import build as door
from generator.doors.build import Wish
from generator.doors.command import main
from generator.doors.refusal import Refusal
from generator.edition.discretion import CATEGORIES, read_words, slips
from generator.records.audience import reduce_network
from generator.records.reading import read_folder
from generator.words.catalogue import LANGUAGES
from generator.words.speech import speech
from tests.editions import CONTENT, DAY, ROOT

STOPS = {
    "health": ("psicóloga con depresión", "Living with HIV", "de baja por ansiedad", "VIH", "son diabéticas",
               "enfermas de leucemia", "recovering addicts"),
    "politics": ("militante de base", "votes for the other side", "de izquierdas", "votan a la contra",
                 "socialistas", "Republicans"),
    "religion": ("católica y editora", "jewish historian", "Testigo de Jehová", "testigos de Jehová",
                 "ateos", "muslims"),
    "union": ("afiliada a un sindicato", "shop steward", "sindicalista", "afiliada al sindicato", "Afiliados a UGT",
              "miembro de un sindicato", "miembros del sindicato", "member of a union", "members of the trade union",
              "liberada sindical", "union reps", "delegados sindicales", "está sindicada"),
    "orientation": ("editor gay", "lesbiana", "came out as bi", "son gays", "lesbianas", "two lesbians",
                    "personas trans", "no binaria"),
    "judgement": ("abogado pesado", "lazy but kind", "no es de fiar", "no son de fiar", "dos vagos", "idiots"),
}
PASSES = (
    "abogada laboralista en un sindicato", "oncología y psiquiatría", "historia de las religiones", "political science",
    "rehabilitación de fachadas", "enfermera de urgencias", "democratic innovation",
    "lawyer in a union", "sociedad de un sindicato de riegos", "préstamos sindicados", "syndicated loans",
    "credit union", "reunionista",
    "sindicación de contenidos", "European Union law", "programa de afiliados", "transportes", "vagones", "gordolobo",
    "health care", "editora de la revista Vida", "votación electrónica", "transporte", "transcripción",
    "café", "fatiga de materiales",
    "trade unions and the law", "ciencias políticas", "agencia de viajes", "Vigo", "adjunta",
    "grasas", "fe de erratas",
    "vagones de tren", "ecología de los pesticidas", "partido de tenis", "diseño para la discapacidad",
)


def found(folder: Path, me: str = "name: N\n") -> list[tuple[str, str]]:
    (folder / "me.yml").write_text(me)
    network = read_folder(folder).network
    return [(s.category, str(s.place)) for s in slips(network, reduce_network(network, "public"), read_words(CONTENT))]


def contact(folder: Path, text: str, share: str = "public") -> None:
    (folder / "contacts").mkdir(exist_ok=True)
    (folder / "contacts" / "ana.yml").write_text(f"name: Ana\nshare: {share}\nrole: {text}\n")


@pytest.mark.parametrize(("category", "text"), [(c, t) for c, texts in STOPS.items() for t in texts])
def test_it_stops_with_the_place(category: str, text: str, tmp_path: Path) -> None:
    contact(tmp_path, text)
    assert (category, "contacts/ana.yml:3:1") in found(tmp_path)


@pytest.mark.parametrize("text", PASSES)
def test_what_a_trade_or_a_place_is_called_passes(text: str, tmp_path: Path) -> None:
    contact(tmp_path, text)
    assert found(tmp_path) == []


def test_what_is_not_for_the_public_and_what_people_and_employers_are_called_is_not_looked_at(tmp_path: Path) -> None:
    contact(tmp_path, "depresión", share="shared")
    assert found(tmp_path) == []
    (tmp_path / "contacts" / "ana.yml").write_text(
        "name: Gay Vago\nshare: public\norg: Unión Católica\nnotes: depresión\nneeds: [VIH]\n"
    )
    assert found(tmp_path) == []


def test_a_word_that_is_meant_passes_only_as_it_was_meant_and_own_words_stop(tmp_path: Path) -> None:
    contact(tmp_path, "investiga el cáncer de mama")
    meant = "name: N\nsite: {meant: [{text: Cancer de mama, reason: es su oficio}], watch: [divorci*]}\n"
    assert found(tmp_path, meant) == []
    contact(tmp_path, "con cáncer")
    assert found(tmp_path, meant) == [("health", "contacts/ana.yml:3:1")]
    contact(tmp_path, "recién divorciada")
    assert found(tmp_path, meant) == [("own", "contacts/ana.yml:3:1")]


def test_nothing_is_built_and_the_terminal_says_where(tmp_path: Path) -> None:
    contact(tmp_path, "editora, afiliada a un partido")
    wish = Wish(tmp_path, CONTENT, DAY, "public")
    with pytest.raises(Refusal, match=r"data/contacts/ana.yml:3:1: `afiliada a`") as refused:
        door.make_editions(wish, door.read_data(wish), "public")
    for language in LANGUAGES:
        assert speech(language).text("Nothing was built for the public.") in str(refused.value)
    for audience in ("private", "shared"):
        assert door.make_editions(Wish(tmp_path, CONTENT, DAY, audience), door.read_data(wish), "public")
    done = CliRunner().invoke(main, ["write", str(tmp_path / "out"), "--data", str(tmp_path), "--audience", "public"])
    assert done.exit_code == 2
    assert "contacts/ana.yml:3:1" in done.output
    assert not (tmp_path / "out").exists()


def test_the_explanation_of_an_audience_says_what_would_stop_it(tmp_path: Path) -> None:
    contact(tmp_path, "editor gay")
    said = CliRunner().invoke(main, ["audience", "public", "--explain", "ana", "--data", str(tmp_path)]).output
    assert "! data/contacts/ana.yml:3:1: `gay`" in said
    said = CliRunner().invoke(main, ["audience", "shared", "--explain", "ana", "--data", str(tmp_path)]).output
    assert "!" not in said


def test_the_list_has_every_category_in_both_languages_and_stops_nothing_in_the_sample() -> None:
    words = read_words(CONTENT)
    assert list(words) == [category for category in CATEGORIES if category != "own"]
    assert all(len(listed) >= 10 for listed in words.values())
    network = read_folder(ROOT / "data").network
    assert not list(slips(network, reduce_network(network, "public"), words))


def test_before_anything_is_built_the_commands_say_that_it_would_stop(tmp_path: Path) -> None:
    contact(tmp_path, "afiliada al sindicato")
    (tmp_path / "me.yml").write_text("name: N\n")
    run = CliRunner(env={"TERTULIA_LANGUAGE": "en"}).invoke
    said = run(main, ["audience", "public", "--data", str(tmp_path)]).output
    assert "A build for the public would stop here, and nothing be built:\n! data/contacts/ana.yml:3:1: " in said
    checked = run(main, ["check", "--problems-only", "--data", str(tmp_path)])
    assert checked.exit_code == 0, "the data is in order: it may be for nobody else"
    assert "A site for the public would stop at 1 place" in checked.output
    assert "would stop" not in run(main, ["audience", "shared", "--data", str(tmp_path)]).output
