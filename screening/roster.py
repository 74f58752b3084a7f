"""A list of people from a CSV file: its columns found or guessed, its rows read, and what is wrong with each line."""

import csv
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from screening.duplicates import email_of

MOST_BYTES: Final = 1_000_000
MOST_ROWS: Final = 500
MOST_COLUMNS: Final = 80
LONGEST_CELL: Final = 300
SAMPLE: Final = 50  # rows by which a column is guessed
ENOUGH: Final = 0.6  # of them that have to fit
COLUMNS: Final[dict[str, tuple[str, ...]]] = {  # headers without spaces, signs and capitals
    "id": ("trackerid", "candidateid", "resourceid", "id", "recordid", "candidateno", "ref", "reference"),
    "first_name": ("firstname", "forename", "givenname", "first"),
    "last_name": ("lastname", "surname", "familyname", "last"),
    "name": ("name", "fullname", "candidatename", "candidate", "displayas", "resource", "resourcename"),
    "phone": ("mobile", "mobilephone", "cell", "cellphone", "mobilenumber", "phone", "phonenumber", "telephone", "tel"),
    "email": ("email", "emailaddress", "mail", "primaryemail", "personalemail"),
    "town": ("town", "city"),
    "postcode": ("postcode", "zip", "zipcode", "postalcode"),
    "linkedin": ("linkedin", "linkedinurl", "linkedinprofile"),
    "job_title": ("jobtitle", "currentjobtitle", "position"),
    "company": ("company", "currentcompany", "employer"),
    "opted_in": ("consent", "optin", "optedin", "smsconsent", "textconsent", "consentgiven"),
}
SHOWN: Final = {"first_name": "first name", "last_name": "last name", "id": "Tracker id", "phone": "mobile", "email": "e-mail"} | {
    "opted_in": "consent", "job_title": "job title", "linkedin": "LinkedIn",
}  # fmt: skip
TEMPLATE: Final = (
    "first name,last name,mobile,email,town,postcode,linkedin,tracker id,consent\r\n"
    "Jane,Selby,+1 312 555 0100,jane@example.com,Chicago,60601,,2080,\r\n"
    "Omar,Haddad,(312) 555-0101,omar@example.com,Chicago,60602,,,web form 2026-11-01\r\n"
)
REFUSED: Final = frozenset({"", "no", "n", "false", "0", "none", "-", "opted out", "unknown"})
_FORMULA = re.compile(r"[=+\-@|%\t\r].")
_EXCEL_TEXT = re.compile(r'="(.*)"')
_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+")
PhoneOf = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One line that can be taken. `phone` is E.164; `opted_in` holds the words of the consent column."""

    line: int
    id: int = 0
    first_name: str = ""
    last_name: str = ""
    phone: str = ""
    email: str = ""
    town: str = ""
    postcode: str = ""
    linkedin: str = ""
    job_title: str = ""
    company: str = ""
    opted_in: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column in use; `guessed` where its contents, not its header, told what it holds."""

    field: str
    header: str
    guessed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """What a file says. `problems` and `remarks`: line and sentence; a line with a problem is not taken."""

    people: tuple[Person, ...] = ()
    problems: tuple[tuple[int, str], ...] = ()
    remarks: tuple[tuple[int, str], ...] = ()
    columns: tuple[Column, ...] = ()
    unused: tuple[str, ...] = ()


class RosterInvalid(Exception):
    """The file as a whole cannot be read; the message says why."""


def read_roster(data: bytes, phone_of: PhoneOf) -> Roster:
    """The people of a CSV file; RosterInvalid where it is none, or too large."""
    lines = _lines(data)
    if not lines:
        raise RosterInvalid("The file is empty.")
    headed = _is_header(lines[0][1], phone_of)
    body = lines[1:] if headed else lines
    header = lines[0][1] if headed else [f"column {n}" for n in range(1, len(lines[0][1]) + 1)]
    columns = _columns(header, [cells for _, cells in body[:SAMPLE]], phone_of)
    _check(columns, body)
    return _read(header, columns, body, phone_of)


def _lines(data: bytes) -> list[tuple[int, list[str]]]:
    """Line number and cells of every line that holds anything."""
    text = _text(data)
    first = text.split("\n", 1)[0]
    if sep := re.fullmatch(r"sep=(.)\r?", first):
        text = "\n" + text.partition("\n")[2]  # Excel's own line; the numbers of the others stay
    mark = sep[1] if sep else max(",;\t|", key=re.sub(r'"[^"]*"', "", first).count)
    reader, found = csv.reader(io.StringIO(text, newline=""), delimiter=mark), []
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append((reader.line_num, [_plain(cell) for cell in cells]))
            if len(found) > MOST_ROWS + 1:
                raise RosterInvalid(f"The file has more than {MOST_ROWS} people. Please split it.")
    except csv.Error as error:
        raise RosterInvalid(f"Line {reader.line_num} is no CSV ({error}).") from error
    if any(len(cells) > MOST_COLUMNS for _, cells in found):
        raise RosterInvalid(f"The file has more than {MOST_COLUMNS} columns.")
    return found


def _text(data: bytes) -> str:
    if len(data) > MOST_BYTES:
        raise RosterInvalid(f"The file is larger than {MOST_BYTES // 1000} kB. Please split it.")
    if data[:2] == b"PK" or data[:4] == b"\xd0\xcf\x11\xe0":
        raise RosterInvalid("This is an Excel workbook. Save it as CSV and upload that.")
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if "\x00" in text:
        raise RosterInvalid("This is no text file. Save the list as CSV and upload that.")
    return text


def _plain(cell: str) -> str:
    """A cell as text: what Excel wraps around numbers to keep them as they are is taken off."""
    bare = cell.strip()
    wrapped = _EXCEL_TEXT.fullmatch(bare)
    bare = wrapped[1].replace('""', '"').strip() if wrapped else bare
    return bare[1:] if re.match(r"'[=+\-@\d]", bare) else bare


def _is_header(cells: Sequence[str], phone_of: PhoneOf) -> bool:
    if any(_field_of(cell) for cell in cells):
        return True
    return not any(_EMAIL.fullmatch(cell) or phone_of(cell) for cell in cells)


def _field_of(header: str) -> str:
    key = re.sub(r"[\W_]+", "", header.casefold())
    return next((name for name, words in COLUMNS.items() if key in words), "")


def _columns(header: Sequence[str], sample: Sequence[Sequence[str]], phone_of: PhoneOf) -> dict[str, tuple[int, bool]]:
    """Place of each field, and whether it was guessed; the likelier of two headers is the one named earlier."""
    found: dict[str, tuple[int, bool]] = {}
    for place, name in enumerate(header):
        field = _field_of(name)
        if field and (field not in found or _rank(field, name) < _rank(field, header[found[field][0]])):
            found[field] = (place, False)
    fits: dict[str, Callable[[str], object]] = {"email": _EMAIL.fullmatch, "phone": phone_of}
    for field, fit in fits.items():
        taken = {place for place, _ in found.values()}
        for place in range(len(header)) if field not in found else ():
            cells = [row[place] for row in sample if place < len(row) and row[place]]
            if place not in taken and cells and sum(bool(fit(cell)) for cell in cells) >= ENOUGH * len(cells):
                found[field] = (place, True)
                break
    return found


def _rank(field: str, header: str) -> int:
    return COLUMNS[field].index(re.sub(r"[\W_]+", "", header.casefold()))


def _check(columns: dict[str, tuple[int, bool]], body: Sequence[object]) -> None:
    if not body:
        raise RosterInvalid("The file has a header and nobody in it.")
    named = "name" in columns or "first_name" in columns
    if "id" in columns or (named and "phone" in columns):
        return
    lacking = [word for word, there in (("a name", named), ("a mobile number", "phone" in columns)) if not there]
    raise RosterInvalid(
        f"No column holds {' or '.join(lacking)}. Name the columns as the template does (`import template`): "
        "“first name”, “last name”, “mobile”; or “tracker id”."
    )


def _read(
    header: Sequence[str], places: dict[str, tuple[int, bool]], body: Sequence[tuple[int, list[str]]], phone_of: PhoneOf
) -> Roster:
    people: list[Person] = []
    problems: list[tuple[int, str]] = []
    remarks: list[tuple[int, str]] = []
    known: dict[str, int] = {}
    for line, cells in body:
        given = {name: cells[place] if place < len(cells) else "" for name, (place, _) in places.items()}
        person, remark = _person(line, given, phone_of)
        wrong = _wrong(given, person) or _repeated(person, known)
        if wrong:
            problems.append((line, wrong))
            continue
        people.append(person)
        remarks += [(line, remark)] if remark else []
    columns = tuple(Column(field=name, header=header[place], guessed=how) for name, (place, how) in places.items())
    used = {place for place, _ in places.values()}
    unused = tuple(name for place, name in enumerate(header) if place not in used and name)
    return Roster(
        people=tuple(people), problems=tuple(problems), remarks=tuple(remarks), columns=columns, unused=unused
    )


def _person(line: int, given: dict[str, str], phone_of: PhoneOf) -> tuple[Person, str]:
    """The line as a person, and a remark where something of it is left out."""
    first, last = given.get("first_name", ""), given.get("last_name", "")
    if not (first or last):
        first, last = _split(given.get("name", ""))
    email = email_of(given.get("email", ""))
    bad_email = bool(email) and not _EMAIL.fullmatch(email)
    words = given.get("opted_in", "")
    id = given.get("id", "").removesuffix(".0")
    made = Person(
        line=line, id=int(id) if id.isascii() and id.isdigit() and len(id) < 13 else 0, first_name=first, last_name=last,
        phone=phone_of(given.get("phone", "")), email="" if bad_email else email,
        town=given.get("town", ""), postcode=given.get("postcode", ""), linkedin=given.get("linkedin", ""),
        job_title=given.get("job_title", ""), company=given.get("company", ""),
        opted_in="" if words.casefold() in REFUSED else words,
    )  # fmt: skip
    return made, f"“{given['email']}” is no e-mail address and is left out" if bad_email else ""


def _split(name: str) -> tuple[str, str]:
    """First and last name of a full one, also of “Last, First”."""
    last, comma, first = name.partition(",")
    if comma:
        return first.strip(), last.strip()
    first, _, last = name.partition(" ")
    return first, last.strip()


def _wrong(given: dict[str, str], person: Person) -> str:
    """Why the line cannot be taken; empty where it can."""
    if any(len(cell) > LONGEST_CELL for cell in given.values()):
        return f"a cell has more than {LONGEST_CELL} characters"
    looks = [name for name in given if name not in ("phone", "id") and _FORMULA.match(given[name])]
    if looks:
        return f"the {SHOWN.get(looks[0], looks[0])} looks like a formula"
    if given.get("id") and not person.id:
        return f"“{given['id'][:40]}” is no Tracker id"
    if person.id:
        return ""
    if not (person.first_name or person.last_name):
        return "no name"
    if not person.phone:
        typed = given.get("phone", "")
        return f"“{typed[:40]}” is no number that can be texted" if typed else "no mobile number"
    return ""


def _repeated(person: Person, known: dict[str, int]) -> str:
    """Where an earlier line is of the same person: which one, and by what."""
    keys = {"Tracker id": str(person.id or ""), "mobile number": person.phone, "e-mail address": person.email}
    for word, value in keys.items():
        if value and (earlier := known.get(f"{word} {value}")):
            return f"the same {word} as line {earlier}"
    known.update({f"{word} {value}": person.line for word, value in keys.items() if value})
    return ""
