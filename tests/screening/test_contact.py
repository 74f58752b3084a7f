"""What candidates say of themselves, and what of it differs from the record."""

import pytest

from bot.ats.read import phone_of
from screening.contact import differing, stated


def us(raw: str) -> str:
    return phone_of(raw, "US")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("my new email is Ana.New@Example.com, thanks", {"email": "ana.new@example.com"}),
        ("Yes. Please reach me at (312) 555-0188 after 5", {"mobile": "+13125550188"}),
        ("my number changed to 312-555-0188", {"mobile": "+13125550188"}),
        ("My name is spelled Zoë O'Neil-Smith.", {"name": "Zoë O'Neil-Smith"}),
        ("my zip code is 60614", {"postcode": "60614"}),
        ("yes", {}),
        ("my number is 7", {}),
        ("my name is not on the list", {}),
        ("I have driven 12 years, 3125550188 miles", {}),
        ("my name is mud, really", {}),
    ],
)
def test_what_is_said_of_oneself_is_heard_and_nothing_else(text: str, said: dict[str, str]) -> None:
    assert stated([text], us) == said


def test_the_last_word_counts() -> None:
    assert stated(["a@x.io", "sorry, b@x.io"], us) == {"email": "b@x.io"}


def test_what_is_only_written_otherwise_does_not_differ() -> None:
    said = {"email": "ana@x.io", "mobile": "+13125550188", "name": "Ana Alder", "postcode": "SW1A 1AA"}
    record = {"email": "Ana@X.io", "mobile": "312.555.0188", "name": "ANA  ALDER", "postcode": "sw1a1aa"}
    assert differing(said, record, us) == {}
    assert differing(said, {**record, "email": "old@x.io"}, us) == {"email": "ana@x.io"}


def test_endless_text_is_read_in_time() -> None:
    assert stated(["my name is " + "A'a " * 50_000, "a." * 50_000 + "@", "my number is " + "(" * 50_000], us) == {}
