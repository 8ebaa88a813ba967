"""Compiling: the templates as one language fills them, with what they always say put in while they are compiled."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from generator.pages.icons import icon, shape_of, sign
from generator.pages.prose import prose
from generator.words.catalogue import LANGUAGES, said_in
from generator.words.speech import speech

Keeper = Callable[[str, str], jinja2.BytecodeCache | None]
"""Where compiled templates are kept under a name, as long as a text that they depend on stays as it is."""


_SIGNS = re.compile("[&<>'\"]")

_WAY = 3
"""How the code of templates is written; whoever changes `_Writer` counts on, so that nobody runs what was kept."""


@cache
def environment(language: str) -> jinja2.Environment:
    """The templates in one language: they share what does not depend on the page that it stands on."""
    made = _Environment(
        loader=jinja2.PackageLoader("generator.pages"), autoescape=True, undefined=jinja2.StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, auto_reload=False,
    )
    words = speech(language)
    made.globals |= {
        "t": words.text, "tn": words.plural, "number": words.number, "weekday": words.weekday,
        "short_weekday": words.short_weekday, "clock": words.clock, "prose": prose, "icon": icon, "sign": sign,
        "language": language,
    }
    return made


def keep_compiled(keep: Keeper) -> None:
    """Let compiled templates be taken from somewhere, and put there."""
    for language in LANGUAGES:
        words = sha256(repr((_WAY, *sorted(said_in(language).items()))).encode()).hexdigest()
        environment(language).bytecode_cache = keep(f"pages-{language}", words)


@cache
def shape(name: str) -> str:
    """What one of templates/icons/ is drawn with; it has no words."""
    return shape_of(name, environment(LANGUAGES[0]).get_template(f"icons/{name}.svg").render())


def _shown(value: Any) -> str:
    """A value as it stands in HTML, as `escape` has it, which is not asked of a text without any of its signs."""
    kind = type(value)
    return value if kind is Markup or (kind is str and not _SIGNS.search(value)) else escape(value)


class _Writer(CodeGenerator):
    """Writes the code of a template: what a page shows and calls hundreds of times is shown and called directly.

    Jinja would ask at every call whether the function wants to know from where it is called; none of ours does.
    """

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("environment.shown(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def visit_Call(  # noqa: N802  # Jinja's own name
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False,  # noqa: FBT001, FBT002  # Jinja gives it so
    ) -> None:
        self.visit(node.node, frame)
        self.write("(")
        given = [("", g) for g in (*node.args, *node.kwargs)] + [("*", node.dyn_args), ("**", node.dyn_kwargs)]
        for stars, value in given:
            if value is not None:
                self.write(stars)
                self.visit(value, frame)
                self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")


class _Environment(jinja2.Environment):
    """A page has dozens of messages without facts: they are looked up once, when its template is compiled."""

    code_generator_class = _Writer
    shown = staticmethod(_shown)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        say: Any = self.globals["t"]
        tree: nodes.Template = _Saying(say).visit(super()._parse(source, name, filename))
        return tree.set_environment(self)  # type: ignore[return-value]  # it gives the tree itself


class _Saying(NodeTransformer):
    """Puts `t("…")` as the text that it says."""

    def __init__(self, say: Callable[[str], str]) -> None:
        self.say = say

    def visit_Call(self, call: nodes.Call, *given: Any, **named: Any) -> nodes.Node:  # noqa: N802  # Jinja's own name
        self.generic_visit(call, *given, **named)
        match call:
            case nodes.Call(node=nodes.Name(name="t"), args=[nodes.Const(value=str(message))], kwargs=[]):
                return nodes.Const(self.say(message), lineno=call.lineno)
        return call
