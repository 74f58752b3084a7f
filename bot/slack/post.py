"""The way out to Slack: posting, editing, uploading, looking up. Every failure leaves as PortFailed with its fate."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.slack.blocks import Block
from bot.slack.client import POSTING
from bot.slack.faults import translated
from bot.slack.text import LONGEST_TEXT, cut, disarm
from screening.errors import Fate, PortFailed

EVENT_TYPE = "greenroom_delivery"
LARGEST_FILE = 200_000
_PAGES = 5  # of a look-up; 200 messages each


class SlackPost:
    """Messages and files in Slack. The client must not retry by itself: who calls decides, after a look-up."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client

    async def post(
        self,
        channel: str,
        text: str,
        blocks: Sequence[Block] = (),
        metadata: str = "",
        *,
        thread_ts: str = "",
        everyone: bool = False,
    ) -> tuple[str, str]:
        """A new message; gives the channel and ts that name it. `metadata` is the key that `find` looks for.

        `everyone`: a message in a thread is shown in the channel as well.
        """
        more: dict[str, Any] = {"blocks": disarm(list(blocks))} if blocks else {}
        if metadata:
            more["metadata"] = {"event_type": EVENT_TYPE, "event_payload": {"key": metadata}}
        if thread_ts:
            more |= {"thread_ts": thread_ts, **({"reply_broadcast": True} if everyone else {})}
        async with translated(f"posting to {channel}"):
            answer = await self._client.chat_postMessage(
                channel=channel,
                text=disarm(cut(text, LONGEST_TEXT)),
                unfurl_links=False,
                unfurl_media=False,
                **more,
            )
        return str(answer.get("channel") or channel), str(answer["ts"])

    async def update(self, channel: str, ts: str, text: str, blocks: Sequence[Block] = ()) -> None:
        """Replaces a message's text and blocks; without blocks the old ones go. MessageGone where somebody deleted it."""
        async with translated(f"editing a message in {channel}"):
            await self._client.chat_update(
                channel=channel, ts=ts, text=disarm(cut(text, LONGEST_TEXT)), blocks=disarm(list(blocks))
            )

    async def ephemeral(
        self, channel: str, user: str, text: str, blocks: Sequence[Block] = (), *, thread_ts: str = ""
    ) -> None:
        """A message that only `user` sees; where the bot is no member of the channel, a direct message."""
        more: dict[str, Any] = {"blocks": disarm(list(blocks))} if blocks else {}
        said = disarm(cut(text, LONGEST_TEXT))
        if thread_ts:
            more["thread_ts"] = thread_ts
        try:
            async with translated(f"answering in {channel}"):
                await self._client.chat_postEphemeral(channel=channel, user=user, text=said, **more)
        except PortFailed as failure:
            if failure.fate is not Fate.REFUSED and not failure.waits:
                raise
            await self.post(await self.open_dm(user), said, blocks)

    async def upload(self, channel: str, thread_ts: str, filename: str, data: bytes, title: str) -> str:
        """A file into a thread; gives its id. Until the last call nothing can be seen, so failing is NOT_DONE there."""
        file_id = await self._store_bytes(filename, data)
        async with translated(f"sharing {filename}"):
            await self._client.files_completeUploadExternal(
                files=[{"id": file_id, "title": cut(title, 200)}], channel_id=channel, thread_ts=thread_ts
            )
        return file_id

    async def _store_bytes(self, filename: str, data: bytes) -> str:
        try:
            async with translated(f"uploading {filename}"):
                place = await self._client.files_getUploadURLExternal(filename=filename, length=len(data))
                await _send(str(place["upload_url"]), data)
                return str(place["file_id"])
        except PortFailed as failure:
            if failure.fate is Fate.UNKNOWN:
                raise PortFailed(str(failure), fate=Fate.NOT_DONE, retry_after=failure.retry_after) from failure
            raise

    async def find(self, channel: str, key: str, *, thread_ts: str = "", oldest: str = "") -> tuple[str, str] | None:
        """The message posted with that metadata key, if it stands: (channel, ts)."""
        async for message in self._messages(channel, thread_ts=thread_ts, oldest=oldest):
            payload = (message.get("metadata") or {}).get("event_payload") or {}
            if payload.get("key") == key and message.get("ts"):
                return channel, str(message["ts"])
        return None

    async def find_upload(self, channel: str, thread_ts: str, filename: str) -> str | None:
        """The id of a file of that name in the thread, if it stands."""
        async for message in self._messages(channel, thread_ts=thread_ts):
            for file in message.get("files") or []:
                if file.get("name") == filename:
                    return str(file.get("id"))
        return None

    async def _messages(self, channel: str, *, thread_ts: str = "", oldest: str = "") -> AsyncIterator[dict[str, Any]]:
        ask: dict[str, Any] = {"channel": channel, "include_all_metadata": True}
        ask |= {name: value for name, value in (("ts", thread_ts), ("oldest", oldest)) if value}
        call = self._client.conversations_replies if thread_ts else self._client.conversations_history
        async for page in _paged(f"looking into {channel}", call, **ask):
            for message in page.get("messages") or []:
                yield message

    async def file_text(self, file: str) -> str:
        """The text of a small file that a person uploaded."""
        return (await self.file_bytes(file)).decode("utf-8", "replace")

    async def file_bytes(self, file: str, most: int = LARGEST_FILE, *, shown: Mapping[str, Any] | None = None) -> bytes:
        """What a file that a person uploaded holds, up to `most` bytes. `shown`: the file as a form showed it."""
        async with translated("reading the file"):
            found = (await self._client.files_info(file=file)).get("file") or {}
        whole = {**(shown or {}), **found}
        return await _fetch(whole, str(self._client.base_url), str(self._client.token), most)

    async def open_dm(self, user: str) -> str:
        """The channel of a direct message with `user`."""
        async with translated(f"opening a direct message with {user}"):
            answer = await self._client.conversations_open(users=user)
        return str(answer["channel"]["id"])

    async def closed(self, channel: str) -> str:
        """Why we cannot post in a channel, in our own wording; empty where we can."""
        try:
            async with translated(f"looking at {channel}"):
                seen = (await self._client.conversations_info(channel=channel)).get("channel") or {}
        except PortFailed as failure:
            if "channel_not_found" not in str(failure):
                raise
            seen = {"is_member": False}
        if seen.get("is_archived"):
            return f"<#{channel}> is archived. Choose another channel."
        if seen.get("is_ext_shared"):
            return f"<#{channel}> is shared with another company. Candidates are shown in channels of your own only."
        if seen.get("is_im") or seen.get("is_mpim") or seen.get("is_member", True):
            return ""
        return f"I am not in <#{channel}> yet: invite me there with /invite, then do this again. Or map it from a direct message."

    async def members(self, channel: str) -> frozenset[str]:
        """Who is in a channel, up to five thousand people."""
        call = self._client.conversations_members
        pages = _paged(f"reading the members of {channel}", call, channel=channel, limit=1000)
        return frozenset([str(user) async for page in pages for user in page.get("members") or []])

    async def is_full_member(self, user: str) -> bool:
        """Whether `user` is a person of this workspace: no guest, no stranger, no bot."""
        async with translated(f"reading the user {user}"):
            answer = await self._client.users_info(user=user)
        seen = answer.get("user") or {}
        flags = ("deleted", "is_restricted", "is_ultra_restricted", "is_stranger", "is_bot")
        return bool(seen) and not any(seen.get(flag) for flag in flags)

    async def name_of(self, user: str) -> str:
        """The person's name as the workspace shows it."""
        async with translated(f"reading the user {user}"):
            seen = (await self._client.users_info(user=user)).get("user") or {}
        profile = seen.get("profile") or {}
        return str(profile.get("display_name") or profile.get("real_name") or seen.get("real_name") or user)

    async def email_of(self, user: str) -> str:
        """The person's e-mail address; empty where Slack does not tell it."""
        async with translated(f"reading the user {user}"):
            seen = (await self._client.users_info(user=user)).get("user") or {}
        return str((seen.get("profile") or {}).get("email") or "")

    async def scopes(self) -> frozenset[str]:
        """What the bot's token may do, as Slack says it; empty where it does not say."""
        async with translated("asking Slack who we are"):
            answer = await self._client.auth_test()
        found = {str(k).lower(): str(v) for k, v in dict(answer.headers or {}).items()}
        return frozenset(s.strip() for s in found.get("x-oauth-scopes", "").split(",") if s.strip())

    async def channel_named(self, name: str) -> str | None:
        """The id of a channel of that name which the bot is in."""
        call, kinds = self._client.users_conversations, "public_channel,private_channel"
        async for page in _paged("reading the channels", call, types=kinds, exclude_archived=True):
            for channel in page.get("channels") or []:
                if channel.get("name") == name:
                    return str(channel["id"])
        return None


async def _paged(
    what: str, call: Callable[..., Awaitable[AsyncSlackResponse]], **ask: Any
) -> AsyncIterator[AsyncSlackResponse]:
    """The pages of a list, up to a bound; Slack's cursor leads from one to the next."""
    cursor: dict[str, str] = {}
    for _ in range(_PAGES):
        async with translated(what):
            page = await call(**{"limit": 200, **ask, **cursor})
        yield page
        following = str((page.get("response_metadata") or {}).get("next_cursor") or "")
        if not following:
            return
        cursor = {"cursor": following}


async def _fetch(file: dict[str, Any], api: str, token: str, most: int) -> bytes:
    """A file's bytes; only from Slack itself, since the token goes with the call."""
    url = str(file.get("url_private_download") or file.get("url_private") or "")
    host = urlsplit(url).hostname or ""
    if not (host == urlsplit(api).hostname or (host.endswith(".slack.com") and url.startswith("https://"))):
        raise PortFailed("reading the file: Slack gave no address for it", fate=Fate.REFUSED)
    timeout = aiohttp.ClientTimeout(total=POSTING)
    bearer = {"Authorization": f"Bearer {token}"}
    async with (
        translated("reading the file"),
        aiohttp.ClientSession(timeout=timeout, headers=bearer) as session,
        session.get(url, allow_redirects=False) as answer,
    ):
        data = b""
        while len(data) <= most and (more := await answer.content.read(most + 1 - len(data))):
            data += more
    if answer.status != 200 or len(data) > most:
        raise PortFailed(f"the file cannot be read, or is larger than {most // 1000} kB", fate=Fate.REFUSED)
    return data


async def _send(url: str, data: bytes) -> None:
    timeout = aiohttp.ClientTimeout(total=60)
    async with aiohttp.ClientSession(timeout=timeout) as session, session.post(url, data=data) as answer:
        if answer.status != 200:
            raise PortFailed(f"uploading a file: Slack answered {answer.status}", fate=Fate.NOT_DONE)
