"""Hostile requests through the doors of the whole bot, ten and more of each kind: not one has an effect."""

import hashlib
import hmac
import json
import time
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from twilio.request_validator import RequestValidator

from bot.data_links import DataLinks
from bot.form_links import FormLinks, FormToken
from bot.links import Links, why_not_outside
from tests.desk.conftest import CHANNEL, KEYS, Shop
from tests.slack.conftest import SECRET
from tests.slack.fake_slack import ADMIN

SMS = f"{KEYS.public_url}/twilio/sms"
OUTSIDER = "U0OUTSIDER"
COUNTED = (
    "screenings",
    "texts",
    "optouts",
    "mappings",
    "agents",
    "queue",
    "consents",
    "chain",
    "recordings",
    "links",
    "keys",
)


async def state(shop: Shop) -> str:
    """What counts as an effect: our rows, what was texted, and what Tracker holds."""
    ours = await shop.service.store.read(lambda t: repr([(n, [dict(r) for r in t[n].all()]) for n in COUNTED]))
    orders = await shop.service.store.read(lambda t: [r["key"] for r in t["outbox"].all() if r["way"] != "ops"])
    return repr((ours, orders, shop.sent(), shop.tenant.applications))


async def without_effect(shop: Shop, requests: list[Callable[[], Awaitable[Any]]], *statuses: int) -> None:
    """Each is made, and nothing has changed afterwards."""
    assert len(requests) >= 10
    await shop.turn(3)  # what was under way has happened
    before = await state(shop)
    for number, request in enumerate(requests):
        answer = await request()
        if statuses:
            assert answer.status_code in statuses, (number, answer.status_code, answer.text[:200])
        assert await state(shop) == before, number
    await shop.turn(3)
    assert await state(shop) == before


def twilio_form(**more: str) -> dict[str, str]:
    return {"MessageSid": "SMevil", "From": "+13125550100", "To": KEYS.number, "Body": "STOP", **more}


def signed(url: str, form: dict[str, str], token: str = "") -> str:
    return str(RequestValidator(token or KEYS.auth_token).compute_signature(url, form))


async def twilio(
    shop: Shop, form: dict[str, str], signature: str | None, path: str = "/twilio/sms", **headers: str
) -> Any:
    told = {"X-Twilio-Signature": signature} if signature is not None else {}
    return await shop.http.post(path, data=form, headers={**told, **headers})


async def test_signatures_that_are_not_twilios(shop: Shop) -> None:
    await shop.screened("yes")
    form = twilio_form()
    good = signed(SMS, form)
    tries: list[tuple[dict[str, str], str | None, str]] = [
        (form, None, "/twilio/sms"),
        (form, "", "/twilio/sms"),
        (form, good[:-2], "/twilio/sms"),
        (form, good.swapcase(), "/twilio/sms"),
        (form, signed(SMS, form, "another token"), "/twilio/sms"),
        (form, signed(SMS.replace("https", "http"), form), "/twilio/sms"),
        (form, signed("https://evil.example/twilio/sms", form), "/twilio/sms"),
        (form, signed(f"{KEYS.public_url}/twilio/status", form), "/twilio/sms"),
        (form, good, "/twilio/sms?x=1"),
        ({**form, "Body": "START"}, good, "/twilio/sms"),
        ({**form, "From": "+13125550101"}, good, "/twilio/sms"),
        ({**form, "Extra": "1"}, good, "/twilio/sms"),
        (form, "A" * 5000, "/twilio/sms"),
    ]
    await without_effect(shop, [lambda a=a, b=b, c=c: twilio(shop, a, b, c) for a, b, c in tries], 403)  # type: ignore[misc]
    await without_effect(shop, [lambda: twilio(shop, form, None, Host="bot.example.com")] * 10, 403)


async def test_signatures_that_are_not_slacks(shop: Shop) -> None:
    body = urlencode({"command": "/screen", "text": "pause", "user_id": ADMIN, "channel_id": CHANNEL, "team_id": "T1"})

    def proof(stamp: str, said: str = body, secret: str = SECRET, version: str = "v0") -> str:
        return (
            f"{version}=" + hmac.new(secret.encode(), f"{version}:{stamp}:{said}".encode(), hashlib.sha256).hexdigest()
        )

    now = str(int(time.time()))
    old, soon = str(int(time.time()) - 301), str(int(time.time()) + 3600)
    tries = [
        (now, ""), (now, "v0="), (now, "v0=" + "0" * 64), (now, proof(now, secret="other")), (now, proof(now, body + "&x=1")),
        (old, proof(old)), (soon, proof(soon)), ("0", proof("0")), ("", proof("")), ("soon", proof("soon")),
        (now, proof(now, version="v1")), (now, proof(now).upper()), (now, proof(now)[:-1]), (old, proof(now)),
    ]  # fmt: skip
    kind = {"Content-Type": "application/x-www-form-urlencoded"}

    async def send(stamp: str, said: str) -> Any:
        headers = {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": said, **kind}
        return await shop.http.post("/slack/events", content=body, headers=headers)

    await without_effect(shop, [lambda s=s, p=p: send(s, p) for s, p in tries], 401)  # type: ignore[misc]


async def test_tokens_that_were_made_up_cut_or_made_for_something_else(shop: Shop) -> None:
    s = await shop.screened("yes")
    mine = b"k" * 32
    form = FormLinks(mine, "").write(FormToken(screening=s.id, round=0, until=9_999_999_999_000))
    data = DataLinks(mine, "").url(s.id, 9_999_999_999_000)[3:]
    play = await shop.service.store.run(lambda t: Links(mine, "").make(t, s.id, "RE1", shop.clock())[3:])
    await shop.service.store.run(lambda t: t["links"].remove(doc_ids=[r.doc_id for r in t["links"].all()]))
    bad = [
        form,
        data,
        play,
        s.id,
        f"{s.id}.0.9999999999",
        f"{s.id}.0.9999999999.",
        ".",
        "%00",
        "A" * 4000,
        "%F0%9F%98%80",
        "' OR 1=1",
        "null",
    ]
    paths = [f"/{door}/{token}" for token in bad for door in ("f", "r", "d")]
    await without_effect(shop, [lambda p=p: shop.http.get(p) for p in paths], 404, 410)  # type: ignore[misc]
    hooks = [f"/tracker/hook/{token}" for token in bad]
    await without_effect(shop, [lambda p=p: shop.http.post(p, json={"recordid": 1}) for p in hooks], 404)  # type: ignore[misc]


async def test_commands_and_clicks_of_who_may_not(shop: Shop) -> None:
    s = await shop.screened("yes", "6")
    shop.slack.answers["users.info"] = {"user": {"id": OUTSIDER, "is_restricted": True}}
    commands = [
        "disconnect", f"erase {s.candidate.id}", f"export {s.candidate.id}", "pause", "pause 1020", "resume", "unmap 1020",
        'map 1021 agent=dockhand stage="Phone Screen"', "backfill 1020", f"start {s.candidate.id} 1020", f"stop {s.id}",
        "optout +13125550100 reason=x", f"push {s.id}", f"result {s.id} link=https://v.example.com/1", "import all",
        "agent new",
    ]  # fmt: skip
    await without_effect(shop, [lambda c=c: shop.command(c, user=OUTSIDER) for c in commands])  # type: ignore[misc]
    value = f"{s.id}:{s.revision}"
    clicks = [
        "advance",
        "reject",
        "hold",
        "take_over",
        "hand_back",
        "ask_again",
        "push",
        "backfill_confirm",
        "job_cancel",
    ]
    clicks_with = [(a, value) for a in clicks] + [("erase_confirm", str(s.candidate.id)), ("report", value)]
    await without_effect(shop, [lambda a=a, v=v: shop.click(a, v, user=OUTSIDER) for a, v in clicks_with])  # type: ignore[misc]


async def test_replays(shop: Shop) -> None:
    s = await shop.screened("yes")
    form = twilio_form(MessageSid="SMonce", From=s.candidate.phone, Body="6")
    await twilio(shop, form, signed(SMS, form))
    await shop.turn(8)
    assert sum("licence" in text for text in shop.sent()) <= 1
    await without_effect(shop, [lambda: twilio(shop, form, signed(SMS, form))] * 10, 200)
    status = {"MessageSid": "SMunknown", "MessageStatus": "failed", "ErrorCode": "21610"}
    path = "/twilio/status?m=99999"
    proof = signed(f"{KEYS.public_url}{path}", status)
    await without_effect(shop, [lambda: twilio(shop, status, proof, path)] * 10, 204)


async def test_paths_that_lead_elsewhere(shop: Shop) -> None:
    out = ["../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd", "....//....//etc/passwd", "..\\..\\windows",
           "%252e%252e%252fetc", "/etc/passwd", "file:///etc/passwd", "~/.ssh/id_rsa", "x/../../greenroom.db", "C:\\x"]  # fmt: skip
    paths = [f"/{door}/{quote(o, safe='%/.~:')}" for o in out for door in ("r", "d", "f")]
    await without_effect(shop, [lambda p=p: shop.http.get(p) for p in paths], 404, 405, 410)  # type: ignore[misc]
    said = [await shop.ask(f"{verb} {o}") for verb in ("export", "agent") for o in out]
    assert not any("root:" in text for text in said)


async def test_what_is_too_much(shop: Shop) -> None:
    await shop.screened("yes")
    big = {"a": "x" * 70_000}
    many = twilio_form(**{f"f{n}": "1" for n in range(500)})
    deep = "[" * 50_000 + "]" * 50_000
    hook = shop.http.post
    tries: list[Callable[[], Awaitable[Any]]] = [
        lambda: twilio(shop, twilio_form(**big), signed(SMS, twilio_form(**big))),
        lambda: twilio(shop, many, signed(SMS, many)),
        lambda: shop.http.post("/slack/events", content=b"x" * 1_100_000),
        lambda: shop.http.post("/slack/events", content=b"payload=" + b"%7B" * 300_000),
        lambda: shop.http.post("/slack/events", content=b'payload=["a"]'),
        lambda: shop.http.post("/slack/events", content=b"{" + b'"a":[' * 100_000),
        lambda: hook("/tracker/hook/x", content=deep),
        lambda: hook("/tracker/hook/x", content=b"x" * 200_000),
        lambda: shop.http.post("/f/x", content=b"x" * 2_000_000),
        lambda: shop.http.post("/f/x", data={f"k{n}": "v" for n in range(5_000)}),
        lambda: shop.http.get(f"/r/{'r' * 60_000}"),
        lambda: shop.http.get(f"/d/{'d' * 60_000}"),
        lambda: shop.http.get("/f/x", headers={"Accept-Language": "x" * 60_000}),
        lambda: shop.http.get("/r/x", headers={"Range": "bytes=" + "9" * 60_000 + "-"}),
    ]
    await without_effect(shop, tries, 401, 403, 404, 405, 410, 413, 422, 429)


SQL = [
    "' OR '1'='1", "1; DROP TABLE screenings", "1' UNION SELECT * FROM keys --", "\" OR \"\"=\"", "%' --", "0x27 OR 1=1", "'); DELETE FROM optouts; --",
    "1) OR (1=1", "\\'; --", "NULL OR 1=1", "admin'/*",
]  # fmt: skip


async def test_words_that_would_be_sql(shop: Shop) -> None:
    s = await shop.screened("yes", "6")
    commands = [f"{verb} {words}" for words in SQL for verb in ("why", "candidates", "result", "mappings")]
    await without_effect(shop, [lambda c=c: shop.command(c) for c in commands])  # type: ignore[misc]
    assert await shop.service.store.read(lambda t: shop.records(t).screening(s.id))


async def test_words_that_would_be_markup_commands_or_formulas_stay_words(shop: Shop) -> None:
    evil = [
        "<!channel> yes", "yes <@U1>", "yes <https://e.example|click>", "<script>alert(1)</script> yes", "{{ 7*7 }} yes",
        "yes ${jndi:ldap://e}", "=HYPERLINK(\"http://e\") yes", "@SUM(1) yes", "+cmd|' /C calc'!A0 yes", "yes\r\nSet-Cookie: a=b",
        "yes \u202e<!here>",
    ]  # fmt: skip
    for n, words in enumerate(evil):
        await shop.screened(words, "6", first=f"P{n}", last="Birch")
    told = json.dumps([c.args for c in shop.slack.calls], ensure_ascii=False)
    assert "<!channel>" not in told
    assert "<!here>" not in told
    assert "<@U1>" not in told
    assert "<https://e.example" not in told
    assert "<script>" not in told
    assert not any("49" in text or "jndi" in text for text in shop.sent())


async def test_log_lines_hold_no_words_of_theirs(shop: Shop, capsys: pytest.CaptureFixture[str]) -> None:
    await shop.screened("yes zanzibar\n2026-01-01 [error] forged", "6 quokka", first="Xerxes", last="Quill")
    await shop.command("why 'zanzibar\n[info] forged'")
    shown = capsys.readouterr()
    lines = shown.out + shown.err
    for trace in ("zanzibar", "quokka", "Xerxes", "Quill", "forged", "+1312555", KEYS.access_token, "xoxb-1"):
        assert trace not in lines, trace


@pytest.mark.parametrize(
    "address",
    [
        "http://169.254.169.254/latest/meta-data", "https://169.254.169.254/", "https://localhost/x", "https://127.0.0.1/x",
        "https://[::1]/x", "https://0x7f000001/", "https://2130706433/", "https://user:pw@video.example.com/x", "ftp://video.example.com/x",
        "file:///etc/passwd", "gopher://video.example.com", "javascript:alert(1)", "//video.example.com/x", "https://bot.example.com/r/x",
        "https://internal/x", "https://video.example.com/<x>",
    ],
)  # fmt: skip
def test_an_address_inside_or_of_another_kind_is_no_recording(address: str) -> None:
    assert why_not_outside(address, KEYS.public_url)
