"""A resume to text: right order, nothing hidden, and files that mean harm refused in time with the parent unharmed."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.resumes.convert import Converter
from bot.resumes.found import LARGEST_FILE, Unreadable, Why
from tests.resumes import made

TRICK = "expert welder with twenty years of welding"


@pytest.mark.parametrize("make", [made.one_column, made.two_columns, made.plain_docx, made.table_docx])
async def test_every_fact_is_read_and_in_the_order_of_a_reader(make: Callable[[], bytes]) -> None:
    found = await Converter().convert(make())
    assert [fact for fact in made.FACTS if fact not in found.text] == []
    for title, dates, bullets in made.JOBS:
        places = [found.text.index(words) for words in (title, dates, *bullets)]
        assert places == sorted(places)
        between = found.text[places[0] : places[-1]]
        assert not any(skill in between for skill in made.SKILLS)
    assert found.hidden == ()


async def test_both_columns_and_one_give_the_same_facts() -> None:
    one, two = [await Converter().convert(make()) for make in (made.one_column, made.two_columns)]
    words = [sorted(found.text.split()) for found in (one, two)]
    assert words[0] == words[1]


@pytest.mark.parametrize("how", ["white", "nearly white", "tiny", "off the page", "invisible mode", "transparent"])
async def test_what_nobody_sees_in_a_pdf_is_flagged_and_not_read(how: str) -> None:
    found = await Converter().convert(made.with_hidden(how))
    assert TRICK not in found.text and found.hidden == (TRICK,)
    assert all(fact in found.text for fact in made.FACTS)


async def test_white_words_on_a_dark_ground_are_read() -> None:
    found = await Converter().convert(made.with_hidden("white on dark"))
    assert TRICK in found.text and found.hidden == ()


@pytest.mark.parametrize(
    "properties",
    [
        "<w:vanish/>",
        '<w:color w:val="FFFFFF"/>',
        '<w:color w:val="FEFEFE"/>',
        '<w:sz w:val="2"/>',
        '<w:rStyle w:val="S"/>',
    ],
)
async def test_what_nobody_sees_in_a_docx_is_flagged_and_not_read(properties: str) -> None:
    styles = f'<w:styles {made.W}><w:style w:styleId="S"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'.encode()
    body = made.p(made.SUMMARY) + made.p(TRICK, properties)
    found = await Converter().convert(made.docx(body, {"word/styles.xml": styles}))
    assert (found.text, found.hidden) == (made.SUMMARY, (TRICK,))


async def test_white_words_in_a_dark_cell_are_read() -> None:
    white = made.p(TRICK, '<w:color w:val="FFFFFF"/>')
    cell = f'<w:tc><w:tcPr><w:shd w:fill="1F3864"/></w:tcPr>{white}</w:tc>'
    found = await Converter().convert(made.docx(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"))
    assert (found.text, found.hidden) == (TRICK, ())


async def test_text_boxes_are_read_once_and_deleted_words_not_at_all() -> None:
    box = f"<w:txbxContent>{made.p('In the box')}</w:txbxContent>"
    twice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    body = (
        f'<w:p xmlns:mc="urn:mc"><w:r><mc:AlternateContent>{twice}</mc:AlternateContent></w:r>'
        "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t>Beside it</w:t></w:r></w:p>"
    )
    assert (await Converter().convert(made.docx(body))).text == "Beside it\nIn the box"


HOSTILE: dict[str, tuple[Callable[[], bytes], set[Why]]] = {
    "flate bomb": (made.flate_bomb, {Why.BOMB}),
    "two million operators": (made.operators, {Why.BOMB}),
    "zip bomb": (made.zip_bomb, {Why.BOMB}),
    "zip that lies about its size": (made.lying_zip, {Why.BOMB, Why.BROKEN}),
    "billion laughs": (made.laughs, {Why.BOMB}),
    "XXE": (made.outside, {Why.BOMB}),
    "encrypted": (made.encrypted, {Why.ENCRYPTED}),
    "scanned": (made.scanned, {Why.SCANNED}),
    "truncated PDF": (lambda: made.one_column()[:900], {Why.BROKEN}),
    "truncated DOCX": (lambda: made.table_docx()[:-200], {Why.BROKEN}),
    "picture called resume.pdf": (lambda: b"\x89PNG\r\n\x1a\n" + b"x" * 999, {Why.UNKNOWN}),
    "web page": (lambda: b"<html><body>hello</body></html>", {Why.UNKNOWN}),
    "spreadsheet": (lambda: made.docx("").replace(b"word/document", b"xl/worksheets"), {Why.UNKNOWN, Why.BROKEN}),
    "old Word": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(999), {Why.OLD_WORD}),
    "RTF": (lambda: b"{\\rtf1 hello}", {Why.OLD_WORD}),
    "macros": (lambda: made.docx(made.p("x"), {"word/vbaProject.bin": b"x"}), {Why.MACROS}),
    "50 MB": (lambda: b"%PDF-" + bytes(50 << 20), {Why.LARGE}),
    "empty": (lambda: b"", {Why.EMPTY}),
    "nested brackets": (lambda: b"%PDF-1.4\n" + b"[" * 300_000, {Why.BROKEN, Why.BOMB}),
    "a deep document": (lambda: made.docx("<w:sdt>" * 900 + "</w:sdt>" * 900), {Why.BOMB}),
    "three million paragraphs": (lambda: made.docx("<w:p/>" * 3_000_000), {Why.BOMB}),
}


def memory() -> int:
    """Bytes that this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_file_that_means_harm_is_refused_in_time_and_the_parent_stays_as_it_was(name: str) -> None:
    make, reasons = HOSTILE[name]
    data = make()
    before, start = memory(), time.monotonic()
    with pytest.raises(Unreadable) as refused:
        await Converter().convert(data)
    assert refused.value.why in reasons
    assert time.monotonic() - start <= 10
    assert memory() - before < 16 << 20


async def test_a_child_that_hangs_is_ended() -> None:
    start = time.monotonic()
    with pytest.raises(Unreadable) as refused:
        await Converter(seconds=0.02).convert(made.one_column())
    assert refused.value.why is Why.SLOW
    assert time.monotonic() - start < 5


async def test_the_largest_file_is_still_read_and_one_byte_more_is_not() -> None:
    body = made.one_column()
    whole = body + b"%" * (LARGEST_FILE - len(body) - 1) + b"\n"
    assert made.NAME in (await Converter().convert(whole)).text
    with pytest.raises(Unreadable) as refused:
        await Converter().convert(whole + b"\n")
    assert refused.value.why is Why.LARGE


def test_the_child_may_neither_write_nor_connect_nor_start_anything() -> None:
    import subprocess
    import sys

    tried = """
from bot.resumes.child import bind
bind()
import os, socket, subprocess
for what in (lambda: open('/tmp/greenroom-child', 'w'), lambda: socket.socket().connect(('127.0.0.1', 9)),
             lambda: subprocess.run(['true']), lambda: os.system('true'), lambda: bytearray(2 << 30)):
    try:
        what()
    except (PermissionError, MemoryError):
        print('refused')
"""
    said = subprocess.run([sys.executable, "-c", tried], capture_output=True, text=True, timeout=20, check=True).stdout
    assert said.split() == ["refused"] * 5
