"""Hostile: the tests' own network with a text that wants to come to life in every place that takes a text."""

from __future__ import annotations

import json
from itertools import cycle
from pathlib import Path

from generator.records.reading import read_bytes
from tests.torture.mutations import good, spots

MARK = "hostile"
"""What a text that came to life leaves behind: `window.hostile`."""

_RUN = f"window.{MARK}=1;alert(1)"

TEXTS = (
    f"<script>{_RUN}</script>", f'"><img src=x onerror="{_RUN}">', f"' autofocus onfocus='{_RUN}' x='",
    f"</title><svg onload='{_RUN}'>", f"</script><script>{_RUN}</script>", f"[x](javascript:{_RUN})",
    f"javascript:{_RUN}", f"<a href='javascript:{_RUN}'>x</a>",
    f"<iframe srcdoc='<script>parent.{MARK}=1</script>'></iframe>", "<base href='//evil.example/'>",
    "<img src='https://evil.example/seen.png'>", "![x](https://evil.example/seen.png)",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<style>@import 'https://evil.example/x.css';*{display:none}</style>", "{{ 7*7 }}{% for x in y %}{# ${7*7}",
    "<!-- --><!--", f"&lt;script&gt;{_RUN}&lt;/script&gt;", f"&#60;img src=x onerror={_RUN}&#62;", "<template><b>",
    "<textarea><title><noscript>", "</div></main></body></html>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={_RUN}>",
    "<form action='https://evil.example/'><input name=x>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>", "<b>עברית</b> ليلى 山田 👩‍💻 D'Arcy O'Neill",
    "x" * 500, "<" * 500, "data:text/html,<script>alert(1)</script>", "a%0d%0aSet-Cookie: x", "=cmd|' /C calc'!A0",
)
"""One for each way we know of."""


_ALL = "\n\n".join(TEXTS)


def hostile_data(folder: Path) -> tuple[Path, int]:
    """A data folder without a problem in it and with hostile texts wherever a text may be; how many there are."""
    texts, count = dict(good()), 0
    supply = cycle(TEXTS)
    for spot in sorted(spots(), key=lambda s: -s.start):
        before = texts[spot.file]
        if before[spot.start] in "[{" or before[: spot.start].endswith("rule: "):
            continue
        for text in (_ALL, *(next(supply) for _ in range(3))):  # where lines fit it is a note, which takes them all
            changed = before[: spot.start] + json.dumps(text) + before[spot.end :]
            if not read_bytes(spot.file, changed.encode()).problems:
                texts[spot.file], count = changed, count + 1
                break
    for file, text in texts.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder, count
