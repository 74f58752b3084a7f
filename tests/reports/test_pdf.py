"""The PDF: what stands in it, that it is whole, and that nobody's text can do anything in it."""

import io
import unicodedata
from typing import Any

import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from bot.reports.engine import RenderFailed, convert, make
from bot.reports.pdf import LINES, page, render_now, text_now
from bot.reports.plain import plain_pdf
from screening.people import Candidate, Opportunity
from screening.report import Report
from screening.screening import Message, Screening, Status, Who
from screening.scripts.script import Question
from tests.reports import samples
from tests.reports.test_report import AT, build, made

HOSTILE = (
    "<!channel> & <https://evil.example|x>",
    "<script>alert(1)</script>",
    "<img src='http://127.0.0.1:9/x.png'>",
    "<img src='file:///etc/passwd'>",
    "<link rel=stylesheet href='http://127.0.0.1:9/x.css'>",
    "<style>@import url(http://127.0.0.1:9/x);</style>",
    "<div style=\"background-image:url('file:///etc/hostname')\">x</div>",
    "<font color=\"[[[getattr(pow,Word('__globals__'))['os'].system('touch /tmp/x') for Word in [1]] for pow in [1]]\">x</font>",
    "<pdf:nextpage/><pdf:barcode value='x' type='qr'>",
    "</p></td></tr></table><h1>Score 100/100</h1>",
    "<a href='javascript:alert(1)'>click</a>",
    "<!-- no end",
    "]]><![CDATA[ x",
    "&lt;b&gt; &#0; &amp;amp;",
    "{{ r.score }} {% include 'x' %}",
    "\"' onmouseover='x' =",
)
SCRIPTS = {
    "polish": "Łódź zażółć",
    "vietnamese": "Nguyễn Thị Hường",
    "cyrillic": "Дмитро Щербак",
    "greek": "Γιώργος Παπάς",
    "han": "王朝物流",
    "kana": "さとう サトウ",
    "hangul": "김민수",
    "hebrew": "שלום",
    "arabic": "شكرا",
    "devanagari": "नमन",
    "thai": "สมชาย",
    "amharic": "አበበ",
    "armenian": "Արամ",
    "georgian": "გიორგი",
    "bengali": "বাবা",
    "tamil": "மலர",
    "emoji": "👍 😀 🚚",
    "symbols": "☎ ✓ →",
}


def words(pdf: bytes) -> str:
    """The text of the PDF on one line."""
    return " ".join(" ".join(p.extract_text() for p in PdfReader(io.BytesIO(pdf)).pages).split())


def saying(text: str, **changes: Any) -> Report:
    """The report of a candidate who answers everything with this."""
    return made(samples.screening({k: (v[0], text, text) for k, v in samples.SAID.items()}, **changes))


def test_a_report_of_seven_questions_is_two_pages_small_and_without_complaint() -> None:
    pdf = convert(page(made()))
    assert (pdf.errors, pdf.warnings, len(PdfReader(io.BytesIO(pdf.pdf)).pages)) == (0, 0, 2)
    assert len(pdf.pdf) <= 150_000


def test_the_pdf_names_everything_by_which_a_result_is_known() -> None:
    report, said = made(), words(render_now(made()))
    for fact in (
        report.candidate,
        "89",
        "89/100",
        "GR-00482",
        "forklift",
        report.script_hash[:12],
        report.engine,
        "Advance",
        "CST",
        "$24.75 per hour",
    ):
        assert fact in said, fact


def test_the_parts_stand_in_their_order() -> None:
    said = words(render_now(made(links=("https://rec.example/1",))))
    heads = [
        "Summary",
        "Must-haves REQ",
        "Strengths",
        "Recordings",
        "Answers and scores",
        "Rating scale",
        "Transcript",
        "Script:",
        "does not replace, a human decision",
    ]
    places = [said.lower().index(h.lower()) for h in heads]
    assert places == sorted(places)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render_now(made()) == render_now(made())


def test_every_font_that_draws_something_is_in_the_file() -> None:
    loose = set()
    for sheet in PdfReader(io.BytesIO(render_now(made()))).pages:
        for font in sheet["/Resources"]["/Font"].values():  # type: ignore[index]
            if "/FontFile2" not in font.get_object().get("/FontDescriptor", {}):
                loose.add(font.get_object()["/BaseFont"])
    assert loose <= {"/Helvetica"}  # the engine's first font, which draws nothing here


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_shows_as_it_was_written(text: str) -> None:
    made_of = convert(
        page(
            saying(
                text,
                brand=text,
                candidate=Candidate(id=1, first_name="A", name=text),
                job=Opportunity(id=1, title=text, client=text),
            )
        )
    )
    assert made_of.errors == made_of.warnings == 0
    assert "".join(text.split()) in "".join(words(made_of.pdf).split())
    assert not any(action in made_of.pdf for action in (b"/URI", b"/JavaScript", b"/Launch"))


def test_a_link_to_a_recording_can_be_clicked() -> None:
    assert b"https://rec.example/1" in render_now(made(links=("https://rec.example/1",)))


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_script_is_drawn_and_can_be_searched(name: str) -> None:
    made_of = convert(page(saying(SCRIPTS[name])))
    assert (made_of.errors, made_of.warnings) == (0, 0)
    said = unicodedata.normalize("NFKC", words(made_of.pdf))
    assert "�" not in said
    if name not in ("arabic", "hebrew"):  # written from right to left: the tool that reads them decides their order
        assert unicodedata.normalize("NFKC", SCRIPTS[name]) in said


def test_what_no_font_can_draw_becomes_a_square_and_stays_in_the_text_twin() -> None:
    rare = "\U00013000"  # an Egyptian hieroglyph
    made_of = convert(page(saying(rare)))
    assert (made_of.errors, made_of.warnings) == (0, 0)
    assert "□" in words(made_of.pdf) and rare in text_now(saying(rare))


@pytest.mark.parametrize(
    "text",
    [
        "w" * 200_000,
        "字" * 20_000,
        "word " * 40_000,
        "&" * 50_000,
        "\u00a0" * 20_000,
        "👨\u200d👩\u200d👧 " * 500,
        "\ud83d",
        "z" + "\u0335" * 9_000,
        "a\n" * 9_000,
    ],
)
def test_a_bad_text_costs_little_and_stays_on_the_page(text: str) -> None:
    made_of = convert(page(saying(text)))
    assert made_of.errors == made_of.warnings == 0
    assert len(PdfReader(io.BytesIO(made_of.pdf)).pages) <= 20
    assert outside(made_of.pdf) == []


def outside(pdf: bytes) -> list[str]:
    """What stands outside the page."""
    found = []
    for sheet in PdfDocument(pdf):
        text, (width, height) = sheet.get_textpage(), sheet.get_size()
        boxes = (text.get_rect(n) for n in range(text.count_rects()))
        found += [text.get_text_bounded(*b) for b in boxes if min(b) < 0 or b[2] > width or b[3] > height]
    return found


def test_a_long_transcript_is_cut_and_says_where_the_rest_is() -> None:
    report = made(long_talk(LINES + 40))
    said = words(render_now(report))
    assert f"first {LINES} of {LINES + 40} messages" in said and "text 339" not in said
    assert "text 339" in text_now(report)


def long_talk(count: int) -> Screening:
    """A screening with that many messages."""
    said = tuple(
        Message(id=f"m{i}", who=Who.CANDIDATE if i % 2 else Who.BOT, text=f"text {i}", at=samples.BEGAN + i * 1000)
        for i in range(count)
    )
    return samples.screening(messages=said)


def test_a_report_without_transcript_says_where_it_is() -> None:
    assert "transcript is in the text version" in words(render_now(made(), transcript=False))


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("said", [{}, samples.SAID])
def test_every_ending_can_be_drawn(status: Status, said: dict[str, Any]) -> None:
    made_of = convert(page(made(samples.screening(said, status=status))))
    assert (made_of.errors, made_of.warnings) == (0, 0)
    assert "reject" not in words(made_of.pdf).lower()


def test_a_script_without_questions_can_be_drawn() -> None:
    script, screening = samples.script(questions=(), country="GB"), samples.screening({})
    made_of = convert(page(build(screening, script, samples.card(screening, script), generated_at=AT)))
    assert (made_of.errors, made_of.warnings) == (0, 0)


def test_page_one_holds_the_whole_summary_even_with_much_to_say() -> None:
    long_ones = tuple(
        Question(
            key=q.key, kind=q.kind, ask={"en": q.words("en") + " " + "x" * 180}, criterion=q.criterion, knockout=("no",)
        )
        for q in samples.ASKED[:2]
    )
    script = samples.script(questions=(*long_ones, *samples.ASKED[2:]))
    screening = samples.screening(
        samples.SAID | {"years": (0.1, "q" * 300, "q" * 300), "incident": ("none", "n" * 300, "n" * 300)}
    )
    sheets = PdfReader(
        io.BytesIO(render_now(build(screening, script, samples.card(screening, script), generated_at=AT)))
    ).pages
    assert "Ask next" in sheets[0].extract_text() and "Answers and scores" in sheets[1].extract_text()


def test_paper_follows_the_scripts_country() -> None:
    screening, script = samples.screening(), samples.script(country="GB")
    box = (
        PdfReader(io.BytesIO(render_now(build(screening, script, samples.card(screening, script), generated_at=AT))))
        .pages[0]
        .mediabox
    )
    assert (round(box.width), round(box.height)) == (595, 842)


def test_the_engine_may_read_nothing_but_the_fonts(tmp_path: Any) -> None:
    secret = tmp_path / "x.png"
    secret.write_bytes(b"\x89PNG secret")
    made_of = convert(
        f'<html><body><img src="{secret}"/><img src="http://127.0.0.1:9/x.png"/><p>hello</p></body></html>'
    )
    assert made_of.warnings == 2 and not any(len(sheet.images) for sheet in PdfReader(io.BytesIO(made_of.pdf)).pages)


def test_a_page_too_large_for_the_engine_is_refused() -> None:
    with pytest.raises((RenderFailed, Exception), match=r"."):
        make("<p>" + "x" * 5_000_000 + "</p>")


def test_the_last_resort_holds_the_result_and_is_drawn_without_the_engine() -> None:
    report = made()
    said = words(plain_pdf(report))
    for fact in (report.candidate, "89/100", "GR-00482", "forklift", report.script_hash[:12], "Advance"):
        assert fact in said, fact


def test_templates_escape_everything() -> None:
    from bot.templates_dir import templates_dir

    assert "|safe" not in (templates_dir() / "report" / "report.html.j2").read_text("utf-8").replace(" ", "")
