"""Messages for channels: the result card, a person needed, previews. Each gives (text, blocks) that say the same.

Strings of the data classes are foreign text and are escaped here; `text` given to `notice`, `person_needed` and the
previews is our own wording, already escaped.
"""

import re
from collections.abc import Sequence

from bot.slack import blocks as b
from bot.slack.desk import CandidateLine, ResultCard
from bot.slack.text import cut, pages, shown
from screening.contact import FIELDS

Message = tuple[str, list[b.Block]]
MOST_LINKS = 5
_WEB = re.compile(r"https?://[^\s<>|]{1,2900}")


def result_card(data: ResultCard) -> Message:
    """A finished screening: who, for what, how well, why, and what to do now."""
    return _headline(data), _result_blocks(data)


def _verdict(data: ResultCard) -> str:
    if data.score is None:
        return shown(data.status, 200)
    return f"{data.score}/100, {shown(data.recommendation, 100)}"


def _headline(data: ResultCard) -> str:
    revised = f", revision {data.revision}" if data.revision > 1 else ""
    lines = [f"{shown(data.candidate, 200)} - {shown(data.job, 200)}: {_verdict(data)} ({data.screening}{revised})"]
    lines += [f"• {shown(line, 200)}" for line in data.must_haves[:5]]
    lines += [f"{label}: “{shown(quote, 400)}”" for label, quote in _quotes(data)]
    lines += [f"Recording {n}: {shown(url, 400)}" for n, url in enumerate(data.recording_links[:MOST_LINKS], 1)]
    lines += [f"Answered by {data.channels}"] if data.channels else []
    lines += [f"Tracker: {_written(data)}"] if data.written else []
    return cut("\n".join([*lines, *([data.decided] if data.decided else [])]), 3900)


def _quotes(data: ResultCard) -> list[tuple[str, str]]:
    found = (("Strength", data.strength, data.strength_on), ("Concern", data.concern, data.concern_on))
    return [(f"{label} ({shown(on, 60)})" if on else label, quote) for label, quote, on in found if quote]


def _result_blocks(data: ResultCard) -> list[b.Block]:
    verdict = _verdict(data) if data.score is None else f"{data.score}/100*  ·  *{shown(data.recommendation, 100)}"
    made = [b.header(f"{shown(data.candidate, 70)} - {shown(data.job, 70)}"), b.section(f"*{verdict}*")]
    if data.criteria:
        made.append(b.literal(cut(" · ".join(shown(c, 120) for c in data.criteria[:12]), 2900)))
    if data.must_haves:
        made.append(
            b.literal(cut("Must-haves\n" + "\n".join(f"• {shown(m, 250)}" for m in data.must_haves[:10]), 2900))
        )
    made += [b.literal(f"{label}: “{shown(quote, 1000)}”") for label, quote in _quotes(data)]
    links = [url for url in data.recording_links if _WEB.fullmatch(url)]
    if links:
        made.append(
            b.section(" · ".join(f"<{shown(u, 1200)}|Recording {n}>" for n, u in enumerate(links[:MOST_LINKS], 1)))
        )
    return [*made, *_ending(data)]


def _ending(data: ResultCard) -> list[b.Block]:
    made = [b.section(data.decided)] if data.decided else []
    row = [*(_decisions(data) if data.buttons and (data.held or not data.decided) else []), *_always(data)]
    revised = f" · revision {data.revision}" if data.revision > 1 else ""
    state = "" if data.score is None else f" · {shown(data.status, 200)}"
    by = f" · answered by {data.channels}" if data.channels else ""
    tracker = f" · {_written(data)}" if data.written else ""
    return [*made, *([b.actions(row)] if row else []), b.context(f"{data.screening}{revised}{state}{by}{tracker}")]


def _value(data: ResultCard) -> str:
    return f"{data.screening}:{data.revision}"


def _decisions(data: ResultCard) -> list[b.Block]:
    value = _value(data)
    wait = [] if data.held else [b.button("Hold", "hold", value)]
    return [
        b.button("Advance", "advance", value, style="primary"),
        b.button("Reject…", "reject", value, style="danger"),
        *wait,
        b.button("Ask again…", "ask_again", value),
    ]


_WRITTEN = {
    "waiting": "⏳ on its way to Tracker",
    "written": "✅ in Tracker",
    "failed": "⚠️ not in Tracker",
    "none": "not written to Tracker",
}


def _written(data: ResultCard) -> str:
    """Whether Tracker has it; empty where that is not said."""
    said = _WRITTEN.get(data.written, "")
    return f"{said}: {shown(data.unwritten, 300)}" if said and data.unwritten else said


def _always(data: ResultCard) -> list[b.Block]:
    value = _value(data)
    row = [b.button("Report", "report", value)]
    if data.written != "written":  # what is there is not written twice
        row.append(b.button("Try Tracker again" if data.written == "failed" else "Push to Tracker", "push", value))
    if _WEB.fullmatch(data.tracker_url):
        row.append(b.link_button("Open in Tracker", "open_tracker", data.tracker_url))
    return row if data.buttons else [each for each in row if "url" in each]


def notice(text: str) -> Message:
    """One plain message of our own wording."""
    kept = cut(text, 3900)
    return kept, [b.section(part) for part in pages(kept, limit=2900)]


def person_needed(text: str, screening: str, *, taken_by: str = "", since: str = "") -> Message:
    """A person is called for; once somebody took over (`taken_by`: our wording), the button hands back.

    `since`: our wording of what happened to it before, such as who handed it back.
    """
    said = "\n".join(line for line in (text, since, taken_by) if line)
    button = (
        b.button("Hand back to the bot", "hand_back", screening)
        if taken_by
        else b.button("Take over", "take_over", screening, style="primary")
    )
    kept, made = notice(said)
    return kept, [*made, b.actions([button]), b.context(screening)]


def contact_differs(text: str, screening: str, fields: Sequence[str]) -> Message:
    """What a candidate or a list says otherwise than Tracker does, with a button for each field."""
    kept, made = notice(text)
    sure = b.confirm(
        "Change it in Tracker?", "What Tracker has in this field is replaced by what is shown here.", "Change it"
    )
    row = [
        b.button(f"Change the {FIELDS[each]} in Tracker", f"contact_{each}", f"{screening}:{each}", confirm=sure)
        for each in fields
        if each in FIELDS
    ]
    return kept, [*made, *([b.actions(row)] if row else [])]


MENDING = {
    "connect": ("Connect again", "home_connect"),
    "import": ("Import jobs", "home_import"),
    "retry": ("Try again", "home_retry"),
    "resume": ("Resume", "home_resume"),
}


def welcome(slash: str) -> Message:
    """What an admin reads first: what it does, what to do next, where help is."""
    text = (
        "*Greenroom is here.* When somebody reaches a stage in Tracker, it texts them, asks your questions, and brings the"
        f" answers here with a report. Nobody is rejected by it. Next: connect Tracker, then `{slash} map` a job."
        f" `{slash} help` lists everything."
    )
    kept, made = notice(text)
    row = [
        b.button("Connect Tracker", "home_connect", "welcome", style="primary"),
        b.button("Map a job", "home_map", "welcome"),
    ]
    return kept, [*made, b.actions(row)]


def to_mend(text: str, mend: str) -> Message:
    """What operators are told, with the button that mends it where there is one."""
    kept, made = notice(text)
    if mend not in MENDING:
        return kept, made
    label, action = MENDING[mend]
    return kept, [*made, b.actions([b.button(label, action, "mend", style="primary")])]


def backfill_preview(text: str, count: int, token: str) -> Message:
    """What a backfill would do, with Confirm and Cancel; nobody to add, no Confirm."""
    kept, made = notice(text)
    if not count:
        return kept, made
    people = "1 candidate" if count == 1 else f"{count} candidates"
    sure = b.confirm(
        f"Screen {people}?",
        f"{people} will be texted, within the hours and the daily limit you have set.",
        f"Screen {people}",
    )
    yes = b.button(f"Screen {people}", "backfill_confirm", token, style="primary", confirm=sure)
    return kept, [*made, b.actions([yes, b.button("Cancel", "backfill_cancel", token)])]


def surge(text: str, count: int, token: str) -> Message:
    """More arrivals than expected wait for somebody's Confirm."""
    kept, made = notice(text)
    yes = b.button(f"Begin {count} screenings", "surge_confirm", token, style="primary")
    return kept, [*made, b.actions([yes])]


def progress(text: str, token: str = "") -> Message:
    """A long job's one message; with a token it can be cancelled."""
    kept, made = notice(text)
    if not token:
        return kept, made
    return kept, [*made, b.actions([b.button("Cancel", "job_cancel", token)])]


def start_again(text: str, again: str) -> Message:
    """Somebody was screened before; whoever asked may start again."""
    kept, made = notice(text)
    return kept, [*made, b.actions([b.button("Start again", "start_again", again)])]


def choose_stage(text: str, to_map: str) -> Message:
    """An agent is ready; the button opens the form that maps a job's stage to it."""
    kept, made = notice(text)
    return kept, [*made, b.actions([b.button("Choose the stage", "choose_stage", to_map, style="primary")])]


def just_mapped(text: str, mapped: str) -> Message:
    """A mapping was made; whoever made it may take it back, or let it rest. `mapped`: the job, a colon, which mapping."""
    kept, made = notice(text)
    row = [b.button("Undo", "map_undo", mapped), b.button("Pause the job", "map_pause", mapped.partition(":")[0])]
    return kept, [*made, b.actions(row)]


def just_paused(text: str, job: str) -> Message:
    """A job was paused."""
    kept, made = notice(text)
    return kept, [*made, b.actions([b.button("Resume the job", "map_resume", job, style="primary")])]


def erase_confirm(candidate: str) -> Message:
    """The question before a candidate's data goes for good; `candidate` is as typed."""
    text = f"Erase everything Greenroom holds about {shown(candidate, 200)}? This cannot be undone."
    sure = b.confirm(
        "Erase for good?", "Answers, texts, recordings and reports go. The opt-out stays.", "Erase", danger=True
    )
    return text, [
        b.section(text),
        b.actions([b.button("Erase", "erase_confirm", candidate, style="danger", confirm=sure)]),
    ]


def candidates(lines: Sequence[CandidateLine], *, before: str = "", after: str = "") -> Message:
    """One page of candidates; `before` and `after` are the values of the page buttons."""
    rows = [_candidate(line) for line in lines[:25]]
    text = "\n".join(rows) or "No candidates here."
    kept, made = notice(text)
    row = [b.button("Previous", "candidates_before", before)] if before else []
    row += [b.button("Next", "candidates_after", after)] if after else []
    return kept, [*made, b.actions(row)] if row else made


def _candidate(line: CandidateLine) -> str:
    score = f" · {shown(line.score, 20)}" if line.score else ""
    return f"*{shown(line.name, 60)}* · {shown(line.job, 60)} · {shown(line.status, 40)}{score} · {shown(line.screening, 40)}"
