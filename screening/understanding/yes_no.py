"""Reads yes or no: plain words, the script's examples, topics, echoes of the question; hedges and conditions kept apart."""

import re
from dataclasses import replace
from functools import lru_cache

from screening.scripts.script import Question
from screening.understanding.deferred import deferred
from screening.understanding.echoes import RULE as WHOLE_ECHO
from screening.understanding.echoes import VERDICT, verdict, whole_echo
from screening.understanding.features import pieces
from screening.understanding.frames import Frame, frame_of
from screening.understanding.idioms import RULE as IDIOM
from screening.understanding.idioms import idiom
from screening.understanding.measures import compared, counts, figures_alone, work_told
from screening.understanding.model import Model, shipped
from screening.understanding.openings import NOD, asks_which, at_a_loss, doubtful, no_head, nods, opened, spanish_if
from screening.understanding.others_told import own_say, theirs
from screening.understanding.polarity import POLITE_IF, SHORT, Polarity, hedge_of, turned_back, weighed
from screening.understanding.reading import Context, Reading
from screening.understanding.regained import nothing_missed, regained, so_fine, so_not, still_good
from screening.understanding.settled import OPEN, in_earnest, joke_aside, only_jokes, settled
from screening.understanding.topics import Leaning, about, leaning
from screening.understanding.transport import by_way
from screening.understanding.words import Said, flat
from screening.understanding.yes_no_examples import by_examples
from screening.understanding.yes_no_words import (
    INVERSE,
    at_the_head,
    by_emoji,
    head_of,
    headed,
    matched,
    polarity_at,
    softly,
)

_PLAIN = frozenset(
    {"yes_no.word", "yes_no.corrected", "yes_no.example", "yes_no.emoji"}
)  # rules that need no second view
_DENIED = 0.15  # share of a plain word below which a longer text is asked again
_STRICT = deferred(
    r"^\W*if\b|\b(?:my last day (?:is|will be)|(?<!not )(?<!none )(?<!no )(?<!nope )unless|only if|as long as|so long as|provided (?:that|i|you|they|its|the)|depend(?:s|ing)(?! on me\b)|depende|siempre y cuando|con tal (?:de )?que)\b"
)  # a condition, whatever the model makes of the rest
_CONCLUDES = deferred(
    r"\b(?:so|asi que|por eso) (?:(?:i )?(?:guess|would say|suppose) |id say |thats |its |that is |im |for me |then |pues |the answer is |technically )*(?:a |an )?(?P<hit>hard no|no|nope|nah|yes|yeah|yea|yep|yup|si|ya(?=\W*$))(?![a-z])(?! on paper| technically)(?! (?:problem|issue|worr|trouble|one|big|need|restrict|limit|complain|reason|conflict|sponsor|visa|doubt)\w*)(?! (?:\w+ ){1,2}(?:need\w*|requir\w*|necessary))"
)
_NOTHING = deferred(
    r"^\W*(?:(?:no|nope|nah|well|honestly|lol|um+|sir|maam|at all)\W+)*(?:none|nothing|nada|nadie|ninguna?|zero|zip|not (?:an? (?:one|(?:darn |damn )?thing|single|(?:little |tiny )?bit|ounce)|(?:1|one)(?: (?:bit|thing))?|any|the least|at all|in the (?:least|slightest)|really|with me|for me|that i)|(?:i )?(?:wouldnt|dont|didnt)\W*$|(?:i )?(?:dont|do not) have (?:any|a|one)|(?:i )?(?:cant|couldnt) think of|(?:i )?(?:dont|cant) see (?:any|one|a|why)|no (?:\w+ )?(?:problem|issue|reason|trouble|objection|inconvenience|restriction|limitation|conflict|big deal)\w*)(?![a-z])"
)  # where agreeing is a no: nothing stands against it
_MINDS = deferred(
    r"(?:^|[,.;!]|\b(?:yes|yeah|yep|honestly|actually|so|and|kinda|si))\W*(?:i (?:do|would|kinda would|really would|might)|id|would|it (?:kinda |really |does |would |might )*(?=both|bug|annoy)|that would|do|i(?= have| got)) (?:kinda |really |totally |definitely )?(?:mind|object|bothers? me|bugs? me|bother me|have (?:a |an )?(?:problem|issue|trouble|objection))\b|^\W*(?:yes\W+|yeah\W+)?it (?:kinda |really |does |would |might )*(?:bothers?|bugs?|annoys?) me\b|(?:^|\bpues|\bque)\W*(?:si )?(?:la verdad )?(?:si )?(?<!no )(?:me|nos) (?:molest|estorb|import|incomod)\w*(?! (?:nada|poco))|\b(?:total |kinda a |a |pretty much a )?deal ?breaker(?<!not a dealbreaker)(?<!not a deal breaker)(?<!no dealbreaker)\W*(?:$|for me)"
)  # where agreeing is a no: it is minded
_SOON = deferred(
    r"\b(?:round up|come (?:the|jan\w*|dec\w*|spring)|on the \d+\w*|in (?:jan|feb|mar|apr|june|july|aug|sept?|oct|nov|dec)\w*)\b"
)  # not yet enough
_AGAIN = deferred(r"^(?:\W*(?:no|nope|nah|para nada|not at all)\b)+")
_AS_ASKED = deferred(
    r"\b(?:cant say|lying|unless|i could say|say (?:yes|no)|un(?:willing|comfortable|able))\b|\b(?:yes|yeah|yep)\si\s(?:do|am|can|have|did|will|would|could)\W*$"
)
_SPANISH_VERB = deferred(
    r" (?:puedo|quiero|aguanto|soporto|me (?:gusta|dejan|dan permiso|conviene|late)|alcanzo|llego|ay|hay transporte)\b"
)
_BARE = deferred(
    r"^\W*(?:(?:yes|yeah|yep|no|nope|nah|actually|honestly|pues)\W+)?(?:it|that|i|they) (?:really |kinda |definitely |totally |prob\w* )*(?:would|wud|does|is|will|do|am|might|wo(?=nt)|are)(?P<denied>nt| not)?\b\W*$"
)
_WITHHELD = deferred(
    r"\b(?:rather not|prefer not|dont (?:want|care|wanna)|not (?:comfortable|going|gonna)|refuse|decline) (?:to )?(?:say\w*|answer\w*|tell\w*|disclos\w*|discuss\w*|shar\w*|get into)\b|\bnone of (?:your|ur|yall\w*) (?:\w+ )?(?:business|concern)\b|\bno comment\b"
)  # no answer: the person keeps it
_TAG_SAID = deferred(
    r"^\W*(?:yes\W+|yeah\W+)?(?P<right>(?:no|nope|nah)\W+(?:im not|i am not|i dont|none|nobody|no one|not (?:at all|anymore|anyone)|only|just|nothing)\b|(?:thats |that is |youre |you are )?(?:right|correct|exactly|true)|es correcto|exacto|asi es)(?= *(?:[.,!;]|$|just|only|none|no\b|not|nobody|im not|i dont|i have))|^\W*(?:well,? |no,? |um,? )*(?:actually,?|yes|yeah) (?:i am|im|i do|i have|ive|i got|yes|my)\b(?! not)|^\W*(?:im|i am|i work|i have|ive got|i got)\b(?! not).*\btoo\W*$"
)  # to "So you are not ...?": agreed as stated, or set right
_NEGATIVE = deferred(
    r"^\W*(?:why |so |and )?(?:dont|arent|isnt|havent|cant|wont|didnt|no)\b"
)  # "Aren't you ...?": yes is yes
_TAIL = deferred(r",\s*(?:do|are|is|have|can|did|will|were|would|does) (?:you|it|they|there)\W*$")
_ASKED_BACK = deferred(r"^\W*\w+(?: \w+)?\W*\?\W*$")  # "no?"
_FLIP = {"yes": "no", "no": "yes"}


def read_yes_no(said: Said, question: Question, context: Context) -> Reading | None:
    """Yes or no, where the text leans; hedged ones stay below SURE."""
    polarity = lean(said, question, context)
    if not polarity.value:
        return None
    sure = min(polarity.sure, 0.6) if polarity.hedge else polarity.sure
    if polarity.rule != "yes_no.example" and (nods(said.plain) or _ASKED_BACK.match(said.plain)):
        sure = min(sure, NOD)
    rule = f"{polarity.rule}.{polarity.hedge}" if polarity.hedge else polarity.rule
    return Reading(value=polarity.value, quote=said.quote(polarity.start, polarity.end), confidence=sure, rule=rule)


def lean(said: Said, question: Question, context: Context) -> Polarity:
    """Where a text leans, hedges kept: the rules, and where they are not plain, the learned model beside them."""
    if _WITHHELD.search(said.plain):
        return Polarity(rule="yes_no.withheld")
    if _tells_figures(said.plain, flat(question.words(context.language))):
        return Polarity(rule="yes_no.figures")
    found = by_rules(said, question, context)
    model = context.model or shipped()
    if (
        model is None
        or "yes_no" not in model.tasks
        or found.rule in (IDIOM, WHOLE_ECHO, VERDICT, "yes_no.way", OPEN)
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
    shares = _shares(model, joke_aside(said.plain), asked, found)
    if plainly:
        return Polarity(rule="yes_no.doubt") if shares[found.value] < _DENIED else found
    return weighed(found, shares, len(said.plain))


def _tells_figures(plain: str, asked: str) -> bool:
    """Whether a figure, or a length of work, is told where none is asked for."""
    if about(asked)[:1] == ("record",) and work_told(plain):
        return True
    return figures_alone(plain) and not counts(asked)


@lru_cache(maxsize=64)
def _shares(model: Model, plain: str, asked: str, found: Polarity) -> dict[str, float]:
    return model.probabilities("yes_no", pieces(plain, asked, about(asked)), _evidence(found, asked))


def by_rules(said: Said, question: Question, context: Context) -> Polarity:
    """Where a text leans by the rules alone, hedges kept."""
    return _ruled(said.plain, flat(question.words(context.language)), question.yes_examples, question.no_examples)


@lru_cache(maxsize=64)
def _ruled(plain: str, asked: str, yes: tuple[str, ...], no: tuple[str, ...]) -> Polarity:
    if only_jokes(plain):
        return Polarity(rule=OPEN)
    own = own_say(plain, asked)
    if told := theirs(plain, own, asked):
        return told
    plain = in_earnest(own)
    if not re.search(r"\w", plain) or asks_which(plain):
        return by_emoji(plain) or Polarity()
    decide = _decide if frame_of(asked) is Frame.PLAIN else _decide_turned
    return turned_back(plain) or by_examples(plain, yes, no) or decide(plain, asked) or Polarity()


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


def _decide(plain: str, asked: str) -> Polarity | None:
    """The first of these that speaks: a set phrase, a plain yes or no, the topic, a softer word, an echo, a leaning."""
    if (
        found := by_emoji(plain)
        or whole_echo(plain, asked)
        or settled(plain, asked)
        or spanish_if(plain)
        or idiom(plain, asked)
        or by_way(plain, asked)
    ):
        return found
    if found := regained(plain, asked) or still_good(plain, asked) or nothing_missed(plain, asked) or doubtful(plain):
        return found
    hedge = hedge_of(plain)
    if found := opened(plain, hedge):
        return found
    if stated := _stated(plain, asked):
        return _hedged(stated, hedge, plain)
    hard = at_the_head(plain, asked)
    if hard:
        strict = hedge if hedge != "cond" or matched("cond_strict", plain[hard.end :]) else ""
        return _hedged(hard, strict, plain)
    topical = leaning(plain, asked)
    if topical and topical.value:
        return _of_topic(topical, hedge, plain, asked)
    soft = softly(plain, asked) or _likely_no(plain)
    if soft:
        return _hedged(soft, hedge or (topical.hedge if topical else ""), plain)
    if likely := matched("likely_yes", plain):
        return polarity_at("yes", likely, 0.6, "yes_no.likely", hedge or "unsure")
    if topical and not hedge and not POLITE_IF.search(plain):
        hedge = topical.hedge
    return Polarity(hedge=hedge, rule="yes_no") if hedge else None


def _decide_turned(plain: str, asked: str) -> Polarity | None:
    """Where agreeing is a no ("Would you mind?"), or the question denies what it asks ("You don't ..., do you?")."""
    frame = frame_of(asked)
    if frame is Frame.TAG and not _NEGATIVE.match(asked) and (owned := _TAG_SAID.search(plain)):
        agreed = bool(owned["right"]) is not bool(_TAIL.search(asked))  # a tail ("do you?") asks for the thing denied
        return polarity_at("yes" if agreed else "no", owned, 0.9, IDIOM)
    if frame is not Frame.TAG and "restrictions" in about(asked) and (found := _restriction(plain)):
        return found
    if frame is not Frame.TAG and (bare := _BARE.search(plain)):
        return polarity_at("no" if bare["denied"] else "yes", bare, 0.85, "yes_no.echo", hedge_of(plain))
    if frame is not Frame.TAG and (judged := verdict(plain, asked)):
        return judged
    if frame is not Frame.TAG and (minds := _MINDS.search(plain)):
        return polarity_at("yes", minds, 0.85, "yes_no.minds", "cond" if _STRICT.search(plain) else "")
    if frame is not Frame.TAG and (nothing := _NOTHING.search(plain)):
        return polarity_at("no", nothing, 0.85, "yes_no.word", hedge_of(plain))
    yes, no = head_of("yes_hard").match(plain), head_of("no_hard").match(plain)
    yes = None if yes and (no_head(plain, yes) or spanish_if(plain)) else yes
    no = None if no and _SPANISH_VERB.match(plain, no.end("hit")) else no
    head = no or yes
    rest = _AGAIN.sub("", plain[head.end() :]) if head else plain
    inner = _shifted(_decide(rest, asked), len(plain) - len(rest)) if re.search(r"[a-z]{2}", rest) else None
    if no and not (inner and inner.value == "no" and frame is not Frame.TAG):
        return replace(headed("no", no, 0.85, plain, asked), hedge=hedge_of(rest))
    if inner and inner.value:
        as_said = (
            frame is Frame.TAG
            or inner.rule in ("yes_no.late", "yes_no.so")
            or (inner.rule == IDIOM and _AS_ASKED.search(plain))
        )
        return inner if as_said else replace(inner, value=_FLIP[inner.value])
    if yes and frame is Frame.AGAINST:
        return polarity_at("yes", yes, 0.8, "yes_no.leads" if len(rest.split()) > 2 else "yes_no.word", hedge_of(rest))
    return Polarity(rule=OPEN) if yes and inner is None else inner


def _stated(plain: str, asked: str) -> Polarity | None:
    """An amount beside the bound of the question, or what the reply itself concludes ("..., so no car")."""
    if amount := compared(plain, asked):
        return Polarity(
            value="yes" if amount.enough else "no",
            hedge="cond" if not amount.enough and _SOON.search(plain) else "",
            sure=0.85,
            start=amount.start,
            end=amount.end,
            rule="yes_no.measure",
        )
    if concluded := _CONCLUDES.search(plain):
        return polarity_at("yes" if concluded["hit"][0] in "ys" else "no", concluded, 0.85, "yes_no.so")
    if not INVERSE & set(about(asked)[:1]):
        if judged := verdict(plain, asked):
            return judged
        if fine := so_fine(plain):
            return polarity_at("yes", fine, 0.85, IDIOM)
    if against := so_not(plain):
        return polarity_at("no", against, 0.85, "yes_no.decline")
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
    if likely_no and likely_no.hedge and topical.value == "yes" and about(asked)[0] not in INVERSE:
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
    match = matched("likely_no", plain)
    if not match:
        return None
    plainly = re.search(r"not really|no really|unlikely|doubt|probably not|prob not|dont think so", match.group())
    return polarity_at("no", match, 0.6, "yes_no.likely", "" if plainly else "unsure")


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
