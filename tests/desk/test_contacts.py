"""Contact data that differ from Tracker are shown, and changed field by field, by a recruiter's click alone."""

from typing import Any

from screening.screening import Screening
from tests.desk.conftest import Shop
from tests.slack.fake_slack import PLAIN


async def corrected(shop: Shop, words: str = "yes, and my new email is ana.new@example.com") -> Screening:
    """Somebody who has answered, and said something of themselves."""
    s = await shop.screened(words, "6")
    await shop.turn(4)
    return s


def person(shop: Shop, s: Screening) -> Any:
    """The record in Tracker."""
    return shop.tenant.people[s.candidate.id]


async def test_a_new_address_is_shown_beside_the_old_one_and_tracker_is_left_alone(shop: Shop) -> None:
    s = await corrected(shop)
    (post,) = shop.posts("differ from Tracker")
    assert "Tracker has nothing, they say ana.new@example.com" in post["text"]
    assert "contact_email" in str(post["blocks"]) and "contact_mobile" not in str(post["blocks"])
    assert person(shop, s)["contactDetails"]["email"] == ""


async def test_a_click_changes_that_field_and_nothing_beside_it(shop: Shop) -> None:
    s = await corrected(shop)
    before = {**person(shop, s)["contactDetails"]}
    await shop.click("contact_email", f"{s.id}:email")
    assert person(shop, s)["contactDetails"] == {**before, "email": "ana.new@example.com"}
    assert "is ana.new@example.com now" in shop.said()
    assert "changed in Tracker from nothing to ana.new@example.com" in await shop.ask(f"why {s.candidate.id}")
    await shop.click("contact_email", f"{s.id}:email")
    assert "has that e-mail already" in shop.said()


async def test_what_was_changed_in_tracker_meanwhile_is_not_written_over(shop: Shop) -> None:
    s = await corrected(shop)
    person(shop, s)["contactDetails"]["email"] = "ana.third@example.com"
    await shop.click("contact_email", f"{s.id}:email")
    assert "changed in Tracker meanwhile" in shop.said()
    assert person(shop, s)["contactDetails"]["email"] == "ana.third@example.com"


async def test_a_protected_field_is_shown_without_a_button_and_an_old_button_does_nothing(shop: Shop) -> None:
    assert "`protected`: email, name" in await shop.ask("settings protected=email,name")
    s = await corrected(shop)
    (post,) = shop.posts("differ from Tracker")
    assert "protected, changed in Tracker alone" in post["text"] and "contact_email" not in str(post["blocks"])
    await shop.click("contact_email", f"{s.id}:email")
    assert "is protected" in shop.said() and person(shop, s)["contactDetails"]["email"] == ""
    assert "names no field “shoe size”" in await shop.ask('settings protected="email, shoe size"')


async def test_nobody_but_the_channels_people_changes_it(shop: Shop) -> None:
    s = await corrected(shop)
    shop.slack.answers["conversations.members"] = {"members": []}
    await shop.click("contact_email", f"{s.id}:email", user=PLAIN)
    assert person(shop, s)["contactDetails"]["email"] == ""


async def test_a_button_that_names_nothing_we_showed_does_nothing(shop: Shop) -> None:
    s = await corrected(shop)
    for value in (f"{s.id}:mobile", f"{s.id}:", "GR-NOSUCH:email", ""):
        await shop.click("contact_email", value)
    assert person(shop, s)["contactDetails"]["email"] == ""


async def test_who_says_what_tracker_has_is_not_mentioned(shop: Shop) -> None:
    await corrected(shop, "yes, my name is Ana Alder.")
    assert shop.posts("differ from Tracker") == []


async def test_an_address_is_offered_part_by_part_and_a_click_changes_that_part_alone(shop: Shop) -> None:
    s = await corrected(shop, "yes, and my new address is 12 Oak Street, Dayton OH 45402")
    (post,) = shop.posts("differ from Tracker")
    assert "street: Tracker has nothing, they say 12 Oak Street" in post["text"]
    assert "town: Tracker has Chicago, they say Dayton" in post["text"]
    before = {**person(shop, s)["address"]}
    await shop.click("contact_street", f"{s.id}:street")
    assert person(shop, s)["address"] == {**before, "addressLine1": "12 Oak Street"}
    await shop.click("contact_state", f"{s.id}:state")
    assert person(shop, s)["address"] == {**before, "addressLine1": "12 Oak Street", "county": "OH"}
