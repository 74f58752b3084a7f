"""Verify: whether a report still says what the store says, and whether the audit chains are whole."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.reports.verify import claims
from bot.storage.repositories import Repositories
from bot.subjects.anchoring import all_anchors
from screening.anchor import Anchor, anchor_faults
from screening.chain import ERASED, Link, Sealed, faults
from screening.scoring import score
from screening.seal import digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was found, in words."""

    ok: bool
    text: str


def verify_report(records: Repositories, pdf: bytes) -> Verdict:
    """The verdict on one report."""
    said = claims(pdf)
    if not said:
        return Verdict(
            ok=False, text="This is not a report of Greenroom, or it was changed so that it no longer says so."
        )
    id, revision = said["screening"], int(said["revision"]) if said["revision"].isdigit() else 0
    links, events = records.links(id)
    if wrong := faults(links, events):
        return Verdict(ok=False, text=f"{id}: the audit chain is broken: {'; '.join(wrong[:5])}.")
    if when := _erased(links, events):
        return Verdict(ok=True, text=f"{id}: erased on {when}, chain whole ({len(links)} links).")
    return _matches(records, id, revision, said["sha256"], links, events)


def _matches(
    records: Repositories, id: str, revision: int, claimed: str, links: list[Link], events: dict[int, Sealed]
) -> Verdict:
    screening = records.screening(id)
    script = records.script(screening.script) if screening else None
    if screening is None or script is None:
        return Verdict(ok=False, text=f"{id} is not in this store.")
    result = _published(events, revision)
    if result is None:
        return Verdict(ok=False, text=f"{id}: revision {revision} was never published.")
    if result["sha256"] != claimed:
        return Verdict(
            ok=False, text=f"{id}: the report's score is not the one that was published as revision {revision}."
        )
    if revision == screening.revision and digest(score(screening, script, result["engine"])) != claimed:
        return Verdict(ok=False, text=f"{id}: the answers in the store no longer give this score.")
    later = f" Revision {screening.revision} has replaced it." if revision < screening.revision else ""
    return Verdict(ok=True, text=f"{id}: the report matches; the audit chain is whole ({len(links)} links).{later}")


def _published(events: dict[int, Sealed], revision: int) -> dict[str, Any] | None:
    found = [e.payload["result"] for e in events.values() if e.payload.get("result", {}).get("revision") == revision]
    return dict(found[-1]) if found else None


def _erased(links: list[Link], events: dict[int, Sealed]) -> str:
    last = links[-1] if links else None
    what = events.get(last.number) if last else None
    if last is None or what is None or what.payload.get("what") != ERASED:
        return ""
    return datetime.fromtimestamp(last.at / 1000, UTC).strftime("%Y-%m-%d")


def verify_all(records: Repositories) -> Verdict:
    """The verdict on every chain of the store, on the heads that the screenings remember, and on the daily anchors."""
    heads = {row["gr"]: row["data"]["chain"] for row in records.tables["screenings"].all()}
    ids = sorted(
        {row["screening"] for row in records.tables["chain"].all()} | {id for id, head in heads.items() if head}
    )
    chains = {id: records.links(id) for id in ids}
    wrong = [found for id in ids if (found := _of(id, *chains[id], heads.get(id, "")))]
    anchors = all_anchors(records.tables)
    wrong += anchor_faults(anchors, {id: links for id, (links, _) in chains.items()})
    if wrong:
        return Verdict(ok=False, text="\n".join(wrong[:50]))
    gone = [f"{id}: erased on {when}, chain whole." for id in ids if (when := _erased(*chains[id]))]
    return Verdict(ok=True, text="\n".join([f"{len(ids)} audit chains are whole.{_last(anchors)}", *gone[:50]]))


def _last(anchors: list[Anchor]) -> str:
    if not anchors:
        return " No daily anchor was made yet."
    day = datetime.fromtimestamp(anchors[-1].at / 1000, UTC).strftime("%Y-%m-%d")
    return f" {len(anchors)} daily anchors hold; the last, of {day}, is {anchors[-1].root}."


def _of(id: str, links: list[Link], events: dict[int, Sealed], head: str) -> str:
    found = faults(links, events)
    if head and (not links or links[-1].head != head):
        found.append("its last link is not the one that the screening remembers")
    return f"{id}: {'; '.join(found[:5])}" if found else ""
