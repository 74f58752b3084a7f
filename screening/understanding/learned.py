"""What the learned model makes of a text's intent: a second voice beside the rules, bounded by shares it must reach."""

from functools import lru_cache

from screening.understanding.features import pieces
from screening.understanding.model import Model, shipped
from screening.understanding.optout import evidence
from screening.understanding.reading import Context, Intent

STOPS, SUSPECTS, DENIES = 0.93, 0.75, 0.93  # shares to hear a wish to stop, to suspect one, to deny what a phrase says
TAKES, OVERRULES = 0.55, 0.8  # shares to take an intent where nothing was read, and against a doubtful reading

_INTENTS = {
    "opt_out": Intent.SUSPECTED_OPT_OUT,
    "help": Intent.HELP,
    "who": Intent.WHO,
    "wrong_number": Intent.WRONG_NUMBER,
    "not_interested": Intent.NOT_INTERESTED,
    "already_hired": Intent.ALREADY_HIRED,
    "defer": Intent.DEFER,
    "human": Intent.HUMAN,
    "accommodation": Intent.ACCOMMODATION,
    "hostile": Intent.HOSTILE,
    "question": Intent.QUESTION,
    "no_answer": Intent.NO_ANSWER,
}


@lru_cache(maxsize=64)
def _shares(model: Model, task: str, plain: str) -> dict[str, float]:
    beside = evidence(plain) if task == "opt_out" else ()
    return model.probabilities(task, pieces(plain), beside)


def shares(task: str, plain: str, context: Context) -> dict[str, float]:
    """The model's shares for `opt_out` or `intent`; empty where there is no model."""
    model = context.model or shipped()
    return _shares(model, task, plain) if model else {}


def stop_shares(plain: str, context: Context) -> tuple[float, float]:
    """How likely the text asks us to stop, and how likely a person should look at it."""
    found = shares("opt_out", plain, context)
    return found.get("opt_out", 0.0), found.get("opt_out", 0.0) + found.get("suspected", 0.0)


def harmless(plain: str, context: Context) -> bool:
    """Whether the model denies what a stop phrase seems to say."""
    return shares("opt_out", plain, context).get("not", 0.0) >= DENIES


def meant(plain: str, context: Context, bound: float) -> Intent | None:
    """The intent other than answering that the model is sure of, to at least `bound`."""
    found = shares("intent", plain, context)
    label = max(found, key=lambda name: found[name], default="")
    return _INTENTS.get(label) if label and found[label] >= bound else None


def answers(plain: str, context: Context) -> bool:
    """Whether the model is sure that the text answers a question."""
    return shares("intent", plain, context).get("answer", 0.0) >= OVERRULES
