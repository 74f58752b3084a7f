"""The engine's own sentences, per language: a tuple holds ways to say the same, since no text goes out twice word for word."""

from typing import Final

from screening.scripts.script import Kind

ONLY: Final = {  # by the language asked for, where the script is only in the other
    "es": (
        "Perdona, por ahora esto solo es en inglés. Responde HUMANO y una persona te ayuda.",
        "De momento solo en inglés, perdona. HUMANO te comunica con una persona.",
    ),
    "en": (
        "Sorry, I can only do this in Spanish. Reply HUMAN and a person will help.",
        "It has to be Spanish here, sorry. HUMAN reaches a person.",
    ),
}

EXAMPLES: Final[dict[str, dict[Kind, str]]] = {
    "en": {
        Kind.YES_NO: 'For example: "yes" or "no".',
        Kind.NUMBER: 'For example: "3".',
        Kind.DATE: 'For example: "next Monday" or "in 2 weeks".',
        Kind.LOCATION: 'For example: "20 minutes".',
        Kind.TEXT: "A sentence or two is fine.",
    },
    "es": {
        Kind.YES_NO: 'Por ejemplo: "sí" o "no".',
        Kind.NUMBER: 'Por ejemplo: "3".',
        Kind.DATE: 'Por ejemplo: "el lunes" o "en 2 semanas".',
        Kind.LOCATION: 'Por ejemplo: "20 minutos".',
        Kind.TEXT: "Una o dos frases bastan.",
    },
}

FOR_EXAMPLE: Final = {"en": 'For example: "{words}".', "es": 'Por ejemplo: "{words}".'}
PAYS: Final = {  # by period: an amount that may stand as an example, and the words for the period
    "hour": (22, {"en": "an hour", "es": "la hora"}),
    "day": (180, {"en": "a day", "es": "al día"}),
    "week": (900, {"en": "a week", "es": "a la semana"}),
    "month": (3_800, {"en": "a month", "es": "al mes"}),
    "year": (46_000, {"en": "a year", "es": "al año"}),
}
SIGNS: Final = {"USD": "$", "CAD": "$", "AUD": "$", "MXN": "$", "GBP": "£", "EUR": "€", "INR": "₹"}
WEEKDAYS: Final = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")

STRANGER: Final = (
    "{brand}: this number sends automated texts about job applications. We do not know your number. "
    "Reply STOP to get none, HELP for help."
)
STRANGER_HELP: Final = (
    "{brand}: automated texts about job applications. To reach a person, contact the agency that wrote to you. "
    "Reply STOP to opt out. Msg & data rates may apply."
)
PHRASES: Final[dict[str, dict[str, str | tuple[str, ...]]]] = {
    "en": {
        "notice": "This is {brand}'s automated assistant; reply HUMAN for a person. Reply STOP to opt out, HELP for help.",
        "again": (
            "Sorry, I did not get that.",
            "I could not quite make that out.",
            "I am not sure I follow.",
        ),
        "hello": ("Hello {name}!", "Hi again, {name}!"),
        "confirm": ("Just to be sure I have this right:", "Let me check that I read you right:"),
        "back": ("Back to my question:", "Now back to where we were:", "So, once more:", "And my question was:"),
        "welcome_back": (
            "Welcome back. Here is where we stopped:",
            "Good to have you back. We stopped here:",
            "Picking up where we left off:",
            "Here is my open question:",
        ),
        "as_agreed": (
            "Here I am again, as agreed:",
            "{brand} again, as agreed:",
            "Picking this up again, as you asked:",
        ),
        "remind_1": ("A quick reminder from {brand}:", "{brand} here again:"),
        "remind_2": ("Still interested, {name}:", "Whenever you have a minute, {name}:"),
        "remind_3": ("Last reminder from {brand}:", "One last note from {brand}:"),
        "passed_on": (
            "I have passed your question on to a recruiter at {brand}.",
            "That one is for a recruiter too; I have passed it on.",
            "I do not know that, so I have asked a recruiter at {brand}.",
            "Noted for the recruiter as well.",
        ),
        "who": (
            "I am the automated assistant of {brand}, texting about {job}. A recruiter reads your answers.",
            "As I said, I am the automated assistant of {brand}. Reply HUMAN for a person.",
        ),
        "help": (
            "{brand}: automated texts about {job}. Reply HUMAN to reach a recruiter, DATA to see what we hold about you, STOP to opt out. Msg & data rates may apply.",
            "{brand}, automated texts about {job}. HUMAN reaches a recruiter, STOP ends these texts. Msg & data rates may apply.",
        ),
        "why": (
            "{brand} asks everybody who applies for {job} these few questions. A recruiter reads the answers and decides.",
            "These questions are part of {job} at {brand}. A recruiter, not a machine, decides. Reply DATA to see what we hold.",
            "{brand} asks this to see whether {job} suits you both. Reply HUMAN to talk to a recruiter about it.",
        ),
        "why_noted": (
            "For {job} we noted: {noted}. A recruiter at {brand} reads this and decides, not a machine. Text us what is wrong, or reply DATA to see all.",
            "We noted for {job}: {noted}. A recruiter decides. Reply HUMAN to talk to one.",
        ),
        "why_over": (
            "{brand} texted you about {job}. No machine decides, a recruiter does. Reply DATA to see what we hold, HUMAN to talk to a recruiter.",
            "It was about {job} at {brand}. A recruiter decides, and HUMAN reaches one.",
        ),
        "data": (
            "Here is what {brand} holds about you, for 7 days:",
            "What we hold about you can be read here for 7 days:",
            "This page shows what {brand} holds about you, for 7 days:",
        ),
        "delete": (
            "To erase what {brand} holds about you here, reply DELETE once more within 24 hours. It ends this conversation and all texts from us.",
            "Reply DELETE once more within 24 hours, and {brand} erases what it holds about you here. You will get no more texts.",
            "One more DELETE within 24 hours erases what {brand} holds about you here and ends all texts.",
        ),
        "deleted": "{brand} now erases what it holds about you here, unless the law makes us keep it. You will get no more texts.",
        "again_asked": (
            "I have asked a recruiter at {brand} whether you can answer again.",
            "A recruiter at {brand} knows that you would like to answer again.",
        ),
        "human": (
            "Thanks, I have asked a recruiter at {brand} to get in touch with you.",
            "A recruiter at {brand} knows that you would like to talk to a person.",
        ),
        "accommodation": "Of course. A recruiter at {brand} will get in touch and find a way that works for you.",
        "hostile": "I am sorry. I have passed this on to a recruiter at {brand}.",
        "wrong_number": "Sorry for the mix-up. We will not text this number again.",
        "not_interested": "Thanks for letting us know, {name}. We will not text you about this again.",
        "hired": "Congratulations, {name}! We will not text you about this again.",
        "opt_out": "You are opted out and will get no more texts from {brand}. Reply START to undo this.",
        "suspended": "I have paused these texts and asked a recruiter at {brand} to look at your message.",
        "defer": (
            "No problem, I will text you again {when}.",
            "Sure, I will write {when}.",
            "All right, I will come back to you {when}.",
        ),
        "hardship": (
            "I am sorry to hear that. Take your time: a recruiter at {brand} knows, and you can answer whenever you like.",
            "I am sorry. There is no hurry, and a recruiter at {brand} knows.",
        ),
        "defer_later": (
            "No problem, I will text you again later.",
            "Sure, I will try again later.",
            "All right, another time today.",
        ),
        "defer_hours": (
            "No problem, I will text you again after that, as soon as our texting hours allow.",
            "Sure, later then, within our texting hours.",
        ),
        "picture": (
            "I can only read words, please answer with a text.",
            "That was a picture again; please put it in words.",
        ),
        "closing": (
            "Thanks {name}! A recruiter will be in touch.",
            "Thanks again {name}! A recruiter will be in touch.",
        ),
        "taken_up": (
            "Thanks for putting that right.",
            "Got it, I have changed that.",
            "All right, that is corrected too.",
        ),
        "resume": "Please send us your resume here (PDF or Word), or say there that you have none:",
        "resume_again": (
            "You can hand in your resume here:",
            "This is the place for your resume:",
            "Here is the link for your resume once more:",
            "Your resume can still be handed in here:",
        ),
        "form": "Please answer a few questions here (3 minutes):",
        "form_again": (
            "Please use this form for your answers:",
            "Your answers go into this form:",
            "The form is here:",
            "Here is the form once more:",
        ),
        "moving_on": (
            "No problem, a recruiter will ask you about that.",
            "That is fine, a recruiter will come back to it.",
            "We can leave that one to a recruiter.",
        ),
        "ended": (
            "This screening is over, but a recruiter at {brand} has your message.",
            "I have passed that on to a recruiter at {brand} as well.",
        ),
        "noted": (
            "Thanks, a recruiter at {brand} has your correction.",
            "Thanks, I have passed that correction on too.",
        ),
        "withdrawn_too": "Thanks for telling us, {name}. I have let a recruiter at {brand} know.",
    },
    "es": {
        "notice": "Soy el asistente automático de {brand}; responde HUMANO para hablar con una persona. Responde STOP para no recibir más, HELP o AYUDA para ayuda.",
        "again": (
            "Perdona, no te entendí.",
            "Creo que no te entendí bien.",
            "No estoy seguro de haber entendido.",
        ),
        "hello": ("¡Hola {name}!", "¡Hola otra vez, {name}!"),
        "confirm": ("Solo para estar seguro:", "Quiero comprobar que te entendí bien:"),
        "back": ("Volviendo a mi pregunta:", "Regresando a lo nuestro:", "Entonces, otra vez:", "Mi pregunta era:"),
        "welcome_back": (
            "Qué bueno verte de nuevo. Nos quedamos aquí:",
            "Hola otra vez. Íbamos aquí:",
            "Seguimos donde nos quedamos:",
            "Esta es mi pregunta pendiente:",
        ),
        "as_agreed": (
            "Aquí estoy de nuevo, como quedamos:",
            "{brand} de nuevo, como quedamos:",
            "Seguimos, como pediste:",
        ),
        "remind_1": ("Un recordatorio de {brand}:", "{brand} de nuevo:"),
        "remind_2": ("Si te sigue interesando, {name}:", "Cuando tengas un minuto, {name}:"),
        "remind_3": ("Último recordatorio de {brand}:", "Un último mensaje de {brand}:"),
        "passed_on": (
            "Le pasé tu pregunta a un reclutador de {brand}.",
            "Esa también es para un reclutador; ya se la pasé.",
            "Eso no lo sé, así que le pregunté a un reclutador de {brand}.",
            "También queda anotado para el reclutador.",
        ),
        "who": (
            "Soy el asistente automático de {brand} y te escribo sobre {job}. Un reclutador lee tus respuestas.",
            "Como te decía, soy el asistente automático de {brand}. Responde HUMANO para hablar con una persona.",
        ),
        "help": (
            "{brand}: mensajes automáticos sobre {job}. Responde HUMANO para hablar con un reclutador, DATOS para ver tus datos, STOP para no recibir más. Pueden aplicar cargos.",
            "{brand}, mensajes automáticos sobre {job}. HUMANO te comunica con un reclutador, STOP termina los mensajes. Pueden aplicar cargos.",
        ),
        "why": (
            "{brand} hace estas preguntas a todos los que se postulan para {job}. Un reclutador lee las respuestas y decide.",
            "Estas preguntas son parte de {job} en {brand}. Decide un reclutador, no una máquina. Responde DATOS para ver lo que guardamos.",
            "{brand} pregunta esto para ver si {job} les conviene a ambos. Responde HUMANO para hablarlo con un reclutador.",
        ),
        "why_noted": (
            "Para {job} anotamos: {noted}. Un reclutador de {brand} lo lee y decide, no una máquina. Escríbenos si algo está mal, o responde DATOS para verlo todo.",
            "Anotamos para {job}: {noted}. Decide un reclutador. Responde HUMANO para hablar con uno.",
        ),
        "why_over": (
            "{brand} te escribió sobre {job}. No decide una máquina sino un reclutador. Responde DATOS para ver lo que guardamos, HUMANO para hablar con una persona.",
            "Fue sobre {job} en {brand}. Decide un reclutador; HUMANO te comunica con uno.",
        ),
        "data": (
            "Aquí está lo que {brand} guarda sobre ti, por 7 días:",
            "Lo que guardamos sobre ti se puede leer aquí por 7 días:",
            "Esta página muestra lo que {brand} guarda sobre ti, por 7 días:",
        ),
        "delete": (
            "Para borrar lo que {brand} guarda sobre ti aquí, responde BORRAR otra vez en 24 horas. Así termina esta conversación y todos los mensajes.",
            "Responde BORRAR otra vez en 24 horas y {brand} borra lo que guarda sobre ti aquí. No recibirás más mensajes.",
            "Otro BORRAR en 24 horas borra lo que {brand} guarda sobre ti aquí y termina los mensajes.",
        ),
        "deleted": "{brand} borra ahora lo que guarda sobre ti aquí, salvo lo que la ley obliga a guardar. No recibirás más mensajes.",
        "again_asked": (
            "Le pregunté a un reclutador de {brand} si puedes responder de nuevo.",
            "Un reclutador de {brand} ya sabe que quieres responder de nuevo.",
        ),
        "human": (
            "Gracias, pedí a un reclutador de {brand} que te contacte.",
            "Un reclutador de {brand} ya sabe que prefieres hablar con una persona.",
        ),
        "accommodation": "Claro que sí. Un reclutador de {brand} te contactará para encontrar la mejor forma.",
        "hostile": "Lo siento. Le pasé tu mensaje a un reclutador de {brand}.",
        "wrong_number": "Perdona la confusión. No volveremos a escribir a este número.",
        "not_interested": "Gracias por avisar, {name}. No te escribiremos más sobre esto.",
        "hired": "¡Felicidades, {name}! No te escribiremos más sobre esto.",
        "opt_out": "Listo, no recibirás más mensajes de {brand}. Responde START para volver.",
        "suspended": "Pausé estos mensajes y pedí a un reclutador de {brand} que vea tu mensaje.",
        "defer": (
            "Sin problema, te escribo {when}.",
            "Claro, {when} entonces.",
            "De acuerdo, vuelvo a escribirte {when}.",
        ),
        "hardship": (
            "Lo siento mucho. No hay prisa: un reclutador de {brand} ya lo sabe, y puedes responder cuando quieras.",
            "Lo siento. No hay prisa, y un reclutador de {brand} ya lo sabe.",
        ),
        "defer_later": (
            "Sin problema, te escribo más tarde.",
            "Claro, lo intento más tarde.",
            "De acuerdo, en otro momento.",
        ),
        "defer_hours": (
            "Sin problema, te escribo después de eso, en cuanto nuestro horario lo permita.",
            "Claro, más tarde, dentro de nuestro horario.",
        ),
        "picture": (
            "Solo puedo leer palabras, por favor responde con un texto.",
            "Otra vez era una imagen; por favor escríbelo con palabras.",
        ),
        "closing": (
            "¡Gracias {name}! Un reclutador te contactará.",
            "¡Gracias otra vez, {name}! Un reclutador te contactará.",
        ),
        "taken_up": ("Gracias por corregirlo.", "Listo, ya lo cambié.", "De acuerdo, también queda corregido."),
        "resume": "Envíanos tu currículum aquí (PDF o Word), o di ahí que no tienes:",
        "resume_again": (
            "Puedes entregar tu currículum aquí:",
            "Este es el lugar para tu currículum:",
            "Aquí va otra vez el enlace para tu currículum:",
            "Todavía puedes entregar tu currículum aquí:",
        ),
        "form": "Responde unas preguntas aquí (3 minutos):",
        "form_again": (
            "Usa este formulario para tus respuestas:",
            "Tus respuestas van en este formulario:",
            "El formulario está aquí:",
            "Aquí está otra vez el formulario:",
        ),
        "moving_on": (
            "No hay problema, un reclutador te preguntará sobre eso.",
            "Está bien, un reclutador lo verá contigo.",
            "Eso lo dejamos para un reclutador.",
        ),
        "ended": (
            "Esta entrevista ya terminó, pero un reclutador de {brand} tiene tu mensaje.",
            "También le pasé eso a un reclutador de {brand}.",
        ),
        "noted": (
            "Gracias, un reclutador de {brand} tiene tu corrección.",
            "Gracias, también pasé esa corrección.",
        ),
        "withdrawn_too": "Gracias por avisar, {name}. Ya lo sabe un reclutador de {brand}.",
    },
}
