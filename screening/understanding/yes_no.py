"""Reads yes or no: plain words, the script's examples, topics, echoes of the question; hedges and conditions kept apart."""

import re
from dataclasses import replace
from functools import cache, lru_cache

from rapidfuzz import fuzz

from screening.scripts.script import Question
from screening.understanding.features import pieces
from screening.understanding.frames import Frame, frame_of
from screening.understanding.idioms import RULE as IDIOM
from screening.understanding.idioms import idiom
from screening.understanding.measures import compared
from screening.understanding.model import Model, shipped
from screening.understanding.openings import NOD, at_a_loss, doubtful, nods, opened
from screening.understanding.polarity import POLITE_IF, SHORT, Polarity, hedge_of, turned_back, weighed
from screening.understanding.reading import Context, Reading
from screening.understanding.tables import any_of
from screening.understanding.topics import Leaning, about, leaning
from screening.understanding.transport import by_way
from screening.understanding.words import Said, clauses, flat

_OPEN = "yes_no.open"  # a bare yes to "Would you mind ...?": it may mean either
_INVERSE = frozenset({"restrictions", "record", "sponsor"})  # topics in which a clean slate is a no
_PLAIN = frozenset(
    {"yes_no.word", "yes_no.corrected", "yes_no.example", "yes_no.emoji"}
)  # rules that need no second view
_DENIED = 0.15  # share of a plain word below which a longer text is asked again
_STRICT = re.compile(
    r"^\W*if\b|\b(?:last day|unless|only if|as long as|so long as|provided|depend(?:s|ing)|depende|siempre y cuando|con tal (?:de )?que)\b"
)  # a condition, whatever the model makes of the rest
_CONCLUDES = re.compile(
    r"\b(?:so|asi que|por eso) (?:i (?:guess|would say|suppose) |id say |thats |its |that is |im |for me |then |pues |the answer is |technically )*(?:a |an )?(?P<hit>hard no|no|nope|nah|yes|yeah|yep|yup|si)(?![a-z])(?! (?:problem|issue|worr|trouble|one|big|need|restrict|limit|complain|reason|conflict|sponsor|visa|doubt)\w*)(?! (?:\w+ ){1,2}(?:need\w*|requir\w*|necessary))"
)
_NOTHING = re.compile(
    r"^\W*(?:(?:no|nope|nah|well|honestly|lol|um+|sir|maam|at all)\W+)*(?:none|nothing|nada|nadie|ninguna?|zero|zip|not (?:a (?:one|thing|single)|one|any|at all|in the (?:least|slightest)|really|with me|for me|that i)|(?:i )?(?:wouldnt|dont|didnt)\W*$|(?:i )?(?:dont|do not) have (?:any|a|one)|(?:i )?(?:cant|couldnt) think of|(?:i )?(?:dont|cant) see (?:any|one|a|why)|no (?:\w+ )?(?:problem|issue|reason|trouble|objection|inconvenience|restriction|limitation|conflict|big deal)\w*)(?![a-z])"
)  # where agreeing is a no: nothing stands against it
_WITHHELD = re.compile(
    r"\b(?:rather not|prefer not|dont (?:want|care|wanna)|not (?:comfortable|going|gonna)|refuse|decline) (?:to )?(?:say\w*|answer\w*|tell\w*|disclos\w*|discuss\w*|shar\w*|get into)\b|\bnone of (?:your|ur|yall\w*) (?:\w+ )?(?:business|concern)\b|\bno comment\b"
)  # no answer: the person keeps it
_TAG_SAID = re.compile(
    r"^\W*(?:yes\W+|yeah\W+)?(?P<right>(?:no|nope|nah)\W+(?:im not|i am not|i dont|none|nobody|no one|not (?:at all|anymore|anyone)|only|just|nothing)\b|(?:thats |that is |youre |you are )?(?:right|correct|exactly|true)|es correcto|exacto|asi es)(?= *(?:[.,!;]|$|just|only|none|no\b|not|nobody|im not|i dont|i have))|^\W*(?:well,? |no,? |um,? )*(?:actually,?|yes|yeah) (?:i am|im|i do|i have|ive|i got|yes|my)\b(?! not)|^\W*(?:im|i am|i work|i have|ive got|i got)\b(?! not).*\btoo\W*$"
)  # to "So you are not ...?": agreed as stated, or set right
_NEGATIVE = re.compile(r"^\W*(?:\w+ )?(?:dont|arent|isnt|havent|cant|wont|didnt|no)\b")  # "Aren't you ...?": yes is yes
_TAIL = re.compile(r",\s*(?:do|are|is|have|can|did|will|were|would|does) (?:you|it|they|there)\W*$")
_FLIP = {"yes": "no", "no": "yes"}
_EMOJI_YES = frozenset("👍👌✅✔☑💯🙋🙆🤝🫡🙌😁👏💪🆗🤙🤞😀😃😄🥳")
_EMOJI_NO = frozenset("👎❌🚫🙅✖⛔😢😞☹🙁😔")
_EMOJI_UNSURE = frozenset("🤷🤔😬😐😶🙄❓🫤")


def read_yes_no(said: Said, question: Question, context: Context) -> Reading | None:
    """Yes or no, where the text leans; hedged ones stay below SURE."""
    polarity = lean(said, question, context)
    if not polarity.value:
        return None
    sure = min(polarity.sure, 0.6) if polarity.hedge else polarity.sure
    if polarity.rule != "yes_no.example" and nods(said.plain):
        sure = min(sure, NOD)
    rule = f"{polarity.rule}.{polarity.hedge}" if polarity.hedge else polarity.rule
    return Reading(value=polarity.value, quote=said.quote(polarity.start, polarity.end), confidence=sure, rule=rule)


def lean(said: Said, question: Question, context: Context) -> Polarity:
    """Where a text leans, hedges kept: the rules, and where they are not plain, the learned model beside them."""
    if _WITHHELD.search(said.plain):
        return Polarity(rule="yes_no.withheld")
    found = by_rules(said, question, context)
    model = context.model or shipped()
    if (
        model is None
        or "yes_no" not in model.tasks
        or found.rule in (IDIOM, "yes_no.way", _OPEN)
        or at_a_loss(said.plain)
    ):
        return found
    plainly = found.rule in _PLAIN and found.sure >= 0.85 and not found.hedge
    if plainly and len(said.plain) <= SHORT:
        return found
    if (
        not re.search(r"[a-z]{2}|\d", said.plain)
        or re.search(r"[{}<>\\]", said.plain)
        or (found.hedge == "cond" and _STRICT.search(said.plain))
    ):
        return found
    asked = flat(question.words(context.language))
    shares = _shares(model, said.plain, asked, found)
    if plainly:
        return Polarity(rule="yes_no.doubt") if shares[found.value] < _DENIED else found
    return weighed(found, shares, len(said.plain))


@lru_cache(maxsize=64)
def _shares(model: Model, plain: str, asked: str, found: Polarity) -> dict[str, float]:
    return model.probabilities("yes_no", pieces(plain, asked, about(asked)), _evidence(found, asked))


def by_rules(said: Said, question: Question, context: Context) -> Polarity:
    """Where a text leans by the rules alone, hedges kept."""
    plain = said.plain
    if not plain.strip():
        return Polarity()
    asked = flat(question.words(context.language))
    frame = frame_of(asked)
    decide = _decide if frame is Frame.PLAIN else _decide_turned
    return turned_back(plain) or _examples(plain, question) or decide(plain, asked) or Polarity()


def evidence(said: Said, question: Question, context: Context) -> list[str]:
    """What the rules make of a text, as pieces for the learned model."""
    return _evidence(by_rules(said, question, context), flat(question.words(context.language)))


def _evidence(found: Polarity, asked: str) -> list[str]:
    return [
        f"R {found.value} {found.hedge} {found.rule}",
        f"R {found.value} {found.hedge}",
        f"R {found.rule}",
        f"R {found.value} {frame_of(asked)}",
    ]


def _examples(plain: str, question: Question) -> Polarity | None:
    """The script's own examples of a yes and of a no."""
    scores = [
        (_best(plain, words), value) for value, words in (("no", question.no_examples), ("yes", question.yes_examples))
    ]
    (top, value), other = max(scores), min(scores)[0]
    score, start, end = top
    if score < 0.86 or score - other[0] < 0.05:
        return None
    if value == "yes" and re.search(r"\b(?:not|dont|no|isnt|never|aint|arent)\s+(?:\w+\s){0,2}$", plain[:start]):
        return None
    return Polarity(value=value, hedge=hedge_of(plain), sure=0.9, start=start, end=end, rule="yes_no.example")


def _best(plain: str, examples: tuple[str, ...]) -> tuple[float, int, int]:
    best = (0.0, 0, 0)
    for example in examples:
        words = flat(example)
        if not words:
            continue
        at = re.search(rf"(?<![a-z]){re.escape(words)}(?![a-z])", plain)
        if at:
            return (1.0, at.start(), at.end())
        near = fuzz.partial_ratio_alignment(words, plain) if 5 <= len(words) <= len(plain) + 2 else None
        if near and near.score / 100 > best[0]:
            best = (near.score / 100, near.dest_start, max(near.dest_end, near.dest_start + 1))
    return best


def _decide(plain: str, asked: str) -> Polarity | None:
    """The first of these that speaks: a set phrase, a plain yes or no, the topic, a softer word, an echo, a leaning."""
    if found := _emoji(plain) or idiom(plain, asked) or by_way(plain, asked) or doubtful(plain):
        return found
    hedge = hedge_of(plain)
    if found := opened(plain, hedge):
        return found
    if stated := _stated(plain, asked):
        return _hedged(stated, hedge, plain)
    hard = _hard(plain, asked)
    if hard:
        strict = hedge if hedge != "cond" or _match("cond_strict", plain[hard.end :]) else ""
        return _hedged(hard, strict, plain)
    topical = leaning(plain, asked)
    if topical and topical.value:
        return _of_topic(topical, hedge, plain, asked)
    soft = _soft(plain) or _likely_no(plain)
    if soft:
        return _hedged(soft, hedge or (topical.hedge if topical else ""), plain)
    if likely := _match("likely_yes", plain):
        return _polarity("yes", likely, 0.6, "yes_no.likely", hedge or "unsure")
    if topical and not hedge and not POLITE_IF.search(plain):
        hedge = topical.hedge
    return Polarity(hedge=hedge, rule="yes_no") if hedge else None


def _decide_turned(plain: str, asked: str) -> Polarity | None:
    """Where agreeing is a no ("Would you mind?"), or the question denies what it asks ("You don't ..., do you?")."""
    frame = frame_of(asked)
    if frame is Frame.TAG and not _NEGATIVE.match(asked) and (owned := _TAG_SAID.search(plain)):
        agreed = bool(owned["right"]) is not bool(_TAIL.search(asked))  # a tail ("do you?") asks for the thing denied
        return _polarity("yes" if agreed else "no", owned, 0.9, IDIOM)
    if frame is not Frame.TAG and "restrictions" in about(asked) and (found := _restriction(plain)):
        return found
    if frame is not Frame.TAG and (nothing := _NOTHING.search(plain)):
        return _polarity("no", nothing, 0.85, "yes_no.word", hedge_of(plain))
    yes, no = _head("yes_hard").match(plain), _head("no_hard").match(plain)
    head = yes or no
    rest = plain[head.end() :] if head else plain
    inner = _shifted(_decide(rest, asked), len(plain) - len(rest)) if re.search(r"[a-z]{2}", rest) else None
    if no and not (inner and inner.value == "no" and frame is not Frame.TAG):
        return _polarity("no", no, 0.85, "yes_no.word", hedge_of(rest))
    if inner and inner.value:
        return inner if frame is Frame.TAG else replace(inner, value=_FLIP[inner.value])
    if yes and frame is Frame.AGAINST:
        return _polarity("yes", yes, 0.8, "yes_no.word", hedge_of(rest))
    return Polarity(rule=_OPEN) if yes and inner is None else inner


def _stated(plain: str, asked: str) -> Polarity | None:
    """An amount beside the bound of the question, or what the reply itself concludes ("..., so no car")."""
    if amount := compared(plain, asked):
        return Polarity(
            value="yes" if amount.enough else "no", sure=0.85, start=amount.start, end=amount.end, rule="yes_no.measure"
        )
    if concluded := _CONCLUDES.search(plain):
        return _polarity("yes" if concluded["hit"][0] in "ys" else "no", concluded, 0.85, "yes_no.so")
    return None


def _restriction(plain: str) -> Polarity | None:
    found = leaning(plain, "any restrictions")
    if not found or not found.value:
        return None
    return Polarity(
        value=found.value, hedge=found.hedge, sure=0.8, start=found.start, end=found.end, rule="yes_no.topic"
    )


def _shifted(found: Polarity | None, by: int) -> Polarity | None:
    return replace(found, start=found.start + by, end=found.end + by) if found else None


def _of_topic(topical: Leaning, hedge: str, plain: str, asked: str) -> Polarity:
    likely_no = _likely_no(plain)
    if likely_no and likely_no.hedge and topical.value == "yes" and about(asked)[0] not in _INVERSE:
        return likely_no
    return Polarity(
        value=topical.value,
        hedge=topical.hedge or hedge,
        sure=0.82,
        start=topical.start,
        end=topical.end,
        rule="yes_no.topic",
    )


def _likely_no(plain: str) -> Polarity | None:
    match = _match("likely_no", plain)
    if not match:
        return None
    plainly = re.search(r"not really|no really|unlikely|doubt|probably not|prob not|dont think so", match.group())
    return _polarity("no", match, 0.6, "yes_no.likely", "" if plainly else "unsure")


def _hedged(direct: Polarity, hedge: str, plain: str) -> Polarity:
    if direct.hedge:
        return direct
    if direct.rule == "yes_no.word" and hedge == "unsure" and direct.value == "no":
        hedge = "" if not re.search(r"\b(?:maybe|idea|clue|sure)\b", plain) else hedge
        if re.match(r"^\W*no (?:idea|clue)\b", plain):
            return Polarity(hedge="unsure", rule="yes_no")
    return Polarity(
        value=direct.value, hedge=hedge, sure=direct.sure, start=direct.start, end=direct.end, rule=direct.rule
    )


def _emoji(plain: str) -> Polarity | None:
    if re.sub(r"[\W\d_]", "", plain):
        return None
    for signs, value in ((_EMOJI_NO, "no"), (_EMOJI_YES, "yes")):
        if set(plain) & signs and not set(plain) & _EMOJI_UNSURE:
            return Polarity(value=value, sure=0.85, start=0, end=len(plain), rule="yes_no.emoji")
    return None


@cache
def _head(section: str) -> "re.Pattern[str]":
    lead = any_of("yes_no", "lead")
    return re.compile(rf"^(?:\W|\b{lead}\b)*+(?P<hit>{any_of('yes_no', section)})(?![a-z])")


@cache
def _anywhere(section: str) -> "re.Pattern[str]":
    return re.compile(rf"\b{any_of('yes_no', section)}\b")


@cache
def _as_written(section: str) -> "re.Pattern[str]":
    return re.compile(any_of("yes_no", section))


def _match(section: str, plain: str) -> "re.Match[str] | None":
    return _anywhere(section).search(plain)


def _polarity(value: str, match: "re.Match[str]", sure: float, rule: str, hedge: str = "") -> Polarity:
    start, end = (match.start("hit"), match.end("hit")) if "hit" in match.groupdict() else match.span()
    return Polarity(value=value, hedge=hedge, sure=sure, start=start, end=end, rule=rule)


def _hard(plain: str, asked: str) -> Polarity | None:
    """A yes or no at the head that stands whatever follows; of "yeah no" and "no yeah" the second counts."""
    inverse = bool(_INVERSE & set(about(asked)[:1]))
    if not inverse and (match := _as_written("no_problem").search(plain)):
        return _polarity("yes", match, 0.85, "yes_no.no_problem")
    no, yes = _head("no_hard").search(plain), _head("yes_hard").search(plain)
    if no and _phrase(plain, no, asked):
        return None
    match = no or yes
    if not match:
        return _at_the_end(plain)
    if not no and match["hit"] == "si" and _SPANISH_IF.match(plain, match.start("hit")):
        return None
    value = "no" if no else "yes"
    rest = plain[match.end() :]
    other = "yes_hard" if no else "no_hard"
    if (then := re.match(rf"^ (?:{any_of('yes_no', other)})(?![a-z])", rest)) and not re.match(
        r"^ no (?:problem|issue|doubt|worries|prob|trouble)", rest
    ):
        value = "yes" if no else "no"
        return Polarity(
            value=value, sure=0.85, start=match.start("hit"), end=match.end() + then.end(), rule="yes_no.word"
        )
    if no and re.match(r"\W+(?:doubt|problem)", rest):
        return _polarity("yes", no, 0.85, "yes_no.no_problem")
    return _polarity(value, match, 0.93, "yes_no.word")


_SPANISH_IF = re.compile(
    r"si (?:me (?:da|pag|dej|ayud|pas|llev|pon|cambi|permit|entren|ensen|toc|consig)\w*|es(?:ta)? (?:que|de|en|por|cerca|lejos|temprano|posible|necesario)|son|fuera|hubiera|pagan|dan|no (?:es|hay|me|esta|llueve|queda)|hay|ustedes|consigo|llego|encuentro|alguien)\b"
)  # "si" without its accent: a condition, not a yes
_AT_THE_END = re.compile(r"[,.!;:]\s*(?P<hit>yes|yeah|yep|yup|si|absolutely|definitely|of course|no|nope|nah)\W*$")


def _at_the_end(plain: str) -> Polarity | None:
    """A yes or no set off at the very end ("cannot wait, yes!")."""
    match = _AT_THE_END.search(plain)
    return _polarity("no" if match["hit"][0] == "n" else "yes", match, 0.86, "yes_no.word") if match else None


def _phrase(plain: str, no: "re.Match[str]", asked: str) -> bool:
    """Whether "no" only begins a phrase ("no restrictions") on which the topic has an opinion."""
    if not re.match(rf"^ {any_of('yes_no', 'no_of_something')}\b", plain[no.end("hit") :]):
        return False
    topical = leaning(plain, asked)
    return bool(topical and topical.value)


def _soft(plain: str) -> Polarity | None:
    """Softer words: a late "but yes", agreeing and declining, other heads, echoes of the question."""
    if match := _match("but_yes", plain):
        return _polarity("yes", match, 0.76, "yes_no.but_yes")
    good = _as_written("negated_good").search(plain)
    if good:
        return _polarity("yes", good, 0.82, "yes_no.no_problem")
    for section, value in (("agree", "yes"), ("decline", "no")):
        if match := _match(section, plain):
            return _polarity(value, match, 0.8, f"yes_no.{section}")
    no, yes = _head("no_word").search(plain), _head("yes_word").search(plain)
    if no and (not yes or no.end("hit") >= yes.end("hit")):
        return _polarity("no", no, 0.85, "yes_no.word")
    if yes:
        return _polarity("yes", yes, 0.85, "yes_no.word")
    return _echo(plain) or _late_word(plain)


def _echo(plain: str) -> Polarity | None:
    no, yes = _as_written("echo_no").search(plain), _as_written("echo_yes").search(plain)
    if yes and (not no or yes.start() < no.start()):
        return _polarity("yes", yes, 0.85, "yes_no.echo")
    return _polarity("no", no, 0.8, "yes_no.echo") if no else None


def _late_word(plain: str) -> Polarity | None:
    """A yes or no at the head of a later clause, or at the very end."""
    for start, end in clauses(plain)[1:]:
        for section, value in (("no_word", "no"), ("yes_word", "yes")):
            match = _head(section).search(plain[start:end])
            if match and len(match["hit"]) > 1:
                at = (start + match.start("hit"), start + match.end("hit"))
                return Polarity(value=value, sure=0.8, start=at[0], end=at[1], rule="yes_no.word")
    match = re.search(r"\b(?P<hit>yes|yeah|yep|yup|si|no|nope|nah|correct|definitely|absolutely|for sure)\W*$", plain)
    if match and len(plain) > 3:
        return _polarity("no" if match["hit"].startswith("n") else "yes", match, 0.75, "yes_no.word")
    return None
