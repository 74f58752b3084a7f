"""A list of people uploaded in Slack: looked at first, then taken through the same gate as everybody."""

from datetime import timedelta
from typing import Any

from tests.desk.conftest import CHANNEL, Shop
from tests.slack.fake_slack import PLAIN


async def look_at(shop: Shop, text: str, job: str = "1020", user: str = "") -> str:
    """Uploads a list; what is answered."""
    shop.slack.answers["files.info"] = {"file": {"id": "F1", "url_private_download": f"{shop.slack.url}/files/F1"}}
    shop.slack.files["F1"] = text.encode()
    more: dict[str, Any] = {"user": user} if user else {}
    before = len(shop.said())
    await shop.submit("people", kept=f"{CHANNEL}|{job}", file={"files": [{"id": "F1"}]}, **more)
    return shop.said()[before:]


async def test_a_list_is_read_also_where_the_form_alone_says_where_it_lies(shop: Shop) -> None:
    shop.slack.answers["files.info"] = {"file": {"id": "F1"}}
    shop.slack.files["F1"] = b"name,mobile,consent\nAna Alder,3125550190,web form 2026-05-01\n"
    shown = {"id": "F1", "url_private_download": f"{shop.slack.url}/files/F1"}
    await shop.submit("people", kept=f"{CHANNEL}|1020", file={"files": [shown]})
    assert "1 people can be taken" in shop.said()
    await shop.submit(
        "people", kept=f"{CHANNEL}|1020", file={"files": [{"id": "F1", "url_private": "https://evil.example/x"}]}
    )
    assert "did not work" in shop.said()


async def newest(shop: Shop) -> str:
    """The token of the newest list."""
    return await shop.service.store.read(
        lambda t: max(r["name"] for r in t["values"].all() if r["name"].startswith("people:"))
    )


async def confirm(shop: Shop, turns: int = 6) -> str:
    """Confirms the newest list; the last words about it."""
    await shop.click("backfill_confirm", await newest(shop))
    await shop.turn(turns)
    shown = [*shop.slack.called("chat.postMessage"), *shop.slack.called("chat.update")]
    return next(m["text"] for m in reversed(shown) if "list for job" in m["text"])


async def test_nothing_happens_before_a_list_is_confirmed(shop: Shop) -> None:
    people = len(shop.tenant.people)
    said = await look_at(shop, "name,mobile,consent\nAna Alder,3125550190,web form 2026-05-01\nBo Birch,12,\n")
    assert "1 people can be taken, 1 lines cannot" in said
    assert "line 3: “12” is no number that can be texted" in said
    await shop.turn()
    assert (len(shop.tenant.people), shop.sent()) == (people, [])


async def test_who_is_new_and_consented_is_made_put_on_the_job_and_texted_once(shop: Shop) -> None:
    await look_at(shop, "name,mobile,email,consent\nAna Alder,3125550190,ana@example.com,web form 2026-05-01\n")
    assert "1 added" in await confirm(shop)
    (person,) = [p for p in shop.tenant.people.values() if p["contactDetails"]["email"] == "ana@example.com"]
    assert person["displayAs"] == "Ana Alder"
    (application,) = [a for a in shop.tenant.applications.values() if a["resourceId"] == person["id"]]
    s = await shop.screening_of(application)
    assert s.application == application["id"]
    assert len(shop.sent()) == 1
    consent = await shop.service.store.read(lambda t: [dict(r) for r in t["consents"].all()])
    assert "line 2 of a list that" in str(consent[-1]) and "web form 2026-05-01" in str(consent[-1])
    await look_at(shop, "name,mobile,email,consent\nAna Alder,3125550190,ana@example.com,web form 2026-05-01\n")
    assert "0 added" in await confirm(shop)
    assert len(shop.sent()) == 1


async def test_without_a_consent_only_who_applied_for_the_job_is_texted_and_nobody_is_made(shop: Shop) -> None:
    applied, elsewhere = shop.arrive("Ana", "Alder"), shop.arrive("Bo", "Birch", job=1021)
    people = len(shop.tenant.people)
    phones = [shop.tenant.people[a["resourceId"]]["contactDetails"]["mobilePhone"] for a in (applied, elsewhere)]
    said = await look_at(shop, f"name,mobile\nAna Alder,{phones[0]}\nBo Birch,{phones[1]}\nCy Cedar,3125550195\n")
    assert "3 without words in a consent column" in said
    told = await confirm(shop)
    assert "1 added of 3 looked at" in told
    assert "line 3: has given no consent to be texted" in told
    assert "line 4: is not in Tracker, and the list names no consent" in told
    assert (len(shop.tenant.people), len(shop.sent())) == (people, 1)
    assert (await shop.screening_of(applied)).open


async def test_an_id_of_somebody_else_is_refused_and_a_right_one_taken(shop: Shop) -> None:
    ana, bo = shop.arrive("Ana", "Alder"), shop.arrive("Bo", "Birch")
    text = f"tracker id,first name,last name\n{ana['resourceId']},Ana,Alder\n{bo['resourceId']},Zed,Zephyr\n999999,,\n"
    await look_at(shop, text)
    told = await confirm(shop)
    assert "1 added of 3" in told
    assert f"Tracker's candidate {bo['resourceId']} is Bo Birch, whom nothing in this line fits" in told
    assert "Tracker has no candidate 999999" in told


async def test_who_opted_out_is_never_texted_whatever_a_list_says(shop: Shop) -> None:
    await shop.ask('optout +13125550190 reason="asked by phone"')
    said = await look_at(shop, "name,mobile,consent\nAna Alder,3125550190,web form 2026-05-01\n")
    assert "1 opted out" in said
    assert "0 added" in await confirm(shop)
    assert shop.sent() == []


async def test_foreign_text_in_a_list_is_shown_as_it_is(shop: Shop) -> None:
    said = await look_at(shop, "name,mobile,<!channel>\nAna <!here> Alder,not <@U1>,x\n")
    calls = str([c.args for c in shop.slack.calls]) + str(shop.slack.replies)
    assert "1 lines cannot" in said and "<!channel>" not in calls and "<@U1>" not in calls


async def test_a_list_for_a_job_that_is_not_mapped_is_refused(shop: Shop) -> None:
    assert "is not mapped" in await look_at(shop, "name,mobile\nAna Alder,3125550190\n", job="77")


async def test_who_may_not_use_the_job_may_not_upload_for_it(shop: Shop) -> None:
    shop.slack.answers["conversations.members"] = {"members": []}
    said = await look_at(shop, "name,mobile\nAna Alder,3125550190\n", user=PLAIN)
    assert "can be taken" not in said


async def test_a_file_that_is_no_list_says_why(shop: Shop) -> None:
    assert "No column holds a name" in await look_at(shop, "colour,size\nred,3\n")


async def test_the_job_opens_the_form_and_the_template_comes_as_a_file(shop: Shop) -> None:
    await shop.ask("import 1020")
    view = shop.view("people")
    assert view["private_metadata"] == f"{CHANNEL}|1020"
    said = await shop.ask("import template")
    assert "example is in our direct messages" in said or "first name,last name,mobile" in said


async def held(shop: Shop) -> str:
    """Everything that the store holds of lists."""
    return await shop.service.store.read(lambda t: str([dict(r) for r in t["values"].all() if "people" in r["name"]]))


async def test_a_list_is_forgotten_once_it_is_over_cancelled_or_was_not_confirmed_for_a_day(shop: Shop) -> None:
    text = "name,mobile,consent\nAna Alder,3125550190,web form 2026-05-01\n"
    await look_at(shop, text)
    assert "Alder" in await held(shop)
    shop.clock.at += timedelta(hours=25)
    await shop.turn(1)
    assert "Alder" not in await held(shop)
    shop.clock.at += timedelta(seconds=1)
    await look_at(shop, text)
    await shop.click("backfill_cancel", await newest(shop))
    assert "Alder" not in await held(shop)
    shop.clock.at += timedelta(seconds=1)
    await look_at(shop, text)
    await confirm(shop)
    assert "Alder" not in await held(shop)
    assert len(shop.sent()) == 1


async def test_contact_data_of_a_list_that_differ_from_tracker_are_told_under_it_and_changed_by_a_click(
    shop: Shop,
) -> None:
    ana, bo = shop.arrive("Ana", "Alder"), shop.arrive("Bo", "Birch")
    people = [shop.tenant.people[a["resourceId"]] for a in (ana, bo)]
    phones = [p["contactDetails"]["mobilePhone"] for p in people]
    before = [{**p["contactDetails"]} for p in people]
    listed = f"name,mobile,email,linkedin\nAna Alder,{phones[0]},ana.new@example.com,linkedin.com/in/ana\nBo Birch,{phones[1]},,\n"
    await look_at(shop, listed)
    assert "2 added" in await confirm(shop)
    await shop.turn(3)
    (post,) = shop.posts("differ from Tracker")
    assert "Ana Alder (line 2)" in post["text"] and "they say" not in post["text"]
    assert "e-mail: Tracker has nothing, the list says ana.new@example.com" in post["text"]
    head = next(m for m in shop.slack.called("chat.postMessage") if "list for job" in m["text"])
    assert post["thread_ts"] and head["channel"] == post["channel"]
    assert [p["contactDetails"] for p in people] == before  # nothing is changed unasked
    s = await shop.screening_of(ana)
    await shop.click("contact_email", f"{s.id}:email")
    assert people[0]["contactDetails"] == {**before[0], "email": "ana.new@example.com"}
    await shop.click("contact_linkedin", f"{s.id}:linkedin")
    assert people[0]["linkedInUrl"] == "linkedin.com/in/ana"


async def test_who_of_a_list_was_not_taken_has_their_differences_told_without_a_button(shop: Shop) -> None:
    bo = shop.arrive("Bo", "Birch", job=1021)
    phone = shop.tenant.people[bo["resourceId"]]["contactDetails"]["mobilePhone"]
    await look_at(shop, f"name,mobile,email\nRobert Birch,{phone},bo@example.com\n")
    assert "0 added of 1" in await confirm(shop)
    await shop.turn(3)
    (post,) = shop.posts("differ from Tracker")
    assert "name: Tracker has Bo Birch, the list says Robert Birch" in post["text"]
    assert "contact_" not in str(post["blocks"])
