"""What the theme and MkDocs are handed: no file that a link would bring in from elsewhere."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.base import load_config
from mkdocs.structure.files import get_files

from generator.doors.material import leading_out


def test_a_link_in_the_content_that_leads_out_of_it_is_found_and_one_within_it_is_not(tmp_path: Path) -> None:
    docs, outside = tmp_path / "content" / "es", tmp_path / "elsewhere"
    for folder in (docs / "guide", outside):
        folder.mkdir(parents=True)
    (outside / "secret.txt").write_text("secret", encoding="utf-8")
    (docs / "guide" / "index.md").write_text("# Hola", encoding="utf-8")
    (docs / "guide" / "again.md").symlink_to("index.md")
    (docs / "passwd.txt").symlink_to("/etc/passwd")
    (docs / "note.md").symlink_to(outside / "secret.txt")
    (docs / "folder").symlink_to(outside)
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ndocs_dir: content/es\n", encoding="utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    found = {file.src_uri for file in leading_out(get_files(config), config.docs_dir)}
    assert found == {"passwd.txt", "note.md", "folder/secret.txt"}
