"""Replies to yes/no questions that the end or the shape settles, what somebody else has or does, and who asks to be kept."""

import pytest

from screening.understanding import opts_out
from screening.understanding.openings import asks_which
from screening.understanding.optout import stays
from screening.understanding.others_told import own_say
from screening.understanding.reading import Context, Intent
from screening.understanding.regained import regained
from screening.understanding.settled import in_earnest, only_jokes, settled
from screening.understanding.topics import leaning
from tests.screening.understanding.readings import NOW, asked, hear

SUNDAYS, LICENSE, DONE, COLD, INTEREST = (
    "can you work sundays?",
    "do you have a valid driver's license?",
    "have you ever driven a reach truck?",
    "are you ok working in the cold?",
    "are you still interested in this job?",
)


@pytest.mark.parametrize(
    ("text", "question", "value", "hedge"),
    [
        ("did it every week before the baby came. not anymore", SUNDAYS, "no", ""),
        ("loved that route but those days are behind me", SUNDAYS, "no", ""),
        ("had one, lost it in court", LICENSE, "no", ""),
        ("sundays? my whole family eats together lol. hard pass", SUNDAYS, "no", ""),
        ("mi prima si, yo no", LICENSE, "no", ""),
        ("no thats totally fine", COLD, "yes", ""),
        ("i might or might not, ask me friday", SUNDAYS, "", "unsure"),
        ("it's a coin toss honestly", SUNDAYS, "", "unsure"),
        ("let me bring my heater and u got a deal", COLD, "", "cond"),
        ("give me two weeks and yes", LICENSE, "", "cond"),
        ("never turned down a shift in my life", SUNDAYS, "yes", ""),
        ("began as a busser and never looked back", "have you worked in kitchens?", "yes", ""),
        ("apenas 2 anos", "tiene experiencia en cocina?", "yes", ""),
        ("oh great, more mornings lol", SUNDAYS, "", ""),
        ("the only thing in my blood is hot sauce", "can you pass a drug test?", "", ""),
        ("yes, riding mowers. reach never", DONE, "no", ""),
        ("yeah on a boat lol. motors no", LICENSE, "", ""),
        ("love to but im in ohio til monday", "can you come in tomorrow at 9?", "no", ""),
        ("grew up there, live in mesa now", "do you live in phoenix?", "no", ""),
        ("never met a truck i couldnt drive", DONE.replace("ever ", ""), "yes", ""),
        ("no badge but i drove a counterbalance 3 yrs", "do you have forklift experience?", "yes", ""),
    ],
)
def test_the_end_or_the_shape_of_a_reply_settles_it(text: str, question: str, value: str, hedge: str) -> None:
    found = settled(text, question)
    assert found is not None
    assert (found.value, found.hedge) == (value, hedge)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("drove one for years but not anymore", DONE),
        ("had one since i was 16", LICENSE),
        ("i used to hate it, now its fine", COLD),
        ("no thats ok", "would you like to hear about other jobs?"),
        ("give me a call about it", SUNDAYS),
        ("never left my home state", "are you willing to relocate?"),
        ("love to but im in", "can you come in tomorrow at 9?"),
        ("only thing is i dont drive", LICENSE),
        ("had one in october", "do you have a current tb test?"),
        ("my bar days are over", SUNDAYS),
        ("used to be, not anymore", "would it be a problem to work nights?"),
        ("used to hate them til i had bills", SUNDAYS),
        ("let me know when and ill be there", SUNDAYS),
        ("i can, cannot wait", SUNDAYS),
        ("my boss has let me off those days", SUNDAYS),
        ("never been fired", "were you fired from your last job?"),
        ("no but i worked out front", "have you worked in a kitchen before?"),
        ("yes, but im in class til noon", "can you come in tomorrow at 4?"),
        ("born there and live there now", "do you live in phoenix?"),
        ("only 2 years", "do you have at least 3 years of experience?"),
    ],
)
def test_what_only_looks_settled_is_left_to_the_others(text: str, question: str) -> None:
    assert settled(text, question) is None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("my cousin has one, he drives for a living", ""),
        ("mi hermano maneja, yo tengo permiso nomas", "yo tengo permiso nomas"),
        ("my wife has a truck but i take the bus", "but i take the bus"),
    ],
)
def test_what_somebody_else_has_or_does_says_nothing_of_oneself(text: str, left: str) -> None:
    assert own_say(text, LICENSE).strip(" ,.") == left


@pytest.mark.parametrize(
    "text",
    [
        "my aunt was ill, i took care of her",
        "she aint pretty but she runs",
        "my dad drives me every day",
        "me and my brother drive trucks",
        "with my wife i can",
        "i learned from my uncle",
    ],
)
def test_what_is_told_of_both_stays(text: str) -> None:
    assert own_say(text, "do you have a way to get to work?") == text


def test_somebody_else_s_licence_is_no_yes() -> None:
    heard = hear("my sister does, she drives everywhere", asked("yesno", "Do you have a driver's license?"))
    assert heard.reading is None or heard.reading.value == "no"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("yeah right lol", "Can you start at 4 am?"),
        ("keep dreaming", "Can you start at 4 am?"),
        ("nice but no thanks", "Can you start at 4 am?"),
        ("ni de chiste", "¿Puede trabajar de noche?"),
    ],
)
def test_a_yes_that_mocks_is_a_no(text: str, question: str) -> None:
    heard = hear(text, asked("yesno", question))
    assert heard.reading is not None
    assert heard.reading.value == "no"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("nobody holding me back", "Would you relocate?"),
        ("cant afford to say no", "Are you willing to work doubles?"),
        ("never known anything else", "Have you worked in kitchens?"),
        ("dont open up without me", "Can you be there at 8?"),
        ("yeah right after lunch works", "Can you come in today?"),
        ("nomas avisenme la hora", "¿Puede empezar el lunes?"),
        ("uy no, pues toda la vida", "¿Tiene experiencia en cocina?"),
        ("when do we head out", "Are you willing to travel?"),
    ],
)
def test_words_of_no_that_mean_a_yes(text: str, question: str) -> None:
    heard = hear(text, asked("yesno", question))
    assert heard.intent is Intent.ANSWER
    assert heard.reading is not None
    assert heard.reading.value == "yes"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("they were gonna suspend it but i paid the fine", "yes"),
        ("left high school in 10th, went back later and graduated", "yes"),
        ("they were gonna suspend it but i couldnt pay so they did", None),
    ],
)
def test_a_loss_that_was_averted_or_made_good_is_none(text: str, value: str | None) -> None:
    found = regained(text, "do you have a diploma or a license?")
    assert (found.value if found else None) == value


@pytest.mark.parametrize("text", ["block me off for both", "leave it all to me", "that man stops at nothing"])
def test_stop_words_of_other_sense_ask_for_no_end(text: str) -> None:
    assert hear(text, asked("yesno", SUNDAYS)).intent not in (Intent.OPT_OUT, Intent.SUSPECTED_OPT_OUT)


@pytest.mark.parametrize(
    "text", ["left the warehouse because they wouldnt stop calling me at home", "me di de baja porque pagaban tarde"]
)
def test_why_a_job_was_left_asks_for_no_end(text: str) -> None:
    assert opts_out(text, Context(now=NOW)) is None


def test_a_cause_that_speaks_to_us_still_asks_for_an_end() -> None:
    assert opts_out("i quit because you keep texting me so stop texting me", Context(now=NOW)) is Intent.OPT_OUT


def test_what_they_have_not_done_is_no_no_of_one_s_own() -> None:
    heard = hear("they aint put the new schedule up", asked("yesno", "Can you come in tomorrow at 9?"))
    assert heard.rule != "yes_no.echo"


def test_what_a_reply_concludes_stands_whatever_was_told_before() -> None:
    heard = hear("quit the bar in june just so id be free for this", asked("yesno", INTEREST))
    assert heard.reading is not None
    assert heard.reading.value == "yes"


def test_a_car_of_the_household_that_is_taken_daily_is_a_way_to_work() -> None:
    heard = hear("my aunt has a jeep and she is retired so i drive it every day", asked("yesno", "Do you have a car?"))
    assert heard.reading is None or heard.reading.value == "yes"


def test_wrong_and_a_name_is_a_wrong_number_and_wrong_and_a_thing_is_not() -> None:
    assert hear("wrong mikey lol", asked("yesno", SUNDAYS)).intent is Intent.WRONG_NUMBER
    assert hear("wrong shift lol", asked("yesno", SUNDAYS)).intent is not Intent.WRONG_NUMBER


def test_of_drugs_told_of_somebody_else_the_contrast_is_a_yes() -> None:
    heard = hear("my cousin smokes, not me", asked("yesno", "Can you pass a drug test?"))
    assert heard.reading is None or heard.reading.value == "yes"


def test_a_joke_taken_back_says_nothing_and_what_follows_it_speaks() -> None:
    assert in_earnest("nope jk i have one").strip() == "i have one"
    assert only_jokes("yes lol jk")
    assert hear("yeah i can lol jk", asked("yesno", SUNDAYS)).reading is None


def test_a_tie_given_up_stands_in_nobody_s_way() -> None:
    assert leaning("i quit coaching in may", SUNDAYS) is None
    heard = hear("stopped my night class so my whole week freed up", asked("yesno", SUNDAYS))
    assert heard.reading is not None
    assert heard.reading.value == "yes"


def test_no_more_limits_after_an_answer_is_no_no() -> None:
    heard = hear("doctor let me off the hook, no more limits", asked("yesno", "Can you lift 50 pounds?"))
    assert heard.rule != "yes_no.late"


@pytest.mark.parametrize(
    "text", ["please dont drop me from the list", "dont cancel my interview", "keep my name on it"]
)
def test_who_asks_to_be_kept_asks_for_no_end(text: str) -> None:
    assert stays(text)
    assert hear(text, asked("yesno", INTEREST)).intent not in (Intent.OPT_OUT, Intent.SUSPECTED_OPT_OUT)


def test_who_asks_to_be_kept_and_left_in_peace_opts_out() -> None:
    assert not stays("dont take me off the list, just stop texting me")
    assert hear("keep me on the do not call list", None).intent is not Intent.ANSWER


def test_a_job_found_elsewhere_is_no_answer_to_whether_one_is_interested() -> None:
    assert hear("job search is over, ups hired me", asked("yesno", INTEREST)).intent is Intent.ALREADY_HIRED


def test_a_number_that_is_somebody_else_s_is_no_answer() -> None:
    heard = hear("marie isnt at this number anymore", asked("yesno", INTEREST))
    assert heard.intent is Intent.WRONG_NUMBER


def test_which_of_two_is_meant_is_asked() -> None:
    assert asks_which("the electric one or the gas one?")
    assert not asks_which("yes or no?")
    assert hear("the big rigs or just box trucks?", asked("yesno", DONE)).intent is Intent.QUESTION
