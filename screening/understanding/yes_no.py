"""Reads yes or no: plain words, echoes of the question, examples of the script, topics; hedges and conditions kept apart."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from screening.scripts.script import Question
from screening.understanding.reading import Context, Reading
from screening.understanding.topics import leaning
from screening.understanding.words import Said, clauses, flat

_YES_WORD = (
    r"(?:y(?:e+[aspu]+|e+a+h*|e+h|u+[ph]+|a+[hs]*|is|ess+|es+ir\w*|ea+h*|ezzir|essir|epp?er+s?|uppers|arp|ep+|up+|uss|eh)?|yes+|yeas+|yeh|yessum|yee|yas|eys|yse|tes|ues|yed|yess?|yea[hp]?|yeap|yess? ?(?:sir|maam)|si+|sii|sip|sep|simon|claro(?: que si)?|por supuesto|desde luego|"
    r"sure(?: do| am| have| can| thing| will| did)?|shure|sho|of course|ofc|ofcourse|def(?:initely|inetly|inately|inatly|fo|o|f)?|absolutely|absolutly|abs|certainly|indeed|correct|affirmative|roger(?: that)?|aye|ok(?:ay|ie|ey|eydoke|ies)?|okey|kk|okie dokie|k|10-4|ten four|"
    r"yessir|yes m|you bet|u bet|you betcha|betcha|bet|totally|fo ?sho|fasho|fs|for ?sure|fersure|4 ?sure|alright|right on|aight|ight|amen|word|heck yea\w*|hell yea\w*|hell yes|uh ?huh|mm+ ?hm+|mhm+|uhuh|exactly|true|that is correct|thats (?:right|correct|true|me)|thats a yes|you know it|"
    r"without a doubt|no doubt|100 ?%|100 percent|hundred percent|cien por ciento|dale|vale|sale|asi es|afirmativo|correcto|exacto|cierto|seguro|oui|ja|da|gladly|happily|yessiree|indubitably|positive|works for me|why not|sounds good|sounds great|sounds like a plan|im (?:in|down|game|good with (?:it|that)|up for it|all in)|"
    r"count me in|sign me up|lets do it|lets go|count on it|please do|no problem|no prob|no worries|not a problem|np|no issue\w*|por supuesto que si|agreed?|of corse|of coarse|naturally|always|siempre|every (?:day|time)|both|hecho|listo|de acuerdo|con gusto|perfect|great|gotcha|me too|me interesa|estoy interesad[oa]|facts|frfr|on god|deadass|i confirm|confirmed)"
)
_NO_WORD = (
    r"(?:n(?:o+|ope+|op|ah+|aw+|ada|egative|egatory|ay|ein|i modo|oo+pe|unca|ever|on|opes|ah fam|oway|o sir|o maam|ot)?|no+p?e?|nop|nopey|noup|nuh ?uh|naw|nahh?|nooo|no sir|no way|hell no|heck no|uh ?uh|nada|nunca|never(?: have| had| did| been)?|not (?:really|yet|at (?:all|this time|the moment|this point)|currently|right now|me|likely|anymore|ever|exactly|a chance|today|interested|so much|particularly|now|atm|rn|even|for me|possible|as of now|necessarily|"
    r"that i (?:know|am aware|can think) of)|none(?: whatsoever)?|negative|afraid not|im afraid not|unfortunately(?: not)?|sadly(?: not)?|i wish|hard pass|pass|false|incorrect|no thanks?|no thank you|no gracias|para nada|claro que no|todavia no|aun no|tampoco|jamas|ni (?:loco|modo|de chiste)|de ninguna manera|nel|nones|no can do|out of the question|absolutely not|definitely not|certainly not|of course not|not possible|i disagree|disagree|wrong|"
    r"thats (?:wrong|incorrect|false|not (?:right|true|correct|it)|a no)|neither|no chance|fat chance|zero|by no means|under no circumstances|nothing|nah bro|hardly|not on your life|no se puede|imposible|impossible|rather not|id rather not|prefer not|cant say i (?:do|have|am|did))"
)
_LEAD = r"^(?:\W|\b(?:hi+|hello|hey|hola|good (?:morning|afternoon|evening)|um+|uh+|hm+|well|oh+|ah+|so|lol|haha\w*|omg|sorry|thanks|thank you|thx|ty|to be honest|tbh|honestly|actually|buenas|buenos dias|buenas tardes|pues|ay|bueno|mira|man|dude|girl|bro|god|lord|ok so|okay so|like|and|but|i mean|im|i say|id say|id have to say|i said|my answer is|the answer is|answer|gosh|shoot|ma'am|maam|sir|jaja\w*|eh|em|literally|basically|as of now|at the moment|currently|right now|unfortunately|sadly)\b)*"
_YES = re.compile(rf"{_LEAD}(?P<hit>{_YES_WORD})(?![a-z])")
_NO = re.compile(rf"{_LEAD}(?P<hit>{_NO_WORD})(?![a-z])")
_TRUE_NO_FALSE = re.compile(
    r"^\W*(?:no|not a|zero|never a|aint no|sin) (?:\w+ )?(?:problem\w*|prob\w*|issues?|worries|trouble|doubt|question|sweat|biggie|big deal|complaints?|objections?|restrictions?|limitations?|conflicts?|brainer|hesitation|mames|hay problema|es problema|concerns?)\b|^\W*(?:dont mind|wouldnt mind|i dont mind|no me molesta|i have no (?:problem|issue|objection|restriction|limitation|conflict)\w*)"
)
_EMOJI_YES = frozenset("👍👌✅✔☑💯🙋🙆🤝🫡🙌😁👏💪🆗🤙🤞😀😃😄🥳")
_EMOJI_NO = frozenset("👎❌🚫🙅✖⛔😢😞☹🙁😔")
_EMOJI_UNSURE = frozenset("🤷🤔😬😐😶🙄❓🫤")

_ECHO_YES = re.compile(
    r"\b(?:i|we|it|that|they|he|she|you)\s+(?:sure |definitely |certainly |most certainly |absolutely |totally |really |always |currently |do |already |still |actually |most definitely |surely |100% |can and |have and |probably )*(?:do|am|can|have|did|will|would|could|was|is|does|got|agree|should|shall|are|hold|own|possess|confirm)(?=\s*(?:$|[,.!;)]|and\b|indeed|too|so\b|sir|maam|thank|thx|yes|lol|for sure|already|currently|again|very much|now|still|please|of course|both|all))|"
    r"^\W*(?:sure|definitely|certainly|most definitely|absolutely)?\s*(?:do|am|can do|have|did|will do|i do|i am|i can|i have|i did|i will|i would|i could|i got|ive got|ive done|can|will|would)\b(?=\W*(?:$|[,.!;)]|and\b|indeed|so\b))|\b(?:yes i (?:do|am|can|have|did|will|would)|id (?:love|like|be happy|be glad|be willing|be interested|be open|appreciate|welcome|be ok|be fine|be down|be up|be able)|i (?:love|enjoy|welcome) (?:it|that|to)|happy to|glad to|willing to|i can (?:make|do|handle|manage|work|swing|lift|commit|get|start|pass|be|provide|bring|definitely|easily|absolutely|totally)|i am (?:able|willing|fine|ok|okay|open|happy|interested|available|certified|licensed|authorized|comfortable|good|legal|legally|fluent|ready|qualified|eligible|flexible|capable|prepared|trained)|im (?:able|willing|fine|ok|okay|open|happy|interested|available|certified|licensed|authorized|comfortable|good|legal|legally|fluent|ready|qualified|eligible|flexible|capable|prepared|trained|very interested|always|used to|more than|definitely|still|super|perfectly|totally|very|really|fully|vaccinated|bilingual|vaxxed|down|game|cool with|cool w|good to go|all set|on board)|thats (?:fine|ok|okay|right|correct|true|good|great|perfect|me|no problem|not a problem|doable|cool|alright|what i want)|(?:it|that|this|they|weekends|nights|all of (?:it|them|that)|any of (?:it|them)|either|everything) (?:is|are|would be|sounds|works|will be|shouldnt be a|wont be a|isnt a|wouldnt be a)\s?(?:is |be )?(?:fine|ok|okay|good|great|perfect|no problem|correct|right|true|problem|issue|cool|doable|ideal|me|for me|perfect for me|awesome|alright))\b"
)
_ECHO_NO = re.compile(
    r"\b(?:i|we|it|they|he|she|that|you|im|ive|id|ill|thats|its)?\s*(?:really |just |still |simply |unfortunately |currently |actually |probably )*(?:dont|do not|doesnt|does not|didnt|did not|cant|cannot|can not|couldnt|could not|wont|will not|wouldnt|would not|havent|have not|hasnt|am not|aint|isnt|is not|arent|wasnt|was not|werent|have never|never (?:had|have|did|been|done|got|held|worked|driven|used|took|finished|graduated|learned|owned|completed|received)|not (?:able|willing|interested|comfortable|available|certified|licensed|authorized|allowed|legally|eligible|qualified|a fan|currently|into|good|really|anymore|ok|okay|open|fluent|yet|looking|trained|vaccinated|happy|old enough)|no longer|lack|unable to|refuse|hate|didn t|have no|got no|have none|had no|have zero)\b"
)
_NEGATED_GOOD = re.compile(
    r"\b(?:dont|do not|wouldnt|doesnt|wont) mind\b|\b(?:isnt|wont be|wouldnt be|shouldnt be|not|isnt gonna be|would not be|doesnt|never|aint|hasnt been|wont) (?:really |ever |be )?(?:a |an |any )?(?:problem|issue|bother\w*|hassle|trouble|biggie|deal ?breaker|concern|big deal)\b|\bno (?:problem|problems|issue|issues|trouble|prob|worries|complaints|objection\w*|reason (?:why )?not|restrictions?|limitations?)\b|\b(?:cant|couldnt|can not) (?:wait|complain)\b|\bdont have (?:a |any )?(?:problem|issue|trouble|restriction|limitation|conflict|objection)s?\b|\bnever (?:had|have) (?:a |any )?(?:problem|issue|trouble)s?\b|\bnever (?:been )?(?:late|missed|lost)\b|\bi dont see why not\b|\bwhy wouldnt i\b|\bcant think of a reason\b|\bwouldnt have it any other way\b|\bwouldnt say no\b|\bhow could i not\b|\bcouldnt be (?:better|happier|more)\b"
)
_UNSURE = re.compile(
    r"\b(?:maybe|mayb|perhaps|possibly|not (?:\w+ )?sure|unsure|not certain|uncertain|dont know|do not know|dunno|idk|no idea|no clue|who knows|hard to say|cant say|unable to say|not 100|i might|might be|might have|could go either way|either way|on the fence|undecided|let me (?:check|see|think|ask)|have to (?:check|see|think|ask)|need to (?:check|see|think|ask)|ill (?:have to )?(?:check|see)|we(?:ll| will) see|gotta (?:check|ask|see|think)|tal vez|quizas?|a lo mejor|puede (?:ser|que)|no se|no estoy segur[oa]|quien sabe|posiblemente|yes and no|yes/no|kind ?of|kinda|sort ?of|sorta|sometimes|so-?so|more or less|mas o menos|50/50|fifty fifty|iffy|ish|guess so maybe|possible|potentially|not entirely|cant remember|dont remember|dont recall|hmm+|hm|dont think so but|thinking about it|let you know|up in the air|jury is out|a veces|to be determined|tbd|cannot say|cannot be sure|cant be sure|i couldnt say|cant tell|ni idea)\b"
)
_LIKELY_YES = re.compile(
    r"\b(?:i think so|i guess(?: so)?|i believe so|i suppose(?: so)?|probably|prob|should be (?:able|ok|fine|good)|most likely|likely|i assume so|i would think so|pretty sure|creo que si|supongo(?: que si)?|me imagino que si|i imagine so|i hope so|hopefully|as far as i know|i reckon|i should|shouldnt be a problem)\b"
)
_LIKELY_NO = re.compile(
    r"\b(?:i dont think so|i dont believe so|probably not|prob not|doubt it|i doubt|i guess not|most likely not|not likely|unlikely|creo que no|dont think i|not that i (?:know|can|remember|recall|am aware)|i dont suppose|supongo que no|no creo|suppose not|not really|no really)\b"
)
_COND = re.compile(
    r"\b(?:if|depends?|depending|as long as|long as|provided|only (?:if|when|on|after|until|for|with|part|some|days|weekdays|mornings|weekends|nights)|unless|so long as|assuming|contingent|after (?:that|i|my)|once (?:i|my|the)|when (?:i|my|the) (?:get|gets|finish|have|pass|comes|is)|si (?:es|me|no|pagan|hay|el|la|puedo|tengo)|depende|siempre y cuando|con tal|in (?:process|progress)|working on (?:it|getting|my)|getting (?:it|one|mine|my)|will (?:have|get|be getting)|renewing|about to (?:get|take|renew)|scheduled|pending|waiting (?:on|for)|taking (?:the|my) (?:test|class|exam|course)|on the waitlist|applied for|not yet but|but (?:only|not|i cant|cant|never|limited|i need|it|with|can|i could|need|no|mine|its)|except|just not|other than|starting (?:in|next|on)|most of the time|soon|temporarily|partially|partly|some of|certain (?:days|nights)|every other|within reason|but it)\b"
)
_TAKEN_BACK = re.compile(
    r"(?:\bactually\b|\bwait\b|\bi mean[t]?\b|\bscratch that\b|\bsorry\b|\bno wait\b|\bcorrection\b|\bmy bad\b|\boops\b|\bquise decir\b|\bon second thoughts?\b|\bmisread\b|\btypo\b|\bnvm\b|\bnevermind\b|\*)\W*(?:\w+\s+){0,3}?(?P<then>yes|no|yep|yeah|nope|nah|si|i do|i dont|i can|i cant|i have|i havent|i am|im not|not)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Polarity:
    """Where a text leans: `value` yes, no or nothing; `hedge` "", "unsure" or "cond"."""

    value: str = ""
    hedge: str = ""
    sure: float = 0.0
    start: int = 0
    end: int = 0
    rule: str = ""


def read_yes_no(said: Said, question: Question, context: Context) -> Reading | None:
    """Yes or no, where the text leans; hedged ones stay below SURE."""
    polarity = lean(said, question, context)
    if not polarity.value:
        return None
    sure = min(polarity.sure, 0.6) if polarity.hedge else polarity.sure
    rule = f"{polarity.rule}.{polarity.hedge}" if polarity.hedge else polarity.rule
    return Reading(value=polarity.value, quote=said.quote(polarity.start, polarity.end), confidence=sure, rule=rule)


def lean(said: Said, question: Question, context: Context) -> Polarity:
    """Where a text leans, hedges kept."""
    plain = said.plain
    if not plain.strip():
        return Polarity()
    asked = flat(question.words(context.language))
    found = _taken_back(plain) or _examples(plain, question) or _decide(plain, asked)
    return found or Polarity()


def _taken_back(plain: str) -> Polarity | None:
    match = next(reversed(list(_TAKEN_BACK.finditer(plain))), None)
    if match is None or (
        match.start() == 0
        and not match.group().startswith(("actually", "sorry", "oops", "i mean", "correction", "*", "typo", "misread"))
    ):
        return None
    then = match["then"]
    value = "no" if then in ("no", "nope", "nah", "i dont", "i cant", "i havent", "im not", "not") else "yes"
    if then == "no" and re.match(r"\W*(?:problem|issue|worries|wait|i do|yes)", plain[match.end() :]):
        return None
    return Polarity(value=value, sure=0.88, start=match.start("then"), end=match.end("then"), rule="yes_no.corrected")


def _examples(plain: str, question: Question) -> Polarity | None:
    """The script's own examples of a yes and of a no."""
    scores = [
        (_best(plain, words), value) for value, words in (("no", question.no_examples), ("yes", question.yes_examples))
    ]
    (top, value), other = max(scores), min(scores)[0]
    score, start, end = top
    if score < 0.86 or score - other[0] < 0.05:
        return None
    if re.search(r"\b(?:not|dont|no|isnt|never|aint|arent)\s+(?:\w+\s){0,2}$", plain[:start]) and value == "yes":
        return None
    hedge = _hedge(plain)
    return Polarity(value=value, hedge=hedge, sure=0.9, start=start, end=end, rule="yes_no.example")


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
    hedge = _hedge(plain)
    direct = _emoji(plain) or _direct(plain)
    topical = leaning(plain, asked)
    if direct and not hedge and topical and topical[0] != direct.value and direct.rule == "yes_no.echo":
        return Polarity(value=topical[0], sure=0.8, start=topical[1], end=topical[2], rule="yes_no.topic")
    if direct:
        return _hedged(direct, hedge, plain)
    if likely := _LIKELY_NO.search(plain):
        return Polarity(
            value="no",
            hedge="unsure" if "not really" not in likely.group() else "",
            sure=0.6,
            start=likely.start(),
            end=likely.end(),
            rule="yes_no.likely",
        )
    if topical:
        return Polarity(
            value=topical[0],
            hedge=topical[3] or hedge,
            sure=0.82,
            start=topical[1],
            end=topical[2],
            rule="yes_no.topic",
        )
    if likely := _LIKELY_YES.search(plain):
        return Polarity(
            value="yes", hedge=hedge or "unsure", sure=0.6, start=likely.start(), end=likely.end(), rule="yes_no.likely"
        )
    if hedge:
        return Polarity(hedge=hedge, rule="yes_no")
    return None


def _hedged(direct: Polarity, hedge: str, plain: str) -> Polarity:
    if direct.rule == "yes_no.word" and hedge == "unsure" and direct.value == "no":
        hedge = "" if not re.search(r"\b(?:maybe|idea|clue|sure)\b", plain) else hedge
        if re.match(r"^\W*no (?:idea|clue)\b", plain):
            return Polarity(hedge="unsure", rule="yes_no")
    return Polarity(
        value=direct.value, hedge=hedge, sure=direct.sure, start=direct.start, end=direct.end, rule=direct.rule
    )


def _hedge(plain: str) -> str:
    if re.search(
        r"\bif (?:that(?:s| is) (?:ok|okay|alright|fine|what)|you (?:want|need|like|dont mind)|possible|that works|needed|required|necessary|i may|anything)\b",
        plain,
    ):
        return "unsure" if _UNSURE.search(plain) and "possible" not in plain else ""
    if _COND.search(plain):
        return "cond"
    return "unsure" if _UNSURE.search(plain) else ""


def _emoji(plain: str) -> Polarity | None:
    letters = re.sub(r"[\W\d_]", "", plain)
    if letters:
        return None
    for signs, value in ((_EMOJI_NO, "no"), (_EMOJI_YES, "yes")):
        if set(plain) & signs:
            return (
                None
                if set(plain) & _EMOJI_UNSURE
                else Polarity(value=value, sure=0.85, start=0, end=len(plain), rule="yes_no.emoji")
            )
    return None


def _direct(plain: str) -> Polarity | None:
    if match := _TRUE_NO_FALSE.search(plain):
        return Polarity(value="yes", sure=0.85, start=match.start(), end=match.end(), rule="yes_no.no_problem")
    no, yes = _NO.search(plain), _YES.search(plain)
    if (
        no
        and not re.match(r"^\W*(?:doubt|problem)", plain[no.end() :])
        and (not yes or no.end("hit") >= yes.end("hit"))
    ):
        return Polarity(value="no", sure=0.93, start=no.start("hit"), end=no.end("hit"), rule="yes_no.word")
    if yes:
        return Polarity(value="yes", sure=0.93, start=yes.start("hit"), end=yes.end("hit"), rule="yes_no.word")
    return _echo(plain) or _late_word(plain)


def _echo(plain: str) -> Polarity | None:
    good = _NEGATED_GOOD.search(plain)
    if good:
        return Polarity(value="yes", sure=0.82, start=good.start(), end=good.end(), rule="yes_no.no_problem")
    no, yes = _ECHO_NO.search(plain), _ECHO_YES.search(plain)
    if yes and (not no or yes.start() < no.start()):
        return Polarity(value="yes", sure=0.85, start=yes.start(), end=yes.end(), rule="yes_no.echo")
    if no:
        return Polarity(value="no", sure=0.8, start=no.start(), end=no.end(), rule="yes_no.echo")
    return None


def _late_word(plain: str) -> Polarity | None:
    """A yes or no at the head of a later clause, or at the very end."""
    for start, end in clauses(plain)[1:]:
        piece = plain[start:end]
        for pattern, value in ((_NO, "no"), (_YES, "yes")):
            match = pattern.search(piece)
            if match and len(match["hit"]) > 1:
                return Polarity(
                    value=value,
                    sure=0.8,
                    start=start + match.start("hit"),
                    end=start + match.end("hit"),
                    rule="yes_no.word",
                )
    match = re.search(r"\b(?P<hit>yes|yeah|yep|yup|si|no|nope|nah|correct|definitely|absolutely|for sure)\W*$", plain)
    if match and len(plain) > 3:
        value = "no" if match["hit"].startswith("n") else "yes"
        return Polarity(value=value, sure=0.75, start=match.start("hit"), end=match.end("hit"), rule="yes_no.word")
    return None
