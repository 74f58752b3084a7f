"""What a text costs: 160 or 153 units of GSM-7, 70 or 67 of UCS-2."""

import pytest

from screening.duties.segments import DOUBLE, GSM, segments


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("€" * 80, 1),
        ("€" * 80 + "a", 2),
        ("é" * 160, 1),
        ("á" * 70, 1),
        ("á" * 71, 2),
        ("á" * 134, 2),
        ("á" * 135, 3),
        ("👍" * 35, 1),
        ("👍" * 35 + "a", 2),
        ("a" * 100 + "’", 2),
    ],
)
def test_a_text_takes_so_many_segments(text: str, count: int) -> None:
    assert segments(text) == count


def test_the_alphabet_is_that_of_the_standard() -> None:
    assert len(GSM) + len(DOUBLE) == 127 + 10  # GSM 03.38: 127 without escape, and its extension
    assert segments("".join(sorted(GSM))) == 1
    assert "á" not in GSM and "ñ" in GSM and "\n" in GSM
    assert {"^", "{", "}", "\\", "[", "~", "]", "|", "€", "\f"} == set(DOUBLE)
