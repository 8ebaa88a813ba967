"""Tables: a CSV file as rows by the names of its columns, whatever wrote it and whatever is wrong with it."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.exchange.newcomer import Remark
from generator.records.places import Place
from generator.words.catalogue import N_

MOST_BYTES = 32 * 1024 * 1024
MOST_ROWS = 50_000
MOST_CELL = 60_000
HEADER_WITHIN = 60
"""Among how many first rows the names of the columns are looked for: notes may stand before them."""

NO_TEXT = N_("This is not a text file: give the exported file itself, unpacked if it came as a ZIP.")
NOT_UTF8 = N_("It is not UTF-8, so it was read as Windows-1252: look whether the accents are right.")
TOO_BIG = N_("The file is bigger than {most} MB: export fewer at a time.")
_TOO_MANY = N_("There are more than {most} rows: split the file.")
_ENDLESS = N_("A cell of this row does not end: close its quotation mark, or double a mark that belongs to the text.")

FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""How a cell begins that a spreadsheet might run, in wide signs too, or that looks as if it were guarded already."""

_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


class UnreadableError(Exception):
    """A file of which nothing can be read; `remark` says where and how to mend it."""

    def __init__(self, remark: Remark) -> None:
        super().__init__(remark.message)
        self.remark = remark


@dataclass(frozen=True, slots=True)
class Row:
    """One row: where it begins, its cells by the columns' names as written, and the cells beyond them."""

    place: Place
    cells: Mapping[str, str]
    beyond: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """The rows of a file, and what there is to say about it."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    remarks: tuple[Remark, ...] = field(default=())


def decode(file: str, raw: bytes) -> tuple[str, tuple[Remark, ...]]:
    """The text of a file from elsewhere; one that is not UTF-8 is read as Windows wrote it, and that is said."""
    start = Place(file, 1, 1)
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), "utf-8")
    remarks: tuple[Remark, ...] = ()
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
        remarks = (Remark(start, NOT_UTF8),)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise UnreadableError(Remark(Place(file, line, 1), NO_TEXT))
    return text, remarks


def read_table(file: str, raw: bytes, known: Iterable[str], least: int) -> Table | None:
    """The table whose header has at least `least` of the `known` columns (folded names), or None if none has."""
    text, remarks = decode(file, raw)
    names = frozenset(known)
    for delimiter in _delimiters(text):
        lines = _lines(file, text, delimiter)
        for _, cells in zip(range(HEADER_WITHIN), lines, strict=False):
            header = tuple(cell.strip() for cell in cells[1])
            if sum(fold(name) in names for name in set(header)) >= least:
                return Table(header, tuple(_rows(file, header, lines)), remarks)
    return None


def fold(text: str) -> str:
    """A name of a column as it is compared: small letters without accents, no marks at its edges."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(plain.casefold().split())


def _delimiters(text: str) -> list[str]:
    """The signs that may part the columns, the most frequent of the beginning first."""
    start = text[:8000]
    return sorted(",;\t", key=lambda sign: -start.count(sign))


def _lines(file: str, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line it begins in; a cell that swallows the file is an error with its place."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    begins = 1
    try:
        for count, cells in enumerate(reader):
            if any(len(cell) > MOST_CELL for cell in cells):
                raise _too_long(file, begins)
            if count > MOST_ROWS:
                raise UnreadableError(Remark(Place(file, begins, 1), _TOO_MANY, {"most": str(MOST_ROWS)}))
            yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        raise _too_long(file, begins) from error


def _too_long(file: str, line: int) -> UnreadableError:
    return UnreadableError(Remark(Place(file, line, 1), _ENDLESS))


def _rows(file: str, header: tuple[str, ...], lines: Iterator[tuple[int, list[str]]]) -> Iterator[Row]:
    for line, cells in lines:
        if any(cell.strip() for cell in cells):
            filled = {name: cell for name, cell in zip(header, map(unguarded, cells), strict=False) if cell.strip()}
            yield Row(Place(file, line, 1), filled, tuple(cells[len(header) :]))


def unguarded(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell
