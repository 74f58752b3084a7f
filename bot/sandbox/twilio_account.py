"""The simulated Twilio account: its messages, and opt-outs kept as Twilio keeps them."""

import itertools
import re
import time
from email.utils import formatdate

from bot.sandbox.keys import Keys
from bot.sandbox.twilio_hooks import Hooks
from bot.sandbox.wire import Json

STOP_WORDS = frozenset({"STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"})
START_WORDS = frozenset({"START", "UNSTOP", "YES"})
STOPPED = "You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe."
STARTED = "You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe."
E164 = re.compile(r"\+[1-9]\d{7,14}")
GSM = re.compile(r"[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\[~\]|\\€]*")


class TwilioRefusal(Exception):
    """Twilio says no, with its code."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        more = f"https://www.twilio.com/docs/errors/{code}"
        self.answer: Json = {"code": code, "message": message, "more_info": more, "status": status}


class Account:
    """The simulated Twilio account: its messages, and who has opted out of them."""

    def __init__(self, keys: Keys, hooks: Hooks) -> None:
        self.keys, self.hooks = keys, hooks
        self.messages: list[Json] = []
        self.blocked: set[str] = set()
        self.unreachable: set[str] = set()
        self.faults: list[Json] = []
        self._numbers = itertools.count(1)

    def sid(self, prefix: str = "SM") -> str:
        """A new sid."""
        return f"{prefix}{next(self._numbers):032x}"

    def create(self, form: Json) -> Json:
        """Accepts a message, or refuses it; its statuses follow by callback."""
        self._check(form)
        sender = form.get("From") or (None if form.get("MessagingServiceSid") else self.keys.number)
        status = "queued" if sender else "accepted"
        message = self._keep(form["To"], sender or self.keys.number, form["Body"], "outbound-api", status)
        message["messaging_service_sid"] = form.get("MessagingServiceSid")
        self.hooks.follow(message, form.get("StatusCallback", ""), undeliverable=form["To"] in self.unreachable)
        return message

    def _check(self, form: Json) -> None:
        to, body = form.get("To", ""), form.get("Body", "")
        if not E164.fullmatch(to):
            raise TwilioRefusal(400, 21211, f"Invalid 'To' Phone Number: {to[:4]}XXXX")
        if not form.get("MessagingServiceSid") and form.get("From") != self.keys.number:
            raise TwilioRefusal(400, 21606, "The 'From' phone number is not a valid message-capable Twilio number")
        if not body:
            raise TwilioRefusal(400, 21602, "Message body is required.")
        if len(body) > 1600:
            raise TwilioRefusal(400, 21617, "The concatenated message body exceeds the 1600 character limit")
        if to in self.blocked:
            raise TwilioRefusal(400, 21610, "Attempt to send to unsubscribed recipient")

    def _keep(self, to: str, sender: str, body: str, direction: str, status: str) -> Json:
        sid, now = self.sid(), time.time()
        path = f"/2010-04-01/Accounts/{self.keys.account_sid}/Messages/{sid}"
        message = {
            "sid": sid, "account_sid": self.keys.account_sid, "to": to, "from": sender, "body": body, "direction": direction,
            "status": status, "num_segments": str(segments(body)), "num_media": "0", "price": None, "price_unit": "USD",
            "error_code": None, "error_message": None, "api_version": "2010-04-01", "messaging_service_sid": None,
            "date_created": rfc2822(now), "date_updated": rfc2822(now), "date_sent": rfc2822(now),
            "uri": path + ".json", "subresource_uris": {"media": path + "/Media.json"}, "at": now,
        }  # fmt: skip
        self.messages.append(message)
        return message

    async def receive(self, sender: str, body: str) -> int:
        """A text from a phone: keywords act at once, and the bot is told all the same."""
        message = self._keep(self.keys.number, sender, body, "inbound", "received")
        word = body.strip().upper()
        if word in STOP_WORDS and sender not in self.blocked:
            self.blocked.add(sender)
            self._keep(sender, self.keys.number, STOPPED, "outbound-reply", "delivered")
        elif word in START_WORDS and sender in self.blocked:
            self.blocked.discard(sender)
            self._keep(sender, self.keys.number, STARTED, "outbound-reply", "delivered")
        return await self.hooks.inbound(message)

    def listed(self, query: Json) -> Json:
        """Messages, newest first, a page at a time."""
        size, page = (min(int(query.get("PageSize", 50)), 1000), int(query.get("Page", 0)))
        wanted = [m for m in reversed(self.messages) if matches(m, query)]
        path = f"/2010-04-01/Accounts/{self.keys.account_sid}/Messages.json"
        more = len(wanted) > (page + 1) * size
        asked = "".join(f"&{k}={v.replace('+', '%2B')}" for k, v in query.items() if k in ("To", "From"))
        return {
            "messages": [public(m) for m in wanted[page * size : (page + 1) * size]], "page": page, "page_size": size,
            "first_page_uri": f"{path}?PageSize={size}&Page=0{asked}", "previous_page_uri": None, "uri": f"{path}?Page={page}",
            "next_page_uri": f"{path}?PageSize={size}&Page={page + 1}{asked}" if more else None, "start": page * size, "end": 0,
        }  # fmt: skip

    def fetch(self, sid: str) -> Json:
        """One message."""
        found = next((m for m in self.messages if m["sid"] == sid), None)
        if not found:
            raise TwilioRefusal(404, 20404, f"The requested resource /Messages/{sid}.json was not found")
        return found


def rfc2822(at: float) -> str:
    """An instant as Twilio writes it."""
    return formatdate(at).replace("-0000", "+0000")


def segments(body: str) -> int:
    """How many segments a body takes."""
    if GSM.fullmatch(body):
        length = len(body) + sum(body.count(c) for c in "^{}[]~\\|€")
        return 1 if length <= 160 else -(-length // 153)
    length = len(body.encode("utf-16-be")) // 2
    return 1 if length <= 70 else -(-length // 67)


def matches(message: Json, query: Json) -> bool:
    """Whether a list with those filters shows the message."""
    day = time.strftime("%Y-%m-%d", time.gmtime(message["at"]))
    people = all(query.get(name, message[name.lower()]) == message[name.lower()] for name in ("To", "From"))
    sent = str(query.get("DateSent", day)) == day and str(query.get("DateSent>", day)) <= day <= str(
        query.get("DateSent<", day)
    )
    return people and sent


def public(message: Json) -> Json:
    """A message as Twilio shows it."""
    return {key: value for key, value in message.items() if key != "at"}
