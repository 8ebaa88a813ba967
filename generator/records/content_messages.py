"""Content messages: what is said of the files of the content folder, beside what is said of all YAML files."""

from __future__ import annotations

CONTENT_RECORDS: dict[str, str] = {
    "Checklist": "a checklist", "Item": "an item of a checklist", "Source": "a source", "Told": "a text",
    "Kind": "a file of drafts", "Variant": "a draft", "Spanish": "a draft in Spanish", "Letter": "a letter",
    "Phrases": "the phrases of a language", "RuleWords": "the words of a rule",
}
"""What to call the records of these files in a message."""

_ORIGINALS = "Compare it with the original: `tertulia init --where` says where that is."

CONTENT: dict[str, tuple[str, str]] = {
    "content-other-name": ("The file is called `{found}`, and its `kind` is `{value}`.", "Both have to be the same."),
    "content-language": (
        "A text here stands under the languages of the site.", "Write `{{es: …, en: …}}`, or one of the two."
    ),
    "content-source-of-h": ("Grade H has exactly one source.", "Write `sources: [{{text: {house}}}]`."),
    "content-source-not-h": ("`{house}` is a source of grade H only.", "Write `grade: H`, or name another source."),
    "content-few-sources": (
        "There are fewer sources than this grade needs.", "B and C need two that differ; with fewer it is grade H."
    ),
    "content-twice": ("These ids are here twice: {value}.", "Give each item an id of its own."),
    "content-order": ("The items are not in the order of time.", "First `before`, then `during`, then `after`."),
    "content-misshapen": ("This is not as it should be.", _ORIGINALS),
    "content-no-head": (
        "A rule's page begins with `title` and `words` between two lines `---`.", _ORIGINALS,
    ),
    "content-no-rule": ("There is no rule called `{value}`: nobody reads this page.", "`tertulia rules` lists them."),
    "content-variant": ("This rule has no words called `{value}`.", "It has: {known}."),
    "content-placeholder": ("Nothing is known here to put in place of `{value}`.", "What can stand here: {known}."),
    "content-no-placeholder": (
        "Nothing is known here to put in place of `{value}`.", "In these words nothing is filled in: write it out."
    ),
    "content-brace": ("A brace stands alone here.", "Close it; to show one, write it twice."),
    "content-category": ("`{value}` is not one of the matters that stop a public site.", "They are: {known}."),
}
"""Every other fault of such a file, and how to mend it."""
