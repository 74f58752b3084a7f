"""What a criterion or a rubric line may not be called, written against folded text; and the work that such words also name."""

from typing import Final

# Work that holds one of the words below: "energy sector experience", "voice and data cabling", "angry customers".
WORK: Final = (
    r"\b[a-z]+(?: and [a-z]+| (?!(?:for|of|in|about|with|to|at|on|during|towards?|when|while)\b)[a-z]+)? (?:sector|industry|experience|work|workers?|repairs?|install\w*|software|teaching|education"
    r"|cabling|wiring|lighting|mechanics?|picking|verification|checks?|generators?|indicators?|systems?|equipment|meters?"
    r"|services?|practice|medicine|law|insurance|care|aides?|testing|therap(?:y|ist)|records?|codes?|regulations?|training)\b",
    r"\b(?:angry|nervous|anxious|upset|frustrated|stressed|emotional|happy|young|old(?:er)?|sick) (?:customers?|callers?|clients?"
    r"|patients?|residents?|guests?|people|children|animals?|horses)\b",
    r"\b(?:health (?:and|&) safety|safety and health|(?:youth|health) (?:work|care)\w*|warm (?:food|line|transfer)s?)\b",
    r"\b(?:de-?escalat\w+|calm(?:s|ed|ing)?(?: down)? (?:an? |the |angry |upset )*(?:customers?|callers?|guests?|people|animals?))\b",
)

CRITERIA: Final = {
    "feelings or manner": r"(?:seems?|sounds?|appears?|comes across(?: as)?) \w+|confiden(?:ce|t)|motivation|motivated|eager(?:ness)?|friendl(?:y|iness)|polite(?:ness)?|sincer(?:e|ity)|honesty|calm(?:ness)?|stress(?:ed| levels?)|vibes?|matur(?:e|ity)|loyal(?:ty)?|bubbly|warm|keen(?:ness)?|shy(?:ness)?|frustrat\w+|amab(?:le|ilidad)|motivacion|sinceridad|lealtad|madurez|self[ -]?confidence|attitudes?|enthusias\w+|enthused|passion\w*"
    r"|positiv(?:e|ity)|cheerful\w*|happiness|happy|mood|emotion\w*|sentiment"
    r"|energ(?:y|etic)|excite\w*|charisma\w*|charm\w*|likeab\w+|personality|demeanou?r|nervous\w*|anxi\w+|anger"
    r"|angry|facial \w+|smil\w+|eye contact|tone(?: of voice)?|voice|warmth"
    r"|body language|confianza|seguridad en si mism[oa]|actitud|entusiasmo|pasion|animo|emocion\w*|sentimientos?"
    r"|carisma|simpatia|personalidad|nerviosismo|sonrisa|energia|tono(?: de voz)?|voz",
    "speech, which stands in for origin or disability": r"accents?|acento|native speaker|native english|fluen(?:cy"
    r"|t english)|perfect english|grammar|spelling|punctuation|gramatica|ortografia|pronunciation|pronunciacion",
    "whether somebody is like the others": r"cultur(?:e|al) (?:fit|match)|team fit|fits? in|one of us"
    r"|encaje cultural|ajuste cultural",
    "looks": r"appearance|looks|attractive\w*|grooming|weight loss|apariencia|aspecto|presencia fisica"
    r"|buena presencia",
    "a protected trait": r"digital natives?|recent (?:college )?graduates?|(?:stable )?family (?:life|situation|plans|stability)|stable family|has (?:kids|children)|single|married|(?:young|old)(?:er)? age|age(?: group)?|youth\w*|young|gender|sex|race|ethnicity"
    r"|nationality|national origin|citizenship|religion|marital status|family status"
    r"|pregnan\w+|disabilit(?:y|ies)|health|edad|juventud|genero|sexo|raza|nacionalidad|religion|estado civil"
    r"|embarazo|discapacidad|salud",
    "where somebody lives": r"zip(?: ?code)?|post(?:al )?code|neighbou?rhood|codigo postal|barrio|colonia",
    "pay history": r"(?:salary|pay|wage) history|current (?:salary|pay)|historial salarial|sueldo actual",
    "how fast or how long somebody writes": r"response time|reply speed|speed of (?:reply|response)|message length"
    r"|emoji\w*|tiempo de respuesta",
}
