"""Messages: for every kind of problem what is wrong and how to mend it, in English.

The texts are messages of the catalogue; `{name}` is filled with the facts of the problem. Facts named in
`SAID` are themselves messages of the catalogue.
"""

from __future__ import annotations

DID_YOU_MEAN = "Did you mean `{near}`?"
"""The hint instead of the usual one when a near miss is among the facts."""

SAID = frozenset({"record", "owner", "found", "why", "words"})
"""Facts that are messages of the catalogue: nouns for records, for what was found, reasons of the system, lists."""

WORDS: dict[str, str] = {
    "kinds": "coffee, call, email, message, meeting, meal, event, card, gift",
    "marks": "thanks, favour 3, gave 2, promise: … by 2026-12-01, promised me: …, done: …, received: …, reported, "
             "reply, no reply, by them, catch_up, ask, give, thank, follow_up, introduce, congratulate, condole",
    "purposes": "catch_up, ask, give, thank, follow_up, introduce, congratulate, condole",
}
"""What may stand in a line of the inbox; each translation lists words that are understood as well."""

RECORDS: dict[str, str] = {
    "Contact": "a contact", "NameParts": "a name", "Channels": "`channels`", "EmailChannel": "an e-mail address",
    "PhoneChannel": "a telephone number", "LinkChannel": "a web address", "Met": "`met`", "GiftTastes": "`gifts`",
    "TopicText": "a topic", "LogEntry": "a log entry", "Gift": "a present", "Thanks": "`thanks`",
    "Outcome": "`outcome`", "Favour": "a favour", "Promise": "a promise", "Asked": "an answer in `asked`",
    "Introduction": "an introduction", "NextStep": "`next`", "Ignore": "an item of `ignore`", "Event": "an event",
    "VenueParts": "a venue", "Rsvp": "`rsvp`", "Expected": "a person in `expected`", "Meeting": "a person in `meet`",
    "Review": "`review`", "Organisation": "an organisation", "GiftPolicy": "`gift_policy`", "Pitch": "a pitch",
    "Goals": "`goals`", "Site": "`site`", "Meant": "an item of `meant`", "Me": "`me.yml`", "Post": "a planned post",
    "RuleSettings": "the settings of a rule", "CoachFile": "`coach.yml`",
}
"""What to call each record in a message; names between backticks are the same in every language."""

FOUND = {"mapping": "keys with values", "list": "a list", "text": "a single text", "nothing": "nothing"}
"""What to call what was found where something else was expected."""

WHYS = {"EACCES": "you may not read it", "EPERM": "you may not read it", "ENOENT": "it is not there",
        "EIO": "the disk does not answer", "ELOOP": "it is a link", "ENOTDIR": "it is no folder"}
"""Why a file cannot be opened, by the name of the system's error."""

_INBOX_LINE = "Write `- 2026-11-20 ana-ruiz coffee: what you talked about`."

MESSAGES: dict[str, tuple[str, str]] = {
    # the file itself
    "unreadable": ("This cannot be opened: {why}.", "Check that you may read it; the rest was read all the same."),
    "no-data-folder": (
        "The data folder cannot be opened: {why}.", "Put it back, or name another one with TERTULIA_DATA."
    ),
    "unfinished": (
        "`{command}` was cut off before it had written everything.",
        "Say it again, or any other command that writes: what was begun is finished first.",
    ),
    "hidden": ("A file whose name begins with a dot is not read.", "Rename it to `{better}`, or move it elsewhere."),
    "symlink": ("This is a link to another place.", "Put the file itself here: links are not followed."),
    "not-a-file": ("This is not an ordinary file.", "Move it out of the data folder."),
    "not-a-folder": ("This has to be a folder.", "Make a folder of this name, with one file in it for each."),
    "inner-folder": ("Folders inside `{folder}` are not read.", "Move its files into `{folder}` itself."),
    "unknown-folder": ("Nothing reads this folder.", "The folders of the data are: {known}."),
    "unknown-file": (
        "Nothing reads a file of this name here.", "People go in `contacts/`, one file each: `contacts/ana-ruiz.yml`."
    ),
    "wrong-ending": ("Only files that end in `.yml` are read.", "Rename it to `{better}`."),
    "bad-file-name": (
        "The file's name is the id, and `{id}` cannot be one.",
        "Use small letters without accents, digits and hyphens, as in `{better}.yml`.",
    ),
    "reserved-id": ("The site needs the name `{id}` for itself.", "Choose another: `{id}-2.yml`, say."),
    "too-big": ("The file has more than {most} kB and was not read.", "Split it, or shorten its longest texts."),
    "not-utf8": ("This character is not UTF-8.", "Save the file as UTF-8; your editor's “Save as” lets you choose it."),
    "control-character": ("There is an invisible character here ({code}).", "Delete it and type the text again."),
    "bidi-character": (
        "There is an invisible character here that reverses the direction of the text ({code}).",
        "Delete it and type the text again.",
    ),
    "odd-space": ("This looks like a space and is another character ({code}).", "Delete it and type a space."),
    "conflict-marker": (
        "Two versions of this file are waiting to be merged: this mark is git's.",
        "Keep the lines you want and delete those with `<<<<<<<`, `=======` and `>>>>>>>`.",
    ),
    # YAML
    "tab": ("There is a tab here, and YAML only indents with spaces.", "Delete it and type two spaces."),
    "bad-indent": (
        "This line does not line up with those above it.",
        "Put the same spaces before keys of the same level; if it continues a text, put the text in quotes.",
    ),
    "colon-in-text": ("This text has a colon, and YAML takes it for a key.", "Put the text in quotes: `{better}`."),
    "no-space-after-colon": ("A space is missing after the colon.", "Write `{better}`."),
    "missing-colon": (
        "YAML expected a key with its colon here.",
        "Write `key: value`; if it continues the text above, put two spaces before it.",
    ),
    "open-quote": ("The quotes that open here are not closed.", "Close them at the end of the text."),
    "text-after-quote": (
        "The quotes close before this, and here is more text.",
        "Put the whole text in quotes; if it has some inside, use the other kind outside.",
    ),
    "open-bracket": (
        "The `{char}` that opens here is not closed.", "Close it with `{better}`, or put the text in quotes."
    ),
    "missing-comma": ("A comma is missing here.", "Put commas between the items, and close what you opened."),
    "stray-bracket": ("This `{char}` does not belong here.", "Delete it, or put the text in quotes."),
    "list-beside-key": (
        "A list with hyphens does not begin on the line of its key.",
        "Move it to the next line; if it is a text, put it in quotes.",
    ),
    "list-and-keys": (
        "Here list items and keys are mixed on one level.",
        "Line up the items of a list with each other, and the keys of an item with its first one.",
    ),
    "bad-start": ("A text cannot begin with `{char}`.", "Put it in quotes: `{better}`."),
    "bad-escape": (
        "Inside double quotes, the backslash has a meaning of its own.", "Use single quotes, or write it twice: `\\\\`."
    ),
    "not-yaml": (
        "YAML does not understand this line.", "Compare it with its neighbours: a space, a colon or quotes are missing."
    ),
    "alias": ("A text cannot begin with `*` or `&`.", "Put it in quotes: `{better}`."),
    "tag": ("A text cannot begin with `!`.", "Put it in quotes: `{better}`."),
    "directive": ("A line that begins with `%` says nothing here.", "Delete the line, or put the text in quotes."),
    "second-document": (
        "Here a second document begins, and a file holds only one.",
        "Delete the line, or put what follows in a file of its own.",
    ),
    "too-deep": (
        "There are more than {most} levels inside one another.", "Look for a bracket that should not be there."
    ),
    "too-many-nodes": ("There are more than {most} values in this file.", "Split it."),
    "merge-key": ("`<<` is not used here.", "Write the keys out."),
    "strange-key": ("This cannot be a key: a key is one word.", "Write `word: value`, or put the text in quotes."),
    "duplicate-pitch": (
        "There are two pitches called `{id}`: the first one is on line {line}.", "Give one of them a name of its own.",
    ),
    "duplicate-key": (
        "`{key}` is here twice: it is already on line {line}.", "Keep one of them, or bring both together under one."
    ),
    "lost-comment": (
        "From the `#` on it counts as a comment, so `{lost}` would be lost.",
        "Put the whole text in quotes; if it is a comment, leave a space after the `#`.",
    ),
    # what was written where
    "not-a-mapping": ("Here `key: value` lines go, and this is {found}.", "Write one `key: value` on each line."),
    "not-a-list": ("Here a list goes, and this is {found}.", "Begin each item with `- `, on a line of its own."),
    "not-text": ("Here a single text goes, and this is {found}.", "Write it on one line; if it has colons, in quotes."),
    "unknown-key": ("`{key}` is not a key of {record}.", "Its keys are: {known}."),
    "comma-in-text": ("Inside braces a comma ends a text, so `{key}` is left alone.", "Put the whole text in quotes."),
    "too-far-left": ("`{key}` is not a key of {record}.", "It goes inside `{parent}`, with two spaces more before it."),
    "without-parent": (
        "`{key}` is not a key of {record}.", "It goes inside `{parent}`: write `{parent}:`, and below it `  {key}: …`.",
    ),
    "inbox-line": ("This is written as a line of the inbox.", "Move it to `inbox.yml`, or write `{better}`."),
    "too-far-right": ("`{key}` is not a key of {record}.", "It belongs to {owner}: move it to the left."),
    "missing-key": ("`{key}` is missing.", "Add a line `{key}: …`."),
    "empty-value": ("`{key}` has no value.", "Write one, or delete the line."),
    "nameless": ("This name has no words.", "Write `name: Ana Ruiz`, or its parts: `given` and `surnames`."),
    "bad-choice": ("`{value}` is not one of the words that go here.", "They are: {known}."),
    "several-lines": ("This text has to fit on one line.", "Join its lines; longer texts go in `notes`."),
    "too-long": ("This text has {length} characters, and {most} fit.", "Shorten it, or move a part to `notes`."),
    # dates and numbers
    "bad-date": ("`{value}` is not a date.", "Write year-month-day: 2026-11-23; the month alone will do: 2026-11."),
    "impossible-date": ("The date `{value}` does not exist.", "Write year-month-day: 2026-11-23."),
    "impossible-month": ("The date `{value}` does not exist: a year has 12 months.", "Write year-month: 2026-11."),
    "impossible-day": (
        "The date `{value}` does not exist: that month has {days} days.",
        "If you are not sure of the day, the month alone will do: {month}.",
    ),
    "half-date": ("`{value}` has no day.", "Here the whole date is needed: 2026-11-23."),
    "bad-moment": ("`{value}` is not a date, with or without a time.", "Write 2026-11-26, or 2026-11-26 9:30."),
    "bad-time": ("`{value}` is not a time of day.", "Write hours and minutes: 9:30."),
    "impossible-time": ("The time `{value}` does not exist.", "Hours go up to 23 and minutes to 59: 18:30."),
    "bad-span": (
        "`{value}` is not a length of time.", "Write a number and days, weeks, months or years: 6 weeks."
    ),
    "bad-birthday": ("`{value}` is not a birthday.", "Write month-day: 03-14; the year may go first: 1980-03-14."),
    "bad-number": ("`{value}` is not a number.", "Write it in digits."),
    "ambiguous-number": (
        "It is not clear whether `{value}` has thousands or decimals.",
        "Write `{thousand}` or `{decimal}`, whichever it is.",
    ),
    "too-small": ("`{value}` is too small.", "It is {least} or more."),
    "too-large": ("`{value}` is too large.", "It is {most} or less."),
    "bad-boolean": ("`{value}` is neither yes nor no.", "Write `yes` or `no`."),
    "end-before-start": (
        "It ends before it begins.", "Look at both dates; if it goes on past midnight, write the day of the end too."
    ),
    # addresses and codes
    "bad-email": ("`{value}` is not an e-mail address.", "It looks like this: ana@example.org."),
    "bad-phone": ("`{value}` is not a telephone number.", "Digits and spaces, the country's first: +34 600 000 000."),
    "bad-link": ("`{value}` is not a web address.", "Begin it with https://."),
    "bad-id": ("`{value}` cannot be an id.", "Small letters without accents, digits and hyphens: ana-ruiz."),
    "bad-region": ("`{value}` is not the code of a region.", "Country and region: ES-MD is Madrid, ES all of Spain."),
    "bad-language": ("`{value}` is not the code of a language.", "Two letters: es, en, fr."),
    "bad-time-zone": ("`{value}` is not a time zone.", "Continent and city: Europe/Madrid."),
    # references
    "unknown-contact": (
        "Nobody in `contacts/` has the id `{value}`.",
        "Add them with `tertulia add person \"Their name\" --id {value}`; strangers go by name: Ana Ruiz.",
    ),
    "unknown-event": ("No event has the id `{value}`.", "The id is the name of its file without `.yml`."),
    "unknown-organisation": ("No organisation has the id `{value}`.", "The id is the name of its file without `.yml`."),
    "unknown-pitch": ("`me.yml` has no pitch with the id `{value}`.", "The pitches there are: {known}."),
    "unknown-rule": ("There is no rule called `{value}`.", "`tertulia rules` lists them."),
    "unknown-number": ("There is no number called `{value}` here.", "The numbers here are: {known}."),
    "unknown-checklist": ("There is no checklist called `{value}`.", "The checklists are: {known}."),
    "synonyms-in-one-list": (
        "Synonyms go in groups, and this is one list of words.",
        "Put each group in brackets of its own: `- [{group}]`.",
    ),
    "lone-synonym": (
        "A group of synonyms needs two words that differ.", "Write it like this: `- [captions, subtítulos]`."
    ),
    "wordless-synonym": (
        "`{value}` has no letters to compare it by.", "Write it in words, or take it out of the group."
    ),
    "asked-stranger": (
        "`{value}` has no part in this introduction.", "Under `asked` go the ids of the two people you introduce."
    ),
    "introduced-to-self": ("This introduces somebody to themselves.", "After `to` goes the id of the other person."),
    # the inbox
    "inbox-no-dash": ("A line of `inbox.yml` begins with `- `.", _INBOX_LINE),
    "inbox-no-date": ("The line does not begin with a date.", _INBOX_LINE),
    "inbox-no-kind": ("What it was is missing after the person.", "Write one of these words: {words}."),
    "inbox-bad-kind": ("`{value}` is not one of the words for what it was.", "They are: {words}."),
    "inbox-no-colon": ("A colon is missing before the note.", _INBOX_LINE),
    "inbox-nobody": (
        "Nobody here is called `{value}`.",
        "Add them with `tertulia add person \"{value}\"`, or write the id of somebody else.",
    ),
    "inbox-several": ("`{value}` may be several people.", "Write one of these ids: {known}."),
    "inbox-passing-day": (
        "`{value}` is {date} today, and will be another day before long.",
        "Let `tertulia file` put the line away today, or write {date}.",
    ),
    "inbox-without-day": (
        "A line without a day is of today, {date}, and will be of another day tomorrow.",
        "Let `tertulia file` put the line away today, or begin it with {date}.",
    ),
    "inbox-bad-mark": ("`{value}` is not one of the marks that go in brackets.", "They are: {words}."),
    "inbox-nothing-open": ("Nothing open with {who} matches `{value}`.", "This is open: {known}."),
}
