"""Text: escaped once, cut whole, read back."""

from hypothesis import given
from hypothesis import strategies as st

from bot.slack.text import bare, cut, disarm, escape, moment, pages, plain, shown


def test_only_the_three_characters_are_escaped() -> None:
    assert escape("<!channel> & *b* `c` \"q\" 'a'") == "&lt;!channel&gt; &amp; *b* `c` \"q\" 'a'"


def test_cut_never_leaves_half_an_entity() -> None:
    for limit in range(1, 12):
        assert "&" not in cut(escape("<<<<"), limit).replace("&lt;", "")


def test_shown_text_is_never_empty() -> None:
    assert shown(" \x00 ", 10) == "-"


def test_disarm_takes_broadcasts_out_of_nested_blocks() -> None:
    blocks = [{"type": "section", "text": {"text": "hi <!channel> <!here|here> <!subteam^S1> <!date^1^{time}|x>"}}]
    assert disarm(blocks)[0]["text"]["text"] == "hi &lt;!channel> &lt;!here|here> &lt;!subteam^S1> <!date^1^{time}|x>"


def test_an_instant_is_shown_in_the_readers_zone() -> None:
    assert moment(1_780_502_400_000) == "<!date^1780502400^{date_short_pretty} at {time}|2026-06-03 16:00 UTC>"


def test_links_phones_and_entities_read_as_typed() -> None:
    assert plain("see <https://a.example/x|a.example/x> or <tel:+15005550006|+1 500> &lt;3 &amp;") == (
        "see https://a.example/x or +15005550006 <3 &"
    )


def test_long_text_becomes_few_pages_and_says_that_it_was_cut() -> None:
    found = pages("\n".join("x" * 100 for _ in range(500)))
    assert len(found) == 3
    assert "more than fits" in found[-1]


@given(st.text(max_size=9000), st.integers(min_value=50, max_value=4000))
def test_no_page_is_ever_too_long(text: str, limit: int) -> None:
    assert all(len(page) <= limit for page in pages(text, limit=limit))


@given(st.text(max_size=300), st.integers(min_value=1, max_value=200))
def test_shown_text_keeps_its_limit_and_pings_nobody(text: str, limit: int) -> None:
    found = shown(text, limit)
    assert 0 < len(found) <= limit
    assert "<" not in found
    assert ">" not in found


def test_a_files_title_holds_no_brackets_and_no_line_ends() -> None:
    assert bare("O'Hara <!here>\n& Sons", 50) == "O'Hara ‹!here› & Sons"
    assert bare("\n", 50) == "-"
