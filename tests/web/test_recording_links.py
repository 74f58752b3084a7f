"""Links to recordings: ours, unguessable, expiring, revocable, written down, in ranges."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.form_links import FormLinks, FormToken
from bot.links import LIFE, Links, revoke, why_not_outside
from bot.web.links import span_of
from tests.builders import NOON
from tests.voice.house import PUBLIC, RECORDING, House, a_wav

SOUND = a_wav()


@pytest.fixture
async def house(tmp_path: Path) -> House:
    made = House(folder=tmp_path)
    (tmp_path / "kept.wav").write_bytes(SOUND)
    row = {
        "sid": RECORDING, "screening": "GR-TEST01", "name": "kept.wav", "sha256": "", "size": len(SOUND),
        "type": "audio/wav", "at": NOON,
    }  # fmt: skip
    await made.store.run(lambda t: t["recordings"].insert(row))
    return made


async def a_link(house: House, recording: str = RECORDING) -> str:
    return await house.store.run(lambda t: house.links.make(t, "GR-TEST01", recording, house.now))


async def uses(house: House) -> list[str]:
    return await house.store.read(lambda t: [r["what"] for r in t["uses"].all()])


async def test_a_good_link_plays_and_is_never_stored_on_the_way(house: House) -> None:
    answer = await house.http.get(await a_link(house))
    assert (answer.status_code, answer.content) == (200, SOUND)
    assert answer.headers["content-type"] == "audio/wav"
    assert "no-store" in answer.headers["cache-control"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["accept-ranges"] == "bytes"
    assert answer.headers["content-length"] == str(len(SOUND))


@pytest.mark.parametrize(
    ("header", "status", "body"),
    [
        ("bytes=0-9", 206, SOUND[:10]),
        ("bytes=10-", 206, SOUND[10:]),
        ("bytes=-10", 206, SOUND[-10:]),
        ("bytes=0-99999999", 206, SOUND),
        ("bytes=0-", 206, SOUND),
        ("bytes=99999999-", 416, b""),
        ("bytes=-0", 416, b""),
        ("bytes=9-3", 200, SOUND),
        ("bytes=0-1,5-6", 200, SOUND),
        ("bytes=-", 200, SOUND),
        ("lines=1-2", 200, SOUND),
    ],
)
async def test_a_part_is_given_as_asked(house: House, header: str, status: int, body: bytes) -> None:
    answer = await house.http.get(await a_link(house), headers={"range": header})
    assert (answer.status_code, answer.content) == (status, body)
    if status == 206:
        assert answer.headers["content-range"].endswith(f"/{len(SOUND)}")
        assert answer.headers["content-length"] == str(len(body))
    if status == 416:
        assert answer.headers["content-range"] == f"bytes */{len(SOUND)}"


@given(
    header=st.text(max_size=40) | st.from_regex(r"bytes=\d{0,19}-\d{0,19}", fullmatch=True), size=st.integers(1, 5000)
)
def test_no_range_reaches_outside(header: str, size: int) -> None:
    span = span_of(header, size)
    assert span is None or 0 <= span.first <= span.last < size


async def test_head_says_what_get_would_send(house: House) -> None:
    link = await a_link(house)
    answer = await house.http.head(link, headers={"range": "bytes=0-9"})
    assert (answer.status_code, answer.content, answer.headers["content-length"]) == (206, b"", "10")


async def test_every_use_is_written_down(house: House) -> None:
    link = await a_link(house)
    await house.http.get(link, headers={"user-agent": "Player/1"})
    await house.http.get(link, headers={"range": "bytes=0-9"})
    house.now += LIFE
    await house.http.get(link)
    assert await uses(house) == ["GET all: 200", f"GET bytes 0-9/{len(SOUND)}: 206", "GET all: 410"]
    agents = await house.store.read(lambda t: [r["agent"] for r in t["uses"].all()])
    assert agents[0] == "Player/1"


async def test_a_changed_token_plays_nothing_wherever_it_is_changed(house: House) -> None:
    link = await a_link(house)
    head, token = link[: len(f"{PUBLIC}/r/")], link[len(f"{PUBLIC}/r/") :]
    for at, old in enumerate(token):
        changed = token[:at] + ("0" if old != "0" else "1") + token[at + 1 :]
        if changed[:-1] == token[:-1]:
            continue  # the last character of base64 holds bits that stand for nothing
        assert (await house.http.get(f"{head}{changed}")).status_code == 404
    for other in ("", "x", token.split(".")[0], f"{token}x", f"{token}.{token}", "%2e%2e", "a" * 5000, "é", "%00"):
        assert (await house.http.get(f"{head}{other}")).status_code in (404, 405)
    assert await uses(house) == []


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(token=st.text(max_size=60))
async def test_no_token_can_be_made_up(house: House, token: str) -> None:
    assert house.links.id_of(token) == ""


async def test_tokens_of_another_store_or_of_the_form_play_nothing(house: House) -> None:
    other = Links(b"o" * 32, PUBLIC)
    foreign = await house.store.run(lambda t: other.make(t, "GR-TEST01", RECORDING, house.now))
    form = FormLinks(b"k" * 32, PUBLIC).write(FormToken(screening="GR-TEST01", round=0, until=NOON + LIFE))
    assert (await house.http.get(foreign)).status_code == 404
    assert (await house.http.get(f"{PUBLIC}/r/{form}")).status_code == 404


async def test_an_expired_link_says_how_to_get_a_new_one(house: House) -> None:
    link = await a_link(house)
    house.now += LIFE
    answer = await house.http.get(link)
    assert answer.status_code == 410
    assert "/screen result GR-TEST01" in answer.text
    assert "no-store" in answer.headers["cache-control"]


async def test_a_revoked_link_plays_nothing(house: House) -> None:
    link = await a_link(house)
    assert await house.store.run(lambda t: revoke(t, "GR-TEST01", house.now)) == 1
    assert (await house.http.get(link)).status_code == 410
    assert await house.store.run(lambda t: revoke(t, "GR-TEST01", house.now)) == 0


@pytest.mark.parametrize("lost", ["row", "file"])
async def test_a_deleted_recording_is_said_to_be_deleted(house: House, lost: str) -> None:
    link = await a_link(house)
    if lost == "file":
        (house.folder / "kept.wav").unlink()
    else:
        await house.store.run(lambda t: t["recordings"].remove(doc_ids=[t["recordings"].first(sid=RECORDING).doc_id]))  # type: ignore[union-attr]
    answer = await house.http.get(link)
    assert answer.status_code == 410
    assert "deleted" in answer.text


async def test_a_new_link_takes_the_place_of_an_expired_one_and_of_no_other(house: House) -> None:
    links = (await a_link(house), "https://video.example.com/1")
    renew = lambda: house.store.run(lambda t: house.links.renewed(t, links, house.now))  # noqa: E731
    assert await renew() == links
    house.now += LIFE
    new = await renew()
    assert (new[0] != links[0], new[1]) == (True, links[1])
    assert (await house.http.get(new[0])).status_code == 200


async def test_the_pages_are_small_strict_and_have_nothing_from_outside(house: House) -> None:
    link = await a_link(house)
    house.now += LIFE
    for address in (link, f"{PUBLIC}/r/nothing"):
        page = await house.http.get(address)
        assert len(page.content) <= 10_000
        policy = page.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert "http" not in page.text.split("</style>")[1]
        assert '<html lang="en">' in page.text
        assert "<title>" in page.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
async def test_a_link_can_only_be_read(house: House, method: str) -> None:
    assert (await house.http.request(method, await a_link(house))).status_code == 405


@pytest.mark.parametrize(
    "link",
    [
        "http://video.example.com/1",
        "https://",
        "https:///x",
        "https://localhost/x",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://2130706433/x",
        "https://user:pw@video.example.com/",
        "https://video.example.com@evil.example/",
        "https://video.example.com:99999/",
        "https://video.example.com/a b",
        "https://video.example.com/<!channel>",
        "https://video.example.com/x|y",
        "https://video.example.com/\u202egpj.exe",
        "https://video.example.com/" + "x" * 500,
        "javascript:alert(1)",
        "ftp://video.example.com/1",
        f"{PUBLIC}/r/whatever",
    ],
)
def test_what_is_no_good_address_is_refused_in_words(link: str) -> None:
    assert why_not_outside(link, PUBLIC)


@pytest.mark.parametrize(
    "link", ["https://video.example.com/v/1?t=30#a", "https://loom.com/share/abc", "https://x.io:8443/y"]
)
def test_an_https_address_elsewhere_is_taken(link: str) -> None:
    assert why_not_outside(link, PUBLIC) == ""
