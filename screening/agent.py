"""Agent: a configured screener; Mapping: the job and trigger stage at which it screens."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """A named screener; `script` is the hash of the published script."""

    name: str
    script: str
    title: str = ""
    source: str = "file"  # file or slack: an agent belongs to one of the two
    published: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """One job's trigger. `statuses`: the Tracker status ids that trigger; `trigger`: how it is shown."""

    job: int
    agent: str
    channel: str
    statuses: tuple[int, ...]
    trigger: str
    title: str = ""
    client: str = ""
    confidential: bool = False
    advance: str = ""
    write_back: str = "completed"
    record: str = "candidate"
    by: str = ""
    active: bool = True
    paused: bool = False
    also: tuple[str, ...] = ()  # short Activities besides: contacted, opted_out
    watched: int = 0  # counts the mappings of this job: what was read for a former one is not taken
