"""The resume's way out and in: found among Tracker's files, read once, asked for where it is not there; handed back to Tracker."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from bot.agents import publish
from bot.ats.attach import AttachDelivery
from bot.ats.connection import Connection, Credentials
from bot.ats.resumes import CandidateFiles
from bot.data_links import DataLinks
from bot.form_links import FormLinks, FormToken, Unusable
from bot.outbox.delivery import Delivery
from bot.results import Results
from bot.resume_step import ResumeDelivery
from bot.resumes.convert import Converter
from bot.resumes.found import LARGEST_FILE
from bot.sandbox.run import an_app
from bot.sandbox.services import Services
from bot.sms.linked import LinkedTexts
from bot.storage.keys import load_keyring
from bot.storage.repositories import SPECS, Repositories
from bot.storage.store import Store, Tables, open_inline_store
from screening.errors import Fate, PortFailed
from screening.events import Began
from screening.screener import apply
from screening.screening import Screening, Status
from tests.builders import NOON, a_screening, a_script
from tests.resumes import made
from tests.sandbox.conftest import KEYS, ListeningBot

ID = "GR-TEST01"


class House:
    """A store with one screening that waits for a resume, beside the sandbox's Tracker."""

    def __init__(self, services: Services, store: Store, connection: Connection) -> None:
        self.tenant, self.store, self.connection = services.tracker.tenant, store, connection
        files = CandidateFiles(connection, LARGEST_FILE)
        self.delivery = ResumeDelivery(store, self.records, files, Converter(), lambda: NOON)

    def records(self, tables: Tables) -> Repositories:
        return Repositories(tables, b"pepper")

    def file(self, name: str, data: bytes, kind: str = "resume", *, primary: bool = False) -> None:
        words = {"filename": name, "documentType": kind, "isPrimary": primary}
        self.tenant.add_document(self.person, {**words, "data": data})

    async def begin(self, person: int) -> None:
        self.person = person
        script = a_script("resume", "sms")
        s = a_screening(script)
        s = s.having(candidate=replace(s.candidate, id=person))

        def start(t: Tables) -> None:
            publish(self.records(t), script)
            self.records(t).begin(s)
            apply(self.records(t), s, Began(), NOON)

        await self.store.run(start)

    async def read(self) -> Screening:
        """Deliver the order to read, and look."""
        d = Delivery(row=1, key="resume", way="resume", payload={}, screening=ID, claimed=NOON, tries=1, again=False)
        await self.delivery.call(d)
        s = await self.store.read(lambda t: self.records(t).screening(ID))
        assert s is not None
        return s


@pytest.fixture
async def house() -> AsyncIterator[House]:
    bot = ListeningBot()
    services = Services(KEYS, transport=httpx.ASGITransport(app=bot.app), pause=0)
    store = open_inline_store(":memory:", SPECS)
    keyring = await store.run(lambda t: load_keyring(t, ["secret " * 8]))
    connection = Connection(
        store=store,
        keyring=keyring,
        rest_url="http://sandbox.test/tracker",
        widget_url="http://sandbox.test/widget",
        per_minute=100_000,
        now=lambda: NOON,
        transport=httpx.ASGITransport(app=an_app(services)),
    )
    await connection.keep(Credentials(access_token=KEYS.access_token), "U1")
    made_house = House(services, store, connection)
    await made_house.begin(services.crowd.gather(1, job=1020, seed=1)[0].id)
    services.tracker.tenant.documents.clear()
    yield made_house
    await services.close()
    await store.close()


async def test_the_resume_in_tracker_answers_and_the_next_step_begins(house: House) -> None:
    house.file("Screening 1020 Ana Alder GR-ABCDEF0123 r1.pdf", made.two_columns(), "general")
    house.file("photo.pdf", b"no", "photo")
    house.file("Jordan.docx", made.table_docx())
    s = await house.read()
    assert s.step == 1 and {a.question for a in s.answers} == {"licence", "years"}


async def test_a_file_that_is_only_named_as_a_resume_is_found_and_the_next_best_is_tried(house: House) -> None:
    house.file("cv_jordan.docx", made.plain_docx(), "general")
    house.file("Resume.pdf", made.encrypted())
    s = await house.read()
    assert s.step == 1 and s.answer("licence") is not None


async def test_without_a_file_the_link_goes_out_once(house: House) -> None:
    house.file("vcvt.pdf", made.one_column(), "general")
    s = await house.read()
    again = await house.read()
    assert s.step == 0 and any("[form link]" in m.text for m in s.messages)
    assert [m.text for m in again.messages if "[form link]" in m.text] == [
        m.text for m in s.messages if "[form link]" in m.text
    ]


async def test_a_file_of_fifty_megabytes_is_not_fetched_whole_and_another_is_asked_for(house: House) -> None:
    house.file("Resume.pdf", b"%PDF-" + bytes(50 << 20))
    s = await house.read()
    assert s.step == 0
    notices = await house.store.read(
        lambda t: [r["payload"]["text"] for r in t["outbox"].all() if r["way"] == "notice"]
    )
    assert len(notices) == 1 and "larger than 5 MB" in notices[0]


async def test_where_tracker_does_not_answer_it_is_tried_again_and_nobody_is_asked(house: House) -> None:
    await house.connection.forget()
    with pytest.raises(PortFailed) as failed:
        await house.read()
    assert failed.value.fate is Fate.NOT_DONE
    s = await house.store.read(lambda t: house.records(t).screening(ID))
    assert s is not None and s.messages == () and s.status is Status.IN_PROGRESS


async def test_a_resume_read_twice_is_taken_once(house: House) -> None:
    house.file("Resume.pdf", made.one_column())
    first, second = await house.read(), await house.read()
    assert first == second


async def test_a_resume_that_was_handed_in_reaches_tracker_once_and_leaves_our_disk(
    house: House, tmp_path: Path
) -> None:
    name = f"Resume {ID} abc123.pdf"
    (tmp_path / name).write_bytes(made.one_column())
    attach = AttachDelivery(house.connection, Results(house.store, house.records), tmp_path)
    payload = {"file": f"../{name}"}
    d = Delivery(row=1, key="a", way="attach", payload=payload, screening=ID, claimed=NOON, tries=1, again=False)
    assert await attach.look_up(d, frozenset()) is None
    await attach.call(d)
    (kept,) = house.tenant.documents
    assert (kept["filename"], kept["documentType"], kept["data"]) == (name, "resume", made.one_column())
    assert not list(tmp_path.iterdir())
    assert await attach.look_up(d, frozenset()) == "a"
    with pytest.raises(PortFailed) as gone:
        await attach.call(d)
    assert gone.value.fate is Fate.REFUSED


class Sender:
    """Keeps what it is given to send."""

    stale_ms = 1

    def __init__(self) -> None:
        self.sent: list[str] = []

    async def call(self, delivery: Delivery) -> str:
        self.sent.append(delivery.payload["body"])
        return "SM1"

    async def look_up(self, delivery: Delivery, taken: frozenset[str]) -> str | None:
        self.sent.append(delivery.payload["body"])
        return None


async def test_a_text_holds_the_same_link_whenever_it_is_tried_and_a_text_without_one_is_left_alone() -> None:
    links, sender = FormLinks(b"k" * 32, "https://bot.example.com"), Sender()
    texts = LinkedTexts(sender, links, DataLinks(b"k" * 32, "https://bot.example.com"))
    payload = {"body": "Here: [form link]", "link": {"round": 2, "life": 60_000}}
    d = Delivery(row=1, key="s", way="sms", payload=payload, screening=ID, claimed=NOON, tries=1, again=False)
    await texts.call(d)
    await texts.look_up(replace(d, again=True, tries=2), frozenset())
    await texts.call(replace(d, payload={"body": "I wrote [form link]"}))
    assert sender.sent[0] == sender.sent[1] and sender.sent[2] == "I wrote [form link]"
    token = links.read(sender.sent[0].rpartition("/")[2], NOON)
    assert token == FormToken(screening=ID, round=2, until=NOON + 60_000)
    assert links.read(sender.sent[0].rpartition("/")[2], NOON + 60_000) is Unusable.EXPIRED
    assert len(sender.sent[0]) - len("Here: ") <= 100
