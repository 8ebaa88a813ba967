"""Who could be of help to whom, among some people."""

from __future__ import annotations

from generator.coach.introductions import matches
from tests.networks import read_case


def pairs(contacts: str, organisations: str = "{}") -> list[tuple[str, str, str]]:
    network = read_case(f"day: 2026-11-23\norganisations: {organisations}\ncontacts:\n{contacts}").network
    return [(m.seeker.id, m.helper.id, m.need) for m in matches(network, network.contacts.values())]


ANA = "  ana: {name: Ana, needs: [a lawyer], org: hilo}\n"


def test_a_need_meets_an_offer_in_either_language() -> None:
    assert pairs(ANA + "  bo: {name: Bo, offers: [abogada]}") == [("ana", "bo", "a lawyer")]


def test_two_people_are_brought_together_once_though_both_could_help() -> None:
    assert pairs("  ana: {name: Ana, needs: [a lawyer], offers: [textos]}\n"
                 "  bo: {name: Bo, offers: [abogada], needs: [textos]}") == [("ana", "bo", "a lawyer")]


def test_nobody_meets_themselves_or_whom_they_know() -> None:
    assert pairs("  ana: {name: Ana, needs: [a lawyer], offers: [lawyer]}") == []
    assert pairs(ANA + "  bo: {name: Bo, offers: [lawyer], org: Hilo}", "{hilo: {name: Hilo}}") == []
    assert pairs(ANA + "  bo: {name: Bo, offers: [lawyer], met: {through: ana}}") == []
    assert pairs(ANA + "  bo: {name: Bo, offers: [lawyer], introductions: [{to: ana}]}") == []


def test_where_the_first_helper_is_known_already_the_next_one_is_taken() -> None:
    bo = "  bo: {name: Bo, offers: [lawyer], org: hilo}\n"
    assert pairs(ANA + bo + "  cy: {name: Cy, offers: [law]}") == [("ana", "cy", "a lawyer")]
