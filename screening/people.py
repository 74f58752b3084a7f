"""The people and records that a screening is about, in our words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """The person. `phone` is E.164 or empty; `zones` are IANA names in which the person may live."""

    id: int
    first_name: str
    name: str
    phone: str = ""
    email: str = ""
    do_not_use: bool = False
    marketing: str = ""
    zones: tuple[str, ...] = ()
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity:
    """The role to fill. `title` is what candidates are told; `client` is never told where confidential."""

    id: int
    title: str
    client: str = ""
    is_open: bool = True
    confidential: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StageChange:
    """An application that stands at a stage it did not stand at before."""

    application: int
    opportunity: int
    candidate: int
    stage: int
    stage_name: str
    created: str = ""
