"""What people type, taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.words import channel_id, job_id, read, screening_id


def test_quotes_keep_words_together() -> None:
    words = read('map 1020 agent=dockhand stage="Phone Screen" channel=<#C0AB|hiring>')
    assert words.plain == ("map", "1020")
    assert dict(words.named) == {"agent": "dockhand", "stage": "Phone Screen", "channel": "<#C0AB|hiring>"}


@pytest.mark.parametrize(
    "typed", ["stage=“Phone Screen”", "stage=‘Phone Screen’", "stage='Phone Screen'", "stage=„Phone Screen“"]
)
def test_typographic_quotes_are_quotes(typed: str) -> None:
    assert read(typed).get("stage") == "Phone Screen"


def test_an_apostrophe_inside_a_name_is_no_quote() -> None:
    assert read("why Sean O'Brien").plain == ("why", "Sean", "O'Brien")


def test_an_open_quote_runs_to_the_end() -> None:
    assert read('stage="Phone Screen').get("stage") == "Phone Screen"


def test_entities_are_decoded() -> None:
    assert read("stage=&quot;R&amp;D&quot;").get("stage") == '"R&D"'
    assert read('stage="R&amp;D &lt;new&gt;"').get("stage") == "R&D <new>"


def test_a_link_is_its_address_and_no_key() -> None:
    words = read("stages <https://evous.tracker-rms.com/Opportunity/Details/1020?tab=a=b|the job>")
    assert words.at(1) == "https://evous.tracker-rms.com/Opportunity/Details/1020?tab=a=b"
    assert read("result GR-1 link=<https://v.example/a?b=c>").get("link") == "https://v.example/a?b=c"


@pytest.mark.parametrize(
    "typed",
    [
        "1020",
        "JOB-1020",
        "job-1020",
        "#1020",
        "https://evous.tracker-rms.com/Opportunity/Details/1020",
        "https://evous.tracker-rms.com/Opportunity/Details/1020/",
        "https://evoca.tracker-rms.com/opportunity/details/1020?tab=2",
    ],
)
def test_a_job_is_known_in_every_form(typed: str) -> None:
    assert job_id(typed) == "1020"


@pytest.mark.parametrize("typed", ["", "forklift", "10a20", "https://evil.example/", "١٠٢٠x", "1" * 40])
def test_what_is_no_job_is_none(typed: str) -> None:
    assert job_id(typed) is None


def test_channels_are_ids() -> None:
    assert channel_id("<#C0AB12|hiring>") == "C0AB12"
    assert channel_id("<#C0AB12>") == "C0AB12"
    assert channel_id("C0ABCDEF12") == "C0ABCDEF12"
    assert channel_id("#hiring") is None


def test_a_screening_is_known_by_its_prefix_however_typed() -> None:
    assert screening_id("gr-7K2M") == "GR-7K2M"
    assert screening_id("7K2M") == ""


@given(st.text(max_size=500))
def test_anything_can_be_read(text: str) -> None:
    words = read(text)
    assert all(isinstance(word, str) for word in (*words.plain, *words.named.values()))
