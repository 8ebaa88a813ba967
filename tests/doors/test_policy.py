"""Policy: every page of a built site names the inline scripts of the whole site, and lets nothing else run."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

from generator.doors.policy import policy_of
from tests.doors.conftest import Sites

META = re.compile(r'<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def test_every_page_has_the_one_policy_before_anything_it_could_load(sites: Sites) -> None:
    for site in (sites.private, sites.public):
        policies = set()
        for address, html in site.pages():
            found = META.search(html)
            assert found, address
            assert "<script" not in html[: found.start()], address
            assert "<link" not in html[: found.start()], address
            policies.add(found[1])
        assert len(policies) == 1
        (policy,) = policies
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy
        for rule in ("worker-src 'self'", "manifest-src 'self'", "connect-src 'self'"):
            assert rule in policy


def test_the_policy_knows_the_inline_scripts_of_every_page_and_no_other(sites: Sites) -> None:
    wanted = set()
    for _, html in sites.private.pages():
        found = META.search(html)
        assert found
        named = set(re.findall(r"'sha256-[^']+'", found[1]))
        for words in re.findall(r"<script>(.*?)</script>", html, re.DOTALL):
            wanted.add(f"'sha256-{b64encode(sha256(words.encode()).digest()).decode()}'")
    assert len(wanted) > 3
    assert named == wanted


def test_scripts_of_files_and_data_need_no_digest() -> None:
    page = b'<script src="a.js"></script><script type="application/json">{}</script><SCRIPT defer>one()</SCRIPT>'
    assert policy_of([page]).count("sha256-") == 1
    assert policy_of([b"<p>nothing</p>"]).count("script-src 'self';") == 1
