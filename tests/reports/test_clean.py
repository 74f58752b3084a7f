"""What cleaning does to the texts of others."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from screening.clean import CUT, LIMIT, clean, one_line

ANY = st.text(st.characters(exclude_categories=()), max_size=300)


def test_a_broken_half_of_an_emoji_becomes_a_replacement_mark() -> None:
    assert clean("ok \ud83d") == "ok \ufffd"


def test_both_halves_of_an_emoji_are_put_together() -> None:
    assert clean("\ud83d\udc4d") == "👍"


def test_marks_that_reorder_what_is_shown_are_dropped() -> None:
    assert clean("\u202eevil\u2066x\u200f\u061c") == "evilx"


def test_controls_private_characters_and_hidden_tags_are_dropped() -> None:
    assert clean("a\x00b\x1bc\ue000d\U000e0041e\ufeff") == "abcde"


def test_line_breaks_of_every_kind_become_one_kind() -> None:
    assert clean("a\r\nb\u2028c\rd") == "a\nb\nc\nd"


def test_at_most_three_marks_stand_on_a_letter() -> None:
    assert len(clean("z" + "\u0335" * 500)) == 4


def test_many_empty_lines_and_spaces_are_folded() -> None:
    assert clean("a" + "\n" * 90 + "b" + " " * 90 + "c") == "a\n\nb  c"


def test_a_long_text_is_cut_and_says_so() -> None:
    cut = clean("w" * 200_000)
    assert len(cut) == LIMIT and cut.endswith(CUT)


def test_candidates_markup_is_left_as_they_wrote_it() -> None:
    assert clean("<!channel> & <https://x>") == "<!channel> & <https://x>"


def test_names_stand_on_one_line() -> None:
    assert one_line("Ann\n\n  Lee\t") == "Ann Lee"


@given(ANY)
@settings(max_examples=150)
def test_cleaning_twice_changes_nothing_and_the_result_can_be_written(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode("utf-8")
