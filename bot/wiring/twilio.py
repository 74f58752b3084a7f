"""What speaks to Twilio: texts, calls and recordings."""

from dataclasses import dataclass

from twilio.rest import Client

from bot.phone import Phone
from bot.service import Act
from bot.sms.send import Texts
from bot.sms.transport import HttpxTransport
from bot.voice.call import Calls
from bot.voice.recordings import Twilio
from bot.wiring.core import Core


@dataclass(frozen=True, slots=True, kw_only=True)
class TwilioSide:
    """What speaks to Twilio."""

    texts: Texts
    calls: Calls
    recordings: Twilio
    close: Act


def twilio_side(core: Core) -> TwilioSide:
    """Texts, calls and recordings by the one account."""
    s = core.settings
    transport = HttpxTransport(s.twilio_api_url, transport=core.outside.twilio)
    user, password = s.twilio_account_sid, s.twilio_auth_token
    if s.twilio_api_key:
        user, password = s.twilio_api_key, s.twilio_api_secret
    client = Client(user, password, account_sid=s.twilio_account_sid, http_client=transport)
    callback = f"{s.public_url}/twilio/status"
    texts = Texts(client=client, transport=transport, sender=s.twilio_from, service=s.twilio_service, callback=callback)
    calls = Calls(client=client, transport=transport, sender=s.twilio_from, public_url=s.public_url)
    recordings = Twilio(
        origin=s.twilio_api_url, account=s.twilio_account_sid, auth=(user, password), http=transport.http
    )
    return TwilioSide(texts=texts, calls=calls, recordings=recordings, close=transport.http.aclose)


def phone_of(core: Core, twilio: TwilioSide) -> Phone:
    """What answers Twilio while somebody is on the phone."""
    public = core.settings.public_url
    return Phone(store=core.store, records=core.records, twilio=twilio.recordings, public_url=public, now=core.now)
