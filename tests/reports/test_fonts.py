"""The fonts: whole, small enough, each its own, and with their licences."""

from hashlib import sha256

from reportlab.pdfbase.ttfonts import TTFontFile

from bot.reports.fonts_used import ALWAYS, FONTS, covered, drawable, faces


def test_the_files_are_those_that_were_built() -> None:
    rows = [line.split("  ") for line in (FONTS / "SOURCES.txt").read_text("utf-8").splitlines()[1:]]
    assert {name: digest for digest, name in rows} == {
        f.name: sha256(f.read_bytes()).hexdigest() for f in FONTS.glob("*.ttf")
    }


def test_all_of_them_stay_below_five_megabytes() -> None:
    assert sum(f.stat().st_size for f in FONTS.iterdir()) < 5_000_000


def test_no_two_share_an_inner_name_and_each_can_draw_a_space() -> None:
    files = sorted(FONTS.glob("*.ttf"))
    assert len({bytes(TTFontFile(str(f)).name) for f in files}) == len(files)
    assert all(32 in covered(f.name) for f in files)


def test_the_licences_are_beside_them() -> None:
    texts = [f.read_text("utf-8") for f in FONTS.glob("OFL-*.txt")]
    assert len(texts) == 4 and all(
        "SIL OPEN FONT LICENSE Version 1.1" in t.upper().replace("VERSION", "Version") for t in texts
    )


def test_plain_text_needs_only_the_first_font() -> None:
    assert faces("Łukasz – 24.75 ✓") == ALWAYS


def test_a_foreign_word_brings_its_font() -> None:
    assert [f.family for f in faces("王")][2:] == ["NotoHan"]


def test_joiners_are_dropped_and_unknown_characters_become_squares() -> None:
    assert drawable("a\u200d\ufe0f\U00013000\n") == "a□\n"
