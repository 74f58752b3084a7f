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
        (
            "Yes. My new address is 12 Oak St. Dayton, OH 45402. Thanks",
            {"street": "12 Oak St", "town": "Dayton", "state": "OH", "postcode": "45402"},
        ),
        (
            "I live at 4B Main Ave Apt 3, Columbus, and start Monday",
            {"street": "4B Main Ave Apt 3", "town": "Columbus"},
        ),
        (
            "I've moved to 77 Sunset Blvd Los Angeles CA 90028",
            {
                "street": "77 Sunset Blvd",
                "town": "Los Angeles",
                "state": "CA",
                "postcode": "90028",
            },
        ),
        ("my address is 5 The Green, Leeds LS1 1AA", {"street": "5 The Green", "town": "Leeds", "postcode": "LS1 1AA"}),
        ("my address is 742 Evergreen Terrace. I can start Monday", {"street": "742 Evergreen Terrace"}),
        ("I live at 12 minutes from the hill", {}),
        ("I moved to 2 different warehouses, then to 3 other places", {}),
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
    said |= {"street": "12 Oak St.", "town": "São Paulo", "state": "sp", "linkedin": "https://linkedin.com/in/ana/"}
    record = {"email": "Ana@X.io", "mobile": "312.555.0188", "name": "ANA  ALDER", "postcode": "sw1a1aa"}
    record |= {"street": "12 oak street", "town": "Sao Paulo", "state": "SP", "linkedin": "uk.linkedin.com/in/Ana?x=1"}
    assert differing(said, record, us) == {}
    assert differing(said, {**record, "email": "old@x.io"}, us) == {"email": "ana@x.io"}


def test_endless_text_is_read_in_time() -> None:
    assert stated(["my name is " + "A'a " * 50_000, "a." * 50_000 + "@", "my number is " + "(" * 50_000], us) == {}
    long = ["my address is 1" + " a" * 50_000, "my address is " + "1 a. " * 30_000, "i live at 1 " + "st " * 50_000]
    assert all(len(value) < 200 for text in long for value in stated([text], us).values())
