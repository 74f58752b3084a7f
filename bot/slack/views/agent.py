"""The agent's modals: the editor, one question, the whole script as text, a script file, and what publishing changes."""

import json
from dataclasses import dataclass
from typing import Any

from bot.slack import blocks as b
from bot.slack.desk import AgentDraft, Choice, Head
from bot.slack.modals import state_file, state_value
from bot.slack.text import cut, escape, shown
from screening.scripts.edit import Form
from screening.scripts.reader import problems_of
from screening.scripts.scoring_words import HINTS, read_scoring
from screening.scripts.script import Kind

PART = 3000  # Slack's limit of one field
PARTS = ("script", "script_2", "script_3")
LONGEST_ASK = 250
KINDS = {
    Kind.YES_NO: "Yes or no",
    Kind.NUMBER: "A number",
    Kind.PAY: "Pay",
    Kind.DATE: "A date",
    Kind.CHOICE: "A choice",
    Kind.LOCATION: "Commute or place",
    Kind.TEXT: "In their own words",
}
BESIDE = {"en": "Spanish", "es": "English"}  # the other language, by the agent's own
_HELP = (
    "{{ first_name }} and {{ job }} are filled in. Your name, the notice that it is automated, STOP and HELP are added."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a modal remembers of where it came from; from outside, so nothing about it is trusted."""

    draft: str
    channel: str = ""
    root: str = ""
    place: int | None = None

    def kept(self) -> str:
        """As a modal's private_metadata."""
        return json.dumps([self.draft, self.channel, self.root, self.place])


def kept_desk(view: dict[str, Any]) -> Desk:
    """What the modal remembers; an empty draft where it makes no sense."""
    try:
        draft, channel, root, place = json.loads(str(view.get("private_metadata") or ""))
        number = int(place) if place is not None else None
        return Desk(draft=str(draft)[:100], channel=str(channel)[:40], root=str(root)[:100], place=number)
    except (ValueError, TypeError):
        return Desk(draft="")


def editor_view(draft: AgentDraft, channel: str) -> b.Block:
    """The agent with its questions in order."""
    o = draft.outline
    beside = BESIDE.get(o.language, "Spanish")
    fields = [
        b.field("Title", b.text_input("title", initial=o.title[:120], most=120), hint="What the job is, for you."),
        b.field(
            "First text", b.text_input("intro", initial=o.intro[:500], several_lines=True), optional=True, hint=_HELP
        ),
        b.field("Last text", b.text_input("closing", initial=o.closing[:500], several_lines=True), optional=True),
        _beside(f"First text in {beside}", "intro_other", o.intro_other),
        _beside(f"Last text in {beside}", "closing_other", o.closing_other),
    ]
    rows = [_question(n, form, len(o.questions)) for n, form in enumerate(o.questions[:50])]
    buttons = [
        b.button("Add a question", "agent_add", "add"),
        b.button("Edit as text", "agent_text", "text"),
        b.button("Use a script file", "agent_upload", "file"),
    ]
    listed = rows or [b.section("There is no question yet. Put must-haves first.")]
    made = [*fields, b.section("*Questions, in order*"), *listed, b.actions(buttons), b.context(_verdict(draft))]
    return b.modal("agent", "Agent", made, submit="Preview", kept=Desk(draft=draft.id, channel=channel).kept())


def _beside(label: str, name: str, words: str, most: int = 500) -> b.Block:
    """The same in the other language: for candidates who write in it."""
    return b.field(label, b.text_input(name, initial=words[:most], several_lines=True, most=most), optional=True)


def _question(number: int, form: Form, total: int) -> b.Block:
    must = " · must-have" if form.ends else ""
    kind = KINDS.get(Kind(form.kind), form.kind) if form.kind in tuple(Kind) else shown(form.kind, 30)
    text = f"*{number + 1}.* {shown(form.ask, 400)}\n_{kind}{must} · weight {shown(form.weight, 10)}_"
    moves = [("Edit", "edit")] + [("Move up", "up")] * (number > 0) + [("Move down", "down")] * (number < total - 1)
    choices = [Choice(label=label, value=f"{what}:{number}") for label, what in [*moves, ("Remove", "remove")]]
    overflow = {"type": "overflow", "action_id": f"agent_question_{number}", "options": b.options(choices)}
    return b.section(text, overflow)


def _verdict(draft: AgentDraft) -> str:
    if draft.problems:
        return cut("To be mended before it can be published:\n" + _lines(draft.problems), 2900)
    doubts = f" Worth a look:\n{_lines(draft.doubts)}" if draft.doubts else ""
    return cut(f"Nothing keeps it from being published.{doubts}", 2900)


def _lines(problems: Any) -> str:
    return "\n".join(f"• {shown(p, 300)}" for p in list(problems)[:8])


def head_of(view: dict[str, Any]) -> Head:
    """The words typed around the questions."""
    return Head(
        title=state_value(view, "title"),
        intro=state_value(view, "intro"),
        closing=state_value(view, "closing"),
        intro_other=_if_shown(view, "intro_other"),
        closing_other=_if_shown(view, "closing_other"),
    )


def _if_shown(view: dict[str, Any], name: str) -> str | None:
    """What was typed; None where the modal does not show that input."""
    values = (view.get("state") or {}).get("values") or {}
    return state_value(view, name) if name in values else None


def question_view(desk: Desk, form: Form, language: str = "en") -> b.Block:
    """One question to fill in; `language` is the agent's own."""
    kinds = [Choice(label=words, value=kind) for kind, words in KINDS.items()]
    hint = " · ".join(f"{KINDS[Kind(kind)]}: {words}" for kind, words in HINTS.items())
    scoring = b.text_input("scoring", initial=form.scoring[:PART], several_lines=True, most=PART)
    made = [
        b.field("Question", b.text_input("ask", initial=form.ask[:LONGEST_ASK], several_lines=True, most=LONGEST_ASK)),
        _beside(f"The same in {BESIDE.get(language, 'Spanish')}", "ask_other", form.ask_other or "", LONGEST_ASK),
        b.field("Kind of answer", b.select("kind", kinds, initial=form.kind)),
        b.field("Points, from 1 to 5", scoring, optional=True, hint=hint),
        b.field(
            "Answers that rule somebody out",
            b.text_input("ends", initial=form.ends[:200], most=200),
            optional=True,
            hint="For a must-have, e.g. no. Several with commas. A person decides all the same.",
        ),
        b.field(
            "Weight", b.text_input("weight", initial=form.weight[:10], most=10), hint="1 is usual, 0 is not scored."
        ),
        b.field("Row of the scorecard", b.text_input("criterion", initial=form.criterion[:80], most=80), optional=True),
    ]
    return b.modal("agent_question", "Question", made, submit="Keep", kept=desk.kept())


def form_of(view: dict[str, Any]) -> Form:
    """The question as filled in."""
    return Form(
        kind=state_value(view, "kind") or "yes_no",
        ask=state_value(view, "ask")[:LONGEST_ASK],
        scoring=state_value(view, "scoring"),
        ends=state_value(view, "ends")[:200],
        weight=state_value(view, "weight")[:10] or "1",
        criterion=state_value(view, "criterion")[:80],
        ask_other=_if_shown(view, "ask_other"),
    )


def question_problems(view: dict[str, Any]) -> dict[str, str]:
    """What keeps a question from being kept, by input."""
    form, wrong = form_of(view), {}
    if not form.ask:
        wrong["ask"] = "Write the question as the candidate shall read it."
    if form.kind not in tuple(Kind):
        wrong["kind"] = "Choose one."
    try:
        read_scoring(form.kind, form.scoring)
    except ValueError as error:
        wrong["scoring"] = cut(escape(str(error)), 300)
    if form.kind == Kind.CHOICE and not form.scoring:
        wrong["scoring"] = "Name the options, one a line."
    if not form.weight.replace(".", "", 1).isdigit() or float(form.weight) > 100:
        wrong["weight"] = "A number from 0 to 100."
    return wrong


def text_view(desk: Desk, script: str) -> b.Block:
    """The whole script, over as many fields as it takes."""
    labels = ("Script", "Script, continued", "Script, continued further")
    fields = [
        b.field(label, b.text_input(name, initial=part, several_lines=True, most=PART), optional=name != "script")
        for name, label, part in zip(PARTS, labels, split(script), strict=True)
    ]
    return b.modal("agent_text", "Script as text", fields, submit="Keep", kept=desk.kept())


def split(script: str) -> list[str]:
    """The script in three parts, broken at lines where that is possible."""
    parts, rest = [], script
    for _ in PARTS:
        end = len(rest) if len(rest) <= PART else (rest.rfind("\n", 0, PART) + 1 or PART)
        parts.append(rest[:end])
        rest = rest[end:]
    return parts


def fits(script: str) -> bool:
    """Whether the form can hold the script."""
    return "".join(split(script)) == script


def script_of(view: dict[str, Any]) -> str:
    """The script that was written."""
    return "\n".join(part for part in (state_value(view, name) for name in PARTS) if part) + "\n"


def text_problems(view: dict[str, Any]) -> dict[str, str]:
    """What keeps a text from being taken, every problem with its line."""
    found = [str(problem) for problem in problems_of(script_of(view)) if problem.error]
    return {"script": cut(escape("; ".join(found)), 1500)} if found else {}


def upload_view(desk: Desk) -> b.Block:
    """A place for one script file."""
    element = {"type": "file_input", "action_id": "file", "filetypes": ["toml", "text"], "max_files": 1}
    made = [b.field("Script file", element, hint="A TOML file, as `greenroom lint` reads it. It replaces this draft.")]
    return b.modal("agent_file", "Script file", made, submit="Use it", kept=desk.kept())


def file_of(view: dict[str, Any]) -> str:
    """The id of the uploaded file; empty where there is none."""
    return state_file(view, "file")


def publish_view(desk: Desk, text: str, *, ready: bool) -> b.Block:
    """What publishing changes; while that is reckoned, without a button."""
    made = [b.section(cut(text, 2900))]
    return b.modal("agent_publish", "Publish an agent", made, submit="Publish" if ready else "", kept=desk.kept())
