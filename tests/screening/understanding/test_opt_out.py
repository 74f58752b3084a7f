"""The wish to be left alone: keywords, other words, suspicion, and everything that only sounds like it."""

from collections import Counter
from pathlib import Path

import pytest

from screening.scripts.script import Question
from screening.understanding import opts_out
from screening.understanding.keywords import STOP
from screening.understanding.reading import Context, Intent
from tests.corpus.reading import once, rows
from tests.screening.understanding.readings import NOW, asked, hear

CONTEXT = Context(now=NOW)
WISHES = (Intent.OPT_OUT, Intent.SUSPECTED_OPT_OUT)
QUESTION = asked("yes_no", "Do you have reliable transportation?")


@pytest.mark.parametrize("word", sorted(STOP))
@pytest.mark.parametrize("form", ["{}", " {}!! ", "Please {}", '"{}."'])
def test_a_keyword_is_an_opt_out_in_any_dress(word: str, form: str) -> None:
    assert opts_out(form.format(word.upper()), CONTEXT) is Intent.OPT_OUT


def _hits(label: str, *, keywords: bool) -> Counter[bool]:
    found = [r for r in once(list(rows("optout_en", "optout_es"))) if r.label == label]
    return Counter(hear(r.text, QUESTION).intent in WISHES for r in found if (r.family == "keyword") == keywords)


def test_every_keyword_of_the_corpus_is_heard() -> None:
    assert _hits("opt_out", keywords=True)[False] == 0


def test_paraphrases_of_the_corpus_are_heard() -> None:
    heard = _hits("opt_out", keywords=False)
    assert heard[True] / heard.total() >= 0.98


def test_false_friends_and_everyday_texts_of_the_corpus_hardly_ever_stop_us() -> None:
    friends = [r for r in once(list(rows("optout_en", "optout_es", "everyday"))) if r.label in ("not", "answer")]
    alarms = [r.text for r in friends if hear(r.text, QUESTION).intent in WISHES]
    assert len(alarms) / len(friends) <= 0.01, alarms


@pytest.mark.parametrize(
    "text", ['Liked "Reply STOP to opt out"', 'Le gustó "Responda STOP para salir"', '👍 to "Reply STOP to opt out"']
)
def test_a_reaction_that_quotes_our_words_is_no_opt_out(text: str) -> None:
    assert opts_out(text, CONTEXT) is None
    assert hear(text, asked("number", "How many years?")).intent is Intent.NO_ANSWER


@pytest.mark.parametrize(
    "text", ["I'm driving right now, I'll reply later", "Automatic reply: out of office until Monday"]
)
def test_what_a_telephone_writes_by_itself_is_no_answer(text: str) -> None:
    assert hear(text, QUESTION).intent is Intent.NO_ANSWER


def test_a_wish_at_the_end_of_a_long_text_is_heard() -> None:
    assert opts_out("I had a long day at the yard. " * 200 + "Stop texting me.", CONTEXT) is Intent.OPT_OUT


@pytest.mark.parametrize(
    "story",
    [
        "rack was leaning so i stopped n blocked the aisle n told my lead",
        "i stopped the line and told the supervisor, then we cleared it",
        "saw a guy without a harness so i quit what i was doing and reported him",
        "we cancelled the delivery and removed the broken pallets",
        "a forklift was leaking, i blocked it off, ended my run and left it for maintenance",
        "I removed the guard tag, stopped the press and called the lead",
        "The customer wanted to cancel and leave so I removed the charge",
        "i told him to stop and he left, then i blocked the door",
        "stopped what i was doing and blocked the area with cones",
        "paré la máquina, bloqueé el pasillo y avisé al supervisor",
        "había aceite en el piso, paré y quité las cajas",
        "dejé de trabajar y reporté el problema a mi jefe",
        "cancelé el pedido y borré la orden del sistema",
        "I unsubscribed a customer who was angry about emails and apologized",
        "my coworker wouldnt stop texting at the register so i told the manager",
        "a customer said stop calling me so i noted it in the system",
    ],
)
def test_a_story_in_which_something_is_stopped_or_removed_is_an_answer(story: str) -> None:
    assert opts_out(story, CONTEXT) is None
    assert hear(story, asked("text", "Tell me about a near miss and what you did.")).intent is Intent.ANSWER


def _lines(section: str) -> list[str]:
    text = (Path(__file__).with_name("wishes.txt")).read_text("utf-8")
    return text.split(f"[{section}]\n")[1].split("\n[")[0].split("\n")


@pytest.mark.parametrize("question", [QUESTION, None])
def test_everyday_wishes_are_heard_and_their_near_misses_are_not(question: Question | None) -> None:
    """The model has a part in it, so that a few may turn with a new training."""
    missed = [text for text in _lines("wishes") if hear(text, question).intent not in WISHES]
    alarms = [text for text in _lines("near_misses") if text and hear(text, question).intent in WISHES]
    assert len(missed) <= 4, missed
    assert len(alarms) <= 2, alarms


@pytest.mark.parametrize(
    "text", ["leave_me_alone", "Do. Not. Text.", "please. stop. writing.", "stawp", "qit textin me", "sakenme de ahi"]
)
def test_a_wish_spelt_out_or_slipped_is_heard(text: str) -> None:
    assert opts_out(text, CONTEXT) is Intent.OPT_OUT


@pytest.mark.parametrize(
    "text",
    [
        "ill see yall in court over this",
        "my attorney will be in touch with you people",
        "where is my last check, you owe me for 3 weeks",
        "ya hable con mi abogado y los va a llamar a ustedes",
    ],
)
def test_what_is_held_against_us_is_seen_by_a_person(text: str) -> None:
    assert hear(text, QUESTION).intent in WISHES


@pytest.mark.parametrize("text", ["where did yall get this number from", "where'd u get my number from"])
def test_asking_where_we_have_the_number_from_is_no_wish_to_stop(text: str) -> None:
    assert hear(text, QUESTION).intent is Intent.QUESTION


@pytest.mark.parametrize("text", ["I don't get it", "hello i dont get it", "i dont get the question"])
def test_not_understanding_us_is_no_wish_to_stop(text: str) -> None:
    assert opts_out(text, CONTEXT) is None
    assert hear(text, QUESTION).reading is None
