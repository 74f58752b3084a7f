"""A report matches what was published, or the difference is named."""

from bot.reports.render import Renderer
from bot.subjects.erase import erase
from bot.subjects.verifying import Verdict, verify_report
from screening.report import build
from screening.scoring import score
from screening.screening import Screening
from screening.understanding import ENGINE
from tests.builders import NOON, a_script
from tests.subjects.conftest import House


async def report(s: Screening, renderer: Renderer) -> bytes:
    script = a_script()
    return await renderer.render(build(s, script, score(s, script, ENGINE), generated_at=NOON))


async def verdict(house: House, pdf: bytes) -> Verdict:
    return await house.store.read(lambda t: verify_report(house.records(t), pdf))


async def test_the_report_that_was_published_matches(house: House) -> None:
    renderer = Renderer()
    s = await house.screened()
    pdf = await report(s, renderer)
    assert (await verdict(house, pdf)).ok
    changed = await verdict(house, await report(s.having(answers=s.answers[:1]), renderer))
    assert not changed.ok
    assert "not the one that was published" in changed.text
    await house.act(lambda r: r.save(s.having(answers=s.answers[:1])))
    stored = await verdict(house, pdf)
    assert not stored.ok
    assert "no longer give this score" in stored.text
    await house.act(lambda r: erase(r, "7", NOON, "U1"))
    gone = await verdict(house, pdf)
    assert gone.ok
    assert "erased on 2026-11-21, chain whole" in gone.text
    renderer.close()


async def test_what_is_no_report_is_said_to_be_none(house: House) -> None:
    for pdf in (b"", b"%PDF-1.7", b"hello"):
        found = await verdict(house, pdf)
        assert not found.ok
        assert "not a report" in found.text
