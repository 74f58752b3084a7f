"""The learned model: what it may decide, and the file it comes in."""

from screening.understanding.learned import NONE
from screening.understanding.model import decoded, shipped
from screening.understanding.reading import Context, Intent
from screening.understanding.understand import understand
from tests.corpus.training import Example, TaskData, fitted, made_of, packed, weights
from tests.screening.understanding.readings import NOW, asked

WORDS = {"stop": ("leave me be", "go away now"), "go": ("i like it here", "see you monday")}


def small() -> TaskData:
    found = [
        Example(label=label, family=label, pieces=tuple(text.split()))
        for label, texts in WORDS.items()
        for text in texts
    ]
    return TaskData(name="wish", labels=("stop", "go"), examples=tuple(found))


def test_a_model_learns_what_its_examples_show() -> None:
    shares = fitted([small()]).probabilities("wish", ["please", "leave", "me"])
    assert shares["stop"] > shares["go"]
    assert abs(sum(shares.values()) - 1) < 1e-9


def test_the_same_examples_give_the_same_file() -> None:
    first, second = (packed([(small(), weights(small(), small().examples))]) for _ in range(2))
    assert first == second
    assert decoded(first).tasks["wish"].labels == ("stop", "go")


def test_the_shipped_model_knows_its_three_tasks_and_is_small() -> None:
    model = shipped()
    assert model is not None
    assert set(model.tasks) == {"yes_no", "opt_out", "intent"}


def test_the_shipped_model_was_made_of_the_corpus_as_it_stands() -> None:
    model = shipped()
    assert model is not None
    assert model.made_of == made_of(), "`make model` is due: the corpus or its pieces have changed since"


def test_without_a_model_the_rules_alone_answer() -> None:
    question = asked("yes_no", "Do you have reliable transportation?")
    assert understand("yes i do", question, Context(now=NOW, model=NONE)).intent is Intent.ANSWER
    assert understand("xq zv", question, Context(now=NOW, model=NONE)).intent is Intent.UNCLEAR
