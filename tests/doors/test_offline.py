"""Offline: what a page is drawn with is found wherever the page stands, each file once, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

from generator.doors.offline import WORKER, settle

PAGES = {
    "": '<link rel="stylesheet" href="a.css"><script src="./b.js"></script><img src="https://example.org/c.png">',
    "people/ana/": '<link href="../../a.css"><script src="../../b.js?2"></script><img src="face.png">',
    "people/bo/": '<link href="../../a.css"><img src="face.png"><img src="../ana/face.png"><img src="../x.png">',
    "guide/a/b/": '<link href="../../../../a.css"><script src=\'/b.js\'></script><img src=../../gone.png>',
}
FILES = {"a.css": "url(fonts/t.woff2) url('data:x') url(../z.svg)", "b.js": "", "fonts/t.woff2": "", "z.svg": "",
         "people/ana/face.png": "", "people/x.png": "", "c.png": ""}


def site_in(folder: Path, below: str = "") -> Path:
    for address, html in PAGES.items():
        put(folder / below / address / "index.html", html)
    for name, text in FILES.items():
        put(folder / below / name, text)
    put(folder / below / "device.json", json.dumps({"pages": list(PAGES)}))
    return folder


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def settled(site: Path, below: str = "") -> tuple[list[str], str]:
    put(site.parent / WORKER, "version @version@")
    settle(site, site.parent / WORKER)
    files: list[str] = json.loads((site / below / "device.json").read_text(encoding="utf-8"))["files"]
    return files, (site / WORKER).read_text(encoding="utf-8")


def test_everything_that_pages_and_styles_load_is_named_once(tmp_path: Path) -> None:
    files, _ = settled(site_in(tmp_path / "site"))
    loaded = ["a.css", "b.js", "people/ana/face.png", "people/x.png", "fonts/t.woff2", "z.svg"]
    assert sorted(files) == sorted([*PAGES, *loaded])


def test_a_language_below_the_root_has_its_own_list(tmp_path: Path) -> None:
    files, _ = settled(site_in(site_in(tmp_path / "site"), "en"), "en")
    assert {"en/", "en/people/ana/", "en/a.css", "en/people/ana/face.png", "b.js"} <= set(files)
    assert "a.css" in files, "a link that climbs above the root ends at the root, as in a browser"
    assert not any("gone" in file or "c.png" in file for file in files)


def test_the_version_changes_exactly_with_what_is_kept(tmp_path: Path) -> None:
    first = settled(site_in(tmp_path / "1" / "site"))
    assert settled(site_in(tmp_path / "2" / "site")) == first
    put(site_in(tmp_path / "3" / "site") / "z.svg", "<svg/>")
    assert settled(tmp_path / "3" / "site")[1] != first[1]
    put(site_in(tmp_path / "4" / "site") / "c.png", "nobody loads it")
    assert settled(tmp_path / "4" / "site") == first
