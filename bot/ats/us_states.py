"""US states: their postal codes by name, from an address or from an area code."""

from typing import Final

import phonenumbers
from phonenumbers import geocoder

_NAMES: Final = (
    "Alabama=AL Alaska=AK Arizona=AZ Arkansas=AR California=CA Colorado=CO Connecticut=CT Delaware=DE Florida=FL "
    "Georgia=GA Hawaii=HI Idaho=ID Illinois=IL Indiana=IN Iowa=IA Kansas=KS Kentucky=KY Louisiana=LA Maine=ME "
    "Maryland=MD Massachusetts=MA Michigan=MI Minnesota=MN Mississippi=MS Missouri=MO Montana=MT Nebraska=NE "
    "Nevada=NV New_Hampshire=NH New_Jersey=NJ New_Mexico=NM New_York=NY North_Carolina=NC North_Dakota=ND Ohio=OH "
    "Oklahoma=OK Oregon=OR Pennsylvania=PA Rhode_Island=RI South_Carolina=SC South_Dakota=SD Tennessee=TN Texas=TX "
    "Utah=UT Vermont=VT Virginia=VA Washington=WA Washington_State=WA West_Virginia=WV Wisconsin=WI Wyoming=WY District_of_Columbia=DC"
)
CODES: Final = {name.replace("_", " ").lower(): code for name, code in (p.split("=") for p in _NAMES.split())}


def state_of(county: str, phone: str) -> str:
    """The postal code of the state: the address's, else the area code's; empty where neither says."""
    said = county.strip()
    code = CODES.get(said.lower(), said.upper() if said.upper() in CODES.values() else "")
    return code or (_of_area(phone) if phone.startswith("+1") else said.upper()[:20])


def _of_area(phone: str) -> str:
    where = geocoder.description_for_number(phonenumbers.parse(phone), "en").rpartition(", ")[2]
    return where if where in CODES.values() else CODES.get(where.lower(), "")
