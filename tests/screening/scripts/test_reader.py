"""Reading scripts: what is read, what is refused, and where."""

from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.errors import Problem, ScriptInvalid
from screening.scripts.reader import LARGEST, problems_of, read_script
from screening.scripts.script import AskIf, Bands, Kind, Modality, Option, PointsRow, RubricLine
from tests.screening.scripts.made import HEAD, LICENCE, STORY, YEARS, asking, script, top


def refusals(text: str) -> tuple[Problem, ...]:
    with pytest.raises(ScriptInvalid) as caught:
        read_script(text)
    return caught.value.problems


def refused(text: str, words: str) -> bool:
    return any(words in problem.message for problem in refusals(text))


def test_what_is_left_out_has_a_default() -> None:
    read = read_script(script())
    assert (read.name, read.title, read.language, read.country) == ("dock", "Dock hand", "en", "US")
    assert read.steps == (Modality.SMS,)
    assert read.remind_after == (86_400, 172_800, 345_600)
    assert read.expire_after == 604_800
    assert read.bands == Bands(advance=70, review=40)
    assert "{{ first_name }}" in read.intro["en"]
    assert read.closing["en"].startswith("Thanks")


def test_every_key_of_every_kind_is_read() -> None:
    more = """
[[question]]
key = "shift"
kind = "choice"
ask = { en = "Which shift?", es = "¿Qué turno?" }
options = [{ value = "day" }, { value = "night", also = ["3rd"], points = 5 }]
several = true
[[question]]
key = "pay"
kind = "pay"
ask = "What pay?"
period = "year"
currency = "GBP"
points = [{ at_most = 24, points = 5 }, { at_least = 30, points = 1.5 }]
[[question]]
key = "start"
kind = "date"
ask = "When?"
criterion = "Availability"
weight = 0
points = [{ within_days = 14, points = 5 }]
"""
    licence, years, shift, pay, start, story = read_script(script(LICENCE, YEARS, more, STORY)).questions
    assert (licence.kind, licence.knockout, licence.weight, licence.criterion) == (Kind.YES_NO, ("no",), 3, "licence")
    assert (years.unit, years.range, years.points[0]) == ("years", (0, 50), PointsRow(points=5, at_least=5))
    assert shift.options == (Option(value="day"), Option(value="night", also=("3rd",), points=5))
    assert shift.several
    assert shift.words("es") == "¿Qué turno?"
    assert (pay.period, pay.currency, pay.points[1]) == ("year", "GBP", PointsRow(points=1.5, at_least=30))
    assert (start.criterion, start.weight, start.points) == ("Availability", 0, (PointsRow(points=5, within_days=14),))
    assert story.rubric == (RubricLine(name="made it safe", evidence=("cones", "mopped")),)


def test_pay_is_by_the_hour_in_the_money_of_the_country() -> None:
    for country, currency in (("US", "USD"), ("GB", "GBP"), ("CA", "CAD")):
        question = read_script(script(asking("What pay?", "pay"), head=top(f'country = "{country}"'))).questions[0]
        assert (question.period, question.currency) == ("hour", currency)


def test_examples_and_points_of_yes_and_no_are_read() -> None:
    more = 'yes_examples = ["sure"]\nno_examples = "not yet"\npoints = { yes = 5, no = 3 }'
    question = read_script(script(asking("Do you drive?", more=more))).questions[0]
    assert (question.yes_examples, question.no_examples) == (("sure",), ("not yet",))
    assert question.yes_no_points == {"yes": 5, "no": 3}


@pytest.mark.parametrize(
    ("condition", "read"),
    [
        ('is = "yes"', AskIf(question="licence", is_="yes")),
        ('in = ["yes", "no"]', AskIf(question="licence", in_=("yes", "no"))),
    ],
)
def test_a_branch_names_an_answer_or_several(condition: str, read: AskIf) -> None:
    text = script(LICENCE, YEARS + f'ask_if = {{ question = "licence", {condition} }}\n')
    assert read_script(text).questions[1].ask_if == read


def test_durations_are_sums() -> None:
    read = read_script(script(head=top('remind_after = ["90m", "1h45m", "1d2h3m4s"]\nexpire_after = "14d"')))
    assert read.remind_after == (5_400, 6_300, 93_784)
    assert read.expire_after == 14 * 86_400


def test_a_question_knows_its_line() -> None:
    text = script(LICENCE, YEARS)
    line = read_script(text).questions[1].line
    assert text.split("\n")[line - 1] == "[[question]]"
    assert text.split("\n")[line] == 'key = "years"'


def test_the_hash_is_that_of_the_text_whatever_its_line_ends_and_its_composing() -> None:
    text = script(asking("Do you have a café card?"))
    one = read_script(text)
    assert one.hash == sha256(text.encode()).hexdigest()
    for twin in (text.replace("\n", "\r\n"), text.replace("\n", "\r"), "\ufeff" + text, text.replace("é", "e\u0301")):
        assert read_script(twin) == one
    assert read_script(one.source) == one
    assert read_script(text + "\n").hash != one.hash


def test_every_problem_is_told_from_the_top_down() -> None:
    text = script(LICENCE.replace("weight", "wieght"), YEARS.replace("number", "numbr"), head=top('country = "FR"'))
    problems = refusals(text)
    assert [problem.line for problem in problems] == sorted(problem.line for problem in problems)
    assert [problem.message.split(" is ")[0] for problem in problems] == [
        "country 'FR'",
        "key 'wieght'",
        "kind 'numbr'",
    ]


def test_a_question_that_cannot_be_read_is_still_known_to_branches() -> None:
    problems = refusals(script(YEARS.replace("number", "numbr"), LICENCE + 'ask_if = { question = "years", is = 2 }\n'))
    assert len(problems) == 1


def test_lint_speaks_even_where_reading_fails() -> None:
    problems = problems_of(script(LICENCE.replace("weight", "wieght"), asking("How old are you?", "number")))
    assert len(problems) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (script(head=HEAD.replace('"Dock hand"', "5")), "'title' must be text, not a number"),
        (script(head=HEAD.replace('"Dock hand"', "2026-01-01")), "not a date or time"),
        (script(head=HEAD.replace("Dock hand", " ")), "'title' is empty"),
        (script(head=top('intro = "a\\u0007b"')), "holds control characters"),
        (script(head=HEAD.replace("format = 1", "format = true")), "must be a whole number"),
        (script(head=HEAD.replace("format = 1", "format = 0")), "must be a whole number"),
        (script(head=HEAD.replace("format = 1", 'format = "1"')), "must be a whole number"),
        (script(head=HEAD.replace("format = 1", f"format = {'9' * 4000}")), "is newer than this Greenroom"),
        (script(head=top(f"x = {'9' * 5000}")), "not TOML"),
        (script(head=top('steps = "sms"')), "'steps' must be a list, not text"),
        (script(head=top("steps = []")), "'steps' is empty"),
        (script(head=top('steps = ["sms", "sms"]')), "step 'sms' is given twice"),
        (script(head=top("steps = [1]")), "an item of 'steps' must be text"),
        (script(head=top('remind_after = ["1h", "2h", "3h", "4h", "5h", "6h"]')), "there are 6 reminders"),
        (script(head=top('remind_after = ["59s"]')), "between 1 minute and 60 days"),
        (script(head=top('remind_after = [""]')), "must be a duration"),
        (script(head=top("expire_after = 5")), "must be a duration"),
        (script(head=top('expire_after = "90d"')), "between 1 minute and 60 days"),
        (script(head=top("bands = 5")), "'bands' must hold a table, not a number"),
        (script(head=top("[bands]\nadvance = 70.5")), "'advance' must be a whole number"),
        (script(head=top("[bands]\nadvance = 101")), "must be between 0 and 100"),
        (script(head=top("[bands]\nbest = 5")), "key 'best' is not known"),
        (script(head=top("question = 5"), *("# none",)), "'question' must be a list"),
        (script(head=top("question = [5]"), *("# none",)), "'question' must hold a table"),
        (script(head=top('intro = { es = "Hola" }')), "no words in the script's own language 'en'"),
        (script(head=top('intro = { en = "Hi", fr = "Salut" }')), "key 'fr' is not known; known are en, es"),
        (script(head=top('intro = "Hi {% if x %}"')), "braces that are no placeholder"),
        (script(head=top('intro = "Hi {{ first_name"')), "braces that are no placeholder"),
        (script(head=top('[[faq]]\nanswer = "x"')), "a faq needs 'ask'"),
        (script(head=top('[[faq]]\nask = "pay"')), "'answer' is missing"),
        (script(head=top('[[faq]]\nask = [""]\nanswer = "x"')), "an item of 'ask' is empty"),
        (script(head=top('[[faq]]\nask = ""\nanswer = "x"')), "'ask' is empty"),
        (script(head=top(f"[[faq]]\nask = {['x'] * 101}\nanswer = 'x'")), "'ask' has 101 items"),
        (script(LICENCE.replace('"licence"', '"li cence"')), "may hold only letters"),
        (script(LICENCE + "range = 5\n"), "does not belong to"),
        (script(YEARS.replace("[0, 50]", '"0-50"')), "'range' must be a list"),
        (script(YEARS.replace("[0, 50]", "[0, true]")), "must be two numbers"),
        (script(YEARS.replace("[0, 50]", "[0, inf]")), "must be two numbers"),
        (script(YEARS.replace("[0, 50]", "[]")), "must be two numbers"),
        (script(YEARS.replace("points = 1 }", "pts = 1 }")), "a row of 'points' needs points"),
        (script(YEARS.replace("at_least = 5", "at_least = 5, at_most = 4")), "no answer is at least 5 and at most 4"),
        (script(YEARS.replace("at_least = 5", "within_days = 5")), "key 'within_days' is not known"),
        (script(asking("When?", "date", "points = [{ within_days = -1, points = 5 }]")), "must be between 0 and"),
        (script(asking("What pay?", "pay", 'period = "fortnight"')), "period 'fortnight' is not known"),
        (script(asking("What pay?", "pay", 'currency = "US"')), "did you mean 'USD'?"),
        (script(asking("Which?", "choice", 'options = [{ value = "a" }]')), "two options or more"),
        (script(asking("Which?", "choice", "options = []")), "two options or more"),
        (script(asking("Which?", "choice", "options = [1, 2]")), "must hold a table"),
        (script(asking("Which?", "choice", 'options = [{ value = "a" }, { value = "A" }]')), "stands for two options"),
        (script(asking("Which?", "choice", 'several = "yes"')), "'several' must be true or false, not text"),
        (script(asking("Do you?", more="points = { yes = 5 }")), "says nothing about 'no'"),
        (script(asking("Do you?", more="points = { yes = 5, no = 1, maybe = 2 }")), "key 'maybe' is not known"),
        (script(asking("Do you?", more="points = [{ points = 1 }]")), "'points' must hold a table, not a list"),
        (script(STORY.replace('evidence = ["cones", "mopped"]', "")), "needs 'evidence'"),
        (script(STORY.replace('["cones", "mopped"]', "[7]")), "an item of 'evidence' must be text"),
        (script(STORY.replace('name = "made it safe"', "")), "'name' is missing"),
        (script(STORY + "points = 0\n"), "must be between 0.1 and 100"),
        (script(*[LICENCE.replace("licence", f"l{n}", 1) for n in range(51)]), "there are 51 questions; 50 are allowed"),
        (HEAD + "x = " + "[" * 5_000 + "]" * 5_000, "nested too deeply"),
        ("x" * (LARGEST + 1), f"at most {LARGEST}"),
        ("\udc80", "not UTF-8"),
        (HEAD + 'x = "', "not TOML"),
        (HEAD + "name.x = 1", "key 'name.x' is given twice"),
        ("= 5", "not TOML"),
    ],
)  # fmt: skip
def test_it_is_refused_with_a_sentence(text: str, words: str) -> None:
    assert refused(text, words), refusals(text)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ('question = "years"', "needs one of is, in, at_least, at_most"),
        ('question = "years", is = 2, at_least = 1', "can not have is and at_least together"),
        ('question = "years", at_least = 5, at_most = 1', "no answer is at least 5 and at most 1"),
        ('question = "years", is = true', "must be \"yes\" or \"no\" in quotes, not true"),
        ('question = "years", is = 2026-01-01', "must be text or a number"),
        ('question = "years", is = "two"', "'two' is not a number"),
        ('question = "years", in = []', "'in' is empty"),
        ('question = "years", at_least = "2"', "must be a number"),
        ('question = "years", over = 2', "key 'over' is not known"),
        ("at_least = 2", "'question' is missing"),
        ('question = "q", at_least = 2', "speaks of the question itself"),
        ('question = "licence", at_least = 2', "do not fit 'licence', a yes_no question"),
        ('question = "story", is = "x"', "do not fit 'story', a text question"),
    ],
)  # fmt: skip
def test_a_branch_that_cannot_be_is_refused(condition: str, words: str) -> None:
    text = script(LICENCE, YEARS, STORY, asking("Do you drive?", more=f"ask_if = {{ {condition} }}"))
    assert refused(text, words), refusals(text)


def test_a_branch_of_the_first_question_has_nothing_to_speak_of() -> None:
    assert refused(script(LICENCE + 'ask_if = { question = "x", is = "yes" }\n'), "'x' is not known")


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_the_reader(text: str) -> None:
    for whole in (text, HEAD + text, script(LICENCE + text), script(asking(text))):
        assert all(isinstance(problem, Problem) for problem in problems_of(whole))


@given(
    st.sampled_from(["ask", "weight", "knockout", "points", "range", "options", "ask_if", "rubric", "kind", "key"]),
    st.sampled_from(["yes_no", "number", "pay", "date", "choice", "location", "text"]),
    st.sampled_from(["5", "-1", "nan", '""', '"x"', "[]", "[1]", '["a", "b"]', "{}", "[{}]", "{ a = 1 }", "[[]]", "true", "1979-05-27"]),
)  # fmt: skip
@settings(max_examples=300, deadline=None)
def test_no_value_breaks_a_question(key: str, kind: str, value: str) -> None:
    base = {"key": '"q"', "kind": f'"{kind}"', "ask": '"Do you drive?"', key: value}
    text = HEAD + "[[question]]\n" + "".join(f"{k} = {v}\n" for k, v in base.items())
    assert all(problem.message for problem in problems_of(text))
