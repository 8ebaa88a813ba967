"""Letters: slips of courtesy in a message written in Spanish.

The checks read words, not meaning, and keep silent where a word could be innocent:
- A form of address shows in words that can mean nothing else: `tú`, `contigo`, `quieres` against `usted`,
  `permítame`, `le agradezco`. `su` and `le` may be somebody else's, so they count only in a letter to a
  person who is addressed with usted. The plural (`vosotros`, `ustedes`) is left out: ustedes is tú's plural, too.
- What stands in quotation marks was said by somebody else, and `dejemos el usted` speaks about the form.
- Don and doña are looked at before the surnames of the person written to; a name of three words
  (`Ana María Ruiz`, `Ana Ruiz Ortega`) is taken apart by a list of the commonest second names.
- `Hola, Ana:` keeps its comma inside; only the one at the end of the greeting is meant (RAE, 2013-02-14).
"""

from __future__ import annotations

import re
from typing import Literal

from generator.records.names import PARTICLES, NameParts

Form = Literal["tu", "usted"]

INFORMAL = frozenset(
    """
    tú ti contigo te tu tus tuyo tuya tuyos tuyas
    eres estás tienes puedes quieres sabes vas has haces dices vienes crees prefieres necesitas sigues conoces
    podrás tendrás querrás sabrás harás dirás vendrás estarás serás podrías tendrías querrías sabrías harías
    vendrías estarías serías estabas tenías querías podías sabías ibas eras
    fuiste estuviste tuviste hiciste dijiste viniste pudiste quisiste supiste hablaste contaste mandaste
    quieras puedas tengas sepas vengas hagas digas estés vayas quisieras pudieras tuvieras
    dime dímelo avísame cuéntame llámame escríbeme hazme déjame indícame confírmame envíame mándame
    perdóname discúlpame permíteme
    """.split()  # words in quotes are hard to read
)
"""Words that speak to somebody as tú and mean nothing else."""

FORMAL = frozenset(
    """
    usted ud vd permítame dígame dígamelo avíseme cuénteme llámeme escríbame hágame déjeme indíqueme confírmeme
    envíeme mándeme perdóneme discúlpeme permítanos díganos avísenos
    """.split()  # words in quotes are hard to read
)
"""Words that speak to somebody as usted and mean nothing else."""

FORMAL_WHEN_USTED = frozenset({"le", "su", "sus", "suyo", "suya", "suyos", "suyas"})
"""Words that speak to somebody as usted or about somebody else."""

_FORMAL_PHRASES = re.compile(
    r"\b(?:le (?:viene|va|vendría|iría) bien"
    r"|le (?:parece|agradezco|saluda|saludo|ruego|escribo|mando|envío|adjunto|deseo)"
    r"|a su (?:entera )?disposición|aquí me tiene|reciba un)\b(?!(?:\s+\w+){0,3}\s+al?\b)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"\n]*\"|^>.*$", re.MULTILINE)
_ABOUT_THE_FORM = re.compile(
    r"\b(?:el|del|al) (?:usted|tú)\b|\b(?:trat|habl|llam)\w*\s+(?:\w+\s+)?de (?:usted|tú)\b|\bde tú a tú\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")

_GREETING = re.compile(
    r"(?:hola|buen(?:os|as)(?: (?:días|tardes|noches))?|buen día|(?:muy )?estimad[oa]s?|querid[oa]s?"
    r"|apreciad[oa]s?|distinguid[oa]s?|(?:muy )?señor(?:a|es|as)?)\b",
    re.IGNORECASE,
)
_SOLEMN = re.compile(r"(?:(?:muy )?estimad|querid|apreciad|distinguid|muy señor)", re.IGNORECASE)
_IN_GREETING = frozenset(
    """
    don doña señor señora señores señoras sr sra srta d dña dr dra doctor doctora prof profesor profesora
    de del la las los el y e i a todos todas ambos ambas equipo amigo amiga amigos amigas compañero compañera
    compañeros compañeras colega colegas mi mis mío mía míos mías nuevo otra vez
    """.split()  # words in quotes are hard to read
)
_LONGEST_GREETING = 8

_SECOND_NAMES = frozenset(
    """
    maría josé luis carmen isabel pilar antonio manuel jesús teresa ángel ángeles carlos javier rosa elena luisa
    dolores mercedes ramón miguel juan pablo ignacio alberto fernando francisco cristina beatriz victoria belén
    eugenia soledad josefa enrique andrés alfonso eduardo rafael alejandro daniel david felipe mar nieves rocío
    lourdes inés ana jorge joaquín julia laura lucía marta paula sofía
    """.split()  # words in quotes are hard to read
)


def mixed_forms(text: str, form: Form | None = None) -> tuple[str, str] | None:
    """A word of tú and a word of usted that stand in one letter; None where only one form shows.

    `form` is how the two people address each other, if it is known.
    """
    own = _ABOUT_THE_FORM.sub(" ", _QUOTED.sub(" ", text))
    informal = formal = ""
    for found in _WORD.finditer(own):
        word = found[0].lower()
        informal = informal or (found[0] if word in INFORMAL else "")
        usted = word in FORMAL or (form == "usted" and word in FORMAL_WHEN_USTED)
        formal = formal or (found[0] if usted else "")
    phrase = _FORMAL_PHRASES.search(own)
    if phrase and (not formal or formal.lower() in FORMAL_WHEN_USTED):
        formal = phrase[0]
    return (informal, formal) if informal and formal else None


def don_with_surname(text: str, name: NameParts) -> str | None:
    """Don or doña and a surname alone, as in `doña Ruiz`, in a letter to somebody of that name."""
    surnames = _surnames(name)
    if not surnames:
        return None
    particles = "|".join(map(re.escape, PARTICLES))
    title = re.compile(
        rf"\b(?:don|doña|d\.ª|d\.|dña\.)[ \t]+(?:(?:{particles})[ \t]+)*"
        r"(?P<first>[^\W\d_]+)(?:[ \t]+(?P<next>[^\W\d_]+))?",
        re.IGNORECASE,
    )
    for found in title.finditer(text):
        after = found["next"]
        somebody_else = after and after[0].isupper() and after.lower() not in surnames
        if found["first"][0].isupper() and found["first"].lower() in surnames and not somebody_else:
            return found[0] if after and after.lower() in surnames else found[0][: found.end("first") - found.start()]
    return None


def comma_after_greeting(text: str) -> str | None:
    """The greeting that ends with a comma where a colon belongs; None where there is none or it is well."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    if not lines or not _GREETING.match(lines[0]):
        return None
    first = lines[0]
    if first.endswith(","):
        return first if len(lines) > 1 and _is_greeting(first) else None
    head, comma, _ = first.partition(",")
    runs_on = comma and ":" not in first and _SOLEMN.match(first) and _is_greeting(head)
    return f"{head}," if runs_on else None


def _is_greeting(line: str) -> bool:
    """Whether a line is nothing but a greeting: after its first words only names, titles and little words."""
    opening = _GREETING.match(line)
    words = _WORD.findall(line[opening.end() :]) if opening else []
    return len(words) <= _LONGEST_GREETING and all(w[0].isupper() or w in _IN_GREETING for w in words)


def _surnames(name: NameParts) -> frozenset[str]:
    """The surnames in small letters, without what is a given name as well."""
    given = {w.lower() for w in _WORD.findall(f"{name.given or ''} {name.preferred or ''}")}
    words = [w.lower() for surname in name.surnames for w in _WORD.findall(surname)]
    if not words and name.full:
        first, *words = [w.lower() for w in _WORD.findall(name.full)] or [""]
        given.add(first)
        words = [w for w in words if w not in PARTICLES]
        while len(words) > 1 and words[0] in _SECOND_NAMES:
            given.add(words.pop(0))
    return frozenset(words) - given - PARTICLES
