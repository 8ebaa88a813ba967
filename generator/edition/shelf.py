"""Shelf: where prose, checklists, drafts and assets are found: the user's own folder first, then what came with us."""

from __future__ import annotations

import re
from pathlib import Path

GUIDE = (
    "index.md", "five-minutes.md", "too-late.md", "only-in-need.md", "unprepared.md", "manners.md", "no-follow-up.md",
    "introverts.md", "helping-others.md", "gifts.md", "writing.md", "how-the-coach-thinks.md", "bringing.md",
    "make-it-yours.md", "privacy.md", "who-sees-what.md", "publishing.md", "builders.md", "questions.md",
)
"""The guide's articles in the order in which they are read; any other comes after them."""

REFERENCE = ("guide/my-data/", "guide/commands/")
"""The guide's pages that are made and not written; they come last."""

_QUOTED_OR_COMMENT = re.compile(rb"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/""", re.DOTALL)

_PACKAGE = Path(__file__).parents[1]


def home(name: str = "content") -> Path:
    """A folder or file that travels with the package: inside it once installed, beside it in this repository."""
    inside = _PACKAGE / name
    return inside if inside.exists() else _PACKAGE.parent / name


def find(content: Path, name: str) -> Path:
    """The user's file of that name below `content`, or else ours."""
    own = content / name
    return own if own.is_file() else home() / name


def found(content: Path, folder: str, pattern: str = "*") -> dict[str, Path]:
    """All files of a folder by their names below `content`, each the user's own where there is one."""
    files: dict[str, Path] = {}
    for root in (home(), content):
        for path in (root / folder).glob(pattern):
            if path.is_file() and not path.is_symlink() and not path.name.startswith("."):
                files[path.relative_to(root).as_posix()] = path
    return dict(sorted(files.items()))


def reading_order(content: Path, language: str) -> list[str]:
    """The guide's pages below a language's root, in the order in which they are read."""
    names = [path.name for path in found(content, f"{language}/guide", "*.md").values()]
    ordered = sorted(names, key=lambda name: (GUIDE.index(name) if name in GUIDE else len(GUIDE), name))
    return [*(f"guide/{name}" for name in ordered), *(f"{address}index.md" for address in REFERENCE)]


def lean(path: Path) -> bytes | None:
    """A style sheet or a script without what is for those who write it; None for files served as they are.

    Of a style sheet comments and indents go, of a script the manual at its beginning.
    """
    if path.suffix == ".css":
        return _lean_style(path.read_bytes())
    if path.suffix == ".js":
        return re.sub(rb"\A/\*.*?\*/\s*", b"", path.read_bytes(), flags=re.DOTALL)
    return None


def _lean_style(style: bytes) -> bytes:
    bare = _QUOTED_OR_COMMENT.sub(lambda found: found[1] or b"", style)
    return re.sub(rb"\n\s*", b"\n", bare).lstrip()
