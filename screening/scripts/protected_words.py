"""The patterns behind protected.py, written against folded text: small letters, no accents."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Something that may not be asked; a warning where it depends on the place or the job."""

    name: str
    advice: str
    en: str
    es: str
    error: bool = True
    scored: bool = False  # an error where the answer counts


# Lawful wordings that hold one of the words below.
ALLOWED: Final = {
    "en": (
        r"\b(?:at least|over|above) (?:16|18|19|21)(?: years (?:old|of age))?\b",
        r"\b(?:16|18|19|21)(?: years (?:old|of age))? or (?:over|older|above)\b",
        r"\bof legal (?:working |drinking )?age\b",
        r"\b(?:with or )?without (?:a )?reasonable accommodations?\b",
        r"\baged care\b",
        r"\bsenior citizens?\b",
    ),
    "es": (
        r"\b(?:al menos|mas de|por lo menos) (?:16|18|21) anos\b",
        r"\bmayor(?:es)? de (?:edad|16|18|21)(?: anos)?\b",
        r"\bedad legal(?: para trabajar)?\b",
    ),
}

_LAWFUL_AGE: Final = 'a lawful form is "Are you at least 18?"'

TOPICS: Final = (
    Topic(
        name="age",
        advice=_LAWFUL_AGE,
        en=r"how old (?:are|r|will) (?:you|u)\b|(?:what|which) generation (?:are|do) you|your generation\b|(?:what(?:'s| is) )?your (?:exact |current )?age\b|what age are you\b"
        r"|what age group\b"
        r"|(?:your |a )?(?:date of birth|birth ?date|birthday|birth year|year of birth|d\.?o\.?b\b)"
        r"|(?:when|what year|which year) were you born|are you (?:over|under|older than|younger than) (?:[2-9]\d)\b"
        r"|years? old are you|when do you (?:plan|expect|hope) to retire|how (?:long|many years) (?:until"
        r"|before) you retire"
        r"|are you (?:a )?(?:young|recent graduate|digital native|millennial|boomer|teenager|pensioner)\b|how many birthdays|(?:consider|call|describe) yourself (?:as )?(?:young|old|youthful)|are you retired",
        es=r"cuantos anos tien(?:es|e)(?: usted| tu)?(?! (?:de|con|en|trabaj\w+|manej\w+|como|haciendo|operando"
        r"|atendiendo))\b"
        r"|que edad|(?:tu|su) edad\b|fecha de nacimiento|cuando (?:naciste|nacio|cumples)|en que ano (?:naciste"
        r"|nacio)"
        r"|(?:tu|su) cumpleanos|eres joven|(?:cuando|piensas|piensa) (?:te )?(?:vas a )?jubilar",
    ),
    Topic(
        name="the year of graduation, which tells the age",
        advice="ask whether the degree is held",
        en=r"(?:what|which) year (?:did|were) you (?:get|receive|earn|award|obtain)\w* (?:your|a|the) (?:diploma|degree|ged)"
        r"|when did you (?:get|receive|earn) your (?:diploma|degree|ged)|(?:what|which) year did you (?:graduate|finish|leave|complete)|when did you (?:graduate"
        r"|finish (?:high )?school|leave school)"
        r"|(?:your )?(?:graduation (?:year|date)|year of graduation)|how long ago did you (?:graduate|finish school)",
        es=r"(?:en )?que ano (?:te graduaste|se graduo|terminaste|egresaste|acabaste)|cuando (?:te graduaste"
        r"|se graduo|egresaste)"
        r"|ano de (?:graduacion|egreso)|fecha de graduacion",
    ),
    Topic(
        name="family or pregnancy",
        advice="ask whether the hours of the job suit them",
        en=r"are you (?:currently )?(?:married|single|divorced|widowed|engaged|pregnant|expecting"
        r"|a (?:single )?(?:parent|mother|father|mom|dad))\b"
        r"|do you have (?:any |a |small |young )*(?:kids|children|family|husband|wife|spouse|partner|dependents"
        r"|baby)\b"
        r"|how many (?:kids|children|dependents) (?:do you have|have you got|have you had|you have)\b(?! in| (?:looked|cared|taught|watched|minded|worked))"
        r"|(?:have|got|reliable|arranged) (?:\w+ )?child ?care\b(?! (?:experience|certificat\w+|licen[cs]e|qualif\w+|training|skills))|depend(?:s|ing|ent)? on you|your (?:kids|children|husband|wife|spouse"
        r"|marital|maiden|pregnancy|family (?:plans|situation|life))\b"
        r"|marital status|maiden name|(?:plan|planning|hoping|hope|trying|thinking|intend|want|going) (?:to |on |of |about )?"
        r"(?:get(?:ting)? pregnant|(?:have|having|start|starting|for) (?:a |an |any )*(?:more )?(?:kids|child|children|baby|family))"
        r"|baby on the way|your next baby|getting married|in a relationship\b|(?:plan\w*|take|taking|need) (?:a )?"
        r"(?:maternity|paternity|parental) leave"
        r"|(?:your |have |need |arranged? )(?:any )?(?:child ?care|day ?care|babysitter)\b(?! (?:experience"
        r"|certificat\w+|licen[cs]e|qualif\w+))|who (?:will |would )?(?:looks? after|watch(?:es)?|takes? care of|minds?) your",
        es=r"(?:estas|esta usted|eres|es usted) (?:casad|solter|divorciad|embarazad|viud)\w*|estado civil"
        r"|tien(?:es|e) (?:hij[oa]s|ninos|familia|espos[oa]|pareja|marido|bebe)|cuantos (?:hijos|ninos) tien"
        r"|(?:tu|su|tus|sus) (?:espos[oa]|marido|hijos|pareja|embarazo|apellido de soltera)\b|(?:planeas|piensas"
        r"|quieres) tener (?:hijos|familia|un bebe)"
        r"|con quien (?:dejas|deja) (?:a )?(?:los|tus|sus) (?:hijos|ninos)|quien (?:cuida|cuidaria) (?:a )?(?:tus|sus) hijos",
    ),
    Topic(
        name="origin, race or citizenship",
        advice='a lawful form is "Are you authorized to work in this country?"',
        en=r"were (?:you born|your parents)\b|are your parents (?:immigrants|from|american)|(?:what|which|whose) passports?\b|where (?:did you|were you) (?:grow up|raised|brought up)"
        r"|how long have you (?:lived|been) in (?:the |this )?(?:u\.?s|united states|america|country)|where is your accent"
        r"|(?:what |which )?languages? (?:do you speak|is spoken) at home|are your (?:parents|family) from"
        r"|(?:african|asian|hispanic|arab|jewish|indian) (?:descent|origin)|where (?:are you|were you|is your family|are your parents|do you come)(?: originally)? (?:from|born)"
        r"|where(?:'re| are) you from\b"
        r"|(?:what|which) country (?:are you|were you|do you come)|country of (?:birth|origin)|(?:your "
        r"|what )?national(?:ity| origin)\b"
        r"|are you (?:an? )?(?:u\.?s\.? |american |us |british |canadian )?citizen\b|(?:your )?citizenship\b"
        r"|(?:native|mother) (?:tongue|language)|are you (?:an? )?native"
        r"|native (?:english|spanish) speaker|(?:your )?first language|(?:your |what )(?:race|ethnic\w*"
        r"|skin colou?r|ancestry|heritage)\b"
        r"|(?:your )?immigration status|are you (?:an? )?(?:immigrant|foreigner|american|mexican|hispanic|latin[oa]"
        r"|asian|black|white)\b|do you have a green card|(?:your )?accent\b",
        es=r"de que pais (?:eres|es|vienes|viene)|de donde (?:eres|es usted|vienes)|donde (?:naciste|nacio)|pais (?:de origen|de nacimiento|natal)|(?:tu"
        r"|su|que) nacionalidad"
        r"|(?:eres|es usted) (?:ciudadan|american|mexican|inmigrant|extranjer|latin|hispan)\w*|ciudadania"
        r"|lengua materna|idioma (?:nativo|materno)"
        r"|(?:tu|su|que|de que) (?:raza|etnia|color de piel)|(?:tu|su)? ?(?:estatus|estado|situacion) migratori[oa]"
        r"|tien(?:es|e) papeles",
    ),
    Topic(
        name="religion",
        advice="say which days are worked and ask whether they suit",
        en=r"(?:your |what |which )(?:religio\w+|faith|church|religious \w+)\b|are you (?:a )?(?:religious"
        r"|christian|catholic|muslim|jewish|hindu|sikh|atheist|buddhist|mormon)\b"
        r"|do you (?:go to|attend|belong to) (?:an? |any |the )?(?:church|mosque|temple|synagogue|mass)|do you wear (?:a |an |your )?(?:hijab|head ?scarf|turban|yarmulke"
        r"|kippah|burqa|veil|cross)\b|do you (?:pray|celebrate (?:christmas|easter|ramadan|eid|hanukkah|passover|diwali)"
        r"|fast (?:during|for)"
        r"|believe in god|keep the sabbath|observe)"
        r"|(?:what|which) (?:religious )?holidays do you|(?:any )?religious (?:beliefs?|holidays?|observances?"
        r"|practices?|reasons?)",
        es=r"(?:tu|su|que|cual es tu|alguna) (?:religion|fe|iglesia|creencia)\b|(?:eres|es usted) (?:catolic"
        r"|cristian|musulman|judi|evangelic|ate|religios)\w*"
        r"|vas a (?:la iglesia|misa)|crees en dios|(?:creencias|fiestas|motivos|razones) religios\w+"
        r"|practicas alguna religion",
    ),
    Topic(
        name="disability or health",
        advice="name the task and ask whether they can do it, with or without reasonable accommodation",
        en=r"(?:you have|have you got|your|got) (?:an? |any )?(?:bad|weak|sore|injured) (?:back|knees?|heart|shoulders?|hips?)\b|any (?:health|medical|physical|mental)"
        r" (?:health )?(?:problems?|issues?|conditions?|limitations?|restrictions?)|(?:drinking|drugs?|alcohol|addiction|gambling)"
        r" (?:problems?|issues?|habit|history)|(?:time off|days off|leave) for (?:medical|health)|(?:on|get|receive|claim\w*) disability(?: benefits| pay)?\b|call(?:ed)? in sick"
        r"|are you a smoker|do you smoke\b|in rehab\b|in recovery\b|are you (?:an? )?(?:alcoholic|addict|diabetic|epileptic"
        r"|autistic|deaf|blind|bipolar|immunocompromised)|your blood (?:type|group)|genetic (?:test\w*|condition\w*|disease)"
        r"|(?:runs? in|anyone in|member of) your family|do you see a (?:therapist|psychiatrist|psychologist)"
        r"|how (?:is|are) your (?:health|back|knees?|eyesight|eyes|hearing|vision|heart)\b|have you had (?:covid|cancer)"
        r"|do you have (?:any |a |an )?(?:\w+ )?(?:disabilit\w+|handicap\w*|medical (?:condition|problem|issue)s?"
        r"|health (?:condition|problem|issue)s?|illness(?:es)?|injur(?:y|ies)|back (?:problems?|pain))\b"
        r"|are you (?:currently )?(?:disabled|handicapped|healthy|sick|ill|in good health|hiv|depressed"
        r"|physically fit)\b|your (?:disability|health|medical (?:history|condition)|illness"
        r"|mental health)\b(?! (?:insurance|card|cover|safety|and safety))"
        r"|(?:do you take|are you (?:taking|on)) (?:any )?(?:prescription |regular )?(?:medication|medicine|drugs"
        r"|prescription)s?\b"
        r"|have you (?:ever )?(?:been (?:injured|hospitali[sz]ed|treated for|diagnosed)|filed|had (?:an? "
        r"|any )?(?:injury|surgery|illness|heart|back|mental))"
        r"|how many (?:sick days|days (?:were|have) you (?:been )?(?:sick|off|ill))|workers'? comp\w*"
        r"|do you (?:use a wheelchair|suffer from)|family medical history|any disabilities",
        es=r"tien(?:es|e) (?:algun[oa]? )?(?:discapacidad|enfermedad|condicion medica|problemas? (?:de salud|medico"
        r"|de espalda)|lesion)\w*"
        r"|(?:estas|esta usted) (?:enferm|discapacitad|san)\w*|(?:tu|su) (?:salud|discapacidad|historial medico"
        r"|enfermedad)\b|tomas (?:algun )?(?:medicamento|medicina)s?"
        r"|te has (?:lesionado|enfermado)|estado de salud|cuantos dias (?:faltaste|te enfermaste)|(?:sufres"
        r"|padeces) (?:de )?",
    ),
    Topic(
        name="sex, gender or orientation",
        advice="it has no place in a screening",
        en=r"(?:what|which) (?:gender|sex)\b|identify as (?:an? )?(?:man|woman|male|female|gay|lgbt\w*|trans\w*)"
        r"|are you (?:in the )?lgbt\w*|(?:boyfriend|girlfriend)\b|(?:what(?:'s| is) )?your (?:gender|sex|sexual orientation|pronouns)\b|sexual orientation|are you (?:a "
        r"|an )?(?:man|woman|male|female|gay|lesbian|straight|transgender|trans|lady|guy)\b",
        es=r"(?:eres|es usted) (?:un |una )?(?:hombre|mujer|gay|lesbiana|trans\w*|heterosexual)\b|(?:tu|su) (?:sexo"
        r"|genero|orientacion)\b|orientacion sexual",
    ),
    Topic(
        name="salary history",
        advice="many states forbid it; ask what pay they are looking for",
        en=r"(?:your )?(?:current|present|last|previous|prior|past|most recent|old) (?:hourly )?(?:salary|pay"
        r"|wages?|rate of pay|compensation|earnings|pay rate)\b|(?:salary|pay|wage|compensation) history"
        r"|(?:what|how much) (?:do|did|are|were|have) you (?:currently |now )?(?:be(?:en)? )?(?:make|making|earn"
        r"|earning|earned|get paid|paid|being paid|getting paid)(?! (?:of|a decision|sure))\b"
        r"|your (?:\w+ )?(?:employer|boss|company|job) pays?(?: you)?\b|(?:your|copy of (?:a|your)|share|send) (?:\w+ )?(?:pay ?stubs?|pay ?slips?|w-?2)\b"
        r"|(?:did|do|will) you (?:make|earn) (?:last|this|per|a) (?:year|month|week)|(?:highest|best) (?:salary|pay|wage) you|what (?:do|did) (?:they|your (?:employer|boss|last job|current job)) pay",
        es=r"cuanto (?:ganas|gana usted|ganabas|ganaba|te pagan|te pagaban|le pagan|le pagaban|cobras|cobrabas)\b"
        r"|(?:salario|sueldo|pago) (?:actual|anterior|previo)|(?:tu |su )?ultimo (?:salario|sueldo|pago)"
        r"|historial (?:salarial|de sueldos)",
    ),
    Topic(
        name="where they live, which stands in for race and origin",
        advice="ask for the commute in minutes",
        en=r"where do you live\b|(?:your |full |home |street )+address\b|(?:what|which) (?:neighbou?rhood"
        r"|part of town|area|suburb|town|city|county) do you live|do you (?:rent|own (?:a |your )?(?:home|house))",
        es=r"donde vives|donde vive usted|(?:tu|su) (?:direccion|domicilio)\b|en que (?:colonia|barrio|zona|ciudad"
        r"|parte) vives|tienes casa propia",
        error=False,
        scored=True,
    ),
    Topic(
        name="arrests",
        advice="an arrest is not a conviction, and asking screens out by race",
        en=r"(?:ever )?been arrested|arrest (?:record|history)|your arrests?\b",
        es=r"(?:te han|ha sido|has sido) arrestad\w+|arrestos\b",
    ),
    Topic(
        name="convictions",
        advice="many states and cities allow this only after an offer",
        en=r"criminal (?:record|history|background|conviction)|(?:ever )?been convicted|felon(?:y|ies)\b"
        r"|misdemeanou?rs?\b|been (?:in|to) (?:jail|prison)",
        es=r"antecedentes penales|(?:has sido|fuiste|fue) condenad\w+|record criminal|has estado en la (?:carcel"
        r"|prision)",
        error=False,
    ),
    Topic(
        name="unions, politics, credit or the kind of military discharge",
        advice="it has no place in a screening",
        en=r"(?:member of|belong to|in|join) (?:a |any |the )?(?:labou?r |trade )?union\b|union member|who (?:did"
        r"|do|will) you vote|political (?:party|views|affiliation)|your politics"
        r"|(?:your )?credit (?:score|history|report)|(?:filed for |declared )?bankruptcy|wages? garnish\w*"
        r"|(?:type|kind|sort) of (?:military )?discharge|discharge status"
        r"|(?:type of |dis|honou?rabl[ey] )?discharged? from the (?:army|military|navy|service)|dishonou?rabl[ey]",
        es=r"(?:miembro|parte) de (?:un|algun) sindicato|sindicalizad\w+|por quien (?:votaste|votas)"
        r"|partido politico|historial (?:crediticio|de credito)|bancarrota",
    ),
    Topic(
        name="looks or body",
        advice="name the task instead",
        en=r"how tall are you|how much do you weigh|your (?:height|weight|body|looks|appearance|tattoos?|bmi)\b|are you (?:overweight|attractive|good[ -]looking|tall|short|fat|slim)\b|(?:send"
        r"|share|text|attach) (?:us |me )?(?:a |your )?(?:recent )?(?:photo|picture|selfie|headshot)",
        es=r"cuanto (?:mides|pesas)|(?:tu|su) (?:estatura|peso|aspecto|apariencia)\b|(?:manda|envia)(?:nos"
        r"|me)? (?:una |tu )?(?:foto|selfie)",
    ),
    Topic(
        name="numbers that nobody should text",
        advice="texts are not private; collect them after an offer, elsewhere",
        en=r"your (?:facebook|instagram|tik ?tok|snapchat|twitter|social media)(?: profile| account| page| handle| name| login)*\b"
        r"|(?:your|of) social security|social security (?:numbers?|card|digits)|\bssn\b|bank account|(?:credit|debit) card(?! processing)|routing number"
        r"|passport number|driver'?s licen[cs]e number|(?:your )?password\b",
        es=r"seguro social|cuenta bancaria|tarjeta de (?:credito|debito)|numero de (?:pasaporte|licencia)|contrasena",
    ),
    Topic(
        name="owning a car, which stands in for income",
        advice="unless the job is driving, ask whether they can get to work on time",
        en=r"do you (?:own|have) (?:a |your own |your |an? own )(?:reliable )?(?:car|vehicle|transport(?:ation)?)\b",
        es=r"tien(?:es|e) (?:carro|coche|auto|vehiculo|transporte)(?: propio)?",
        error=False,
    ),
)
