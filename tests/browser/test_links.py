"""Everything the built sample points at is there: MkDocs' strict mode does not see links in raw HTML."""

from __future__ import annotations

from tests.browser.sites import Served
from tests.crawl import Site


def test_everything_the_sample_points_at_is_there_and_nothing_comes_from_elsewhere(sample: Served) -> None:
    site = Site(sample.folder)
    assert list(site.faults()) == []
    assert len(site.pages) > 300
    assert site.looked > 20_000
    assert list(site.elsewhere()) == []
