"""Lists of people as recruiters have them: exports, hand-made files, Excel's habits, and what must not get through."""

import pytest

from bot.ats.read import phone_of
from screening.roster import MOST_BYTES, MOST_ROWS, TEMPLATE, Roster, RosterInvalid, read_roster


def read(text: str | bytes) -> Roster:
    data = text if isinstance(text, bytes) else text.encode()
    return read_roster(data, lambda raw: phone_of(raw, "US"))


def test_the_template_reads_without_a_problem() -> None:
    found = read(TEMPLATE)
    assert [(p.first_name, p.last_name, p.phone, p.id, p.opted_in) for p in found.people] == [
        ("Jane", "Selby", "+13125550100", 2080, ""),
        ("Omar", "Haddad", "+13125550101", 0, "web form 2026-11-01"),
    ]
    assert (found.problems, found.unused) == ((), ())


@pytest.mark.parametrize(
    "text",
    [
        "First Name;Surname;Cell Phone;E-mail\nZoë;O'Neil;(312) 555-0102;zoe@example.com\n",
        "firstname\tLAST_NAME\tMobile\temail address\r\nZoë\tO'Neil\t312.555.0102\tZOE@Example.com\r\n",
        "sep=|\nCandidate Name|Phone|Email\nO'Neil, Zoë|+1 312 555 0102|zoe@example.com\n",
        '\ufeff"Resource","Mobile","Email"\n"Zoë O\'Neil","=""3125550102""","mailto:zoe@example.com"\n',
        "Name,Contact,Note at\nZoë O'Neil,'+1 (312) 555-0102,zoe@example.com\n",
        "first name,last name,a,b\nZoë,O'Neil,312-555-0102,zoe@example.com\n",
    ],
)
def test_columns_are_found_by_header_or_by_what_they_hold(text: str) -> None:
    found = read(text)
    (person,) = found.people
    assert (person.first_name, person.last_name) == ("Zoë", "O'Neil")
    assert (person.phone, person.email) == ("+13125550102", "zoe@example.com")


def test_a_guessed_column_is_told_as_such() -> None:
    found = read("Name,Contact\nAna Alder,312 555 0100\n")
    assert [(c.header, c.guessed) for c in found.columns] == [("Name", False), ("Contact", True)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_encoding_that_excel_writes_is_read(encoding: str) -> None:
    (person,) = read("first name,last name,mobile\nRenée,Müller,3125550100\n".encode(encoding)).people
    assert (person.first_name, person.last_name) == ("Renée", "Müller")


@pytest.mark.parametrize("name", ["李小龙", "محمد علي", "Åsa-Lena Ö", 'Jo "JJ" Doe', "Nguyễn\nThị"])
def test_names_of_any_script_with_quotes_and_newlines_are_kept(name: str) -> None:
    quoted = '"' + name.replace('"', '""') + '"'
    (person,) = read(f"name,mobile\n{quoted},3125550100\n").people
    assert f"{person.first_name} {person.last_name}".split() == name.split()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Ana,Alder,12,", "“12” is no number that can be texted"),
        ("Ana,Alder,,", "no mobile number"),
        (",,3125550100,", "no name"),
        ('"=HYPERLINK(""http://x"")",Alder,3125550100,', "the first name looks like a formula"),
        ("@SUM(1),Alder,3125550100,", "the first name looks like a formula"),
        ("Ana,Alder,3125550100,-2+3", "the consent looks like a formula"),
        ("A" * 400 + ",Alder,3125550100,", "a cell has more than 300 characters"),
    ],
)
def test_a_line_that_cannot_be_taken_says_why_and_the_others_are(line: str, words: str) -> None:
    found = read(f"first name,last name,mobile,consent\nBo,Birch,3125550199,\n{line}\n")
    assert [p.first_name for p in found.people] == ["Bo"]
    assert found.problems == ((3, words),)


def test_who_stands_in_the_list_twice_is_taken_once() -> None:
    found = read(
        "name,mobile,email\nAna Alder,3125550100,a@x.io\nAnna Alder,+1 312 555 0100,\nAnn A,3125550101,A@X.IO\n"
    )
    assert [p.line for p in found.people] == [2]
    assert found.problems == ((3, "the same mobile number as line 2"), (4, "the same e-mail address as line 2"))


def test_a_tracker_id_is_enough_and_one_that_is_none_is_told() -> None:
    found = read("Candidate ID,Name\n2080,\n2081.0,Bo Birch\nR-7,Cy Cedar\n")
    assert [(p.id, p.first_name) for p in found.people] == [(2080, ""), (2081, "Bo")]
    assert found.problems == ((4, "“R-7” is no Tracker id"),)


def test_an_address_that_is_none_is_left_out_and_the_person_is_taken() -> None:
    found = read("name,mobile,email\nAna Alder,3125550100,ana at home\n")
    assert found.people[0].email == ""
    assert found.remarks == ((2, "“ana at home” is no e-mail address and is left out"),)


@pytest.mark.parametrize("word", ["no", "", "N", "false", "-", "Opted Out"])
def test_a_no_in_the_consent_column_is_no_consent(word: str) -> None:
    assert read(f"name,mobile,consent\nAna Alder,3125550100,{word}\n").people[0].opted_in == ""


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"PK\x03\x04 something", "Excel workbook"),
        (b"name,mobile\n\x00\x00", "no text file"),
        (b"name,mobile\n", "nobody in it"),
        (b"colour,size\nred,3\n", "No column holds a name or a mobile number"),
        (b"name,mobile\n" + b"A B,3125550100\n" * (MOST_ROWS + 1), f"more than {MOST_ROWS} people"),
        (b"x" * (MOST_BYTES + 1), "larger than"),
        (b"name,mobile" + b",x" * 100 + b"\nA B,3125550100\n", "more than 80 columns"),
        (b'name,mobile\n"' + b"a" * 200_000, "is no CSV"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(data: bytes, words: str) -> None:
    with pytest.raises(RosterInvalid, match=words):
        read(data)
