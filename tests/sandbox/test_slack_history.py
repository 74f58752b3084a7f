"""The simulated channel can be read back, as a bot does that looks before it repeats."""

import httpx

from tests.sandbox.test_slack import call


async def test_a_message_is_found_again_by_its_metadata(web: httpx.AsyncClient) -> None:
    metadata = {"event_type": "greenroom", "event_payload": {"key": "card:GR-1:1"}}
    posted = await call(web, "chat.postMessage", channel="C0001", text="card", metadata=metadata)
    await call(web, "chat.postMessage", channel="C0001", text="beneath it", thread_ts=posted["ts"])
    seen = (await call(web, "conversations.history", channel="C0001", include_all_metadata=True))["messages"]
    assert [(m["text"], m["metadata"]) for m in seen] == [("card", metadata)]
    assert "metadata" not in (await call(web, "conversations.history", channel="C0001"))["messages"][0]


async def test_a_thread_is_read_oldest_first_and_page_by_page(web: httpx.AsyncClient) -> None:
    top = (await call(web, "chat.postMessage", channel="C0001", text="0"))["ts"]
    for n in range(1, 5):
        await call(web, "chat.postMessage", channel="C0001", text=str(n), thread_ts=top)
    texts, cursor = [], ""
    while True:
        page = await call(web, "conversations.replies", channel="C0001", ts=top, limit=2, cursor=cursor)
        texts += [m["text"] for m in page["messages"]]
        cursor = page["response_metadata"]["next_cursor"]
        if not cursor:
            break
    assert texts == ["0", "1", "2", "3", "4"]


async def test_what_came_before_is_left_out_and_strangers_are_refused(web: httpx.AsyncClient) -> None:
    old = (await call(web, "chat.postMessage", channel="C0001", text="old"))["ts"]
    await call(web, "chat.postMessage", channel="C0001", text="new")
    newer = await call(web, "conversations.history", channel="C0001", oldest=old)
    assert [m["text"] for m in newer["messages"]] == ["new"]
    assert (await call(web, "conversations.replies", channel="C0001", ts="1.0"))["error"] == "thread_not_found"
    assert (await call(web, "conversations.history", channel="C0003"))["error"] == "not_in_channel"
