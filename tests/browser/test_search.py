"""The search in a real browser: people by any part of their name, by organisation, expertise and topic."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sites import Served
from tests.browser.tab import Watched

FOUND = {
    "jose": ("María José de la Fuente Rey", "Diseñadora editorial, Estudio Renglón"),
    "José": ("María José de la Fuente Rey", "Diseñadora editorial"),
    "JOSE fuente": ("María José de la Fuente Rey", "Pepa"),
    "pepa": ("María José de la Fuente Rey", "Pepa"),
    "begona": ("Begoña Arrieta", "Patronista, Cooperativa Hilo"),
    "inigo etxe": ("Íñigo Etxeberria", "Persiana Arriba"),
    "siobhan": ("Siobhán Keane", "Keane Plain Words"),
    "xose": ("Xosé Loureiro Castro", "Olería Loureiro"),
    "mon": ("Montserrat Puig i Ferrer", "Institut de Comerç de Barri"),
    "quiroga bernal": ("Tomás Quiroga Bernal", "Redactor, Quiroga Contenidos"),
    "ana ruiz": ("Ana Ruiz Ortega", "Abogada mercantilista, Ruiz y Asociadas"),
    "林晓岚": ("林晓岚", "Low Bridge Captions"),
    "nubarron": ("Carmen Vidal Soto", "Nubarrón Pagos"),
    "ayuntamiento": ("Javier Otero Lama", "Ayuntamiento de Fuentelmonte"),
    "coro": ("Carmen Vidal Soto", "el coro en el que canta los jueves"),
    "huerta ruiz": ("Ana Ruiz Ortega", "la huerta de su padre"),
    "ceramica": ("Cerámica", "Xosé Loureiro Castro"),
    "abogado": ("Abogacía", "Ana Ruiz Ortega"),
    "fotógrafa": ("Fotografía", "Rosa Alonso"),
    "impresion en tela": ("Impresión en tela", "Begoña Arrieta"),
    "retrato": ("Retrato", "Rosa Alonso"),
    "pymes": ("Jornada Pymes Digitales", "Jueves 26 de noviembre"),
}
"""What is typed, the title of the first result, and what it says of it."""

IN_ENGLISH = {
    "jose": ("María José de la Fuente Rey", "Knows about: diseño editorial"),
    "whitlock": ("Hannah Whitlock", "Likes to help with: a second pair of eyes on a talk"),
    "swimming": ("Hannah Whitlock", "cold-water swimming"),
    "pike & daughters": ("Graham Pike", "Pike & Daughters Print"),
    "lawyer": ("Lawyer", "Ana Ruiz Ortega"),
    "abogado": ("Lawyer", "Ana Ruiz Ortega"),
    "ceramica": ("Cerámica", "Xosé Loureiro Castro"),
    "thanks to give": ("Thanks to give", "Favours somebody did for you"),
}


def look_for(page: Page, typed: str) -> None:
    box = page.locator("[data-md-component=search-query]")
    box.fill(typed)
    box.press("Shift")  # the theme looks once a key was let go


@pytest.mark.parametrize(("language", "found"), [("", FOUND), ("en/", IN_ENGLISH)])
def test_the_first_result_is_who_or_what_was_meant_and_says_why(
    sample: Served, watched: Watched, language: str, found: dict[str, tuple[str, str]]
) -> None:
    page = watched.page
    page.goto(sample.address + language)
    page.locator("[data-md-component=search-query]").click()
    for typed, (title, why) in found.items():
        look_for(page, typed)
        first = page.locator(".md-search-result__item").first
        expect(first.locator("h1"), typed).to_have_text(title)
        expect(first.locator("article").first, typed).to_contain_text(why)


def test_a_result_leads_to_the_page_and_an_unknown_word_finds_nothing(sample: Served, watched: Watched) -> None:
    page = watched.page
    page.goto(sample.address)
    page.locator("[data-md-component=search-query]").click()
    look_for(page, "zzyzx")
    expect(page.locator(".md-search-result__meta")).to_contain_text("No se encontraron")
    look_for(page, "inigo")
    expect(page.locator(".md-search-result__item h1").first).to_have_text("Íñigo Etxeberria")
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/inigo-etxeberria/**")


def test_short_words_of_a_surname_hide_nobody(sample: Served, watched: Watched) -> None:
    # The theme takes every word for a beginning, so that `la` finds Lama too: the one meant is near the top.
    page = watched.page
    page.goto(sample.address)
    page.locator("[data-md-component=search-query]").click()
    look_for(page, "de la fuente")
    expect(page.locator(".md-search-result__item h1").filter(has_text="María José de la Fuente Rey")).to_be_visible()
    titles = page.locator(".md-search-result__item > a h1").all_inner_texts()
    assert "María José de la Fuente Rey" in titles[:3]


def test_no_stemmer_finds_what_was_not_typed(sample: Served, watched: Watched) -> None:
    page = watched.page
    page.goto(sample.address)
    page.locator("[data-md-component=search-query]").click()
    look_for(page, "fotografos")  # a stemmer would find photography in it
    expect(page.locator(".md-search-result__meta")).to_contain_text("No se encontraron")
