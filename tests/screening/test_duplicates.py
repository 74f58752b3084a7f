"""One person, or two: e-mail, phone and LinkedIn tell; a name alone does not."""

import pytest

from screening.duplicates import Match, Traits, email_of, folded, linkedin_of, match

JANE = Traits(
    id=7, name="Jane Selby", email="jane@example.com", phones=("+13125550100",), linkedin="linkedin.com/in/jane"
)


@pytest.mark.parametrize(
    ("wanted", "key"),
    [
        (Traits(name="J. S.", email=" <JANE@Example.com> "), "e-mail"),
        (Traits(name="Someone", phones=("+13125550199", "+13125550100")), "phone"),
        (Traits(name="Someone", linkedin="https://uk.linkedin.com/in/Jane/?trk=x"), "LinkedIn"),
    ],
)
def test_any_of_the_three_keys_is_enough(wanted: Traits, key: str) -> None:
    assert match(wanted, [JANE]) == Match(id=7, key=key, sure=True)


def test_the_same_full_name_is_a_hint_that_somebody_must_confirm_and_two_of_them_are_none() -> None:
    assert match(Traits(name="jane  SELBY"), [JANE]) == Match(id=7, key="full name", sure=False)
    assert match(Traits(name="Jane Selby"), [JANE, Traits(id=8, name="Jane Selby")]) is None
    assert match(Traits(name="Janet Selby"), [JANE]) is None


def test_e_mail_goes_before_phone_and_the_oldest_record_wins() -> None:
    other = Traits(id=3, phones=("+13125550100",))
    assert match(Traits(email="jane@example.com", phones=("+13125550100",)), [other, JANE]) == Match(
        id=7, key="e-mail", sure=True
    )
    assert match(Traits(phones=("+13125550100",)), [JANE, other]) == Match(id=3, key="phone", sure=True)


def test_nothing_matches_nothing() -> None:
    assert match(Traits(), [Traits(id=1), JANE]) is None
    assert match(JANE, []) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("https://www.linkedin.com/in/jane-selby-1a2b/", "jane-selby-1a2b"),
        ("LinkedIn.com/IN/Jane-Selby-1A2B?utm=1#top", "jane-selby-1a2b"),
        ("https://de.linkedin.com/pub/j%C3%BCrgen/1/2", "jürgen"),
        ("https://linkedin.com.evil.example/in/jane", ""),
        ("https://example.com/in/jane", ""),
        ("https://linkedin.com/company/acme", ""),
        ("http://[bad", ""),
        ("", ""),
    ],
)
def test_a_linkedin_address_is_its_public_name(text: str, name: str) -> None:
    assert linkedin_of(text) == name


def test_names_are_folded_in_any_script() -> None:
    assert folded("  José   GARCÍA ") == folded("jose garcia")
    assert folded("Олена") == folded("ОЛЕНА")
    assert email_of("mailto:A@B.com") == "a@b.com"
